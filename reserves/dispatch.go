package reserves

import (
	"errors"
	"fmt"
	"slices"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/county-emergency/emergency/measure"
)

// Dispatch is which supply sends how much to which place (调拨方案).
type Dispatch struct {
	Consignments []Consignment // by place, then by supply
	Within       measure.Duration
	Done         measure.Duration // when the last unit is handed out
	Cost         int64            // the least at which all of it arrives within Within

	problem flow.Problem
	proof   flow.Result
}

// Within returns the cheapest dispatch in which every place has what it needs
// by a moment, the moment included (限时调拨). The error is a [*Shortage] where
// there is none, or a [NetFault].
func (n SupplyNet) Within(limit measure.Duration) (Dispatch, error) {
	if err := n.validate(); err != nil {
		return Dispatch{}, err
	}
	return n.solve(limit, 0)
}

// Earliest returns the dispatch that is complete at the earliest moment, and of
// those the cheapest (最早完成调拨). The error is a [*Shortage] where some place
// never gets what it needs, or a [NetFault].
func (n SupplyNet) Earliest() (Dispatch, error) {
	if err := n.validate(); err != nil {
		return Dispatch{}, err
	}
	times := n.times()
	if len(times) == 0 {
		return n.solve(measure.Duration{}, 0)
	}
	// More time never makes a dispatch impossible, so the least moment is found
	// by halving. The costs do not matter until it is.
	free := n.free()
	var fault error
	i, _ := slices.BinarySearchFunc(times, 0, func(limit measure.Duration, _ int) int {
		_, err := free.solve(limit, 0)
		var short *Shortage
		switch {
		case err == nil:
			return 1
		case !errors.As(err, &short):
			fault = err
		}
		return -1
	})
	if fault != nil {
		return Dispatch{}, fault
	}
	return n.solve(times[min(i, len(times)-1)], 0)
}

// Most returns a dispatch that brings as many units as can arrive by a moment,
// and of those the cheapest, with the shortage that remains, nil where none does
// (限时最大调拨).
func (n SupplyNet) Most(limit measure.Duration) (Dispatch, *Shortage, error) {
	if err := n.validate(); err != nil {
		return Dispatch{}, nil, err
	}
	d, err := n.solve(limit, 0)
	var short *Shortage
	if !errors.As(err, &short) {
		return d, nil, err
	}
	// The greatest shortage is exactly what has to stay behind.
	d, err = n.solve(limit, short.Missing)
	return d, short, err
}

// free returns the net without costs.
func (n SupplyNet) free() SupplyNet {
	out := SupplyNet{Needs: n.Needs, Supplies: slices.Clone(n.Supplies), Links: slices.Clone(n.Links)}
	for i := range out.Supplies {
		out.Supplies[i].Cost = 0
	}
	for i := range out.Links {
		out.Links[i].Cost = 0
	}
	return out
}

// solve sends everything within a limit; without units of the needs may stay
// unmet, at no cost.
func (n SupplyNet) solve(limit measure.Duration, without int64) (Dispatch, error) {
	p := n.problem(limit, without)
	result, err := flow.Solve(p.Problem)
	var cut *flow.Cut
	if errors.As(err, &cut) {
		return Dispatch{}, p.shortage(cut)
	}
	if err != nil {
		return Dispatch{}, fmt.Errorf("%w: %w", NetRange, err)
	}
	d := Dispatch{Consignments: p.consignments(result.Arcs), Within: limit, Cost: result.Cost, problem: p.Problem, proof: result}
	for _, c := range d.Consignments {
		if d.Done.Less(c.At) {
			d.Done = c.At
		}
	}
	return d, nil
}

// Check returns nil if the dispatch is one of the net and its prices prove that
// none is cheaper, and otherwise an error that says what is wrong. It does not
// trust the solver: quantities, limits and times are added up anew.
func (d Dispatch) Check(n SupplyNet) error {
	left := slices.Clone(n.Needs)
	held := make([]int64, len(n.Supplies))
	for k, s := range n.Supplies {
		held[k] = s.Units
	}
	carried := make([]int64, len(n.Links))
	cost := int64(0)
	for _, c := range d.Consignments {
		l := slices.IndexFunc(n.Links, func(l Link) bool {
			return c.Supply < len(n.Supplies) && l.Store == n.Supplies[c.Supply].Store && l.Place == c.Place
		})
		switch {
		case l < 0:
			return fmt.Errorf("reserves: no link from supply %d to place %d", c.Supply, c.Place)
		case c.Units <= 0 || n.arrives(c.Supply, l) != c.At || d.Within.Less(c.At):
			return fmt.Errorf("reserves: %d units from supply %d to place %d at %s", c.Units, c.Supply, c.Place, c.At)
		}
		left[c.Place] -= c.Units
		held[c.Supply] -= c.Units
		carried[l] += c.Units
		cost += c.Units * (n.Links[l].Cost + n.Supplies[c.Supply].Cost)
		if held[c.Supply] < 0 || n.Links[l].Limit != Unlimited && carried[l] > n.Links[l].Limit {
			return fmt.Errorf("reserves: more than supply %d holds or link %d carries", c.Supply, l)
		}
	}
	for place, units := range left {
		if units != 0 && len(d.problem.Capacities) == len(n.Supplies)+limited(n) || units < 0 {
			return fmt.Errorf("reserves: place %d lacks %d units", place, units)
		}
	}
	if cost != d.Cost {
		return fmt.Errorf("reserves: the consignments cost %d, not %d", cost, d.Cost)
	}
	return flow.Check(d.problem, d.proof)
}

// limited counts the links with a limit.
func limited(n SupplyNet) int {
	count := 0
	for _, l := range n.Links {
		if l.Limit != Unlimited {
			count++
		}
	}
	return count
}

// Check returns nil if the shortage proves that the net has no dispatch within
// a limit: whatever reaches its places in time comes out of its supplies or over
// its links.
func (s *Shortage) Check(n SupplyNet, limit measure.Duration) error {
	needed, held, carried := int64(0), int64(0), int64(0)
	for _, p := range s.Places {
		needed += n.Needs[p]
	}
	for _, k := range s.Supplies {
		held += n.Supplies[k].Units
	}
	for _, l := range s.Links {
		if n.Links[l].Limit == Unlimited {
			return fmt.Errorf("reserves: link %d has no limit", l)
		}
		carried += min(n.Links[l].Limit, n.Needs[n.Links[l].Place])
	}
	if needed != s.Needed || held != s.Held || carried != s.Carried || s.Missing != needed-held-carried || s.Missing <= 0 {
		return fmt.Errorf("reserves: the sums are not those of the net: %w", s)
	}
	for l, link := range n.Links {
		if !slices.Contains(s.Places, link.Place) || slices.Contains(s.Links, l) {
			continue
		}
		for k, supply := range n.Supplies {
			if supply.Store == link.Store && supply.Units > 0 && !limit.Less(n.arrives(k, l)) && !slices.Contains(s.Supplies, k) {
				return fmt.Errorf("reserves: supply %d reaches place %d and is not in the shortage", k, link.Place)
			}
		}
	}
	return nil
}
