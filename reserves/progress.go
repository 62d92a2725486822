package reserves

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Arrival is goods that are in people's hands from a moment on (到达物资).
type Arrival struct {
	Item     int    // place in the list of items
	Store    string // where they come from
	Quantity measure.Quantity
	At       measure.Duration // from the start of the clock, handing out included
}

// Progress is how many people have a full set of the essential items by each
// moment (救助进度). It is exact at every moment: between two stages nothing
// changes. The zero Progress serves nobody.
type Progress struct {
	people measure.People
	stages []Stage
}

// Stage is a moment from which more people are served, or others are waited
// for (进度节点).
type Stage struct {
	At     measure.Duration
	Served measure.People
	Item   int    // the scarcest essential item from then on, -1 where nothing is lacking
	Store  string // whose goods of that item arrive next, empty where none do
}

// ProgressOf returns how a number of people at one place are served by what
// arrives there. An essential item whose norm or basis is not known serves
// nobody for sure. The order of the arrivals does not matter.
func ProgressOf(people measure.People, items []Item, arrivals []Arrival, basis Basis) Progress {
	p := Progress{people: max(0, people)}
	order := slices.Clone(arrivals)
	slices.SortStableFunc(order, func(a, b Arrival) int {
		return cmp.Or(a.At.Cmp(b.At), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Store, b.Store))
	})
	have := make([]measure.Quantity, len(items))
	served := make([]measure.People, len(items))
	for i := range items {
		served[i] = items[i].sure(p.people, have[i], basis)
	}
	p.stage(measure.Duration{}, items, served, order)
	for k := 0; k < len(order); {
		at := order[k].At
		for ; k < len(order) && order[k].At == at; k++ {
			i := order[k].Item
			if i < 0 || i >= len(items) || order[k].Quantity.Sign() < 0 {
				continue
			}
			sum, err := have[i].Add(order[k].Quantity)
			if err != nil {
				sum = measure.Thousandths(most)
			}
			have[i] = sum
			served[i] = items[i].sure(p.people, sum, basis)
		}
		p.stage(at, items, served, order[k:])
	}
	return p
}

// sure returns how many of a number of people a quantity is sure to serve.
func (i *Item) sure(people measure.People, q measure.Quantity, basis Basis) measure.People {
	served, _ := i.served(people, spec.Exactly(q), basis)
	low, _ := served.Low()
	return min(people, low)
}

// stage adds a stage where it differs from the one before.
func (p *Progress) stage(at measure.Duration, items []Item, served []measure.People, rest []Arrival) {
	s := Stage{At: at, Served: p.people, Item: -1}
	essential := false
	for i := range items {
		if !items[i].Essential {
			continue
		}
		essential = true
		if served[i] < s.Served {
			s.Served, s.Item = served[i], i
		}
	}
	if !essential {
		s.Served = 0
	}
	if next := slices.IndexFunc(rest, func(a Arrival) bool { return a.Item == s.Item }); next >= 0 {
		s.Store = rest[next].Store
	}
	if n := len(p.stages); n > 0 {
		last := p.stages[n-1]
		if last.Served == s.Served && last.Item == s.Item && last.Store == s.Store {
			return
		}
		if last.At == at {
			p.stages[n-1] = s
			return
		}
	}
	p.stages = append(p.stages, s)
}

// Together returns the progress of several places as one: whom it waits for is
// the place with the most people still to be served, the first where several
// are equal (合计进度).
func Together(places ...Progress) Progress {
	var out Progress
	var times []measure.Duration
	for _, p := range places {
		out.people = atMostAll(out.people, p.people)
		for _, s := range p.stages {
			times = append(times, s.At)
		}
	}
	slices.SortFunc(times, measure.Duration.Cmp)
	for _, at := range slices.Compact(times) {
		s := Stage{At: at, Item: -1}
		waiting := measure.People(0)
		for _, p := range places {
			one := p.at(at)
			s.Served = atMostAll(s.Served, one.Served)
			if left := p.people - one.Served; left > waiting {
				waiting, s.Item, s.Store = left, one.Item, one.Store
			}
		}
		if n := len(out.stages); n > 0 && out.stages[n-1].Served == s.Served && out.stages[n-1].Item == s.Item && out.stages[n-1].Store == s.Store {
			continue
		}
		out.stages = append(out.stages, s)
	}
	return out
}

// People returns whom the progress is about.
func (p Progress) People() measure.People { return p.people }

// Stages returns the stages in order of time.
func (p Progress) Stages() []Stage { return slices.Clone(p.stages) }

// Served returns how many people are served by a moment, the moment included.
func (p Progress) Served(by measure.Duration) measure.People { return p.at(by).Served }

// At returns the stage that a moment lies in.
func (p Progress) At(by measure.Duration) Stage { return p.at(by) }

func (p Progress) at(by measure.Duration) Stage {
	i, found := slices.BinarySearchFunc(p.stages, by, func(s Stage, by measure.Duration) int { return s.At.Cmp(by) })
	if found {
		return p.stages[i]
	}
	if i == 0 {
		return Stage{Item: -1}
	}
	return p.stages[i-1]
}

// ReachedAt returns when a number of people are served; ok is false where they
// never are.
func (p Progress) ReachedAt(people measure.People) (at measure.Duration, ok bool) {
	for _, s := range p.stages {
		if s.Served >= people {
			return s.At, true
		}
	}
	return at, false
}
