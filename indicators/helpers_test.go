package indicators_test

import (
	"slices"
	"testing"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// An invented county beside the real targets of Fengdu's table.

func planSource(place string) spec.Source {
	return spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Place: place, Standing: spec.InPlan}
}

func period(from, to measure.Year) measure.Period {
	p, err := measure.PeriodOf(from, to)
	if err != nil {
		panic(err)
	}
	return p
}

func fen(n int64) measure.Money { return measure.Fen(n) }

func ratio(s string) measure.Ratio {
	r, err := measure.ParseRatio(s)
	if err != nil {
		panic(err)
	}
	return r
}

func ceiling(limit string) spec.Target { return spec.Target{Form: spec.Ceiling, Limit: ratio(limit)} }

func change(percent string) spec.Target {
	return spec.Target{Form: spec.Change, Change: ratio(percent).Div(measure.Whole(100)), Direction: spec.LowerBetter}
}

func indicator(id string, m indicators.Measurand, over indicators.Span, t spec.Target) indicators.Indicator {
	t.ID, t.Title, t.Unit, t.Source = id, m.Title(), m.Unit(), planSource("二（三）3 表")
	return indicators.Indicator{Target: t, Measurand: m, Over: over, Core: true}
}

// core is the plan's table, 二（三）3.
func core() indicators.Provisions {
	strict := ceiling("15000")
	strict.Strict = true
	p := indicators.Provisions{
		Period: spec.Cite(period(2021, 2025), planSource("文首")),
		Targets: []indicators.Indicator{
			indicator("core-1", indicators.AccidentDeaths, indicators.Unsaid, change("-9")),
			indicator("core-2", indicators.MajorAccidents, indicators.Total, spec.Target{Form: spec.Zero}),
			indicator("core-3", indicators.DeathsPerGDP, indicators.Unsaid, change("-37.5")),
			indicator("core-4", indicators.DisasterLossShare, indicators.YearlyMean, ceiling("1")),
			indicator("core-5", indicators.DisasterDeathsPerMillion, indicators.YearlyMean, ceiling("1")),
			indicator("core-6", indicators.AffectedPer100000, indicators.YearlyMean, strict),
		},
	}
	for i := range p.Targets {
		p.Targets[i].Target.Nature = spec.Expected
		if i < 3 {
			p.Targets[i].Target.Nature = spec.Binding
		}
	}
	return p
}

func people(n int64) spec.Observed[measure.People] { return spec.Exactly(measure.People(n)) }
func count(n int64) spec.Observed[measure.Count]   { return spec.Exactly(measure.Count(n)) }
func yi(n int64) spec.Observed[measure.Money]      { return spec.Exactly(measure.Fen(n * 1e10)) }
func wan(n int64) spec.Observed[measure.Money]     { return spec.Exactly(measure.Fen(n * 1e6)) }

// year is a complete year of the invented county: 560,000 residents, output
// growing by 20 × 亿元 a year from 340.
func year(y measure.Year, deaths int64) indicators.YearStatistics {
	return indicators.YearStatistics{
		Year: y, Population: people(560_000), RegisteredPopulation: people(800_000),
		GDP: yi(340 + 40*int64(y-2020)), ConstantGDP: yi(340 + 30*int64(y-2020)),
		Accidents: count(deaths), LargeAccidents: count(0), MajorAccidents: count(0),
		AccidentDeaths: people(deaths), RoadDeaths: people(deaths / 2), ConstructionDeaths: people(deaths / 4),
		DisasterDeaths: people(0), DisasterMissing: people(0), Affected: count(70_000), DisasterLoss: wan(20_000),
	}
}

// county has every year from 2015 to 2025 and meets all six targets: 20 deaths
// in 2020, 18 in 2025.
func county() indicators.Records {
	r := indicators.Records{Subject: spec.Subject{Kind: "county", ID: "990101", Name: "虚构县"}}
	for i, deaths := range []int64{20, 20, 20, 20, 20, 20, 20, 19, 19, 18, 18} {
		r.Years = append(r.Years, year(measure.Year(2015+i), deaths))
	}
	return r
}

// with returns the records with one year changed.
func with(r indicators.Records, y measure.Year, change func(*indicators.YearStatistics)) indicators.Records {
	r.Years = append([]indicators.YearStatistics(nil), r.Years...)
	for i := range r.Years {
		if r.Years[i].Year == y {
			change(&r.Years[i])
		}
	}
	return r
}

func endOf(y int) measure.Date { return measure.DateOf(y, 12, 31) }

func verdicts(a indicators.Assessment) []spec.Verdict {
	var out []spec.Verdict
	for _, e := range a.Indicators {
		out = append(out, e.Judgement.Verdict)
	}
	return out
}

func evaluate(t *testing.T, id string, r indicators.Records, asOf measure.Date, choices spec.Choices) indicators.Evaluation {
	t.Helper()
	p := core()
	for _, i := range p.Targets {
		if i.Target.ID == id {
			return indicators.Evaluate(i, p, r, asOf, choices)
		}
	}
	t.Fatalf("no target %s", id)
	return indicators.Evaluation{}
}

func finding(t *testing.T, id string, r indicators.Records, asOf measure.Date, choices spec.Choices) spec.Finding {
	t.Helper()
	for _, f := range indicators.Assess(core(), r, asOf, choices).Findings() {
		if f.Target == id {
			return f
		}
	}
	t.Fatalf("no finding of %s", id)
	return spec.Finding{}
}

func input(f spec.Finding, name string) string {
	for _, in := range f.Inputs {
		if in.Name == name {
			return in.Value.String() + in.Text
		}
	}
	return ""
}

func none() spec.Choices { return spec.Choices{} }

func has(list []string, one string) bool { return slices.Contains(list, one) }

func reading(t *testing.T, id string) spec.Reading {
	t.Helper()
	for _, r := range indicators.Readings() {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("no reading %s", id)
	return spec.Reading{}
}
