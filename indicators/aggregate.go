package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// YearValue is what is known of a measurand in one year (年度指标值).
type YearValue struct {
	Year        measure.Year
	Numerator   spec.Value // in the smallest stored unit
	Denominator spec.Value // of a rate
	Value       spec.Value // in the unit of the measurand
	Finished    bool       // the year is over on the date
}

// sum adds values of which some are bounded or unknown. What is not known
// adds nothing to the lower bound, since none is negative, and takes the upper
// one away. Where nothing is known the sum is unknown, not at least 0.
func sum(years []YearValue, of func(*YearValue) spec.Value) spec.Value {
	low, high, some := measure.Whole(0), measure.Whole(0), false
	for i := range years {
		v := of(&years[i])
		if v.Low.Known() {
			low, some = low.Add(v.Low), true
		}
		high = high.Add(v.High)
	}
	if !some {
		low = measure.Ratio{}
	}
	if len(years) == 0 {
		return spec.Value{}
	}
	return spec.Value{Low: low, High: high}
}

func yearValue(y *YearValue) spec.Value   { return y.Value }
func numerator(y *YearValue) spec.Value   { return y.Numerator }
func denominator(y *YearValue) spec.Value { return y.Denominator }

// meanOf returns the mean of the years' own values (各年比率平均).
func meanOf(years []YearValue) spec.Value {
	n := measure.Whole(int64(len(years)))
	s := sum(years, yearValue)
	return spec.Value{Low: s.Low.Div(n), High: s.High.Div(n)}
}

// pooledOf returns the sum of the numerators over that of the denominators
// (合计之比).
func pooledOf(years []YearValue, scale int64) spec.Value {
	return rate(sum(years, numerator), sum(years, denominator), scale)
}

// rate divides bounds: the least numerator by the greatest denominator and the
// other way round.
func rate(n, d spec.Value, scale int64) spec.Value {
	by := measure.Whole(scale)
	if n.Low == n.High && d.Low == d.High { // exact, as most are: divided once
		exact := n.Low.Mul(by).Div(d.Low)
		return spec.Value{Low: exact, High: exact}
	}
	return spec.Value{Low: n.Low.Mul(by).Div(d.High), High: n.High.Mul(by).Div(d.Low)}
}

// add adds two bounded numbers that must both be counted.
func add(a, b spec.Value) spec.Value {
	return spec.Value{Low: lowest(a.Low, b.Low), High: a.High.Add(b.High)}
}

// lowest adds lower bounds, an unknown one as nothing.
func lowest(a, b measure.Ratio) measure.Ratio {
	switch {
	case !a.Known():
		return b
	case !b.Known():
		return a
	}
	return a.Add(b)
}
