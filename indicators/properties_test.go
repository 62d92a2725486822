package indicators_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// drawCounty draws complete years 2016 to 2025 with small numbers, so that
// verdicts of both kinds are common.
func drawCounty(t *rapid.T) indicators.Records {
	var r indicators.Records
	for y := measure.Year(2016); y <= 2025; y++ {
		small := func(label string, most int64) int64 { return rapid.Int64Range(0, most).Draw(t, label) }
		row := indicators.YearStatistics{
			Year:       y,
			Population: people(1 + small("population", 1_000_000)), RegisteredPopulation: people(1 + small("registered", 1_000_000)),
			GDP: yi(1 + small("gdp", 500)), ConstantGDP: yi(1 + small("constant", 500)),
			Accidents: count(small("accidents", 30)), LargeAccidents: count(small("large", 2)), MajorAccidents: count(small("major", 40) / 40),
			AccidentDeaths: people(small("deaths", 30)), RoadDeaths: people(small("road", 9)), ConstructionDeaths: people(small("building", 9)),
			DisasterDeaths: people(small("killed", 1)), DisasterMissing: people(small("missing", 1)),
			Affected: count(small("affected", 120_000)), DisasterLoss: wan(small("loss", 40_000)),
		}
		r.Years = append(r.Years, row)
	}
	return r
}

// drawTarget draws a target of any form but the relative one.
func drawTarget(t *rapid.T) (indicators.Measurand, indicators.Span, spec.Target) {
	m := rapid.SampledFrom(indicators.Measurands()).Draw(t, "measurand")
	over := rapid.SampledFrom([]indicators.Span{indicators.Unsaid, indicators.LastYear, indicators.EachYear, indicators.Total, indicators.YearlyMean}).Draw(t, "over")
	out := spec.Target{Direction: spec.LowerBetter, Strict: rapid.Bool().Draw(t, "strict")}
	out.Form = rapid.SampledFrom([]spec.Form{spec.Ceiling, spec.Floor, spec.Range, spec.Zero, spec.Change, spec.NotWorse, spec.Trend, spec.YearlyChange, spec.Both}).Draw(t, "form")
	out.Limit = measure.RatioOf(rapid.Int64Range(0, 300).Draw(t, "limit"), 10)
	out.Upper = out.Limit.Add(measure.Whole(rapid.Int64Range(0, 20).Draw(t, "width")))
	out.Change = measure.RatioOf(rapid.Int64Range(-100, 30).Draw(t, "change"), 100)
	if out.Form == spec.Both {
		out.Parts = []spec.Target{{Form: spec.Ceiling, Limit: out.Upper}, {Form: spec.Change, Change: out.Change, Direction: spec.LowerBetter}}
	}
	if out.Form == spec.YearlyChange {
		over = indicators.Unsaid
	}
	return m, over, out
}

func plan() indicators.Provisions {
	return indicators.Provisions{Period: spec.Cite(period(2021, 2025), planSource("文首"))}
}

// forget removes the figures of a year that a mask names.
func forget(y *indicators.YearStatistics, mask uint64) {
	unknown := func(bit int) bool { return mask>>bit&1 == 1 }
	if unknown(0) {
		y.Population = spec.Observed[measure.People]{}
	}
	if unknown(1) {
		y.GDP = spec.Observed[measure.Money]{}
	}
	for i, at := range []*spec.Observed[measure.People]{&y.AccidentDeaths, &y.RoadDeaths, &y.ConstructionDeaths, &y.DisasterDeaths} {
		if unknown(2 + i) {
			*at = spec.Observed[measure.People]{}
		} else if n, _ := at.Value(); unknown(10 + i) {
			*at = spec.AtLeast(n / 2)
		}
	}
	for i, at := range []*spec.Observed[measure.Count]{&y.Accidents, &y.LargeAccidents, &y.MajorAccidents, &y.Affected} {
		if unknown(6 + i) {
			*at = spec.Observed[measure.Count]{}
		} else if n, _ := at.Value(); unknown(14 + i) {
			*at = spec.Between(n/2, n+1)
		}
	}
	if unknown(18) {
		y.DisasterLoss = spec.Observed[measure.Money]{}
	}
}

// A verdict from partial data is the verdict of the whole: what is not
// reported may leave it open but never turns it.
func TestMissingFiguresNeverTurnAVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := drawCounty(t)
		m, over, target := drawTarget(t)
		part := whole
		part.Years = append([]indicators.YearStatistics(nil), whole.Years...)
		for i := range part.Years {
			if rapid.Bool().Draw(t, "partial") {
				forget(&part.Years[i], rapid.Uint64().Draw(t, "forgotten"))
			}
		}
		i := indicator("x", m, over, target)
		want := indicators.Evaluate(i, plan(), whole, endOf(2025), none()).Judgement
		got := indicators.Evaluate(i, plan(), part, endOf(2025), none()).Judgement
		if got.Verdict != spec.Unknown && got.Verdict != want.Verdict {
			t.Fatalf("%v from part, %v from all", got.Verdict, want.Verdict)
		}
	})
}

// A verdict given before the years are over is the one they end with.
func TestEarlyVerdictsAreFinal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawCounty(t)
		m, over, target := drawTarget(t)
		asOf := measure.DateOf(2020, 1, 1).AddDays(rapid.IntRange(0, 2191).Draw(t, "day"))
		i := indicator("x", m, over, target)
		early := indicators.Evaluate(i, plan(), r, asOf, none())
		late := indicators.Evaluate(i, plan(), r, endOf(2025), none())
		if early.Judgement.Verdict != spec.Unknown && early.Judgement.Verdict != late.Judgement.Verdict {
			t.Fatalf("%v on %s, %v in the end", early.Judgement.Verdict, asOf, late.Judgement.Verdict)
		}
		if early.Judgement.Verdict == spec.Unmet && asOf.Before(endOf(2025)) && early.Judgement.Code != spec.ReasonBreached {
			t.Fatalf("lost early by %s", early.Judgement.Code)
		}
	})
}

// One more death, accident or person affected in any year of the period never
// wins a target that has a ceiling or asks for a fall.
func TestMoreHarmNeverHelps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawCounty(t)
		m, over, target := drawTarget(t)
		switch target.Form {
		case spec.Floor, spec.Range, spec.YearlyChange:
			target.Form = spec.Ceiling // a worse year is a milder base for the next
		}
		worse := with(r, measure.Year(rapid.IntRange(2021, 2025).Draw(t, "year")), func(y *indicators.YearStatistics) {
			more := rapid.Int64Range(1, 5).Draw(t, "more")
			for _, at := range []*spec.Observed[measure.People]{&y.AccidentDeaths, &y.RoadDeaths, &y.ConstructionDeaths, &y.DisasterDeaths} {
				n, _ := at.Value()
				*at = people(int64(n) + more)
			}
			for _, at := range []*spec.Observed[measure.Count]{&y.Accidents, &y.LargeAccidents, &y.MajorAccidents, &y.Affected} {
				n, _ := at.Value()
				*at = count(int64(n) + more)
			}
			loss, _ := y.DisasterLoss.Value()
			y.DisasterLoss = spec.Exactly(measure.Fen(loss.Fen() + more))
		})
		i := indicator("x", m, over, target)
		before := indicators.Evaluate(i, plan(), r, endOf(2025), none()).Judgement.Verdict
		after := indicators.Evaluate(i, plan(), worse, endOf(2025), none()).Judgement.Verdict
		if before == spec.Unmet && after == spec.Met {
			t.Fatal("more harm has met the target")
		}
	})
}

// Both means equal the fractions computed by hand.
func TestMeansMatchExactFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawCounty(t)
		mean, n, d := new(big.Rat), new(big.Rat), new(big.Rat)
		for _, y := range r.Years[5:] {
			affected, _ := y.Affected.Value()
			population, _ := y.Population.Value()
			a, p := new(big.Rat).SetInt64(int64(affected)*100_000), new(big.Rat).SetInt64(int64(population))
			mean.Add(mean, new(big.Rat).Quo(a, p))
			n.Add(n, a)
			d.Add(d, p)
		}
		mean.Quo(mean, big.NewRat(5, 1))
		i := indicator("x", indicators.AffectedPer100000, indicators.YearlyMean, ceiling("15000"))
		e := indicators.Evaluate(i, plan(), r, endOf(2025), none())
		for name, pair := range map[string][2]*big.Rat{
			"of ratios": {mean, rat(e.Means.OfRatios.Low)}, "pooled": {new(big.Rat).Quo(n, d), rat(e.Means.Pooled.Low)},
			"value": {mean, rat(e.Value.High)},
		} {
			if pair[0].Cmp(pair[1]) != 0 {
				t.Fatalf("%s: %v, want %v", name, pair[1], pair[0])
			}
		}
		if want := mean.Cmp(big.NewRat(15000, 1)) <= 0; (e.Judgement.Verdict == spec.Met) != want {
			t.Fatalf("%v of %v", e.Judgement.Verdict, mean)
		}
	})
}

func rat(r measure.Ratio) *big.Rat {
	out, ok := r.Rat()
	if !ok {
		return new(big.Rat)
	}
	return out
}

// The mean lies between the least and the greatest year in both ways, and both
// agree where the denominator never changes.
func TestMeansLieBetweenTheYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawCounty(t)
		same := rapid.Bool().Draw(t, "same population")
		for i := range r.Years {
			if same {
				r.Years[i].Population = people(300_000)
			}
		}
		i := indicator("x", indicators.AffectedPer100000, indicators.YearlyMean, ceiling("15000"))
		e := indicators.Evaluate(i, plan(), r, endOf(2025), none())
		least, most := e.Years[0].Value.Low, e.Years[0].Value.Low
		for _, y := range e.Years {
			if y.Value.Low.Less(least) {
				least = y.Value.Low
			}
			if most.Less(y.Value.Low) {
				most = y.Value.Low
			}
		}
		for _, v := range []spec.Value{e.Means.OfRatios, e.Means.Pooled} {
			if v.Low.Less(least) || most.Less(v.Low) {
				t.Fatalf("%v outside %v to %v", v.Low, least, most)
			}
		}
		if same && !e.Means.OfRatios.Low.Equal(e.Means.Pooled.Low) {
			t.Fatalf("%v and %v over one population", e.Means.OfRatios.Low, e.Means.Pooled.Low)
		}
	})
}

func TestRatesMatchExactFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1<<60).Draw(t, "n")
		d := rapid.Int64Range(1, 1<<60).Draw(t, "d")
		for name, c := range map[string]struct {
			got   measure.Ratio
			scale int64
		}{
			"deaths":   {indicators.DeathsPerYiYuan(measure.People(n), measure.Fen(d)), 10_000_000_000},
			"loss":     {indicators.LossPercent(measure.Fen(n), measure.Fen(d)), 100},
			"million":  {indicators.PerMillion(measure.People(n), measure.People(d)), 1_000_000},
			"affected": {indicators.Per100000(measure.Count(n), measure.People(d)), 100_000},
		} {
			want := new(big.Rat).Mul(big.NewRat(n, d), big.NewRat(c.scale, 1))
			if rat(c.got).Cmp(want) != 0 {
				t.Fatalf("%s: %v, want %v", name, c.got, want)
			}
		}
	})
}

// Headroom is the last number of units that keeps the ceiling.
func TestHeadroomIsTheLastUnitThatFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := measure.RatioOf(rapid.Int64Range(0, 10_000).Draw(t, "n"), rapid.Int64Range(1, 100).Draw(t, "d"))
		soFar := rapid.Int64Range(0, 200).Draw(t, "so far")
		strict := rapid.Bool().Draw(t, "strict")
		units, ok := indicators.Headroom(limit, strict, soFar)
		keeps := func(n int64) bool {
			if strict {
				return measure.Whole(n).Less(limit)
			}
			return measure.Whole(n).AtMost(limit)
		}
		if !ok || !keeps(soFar+units) || keeps(soFar+units+1) {
			t.Fatalf("%d after %d under %v", units, soFar, limit)
		}
	})
}

// Growth times the changed rate gives the changed deaths.
func TestImpliedGrowthUndoesTheRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deaths := measure.RatioOf(rapid.Int64Range(-1000, 1000).Draw(t, "deaths"), 1000)
		rate := measure.RatioOf(rapid.Int64Range(-999, 1000).Draw(t, "rate"), 1000)
		one := measure.Whole(1)
		growth := indicators.ImpliedGrowth(deaths, rate)
		if !growth.Mul(one.Add(rate)).Equal(one.Add(deaths)) {
			t.Fatalf("%v", growth)
		}
		// A change is a chain of the two that it is made of.
		if got := indicators.ChainedChange(deaths, rate); !got.Equal(one.Add(deaths).Mul(one.Add(rate)).Sub(one)) {
			t.Fatalf("%v", got)
		}
	})
}
