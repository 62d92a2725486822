package hazards_test

import (
	"strings"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func boolean(b bool) spec.Observed[bool] { return spec.Exactly(b) }

func forestArea(t testing.TB, s string) measure.Area {
	t.Helper()
	r, err := measure.ParseRatio(s)
	if err != nil {
		t.Fatal(err)
	}
	cm2, ok := r.Mul(measure.Whole(100_000_000)).Floor()
	if !ok {
		t.Fatal(s)
	}
	return measure.SquareCentimetres(cm2)
}

func hours(t testing.TB, s string) spec.Observed[measure.Duration] {
	t.Helper()
	r, err := measure.ParseRatio(s)
	if err != nil {
		t.Fatal(err)
	}
	seconds, _ := r.Mul(measure.Whole(3600)).Floor()
	return spec.Exactly(measure.Seconds(seconds))
}

func limit(t testing.TB, s string) measure.Ratio {
	t.Helper()
	r, err := measure.ParseRatio(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// prevention is a plan with everything that the rules about prevention judge.
func prevention(t testing.TB) hazards.Provisions {
	p := fengduLeads()
	target := func(id, zh, en string, form spec.Form, unit spec.Unit, value string, due measure.Date) spec.Target {
		return spec.Target{ID: id, Title: spec.T(en, zh), Form: form, Unit: unit, Limit: limit(t, value), Deadline: due, Source: clause("三（三~）2~")}
	}
	p.Prevention = hazards.Prevention{
		MassMonitoring:   target("mass", "群测群防率", "mass monitoring", spec.Floor, spec.Percent, "100", day("2025-12-31")),
		WarningCoverage:  target("warn", "监测预警覆盖率", "warning coverage", spec.Floor, spec.Percent, "100", measure.Date{}),
		Extinguished:     target("out", "24小时扑灭率", "put out in time", spec.Floor, spec.Percent, "95", measure.Date{}),
		ForestDamage:     target("damage", "受害率", "damage rate", spec.Ceiling, spec.PerMille, "0.3", measure.Date{}),
		ExtinguishWithin: spec.Cite(measure.Seconds(24*3600), clause("三（三~）5~")),
		Inspections:      spec.Cite(measure.Count(2), clause("三（三~）5~")),
		Duties: []hazards.DutyScheme{
			{ID: "dam", Title: spec.T("dam posts", "水库责任人"), Published: true, Announced: 2, Source: clause("a"),
				Posts: []spec.Member{{Title: spec.T("head", "行政")}, {Title: spec.T("patrol", "巡查")}}},
			{ID: "chief", Title: spec.T("chiefs", "行政首长"), Each: []hazards.Level{hazards.County, hazards.Township}, Source: clause("b"),
				Posts: []spec.Member{{Title: spec.T("chief", "首长")}}},
		},
		Departments:     []hazards.Department{{ID: "land", Name: spec.T("land", "规划自然资源"), Aliases: []string{"自然资源"}}, {ID: "water", Name: spec.T("water", "水利")}},
		DepartmentLists: []hazards.DepartmentList{{Names: []string{"规划自然资源", "水利"}, Source: clause("c")}, {Names: []string{"水利", "自然资源"}, Source: clause("d")}},
		Catalogues: []hazards.Catalogue{
			{Catalogue: spec.Catalogue{ID: "edges", Title: spec.T("edges", "五部位"), Kind: spec.ChecklistEntry, Announced: 2, Source: clause("e"),
				Members: []spec.Member{{Title: spec.T("edge", "临边")}, {Title: spec.T("opening", "洞口")}}}},
			{Catalogue: spec.Catalogue{ID: "four", Title: spec.T("four", "四项"), Kind: spec.DutyEntry, Announced: 5, Source: clause("f"),
				Members: []spec.Member{{Title: spec.T("dust", "粉尘")}}}},
			{Catalogue: spec.Catalogue{ID: "names", Title: spec.T("names", "名目"), Kind: spec.EnumerationEntry, Source: clause("g"), Members: []spec.Member{{Title: spec.T("x", "某")}}}},
			{Catalogue: spec.Catalogue{ID: "hidden", Title: spec.T("hidden", "四不"), Kind: spec.ProcessEntry, Announced: 4, Source: clause("h")}},
		},
	}
	return p
}

// find assesses a plan as of 2025-12-31 and returns the finding of one rule.
func find(t *testing.T, p hazards.Provisions, r hazards.PreventionRecords, rule string) spec.Finding {
	t.Helper()
	return findAt(t, p, r, rule, "2025-12-31", spec.Choices{})
}

func findAt(t *testing.T, p hazards.Provisions, r hazards.PreventionRecords, rule, asOf string, choices spec.Choices) spec.Finding {
	t.Helper()
	records := hazards.Records{Subject: countySubject(), Prevention: r}
	return findingOf(t, hazards.Assess(p, records, day(asOf), choices).Findings(), rule)
}

func inputsOf(f spec.Finding) map[string]string {
	out := map[string]string{}
	for _, in := range f.Inputs {
		out[in.Name] = in.Value.String() + in.Text
	}
	return out
}

// says is verdict, reason, number and gap of a finding in one line.
func says(f spec.Finding) string {
	return strings.Join([]string{f.Verdict.String(), f.Reason.Code, f.Bound.String(), f.Actual.String(), f.Gap.String()}, " ")
}

func expect(t *testing.T, name string, f spec.Finding, want string) {
	t.Helper()
	if got := says(f); got != want {
		t.Errorf("%s: %q, want %q (%s)", name, got, want, f.Reason.Text.EN)
	}
	if f.Verdict == spec.Unknown && len(f.Missing) == 0 && f.Reason.Code != spec.ReasonNotDue {
		t.Errorf("%s: unknown and nothing is missing", name)
	}
}
