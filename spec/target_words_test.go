package spec_test

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestTargetsInWords(t *testing.T) {
	n := measure.RatioOf
	lower, higher := spec.LowerBetter, spec.HigherBetter
	for _, c := range []struct {
		target spec.Target
		en, zh string
	}{
		{spec.Target{Form: spec.Ceiling, Limit: n(3, 10), Unit: spec.PerMille}, "at most 0.3 ‰", "不超过0.3‰"},
		{spec.Target{Form: spec.Ceiling, Limit: n(15000, 1), Strict: true, Unit: spec.PersonTimes}, "below 15000 person-times", "低于15000人次"},
		{spec.Target{Form: spec.Floor, Limit: n(45, 1), Unit: spec.Minutes}, "at least 45 minutes", "不低于45分钟"},
		{spec.Target{Form: spec.Floor, Limit: n(45, 1), Strict: true}, "above 45", "高于45"},
		{spec.Target{Form: spec.Range, Limit: n(2, 1), Upper: n(3, 1), Unit: spec.Units}, "from 2 to 3 units", "2至3个"},
		{spec.Target{Form: spec.Zero}, "none", "为零"},
		{spec.Target{Form: spec.Change, Change: n(-9, 100), Direction: lower}, "at least 9 % less than the base", "比基数下降至少9%"},
		{spec.Target{Form: spec.Change, Change: n(-9, 100), Direction: lower, Strict: true}, "over 9 % less than the base", "比基数下降超过9%"},
		{spec.Target{Form: spec.Change, Change: n(5, 100), Direction: lower}, "at most 5 % more than the base", "比基数上升至多5%"},
		{spec.Target{Form: spec.Change, Change: n(5, 100), Direction: higher}, "at least 5 % more than the base", "比基数上升至少5%"},
		{spec.Target{Form: spec.Change, Change: n(-5, 100), Direction: higher, Strict: true}, "under 5 % less than the base", "比基数下降不到5%"},
		{spec.Target{Form: spec.YearlyChange, Change: n(-3, 100), Direction: lower}, "at least 3 % less each year than the year before", "每年比上年下降至少3%"},
		{spec.Target{Form: spec.NotWorse}, "not worse than the base", "不差于基数"},
		{spec.Target{Form: spec.Relative}, "not worse than the wider average", "不差于上级平均"},
		{spec.Target{Form: spec.Relative, Strict: true}, "better than the wider average", "优于上级平均"},
		{spec.Target{Form: spec.Trend, Direction: higher}, "rising against the base", "比基数上升"},
		{spec.Target{Form: spec.Trend, Direction: lower}, "falling against the base", "比基数下降"},
		{spec.Target{Form: spec.Gain, Limit: n(150, 1), Direction: higher, Unit: spec.Communities}, "at least 150 communities more than the base", "比基数增加至少150个社区"},
		{spec.Target{Form: spec.Gain, Limit: n(2, 1), Upper: n(3, 1), Direction: higher}, "2 to 3 more than the base", "比基数增加2至3"},
		{spec.Target{Form: spec.Gain, Limit: n(4, 1), Direction: lower, Strict: true}, "over 4 fewer than the base", "比基数减少超过4"},
		{spec.Target{Form: spec.Both, Unit: spec.Persons, Parts: []spec.Target{{Form: spec.Ceiling, Limit: n(357, 1)}, {Form: spec.Change, Change: n(-125, 1000), Direction: lower}}},
			"at most 357 people and at least 12.5 % less than the base", "不超过357人，且比基数下降至少12.5%"},
		{spec.Target{Form: spec.ByClass, Unit: spec.Hours, Parts: []spec.Target{{Class: "甲", Title: spec.T("A", "甲"), Form: spec.Floor, Limit: n(8, 1)}, {Class: "乙", Form: spec.Floor, Limit: n(5, 1)}}},
			"A at least 8 hours; 乙 at least 5 hours", "甲不低于8小时；乙不低于5小时"},
		{spec.Target{}, "", ""},
	} {
		if diff := cmp.Diff(spec.T(c.en, c.zh), c.target.Words()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestGainIsMetOnItsLine(t *testing.T) {
	n := func(x int64) spec.Value { return spec.ExactValue(measure.Whole(x)) }
	for name, c := range map[string]struct {
		target       spec.Target
		actual, base int64
		want         spec.Verdict
	}{
		"on the line":           {spec.Target{Limit: measure.Whole(5), Direction: spec.HigherBetter}, 15, 10, spec.Met},
		"below it":              {spec.Target{Limit: measure.Whole(5), Direction: spec.HigherBetter}, 14, 10, spec.Unmet},
		"strict, on the line":   {spec.Target{Limit: measure.Whole(5), Direction: spec.HigherBetter, Strict: true}, 15, 10, spec.Unmet},
		"from a zero base":      {spec.Target{Limit: measure.Whole(5), Direction: spec.HigherBetter}, 5, 0, spec.Met},
		"fewer":                 {spec.Target{Limit: measure.Whole(5), Direction: spec.LowerBetter}, 5, 10, spec.Met},
		"too few fewer":         {spec.Target{Limit: measure.Whole(5), Direction: spec.LowerBetter}, 6, 10, spec.Unmet},
		"at the most":           {spec.Target{Limit: measure.Whole(2), Upper: measure.Whole(3), Direction: spec.HigherBetter}, 13, 10, spec.Met},
		"beyond the most":       {spec.Target{Limit: measure.Whole(2), Upper: measure.Whole(3), Direction: spec.HigherBetter}, 14, 10, spec.Unmet},
		"fewer, beyond":         {spec.Target{Limit: measure.Whole(2), Upper: measure.Whole(3), Direction: spec.LowerBetter}, 6, 10, spec.Unmet},
		"fewer, at the most":    {spec.Target{Limit: measure.Whole(2), Upper: measure.Whole(3), Direction: spec.LowerBetter}, 7, 10, spec.Met},
		"without any direction": {spec.Target{Limit: measure.Whole(5)}, 15, 10, spec.Unknown},
	} {
		c.target.Form = spec.Gain
		if got := c.target.Judge(n(c.actual), n(c.base)).Verdict; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if got := (spec.Target{Form: spec.Gain, Limit: measure.Whole(5), Direction: spec.HigherBetter}).Judge(n(9), spec.Value{}); got.Verdict != spec.Unknown || got.Code != spec.ReasonUnknownBase {
		t.Errorf("without a base: %v %s", got.Verdict, got.Code)
	}
}

// A gain in known numbers is a subtraction.
func TestGainIsTheDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		actual, base, limit := drawNumber(t, "actual"), drawNumber(t, "base"), measure.RatioOf(rapid.Int64Range(0, 40).Draw(t, "limit"), 3)
		target := spec.Target{Form: spec.Gain, Limit: limit, Direction: spec.HigherBetter}
		a, _ := actual.Rat()
		b, _ := base.Rat()
		l, _ := limit.Rat()
		want := new(big.Rat).Sub(a, b).Cmp(l) >= 0
		if got := target.Judge(spec.ExactValue(actual), spec.ExactValue(base)).Verdict; (got == spec.Met) != want {
			t.Fatalf("%v of %v − %v against %v", got, actual, base, limit)
		}
	})
}

// The verdict of a target by class is that of its classes together, and what is
// printed is a class that has this verdict.
func TestClassesAreJudgedTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := spec.Target{Form: spec.ByClass}
		var values []spec.ClassValue
		var want []spec.Verdict
		for _, class := range []string{"a", "b", "c"}[:rapid.IntRange(1, 3).Draw(t, "classes")] {
			part := spec.Target{Form: spec.Floor, Class: class, Limit: drawNumber(t, "limit")}
			target.Parts = append(target.Parts, part)
			var v spec.ClassValue
			if rapid.Bool().Draw(t, "reported") {
				v.Class = class
				v.Actual, _ = drawValue(t, "actual")
				values = append(values, v)
			}
			want = append(want, part.Judge(v.Actual, spec.Value{}).Verdict)
		}
		all, classes := target.JudgeClasses(rapid.Permutation(values).Draw(t, "values"))
		if all.Verdict != spec.All(want...) || len(classes) != len(target.Parts) {
			t.Fatalf("%v of %v", all.Verdict, want)
		}
		for i, c := range classes {
			if c.Verdict != want[i] || c.Class != target.Parts[i].Class {
				t.Fatalf("%s: %v, want %v", c.Class, c.Verdict, want[i])
			}
			if c.Class == all.Class && c.Verdict != all.Verdict {
				t.Fatalf("%v is shown by %s, which is %v", all.Verdict, c.Class, c.Verdict)
			}
		}
	})
	if all, classes := (spec.Target{Form: spec.Zero}).JudgeClasses(nil); all.Verdict != spec.Unknown || all.Code != spec.ReasonUndefined || classes != nil {
		t.Errorf("%+v", all)
	}
}

// Of two limits that look the same way and end alike the tighter one is shown.
func TestBothShowsTheTighterLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limits := []measure.Ratio{drawNumber(t, "first"), drawNumber(t, "second")}
		target := spec.Target{Form: spec.Both}
		for _, l := range limits {
			target.Parts = append(target.Parts, spec.Target{Form: spec.Ceiling, Limit: l, Strict: rapid.Bool().Draw(t, "strict")})
		}
		actual := spec.ExactValue(drawNumber(t, "actual"))
		got := target.Judge(actual, spec.Value{})
		tight := limits[0]
		if limits[1].Less(tight) {
			tight = limits[1]
		}
		if !got.Required.Equal(tight) {
			t.Fatalf("%v of %v is shown", got.Required, limits)
		}
		if limits[0].Equal(limits[1]) && (target.Parts[0].Strict || target.Parts[1].Strict) && got.Comparison != spec.Below {
			t.Fatalf("the looser sign %v is shown", got.Comparison)
		}
	})
}

func TestGainAndClassesAreValidated(t *testing.T) {
	floor := spec.Target{Form: spec.Floor, Limit: measure.Whole(1), Class: "a"}
	for name, c := range map[string]struct {
		target spec.Target
		code   string
	}{
		"good gain":      {spec.Target{Form: spec.Gain, Limit: measure.Whole(0), Direction: spec.HigherBetter}, ""},
		"no amount":      {spec.Target{Form: spec.Gain, Direction: spec.HigherBetter}, spec.FaultTargetLimit},
		"less than none": {spec.Target{Form: spec.Gain, Limit: measure.Whole(-1), Direction: spec.HigherBetter}, spec.FaultTargetLimit},
		"turned":         {spec.Target{Form: spec.Gain, Limit: measure.Whole(2), Upper: measure.Whole(1), Direction: spec.HigherBetter}, spec.FaultTargetRange},
		"no direction":   {spec.Target{Form: spec.Gain, Limit: measure.Whole(2)}, spec.FaultTargetDirection},
		"good class":     {spec.Target{Form: spec.ByClass, Parts: []spec.Target{floor}}, ""},
		"no class":       {spec.Target{Form: spec.ByClass}, spec.FaultTargetParts},
		"unnamed class":  {spec.Target{Form: spec.ByClass, Parts: []spec.Target{{Form: spec.Zero}}}, spec.FaultTargetClass},
		"class twice":    {spec.Target{Form: spec.ByClass, Parts: []spec.Target{floor, floor}}, spec.FaultTargetClass},
		"classes within": {spec.Target{Form: spec.ByClass, Parts: []spec.Target{{Form: spec.ByClass, Class: "a"}}}, spec.FaultTargetParts},
		"faulty class":   {spec.Target{Form: spec.ByClass, Parts: []spec.Target{{Form: spec.Floor, Class: "a"}}}, spec.FaultTargetLimit},
		"class in both":  {spec.Target{Form: spec.Both, Parts: []spec.Target{floor, {Form: spec.ByClass, Parts: []spec.Target{floor}}}}, spec.FaultTargetParts},
	} {
		err := c.target.Validate()
		got := ""
		if f, ok := err.(*spec.Faults); ok && f.Len() > 0 {
			got = f.All()[0].Code
		}
		if got != c.code {
			t.Errorf("%s: %q, want %q", name, got, c.code)
		}
	}
}
