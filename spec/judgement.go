package spec

import "github.com/county-emergency/emergency/measure"

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
