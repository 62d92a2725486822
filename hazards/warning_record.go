package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// WarningProvisions is what a plan provides about warnings (预警规定). The zero
// WarningProvisions provides nothing.
type WarningProvisions struct {
	Issuers WarningIssuers
}

// WarningRecords is what a county reports of its warnings (预警填报). A table that was
// not supplied is unknown; one supplied and empty says that none was issued.
type WarningRecords struct {
	Warnings    []WarningRecord
	HasWarnings bool
}

// WarningOutcome is whether what was warned of came (预警结果). The zero
// WarningOutcome is unknown.
type WarningOutcome uint8

// The outcomes.
const (
	_        WarningOutcome = iota
	Happened                // 发生
	FalseCry                // 空报: it did not happen
)

// WarningRecord is a warning as a county lists it, in short (预警台账). A version that
// changes the level is a record of its own.
type WarningRecord struct {
	ID        string
	Level     WarningLevel
	Hazard    Natural // or
	Sector    Sector
	Issuer    DivisionCode
	Issued    Moment
	Expires   Moment // unset: until it is lifted
	Cancelled Moment // unset: it was not
	Area      []DivisionCode

	Outcome  WarningOutcome
	Occurred Moment // when what was warned of began; unset where it did not
	Targeted spec.Observed[measure.People]
	Reached  spec.Observed[measure.People]
	On       measure.Date // when outcome and reach were observed, unset where nobody said
}

// AsOf returns the record as it was known on a date: what was observed or
// happened later is unknown. A warning issued later is not there yet; ask for
// Issued first.
func (w WarningRecord) AsOf(date measure.Date) WarningRecord {
	if w.On.After(date) || w.Occurred.Date().After(date) {
		w.Outcome, w.Occurred = 0, Moment{}
	}
	if w.On.After(date) {
		w.Targeted, w.Reached = spec.Observed[measure.People]{}, spec.Observed[measure.People]{}
	}
	w.Targeted, w.Reached = w.Targeted.AsOf(date), w.Reached.AsOf(date)
	if w.Cancelled.Date().After(date) {
		w.Cancelled = Moment{}
	}
	return w
}

// InForce reports whether the warning applies at a moment (预警有效): from its issue, up
// to and without its end or cancellation. It is false where the moment is unset.
func (w WarningRecord) InForce(at Moment) bool {
	before := func(end Moment) bool { return end.IsZero() || at.Before(end) }
	return !at.IsZero() && !w.Issued.IsZero() && !at.Before(w.Issued) && before(w.Expires) && before(w.Cancelled)
}

// Lead returns how long before the event the warning was out (预警提前量), negative where
// it came after; ok is false where nothing happened or nobody knows yet.
func (w WarningRecord) Lead() (lead measure.Duration, ok bool) {
	if w.Outcome != Happened {
		return lead, false
	}
	return w.Issued.Until(w.Occurred)
}

// WarningQuality sums up what warnings were worth (预警质量). Its three ratios are the
// timeliness, accuracy and coverage that a plan asks for.
type WarningQuality struct {
	Hits, FalseCries measure.Count    // by outcome
	Leads            measure.Count    // hits whose lead is known
	Lead             measure.Duration // of all these together
	Targeted         measure.People
	Reached          measure.People

	OpenOutcomes, OpenLeads, OpenReach measure.Count // ended warnings of which each is unknown
}

// QualityOf sums up the warnings of a period that were issued by a date, as they were
// known then (预警质量统计). Of a warning still in force at the end of the date the
// outcome is not asked for yet. The error is that of a sum beyond 64 bits.
func QualityOf(warnings []WarningRecord, period measure.Period, asOf measure.Date) (WarningQuality, error) {
	var q WarningQuality
	for _, w := range warnings {
		if !warned(w, period, asOf) {
			continue
		}
		w = w.AsOf(asOf)
		switch w.Outcome {
		case Happened:
			q.Hits++
			if lead, ok := w.Lead(); ok {
				sum, err := q.Lead.Add(lead)
				if err != nil {
					return WarningQuality{}, err
				}
				q.Leads, q.Lead = q.Leads+1, sum
			} else {
				q.OpenLeads++
			}
		case FalseCry:
			q.FalseCries++
		default:
			if !w.InForce(endOf(asOf)) {
				q.OpenOutcomes++
			}
		}
		targeted, a := w.Targeted.Value()
		reached, b := w.Reached.Value()
		if !a || !b {
			q.OpenReach++
			continue
		}
		var err, other error
		q.Targeted, err = measure.Sum(q.Targeted, targeted)
		q.Reached, other = measure.Sum(q.Reached, reached)
		if err != nil || other != nil {
			return WarningQuality{}, firstError(err, other)
		}
	}
	return q, nil
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// warned reports whether a warning was issued in the period and by the date.
func warned(w WarningRecord, period measure.Period, asOf measure.Date) bool {
	on := w.Issued.Date()
	return (period.IsZero() || period.Contains(on)) && !on.After(asOf)
}

// endOf returns the last second of a day.
func endOf(date measure.Date) Moment { return MomentOf(date, 23, 59, 59) }

// MeanLead returns the mean lead of the hits in minutes, exact; it is unknown
// where there are none (平均提前量).
func (q WarningQuality) MeanLead() measure.Ratio {
	return q.Lead.Minutes().Mul(measure.RatioOf(1, int64(q.Leads)))
}

// Accuracy returns hits over hits and false cries; it is unknown where there are
// none (准确率).
func (q WarningQuality) Accuracy() measure.Ratio {
	return measure.RatioOf(int64(q.Hits), int64(q.Hits)+int64(q.FalseCries))
}

// Reach returns people reached over people targeted; it is unknown where nobody was
// (覆盖面).
func (q WarningQuality) Reach() measure.Ratio {
	return measure.RatioOf(int64(q.Reached), int64(q.Targeted))
}
