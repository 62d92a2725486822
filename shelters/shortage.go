package shelters

import (
	"fmt"
	"slices"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/county-emergency/emergency/measure"
)

// Shortage is the reason why not everybody can be housed, as data (安置缺口): these
// villages reach these sites and no others, and the sites lack the beds. It is
// an error, and [Assign] returns it as *Shortage. [CheckShortage] verifies it.
type Shortage struct {
	Villages  []int          // in want, by their places in the task
	People    measure.People // of those villages
	Sites     []int          // all that any of them may use
	Beds      measure.People // of those sites
	Missing   measure.People // People less Beds: so many cannot be housed
	Unreached []int          // those of the villages that may use no site at all: no bed helps them
	CutOff    []int          // those of the unreached that have no way to any usable site, known as such
	// Add is the fewest beds that house everybody who reaches a site, placed so
	// that all then walk least; see [Expand] for beds that have a price. It is
	// nil where the distances are too large to say.
	Add []Added
}

// Error says how much is missing where, in numbers only.
func (s *Shortage) Error() string {
	return fmt.Sprintf("shelters: %d villages with %d people reach %d sites with %d beds: %d missing",
		len(s.Villages), s.People, len(s.Sites), s.Beds, s.Missing)
}

func (s *solving) shortage(cut *flow.Cut) *Shortage {
	out := &Shortage{People: measure.People(cut.Supply), Beds: measure.People(cut.Capacity), Missing: measure.People(cut.Missing)}
	for _, i := range cut.Sources {
		out.Villages = append(out.Villages, s.villages[i])
		if !s.reaches(i) {
			out.Unreached = append(out.Unreached, s.villages[i])
			if s.task.cutOff(s.villages[i]) {
				out.CutOff = append(out.CutOff, s.villages[i])
			}
		}
	}
	for _, j := range cut.Sinks {
		out.Sites = append(out.Sites, s.sites[j])
	}
	slices.Sort(out.Villages)
	slices.Sort(out.Unreached)
	slices.Sort(out.CutOff)
	slices.Sort(out.Sites)
	return out
}

func (s *solving) reaches(i int) bool {
	for j := range s.sites {
		if _, ok := s.cost(i, j); ok {
			return true
		}
	}
	return false
}

// cutOff reports whether it is known of a village that there is no way from it to
// any usable site (孤岛村).
func (t *Task) cutOff(village int) bool {
	some := false
	for j := range t.Sites {
		if !t.counts(t.Sites[j].Usable) {
			continue
		}
		if metres, ok := t.Distance(village, j); ok || metres != NoWay {
			return false
		}
		some = true
	}
	return some
}

// leastBeds returns where the fewest beds would help most.
func leastBeds(t Task, s *Shortage) []Added {
	t.Villages = slices.Clone(t.Villages)
	for _, i := range s.Unreached {
		t.Villages[i].People = 0
	}
	x, err := Expand(t, func(int) (measure.Money, bool) { return measure.Fen(1), true })
	if err != nil {
		return nil
	}
	return x.Added
}
