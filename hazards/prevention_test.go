package hazards_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

func TestNothingSuppliedIsUnknownAndAPlanWithoutProvisionsJudgesNothing(t *testing.T) {
	plan := prevention(t)
	for _, f := range hazards.Assess(plan, hazards.Records{Subject: countySubject()}, day("2025-12-31"), spec.Choices{}).Findings() {
		if f.Kind == spec.CrossCheckKind {
			continue
		}
		if f.Verdict == spec.Met || f.Verdict == spec.Unmet || f.Actual.Known() || (f.Verdict == spec.Unknown && len(f.Missing) == 0) {
			t.Errorf("%s: %s", f.Rule, says(f))
		}
	}
	yes := boolean(true)
	records := hazards.Records{Subject: countySubject(), Prevention: hazards.PreventionRecords{
		HasRisks: true, Risks: []hazards.RiskPoint{{ID: "r", Hazard: hazards.Geological, Level: hazards.MajorRisk, OnMap: yes, InRegister: yes}},
		HasSites: true, Sites: []hazards.GeohazardSite{{Monitored: yes}}, HasDangers: true, HasCases: true,
		HasFires: true, HasInspections: true, HasPosts: true, HasCatalogueAnswer: true,
	}}
	for _, f := range hazards.Assess(hazards.Provisions{}, records, day("2025-12-31"), spec.Choices{}).Findings() {
		if f.Verdict == spec.Met || f.Verdict == spec.Unmet {
			t.Errorf("no plan: %s: %s", f.Rule, says(f))
		}
	}
}

func TestGeohazardRatesAreJudgedBetweenBounds(t *testing.T) {
	site := func(monitored, warned spec.Observed[bool]) hazards.GeohazardSite {
		return hazards.GeohazardSite{Monitored: monitored, Warned: warned}
	}
	yes, no, silent := boolean(true), boolean(false), spec.Observed[bool]{}
	for name, c := range map[string]struct {
		sites         []hazards.GeohazardSite
		asOf          string
		monitored     string
		warned, asOne string
	}{
		"all":     {[]hazards.GeohazardSite{site(yes, yes), site(yes, no)}, "2025-12-31", "met compared exact 100 0", "unmet compared exact 50 50", "met compared exact 100 0"},
		"silent":  {[]hazards.GeohazardSite{site(yes, yes), site(silent, silent)}, "2025-12-31", "unknown partial-data at-least 50 ", "unknown partial-data at-least 50 ", "unknown partial-data at-least 50 "},
		"one no":  {[]hazards.GeohazardSite{site(no, yes), site(silent, yes)}, "2026-01-01", "unmet compared exact  ", "met compared exact 100 0", "unmet compared exact  "},
		"not due": {[]hazards.GeohazardSite{site(no, no)}, "2025-12-30", "unknown not-due exact 0 100", "unknown not-due exact 0 100", "unknown not-due exact 0 100"},
		"none":    {nil, "2025-12-31", "not-applicable nothing-to-judge exact  ", "not-applicable nothing-to-judge exact  ", "not-applicable nothing-to-judge exact  "},
	} {
		p, r := prevention(t), hazards.PreventionRecords{HasSites: true, Sites: c.sites}
		one := spec.Choices{}.With(hazards.ReadingGeohazardTwoRates, "one")
		expect(t, name+" monitored", findAt(t, p, r, hazards.RuleMassMonitoring, c.asOf, spec.Choices{}), c.monitored)
		expect(t, name+" warned", findAt(t, p, r, hazards.RuleWarningCoverage, c.asOf, spec.Choices{}), c.warned)
		expect(t, name+" as one", findAt(t, p, r, hazards.RuleWarningCoverage, c.asOf, one), c.asOne)
	}
	never := spec.Choices{}.With(hazards.ReadingUndatedDeadline, "none")
	r := hazards.PreventionRecords{HasSites: true, Sites: []hazards.GeohazardSite{site(no, no)}}
	expect(t, "no deadline", findAt(t, prevention(t), r, hazards.RuleWarningCoverage, "2022-08-02", never), "unmet compared exact 0 100")
	odd := spec.Choices{}.With(hazards.ReadingGeohazardTwoRates, "three")
	if f := findAt(t, prevention(t), r, hazards.RuleWarningCoverage, "2025-12-31", odd); f.Reason.Code != spec.ReasonInvalidChoice {
		t.Errorf("an unknown option: %s", says(f))
	}
}

func TestForestFiresAreJudgedToTheHour(t *testing.T) {
	fires := func(on string, took ...string) []hazards.FireRecord {
		var out []hazards.FireRecord
		for _, h := range took {
			f := hazards.FireRecord{Date: day(on)}
			if h != "" {
				f.Took = hours(t, h)
			}
			out = append(out, f)
		}
		return out
	}
	twenty := fires("2023-03-01", slices.Repeat([]string{"24"}, 19)...)
	for name, c := range map[string]struct {
		list  []hazards.FireRecord
		years string
		want  string
		left  string
	}{
		"24 hours are in time":   {fires("2021-01-01", "24"), "2021-2025", "met compared exact 100 0", "0"},
		"a second more is not":   {fires("2025-12-31", "86401/3600"), "2021-2025", "unmet compared exact 0 95", "-1"},
		"one of 20 may miss":     {append(slices.Clone(twenty), fires("2023-05-01", "25")...), "2021-2025", "met compared exact 95 0", "0"},
		"of 19 none may":         {append(slices.Clone(twenty[:18]), fires("2023-05-01", "25")...), "2021-2025", "unmet compared exact 94.74 0.26", "-1"},
		"unknown may decide":     {fires("2023-05-01", "1", ""), "2021-2025", "unknown partial-data at-least 50 ", "0"},
		"no fire has no rate":    {nil, "2021-2025", "not-applicable nothing-to-judge exact  ", ""},
		"years that lack":        {fires("2023-05-01", "1"), "2022-2025", "unknown partial-data exact  ", "0"},
		"before the plan is not": {fires("2020-12-31", "99"), "2021-2025", "not-applicable nothing-to-judge exact  ", ""},
	} {
		r := hazards.PreventionRecords{HasFires: true, Fires: c.list, FireYears: period(c.years)}
		f := find(t, prevention(t), r, hazards.RuleForestExtinguished)
		expect(t, name, f, c.want)
		if got := inputsOf(f)["headroom"]; got != c.left {
			t.Errorf("%s: headroom %q, want %q", name, got, c.left)
		}
	}
	// Nineteen in time and one late are 95 % together, and not so in the year of the one.
	r := hazards.PreventionRecords{HasFires: true, Fires: append(slices.Clone(twenty), fires("2024-05-01", "25")...), FireYears: period("2021-2025")}
	yearly := spec.Choices{}.With(hazards.ReadingExtinguishedSpan, "each-year")
	expect(t, "together", find(t, prevention(t), r, hazards.RuleForestExtinguished), "met compared exact 95 0")
	expect(t, "each year", findAt(t, prevention(t), r, hazards.RuleForestExtinguished, "2025-12-31", yearly), "unmet compared exact 0 95")
	expect(t, "not due", findAt(t, prevention(t), r, hazards.RuleForestExtinguished, "2025-12-30", yearly), "unknown not-due exact 0 95")
}

func TestForestDamageIsJudgedYearByYear(t *testing.T) {
	fire := func(on, ha string) hazards.FireRecord {
		return hazards.FireRecord{Date: day(on), Burned: spec.Exactly(forestArea(t, ha))}
	}
	silent := hazards.FireRecord{Date: day("2022-04-04")}
	for name, c := range map[string]struct {
		list []hazards.FireRecord
		asOf string
		want string
	}{
		"3 ha of 10,000 are kept":   {[]hazards.FireRecord{fire("2021-02-03", "3"), fire("2022-02-03", "3")}, "2025-12-31", "met compared exact 0.3 0"},
		"a day before the end":      {[]hazards.FireRecord{fire("2021-02-03", "3"), fire("2022-02-03", "3")}, "2025-12-30", "unknown not-due exact 0.3 "},
		"a little more is not":      {[]hazards.FireRecord{fire("2021-02-03", "3"), fire("2022-02-03", "3.0001")}, "2025-12-31", "unmet compared exact 0.30001 0.00001"},
		"in one year 2 + 2":         {[]hazards.FireRecord{fire("2021-02-03", "2"), fire("2021-12-31", "2")}, "2025-12-31", "unmet compared exact 0.4 0.1"},
		"two years 2 + 2":           {[]hazards.FireRecord{fire("2021-02-03", "2"), fire("2022-01-01", "2")}, "2025-12-31", "met compared exact 0.2 0"},
		"a silent fire":             {[]hazards.FireRecord{fire("2021-02-03", "2"), silent}, "2025-12-31", "unknown partial-data exact  "},
		"a silent fire past it":     {[]hazards.FireRecord{fire("2022-02-03", "4"), silent}, "2025-12-31", "unmet compared at-least 0.4 "},
		"the running year is open":  {[]hazards.FireRecord{fire("2022-02-03", "2.9")}, "2022-12-30", "unknown not-due exact 0 "},
		"the running year is lost":  {[]hazards.FireRecord{fire("2022-02-03", "3.1")}, "2022-12-30", "unmet compared exact 0.31 0.01"},
		"its last day closes it":    {[]hazards.FireRecord{fire("2021-02-03", "1"), fire("2022-02-03", "2.9")}, "2022-12-31", "unknown not-due exact 0.29 "},
		"no year is over":           {nil, "2021-06-30", "unknown not-due exact  "},
		"after the date is not yet": {[]hazards.FireRecord{fire("2022-08-03", "9")}, "2022-08-02", "unknown not-due exact 0 "},
	} {
		r := hazards.PreventionRecords{HasFires: true, Fires: c.list, FireYears: period("2021-2025"), ForestArea: spec.Exactly(forestArea(t, "10000"))}
		expect(t, name, findAt(t, prevention(t), r, hazards.RuleForestDamage, c.asOf, spec.Choices{}), c.want)
	}
	r := hazards.PreventionRecords{HasFires: true, FireYears: period("2021-2024"), ForestArea: spec.Exactly(forestArea(t, "10000"))}
	expect(t, "a year that lacks", find(t, prevention(t), r, hazards.RuleForestDamage), "unknown partial-data exact  ")
	r.ForestArea = spec.Exactly(measure.Area{})
	expect(t, "no forest", find(t, prevention(t), r, hazards.RuleForestDamage), "not-applicable nothing-to-judge exact  ")
	r.ForestArea = spec.Observed[measure.Area]{}
	expect(t, "forest unknown", find(t, prevention(t), r, hazards.RuleForestDamage), "unknown no-data exact  ")
}

func TestForestInspectionsAreCountedByYear(t *testing.T) {
	on := func(days ...string) []hazards.ForestInspection {
		var out []hazards.ForestInspection
		for _, s := range days {
			out = append(out, hazards.ForestInspection{Date: day(s)})
		}
		return out
	}
	ten := on("2021-01-01", "2021-12-31", "2022-03-01", "2022-09-01", "2023-03-01", "2023-09-01", "2024-03-01", "2024-09-01", "2025-03-01", "2025-12-31")
	for name, c := range map[string]struct {
		list        []hazards.ForestInspection
		asOf, years string
		want        string
		short       string
	}{
		"two a year":        {ten, "2025-12-31", "2021-2025", "met all-met exact 5 0", ""},
		"one short":         {slices.Concat(ten[:4], ten[5:]), "2025-12-31", "2021-2025", "unmet some-unmet exact 4 1", "1"},
		"more elsewhere":    {slices.Concat(ten[:4], on("2022-10-01"), ten[5:]), "2025-12-31", "2021-2025", "unmet some-unmet exact 4 1", "1"},
		"running year":      {ten[:4], "2023-12-30", "2021-2025", "met all-met exact 2 0", ""},
		"after the date":    {ten, "2023-12-31", "2021-2025", "met all-met exact 3 0", ""},
		"a year that lacks": {slices.Concat(ten[:4], ten[5:]), "2025-12-31", "2021-2022", "unknown partial-data at-least 4 ", "1"},
		"no year over":      {nil, "2021-12-30", "2021-2025", "unknown not-due exact  ", ""},
	} {
		r := hazards.PreventionRecords{HasInspections: true, ForestInspections: c.list, InspectionYears: period(c.years)}
		f := findAt(t, prevention(t), r, hazards.RuleForestInspections, c.asOf, spec.Choices{})
		expect(t, name, f, c.want)
		if in := inputsOf(f); in["over-the-plan"] != "10" || in["shortfall.2023"] != c.short {
			t.Errorf("%s: over the plan %s, short in 2023 %q", name, in["over-the-plan"], in["shortfall.2023"])
		}
	}
}

func TestRiskFindingsFollowTheRegister(t *testing.T) {
	yes, no := boolean(true), boolean(false)
	risk := func(level hazards.RiskLevel, on, in, measures spec.Observed[bool], post, due, review string) hazards.RiskPoint {
		r := hazards.RiskPoint{ID: "r", Hazard: hazards.FloodDrought, Level: level, OnMap: on, InRegister: in, Measures: measures, OwnerPost: post}
		if due != "" {
			r.MeasureDue = day(due)
		}
		if review != "" {
			r.NextReview = day(review)
		}
		return r
	}
	r := hazards.PreventionRecords{HasRisks: true, Risks: []hazards.RiskPoint{
		risk(hazards.MajorRisk, yes, yes, yes, "head", "2025-01-01", "2025-12-31"),
		risk(hazards.MajorRisk, yes, no, yes, "", "2025-01-01", "2025-12-30"),
		risk(hazards.LargeRisk, yes, spec.Observed[bool]{}, no, "", "", ""),
	}}
	p := prevention(t)
	expect(t, "map", find(t, p, r, hazards.RuleMapAndRegister), "unmet some-unmet at-least 1 ")
	expect(t, "major", find(t, p, r, hazards.RuleMajorRisks), "unknown partial-data at-least 1 ")
	expect(t, "review", find(t, p, r, hazards.RuleRiskReviews), "unmet some-unmet at-least 1 ")
	f := find(t, p, r, hazards.RuleRiskRegister)
	expect(t, "register", f, "not-applicable figure exact 3 ")
	if in := inputsOf(f); in["major"] != "2" || in["large"] != "1" || in["low"] != "0" || in["hazards-covered"] != "1" || !f.IsWeak() {
		t.Errorf("%v, weak %v", in, f.Weak)
	}
	r.Risks[1].Measures = no
	expect(t, "major without measures", find(t, p, r, hazards.RuleMajorRisks), "unmet some-unmet exact 1 1")
	r.Risks = nil
	expect(t, "empty", find(t, p, r, hazards.RuleMapAndRegister), "not-applicable nothing-to-judge exact  ")
}

func TestDangerFindingsNameTheOverdue(t *testing.T) {
	d := func(id, due string, dates ...string) hazards.HiddenDanger {
		out := hazards.HiddenDanger{ID: id, Sector: hazards.Mines}
		for _, s := range dates {
			var err error
			if out, err = out.Advance(day(s)); err != nil {
				t.Fatal(err)
			}
		}
		if due != "" {
			out.Due = day(due)
		}
		return out
	}
	open := d("open", "2025-12-31", "2025-10-01", "2025-10-02")
	late := d("late", "2025-12-30", "2025-10-01", "2025-10-02")
	done := d("done", "2025-11-01", "2025-10-01", "2025-10-02", "2025-12-01", "2025-12-02", "2025-12-03")
	next := d("next", "", "2026-01-01")
	p := prevention(t)
	r := hazards.PreventionRecords{HasDangers: true, Dangers: []hazards.HiddenDanger{open, late, done, next}}
	f := find(t, p, r, hazards.RuleHiddenDangers)
	expect(t, "loop", f, "unmet some-unmet exact 2 1")
	if in := inputsOf(f); in["ordered"] != "2" || in["cleared"] != "1" || in["found"] != "0" || in["overdue"] != "1" {
		t.Errorf("%v", in)
	}
	records := hazards.Records{Subject: countySubject(), Prevention: r}
	var got []string
	for _, u := range hazards.Assess(p, records, day("2025-12-31"), spec.Choices{}).UnitFindings() {
		if u.Rule == hazards.RuleHiddenDangers {
			got = append(got, u.Subject.String()+" "+says(u)+" "+u.Reason.Text.EN)
		}
	}
	want := []string{"danger:open met compared exact   ordered, in time", "danger:late unmet compared exact 1 1 ordered, 1 days overdue",
		"danger:done met compared exact   cleared, in time"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	r.Dangers = []hazards.HiddenDanger{d("new", "", "2025-12-01")}
	expect(t, "no day set", find(t, p, r, hazards.RuleHiddenDangers), "unknown not-assessed exact  ")

	expect(t, "no major", find(t, p, r, hazards.RuleDoubleReport), "not-applicable nothing-to-judge exact  ")
	r.Dangers[0].Major = true
	expect(t, "silent", find(t, p, r, hazards.RuleDoubleReport), "unknown not-assessed exact  ")
	r.Dangers[0].ToRegulator = boolean(true)
	r.Dangers[0].ToWorkers = boolean(false)
	expect(t, "half", find(t, p, r, hazards.RuleDoubleReport), "unmet some-unmet exact 0 1")
	r.Dangers[0].ToWorkers = boolean(true)
	expect(t, "both", find(t, p, r, hazards.RuleDoubleReport), "met all-met exact 1 0")

	c := hazards.EnforcementCase{ID: "e", Sector: hazards.Mines, Diagnosed: day("2025-11-01"), Due: day("2025-12-30")}
	r = hazards.PreventionRecords{HasCases: true, Cases: []hazards.EnforcementCase{c}}
	expect(t, "case", find(t, p, r, hazards.RuleEnforcementLoop), "unmet some-unmet exact 0 1")
	r.Cases[0].Due = day("2025-12-31")
	expect(t, "case due today", find(t, p, r, hazards.RuleEnforcementLoop), "met all-met exact 1 0")
}

func TestAnUnassignedPostIsAFinding(t *testing.T) {
	p := prevention(t)
	row := func(scheme, object, post string, assigned, published spec.Observed[bool]) hazards.PostRecord {
		return hazards.PostRecord{Scheme: scheme, Object: object, Post: post, Assigned: assigned, Published: published}
	}
	yes, no := boolean(true), boolean(false)
	all := []hazards.PostRecord{
		row("dam", "d1", "行政", yes, yes), row("dam", "d1", "patrol", yes, yes),
		row("chief", "500230000000", "首长", yes, spec.Observed[bool]{}), row("chief", "500230001", "首长", yes, spec.Observed[bool]{}),
	}
	r := hazards.PreventionRecords{HasPosts: true, Posts: all, HasTownships: true, Townships: []hazards.DivisionCode{division("500230001")}}
	expect(t, "all filled", find(t, p, r, hazards.RuleDutyHolders), "met all-met exact 4 0")
	r.Posts = slices.Clone(all)
	r.Posts[1].Assigned = no
	expect(t, "vacant", find(t, p, r, hazards.RuleDutyHolders), "unmet some-unmet exact 3 1")
	r.Posts[1].Assigned, r.Posts[1].Published = yes, no
	expect(t, "not made public", find(t, p, r, hazards.RuleDutyHolders), "unmet some-unmet exact 3 1")
	r.Posts = all[:3]
	expect(t, "a township is silent", find(t, p, r, hazards.RuleDutyHolders), "unknown partial-data at-least 3 ")
	units := hazards.Assess(p, hazards.Records{Subject: countySubject(), Prevention: r}, day("2025-12-31"), spec.Choices{}).UnitFindings()
	var got []string
	for _, u := range units {
		if u.Rule == hazards.RuleDutyHolders {
			got = append(got, u.Target+" "+u.Subject.ID+" "+u.Verdict.String()+": "+u.Reason.Text.ZH)
		}
	}
	want := []string{"dam d1 met: 岗位全部落实", "chief 500230 met: 岗位全部落实", "chief 500230001 unknown: 未填报：首长"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c := find(t, p, r, hazards.RuleAnswersUsed); says(c) != "met agrees exact 3 0" {
		t.Errorf("answers: %s", says(c))
	}
	r.Posts = append(slices.Clone(all), row("dam", "d1", "cook", yes, yes), row("boat", "d1", "head", yes, yes))
	expect(t, "answers about nothing", find(t, p, r, hazards.RuleAnswersUsed), "unmet disagrees exact 4 2")
}

func TestListedEntriesAreAnsweredWholeOrByMember(t *testing.T) {
	p := prevention(t)
	answer := func(id, member string, state spec.Verdict, on string) spec.CatalogueAnswer {
		return spec.CatalogueAnswer{Catalogue: id, Member: member, State: state, On: day(on)}
	}
	check := func(name, rule, want string, answers ...spec.CatalogueAnswer) {
		t.Helper()
		expect(t, name, find(t, p, hazards.PreventionRecords{HasCatalogueAnswer: true, CatalogueAnswers: answers}, rule), want)
	}
	list := hazards.RuleListedChecklists
	check("both members", list, "met all-met exact 1 0", answer("edges", "临边", spec.Met, "2025-01-01"), answer("edges", "opening", spec.Met, "2025-01-01"))
	check("one member", list, "unknown not-assessed exact  ", answer("edges", "临边", spec.Met, "2025-01-01"))
	check("one unmet", list, "unmet some-unmet exact 0 1", answer("edges", "临边", spec.Unmet, "2025-01-01"))
	check("whole", list, "met all-met exact 1 0", answer("edges", "", spec.Met, "2025-12-31"))
	check("later", list, "unknown not-assessed exact  ", answer("edges", "", spec.Met, "2026-01-01"))
	check("exempt", list, "not-applicable nothing-to-judge exact  ", answer("edges", "", spec.NotApplicable, "2025-01-01"))
	check("no entry of the kind", hazards.RuleListedProjects, "not-applicable not-in-plan exact  ")
	check("no member to answer", hazards.RuleListedProcesses, "unknown not-assessed exact  ", answer("edges", "临边", spec.Met, "2025-01-01"))
	check("an enumeration is not answered", hazards.RuleAnswersUsed, "unmet disagrees exact 1 1", answer("names", "", spec.Met, "2025-01-01"), answer("four", "粉尘", spec.Met, "2025-01-01"))
	if c, _ := p.Prevention.Catalogue("names"); c.Verdict(nil, measure.Date{}) != spec.NotApplicable {
		t.Error("an enumeration is judged")
	}
}

func TestNumeralsAndDepartmentsAreCompared(t *testing.T) {
	p := prevention(t)
	f := find(t, p, hazards.PreventionRecords{}, hazards.RuleAnnouncedNumerals)
	expect(t, "numerals", f, "unmet disagrees exact 2 1")
	if in := inputsOf(f); in["announced"] != "5" || in["listed"] != "1" || in["unlisted"] != "1" || !strings.Contains(f.Reason.Text.ZH, "四项") {
		t.Errorf("%v %s", in, f.Reason.Text.ZH)
	}
	p.Prevention.Catalogues[1].Announced = 1
	expect(t, "agreeing", find(t, p, hazards.PreventionRecords{}, hazards.RuleAnnouncedNumerals), "met agrees exact 3 0")
	expect(t, "departments", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "met agrees exact 2 ")
	p.Prevention.DepartmentLists[1].Names = []string{"水利", "水利"}
	expect(t, "other departments", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "unmet disagrees exact 2 ")
	p.Prevention.DepartmentLists[1].Names = []string{"水利", "自然资源", "海事"}
	expect(t, "a name of none", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "unmet disagrees exact 2 ")
	p.Prevention.DepartmentLists = p.Prevention.DepartmentLists[:1]
	expect(t, "one list", find(t, p, hazards.PreventionRecords{}, hazards.RuleDepartmentLists), "not-applicable not-in-plan exact  ")
}

func TestEarlyMonitoringHasTwoRatios(t *testing.T) {
	n := func(i int) spec.Observed[measure.Count] { return spec.Exactly(measure.Count(i)) }
	row := func(year measure.Year, hits, misses, wrong int) hazards.EarlyMonitoring {
		return hazards.EarlyMonitoring{Year: year, Hits: n(hits), Misses: n(misses), FalseAlarms: n(wrong)}
	}
	r := hazards.PreventionRecords{HasMonitoring: true, Monitoring: []hazards.EarlyMonitoring{row(2020, 9, 9, 9), row(2021, 2, 1, 0), row(2025, 1, 0, 2), row(2026, 9, 9, 9)}}
	p := prevention(t)
	expect(t, "sensitivity", find(t, p, r, hazards.RuleMonitoringSensitivity), "not-applicable figure exact 75 ")
	expect(t, "accuracy", find(t, p, r, hazards.RuleMonitoringAccuracy), "not-applicable figure exact 60 ")
	r.Monitoring = []hazards.EarlyMonitoring{row(2021, 0, 3, 0)}
	expect(t, "no alarm", find(t, p, r, hazards.RuleMonitoringAccuracy), "not-applicable nothing-to-judge exact  ")
	expect(t, "only misses", find(t, p, r, hazards.RuleMonitoringSensitivity), "not-applicable figure exact 0 ")
	r.Monitoring[0].Misses = spec.Observed[measure.Count]{}
	expect(t, "a silent row", find(t, p, r, hazards.RuleMonitoringSensitivity), "unknown partial-data exact  ")
}

func TestGeoJSONIsTheFormOfTheRFC(t *testing.T) {
	at, err := hazards.ParsePosition("29.8635", "-107.73", hazards.WGS84)
	if err != nil {
		t.Fatal(err)
	}
	points := []hazards.RiskPoint{
		{ID: "r1", Name: "<某坡>", Hazard: hazards.Geological, Level: hazards.MajorRisk, Place: division("500230001000"), Position: at, OnMap: boolean(true), InRegister: boolean(false)},
		{ID: "r2", Sector: hazards.Mines},
	}
	got, err := hazards.GeoJSON(points, spec.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"type":"FeatureCollection","features":[` +
		`{"type":"Feature","id":"r1","geometry":{"type":"Point","coordinates":[-107.73,29.8635]},"properties":{"名称":"<某坡>","类别":"地质灾害","风险等级":"重大","颜色":"红","行政区划代码":"500230001","上图":"是","入库":"否"}},` +
		`{"type":"Feature","id":"r2","geometry":null,"properties":{"名称":"","类别":"矿山","风险等级":"","颜色":"","行政区划代码":"","上图":"","入库":""}}]}` + "\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if !json.Valid(got) {
		t.Error("no JSON")
	}
	if empty, err := hazards.GeoJSON(nil, spec.Choices{}); err != nil || string(empty) != `{"type":"FeatureCollection","features":[]}`+"\n" {
		t.Errorf("%s %v", empty, err)
	}
	shifted, _ := hazards.ParsePosition("29.8", "107.7", hazards.GCJ02)
	points[0].Position, points[1].Position = shifted, shifted
	_, err = hazards.GeoJSON(points, spec.Choices{})
	var faults *spec.Faults
	if !errors.As(err, &faults) || faults.Len() != 2 || faults.All()[1].Path != "points[1].position" || faults.All()[0].Code != hazards.FaultDatum {
		t.Errorf("another datum: %v", err)
	}
}

func TestRiskLevelsAreReadByNameAndColour(t *testing.T) {
	for i, names := range [][]string{{"low", "低", "低风险", "蓝"}, {"general", "一般", "yellow"}, {"large", "较大", "橙色"}, {"major", "重大风险", "红", "red"}} {
		for _, s := range names {
			if got, ok := hazards.ParseRiskLevel(s); !ok || got != hazards.RiskLevels()[i] {
				t.Errorf("%q is read as %v", s, got)
			}
		}
	}
	if _, ok := hazards.ParseRiskLevel("特别重大"); ok {
		t.Error("a fifth level")
	}
	if hazards.RiskLevel(0).String() != "" || hazards.RiskLevel(9).Colour().ZH != "" || hazards.MajorRisk.Colour().ZH != "红" {
		t.Error("colours")
	}
}

func TestEveryHazardAndSectorHasANationalClass(t *testing.T) {
	for _, n := range hazards.Naturals() {
		if n.Class() != hazards.NaturalDisaster {
			t.Errorf("%v is of class %v", n, n.Class())
		}
	}
	for _, s := range append(hazards.Sectors(), hazards.OtherSector) {
		if s.Class() != hazards.AccidentClass {
			t.Errorf("%v is of class %v", s, s.Class())
		}
	}
	if hazards.Natural(0).Class() != 0 || hazards.Sector(0).Class() != 0 || hazards.Natural(6).Class() != 0 || hazards.Sector(14).Class() != 0 {
		t.Error("what is no hazard or sector has a class")
	}
	for _, c := range hazards.NationalClasses() {
		if got, ok := hazards.ParseNationalClass(c.In(spec.Chinese)); !ok || got != c {
			t.Errorf("%v is read as %v", c, got)
		}
	}
}
