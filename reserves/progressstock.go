package reserves

import (
	"github.com/county-emergency/emergency/measure"
)

// StockProgress returns how a number of people at one place are served out of
// the whole stock, each lot as soon as it is there (储备救助曲线). access gives the
// time from the start of the clock until a lot is handed out; ok is false where
// it is not known, and such a lot is not counted on. A lot counts where it is
// sure to be usable through the window and on the day after it arrives, because
// the hour at which the clock starts is not known. Beyond the last arrival the
// people served are those of [CoverageOf], as far as it is sure and no more than
// the people.
func StockProgress(people measure.People, items []Item, lots []Lot, w Window, counted Modes, basis Basis,
	access func(lot *Lot) (at measure.Duration, ok bool)) Progress {
	index, days := indexItems(items), w.span()
	var arrivals []Arrival
	for i := range lots {
		lot := &lots[i]
		at, ok := index[lot.Item]
		if !ok {
			continue
		}
		low, _ := lot.usable(&items[at], days, counted).Low()
		when, known := access(lot)
		if low.Sign() <= 0 || !known || w.arrivalDay(when).After(lot.Expiry) {
			continue
		}
		arrivals = append(arrivals, Arrival{Item: at, Store: lot.Store, Quantity: low, At: when})
	}
	return ProgressOf(people, items, arrivals, basis)
}

// arrivalDay returns the latest day that a moment can fall on.
func (w Window) arrivalDay(at measure.Duration) measure.Date {
	days, ok := at.DivCeil(measure.Seconds(24 * 3600))
	if !ok || days > 36_600 {
		return measure.DateOf(9999, 12, 31)
	}
	return w.From.AddDays(int(days))
}
