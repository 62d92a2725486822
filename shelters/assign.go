package shelters

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/county-emergency/emergency/measure"
)

// Leg is the people of one village who go to one site (转移线路).
type Leg struct {
	Village, Site int // places in the lists of the task
	People        measure.People
	Metres        int64
}

// Assignment says who sleeps where (转移安置方案), with the certificate that no
// way to house everybody costs fewer person-metres. [CheckAssignment] verifies
// it without trusting how it was found.
type Assignment struct {
	Legs         []Leg // by village and then by site, as listed in the task
	PersonMetres int64 // people times metres, added up
	Farthest     int64 // the longest way anybody goes, in metres

	// VillagePrices and SitePrices are the certificate (对偶价格): what the last
	// person of a village costs in metres, and what one bed more in a site would
	// save at most. No way is shorter than the price of its village less that of
	// its site.
	VillagePrices, SitePrices []int64
	// Bound is what the prices prove: no assignment has fewer person-metres.
	// Where villages may be split it is PersonMetres itself.
	Bound int64

	// Search says how the search for whole villages ended; zero where they may
	// be split.
	Search Search
}

// Search is how far a bounded search went (搜索情况).
type Search struct {
	Nodes    int   // looked at
	Complete bool  // nothing was left to look at: the answer is the best
	Bound    int64 // no answer is lower, by the whole search and not the prices alone
}

// Assign houses the people of every village at least total distance (转移安置分配),
// within the beds, the usability, the step-free access and the distances of the
// task: exactly where villages may be split, by a bounded search with an honest
// gap where they are kept whole.
//
// The answer does not depend on the order of rows. Of several answers with the
// same person-metres, the one is taken that the solver meets first when
// villages and sites are numbered by their ids: it starts from the cheapest
// pairs, lower ids first (see internal/flow, Ties).
//
// The error is a [*Shortage] where there is no way to house everybody, a
// [*NoWhole] where there is one only if villages are split, [*spec.Faults] for
// a faulty task, and else says which number is out of range.
func Assign(t Task) (Assignment, error) {
	if err := t.Validate(); err != nil {
		return Assignment{}, err
	}
	s := newSolving(&t)
	a, err := s.split()
	if err == nil && t.Whole {
		a, err = s.whole(a)
	}
	if s.negative != nil {
		return Assignment{}, s.negative
	}
	var short *Shortage
	if errors.As(err, &short) {
		short.Add = leastBeds(t, short)
	}
	if err != nil {
		return Assignment{}, err
	}
	return a, nil
}

// solving is a task in the order of its ids, with what [Task.open] says of each
// village and site laid out for the solver, which asks for every pair.
type solving struct {
	task            *Task
	villages, sites []int
	limit           []int64 // metres to each site at most, -1 where it may not be used
	needs, free     []bool  // villages in need of, sites with step-free access
	negative        error   // the first negative distance met
}

func newSolving(t *Task) *solving {
	s := &solving{task: t, needs: make([]bool, len(t.Villages)), free: make([]bool, len(t.Sites)), limit: make([]int64, len(t.Sites))}
	s.villages, s.sites = t.order()
	for i, village := range s.villages {
		s.needs[i] = t.Villages[village].StepFree
	}
	for j, at := range s.sites {
		site := &t.Sites[at]
		s.free[j], s.limit[j] = t.counts(site.StepFree), math.MaxInt64
		if t.Farthest > 0 {
			s.limit[j] = t.Farthest
		}
		if site.Reach > 0 {
			s.limit[j] = min(s.limit[j], site.Reach)
		}
		if !t.counts(site.Usable) {
			s.limit[j] = -1
		}
	}
	return s
}

// cost asks for one pair by its place in the order of ids.
func (s *solving) cost(i, j int) (int64, bool) {
	limit := s.limit[j]
	if limit < 0 || s.needs[i] && !s.free[j] {
		return 0, false
	}
	metres, ok := s.task.Distance(s.villages[i], s.sites[j])
	if !ok || metres > limit {
		return 0, false
	}
	if metres < 0 {
		if s.negative == nil {
			s.negative = s.task.distanceFault(s.villages[i], s.sites[j], metres)
		}
		return 0, false
	}
	return metres, true
}

// plain reports whether the solver may ask for distances itself, which takes a
// third of the time off: the rows stand in the order of their ids, every way may
// be used however long it is, and no distance is negative.
func (s *solving) plain() bool {
	for j, site := range s.sites {
		if site != j || s.limit[j] != math.MaxInt64 {
			return false
		}
	}
	for i, village := range s.villages {
		if village != i || s.needs[i] && slices.Contains(s.free, false) {
			return false
		}
	}
	for i := range s.villages {
		for j := range s.sites {
			if metres, ok := s.task.Distance(i, j); ok && metres < 0 {
				return false
			}
		}
	}
	return true
}

func (s *solving) problem() flow.Problem {
	p := flow.Problem{Supplies: make([]int64, len(s.villages)), Capacities: make([]int64, len(s.sites)), Cost: s.cost}
	if s.plain() {
		p.Cost = s.task.Distance
	}
	for i, village := range s.villages {
		p.Supplies[i] = int64(s.task.Villages[village].People)
	}
	for j, site := range s.sites {
		if s.limit[j] >= 0 { // else nobody reaches it, and the solver need not ask
			p.Capacities[j] = int64(s.task.Sites[site].Beds)
		}
	}
	return p
}

// split solves the task with villages that may be split.
func (s *solving) split() (Assignment, error) {
	p := s.problem()
	r, err := flow.Solve(p)
	var cut *flow.Cut
	if errors.As(err, &cut) {
		return Assignment{}, s.shortage(cut)
	}
	if err != nil {
		return Assignment{}, fmt.Errorf("assignment: %w", err)
	}
	a := Assignment{PersonMetres: r.Cost, Bound: r.Cost, Legs: make([]Leg, len(r.Arcs)),
		VillagePrices: make([]int64, len(s.villages)), SitePrices: make([]int64, len(s.sites))}
	for k, arc := range r.Arcs {
		metres, _ := s.cost(arc.Source, arc.Sink)
		a.Legs[k] = Leg{s.villages[arc.Source], s.sites[arc.Sink], measure.People(arc.Units), metres}
		a.Farthest = max(a.Farthest, metres)
	}
	for i, price := range r.SourcePrices {
		a.VillagePrices[s.villages[i]] = price
	}
	for j, price := range r.SinkPrices {
		a.SitePrices[s.sites[j]] = price
	}
	sortLegs(a.Legs)
	return a, nil
}

func sortLegs(legs []Leg) {
	slices.SortFunc(legs, func(a, b Leg) int {
		return cmp.Or(cmp.Compare(a.Village, b.Village), cmp.Compare(a.Site, b.Site))
	})
}

// Gap returns by how much the person-metres may exceed the least possible, as
// a share of them (最优性差距): 0 where the answer is proven best. It is unknown
// where nobody walks.
func (a Assignment) Gap() measure.Ratio {
	bound := max(a.Bound, a.Search.Bound)
	if a.PersonMetres == bound {
		return measure.Whole(0)
	}
	return measure.RatioOf(a.PersonMetres-bound, a.PersonMetres)
}

// Housed returns how many people each site of a task takes in, by its place in
// the list.
func (a Assignment) Housed(sites int) []measure.People {
	out := make([]measure.People, sites)
	for _, leg := range a.Legs {
		if leg.Site >= 0 && leg.Site < sites {
			out[leg.Site] += leg.People
		}
	}
	return out
}

// People returns how many people the assignment houses.
func (a Assignment) People() measure.People {
	var sum measure.People
	for _, leg := range a.Legs {
		sum += leg.People
	}
	return sum
}

// Mean returns how many metres one person goes on average, exact (人均距离). It is
// unknown where there is nobody.
func (a Assignment) Mean() measure.Ratio {
	return measure.RatioOf(a.PersonMetres, int64(a.People()))
}
