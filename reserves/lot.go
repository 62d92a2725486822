package reserves

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Lot is a quantity of one item held in one place and one mode (批次).
type Lot struct {
	ID         string                          // borne by no other lot
	Item       string                          // code of the item
	Quantity   spec.Observed[measure.Quantity] // in Unit
	Unit       spec.Unit                       // empty where it is the item's own
	Store      string                          // id of the store, may be empty
	Place      hazards.DivisionCode            // where the store is, may be unset
	Mode       Mode
	ReceivedOn measure.Date                    // unset where not known: the lot is there
	Expiry     measure.Date                    // last day of use, unset where it does not expire
	LeadTime   spec.Observed[measure.Duration] // until it can leave
}

// Expired reports whether the lot may no longer be used on a date (过期). It
// may be used on its day of expiry. Without a date nothing is expired.
func (l Lot) Expired(asOf measure.Date) bool { return asOf.After(l.Expiry) }

// usable returns what of the lot can be used as of a date: nothing of a lot
// that is expired, not yet received, or held in a mode that does not count.
// The quantity is unknown where the lot does not say its mode or how much it
// is in the item's unit.
func (l *Lot) usable(unit spec.Unit, asOf measure.Date, counted Modes) spec.Observed[measure.Quantity] {
	none := measure.Quantity{}
	switch {
	case asOf.After(l.Expiry) || l.ReceivedOn.After(asOf):
		return spec.Exactly(none)
	case l.Mode != 0 && !counted.Has(l.Mode):
		return spec.Exactly(none)
	}
	if on := l.Quantity.On(); on.After(asOf) || l.Mode == 0 || l.Unit != "" && unit != "" && l.Unit != unit {
		return spec.Observed[measure.Quantity]{}
	}
	low, _ := l.Quantity.Low()
	high, _ := l.Quantity.High()
	if low.Sign() < 0 || high.Sign() < 0 {
		return spec.Observed[measure.Quantity]{}
	}
	return l.Quantity
}

// Usable returns how much of an item the lots hold that can be used as of a
// date, in the item's unit, of the modes that count (可用储备量). It is a lower
// bound where some lot does not say its quantity, mode or a unit that fits.
// Lots of other items are not looked at; the order of the lots does not matter.
func Usable(lots []Lot, item Item, asOf measure.Date, counted Modes) spec.Observed[measure.Quantity] {
	var sum tally
	for i := range lots {
		if lots[i].Item == item.Code {
			sum.add(lots[i].usable(item.Unit, asOf, counted))
		}
	}
	return sum.quantity()
}

// tally adds quantities that may be bounded or unknown.
type tally struct {
	low, high  int64 // thousandths
	open       bool  // the high end is not known
	incomplete bool  // something was not known exactly
}

func (t *tally) add(q spec.Observed[measure.Quantity]) {
	low, _ := q.Low()
	high, hasHigh := q.High()
	if !q.Known() {
		t.incomplete = true
	}
	var err error
	if t.low, err = measure.Add(t.low, low.Thousandths()); err != nil {
		// More than can be counted is still at least what can.
		t.low, t.incomplete, t.open = most, true, true
	}
	if !hasHigh {
		t.open = true
	}
	if !t.open {
		if t.high, err = measure.Add(t.high, high.Thousandths()); err != nil {
			t.open = true
		}
	}
}

func (t *tally) quantity() spec.Observed[measure.Quantity] {
	low, high := measure.Thousandths(t.low), measure.Thousandths(t.high)
	if !t.incomplete {
		return spec.Exactly(low)
	}
	return bounded(low, true, high, !t.open)
}
