package emergency_test

import (
	"errors"
	"go/ast"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// held is a plan with a county to hold against it.
type held struct {
	plan   emergency.FiveYearPlan
	county *emergency.County
}

// bothCounties are Fengdu and the second county, each with its own plan.
func bothCounties(t testing.TB) map[string]held {
	t.Helper()
	out := map[string]held{}
	plan, county := fengdu(t)
	out["fengdu"] = held{plan, county}
	plan, county = second(t)
	out["second"] = held{plan, county}
	return out
}

// everyFinding are the findings of a report with the single ones behind them.
func everyFinding(r *emergency.Report) []spec.Finding {
	return append(r.Findings(), r.Units("")...)
}

func TestLastLineOfAnExplanationIsTheValueAndVerdict(t *testing.T) {
	for name, pair := range bothCounties(t) {
		report := pair.plan.Assess(pair.county, measure.Date{})
		for _, f := range everyFinding(report) {
			e := f.Explanation(spec.Rule{}, nil)
			last := e.Steps[len(e.Steps)-1]
			if last.Kind != spec.ConclusionStep || last.Name != f.Verdict.String() || !sameAmount(last.Value, f.Actual) || last.Bound != f.Bound {
				t.Errorf("%s: %s ends in %+v", name, f.Rule, last)
			}
			for _, lang := range []spec.Lang{spec.English, spec.Chinese} {
				lines := strings.Split(strings.TrimSpace(f.Explain(lang)), "\n")
				line := lines[len(lines)-1]
				if !strings.Contains(line, f.Verdict.In(lang)) && f.Reason.Code != spec.ReasonFigure {
					t.Errorf("%s: %s does not say %s: %s", name, f.Rule, f.Verdict.In(lang), line)
				}
				if f.Actual.Known() && !strings.HasSuffix(line, f.Unit.After(f.Actual.String(), lang)) {
					t.Errorf("%s: %s does not end in %s: %s", name, f.Rule, f.Actual, line)
				}
			}
		}
	}
}

func sameAmount(a, b spec.Amount) bool {
	return a.Known() == b.Known() && (!a.Known() || a.Equal(b) && a.String() == b.String())
}

func TestAnExplanationLeavesNothingOut(t *testing.T) {
	for name, pair := range bothCounties(t) {
		report := pair.plan.Assess(pair.county, measure.Date{})
		explained := report.ExplainAll().List
		for i, f := range report.Findings() {
			text := explained[i].Text(spec.Chinese)
			wants := []string{f.Source.Standing.In(spec.Chinese)}
			for _, in := range f.Inputs {
				said := in.Text
				if !in.Words.IsZero() { // a code stands in words
					said = in.Words.ZH
				}
				wants = append(wants, in.Label.ZH, in.Value.String(), said, in.Source.Place)
			}
			for _, need := range f.Missing {
				wants = append(wants, need.Key, need.Question.ZH, need.Who.ZH)
			}
			wants = append(wants, f.Readings...)
			for _, want := range wants {
				if !strings.Contains(text, want) {
					t.Errorf("%s: the explanation of %s lacks %q", name, f.Rule, want)
				}
			}
			if explained[i].Revision == 0 || explained[i].Steps[0].Formula.IsZero() {
				t.Errorf("%s: the rule %s of a finding is not listed", name, f.Rule)
			}
		}
	}
}

func TestEveryInputOfAFindingHasItsWords(t *testing.T) {
	for name, pair := range bothCounties(t) {
		for _, f := range everyFinding(pair.plan.Assess(pair.county, measure.Date{})) {
			for _, in := range f.Inputs {
				if strings.HasPrefix(f.Rule, "cross.") && !in.Label.Complete() {
					t.Errorf("%s: the input %s of %s has no words", name, in.Name, f.Rule)
				}
			}
		}
	}
}

// Values are what a service asks for; explanations cost only who asks for them:
// nothing in the library builds one but the functions that are asked.
func TestAnAssessmentBuildsNoExplanation(t *testing.T) {
	for _, f := range libraryFiles(t) {
		if strings.HasPrefix(f.dir, "examples/") || f.name == "explain.go" || f.dir == "spec" {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if to, ok := call.Fun.(*ast.SelectorExpr); ok && (to.Sel.Name == "Explanation" || to.Sel.Name == "Explain") {
				t.Errorf("%s calls %s", f.name, to.Sel.Name)
			}
			return true
		})
	}
	plan, county := second(t)
	f := plan.Assess(county, measure.Date{}).Findings()[0]
	if n := testing.AllocsPerRun(20, func() { _, _, _ = f.Verdict, f.Actual.Exact(), f.Gap.Exact() }); n != 0 {
		t.Errorf("reading the value of a finding allocates %.0f times", n)
	}
	if n := testing.AllocsPerRun(20, func() { _ = f.Explanation(spec.Rule{}, nil) }); n == 0 {
		t.Error("the measure of allocations measures nothing")
	}
}

func TestWhatTheReportDoesNotHaveIsNotExplained(t *testing.T) {
	plan, county := second(t)
	report := plan.Assess(county, measure.Date{})
	for _, ask := range [][2]string{{"reserves.nothing", ""}, {"reserves.evacuees", "township:nowhere"}, {"", ""}} {
		var faults *spec.Faults
		_, err := report.Explain(ask[0], ask[1])
		if !errors.As(err, &faults) || faults.All()[0].Code != emergency.FaultNothingToExplain {
			t.Errorf("%q: %v", ask, err)
		}
	}
	for _, ask := range [][3]string{
		{"reserves.evacuee", "", "nearest: reserves.evacuees"}, {"ten-one", "", "nearest: ten-ones"},
		{"ten-ones", "township:99010100", "nearest: township:990101001"},
	} {
		if _, err := report.Explain(ask[0], ask[1]); err == nil || !strings.Contains(err.Error(), ask[2]) {
			t.Errorf("%q is answered %v", ask[:2], err)
		}
	}
	items, err := report.Explain("ten-ones", "township:990101001")
	if err != nil || len(items.List) < 5 {
		t.Errorf("the items of a checklist at one unit are not explained: %d, %v", len(items.List), err)
	}
	unit := report.Units("teams.checklist")[0]
	e, err := report.Explain(unit.Rule, unit.Subject.String())
	if err != nil || e.List[0].Subject != unit.Subject {
		t.Errorf("the unit %s is not explained: %v", unit.Subject, err)
	}
}
