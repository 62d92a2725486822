// Package flow sends supplies to places with limited room at least total
// cost, exactly, on int64 (最小费用流): people of villages to shelters, stock
// of stores to townships.
//
// It is the transportation problem: every source sends out its whole supply,
// no sink takes in more than its capacity, a unit on an arc from source i to
// sink j costs Cost(i, j), and a pair without an arc carries nothing. [Solve]
// returns either the cheapest flow with its prices, which prove that no flow
// is cheaper, or the [Cut], which proves that no flow exists. [Check] and
// [CheckCut] verify both proofs and share no code with the solver.
//
// # Method
//
// A network simplex on trees. It starts from the tree that taking the cheapest
// pair first gives over the nearest sinks of each source, pivots until none of
// the arcs in hand is profitable, then prices all pairs, takes in the most
// profitable of them and goes on until no pair is left. Costs are asked for
// again in each round and not kept, so that memory grows with the arcs in
// hand and not with the pairs.
//
// A price is stored for each sink only; that of a source follows from its arc to
// its parent. Most sources send all to one sink, so that a pivot reprices a tree
// of sinks and of the few sources that are split. The command in examples/bench
// sets time and optimum beside those of another network simplex.
//
// The trees are strongly feasible (W. H. Cunningham, A network simplex method,
// Mathematical Programming 11, 1976): no sequence of pivots comes back to a
// tree, so the method ends, and the number of pivots is bounded besides.
//
// # Limits on arcs
//
// [Problem.Limit] bounds what single arcs carry: vehicles between a store and a
// place. The method itself knows no limits. A source with one that can bind is
// therefore handed to it in strands, one an arc: each must send out as many
// units as its arc carries at most, to the arc's sink or back to the source,
// which has room for what its arcs could carry beyond its supply. A problem in
// which every arc is limited so becomes one with as many sources as arcs:
// meant for a county's stores, not for millions of arcs.
//
// # Ties
//
// Equal problems give equal answers to the last arc. Where costs are equal,
// the start prefers the lower source and then the lower sink, and pivots look
// at arcs in a fixed order. Renumbering the sources may choose another of
// several cheapest flows; the cost stays the same.
//
// # Why it is here
//
// A well-kept library in pure Go was looked for and none fits: the dense
// simplex of gonum (optimize/convex/lp) takes over a minute where this method
// takes under a millisecond, five orders of magnitude more, and works in binary
// floating point; no Go module with a network simplex was found, only
// successive shortest paths as written for contests, without prices, bounds or
// checks of overflow.
//
// # Not covered
//
// Nodes between source and sink, lower bounds, supplies that must not be split,
// and several goods that share room. A limit on a distance is an arc that is
// missing.
package flow

import "fmt"

// Problem is what is to be sent where (运输问题).
type Problem struct {
	// Supplies are the units that each source must send out, none negative.
	Supplies []int64
	// Capacities are the units that each sink can take in, none negative.
	Capacities []int64
	// Cost is the cost of one unit from a source to a sink; ok is false where
	// no unit may go. It may be negative. It is asked several times for each
	// pair and must always answer the same.
	Cost func(source, sink int) (cost int64, ok bool)
	// Limit is the most units that may go from a source to a sink, not
	// negative (弧上限); limited is false where there is no limit. Without the
	// function no arc has one. It is asked only for pairs with a cost and must
	// always answer the same.
	Limit func(source, sink int) (units int64, limited bool)
}

// Arc is the units that go from one source to one sink.
type Arc struct {
	Source, Sink int
	Units        int64
}

// Result is a cheapest flow with the prices that prove it (最优流及其对偶价格).
type Result struct {
	// Arcs are the arcs in use, by source and then by sink, with one unit or
	// more each.
	Arcs []Arc
	// Cost is the sum of units times cost over the arcs.
	Cost int64
	// SourcePrices say what the last unit of a source costs, the units it
	// displaces elsewhere included. No arc costs less than the price of its
	// source minus the price of its sink, and an arc in use costs exactly that.
	// Only an arc that carries its limit may cost less.
	SourcePrices []int64
	// SinkPrices say what one place more in a sink would save at most. They
	// are never negative, and nil where a place is left over.
	SinkPrices []int64
}

// Cut is the reason why no flow exists, as data (瓶颈割). It is an error, and
// [Solve] returns it as *Cut: the sources can reach these sinks and no others,
// and these sinks lack room.
type Cut struct {
	// Sources are the sources in want, in order.
	Sources []int
	// Supply is what they must send out together.
	Supply int64
	// Sinks are all sinks that any of them reaches, in order, but for sinks
	// that they reach by arcs with a limit only and that Limits counts.
	Sinks []int
	// Capacity is what those sinks take in together.
	Capacity int64
	// Limits is what the arcs from the sources to other sinks carry at most
	// together; each of them has a limit.
	Limits int64
	// Missing is Supply less Capacity and Limits: the units that cannot be
	// placed. Of all cuts it is the greatest, so exactly this much has to be
	// added.
	Missing int64
}

// Error says how much is missing where, in numbers only.
func (c *Cut) Error() string {
	others := ""
	if c.Limits > 0 {
		others = fmt.Sprintf(" and others by arcs for %d", c.Limits)
	}
	return fmt.Sprintf("flow: %d sources with %d units reach %d sinks with room for %d%s: %d missing",
		len(c.Sources), c.Supply, len(c.Sinks), c.Capacity, others, c.Missing)
}

// Fault is the reason why a problem cannot be worked on; use errors.Is.
type Fault uint8

// The faults.
const (
	_ Fault = iota
	// NegativeSupply: a supply is below zero.
	NegativeSupply
	// NegativeCapacity: a capacity is below zero.
	NegativeCapacity
	// NoCost: there are pairs and no cost function.
	NoCost
	// SupplyRange: the supplies together exceed an int64; or, of sources whose
	// arcs have limits, what those arcs could carry.
	SupplyRange
	// CostRange: a cost is not below 2⁵⁸ divided by two plus the number of
	// sources with a supply and sinks with room, either side of nil: beyond it
	// sums along a path could exceed an int64. Where limits can bind it is half
	// of that, and each arc of a source with such a limit counts as a source.
	CostRange
	// TotalRange: the cost of the cheapest flow exceeds an int64.
	TotalRange
	// SizeRange: sources and sinks together exceed 2²⁷.
	SizeRange
	// Unfinished: the bound on pivots was reached. No problem is known that
	// does so; the bound keeps a caller from waiting for ever.
	Unfinished
	// NegativeLimit: the limit of an arc is below zero.
	NegativeLimit
)

// Error names the fault.
func (f Fault) Error() string {
	texts := [...]string{"flow: fault", "flow: negative supply", "flow: negative capacity",
		"flow: no cost function", "flow: supplies exceed int64", "flow: cost out of range",
		"flow: total cost exceeds int64", "flow: too many sources and sinks", "flow: bound on pivots reached",
		"flow: negative limit"}
	if int(f) < len(texts) {
		return texts[f]
	}
	return texts[0]
}

// validate returns the sources that send something and the sinks that can take
// something in: only they are worked on.
func (p Problem) validate() (sources, sinks []int, err error) {
	if len(p.Supplies) > 1<<27 || len(p.Capacities) > 1<<27-len(p.Supplies) {
		return nil, nil, SizeRange
	}
	if p.Cost == nil && len(p.Supplies) > 0 && len(p.Capacities) > 0 {
		return nil, nil, NoCost
	}
	sources, sinks = make([]int, 0, len(p.Supplies)), make([]int, 0, len(p.Capacities))
	total := int64(0)
	for i, s := range p.Supplies {
		if s < 0 {
			return nil, nil, fmt.Errorf("source %d: %w", i, NegativeSupply)
		}
		if total += s; total < 0 {
			return nil, nil, SupplyRange
		}
		if s > 0 {
			sources = append(sources, i)
		}
	}
	for j, c := range p.Capacities {
		if c < 0 {
			return nil, nil, fmt.Errorf("sink %d: %w", j, NegativeCapacity)
		}
		if c > 0 {
			sinks = append(sinks, j)
		}
	}
	return sources, sinks, nil
}
