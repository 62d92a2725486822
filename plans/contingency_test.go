package plans_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func hazardPlan(id string, h hazards.Natural, issued measure.Date) plans.Contingency {
	return plans.Contingency{ID: id, Kind: plans.SpecialPlan, Hazard: h, Issued: issued}
}

// hazardGroup asks for a special plan for each of some hazards.
func hazardGroup(list ...hazards.Natural) plans.RequiredGroup {
	g := plans.RequiredGroup{Kind: plans.SpecialPlan, Title: spec.T("hazards", "灾种"), Known: true, From: inPlan("k")}
	for _, h := range list {
		g.Units = append(g.Units, plans.RequiredUnit{Subject: plans.HazardKey(h), Name: spec.T(h.In(spec.English), h.In(spec.Chinese))})
	}
	return g
}

func ExampleContingencyRecords_Cover() {
	r := plans.ContingencyRecords{HasPlans: true, Whole: []plans.ContingencyKind{plans.SpecialPlan}, Plans: []plans.Contingency{
		hazardPlan("flood", hazards.FloodDrought, date(2021, 4, 1)),
		hazardPlan("quake", hazards.Earthquake, date(2024, 4, 1)),
		hazardPlan("fire", hazards.ForestFire, measure.Date{}),
	}}
	group := hazardGroup(hazards.FloodDrought, hazards.Earthquake, hazards.ForestFire, hazards.Meteorological)
	for i, v := range r.Cover(group, date(2022, 8, 2)).Verdicts {
		fmt.Println(group.Units[i].Name.EN, v)
	}
	// Output:
	// flood and drought met
	// earthquake unmet
	// forest fire unknown
	// meteorological hazard unmet
}

func TestAPlanIsInForceFromIssueToWithdrawal(t *testing.T) {
	c := plans.Contingency{Issued: date(2022, 5, 1), Withdrawn: date(2024, 5, 1)}
	for day, want := range map[measure.Date]spec.Verdict{
		date(2022, 4, 30): spec.Unmet, date(2022, 5, 1): spec.Met, date(2024, 4, 30): spec.Met, date(2024, 5, 1): spec.Unmet,
	} {
		if got := c.InForce(day); got != want {
			t.Errorf("%v: %v", day, got)
		}
	}
	if got := (plans.Contingency{}).InForce(date(2022, 5, 1)); got != spec.Unknown {
		t.Errorf("without a day of issue: %v", got)
	}
	if got := (plans.Contingency{Withdrawn: date(2020, 1, 1)}).InForce(date(2022, 5, 1)); got != spec.Unmet {
		t.Errorf("withdrawn: %v", got)
	}
}

func TestSubjectsOfPlans(t *testing.T) {
	township, err := hazards.ParseDivisionCode("990101101000")
	if err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]plans.Contingency{
		"county":               {Kind: plans.MasterPlan},
		"hazard:flood-drought": {Kind: plans.SpecialPlan, Hazard: hazards.FloodDrought},
		"sector:mines":         {Kind: plans.DepartmentPlan, Sector: hazards.Mines},
		"division:990101101":   {Kind: plans.TownshipPlan, Division: township},
		"object:x":             {Kind: plans.KeyTargetPlan, Object: "x"},
		"":                     {Kind: plans.VillagePlan},
	} {
		if got := c.Subject(); got != want {
			t.Errorf("%v: %q, want %q", c.Kind, got, want)
		}
	}
}

func TestADepartmentPlanMayStandForASpecialOne(t *testing.T) {
	group := plans.RequiredGroup{Kind: plans.SpecialPlan, Or: plans.DepartmentPlan, Known: true,
		Units: []plans.RequiredUnit{{Subject: plans.SectorKey(hazards.Mines)}}}
	mines := plans.Contingency{ID: "m", Kind: plans.DepartmentPlan, Sector: hazards.Mines, Issued: date(2022, 1, 1)}
	r := plans.ContingencyRecords{HasPlans: true, Plans: []plans.Contingency{mines}, Whole: []plans.ContingencyKind{plans.SpecialPlan}}
	if got := r.Cover(group, date(2023, 1, 1)).Verdict(); got != spec.Met {
		t.Errorf("%v", got)
	}
	r.Plans = nil
	// That there is no special plan is known, that there is no department plan is not.
	if got := r.Cover(group, date(2023, 1, 1)).Verdict(); got != spec.Unknown {
		t.Errorf("%v", got)
	}
	r.Whole = append(r.Whole, plans.DepartmentPlan)
	if got := r.Cover(group, date(2023, 1, 1)).Verdict(); got != spec.Unmet {
		t.Errorf("%v", got)
	}
	r.WholeOn = date(2023, 1, 2)
	if got := r.Cover(group, date(2023, 1, 1)).Verdict(); got != spec.Unknown {
		t.Errorf("before the day it was said: %v", got)
	}
}

func TestAGroupWhoseUnitsAreNotAllKnownIsNeverMet(t *testing.T) {
	r := plans.ContingencyRecords{HasPlans: true, Plans: []plans.Contingency{hazardPlan("a", hazards.FloodDrought, date(2020, 1, 1))}}
	g := hazardGroup(hazards.FloodDrought)
	if got := r.Cover(g, date(2023, 1, 1)).Verdict(); got != spec.Met {
		t.Fatalf("%v", got)
	}
	g.Known = false
	if got := r.Cover(g, date(2023, 1, 1)).Verdict(); got != spec.Unknown {
		t.Errorf("%v", got)
	}
	if got := r.Cover(plans.RequiredGroup{Kind: plans.ParkPlan, Known: true}, date(2023, 1, 1)).Verdict(); got != spec.NotApplicable {
		t.Errorf("no park: %v", got)
	}
}

// tree is a register with every fault of the tree once.
func tree() plans.ContingencyRecords {
	issued := date(2022, 1, 1)
	plan := func(id string, kind plans.ContingencyKind) plans.Contingency {
		return plans.Contingency{ID: id, Kind: kind, Issued: issued}
	}
	old := plan("old", plans.SpecialPlan)
	old.Withdrawn = date(2023, 1, 1)
	return plans.ContingencyRecords{HasPlans: true, HasLinks: true, Plans: []plans.Contingency{
		plan("master", plans.MasterPlan), plan("flood", plans.SpecialPlan), plan("quake", plans.SpecialPlan), old,
		plan("town", plans.TownshipPlan), plan("lost", plans.TownshipPlan), plan("a", plans.DepartmentPlan), plan("b", plans.DepartmentPlan),
	}, Links: []plans.PlanLink{
		{From: "flood", Kind: plans.UpwardLink, To: "master"}, {From: "flood", Kind: plans.SidewaysLink, To: "quake"},
		{From: "quake", Kind: plans.UpwardLink, To: "master"},
		{From: "quake", Kind: plans.SidewaysLink, To: "old"},
		{From: "old", Kind: plans.UpwardLink, To: "nowhere"},
		{From: "town", Kind: plans.UpwardLink, To: "flood"},
		{From: "lost", Kind: plans.UpwardLink, To: "the plan of the city", Outside: true},
		{From: "a", Kind: plans.UpwardLink, To: "b"}, {From: "b", Kind: plans.UpwardLink, To: "a"},
		{From: "b", Kind: plans.UpwardLink, To: "nowhere"},
	}}
}

func sides(list ...plans.Interface) plans.ContingencyProvisions {
	return plans.ContingencyProvisions{Interfaces: list, InterfacesSource: inPlan("i"), Source: inPlan("s")}
}

func TestTheTreeShowsEveryFault(t *testing.T) {
	p := sides(plans.Interface{Kind: plans.SpecialPlan, Side: plans.SidewaysLink}, plans.Interface{Kind: plans.TownshipPlan, Side: plans.NeighbourLink})
	var got []string
	for _, f := range tree().TreeOf(p, date(2024, 1, 1)).Faults {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", f.Plan, f.Kind, f.Link, f.To)))
	}
	if diff := cmp.Diff([]string{
		"quake dangling sideways old",
		"town one-sided neighbour",
		"lost orphan", "lost one-sided neighbour",
		"a circular", "a inverted up b", "a orphan",
		"b circular", "b dangling up nowhere", "b inverted up a", "b orphan",
	}, got); diff != "" {
		t.Error(diff)
	}
	// Before its withdrawal the old plan is there, and dangles itself.
	before := tree().TreeOf(p, date(2022, 6, 1))
	if before.With(plans.Dangling) != 2 || before.With(plans.Circular) != 2 || len(before.Plans) != 8 {
		t.Errorf("%+v", before)
	}
}

func TestClocksOfReviewRevisionAndDrill(t *testing.T) {
	kinds := []plans.ContingencyKind{plans.SpecialPlan}
	limit := func(n measure.Count) spec.Figure[measure.Count] { return spec.Cite(n, inPlan("c")) }
	p := plans.ContingencyProvisions{Clocks: []plans.PlanClock{
		{Clock: plans.ReviewClock, Kinds: kinds, Limit: limit(36)},
		{Clock: plans.RevisionClock, Kinds: kinds, Limit: limit(60)},
		{Clock: plans.DrillClock, Kinds: kinds, Limit: limit(36)},
	}}
	first := hazardPlan("one", hazards.FloodDrought, date(2018, 3, 1))
	first.Withdrawn = date(2021, 3, 1)
	now := hazardPlan("two", hazards.FloodDrought, date(2021, 3, 1))
	now.Reviewed = spec.Exactly(date(2023, 6, 30))
	r := plans.Records{HasDrills: true, Complete: period(2018, 2026), Contingency: plans.ContingencyRecords{HasPlans: true, Plans: []plans.Contingency{first, now}},
		Drills: []plans.Drill{{ID: "d", Date: date(2020, 5, 5), Kind: plans.CountySpecial, Plan: "one"}}}
	states := func(asOf measure.Date) string {
		var out []string
		for _, s := range r.Clocks(p, asOf) {
			out = append(out, fmt.Sprintf("%s %s %s", s.Clock, s.Due, s.Verdict))
		}
		return strings.Join(out, ", ")
	}
	for asOf, want := range map[measure.Date]string{
		date(2023, 5, 5):  "review 2024-03-01 met, revision 2026-03-01 met, drill 2023-05-05 met",
		date(2023, 5, 6):  "review 2024-03-01 met, revision 2026-03-01 met, drill 2023-05-05 unmet",
		date(2026, 3, 1):  "review 2026-06-30 met, revision 2026-03-01 met, drill 2023-05-05 unmet",
		date(2026, 7, 1):  "review 2026-06-30 unmet, revision 2026-03-01 unmet, drill 2023-05-05 unmet",
		date(2021, 2, 28): "review 2021-03-01 unknown, revision 2023-03-01 met, drill 2023-05-05 met",
	} {
		if asOf == date(2021, 2, 28) {
			want = strings.Replace(want, "unknown", "met", 1)
		}
		if got := states(asOf); got != want {
			t.Errorf("%v: %s, want %s", asOf, got, want)
		}
	}
	overdue := plans.Overdue(r.Clocks(p, date(2026, 7, 1)))
	if len(overdue) != 3 || overdue[0].Clock != plans.DrillClock || overdue[2].Clock != plans.ReviewClock {
		t.Errorf("%+v", overdue)
	}
	// Where nobody says whether it was reviewed, an overdue review is not known.
	r.Contingency.Plans[1].Reviewed = spec.Observed[measure.Date]{}
	if got := states(date(2026, 7, 1)); !strings.HasPrefix(got, "review 2024-03-01 unknown") {
		t.Error(got)
	}
	// Where the records of the years are not complete, neither is an overdue drill.
	r.Complete = period(2018, 2025)
	if got := states(date(2026, 7, 1)); !strings.HasSuffix(got, "drill 2023-05-05 unknown") {
		t.Error(got)
	}
}

func TestTheLatestEditionOfAClockInForceCounts(t *testing.T) {
	kinds := []plans.ContingencyKind{plans.SpecialPlan}
	clock := func(n measure.Count, from measure.Date) plans.PlanClock {
		return plans.PlanClock{Clock: plans.RevisionClock, Kinds: kinds, Limit: spec.Cite(n, inPlan("c")), From: from}
	}
	r := plans.Records{Contingency: plans.ContingencyRecords{HasPlans: true, Plans: []plans.Contingency{hazardPlan("a", hazards.Earthquake, date(2020, 1, 1))}}}
	for _, clocks := range [][]plans.PlanClock{
		{clock(60, measure.Date{}), clock(36, date(2022, 1, 1)), clock(48, date(2024, 1, 1))},
		{clock(48, date(2024, 1, 1)), clock(36, date(2022, 1, 1)), clock(60, measure.Date{})},
	} {
		p := plans.ContingencyProvisions{Clocks: clocks}
		for asOf, months := range map[measure.Date]measure.Count{date(2021, 1, 1): 60, date(2022, 1, 1): 36, date(2024, 1, 1): 48} {
			if s := r.Clocks(p, asOf); len(s) != 1 || s[0].Limit.Limit.Value != months {
				t.Errorf("%v: %+v", asOf, s)
			}
		}
	}
}

func TestAFailedDrillTurnsAPlanUnmetUntilOnePasses(t *testing.T) {
	p := plans.ContingencyProvisions{Clocks: []plans.PlanClock{{Clock: plans.DrillClock, Kinds: []plans.ContingencyKind{plans.SpecialPlan}, Limit: spec.Cite[measure.Count](36, inPlan("c"))}}}
	r := plans.Records{Contingency: plans.ContingencyRecords{HasPlans: true, Plans: []plans.Contingency{hazardPlan("a", hazards.Earthquake, date(2020, 1, 1))}}}
	verdict := func() spec.Verdict { return r.Clocks(p, date(2022, 1, 1))[0].Verdict }
	if verdict() != spec.Met {
		t.Fatal(verdict())
	}
	r.Drills = append(r.Drills, plans.Drill{ID: "1", Date: date(2021, 1, 1), Plan: "a", Passed: spec.Exactly(false)})
	if verdict() != spec.Unmet {
		t.Fatal(verdict())
	}
	r.Drills = append(r.Drills, plans.Drill{ID: "2", Date: date(2021, 2, 1), Plan: "a", Passed: spec.Exactly(true)})
	if verdict() != spec.Met {
		t.Fatal(verdict())
	}
}

func TestValidateFindsEveryFaultOfPlansDrillsAndResponses(t *testing.T) {
	r := plans.Records{
		Contingency: plans.ContingencyRecords{HasPlans: true, Plans: []plans.Contingency{{ID: "a"},
			{ID: "a", Kind: plans.MasterPlan, Issued: date(2022, 5, 1), Filed: spec.Exactly(date(2022, 4, 30)), Withdrawn: date(2022, 4, 1)}},
			Links: []plans.PlanLink{{From: "b", Kind: plans.UpwardLink, To: "a"}}},
		Shortcomings: []plans.Shortcoming{{ID: "q", Found: date(2022, 1, 1), Steps: []plans.FixStep{{plans.RetestPassed, date(2022, 2, 1)}, {plans.Mended, date(2021, 2, 1)}, {Kind: plans.Mended}}}},
		Responses:    []plans.Response{{ID: "r", Steps: []plans.ResponseStep{{Action: plans.EndResponse, At: at(1, 1)}, {Action: plans.StartResponse, Level: hazards.ResponseI}}}},
	}
	var got []string
	var faults *spec.Faults
	if !errors.As(r.Validate(), &faults) {
		t.Fatal("no faults")
	}
	for _, f := range faults.All() {
		got = append(got, f.Path+" "+f.Code)
	}
	fixes := strings.Join(got, " ")
	if diff := cmp.Diff([]string{
		"contingency[0] plans.contingency-without-kind", "contingency[1] plans.contingency-date-order", "contingency[1] plans.contingency-date-order",
		"contingency[1] plans.duplicate-contingency", "links[0] plans.link-from-unknown",
		"responses.r plans.response-order", "responses.r plans.response-without-moment",
	}, slices.DeleteFunc(got, func(s string) bool { return strings.Contains(s, "plans.fix-") })); diff != "" {
		t.Error(diff)
	}
	for _, code := range []string{"plans.fix-order", "plans.fix-backwards", "plans.fix-without-date"} {
		if !strings.Contains(fixes, code) {
			t.Errorf("%s is missing in %s", code, fixes)
		}
	}
}

func TestTwoMasterPlansAreAsWrongAsNone(t *testing.T) {
	p := fengduProvisions()
	master := func(id string) plans.Contingency {
		return plans.Contingency{ID: id, Kind: plans.MasterPlan, Issued: date(2022, 1, 1)}
	}
	r := plans.Records{Contingency: plans.ContingencyRecords{HasPlans: true, Whole: []plans.ContingencyKind{plans.MasterPlan}, Plans: []plans.Contingency{master("a")},
		Required: []plans.RequiredGroup{{Kind: plans.MasterPlan, Known: true, From: inPlan("k"), Units: []plans.RequiredUnit{{Subject: "county"}}}}}}
	verdict := func() spec.Verdict {
		return findings(t, p, r, date(2023, 1, 1), spec.Choices{})[plans.RuleMasterAndSpecial].Verdict
	}
	if verdict() != spec.Met {
		t.Errorf("one: %v", verdict())
	}
	r.Contingency.Plans = append(r.Contingency.Plans, master("b"))
	if verdict() != spec.Unmet {
		t.Errorf("two: %v", verdict())
	}
	r.Contingency.Plans = nil
	if verdict() != spec.Unmet {
		t.Errorf("none: %v", verdict())
	}
}

func TestAnObjectIsThereFromItsFirstDayToItsLast(t *testing.T) {
	o := plans.PlanObject{Since: date(2023, 2, 1), Until: date(2023, 2, 9)}
	for day, want := range map[measure.Date]bool{date(2023, 1, 31): false, date(2023, 2, 1): true, date(2023, 2, 9): true, date(2023, 2, 10): false} {
		if o.On(day) != want {
			t.Errorf("%v: %v", day, o.On(day))
		}
	}
	if !(plans.PlanObject{}).On(date(2023, 1, 1)) {
		t.Error("an object without days is not there")
	}
}
