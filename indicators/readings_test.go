package indicators_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

type years = indicators.YearStatistics

// Every reading has a county in which the other option decides otherwise, and
// the finding names the option used.
func TestEveryReadingCanDecide(t *testing.T) {
	for _, c := range []struct {
		reading, option, id string
		records             indicators.Records
		byDefault, other    spec.Verdict
	}{
		// 94 deaths in five years are not 9 % fewer than 100.
		{indicators.ReadingDeathsComparison, "five-year-sums", "core-1", county(), spec.Met, spec.Unmet},
		// 12, 28, 28, 28 and 20 deaths before: 0.91 of the mean 23.2 allows 19, of the year 2020 it does not.
		{indicators.ReadingBaseYear, "previous-period-mean", "core-1", meanBase(), spec.Unmet, spec.Met},
		{indicators.ReadingYearlyMean, "pooled", "core-4", skewed(), spec.Unmet, spec.Met},
		{indicators.ReadingMissingPersons, "deaths-and-missing", "core-5",
			with(county(), 2023, func(y *years) { y.DisasterMissing = people(3) }), spec.Met, spec.Unmet},
		{indicators.ReadingPopulation, "registered", "core-5",
			with(county(), 2023, func(y *years) { y.DisasterDeaths = people(3) }), spec.Unmet, spec.Met},
		{indicators.ReadingGDPPrices, "constant", "core-3",
			with(county(), 2025, func(y *years) { y.ConstantGDP = yi(480) }), spec.Met, spec.Unmet},
		{indicators.ReadingZeroBase, "zero-stays-zero", "core-1",
			with(county(), 2020, func(y *years) { y.AccidentDeaths = people(0) }), spec.Unknown, spec.Unmet},
		{indicators.ReadingAccidentScope, "large-and-above", "core-2",
			with(county(), 2023, func(y *years) { y.LargeAccidents = count(1) }), spec.Met, spec.Unmet},
	} {
		t.Run(c.reading, func(t *testing.T) {
			f := finding(t, c.id, c.records, endOf(2025), none())
			if f.Verdict != c.byDefault {
				t.Errorf("by default %v, want %v", f.Verdict, c.byDefault)
			}
			g := finding(t, c.id, c.records, endOf(2025), none().With(c.reading, c.option))
			if g.Verdict != c.other {
				t.Errorf("%s: %v, want %v", c.option, g.Verdict, c.other)
			}
			if !slices.Contains(g.Readings, c.reading+"="+c.option) {
				t.Errorf("readings %v", g.Readings)
			}
			bad := finding(t, c.id, c.records, endOf(2025), none().With(c.reading, "nonsense"))
			if bad.Verdict != spec.Unknown || bad.Reason.Code != spec.ReasonInvalidChoice {
				t.Errorf("unknown option: %v %s", bad.Verdict, bad.Reason.Code)
			}
		})
	}
}

func meanBase() indicators.Records {
	r := county()
	for y, n := range map[measure.Year]int64{2016: 12, 2017: 28, 2018: 28, 2019: 28, 2025: 19} {
		r = with(r, y, func(y *years) { y.AccidentDeaths = people(n) })
	}
	return r
}

// skewed lost 5 % of a small output once: as a mean of five ratios above 1 %,
// pooled below.
func skewed() indicators.Records {
	r := county()
	for y := measure.Year(2021); y <= 2024; y++ {
		r = with(r, y, func(y *years) { y.DisasterLoss = wan(400) })
	}
	return with(r, 2025, func(y *years) { y.GDP = yi(100); y.DisasterLoss = wan(50_000) })
}

func TestDifferingMeansAreFlagged(t *testing.T) {
	f := finding(t, "core-4", skewed(), endOf(2025), none())
	if input(f, "mean_of_ratios") == "" || input(f, "pooled") == "" || input(f, "pooled") == input(f, "mean_of_ratios") {
		t.Errorf("inputs %v", f.Inputs)
	}
	if e := evaluate(t, "core-4", skewed(), endOf(2025), none()); !e.HasMeans || !e.Means.Differ() {
		t.Errorf("means %+v", e.Means)
	}
	const flag = "the other way of taking the mean decides differently"
	if !contains(f.Reason.Text.EN, flag) {
		t.Errorf("reason %q", f.Reason.Text.EN)
	}
	if g := finding(t, "core-4", county(), endOf(2025), none()); contains(g.Reason.Text.EN, flag) {
		t.Errorf("reason %q", g.Reason.Text.EN)
	}
}

// Without a deadline the latest finished year is judged, whenever that is.
func TestUndatedTargetWithoutDeadline(t *testing.T) {
	asOf := measure.DateOf(2024, 6, 1)
	f := finding(t, "core-1", county(), asOf, none())
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonNotDue || f.Actual.Known() {
		t.Errorf("due at the end of the plan: %v %s %v", f.Verdict, f.Reason.Code, f.Actual)
	}
	open := none().With(indicators.ReadingUndatedDeadline, "none")
	f = finding(t, "core-1", county(), asOf, open) // 19 deaths in 2023 against 18.2
	if f.Verdict != spec.Unmet || f.Actual.String() != "19" || input(f, "deadline") != "" {
		t.Errorf("%v %v", f.Verdict, f.Actual)
	}
	f = finding(t, "core-1", county(), endOf(2024), open)
	if f.Verdict != spec.Met || f.Actual.String() != "18" {
		t.Errorf("2024: %v %v", f.Verdict, f.Actual)
	}
}

func TestStatedBaseYearNeedsNoReading(t *testing.T) {
	p := core()
	p.Targets[0].Target.Base = 2019
	e := indicators.Evaluate(p.Targets[0], p, with(county(), 2019, func(y *years) { y.AccidentDeaths = people(19) }), endOf(2025), none())
	if e.Judgement.Verdict != spec.Unmet || len(e.BaseYears) != 1 || e.BaseYears[0].Year != 2019 {
		t.Errorf("%v from %v", e.Judgement.Verdict, e.BaseYears)
	}
	for _, used := range e.Readings {
		if contains(used, indicators.ReadingBaseYear) {
			t.Errorf("reading %s", used)
		}
	}
}

// A base year of our own choosing is used and declared; one of the plan is firm.
func TestOwnBaseYearIsDeclared(t *testing.T) {
	p := core()
	own := planSource("二（三）3 表")
	own.Standing = spec.Ours
	p.BaseYear = spec.Cite(measure.Year(2019), own)
	f := indicators.Assess(p, county(), endOf(2025), none()).Findings()[0]
	if len(f.Weak) != 1 || f.Weak[0] != own || !slices.Contains(f.Readings, "indicators.base-year=year-before-period") {
		t.Errorf("weak %v, readings %v", f.Weak, f.Readings)
	}
	p.BaseYear = spec.Cite(measure.Year(2019), planSource("二（三）3 表"))
	f = indicators.Assess(p, county(), endOf(2025), none()).Findings()[0]
	if f.IsWeak() || slices.Contains(f.Readings, "indicators.base-year=year-before-period") {
		t.Errorf("weak %v, readings %v", f.Weak, f.Readings)
	}
	if input(f, "base.accident_deaths.2019") != "20" {
		t.Errorf("inputs %v", f.Inputs)
	}
}

// The readings of a finding are those that its verdict rests on, no others.
func TestReadingsAreTheOnesUsed(t *testing.T) {
	mean := indicator("mean", indicators.LargeAccidents, indicators.YearlyMean, ceiling("1"))
	p := core()
	p.Targets = append(p.Targets, mean)
	want := map[string][]string{
		"core-1": {"indicators.deaths-comparison=year-on-base", "indicators.undated-deadline=plan-end", "indicators.base-year=year-before-period"},
		"core-2": {"indicators.accident-goal-scope=major-and-extraordinary"},
		"core-3": {"indicators.gdp-prices=current", "indicators.undated-deadline=plan-end", "indicators.base-year=year-before-period"},
		"core-4": {"indicators.yearly-mean=mean-of-ratios"},
		"core-5": {"indicators.missing-persons=deaths-only", "indicators.population=resident", "indicators.yearly-mean=mean-of-ratios"},
		"core-6": {"indicators.population=resident", "indicators.yearly-mean=mean-of-ratios"},
		"mean":   nil,
	}
	for _, r := range []indicators.Records{county(), {}} {
		got := map[string][]string{}
		for _, e := range indicators.Assess(p, r, endOf(2025), none()).Indicators {
			got[e.Indicator.Target.ID] = e.Readings
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}
