package flow

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
)

// beyond is where costs and prices are refused: three of them fit an int64.
const beyond = int64(1) << 60

// Check returns nil if the result is a flow of the problem and its prices
// prove that none is cheaper, and otherwise an error that says what is wrong.
// It looks at every pair once, in order, and shares no code with [Solve].
//
// Why this is a proof: whatever the flow, its cost is the sum over its units of
// cost plus sink price less source price, plus a sum over the sources that does
// not depend on the flow, less the sink prices of the places taken. If no pair
// has a negative first term and no sink a negative price, a flow that uses only
// pairs where the first term is nil and fills every sink that has a price costs
// least. A pair may have a negative first term if it carries its limit: no flow
// gets more out of it.
func Check(p Problem, r Result) error {
	if len(r.SourcePrices) != len(p.Supplies) || len(r.SinkPrices) != len(p.Capacities) {
		return fmt.Errorf("flow: %d and %d prices for %d sources and %d sinks",
			len(r.SourcePrices), len(r.SinkPrices), len(p.Supplies), len(p.Capacities))
	}
	if p.Cost == nil && len(p.Supplies) > 0 && len(p.Capacities) > 0 {
		return errors.New("flow: no cost function")
	}
	for _, price := range slices.Concat(r.SourcePrices, r.SinkPrices) {
		if price > beyond || price < -beyond {
			return fmt.Errorf("flow: price %d out of range", price)
		}
	}
	left, room := slices.Clone(p.Supplies), slices.Clone(p.Capacities)
	var sum exact
	next := 0
	for i, out := range r.SourcePrices {
		for j, in := range r.SinkPrices {
			cost, ok := p.Cost(i, j)
			if !ok {
				continue
			}
			if cost > beyond || cost < -beyond {
				return fmt.Errorf("flow: source %d, sink %d: cost out of range", i, j)
			}
			reduced := cost + in - out
			used := next < len(r.Arcs) && r.Arcs[next].Sink == j && r.Arcs[next].Source == i
			if reduced >= 0 && !used {
				continue
			}
			units := int64(0)
			if used {
				units = r.Arcs[next].Units
				next++
			}
			if p.Limit != nil {
				limit, limited := p.Limit(i, j)
				if limited && units > limit {
					return fmt.Errorf("flow: source %d, sink %d: %d units and a limit of %d", i, j, units, limit)
				}
				if limited && units == limit {
					reduced = max(reduced, 0)
				}
			}
			if reduced < 0 {
				return fmt.Errorf("flow: source %d, sink %d: not cheapest, one unit would save %d", i, j, -reduced)
			}
			if !used {
				continue
			}
			if reduced > 0 {
				return fmt.Errorf("flow: source %d, sink %d: in use at %d above its prices", i, j, reduced)
			}
			if units <= 0 || units > left[i] || units > room[j] {
				return fmt.Errorf("flow: source %d, sink %d: %d units with %d left and room for %d", i, j, units, left[i], room[j])
			}
			left[i] -= units
			room[j] -= units
			sum.add(cost, units)
		}
	}
	if next < len(r.Arcs) {
		return fmt.Errorf("flow: arc %d from source %d to sink %d does not exist or is out of order",
			next, r.Arcs[next].Source, r.Arcs[next].Sink)
	}
	for i, units := range left {
		if units != 0 {
			return fmt.Errorf("flow: source %d keeps %d units", i, units)
		}
	}
	for j, units := range room {
		if price := r.SinkPrices[j]; units < 0 || price < 0 || price > 0 && units > 0 {
			return fmt.Errorf("flow: sink %d has room for %d at the price %d", j, units, price)
		}
	}
	if cost := sum.total(); !cost.IsInt64() || cost.Int64() != r.Cost {
		return fmt.Errorf("flow: the arcs cost %s, not %d", cost, r.Cost)
	}
	return nil
}

// exact adds up products without a bound; small is the part that fits an int64.
type exact struct {
	small int64
	rest  big.Int
}

func (e *exact) add(cost, units int64) {
	if -1<<30 < cost && cost < 1<<30 && units < 1<<31 {
		e.small += cost * units // each below 2⁶¹
		if -1<<61 < e.small && e.small < 1<<61 {
			return
		}
		cost, units, e.small = e.small, 1, 0
	}
	e.rest.Add(&e.rest, new(big.Int).Mul(big.NewInt(cost), big.NewInt(units)))
}

func (e *exact) total() *big.Int { return new(big.Int).Add(&e.rest, big.NewInt(e.small)) }

// CheckCut returns nil if the cut proves that the problem has no flow, and
// otherwise an error that says what is wrong: the sources must reach none but
// the sinks, or only by arcs with a limit, and these together must lack room
// for what the sources send. That the cut is the greatest is not checked.
func CheckCut(p Problem, c Cut) error {
	if p.Cost == nil && len(p.Supplies) > 0 && len(p.Capacities) > 0 {
		return errors.New("flow: no cost function")
	}
	inside := make([]bool, len(p.Capacities))
	sum := new(big.Int)
	last := -1
	for _, j := range c.Sinks {
		if j <= last || j >= len(inside) {
			return fmt.Errorf("flow: sink %d does not exist or is out of order", j)
		}
		last, inside[j] = j, true
		sum.Sub(sum, big.NewInt(p.Capacities[j]))
	}
	if capacity := new(big.Int).Neg(sum); !capacity.IsInt64() || capacity.Int64() != c.Capacity {
		return fmt.Errorf("flow: the sinks take in %s, not %d", capacity, c.Capacity)
	}
	last = -1
	limits := new(big.Int)
	for _, i := range c.Sources {
		if i <= last || i >= len(p.Supplies) {
			return fmt.Errorf("flow: source %d does not exist or is out of order", i)
		}
		last = i
		sum.Add(sum, big.NewInt(p.Supplies[i]))
		for j := range inside {
			if _, ok := p.Cost(i, j); !ok || inside[j] {
				continue
			}
			limit, limited := int64(0), false
			if p.Limit != nil {
				limit, limited = p.Limit(i, j)
			}
			if !limited || limit < 0 {
				return fmt.Errorf("flow: source %d reaches sink %d, which is not in the cut", i, j)
			}
			limits.Add(limits, big.NewInt(limit))
		}
	}
	if !limits.IsInt64() || limits.Int64() != c.Limits {
		return fmt.Errorf("flow: the arcs to other sinks carry %s, not %d", limits, c.Limits)
	}
	if sum.Sub(sum, limits); sum.Sign() <= 0 || !sum.IsInt64() || sum.Int64() != c.Missing || c.Supply-c.Capacity-c.Limits != c.Missing {
		return fmt.Errorf("flow: the sources exceed the sinks by %s, not %d", sum, c.Missing)
	}
	return nil
}
