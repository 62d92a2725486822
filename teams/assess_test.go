package teams_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

var after = measure.DateOf(2025, 12, 31)

func TestTownshipEstablishment(t *testing.T) {
	existing := spec.Choices{}.With("teams.team-completed", "existing")
	completed := func(n int) func(*teams.Records) {
		return func(r *teams.Records) { r.Teams[1].Completed = count(n) }
	}
	for _, tt := range []struct {
		name    string
		change  func(*teams.Records)
		choices spec.Choices
		asOf    measure.Date
		verdict spec.Verdict
		reason  string
		actual  string
		bound   spec.Bound
		missing string
	}{
		{"completion unknown", nil, spec.Choices{}, after, spec.Unknown, spec.ReasonNoData, "", 0, "teams.csv: completed"},
		{"existing counts", nil, existing, asOf, spec.Met, spec.ReasonCompared, "100", 0, ""},
		{"one team fewer", func(r *teams.Records) { r.Teams[1].Count = count(29) }, existing, after, spec.Unmet, spec.ReasonCompared, "96.67", 0, ""},
		{"one team fewer, not due", func(r *teams.Records) { r.Teams[1].Count = count(29) }, existing, after.AddDays(-1), spec.Unknown, spec.ReasonNotDue, "96.67", 0, ""},
		{"all completed", completed(30), spec.Choices{}, asOf, spec.Met, spec.ReasonCompared, "100", 0, ""},
		{"29 completed", completed(29), spec.Choices{}, after, spec.Unmet, spec.ReasonCompared, "96.67", 0, ""},
		{"none completed", completed(0), spec.Choices{}, after, spec.Unmet, spec.ReasonCompared, "0", 0, ""},
		{"at most 29 completed", func(r *teams.Records) { r.Teams[1].Completed = spec.AtMost(measure.Count(29)) }, spec.Choices{}, after, spec.Unmet, spec.ReasonCompared, "96.67", spec.AtMostBound, ""},
		{"at least 15 completed", func(r *teams.Records) { r.Teams[1].Completed = spec.AtLeast(measure.Count(15)) }, spec.Choices{}, after, spec.Unknown, spec.ReasonPartial, "50", spec.AtLeastBound, "teams.csv: completed"},
		{"reported tomorrow", func(r *teams.Records) { r.Teams[1].Completed = count(30).Dated(after.AddDays(1)) }, spec.Choices{}, after, spec.Unknown, spec.ReasonNoData, "", 0, "teams.csv: completed"},
		{"no teams reported", func(r *teams.Records) { r.Teams, r.HasTeams = nil, false }, spec.Choices{}, after, spec.Unknown, spec.ReasonNoData, "", 0, "teams.csv"},
		{"no division table", func(r *teams.Records) { r.Townships, r.HasTownships = nil, false }, existing, after, spec.Unknown, spec.ReasonNoData, "", 0, "townships.csv"},
		{"no townships", func(r *teams.Records) { r.Townships = nil }, existing, after, spec.NotApplicable, spec.ReasonNothingToDo, "", 0, ""},
		{"teams table empty", func(r *teams.Records) { r.Teams = nil }, existing, after, spec.Unmet, spec.ReasonCompared, "0", 0, ""},
		{"unknown option", nil, spec.Choices{}.With("teams.team-completed", "x"), after, spec.Unknown, spec.ReasonInvalidChoice, "", 0, ""},
	} {
		r := records()
		if tt.change != nil {
			tt.change(&r)
		}
		f := one(t, teams.Assess(provisions(), r, tt.asOf, tt.choices).Findings(), "teams.township-establishment", "", "")
		missing := ""
		if len(f.Missing) > 0 {
			missing = f.Missing[0].Key
		}
		if f.Verdict != tt.verdict || f.Reason.Code != tt.reason || f.Actual.String() != tt.actual || f.Bound != tt.bound || missing != tt.missing {
			t.Errorf("%s: %v %s %v (%v) missing %q", tt.name, f.Verdict, f.Reason.Code, f.Actual, f.Bound, missing)
		}
		if !f.Reason.Text.Complete() {
			t.Errorf("%s: no text", tt.name)
		}
	}
}

// Placed teams and a group may overlap: 2 placed and a group of 3 are between
// 3 and 5 of 6 townships.
func TestPlacedTeamsAndGroupsMayOverlap(t *testing.T) {
	units := townships(6)
	all := []teams.Team{
		{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Place: units[0].Code},
		{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Place: units[1].Code},
		{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Place: units[1].Code},
		{Tier: teams.TownshipTier, Kind: teams.Professional, Place: units[4].Code},
		{Tier: teams.CountyTier, Kind: teams.Comprehensive, Place: units[5].Code},
		{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Count: count(3)},
	}
	done := teams.TownshipsWithTeam(all, units, teams.Existing, asOf)
	low, _ := done.Low()
	high, _ := done.High()
	if low != 3 || high != 5 {
		t.Errorf("between %d and %d, want 3 and 5", low, high)
	}
	if n, ok := teams.TownshipsWithTeam(all[:5], append(units, units[0]), teams.Existing, asOf).Value(); !ok || n != 2 {
		t.Errorf("%d townships, want 2: one listed twice counts once", n)
	}
}

func TestCommunityStations(t *testing.T) {
	fire := func(s teams.Stations) []teams.Stations {
		s.Kind = teams.MicroFireStation
		return []teams.Stations{{Kind: teams.MicroRescueStation, Count: count(76), Communities: count(76)}, s}
	}
	for _, tt := range []struct {
		name     string
		stations []teams.Stations
		option   string
		verdict  spec.Verdict
		reason   string
		actual   string
		bound    spec.Bound
	}{
		{"76 micro rescue stations say nothing", records().Stations, "", spec.Unknown, spec.ReasonNoData, "", 0},
		{"all 78", fire(teams.Stations{Communities: count(78)}), "", spec.Met, spec.ReasonCompared, "100", 0},
		{"77 of 78", fire(teams.Stations{Communities: count(77)}), "", spec.Unmet, spec.ReasonCompared, "98.72", 0},
		{"78 stations may stand two to a community", fire(teams.Stations{Count: count(78)}), "", spec.Unknown, spec.ReasonNoData, "", 0},
		{"76 stations cannot serve 78", fire(teams.Stations{Count: count(76)}), "", spec.Unmet, spec.ReasonCompared, "97.44", spec.AtMostBound},
		{"79 of 78 is a contradiction", fire(teams.Stations{Communities: count(79)}), "", spec.Unknown, teams.ReasonMoreThanAll, "", 0},
		{"service stations do not count", append(fire(teams.Stations{}), teams.Stations{Kind: teams.ServiceStation, Communities: count(78)}), "", spec.Unknown, spec.ReasonNoData, "", 0},
		{"service stations count", append(fire(teams.Stations{}), teams.Stations{Kind: teams.ServiceStation, Communities: count(78)}), "service-station-counts", spec.Met, spec.ReasonCompared, "100", 0},
		{"both kinds together", append(fire(teams.Stations{Communities: count(30)}), teams.Stations{Kind: teams.ServiceStation, Communities: count(40)}), "service-station-counts", spec.Unmet, spec.ReasonCompared, "51.28", spec.AtLeastBound},
		{"micro rescue stations never", records().Stations, "service-station-counts", spec.Unknown, spec.ReasonNoData, "", 0},
		{"unknown option", nil, "micro-rescue", spec.Unknown, spec.ReasonInvalidChoice, "", 0},
	} {
		r, choices := records(), spec.Choices{}
		r.Stations = tt.stations
		if tt.option != "" {
			choices = choices.With("teams.station-names", tt.option)
		}
		f := one(t, teams.Assess(provisions(), r, after, choices).Findings(), "teams.community-stations", "", "")
		if f.Verdict != tt.verdict || f.Reason.Code != tt.reason || f.Actual.String() != tt.actual || f.Bound != tt.bound {
			t.Errorf("%s: %v %s %v (%v)", tt.name, f.Verdict, f.Reason.Code, f.Actual, f.Bound)
		}
	}
	r := records()
	r.Villages = villages(0, 260)
	f := one(t, teams.Assess(provisions(), r, after, spec.Choices{}).Findings(), "teams.community-stations", "", "")
	if f.Verdict != spec.NotApplicable {
		t.Errorf("without communities: %v", f.Verdict)
	}
	r.HasVillages = false
	f = one(t, teams.Assess(provisions(), r, after, spec.Choices{}).Findings(), "teams.community-stations", "", "")
	if f.Verdict != spec.Unknown || f.Missing[0].Key != "villages.csv" {
		t.Errorf("without a table: %v %v", f.Verdict, f.Missing)
	}
}

func TestOfficeStaffing(t *testing.T) {
	for _, tt := range []struct {
		name     string
		staff    spec.Observed[measure.People]
		option   string
		verdict  spec.Verdict
		required string
		gap      string
		missing  int
	}{
		{"three people for six offices", people(3), "all", spec.Unmet, "30", "27", 0},
		{"special commands only", people(3), "special-commands", spec.Unmet, "20", "17", 0},
		{"without the committee's office", people(3), "command-offices", spec.Unmet, "25", "22", 0},
		{"on the line", people(30), "all", spec.Met, "30", "0", 0},
		{"one short", people(29), "all", spec.Unmet, "30", "1", 0},
		{"unknown staff", spec.Observed[measure.People]{}, "all", spec.Unknown, "30", "", 1},
		{"at least 30", spec.AtLeast(measure.People(30)), "all", spec.Met, "30", "0", 0},
		{"at least 29", spec.AtLeast(measure.People(29)), "all", spec.Unknown, "30", "", 1},
		{"at most 29", spec.AtMost(measure.People(29)), "all", spec.Unmet, "30", "", 0},
		{"reported tomorrow", people(30).Dated(asOf.AddDays(1)), "all", spec.Unknown, "30", "", 1},
		{"unknown option", people(3), "some", spec.Unknown, "", "", 0},
	} {
		r := records()
		r.OfficeStaff = tt.staff
		f := one(t, teams.Assess(provisions(), r, asOf, spec.Choices{}.With("teams.staffed-offices", tt.option)).Findings(), "teams.office-staffing", "", "")
		if f.Verdict != tt.verdict || f.Required.String() != tt.required || f.Gap.String() != tt.gap || len(f.Missing) != tt.missing {
			t.Errorf("%s: %v required %v gap %v missing %d", tt.name, f.Verdict, f.Required, f.Gap, len(f.Missing))
		}
	}
	p := provisions()
	p.Offices = p.Offices[:1]
	f := one(t, teams.Assess(p, records(), asOf, spec.Choices{}.With("teams.staffed-offices", "special-commands")).Findings(), "teams.office-staffing", "", "")
	if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNothingToDo {
		t.Errorf("without offices of the kind: %v %v", f.Verdict, f.Reason.Code)
	}
}

func TestFiguresOfForce(t *testing.T) {
	r := records()
	a := teams.Assess(provisions(), r, asOf, spec.Choices{})
	f := one(t, a.Findings(), "teams.strength", "", "")
	got := map[string]string{}
	for _, in := range f.Inputs {
		got[in.Name] = in.Value.String()
	}
	if diff := cmp.Diff(map[string]string{"standing/comprehensive": "332", "comprehensive/county": "34", "comprehensive/township": "298", "township-teams": "30", "tier/county": "252", "tier/township": "298", "standing/fire-brigade": "89", "standing/militia": "120", "other/experts": "9", "all": "550"}, got); diff != "" {
		t.Error(diff)
	}
	if f.Actual.String() != "541" || f.Verdict != spec.NotApplicable || !f.IsWeak() {
		t.Errorf("%v %v", f.Actual, f.Verdict)
	}
	r.Teams = append(r.Teams, teams.Team{Kind: teams.Volunteers, Strength: people(1)}, teams.Team{Kind: teams.Social, Strength: people(1)},
		teams.Team{Kind: teams.Professional, Strength: people(9)}, teams.Team{Kind: teams.Militia})
	f = one(t, teams.Assess(provisions(), r, asOf, spec.Choices{}).Findings(), "teams.strength", "", "")
	if f.Actual.String() != "550" || f.Bound != spec.AtLeastBound || len(f.Missing) != 1 {
		t.Errorf("with a team of unknown strength: %v %v", f.Actual, f.Bound)
	}
	r.Teams, r.HasTeams = nil, false
	f = one(t, teams.Assess(provisions(), r, asOf, spec.Choices{}).Findings(), "teams.strength", "", "")
	if f.Verdict != spec.Unknown || f.Actual.Known() || len(f.Missing) != 1 {
		t.Errorf("strength without teams: %v %v", f.Verdict, f.Actual)
	}
	huge := []teams.Team{{Kind: teams.Militia, Strength: spec.Exactly(measure.People(1<<63 - 1))}, {Kind: teams.Militia, Strength: people(1)}}
	if sum := teams.Strength(huge, asOf).All; sum != (spec.Observed[measure.People]{}) {
		t.Errorf("a sum beyond 64 bits is %v", sum)
	}
}

func TestMicroStations(t *testing.T) {
	p, r := provisions(), records()
	f := one(t, teams.Assess(p, r, asOf, spec.Choices{}).Findings(), "teams.micro-stations", "", "")
	if f.Reason.Code != spec.ReasonFigure || len(f.Inputs) != 1 || !f.Inputs[0].Value.Equal(f.Actual) {
		t.Errorf("reported: %v, inputs %v", f.Reason, f.Inputs)
	}
	r.Stations = nil
	f = one(t, teams.Assess(p, r, asOf, spec.Choices{}).Findings(), "teams.micro-stations", "", "")
	if f.Verdict != spec.Unknown || len(f.Missing) != 1 {
		t.Errorf("not reported: %v", f.Verdict)
	}
	p.Baseline = teams.Baseline{}
	f = one(t, teams.Assess(p, r, asOf, spec.Choices{}).Findings(), "teams.micro-stations", "", "")
	if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan {
		t.Errorf("not in the plan: %v %v", f.Verdict, f.Reason.Code)
	}
}

// A plan that sets nothing asks nothing of a county, and a county that reports
// nothing is never met nor unmet.
func TestNothingSetAndNothingReported(t *testing.T) {
	for _, f := range teams.Assess(teams.Provisions{}, records(), asOf, spec.Choices{}).Findings() {
		if f.Verdict != spec.NotApplicable {
			t.Errorf("%s without provisions: %v", f.Rule, f.Verdict)
		}
	}
	for _, f := range teams.Assess(provisions(), teams.Records{}, asOf, spec.Choices{}).Findings() {
		if f.Kind == spec.CrossCheckKind {
			continue // of the plan with itself
		}
		if f.Verdict != spec.Unknown || f.Actual.Known() || len(f.Missing) == 0 {
			t.Errorf("%s %s without records: %v %v, %d missing", f.Rule, f.Target, f.Verdict, f.Actual, len(f.Missing))
		}
	}
}

func TestEveryFindingHasItsRuleAndBothLanguages(t *testing.T) {
	rules := map[string]spec.Rule{}
	for _, r := range teams.Rules() {
		if !r.Title.Complete() || !r.Formula.Complete() || !r.Source.Complete() || r.Revision < 1 || r.Kind == 0 || len(r.Reads) == 0 && r.Kind != spec.CrossCheckKind {
			t.Errorf("rule %s is incomplete", r.ID)
		}
		if _, twice := rules[r.ID]; twice {
			t.Errorf("rule %s stands twice", r.ID)
		}
		rules[r.ID] = r
	}
	readings := map[string]bool{}
	for _, r := range teams.Readings() {
		readings[r.ID] = true
		if !r.Has(r.Default) || len(r.Options) < 2 || !r.Question.Complete() || !r.Source.Complete() {
			t.Errorf("reading %s is incomplete", r.ID)
		}
	}
	for _, r := range rules {
		for _, id := range r.Readings {
			if !readings[id] {
				t.Errorf("rule %s reads %s, which is no reading", r.ID, id)
			}
		}
	}
	for _, u := range teams.Undefined() {
		if !u.Reason.Complete() || !u.Source.Complete() || len(u.Carries) == 0 {
			t.Errorf("undefined %v is incomplete", u.Carries)
		}
	}
	a := teams.Assess(provisions(), records(), asOf, spec.Choices{})
	for _, f := range append(a.Findings(), a.UnitFindings()...) {
		rule, ok := rules[f.Rule]
		if !ok || f.Kind != rule.Kind || !f.Title.Complete() || !f.Reason.Text.Complete() || !f.Source.Complete() || f.Reason.Code == "" {
			t.Errorf("finding %s %s is incomplete", f.Rule, f.Target)
		}
		for _, in := range f.Inputs {
			if !in.Label.Complete() || !in.Value.Known() && in.Text == "" {
				t.Errorf("finding %s: input %s is incomplete", f.Rule, in.Name)
			}
		}
		for _, need := range f.Missing {
			if need.Key == "" || !need.Question.Complete() || !need.Who.Complete() || need.Unit == "" {
				t.Errorf("finding %s: need %s is incomplete", f.Rule, need.Key)
			}
		}
	}
	if diff := cmp.Diff(a.Findings(), teams.Assess(provisions(), records(), asOf, spec.Choices{}).Findings()); diff != "" {
		t.Error(diff)
	}
}
