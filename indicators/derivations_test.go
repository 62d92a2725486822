package indicators_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// typical is about what a measurand comes to in the drawn counties, so that
// limits of that size are kept and lost.
func typical(m indicators.Measurand) measure.Ratio {
	return map[indicators.Measurand]measure.Ratio{
		indicators.AccidentDeaths: ratio("15"), indicators.MajorAccidents: ratio("1"), indicators.DeathsPerGDP: ratio("0.06"),
		indicators.DisasterLossShare: ratio("0.8"), indicators.DisasterDeathsPerMillion: ratio("1"), indicators.AffectedPer100000: ratio("12000"),
		indicators.RoadDeaths: ratio("5"), indicators.ConstructionDeaths: ratio("5"), indicators.Accidents: ratio("15"),
		indicators.LargeAccidents: ratio("1"), indicators.DisasterDeaths: ratio("1"), indicators.WeatherMonitoring: ratio("50"),
		indicators.RiverForecast: ratio("50"), indicators.RiverWarning: ratio("50"), indicators.ConvectiveLead: ratio("20"), indicators.Reported: ratio("8"),
	}[m]
}

// everyTarget is a target of each form over each span on each measurand.
func everyTarget() []indicators.Indicator {
	var out []indicators.Indicator
	for _, m := range indicators.Measurands() {
		limit, direction := typical(m), m.Direction()
		if direction == 0 {
			direction = spec.HigherBetter
		}
		upper := limit.Mul(ratio("1.5"))
		one := func(t spec.Target) spec.Target {
			t.Direction = direction
			return t
		}
		forms := []spec.Target{
			{Form: spec.Ceiling, Limit: limit}, {Form: spec.Ceiling, Limit: upper.Add(ratio("0.3")), Strict: true}, {Form: spec.Ceiling, Limit: measure.Whole(100_000)},
			{Form: spec.Floor, Limit: limit}, {Form: spec.Range, Limit: limit, Upper: upper}, {Form: spec.Zero},
			one(spec.Target{Form: spec.Change, Change: ratio("-0.09")}), one(spec.Target{Form: spec.Change, Change: ratio("-0.2"), BaseValue: upper, Base: 2012}),
			one(spec.Target{Form: spec.YearlyChange, Change: ratio("-0.03")}), one(spec.Target{Form: spec.NotWorse}), one(spec.Target{Form: spec.Trend}),
			one(spec.Target{Form: spec.Relative}), one(spec.Target{Form: spec.Gain, Limit: limit.Div(measure.Whole(8))}),
			one(spec.Target{Form: spec.Gain, Limit: measure.Whole(0), Upper: limit.Div(measure.Whole(9))}),
			{Form: spec.Ceiling, Limit: limit.Div(measure.Whole(4)), BaseValue: upper, Base: 2012}, {Form: spec.Floor, Limit: upper, BaseValue: limit, Base: 2012},
			{Form: spec.Both, Parts: []spec.Target{{Form: spec.Ceiling, Limit: limit.Div(measure.Whole(4))}, one(spec.Target{Form: spec.Change, Change: ratio("-0.3")})}},
			{Form: spec.Both, Parts: []spec.Target{{Form: spec.Floor, Limit: upper}, one(spec.Target{Form: spec.Change, Change: ratio("0.3")})}},
		}
		if m == indicators.Reported {
			forms = append(forms, spec.Target{Form: spec.Gain, Limit: ratio("1"), Upper: ratio("2"), Direction: spec.LowerBetter}, spec.Target{Form: spec.ByClass, Parts: []spec.Target{
				{Form: spec.Floor, Limit: ratio("9"), Class: "a"}, {Form: spec.Gain, Limit: ratio("1"), Class: "b", Direction: spec.HigherBetter, BaseValue: ratio("3")}}})
		}
		for _, over := range []indicators.Span{indicators.LastYear, indicators.EachYear, indicators.Total, indicators.YearlyMean} {
			for _, form := range forms {
				if form.Form == spec.YearlyChange && over != indicators.EachYear || form.Form == spec.ByClass && over != indicators.LastYear {
					continue
				}
				i := indicator(fmt.Sprintf("t%d", len(out)), m, over, form)
				if m == indicators.Reported {
					i.Target.Unit = spec.Persons
				}
				out = append(out, i)
			}
		}
	}
	return out
}

// drawWhole draws a county of which everything is known: the figures of
// [drawCounty], those of monitoring and warnings, the wider averages and the
// values of the targets that measure something of their own.
func drawWhole(t *rapid.T) indicators.Records {
	r := drawCounty(t)
	var reported []string
	for _, i := range everyTarget() {
		if i.Measurand == indicators.Reported {
			reported = append(reported, i.Target.ID)
		}
	}
	small := func(most int64) spec.Observed[measure.Count] { return count(rapid.Int64Range(0, most).Draw(t, "n")) }
	length := func(km int64) spec.Observed[measure.Distance] {
		return spec.Exactly(measure.Millimetres(km * 1_000_000))
	}
	for i := range r.Years {
		y := &r.Years[i]
		y.WeatherEvents, y.WeatherMonitored = count(20), small(20)
		y.Forecasts, y.ForecastsAccepted = count(40), small(40)
		y.Rivers, y.RiversWarned, y.RiverLength, y.RiverLengthWarned = count(24), small(24), length(310), length(rapid.Int64Range(0, 310).Draw(t, "km"))
		y.ConvectiveEvents, y.ConvectiveLead = count(12), small(480)
		for _, m := range indicators.Measurands() {
			r.Averages = append(r.Averages, indicators.Average{Measurand: m, Year: y.Year, Value: spec.Exactly(typical(m))})
		}
		for _, id := range reported {
			for _, class := range []string{"", "a", "b"} {
				value := measure.Whole(rapid.Int64Range(0, 16).Draw(t, "value"))
				r.Values = append(r.Values, indicators.ReportedValue{Target: id, Class: class, Year: y.Year, Value: spec.Exactly(value)})
			}
		}
	}
	return r
}

// derivedCases are findings of every target on drawn counties, as they are at
// the end and before, under the readings that change a calculation; those of
// the mid-term once.
var derivedCases = sync.OnceValue(func() []spec.Finding {
	p := plan()
	p.Targets = everyTarget()
	whole := rapid.Custom(drawWhole)
	var out []spec.Finding
	byPool := none().With("indicators.yearly-mean", "pooled")
	missing := none().With("indicators.missing-persons", "deaths-and-missing")
	others := none().With("indicators.population", "registered").With("indicators.gdp-prices", "constant").With("indicators.river-warning-measure", "by-length")
	before := none().With("indicators.base-year", "previous-period-mean").With("indicators.accident-goal-scope", "large-and-above")
	cases := []struct {
		choices        spec.Choices
		bounded, units bool
		asOf           measure.Date
	}{
		{none(), false, true, endOf(2025)}, {none(), false, false, measure.DateOf(2025, 7, 1)}, {none(), true, true, endOf(2025)},
		{byPool, false, true, endOf(2025)}, {byPool, true, false, endOf(2025)}, {missing, false, true, endOf(2025)}, {missing, true, false, endOf(2025)},
		{others, false, true, endOf(2025)}, {others, true, false, endOf(2025)}, {before, false, false, endOf(2025)},
		{missing.With("indicators.population", "registered").With("indicators.yearly-mean", "pooled"), false, true, endOf(2025)},
		{missing.With("indicators.population", "registered"), true, false, endOf(2025)},
		{none().With("indicators.population", "registered").With("indicators.yearly-mean", "pooled"), false, false, endOf(2025)},
		{others.With("indicators.yearly-mean", "pooled"), true, false, endOf(2025)},
		{none().With("indicators.population", "registered"), false, true, endOf(2025)},
	}
	for i, c := range cases {
		r := whole.Example(i / 2)
		if c.bounded {
			r = bounded(r)
		}
		if i == len(cases)-1 {
			r = steady(r)
		}
		a := indicators.Assess(p, r, c.asOf, c.choices)
		out = append(out, a.Findings()...)
		if c.units {
			out = append(out, a.UnitFindings()...)
		}
	}
	return out
})

// bounded knows what is divided in one year at least, and what it is divided by
// in another at most.
func bounded(r indicators.Records) indicators.Records {
	for i := range r.Years {
		y := &r.Years[i]
		for _, at := range []*spec.Observed[measure.People]{&y.AccidentDeaths, &y.RoadDeaths, &y.ConstructionDeaths, &y.DisasterDeaths, &y.DisasterMissing} {
			soften(at, y.Year, 2025)
		}
		for _, at := range []*spec.Observed[measure.Count]{&y.Accidents, &y.LargeAccidents, &y.MajorAccidents, &y.Affected,
			&y.WeatherMonitored, &y.ForecastsAccepted, &y.RiversWarned, &y.ConvectiveLead} {
			soften(at, y.Year, 2025)
		}
		soften(&y.DisasterLoss, y.Year, 2025)
		soften(&y.RiverLengthWarned, y.Year, 2025)
		for _, at := range []*spec.Observed[measure.Count]{&y.WeatherEvents, &y.Forecasts, &y.Rivers, &y.ConvectiveEvents} {
			harden(at, y.Year)
		}
		harden(&y.Population, y.Year)
		harden(&y.RegisteredPopulation, y.Year)
		harden(&y.GDP, y.Year)
		harden(&y.ConstantGDP, y.Year)
		harden(&y.RiverLength, y.Year)
	}
	return r
}

// steady is the same people and events in all years.
func steady(r indicators.Records) indicators.Records {
	for i := range r.Years {
		r.Years[i].Population, r.Years[i].RegisteredPopulation = people(500_000), people(600_000)
		r.Years[i].Affected, r.Years[i].DisasterDeaths, r.Years[i].DisasterMissing = count(6_000), people(1), people(1)
	}
	return r
}

func soften[T any](o *spec.Observed[T], y, in measure.Year) {
	if v, ok := o.Value(); ok && y == in {
		*o = spec.AtLeast(v)
	}
}

func harden[T any](o *spec.Observed[T], y measure.Year) {
	if v, ok := o.Value(); ok && y == 2023 {
		*o = spec.AtMost(v)
	}
}

// Each number of a target of any form over any span is worked out again from
// the inputs of its finding.
func TestEveryFormIsWorkedOutAgain(t *testing.T) {
	rules := rulesOf()
	told := map[string]int{}
	for i, f := range derivedCases() {
		if i > 1100 && i%5 > 0 { // all at the end of the plan, a fifth of the others
			continue
		}
		derived := map[string]bool{}
		for _, w := range f.Workings(rules[f.Rule].Derivations) {
			derived[w.Of] = true
		}
		lacks := func(name string, v spec.Amount) {
			if v.Known() && !derived[name] {
				if told[f.Rule+name]++; told[f.Rule+name] < 3 {
					t.Errorf("%s %s: nothing gives %s = %s%s", f.Rule, f.Target, name, v, listed(f))
				}
			}
		}
		lacks("actual", f.Actual)
		if !givesNothing(rules[f.Rule], "required") {
			lacks("required", f.Required)
		}
		for _, in := range f.Inputs {
			switch name, _, _ := strings.Cut(in.Name, "."); name {
			case "base", "start", "pooled", "mean_of_ratios", "rest", "allowed", "so-far", "headroom", "turns-at", "change":
				if name == in.Name || strings.Count(in.Name, ".") == 1 && (name == "rest" || name == "so-far") || name == "turns-at" {
					lacks(in.Name, in.Value)
				}
			}
		}
	}
}

func givesNothing(r spec.Rule, name string) bool {
	for _, d := range r.Derivations {
		if d.Of == name && d.Is == spec.Given {
			return true
		}
	}
	return false
}

func listed(f spec.Finding) string {
	var b strings.Builder
	for _, in := range f.Inputs {
		fmt.Fprintf(&b, "\n\t%s = %s%s", in.Name, in.Value, in.Text)
	}
	fmt.Fprintf(&b, "\n\tactual %s %s %s, %v %v", f.Actual, f.Bound, f.Required, f.Verdict, f.Readings)
	return b.String()
}

func rulesOf() map[string]spec.Rule {
	out := map[string]spec.Rule{}
	for _, r := range indicators.Rules() {
		out[r.ID] = r
	}
	return out
}

// Each line of a rule's derivations gives a value of some target.
func TestEveryDerivationGivesAValueOfSomeTarget(t *testing.T) {
	byRule := map[string][]spec.Finding{}
	for _, f := range derivedCases() {
		byRule[f.Rule] = append(byRule[f.Rule], f)
	}
	elsewhere := map[spec.Derivation]bool{} // held against a measurand's own rule: milestones come about in the same ways
	for _, r := range indicators.Rules() {
		_, measurand := indicators.ParseMeasurand(strings.TrimPrefix(r.ID, "indicators."))
		if !measurand && r.ID != "indicators.mid-term" {
			continue
		}
		if err := spec.CheckDerivations(r.Derivations); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
		for i, d := range r.Derivations {
			if d.Is == spec.Given || !measurand && elsewhere[d] {
				continue
			}
			elsewhere[d] = true
			if !slices.ContainsFunc(byRule[r.ID], func(f spec.Finding) bool { return gives(f, r.Derivations, i) }) {
				t.Errorf("%s: %s = %s (%s) gives no value", r.ID, d.Of, d.Is, d.When)
			}
		}
	}
}

// gives reports whether a derivation gives a value of a finding, alone among
// those of its name; new names that it rests on are worked out by the others.
func gives(f spec.Finding, all []spec.Derivation, at int) bool {
	one := all[at]
	if one.When != "" && !has(f.Readings, one.When) {
		return false
	}
	known := map[string]bool{"actual": f.Actual.Known(), "required": f.Required.Known()}
	for _, in := range f.Inputs {
		known[stem(in.Name)] = known[stem(in.Name)] || in.Value.Known()
	}
	if one.Label.IsZero() && !known[stem(one.Of)] {
		return false
	}
	var with []spec.Derivation
	for _, name := range strings.FieldsFunc(one.Is, func(r rune) bool { return strings.ContainsRune(" (),", r) }) {
		if strings.Contains(name, "rate.") { // worked out from others
			for _, d := range all {
				if stem(d.Of) == stem(name) && d.Of != one.Of {
					with = append(with, d)
				}
			}
			continue
		}
		if strings.Trim(name, "0123456789.*abcdefghijklmnopqrstuvwxyz-_") == "" && strings.Contains(name, ".") && !strings.Contains(one.Is, "sum(") && !known[stem(name)] {
			return false
		}
	}
	for _, w := range f.Workings(append(with, one)) {
		if stem(w.Of) == stem(one.Of) {
			return true
		}
	}
	return false
}

// stem is a name without its year.
func stem(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".at_least"), ".at_most")
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[:i]
	}
	return name
}
