package reserves_test

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// drawSure draws lots of which everything is known.
func drawSure(t *rapid.T, items []reserves.Item) []reserves.Lot {
	lots := drawLots(t, items)
	for i := range lots {
		if !lots[i].Quantity.Known() {
			lots[i].Quantity = spec.Exactly(measure.Quantity{})
		}
		lots[i].Store = "store-" + strconv.Itoa(i%3)
		lots[i].LeadTime = spec.Exactly(hour(rapid.Int64Range(0, 30).Draw(t, "lead")))
	}
	return lots
}

func leadOf(l *reserves.Lot) (measure.Duration, bool) { return l.LeadTime.Value() }

func TestProgressServesAtEveryHourWhomTheGoodsThereServe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis := drawItems(t), drawBasis(t)
		lots := drawSure(t, items)
		n := measure.People(rapid.Int64Range(0, 3000).Draw(t, "people"))
		w := reserves.Window{From: midYear, Days: 1}
		p := reserves.StockProgress(n, items, lots, w, allModes, basis, leadOf)
		before := measure.People(0)
		for h := int64(0); h <= 31; h++ {
			var there []reserves.Lot
			for i := range lots {
				// A lot that may have expired on the day it arrives is not there.
				lead, _ := lots[i].LeadTime.Value()
				hours := lead.Seconds() / 3600
				if hours <= h && !midYear.AddDays(int((hours+23)/24)).After(lots[i].Expiry) {
					there = append(there, lots[i])
				}
			}
			want, ok := reserves.CoverageOf(n, items, reserves.StockThrough(items, there, w, allModes), basis).People.Value()
			got := p.Served(hour(h))
			if !ok || got != min(n, want) || got < before {
				t.Fatalf("hour %d: %d served, coverage %d, %d before", h, got, want, before)
			}
			before = got
		}
	})
}

func TestProgressEndsAtTheCoverage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis := drawItems(t), drawBasis(t)
		lots := drawSure(t, items)
		w := reserves.Window{From: midYear, Days: basis.SupportDays}
		for i := range lots {
			lots[i].Expiry = measure.Date{} // no lot expires inside the horizon
		}
		c := reserves.CoverageOf(5000, items, reserves.StockThrough(items, lots, w, allModes), basis)
		want, ok := c.People.Value()
		p := reserves.StockProgress(5000, items, lots, w, allModes, basis, leadOf)
		if got := p.Served(hour(1000)); !ok || got != min(5000, want) {
			t.Fatalf("%d served in the end, coverage %d", got, want)
		}
		if at, ok := p.ReachedAt(min(5000, want)); !ok || p.Served(at) != min(5000, want) {
			t.Fatalf("reached at %v, %v", at, ok)
		}
		if _, ok := p.ReachedAt(min(5000, want) + 1); ok {
			t.Fatal("more are served than there is stock for")
		}
		// The scarcest item in the end is the bottleneck of the coverage.
		last := p.At(hour(1000))
		scarcest, found := c.Bottleneck()
		if found && want < 5000 && items[last.Item].Code != scarcest.Item.Code {
			t.Fatalf("%s, not %s", items[last.Item].Code, scarcest.Item.Code)
		}
	})
}

func TestPlacesTogetherServeTheSumOfEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis := drawItems(t), drawBasis(t)
		var places []reserves.Progress
		var all measure.People
		for range rapid.IntRange(0, 4).Draw(t, "places") {
			n := measure.People(rapid.Int64Range(0, 500).Draw(t, "people"))
			places = append(places, reserves.StockProgress(n, items, drawSure(t, items), reserves.Window{From: midYear, Days: 1}, allModes, basis, leadOf))
			all += n
		}
		together := reserves.Together(places...)
		if together.People() != all {
			t.Fatalf("%d people, want %d", together.People(), all)
		}
		for h := int64(0); h <= 31; h++ {
			var want measure.People
			for _, p := range places {
				want += p.Served(hour(h))
			}
			if got := together.Served(hour(h)); got != want {
				t.Fatalf("hour %d: %d, want %d", h, got, want)
			}
		}
		stages := together.Stages()
		for i := 1; i < len(stages); i++ {
			if !stages[i-1].At.Less(stages[i].At) || stages[i].Served < stages[i-1].Served {
				t.Fatalf("%+v", stages)
			}
		}
	})
}

func TestProgressNamesWhomItWaitsFor(t *testing.T) {
	items := []reserves.Item{item("quilt", perPerson(1000)), item("tent", cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1), Group: 4}))}
	p := reserves.ProgressOf(40, items, []reserves.Arrival{
		{Item: 0, Store: "west", Quantity: units(30), At: hour(2)},
		{Item: 1, Store: "east", Quantity: units(5), At: hour(3)},
		{Item: 1, Store: "west", Quantity: units(5), At: hour(6)},
		{Item: 0, Store: "east", Quantity: units(10), At: hour(9)},
	}, reserves.Basis{})
	want := []reserves.Stage{
		{At: hour(0), Served: 0, Item: 0, Store: "west"},
		{At: hour(2), Served: 0, Item: 1, Store: "east"},
		{At: hour(3), Served: 20, Item: 1, Store: "west"},
		{At: hour(6), Served: 30, Item: 0, Store: "east"},
		{At: hour(9), Served: 40, Item: -1},
	}
	got := p.Stages()
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("stage %d: %+v, want %+v", i, got[i], want[i])
		}
	}
	if at, ok := p.ReachedAt(30); !ok || at != hour(6) {
		t.Errorf("30 people after %v", at)
	}
	if s := p.At(hour(5)); s.Served != 20 || s.Store != "west" {
		t.Errorf("hour 5: %+v", s)
	}
	var none reserves.Progress
	if none.Served(hour(9)) != 0 || none.At(hour(1)).Item != -1 || none.People() != 0 {
		t.Error("the zero progress serves somebody")
	}
	if reserves.ProgressOf(5, nil, nil, reserves.Basis{}).Served(hour(9)) != 0 {
		t.Error("a list without essential items serves somebody")
	}
}

func TestALotMustStillBeUsableOnTheDayItMayArrive(t *testing.T) {
	items := []reserves.Item{item("quilt", perPerson(1000))}
	for _, row := range []struct {
		lead   int64 // hours
		days   int   // from the alert to the last day of use
		served measure.People
	}{{0, 0, 5}, {1, 0, 0}, {1, 1, 5}, {24, 1, 5}, {25, 1, 0}, {25, 2, 5}} {
		l := physical("1", "quilt", 5)
		l.Expiry, l.LeadTime = midYear.AddDays(row.days), spec.Exactly(hour(row.lead))
		p := reserves.StockProgress(9, items, []reserves.Lot{l}, reserves.Window{From: midYear, Days: 1}, allModes, reserves.Basis{}, leadOf)
		if got := p.Served(hour(99)); got != row.served {
			t.Errorf("lead %d h, last day %d later: %d served", row.lead, row.days, got)
		}
	}
}

func TestOfPlacesThatWaitAlikeTheFirstIsNamed(t *testing.T) {
	items := []reserves.Item{item("quilt", perPerson(1000)), item("bed", perPerson(1000))}
	quilts := []reserves.Arrival{{Item: 0, Store: "a", Quantity: units(9), At: hour(1)}}
	beds := []reserves.Arrival{{Item: 1, Store: "b", Quantity: units(9), At: hour(1)}}
	first, second := reserves.ProgressOf(9, items, quilts, reserves.Basis{}), reserves.ProgressOf(9, items, beds, reserves.Basis{})
	if got := reserves.Together(first, second).At(hour(2)); got.Item != 1 {
		t.Errorf("waits for %s", items[got.Item].Code)
	}
	if got := reserves.Together(second, first).At(hour(2)); got.Item != 0 {
		t.Errorf("waits for %s", items[got.Item].Code)
	}
}
