package reserves_test

import (
	"strconv"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func manyLots(n int) ([]reserves.Item, []reserves.Lot) {
	items := make([]reserves.Item, 20)
	for i := range items {
		items[i] = item("item-"+strconv.Itoa(i), perPerson(int64(500+100*i)))
	}
	lots := make([]reserves.Lot, n)
	for i := range lots {
		lots[i] = physical("lot-"+strconv.Itoa(i), items[i%len(items)].Code, int64(i%97))
		lots[i].Expiry = measure.DateOf(2024+i%5, 1+i%12, 1)
	}
	return items, lots
}

func BenchmarkCoverageOf10000Lots(b *testing.B) {
	items, lots := manyLots(10_000)
	b.ReportAllocs()
	for b.Loop() {
		stock := reserves.StockOf(items, lots, midYear, allModes)
		if c := reserves.CoverageOf(3000, items, stock, reserves.Basis{}); !c.People.Known() {
			b.Fatal("unknown")
		}
	}
}

func BenchmarkAssess10000Lots(b *testing.B) {
	items, lots := manyLots(10_000)
	p, r := smallPlan(), smallRecords(0, 100)
	p.Items, r.Lots = items, lots
	b.ReportAllocs()
	for b.Loop() {
		if a := reserves.Assess(p, r, midYear, spec.Choices{}); a.Evacuees.Verdict == spec.NotApplicable {
			b.Fatal("not applicable")
		}
	}
}

func BenchmarkServes(b *testing.B) {
	norm, q := perPerson(600), units(3020)
	b.ReportAllocs()
	for b.Loop() {
		if n, ok := reserves.Serves(q, norm, reserves.Basis{}); !ok || n != 5033 {
			b.Fatal(n, ok)
		}
	}
}

func BenchmarkServedByHour(b *testing.B) {
	list := make([]reserves.Delivery, 100)
	for i := range list {
		list[i] = delivery(strconv.Itoa(i), 30, int64(i), 2*int64(i), 30)
	}
	curve := reserves.CurveOf(list, minutes(30))
	b.ReportAllocs()
	for b.Loop() {
		if n, ok := curve.Served(hour(24)).Value(); !ok || n != 3000 {
			b.Fatal(n, ok)
		}
	}
}

func TestNothingIsAllocatedPerLot(t *testing.T) {
	items, lots := manyLots(4000)
	allocations := func(n int) float64 {
		return testing.AllocsPerRun(10, func() { reserves.StockOf(items, lots[:n], midYear, allModes) })
	}
	if few, many := allocations(40), allocations(4000); few != many {
		t.Errorf("%v allocations for 40 lots, %v for 4000", few, many)
	}
	one := items[0]
	if n := testing.AllocsPerRun(10, func() { reserves.Usable(lots, one, midYear, allModes) }); n != 0 {
		t.Errorf("Usable allocates %v times", n)
	}
}

func TestSingleAnswersAllocateNothing(t *testing.T) {
	norm, q, basis := perPerson(600), units(100), reserves.Basis{}
	curve := reserves.CurveOf([]reserves.Delivery{delivery("a", 5, 1, 1, 1), delivery("b", 5, 2, 2, 2)}, minutes(1))
	day := hour(24)
	for name, f := range map[string]func(){
		"Requirement": func() { reserves.Requirement(3000, norm, basis) },
		"Serves":      func() { reserves.Serves(q, norm, basis) },
		"Served":      func() { curve.Served(day) },
		"ReachedAt":   func() { curve.ReachedAt(7) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

// A county: 30 townships, 8 stores, 6 items of 500 lots each.
func BenchmarkPlanReliefOfACounty(b *testing.B) {
	items, lots := manyLots(3000)
	items = items[:6]
	s := reserves.Scenario{Items: items, Counted: allModes, Window: reserves.Window{From: midYear, Days: 1}, Delay: minutes(0), Limit: hour(24)}
	for i := range items {
		items[i].PerVehicle = cited(measure.Count(200))
	}
	for i := range lots {
		lots[i].Item, lots[i].Store, lots[i].Expiry = items[i%6].Code, "store-"+strconv.Itoa(i%8), measure.Date{}
		lots[i].LeadTime = minutes(int64(30 * (1 + i%4)))
	}
	s.Lots = lots
	for p := range 30 {
		code, err := hazards.ParseDivisionCode(strconv.Itoa(990101100 + p))
		if err != nil {
			b.Fatal(err)
		}
		s.Needs = append(s.Needs, reserves.Need{Place: code, People: people(int64(100 + 7*p))})
		for store := range 8 {
			s.Routes = append(s.Routes, reserves.Route{Store: "store-" + strconv.Itoa(store), Place: code, Loading: minutes(30),
				Travel: minutes(int64(20 + 13*((p+3*store)%17))), HandingOut: minutes(120), Vehicles: spec.Exactly(measure.Count(int64(1 + (p+store)%9)))})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if p, err := reserves.PlanRelief(s); err != nil || len(p.Items) != 6 {
			b.Fatal(err)
		}
	}
}
