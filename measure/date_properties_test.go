package measure_test

import (
	"testing"
	"time"

	"github.com/county-emergency/emergency/measure"
	"pgregory.net/rapid"
)

// The standard library's calendar is the second way; it is not used outside tests.
func clock(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// checkDay compares a date with the same instant of the standard library; outside the years 1 to 9999 it is to be unset.
func checkDay(t *rapid.T, what string, got measure.Date, want time.Time) {
	t.Helper()
	if want.Year() < 1 || want.Year() > 9999 {
		if !got.IsZero() {
			t.Fatalf("%s = %s, want unset", what, got)
		}
		return
	}
	if int(got.Year()) != want.Year() || got.Month() != int(want.Month()) || got.Day() != want.Day() ||
		got.String() != want.Format(time.DateOnly) {
		t.Fatalf("%s = %s, want %s", what, got, want.Format(time.DateOnly))
	}
}

// drawDay draws any day, with the ends of years and of the calendar more often.
func drawDay(t *rapid.T, label string) (measure.Date, time.Time) {
	year := rapid.OneOf(rapid.IntRange(1, 9999), rapid.IntRange(1999, 2032),
		rapid.SampledFrom([]int{1, 4, 100, 400, 1900, 2000, 9996, 9999})).Draw(t, label+" year")
	offset := rapid.OneOf(rapid.IntRange(0, 364), rapid.SampledFrom([]int{0, 58, 59, 60, 364})).Draw(t, label+" offset")
	at := clock(year, 1, 1).AddDate(0, 0, offset)
	return measure.DateOf(at.Year(), int(at.Month()), at.Day()), at
}

func TestDayExistsWhereTheCalendarHasIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.OneOf(rapid.IntRange(-1, 10001), rapid.IntRange(1890, 2110)).Draw(t, "year")
		month := rapid.IntRange(-1, 14).Draw(t, "month")
		day := rapid.OneOf(rapid.IntRange(-1, 33), rapid.IntRange(28, 31)).Draw(t, "day")
		got, at := measure.DateOf(year, month, day), clock(year, month, day)
		exists := year >= 1 && year <= 9999 && month >= 1 && month <= 12 && at.Day() == day && int(at.Month()) == month
		if exists == got.IsZero() {
			t.Fatalf("DateOf(%d, %d, %d) = %s", year, month, day, got)
		}
		if exists {
			checkDay(t, "DateOf", got, at)
		}
	})
}

func TestDayArithmeticAgreesWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at := drawDay(t, "d")
		e, et := drawDay(t, "e")
		if rapid.IntRange(0, 4).Draw(t, "same") == 0 {
			e, et = d, at
		}
		n := rapid.OneOf(rapid.IntRange(-800, 800), rapid.IntRange(-4_000_000, 4_000_000)).Draw(t, "n")
		checkDay(t, "AddDays", d.AddDays(n), at.AddDate(0, 0, n))
		if got, want := d.DaysUntil(e), int((et.Unix()-at.Unix())/86400); got != want {
			t.Fatalf("%s.DaysUntil(%s) = %d, want %d", d, e, got, want)
		}
		if back := d.AddDays(d.DaysUntil(e)); back != e {
			t.Fatalf("%s and the days until %s make %s", d, e, back)
		}
		if d.Compare(e) != at.Compare(et) || d.Before(e) != at.Before(et) || d.After(e) != at.After(et) ||
			d.Equal(e) != at.Equal(et) {
			t.Fatalf("order of %s and %s", d, e)
		}
	})
}

func TestMonthsLaterIsTheSameDayOrTheLastOfTheMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at := drawDay(t, "d")
		n := rapid.OneOf(rapid.IntRange(-40, 40), rapid.IntRange(-130_000, 130_000)).Draw(t, "months")
		first := clock(at.Year(), int(at.Month()), 1).AddDate(0, n, 0)
		last := first.AddDate(0, 1, -1)
		checkDay(t, "AddMonths", d.AddMonths(n), first.AddDate(0, 0, min(at.Day(), last.Day())-1))
		years := rapid.OneOf(rapid.IntRange(-8, 8), rapid.IntRange(-11_000, 11_000)).Draw(t, "years")
		if got, want := d.AddYears(years), d.AddMonths(12*years); got != want {
			t.Fatalf("AddYears(%d) of %s = %s, AddMonths says %s", years, d, got, want)
		}
	})
}

func TestDatesAreReadAsTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, at := drawDay(t, "d")
		text, err := d.MarshalText()
		if err != nil || string(text) != at.Format(time.DateOnly) {
			t.Fatalf("MarshalText = %q, %v", text, err)
		}
		var back measure.Date
		if err := back.UnmarshalText(text); err != nil || back != d {
			t.Fatalf("%q reads as %s, %v", text, back, err)
		}
		y := d.Year()
		text, err = y.MarshalText()
		var year measure.Year
		if err != nil || year.UnmarshalText(text) != nil || year != y || string(text) != at.Format("2006") {
			t.Fatalf("year %d is written %q and read %d", y, text, year)
		}
	})
}

func TestElapsedAndRemainingDaysMakeThePeriod(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(1, 9990).Draw(t, "from")
		to := from + rapid.IntRange(0, 9).Draw(t, "years more")
		p, err := measure.PeriodOf(measure.Year(from), measure.Year(to))
		if err != nil {
			t.Fatalf("PeriodOf: %v", err)
		}
		text, err := p.MarshalText()
		var back measure.Period
		if err != nil || back.UnmarshalText(text) != nil || back != p || !back.Equal(p) {
			t.Fatalf("%q reads as %s, %v", text, back, err)
		}
		days := int(clock(to+1, 1, 1).Sub(clock(from, 1, 1)) / (24 * time.Hour))
		if p.Days() != days || p.Len() != len(p.Years()) || p.Years()[0] != p.From() || p.Years()[p.Len()-1] != p.To() {
			t.Fatalf("%s: %d days, years %v", p, p.Days(), p.Years())
		}
		// The days of the period before a day, counted one by one around its ends.
		offset := rapid.OneOf(rapid.IntRange(-3, 3), rapid.IntRange(days-3, days+3), rapid.IntRange(0, days)).Draw(t, "offset")
		asOf := p.FirstDay().AddDays(offset)
		if asOf.IsZero() {
			return
		}
		if got, want := p.DaysElapsed(asOf), max(0, min(days, offset)); got != want {
			t.Fatalf("%s before %s: %d days, want %d", p, asOf, got, want)
		}
		inside := offset >= 0 && offset < days
		if p.Contains(asOf) != inside || p.ContainsYear(asOf.Year()) != inside {
			t.Fatalf("%s contains %s: %v, want %v", p, asOf, p.Contains(asOf), inside)
		}
	})
}
