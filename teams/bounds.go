package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// shown returns the number to print for an observed one and what it stands
// for; ok is false where nothing is known, or no more than that it is not
// negative.
func shown[T ~int64](o spec.Observed[T]) (spec.Amount, spec.Bound, bool) {
	if v, ok := o.Value(); ok {
		return spec.Whole(v), spec.ExactBound, true
	}
	if low, ok := o.Low(); ok && low > 0 {
		return spec.Whole(low), spec.AtLeastBound, true
	}
	if high, ok := o.High(); ok {
		return spec.Whole(high), spec.AtMostBound, true
	}
	return spec.Amount{}, spec.ExactBound, false
}

// boundText writes a number with what it stands for before it.
func boundText(amount spec.Amount, bound spec.Bound) spec.Text {
	switch bound {
	case spec.AtLeastBound:
		return spec.Textf("at least %s", "至少 %s", amount)
	case spec.AtMostBound:
		return spec.Textf("at most %s", "至多 %s", amount)
	}
	return spec.T(amount.String(), amount.String())
}

// boundLabel says in a label that the number beside it is a bound.
func boundLabel(label spec.Text, bound spec.Bound) spec.Text {
	switch bound {
	case spec.AtLeastBound:
		return spec.Textf("%s, at least", "%s（至少）", label)
	case spec.AtMostBound:
		return spec.Textf("%s, at most", "%s（至多）", label)
	}
	return label
}

// observedInput is an input for an observed number of units; ok is false where
// nothing is known.
func observedInput(name string, label spec.Text, o spec.Observed[measure.Count], unit spec.Unit) (spec.Input, bool) {
	amount, bound, ok := shown(o)
	return spec.Input{Name: name, Label: boundLabel(label, bound), Value: amount, Unit: unit, Source: o.Source()}, ok
}
