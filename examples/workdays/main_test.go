package main

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
)

func TestTheSecondCountyUsesThisTable(t *testing.T) {
	var out, complain strings.Builder
	if code := run([]string{"-years", "2023-2027"}, &out, &complain); code != 0 {
		t.Fatal(code, complain.String())
	}
	have, err := os.ReadFile("../secondcounty/data/workdays.csv")
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(have) {
		t.Error("examples/secondcounty/data/workdays.csv is another table: go run . -years 2023-2027")
	}
}

// The days off and the weekends worked in 2024 and 2025, written down from memory
// of the yearly notices and not from the library.
func TestKnownYears(t *testing.T) {
	for _, tt := range []struct {
		years       string
		off, madeUp int
		worked      string
	}{
		{"2024-2024", 30, 8, "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12"},
		{"2025-2025", 28, 5, "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"},
	} {
		off, worked := read(t, tt.years)
		if len(off) != tt.off || len(worked) != tt.madeUp || strings.Join(worked, " ") != tt.worked {
			t.Errorf("%s: %d days off, worked %v", tt.years, len(off), worked)
		}
	}
}

// Twenty working days after 27 September 2024, by hand: Sunday 29 and Monday 30
// September, 8 to 12 October with its Saturday, then 14 to 18, 21 to 25 and 28 to
// 30 October; 1 to 7 October are off.
func TestTwentyWorkingDaysOverTheNationalDay(t *testing.T) {
	off, worked := read(t, "2024-2024")
	calendar := plans.Calendar{Years: period(t, "2024-2024"), Holidays: dates(t, off), MadeUp: dates(t, worked)}
	due, ok := plans.WorkdayAfter(measure.DateOf(2024, 9, 27), 20, calendar.Workday())
	if !ok || due != measure.DateOf(2024, 10, 30) {
		t.Errorf("%v %v", due, ok)
	}
}

func TestYearsThatAreNotKnownAreRefused(t *testing.T) {
	for args, want := range map[string]int{"-years 1999-1999": 1, "-years 2023": 2, "-lang fr": 2, "-nonsense": 2} {
		var out, complain strings.Builder
		if code := run(strings.Fields(args), &out, &complain); code != want || out.String() != "" || complain.String() == "" {
			t.Errorf("%s: %d %q", args, code, out.String())
		}
	}
}

func read(t *testing.T, years string) (off, worked []string) {
	t.Helper()
	var out, complain strings.Builder
	if code := run([]string{"-years", years, "-lang", "en"}, &out, &complain); code != 0 {
		t.Fatal(complain.String())
	}
	rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if row[1] == "true" {
			worked = append(worked, row[0])
		} else {
			off = append(off, row[0])
		}
	}
	return off, worked
}

func dates(t *testing.T, list []string) []measure.Date {
	t.Helper()
	var out []measure.Date
	for _, s := range list {
		d, err := measure.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

func period(t *testing.T, s string) measure.Period {
	t.Helper()
	p, err := measure.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
