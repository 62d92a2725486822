package indicators

import (
	"math"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Allowed returns the greatest whole number that keeps a ceiling (最多允许数). It rounds
// down; below a strict ceiling that is itself whole lies the number before. ok
// is false where the limit is unknown or beyond 64 bits. Nine percent less than
// 11 deaths, 10.01, allows 10.
func Allowed(limit measure.Ratio, strict bool) (n int64, ok bool) {
	if !strict {
		return limit.Floor()
	}
	n, ok = limit.Ceil()
	if !ok || n == math.MinInt64 {
		return 0, false
	}
	return n - 1, true
}

// Headroom returns how many more whole units may come before a ceiling is lost
// (余量): deaths, accidents. It rounds down; a negative result is how many there
// are too many. ok is false where the limit is unknown or beyond 64 bits.
func Headroom(limit measure.Ratio, strict bool, soFar int64) (units int64, ok bool) {
	n, ok := Allowed(limit, strict)
	if !ok {
		return 0, false
	}
	units, err := measure.Sub(n, soFar)
	return units, err == nil
}

// setHeadroom counts in whole units of what is counted – deaths, accidents,
// person-times, fen – how many a ceiling allows and how many of them are left.
// Of a rate it holds the denominators as they are; where the mean of several
// years' rates is judged, it counts in the last of them.
func (e *evaluation) setHeadroom() {
	if j := e.Judgement; j.Comparison != spec.NotAbove && j.Comparison != spec.Below || !j.Required.Known() {
		return
	}
	limit, soFar := e.Judgement.Required, e.Value.Low
	row := e.Indicator.Measurand.row()
	e.HeadroomOf = e.numerator
	years := measure.Whole(int64(len(e.Years)))
	switch {
	case e.Indicator.Measurand == Reported && !counted(e.Indicator.Unit()):
		return
	case row.denominator == 0:
		if e.Over == YearlyMean {
			limit, soFar = limit.Mul(years), soFar.Mul(years)
		}
	case e.pooled:
		all := sum(e.Years, denominator)
		limit, soFar = units(limit, all, row.scale), sum(e.Years, numerator).Low
	case e.Over == YearlyMean:
		last := len(e.Years) - 1
		if last > 0 && !e.rest.Known() {
			return
		}
		if last > 0 {
			limit = limit.Mul(years).Sub(e.rest)
		}
		limit, soFar = units(limit, e.Years[last].Denominator, row.scale), e.Years[last].Numerator.Low
		e.HeadroomIn = e.Years[last].Year
	default:
		y := e.decidingYear()
		limit, soFar = units(limit, y.Denominator, row.scale), y.Numerator.Low
		e.HeadroomIn = y.Year
	}
	strict := e.Judgement.Comparison == spec.Below
	if e.Allowed, e.HasAllowed = Allowed(limit, strict); !e.HasAllowed {
		return
	}
	if n, ok := soFar.Ceil(); ok {
		e.spent = n
		e.Headroom, e.HasHeadroom = Headroom(limit, strict, n)
	}
}

// countedApart reports whether the headroom is counted from something else than
// the value shown.
func (e *Evaluation) countedApart() bool {
	return e.denominator != 0 || e.Over == YearlyMean
}

// units returns how many units of the numerator make a rate, unknown where the
// denominator is not known exactly or is 0.
func units(rate measure.Ratio, denominator spec.Value, scale int64) measure.Ratio {
	if !denominator.Known() || denominator.Low.Sign() <= 0 {
		return measure.Ratio{}
	}
	return rate.Mul(denominator.Low).Div(measure.Whole(scale))
}

// decidingYear returns the year that is judged, of several the one shown.
func (e *Evaluation) decidingYear() *YearValue {
	for i := range e.Years {
		if e.Years[i].Year == e.Year {
			return &e.Years[i]
		}
	}
	return &e.Years[0]
}

// counted reports whether a unit counts whole things of which one more may
// come.
func counted(u spec.Unit) bool {
	switch u {
	case spec.Persons, spec.PersonTimes, spec.Accidents, spec.Events:
		return true
	}
	return false
}
