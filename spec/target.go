package spec

import "github.com/county-emergency/emergency/measure"

// Form is the shape of a target (目标形式).
type Form uint8

// The forms of a target. The zero Form is unset.
const (
	_            Form = iota
	Ceiling           // not above a limit; below it where strict
	Floor             // not below a limit; above it where strict
	Range             // between two limits, both included
	Zero              // none at all
	Change            // a share more or less than the base
	YearlyChange      // each year a share more or less than the year before
	NotWorse          // not worse than the base
	Relative          // better than a wider average; not worse than it unless strict
	Trend             // only a direction: better than the base
	Both              // two conditions at once
	Gain              // so many more than the base, in the target's unit: newly made, or better by an amount
	ByClass           // another condition for each class of things
)

var forms = [...]string{
	Ceiling: "ceiling", Floor: "floor", Range: "range", Zero: "zero", Change: "change",
	YearlyChange: "yearly-change", NotWorse: "not-worse", Relative: "relative", Trend: "trend", Both: "both",
	Gain: "gain", ByClass: "by-class",
}

// ParseForm reads the code of a form, as "ceiling".
func ParseForm(s string) (Form, bool) {
	for i := Ceiling; i <= ByClass; i++ {
		if forms[i] == s {
			return i, true
		}
	}
	return 0, false
}

// String returns the code of the form.
func (f Form) String() string {
	if int(f) >= len(forms) {
		return ""
	}
	return forms[f]
}

// Direction says which way is better. It is stated, never guessed; the zero
// Direction is unset.
type Direction uint8

// The two directions.
const (
	_            Direction = iota
	LowerBetter            // 越低越好
	HigherBetter           // 越高越好
)

// ParseDirection reads "lower" or "higher".
func ParseDirection(s string) (Direction, bool) {
	switch s {
	case "lower":
		return LowerBetter, true
	case "higher":
		return HigherBetter, true
	}
	return 0, false
}

// Nature is how firmly a target binds (指标性质). The zero Nature is unstated.
type Nature uint8

// The natures of a target.
const (
	Unstated Nature = iota // the plan does not say
	Binding                // 约束性
	Expected               // 预期性
)

// ParseNature reads "binding", "expected" or "unstated".
func ParseNature(s string) (Nature, bool) {
	for i := Unstated; i <= Expected; i++ {
		if i.String() == s {
			return i, true
		}
	}
	return 0, false
}

// String returns "binding", "expected" or "unstated".
func (n Nature) String() string {
	switch n {
	case Binding:
		return "binding"
	case Expected:
		return "expected"
	}
	return "unstated"
}

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

// Value is what is known of an actual number (实际值): both ends equal where
// it is known exactly, an unknown end where it has no bound. The zero Value is
// unknown.
type Value struct{ Low, High measure.Ratio }

// ExactValue is a number that is known.
func ExactValue(r measure.Ratio) Value { return Value{Low: r, High: r} }

// Known reports whether the number is known exactly.
func (v Value) Known() bool { return v.Low.Known() && v.Low.Equal(v.High) }

// Bound says what the amount to print stands for, and the amount: the number
// itself, its lower bound, else its upper bound.
func (v Value) Bound() (measure.Ratio, Bound) {
	switch {
	case v.Known():
		return v.Low, ExactBound
	case v.Low.Known():
		return v.Low, AtLeastBound
	}
	return v.High, AtMostBound
}

// Judgement is what a target says of an actual number.
type Judgement struct {
	Verdict    Verdict
	Code       string        // a reason code
	Comparison Comparison    // how Required is meant
	Required   measure.Ratio // the limit in the target's unit, unknown where the base is
	Gap        measure.Ratio // distance still to go, 0 once met, unknown where the number is
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

// judge holds a number against a limit, either of which may be bounded only.
func judge(actual Value, sign Comparison, limit Value) Judgement {
	out := Judgement{Code: ReasonCompared, Comparison: sign}
	if limit.Known() {
		out.Required = limit.Low
	}
	// best and worst are the ends of the actual value, easy and hard those of
	// the limit, so that the same lines serve both directions.
	best, worst, easy, hard := actual.Low, actual.High, limit.High, limit.Low
	if sign == NotBelow || sign == Above {
		best, worst, easy, hard = actual.High, actual.Low, limit.Low, limit.High
	}
	switch {
	case sign == 0:
		out.Code = ReasonUndefined
	case holds(worst, sign, hard):
		out.Verdict = Met
	case fails(best, sign, easy):
		out.Verdict = Unmet
	case !limit.Low.Known() && !limit.High.Known():
		out.Code = ReasonUnknownBase
	case !actual.Low.Known() && !actual.High.Known():
		out.Code = ReasonNoData
	default:
		out.Code = ReasonPartial
	}
	switch {
	case out.Verdict == Met:
		out.Gap = measure.Whole(0)
	case actual.Known() && limit.Known():
		out.Gap = distance(actual.Low, limit.Low)
	}
	return out
}

func holds(r measure.Ratio, sign Comparison, limit measure.Ratio) bool {
	order, ok := r.Cmp(limit)
	if !ok {
		return false
	}
	switch sign {
	case NotAbove:
		return order <= 0
	case Below:
		return order < 0
	case NotBelow:
		return order >= 0
	case Above:
		return order > 0
	}
	return order == 0
}

func fails(r measure.Ratio, sign Comparison, limit measure.Ratio) bool {
	return r.Known() && limit.Known() && !holds(r, sign, limit)
}

func distance(a, b measure.Ratio) measure.Ratio {
	d := a.Sub(b)
	if d.Sign() < 0 {
		return d.Neg()
	}
	return d
}

// both combines two conditions; what is printed is the one that is not met, of
// two that end alike and look the same way the tighter one.
func both(a, b Judgement) Judgement {
	out := a
	switch {
	case a.Verdict == b.Verdict && a.Comparison.sameWay(b.Comparison):
		if b.tighterThan(a) {
			out = b
		}
	case a.Verdict == Met, a.Verdict == Unknown && b.Verdict == Unmet:
		out = b
	}
	out.Verdict = And(a.Verdict, b.Verdict)
	return out
}

// sameWay reports whether both limits are upper ones, or both lower ones.
func (c Comparison) sameWay(d Comparison) bool {
	upper := func(x Comparison) bool { return x == NotAbove || x == Below }
	lower := func(x Comparison) bool { return x == NotBelow || x == Above }
	return upper(c) && upper(d) || lower(c) && lower(d)
}

// tighterThan reports whether j asks for more than a judgement that looks the
// same way. A strict limit is tighter than the same limit that counts itself.
func (j Judgement) tighterThan(o Judgement) bool {
	order, ok := j.Required.Cmp(o.Required)
	if !ok {
		return !o.Required.Known()
	}
	if j.Comparison == NotBelow || j.Comparison == Above {
		order = -order
	}
	return order < 0 || order == 0 && (j.Comparison == Below || j.Comparison == Above)
}

// UntilDue softens a judgement before the deadline: what is not met yet is
// Unknown with the reason not-due, for it may still be met. A date without a
// deadline changes nothing.
func (j Judgement) UntilDue(deadline, asOf measure.Date) Judgement {
	if j.Verdict == Unmet && !deadline.IsZero() && asOf.Before(deadline) {
		j.Verdict, j.Code = Unknown, ReasonNotDue
	}
	return j
}
