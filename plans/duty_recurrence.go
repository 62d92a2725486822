package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Rhythm is how a duty comes due (履职频次). The zero Rhythm is unset.
type Rhythm uint8

// The rhythms.
const (
	_          Rhythm = iota
	ByDate            // 限期: once, by a day
	Undated           // 未定期限: once, and the clause gives no day
	EachDay           // 每日
	EachWeek          // 每周
	EachMonth         // 每月
	Quarterly         // 每季度
	HalfYearly        // 每半年
	Yearly            // 每年
	Continuous        // 持续: at all times
	PerCase           // 逐案: whenever there is a case, of which no calendar knows
	Regular           // 定期: again and again, at an interval that the clause does not give
)

var rhythms = [...]struct {
	code string
	text spec.Text
}{
	ByDate:     {"by-date", spec.Text{EN: "by a date", ZH: "限期"}},
	Undated:    {"undated", spec.Text{EN: "once, no date given", ZH: "未定期限"}},
	EachDay:    {"day", spec.Text{EN: "every day", ZH: "每日"}},
	EachWeek:   {"week", spec.Text{EN: "every week", ZH: "每周"}},
	EachMonth:  {"month", spec.Text{EN: "every month", ZH: "每月"}},
	Quarterly:  {"quarter", spec.Text{EN: "every quarter", ZH: "每季度"}},
	HalfYearly: {"half-year", spec.Text{EN: "every half-year", ZH: "每半年"}},
	Yearly:     {"year", spec.Text{EN: "every year", ZH: "每年"}},
	Continuous: {"continuous", spec.Text{EN: "at all times", ZH: "持续"}},
	PerCase:    {"case", spec.Text{EN: "in each case", ZH: "逐案"}},
	Regular:    {"regular", spec.Text{EN: "at intervals not given", ZH: "定期（未定周期）"}},
}

// Rhythms returns every rhythm in a fixed order.
func Rhythms() []Rhythm {
	return []Rhythm{ByDate, Undated, EachDay, EachWeek, EachMonth, Quarterly, HalfYearly, Yearly, Continuous, PerCase, Regular}
}

// ParseRhythm reads the code of a rhythm, as "half-year".
func ParseRhythm(s string) (Rhythm, bool) {
	for _, r := range Rhythms() {
		if rhythms[r].code == s {
			return r, true
		}
	}
	return 0, false
}

// String returns the code, empty for the zero Rhythm.
func (r Rhythm) String() string {
	if int(r) >= len(rhythms) {
		return ""
	}
	return rhythms[r].code
}

// In returns the rhythm in words.
func (r Rhythm) In(lang spec.Lang) string {
	if int(r) >= len(rhythms) {
		return ""
	}
	return rhythms[r].text.In(lang)
}

// IsPeriodic reports whether a calendar knows the occurrences.
func (r Rhythm) IsPeriodic() bool { return r >= EachDay && r <= Yearly }

// IsStanding reports whether the duty has no due date of its own: it holds at
// all times, or whenever there is a case.
func (r Rhythm) IsStanding() bool { return r == Continuous || r == PerCase }

// Recurrence is when a duty comes due (履职周期).
type Recurrence struct {
	Rhythm Rhythm
	Times  measure.Count // in each occurrence; 0 is once
	By     measure.Date  // of ByDate
	Month  int           // with Day: the day of the year by which a yearly duty is due,
	Day    int           // 0 where it is the last
}

// Occurrence is one time that a duty comes due (应履职期次). From ≤ Due ≤ To:
// what is done after Due and not after To was late.
type Occurrence struct {
	From measure.Date
	Due  measure.Date // unset where the clause gives no date and no reading sets one
	To   measure.Date
}

// Occurrences returns each time that the duty comes due in a period, in order.
// Those of a periodic rhythm cover the period without gap or overlap; the last
// is cut at the period's last day. Weeks run from the period's first day. One
// by a date is a single occurrence, and so is one without a date, due on a day
// that the caller gives (undated), unset for never. Standing and regular duties
// have none.
func (r Recurrence) Occurrences(period measure.Period, undated measure.Date) []Occurrence {
	all := r.occurring(period, undated)
	var out []Occurrence
	for o, ok := all.next(); ok; o, ok = all.next() {
		out = append(out, o)
	}
	return out
}

// occurring gives the occurrences of a recurrence one at a time: a day's duty
// has some 1,800 in a plan's period, of which most questions need the first few
// or a count.
type occurring struct {
	when    Recurrence
	from    measure.Date // first day of the next; unset where there is none
	last    measure.Date // of the period
	undated measure.Date
}

func (r Recurrence) occurring(period measure.Period, undated measure.Date) occurring {
	c := occurring{when: r, last: period.LastDay(), undated: undated}
	if r.Rhythm == ByDate || r.Rhythm == Undated || r.Rhythm.IsPeriodic() {
		c.from = period.FirstDay()
	}
	return c
}

// next returns the next occurrence; ok is false where there is none.
func (c *occurring) next() (o Occurrence, ok bool) {
	from := c.from
	if from.IsZero() || from.After(c.last) {
		return Occurrence{}, false
	}
	switch c.when.Rhythm {
	case ByDate:
		c.from = measure.Date{}
		return once(from, c.when.By, c.last), true
	case Undated:
		c.from = measure.Date{}
		return once(from, c.undated, c.last), true
	}
	c.from = c.when.Rhythm.next(from)
	o = Occurrence{From: from, Due: c.last, To: c.last}
	if !c.from.IsZero() && !c.from.After(c.last) {
		before := c.from.AddDays(-1)
		o.Due, o.To = before, before
	}
	if c.when.Rhythm == Yearly && c.when.Month != 0 {
		if day := measure.DateOf(int(from.Year()), c.when.Month, c.when.Day); !day.IsZero() {
			o.Due = day
		}
	}
	return o, true
}

func once(first, due, last measure.Date) Occurrence {
	one := Occurrence{From: first, Due: due, To: last}
	if due.After(last) {
		one.To = due
	}
	if due.Before(first) {
		one.From = due
	}
	return one
}

// perYear is the most occurrences that a year can hold.
func (r Rhythm) perYear() int {
	switch r {
	case EachDay:
		return 366
	case EachWeek:
		return 53
	case EachMonth:
		return 12
	case Quarterly:
		return 4
	case HalfYearly:
		return 2
	}
	return 1
}

// next returns the first day of the following interval.
func (r Rhythm) next(from measure.Date) measure.Date {
	switch r {
	case EachDay:
		return from.AddDays(1)
	case EachWeek:
		return from.AddDays(7)
	case EachMonth:
		return from.AddMonths(1)
	case Quarterly:
		return from.AddMonths(3)
	case HalfYearly:
		return from.AddMonths(6)
	}
	return from.AddMonths(12)
}
