package flow

import (
	"errors"
	"fmt"
	"slices"
)

// strand is a source of the problem without limits: a whole source, one arc of
// a source with limits, or what such a source cannot send by any arc.
type strand struct {
	source int
	sink   int   // of the arc; back for units without an arc
	back   int   // the sink that stands for the source
	cost   int64 // of the arc, raised so that all arcs of the source cost something
}

// whole marks a strand that is a source as it was.
const whole = -1

// strands is a problem with limits and the one without that it becomes.
type strands struct {
	problem Problem
	all     []strand
	plain   Problem
	lowest  []int64 // by source; costs in strands are raised so that it becomes 1
	back    []int   // by source; whole where its limits cannot bind
}

// solveStrands solves a problem with limits. A strand must send out its limit,
// to its sink or back; the source has room for what its arcs could carry beyond
// its supply, and sending back is cheaper. So in the cheapest flow exactly the
// supply does not come back, and an arc carries less than its limit only if a
// part of its strand does.
func solveStrands(p Problem, pivots int) (Result, error) {
	if _, _, err := p.validate(); err != nil {
		return Result{}, err
	}
	s := strands{problem: p, lowest: make([]int64, len(p.Supplies)), back: make([]int, len(p.Supplies))}
	s.plain = Problem{Capacities: slices.Clone(p.Capacities), Cost: s.cost}
	for i := range p.Supplies {
		if err := s.unravel(i); err != nil {
			return Result{}, err
		}
	}
	if len(s.plain.Capacities) == len(p.Capacities) {
		return solve(p, pivots) // no limit can bind
	}
	if err := s.raise(); err != nil {
		return Result{}, err
	}
	r, err := solve(s.plain, pivots+1000*len(s.all))
	var cut *Cut
	if errors.As(err, &cut) {
		return Result{}, s.cut(cut)
	}
	if err != nil {
		return Result{}, err
	}
	return s.result(r), nil
}

// cost is the cost function of the problem without limits.
func (s *strands) cost(k, sink int) (int64, bool) {
	t := &s.all[k]
	switch {
	case t.back == whole:
		if sink >= len(s.problem.Capacities) {
			return 0, false
		}
		return s.problem.Cost(t.source, sink)
	case sink == t.back:
		return 0, true
	case sink == t.sink:
		return t.cost, true
	}
	return 0, false
}

// unravel adds the strands of a source, or the source itself where no limit is
// below its supply. An arc without such a limit gets one out of its reach, so
// that only limits of the problem can bind.
func (s *strands) unravel(i int) error {
	p, supply, first, back := s.problem, s.problem.Supplies[i], len(s.all), len(s.plain.Capacities)
	sum, binds := int64(0), false
	for j := range p.Capacities {
		cost, ok := p.Cost(i, j)
		if !ok {
			continue
		}
		units, limited := p.Limit(i, j)
		if limited && units < 0 {
			return fmt.Errorf("source %d, sink %d: %w", i, j, NegativeLimit)
		}
		if !limited || units > supply {
			units = supply + 1
		} else if units < supply {
			binds = true
		}
		if sum >= 0 && units >= 0 {
			sum += units // negative for good where it does not fit
		} else {
			sum = -1
		}
		s.all = append(s.all, strand{i, j, back, cost})
		s.plain.Supplies = append(s.plain.Supplies, units)
	}
	if !binds {
		s.back[i] = whole
		s.all = append(s.all[:first], strand{i, whole, whole, 0})
		s.plain.Supplies = append(s.plain.Supplies[:first], supply)
		return nil
	}
	if sum < 0 {
		return fmt.Errorf("source %d: %w", i, SupplyRange)
	}
	s.back[i] = back
	s.plain.Capacities = append(s.plain.Capacities, max(0, sum-supply))
	if sum < supply {
		s.all = append(s.all, strand{i, back, back, 0})
		s.plain.Supplies = append(s.plain.Supplies, supply-sum)
	}
	return nil
}

// raise makes every arc of a strand cost more than sending back, by the same
// amount for all arcs of a source, and refuses costs that would not fit then.
func (s *strands) raise() error {
	limit := (int64(1)<<57)/int64(len(s.all)+len(s.plain.Capacities)+2) - 1
	for i := range s.problem.Supplies {
		first := true
		for j := range s.problem.Capacities {
			cost, ok := s.problem.Cost(i, j)
			if !ok {
				continue
			}
			if cost > limit || cost < -limit {
				return costRange(i, j)
			}
			if first || cost < s.lowest[i] {
				s.lowest[i], first = cost, false
			}
		}
	}
	for k := range s.all {
		s.all[k].cost += 1 - s.lowest[s.all[k].source]
	}
	return nil
}

// result puts the strands together again.
func (s *strands) result(r Result) Result {
	out := Result{SourcePrices: make([]int64, len(s.problem.Supplies)), SinkPrices: r.SinkPrices[:len(s.problem.Capacities):len(s.problem.Capacities)]}
	for _, a := range r.Arcs {
		if t := s.all[a.Source]; a.Sink != t.back {
			out.Arcs = append(out.Arcs, Arc{t.source, a.Sink, a.Units})
		}
	}
	for k, t := range s.all {
		if t.back == whole {
			out.SourcePrices[t.source] = r.SourcePrices[k]
		} else {
			out.SourcePrices[t.source] = r.SinkPrices[t.back] + s.lowest[t.source] - 1
		}
	}
	return out
}

// cut says in sources and arcs what the cut says in strands. As that is the
// greatest, it holds a strand of a source whenever the source is in want, and
// no arc without a limit leads out of it.
func (s *strands) cut(c *Cut) *Cut {
	out := &Cut{Missing: c.Missing}
	for _, k := range c.Sources {
		if i := s.all[k].source; len(out.Sources) == 0 || out.Sources[len(out.Sources)-1] != i {
			out.Sources = append(out.Sources, i)
			out.Supply += s.problem.Supplies[i]
		}
	}
	inside := make([]bool, len(s.problem.Capacities))
	for _, j := range c.Sinks {
		if j < len(inside) {
			inside[j] = true
			out.Sinks = append(out.Sinks, j)
			out.Capacity += s.problem.Capacities[j]
		}
	}
	out.Limits = out.Supply - out.Capacity - out.Missing
	return out
}
