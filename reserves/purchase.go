package reserves

import (
	"errors"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Purchase is the least to buy of one item so that it is everywhere in time
// (最小采购). No purchase of fewer units, in whatever stores, is enough: the
// dispatch that shows it uses as few bought units as any, and [Dispatch.Check]
// verifies that by its prices.
type Purchase struct {
	Lines  []PurchaseLine // by store
	Units  int64
	Cost   spec.Observed[measure.Money] // where the item has a price
	Beyond *Shortage                    // what no purchase mends: places that no store reaches in time; nil where there is none
}

// PurchaseLine is what is bought for one store.
type PurchaseLine struct {
	Store int // number in the net
	Units int64
}

// bought says from when what is bought for a store can be loaded.
type bought struct {
	at    measure.Duration
	known bool
}

// LeastPurchase returns the fewest whole units to add, and in which stores, so
// that every place has what it needs by a moment. ready says from when units
// bought for each store can be loaded; a store beyond the list buys nothing.
func (n SupplyNet) LeastPurchase(limit measure.Duration, ready []measure.Duration) (Purchase, error) {
	if err := n.validate(); err != nil {
		return Purchase{}, err
	}
	all := make([]bought, len(ready))
	for i, at := range ready {
		all[i] = bought{at, true}
	}
	return n.leastPurchase(limit, all)
}

func (n SupplyNet) leastPurchase(limit measure.Duration, ready []bought) (Purchase, error) {
	net := n.free()
	total, own := int64(0), len(net.Supplies)
	for _, need := range n.Needs {
		total += need
	}
	for store, b := range ready {
		if b.known && store < n.stores() {
			net.Supplies = append(net.Supplies, Supply{Store: store, Ready: b.at, Units: total})
		}
	}
	net.priceWaiting(total, own)
	d, err := net.Within(limit)
	var p Purchase
	if errors.As(err, &p.Beyond) {
		return p, nil
	}
	if err != nil {
		return p, err
	}
	if err := d.Check(net); err != nil { // the proof that no purchase is smaller
		return p, err
	}
	for _, c := range d.Consignments {
		if c.Supply < own {
			continue
		}
		store := net.Supplies[c.Supply].Store
		i := slices.IndexFunc(p.Lines, func(l PurchaseLine) bool { return l.Store == store })
		if i < 0 {
			i = len(p.Lines)
			p.Lines = append(p.Lines, PurchaseLine{Store: store})
		}
		p.Lines[i].Units += c.Units
		p.Units += c.Units
	}
	slices.SortFunc(p.Lines, func(a, b PurchaseLine) int { return a.Store - b.Store })
	return p, nil
}

// priceWaiting makes every bought unit dearer than all waiting together, so
// that the cheapest dispatch buys the fewest units and, of those, waits least.
// Where such prices would grow too large, waiting costs nothing.
func (n *SupplyNet) priceWaiting(total int64, own int) {
	minutes := func(d measure.Duration) int64 { return min(d.Seconds()/60, maxCost) }
	longest := int64(0)
	for _, s := range n.Supplies {
		for _, l := range n.Links {
			longest = max(longest, minutes(s.Ready)+minutes(l.Time))
		}
	}
	each := int64(1)
	if worst, err := measure.Mul(total, longest); err == nil && worst < maxCost/2 {
		each = worst + 1
		for k := range n.Supplies {
			n.Supplies[k].Cost = minutes(n.Supplies[k].Ready)
		}
		for l := range n.Links {
			n.Links[l].Cost = minutes(n.Links[l].Time)
		}
	}
	for k := own; k < len(n.Supplies); k++ {
		n.Supplies[k].Cost += each
	}
}
