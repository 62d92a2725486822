package indicators

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
)

// DivisionTally counts work accidents by division and year (分区事故统计): by county
// out of the records of a province, by township out of those of a county. The
// zero DivisionTally counts by county and is ready to use. Tallies of parts
// merge into that of the whole, in any order. It is not safe for use by several
// goroutines while it grows; give each its own and merge them.
type DivisionTally struct {
	level    hazards.Level // 0: county
	index    map[string]int
	tallies  []IncidentTally
	last     string // the division met last, written as in its record
	lastAt   int
	unplaced IncidentTally
}

// DivisionTallyOf returns an empty tally by divisions of a level.
func DivisionTallyOf(level hazards.Level) DivisionTally { return DivisionTally{level: level} }

// Add counts an accident of which every fact is known, with its grade, in the
// division of the level that it happened in (统计已知事故). One whose place is unset or
// a wider division is counted apart, [DivisionTally.Unplaced]. It allocates
// nothing once the division and the year were met.
func (t *DivisionTally) Add(incident *hazards.Incident, grade hazards.Grade) {
	t.at(incident.Place.Short()).Add(incident, grade)
}

// AddReported counts an accident as it was reported, with the grades its facts
// allow (统计填报事故).
func (t *DivisionTally) AddReported(incident *hazards.ReportedIncident, grades hazards.GradeRange) {
	t.at(incident.Place.Short()).AddReported(incident, grades)
}

// Merge adds all that another tally of the same level has counted (合并统计); ok is
// false, and nothing is added, where the levels differ.
func (t *DivisionTally) Merge(o DivisionTally) (ok bool) {
	if t.digits() != o.digits() {
		return false
	}
	for _, key := range o.keys() {
		t.at(key).Merge(o.tallies[o.index[key]])
	}
	t.unplaced.Merge(o.unplaced)
	return true
}

// Divisions returns the divisions met, in the order of their codes.
func (t *DivisionTally) Divisions() []hazards.DivisionCode {
	out := make([]hazards.DivisionCode, 0, len(t.index))
	for _, key := range t.keys() {
		if code, err := hazards.ParseDivisionCode(key); err == nil {
			out = append(out, code)
		}
	}
	return out
}

// Year returns what was counted of a division and a year, zeros where nothing
// was (分区年度事故合计).
func (t *DivisionTally) Year(division hazards.DivisionCode, year measure.Year) IncidentTotals {
	i, ok := t.index[division.Short()]
	if !ok {
		return (&IncidentTally{}).Year(year)
	}
	return t.tallies[i].Year(year)
}

// Unplaced returns the tally of the accidents whose place names no division of
// the level.
func (t *DivisionTally) Unplaced() *IncidentTally { return &t.unplaced }

// Sum returns the tally of all divisions and of what is unplaced together
// (全域合计).
func (t *DivisionTally) Sum() IncidentTally {
	var out IncidentTally
	for i := range t.tallies {
		out.Merge(t.tallies[i])
	}
	out.Merge(t.unplaced)
	return out
}

func (t *DivisionTally) keys() []string {
	out := make([]string, 0, len(t.index))
	for key := range t.index {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// digits returns the significant digits of a code of the level.
func (t *DivisionTally) digits() int {
	switch t.level {
	case hazards.Province:
		return 2
	case hazards.Prefecture:
		return 4
	case hazards.Township:
		return 9
	case hazards.Village:
		return 12
	}
	return 6
}

// at returns the tally of the division that a place lies in. Records often come
// in runs of one division, so that the one met last is tried first.
func (t *DivisionTally) at(place string) *IncidentTally {
	n := t.digits()
	if len(place) < n {
		return &t.unplaced
	}
	key := place[:n]
	if key == t.last {
		return &t.tallies[t.lastAt]
	}
	i, ok := t.index[key]
	if !ok {
		if t.index == nil {
			t.index = make(map[string]int)
		}
		i = len(t.tallies)
		t.index[key] = i
		t.tallies = append(t.tallies, IncidentTally{})
	}
	t.last, t.lastAt = key, i
	return &t.tallies[i]
}
