package indicators_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func only(y indicators.YearStatistics) indicators.Records {
	y.Year = 2025
	return indicators.Records{Years: []indicators.YearStatistics{y}}
}

// The least of a rate is the least numerator over the greatest denominator.
func TestBoundsOfARate(t *testing.T) {
	i := indicator("x", indicators.AffectedPer100000, indicators.LastYear, ceiling("15000"))
	r := only(years{Affected: spec.Between[measure.Count](100, 200), Population: spec.Between[measure.People](1000, 2000)})
	e := indicators.Evaluate(i, plan(), r, endOf(2025), none())
	if !e.Value.Low.Equal(measure.Whole(5000)) || !e.Value.High.Equal(measure.Whole(20000)) || e.Judgement.Verdict != spec.Unknown {
		t.Errorf("%v, %v", e.Value, e.Judgement.Verdict)
	}
	r = only(years{Affected: spec.AtLeast[measure.Count](100), Population: people(1000)})
	if e = indicators.Evaluate(i, plan(), r, endOf(2025), none()); !e.Value.Low.Equal(measure.Whole(10000)) || e.Value.High.Known() {
		t.Errorf("at least: %v", e.Value)
	}
	r = only(years{Affected: spec.AtMost[measure.Count](150), Population: people(1000)})
	if e = indicators.Evaluate(i, plan(), r, endOf(2025), none()); e.Value.Low.Known() || !e.Value.High.Equal(measure.Whole(15000)) || e.Judgement.Verdict != spec.Met {
		t.Errorf("at most: %v %v", e.Value, e.Judgement.Verdict)
	}
}

// Deaths and missing add up with their bounds; one of them unknown leaves a
// lower bound.
func TestBoundsOfDeathsAndMissing(t *testing.T) {
	i := indicator("x", indicators.DisasterDeaths, indicators.LastYear, ceiling("15"))
	both := none().With(indicators.ReadingMissingPersons, "deaths-and-missing")
	for _, c := range []struct {
		deaths, missing spec.Observed[measure.People]
		low, high       measure.Ratio
	}{
		{spec.Between[measure.People](1, 2), spec.Between[measure.People](10, 20), measure.Whole(11), measure.Whole(22)},
		{people(3), spec.Observed[measure.People]{}, measure.Whole(3), measure.Ratio{}},
		{spec.Observed[measure.People]{}, people(4), measure.Whole(4), measure.Ratio{}},
		{spec.Observed[measure.People]{}, spec.Observed[measure.People]{}, measure.Ratio{}, measure.Ratio{}},
	} {
		e := indicators.Evaluate(i, plan(), only(years{DisasterDeaths: c.deaths, DisasterMissing: c.missing}), endOf(2025), both)
		if !e.Value.Low.Equal(c.low) || !e.Value.High.Equal(c.high) {
			t.Errorf("%v, want %v to %v", e.Value, c.low, c.high)
		}
	}
}

// A bound that cannot be is no bound.
func TestImpossibleBoundsSayNothing(t *testing.T) {
	for name, c := range map[string]struct {
		deaths    spec.Observed[measure.People]
		low, high measure.Ratio
	}{
		"negative":    {people(-1), measure.Ratio{}, measure.Ratio{}},
		"wrong order": {spec.Between[measure.People](5, 4), measure.Whole(5), measure.Ratio{}},
		"one number":  {spec.Between[measure.People](5, 5), measure.Whole(5), measure.Whole(5)},
		"nothing":     {people(0), measure.Whole(0), measure.Whole(0)},
	} {
		y := years{AccidentDeaths: c.deaths}
		v, _ := y.Statistic(indicators.StatAccidentDeaths)
		if !v.Low.Equal(c.low) || !v.High.Equal(c.high) {
			t.Errorf("%s: %v", name, v)
		}
	}
}

// Inputs name a bounded figure by its bounds.
func TestBoundedFiguresAreShownAsBounds(t *testing.T) {
	p := plan()
	p.Targets = []indicators.Indicator{indicator("x", indicators.AccidentDeaths, indicators.LastYear, ceiling("15"))}
	r := only(years{AccidentDeaths: spec.Between[measure.People](14, 16)})
	f := indicators.Assess(p, r, endOf(2025), none()).Findings()[0]
	if input(f, "accident_deaths.2025.at_least") != "14" || input(f, "accident_deaths.2025.at_most") != "16" || input(f, "accident_deaths.2025") != "" {
		t.Errorf("%+v", f.Inputs)
	}
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonPartial || f.Bound != spec.AtLeastBound || f.Actual.String() != "14" {
		t.Errorf("%v %s %v %s", f.Verdict, f.Reason.Code, f.Bound, f.Actual)
	}
}

// Sums of money keep their bounds, as reported and as counted.
func TestBoundsOfMoney(t *testing.T) {
	i := indicator("x", indicators.DisasterLossShare, indicators.LastYear, ceiling("1"))
	between := spec.Between(measure.Fen(1e10), measure.Fen(3e10))
	r := only(years{DisasterLoss: between, GDP: yi(100)})
	if e := indicators.Evaluate(i, plan(), r, endOf(2025), none()); !e.Value.Low.Equal(measure.Whole(1)) || !e.Value.High.Equal(measure.Whole(3)) {
		t.Errorf("reported: %v", e.Value)
	}
	r = only(years{GDP: yi(100)})
	r.Hazards = hazards.Records{HasDisasters: true, DisasterYears: period(2025, 2025), Disasters: []hazards.Disaster{
		{From: measure.DateOf(2025, 7, 1), DirectLoss: between}, {From: measure.DateOf(2025, 8, 1), DirectLoss: between}}}
	if e := indicators.Evaluate(i, plan(), r, endOf(2025), none()); !e.Value.Low.Equal(measure.Whole(2)) || !e.Value.High.Equal(measure.Whole(6)) {
		t.Errorf("counted: %v", e.Value)
	}
	var y years
	for _, c := range []struct {
		loss      spec.Observed[measure.Money]
		low, high measure.Ratio
	}{
		{spec.AtLeast(measure.Fen(7)), measure.Whole(7), measure.Ratio{}},
		{spec.AtMost(measure.Fen(7)), measure.Ratio{}, measure.Whole(7)},
		{between, measure.Whole(1e10), measure.Whole(3e10)},
	} {
		y.DisasterLoss = c.loss
		if v, _ := y.Statistic(indicators.StatDisasterLoss); !v.Low.Equal(c.low) || !v.High.Equal(c.high) {
			t.Errorf("%v, want %v to %v", v, c.low, c.high)
		}
	}
}

// A figure with one bound is shown by that bound, and means are shown only
// where both are known.
func TestOneBoundIsShownAlone(t *testing.T) {
	p := plan()
	p.Targets = []indicators.Indicator{indicator("x", indicators.AccidentDeaths, indicators.LastYear, ceiling("15"))}
	least := indicators.Assess(p, only(years{AccidentDeaths: spec.AtLeast[measure.People](3)}), endOf(2025), none()).Findings()[0]
	most := indicators.Assess(p, only(years{AccidentDeaths: spec.AtMost[measure.People](20)}), endOf(2025), none()).Findings()[0]
	got := []string{input(least, "accident_deaths.2025.at_least"), input(least, "accident_deaths.2025.at_most"),
		input(most, "accident_deaths.2025.at_least"), input(most, "accident_deaths.2025.at_most")}
	if diff := cmp.Diff([]string{"3", "", "", "20"}, got); diff != "" {
		t.Error(diff)
	}
	r := with(county(), 2022, func(y *years) { y.DisasterLoss = spec.AtLeast(measure.Fen(1)) })
	f := finding(t, "core-4", r, endOf(2025), none())
	if input(f, "mean_of_ratios") != "" || input(f, "pooled") != "" {
		t.Errorf("%+v", f.Inputs)
	}
}
