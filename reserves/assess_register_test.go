package reserves_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// fullPlan sets everything that this room judges.
func fullPlan() reserves.Provisions {
	p := smallPlan()
	p.Items[0].PerVehicle, p.Items[0].Price = cited(measure.Count(50)), cited(measure.Fen(90_00))
	p.SupportDays, p.Ahead = cited(measure.Count(3)), cited(measure.Count(60))
	p.Levels, p.Tiers = cited(measure.Count(5)), cited(reserves.Tiers())
	p.Categories = cited([]reserves.Category{reserves.LivingRelief})
	p.ForwardPoints.Count = cited(measure.Count(1))
	p.TownshipPoints, p.MinimumStock = cited(true), cited(true)
	p.Centre = reserves.Centre{ID: "centre", Name: spec.T("centre", "中心"), Statements: []spec.Figure[string]{cited("建成")}}
	p.System = cited("system")
	return p
}

// fullRecords meets everything that fullPlan asks for.
func fullRecords() reserves.Records {
	r := smallRecords(100, 100)
	r.Lots[0].Store = "main"
	r.Stores = []reserves.Store{{ID: "main", Tier: reserves.TownshipStore, Place: township(1), Lead: minutes(60)},
		{ID: "point", Tier: reserves.ForwardPoint, Place: township(2), Lead: minutes(60)},
		{ID: "second", Tier: reserves.TownshipStore, Place: township(2), Lead: minutes(60)}}
	r.HasStores, r.Townships, r.HasTownships = true, []hazards.DivisionCode{township(1), township(2)}, true
	r.Needs = []reserves.Need{{Place: township(1), People: people(60)}, {Place: township(2), People: people(40)}}
	r.HasNeeds, r.HasRoutes = true, true
	for _, need := range r.Needs {
		r.Routes = append(r.Routes, reserves.Route{Store: "main", Place: need.Place, Loading: minutes(30), Travel: minutes(60), HandingOut: minutes(90),
			Vehicles: spec.Exactly(measure.Count(2))})
	}
	r.Claims, r.HasClaims = []reserves.Claim{{ID: "c", Lot: "1", For: reserves.EarmarkEvacuees, Quantity: units(5)}}, true
	r.Movements, r.HasMovements = []reserves.Movement{{ID: "m", Kind: reserves.MoveIn, Lot: "1", Quantity: units(1), On: measure.DateOf(2025, 3, 1), Voucher: "v"}}, true
	r.Minimums, r.HasMinimums = []reserves.Minimum{{Firm: "firm", Good: "rice", Least: held(5), Held: held(5)}}, true
	r.Levels = []string{"a", "b", "c", "d", "e"}
	r.Centre, r.System, r.Unified = spec.Exactly(reserves.CentreCompleted), spec.Exactly(true), spec.Exactly(false)
	return r
}

func findingOf(t *testing.T, p reserves.Provisions, r reserves.Records, asOf measure.Date, choices spec.Choices, rule string) spec.Finding {
	t.Helper()
	all := reserves.Assess(p, r, asOf, choices).Findings()
	i := slices.IndexFunc(all, func(f spec.Finding) bool { return f.Rule == "reserves."+rule })
	if i < 0 {
		t.Fatalf("no finding %s", rule)
	}
	return all[i]
}

func TestAFullCountyMeetsAFullPlan(t *testing.T) {
	findings(t, fullPlan(), fullRecords(), lastDay, spec.Choices{})
	for _, f := range reserves.Assess(fullPlan(), fullRecords(), lastDay, spec.Choices{}).Findings() {
		want := spec.Met
		if f.Kind == spec.FigureKind {
			want = spec.NotApplicable
		}
		if f.Verdict != want || f.Kind != spec.FigureKind && len(f.Missing) > 0 {
			t.Errorf("%s: %v (%s), %v", f.Rule, f.Verdict, f.Reason.Text.EN, keys(f.Missing))
		}
	}
}

func TestNothingReportedIsUnknownAndAskedFor(t *testing.T) {
	for _, f := range reserves.Assess(fullPlan(), reserves.Records{}, lastDay, spec.Choices{}).Findings() {
		if f.Verdict != spec.Unknown && f.Rule != "reserves.norms" && f.Rule != "reserves.days-of-cover" {
			t.Errorf("%s: %v (%s)", f.Rule, f.Verdict, f.Reason.Text.EN)
		}
		if f.Verdict == spec.Unknown && len(f.Missing) == 0 {
			t.Errorf("%s asks for nothing", f.Rule)
		}
	}
	for _, f := range reserves.Assess(reserves.Provisions{}, fullRecords(), lastDay, spec.Choices{}).Findings() {
		if f.Verdict == spec.Met || f.Verdict == spec.Unmet {
			t.Errorf("no plan, %s: %v (%s)", f.Rule, f.Verdict, f.Reason.Text.EN)
		}
	}
}

// Each row breaks one thing of the full county.
func TestWhatIsWrongIsFoundByItsRule(t *testing.T) {
	always := func(*reserves.Provisions) {}
	for _, row := range []struct {
		name, rule string
		plan       func(*reserves.Provisions)
		records    func(*reserves.Records)
		verdict    spec.Verdict
		actual     string
		gap        string
	}{
		{"a quilt too few for the affected", "dispatch", always, func(r *reserves.Records) { r.Lots[0].Quantity = held(98) }, spec.Unmet, "99", "1"},
		{"a minute too late", "dispatch", func(p *reserves.Provisions) { p.ReliefWithin = cited(measure.Seconds(5*3600 - 60)) }, func(*reserves.Records) {}, spec.Unmet, "0", "100"},
		{"on the minute", "dispatch", func(p *reserves.Provisions) { p.ReliefWithin = cited(hour(5)) }, func(*reserves.Records) {}, spec.Met, "100", "0"},
		{"vehicles", "dispatch", always, func(r *reserves.Records) { r.Routes[0].Vehicles = spec.Exactly(measure.Count(1)) }, spec.Unmet, "90", "10"},
		{"a route not timed", "dispatch", always, func(r *reserves.Records) { r.Routes[0].Travel = spec.Observed[measure.Duration]{} }, spec.Unknown, "40", ""},
		{"vehicles for one item at a time", "dispatch", func(p *reserves.Provisions) {
			p.Items = append(p.Items, p.Items[0])
			p.Items[1].Code = "blanket"
		}, func(r *reserves.Records) {
			more := r.Lots[0]
			more.ID, more.Item = "2", "blanket"
			r.Lots = append(r.Lots, more)
		}, spec.Unknown, "", ""},
		{"no delivery plan of its own", "relief-time", always, func(r *reserves.Records) { r.Deliveries, r.HasDeliveries = nil, false }, spec.Met, "100", "0"},
		{"no delivery plan and a quilt too few", "relief-time", always, func(r *reserves.Records) {
			r.Deliveries, r.HasDeliveries, r.Lots[0].Quantity = nil, false, held(98)
		}, spec.Unmet, "99", ""},
		{"no delivery plan and a route not timed", "relief-time", always, func(r *reserves.Records) {
			r.Deliveries, r.HasDeliveries, r.Routes[0].Travel = nil, false, spec.Observed[measure.Duration]{}
		}, spec.Unknown, "40", ""},
		{"more people than can be planned with", "dispatch", always, func(r *reserves.Records) { r.Needs[0].People = people(1 << 50) }, spec.Unknown, "", ""},
		{"more people than can be planned with", "relief-purchase", always, func(r *reserves.Records) { r.Needs[0].People = people(1 << 50) }, spec.Unknown, "", ""},
		{"no road for want of a lead time", "relief-purchase", always, func(r *reserves.Records) { r.Stores[0].Lead = spec.Observed[measure.Duration]{} }, spec.Unknown, "", ""},
		{"a set too few", "sets-in-time", always, func(r *reserves.Records) { r.Lots[0].Quantity, r.Claims = held(8), nil }, spec.Unmet, "9", "1"},
		{"delivered too late", "sets-in-time", always, func(r *reserves.Records) { r.Deliveries[0].Travel = minutes(3000) }, spec.Unmet, "0", "10"},
		{"claimed twice", "claims", always, func(r *reserves.Records) {
			r.Claims = append(r.Claims, reserves.Claim{ID: "d", Lot: "1", For: "fire", Quantity: units(97)})
		}, spec.Unmet, "1", "1"},
		{"claims on a lot just enough", "claims", always, func(r *reserves.Records) {
			r.Claims = append(r.Claims, reserves.Claim{ID: "d", Lot: "1", For: "fire", Quantity: units(96)})
		}, spec.Met, "2", "0"},
		{"nothing claimed", "claims", always, func(r *reserves.Records) { r.Claims = nil }, spec.NotApplicable, "", ""},
		{"what is granted to others is gone", "evacuees", always, func(r *reserves.Records) {
			r.Claims = append(r.Claims, reserves.Claim{ID: "d", Lot: "1", For: "fire", Quantity: units(92)})
		}, spec.Unmet, "9", "1"},
		{"an earmark for others", "evacuees", always, func(r *reserves.Records) { r.Lots[0].Earmark = "fire" }, spec.Unmet, "0", "10"},
		{"an earmark for the evacuees", "evacuees", always, func(r *reserves.Records) { r.Lots[0].Earmark = "转移安置" }, spec.Met, "101", "0"},
		{"expires before the last day of support", "evacuees", always, func(r *reserves.Records) { r.Lots[0].Expiry = lastDay.AddDays(1) }, spec.Unmet, "0", "10"},
		{"expires on the last day of support", "evacuees", always, func(r *reserves.Records) { r.Lots[0].Expiry = lastDay.AddDays(2) }, spec.Met, "101", "0"},
		{"lent out", "evacuees", always, func(r *reserves.Records) {
			r.Movements = append(r.Movements, reserves.Movement{ID: "l", Kind: reserves.MoveLoan, Lot: "1", Quantity: units(92), On: lastDay, Voucher: "v"})
		}, spec.Unmet, "9", "1"},
		{"no voucher", "ledger", always, func(r *reserves.Records) { r.Movements[0].Voucher = "" }, spec.Unmet, "0", "1"},
		{"overdrawn", "ledger", always, func(r *reserves.Records) {
			r.Movements = append(r.Movements, reserves.Movement{ID: "o", Kind: reserves.MoveOut, Lot: "1", Quantity: units(102), On: lastDay, Voucher: "v"})
		}, spec.Unmet, "1", "1"},
		{"an overdrawn register is no stock", "evacuees", always, func(r *reserves.Records) {
			r.Movements = append(r.Movements, reserves.Movement{ID: "o", Kind: reserves.MoveOut, Lot: "1", Quantity: units(102), On: lastDay, Voucher: "v"})
		}, spec.Unknown, "", ""},
		{"nothing moved yet", "ledger", always, func(r *reserves.Records) { r.Movements[0].On = lastDay.AddDays(1) }, spec.NotApplicable, "", ""},
		{"expired", "ageing", always, func(r *reserves.Records) { r.Lots[0].Expiry = lastDay.AddDays(-1) }, spec.Unmet, "0", "1"},
		{"to be rotated", "ageing", always, func(r *reserves.Records) { r.Lots[0].Expiry = lastDay }, spec.Met, "1", "0"},
		{"no lots", "ageing", always, func(r *reserves.Records) { r.Lots, r.Movements = nil, nil }, spec.NotApplicable, "", ""},
		{"firm below its minimum", "minimum-stock", always, func(r *reserves.Records) { r.Minimums[0].Held = held(4) }, spec.Unmet, "0", "1"},
		{"firm not heard of", "minimum-stock", always, func(r *reserves.Records) { r.Minimums[0].Held = spec.Observed[measure.Quantity]{} }, spec.Unknown, "", ""},
		{"no firms", "minimum-stock", always, func(r *reserves.Records) { r.Minimums = nil }, spec.NotApplicable, "", ""},
		{"no forward point", "forward-points", always, func(r *reserves.Records) { r.Stores = r.Stores[:1] }, spec.Unmet, "0", "1"},
		{"a township without a store", "township-points", always, func(r *reserves.Records) { r.Stores = r.Stores[:2] }, spec.Unmet, "1", "1"},
		{"a category without stock", "categories", func(p *reserves.Provisions) {
			p.Categories = cited([]reserves.Category{reserves.ForestFire, reserves.LivingRelief})
		}, func(*reserves.Records) {}, spec.Unmet, "1", "1"},
		{"a category not counted", "categories", always, func(r *reserves.Records) {
			r.Movements, r.Lots[0].Quantity = nil, spec.Observed[measure.Quantity]{}
		}, spec.Unknown, "", ""},
		{"the centre is started", "centre", always, func(r *reserves.Records) { r.Centre = spec.Exactly(reserves.CentreStarted) }, spec.Unmet, "", ""},
		{"no system", "information-system", always, func(r *reserves.Records) { r.System = spec.Exactly(false) }, spec.Unmet, "", ""},
		{"three days of water", "days-of-cover", func(p *reserves.Provisions) {
			p.Items = append(p.Items, item("water", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(2)})))
		}, func(r *reserves.Records) { r.Lots = append(r.Lots, physical("w", "water", 79)) }, spec.NotApplicable, "3", ""},
		{"what to buy", "purchase", always, func(r *reserves.Records) { r.Lots[0].Quantity, r.Claims, r.Movements = held(7), nil, nil }, spec.NotApplicable, "270", ""},
		{"what to add", "relief-purchase", always, func(r *reserves.Records) { r.Lots[0].Quantity, r.Claims, r.Movements = held(97), nil, nil }, spec.NotApplicable, "270", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			p, r := fullPlan(), fullRecords()
			row.plan(&p)
			row.records(&r)
			f := findingOf(t, p, r, lastDay, spec.Choices{}, row.rule)
			if f.Verdict != row.verdict || f.Actual.String() != row.actual || f.Gap.String() != row.gap && row.gap != "" {
				t.Errorf("%v, actual %q, gap %q: %s", f.Verdict, f.Actual, f.Gap, f.Reason.Text.EN)
			}
			findings(t, p, r, lastDay, spec.Choices{})
			// What is not met before the end of the plan may still be met.
			early := findingOf(t, p, r, lastDay.AddDays(-1), spec.Choices{}, row.rule)
			if f.Kind == spec.TargetKind && early.Verdict == spec.Unmet {
				t.Errorf("the day before it is due: %v", early.Verdict)
			}
		})
	}
}

func TestReadingsChangeWhatTheySay(t *testing.T) {
	p, r := fullPlan(), fullRecords()
	r.Stores, r.Centre, r.System, r.Unified = r.Stores[:2], spec.Exactly(reserves.CentreStarted), spec.Exactly(false), spec.Exactly(true)
	for _, row := range []struct {
		reading, option, rule string
		verdict               spec.Verdict
	}{
		{"storage-points", reserves.PointsTownship, "township-points", spec.Unmet},
		{"storage-points", reserves.PointsForward, "township-points", spec.Met},
		{"centre-state", reserves.CentreToComplete, "centre", spec.Unmet},
		{"centre-state", reserves.CentreToStart, "centre", spec.Met},
		{"centre-state", reserves.CentreToAdvance, "centre", spec.Met},
		{"information-role", reserves.SystemOwn, "information-system", spec.Unmet},
		{"information-role", reserves.SystemUnified, "information-system", spec.Met},
		{"dispatch-form", reserves.DispatchKits, "dispatch", spec.Unknown}, // no figure of kits a vehicle carries
		{"scarce-stock", reserves.RationByWaiting, "dispatch", spec.Met},
	} {
		f := findingOf(t, p, r, lastDay, spec.Choices{}.With("reserves."+row.reading, row.option), row.rule)
		if f.Verdict != row.verdict || !slices.Contains(f.Readings, "reserves."+row.reading+"="+row.option) {
			t.Errorf("%s=%s: %v, %v", row.reading, row.option, f.Verdict, f.Readings)
		}
	}
	for _, reading := range reserves.Readings() {
		choices := spec.Choices{}.With(reading.ID, "nonsense")
		found := false
		for _, f := range reserves.Assess(p, r, lastDay, choices).Findings() {
			if f.Reason.Code != spec.ReasonInvalidChoice {
				continue
			}
			found = true
			if f.Verdict != spec.Unknown || !strings.Contains(f.Reason.Text.EN, "nonsense") {
				t.Errorf("%s: %v, %s", f.Rule, f.Verdict, f.Reason.Text.EN)
			}
		}
		if !found {
			t.Errorf("%s: nothing says that the option is unknown", reading.ID)
		}
	}
}

func TestTheCountyOwnItemsAndNormsHold(t *testing.T) {
	p, r := fullPlan(), fullRecords()
	r.Items = []reserves.Item{item("bed", perPerson(1000))}
	r.Norms = []reserves.ItemNorm{{Item: "quilt", Norm: perPerson(2000)}, {Item: "boat", Norm: cited(reserves.Norm{Kind: reserves.PerPerson, Quantity: units(1), Unit: "艘"})}}
	r.Profiles = []string{"winter", "nowhere"}
	p.Profiles = []reserves.Profile{{ID: "winter", Title: spec.T("winter", "冬季"), Norms: []reserves.ItemNorm{{Item: "bed", Norm: perPerson(500)}}}}
	a := reserves.Assess(p, r, lastDay, spec.Choices{})
	if len(a.Items) != 2 || a.Items[0].Norm.Value.Quantity != units(2) || a.Items[1].Norm.Value.Quantity != measure.Thousandths(500) {
		t.Fatalf("%+v", a.Items)
	}
	f := findingOf(t, p, r, lastDay, spec.Choices{}, "norms")
	text := ""
	for _, in := range f.Inputs {
		text += in.Name + "=" + in.Text + ";"
	}
	for _, want := range []string{"profiles=winter, nowhere", "boat", "nowhere"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	// An item of the plan is not replaced behind its back.
	r.Items = []reserves.Item{item("quilt", perPerson(1))}
	if a := reserves.Assess(p, r, lastDay, spec.Choices{}); len(a.Items) != 1 || a.Items[0].Norm.Value.Quantity != units(2) {
		t.Errorf("%+v", a.Items)
	}
}

func TestUnknownDaysOfSupportBoundWhatExpires(t *testing.T) {
	p, r := fullPlan(), fullRecords()
	p.SupportDays = spec.Figure[measure.Count]{}
	if f := findingOf(t, p, r, lastDay, spec.Choices{}, "evacuees"); f.Verdict != spec.Met {
		t.Errorf("stock that does not expire: %v", f.Verdict)
	}
	r.Lots[0].Expiry = lastDay.AddYears(5)
	f := findingOf(t, p, r, lastDay, spec.Choices{}, "evacuees")
	if f.Verdict != spec.Unknown || f.Bound != spec.AtMostBound || !slices.Equal(keys(f.Missing), []string{"county.yaml: reserves.support_days"}) {
		t.Errorf("%v, %s %v, %v", f.Verdict, f.Bound, f.Actual, keys(f.Missing))
	}
	r.SupportDays = spec.Exactly(measure.Count(30))
	if f := findingOf(t, p, r, lastDay, spec.Choices{}, "evacuees"); f.Verdict != spec.Met {
		t.Errorf("30 days: %v", f.Verdict)
	}
}
