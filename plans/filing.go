package plans

import "github.com/county-emergency/emergency/measure"

// Workday says whether a day is a working day (工作日): neither a weekend nor a
// public holiday, or one that is worked to make up for a holiday. known is
// false for a day that the calendar does not cover; nothing is guessed then.
type Workday func(day measure.Date) (working, known bool)

// WorkdayAfter returns the n-th working day after a day, which itself does not
// count (第 n 个工作日). ok is false where the calendar does not cover all days
// until then, where there is no calendar or no day, and for a negative n; n = 0
// is the day itself.
func WorkdayAfter(day measure.Date, n measure.Count, calendar Workday) (due measure.Date, ok bool) {
	if day.IsZero() || n < 0 || n > maxWorkdays || calendar == nil {
		return measure.Date{}, false
	}
	for n > 0 {
		if day = day.AddDays(1); day.IsZero() {
			return measure.Date{}, false
		}
		working, known := calendar(day)
		if !known {
			return measure.Date{}, false
		}
		if working {
			n--
		}
	}
	return day, true
}

// maxWorkdays keeps a damaged figure from walking to the end of the calendar.
const maxWorkdays = 2500

// Calendar is the exceptions to a week of five working days in whole years
// (工作日历): public holidays and the Saturdays and Sundays worked for them, as the
// State Council's office announces them each year. It is data of the caller.
type Calendar struct {
	Years    measure.Period // the years whose exceptions are all here
	Holidays []measure.Date // days off that are not weekends or are listed as holidays
	MadeUp   []measure.Date // 调休上班: weekends that are working days
}

// Workday returns the calendar as a function. A day outside its years is not
// known. Of a day in both lists nothing is known.
func (c Calendar) Workday() Workday {
	off, on := map[measure.Date]bool{}, map[measure.Date]bool{}
	for _, d := range c.Holidays {
		off[d] = true
	}
	for _, d := range c.MadeUp {
		on[d] = true
	}
	return func(day measure.Date) (working, known bool) {
		if day.IsZero() || !c.Years.Contains(day) || off[day] && on[day] {
			return false, false
		}
		if off[day] || on[day] {
			return on[day], true
		}
		return weekday(day) < 5, true
	}
}

// weekday is 0 for Monday to 6 for Sunday.
func weekday(day measure.Date) int {
	monday := measure.DateOf(2000, 1, 3)
	return ((monday.DaysUntil(day) % 7) + 7) % 7
}
