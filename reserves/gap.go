package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// GapLine is the least purchase of one item that serves the people asked for,
// with the proof that one unit less would not (缺口采购).
type GapLine struct {
	Item    Item
	Units   int64                         // whole units to buy
	Cost    spec.Observed[measure.Money]  // where a price is given
	With    spec.Observed[measure.People] // served after the purchase
	Without spec.Observed[measure.People] // served with one unit less
}

// Gap is the least purchase for all essential items (最小采购方案).
type Gap struct {
	For   measure.People
	Lines []GapLine // of the items that are short, in the order of the list
	Cost  spec.Observed[measure.Money]
	Known bool // what every essential item lacks is known
}

// GapOf returns the least purchase that makes a coverage reach the people it was
// asked for (补齐缺口). The basis must be the one of the coverage.
func GapOf(c Coverage, basis Basis) Gap {
	g := Gap{For: c.For, Cost: c.Cost, Known: true}
	some := false
	for _, one := range c.Items {
		if !one.Item.Essential {
			continue
		}
		some = true
		short, ok := one.Short.Value()
		if !ok {
			g.Known = false
			continue
		}
		if short.IsZero() {
			continue
		}
		line := GapLine{Item: one.Item, Units: short.Ceil(), Cost: one.Cost}
		line.With, _ = one.Item.served(c.For, added(one.Usable, line.Units), basis)
		line.Without, _ = one.Item.served(c.For, added(one.Usable, line.Units-1), basis)
		g.Lines = append(g.Lines, line)
	}
	g.Known = g.Known && some
	return g
}

// added returns a quantity and some whole units.
func added(q spec.Observed[measure.Quantity], units int64) spec.Observed[measure.Quantity] {
	return rising(q, func(q measure.Quantity) (measure.Quantity, bool) {
		more, err := measure.Units(units)
		if err != nil {
			return q, false
		}
		sum, err := q.Add(more)
		return sum, err == nil
	})
}
