package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Stock is what can be used of each item of a list as of a date (可用储备).
// It is aligned with the list of items that it was made from.
type Stock struct {
	usable   []spec.Observed[measure.Quantity]
	unlisted []string
}

// StockOf adds up the usable lots of all items in one pass, as of a date. A lot
// of an item outside the list may be any that is counted in its unit, as what a
// misspelt code means: it is there at most. [Stock.Unlisted] names such items. The order of the lots does not matter. Lots must be distinct:
// [Repeated] finds those that are not.
func StockOf(items []Item, lots []Lot, asOf measure.Date, counted Modes) Stock {
	return StockThrough(items, lots, Window{asOf, 1}, counted)
}

// StockThrough is [StockOf] for stock that must last through a window: a lot
// that expires before the last day of support does not count. Where the days of
// support are not known, a lot that expires is an upper bound.
func StockThrough(items []Item, lots []Lot, w Window, counted Modes) Stock {
	index, days := indexItems(items), w.span()
	sums := make([]tally, len(items))
	var outside []string
	for i := range lots {
		lot := &lots[i]
		at, ok := index[lot.Item]
		if !ok {
			if !slices.Contains(outside, lot.Item) {
				outside = append(outside, lot.Item)
			}
			for k := range items {
				sums[k].add(lot.perhaps(&items[k], days, counted))
			}
			continue
		}
		sums[at].add(lot.usable(&items[at], days, counted))
	}
	stock := Stock{usable: make([]spec.Observed[measure.Quantity], len(items)), unlisted: outside}
	for i := range sums {
		stock.usable[i] = sums[i].quantity()
	}
	slices.Sort(stock.unlisted)
	return stock
}

// indexItems finds the item by any name that a register may use. Codes go
// before names, and the first of the list before the others.
func indexItems(items []Item) map[string]int {
	index := make(map[string]int, 3*len(items))
	for i := range items {
		if _, taken := index[items[i].Code]; !taken {
			index[items[i].Code] = i
		}
	}
	for i := range items {
		for _, name := range items[i].names() {
			if _, taken := index[name]; !taken && name != "" {
				index[name] = i
			}
		}
	}
	return index
}

// Usable returns what can be used of the item at a place in the list that the
// stock was made from; it is unknown outside the list.
func (s Stock) Usable(i int) spec.Observed[measure.Quantity] {
	if i < 0 || i >= len(s.usable) {
		return spec.Observed[measure.Quantity]{}
	}
	return s.usable[i]
}

// Unlisted returns the codes of items that have lots but are not in the list,
// in order. Each may be a misspelt code of an item of the list.
func (s Stock) Unlisted() []string { return slices.Clone(s.unlisted) }

// Repeated returns the ids that more than one lot bears, in order, so that no
// unit is counted twice (重复批次).
func Repeated(lots []Lot) []string {
	seen := make(map[string]int, len(lots))
	var out []string
	for i := range lots {
		id := lots[i].ID
		if seen[id]++; seen[id] == 2 {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// distinct returns lots in which no id stands twice: a register that
// contradicts itself says that something is there, not how much.
func distinct(lots []Lot) []Lot {
	repeated := Repeated(lots)
	if len(repeated) == 0 {
		return lots
	}
	out := slices.Clone(lots)
	for i := range out {
		if _, again := slices.BinarySearch(repeated, out[i].ID); again {
			out[i].Quantity = spec.Observed[measure.Quantity]{}
		}
	}
	return out
}
