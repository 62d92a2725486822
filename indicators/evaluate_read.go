package indicators

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// read settles which years and which base the target is about, fetches them,
// and notes every reading on the way.
func (e *evaluation) read(p *Provisions) {
	m := e.Indicator.Measurand
	own, wider := bases(&e.target)
	if len(e.Indicator.Otherwise) > 0 {
		e.use(e.Indicator.Otherwise[0].Reading)
	}
	if e.Indicator.asksSpan() {
		e.use(ReadingDeathsComparison)
	}
	e.Over = e.Indicator.span(e.options)
	for _, id := range m.ownReadings() {
		e.use(id)
	}
	if e.Over == YearlyMean && m.IsRate() {
		e.use(ReadingYearlyMean)
	}
	e.setDeadline()
	years := []measure.Year{e.lastYear()}
	if e.Over != LastYear {
		years = e.Period.Years()
	}
	e.Finished = e.ledger.finished(years[len(years)-1])
	if e.target.Form == spec.ByClass {
		e.Years = []YearValue{{Year: years[0], Finished: e.Finished}}
		return
	}
	each := 1
	if m.IsRate() {
		each = 2
	}
	if own {
		each *= 2
	}
	e.Figures = make([]YearFigure, 0, each*len(years))
	if own {
		e.BaseYears = e.series(e.baseYears(p))
		e.baseCount = len(e.Figures)
		e.stateBase()
	}
	e.Years = e.series(years)
	if wider {
		e.Base = e.widerAverage(years)
	}
	if m.isGraded() && slices.ContainsFunc(e.Figures, func(f YearFigure) bool { return f.Counted }) {
		e.Readings = append(e.Readings, e.ledger.grading)
		if !e.ledger.graded {
			e.Invalid = e.ledger.grading
		}
	}
}

// asksSpan reports whether the plan leaves open if a number of deaths is about
// one year or a sum of years.
func (i Indicator) asksSpan() bool {
	own, _ := bases(&i.Target)
	return i.Over == Unsaid && i.Measurand.IsDeathCount() && own && i.Target.Form != spec.YearlyChange
}

// span returns the years that the target is about under the readings.
func (i Indicator) span(o *options) Span {
	switch {
	case i.Target.Form == spec.YearlyChange:
		return EachYear
	case i.Over != Unsaid:
		return i.Over
	case i.asksSpan() && o.sums:
		return Total
	}
	return LastYear
}

// stateBase takes the value that the plan itself states for its one base year
// where the county gives none.
func (e *evaluation) stateBase() {
	if len(e.BaseYears) == 1 && e.BaseYears[0].Value == (spec.Value{}) && e.target.BaseValue.Known() {
		e.BaseYears[0].Value = spec.ExactValue(e.target.BaseValue)
		e.statedBase = true
	}
}

// use notes that the verdict rests on a reading.
func (e *evaluation) use(reading string) {
	used := e.options.used[reading]
	if slices.Contains(e.Readings, used) {
		return
	}
	if e.Readings == nil {
		e.Readings = make([]string, 0, 4) // seldom more
	}
	e.Readings = append(e.Readings, used)
	if _, bad := e.options.invalid[reading]; bad && e.Invalid == "" {
		e.Invalid = used
	}
}

func (e *evaluation) setDeadline() {
	e.Deadline = e.target.Deadline
	if !e.Deadline.IsZero() {
		return
	}
	if e.Over != LastYear {
		e.Deadline = e.Period.LastDay() // the years themselves say when
		return
	}
	e.use(ReadingUndatedDeadline)
	if !e.options.undated {
		e.Deadline = e.Period.LastDay()
	}
}

// lastYear returns the last year that is over by the deadline; without one the
// latest year of the period that is over on the date.
func (e *evaluation) lastYear() measure.Year {
	if !e.Deadline.IsZero() {
		y := e.Deadline.Year()
		if e.Deadline.Before(y.LastDay()) {
			y--
		}
		return y
	}
	for y := e.Period.To(); y > e.Period.From(); y-- {
		if e.ledger.finished(y) {
			return y
		}
	}
	return e.Period.From()
}

// baseYears returns the years that a change starts from.
func (e *evaluation) baseYears(p *Provisions) []measure.Year {
	previous := func() []measure.Year {
		n := measure.Year(e.Period.Len())
		before, err := measure.PeriodOf(e.Period.From()-n, e.Period.From()-1)
		if err != nil {
			return nil
		}
		return before.Years()
	}
	switch {
	case e.Over == Total || e.Over == YearlyMean:
		return previous()
	case e.target.Base != 0:
		return []measure.Year{e.target.Base}
	case p.BaseYear.Known() && p.BaseYear.Source.Standing != spec.Ours:
		e.Weak = append(e.Weak, p.BaseYear.Source) // an invented one says so
		return []measure.Year{p.BaseYear.Value}
	}
	e.use(ReadingBaseYear)
	switch {
	case e.options.previousMean && e.target.Form != spec.YearlyChange:
		return previous()
	case p.BaseYear.Known():
		e.Weak = append(e.Weak, p.BaseYear.Source)
		return []measure.Year{p.BaseYear.Value}
	}
	return []measure.Year{e.Period.From() - 1}
}

// series fetches the value of each year.
func (e *evaluation) series(years []measure.Year) []YearValue {
	out := make([]YearValue, len(years))
	if e.Indicator.Measurand == Reported {
		for i, y := range years {
			f := e.reportedValue("", y)
			out[i] = YearValue{Year: y, Numerator: f.Value, Value: f.Value, Finished: e.ledger.finished(y)}
		}
		return out
	}
	row := e.Indicator.Measurand.row()
	e.numerator, e.denominator = e.options.counts(row.numerator), e.options.divides(e.Indicator.Measurand, row.denominator)
	e.pooled = e.Over == Total || e.Over == YearlyMean && e.options.pooled
	fetch := func(s Statistic, y measure.Year) spec.Value {
		f := e.ledger.figure(s, y)
		if f.Table != (spec.Value{}) {
			e.use(ReadingStatedOrCounted)
		}
		e.Figures = append(e.Figures, f)
		return f.Value
	}
	for i, y := range years {
		v := YearValue{Year: y, Finished: e.ledger.finished(y)}
		v.Numerator = fetch(e.numerator, y)
		if row.numerator == StatDisasterDeaths && e.options.missing {
			v.Numerator = add(v.Numerator, fetch(StatDisasterMissing, y))
		}
		v.Value = v.Numerator
		if row.denominator != 0 {
			v.Denominator = fetch(e.denominator, y)
			v.Value = rate(v.Numerator, v.Denominator, row.scale)
		}
		out[i] = v
	}
	return out
}

// reportedValue fetches a value of the target itself.
func (e *evaluation) reportedValue(class string, y measure.Year) YearFigure {
	f := YearFigure{Class: class, Year: y}
	f.keep(e.ledger.value(e.Indicator.Target.ID, class, y))
	e.Figures = append(e.Figures, f)
	return f
}

// counts returns the statistic that a reading puts in the numerator.
func (o *options) counts(s Statistic) Statistic {
	switch {
	case s == StatMajorAccidents && o.large:
		return StatLargeAccidents
	case s == StatRiversWarned && o.length:
		return StatRiverLengthWarned
	}
	return s
}

// divides returns the statistic that a reading puts in the denominator. A loss
// is at current prices, and so is the output it is held against.
func (o *options) divides(m Measurand, s Statistic) Statistic {
	switch {
	case s == StatPopulation && o.registered:
		return StatRegisteredPopulation
	case s == StatGDP && m == DeathsPerGDP && o.constant:
		return StatConstantGDP
	case s == StatRivers && o.length:
		return StatRiverLength
	}
	return s
}

// widerAverage takes the averages of the wider area over the same years in the
// same way.
func (e *evaluation) widerAverage(years []measure.Year) spec.Value {
	averages := make([]YearValue, len(years))
	e.wider = make([]YearFigure, len(years))
	for i, y := range years {
		average := e.ledger.average(e.Indicator.Measurand, y)
		e.wider[i] = YearFigure{Year: y, Value: average.Value, Source: average.Source}
		averages[i].Year, averages[i].Value = y, average.Value
	}
	switch e.Over {
	case LastYear:
		return averages[0].Value
	case Total:
		return sum(averages, yearValue)
	case YearlyMean:
		return meanOf(averages)
	}
	e.BaseYears = averages
	return spec.Value{}
}
