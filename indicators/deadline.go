package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Deadline is one dated or periodic obligation found in the text of a plan
// (时限登记). One of By, Starts, Every and Within says when.
type Deadline struct {
	ID      string
	Title   spec.Text
	By      measure.Date     // due on this day
	Starts  measure.Year     // to be started in this year
	Every   Interval         // again and again
	Within  measure.Duration // of an event that no calendar foresees
	Source  spec.Source
	Carries []string
}

// Interval is how often something comes round (周期). The zero Interval is unset.
type Interval uint8

// The intervals.
const (
	_       Interval = iota
	Daily            // 每日
	Weekly           // 每周
	Monthly          // 每月
	Yearly           // 每年
)

var intervals = [...]string{Daily: "day", Weekly: "week", Monthly: "month", Yearly: "year"}

var intervalWords = [...]spec.Text{Daily: {EN: "every day", ZH: "每日"}, Weekly: {EN: "every week", ZH: "每周"},
	Monthly: {EN: "every month", ZH: "每月"}, Yearly: {EN: "every year", ZH: "每年"}}

// ParseInterval reads "day", "week", "month" or "year".
func ParseInterval(s string) (Interval, bool) {
	for i := Daily; i <= Yearly; i++ {
		if intervals[i] == s {
			return i, true
		}
	}
	return 0, false
}

// String returns the code, empty for the zero Interval.
func (i Interval) String() string {
	if int(i) >= len(intervals) {
		return ""
	}
	return intervals[i]
}

// In returns the interval in words, as "every year".
func (i Interval) In(lang spec.Lang) string {
	if int(i) >= len(intervalWords) {
		return ""
	}
	return intervalWords[i].In(lang)
}

// Next returns the last day by which something is due again that was last done
// on a day (下次应完成日): the next day; seven days later; the last day of the next
// month; the last day of the next year. It is unset for the zero Interval or an
// unset day.
func (i Interval) Next(done measure.Date) measure.Date {
	if done.IsZero() {
		return measure.Date{}
	}
	switch i {
	case Daily:
		return done.AddDays(1)
	case Weekly:
		return done.AddDays(7)
	case Monthly:
		return done.AddDays(1 - done.Day()).AddMonths(2).AddDays(-1)
	case Yearly:
		return (done.Year() + 1).LastDay()
	}
	return measure.Date{}
}

// Standing is where an obligation stands on a date.
type Standing uint8

// The standings of an obligation.
const (
	Recurring Standing = iota // periodic, or counted from an event: it has no one day
	Ahead                     // its day is still to come
	Passed                    // its day is over
	Beyond                    // it lies after the period of the plan: never due within it
)

// On returns where the obligation stands on a date within a plan's period
// (时限状态). A start is passed when its year is over. Whether it was done, the text
// does not say.
func (d Deadline) On(asOf measure.Date, period measure.Period) Standing {
	day := d.By
	if d.Starts != 0 {
		day = d.Starts.LastDay()
	}
	switch {
	case day.IsZero():
		return Recurring
	case !period.IsZero() && day.After(period.LastDay()):
		return Beyond
	case !asOf.IsZero() && asOf.Compare(day) > 0:
		return Passed
	}
	return Ahead
}
