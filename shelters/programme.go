package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Completed counts the shelters of a status that were completed within the
// years given and not after a date (完成建设数). Unset years or an unset date
// bound nothing. A shelter whose status or date nobody reported may be one of
// them: it raises the upper bound only.
func Completed(shelters []Shelter, status Status, years measure.Period, asOf measure.Date) spec.Observed[measure.Count] {
	var total span
	for i := range shelters {
		s := &shelters[i]
		if s.Status != status && s.Status != 0 {
			continue
		}
		if s.CompletedOn.After(asOf) || !years.IsZero() && !s.CompletedOn.IsZero() && !years.Contains(s.CompletedOn) {
			continue
		}
		total.add(1, 1, true, s.Status == status && !s.CompletedOn.IsZero())
	}
	return observe(&total, asCount)
}

// CompletionRate returns how many of the planned shelters are built, as an
// exact share with its bounds (建成率). Both ends are unknown where the planned
// number is, or is 0.
func CompletionRate(built, planned spec.Observed[measure.Count]) spec.Value {
	return quotient(countRatio(built), countRatio(planned))
}

// quotient divides what is known of two numbers that are not negative.
func quotient(a, b spec.Value) spec.Value {
	return spec.Value{Low: a.Low.Div(b.High), High: a.High.Div(b.Low)}
}

// scaled multiplies what is known of a number by a whole number.
func scaled(v spec.Value, n int64) spec.Value {
	return spec.Value{Low: v.Low.Mul(measure.Whole(n)), High: v.High.Mul(measure.Whole(n))}
}

func countRatio[T ~int64](o spec.Observed[T]) spec.Value {
	return ratioOf(o, func(v T) measure.Ratio { return measure.Whole(int64(v)) })
}

func hectares(o spec.Observed[measure.Area]) spec.Value {
	return ratioOf(o, func(a measure.Area) measure.Ratio { return measure.RatioOf(a.SquareCentimetres(), cm2PerHa) })
}

func ratioOf[T any](o spec.Observed[T], ratio func(T) measure.Ratio) spec.Value {
	var v spec.Value
	if low, ok := o.Low(); ok {
		v.Low = ratio(low)
	}
	if high, ok := o.High(); ok {
		v.High = ratio(high)
	}
	return v
}
