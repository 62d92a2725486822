package indicators_test

import (
	"testing"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// deaths is a county with these deaths in work accidents from a year on.
func deaths(from measure.Year, numbers ...int64) indicators.Records {
	var r indicators.Records
	for i, n := range numbers {
		r.Years = append(r.Years, indicators.YearStatistics{Year: from + measure.Year(i), AccidentDeaths: people(n), LargeAccidents: count(n)})
	}
	return r
}

func target(form spec.Form) spec.Target {
	return spec.Target{Form: form, Direction: spec.LowerBetter}
}

func yearly(percent string) spec.Target {
	t := change(percent)
	t.Form = spec.YearlyChange
	return t
}

func TestEveryForm(t *testing.T) {
	p := indicators.Provisions{Period: spec.Cite(period(2023, 2025), planSource("文首"))}
	within := spec.Target{Form: spec.Range, Limit: ratio("5"), Upper: ratio("9")}
	strict := ceiling("9")
	strict.Strict = true
	both := spec.Target{Form: spec.Both, Parts: []spec.Target{ceiling("9"), change("-10")}}
	floor := spec.Target{Form: spec.Floor, Limit: ratio("9")}
	for _, c := range []struct {
		name   string
		over   indicators.Span
		target spec.Target
		deaths []int64 // 2020 to 2025
		want   spec.Verdict
		year   measure.Year // that decides
	}{
		{"ceiling in each year", indicators.EachYear, ceiling("9"), []int64{0, 0, 0, 9, 9, 9}, spec.Met, 2025},
		{"ceiling lost in the second year", indicators.EachYear, ceiling("9"), []int64{0, 0, 0, 9, 10, 11}, spec.Unmet, 2024},
		{"strict ceiling of the last year", indicators.LastYear, strict, []int64{0, 0, 0, 0, 0, 8}, spec.Met, 0},
		{"strict ceiling on its line", indicators.LastYear, strict, []int64{0, 0, 0, 0, 0, 9}, spec.Unmet, 0},
		{"floor", indicators.Total, floor, []int64{0, 0, 0, 3, 3, 3}, spec.Met, 0},
		{"below the floor", indicators.Total, floor, []int64{0, 0, 0, 3, 3, 2}, spec.Unmet, 0},
		{"range", indicators.YearlyMean, within, []int64{0, 0, 0, 4, 5, 6}, spec.Met, 0},
		{"below the range", indicators.YearlyMean, within, []int64{0, 0, 0, 4, 5, 5}, spec.Unmet, 0},
		{"zero in total", indicators.Total, target(spec.Zero), []int64{9, 9, 9, 0, 0, 0}, spec.Met, 0},
		{"change of totals", indicators.Total, change("-10"), []int64{10, 10, 10, 9, 9, 9}, spec.Met, 0},
		{"change of totals missed", indicators.Total, change("-10"), []int64{10, 10, 10, 9, 9, 10}, spec.Unmet, 0},
		{"change of means", indicators.YearlyMean, change("-10"), []int64{10, 10, 10, 9, 9, 9}, spec.Met, 0},
		{"change of each year on the base year", indicators.EachYear, change("-10"), []int64{0, 0, 10, 9, 10, 9}, spec.Unmet, 2024},
		{"change every year", indicators.Unsaid, yearly("-10"), []int64{0, 0, 100, 90, 81, 72}, spec.Met, 2025},
		{"change every year but one", indicators.Unsaid, yearly("-10"), []int64{0, 0, 100, 90, 82, 70}, spec.Unmet, 2024},
		{"not worse", indicators.LastYear, target(spec.NotWorse), []int64{0, 0, 7, 9, 9, 7}, spec.Met, 0},
		{"worse", indicators.LastYear, target(spec.NotWorse), []int64{0, 0, 7, 0, 0, 8}, spec.Unmet, 0},
		{"trend", indicators.LastYear, target(spec.Trend), []int64{0, 0, 7, 9, 9, 6}, spec.Met, 0},
		{"no trend", indicators.LastYear, target(spec.Trend), []int64{0, 0, 7, 9, 9, 7}, spec.Unmet, 0},
		{"both", indicators.LastYear, both, []int64{0, 0, 10, 0, 0, 9}, spec.Met, 0},
		{"one of both", indicators.LastYear, both, []int64{0, 0, 9, 0, 0, 9}, spec.Unmet, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := indicators.Evaluate(indicator("x", indicators.AccidentDeaths, c.over, c.target), p, deaths(2020, c.deaths...), endOf(2025), none())
			if e.Judgement.Verdict != c.want || e.Year != c.year {
				t.Errorf("%v in %v, want %v in %v", e.Judgement.Verdict, e.Year, c.want, c.year)
			}
		})
	}
}

func TestRelativeTargetNeedsTheWiderAverage(t *testing.T) {
	p := indicators.Provisions{Period: spec.Cite(period(2023, 2025), planSource("文首"))}
	i := indicator("x", indicators.AccidentDeaths, indicators.YearlyMean, target(spec.Relative))
	r := deaths(2023, 4, 5, 6)
	average := func(y measure.Year, v string) {
		r.Averages = append(r.Averages, indicators.Average{Measurand: i.Measurand, Year: y, Value: spec.Exactly(ratio(v))})
	}
	average(2023, "5")
	average(2024, "5")
	e := indicators.Evaluate(i, p, r, endOf(2025), none())
	if e.Judgement.Verdict != spec.Unknown || len(e.Missing) != 1 || e.Missing[0] != (indicators.Missing{Year: 2025}) {
		t.Errorf("%v, missing %v", e.Judgement.Verdict, e.Missing)
	}
	average(2025, "5")
	if e := indicators.Evaluate(i, p, r, endOf(2025), none()); e.Judgement.Verdict != spec.Met {
		t.Errorf("equal to the average: %v", e.Judgement.Verdict)
	}
	i.Target.Strict = true
	if e := indicators.Evaluate(i, p, r, endOf(2025), none()); e.Judgement.Verdict != spec.Unmet {
		t.Errorf("strictly better wanted: %v", e.Judgement.Verdict)
	}
	i.Over = indicators.EachYear
	i.Target.Strict = false
	if e := indicators.Evaluate(i, p, r, endOf(2025), none()); e.Judgement.Verdict != spec.Unmet || e.Year != 2025 {
		t.Errorf("each year: %v %v", e.Judgement.Verdict, e.Year)
	}
}

// Years judged one by one stay open while one is to come, are lost with the
// first lost one, and name the year that is missing.
func TestEachYearBeforeTheEnd(t *testing.T) {
	p := indicators.Provisions{Period: spec.Cite(period(2023, 2025), planSource("文首"))}
	i := indicator("x", indicators.LargeAccidents, indicators.EachYear, ceiling("2"))
	for _, c := range []struct {
		name    string
		records indicators.Records
		want    spec.Verdict
		code    string
		year    measure.Year
		missing int
	}{
		{"kept so far", deaths(2023, 2, 1), spec.Unknown, spec.ReasonNotDue, 2024, 0},
		{"lost", deaths(2023, 3, 1), spec.Unmet, spec.ReasonBreached, 2023, 0},
		{"a year missing", deaths(2024, 1), spec.Unknown, spec.ReasonNoData, 2023, 1},
		{"lost in the running year", deaths(2023, 2, 1, 3), spec.Unmet, spec.ReasonBreached, 2025, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := indicators.Evaluate(i, p, c.records, measure.DateOf(2025, 3, 1), none())
			if e.Judgement.Verdict != c.want || e.Judgement.Code != c.code || e.Year != c.year || len(e.Missing) != c.missing {
				t.Errorf("%v %s in %v, missing %v", e.Judgement.Verdict, e.Judgement.Code, e.Year, e.Missing)
			}
		})
	}
}

// A deadline within a year is about the last year that is over by then.
func TestDeadlineNamesTheLastYear(t *testing.T) {
	p := core()
	r := county()
	for deadline, want := range map[measure.Date]measure.Year{
		endOf(2024): 2024, measure.DateOf(2024, 12, 30): 2023, measure.DateOf(2025, 6, 30): 2024,
	} {
		i := indicator("x", indicators.AccidentDeaths, indicators.LastYear, ceiling("19"))
		i.Target.Deadline = deadline
		e := indicators.Evaluate(i, p, r, endOf(2025), none())
		if len(e.Years) != 1 || e.Years[0].Year != want {
			t.Errorf("%s: %v, want %v", deadline, e.Years, want)
		}
	}
}

// Only a change has no rate against zero: not to be worse than a base that may
// be zero is a plain comparison.
func TestZeroBaseMattersToChangesAlone(t *testing.T) {
	r := deaths(2020, 0, 0, 0, 0, 0, 0)
	r = with(r, 2022, func(y *years) { y.AccidentDeaths = spec.AtLeast[measure.People](0) })
	p := indicators.Provisions{Period: spec.Cite(period(2023, 2025), planSource("文首"))}
	e := indicators.Evaluate(indicator("x", indicators.AccidentDeaths, indicators.LastYear, target(spec.NotWorse)), p, r, endOf(2025), none())
	if e.Judgement.Verdict != spec.Met {
		t.Errorf("not worse than at least none: %v", e.Judgement.Verdict)
	}
	both := spec.Target{Form: spec.Both, Parts: []spec.Target{ceiling("0"), change("-10")}}
	i := indicator("x", indicators.AccidentDeaths, indicators.LastYear, both)
	r = deaths(2020, 0, 0, 0, 0, 0, 0)
	if e := indicators.Evaluate(i, p, r, endOf(2025), none()); e.Judgement.Verdict != spec.Unknown || e.Judgement.Code != spec.ReasonZeroBase {
		t.Errorf("both: %v %s", e.Judgement.Verdict, e.Judgement.Code)
	}
	zero := none().With(indicators.ReadingZeroBase, "zero-stays-zero")
	if e := indicators.Evaluate(i, p, r, endOf(2025), zero); e.Judgement.Verdict != spec.Met {
		t.Errorf("both, zero stays zero: %v", e.Judgement.Verdict)
	}
	if len(i.Target.Parts) != 2 || i.Target.Parts[1].ZeroHolds {
		t.Error("evaluating changed the target")
	}
}

func TestHeadroomIsForCeilings(t *testing.T) {
	p := plan()
	strict := ceiling("20")
	strict.Strict = true
	floor := spec.Target{Form: spec.Floor, Limit: ratio("9")}
	for _, c := range []struct {
		name          string
		m             indicators.Measurand
		over          indicators.Span
		target        spec.Target
		has           bool
		allowed, left int64
	}{
		{"ceiling", indicators.AccidentDeaths, indicators.LastYear, ceiling("20"), true, 20, 2},
		{"strict ceiling", indicators.AccidentDeaths, indicators.LastYear, strict, true, 19, 1},
		{"each year", indicators.AccidentDeaths, indicators.EachYear, ceiling("20"), true, 20, 2},
		{"floor", indicators.AccidentDeaths, indicators.LastYear, floor, false, 0, 0},
		{"a rate", indicators.DeathsPerGDP, indicators.LastYear, ceiling("20"), true, 10800, 10782},
		{"a rate each year", indicators.DeathsPerGDP, indicators.EachYear, ceiling("20"), true, 10800, 10782},
		// five years of 560,000 people allow 2.8 deaths a year: 2.8 in the last, the others had none
		{"mean of rates", indicators.DisasterDeathsPerMillion, indicators.YearlyMean, ceiling("1"), true, 2, 2},
		{"mean of a count", indicators.AccidentDeaths, indicators.YearlyMean, ceiling("19"), true, 95, 1},
		// 1 % of 540 × 亿元, of which 2 × 亿元 are lost, in fen
		{"money", indicators.DisasterLossShare, indicators.LastYear, ceiling("1"), true, 54_000_000_000, 34_000_000_000},
	} {
		e := indicators.Evaluate(indicator("x", c.m, c.over, c.target), p, county(), endOf(2025), none())
		if e.HasAllowed != c.has || e.HasHeadroom != c.has || e.Allowed != c.allowed || e.Headroom != c.left {
			t.Errorf("%s: %v %d, %v %d", c.name, e.HasAllowed, e.Allowed, e.HasHeadroom, e.Headroom)
		}
	}
	// Before the end what has been counted so far is taken off.
	i := indicator("x", indicators.AccidentDeaths, indicators.Total, ceiling("100"))
	if e := indicators.Evaluate(i, p, county(), endOf(2022), none()); !e.HasHeadroom || e.Headroom != 61 {
		t.Errorf("after 20 and 19: %d", e.Headroom)
	}
}

// A verdict that stands asks for no more data.
func TestDecidedVerdictsAskForNothing(t *testing.T) {
	r := with(county(), 2021, func(y *years) { y.MajorAccidents = count(1) })
	r = with(r, 2022, func(y *years) { y.MajorAccidents = spec.Observed[measure.Count]{} })
	for _, asOf := range []measure.Date{endOf(2023), endOf(2025)} {
		e := evaluate(t, "core-2", r, asOf, none())
		if e.Judgement.Verdict != spec.Unmet || len(e.Missing) != 0 {
			t.Errorf("%s: %v, missing %v", asOf, e.Judgement.Verdict, e.Missing)
		}
		for _, f := range e.Figures {
			if f.Counted {
				t.Errorf("%v %v counted from no table", f.Statistic, f.Year)
			}
		}
	}
}

func TestTargetMayHaveYearsOfItsOwn(t *testing.T) {
	i := indicator("x", indicators.AccidentDeaths, indicators.Total, ceiling("38"))
	i.Target.Period = period(2022, 2023)
	e := indicators.Evaluate(i, plan(), county(), endOf(2025), none()) // 19 and 19
	if e.Judgement.Verdict != spec.Met || len(e.Years) != 2 || e.Deadline != endOf(2023) {
		t.Errorf("%v over %v due %s", e.Judgement.Verdict, e.Period, e.Deadline)
	}
}

func TestBoundsOfTheWiderAverage(t *testing.T) {
	i := indicator("x", indicators.AccidentDeaths, indicators.LastYear, target(spec.Relative))
	for n, want := range map[int64]spec.Verdict{4: spec.Met, 5: spec.Unknown, 7: spec.Unmet} {
		r := deaths(2025, n)
		r.Averages = []indicators.Average{{Measurand: i.Measurand, Year: 2025, Value: spec.Between(ratio("4"), ratio("6"))}}
		if e := indicators.Evaluate(i, plan(), r, endOf(2025), none()); e.Judgement.Verdict != want {
			t.Errorf("%d: %v, want %v", n, e.Judgement.Verdict, want)
		}
	}
}
