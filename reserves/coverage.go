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
	Value    spec.Observed[measure.Money]    // of the required units, where a price is given
	Days     spec.Observed[measure.Count]    // how long the usable quantity lasts the people asked for, of a norm per day

	limitless bool // no number of people is too many
}

// Coverage is how many people a stock serves (保障能力): as many as the
// scarcest essential item.
type Coverage struct {
	For    measure.People                // the people asked for
	Items  []ItemCoverage                // in the order of the list
	People spec.Observed[measure.People] // served with every essential item
	Short  spec.Observed[measure.People] // of the people asked for, those not served
	Cost   spec.Observed[measure.Money]  // of all short units of essential items
	Value  spec.Observed[measure.Money]  // of all required units of essential items

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
	cost, value := spec.Exactly(measure.Money{}), spec.Exactly(measure.Money{})
	for i, item := range items {
		one := coverItem(people, item, stock.Usable(i), basis)
		c.Items[i] = one
		if !item.Essential {
			continue
		}
		if !one.limitless {
			least.add(i, one.People)
		}
		cost, value = addMoney(cost, one.Cost), addMoney(value, one.Value)
	}
	c.People, c.bottleneck = least.people(), least.index
	c.Short = shortOf(people, c.People)
	if least.n > 0 {
		c.Cost, c.Value = cost, value
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
	out.People, out.limitless = item.served(people, usable, basis)
	out.Short = falling(usable, func(q measure.Quantity) (measure.Quantity, bool) { return item.lacks(people, q, basis) })
	out.Cost, out.Value = item.worth(out.Short), item.worth(out.Required)
	out.Days = rising(usable, func(q measure.Quantity) (measure.Count, bool) { return item.lasts(people, q) })
	return out
}

// served returns how many people the usable quantity of an item is enough for.
// What is needed per site or per responder serves the people asked for when it
// is complete, and fewer by at least one when it is not: whom it fails is not
// known.
func (i *Item) served(people measure.People, usable spec.Observed[measure.Quantity], basis Basis) (served spec.Observed[measure.People], limitless bool) {
	norm := i.Norm.Value
	if !i.Norm.Known() {
		return served, false
	}
	if norm.Kind.isFixed() {
		need, ok := norm.fixed(basis)
		if !ok {
			return served, false
		}
		low, hasLow := usable.Low()
		high, hasHigh := usable.High()
		switch {
		case hasLow && !low.Less(need):
			return spec.Exactly(people), false
		case hasHigh && high.Less(need):
			return bounded(0, true, max(0, people-1), true), false
		}
		return spec.AtMost(people), false
	}
	if _, all, ok := norm.serves(measure.Quantity{}, basis); all && ok {
		return spec.AtLeast(people), true
	}
	return rising(usable, func(q measure.Quantity) (measure.People, bool) {
		// Nothing serves nobody, however long it would have to last.
		if q.IsZero() && norm.Of == Everybody && norm.Quantity.Sign() > 0 {
			return 0, true
		}
		return Serves(q, i.Norm, basis)
	}), false
}

// lacks returns the whole units that a quantity lacks to serve people.
func (i *Item) lacks(people measure.People, q measure.Quantity, basis Basis) (measure.Quantity, bool) {
	need, ok := i.Norm.Value.need(people, basis)
	if !ok || !i.Norm.Known() {
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

// worth returns the price of a quantity in whole units; none costs nothing.
func (i *Item) worth(q spec.Observed[measure.Quantity]) spec.Observed[measure.Money] {
	if i.Price.Known() && i.Price.Value.Sign() >= 0 {
		return rising(q, func(q measure.Quantity) (measure.Money, bool) {
			sum, err := i.Price.Value.Mul(q.Ceil())
			return sum, err == nil
		})
	}
	if q, ok := q.Value(); ok && q.IsZero() {
		return spec.Exactly(measure.Money{})
	}
	return spec.Observed[measure.Money]{}
}

// lasts returns for how many whole days a quantity lasts people, of a norm per
// person and day for everybody.
func (i *Item) lasts(people measure.People, q measure.Quantity) (measure.Count, bool) {
	norm := i.Norm.Value
	if !i.Norm.Known() || norm.Kind != PerPersonDay || norm.Of != Everybody || people <= 0 {
		return 0, false
	}
	daily, err := norm.Quantity.Times(int64(people))
	if err != nil {
		return 0, false
	}
	days, ok := q.DivFloor(daily)
	return measure.Count(days), ok
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
