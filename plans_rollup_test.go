package emergency_test

import (
	"os"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The findings of contingency plans, drills and responses tell what their units
// say together: as many met, and a verdict that all of them give.
func TestPlanFindingsAreTheirUnitsTogether(t *testing.T) {
	plan, err := emergency.ReadPlan(os.DirFS("examples/secondcounty/plan"))
	if err != nil {
		t.Fatal(err)
	}
	county, err := emergency.ReadCounty(os.DirFS("examples/secondcounty/data"))
	if err != nil {
		t.Fatal(err)
	}
	rules := []string{"plans.master-and-special", "plans.lower-plans", "plans.protection-plans", "plans.plan-interfaces", "plans.plan-content",
		"plans.plan-filing", "plans.plan-review", "plans.plan-revision", "plans.plan-drills", "plans.body-drills", "plans.high-risk-drills",
		"plans.drill-shortcomings", "plans.response-levels", "plans.responses", "plans.on-site-command", "plans.joint-feasibility"}
	seen := map[spec.Verdict]int{}
	for _, asOf := range []measure.Date{measure.DateOf(2023, 12, 31), measure.DateOf(2025, 6, 30), measure.DateOf(2027, 12, 31)} {
		report := plan.Assess(county, asOf)
		findings := map[string]spec.Finding{}
		for _, f := range report.Findings() {
			findings[f.Rule] = f
		}
		for _, rule := range rules {
			var tally spec.Tally
			for _, u := range report.Units(rule) {
				if u.Rule == rule {
					tally.Add(u.Verdict)
					seen[u.Verdict]++
				}
			}
			f := findings[rule]
			if tally.Total() == 0 {
				if f.Verdict != spec.NotApplicable {
					t.Errorf("%s on %v is %v and has no units", rule, asOf, f.Verdict)
				}
				continue
			}
			if want := tally.Verdict(); f.Verdict != want {
				t.Errorf("%s on %v is %v, its units %+v", rule, asOf, f.Verdict, tally)
			}
			if f.Actual.Known() && !f.Actual.Equal(spec.Whole(tally.Met)) {
				t.Errorf("%s on %v has %v met, its units %+v", rule, asOf, f.Actual, tally)
			}
		}
	}
	for _, v := range []spec.Verdict{spec.Met, spec.Unmet, spec.Unknown, spec.NotApplicable} {
		if seen[v] == 0 {
			t.Errorf("no unit is %v", v)
		}
	}
}

// The resources of plans that run together are those of the county's other
// records: a team that is not there any more is missing.
func TestJointFeasibilityReadsTheRecordsOfTheOtherRooms(t *testing.T) {
	plan, err := emergency.ReadPlan(os.DirFS("examples/secondcounty/plan"))
	if err != nil {
		t.Fatal(err)
	}
	county, err := emergency.ReadCounty(os.DirFS("examples/secondcounty/data"))
	if err != nil {
		t.Fatal(err)
	}
	unmet := func() int {
		n := 0
		for _, u := range plan.Assess(county, measure.Date{}).Units("plans.joint-feasibility") {
			if u.Verdict == spec.Unmet {
				n++
			}
		}
		return n
	}
	before := unmet()
	var left = county.Teams.Teams[:0:0]
	for _, team := range county.Teams.Teams {
		if team.ID != "town-1" && team.ID != "town-2" {
			left = append(left, team)
		}
	}
	county.Teams.Teams = left
	if after := unmet(); after <= before {
		t.Errorf("%d scenarios fail without two teams, %d with them", after, before)
	}
	county.Shelters.Shelters = nil
	county.Reserves.Lots = nil
	if after := unmet(); after < 2 {
		t.Errorf("%d scenarios fail without shelters and stock", after)
	}
}

// Which special plans must exist is a reading: the default asks for sixteen plans
// of Fengdu, one for the county, five for hazards and ten for offices.
func TestWhichSpecialPlansMustExistIsAReading(t *testing.T) {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		t.Fatal(err)
	}
	for option, want := range map[string]int{"hazards-and-offices": 16, "hazards": 6} {
		plan, err := emergency.Fengdu().With("plans.required-special", option)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, u := range plan.Assess(county, measure.Date{}).Units("plans.master-and-special") {
			n++
			if u.Verdict != spec.Unknown {
				t.Errorf("%s is %v", u.Subject, u.Verdict)
			}
		}
		if n != want {
			t.Errorf("%s: %d units, want %d", option, n, want)
		}
	}
}

// The cross-checks on special plans and on the formation of a consultation say
// what the five-year plan leaves open, and fail nothing for it.
func TestChecksOfWhatThePlanLeavesOpen(t *testing.T) {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]spec.Finding{}
	for _, f := range emergency.Fengdu().Assess(county, measure.Date{}).Findings() {
		got[f.Rule] = f
	}
	f := got["cross.special-plans-and-commands"]
	if f.Verdict != spec.Unknown || f.Actual.String() != "4" || f.Required.String() != "5" || len(f.Missing) != 1 || f.Missing[0].Key != "contingency.csv: meteorological" {
		t.Errorf("%v %v of %v, %v", f.Verdict, f.Actual, f.Required, f.Missing)
	}
	f = got["cross.consultation-formation"]
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonUndefined || len(f.Missing) != 1 {
		t.Errorf("%v %+v", f.Verdict, f.Reason)
	}
}
