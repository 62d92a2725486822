package reserves

import (
	"fmt"
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// SupplyNet is one good, or one packed kit, on its way from stores to places
// (配送网络): what each place needs, what lies ready where and when, and the links
// between stores and places. Stores and places are numbers from 0.
type SupplyNet struct {
	Needs    []int64 // whole units, by place
	Supplies []Supply
	Links    []Link // at most one from a store to a place
}

// Supply is what a store can hand over from a moment on.
type Supply struct {
	Store int
	Ready measure.Duration // from the start of the clock
	Units int64
	Cost  int64 // of one unit, besides the link
}

// Link is a way from a store to a place (配送路线).
type Link struct {
	Store, Place int
	Time         measure.Duration // loading, travel and handing out
	Cost         int64            // of one unit
	Limit        int64            // units that its vehicles carry; Unlimited where none is set
}

// Unlimited is the limit of a link without one.
const Unlimited int64 = -1

// Consignment is what one supply sends to one place (配送批次).
type Consignment struct {
	Supply, Place int
	Units         int64
	At            measure.Duration // when its last unit is handed out
}

// Shortage says why not every place can get what it needs in time, as data
// (短缺): of all reasons the greatest. It is an error.
type Shortage struct {
	Places   []int // in want, in order
	Needed   int64 // by them together
	Supplies []int // all that reach any of them in time without a limit that binds
	Held     int64 // by those supplies together
	Links    []int // whose limit binds
	Carried  int64 // by those links together
	Missing  int64 // Needed less Held less Carried
}

// Error says how much is missing where, in numbers only.
func (s *Shortage) Error() string {
	return fmt.Sprintf("reserves: %d places need %d units; %d supplies hold %d and %d limited links carry %d: %d missing",
		len(s.Places), s.Needed, len(s.Supplies), s.Held, len(s.Links), s.Carried, s.Missing)
}

// NetFault is the reason why a net cannot be worked on; use errors.Is.
type NetFault uint8

// The faults of a net.
const (
	_             NetFault = iota
	NetNegative            // a need, supply, time or cost below zero
	NetUnknownEnd          // a link or supply with a store or place that is not there
	NetTwoLinks            // two links from one store to one place
	NetRange               // sums that exceed an int64
)

// Error names the fault.
func (f NetFault) Error() string {
	texts := [...]string{"reserves: fault", "reserves: negative need, supply, time or cost",
		"reserves: link or supply without its end", "reserves: two links between one store and one place", "reserves: sums out of range"}
	if int(f) < len(texts) {
		return texts[f]
	}
	return texts[0]
}

// maxUnits and maxCost keep every sum of a net inside an int64.
const (
	maxUnits = int64(1) << 40
	maxCost  = int64(1) << 30
)

func (n SupplyNet) validate() error {
	total := int64(0)
	for _, need := range n.Needs {
		if need < 0 {
			return NetNegative
		}
		if total += need; need > maxUnits || total > maxUnits {
			return NetRange
		}
	}
	stores := n.stores()
	for _, s := range n.Supplies {
		switch {
		case s.Store < 0 || s.Store > maxStores:
			return NetUnknownEnd
		case s.Units < 0 || s.Ready.Sign() < 0 || s.Cost < 0:
			return NetNegative
		case s.Units > maxUnits || s.Cost > maxCost:
			return NetRange
		}
	}
	seen := make(map[[2]int]bool, len(n.Links))
	for _, l := range n.Links {
		switch {
		case l.Store < 0 || l.Store >= stores || l.Place < 0 || l.Place >= len(n.Needs):
			return NetUnknownEnd
		case l.Time.Sign() < 0 || l.Cost < 0 || l.Limit < Unlimited:
			return NetNegative
		case l.Cost > maxCost || l.Limit > maxUnits:
			return NetRange
		case seen[[2]int{l.Store, l.Place}]:
			return NetTwoLinks
		}
		seen[[2]int{l.Store, l.Place}] = true
	}
	return nil
}

const maxStores = 1 << 20

// stores returns how many stores the net speaks of.
func (n SupplyNet) stores() int {
	count := 0
	for _, s := range n.Supplies {
		count = max(count, s.Store+1)
	}
	for _, l := range n.Links {
		count = max(count, l.Store+1)
	}
	return min(count, maxStores+1)
}

// arrives returns when a supply has been handed out over a link.
func (n SupplyNet) arrives(supply, link int) measure.Duration {
	return later(n.Supplies[supply].Ready, n.Links[link].Time)
}

// times returns the moments at which something can arrive, in order, each once.
func (n SupplyNet) times() []measure.Duration {
	byStore := make(map[int][]int)
	for k, s := range n.Supplies {
		if s.Units > 0 {
			byStore[s.Store] = append(byStore[s.Store], k)
		}
	}
	var out []measure.Duration
	for l := range n.Links {
		for _, k := range byStore[n.Links[l].Store] {
			out = append(out, n.arrives(k, l))
		}
	}
	slices.SortFunc(out, measure.Duration.Cmp)
	return slices.Compact(out)
}
