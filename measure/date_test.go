package measure_test

import (
	"math"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/google/go-cmp/cmp"
)

func TestDateTextRefuses(t *testing.T) {
	for _, text := range []string{
		"2022-8-2", "2022-08-32", "2022-13-01", "2022-00-10", "2022-01-00", "2023-02-29", "1900-02-29", "2021-04-31",
		"0000-01-01", "10000-01-01", "-022-08-02", "2022/08/02", "2022-08/02", "2022-08-02 ", " 2022-08-02", "20220802", "2022-08",
		"2022-08-0x", "2022-0x-02", "202x-08-02", "２０２２-08-02", "2022年8月2日", "2022-08-02T00:00:00Z", "+022-08-02",
	} {
		if d, err := measure.ParseDate(text); code(err) != measure.CodeDate || !d.IsZero() {
			t.Errorf("ParseDate(%q) = %s, %v", text, d, err)
		}
		d := measure.DateOf(2022, 8, 2)
		if err := d.UnmarshalText([]byte(text)); code(err) != measure.CodeDate || d != measure.DateOf(2022, 8, 2) {
			t.Errorf("UnmarshalText(%q) left %s, %v", text, d, err)
		}
	}
	for _, text := range []string{"", "0000", "21", "02021", "20211", "2O21", "-021", "+021", "２０２１", "2021年", " 021"} {
		if y, err := measure.ParseYear(text); code(err) != measure.CodeDate || y != 0 {
			t.Errorf("ParseYear(%q) = %d, %v", text, y, err)
		}
		y := measure.Year(2021)
		if err := y.UnmarshalText([]byte(text)); text != "" && (code(err) != measure.CodeDate || y != 2021) {
			t.Errorf("Year.UnmarshalText(%q) left %d, %v", text, y, err)
		}
	}
	for _, text := range []string{"", "2021", "2021-", "2021–2025", "2025-2021", "2021-25", "2021-20255", "0000-2025", "2021-0000",
		"2021/2025", "202x-2025", "2021-202x"} {
		if p, err := measure.ParsePeriod(text); code(err) != measure.CodePeriod || !p.IsZero() {
			t.Errorf("ParsePeriod(%q) = %s, %v", text, p, err)
		}
	}
	p, err := measure.PeriodOf(2021, 2025)
	if before := p; err != nil || code(p.UnmarshalText([]byte("2021"))) != measure.CodePeriod || p != before {
		t.Errorf("Period.UnmarshalText left %s", p)
	}
}

func TestUnsetDatesAnswerNothing(t *testing.T) {
	var unset measure.Date
	day := measure.DateOf(2022, 8, 2)
	var period measure.Period
	plan, err := measure.PeriodOf(2021, 2025)
	if err != nil {
		t.Fatal(err)
	}
	got := []any{
		unset.Before(day), unset.After(day), day.Before(unset), day.After(unset), unset.DaysUntil(day), day.DaysUntil(unset),
		unset.Compare(day), day.Compare(unset), unset.Compare(unset), unset.AddDays(1).IsZero(), unset.AddMonths(1).IsZero(),
		unset.AddYears(1).IsZero(), unset.Year().IsZero(), unset.Month(), unset.Day(), unset.String(),
		period.Len(), len(period.Years()), period.Days(), period.DaysElapsed(day), plan.DaysElapsed(unset), plan.Contains(unset),
		period.Contains(day), period.Contains(unset), period.ContainsYear(0), period.FirstDay().IsZero(), period.LastDay().IsZero(),
		period.String(), measure.Year(0).String(), measure.Year(0).Contains(unset), measure.Year(0).FirstDay().IsZero(),
		measure.Year(0).Valid(), measure.Year(10000).Valid(), measure.Year(10000).LastDay().IsZero(), measure.Year(10000).String(),
		measure.Year(2022).Contains(day), measure.Year(2021).Contains(day),
	}
	want := []any{
		false, false, false, false, 0, 0,
		-1, 1, 0, true, true,
		true, true, 0, 0, "—",
		0, 0, 0, 0, 0, false,
		false, false, false, true, true,
		"—", "—", false, true,
		false, false, true, "10000",
		true, false,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, m := range []interface{ MarshalText() ([]byte, error) }{unset, period, measure.Year(0)} {
		if b, err := m.MarshalText(); err != nil || len(b) != 0 {
			t.Errorf("%T: %q, %v", m, b, err)
		}
	}
	y := measure.Year(2021)
	if day.UnmarshalText(nil) != nil || !day.IsZero() || y.UnmarshalText(nil) != nil || y != 0 ||
		plan.UnmarshalText(nil) != nil || !plan.IsZero() {
		t.Error("the empty text does not read as unset")
	}
	for _, y := range []measure.Year{-1, 10000} {
		if b, err := y.MarshalText(); code(err) != measure.CodeDate || b != nil {
			t.Errorf("MarshalText of year %d = %q, %v", y, b, err)
		}
	}
}

func TestDaysAtTheEndsOfTheCalendar(t *testing.T) {
	first, last := measure.DateOf(1, 1, 1), measure.DateOf(9999, 12, 31)
	if n := first.DaysUntil(last); n != 3652058 || first.AddDays(n) != last || last.AddDays(-n) != first {
		t.Errorf("%d days from %s to %s", n, first, last)
	}
	for _, d := range []measure.Date{
		first.AddDays(-1), last.AddDays(1), first.AddDays(math.MaxInt), last.AddDays(math.MinInt), first.AddMonths(-1),
		last.AddMonths(1), first.AddMonths(math.MaxInt), first.AddMonths(math.MinInt), first.AddYears(-1), last.AddYears(1),
		last.AddYears(math.MinInt), first.AddYears(math.MaxInt),
	} {
		if !d.IsZero() {
			t.Errorf("%s, want unset", d)
		}
	}
	if d := measure.DateOf(1, 2, 28).AddMonths(-1); d != measure.DateOf(1, 1, 28) {
		t.Errorf("the month before February of year 1: %s", d)
	}
	if d := first.AddMonths(9999*12 - 1); d != measure.DateOf(9999, 12, 1) {
		t.Errorf("all months later: %s", d)
	}
}

func TestEveryDayFollowsTheOneBefore(t *testing.T) {
	d, n := measure.DateOf(1896, 1, 1), 0
	for year := 1896; year <= 2104; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= 31; day++ {
				want := measure.DateOf(year, month, day)
				if want.IsZero() {
					continue
				}
				if d != want {
					t.Fatalf("%s, want %s", d, want)
				}
				d, n = d.AddDays(1), n+1
			}
		}
	}
	if n != 209*365+51 { // leap years 1896 to 2104 without 1900 and 2100
		t.Errorf("%d days", n)
	}
}

func TestPeriodBounds(t *testing.T) {
	for _, tt := range []struct {
		from, to measure.Year
		ok       bool
	}{{2021, 2025, true}, {2021, 2021, true}, {1, 9999, true}, {2021, 2020, false}, {0, 2025, false}, {2021, 10000, false}, {-1, 1, false}} {
		if p, err := measure.PeriodOf(tt.from, tt.to); (err == nil) != tt.ok || err != nil && code(err) != measure.CodePeriod || p.IsZero() == tt.ok {
			t.Errorf("PeriodOf(%d, %d) = %s, %v", tt.from, tt.to, p, err)
		}
	}
	p, err := measure.ParsePeriod("2021-2021")
	if err != nil || p.Days() != 365 || p.Len() != 1 {
		t.Errorf("a period of one year: %s, %d days, %v", p, p.Days(), err)
	}
	years := p.Years()
	years[0] = 1999
	if diff := cmp.Diff([]measure.Year{2021}, p.Years()); diff != "" {
		t.Errorf("the years handed out can be changed:\n%s", diff)
	}
}
