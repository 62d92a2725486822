package emergency

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func divisionCode(t *testing.T, s string) hazards.DivisionCode {
	t.Helper()
	code, err := hazards.ParseDivisionCode(s)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// provable is a checklist whose items can each be proved by one kind of
// records, and a county that has all of them in its first township.
func provable(t *testing.T) (*plan, *County) {
	t.Helper()
	first, second := divisionCode(t, "990101100"), divisionCode(t, "990101101")
	list := teams.Checklist{ID: "list", AppliesTo: []teams.UnitClass{teams.Township, teams.IndustrialPark}, Title: spec.T("list", "清单")}
	for _, origin := range Origins() {
		list.Items = append(list.Items, teams.ChecklistItem{ID: string(origin), Title: spec.T("item", "项"), Origins: []teams.Origin{origin}})
	}
	day := measure.DateOf(2027, 5, 1)
	c := &County{Code: divisionCode(t, "990101"), AsOf: measure.DateOf(2027, 12, 31)}
	c.Teams = teams.Records{HasTownships: true, HasTeams: true, RosterComplete: true, HasParks: true,
		Townships: []teams.Unit{{Code: first, Class: teams.Township}, {Code: second, Class: teams.Township}},
		Parks:     []teams.Unit{{Park: "park-1", Class: teams.IndustrialPark}},
		Teams:     []teams.Team{{ID: "t", Place: first, Tier: teams.TownshipTier, Kind: teams.Comprehensive, Strength: spec.Exactly(measure.People(12))}},
		Training:  []teams.Training{{Team: "t", On: day, Kind: teams.OwnTraining}}}
	c.Reserves.Lots = []reserves.Lot{{ID: "l", Place: divisionCode(t, "990101100001"), Quantity: spec.Exactly(measure.Thousandths(1000)),
		ReceivedOn: day, Expiry: measure.DateOf(2028, 5, 1)}}
	c.Plans.Contingency.Plans = []plans.Contingency{
		{ID: "p", Kind: plans.TownshipPlan, Division: first, Issued: day},
		{ID: "q", Kind: plans.ParkPlan, Object: "park-1", Issued: day}}
	c.Plans.Drills = []plans.Drill{{ID: "d", Kind: plans.TownshipDrill, Division: first, Date: day}}
	c.Shelters.Shelters = []shelters.Shelter{{ID: "s", Place: first, CompletedOn: day, Temporary: spec.Exactly(measure.People(900))}}
	return &plan{id: "p", teams: teams.Provisions{Checklists: []teams.Checklist{list}}}, c
}

// answers says, for each unit and item, what is found.
func answers(f FiveYearPlan, c *County, asOf measure.Date) map[string]string {
	out := map[string]string{}
	for _, u := range f.Assess(c, asOf).Units("list/") {
		if u.Rule == "teams.checklist" {
			out[u.Subject.ID+" "+u.Target[len("list/"):]] = u.Verdict.String()
		}
	}
	return out
}

func TestRecordsOfEveryRoomProveAnItem(t *testing.T) {
	p, c := provable(t)
	got := answers(FiveYearPlan{p}, c, c.AsOf)
	want := map[string]string{}
	for _, origin := range Origins() {
		want["990101100 "+string(origin)] = "met"
		want["990101101 "+string(origin)] = "unknown" // what records do not show they do not refute
		want["park-1 "+string(origin)] = "unknown"
	}
	want["990101101 roster"] = "unmet" // but a complete roster does
	want["park-1 contingency-plan"] = "met"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	// What happened later is not known yet, and what lapses proves no more.
	for asOf, open := range map[measure.Date][]string{
		measure.DateOf(2027, 4, 30): {"stock", "contingency-plan", "drill", "training", "shelter"},
		measure.DateOf(2028, 5, 2):  {"stock"},
	} {
		got := answers(FiveYearPlan{p}, c, asOf)
		for _, origin := range Origins() {
			verdict := "met"
			for _, o := range open {
				if o == string(origin) {
					verdict = "unknown"
					if asOf.After(c.AsOf) {
						verdict = "unmet"
					}
				}
			}
			if got["990101100 "+string(origin)] != verdict {
				t.Errorf("%s: %s is %s, want %s", asOf, origin, got["990101100 "+string(origin)], verdict)
			}
		}
	}
}

// Derived evidence never overrides a stated answer: the two are put side by
// side.
func TestDerivedEvidenceNeverOverridesAStatement(t *testing.T) {
	p, c := provable(t)
	c.Teams.Answers = []teams.ItemAnswer{
		{Checklist: "list", Unit: "990101100", Item: "shelter", Answer: teams.Absent},
		{Checklist: "list", Unit: "990101101", Item: "roster", Answer: teams.Present},
		{Checklist: "list", Unit: "990101101", Item: "stock", Answer: teams.NotApplicable},
	}
	got := answers(FiveYearPlan{p}, c, c.AsOf)
	for unit, want := range map[string]string{"990101100 shelter": "unmet", "990101101 roster": "met", "990101101 stock": "not-applicable"} {
		if got[unit] != want {
			t.Errorf("%s: %s, want what was stated, %s", unit, got[unit], want)
		}
	}
	var contradicted []string
	for _, f := range (FiveYearPlan{p}).Assess(c, c.AsOf).Units("teams.evidence-agrees") {
		contradicted = append(contradicted, f.Subject.ID+" "+f.Target)
	}
	if diff := cmp.Diff([]string{"990101100 list/shelter", "990101101 list/roster"}, contradicted); diff != "" {
		t.Error(diff)
	}
	needed := FiveYearPlan{p}
	needed, err := needed.With("teams.answer-and-evidence", "evidence-needed")
	if err != nil {
		t.Fatal(err)
	}
	if got := answers(needed, c, c.AsOf); got["990101101 roster"] != "unmet" || got["990101100 shelter"] != "unmet" {
		t.Errorf("where evidence is needed: %v", got)
	}
}

func TestRecordsProveRequirementsOfEveryForm(t *testing.T) {
	p, c := provable(t)
	first := c.Teams.Townships[0]
	number := func(n int64) spec.Figure[measure.Quantity] {
		return spec.Cite(measure.Thousandths(n*1000), spec.Source{Document: "d", Place: "1", Standing: spec.InPlan})
	}
	days := func(n int64) spec.Figure[measure.Count] {
		return spec.Cite(measure.Count(n), spec.Source{Document: "d", Place: "1", Standing: spec.InPlan})
	}
	for _, tt := range []struct {
		name   string
		origin teams.Origin
		r      teams.Requirement
		change func()
		want   spec.Verdict
	}{
		{"twelve members", FromRoster, teams.Requirement{Form: teams.SizeOf, Least: number(12)}, nil, spec.Met},
		{"thirteen", FromRoster, teams.Requirement{Form: teams.SizeOf, Least: number(13)}, nil, spec.Unmet},
		{"one team", FromRoster, teams.Requirement{Form: teams.CountOf, Least: number(1)}, nil, spec.Met},
		{"two teams", FromRoster, teams.Requirement{Form: teams.CountOf, Least: number(2)}, nil, spec.Unmet},
		{"two lots, of which the register may miss one", FromStock, teams.Requirement{Form: teams.CountOf, Least: number(2)}, nil, spec.Unknown},
		{"a shelter for 900", FromShelters, teams.Requirement{Form: teams.SizeOf, Least: number(900)}, nil, spec.Met},
		{"trained in 245 days", FromTraining, teams.Requirement{Form: teams.EveryDays, Least: number(1), Days: days(245)}, nil, spec.Met},
		{"trained in 244 days", FromTraining, teams.Requirement{Form: teams.EveryDays, Least: number(1), Days: days(244)}, nil, spec.Unmet},
		{"drilled twice a year", FromDrills, teams.Requirement{Form: teams.EveryDays, Least: number(2), Days: days(365)}, nil, spec.Unknown},
		{"drilled twice a year, all on record", FromDrills, teams.Requirement{Form: teams.EveryDays, Least: number(2), Days: days(365)}, func() {
			c.Plans.HasDrills = true
			c.Plans.Complete, _ = measure.PeriodOf(2023, 2027)
		}, spec.Unmet},
		{"an exercise of a township that does not say which", FromDrills, teams.Requirement{Form: teams.EveryDays, Least: number(2), Days: days(365)}, func() {
			c.Plans.Drills = append(c.Plans.Drills, plans.Drill{ID: "e", Kind: plans.TownshipDrill, Date: c.AsOf})
		}, spec.Unknown},
		{"plan not older than 244 days", FromContingency, teams.Requirement{Form: teams.NotOlder, Days: days(244)}, nil, spec.Met},
		{"plan not older than 243 days", FromContingency, teams.Requirement{Form: teams.NotOlder, Days: days(243)}, nil, spec.Unmet},
		{"plan withdrawn", FromContingency, teams.Requirement{Form: teams.Exists}, func() { c.Plans.Contingency.Plans[0].Withdrawn = c.AsOf }, spec.Unmet},
		{"no such records", "gossip", teams.Requirement{Form: teams.Exists}, nil, spec.Unknown},
	} {
		if tt.change != nil {
			tt.change()
		}
		tt.r.ID, tt.r.Origins = "r", []teams.Origin{tt.origin}
		p.teams.Checklists[0].Items = []teams.ChecklistItem{{ID: "i", Requirements: []teams.Requirement{tt.r}}}
		facts, unread := p.teams.Checklists[0].Facts(evidenceOf("list", first, "i", tt.r, tt.origin, c, c.AsOf))
		if got := teams.Prove(facts, teams.At(c.AsOf)).Verdict(0); got != tt.want || len(unread) > 0 {
			t.Errorf("%s: %v, want %v (unread %v)", tt.name, got, tt.want, unread)
		}
	}
}
