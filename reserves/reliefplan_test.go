package reserves_test

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func township(i int) hazards.DivisionCode {
	code, err := hazards.ParseDivisionCode("99010110" + strconv.Itoa(i))
	if err != nil {
		panic(err)
	}
	return code
}

// drawScenario draws a scenario of which everything is known. Without limits
// every store reaches every place with as many vehicles as it takes.
func drawScenario(t *rapid.T, limits bool) reserves.Scenario {
	items, basis := drawItems(t), drawBasis(t)
	for i := range items {
		items[i].PerVehicle = cited(measure.Count(rapid.Int64Range(1, 500).Draw(t, "units a vehicle carries")))
	}
	s := reserves.Scenario{Items: items, Lots: drawSure(t, items), Basis: basis, Counted: allModes,
		Window: reserves.Window{From: midYear, Days: basis.SupportDays}, Delay: minutes(rapid.Int64Range(0, 90).Draw(t, "delay")),
		Limit: hour(rapid.Int64Range(0, 40).Draw(t, "limit"))}
	for i := range rapid.IntRange(1, 3).Draw(t, "places") {
		s.Needs = append(s.Needs, reserves.Need{Place: township(i), People: people(rapid.Int64Range(0, 400).Draw(t, "people"))})
		for store := range 3 {
			if limits && rapid.IntRange(0, 4).Draw(t, "no route") == 0 {
				s.Routes = append(s.Routes, reserves.Route{Store: "store-" + strconv.Itoa(store), Place: township(i), Closed: true})
				continue
			}
			vehicles := int64(1_000_000)
			if limits {
				vehicles = rapid.Int64Range(0, 6).Draw(t, "vehicles")
			}
			s.Routes = append(s.Routes, reserves.Route{Store: "store-" + strconv.Itoa(store), Place: township(i),
				Loading: minutes(30), Travel: minutes(rapid.Int64Range(0, 300).Draw(t, "travel")), HandingOut: minutes(60),
				Vehicles: spec.Exactly(measure.Count(vehicles))})
		}
	}
	return s
}

func planned(t *rapid.T, s reserves.Scenario) reserves.ReliefPlan {
	p, err := reserves.PlanRelief(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestReliefPlansKeepWhatTheyPromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t, true)
		s.Packed = rapid.Bool().Draw(t, "packed")
		s.KitPerVehicle = cited(measure.Count(20))
		s.Ration = rapid.SampledFrom([]reserves.Ration{reserves.RationProportional, reserves.RationLeastWaiting}).Draw(t, "ration")
		p := planned(t, s)
		if !p.Doubt.IsZero() {
			t.Fatalf("%+v", p.Doubt)
		}
		for _, one := range p.Items {
			used := make([]int64, len(one.Net.Supplies))
			for _, c := range one.Dispatch.Consignments {
				used[c.Supply] += c.Units
			}
			for k, units := range used {
				if units > one.Net.Supplies[k].Units {
					t.Fatalf("%s: %d units out of a supply of %d", one.Item.Code, units, one.Net.Supplies[k].Units)
				}
			}
			if one.Late != nil {
				if err := one.Late.Check(one.Net, s.Limit); err != nil {
					t.Fatal(err)
				}
			}
			if (one.Late == nil) != (one.Complete && !s.Limit.Less(one.Done)) || (one.Never == nil) != one.Complete {
				t.Fatalf("%s: complete %v after %v, late %v, never %v", one.Item.Code, one.Complete, one.Done, one.Late, one.Never)
			}
		}
		end, all := p.Progress.Served(hour(1000)), measure.People(0)
		for i, one := range p.Places {
			n, _ := s.Needs[i].People.Value()
			all += n
			if one.Served(hour(1000)) > n {
				t.Fatalf("%d of %d people served", one.Served(hour(1000)), n)
			}
		}
		if p.Complete && end != all {
			t.Fatalf("complete %v, %d of %d served in the end", p.Complete, end, all)
		}
		if at, ok := p.Progress.ReachedAt(all); p.Complete && (!ok || all > 0 && p.Done.Less(at)) {
			t.Fatalf("complete after %v, reached at %v, %v", p.Done, at, ok)
		}
		want := spec.Unmet
		if p.Complete && !s.Limit.Less(p.Done) {
			want = spec.Met
			if len(p.Overbooked) > 0 {
				want = spec.Unknown
			}
		}
		if got := p.Verdict(s.Limit); got != want {
			t.Fatalf("%v, want %v: %+v", got, want, p)
		}
	})
}

func TestMoreStockNeverServesFewerNorLater(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t, false)
		before := planned(t, s)
		more := s
		more.Lots = append(slices.Clone(s.Lots), drawSure(t, s.Items)...)
		for i := len(s.Lots); i < len(more.Lots); i++ {
			more.Lots[i].ID = "more-" + more.Lots[i].ID
		}
		after := planned(t, more)
		if a, b := before.Progress.Served(hour(1000)), after.Progress.Served(hour(1000)); b < a {
			t.Fatalf("%d served in the end, %d with more", a, b)
		}
		if before.Complete && (!after.Complete || before.Done.Less(after.Done)) {
			t.Fatalf("done after %v, with more %v after %v", before.Done, after.Complete, after.Done)
		}
		for i := range before.Items {
			if a, b := before.Items[i].Purchase.Units, after.Items[i].Purchase.Units; before.Items[i].Purchase.Beyond == nil && b > a {
				t.Fatalf("%s: %d to buy, %d with more", before.Items[i].Item.Code, a, b)
			}
		}
	})
}

func TestTheOrderOfLotsAndRoutesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t, true)
		a := planned(t, s)
		s.Lots = rapid.Permutation(s.Lots).Draw(t, "lots in another order")
		s.Routes = rapid.Permutation(s.Routes).Draw(t, "routes in another order")
		b := planned(t, s)
		if !slices.Equal(a.Progress.Stages(), b.Progress.Stages()) || a.Done != b.Done || a.Complete != b.Complete {
			t.Fatalf("%+v\n%+v", a.Progress.Stages(), b.Progress.Stages())
		}
	})
}

// small is one store of 40 quilts and 8 tents on two townships of 20 people.
func small() reserves.Scenario {
	tents := item("tent", cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1), Group: 4}))
	quilts := item("quilt", perPerson(1000))
	tents.PerVehicle, quilts.PerVehicle = cited(measure.Count(4)), cited(measure.Count(10))
	tents.Price = cited(measure.Fen(100_00))
	lots := []reserves.Lot{physical("q", "quilt", 40), physical("t", "tent", 8)}
	s := reserves.Scenario{Items: []reserves.Item{quilts, tents}, Counted: allModes, Window: reserves.Window{From: midYear, Days: 1},
		Stores: []reserves.Store{{ID: "main", Lead: minutes(60)}}, Delay: minutes(0), Limit: hour(6)}
	for i := range lots {
		lots[i].Store = "main"
	}
	s.Lots = lots
	for i := range 2 {
		s.Needs = append(s.Needs, reserves.Need{Place: township(i), People: people(20)})
		s.Routes = append(s.Routes, reserves.Route{Store: "main", Place: township(i), Loading: minutes(0), Travel: minutes(int64(60 * (i + 1))),
			HandingOut: minutes(60), Vehicles: spec.Exactly(measure.Count(2))})
	}
	return s
}

func TestScarceStockIsSharedInProportion(t *testing.T) {
	p, err := reserves.PlanRelief(small())
	if err != nil {
		t.Fatal(err)
	}
	// 8 tents house 32 people: 16 in each township, by hour 3 and by hour 4.
	for i, want := range []struct {
		at     measure.Duration
		served measure.People
	}{{hour(2), 0}, {hour(3), 16}, {hour(4), 32}, {hour(40), 32}} {
		if got := p.Progress.Served(want.at); got != want.served {
			t.Errorf("%d: %d people served, want %d", i, got, want.served)
		}
	}
	if p.Places[0].Served(hour(9)) != 16 || p.Places[1].Served(hour(9)) != 16 || p.Complete || p.Verdict(hour(6)) != spec.Unmet {
		t.Errorf("%+v", p)
	}
	tents := p.Items[1]
	if tents.Late == nil || tents.Late.Missing != 2 || tents.Purchase.Units != 2 || len(tents.Purchase.Lines) != 1 || p.Store(tents.Purchase.Lines[0].Store) != "main" {
		t.Errorf("%+v", tents)
	}
	if cost, ok := tents.Purchase.Cost.Value(); !ok || cost != measure.Fen(200_00) {
		t.Errorf("cost %v", cost)
	}
	last := p.Progress.At(hour(9))
	if last.Item != 1 || last.Store != "" {
		t.Errorf("bottleneck %+v", last)
	}
	// 16 quilts fill two vehicles and 4 tents a third, on each way.
	if len(p.Overbooked) != 2 || p.Overbooked[0].Wanted != 3 || p.Overbooked[0].Vehicles != 2 {
		t.Errorf("%+v", p.Overbooked)
	}
	s := small()
	s.Ration = reserves.RationLeastWaiting
	if p, err = reserves.PlanRelief(s); err != nil || p.Places[0].Served(hour(3)) != 20 || p.Places[1].Served(hour(9)) != 12 {
		t.Errorf("%v, %d and %d served, not 20 in the near township", err, p.Places[0].Served(hour(3)), p.Places[1].Served(hour(9)))
	}
}

func TestWhatIsNotKnownIsInDoubtAndNotCountedOn(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(*reserves.Scenario)
		doubt  func(reserves.Doubt) bool
	}{
		{"delay", func(s *reserves.Scenario) { s.Delay = spec.Observed[measure.Duration]{} }, func(d reserves.Doubt) bool { return d.Delay }},
		{"quantity", func(s *reserves.Scenario) { s.Lots[1].Quantity = spec.Observed[measure.Quantity]{} }, func(d reserves.Doubt) bool { return slices.Equal(d.Lots, []string{"t"}) }},
		{"lead time", func(s *reserves.Scenario) { s.Stores = nil }, func(d reserves.Doubt) bool { return slices.Equal(d.Lots, []string{"q", "t"}) }},
		{"negative lead time", func(s *reserves.Scenario) { s.Lots[0].LeadTime = minutes(-5) }, func(d reserves.Doubt) bool { return slices.Equal(d.Lots, []string{"q"}) }},
		{"travel", func(s *reserves.Scenario) { s.Routes[0].Travel = spec.Observed[measure.Duration]{} }, func(d reserves.Doubt) bool { return len(d.Routes) == 1 }},
		{"vehicles", func(s *reserves.Scenario) { s.Routes[0].Vehicles = spec.Observed[measure.Count]{} }, func(d reserves.Doubt) bool { return len(d.Routes) == 1 }},
		{"what a vehicle carries", func(s *reserves.Scenario) { s.Items[0].PerVehicle = spec.Figure[measure.Count]{} }, func(d reserves.Doubt) bool { return len(d.Routes) == 2 }},
		{"people", func(s *reserves.Scenario) { s.Needs[0].People = spec.Observed[measure.People]{} }, func(d reserves.Doubt) bool { return len(d.Places) == 1 }},
		{"norm", func(s *reserves.Scenario) { s.Items[0].Norm = spec.Figure[reserves.Norm]{} }, func(d reserves.Doubt) bool { return slices.Equal(d.Items, []string{"quilt"}) }},
	} {
		s := small()
		s.Lots[1].Quantity, s.Routes[0].Vehicles, s.Routes[1].Vehicles = held(20), spec.Exactly(measure.Count(20)), spec.Exactly(measure.Count(20))
		if p, err := reserves.PlanRelief(s); err != nil || !p.Doubt.IsZero() || p.Verdict(hour(6)) != spec.Met {
			t.Fatalf("before: %v, %+v", err, p)
		}
		row.change(&s)
		p, err := reserves.PlanRelief(s)
		if err != nil || p.Doubt.IsZero() || !row.doubt(p.Doubt) || p.Verdict(hour(6)) != spec.Unknown {
			t.Errorf("%s: %v, %+v, %v", row.name, err, p.Doubt, p.Verdict(hour(6)))
		}
	}
}

func TestPackedKitsAreNoMoreThanAStoreCanFill(t *testing.T) {
	s := small()
	s.Packed, s.KitPerVehicle = true, cited(measure.Count(50))
	s.Lots = append(s.Lots, reserves.Lot{ID: "far", Item: "quilt", Store: "other", Quantity: held(100), Mode: reserves.Physical, LeadTime: minutes(0)})
	p, err := reserves.PlanRelief(s)
	if err != nil || len(p.Items) != 1 || p.Items[0].Item.Code != reserves.KitCode {
		t.Fatalf("%v, %+v", err, p.Items)
	}
	net := p.Items[0].Net
	if len(net.Supplies) != 1 || net.Supplies[0].Units != 32 || net.Supplies[0].Ready != hour(1) || net.Needs[0] != 20 {
		t.Errorf("%+v", net)
	}
	if p.Progress.Served(hour(9)) != 32 || p.Progress.At(hour(9)).Item != 1 {
		t.Errorf("%+v", p.Progress.At(hour(9)))
	}
	// A lot that comes later completes more kits then.
	late := physical("late", "tent", 2)
	late.Store, late.LeadTime = "main", minutes(300)
	s.Lots = append(s.Lots, late)
	if p, err = reserves.PlanRelief(s); err != nil || len(p.Items[0].Net.Supplies) != 2 || p.Items[0].Net.Supplies[1].Units != 8 || p.Items[0].Net.Supplies[1].Ready != hour(5) {
		t.Errorf("%v, %+v", err, p.Items[0].Net)
	}
}

func TestALotThatExpiresOnTheWayIsNotSent(t *testing.T) {
	s := small()
	s.Lots[1].Quantity = held(10)
	s.Lots[1].Expiry = midYear.AddDays(1) // arrives within the first day
	if p, err := reserves.PlanRelief(s); err != nil || !p.Items[1].Complete && p.Items[1].Never.Missing != 0 {
		t.Errorf("%v, %+v", err, p.Items[1].Never)
	}
	s.Lots[1].Expiry = midYear // the clock may start in the evening
	if p, err := reserves.PlanRelief(s); err != nil || p.Items[1].Never == nil || p.Items[1].Never.Held != 0 {
		t.Errorf("%v, %+v", err, p.Items[1].Never)
	}
}

func TestARowForAnItemGoesBeforeOneForAny(t *testing.T) {
	for _, order := range [][2]int{{0, 1}, {1, 0}} {
		s := small()
		own := s.Routes[0]
		own.Item, own.Vehicles = "tent", spec.Exactly(measure.Count(1))
		pair := []reserves.Route{s.Routes[0], own}
		s.Routes = []reserves.Route{pair[order[0]], pair[order[1]], s.Routes[1]}
		p, err := reserves.PlanRelief(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range p.Items {
			want := int64(20) // two vehicles of ten quilts
			if one.Item.Code == "tent" {
				want = 4 // one vehicle of four tents
			}
			if got := one.Net.Links[0]; got.Place != 0 || got.Limit != want || len(one.Net.Links) != 2 {
				t.Errorf("%s: %+v", one.Item.Code, one.Net.Links)
			}
		}
	}
}

func TestNoVehiclesCarryNothing(t *testing.T) {
	s := small()
	s.Lots[1].Quantity = held(10)
	s.Routes[1].Vehicles = spec.Exactly(measure.Count(0))
	p, err := reserves.PlanRelief(s)
	if err != nil || p.Complete || p.Places[1].Served(hour(99)) != 0 || p.Places[0].Served(hour(99)) != 20 {
		t.Fatalf("%v, %+v", err, p.Progress.Stages())
	}
	if late := p.Items[0].Late; late == nil || !slices.Equal(late.Places, []int{1}) || !slices.Equal(late.Links, []int{1}) || late.Missing != 20 || p.Items[0].Purchase.Beyond == nil {
		t.Errorf("%+v", p.Items[0])
	}
}

func TestSharesAreRoundedToWholeGroups(t *testing.T) {
	s := small()
	s.Needs, s.Routes[0].Place, s.Routes[1].Place = nil, township(0), township(1)
	s.Routes = append(s.Routes, s.Routes[0])
	s.Routes[2].Place = township(2)
	for i := range 3 {
		s.Needs = append(s.Needs, reserves.Need{Place: township(i), People: people(10)})
	}
	p, err := reserves.PlanRelief(s)
	if err != nil {
		t.Fatal(err)
	}
	// 8 tents of 4 house 9, 9 and 8: with one more somebody needs a ninth tent.
	for i, want := range []measure.People{9, 9, 8} {
		if got := p.Places[i].Served(hour(99)); got != want {
			t.Errorf("place %d: %d, want %d", i, got, want)
		}
	}
}

func TestWhereNoSharingIsPossibleTheNearestAreServed(t *testing.T) {
	s := small()
	s.Routes[1].Vehicles = spec.Exactly(measure.Count(0)) // 16 people each cannot be
	p, err := reserves.PlanRelief(s)
	if err != nil || p.Places[0].Served(hour(99)) != 20 || p.Places[1].Served(hour(99)) != 0 {
		t.Errorf("%v, %d and %d", err, p.Places[0].Served(hour(99)), p.Places[1].Served(hour(99)))
	}
}
