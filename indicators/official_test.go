package indicators_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func said(n int64, status spec.Status, on measure.Date) indicators.YearStatistics {
	return indicators.YearStatistics{Year: 2025, AccidentDeaths: people(n).Dated(on).From(spec.Source{}, status)}
}

func day(month, d int) measure.Date { return measure.DateOf(2026, month, d) }

func TestFinalStandsBeforeProvisionalAndLaterBeforeEarlier(t *testing.T) {
	const final, flash = spec.Final, spec.Provisional
	for _, c := range []struct {
		name     string
		asOf     measure.Date
		years    []indicators.YearStatistics
		want     int64
		others   int
		conflict bool
	}{
		{"one", day(5, 1), []indicators.YearStatistics{said(7, 0, measure.Date{})}, 7, 0, false},
		{"final first", day(5, 1), []indicators.YearStatistics{said(7, flash, day(3, 1)), said(8, final, day(1, 1))}, 8, 1, false},
		{"unstated before provisional", day(5, 1), []indicators.YearStatistics{said(7, flash, day(3, 1)), said(8, 0, day(1, 1))}, 8, 1, false},
		{"final before unstated", day(5, 1), []indicators.YearStatistics{said(8, 0, day(3, 1)), said(7, final, day(1, 1))}, 7, 1, false},
		{"later", day(5, 1), []indicators.YearStatistics{said(7, flash, day(1, 1)), said(8, flash, day(2, 1))}, 8, 1, false},
		{"dated before undated", day(5, 1), []indicators.YearStatistics{said(7, flash, measure.Date{}), said(8, flash, day(2, 1))}, 8, 1, false},
		{"not known yet", day(1, 31), []indicators.YearStatistics{said(7, flash, day(1, 1)), said(8, flash, day(2, 1))}, 7, 0, false},
		{"known on the day", day(2, 1), []indicators.YearStatistics{said(7, flash, day(1, 1)), said(8, flash, day(2, 1))}, 8, 1, false},
		{"two finals", day(5, 1), []indicators.YearStatistics{said(7, final, day(1, 1)), said(8, final, day(2, 1))}, 8, 1, true},
		{"the same twice", day(5, 1), []indicators.YearStatistics{said(7, final, day(1, 1)), said(7, final, day(2, 1))}, 7, 0, false},
		{"flash contradicts final", day(5, 1), []indicators.YearStatistics{said(7, final, day(1, 1)), said(8, flash, day(2, 1))}, 7, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := indicator("x", indicators.AccidentDeaths, indicators.LastYear, ceiling("7"))
			e := indicators.Evaluate(i, plan(), indicators.Records{Years: c.years}, c.asOf, none())
			f := e.Figures[0]
			if !e.Value.Low.Equal(measure.Whole(c.want)) || !e.Value.Known() || len(f.Others) != c.others || f.Conflict != c.conflict {
				t.Errorf("%v, others %v, conflict %v", e.Value, f.Others, f.Conflict)
			}
		})
	}
}

func TestOtherOfficialValuesAreReported(t *testing.T) {
	r := county()
	r.Years = append(r.Years, said(19, spec.Final, measure.DateOf(2025, 12, 30)))
	r = with(r, 2025, func(y *indicators.YearStatistics) {
		if n, _ := y.AccidentDeaths.Value(); n == 18 {
			y.AccidentDeaths = y.AccidentDeaths.Dated(endOf(2025)).From(spec.Source{}, spec.Final)
		}
	})
	f := finding(t, "core-1", r, endOf(2025), none())
	if f.Actual.String() != "18" || input(f, "accident_deaths.2025.other") != "19" {
		t.Errorf("%s, other %q", f.Actual, input(f, "accident_deaths.2025.other"))
	}
	if want := "2025: 18 people, required ≤ 18.2 people; final values of accident_deaths 2025 contradict each other"; f.Reason.Text.EN != want {
		t.Errorf("%q", f.Reason.Text.EN)
	}
	for _, g := range indicators.Assess(core(), r, endOf(2025), none()).Findings() {
		if g.Rule == "indicators.revisions" && (g.Actual.String() != "1" || input(g, "conflicts") != "1") {
			t.Errorf("%s revised, %s conflicts", g.Actual, input(g, "conflicts"))
		}
	}
}

func drawOfficial(t *rapid.T) indicators.Official {
	low := rapid.Int64Range(0, 9).Draw(t, "low")
	v := spec.Value{Low: measure.Whole(low), High: measure.Whole(low + rapid.Int64Range(0, 2).Draw(t, "width"))}
	switch rapid.IntRange(0, 5).Draw(t, "known") {
	case 0:
		v.Low = measure.Ratio{}
	case 1:
		v.High = measure.Ratio{}
	case 2:
		v = spec.Value{}
	}
	return indicators.Official{Value: v, Status: rapid.SampledFrom([]spec.Status{0, spec.Provisional, spec.Final}).Draw(t, "status"),
		On:     rapid.SampledFrom([]measure.Date{{}, day(1, 1), day(2, 1)}).Draw(t, "on"),
		Source: spec.Source{Document: rapid.SampledFrom([]string{"甲", "乙"}).Draw(t, "source")}}
}

// The order in which official values are given changes nothing, and what is
// decided lies within what the values of the highest standing allow.
func TestOrderOfOfficialValuesChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Custom(drawOfficial), 0, 5).Draw(t, "values")
		decided, others, conflict := indicators.Decide(values)
		again, othersAgain, conflictAgain := indicators.Decide(rapid.Permutation(values).Draw(t, "mixed"))
		ratios := cmp.Comparer(func(a, b measure.Ratio) bool { return a.Equal(b) || !a.Known() && !b.Known() })
		dates := cmp.Comparer(func(a, b measure.Date) bool { return a.Compare(b) == 0 })
		if diff := cmp.Diff([]any{decided, others, conflict}, []any{again, othersAgain, conflictAgain}, ratios, dates); diff != "" {
			t.Fatal(diff)
		}
		least, greatest, some := int64(100), int64(-1), false
		for _, v := range values {
			if v.Value == (spec.Value{}) {
				continue
			}
			some = true
			if c := v.Compare(decided); c < 0 {
				t.Fatalf("%v stands before %v", v, decided)
			} else if c == 0 {
				if n, ok := v.Value.Low.Floor(); ok {
					least = min(least, n)
				} else {
					least = -1
				}
				if n, ok := v.Value.High.Floor(); ok {
					greatest = max(greatest, n)
				} else {
					greatest = 1000
				}
			}
		}
		if !some {
			return
		}
		if n, ok := decided.Value.Low.Floor(); ok && n < least {
			t.Fatalf("%d is below every one of %v", n, values)
		}
		if n, ok := decided.Value.High.Floor(); ok && n > greatest {
			t.Fatalf("%d is above every one of %v", n, values)
		}
		if decided.Value.High.Less(decided.Value.Low) {
			t.Fatalf("%v is no value", decided.Value)
		}
	})
}

// What was observed after the date cannot matter.
func TestLaterRevisionsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := county()
		asOf := endOf(2025).AddDays(rapid.IntRange(0, 200).Draw(t, "days"))
		later := r
		later.Years = append([]indicators.YearStatistics(nil), r.Years...)
		for range rapid.IntRange(1, 4).Draw(t, "revisions") {
			y := said(rapid.Int64Range(0, 40).Draw(t, "deaths"), spec.Final, asOf.AddDays(rapid.IntRange(1, 9).Draw(t, "after")))
			y.Year = measure.Year(rapid.IntRange(2020, 2025).Draw(t, "year"))
			later.Years = append(later.Years, y)
		}
		a, b := evaluateCore1(r, asOf), evaluateCore1(later, asOf)
		if a.Judgement.Verdict != b.Judgement.Verdict || !a.Value.Low.Equal(b.Value.Low) || len(b.Figures[0].Others) != 0 {
			t.Fatalf("%v of %v, with later revisions %v of %v", a.Judgement.Verdict, a.Value, b.Judgement.Verdict, b.Value)
		}
	})
}

func evaluateCore1(r indicators.Records, asOf measure.Date) indicators.Evaluation {
	p := core()
	return indicators.Evaluate(p.Targets[0], p, r, asOf, none())
}

// At most 3 and at least 5 cannot both be: nothing is known between them, and
// neither bound is taken for the truth.
func TestContradictingBoundsLeaveNothing(t *testing.T) {
	values := []indicators.Official{{Value: spec.Value{Low: measure.Whole(5)}}, {Value: spec.Value{High: measure.Whole(3)}}}
	decided, others, conflict := indicators.Decide(values)
	if decided.Value != (spec.Value{}) || len(others) != 2 || conflict {
		t.Errorf("%v, others %v, conflict %v", decided.Value, others, conflict)
	}
	for i := range values {
		values[i].Status = spec.Final
	}
	if _, _, conflict := indicators.Decide(values); !conflict {
		t.Error("two final values contradict each other unseen")
	}
}
