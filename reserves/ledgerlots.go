package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Balances returns the balance of every lot in every store, by lot and store.
func (l Ledger) Balances() []Balance { return slices.Clone(l.balances) }

// Owed returns what is lent of a lot and not yet returned (借出未还).
func (l Ledger) Owed(lot string) measure.Quantity { return l.owed[lot] }

// Broken reports whether some movement of a lot could not be entered.
func (l Ledger) Broken(lot string) bool { return l.broken[lot] }

// Lots returns the lots as the ledger leaves them: what lies in a lot's own
// store under its own id, what was transferred under the id with the store
// behind it, as lot-1@store-west. A lot with a movement that cannot be has an
// unknown quantity: the register contradicts itself. places gives the division
// of a store and may be nil. The lots given are not changed.
func (l Ledger) Lots(lots []Lot, places func(store string) (Store, bool)) []Lot {
	out := slices.Clone(lots)
	index := make(map[string]int, len(out))
	for i := range out {
		index[out[i].ID] = i
	}
	for _, b := range l.balances {
		i, ok := index[b.Lot]
		if !ok {
			continue
		}
		q := spec.Exactly(b.Held).Dated(lots[i].Quantity.On()).From(lots[i].Quantity.Source(), lots[i].Quantity.Status())
		if l.broken[b.Lot] {
			q = spec.Observed[measure.Quantity]{}
		}
		if b.Store == lots[i].Store {
			out[i].Quantity = q
			continue
		}
		if b.Held.IsZero() {
			continue
		}
		moved := lots[i]
		moved.ID, moved.Store, moved.Quantity = b.Lot+"@"+b.Store, b.Store, q
		if places != nil {
			if store, ok := places(b.Store); ok {
				moved.Place = store.Place
			}
		}
		out = append(out, moved)
	}
	return out
}
