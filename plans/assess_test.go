package plans_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// The figures of the annex, worked out by hand.
func TestFengduMoney(t *testing.T) {
	got := findings(t, fengduProvisions(), plans.Records{Subject: spec.Subject{Kind: "county", ID: "500230"}}, date(2022, 8, 2), spec.Choices{})
	largest := got[plans.RuleLargestProject]
	if largest.Subject.ID != "500230" || largest.Verdict != spec.NotApplicable || largest.Reason.Code != spec.ReasonFigure {
		t.Errorf("%+v", largest)
	}
	if largest.Actual.String() != "87.68" || largest.Bound != spec.AtMostBound || largest.Unit != spec.Percent {
		t.Errorf("share %v %v %v", largest.Bound, largest.Actual, largest.Unit)
	}
	for name, want := range map[string]string{
		"largest": "2b", "largest_money": "20203.2", "known_money": "23043.2", "rest_money": "2840", "rest_money_per_year": "568",
	} {
		if in := input(t, largest, name); in != want {
			t.Errorf("%s is %s, want %s", name, in, want)
		}
	}

	works := got[plans.RuleWorks]
	if works.Actual.String() != "7" || input(t, works, "works") != "7" || input(t, works, "work-2.rows") != "2" ||
		input(t, works, "works_without_project") != "absent" || input(t, works, "projects_without_work") != "absent" {
		t.Errorf("%+v", works)
	}
}

func TestMoneyKnownThroughoutIsExact(t *testing.T) {
	p := fengduProvisions()
	for i := range p.Projects {
		p.Projects[i].Money = wan("1.5")
	}
	got := findings(t, p, plans.Records{}, date(2022, 8, 2), spec.Choices{})
	if f := got[plans.RuleLargestProject]; f.Actual.String() != "12.5" || f.Bound != spec.ExactBound || input(t, f, "largest") != "1" {
		t.Errorf("%v %v", f.Bound, f.Actual)
	}
}

func TestLargestShareIsABoundWhereAmountsAreMissing(t *testing.T) {
	const none = "no row has an exact amount above zero"
	for _, tt := range []struct {
		name           string
		money          []spec.Observed[measure.Money]
		share, english string
	}{
		{"exact", []spec.Observed[measure.Money]{wan("3"), wan("1")}, "exact 75", "project a takes 75% of the known money"},
		{"a row missing", []spec.Observed[measure.Money]{wan("3"), {}}, "at-most 100", "project a takes 100% of the known money"},
		{"at most", []spec.Observed[measure.Money]{spec.AtMost(measure.Fen(2_000_000))}, "exact ", none},
		{"between", []spec.Observed[measure.Money]{spec.Between(measure.Fen(1_000_000), measure.Fen(2_000_000))}, "exact ", none},
		{"no row is exact", []spec.Observed[measure.Money]{spec.AtLeast(measure.Fen(1_000_000))}, "exact ", none},
		{"nothing is known", []spec.Observed[measure.Money]{{}}, "exact ", none},
		{"all are zero", []spec.Observed[measure.Money]{wan("0"), wan("0")}, "exact ", none},
		{"to the fen", []spec.Observed[measure.Money]{fen(1), {}}, "at-most 100", "project a takes 100% of the known money"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := plans.Provisions{}
			for i, m := range tt.money {
				p.Projects = append(p.Projects, plans.Project{ID: string(rune('a' + i)), Money: m})
			}
			l := findings(t, p, plans.Records{}, date(2022, 8, 2), spec.Choices{})[plans.RuleLargestProject]
			if s := l.Bound.String() + " " + l.Actual.String(); s != tt.share || !strings.HasPrefix(l.Reason.Text.EN, tt.english) {
				t.Errorf("share %s: %s", s, l.Reason.Text.EN)
			}
			// Without a period there is no year to divide by.
			if in := input(t, l, "rest_money_per_year"); in != "absent" {
				t.Errorf("the rest a year is %s", in)
			}
		})
	}
}

func TestMoneyFindingsWithoutMoney(t *testing.T) {
	for _, tt := range []struct {
		name    string
		change  func(*plans.Provisions)
		verdict spec.Verdict
		largest string // reason
		works   string
	}{
		{"no table and no works", func(p *plans.Provisions) { p.Projects, p.Works = nil, nil },
			spec.NotApplicable, spec.ReasonNotInPlan, spec.ReasonNotInPlan},
		{"no amounts", func(p *plans.Provisions) {
			for i := range p.Projects {
				p.Projects[i].Money = spec.Observed[measure.Money]{}
			}
		}, spec.NotApplicable, spec.ReasonFigure, spec.ReasonFigure},
		{"too much money", func(p *plans.Provisions) {
			p.Projects[0].Money, p.Projects[1].Money = fen(math.MaxInt64), fen(1)
		}, spec.Unknown, plans.ReasonUnusable, plans.ReasonUnusable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := fengduProvisions()
			tt.change(&p)
			got := findings(t, p, plans.Records{}, date(2022, 8, 2), spec.Choices{})
			for rule, reason := range map[string]string{plans.RuleLargestProject: tt.largest, plans.RuleWorks: tt.works} {
				f := got[rule]
				if f.Verdict != tt.verdict || f.Reason.Code != reason || !f.Reason.Text.Complete() {
					t.Errorf("%s: %v %+v", rule, f.Verdict, f.Reason)
				}
				if rule != plans.RuleWorks && f.Actual.Known() {
					t.Errorf("%s prints %v", rule, f.Actual)
				}
			}
		})
	}
}

func TestWorksWithoutRowsAndRowsWithoutWorksAreListed(t *testing.T) {
	p := fengduProvisions()
	p.Works = append(p.Works[1:], plans.Work{ID: "8", Name: spec.T("work 8", "工程8")})
	f := findings(t, p, plans.Records{}, date(2022, 8, 2), spec.Choices{})[plans.RuleWorks]
	if f.Actual.String() != "6" || input(t, f, "works_without_project") != "8" || input(t, f, "projects_without_work") != "1" {
		t.Errorf("%v %+v", f.Actual, f.Inputs)
	}
}

func TestCountyExercise(t *testing.T) {
	five := []plans.Drill{county("a", 2021, 1, 1), county("b", 2022, 12, 31), county("c", 2023, 7, 1), county("d", 2024, 7, 1), county("e", 2025, 12, 31)}
	all := period(2021, 2025)
	excluded := spec.Choices{}.With(plans.ReadingBeforeIssue, plans.BeforeIssueExcluded)
	used := plans.ReadingBeforeIssue + "="
	for _, tt := range []struct {
		name                          string
		drills                        []plans.Drill
		has                           bool
		complete                      measure.Period
		asOf                          measure.Date
		choices                       spec.Choices
		verdict                       spec.Verdict
		code, actual, required, gap   string
		bound                         spec.Bound
		missing, reading, text, years string
	}{
		{name: "five years, five exercises", drills: five, has: true, complete: all, asOf: date(2025, 12, 31),
			verdict: spec.Met, code: spec.ReasonAllMet, actual: "5", required: "5", gap: "0", reading: used + plans.BeforeIssueCounts},
		{name: "enough on record needs no word of completeness", drills: five, has: true, asOf: date(2025, 12, 31),
			verdict: spec.Met, code: spec.ReasonAllMet, actual: "5", required: "5", gap: "0", reading: used + plans.BeforeIssueCounts},
		{name: "the last year is not due a day early", drills: five[:4], has: true, complete: all, asOf: date(2025, 12, 30),
			verdict: spec.Met, code: spec.ReasonAllMet, actual: "4", required: "4", gap: "0", reading: used + plans.BeforeIssueCounts},
		{name: "and due on its last day", drills: five[:4], has: true, complete: all, asOf: date(2025, 12, 31),
			verdict: spec.Unmet, code: spec.ReasonSomeUnmet, actual: "4", required: "5", gap: "1", reading: used + plans.BeforeIssueCounts, text: "2025"},
		{name: "an exercise later than the date is not read", drills: five, has: true, complete: all, asOf: date(2022, 12, 30),
			verdict: spec.Met, code: spec.ReasonAllMet, actual: "1", required: "1", gap: "0", reading: used + plans.BeforeIssueCounts},
		{name: "two in one year do not make up for another", drills: append(five[:3:3], county("x", 2023, 8, 1), county("y", 2023, 9, 1)), has: true, complete: all, asOf: date(2025, 12, 31),
			verdict: spec.Unmet, code: spec.ReasonSomeUnmet, actual: "3", required: "5", gap: "2", reading: used + plans.BeforeIssueCounts, text: "2024, 2025"},
		{name: "nothing supplied", asOf: date(2022, 8, 2),
			verdict: spec.Unknown, code: spec.ReasonNoData, required: "1", missing: "drills.csv", reading: used + plans.BeforeIssueCounts, text: "2021"},
		{name: "a table that was not supplied is not complete", complete: all, asOf: date(2022, 8, 2),
			verdict: spec.Unknown, code: spec.ReasonNoData, required: "1", missing: "drills.csv", reading: used + plans.BeforeIssueCounts},
		{name: "an empty table that nobody calls complete", has: true, asOf: date(2022, 8, 2),
			verdict: spec.Unknown, code: spec.ReasonNoData, required: "1", missing: "county.yaml: complete.drills", reading: used + plans.BeforeIssueCounts},
		{name: "an empty table that is complete", has: true, complete: all, asOf: date(2022, 8, 2),
			verdict: spec.Unmet, code: spec.ReasonSomeUnmet, actual: "0", required: "1", gap: "1", reading: used + plans.BeforeIssueCounts, text: "2021"},
		{name: "part known to be short, part unknown", drills: five[:1], has: true, complete: period(2022, 2022), asOf: date(2023, 12, 31),
			verdict: spec.Unmet, code: spec.ReasonSomeUnmet, actual: "1", bound: spec.AtLeastBound, required: "3", missing: "county.yaml: complete.drills", reading: used + plans.BeforeIssueCounts, text: "2022; no record, or none said to be complete, shows enough in 2023"},
		{name: "the year before the issue left out", has: true, complete: all, asOf: date(2022, 8, 2), choices: excluded,
			verdict: spec.Unknown, code: spec.ReasonNotDue, reading: used + plans.BeforeIssueExcluded},
		{name: "the year of the issue is asked for", has: true, complete: all, asOf: date(2022, 12, 31), choices: excluded,
			verdict: spec.Unmet, code: spec.ReasonSomeUnmet, actual: "0", required: "1", gap: "1", reading: used + plans.BeforeIssueExcluded, text: "2022"},
		{name: "no year over yet", has: true, complete: all, asOf: date(2021, 12, 30),
			verdict: spec.Unknown, code: spec.ReasonNotDue},
		{name: "before the period", asOf: date(2020, 6, 30),
			verdict: spec.Unknown, code: spec.ReasonNotDue},
		{name: "an option that does not exist", drills: five, has: true, complete: all, asOf: date(2025, 12, 31), choices: spec.Choices{}.With(plans.ReadingBeforeIssue, "sometimes"),
			verdict: spec.Unknown, code: spec.ReasonInvalidChoice, reading: used + "sometimes"},
		{name: "without a date every year is due", drills: five[:4], has: true, complete: all,
			verdict: spec.Unmet, code: spec.ReasonSomeUnmet, actual: "4", required: "5", gap: "1", reading: used + plans.BeforeIssueCounts},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := findings(t, fengduProvisions(), plans.Records{Drills: tt.drills, HasDrills: tt.has, Complete: tt.complete}, tt.asOf, tt.choices)[plans.RuleCountyExercise]
			if f.Verdict != tt.verdict || f.Reason.Code != tt.code || !f.Reason.Text.Complete() || !strings.Contains(f.Reason.Text.EN, tt.text) {
				t.Errorf("%v %+v", f.Verdict, f.Reason)
			}
			if f.Actual.String() != tt.actual || f.Required.String() != tt.required || f.Gap.String() != tt.gap || f.Bound != tt.bound {
				t.Errorf("actual %v %v, required %v, gap %v", f.Bound, f.Actual, f.Required, f.Gap)
			}
			var missing []string
			for _, need := range f.Missing {
				missing = append(missing, need.Key)
			}
			if strings.Join(missing, " ") != tt.missing || strings.Join(f.Readings, " ") != tt.reading {
				t.Errorf("missing %q, readings %q", missing, f.Readings)
			}
			if f.Kind != spec.DutyKind || f.Source.Place != "三（五~）1" || f.IsWeak() {
				t.Errorf("kind %v, source %v, weak %v", f.Kind, f.Source, f.Weak)
			}
		})
	}
}

func TestExerciseInputsShowNoZeroForAYearNobodyKnows(t *testing.T) {
	r := plans.Records{HasDrills: true, Complete: period(2022, 2025), Drills: []plans.Drill{county("a", 2023, 5, 12), county("b", 2024, 2, 1)}}
	f := findings(t, fengduProvisions(), r, date(2024, 6, 30), spec.Choices{})[plans.RuleCountyExercise]
	for name, want := range map[string]string{
		"per_year": "1", "whole_period": "5",
		"held-2021": "", "held-2022": "0", "held-2023": "1", "beside-2024": "1", "held-2025": "absent", "beside-2025": "absent",
	} {
		if in := input(t, f, name); in != want {
			t.Errorf("%s is %s, want %s", name, in, want)
		}
	}
}

func TestAPlanWithoutYearlyExercise(t *testing.T) {
	f := findings(t, plans.Provisions{Period: period(2021, 2025)}, plans.Records{}, date(2022, 8, 2), spec.Choices{})[plans.RuleCountyExercise]
	if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan || len(f.Missing) != 0 {
		t.Errorf("%+v", f)
	}
}

func TestWithoutADayOfIssueNoReadingIsUsed(t *testing.T) {
	p := fengduProvisions()
	p.Issued = spec.Figure[measure.Date]{}
	for _, option := range []string{plans.BeforeIssueCounts, plans.BeforeIssueExcluded, "sometimes"} {
		f := findings(t, p, plans.Records{HasDrills: true, Complete: p.Period}, date(2021, 12, 31),
			spec.Choices{}.With(plans.ReadingBeforeIssue, option))[plans.RuleCountyExercise]
		if f.Verdict != spec.Unmet || len(f.Readings) != 0 {
			t.Errorf("%s: %v %v", option, f.Verdict, f.Readings)
		}
	}
	// A year that ends on the day of issue was not over before it.
	p.Issued = spec.Cite(date(2021, 12, 31), inPlan("文首"))
	if e := plans.Assess(p, plans.Records{}, date(2021, 12, 31), spec.Choices{}).Exercises; e.Reading != "" {
		t.Errorf("the reading %s was used", e.Reading)
	}
}

func TestWeakSourcesAreShown(t *testing.T) {
	p := fengduProvisions()
	invented := spec.Source{Document: "example", Standing: spec.Invented}
	p.Works[3].Source, p.Projects[5].Source, p.ExercisePerYear.Source = invented, invented, invented
	all := findings(t, p, plans.Records{}, date(2022, 8, 2), spec.Choices{})
	for _, rule := range []string{plans.RuleLargestProject, plans.RuleWorks, plans.RuleCountyExercise, plans.RuleProjectStage, plans.RuleProjectOnce} {
		f := all[rule]
		if diff := cmp.Diff([]spec.Source{invented}, f.Weak); diff != "" {
			t.Errorf("%s: %s", rule, diff)
		}
	}
}

func TestValidateFindsEveryFault(t *testing.T) {
	p := plans.Provisions{
		Works: []plans.Work{{ID: "1"}, {ID: "1"}},
		Projects: []plans.Project{
			{ID: "a", Work: "1", Start: 2021, Span: period(2021, 2025)},
			{ID: "a", Work: "2"},
		},
	}
	r := plans.Records{Drills: []plans.Drill{{ID: "x"}, county("x", 2021, 1, 1)}}
	for _, tt := range []struct {
		name string
		err  error
		want []string
	}{
		{"provisions", p.Validate(), []string{"projects[0] plans.two-timings", "projects[1] plans.duplicate-project", "projects[1] plans.unknown-work", "works[1] plans.duplicate-work"}},
		{"records", r.Validate(), []string{"drills[0] plans.drill-without-date", "drills[0] plans.drill-without-kind", "drills[1] plans.duplicate-drill"}},
		{"Fengdu", fengduProvisions().Validate(), nil},
		{"no records", plans.Records{}.Validate(), nil},
	} {
		var got []string
		if faults, ok := tt.err.(*spec.Faults); ok {
			for _, f := range faults.All() {
				got = append(got, f.Path+" "+f.Code)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}
