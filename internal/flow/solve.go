package flow

import (
	"fmt"
	"math/bits"
	"slices"
)

const (
	// nearest is how many sinks of each source the start looks at.
	nearest = 5
	// taken is how many profitable pairs of a source a round takes in.
	taken = 8
)

// Solve returns the cheapest flow of the problem with the prices that prove
// it. The error is a *[Cut] when no flow exists and a [Fault], wrapped with
// the source or sink where there is one, when the problem cannot be worked on.
// Nothing is rounded; what does not fit is an error.
func Solve(p Problem) (Result, error) {
	bound := 1_000_000 + 1000*(len(p.Supplies)+len(p.Capacities))
	var r Result
	var err error
	if p.Limit == nil {
		r, err = solve(p, bound)
	} else {
		r, err = solveStrands(p, bound)
	}
	if err != nil {
		return Result{}, err
	}
	if r.Cost, err = p.totalCost(r.Arcs); err != nil {
		return Result{}, err
	}
	return r, nil
}

// solve finds the cheapest flow and its prices without limits and leaves the
// cost to the caller.
func solve(p Problem, pivots int) (Result, error) {
	sources, sinks, err := p.validate()
	if err != nil {
		return Result{}, err
	}
	s := &solver{problem: p, sources: sources, sinks: sinks, n: int32(len(sources)), m: int32(len(sinks))}
	s.root = s.m
	if err := s.start(); err != nil {
		return Result{}, err
	}
	for {
		for {
			best := s.entering()
			if best < 0 {
				break
			}
			if pivots--; pivots < 0 {
				return Result{}, Unfinished
			}
			s.pivot(s.arcs[best])
		}
		if !s.priceAll() {
			break
		}
	}
	for _, v := range s.nodes[s.root+1:] {
		if v.parent == s.root && v.flow > 0 {
			return Result{}, s.cut()
		}
	}
	s.settle()
	return s.result()
}

// solver works on the sinks with room, then the root, then the sources with a
// supply, all numbered in one row.
//
// The root sends to each sink, at no cost, what the sources leave free; and a
// source may send to the root, at a forbidding cost, what finds no room. So
// every unit has a way, every node is level, and no arc needs a limit.
type solver struct {
	problem        Problem
	sources, sinks []int
	n, m, root     int32
	limit          int64 // of a cost, either side of nil
	forbidding     int64 // cost of an arc from a source to the root

	nodes  []node
	prices []int64 // of sinks and root; the cost of an arc in the tree is the price of its tail less that of its head
	arcs   []candidate
	cursor int // where the search for an entering arc goes on
}

// candidate is an arc in hand.
type candidate struct {
	cost       int64
	tail, head int32
}

// entering returns the most profitable arc of the first block that has one,
// from the cursor on, or -1. Blocks of about the square root of all arcs weigh
// the search against the number of pivots.
func (s *solver) entering() int {
	size := max(32, 1<<(bits.Len(uint(len(s.arcs)))/2))
	best, gain, left := -1, int64(0), len(s.arcs)
	for left > 0 {
		if s.cursor == len(s.arcs) {
			s.cursor = 0
		}
		block := s.arcs[s.cursor:min(s.cursor+min(size, left), len(s.arcs))]
		tail, price := none, int64(0)
		for k := range block {
			a := &block[k]
			if a.tail != tail { // arcs of a source lie together
				tail, price = a.tail, s.price(a.tail)
			}
			if reduced := a.cost + s.prices[a.head] - price; reduced < gain {
				best, gain = s.cursor+k, reduced
			}
		}
		s.cursor += len(block)
		left -= len(block)
		if best >= 0 {
			break
		}
	}
	return best
}

// priceAll prices every pair, takes the most profitable of each source in hand
// and says whether there was one.
func (s *solver) priceAll() bool {
	before := len(s.arcs)
	costOf := s.problem.Cost
	var found list
	for i, source := range s.sources {
		u := s.root + 1 + int32(i)
		price := s.price(u)
		found.reset(taken, 0)
		for j, sink := range s.sinks {
			cost, ok := costOf(source, sink)
			if reduced := cost + s.prices[j] - price; reduced < found.worst && ok {
				found.add(int32(j), reduced, cost)
			}
		}
		for _, one := range found.best() {
			s.arcs = append(s.arcs, candidate{one.cost, u, one.sink})
		}
	}
	s.cursor = before
	return len(s.arcs) > before
}

// result reads flow and prices off the tree.
func (s *solver) result() (Result, error) {
	var r Result
	for k := range s.nodes {
		tail, head, v := int32(k), s.nodes[k].parent, &s.nodes[k]
		if !s.source(tail) {
			tail, head = head, tail
		}
		if v.flow == 0 || !s.source(tail) || head == s.root {
			continue
		}
		r.Arcs = append(r.Arcs, Arc{s.sources[tail-s.root-1], s.sinks[head], v.flow})
	}
	slices.SortFunc(r.Arcs, func(a, b Arc) int {
		if a.Source != b.Source {
			return a.Source - b.Source
		}
		return a.Sink - b.Sink
	})
	var err error
	if r.SourcePrices, r.SinkPrices, err = s.allPrices(); err != nil {
		return Result{}, err
	}
	return r, nil
}

// totalCost is what the arcs cost together.
func (p Problem) totalCost(arcs []Arc) (int64, error) {
	var sum total
	for _, a := range arcs {
		cost, _ := p.Cost(a.Source, a.Sink)
		sum.add(cost, a.Units)
	}
	cost, ok := sum.int64()
	if !ok {
		return 0, TotalRange
	}
	return cost, nil
}

// costRange wraps the fault with the pair it is about.
func costRange(source, sink int) error {
	return fmt.Errorf("source %d, sink %d: %w", source, sink, CostRange)
}

// total adds up products in 128 bits. Costs are below 2⁵⁸ and units add up to
// less than 2⁶³, so that neither half can overflow.
type total struct {
	plus, minus [2]uint64 // high, low
}

func (t *total) add(cost, units int64) {
	side, size := &t.plus, uint64(cost)
	if cost < 0 {
		side, size = &t.minus, -uint64(cost)
	}
	high, low := bits.Mul64(size, uint64(units))
	var carry uint64
	side[1], carry = bits.Add64(side[1], low, 0)
	side[0], _ = bits.Add64(side[0], high, carry)
}

func (t *total) int64() (int64, bool) {
	low, borrow := bits.Sub64(t.plus[1], t.minus[1], 0)
	high, _ := bits.Sub64(t.plus[0], t.minus[0], borrow)
	n := int64(low)
	return n, n >= 0 && high == 0 || n < 0 && high == ^uint64(0)
}
