package reserves_test

import (
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// assumed is a source for figures made up for the examples.
var assumed = spec.Source{Document: "example", Standing: spec.Invented}

// Water for 3,000 evacuees: the days of support are a parameter of their own.
// Without them there is no requirement.
func ExampleRequirement() {
	water := reserves.SphereWater()
	litres, ok := reserves.Requirement(3000, water, reserves.Basis{SupportDays: 3})
	fmt.Println(litres, ok)
	_, ok = reserves.Requirement(3000, water, reserves.Basis{})
	fmt.Println(ok)
	// Output:
	// 27000 true
	// false
}

// Part of a tent is a whole tent: demand rounds up.
func ExampleRequirement_tents() {
	threeToATent := spec.Cite(reserves.Norm{Kind: reserves.PerGroup, Quantity: measure.Thousandths(1000), Group: 3}, assumed)
	tents, _ := reserves.Requirement(100, threeToATent, reserves.Basis{})
	fmt.Println(tents)
	// Output: 34
}

func ExampleServes() {
	threeToATent := spec.Cite(reserves.Norm{Kind: reserves.PerGroup, Quantity: measure.Thousandths(1000), Group: 3}, assumed)
	people, ok := reserves.Serves(measure.Thousandths(33_000), threeToATent, reserves.Basis{})
	fmt.Println(people, ok)
	// Output: 99 true
}

func ExampleUsable() {
	quilt := reserves.Item{Code: "quilt", Unit: "床"}
	lots := []reserves.Lot{
		{ID: "1", Item: "quilt", Quantity: spec.Exactly(measure.Thousandths(1_800_000)), Mode: reserves.Physical},
		{ID: "2", Item: "quilt", Quantity: spec.Exactly(measure.Thousandths(700_000)), Mode: reserves.Agreement},
		{ID: "3", Item: "quilt", Quantity: spec.Exactly(measure.Thousandths(400_000)), Mode: reserves.Physical, Expiry: measure.DateOf(2025, 5, 31)},
	}
	asOf := measure.DateOf(2025, 6, 1)
	inStore, _ := reserves.Usable(lots, quilt, asOf, reserves.ModesOf(reserves.Physical)).Value()
	withContracts, _ := reserves.Usable(lots, quilt, asOf, reserves.ModesOf(reserves.Physical, reserves.Agreement)).Value()
	fmt.Println(inStore, withContracts)
	// Output: 1800 2500
}

// The scarcest essential item decides, not the sum of all.
func ExampleCoverageOf() {
	each := spec.Cite(reserves.Norm{Kind: reserves.PerPerson, Quantity: measure.Thousandths(1000)}, assumed)
	items := []reserves.Item{
		{Code: "quilt", Name: spec.T("quilts", "棉被"), Essential: true, Unit: "床", Norm: each},
		{Code: "bed", Name: spec.T("folding beds", "折叠床"), Essential: true, Unit: "张", Norm: each,
			Price: spec.Cite(measure.Fen(210_00), assumed)},
	}
	lots := []reserves.Lot{
		{ID: "1", Item: "quilt", Quantity: spec.Exactly(measure.Thousandths(3_500_000)), Mode: reserves.Physical},
		{ID: "2", Item: "bed", Quantity: spec.Exactly(measure.Thousandths(2_400_000)), Mode: reserves.Physical},
	}
	stock := reserves.StockOf(items, lots, measure.DateOf(2025, 6, 1), reserves.ModesOf(reserves.Physical))
	coverage := reserves.CoverageOf(3000, items, stock, reserves.Basis{})
	people, _ := coverage.People.Value()
	scarcest, _ := coverage.Bottleneck()
	short, _ := scarcest.Short.Value()
	cost, _ := coverage.Cost.Value()
	fmt.Println(people, "people, held back by", scarcest.Item.Name.EN)
	fmt.Println(short, "short,", cost, "yuan")
	// Output:
	// 2400 people, held back by folding beds
	// 600 short, 126000 yuan
}

func ExampleStockOf() {
	items := []reserves.Item{{Code: "quilt", Unit: "床"}, {Code: "tent", Unit: "顶"}}
	lots := []reserves.Lot{
		{ID: "1", Item: "quilt", Quantity: spec.Exactly(measure.Thousandths(20_000)), Unit: "床", Mode: reserves.Physical},
		{ID: "2", Item: "quillt", Quantity: spec.Exactly(measure.Thousandths(5_000)), Unit: "床", Mode: reserves.Physical},
	}
	stock := reserves.StockOf(items, lots, measure.DateOf(2025, 6, 1), reserves.ModesOf(reserves.Physical))
	least, _ := stock.Usable(0).Low()
	most, _ := stock.Usable(0).High()
	tents, _ := stock.Usable(1).Value()
	fmt.Println(least, "to", most, "quilts,", tents, "tents; no item of the list:", stock.Unlisted())
	// Output: 20 to 25 quilts, 0 tents; no item of the list: [quillt]
}

func ExampleRepeated() {
	fmt.Println(reserves.Repeated([]reserves.Lot{{ID: "a"}, {ID: "b"}, {ID: "a"}}))
	// Output: [a]
}

func ExampleCurveOf() {
	hours := func(n int64) spec.Observed[measure.Duration] { return spec.Exactly(measure.Seconds(n * 3600)) }
	deliveries := []reserves.Delivery{
		{ID: "near", People: spec.Exactly[measure.People](2000), Lead: hours(1), Travel: hours(1), HandingOut: hours(3)},
		{ID: "far", People: spec.Exactly[measure.People](1500), Lead: hours(2), Travel: hours(18), HandingOut: hours(5)},
	}
	curve := reserves.CurveOf(deliveries, hours(1)) // reported an hour after the event
	for _, step := range curve.Steps() {
		fmt.Println(step.At.Hours(), "h:", step.Served)
	}
	day, _ := curve.Served(measure.Seconds(24 * 3600)).Value()
	at, _ := curve.ReachedAt(3000)
	fmt.Println(day, "by hour 24; 3000 by hour", at.Hours())
	// Output:
	// 6 h: 2000
	// 26 h: 3500
	// 2000 by hour 24; 3000 by hour 26
}

func ExampleForwardPoints_Cost() {
	points := reserves.ForwardPoints{
		Count:    spec.Cite(measure.Count(6), assumed),
		UnitCost: spec.Cite(measure.Fen(50_0000_00), assumed),
	}
	cost, _ := points.Cost()
	fmt.Println(cost.WanYuan().StringFixed(0))
	// Output: 300
}

func ExampleModesCounted() {
	counted, ok := reserves.ModesCounted(reserves.CountWithAgreement)
	fmt.Println(counted.Has(reserves.Agreement), counted.Has(reserves.Capacity), ok)
	// Output: true false true
}

func ExampleNationalReliefTime() {
	limit, ok := reserves.NationalReliefTime(measure.DateOf(2022, 8, 2))
	fmt.Println(limit.Value.Hours(), ok, limit.Source)
	// Output: 10 true “十四五”国家综合防灾减灾规划 国减发〔2022〕1号
}

// A county that has published nothing is told what to collect.
func ExampleAssess() {
	plan := reserves.Provisions{
		EvacueesID: "reserve-3000", Evacuees: spec.Cite(measure.People(3000), assumed),
		Items: []reserves.Item{{Code: "water", Name: spec.T("water", "饮用水"), Essential: true, Unit: "升", Norm: reserves.SphereWater()}},
	}
	a := reserves.Assess(plan, reserves.Records{}, measure.DateOf(2025, 12, 31), spec.Choices{})
	finding := a.Findings()[0]
	fmt.Println(finding.Verdict, finding.Reason.Text.EN)
	for _, need := range finding.Missing {
		fmt.Println(need.Key)
	}
	// Output:
	// unknown whether the stock covers 3000 people is not known
	// stock.csv
	// county.yaml: reserves.support_days
}
