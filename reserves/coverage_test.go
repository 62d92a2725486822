package reserves_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func TestCoverageNamesTheScarcestEssentialItem(t *testing.T) {
	spare := item("radio", perPerson(1000))
	spare.Essential = false
	bed := item("bed", perPerson(600))
	bed.Price = cited(measure.Fen(210_00))
	tent := item("tent", cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1), Group: 4}))
	tent.Price = cited(measure.Fen(1850_50))
	items := []reserves.Item{spare, bed, tent}
	lots := []reserves.Lot{physical("1", "bed", 595), physical("2", "tent", 240), physical("3", "radio", 1), byMetre(physical("4", "rope", 9)), byMetre(physical("5", "axe", 9)), byMetre(physical("6", "rope", 9))}
	stock := reserves.StockOf(items, lots, measure.Date{}, reserves.ModesOf(reserves.Physical))
	if diff := cmp.Diff([]string{"axe", "rope"}, stock.Unlisted()); diff != "" {
		t.Errorf("unlisted (-want +got):\n%s", diff)
	}
	c := reserves.CoverageOf(1000, items, stock, reserves.Basis{})
	wantObserved(t, "people", c.People, people(960))
	wantObserved(t, "short", c.Short, people(40))
	if scarcest, ok := c.Bottleneck(); !ok || scarcest.Item.Code != "tent" {
		t.Errorf("bottleneck %q, %v", scarcest.Item.Code, ok)
	}
	radios, beds, tents := c.Items[0], c.Items[1], c.Items[2]
	wantObserved(t, "radio people", radios.People, people(1))
	wantObserved(t, "bed people", beds.People, people(991)) // 595 ÷ 0.6 = 991.67
	wantObserved(t, "bed short", beds.Short, held(5))
	wantObserved(t, "tent short", tents.Short, held(10))
	wantObserved(t, "tent required", tents.Required, held(250))
	wantObserved(t, "bed cost", beds.Cost, spec.Exactly(measure.Fen(1050_00)))
	wantObserved(t, "cost", c.Cost, spec.Exactly(measure.Fen(1050_00+18505_00)))

	// Equally scarce items: the first of the list.
	even := reserves.CoverageOf(1000, []reserves.Item{item("a", perPerson(1000)), item("b", perPerson(1000))}, reserves.Stock{}, reserves.Basis{})
	if _, ok := even.Bottleneck(); ok {
		t.Error("a bottleneck without a stock")
	}
	two := []reserves.Item{item("a", perPerson(1000)), item("b", perPerson(1000))}
	even = reserves.CoverageOf(10, two, reserves.StockOf(two, []reserves.Lot{physical("1", "b", 4), physical("2", "a", 4)}, measure.Date{}, reserves.ModesOf(reserves.Physical)), reserves.Basis{})
	if scarcest, _ := even.Bottleneck(); scarcest.Item.Code != "a" {
		t.Errorf("bottleneck %q of two equally scarce", scarcest.Item.Code)
	}
}

func TestCoverageWithUnknownItems(t *testing.T) {
	water := item("water", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(3)}))
	quilt := item("quilt", perPerson(1000))
	noNorm := item("mystery", spec.Figure[reserves.Norm]{})
	lots := []reserves.Lot{physical("1", "quilt", 900), physical("2", "water", 30000), physical("3", "mystery", 5)}
	lots[1].Unit, lots[2].Unit, water.Unit, noNorm.Unit = "升", "个", "升", "个"
	openQuilt := append([]reserves.Lot{{ID: "9", Item: "quilt", Mode: reserves.Physical}}, lots...)
	noWater := []reserves.Lot{lots[0]}
	none := spec.Observed[measure.People]{}
	for _, row := range []struct {
		name       string
		items      []reserves.Item
		lots       []reserves.Lot
		days       measure.Count
		want       spec.Observed[measure.People]
		bottleneck string
	}{
		{"all known", []reserves.Item{quilt, water}, lots, 10, people(900), "quilt"},
		{"days unknown: never more than the quilts", []reserves.Item{quilt, water}, lots, 0, spec.AtMost(measure.People(900)), "quilt"},
		{"only the unknown", []reserves.Item{water}, lots, 0, none, ""},
		{"no water serves nobody for any number of days", []reserves.Item{quilt, water}, noWater, 0, people(0), "water"},
		{"an unknown lot", []reserves.Item{quilt, water}, openQuilt, 10, spec.Between(measure.People(900), measure.People(1000)), "water"},
		{"no norm", []reserves.Item{quilt, noNorm}, lots, 10, spec.AtMost(measure.People(900)), "quilt"},
		{"a norm of nothing", []reserves.Item{item("rope", perPerson(0))}, lots, 10, none, ""},
		{"no items", nil, lots, 10, none, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			stock := reserves.StockOf(row.items, row.lots, measure.Date{}, reserves.ModesOf(reserves.Physical))
			c := reserves.CoverageOf(1000, row.items, stock, reserves.Basis{SupportDays: row.days})
			wantObserved(t, "people", c.People, row.want)
			scarcest, ok := c.Bottleneck()
			if ok != (row.bottleneck != "") || scarcest.Item.Code != row.bottleneck {
				t.Errorf("bottleneck %q, want %q", scarcest.Item.Code, row.bottleneck)
			}
		})
	}
}

func TestCostNeedsThePriceOfEveryShortItem(t *testing.T) {
	priced, plain := item("quilt", perPerson(1000)), item("coat", perPerson(1000))
	priced.Price = cited(measure.Fen(100))
	items := []reserves.Item{priced, plain}
	cost := func(quilts, coats int64) spec.Observed[measure.Money] {
		lots := []reserves.Lot{physical("1", "quilt", quilts), physical("2", "coat", coats)}
		return reserves.CoverageOf(100, items, reserves.StockOf(items, lots, measure.Date{}, reserves.ModesOf(reserves.Physical)), reserves.Basis{}).Cost
	}
	wantObserved(t, "nothing short", cost(100, 100), spec.Exactly(measure.Money{}))
	wantObserved(t, "only the priced short", cost(90, 100), spec.Exactly(measure.Fen(1000)))
	wantObserved(t, "both short", cost(90, 99), spec.AtLeast(measure.Fen(1000)))
	wantObserved(t, "only the other short", cost(100, 99), spec.Observed[measure.Money]{})
	between := func(quilts, coats spec.Observed[measure.Quantity]) spec.Observed[measure.Money] {
		two := []reserves.Item{priced, priced}
		two[1].Code = "coat"
		lots := []reserves.Lot{{ID: "1", Item: "quilt", Mode: reserves.Physical, Quantity: quilts}, {ID: "2", Item: "coat", Mode: reserves.Physical, Quantity: coats}}
		return reserves.CoverageOf(100, two, reserves.StockOf(two, lots, measure.Date{}, reserves.ModesOf(reserves.Physical)), reserves.Basis{}).Cost
	}
	wantObserved(t, "one between", between(spec.Between(units(60), units(90)), held(95)), spec.Between(measure.Fen(1500), measure.Fen(4500)))
	wantObserved(t, "the other between", between(held(95), spec.Between(units(60), units(90))), spec.Between(measure.Fen(1500), measure.Fen(4500)))
	wantObserved(t, "at least", between(spec.AtLeast(units(60)), held(95)), spec.Between(measure.Fen(500), measure.Fen(4500)))
	wantObserved(t, "no essential item", reserves.CoverageOf(100, nil, reserves.Stock{}, reserves.Basis{}).Cost, spec.Observed[measure.Money]{})
}

func TestRepeatedLots(t *testing.T) {
	lots := []reserves.Lot{physical("b", "x", 1), physical("a", "x", 1), physical("b", "x", 1), physical("c", "x", 1), physical("a", "y", 2), physical("b", "x", 1)}
	if diff := cmp.Diff([]string{"a", "b"}, reserves.Repeated(lots)); diff != "" {
		t.Errorf("repeated (-want +got):\n%s", diff)
	}
	if got := reserves.Repeated(lots[:2]); got != nil {
		t.Errorf("repeated %v", got)
	}
}

func TestStockOutsideItsListIsUnknown(t *testing.T) {
	stock := reserves.StockOf([]reserves.Item{item("a", perPerson(1000))}, nil, measure.Date{}, 0)
	wantObserved(t, "held", stock.Usable(0), held(0))
	wantObserved(t, "after the list", stock.Usable(1), spec.Observed[measure.Quantity]{})
	wantObserved(t, "before the list", stock.Usable(-1), spec.Observed[measure.Quantity]{})
}
