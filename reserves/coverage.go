package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ItemCoverage is how far one item goes (单项保障).
type ItemCoverage struct {
	Item     Item
	Usable   spec.Observed[measure.Quantity] // in the item's unit
	Required spec.Observed[measure.Quantity] // for the people asked for, rounded up to whole units
	People   spec.Observed[measure.People]   // whom the usable quantity serves, rounded down
	Short    spec.Observed[measure.Quantity] // whole units to add until it serves the people asked for
	Cost     spec.Observed[measure.Money]    // of the short units, where a price is given
}

// Coverage is how many people a stock serves (保障能力): as many as the
// scarcest essential item.
type Coverage struct {
	For    measure.People                // the people asked for
	Items  []ItemCoverage                // in the order of the list
	People spec.Observed[measure.People] // served with every essential item
	Short  spec.Observed[measure.People] // of the people asked for, those not served
	Cost   spec.Observed[measure.Money]  // of all short units of essential items

	bottleneck int // 1-based, 0 where there is none
}

// CoverageOf returns how many people a stock serves, and what each item lacks
// to serve a number of people (物资保障测算). The stock must be that of the
// items. Where an essential item is not known the coverage is bounded by the
// others: it is never more than the scarcest item that is known. A list
// without an essential item leaves it unknown.
func CoverageOf(people measure.People, items []Item, stock Stock, basis Basis) Coverage {
	c := Coverage{For: people, Items: make([]ItemCoverage, len(items))}
	var least lowest
	cost := spec.Exactly(measure.Money{})
	for i, item := range items {
		one := coverItem(people, item, stock.Usable(i), basis)
		c.Items[i] = one
		if !item.Essential {
			continue
		}
		least.add(i, one.People)
		cost = addMoney(cost, one.Cost)
	}
	c.People, c.bottleneck = least.people(), least.index
	c.Short = shortOf(people, c.People)
	if least.n > 0 {
		c.Cost = cost
	}
	return c
}

// Bottleneck returns the scarcest essential item, the first of the list where
// several are equally scarce (短板物资). ok is false where no essential item
// is known well enough to bound the coverage.
func (c Coverage) Bottleneck() (item ItemCoverage, ok bool) {
	if c.bottleneck == 0 {
		return item, false
	}
	return c.Items[c.bottleneck-1], true
}

func coverItem(people measure.People, item Item, usable spec.Observed[measure.Quantity], basis Basis) ItemCoverage {
	out := ItemCoverage{Item: item, Usable: usable}
	if required, ok := Requirement(people, item.Norm, basis); ok {
		out.Required = spec.Exactly(required)
	}
	serves := func(q measure.Quantity) (measure.People, bool) {
		// Nothing serves nobody, however long it would have to last.
		if q.IsZero() && item.Norm.Known() && item.Norm.Value.Quantity.Sign() > 0 {
			return 0, true
		}
		return Serves(q, item.Norm, basis)
	}
	lacks := func(q measure.Quantity) (measure.Quantity, bool) {
		need, ok := item.Norm.Value.need(people, basis)
		if !ok || !item.Norm.Known() {
			return q, false
		}
		missing, err := need.Sub(q)
		if err != nil {
			return q, false
		}
		if missing.Sign() < 0 {
			return measure.Quantity{}, true
		}
		whole, err := measure.Units(missing.Ceil())
		return whole, err == nil
	}
	out.People = rising(usable, serves)
	out.Short = falling(usable, lacks)
	if item.Price.Known() && item.Price.Value.Sign() >= 0 {
		out.Cost = rising(out.Short, func(q measure.Quantity) (measure.Money, bool) {
			sum, err := item.Price.Value.Mul(q.Ceil())
			return sum, err == nil
		})
	} else if q, ok := out.Short.Value(); ok && q.IsZero() {
		out.Cost = spec.Exactly(measure.Money{})
	}
	return out
}

// lowest keeps the least of several numbers of people that may be bounded.
type lowest struct {
	low, high       measure.People
	noLow, haveHigh bool
	n, index        int // essential items seen; 1-based index of the scarcest
}

func (l *lowest) add(i int, people spec.Observed[measure.People]) {
	if low, ok := people.Low(); !ok {
		l.noLow = true
	} else if l.n == 0 || low < l.low {
		l.low = low
	}
	if high, ok := people.High(); ok && (!l.haveHigh || high < l.high) {
		l.high, l.haveHigh, l.index = high, true, i+1
	}
	l.n++
}

func (l *lowest) people() spec.Observed[measure.People] {
	return bounded(l.low, l.n > 0 && !l.noLow, l.high, l.haveHigh)
}

// shortOf returns how many of the people asked for are not served.
func shortOf(people measure.People, served spec.Observed[measure.People]) spec.Observed[measure.People] {
	return falling(served, func(n measure.People) (measure.People, bool) { return max(0, people-n), true })
}

// addMoney adds sums that may be bounded. A sum without a lower bound is at
// least nothing.
func addMoney(a, b spec.Observed[measure.Money]) spec.Observed[measure.Money] {
	alow, _ := a.Low()
	blow, _ := b.Low()
	ahigh, aok := a.High()
	bhigh, bok := b.High()
	low, lowErr := alow.Add(blow)
	high, highErr := ahigh.Add(bhigh)
	return bounded(low, lowErr == nil, high, aok && bok && highErr == nil)
}
