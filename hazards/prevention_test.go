package hazards_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

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

func TestAReinspectionIsNotDueBeforeTheInspection(t *testing.T) {
	c := hazards.EnforcementCase{ID: "c", Diagnosed: measure.DateOf(2024, 3, 5)}
	for due, want := range map[measure.Date]string{
		measure.DateOf(2024, 3, 4): "due " + hazards.FaultLoopBackwards,
		measure.DateOf(2024, 3, 5): "",
		measure.DateOf(2024, 3, 6): "",
		{}:                         "", // no day was set
	} {
		c.Due = due
		var got string
		if err := c.Validate(); err != nil {
			var faults *spec.Faults
			if !errors.As(err, &faults) || faults.Len() != 1 {
				t.Fatalf("due %v: %v", due, err)
			}
			got = faults.All()[0].Path + " " + faults.All()[0].Code
		}
		if got != want {
			t.Errorf("due %v: %q, want %q", due, got, want)
		}
	}
}
