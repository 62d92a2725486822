package indicators

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Evaluation is what a target says of a county on a date (指标评估). Numbers are in the
// unit of the measurand.
type Evaluation struct {
	Indicator Indicator
	Over      Span           // as read
	Period    measure.Period // the years evaluated
	Deadline  measure.Date   // as read, unset where there is none
	Finished  bool           // all these years are over on the date

	Judgement spec.Judgement
	Year      measure.Year // the year that decides, where years are judged one by one
	Value     spec.Value   // the actual value
	Base      spec.Value   // what a change starts from, or the wider average
	Years     []YearValue  // of the period
	BaseYears []YearValue  // of the base, empty for a wider average
	Figures   []YearFigure // every yearly figure read, base first

	Means       Means // of the yearly mean of a rate
	HasMeans    bool
	Allowed     int64 // whole units that the target allows, of a count with a ceiling
	HasAllowed  bool
	Headroom    int64 // of which are left; negative: too many
	HasHeadroom bool

	Missing  []Missing // what to collect where the verdict is unknown
	Readings []string  // reading=option of every reading that the verdict rests on
	Invalid  string    // reading=option of one with an option that it does not know
	Fault    error     // the target itself is faulty
	Weak     []spec.Source
}

// Means is the mean of a rate over several years taken in both ways, and what
// each would decide (年均两种算法).
type Means struct {
	OfRatios, Pooled               spec.Value
	VerdictOfRatios, VerdictPooled spec.Verdict
}

// Differ reports whether the verdict depends on the way the mean is taken.
func (m Means) Differ() bool { return m.VerdictOfRatios != m.VerdictPooled }

// Missing is a yearly figure that a target needs and the county has not given
// exactly (缺失数据): a statistic, or the average of a wider area.
type Missing struct {
	Statistic Statistic // 0 for the wider average
	Year      measure.Year
}

// Evaluate holds a county's records against one target on a date (评估指标). Nothing
// in it fails: what is missing is unknown and listed, a faulty target is Unknown
// with its fault. An unset date takes every year for finished. To evaluate
// several targets use [Assess], which counts the tables once.
func Evaluate(i Indicator, p Provisions, r Records, asOf measure.Date, choices spec.Choices) Evaluation {
	return newLedger(&r, asOf, choices).evaluate(i, &p, optionsOf(choices))
}

// evaluation is an Evaluation under construction.
type evaluation struct {
	Evaluation
	ledger  *ledger
	options *options
	target  spec.Target // with the readings applied
}

func (l *ledger) evaluate(i Indicator, p *Provisions, o *options) Evaluation {
	e := evaluation{Evaluation: Evaluation{Indicator: i}, ledger: l, options: o, target: i.Target}
	e.Judgement = spec.Judgement{Code: spec.ReasonUndefined}
	period := i.Target.Period
	if period.IsZero() && p.Period.Known() {
		period = p.Period.Value
	}
	e.Period = period
	if e.Fault = i.Validate(); e.Fault != nil || period.IsZero() {
		return e.Evaluation
	}
	e.read(p)
	if e.Invalid != "" {
		e.Judgement.Code = spec.ReasonInvalidChoice
		return e.Evaluation
	}
	switch {
	case i.Target.Form == spec.YearlyChange:
		e.judgeChanges()
	case e.Over == EachYear:
		e.judgeYears()
	default:
		e.judgeSpan()
	}
	e.explain()
	return e.Evaluation
}

// read settles which years and which base the target is about, fetches them,
// and notes every reading on the way.
func (e *evaluation) read(p *Provisions) {
	m := e.Indicator.Measurand
	own, wider := bases(&e.target)
	e.Over = e.Indicator.Over
	if e.Over == Unsaid {
		e.Over = LastYear
		if m.IsDeathCount() && own && e.target.Form != spec.YearlyChange {
			e.use(ReadingDeathsComparison)
			if e.options.sums {
				e.Over = Total
			}
		}
	}
	if e.target.Form == spec.YearlyChange {
		e.Over = EachYear
	}
	for _, id := range m.ownReadings() {
		e.use(id)
	}
	if e.Over == YearlyMean && m.IsRate() {
		e.use(ReadingYearlyMean)
	}
	e.setDeadline()
	years := e.Period.Years()
	if e.Over == LastYear {
		years = []measure.Year{e.lastYear()}
	}
	e.Finished = e.ledger.finished(years[len(years)-1])
	e.Figures = make([]YearFigure, 0, 2*len(years)+2)
	if own {
		e.BaseYears = e.series(e.baseYears(p))
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

// use notes that the verdict rests on a reading.
func (e *evaluation) use(reading string) {
	used := e.options.used[reading]
	if slices.Contains(e.Readings, used) {
		return
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
	case p.BaseYear.Known() && p.BaseYear.Source.Standing.Firm():
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
	row := e.Indicator.Measurand.row()
	fetch := func(s Statistic, y measure.Year) spec.Value {
		f := e.ledger.figure(s, y)
		e.Figures = append(e.Figures, f)
		return f.Value
	}
	for i, y := range years {
		v := YearValue{Year: y, Finished: e.ledger.finished(y)}
		v.Numerator = fetch(e.options.counts(row.numerator), y)
		if row.numerator == StatDisasterDeaths && e.options.missing {
			v.Numerator = add(v.Numerator, fetch(StatDisasterMissing, y))
		}
		v.Value = v.Numerator
		if row.denominator != 0 {
			v.Denominator = fetch(e.options.divides(e.Indicator.Measurand, row.denominator), y)
			v.Value = rate(v.Numerator, v.Denominator, row.scale)
		}
		out[i] = v
	}
	return out
}

// counts returns the statistic that a reading puts in the numerator.
func (o *options) counts(s Statistic) Statistic {
	if s == StatMajorAccidents && o.large {
		return StatLargeAccidents
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
	}
	return s
}

// widerAverage takes the averages of the wider area over the same years in the
// same way.
func (e *evaluation) widerAverage(years []measure.Year) spec.Value {
	averages := make([]YearValue, len(years))
	for i, y := range years {
		averages[i].Year = y
		averages[i].Value = e.ledger.average(e.Indicator.Measurand, y)
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
