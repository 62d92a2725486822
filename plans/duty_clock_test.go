package plans_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// The status of a ledger looks at one occurrence after another and stops at the
// date. Here all of them are laid out first and the verdicts put together last.
func TestStatusIsThatOfAllOccurrencesLaidOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawLedger(t)
		if rapid.Bool().Draw(t, "each day") {
			p.Ledger.Duties[0].When = plans.Recurrence{Rhythm: plans.EachDay}
		}
		p.Issued = spec.Cite(p.Period.FirstDay().AddDays(rapid.OneOf(rapid.IntRange(0, p.Period.Days()), rapid.IntRange(p.Period.Days(), p.Period.Days()+40)).Draw(t, "issued")), inPlan("文首"))
		interval := rapid.SampledFrom([]string{plans.RegularUndefined, plans.Yearly.String(), plans.Quarterly.String()}).Draw(t, "regular")
		before := rapid.SampledFrom([]string{plans.BeforeIssueCounts, plans.BeforeIssueExcluded}).Draw(t, "before issue")
		choices := spec.Choices{}.With(plans.ReadingRegularInterval, interval).With(plans.ReadingDutyBeforeIssue, before)
		asOf := drawAsOf(t, p.Period)
		for i, s := range p.Ledger.Status(p, drawRecords(t, p), asOf, choices).Duties {
			when := p.Ledger.Duties[i].When
			if when.Rhythm == plans.Regular && interval != plans.RegularUndefined {
				when.Rhythm, _ = plans.ParseRhythm(interval)
			}
			all := when.Occurrences(p.Period, p.Period.LastDay())
			if before == plans.BeforeIssueExcluded {
				all = slices.DeleteFunc(all, func(o plans.Occurrence) bool { return o.To.Before(p.Issued.Value) })
			}
			once := when.Rhythm == plans.ByDate || when.Rhythm == plans.Undated
			begun := slices.DeleteFunc(slices.Clone(all), func(o plans.Occurrence) bool { return !once && o.From.After(asOf) })
			got := make([]plans.Occurrence, len(s.Occurrences))
			var judged []spec.Verdict
			for k, o := range s.Occurrences {
				got[k] = o.Occurrence
				if o.IsDue || once && o.Verdict != spec.Unknown {
					judged = append(judged, o.Verdict)
				}
			}
			if !slices.Equal(got, begun) {
				t.Fatalf("%+v on %s: %d occurrences, want %d", when, asOf, len(got), len(begun))
			}
			if when.Rhythm.IsStanding() {
				continue
			}
			if s.Verdict != spec.All(judged...) || s.NotDue != (len(all) > 0 && len(judged) == 0) || s.NoInterval != (when.Rhythm == plans.Regular) {
				t.Fatalf("%+v on %s: %v, not due %v, no interval %v; judged %v of %d", when, asOf, s.Verdict, s.NotDue, s.NoInterval, judged, len(all))
			}
		}
	})
}

// The parts by who leads are filled from counts; here each is picked out of the
// ledger on its own.
func TestPartsByLeadHoldTheDutiesOfTheLead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawLedger(t).Ledger
		l.Bearers = rapid.SampledFrom([][]plans.Bearer{l.Bearers, l.Bearers[:1], nil}).Draw(t, "bearers") // some leads are not listed
		var seen measure.Count
		for _, part := range l.ByLead() {
			var want []string
			for _, d := range l.Duties {
				if d.Lead() == part.Key {
					want = append(want, d.ID)
				}
			}
			var got []string
			for _, d := range part.Duties {
				got = append(got, d.ID)
			}
			if len(got) == 0 || !slices.Equal(got, want) {
				t.Fatalf("%q leads %v, want %v", part.Key, got, want)
			}
			seen += measure.Count(len(got))
		}
		if seen != measure.Count(len(l.Duties)) {
			t.Fatalf("%d of %d duties in the parts", seen, len(l.Duties))
		}
	})
}
