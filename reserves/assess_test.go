package reserves_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

var lastDay = measure.DateOf(2025, 12, 31)

func TestEvacueesVerdictAtTheBoundary(t *testing.T) {
	for _, row := range []struct {
		quilts  int64
		asOf    measure.Date
		verdict spec.Verdict
		code    string
		gap     string
	}{
		{10, lastDay, spec.Met, spec.ReasonCompared, "0"},
		{11, lastDay, spec.Met, spec.ReasonCompared, "0"},
		{9, lastDay, spec.Unmet, spec.ReasonCompared, "1"},
		{0, lastDay, spec.Unmet, spec.ReasonCompared, "10"},
		{9, measure.DateOf(2025, 12, 30), spec.Unknown, spec.ReasonNotDue, "1"},
		{10, measure.DateOf(2022, 8, 2), spec.Met, spec.ReasonCompared, "0"},
	} {
		f, _, _ := findings(t, smallPlan(), smallRecords(row.quilts, 100), row.asOf, spec.Choices{})
		if f.Verdict != row.verdict || f.Reason.Code != row.code || f.Gap.String() != row.gap {
			t.Errorf("%d quilts on %s: %v, %s, gap %s", row.quilts, row.asOf, f.Verdict, f.Reason.Code, f.Gap)
		}
		if f.Actual.String() != input(f, "quilt.people") || f.Required.String() != "10" || f.Comparison != spec.NotBelow || f.Target != "reserve-10" {
			t.Errorf("%d quilts: %+v", row.quilts, f)
		}
		if len(f.Missing) != 0 {
			t.Errorf("%d quilts: asks for %v", row.quilts, keys(f.Missing))
		}
		if !f.IsWeak() {
			t.Error("made-up norms are not shown as weak")
		}
	}
}

func TestReliefVerdictAtTheBoundary(t *testing.T) {
	p := smallPlan()
	r := smallRecords(10, 100)
	r.Deliveries = []reserves.Delivery{delivery("a", 100, 20*60, 2*60, 60)} // 23 h after it is reported
	for _, row := range []struct {
		name    string
		delay   spec.Observed[measure.Duration]
		people  int64
		choices spec.Choices
		verdict spec.Verdict
		actual  string
		slack   string
	}{
		{"on the hour", minutes(60), 100, spec.Choices{}, spec.Met, "100", "0"},
		{"a minute late", minutes(61), 100, spec.Choices{}, spec.Unmet, "0", "-0.02"},
		{"from the report", minutes(61), 100, spec.Choices{}.With("reserves.relief-clock", "report"), spec.Met, "100", "1"},
		{"one short", minutes(60), 99, spec.Choices{}, spec.Unmet, "99", "absent"},
		{"delay unknown", spec.Observed[measure.Duration]{}, 100, spec.Choices{}, spec.Unknown, "100", "absent"},
		{"delay unknown, too few anyway", spec.Observed[measure.Duration]{}, 99, spec.Choices{}, spec.Unmet, "99", "absent"},
		{"delay unknown, from the report", spec.Observed[measure.Duration]{}, 100, spec.Choices{}.With("reserves.relief-clock", "report"), spec.Met, "100", "1"},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := r
			r.ReportDelay = row.delay
			r.Deliveries = slices.Clone(r.Deliveries)
			r.Deliveries[0].People = people(row.people)
			_, f, _ := findings(t, p, r, lastDay, row.choices)
			if f.Verdict != row.verdict || f.Actual.String() != row.actual || input(f, "slack") != row.slack {
				t.Errorf("%v, actual %s, slack %s", f.Verdict, f.Actual, input(f, "slack"))
			}
			if f.Required.String() != "100" || f.Target != "relief-24h" || f.Unit != spec.Persons {
				t.Errorf("%+v", f)
			}
		})
	}
}

func TestNobodyAffectedIsNotApplicable(t *testing.T) {
	r := smallRecords(10, 100)
	r.Affected = people(0)
	_, f, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{})
	if len(f.Inputs) != 0 || f.Required.Known() {
		t.Errorf("%+v", f)
	}
	if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNothingToDo {
		t.Errorf("%v, %s", f.Verdict, f.Reason.Code)
	}
}

func TestAnEmptyPlanAsksForNothing(t *testing.T) {
	e, r, w := findings(t, reserves.Provisions{}, reserves.Records{}, lastDay, spec.Choices{})
	for _, f := range []spec.Finding{e, r} {
		if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan || len(f.Missing) != 0 {
			t.Errorf("%s: %v, %s", f.Rule, f.Verdict, f.Reason.Code)
		}
	}
	if w.Verdict != spec.Unknown || w.Actual.Known() {
		t.Errorf("warehouses: %v %s", w.Verdict, w.Actual)
	}
}

func TestMissingRecordsAreAskedFor(t *testing.T) {
	water := item("water", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(3)}))
	kit := item("kit", cited(reserves.Norm{Kind: reserves.PerHousehold, Quantity: units(1)}))
	p := smallPlan()
	p.Items = append(p.Items, water, kit)
	e, r, w := findings(t, p, reserves.Records{}, lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"stock.csv", "county.yaml: reserves.support_days", "county.yaml: reserves.household_size"}, keys(e.Missing)); diff != "" {
		t.Errorf("stock (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"deliveries.csv", "county.yaml: reserves.relief.affected", "county.yaml: reserves.relief.report_delay"}, keys(r.Missing)); diff != "" {
		t.Errorf("relief (-want +got):\n%s", diff)
	}
	for _, f := range []spec.Finding{e, r, w} {
		if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonNoData || f.Actual.Known() || f.Gap.Known() {
			t.Errorf("%s: %v, %s, actual %s, gap %s", f.Rule, f.Verdict, f.Reason.Code, f.Actual, f.Gap)
		}
	}

	e, _, _ = findings(t, smallPlan(), reserves.Records{}, lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"stock.csv"}, keys(e.Missing)); diff != "" {
		t.Errorf("nothing per day or household (-want +got):\n%s", diff)
	}

	// A register that is there but not complete.
	records := smallRecords(10, 100)
	records.Lots = append(records.Lots, physical("2", "water", 1000), reserves.Lot{ID: "3", Item: "kit", Mode: reserves.Physical}, reserves.Lot{ID: "4", Item: "rope", Unit: "米"})
	records.SupportDays, records.HouseholdSize = spec.Exactly(measure.Count(3)), people(3)
	records.Deliveries = append(records.Deliveries, reserves.Delivery{ID: "b", People: people(5), Lead: minutes(1), Travel: minutes(1)})
	records.Affected = people(104)
	e, r, _ = findings(t, p, records, lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"stock.csv: quantity, unit, mode"}, keys(e.Missing)); diff != "" {
		t.Errorf("stock (-want +got):\n%s", diff)
	}
	if e.Verdict != spec.Unknown || e.Bound != spec.AtMostBound || !strings.Contains(e.Missing[0].Question.EN, ": 3?") {
		t.Errorf("%v %v %q", e.Verdict, e.Bound, e.Missing[0].Question.EN)
	}
	if diff := cmp.Diff([]string{"deliveries.csv: people, lead, travel, handing_out"}, keys(r.Missing)); diff != "" {
		t.Errorf("relief (-want +got):\n%s", diff)
	}
	if r.Verdict != spec.Unknown || !strings.Contains(r.Missing[0].Question.EN, ": b?") {
		t.Errorf("%v %q", r.Verdict, r.Missing[0].Question.EN)
	}

	// Items without a norm, and no essential item at all.
	p.Items = []reserves.Item{item("mystery", spec.Figure[reserves.Norm]{})}
	e, _, _ = findings(t, p, smallRecords(10, 100), lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"reserves.yaml: items", "stock.csv: item"}, keys(e.Missing)); diff != "" {
		t.Errorf("no norm (-want +got):\n%s", diff)
	}
	p.Items[0].Essential = false
	e, _, _ = findings(t, p, smallRecords(10, 100), lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"reserves.yaml: items"}, keys(e.Missing)); diff != "" || e.Verdict != spec.Unknown {
		t.Errorf("nothing essential: %v (-want +got):\n%s", e.Verdict, diff)
	}
}

func TestAnUnknownItemDoesNotHideAnotherThatFails(t *testing.T) {
	p := smallPlan()
	p.Items = append(p.Items, item("water", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(3)})))
	r := smallRecords(9, 100)
	r.Lots = append(r.Lots, physical("2", "water", 1000))
	f, _, _ := findings(t, p, r, lastDay, spec.Choices{})
	if f.Verdict != spec.Unmet || f.Bound != spec.AtMostBound || f.Actual.String() != "9" {
		t.Errorf("9 quilts: %v, %v %s", f.Verdict, f.Bound, f.Actual)
	}
	r.Lots[0].Quantity = held(10)
	f, _, _ = findings(t, p, r, lastDay, spec.Choices{})
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonPartial || f.Gap.Known() {
		t.Errorf("10 quilts, days unknown: %v, %s, gap %s", f.Verdict, f.Reason.Code, f.Gap)
	}
}

func TestReadingOfModes(t *testing.T) {
	r := smallRecords(4, 100)
	r.Lots = append(r.Lots,
		reserves.Lot{ID: "2", Item: "quilt", Quantity: held(3), Mode: reserves.Agreement},
		reserves.Lot{ID: "3", Item: "quilt", Quantity: held(2), Mode: reserves.Household})
	for _, row := range []struct {
		option, actual string
		verdict        spec.Verdict
	}{{"physical", "4", spec.Unmet}, {"physical-and-agreement", "7", spec.Unmet}, {"all", "9", spec.Unmet}, {"none", "", spec.Unknown}} {
		f, _, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{}.With("reserves.counted-modes", row.option))
		if f.Actual.String() != row.actual || f.Verdict != row.verdict {
			t.Errorf("%s: %s, %v", row.option, f.Actual, f.Verdict)
		}
		if diff := cmp.Diff([]string{"reserves.counted-modes=" + row.option}, f.Readings); diff != "" {
			t.Errorf("readings (-want +got):\n%s", diff)
		}
	}
	_, f, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{}.With("reserves.relief-clock", "noon"))
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonInvalidChoice {
		t.Errorf("%v, %s", f.Verdict, f.Reason.Code)
	}
}

func TestAnIDThatStandsTwiceIsNeverCountedTwice(t *testing.T) {
	r := smallRecords(6, 60)
	r.Lots = append(r.Lots, physical("1", "quilt", 6))
	r.Deliveries = append(r.Deliveries, delivery("a", 60, 1, 1, 1))
	e, f, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{})
	if e.Verdict != spec.Unknown || e.Actual.Known() || f.Verdict != spec.Unknown || f.Actual.Known() {
		t.Errorf("stock %v %s, relief %v %s", e.Verdict, e.Actual, f.Verdict, f.Actual)
	}
}

func TestRecordsOfLaterAreNotRead(t *testing.T) {
	next := measure.DateOf(2026, 1, 1)
	p := smallPlan()
	p.Items = []reserves.Item{item("water", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(1)}))}
	r := smallRecords(0, 100)
	r.Lots = []reserves.Lot{physical("1", "water", 100)}
	r.SupportDays = spec.Exactly(measure.Count(2))
	read := func() [3]spec.Verdict {
		e, f, w := findings(t, p, r, lastDay, spec.Choices{})
		return [3]spec.Verdict{e.Verdict, f.Verdict, w.Verdict}
	}
	if got := read(); got != [3]spec.Verdict{spec.Met, spec.Met, spec.NotApplicable} {
		t.Fatalf("%v", got)
	}
	r.SupportDays, r.Affected, r.Warehouses = r.SupportDays.Dated(next), r.Affected.Dated(next), r.Warehouses.Dated(next)
	if got := read(); got != [3]spec.Verdict{} {
		t.Errorf("read what was observed later: %v", got)
	}
	for name, date := range map[string]func(r *reserves.Records){
		"report delay": func(r *reserves.Records) { r.ReportDelay = r.ReportDelay.Dated(next) },
		"people":       func(r *reserves.Records) { r.Deliveries[0].People = r.Deliveries[0].People.Dated(next) },
		"lead":         func(r *reserves.Records) { r.Deliveries[0].Lead = r.Deliveries[0].Lead.Dated(next) },
		"travel":       func(r *reserves.Records) { r.Deliveries[0].Travel = r.Deliveries[0].Travel.Dated(next) },
		"handing out":  func(r *reserves.Records) { r.Deliveries[0].HandingOut = r.Deliveries[0].HandingOut.Dated(next) },
	} {
		r := smallRecords(10, 100)
		date(&r)
		if _, f, _ := findings(t, p, r, lastDay, spec.Choices{}); f.Verdict != spec.Unknown {
			t.Errorf("%s observed later was read: %v", name, f.Verdict)
		}
		if _, f, _ := findings(t, p, r, next, spec.Choices{}); f.Verdict != spec.Met {
			t.Errorf("%s observed on the day was not read: %v", name, f.Verdict)
		}
	}
	r.HouseholdSize = people(3).Dated(next)
	if size := reserves.Assess(p, r, lastDay, spec.Choices{}).Basis.HouseholdSize; size != 0 {
		t.Errorf("a household size of later was read: %d", size)
	}
}

func TestTheHourOfFullReliefIsABoundWhileADeliveryIsNotKnown(t *testing.T) {
	sure := delivery("a", 100, 60, 60, 60) // with an hour until the report, by hour 4
	noTravel, noSize, atLeast := delivery("b", 5, 1, 1, 1), delivery("b", 0, 1, 1, 1), delivery("b", 0, 1, 1, 1)
	noTravel.Travel = spec.Observed[measure.Duration]{}
	between := delivery("b", 5, 1, 1, 1)
	between.Travel = spec.Between(hour(1), hour(2))
	noSize.People, atLeast.People = spec.Observed[measure.People]{}, spec.AtLeast(measure.People(3))
	sizeBetween := delivery("b", 0, 1, 1, 1)
	sizeBetween.People = spec.Between(measure.People(3), measure.People(4))
	atHour4 := measure.Seconds(4 * 3600)
	for _, row := range []struct {
		name string
		more []reserves.Delivery
		want spec.Observed[measure.Duration]
	}{
		{"all known", nil, spec.Exactly(atHour4)},
		{"travel unknown", []reserves.Delivery{noTravel}, spec.AtMost(atHour4)},
		{"travel between", []reserves.Delivery{between}, spec.AtMost(atHour4)},
		{"size unknown", []reserves.Delivery{noSize}, spec.AtMost(atHour4)},
		{"size at least", []reserves.Delivery{atLeast}, spec.AtMost(atHour4)},
		{"size between", []reserves.Delivery{sizeBetween}, spec.AtMost(atHour4)},
	} {
		r := smallRecords(10, 100)
		r.Deliveries = append([]reserves.Delivery{sure}, row.more...)
		relief := reserves.Assess(smallPlan(), r, lastDay, spec.Choices{}).Relief
		wantObserved(t, row.name, relief.Reached, row.want)
		slack, ok := relief.Slack(hour(24))
		if ok != row.want.Known() || ok && slack != hour(20) {
			t.Errorf("%s: slack %v, %v", row.name, slack, ok)
		}
	}
	r := smallRecords(10, 99)
	wantObserved(t, "never", reserves.Assess(smallPlan(), r, lastDay, spec.Choices{}).Relief.Reached, spec.Observed[measure.Duration]{})
	r.Affected = spec.AtLeast(measure.People(1))
	wantObserved(t, "affected not known", reserves.Assess(smallPlan(), r, lastDay, spec.Choices{}).Relief.Reached, spec.Observed[measure.Duration]{})
}

func TestThePlanSetsTheDaysAndTheCountyTheHousehold(t *testing.T) {
	p := smallPlan()
	r := smallRecords(10, 100)
	r.SupportDays, r.HouseholdSize = spec.Exactly(measure.Count(1)), people(2)
	want := func(days measure.Count, size measure.People) {
		t.Helper()
		got := reserves.Assess(p, r, lastDay, spec.Choices{}).Basis
		if diff := cmp.Diff(reserves.Basis{SupportDays: days, HouseholdSize: size}, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	want(1, 2)
	p.SupportDays, p.HouseholdSize = cited(measure.Count(7)), cited(measure.People(4))
	want(7, 2)
	r.SupportDays, r.HouseholdSize = spec.Observed[measure.Count]{}, spec.Observed[measure.People]{}
	want(7, 4)
	p.SupportDays, p.HouseholdSize = spec.Figure[measure.Count]{}, spec.Figure[measure.People]{}
	want(0, 0)
}

func TestAffectedBetweenBounds(t *testing.T) {
	r := smallRecords(10, 100)
	for _, row := range []struct {
		affected spec.Observed[measure.People]
		want     spec.Verdict
	}{
		{spec.AtMost(measure.People(100)), spec.Met}, {spec.AtMost(measure.People(101)), spec.Unknown},
		{spec.AtLeast(measure.People(101)), spec.Unmet}, {spec.AtLeast(measure.People(100)), spec.Unknown},
	} {
		r.Affected = row.affected
		if _, f, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{}); f.Verdict != row.want {
			t.Errorf("%+v: %v", observed(row.affected), f.Verdict)
		}
	}
}
