package shelters

import (
	"errors"
	"fmt"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/county-emergency/emergency/measure"
)

// Added is beds added to one site (增加容量).
type Added struct {
	Site  int
	Beds  measure.People
	Money measure.Money
}

// Expansion is the cheapest beds that let everybody be housed (最小增容).
type Expansion struct {
	Added []Added // by site
	Beds  measure.People
	Money measure.Money
	Then  Assignment // who sleeps where once the beds are there
}

// Expand returns the cheapest way to add beds so that everybody of the task can
// be housed, and of the cheapest ways one that then has the fewest
// person-metres (扩容方案). price says what one bed more costs in a site, by its
// place in the list; ok is false where none can be added. Villages may be split,
// whatever the task says. Nothing is added where nothing is missing.
//
// The error is a [*Shortage] where no beds help: villages that reach no site
// that can grow. Distances and prices together must stay in range; what does not
// is an error.
func Expand(t Task, price func(site int) (measure.Money, bool)) (Expansion, error) {
	t.Whole = false
	if err := t.Validate(); err != nil {
		return Expansion{}, err
	}
	s := newSolving(&t)
	n, m := len(s.villages), len(s.sites)
	longest, people := int64(0), int64(0)
	for i := range n {
		if people += int64(t.Villages[i].People); people < 0 {
			return Expansion{}, fmt.Errorf("expansion: %w", flow.SupplyRange)
		}
		for j := range m {
			if metres, ok := s.cost(i, j); ok {
				longest = max(longest, metres)
			}
		}
	}
	if s.negative != nil {
		return Expansion{}, s.negative
	}
	// One fen weighs more than the metres along any path through all villages
	// and sites, so that money decides and distance breaks the ties.
	nodes := int64(n + m + 2)
	if longest >= farApart/nodes {
		return Expansion{}, fmt.Errorf("expansion: %w", flow.CostRange)
	}
	weight := longest*nodes + 1
	p := s.problem()
	p.Capacities = append(p.Capacities, make([]int64, m)...)
	prices := make([]int64, m)
	for j, site := range s.sites {
		money, ok := price(site)
		if !ok {
			continue
		}
		if money.Sign() < 0 || money.Fen() > farApart/weight {
			return Expansion{}, fmt.Errorf("expansion: site %q: %w", t.Sites[site].ID, flow.CostRange)
		}
		prices[j] = money.Fen()
		p.Capacities[m+j] = people
	}
	p.Cost = func(i, j int) (int64, bool) {
		if j < m {
			return s.cost(i, j)
		}
		metres, ok := s.cost(i, j-m)
		return metres + prices[j-m]*weight, ok
	}
	r, err := flow.Solve(p)
	var cut *flow.Cut
	if errors.As(err, &cut) {
		return Expansion{}, s.unhelped(cut)
	}
	if err != nil {
		return Expansion{}, fmt.Errorf("expansion: %w", err)
	}
	return s.expansion(t, r, prices)
}

// expansion reads the added beds off the flow and assigns anew with them.
func (s *solving) expansion(t Task, r flow.Result, prices []int64) (Expansion, error) {
	m := len(s.sites)
	beds := make([]measure.People, m)
	for _, arc := range r.Arcs {
		if arc.Sink >= m {
			beds[s.sites[arc.Sink-m]] += measure.People(arc.Units)
		}
	}
	each := make([]int64, m)
	for j, site := range s.sites {
		each[site] = prices[j]
	}
	var x Expansion
	t.Sites = append([]Site(nil), t.Sites...)
	for site, n := range beds {
		if n == 0 {
			continue
		}
		money, err := measure.Fen(each[site]).Mul(int64(n))
		if err != nil {
			return Expansion{}, err
		}
		x.Added = append(x.Added, Added{Site: site, Beds: n, Money: money})
		x.Beds += n
		if x.Money, err = x.Money.Add(money); err != nil {
			return Expansion{}, err
		}
		if t.Sites[site].Beds, err = measure.Add(t.Sites[site].Beds, n); err != nil {
			return Expansion{}, err
		}
	}
	var err error
	x.Then, err = Assign(t)
	return x, err
}

// unhelped turns a cut of the task with beds added into one of the task itself.
func (s *solving) unhelped(cut *flow.Cut) *Shortage {
	own := *cut
	own.Sinks, own.Capacity = nil, 0
	m := len(s.sites)
	for _, j := range cut.Sinks {
		if j < m {
			own.Sinks = append(own.Sinks, j)
			own.Capacity += int64(s.task.Sites[s.sites[j]].Beds)
		}
	}
	own.Missing = own.Supply - own.Capacity
	return s.shortage(&own)
}
