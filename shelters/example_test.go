package shelters_test

import (
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// The effective area of Fengdu's plan, 一（一）3, at 1.5 m² each.
func ExampleCapacity() {
	perPerson := shelters.EarthquakeLiving().Area
	held, ok := shelters.Capacity(m2("379600"), perPerson)
	fmt.Println(held.People, ok)
	fmt.Println(held.PerPerson.Source)
	// Output:
	// 253066 true
	// 地震应急避难场所 场址及配套设施 GB 21734-2008 5.4
}

// A figure without a source is no figure.
func ExampleCapacity_unsourced() {
	_, ok := shelters.Capacity(m2("379600"), spec.Figure[measure.Area]{Value: m2("1.5")})
	fmt.Println(ok)
	// Output: false
}

// The standard says more than 1.5 m²: a hall of 300 m² holds one fewer than 200.
func ExampleCapacityAbove() {
	held, _ := shelters.CapacityAbove(m2("300"), shelters.EarthquakeLiving().Area)
	fmt.Println(held.People)
	// Output: 199
}

func ExamplePerPerson_Capacity() {
	held, _ := shelters.EarthquakeLiving().Capacity(m2("300"))
	fmt.Println(held.People)
	// Output: 199
}

// The stated totals of Fengdu's plan leave just under 1.5 m² each.
func ExampleAreaPerPerson() {
	fmt.Println(shelters.AreaPerPerson(m2("379600"), 253406).Text(3))
	// Output: 1.498
}

// Can Fengdu lodge 96,050 people and place the rest of 253,406 at the same
// time? It depends on the area per lodger, which its plan does not give.
func ExampleMixedUse() {
	for _, per := range shelters.Remembered()[2:5] {
		mixed, ok := shelters.MixedUse(m2("379600"), 253406, 96050, per.Area)
		fmt.Println(per.Area.Value, ok, mixed.PerOther.Text(2), per.Area.Source.Standing)
	}
	// Output:
	// 2 true 1.19 unverified
	// 3 true 0.58 unverified
	// 4.5 false — unverified
}

func ExampleNetworkOf() {
	list := []shelters.Shelter{
		{ID: "a", Status: shelters.Existing, Temporary: spec.Exactly[measure.People](1200)},
		{ID: "b", Status: shelters.New, CompletedOn: measure.DateOf(2024, 5, 1)}, // nobody said for how many
		{ID: "c", Status: shelters.New, CompletedOn: measure.DateOf(2026, 5, 1), Temporary: spec.Exactly[measure.People](900)},
	}
	network := shelters.NetworkOf(list, measure.DateOf(2025, 12, 31))
	count, _ := network.Shelters.Value()
	least, _ := network.Temporary.Low()
	fmt.Println(count, "shelters, at least", least, "people")
	// Output: 2 shelters, at least 1200 people
}

func ExampleGapsOf() {
	list := []shelters.Shelter{{ID: "a", Status: shelters.New}}
	gaps := shelters.GapsOf(list, measure.DateOf(2025, 12, 31))
	fmt.Println(gaps.EffectiveArea, gaps.CompletedOn)
	// Output: 1 1
}

func ExampleCompleted() {
	list := []shelters.Shelter{
		{ID: "a", Status: shelters.New, CompletedOn: measure.DateOf(2024, 5, 1)},
		{ID: "b", Status: shelters.New}, // perhaps
		{ID: "c", Status: shelters.Upgraded, CompletedOn: measure.DateOf(2024, 5, 1)},
	}
	plan, _ := measure.PeriodOf(2021, 2025)
	done := shelters.Completed(list, shelters.New, plan, measure.DateOf(2025, 12, 31))
	low, _ := done.Low()
	high, _ := done.High()
	fmt.Println(low, "to", high)
	// Output: 1 to 2
}

func ExampleCompletionRate() {
	rate := shelters.CompletionRate(spec.Exactly[measure.Count](30), spec.Exactly[measure.Count](48))
	fmt.Println(rate.Low.Percent(1))
	// Output: 62.5
}

func ExampleAssess() {
	provisions := shelters.Provisions{New: spec.Target{ID: "shelters-new", Form: spec.Floor, Limit: measure.Whole(5),
		Unit: spec.Shelters, Deadline: measure.DateOf(2025, 12, 31)}}
	records := shelters.Records{Stated: shelters.Stated{New: spec.Exactly[measure.Count](4)}}
	assessment := shelters.Assess(provisions, records, measure.DateOf(2025, 12, 31), spec.Choices{})
	fmt.Println(assessment.New.Judgement.Verdict, assessment.New.Judgement.Gap)
	for _, f := range assessment.Findings() {
		if f.Target == "shelters-new" {
			fmt.Println(f.Reason.Text.In(spec.English))
		}
	}
	// Output:
	// unmet 1
	// 4 shelters; required ≥ 5 shelters by 2025-12-31
}
