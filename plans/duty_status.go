package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// OccurrenceStatus is where one occurrence of a duty stands on a date
// (期次履职情况).
type OccurrenceStatus struct {
	Occurrence
	Done    measure.Count // pieces of evidence that count
	IsDue   bool          // the due day has come
	Late    bool          // enough was done only after the due day
	Verdict spec.Verdict  // Unknown, too, while it is not due and not done
}

// DutyStatus is where a duty stands on a date (履职情况).
type DutyStatus struct {
	Duty        Duty
	Occurrences []OccurrenceStatus // those that have begun; none of a standing duty
	Last        DutyEvidence       // the evidence that decides a standing duty, or the last of any other
	Verdict     spec.Verdict       // of what is due: all of it
	NotDue      bool               // nothing of it is due yet
	NoInterval  bool               // 定期 without an interval: nothing can come due
}

// Overdue returns the occurrences that are due and neither done nor waived
// (逾期期次). A verdict of Unknown says that nobody showed it either way.
func (s DutyStatus) Overdue() []OccurrenceStatus {
	var out []OccurrenceStatus
	for _, o := range s.Occurrences {
		if o.IsDue && o.Verdict != spec.Met && o.Verdict != spec.NotApplicable {
			out = append(out, o)
		}
	}
	return out
}

// clockwork is what the ledger's duties are judged with.
type clockwork struct {
	period   measure.Period
	undated  measure.Date   // when what has no date is due, unset for never
	interval Rhythm         // what 定期 is read as, 0 for nothing
	from     measure.Date   // occurrences due before are not asked for; unset asks for all
	complete measure.Period // the years of which all evidence is on record
	asOf     measure.Date
}

// occurring gives what the duty asks for under the readings chosen.
func (c clockwork) occurring(d Duty) occurring {
	when := d.When
	if when.Rhythm == Regular && c.interval != 0 {
		when.Rhythm = c.interval
	}
	return when.occurring(c.period, c.undated)
}

// next returns the next occurrence that is asked for.
func (c clockwork) next(all *occurring) (o Occurrence, ok bool) {
	for o, ok = all.next(); ok && o.To.Before(c.from); {
		o, ok = all.next()
	}
	return o, ok
}

// status judges a duty by the evidence of it.
func (c clockwork) status(d Duty, evidence []DutyEvidence) DutyStatus {
	s := DutyStatus{Duty: d}
	var mine []DutyEvidence
	for _, e := range evidence {
		if e.Duty == d.ID && !e.On.After(c.asOf) {
			mine = append(mine, e)
			if s.Last.State == 0 || e.supersedes(s.Last) {
				s.Last = e
			}
		}
	}
	if d.When.Rhythm.IsStanding() {
		s.Verdict = s.Last.State.verdict()
		return s
	}
	single := !d.When.Rhythm.IsPeriodic() && d.When.Rhythm != Regular
	all := c.occurring(d)
	o, ok := c.next(&all)
	if !ok {
		s.NoInterval = d.When.Rhythm == Regular && c.interval == 0
		return s
	}
	s.Occurrences = make([]OccurrenceStatus, 0, c.begun(all.when.Rhythm))
	var due spec.Tally
	for ; ok; o, ok = c.next(&all) {
		if o.From.After(c.asOf) && !single {
			break
		}
		one := c.occurrence(d, o, mine, single)
		s.Occurrences = append(s.Occurrences, one)
		if one.IsDue || (single && one.Verdict != spec.Unknown) {
			due.Add(one.Verdict)
		}
	}
	s.NotDue = due.Total() == 0
	s.Verdict = due.Verdict()
	return s
}

// begun returns how many occurrences have begun on the date at most.
func (c clockwork) begun(r Rhythm) int {
	if !r.IsPeriodic() {
		return 1
	}
	years := min(c.period.Len(), int(c.asOf.Year()-c.period.From())+1)
	return r.perYear() * max(years, 0)
}

// occurrence judges one time that a duty comes due. Evidence against the duty
// takes away what was done before it; what is done once is done whenever it was.
func (c clockwork) occurrence(d Duty, o Occurrence, mine []DutyEvidence, single bool) OccurrenceStatus {
	out := OccurrenceStatus{Occurrence: o, IsDue: !o.Due.IsZero() && !c.asOf.Before(o.Due)}
	outside := func(e DutyEvidence) bool { return !single && (e.On.Before(o.From) || e.On.After(o.To)) }
	var cut measure.Date // of the last evidence against it
	for _, e := range mine {
		if e.State.verdict() == spec.Unmet && !outside(e) && (cut.IsZero() || cut.Before(e.On)) {
			cut = e.On
		}
	}
	waived := false
	inTime := measure.Count(0)
	for _, e := range mine {
		switch {
		case outside(e) || (!cut.IsZero() && !cut.Before(e.On)):
		case e.State == Waived:
			waived = true
		case e.State == Done:
			out.Done++
			if !e.On.After(o.Due) {
				inTime++
			}
		}
	}
	need := max(d.When.Times, 1)
	switch {
	case out.Done >= need:
		out.Verdict, out.Late = spec.Met, inTime < need
	case waived:
		out.Verdict = spec.NotApplicable
	case out.IsDue && (!cut.IsZero() || c.complete.Contains(o.Due)):
		out.Verdict = spec.Unmet
	}
	return out
}
