package teams_test

import (
	"fmt"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// A certificate for mines that ended on 9 January: the team claims the skill
// still, but has it no more.
func ExampleSkillVerdict() {
	team := teams.Team{ID: "mine-1", Skills: []teams.Skill{"mines"}, SkillsKnown: true}
	certificates := []teams.Certificate{{ID: "c-04", Team: "mine-1", Skill: "mines", Until: measure.DateOf(2027, 1, 9)}}
	for _, day := range []measure.Date{measure.DateOf(2027, 1, 9), measure.DateOf(2027, 1, 10)} {
		fmt.Println(day, teams.SkillVerdict(team, "mines", certificates, day, teams.Windows{}, teams.ClaimEnough))
	}
	fmt.Println(teams.SkillVerdict(team, "mines", nil, measure.DateOf(2027, 1, 10), teams.Windows{}, teams.CertificateNeeded))
	// Output:
	// 2027-01-09 met
	// 2027-01-10 unmet
	// unknown
}

// With 60 days of window the second is due for renewal, the first has lapsed.
func ExampleRenewals() {
	list := []teams.Certificate{
		{ID: "b", Team: "t", Skill: "forest", Until: measure.DateOf(2028, 1, 31)},
		{ID: "a", Team: "t", Skill: "mines", Until: measure.DateOf(2027, 1, 9)},
	}
	for _, r := range teams.Renewals(list, measure.DateOf(2027, 12, 31), teams.Windows{Renewal: 60}) {
		fmt.Println(r.Certificate.ID, r.State, r.Days)
	}
	// Output:
	// a lapsed -356
	// b renew 31
}

// The sectors of the plan that its fifteen fields leave without a team of
// their own.
func ExampleUnservedSectors() {
	for _, s := range teams.UnservedSectors(teams.FieldsOf(teams.Fields()...)) {
		fmt.Println(s.In(spec.Chinese), teams.ServedByBrigade(s))
	}
	// Output:
	// 消防 true
	// 建设施工 false
	// 特种设备 false
	// 旅游 false
	// 工业园区 false
}

// A township must have 10 members in its team and must have trained within a
// year. The evidence of June says 12 members; the training is of the year
// before last.
func ExampleProve() {
	ten := spec.Cite(measure.Thousandths(10_000), spec.Source{Document: "plan", Place: "1", Standing: spec.InPlan})
	year := spec.Cite(measure.Count(365), spec.Source{Document: "plan", Place: "1", Standing: spec.InPlan})
	list := teams.Checklist{ID: "ten-ones", AppliesTo: []teams.UnitClass{teams.Township}, Items: []teams.ChecklistItem{
		{ID: "team", Requirements: []teams.Requirement{{ID: "members", Form: teams.SizeOf, Least: ten}}},
		{ID: "training", Requirements: []teams.Requirement{{ID: "yearly", Form: teams.EveryDays, Days: year}}},
	}}
	facts, _ := list.Facts([]teams.Evidence{
		{Checklist: "ten-ones", Item: "team", Requirement: "members", On: measure.DateOf(2025, 6, 1), Value: spec.Exactly(measure.Thousandths(12_000))},
		{Checklist: "ten-ones", Item: "training", Requirement: "yearly", On: measure.DateOf(2024, 3, 1)},
	})
	for _, day := range []measure.Date{measure.DateOf(2025, 5, 31), measure.DateOf(2025, 12, 31)} {
		proof := teams.Prove(facts, teams.At(day))
		fmt.Println(day, proof.Verdict(0), proof.Verdict(1), list.Verdict(teams.Sheet{}.Combine(proof, teams.StatedDecides)))
	}
	// Output:
	// 2025-05-31 unknown unmet unmet
	// 2025-12-31 met unmet unmet
}

// Three items in the right places bring two of four townships to six haves;
// the third lacks three on its own.
func ExampleGroupResult_LeastFixes() {
	full := sheetOf(6)
	sheets := []teams.Sheet{full.With(4, teams.Absent), full, full.With(3, teams.Absent).With(4, teams.Absent),
		full.With(0, teams.Absent).With(1, teams.Absent).With(2, teams.Absent)}
	group := teams.Roll(list("six-haves", 6, teams.Township), teams.TownshipGroup, townships(4), sheets)
	plan := group.LeastFixes()
	for _, budget := range []int{1, 2, 3, 6} {
		units, used := plan.Within(budget)
		fmt.Println(budget, "fixes:", units, "townships more by", used)
	}
	// Output:
	// 1 fixes: 1 townships more by 1
	// 2 fixes: 1 townships more by 1
	// 3 fixes: 2 townships more by 3
	// 6 fixes: 3 townships more by 6
}

// Two floods at once and two teams that can be at both within the hour: each
// gets one. A third flood is left without, and the cut says why.
func ExampleDeploy() {
	travel := func(t teams.Team, to hazards.DivisionCode) (measure.Duration, bool) {
		minutes, ok := map[string]int64{"a 990101100": 20, "a 990101101": 30, "b 990101101": 40, "a 990101102": 45}[t.ID+" "+to.Short()]
		return measure.Seconds(minutes * 60), ok
	}
	team := func(id string) teams.Team {
		return teams.Team{ID: id, Skills: []teams.Skill{"flood-drought"}, SkillsKnown: true, Turnout: spec.Exactly(measure.Seconds(600))}
	}
	var calls []teams.Call
	for _, u := range townships(3) {
		calls = append(calls, teams.Call{Place: u.Code, Skill: "flood-drought", Within: measure.Seconds(3600)})
	}
	plan := teams.Deploy([]teams.Team{team("a"), team("b")}, calls, teams.Ready{Proof: teams.ClaimEnough}, travel)
	for _, a := range plan.Assignments {
		time, _ := a.Time.Value()
		fmt.Println("call", a.Call, "team", a.Team.ID, "there after", time.Minutes(), "minutes")
	}
	fmt.Println("lacking", plan.Lacking, "cut", plan.Cut.Calls, plan.Cut.Teams)
	// Output:
	// call 0 team a there after 30 minutes
	// call 1 team b there after 50 minutes
	// lacking [0 0 1] cut [0 2] [a]
}
