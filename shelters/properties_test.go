package shelters_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func drawArea(t *rapid.T, label string) measure.Area {
	return measure.SquareCentimetres(rapid.Int64Range(0, math.MaxInt64).Draw(t, label))
}

func drawPerPerson(t *rapid.T, label string) spec.Figure[measure.Area] {
	return spec.Cite(measure.SquareCentimetres(rapid.OneOf(rapid.Int64Range(1, 100_000), rapid.Int64Range(1, math.MaxInt64)).Draw(t, label)), planSource)
}

func people(t *rapid.T, capacity func(measure.Area, spec.Figure[measure.Area]) (shelters.CapacityResult, bool), area measure.Area, per spec.Figure[measure.Area]) measure.People {
	result, ok := capacity(area, per)
	if !ok {
		t.Fatalf("no capacity of %s m² at %s m²", area, per.Value)
	}
	return result.People
}

func TestCapacityIsTheExactQuotientRoundedDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		area, per := drawArea(t, "area in cm²"), drawPerPerson(t, "per person in cm²")
		got := people(t, shelters.Capacity, area, per)
		want := new(big.Int).Quo(big.NewInt(area.SquareCentimetres()), big.NewInt(per.Value.SquareCentimetres()))
		if want.Cmp(big.NewInt(int64(got))) != 0 {
			t.Fatalf("%d people, want %s", got, want)
		}
	})
}

func TestCapacityAboveLeavesEveryoneMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		area, per := drawArea(t, "area in cm²"), drawPerPerson(t, "per person in cm²")
		n := int64(people(t, shelters.CapacityAbove, area, per))
		total, each := big.NewInt(area.SquareCentimetres()), big.NewInt(per.Value.SquareCentimetres())
		taken := new(big.Int).Mul(big.NewInt(n), each)
		if n > 0 && taken.Cmp(total) >= 0 {
			t.Fatalf("%d people at %s cm² take all of %s cm²", n, each, total)
		}
		if taken.Add(taken, each).Cmp(total) < 0 {
			t.Fatalf("%d people, one more would have more than %s cm², too", n, each)
		}
	})
}

func TestMoreAreaNeverHoldsFewer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small, per := drawArea(t, "area in cm²"), drawPerPerson(t, "per person in cm²")
		large := measure.SquareCentimetres(rapid.Int64Range(small.SquareCentimetres(), math.MaxInt64).Draw(t, "larger area in cm²"))
		if people(t, shelters.Capacity, large, per) < people(t, shelters.Capacity, small, per) ||
			people(t, shelters.CapacityAbove, large, per) < people(t, shelters.CapacityAbove, small, per) {
			t.Fatalf("%s m² hold fewer than %s m²", large, small)
		}
	})
}

func TestMoreAreaEachNeverHoldsMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		area, per := drawArea(t, "area in cm²"), drawPerPerson(t, "per person in cm²")
		wider := spec.Cite(measure.SquareCentimetres(rapid.Int64Range(per.Value.SquareCentimetres(), math.MaxInt64).Draw(t, "wider in cm²")), planSource)
		if people(t, shelters.Capacity, area, wider) > people(t, shelters.Capacity, area, per) ||
			people(t, shelters.CapacityAbove, area, wider) > people(t, shelters.CapacityAbove, area, per) {
			t.Fatalf("at %s m² more fit than at %s m²", wider.Value, per.Value)
		}
	})
}

func TestPartsNeverHoldMoreThanTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, per := measure.SquareCentimetres(rapid.Int64Range(0, 1e12).Draw(t, "a in cm²")), drawPerPerson(t, "per person in cm²")
		b := measure.SquareCentimetres(rapid.Int64Range(0, 1e12).Draw(t, "b in cm²"))
		both, err := a.Add(b)
		if err != nil {
			t.Fatal(err)
		}
		if people(t, shelters.Capacity, a, per)+people(t, shelters.Capacity, b, per) > people(t, shelters.Capacity, both, per) {
			t.Fatalf("%s and %s m² hold more than their sum", a, b)
		}
	})
}

func TestMixedUseConservesTheArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		area := measure.SquareCentimetres(rapid.Int64Range(0, 1e13).Draw(t, "area in cm²"))
		per := cited("2.5")
		total := measure.People(rapid.Int64Range(0, 1_000_000).Draw(t, "people"))
		lodgers := measure.People(rapid.Int64Range(0, int64(total)).Draw(t, "lodgers"))
		got, ok := shelters.MixedUse(area, total, lodgers, per)
		taken := big.NewInt(int64(lodgers) * 25_000)
		if fits := taken.Cmp(big.NewInt(area.SquareCentimetres())) <= 0; fits != ok {
			t.Fatalf("feasible %v, want %v", ok, fits)
		}
		if !ok {
			return
		}
		// Lodgers' area and the others' areas make up the whole, exactly.
		whole := new(big.Rat).SetInt(taken)
		if each, known := got.PerOther.Rat(); known {
			whole.Add(whole, each.Mul(each, big.NewRat(int64(got.Others)*10_000, 1)))
		} else {
			whole.Add(whole, big.NewRat(got.Rest.SquareCentimetres(), 1))
		}
		if whole.Cmp(big.NewRat(area.SquareCentimetres(), 1)) != 0 || got.Others+lodgers != total {
			t.Fatalf("%+v of %s m²", got, area)
		}
	})
}

// drawShelter draws a shelter of which anything may be missing.
func drawShelter(t *rapid.T) shelters.Shelter {
	s := shelters.Shelter{Status: shelters.Status(rapid.IntRange(0, 3).Draw(t, "status"))}
	if rapid.Bool().Draw(t, "dated") {
		s.CompletedOn = measure.DateOf(2018, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, "completed, days from 2018"))
	}
	s.EffectiveArea = drawObserved(t, "area", measure.SquareCentimetres)
	s.Temporary = drawObserved(t, "temporary", func(n int64) measure.People { return measure.People(n) })
	s.Lodging = drawObserved(t, "lodging", func(n int64) measure.People { return measure.People(n) })
	return s
}

func drawObserved[T any](t *rapid.T, label string, of func(int64) T) spec.Observed[T] {
	low := rapid.Int64Range(0, 1000).Draw(t, label)
	switch rapid.IntRange(0, 4).Draw(t, label+" known") {
	case 0:
		return spec.Observed[T]{}
	case 1:
		return spec.AtLeast(of(low))
	case 2:
		return spec.AtMost(of(low))
	case 3:
		return spec.Between(of(low), of(low+7))
	}
	return spec.Exactly(of(low))
}

func drawShelters(t *rapid.T) []shelters.Shelter {
	return rapid.SliceOfN(rapid.Custom(drawShelter), 0, 8).Draw(t, "shelters")
}

func drawDate(t *rapid.T, label string) measure.Date {
	return measure.DateOf(2018, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, label))
}

func TestOrderOfSheltersDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, asOf := drawShelters(t), drawDate(t, "date")
		shuffled := rapid.Permutation(list).Draw(t, "shuffled")
		if diff := cmp.Diff(totals(shelters.NetworkOf(list, asOf)), totals(shelters.NetworkOf(shuffled, asOf))); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(shelters.GapsOf(list, asOf), shelters.GapsOf(shuffled, asOf)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestNetworkIsTheSumOfItsShelters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sums := [4]big.Int{}
		var list []shelters.Shelter
		for range rapid.IntRange(0, 10).Draw(t, "shelters") {
			n := [3]int64{}
			for i := range n {
				n[i] = rapid.Int64Range(0, 1e15).Draw(t, "figure")
				sums[i+1].Add(&sums[i+1], big.NewInt(n[i]))
			}
			sums[0].Add(&sums[0], big.NewInt(1))
			list = append(list, shelters.Shelter{Status: shelters.Existing, EffectiveArea: spec.Exactly(measure.SquareCentimetres(n[0])),
				Temporary: spec.Exactly(measure.People(n[1])), Lodging: spec.Exactly(measure.People(n[2]))})
		}
		got := shelters.NetworkOf(list, measure.Date{})
		area, _ := got.EffectiveArea.Value()
		count, ok := got.Shelters.Value()
		temporary, _ := got.Temporary.Value()
		lodging, _ := got.Lodging.Value()
		for i, n := range []int64{int64(count), area.SquareCentimetres(), int64(temporary), int64(lodging)} {
			if !ok || sums[i].Cmp(big.NewInt(n)) != 0 {
				t.Fatalf("total %d is %d, want %s", i, n, &sums[i])
			}
		}
	})
}

func TestNetworksOfPartsBoundTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, asOf := drawShelters(t), drawShelters(t), drawDate(t, "date")
		whole := shelters.NetworkOf(append(append([]shelters.Shelter{}, a...), b...), asOf).Temporary
		first, second := shelters.NetworkOf(a, asOf).Temporary, shelters.NetworkOf(b, asOf).Temporary
		lowA, _ := first.Low()
		lowB, _ := second.Low()
		low, _ := whole.Low()
		highA, okA := first.High()
		highB, okB := second.High()
		high, ok := whole.High()
		if low != lowA+lowB || ok != (okA && okB) || ok && high != highA+highB {
			t.Fatalf("%s and %s make %s", seen(first), seen(second), seen(whole))
		}
	})
}

func TestForgettingACellOnlyWidensTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, asOf := drawShelters(t), drawDate(t, "date")
		if len(list) == 0 {
			return
		}
		before := shelters.NetworkOf(list, asOf).Temporary
		list[rapid.IntRange(0, len(list)-1).Draw(t, "forgotten")].Temporary = spec.Observed[measure.People]{}
		after := shelters.NetworkOf(list, asOf).Temporary
		lowBefore, _ := before.Low()
		lowAfter, _ := after.Low()
		highBefore, bounded := before.High()
		highAfter, stillBounded := after.High()
		if lowAfter > lowBefore || stillBounded && (!bounded || highAfter < highBefore) {
			t.Fatalf("%s became %s", seen(before), seen(after))
		}
	})
}

func TestLaterDateNeverTakesAShelterAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, asOf := drawShelters(t), drawDate(t, "date")
		later := asOf.AddDays(rapid.IntRange(0, 2000).Draw(t, "days later"))
		for _, count := range []func(measure.Date) spec.Observed[measure.Count]{
			func(d measure.Date) spec.Observed[measure.Count] { return shelters.NetworkOf(list, d).Shelters },
			func(d measure.Date) spec.Observed[measure.Count] {
				return shelters.Completed(list, shelters.New, years("2021-2025"), d)
			},
		} {
			low, _ := count(asOf).Low()
			high, _ := count(asOf).High()
			lowLater, _ := count(later).Low()
			highLater, _ := count(later).High()
			if lowLater < low || highLater < high {
				t.Fatalf("%s on %s, %s on %s", seen(count(asOf)), asOf, seen(count(later)), later)
			}
		}
	})
}

// TestProgrammeVerdictHoldsForEveryWayToFillTheGaps fills the missing statuses
// and dates in every way and compares the verdicts.
func TestProgrammeVerdictHoldsForEveryWayToFillTheGaps(t *testing.T) {
	statuses := []shelters.Status{shelters.Existing, shelters.New, shelters.Upgraded}
	dates := []measure.Date{day("2020-06-01"), day("2023-06-01"), day("2025-10-01")} // before the plan, in it, later than the date
	asOf := day("2025-06-30")
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) shelters.Shelter {
			return shelters.Shelter{
				Status:      rapid.SampledFrom(append([]shelters.Status{0}, statuses...)).Draw(t, "status"),
				CompletedOn: rapid.SampledFrom(append([]measure.Date{{}}, dates...)).Draw(t, "completed"),
			}
		}), 0, 4).Draw(t, "shelters")
		limit := rapid.Int64Range(0, 4).Draw(t, "target")
		wanted := spec.Target{Form: spec.Floor, Limit: measure.Whole(limit), Period: years("2021-2025")}
		got := shelters.Assess(shelters.Provisions{New: wanted}, shelters.Records{Shelters: list, HasShelters: true}, asOf, spec.Choices{}).New.Judgement.Verdict

		met, unmet := false, false
		var fill func(i, completed int)
		fill = func(i, completed int) {
			if i == len(list) {
				if int64(completed) >= limit {
					met = true
				} else {
					unmet = true
				}
				return
			}
			for _, status := range statuses {
				if list[i].Status != 0 && list[i].Status != status {
					continue
				}
				for _, on := range dates {
					if !list[i].CompletedOn.IsZero() && list[i].CompletedOn != on {
						continue
					}
					n := completed
					if status == shelters.New && on == dates[1] {
						n++
					}
					fill(i+1, n)
				}
			}
		}
		fill(0, 0)
		want := spec.Unknown
		switch {
		case !unmet:
			want = spec.Met
		case !met:
			want = spec.Unmet
		}
		if got != want {
			t.Fatalf("%s, want %s", got, want)
		}
	})
}

func TestMoreNewSheltersNeverLoseTheTarget(t *testing.T) {
	rank := map[spec.Verdict]int{spec.Unmet: 0, spec.Unknown: 1, spec.Met: 2}
	rapid.Check(t, func(t *rapid.T) {
		list, asOf := drawShelters(t), drawDate(t, "date")
		provisions := fengduProvisions()
		before := shelters.Assess(provisions, shelters.Records{Shelters: list, HasShelters: true}, asOf, spec.Choices{}).New
		list = append(list, built("one more", shelters.New, "2021-01-01"))
		after := shelters.Assess(provisions, shelters.Records{Shelters: list, HasShelters: true}, asOf, spec.Choices{}).New
		if rank[after.Judgement.Verdict] < rank[before.Judgement.Verdict] {
			t.Fatalf("%s became %s", before.Judgement.Verdict, after.Judgement.Verdict)
		}
	})
}

func TestEqualRecordsGiveEqualFindings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := shelters.Records{Shelters: drawShelters(t), HasShelters: true}
		asOf := drawDate(t, "date")
		first := shelters.Assess(fengduProvisions(), records, asOf, spec.Choices{}).Findings()
		second := shelters.Assess(fengduProvisions(), records, asOf, spec.Choices{}).Findings()
		if diff := cmp.Diff(first, second); diff != "" {
			t.Fatal(diff)
		}
		for _, f := range first {
			if !f.Title.Complete() || !f.Reason.Text.Complete() || f.Reason.Code == "" || f.Kind == 0 || f.Source.IsZero() {
				t.Fatalf("incomplete finding %+v", f)
			}
			if f.Verdict == spec.Unknown && f.Reason.Code != spec.ReasonNotDue && len(f.Missing) == 0 {
				t.Fatalf("unknown, and nothing to collect: %s", line(f))
			}
			for _, in := range f.Inputs {
				if !in.Value.Known() {
					t.Fatalf("%s has an input %s without a number", f.Rule, in.Name)
				}
			}
		}
	})
}
