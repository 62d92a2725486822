package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ClockState is one clock of one plan as of a date (时限状态).
type ClockState struct {
	Plan    string
	Name    string
	Clock   ClockKind
	Limit   PlanClock
	Start   measure.Date // the issue, or the last review or drill
	Due     measure.Date // the last day in time; unset where it cannot be worked out
	Done    measure.Date // a filing: when it happened, unset where it did not
	Verdict spec.Verdict
}

// Overdue reports whether the clock has run out (逾期). A filing that was late is
// unmet for good; it is overdue only while it has not happened.
func (s ClockState) Overdue() bool { return s.Verdict == spec.Unmet && s.Done.IsZero() }

// Clocks returns every clock of every plan in force on a date, in the order of
// the register and of [ClockKinds]. Clocks that no rule in force sets are left
// out, and so are those of plans whose day of issue is not known, of which only
// the last drill may be judged.
func (r Records) Clocks(p ContingencyProvisions, asOf measure.Date) []ClockState {
	var out []ClockState
	first := firstIssues(r.Contingency.Plans, asOf)
	last := lastDrills(r.Contingency.Plans, r.Drills, asOf)
	for i := range r.Contingency.Plans {
		c := &r.Contingency.Plans[i]
		if c.InForce(asOf) == spec.Unmet {
			continue
		}
		for _, kind := range ClockKinds() {
			on := asOf
			if kind == FilingClock {
				on = c.Issued // the rule that was in force when it was issued
			}
			limit, ok := p.clock(kind, c.Kind, on)
			if !ok {
				continue
			}
			s := ClockState{Plan: c.ID, Name: c.Name, Clock: kind, Limit: limit}
			switch kind {
			case FilingClock:
				r.Contingency.filing(&s, c, asOf)
			case ReviewClock:
				review(&s, c, asOf)
			case RevisionClock:
				s.Start = c.Issued
				recur(&s, asOf, spec.Unmet)
			default:
				r.drilled(&s, first[editionKey(*c)], last[editionKey(*c)], asOf)
			}
			out = append(out, s)
		}
	}
	return out
}

// Overdue returns the clocks that have run out, the longest overdue first and
// then in the order given (逾期清单).
func Overdue(states []ClockState) []ClockState {
	var out []ClockState
	for _, s := range states {
		if s.Overdue() {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b ClockState) int { return a.Due.Compare(b.Due) })
	return out
}

// filing judges a filing. As n working days take n days at least, whoever files
// within n days is in time under any calendar, and nothing is due before.
func (r ContingencyRecords) filing(s *ClockState, c *Contingency, asOf measure.Date) {
	n := s.Limit.Limit.Value
	if c.Issued.IsZero() || n < 0 || n > maxWorkdays {
		return
	}
	s.Start = c.Issued
	surely := c.Issued.AddDays(int(n))
	due, known := WorkdayAfter(c.Issued, n, r.Workday)
	if known {
		s.Due = due
	}
	filed, answered := c.Filed.Value()
	if filed.After(asOf) {
		filed = measure.Date{} // not yet on this date
	}
	switch {
	case !filed.IsZero():
		s.Done = filed
		switch {
		case !filed.After(surely) || known && !filed.After(due):
			s.Verdict = spec.Met
		case known:
			s.Verdict = spec.Unmet
		}
	case asOf.IsZero():
	case !asOf.After(surely) || known && !asOf.After(due):
		s.Verdict = spec.NotApplicable // there is still time
	case answered && known:
		s.Verdict = spec.Unmet
	}
}

// review judges a review: the last one, or the issue where there was none.
func review(s *ClockState, c *Contingency, asOf measure.Date) {
	reviewed, answered := c.Reviewed.Value()
	s.Start = c.Issued
	if !reviewed.After(asOf) && (reviewed.After(s.Start) || s.Start.IsZero()) {
		s.Start = reviewed
	}
	late := spec.Unknown // a review that nobody entered may have happened
	if answered {
		late = spec.Unmet
	}
	recur(s, asOf, late)
}

// recur sets when it is due again and whether it was done: Met while the date
// has not passed the due day, which is the start and so many months.
func recur(s *ClockState, asOf measure.Date, late spec.Verdict) {
	n := s.Limit.Limit.Value
	if s.Start.IsZero() || asOf.IsZero() || s.Start.After(asOf) || n < 0 || n > 12*100 {
		return
	}
	s.Due = s.Start.AddMonths(int(n))
	s.Verdict = spec.Met
	if s.Due.Before(asOf) {
		s.Verdict = late
	}
}

// drilled judges the drill of a plan. A drill that is not on record may have
// happened unless the records of all years since it had to are complete. A
// plan whose last drill failed is not met until one passes.
func (r Records) drilled(s *ClockState, issued measure.Date, last drilledOn, asOf measure.Date) {
	s.Start = issued
	if last.on.After(s.Start) || s.Start.IsZero() {
		s.Start = last.on
	}
	if asOf.IsZero() {
		return
	}
	n := s.Limit.Limit.Value
	since := asOf.AddMonths(-int(min(max(n, 0), 12*100)))
	late := spec.Unmet
	for y := since.Year(); y <= asOf.Year(); y++ {
		if !r.HasDrills || !r.Complete.ContainsYear(y) {
			late = spec.Unknown
		}
	}
	recur(s, asOf, late)
	if last.failed {
		s.Verdict = spec.Unmet
	}
}

// drilledOn is the last drill of a plan, its later editions among it.
type drilledOn struct {
	on     measure.Date
	failed bool // the last one failed
}

// editionKey names what all editions of one plan have in common: its kind and
// subject, or the id where it has no subject.
func editionKey(c Contingency) planKey {
	if subject := c.Subject(); subject != "" {
		return planKey{c.Kind, subject}
	}
	return planKey{c.Kind, "id:" + c.ID}
}

// firstIssues returns the earliest day of issue over the editions of each plan
// that had been issued by a date.
func firstIssues(list []Contingency, asOf measure.Date) map[planKey]measure.Date {
	out := make(map[planKey]measure.Date, len(list))
	for i := range list {
		key, issued := editionKey(list[i]), list[i].Issued
		if have := out[key]; !issued.After(asOf) && (have.IsZero() || issued.Before(have)) {
			out[key] = issued
		}
	}
	return out
}

// lastDrills returns the last drill of each plan by a date. Of several on one
// day a failed one counts as the last.
func lastDrills(list []Contingency, drills []Drill, asOf measure.Date) map[planKey]drilledOn {
	keys := make(map[string]planKey, len(list))
	for i := range list {
		keys[list[i].ID] = editionKey(list[i])
	}
	out := map[planKey]drilledOn{}
	for i := range drills {
		d := &drills[i]
		key, ok := keys[d.Plan]
		if !ok || d.Date.IsZero() || d.Date.After(asOf) {
			continue
		}
		passed, judged := d.Passed.Value()
		failed := judged && !passed
		have, seen := out[key]
		switch {
		case !seen || d.Date.After(have.on):
			out[key] = drilledOn{d.Date, failed}
		case d.Date == have.on && failed:
			out[key] = drilledOn{d.Date, true}
		}
	}
	return out
}
