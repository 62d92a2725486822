package spec

import "github.com/county-emergency/emergency/measure"

// Target is a target of a plan as data (目标): its form, bound and direction,
// and where it stands. Limits are in the target's own unit; a percentage is a
// number of percent.
type Target struct {
	ID        string // the plan's own id
	Title     Text
	Form      Form
	Direction Direction     // needed by Change, YearlyChange, NotWorse, Relative, Trend, Gain
	Strict    bool          // the limit itself does not count: < or >
	Limit     measure.Ratio // Ceiling, Floor; the lower end of Range; the amount of Gain
	Upper     measure.Ratio // the upper end of Range; the most that Gain allows, unknown where it has no end
	Change    measure.Ratio // signed share of the base: −9 % is −0.09
	ZeroHolds bool          // reading: where the base is zero, zero is required
	Parts     []Target      // the conditions of Both and ByClass
	Class     string        // of a condition of ByClass: what it is about
	BaseValue measure.Ratio // the value that the plan itself says it starts from, unknown where it says none
	Unit      Unit
	Nature    Nature
	Base      measure.Year   // base year of a change, 0 where the plan gives none
	Period    measure.Period // the years the target is about
	Deadline  measure.Date   // unset where the plan gives none
	Source    Source
	Carries   []string
}

// Judge holds an actual number against the target. base is the value the
// forms Change, NotWorse, Trend and Gain start from and the wider average of
// Relative; the others ignore it. YearlyChange is judged by [Target.JudgeYears],
// ByClass by [Target.JudgeClasses].
//
// A number known only between bounds is Met or Unmet where the bounds allow
// no other answer, else Unknown. A change against a zero base has no rate and
// is Unknown unless ZeroHolds is chosen.
func (t Target) Judge(actual, base Value) Judgement {
	switch t.Form {
	case Ceiling:
		return judge(actual, upperSign(t.Strict), ExactValue(t.Limit))
	case Floor:
		return judge(actual, lowerSign(t.Strict), ExactValue(t.Limit))
	case Zero:
		return judge(actual, NotAbove, ExactValue(measure.Whole(0)))
	case Range:
		return both(judge(actual, NotBelow, ExactValue(t.Limit)), judge(actual, NotAbove, ExactValue(t.Upper)))
	case Change:
		return t.change(actual, base)
	case NotWorse:
		return t.against(actual, base, false)
	case Gain:
		return t.gain(actual, base)
	case Relative:
		return t.against(actual, base, t.Strict)
	case Trend:
		return t.against(actual, base, true)
	case Both:
		out := Judgement{Verdict: Unknown, Code: ReasonNoData}
		for i, part := range t.Parts {
			one := part.Judge(actual, base)
			if i == 0 {
				out = one
				continue
			}
			out = both(out, one)
		}
		return out
	}
	return Judgement{Verdict: Unknown, Code: ReasonUndefined}
}

// JudgeYears judges a yearly change over a series of consecutive years, the
// base year first: every year against the one before. Fewer than two years
// are Unknown.
func (t Target) JudgeYears(series []Value) Judgement {
	out := Judgement{Verdict: Unknown, Code: ReasonNoData}
	for i := 1; i < len(series); i++ {
		one := t.change(series[i], series[i-1])
		if i == 1 {
			out = one
			continue
		}
		verdict := And(out.Verdict, one.Verdict)
		if one.Verdict != Met && out.Verdict != Unmet {
			out = one
		}
		out.Verdict = verdict
	}
	return out
}

// change judges a share more or less than the base.
func (t Target) change(actual, base Value) Judgement {
	zero := measure.Whole(0)
	if base.Known() && base.Low.Equal(zero) && !t.ZeroHolds {
		return Judgement{Verdict: Unknown, Code: ReasonZeroBase}
	}
	// A base that may turn out to be zero may turn out to have no rate.
	positive := base.Low.Known() && base.Low.Sign() > 0
	negative := base.High.Known() && base.High.Sign() < 0
	factor := measure.Whole(1).Add(t.Change)
	limit := Value{Low: base.Low.Mul(factor), High: base.High.Mul(factor)}
	out := judge(actual, t.sign(t.Strict), limit)
	if !positive && !negative && !t.ZeroHolds && out.Verdict != Unknown {
		out.Verdict, out.Code, out.Gap = Unknown, ReasonPartial, measure.Ratio{}
	}
	return out
}

// against judges a number against the base itself.
func (t Target) against(actual, base Value, strict bool) Judgement {
	return judge(actual, t.sign(strict), base)
}

func (t Target) sign(strict bool) Comparison {
	switch t.Direction {
	case LowerBetter:
		return upperSign(strict)
	case HigherBetter:
		return lowerSign(strict)
	}
	return 0
}

func upperSign(strict bool) Comparison {
	if strict {
		return Below
	}
	return NotAbove
}

func lowerSign(strict bool) Comparison {
	if strict {
		return Above
	}
	return NotBelow
}
