package plans_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// october is the calendar of 2024 as far as it matters around the national day.
func october() plans.Calendar {
	c := plans.Calendar{Years: period(2024, 2024), MadeUp: []measure.Date{date(2024, 9, 29), date(2024, 10, 12)}}
	for d := 1; d <= 7; d++ {
		c.Holidays = append(c.Holidays, date(2024, 10, d))
	}
	return c
}

func ExampleWorkdayAfter() {
	due, ok := plans.WorkdayAfter(date(2024, 9, 27), 20, october().Workday())
	fmt.Println(due, ok)
	// A year later the calendar is not known, and nothing is guessed.
	_, ok = plans.WorkdayAfter(date(2025, 9, 26), 20, october().Workday())
	fmt.Println(ok)
	// Output:
	// 2024-10-30 true
	// false
}

func TestWorkdaysOfACalendar(t *testing.T) {
	workday := october().Workday()
	for _, tt := range []struct {
		day            measure.Date
		working, known bool
	}{
		{date(2024, 9, 27), true, true},   // a Friday
		{date(2024, 9, 28), false, true},  // a Saturday
		{date(2024, 9, 29), true, true},   // a Sunday that is worked
		{date(2024, 10, 1), false, true},  // a Tuesday off
		{date(2024, 10, 12), true, true},  // a Saturday that is worked
		{date(2024, 10, 13), false, true}, // a Sunday
		{date(2023, 12, 31), false, false},
		{date(2025, 1, 1), false, false},
		{measure.Date{}, false, false},
	} {
		if working, known := workday(tt.day); working != tt.working || known != tt.known {
			t.Errorf("%v: %v %v", tt.day, working, known)
		}
	}
	both := october()
	both.MadeUp = append(both.MadeUp, date(2024, 10, 1))
	if _, known := both.Workday()(date(2024, 10, 1)); known {
		t.Error("a day that is off and worked is known")
	}
}

func TestAWorkdayAfterIsTheOneThatSlowCountingFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendar := plans.Calendar{Years: period(2023, 2025)}
		for range rapid.IntRange(0, 12).Draw(t, "exceptions") {
			day := date(2024, 1, 1).AddDays(rapid.IntRange(-60, 400).Draw(t, "day"))
			if rapid.Bool().Draw(t, "off") {
				calendar.Holidays = append(calendar.Holidays, day)
			} else {
				calendar.MadeUp = append(calendar.MadeUp, day)
			}
		}
		workday := calendar.Workday()
		from := date(2024, 1, 1).AddDays(rapid.IntRange(0, 360).Draw(t, "from"))
		n := rapid.IntRange(0, 30).Draw(t, "n")
		due, ok := plans.WorkdayAfter(from, measure.Count(n), workday)
		if !ok {
			conflict := false
			for d := from; !d.After(from.AddDays(120)); d = d.AddDays(1) {
				if _, known := workday(d); !known {
					conflict = true
				}
			}
			if !conflict {
				t.Fatal("every day is known and no answer came")
			}
			return
		}
		if due.Before(from) {
			t.Fatalf("%v is before %v", due, from)
		}
		seen := 0
		for d := from.AddDays(1); !d.After(due); d = d.AddDays(1) {
			if working, _ := workday(d); working {
				seen++
			}
		}
		if last, _ := workday(due); seen != n || n > 0 && !last {
			t.Fatalf("%d working days until %v, want %d", seen, due, n)
		}
	})
}

func TestWorkdayAfterRefusesWhatItCannotCount(t *testing.T) {
	workday := october().Workday()
	for name, call := range map[string]func() (measure.Date, bool){
		"no day":      func() (measure.Date, bool) { return plans.WorkdayAfter(measure.Date{}, 1, workday) },
		"no calendar": func() (measure.Date, bool) { return plans.WorkdayAfter(date(2024, 5, 1), 1, nil) },
		"backwards":   func() (measure.Date, bool) { return plans.WorkdayAfter(date(2024, 5, 1), -1, workday) },
		"too many":    func() (measure.Date, bool) { return plans.WorkdayAfter(date(2024, 5, 1), 1<<40, workday) },
		"the end of the calendar": func() (measure.Date, bool) {
			return plans.WorkdayAfter(date(9999, 12, 30), 5, func(measure.Date) (bool, bool) { return true, true })
		},
	} {
		if due, ok := call(); ok || !due.IsZero() {
			t.Errorf("%s: %v", name, due)
		}
	}
	if due, ok := plans.WorkdayAfter(date(2024, 5, 1), 0, workday); !ok || due != date(2024, 5, 1) {
		t.Errorf("no days after: %v %v", due, ok)
	}
}

// filing is a register of one plan issued on 27 September 2024.
func filing(filed spec.Observed[measure.Date], workday plans.Workday) plans.Records {
	return plans.Records{Contingency: plans.ContingencyRecords{HasPlans: true, Workday: workday,
		Plans: []plans.Contingency{{ID: "a", Kind: plans.SpecialPlan, Issued: date(2024, 9, 27), Filed: filed}}}}
}

func filingClock() plans.ContingencyProvisions {
	return plans.ContingencyProvisions{Clocks: []plans.PlanClock{{Clock: plans.FilingClock,
		Kinds: []plans.ContingencyKind{plans.SpecialPlan}, Limit: spec.Cite[measure.Count](20, inPlan("f"))}}}
}

func TestFilingWithinTwentyWorkingDays(t *testing.T) {
	known := october().Workday()
	no := spec.Exactly(measure.Date{})
	for _, tt := range []struct {
		name    string
		filed   spec.Observed[measure.Date]
		workday plans.Workday
		asOf    measure.Date
		want    spec.Verdict
		overdue bool
	}{
		{"on the last day", spec.Exactly(date(2024, 10, 30)), known, date(2024, 12, 31), spec.Met, false},
		{"a day late", spec.Exactly(date(2024, 10, 31)), known, date(2024, 12, 31), spec.Unmet, false},
		{"within 20 days, without a calendar", spec.Exactly(date(2024, 10, 17)), nil, date(2024, 12, 31), spec.Met, false},
		{"after 21 days, without a calendar", spec.Exactly(date(2024, 10, 18)), nil, date(2024, 12, 31), spec.Unknown, false},
		{"not filed, in time", no, known, date(2024, 10, 30), spec.NotApplicable, false},
		{"not filed, a day late", no, known, date(2024, 10, 31), spec.Unmet, true},
		{"not filed, without a calendar", no, nil, date(2024, 12, 31), spec.Unknown, false},
		{"not filed, nothing due yet under any calendar", no, nil, date(2024, 10, 17), spec.NotApplicable, false},
		{"nobody said, too late", spec.Observed[measure.Date]{}, known, date(2024, 12, 31), spec.Unknown, false},
		{"nobody said, in time", spec.Observed[measure.Date]{}, known, date(2024, 10, 30), spec.NotApplicable, false},
		{"filed later than the date, late already", spec.Exactly(date(2024, 12, 1)), known, date(2024, 11, 15), spec.Unmet, true},
		{"no date", no, known, measure.Date{}, spec.Unknown, false},
	} {
		states := filing(tt.filed, tt.workday).Clocks(filingClock(), tt.asOf)
		if len(states) != 1 || states[0].Verdict != tt.want || states[0].Overdue() != tt.overdue {
			t.Errorf("%s: %+v, want %v", tt.name, states, tt.want)
		}
	}
}

func TestWhoFilesWithinTheDaysIsInTimeUnderAnyCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		off := map[measure.Date]bool{}
		for i := range 40 {
			if rapid.IntRange(0, 3).Draw(t, "off") == 0 {
				off[date(2024, 9, 27).AddDays(i)] = true
			}
		}
		calendar := func(d measure.Date) (bool, bool) { return !off[d], true }
		filed := spec.Exactly(date(2024, 9, 27).AddDays(rapid.IntRange(0, 20).Draw(t, "filed")))
		if s := filing(filed, calendar).Clocks(filingClock(), date(2025, 1, 1))[0]; s.Verdict != spec.Met {
			t.Fatalf("%+v", s)
		}
	})
}
