package hazards

import "github.com/county-emergency/emergency/measure"

// GradeTally counts accidents by grade (事故等级统计). Tallies add up with
// [GradeTally.Merge].
type GradeTally struct {
	Accidents measure.Count                    // all of them
	settled   [Extraordinary + 1]measure.Count // by the one grade the facts leave
	possible  [Extraordinary + 1]measure.Count // by every grade the facts allow
}

// Add counts one accident by the grades it can have. A range without grades, as
// from the zero table, counts as an accident of which nothing is settled.
func (t *GradeTally) Add(r GradeRange) {
	t.Accidents++
	if grade, ok := r.Settled(); ok {
		t.settled[grade]++
	}
	if r.Lowest == 0 || r.Highest > Extraordinary {
		r = GradeRange{Ordinary, Extraordinary}
	}
	for g := r.Lowest; g <= r.Highest; g++ {
		t.possible[g]++
	}
}

// Merge adds the counts of another tally.
func (t *GradeTally) Merge(o GradeTally) {
	t.Accidents += o.Accidents
	for g := range t.settled {
		t.settled[g] += o.settled[g]
		t.possible[g] += o.possible[g]
	}
}

// Of returns how many accidents have the grade for certain, and how many can
// have it as far as their facts are known. Both are 0 for no grade.
func (t GradeTally) Of(g Grade) (certain, possible measure.Count) {
	if g > Extraordinary {
		return 0, 0
	}
	return t.settled[g], t.possible[g]
}

// Unsettled returns how many accidents have no one grade yet: facts are missing.
func (t GradeTally) Unsettled() measure.Count {
	out := t.Accidents
	for _, n := range t.settled {
		out -= n
	}
	return out
}

// Equal reports whether both tallies count the same.
func (t GradeTally) Equal(o GradeTally) bool { return t == o }

// GradeIncidents counts the accidents of a period by grade, as they were known
// on a date (事故等级统计): accidents after the date are left out, facts observed
// later are unknown. An unset period takes all years, an unset date takes
// everything.
func GradeIncidents(incidents []ReportedIncident, table GradeTable, period measure.Period, asOf measure.Date) GradeTally {
	var out GradeTally
	for i := range incidents {
		one := &incidents[i]
		if !counts(one, period, asOf) {
			continue
		}
		out.Add(table.Bounds(one.AsOf(asOf)))
	}
	return out
}

func counts(r *ReportedIncident, period measure.Period, asOf measure.Date) bool {
	return (period.IsZero() || period.Contains(r.Date)) && !r.Date.After(asOf)
}
