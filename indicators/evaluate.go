package indicators

import (
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

	Classes   []spec.ClassJudgement // of a target by class, in its order
	Class     string                // the one of them that decides
	Otherwise []OtherReading        // what the target says under the other options of its reading

	Means       Means // of the yearly mean of a rate
	HasMeans    bool
	Allowed     int64 // whole units of HeadroomOf that a ceiling allows
	HasAllowed  bool
	Headroom    int64 // of which are left; negative: too many
	HasHeadroom bool
	HeadroomOf  Statistic    // what they count, in its smallest stored unit; 0: the value itself
	HeadroomIn  measure.Year // the year they are of, 0 where they are of all years

	Missing  []Missing // what to collect where the verdict is unknown
	Readings []string  // reading=option of every reading that the verdict rests on
	Invalid  string    // reading=option of one with an option that it does not know
	Fault    error     // the target itself is faulty
	Weak     []spec.Source

	numerator, denominator Statistic // as read
	pooled                 bool      // the mean of a rate is the sum over the sum

	baseCount  int           // of the figures, those of the base
	statedBase bool          // the base is the one that the plan states
	wider      []YearFigure  // averages of the wider area
	rest       measure.Ratio // of a mean of rates: those of all years but the last, added up
	spent      int64         // what the headroom is counted from
	milestone  *milestone    // of the mid-term
}

// Means is the mean of a rate over several years taken in both ways, and what
// each would decide (年均两种算法).
type Means struct {
	OfRatios, Pooled               spec.Value
	VerdictOfRatios, VerdictPooled spec.Verdict
}

// Differ reports whether the verdict depends on the way the mean is taken.
func (m Means) Differ() bool { return m.VerdictOfRatios != m.VerdictPooled }

// OtherReading is what a target says under another option of a reading
// (其他解读的结论).
type OtherReading struct {
	Used      string // reading=option
	Judgement spec.Judgement
}

// Missing is a yearly figure that a target needs and the county has not given
// exactly (缺失数据): a statistic, a reported value of the target itself, or the
// average of a wider area.
type Missing struct {
	Statistic Statistic // 0 for the other two
	Target    string    // the id of the target whose value it is
	Class     string    // of a target by class
	Year      measure.Year
}

// Evaluate holds a county's records against one target on a date (评估指标). Nothing
// in it fails: what is missing is unknown and listed, a faulty target is Unknown
// with its fault. An unset date takes every year for finished. To evaluate
// several targets use [Assess], which counts the tables once.
func Evaluate(i Indicator, p Provisions, r Records, asOf measure.Date, choices spec.Choices) Evaluation {
	o := optionsOf(choices)
	return newLedger(&r, asOf, o).evaluate(i, &p, o)
}

// evaluation is an Evaluation under construction.
type evaluation struct {
	Evaluation
	ledger  *ledger
	options *options
	target  spec.Target // with the readings applied
}

// evaluate judges an indicator as its reading is chosen, and beside it what it
// says under the other options.
func (l *ledger) evaluate(i Indicator, p *Provisions, o *options) Evaluation {
	if len(i.Otherwise) == 0 {
		return l.one(i, p, o)
	}
	chosen, others := i.under(o)
	e := l.one(chosen, p, o)
	for _, other := range others {
		beside := chosen
		beside.Target, beside.Otherwise = other.Target, nil
		e.Otherwise = append(e.Otherwise, OtherReading{Used: other.Reading + "=" + other.Option, Judgement: l.one(beside, p, o).Judgement})
	}
	return e
}

// under returns the indicator with the target of the option that is used, and
// the alternatives that are not used.
func (i Indicator) under(o *options) (chosen Indicator, others []Alternative) {
	chosen = i
	reading, ok := readingOf(i.Otherwise[0].Reading)
	if !ok {
		return i, nil
	}
	for _, other := range i.Otherwise {
		if o.used[reading.ID] != spec.Used(reading, other.Option) {
			others = append(others, other)
			continue
		}
		chosen.Target = other.Target
		chosen.Target.Nature, chosen.Target.Period, chosen.Target.Base = i.Target.Nature, i.Target.Period, i.Target.Base
		others = append(others, Alternative{Reading: reading.ID, Option: reading.Default, Target: i.Target})
	}
	return chosen, others
}

// one judges an indicator with the target that it has.
func (l *ledger) one(i Indicator, p *Provisions, o *options) Evaluation {
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
	case i.Target.Form == spec.ByClass:
		e.judgeClasses(p)
	case i.Target.Form == spec.YearlyChange:
		e.judgeChanges()
	case e.Over == EachYear:
		e.judgeYears()
	default:
		e.judgeSpan()
	}
	e.setHeadroom()
	e.explain()
	return e.Evaluation
}
