package indicators_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestAllTwelveTargetsAreMet(t *testing.T) {
	for i, v := range verdicts(indicators.Assess(all(), watched(), endOf(2025), none())) {
		if v != spec.Met {
			t.Errorf("%s: %v", all().Targets[i].Target.ID, v)
		}
	}
}

// Each of the four is met on its line and lost one unit below it.
func TestFourTargetsAtTheirLines(t *testing.T) {
	p := all()
	byLength, gain, first := none().With(indicators.ReadingRiverMeasure, "by-length"),
		none().With(indicators.ReadingConvective, "gain"), none().With(indicators.ReadingWeatherRate, "first-90")
	for _, c := range []struct {
		name    string
		target  int
		choices spec.Choices
		set     func(*years)
		want    spec.Verdict
	}{
		{"95 of 100", 8, none(), func(y *years) { y.WeatherMonitored = count(95) }, spec.Met},
		{"94 of 100", 8, none(), func(y *years) { y.WeatherMonitored = count(94) }, spec.Unmet},
		{"90 of 100, first statement", 8, first, func(y *years) { y.WeatherMonitored = count(90) }, spec.Met},
		{"89 of 100, first statement", 8, first, func(y *years) { y.WeatherMonitored = count(89) }, spec.Unmet},
		{"190 of 200", 9, none(), func(y *years) { y.ForecastsAccepted = count(190) }, spec.Met},
		{"189 of 200", 9, none(), func(y *years) { y.ForecastsAccepted = count(189) }, spec.Unmet},
		{"34 of 40", 10, none(), func(y *years) { y.RiversWarned = count(34) }, spec.Met},
		{"33 of 40", 10, none(), func(y *years) { y.RiversWarned = count(33) }, spec.Unmet},
		{"34 of 40, too short", 10, byLength, func(y *years) { y.RiversWarned = count(34); y.RiverLengthWarned = kilometres(424) }, spec.Unmet},
		{"425 of 500 km", 10, byLength, func(y *years) { y.RiversWarned = count(1); y.RiverLengthWarned = kilometres(425) }, spec.Met},
		{"450 minutes in 10", 11, none(), func(y *years) { y.ConvectiveLead = count(450) }, spec.Met},
		{"449 minutes in 10", 11, none(), func(y *years) { y.ConvectiveLead = count(449) }, spec.Unmet},
		{"45 more than 25", 11, gain, func(y *years) { y.ConvectiveLead = count(700) }, spec.Met},
		{"44.9 more than 25", 11, gain, func(y *years) { y.ConvectiveLead = count(699) }, spec.Unmet},
		{"no event", 11, none(), func(y *years) { y.ConvectiveEvents = count(0); y.ConvectiveLead = count(0) }, spec.Unknown},
	} {
		e := indicators.Evaluate(p.Targets[c.target], p, with(watched(), 2025, c.set), endOf(2025), c.choices)
		if e.Judgement.Verdict != c.want {
			t.Errorf("%s: %v of %v against %v", c.name, e.Judgement.Verdict, e.Value.Low, e.Judgement.Required)
		}
	}
}

// The default option decides, the other is shown beside it, and a finding says
// where it would decide otherwise.
func TestOtherReadingsStandBeside(t *testing.T) {
	p := all()
	r := with(watched(), 2025, func(y *years) { y.WeatherMonitored = count(93) })
	e := indicators.Evaluate(p.Targets[8], p, r, endOf(2025), none())
	if e.Judgement.Verdict != spec.Unmet || len(e.Otherwise) != 1 || e.Otherwise[0].Used != "indicators.weather-monitoring-rate=first-90" ||
		e.Otherwise[0].Judgement.Verdict != spec.Met || e.Indicator.Target.Title != indicators.WeatherMonitoring.Title() {
		t.Errorf("%v, beside %+v", e.Judgement.Verdict, e.Otherwise)
	}
	first := none().With(indicators.ReadingWeatherRate, "first-90")
	e = indicators.Evaluate(p.Targets[8], p, r, endOf(2025), first)
	if e.Judgement.Verdict != spec.Met || e.Otherwise[0].Used != "indicators.weather-monitoring-rate=stricter-95" ||
		e.Otherwise[0].Judgement.Verdict != spec.Unmet || e.Indicator.Target.Source.Place != "二（三）2" {
		t.Errorf("first: %v, beside %+v", e.Judgement.Verdict, e.Otherwise)
	}
	for _, f := range indicators.Assess(p, r, endOf(2025), none()).Findings() {
		if f.Target == "weather" && (!strings.Contains(f.Reason.Text.EN, "first-90 would make it met") || input(f, "indicators.weather-monitoring-rate=first-90") != "90met") {
			t.Errorf("%q %q", f.Reason.Text.EN, input(f, "indicators.weather-monitoring-rate=first-90"))
		}
	}
	bad := none().With(indicators.ReadingWeatherRate, "nonsense")
	if e := indicators.Evaluate(p.Targets[8], p, r, endOf(2025), bad); e.Judgement.Verdict != spec.Unknown || e.Judgement.Code != spec.ReasonInvalidChoice {
		t.Errorf("nonsense: %v %s", e.Judgement.Verdict, e.Judgement.Code)
	}
}

func TestAlternativesMustBeOptionsOfOneReading(t *testing.T) {
	floor := spec.Target{Form: spec.Floor, Limit: ratio("1")}
	for name, others := range map[string][]indicators.Alternative{
		"no such reading": {{Reading: "indicators.nothing", Option: "x", Target: floor}},
		"no such option":  {{Reading: indicators.ReadingConvective, Option: "x", Target: floor}},
		"the default":     {{Reading: indicators.ReadingConvective, Option: "lead-time", Target: floor}},
		"two readings":    {{Reading: indicators.ReadingConvective, Option: "gain", Target: floor}, {Reading: indicators.ReadingWeatherRate, Option: "first-90", Target: floor}},
	} {
		i := indicator("x", indicators.ConvectiveLead, indicators.LastYear, floor)
		i.Otherwise = others
		if faults, ok := i.Validate().(*spec.Faults); !ok || faults.All()[0].Code != indicators.FaultOtherwise {
			t.Errorf("%s: %v", name, i.Validate())
		}
	}
}

func reportedTarget(id string, unit spec.Unit, t spec.Target) indicators.Indicator {
	t.ID, t.Title, t.Unit, t.Source = id, spec.T("own", "自定"), unit, planSource("自定")
	return indicators.Indicator{Target: t, Measurand: indicators.Reported}
}

func value(target, class string, y measure.Year, v string) indicators.ReportedValue {
	return indicators.ReportedValue{Target: target, Class: class, Year: y, Value: spec.Exactly(ratio(v))}
}

func TestReportedValuesAreJudgedAsTheyAre(t *testing.T) {
	hours := spec.Target{Form: spec.ByClass, Direction: spec.HigherBetter, Parts: []spec.Target{
		{Class: "main", Title: spec.T("main river", "干流"), Form: spec.Floor, Limit: ratio("8")}, {Class: "branch", Form: spec.Gain, Limit: ratio("2"), Direction: spec.HigherBetter, BaseValue: ratio("3")}}}
	i := reportedTarget("h", spec.Hours, hours)
	r := indicators.Records{Values: []indicators.ReportedValue{value("h", "main", 2025, "8"), value("h", "branch", 2025, "4.9"), value("other", "main", 2025, "1")}}
	e := indicators.Evaluate(i, plan(), r, endOf(2025), none())
	if e.Judgement.Verdict != spec.Unmet || e.Class != "branch" || !e.Judgement.Required.Equal(measure.Whole(5)) || len(e.Classes) != 2 || e.Classes[0].Verdict != spec.Met {
		t.Errorf("%v by %s: %+v", e.Judgement.Verdict, e.Class, e.Classes)
	}
	r.Values[1] = value("h", "branch", 2025, "5")
	if e := indicators.Evaluate(i, plan(), r, endOf(2025), none()); e.Judgement.Verdict != spec.Met {
		t.Errorf("on the line: %v", e.Judgement.Verdict)
	}
	r.Values = append(r.Values, value("h", "branch", 2020, "3.5")) // the county's own base decides over the stated one
	if e := indicators.Evaluate(i, plan(), r, endOf(2025), none()); e.Judgement.Verdict != spec.Unmet || !e.Judgement.Required.Equal(ratio("5.5")) {
		t.Errorf("own base: %v of %v", e.Judgement.Verdict, e.Judgement.Required)
	}
	e = indicators.Evaluate(i, plan(), indicators.Records{}, endOf(2025), none())
	want := []indicators.Missing{{Target: "h", Class: "main", Year: 2025}, {Target: "h", Class: "branch", Year: 2025}}
	if diff := cmp.Diff(want, e.Missing); diff != "" {
		t.Error(diff)
	}
	// Before the year is over there is no value of it.
	if e := indicators.Evaluate(i, plan(), r, measure.DateOf(2025, 12, 30), none()); e.Judgement.Verdict != spec.Unknown || e.Judgement.Code != spec.ReasonNotDue {
		t.Errorf("early: %v %s", e.Judgement.Verdict, e.Judgement.Code)
	}
}

func TestNewlyMadeCountsFromTheStatedBase(t *testing.T) {
	i := reportedTarget("n", spec.Communities, spec.Target{Form: spec.Gain, Limit: ratio("150"), Direction: spec.HigherBetter, BaseValue: ratio("60")})
	for have, want := range map[string]spec.Verdict{"210": spec.Met, "209": spec.Unmet} {
		r := indicators.Records{Values: []indicators.ReportedValue{value("n", "", 2025, have)}}
		if e := indicators.Evaluate(i, plan(), r, endOf(2025), none()); e.Judgement.Verdict != want {
			t.Errorf("%s: %v", have, e.Judgement.Verdict)
		}
	}
	e := indicators.Evaluate(i, plan(), indicators.Records{}, endOf(2025), none())
	if diff := cmp.Diff([]indicators.Missing{{Target: "n", Year: 2025}}, e.Missing); diff != "" {
		t.Error("the stated base is not asked for: " + diff)
	}
	own := indicators.Records{Values: []indicators.ReportedValue{value("n", "", 2025, "210"), value("n", "", 2020, "70")}}
	if e := indicators.Evaluate(i, plan(), own, endOf(2025), none()); e.Judgement.Verdict != spec.Unmet || !e.Judgement.Required.Equal(measure.Whole(220)) {
		t.Errorf("the county's own base: %v of %v", e.Judgement.Verdict, e.Judgement.Required)
	}
	i.Target.BaseValue = measure.Ratio{}
	e = indicators.Evaluate(i, plan(), indicators.Records{Values: []indicators.ReportedValue{value("n", "", 2025, "500")}}, endOf(2025), none())
	if e.Judgement.Verdict != spec.Unknown || e.Judgement.Code != spec.ReasonUnknownBase || len(e.Missing) != 1 || e.Missing[0].Year != 2020 {
		t.Errorf("without a base: %v %s %v", e.Judgement.Verdict, e.Judgement.Code, e.Missing)
	}
}

func TestReportedTargetsMustSayUnitAndClasses(t *testing.T) {
	for name, c := range map[string]struct {
		i    indicators.Indicator
		code string
	}{
		"no unit": {reportedTarget("x", "", ceiling("1")), indicators.FaultUnit},
		"classes in total": {func() indicators.Indicator {
			i := reportedTarget("x", spec.Hours, spec.Target{Form: spec.ByClass, Parts: []spec.Target{{Class: "a", Form: spec.Zero}}})
			i.Over = indicators.Total
			return i
		}(), indicators.FaultSpan},
		"classes of deaths": {indicator("x", indicators.AccidentDeaths, indicators.LastYear, spec.Target{Form: spec.ByClass, Parts: []spec.Target{{Class: "a", Form: spec.Zero}}}), indicators.FaultSpan},
	} {
		if faults, ok := c.i.Validate().(*spec.Faults); !ok || faults.All()[0].Code != c.code {
			t.Errorf("%s: %v", name, c.i.Validate())
		}
	}
}

// A share of a person is a whole one gone: of 5, 3.5 leave one.
func TestHeadroomOfAReportedFractionRoundsDown(t *testing.T) {
	i := reportedTarget("p", spec.Persons, spec.Target{Form: spec.Ceiling, Limit: ratio("5"), Direction: spec.LowerBetter})
	for have, want := range map[string]int64{"3.5": 1, "4": 1, "4.01": 0, "5": 0, "5.5": -1} {
		r := indicators.Records{Values: []indicators.ReportedValue{value("p", "", 2025, have)}}
		if e := indicators.Evaluate(i, plan(), r, endOf(2025), none()); !e.HasHeadroom || e.Headroom != want {
			t.Errorf("%s of 5: %d left (%v), want %d", have, e.Headroom, e.HasHeadroom, want)
		}
	}
}
