package indicators_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// shifted returns the records with one whole-number statistic of a year changed
// by so many units; ok is false where it would fall below none.
func shifted(r indicators.Records, s indicators.Statistic, y measure.Year, by int64) (out indicators.Records, ok bool) {
	ok = true
	persons := func(o *spec.Observed[measure.People]) {
		n, _ := o.Value()
		ok = int64(n)+by >= 0
		*o = people(int64(n) + by)
	}
	things := func(o *spec.Observed[measure.Count]) {
		n, _ := o.Value()
		ok = int64(n)+by >= 0
		*o = count(int64(n) + by)
	}
	out = with(r, y, func(row *indicators.YearStatistics) {
		switch s {
		case indicators.StatPopulation:
			persons(&row.Population)
		case indicators.StatAccidents:
			things(&row.Accidents)
		case indicators.StatLargeAccidents:
			things(&row.LargeAccidents)
		case indicators.StatMajorAccidents:
			things(&row.MajorAccidents)
		case indicators.StatAccidentDeaths:
			persons(&row.AccidentDeaths)
		case indicators.StatRoadDeaths:
			persons(&row.RoadDeaths)
		case indicators.StatConstructionDeaths:
			persons(&row.ConstructionDeaths)
		case indicators.StatDisasterDeaths:
			persons(&row.DisasterDeaths)
		case indicators.StatAffected:
			things(&row.Affected)
		case indicators.StatDisasterLoss:
			n, _ := row.DisasterLoss.Value()
			ok = n.Fen()+by >= 0
			row.DisasterLoss = spec.Exactly(measure.Fen(n.Fen() + by))
		default:
			ok = false
		}
	})
	return out, ok
}

// drawCeiling draws a target that only a ceiling can keep, over the last year,
// the total or the mean, of the measurands of which less is better.
func drawCeiling(t *rapid.T) indicators.Indicator {
	m := rapid.SampledFrom(indicators.Measurands()[:indicators.WeatherMonitoring-1]).Draw(t, "measurand")
	over := rapid.SampledFrom([]indicators.Span{indicators.Unsaid, indicators.LastYear, indicators.Total, indicators.YearlyMean}).Draw(t, "over")
	limit := func() spec.Target {
		return spec.Target{Form: spec.Ceiling, Limit: measure.RatioOf(rapid.Int64Range(0, 400).Draw(t, "limit"), 7), Strict: rapid.Bool().Draw(t, "strict")}
	}
	fall := spec.Target{Form: spec.Change, Change: measure.RatioOf(rapid.Int64Range(-99, 20).Draw(t, "change"), 100), Direction: spec.LowerBetter}
	target := rapid.SampledFrom([]spec.Target{limit(), {Form: spec.Zero}, fall, {Form: spec.NotWorse, Direction: spec.LowerBetter},
		{Form: spec.Trend, Direction: spec.LowerBetter}, {Form: spec.Both, Parts: []spec.Target{limit(), limit()}},
		{Form: spec.Both, Parts: []spec.Target{limit(), fall}}}).Draw(t, "target")
	return indicator("x", m, over, target)
}

// For ceilings, what is there and what is left meets the target, and one unit
// more does not: deaths, accidents, person-times and fen alike, of a rate with
// its denominators as they are.
func TestActualAndHeadroomMeetTheTargetAndOneMoreDoesNot(t *testing.T) {
	p := plan()
	rapid.Check(t, func(t *rapid.T) {
		r, i := drawCounty(t), drawCeiling(t)
		choices := none()
		if rapid.Bool().Draw(t, "pooled") {
			choices = choices.With(indicators.ReadingYearlyMean, "pooled")
		}
		e := indicators.Evaluate(i, p, r, endOf(2025), choices)
		if !e.HasHeadroom {
			if e.Judgement.Required.Known() {
				t.Fatalf("%s has no headroom under %v", i.Measurand, e.Judgement.Required)
			}
			return
		}
		for more, want := range map[int64]spec.Verdict{0: spec.Met, 1: spec.Unmet} {
			then, possible := shifted(r, e.HeadroomOf, 2025, e.Headroom+more)
			if !possible {
				continue // the other years alone lose it
			}
			if got := indicators.Evaluate(i, p, then, endOf(2025), choices).Judgement; got.Verdict != want {
				if got.Verdict == spec.Unknown && got.Code == spec.ReasonZeroBase {
					continue // the other of two conditions has no rate
				}
				t.Fatalf("%s %s: %d and %d more: %v, want %v under %v", i.Measurand, i.Target.Form, e.Headroom, more, got.Verdict, want, got.Required)
			}
		}
		if e.Headroom < 0 && e.Judgement.Verdict != spec.Unmet || e.Headroom >= 0 && e.Judgement.Verdict == spec.Unmet {
			t.Fatalf("%d left of a target that is %v", e.Headroom, e.Judgement.Verdict)
		}
	})
}

// More of what is counted in any year of the period never leaves more of it.
func TestMoreHarmNeverWidensHeadroom(t *testing.T) {
	p := plan()
	rapid.Check(t, func(t *rapid.T) {
		r, i := drawCounty(t), drawCeiling(t)
		before := indicators.Evaluate(i, p, r, endOf(2025), none())
		y := measure.Year(rapid.IntRange(2021, 2025).Draw(t, "year"))
		worse, ok := shifted(r, before.HeadroomOf, y, rapid.Int64Range(1, 500).Draw(t, "more"))
		if !ok || !before.HasHeadroom {
			return
		}
		if after := indicators.Evaluate(i, p, worse, endOf(2025), none()); after.Headroom > before.Headroom {
			t.Fatalf("%d left, %d after more harm", before.Headroom, after.Headroom)
		}
	})
}

// The verdict is one thing on one side of a turning point and another on the
// other.
func TestVerdictsTurnAtTheirFlipPoints(t *testing.T) {
	p := plan()
	rapid.Check(t, func(t *rapid.T) {
		r, i := drawCounty(t), drawCeiling(t)
		e := indicators.Evaluate(i, p, r, endOf(2025), none())
		for _, f := range e.Flips() {
			at, ok := f.At.Floor()
			now, exact := f.Now.Floor()
			if !ok || !exact {
				t.Fatalf("%+v", f)
			}
			verdict := func(n int64) (spec.Verdict, bool) {
				then, possible := shifted(r, f.Statistic, f.Year, n-now)
				return indicators.Evaluate(i, p, then, endOf(2025), none()).Judgement.Verdict, possible && n > 0
			}
			below, okBelow := verdict(at - 1)
			above, okAbove := verdict(at + 2)
			if f.Statistic == indicators.StatPopulation { // of more people fewer are each million
				below, above, okBelow, okAbove = above, below, okAbove, okBelow
			}
			if below == spec.Unknown && e.Base.Known() && e.Base.Low.Sign() == 0 {
				okBelow = false // the other condition has no rate
			}
			if okBelow && below != spec.Met || okAbove && above != spec.Unmet {
				t.Fatalf("%s %s over %v: %v below and %v above %v of %s %s", i.Measurand, i.Target.Form, e.Over, below, above, f.At, f.Statistic, f.Year)
			}
		}
	})
}

// The order of accidents and disasters in their tables changes nothing.
func TestOrderOfRecordsChangesNothing(t *testing.T) {
	amounts := cmp.Comparer(func(a, b spec.Amount) bool { return a.Equal(b) && a.String() == b.String() })
	rapid.Check(t, func(t *rapid.T) {
		r := counted(period(2019, 2026), drawIncidents(t)...)
		mixed := r
		mixed.Hazards.Incidents = rapid.Permutation(r.Hazards.Incidents).Draw(t, "mixed")
		asOf := measure.DateOf(2022, 1, 1).AddDays(rapid.IntRange(0, 1500).Draw(t, "days"))
		if diff := cmp.Diff(indicators.Assess(all(), r, asOf, none()).Findings(), indicators.Assess(all(), mixed, asOf, none()).Findings(), amounts); diff != "" {
			t.Fatal(diff)
		}
	})
}

func code(t *testing.T, s string) hazards.DivisionCode {
	t.Helper()
	c, err := hazards.ParseDivisionCode(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The townships of a county add up to it, tallies of parts merged in any order
// are the whole, and what happened in no township is counted apart.
func TestTownshipsAddUpToTheCounty(t *testing.T) {
	var places []hazards.DivisionCode
	for _, s := range []string{"990101001", "990101101", "990101101200", "990101102", "990102100", "990101"} {
		places = append(places, code(t, s))
	}
	table := hazards.Order493()
	rapid.Check(t, func(t *rapid.T) {
		incidents := drawIncidents(t)
		whole := indicators.DivisionTallyOf(hazards.Township)
		parts := [2]indicators.DivisionTally{indicators.DivisionTallyOf(hazards.Township), indicators.DivisionTallyOf(hazards.Township)}
		var county, apart indicators.IncidentTally
		hand := map[string]int64{}
		for i := range incidents {
			incidents[i].Place = rapid.SampledFrom(places).Draw(t, "place")
			grade := table.Grade(incidents[i])
			whole.Add(&incidents[i], grade)
			parts[rapid.IntRange(0, 1).Draw(t, "part")].Add(&incidents[i], grade)
			county.Add(&incidents[i], grade)
			if key := incidents[i].Place.Short(); len(key) < 9 {
				apart.Add(&incidents[i], grade)
			} else {
				hand[key[:9]+incidents[i].Date.Year().String()] += int64(incidents[i].Deaths)
			}
		}
		if !parts[1].Merge(parts[0]) {
			t.Fatal("tallies of one level do not merge")
		}
		sum, merged := whole.Sum(), parts[1].Sum()
		for y := measure.Year(2018); y <= 2027; y++ {
			for name, pair := range map[string][2]indicators.IncidentTotals{
				"sum": {county.Year(y), sum.Year(y)}, "merged": {county.Year(y), merged.Year(y)}, "apart": {apart.Year(y), parts[1].Unplaced().Year(y)},
			} {
				if diff := cmp.Diff(pair[0], pair[1], comparers()); diff != "" {
					t.Fatal(name + diff)
				}
			}
			for _, d := range whole.Divisions() {
				deaths, _ := parts[1].Year(d, y).Deaths.Value()
				if int64(deaths) != hand[d.Short()+y.String()] {
					t.Fatalf("%s in %s: %d deaths, want %d", d, y, deaths, hand[d.Short()+y.String()])
				}
			}
		}
	})
}

func TestTalliesOfTwoLevelsDoNotMerge(t *testing.T) {
	a, b := indicators.DivisionTallyOf(hazards.Township), indicators.DivisionTally{}
	one := hazards.Incident{Date: measure.DateOf(2025, 1, 1), Place: code(t, "990101101"), Deaths: 2}
	a.Add(&one, hazards.Ordinary)
	b.Add(&one, hazards.Ordinary)
	if b.Merge(a) {
		t.Error("townships merged into counties")
	}
	if got := b.Divisions(); len(got) != 1 || got[0].Short() != "990101" {
		t.Errorf("%v", got)
	}
	if deaths, _ := b.Year(code(t, "990101000000"), 2025).Deaths.Value(); deaths != 2 {
		t.Errorf("%d deaths", deaths)
	}
	if deaths, ok := b.Year(code(t, "990102"), 2025).Deaths.Value(); !ok || deaths != 0 {
		t.Errorf("%d deaths where nothing was counted", deaths)
	}
	reported := one.Reported()
	b.AddReported(&reported, hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Large})
	if large := b.Year(code(t, "990101"), 2025).LargeAccidents; large.Known() {
		t.Error("a grade that is open is counted as known")
	}
	if n := testing.AllocsPerRun(100, func() { b.Add(&one, hazards.Ordinary) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Every path goes one way: never back, from nothing to everything, and its
// milestones lie between base and limit.
func TestPathsNeverGoBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		path := rapid.SampledFrom([]indicators.Path{indicators.Linear, indicators.Stepped, indicators.Held}).Draw(t, "path")
		base := measure.Year(rapid.IntRange(2000, 2020).Draw(t, "base"))
		last := base + measure.Year(rapid.IntRange(1, 10).Draw(t, "years"))
		mid := base + measure.Year(rapid.IntRange(0, int(last-base)).Draw(t, "mid"))
		from, limit := ratio("40"), measure.Whole(rapid.Int64Range(0, 80).Draw(t, "limit"))
		before := measure.Whole(0)
		for y := base - 1; y <= last+1; y++ {
			share := path.Share(base, mid, last, y)
			if !before.AtMost(share) || !share.AtMost(measure.Whole(1)) || y >= last && !share.Equal(measure.Whole(1)) {
				t.Fatalf("%s in %s: %v after %v", path, y, share, before)
			}
			m, low, high := indicators.Milestone(from, limit, share), from, limit
			if limit.Less(from) {
				low, high = limit, from
			}
			if m.Less(low) || high.Less(m) {
				t.Fatalf("%v outside %v to %v", m, low, high)
			}
			before = share
		}
	})
}

// A score says nothing of what is unknown or does not apply.
func TestUnknownNeverMovesAScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(label string) int { return rapid.IntRange(0, 9).Draw(t, label) }
		tally := spec.Tally{Met: n("met"), Unmet: n("unmet"), Unknown: n("unknown"), NotApplicable: n("n/a")}
		floor := measure.Whole(int64(rapid.IntRange(0, 100).Draw(t, "floor")))
		more := tally
		more.Unknown += n("more unknown")
		more.NotApplicable += n("more n/a")
		a, b := spec.ScoreOf(tally, floor), spec.ScoreOf(more, floor)
		if a.Met.Known() && !a.Met.Equal(b.Met) || b.Given && !a.Given || a.Coverage.Less(b.Coverage) {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}
