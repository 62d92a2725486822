package reserves

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Lot is a quantity of one item held in one place and one mode (批次).
type Lot struct {
	ID         string                          // borne by no other lot
	Row        int                             // of the register it was read from, 0 where it was not read
	Item       string                          // code, name or alias of the item
	Quantity   spec.Observed[measure.Quantity] // in Unit; dated by the count of the stock
	Unit       spec.Unit                       // empty where it is the item's own
	Store      string                          // id of the store, may be empty
	Place      hazards.DivisionCode            // where the store is, may be unset
	Mode       Mode
	Batch      string                          // the maker's batch, may be empty
	Holder     string                          // firm or office that holds it, never a person; may be empty
	Earmark    string                          // what it is set aside for, empty where it is free
	ReceivedOn measure.Date                    // unset where not known: the lot is there
	Expiry     measure.Date                    // last day of use, unset where it does not expire
	LeadTime   spec.Observed[measure.Duration] // until it can leave
}

// Expired reports whether the lot may no longer be used on a date (过期). It
// may be used on its day of expiry. Without a date nothing is expired.
func (l Lot) Expired(asOf measure.Date) bool { return asOf.After(l.Expiry) }

// Window is the time for which stock must be usable: from the day of the alert
// to the last day of support (保障期). Days of zero are not known.
type Window struct {
	From measure.Date
	Days measure.Count
}

// Last returns the last day of support; ok is false where it is not known.
func (w Window) Last() (last measure.Date, ok bool) {
	if w.Days <= 0 || w.Days > 36_600 {
		return last, false
	}
	last = w.From.AddDays(int(w.Days - 1))
	return last, !last.IsZero()
}

// span is a window with its last day worked out, for a pass over many lots.
type span struct {
	from, last measure.Date
	known      bool // the last day is
}

func (w Window) span() span {
	last, known := w.Last()
	return span{w.From, last, known}
}

// usable returns what of the lot can be used through a window: nothing of a lot
// that expires before the last day, is not yet received, is held in a mode that
// does not count or is set aside for something else. The quantity is unknown
// where the lot does not say its mode or how much it is in the item's unit. A
// lot that expires after an unknown number of days is there at most.
func (l *Lot) usable(item *Item, w span, counted Modes) spec.Observed[measure.Quantity] {
	none := measure.Quantity{}
	switch {
	case w.from.After(l.Expiry) || w.known && w.last.After(l.Expiry) || l.ReceivedOn.After(w.from):
		return spec.Exactly(none)
	case l.Mode != 0 && !counted.Has(l.Mode) || !l.isFree():
		return spec.Exactly(none)
	}
	if on := l.Quantity.On(); on.After(w.from) || l.Mode == 0 || !item.Counts(l.Unit) && l.Unit != "" {
		return spec.Observed[measure.Quantity]{}
	}
	low, _ := l.Quantity.Low()
	high, hasHigh := l.Quantity.High()
	switch {
	case low.Sign() < 0 || high.Sign() < 0:
		return spec.Observed[measure.Quantity]{}
	case w.known || l.Expiry.IsZero() || w.from.IsZero():
		return l.Quantity
	case hasHigh:
		return bounded(none, true, high, true)
	}
	return spec.Observed[measure.Quantity]{}
}

// The ways to write that a lot is set aside for those who are resettled.
const (
	EarmarkEvacuees   = "evacuees"
	earmarkEvacueesZH = "转移安置"
)

// isFree reports whether the lot may serve those who are resettled.
func (l *Lot) isFree() bool {
	return l.Earmark == "" || l.Earmark == EarmarkEvacuees || l.Earmark == earmarkEvacueesZH
}

// Usable returns how much of an item the lots hold that can be used as of a
// date, in the item's unit, of the modes that count (可用储备量). It is a lower
// bound where some lot does not say its quantity, mode or a unit that fits.
// Lots of other items are not looked at; the order of the lots does not matter.
// What a lot may hold whose item nobody knows is [MayHold].
func Usable(lots []Lot, item Item, asOf measure.Date, counted Modes) spec.Observed[measure.Quantity] {
	return UsableThrough(lots, item, Window{asOf, 1}, counted)
}

// UsableThrough is [Usable] for stock that must last through a window.
func UsableThrough(lots []Lot, item Item, w Window, counted Modes) spec.Observed[measure.Quantity] {
	var sum tally
	days := w.span()
	for i := range lots {
		if item.is(lots[i].Item) {
			sum.add(lots[i].usable(&item, days, counted))
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
