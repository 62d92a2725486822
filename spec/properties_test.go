package spec_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func drawVerdict(t *rapid.T, label string) spec.Verdict {
	return rapid.SampledFrom([]spec.Verdict{spec.Unknown, spec.Met, spec.Unmet, spec.NotApplicable}).Draw(t, label)
}

// kleene combines verdicts the slow way: by trying every completion of the
// unknown ones.
func kleene(verdicts []spec.Verdict, all bool) spec.Verdict {
	var known []spec.Verdict
	for _, v := range verdicts {
		if v != spec.NotApplicable {
			known = append(known, v)
		}
	}
	if len(verdicts) == 0 {
		return spec.Unknown
	}
	if len(known) == 0 {
		return spec.NotApplicable
	}
	results := map[bool]bool{}
	for mask := range 1 << len(known) {
		result, fits := all, true
		for i, v := range known {
			value := mask>>i&1 == 1
			if v == spec.Met && !value || v == spec.Unmet && value {
				fits = false
			}
			if all {
				result = result && value
			} else {
				result = result || value
			}
		}
		if fits {
			results[result] = true
		}
	}
	switch {
	case results[true] && results[false]:
		return spec.Unknown
	case results[true]:
		return spec.Met
	}
	return spec.Unmet
}

func TestAllAndAnyAgreeWithEveryCompletion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []spec.Verdict
		for range rapid.IntRange(0, 6).Draw(t, "verdicts") {
			list = append(list, drawVerdict(t, "verdict"))
		}
		if got, want := spec.All(list...), kleene(list, true); got != want {
			t.Fatalf("All(%v) = %v, want %v", list, got, want)
		}
		if got, want := spec.Any(list...), kleene(list, false); got != want {
			t.Fatalf("Any(%v) = %v, want %v", list, got, want)
		}
	})
}

func TestTallyVerdictEqualsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) spec.Verdict { return drawVerdict(t, "verdict") })).Draw(t, "verdicts")
		cut := rapid.IntRange(0, len(list)).Draw(t, "cut")
		var left, right spec.Tally
		for i, v := range list {
			if i < cut {
				left.Add(v)
			} else {
				right.Add(v)
			}
		}
		left.Merge(right)
		if left.Total() != len(list) {
			t.Fatalf("total %d of %d verdicts", left.Total(), len(list))
		}
		if got, want := left.Verdict(), spec.All(list...); got != want {
			t.Fatalf("tally %v, All %v", got, want)
		}
	})
}

func TestOrderOfVerdictsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) spec.Verdict { return drawVerdict(t, "verdict") }), 1, 8).Draw(t, "verdicts")
		mixed := rapid.Permutation(list).Draw(t, "mixed")
		if spec.All(list...) != spec.All(mixed...) || spec.Any(list...) != spec.Any(mixed...) {
			t.Fatalf("%v and %v differ", list, mixed)
		}
	})
}

func drawNumber(t *rapid.T, label string) measure.Ratio {
	return measure.RatioOf(rapid.Int64Range(-50, 50).Draw(t, label), rapid.Int64Range(1, 7).Draw(t, label+" parts"))
}

// drawValue draws what is known of a number together with the number itself.
func drawValue(t *rapid.T, label string) (spec.Value, measure.Ratio) {
	truth := drawNumber(t, label)
	v := spec.ExactValue(truth)
	switch rapid.IntRange(0, 4).Draw(t, label+" known") {
	case 1:
		v.Low = truth.Sub(measure.Whole(rapid.Int64Range(0, 9).Draw(t, label+" below")))
	case 2:
		v.High = truth.Add(measure.Whole(rapid.Int64Range(0, 9).Draw(t, label+" above")))
	case 3:
		v.Low = measure.Ratio{}
	case 4:
		v.High = measure.Ratio{}
	}
	return v, truth
}

func drawTarget(t *rapid.T) spec.Target {
	target := spec.Target{
		Form: rapid.SampledFrom([]spec.Form{spec.Ceiling, spec.Floor, spec.Range, spec.Zero, spec.Change,
			spec.NotWorse, spec.Relative, spec.Trend}).Draw(t, "form"),
		Direction: rapid.SampledFrom([]spec.Direction{spec.LowerBetter, spec.HigherBetter}).Draw(t, "direction"),
		Strict:    rapid.Bool().Draw(t, "strict"),
		Limit:     drawNumber(t, "limit"),
		Change:    measure.RatioOf(rapid.Int64Range(-100, 100).Draw(t, "change"), 100),
	}
	target.Upper = target.Limit.Add(measure.Whole(rapid.Int64Range(0, 20).Draw(t, "width")))
	return target
}

// judgeExactly is the reference: a target over known numbers in big.Rat.
func judgeExactly(target spec.Target, actual, base measure.Ratio) spec.Verdict {
	a, _ := actual.Rat()
	b, _ := base.Rat()
	limit, _ := target.Limit.Rat()
	upper, _ := target.Upper.Rat()
	met := func(ok bool) spec.Verdict {
		if ok {
			return spec.Met
		}
		return spec.Unmet
	}
	order := func(x, y *big.Rat, higher, strict bool) bool {
		c := x.Cmp(y)
		if higher {
			c = -c
		}
		return c < 0 || c == 0 && !strict
	}
	higher := target.Direction == spec.HigherBetter
	switch target.Form {
	case spec.Ceiling:
		return met(order(a, limit, false, target.Strict))
	case spec.Floor:
		return met(order(a, limit, true, target.Strict))
	case spec.Range:
		return met(a.Cmp(limit) >= 0 && a.Cmp(upper) <= 0)
	case spec.Zero:
		return met(a.Sign() <= 0)
	case spec.Change:
		if b.Sign() == 0 && !target.ZeroHolds {
			return spec.Unknown
		}
		change, _ := target.Change.Rat()
		need := new(big.Rat).Mul(b, new(big.Rat).Add(big.NewRat(1, 1), change))
		return met(order(a, need, higher, target.Strict))
	case spec.NotWorse:
		return met(order(a, b, higher, false))
	case spec.Relative:
		return met(order(a, b, higher, target.Strict))
	}
	return met(order(a, b, higher, true))
}

func TestJudgementOfKnownNumbersMatchesExactFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target, actual, base := drawTarget(t), drawNumber(t, "actual"), drawNumber(t, "base")
		got := target.Judge(spec.ExactValue(actual), spec.ExactValue(base)).Verdict
		if want := judgeExactly(target, actual, base); got != want {
			t.Fatalf("%v strict=%v actual %v base %v limit %v: %v, want %v", target.Form, target.Strict, actual, base, target.Limit, got, want)
		}
	})
}

func TestBoundsNeverContradictTheNumberBehindThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := drawTarget(t)
		actual, truth := drawValue(t, "actual")
		base, baseTruth := drawValue(t, "base")
		got := target.Judge(actual, base).Verdict
		want := judgeExactly(target, truth, baseTruth)
		if got != spec.Unknown && got != want {
			t.Fatalf("%v says %v of bounds %v, the number itself gives %v", target.Form, got, actual, want)
		}
	})
}

func TestGapClosedMakesItMet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target, actual := drawTarget(t), drawNumber(t, "actual")
		target.Form = rapid.SampledFrom([]spec.Form{spec.Ceiling, spec.Floor}).Draw(t, "bound")
		target.Strict = false
		j := target.Judge(spec.ExactValue(actual), spec.Value{})
		if j.Verdict == spec.Met {
			if j.Gap.Sign() != 0 {
				t.Fatalf("met with a gap of %v", j.Gap)
			}
			return
		}
		closed := actual.Add(j.Gap)
		if target.Form == spec.Ceiling {
			closed = actual.Sub(j.Gap)
		}
		if after := target.Judge(spec.ExactValue(closed), spec.Value{}); after.Verdict != spec.Met || j.Gap.Sign() <= 0 {
			t.Fatalf("gap %v leaves %v", j.Gap, after.Verdict)
		}
	})
}

func TestYearlyChangeIsMetOnlyIfEveryYearIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := spec.Target{Form: spec.YearlyChange, Direction: spec.LowerBetter, Change: measure.RatioOf(-3, 100)}
		one := target
		one.Form = spec.Change
		var series []spec.Value
		for range rapid.IntRange(0, 6).Draw(t, "years") {
			v, _ := drawValue(t, "year")
			series = append(series, v)
		}
		var verdicts []spec.Verdict
		for i := 1; i < len(series); i++ {
			verdicts = append(verdicts, one.Judge(series[i], series[i-1]).Verdict)
		}
		if got, want := target.JudgeYears(series).Verdict, spec.All(verdicts...); got != want {
			t.Fatalf("series %v: %v, want %v of %v", series, got, want, verdicts)
		}
	})
}

func TestUnknownIsNeverJudged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := drawTarget(t)
		if got := target.Judge(spec.Value{}, spec.ExactValue(drawNumber(t, "base"))).Verdict; got != spec.Unknown {
			t.Fatalf("%v of an unknown number is %v", target.Form, got)
		}
	})
}

func TestChoicesKeepTheLastOptionInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := []string{"a.x", "b.y", "c.z"}
		want := map[string]string{}
		var c spec.Choices
		for range rapid.IntRange(0, 8).Draw(t, "steps") {
			id := rapid.SampledFrom(ids).Draw(t, "reading")
			option := rapid.SampledFrom([]string{"one", "two"}).Draw(t, "option")
			before := c.All()
			next := c.With(id, option)
			if diff := cmp.Diff(before, c.All()); diff != "" {
				t.Fatalf("With changed its receiver: %s", diff)
			}
			c, want[id] = next, option
		}
		for _, id := range ids {
			expect := "default"
			if w, ok := want[id]; ok {
				expect = w
			}
			if got := c.Of(spec.Reading{ID: id, Default: "default"}); got != expect {
				t.Fatalf("%s is %s, want %s", id, got, expect)
			}
		}
		if !slices.IsSortedFunc(c.All(), func(a, b spec.Choice) int {
			if a.Reading < b.Reading {
				return -1
			}
			return 1
		}) {
			t.Fatalf("choices out of order: %v", c.All())
		}
	})
}

func TestObservedBoundsEncloseWhatWasReported(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Int64Range(0, 100).Draw(t, "low")
		high := low + rapid.Int64Range(0, 100).Draw(t, "width")
		for name, o := range map[string]spec.Observed[int64]{
			"unknown": {}, "exactly": spec.Exactly(low), "at least": spec.AtLeast(low),
			"at most": spec.AtMost(high), "between": spec.Between(low, high),
		} {
			_, exact := o.Value()
			gotLow, hasLow := o.Low()
			gotHigh, hasHigh := o.High()
			if exact != (name == "exactly") || hasLow != (name != "unknown" && name != "at most") ||
				hasHigh != (name != "unknown" && name != "at least") {
				t.Fatalf("%s: exact %v low %v high %v", name, exact, hasLow, hasHigh)
			}
			if hasLow && gotLow != low || hasHigh && name != "exactly" && gotHigh != high {
				t.Fatalf("%s: bounds %d and %d, want %d and %d", name, gotLow, gotHigh, low, high)
			}
		}
	})
}

func TestFaultsComeInOrderOfPlaceWhateverTheOrderOfFinding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) spec.Fault {
			return spec.Fault{File: rapid.SampledFrom([]string{"a.csv", "b.yaml"}).Draw(t, "file"),
				Line: rapid.IntRange(1, 4).Draw(t, "line"), Column: rapid.IntRange(1, 3).Draw(t, "column"),
				Code: "x.y", Message: spec.T("m", "m")}
		}), 1, 9).Draw(t, "faults")
		var forward, mixed spec.Faults
		for _, f := range list {
			forward.Add(f)
		}
		for _, f := range rapid.Permutation(list).Draw(t, "mixed") {
			mixed.Add(f)
		}
		if diff := cmp.Diff(forward.All(), mixed.All()); diff != "" {
			t.Fatal(diff)
		}
		if forward.Len() != len(list) || forward.Err() == nil {
			t.Fatalf("%d of %d faults", forward.Len(), len(list))
		}
	})
}
