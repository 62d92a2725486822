package indicators_test

import (
	"testing"

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
