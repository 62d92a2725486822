package plans_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// workedOut holds the law for every finding that a test of this room looks at:
// the formulas of its rule, put on its inputs, give its numbers again.
func workedOut(t rapid.TB, all []spec.Finding) {
	t.Helper()
	rules := map[string]spec.Rule{}
	for _, r := range plans.Rules() {
		rules[r.ID] = r
	}
	for _, f := range all {
		given, of := map[string]bool{}, map[string]bool{}
		for _, w := range f.Workings(rules[f.Rule].Derivations) {
			given[w.Of] = true
		}
		for _, d := range rules[f.Rule].Derivations {
			of[d.Of] = true
		}
		values := append(f.Inputs[:len(f.Inputs):len(f.Inputs)],
			spec.Input{Name: "actual", Value: f.Actual}, spec.Input{Name: "required", Value: f.Required})
		for _, in := range values {
			pattern, _, _ := strings.Cut(in.Name, "-")
			if in.Value.Known() && !given[in.Name] && (of[in.Name] || of[pattern+"-*"] && !strings.Contains(in.Name, ".")) {
				t.Errorf("%s of %s: nothing gives %s = %s", f.Rule, f.Subject, in.Name, in.Value)
			}
		}
		for _, in := range values[len(f.Inputs):] {
			if in.Value.Known() && !of[in.Name] {
				t.Errorf("%s: nothing is said of %s", f.Rule, in.Name)
			}
		}
	}
}

// drawTable is a project table with what its rows serve, build and rest on.
func drawTable(t *rapid.T) plans.Provisions {
	p := drawLedger(t)
	p.Works = fengduWorks()
	pick := func(label string, options ...string) string { return rapid.SampledFrom(options).Draw(t, label) }
	for i := range rapid.IntRange(0, 5).Draw(t, "rows") {
		row := plans.Project{ID: fmt.Sprint(i), Work: pick("work", "1", "2", "3", "8"), Lead: same(pick("lead", "县应急局", "县应急管理局", "某局", "乡镇")),
			Class: rapid.SampledFrom([]plans.Class{plans.PlannedClass, plans.ReserveClass}).Draw(t, "class"), Nature: rapid.SampledFrom([]plans.Nature{plans.New, plans.Continued}).Draw(t, "nature"),
			Cooperates: rapid.Bool().Draw(t, "cooperates"), UnderWay: spec.Cite(rapid.Bool().Draw(t, "under way"), inPlan("一")), Upgraded: measure.Count(rapid.IntRange(0, 1).Draw(t, "upgraded"))}
		row.Name = p.Works[rapid.IntRange(0, 3).Draw(t, "name")].Name
		if funds := pick("funds", "", "上级", "本级"); funds != "" {
			row.Funds = same(funds)
		}
		if rapid.Bool().Draw(t, "priced") {
			row.Money = fen(int64(rapid.IntRange(0, 5).Draw(t, "fen")))
		}
		switch rapid.IntRange(0, 2).Draw(t, "timing") {
		case 1:
			row.Start = p.Period.From()
		case 2:
			row.Span = drawPeriod(t)
		}
		if rapid.Bool().Draw(t, "serves") {
			row.Serves = []string{rapid.SampledFrom(p.Ledger.Duties).Draw(t, "duty").ID}
		}
		for j := range rapid.IntRange(0, 2).Draw(t, "things") {
			row.Delivers = append(row.Delivers, spec.Member{ID: fmt.Sprint(j), Title: same(fmt.Sprint("thing ", j)), Group: pick("group", "", "县应急局", "乡镇")})
		}
		if rapid.Bool().Draw(t, "rests") {
			row.Depends = []string{fmt.Sprint(rapid.IntRange(0, 5).Draw(t, "on"))}
		}
		p.Projects = append(p.Projects, row)
	}
	for i := range p.Ledger.Duties {
		if rapid.Bool().Draw(t, "target") {
			p.Ledger.Duties[i].Entry = plans.TargetClause
		}
	}
	p.Works[0].Aliases = []string{p.Works[1].Name.ZH}
	p.Works[0].Builds, p.Works[1].Builds = []spec.Member{thing("base")}, []spec.Member{thing(pick("built", "base", "hall"))}
	return p
}

// Whatever the table, the ledger and their evidence say, each number is worked
// out again.
func TestFormulasGiveTheNumbersOfEveryTableAndLedger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawTable(t)
		r := drawRecords(t, p)
		r.HasProjects = true
		for range rapid.IntRange(0, 8).Draw(t, "reports") {
			r.ProjectReports = append(r.ProjectReports, report(fmt.Sprint(rapid.IntRange(0, 5).Draw(t, "row")), drawAsOf(t, p.Period),
				rapid.SampledFrom([]plans.Stage{0, plans.Argued, plans.Started, plans.Completed, plans.Stopped}).Draw(t, "stage"), rapid.SampledFrom([]string{"", "0", "0.0001", "0.0003", "0.0005"}).Draw(t, "spent")))
		}
		p.Evaluations = []plans.Evaluation{{ID: "mid", By: spec.Cite(drawAsOf(t, p.Period), inPlan("五"))}, {ID: "d0", By: spec.Cite(drawAsOf(t, p.Period), inPlan("五"))}}
		a := plans.Assess(p, r, drawAsOf(t, p.Period), spec.Choices{})
		workedOut(t, append(a.Findings(), a.UnitFindings()...))
	})
}

// Likewise for the register of contingency plans and the drills.
func TestFormulasGiveTheNumbersOfEveryRegister(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := fengduProvisions()
		p.Contingency = plans.ContingencyProvisions{Source: inPlan("c"), Platform: inPlan("c"), Clocks: []plans.PlanClock{
			{Clock: plans.ReviewClock, Kinds: []plans.ContingencyKind{plans.SpecialPlan}, Limit: spec.Cite[measure.Count](36, inPlan("c"))}}}
		p.Drills = halfYearly()
		p.Drills.Duties = append(p.Drills.Duties, plans.DrillDuty{ID: "year", Who: []plans.DrillBody{plans.CountyBody, plans.HighRiskBody}, Every: spec.Cite[measure.Count](12, inPlan("d"))})
		p.Drills.DoubleBlind, p.Drills.Neighbours = inPlan("d"), inPlan("d")
		r := plans.Records{HasDrills: true, Complete: drawComplete(t), Drills: drawDrills(t), HasNeighbours: rapid.Bool().Draw(t, "neighbours"),
			Neighbours:  []plans.BoundaryPoint{{ID: "1", Name: "bridge", Neighbour: "east"}, {ID: "2", Name: "ridge", Neighbour: "west"}},
			Contingency: plans.ContingencyRecords{HasPlans: true, Plans: drawPlans(t), HasObjects: true, Objects: []plans.PlanObject{highRisk(drawDay(t, "since"))}}}
		if rapid.Bool().Draw(t, "whole") {
			r.Contingency.Whole = []plans.ContingencyKind{plans.SpecialPlan}
		}
		r.Contingency.Required = []plans.RequiredGroup{hazardGroup(hazards.Naturals()...)}
		for i := range r.Drills {
			r.Drills[i].Object = "e"
			r.Drills[i].DoubleBlind = rapid.SampledFrom([]spec.Observed[bool]{{}, spec.Exactly(true), spec.Exactly(false)}).Draw(t, "blind")
			r.Drills[i].Partner = rapid.SampledFrom([]string{"", "east", "west"}).Draw(t, "partner")
			if rapid.Bool().Draw(t, "joint") {
				r.Drills[i].Kind = plans.NeighbourJoint
			}
		}
		joint := drawJoint(t)
		r.Joint = plans.JointRecords{HasDraws: true, HasScenarios: true, Draws: joint.draws, Resources: joint.resources,
			Pools:     []plans.Pool{{ID: "x", Known: rapid.Bool().Draw(t, "known"), Unit: spec.Units}},
			Scenarios: []plans.Scenario{{ID: "s", Plans: []string{"p0", "p1"}}, {ID: "t", Plans: []string{"p1", "p2", "p3"}}}}
		choices := spec.Choices{}.With(plans.ReadingDoubleBlind, rapid.SampledFrom([]string{plans.BlindFigure, plans.BlindMajority}).Draw(t, "main"))
		a := plans.Assess(p, r, drawDay(t, "as of"), choices)
		workedOut(t, append(a.Findings(), a.UnitFindings()...))
	})
}

func same(s string) spec.Text { return spec.T(s, s) }
