package plans_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// wan is an amount in 万元 as printed in a table.
func wan(s string) spec.Observed[measure.Money] {
	m, err := measure.WanYuan(decimal.RequireFromString(s))
	if err != nil {
		panic(err)
	}
	return spec.Exactly(m)
}

func fen(n int64) spec.Observed[measure.Money] { return spec.Exactly(measure.Fen(n)) }

func date(y, m, d int) measure.Date { return measure.DateOf(y, m, d) }

func period(from, to measure.Year) measure.Period {
	p, err := measure.PeriodOf(from, to)
	if err != nil {
		panic(err)
	}
	return p
}

func inPlan(place string) spec.Source {
	return spec.Source{Document: "plan", Place: place, Standing: spec.InPlan}
}

// fengduProjects is the project table of the plan, row for row.
func fengduProjects() []plans.Project {
	all := period(2021, 2025)
	return []plans.Project{
		{ID: "1", Work: "1", Class: plans.PlannedClass, Nature: plans.New, Start: 2021},
		{ID: "2a", Work: "2", Class: plans.PlannedClass, Nature: plans.New, Start: 2022},
		{ID: "2b", Work: "2", Class: plans.ReserveClass, Nature: plans.New, Start: 2022, Money: wan("20203.2")},
		{ID: "3", Work: "3", Class: plans.ReserveClass, Nature: plans.New, Span: all, Money: wan("2000")},
		{ID: "4", Work: "4", Class: plans.ReserveClass, Nature: plans.New, Span: all, Money: wan("300")},
		{ID: "5", Work: "5", Class: plans.PlannedClass, Nature: plans.New, Span: all, Money: wan("40")},
		{ID: "6", Work: "6", Class: plans.ReserveClass, Nature: plans.Continued, Span: all},
		{ID: "7", Work: "7", Class: plans.ReserveClass, Nature: plans.New, Span: all, Money: wan("500")},
	}
}

func fengduWorks() []plans.Work {
	var out []plans.Work
	for _, id := range []string{"1", "2", "3", "4", "5", "6", "7"} {
		out = append(out, plans.Work{ID: id, Name: spec.T("work "+id, "工程"+id)})
	}
	return out
}

func fengduProvisions() plans.Provisions {
	return plans.Provisions{
		Period:          period(2021, 2025),
		Issued:          spec.Cite(date(2022, 8, 2), inPlan("文首")),
		ExercisePerYear: spec.Cite[measure.Count](1, inPlan("三（五~）1")),
		Works:           fengduWorks(),
		Projects:        fengduProjects(),
	}
}

func county(id string, y, m, d int) plans.Drill {
	return plans.Drill{ID: id, Date: date(y, m, d), Kind: plans.CountyComprehensive}
}

// findings returns the findings by rule.
func findings(t *testing.T, p plans.Provisions, r plans.Records, asOf measure.Date, choices spec.Choices) map[string]spec.Finding {
	t.Helper()
	out := map[string]spec.Finding{}
	a := plans.Assess(p, r, asOf, choices)
	workedOut(t, append(a.Findings(), a.UnitFindings()...))
	for _, f := range a.Findings() {
		if _, ok := out[f.Rule]; ok {
			t.Errorf("two findings of %s", f.Rule)
		}
		out[f.Rule] = f
	}
	return out
}

func input(t *testing.T, f spec.Finding, name string) string {
	t.Helper()
	for _, in := range f.Inputs {
		if in.Name == name {
			if in.Text != "" {
				return in.Text
			}
			return in.Value.String()
		}
	}
	return "absent"
}
