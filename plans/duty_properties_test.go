package plans_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func drawRecurrence(t *rapid.T, p measure.Period) plans.Recurrence {
	r := plans.Recurrence{Rhythm: rapid.SampledFrom(plans.Rhythms()).Draw(t, "rhythm")}
	if r.Rhythm == plans.ByDate {
		r.By = p.FirstDay().AddDays(rapid.IntRange(-400, 3000).Draw(t, "by"))
	}
	if r.Rhythm == plans.Yearly && rapid.Bool().Draw(t, "day of year") {
		r.Month, r.Day = rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")
	}
	if r.Rhythm.IsPeriodic() {
		r.Times = measure.Count(rapid.IntRange(0, 3).Draw(t, "times"))
	}
	return r
}

func drawPeriod(t *rapid.T) measure.Period {
	from := rapid.IntRange(2019, 2025).Draw(t, "from")
	return period(measure.Year(from), measure.Year(from+rapid.IntRange(0, 4).Draw(t, "years")))
}

// A duty is never due before it starts, and a rhythm never skips a day of the
// period: each interval begins the day after the one before.
func TestDueDatesNeverBeforeTheirStartAndNoDaySkipped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPeriod(t)
		r := drawRecurrence(t, p)
		all := r.Occurrences(p, p.LastDay())
		for i, o := range all {
			if o.Due.Before(o.From) || o.To.Before(o.Due) || o.From.IsZero() || o.To.IsZero() {
				t.Fatalf("%v: %+v", r, o)
			}
			if i > 0 && all[i-1].To.AddDays(1) != o.From {
				t.Fatalf("%v: a gap or overlap between %+v and %+v", r, all[i-1], o)
			}
		}
		if !r.Rhythm.IsPeriodic() {
			return
		}
		if all[0].From != p.FirstDay() || all[len(all)-1].To != p.LastDay() {
			t.Fatalf("%v does not cover %v: %v … %v", r, p, all[0], all[len(all)-1])
		}
		// Counted a second way, by the calendar.
		years := p.Len()
		days := p.Days()
		want := map[plans.Rhythm]int{plans.EachDay: days, plans.EachWeek: (days + 6) / 7, plans.EachMonth: 12 * years,
			plans.Quarterly: 4 * years, plans.HalfYearly: 2 * years, plans.Yearly: years}[r.Rhythm]
		if len(all) != want {
			t.Fatalf("%v over %v: %d occurrences, want %d", r, p, len(all), want)
		}
	})
}

func drawLedger(t *rapid.T) plans.Provisions {
	p := ledger()
	p.Period = drawPeriod(t)
	for i := range rapid.IntRange(1, 6).Draw(t, "duties") {
		r := drawRecurrence(t, p.Period)
		if r.Rhythm == plans.EachDay {
			r.Rhythm = plans.EachMonth // a day's list says no more and takes long
		}
		d := duty(fmt.Sprint("d", i), rapid.SampledFrom([]string{"", "em", "town"}).Draw(t, "bearer"), r)
		d.Source.Place = rapid.SampledFrom([]string{"一", "二", "三"}).Draw(t, "place")
		p.Ledger.Duties = append(p.Ledger.Duties, d)
	}
	return p
}

func drawEvidence(t *rapid.T, p plans.Provisions, n int) []plans.DutyEvidence {
	var out []plans.DutyEvidence
	for range n {
		out = append(out, plans.DutyEvidence{Duty: rapid.SampledFrom(p.Ledger.Duties).Draw(t, "duty").ID,
			On:    p.Period.FirstDay().AddDays(rapid.IntRange(-30, p.Period.Days()+30).Draw(t, "on")),
			State: rapid.SampledFrom([]plans.EvidenceState{plans.Done, plans.Done, plans.Done, plans.NotDone, plans.Lapsed, plans.Waived}).Draw(t, "state")})
	}
	return out
}

func drawRecords(t *rapid.T, p plans.Provisions) plans.Records {
	r := plans.Records{HasEvidence: rapid.Bool().Draw(t, "table"), Evidence: drawEvidence(t, p, rapid.IntRange(0, 25).Draw(t, "rows"))}
	if rapid.Bool().Draw(t, "complete") {
		r.EvidenceComplete = p.Period
	}
	return r
}

func drawAsOf(t *rapid.T, p measure.Period) measure.Date {
	return p.FirstDay().AddDays(rapid.IntRange(-10, p.Days()+40).Draw(t, "as of"))
}

// More proof that something was done never turns met into unmet.
func TestFulfillingEvidenceNeverTurnsMetIntoUnmet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawLedger(t)
		r := drawRecords(t, p)
		asOf := drawAsOf(t, p.Period)
		before := status(p, r, asOf)
		more := r
		extra := drawEvidence(t, p, rapid.IntRange(1, 6).Draw(t, "more"))
		for i := range extra {
			extra[i].State = plans.Done
		}
		more.Evidence = slices.Concat(r.Evidence, extra)
		after := status(p, more, asOf)
		for i := range before.Duties {
			if before.Duties[i].Verdict == spec.Met && after.Duties[i].Verdict != spec.Met {
				t.Fatalf("%v: met became %v", before.Duties[i].Duty.When, after.Duties[i].Verdict)
			}
		}
		if len(after.Overdue()) > len(before.Overdue()) {
			t.Fatalf("%d overdue became %d", len(before.Overdue()), len(after.Overdue()))
		}
	})
}

// A lapse after everything that was shown never turns unmet into met, and turns
// a standing duty that was met into unmet.
func TestALapseNeverHelpsAndCanUndo(t *testing.T) {
	undone := 0
	law := func(t *rapid.T) {
		p := drawLedger(t)
		r := drawRecords(t, p)
		asOf := drawAsOf(t, p.Period)
		d := rapid.SampledFrom(p.Ledger.Duties).Draw(t, "lapsing")
		on := asOf
		for _, e := range r.Evidence {
			if !e.On.After(asOf) && on.Before(e.On) {
				on = e.On
			}
		}
		more := r
		more.Evidence = slices.Concat(r.Evidence, []plans.DutyEvidence{{Duty: d.ID, On: on, State: plans.Lapsed}})
		before, after := status(p, r, asOf), status(p, more, asOf)
		for i, s := range before.Duties {
			got := after.Duties[i].Verdict
			if s.Verdict != spec.Met && got == spec.Met {
				t.Fatalf("a lapse made %v", got)
			}
			if s.Duty.ID != d.ID {
				continue
			}
			if d.When.Rhythm.IsStanding() && got != spec.Unmet {
				t.Fatalf("a standing duty that lapsed is %v", got)
			}
			if s.Verdict == spec.Met && got == spec.Unmet {
				undone++
			}
		}
	}
	until(t, law, func() bool { return undone > 0 })
}

// What is known later never unsays what was overdue, and evidence of a later day
// is not read.
func TestLaterEvidenceIsNotRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawLedger(t)
		r := drawRecords(t, p)
		asOf := drawAsOf(t, p.Period)
		known := r
		known.Evidence = slices.DeleteFunc(slices.Clone(r.Evidence), func(e plans.DutyEvidence) bool { return e.On.After(asOf) })
		a, b := status(p, r, asOf), status(p, known, asOf)
		for i := range a.Duties {
			if a.Duties[i].Verdict != b.Duties[i].Verdict {
				t.Fatalf("%v against %v", a.Duties[i], b.Duties[i])
			}
		}
		for _, item := range a.Overdue() {
			if asOf.Before(item.Due) {
				t.Fatalf("overdue before its day: %+v", item)
			}
		}
	})
}

// The ledger's parts by lead and by clause hold each duty once, and so do the
// scores of the departments.
func TestPartsOfTheLedgerAgreeWithTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawLedger(t)
		whole := make([]string, 0, len(p.Ledger.Duties))
		for _, d := range p.Ledger.Duties {
			whole = append(whole, d.ID)
		}
		slices.Sort(whole)
		for name, parts := range map[string][]plans.LedgerPart{"lead": p.Ledger.ByLead(), "clause": p.Ledger.ByClause()} {
			var ids []string
			for _, part := range parts {
				if len(part.Duties) == 0 {
					t.Fatalf("%s: %q is empty", name, part.Key)
				}
				for _, d := range part.Duties {
					if name == "lead" && d.Lead() != part.Key || name == "clause" && d.Source.Place != part.Key {
						t.Fatalf("%s %q holds %+v", name, part.Key, d)
					}
					ids = append(ids, d.ID)
				}
			}
			slices.Sort(ids)
			if !slices.Equal(ids, whole) {
				t.Fatalf("by %s: %v, all: %v", name, ids, whole)
			}
		}
		a := plans.Assess(p, drawRecords(t, p), drawAsOf(t, p.Period), spec.Choices{})
		var sum, all spec.Tally
		for _, s := range a.DepartmentScores() {
			sum.Merge(s.Duties)
		}
		for _, d := range a.Ledger.Duties {
			if !d.NotDue && !d.NoInterval {
				all.Add(d.Verdict)
			}
		}
		if sum != all {
			t.Fatalf("departments %+v, duties %+v", sum, all)
		}
	})
}

// Everything due in a year stands in that year's list, in no other, and each
// list of a bearer is the part of the whole list that is theirs.
func TestWorkListsHoldEveryDueDateOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawLedger(t)
		want := map[string]int{}
		for _, d := range p.Ledger.Due(p, date(2099, 1, 1), spec.Choices{}) {
			if p.Period.Contains(d.Due) {
				want[d.Duty.ID+" "+d.Due.String()]++
			}
		}
		got := map[string]int{}
		for _, y := range p.Period.Years() {
			all, ok := p.Ledger.WorkList(p, y, "", spec.Choices{})
			if !ok {
				t.Fatal("no list")
			}
			parts := 0
			for _, item := range all.Items {
				if item.Section == plans.DueInYear {
					for _, o := range item.Dues {
						got[item.Duty.ID+" "+o.Due.String()]++
						if !y.Contains(o.Due) {
							t.Fatalf("%v in the list of %v", o, y)
						}
					}
				}
				if len(item.Duty.Bearers) > 0 {
					parts++
				}
			}
			for _, b := range p.Ledger.Bearers {
				mine, _ := p.Ledger.WorkList(p, y, b.Name.ZH, spec.Choices{})
				parts -= len(mine.Items)
			}
			if parts != 0 {
				t.Fatalf("%v: lists of bearers miss %d items", y, parts)
			}
		}
		for k, n := range got {
			if n != want[k] || n != 1 {
				t.Fatalf("%s stands %d times, want %d", k, n, want[k])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d due dates in lists, %d in the ledger", len(got), len(want))
		}
	})
}
