package indicators

import "github.com/county-emergency/emergency/measure"

// Flip is the value of one yearly figure at which the verdict shown turns,
// everything else held (翻转点). On the value itself the target's own sign says
// which side it is: kept by "at most", lost by "below".
type Flip struct {
	Statistic Statistic
	Year      measure.Year
	At        measure.Ratio // exact, in the smallest stored unit; it need not be whole
	Now       measure.Ratio // what was reported
}

// Flips returns the turning points of an evaluation: of every numerator and
// denominator of the years judged, in the order of years (翻转点). Where people
// missing are counted, the numerator is that of both together. There is none
// where a number or the limit is not known exactly, and none for a figure that
// cannot turn the verdict at a value above or equal to 0 alone.
func (e *Evaluation) Flips() []Flip {
	limit := e.Judgement.Required
	if !limit.Known() || !e.Value.Known() || e.Indicator.Measurand == Reported || len(e.Years) == 0 {
		return nil
	}
	row := e.Indicator.Measurand.row()
	years, scale := e.Years, measure.Whole(row.scale)
	if e.Over == EachYear {
		years = []YearValue{*e.decidingYear()}
	}
	n := measure.Whole(int64(len(years)))
	all := struct{ numerator, denominator, value measure.Ratio }{
		sum(years, numerator).Low, sum(years, denominator).Low, sum(years, yearValue).Low}
	var out []Flip
	add := func(s Statistic, y measure.Year, at, now measure.Ratio) {
		if at.Known() && at.Sign() >= 0 && now.Known() {
			out = append(out, Flip{s, y, at, now})
		}
	}
	for i := range years {
		y := &years[i]
		num, den := y.Numerator.Low, y.Denominator.Low
		switch {
		case row.denominator == 0 && e.Over == YearlyMean:
			add(e.numerator, y.Year, limit.Mul(n).Sub(all.numerator.Sub(num)), num)
		case row.denominator == 0:
			add(e.numerator, y.Year, limit.Sub(all.numerator.Sub(num)), num)
		case e.Over == YearlyMean && !e.pooled:
			own := limit.Mul(n).Sub(all.value.Sub(y.Value.Low)) // the rate of this year
			add(e.numerator, y.Year, own.Mul(den).Div(scale), num)
			add(e.denominator, y.Year, positive(num.Mul(scale).Div(own)), den)
		default:
			add(e.numerator, y.Year, limit.Mul(all.denominator).Div(scale).Sub(all.numerator.Sub(num)), num)
			add(e.denominator, y.Year, positive(all.numerator.Mul(scale).Div(limit).Sub(all.denominator.Sub(den))), den)
		}
	}
	return out
}

// positive is a denominator; one that is not above 0 is none.
func positive(r measure.Ratio) measure.Ratio {
	if r.Sign() <= 0 {
		return measure.Ratio{}
	}
	return r
}
