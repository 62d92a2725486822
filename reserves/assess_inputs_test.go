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

func TestPurchaseAndUnlistedItemsAreShown(t *testing.T) {
	p := smallPlan()
	p.Items[0].Price = cited(measure.Fen(120_50))
	r := smallRecords(7, 100)
	r.Lots = append(r.Lots, byMetre(physical("2", "rope", 5)))
	f, _, w := findings(t, p, r, lastDay, spec.Choices{})
	for name, want := range map[string]string{"purchase": "361.5", "items-outside-plan": "1", "quilt.short": "3", "quilt.required": "10",
		"quilt.usable": "7", "quilt.price": "120.5", "evacuees": "10", "quilt.norm": "1"} {
		if got := input(f, name); got != want {
			t.Errorf("%s = %s, want %s", name, got, want)
		}
	}
	if !strings.Contains(f.Reason.Text.EN, "held back by quilt") || !strings.Contains(f.Reason.Text.ZH, "短板为quilt") {
		t.Errorf("%+v", f.Reason.Text)
	}
	if w.Actual.String() != "2" || w.Verdict != spec.NotApplicable || w.Reason.Code != spec.ReasonFigure || input(w, "warehouses-at-base") != "0" {
		t.Errorf("%+v", w)
	}
}

func TestSourcesOfTheCountyThatAreNotFirmAreShown(t *testing.T) {
	firm := spec.Source{Document: "plan", Place: "1", Standing: spec.InPlan}
	guess := func(document string) spec.Source {
		return spec.Source{Document: document, Standing: spec.Unverified}
	}
	p := smallPlan()
	p.Evacuees.Source, p.ReliefWithin.Source, p.Warehouses.Source = firm, firm, firm
	day := spec.Cite(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(1)}, firm)
	home := spec.Cite(reserves.Norm{Kind: reserves.PerHousehold, Quantity: units(1)}, guess("household norm"))
	p.Items = []reserves.Item{item("water", day), item("kit", home)}
	p.Items[0].Price = spec.Cite(measure.Fen(1), guess("price"))
	p.Items[1].Price = spec.Cite(measure.Fen(1), firm)
	r := smallRecords(0, 100)
	r.Lots = []reserves.Lot{physical("1", "water", 7), physical("2", "kit", 99)}
	r.SupportDays = spec.Exactly(measure.Count(1)).From(guess("days"), 0)
	r.HouseholdSize = people(3).From(guess("household size"), 0)
	r.Affected = r.Affected.From(guess("scenario"), 0)
	r.ReportDelay = r.ReportDelay.From(guess("delay"), 0)
	weak := func(f spec.Finding) (out []string) {
		for _, s := range f.Weak {
			out = append(out, s.Document)
		}
		return out
	}
	e, f, w := findings(t, p, r, lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"days", "household size", "household norm", "price"}, weak(e)); diff != "" {
		t.Errorf("stock (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"scenario", "delay"}, weak(f)); diff != "" {
		t.Errorf("relief (-want +got):\n%s", diff)
	}
	if w.IsWeak() {
		t.Errorf("warehouses: %v", weak(w))
	}
}

func TestReasonsSayTheNumbers(t *testing.T) {
	unknownLot := reserves.Lot{ID: "2", Item: "quilt", Mode: reserves.Physical}
	half := smallPlan()
	half.Items = append(half.Items, item("water", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(1)})))
	early := measure.DateOf(2024, 1, 1)
	for _, row := range []struct {
		name          string
		plan          reserves.Provisions
		change        func(*reserves.Records)
		asOf          measure.Date
		stock, relief string
	}{
		{"exact", smallPlan(), func(*reserves.Records) {}, lastDay,
			"the usable stock serves 9 people, held back by quilt; 10 people are required",
			"the deliveries planned serve 99 people within 24 hours; 100 people are affected"},
		{"not due", smallPlan(), func(*reserves.Records) {}, early,
			"the usable stock serves 9 people, held back by quilt; 10 people are required; due 2025-12-31",
			"the deliveries planned serve 99 people within 24 hours; 100 people are affected; due 2025-12-31"},
		{"lower bounds", smallPlan(), func(r *reserves.Records) {
			r.Lots = append(r.Lots, unknownLot)
			r.Deliveries = append(r.Deliveries, reserves.Delivery{ID: "b"})
			r.Affected = spec.AtLeast(measure.People(100))
		}, lastDay,
			"the usable stock serves at least 9 people; 10 people are required",
			"the deliveries planned serve at least 99 people within 24 hours; at least 100 people are affected"},
		{"upper bounds", half, func(r *reserves.Records) {
			r.Lots = append(r.Lots, physical("2", "water", 500))
			r.ReportDelay = spec.Observed[measure.Duration]{}
		}, lastDay,
			"the usable stock serves at most 9 people, held back by quilt; 10 people are required",
			"the deliveries planned serve at most 99 people within 24 hours; 100 people are affected"},
		{"nothing reported", smallPlan(), func(r *reserves.Records) { r.HasStock, r.HasDeliveries = false, false }, lastDay,
			"whether the stock covers 10 people is not known",
			"whether all people affected are reached within 24 hours is not known"},
		{"no scenario", smallPlan(), func(r *reserves.Records) { r.Affected = spec.Observed[measure.People]{} }, lastDay,
			"the usable stock serves 9 people, held back by quilt; 10 people are required",
			"whether all people affected are reached within 24 hours is not known"},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := smallRecords(9, 99)
			row.change(&r)
			e, f, _ := findings(t, row.plan, r, row.asOf, spec.Choices{})
			if diff := cmp.Diff([]string{row.stock, row.relief}, []string{e.Reason.Text.EN, f.Reason.Text.EN}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	e, f, _ := findings(t, smallPlan(), smallRecords(9, 99), lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"可用储备可保障 9 人（短板为quilt），要求 10 人", " 按填报的配送计划，24 小时内可救助 99 人，受灾需救助 100 人"}, []string{e.Reason.Text.ZH, " " + f.Reason.Text.ZH}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestInputsAreTheNumbersUsedAndNoOthers(t *testing.T) {
	all := func(f spec.Finding) (out []string) {
		for _, in := range f.Inputs {
			out = append(out, in.Name+" "+in.Value.String())
		}
		return out
	}
	p := smallPlan()
	p.HouseholdSize = cited(measure.People(4))
	p.SupportDays = cited(measure.Count(2))
	r := smallRecords(10, 100)
	e, f, _ := findings(t, p, r, lastDay, spec.Choices{})
	if diff := cmp.Diff([]string{"evacuees 10", "quilt.norm 1", "quilt.required 10", "quilt.usable 10", "quilt.people 10"}, all(e)); diff != "" {
		t.Errorf("per person, days and household set but not used (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"limit 24", "affected 100", "delay 1", "deliveries 1", "reached 4", "slack 20", "national-limit 10"}, all(f)); diff != "" {
		t.Errorf("relief (-want +got):\n%s", diff)
	}

	p.Items = []reserves.Item{
		item("water", cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: units(3)})),
		item("kit", cited(reserves.Norm{Kind: reserves.PerHousehold, Quantity: units(1)})),
		item("tent", cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1), Group: 3})),
	}
	r.Lots = []reserves.Lot{physical("1", "water", 30), {ID: "2", Item: "kit", Mode: reserves.Physical}, physical("3", "kit", 2), physical("4", "tent", 3)}
	r.HouseholdSize = people(5).Dated(measure.DateOf(2026, 1, 1)) // observed later: the plan's 4 stands in
	e, _, _ = findings(t, p, r, lastDay, spec.Choices{})
	want := []string{"evacuees 10", "support-days 2", "household-size 4",
		"water.norm 3", "water.required 60", "water.usable 30", "water.people 5", "water.short 30",
		"kit.norm 1", "kit.required 3", "kit.usable-at-least 2",
		"tent.norm 1", "tent.group 3", "tent.required 4", "tent.usable 3", "tent.people 9", "tent.short 1"}
	if diff := cmp.Diff(want, all(e)); diff != "" {
		t.Errorf("every kind of norm (-want +got):\n%s", diff)
	}
	if i := slices.IndexFunc(e.Inputs, func(in spec.Input) bool { return in.Name == "household-size" }); e.Inputs[i].Source != p.HouseholdSize.Source {
		t.Errorf("source of the household size: %v", e.Inputs[i].Source)
	}

	p.SupportDays, p.HouseholdSize = spec.Figure[measure.Count]{}, spec.Figure[measure.People]{}
	r.Lots = []reserves.Lot{physical("1", "water", 30), {ID: "2", Item: "kit", Mode: reserves.Physical, Quantity: spec.AtMost(units(7))}}
	r.Deliveries, r.HasDeliveries, r.Affected = nil, false, spec.Observed[measure.People]{}
	e, f, _ = findings(t, p, r, measure.DateOf(2026, 1, 1).AddDays(-1), spec.Choices{})
	want = []string{"evacuees 10", "water.norm 3", "water.usable 30", "kit.norm 1", "tent.norm 1", "tent.group 3",
		"tent.required 4", "tent.usable 0", "tent.people 0", "tent.short 4"}
	if diff := cmp.Diff(want, all(e)); diff != "" {
		t.Errorf("nothing supplied (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"limit 24", "delay 1", "national-limit 10"}, all(f)); diff != "" {
		t.Errorf("relief without records (-want +got):\n%s", diff)
	}
}

func TestAtMostTenLotsAreNamed(t *testing.T) {
	r := smallRecords(1, 100)
	for i := range 11 {
		r.Lots = append(r.Lots, reserves.Lot{ID: "lot-" + string(rune('a'+i)), Item: "quilt", Mode: reserves.Physical})
		f, _, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{})
		text := f.Missing[0].Question.EN
		if named := strings.Count(text, "lot-"); named != min(i+1, 10) || strings.Contains(text, "…") != (i == 10) {
			t.Errorf("%d lots: %q", i+1, text)
		}
	}
}
