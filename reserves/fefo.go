package reserves

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// Draw is what is taken of one lot (出库批次).
type Draw struct {
	Lot      string
	Quantity measure.Quantity
}

// EarliestFirst takes a quantity of an item out of lots, those that expire
// first before the others and those that never expire last (先到期先出). Only what
// is sure to be usable through the window is taken. short is what the lots do
// not hold.
func EarliestFirst(lots []Lot, item Item, w Window, counted Modes, quantity measure.Quantity) (draws []Draw, short measure.Quantity) {
	order := make([]int, 0, len(lots))
	for i := range lots {
		if item.is(lots[i].Item) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &lots[a], &lots[b]
		if x.Expiry.IsZero() != y.Expiry.IsZero() {
			if x.Expiry.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(x.Expiry.Compare(y.Expiry), cmp.Compare(x.ID, y.ID))
	})
	days := w.span()
	rest := max(0, quantity.Thousandths())
	for _, i := range order {
		low, _ := lots[i].usable(&item, days, counted).Low()
		taken := min(rest, low.Thousandths())
		if taken <= 0 {
			continue
		}
		draws = append(draws, Draw{Lot: lots[i].ID, Quantity: measure.Thousandths(taken)})
		rest -= taken
	}
	return draws, measure.Thousandths(rest)
}
