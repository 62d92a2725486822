package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Store is a place where supplies lie (储备库点).
type Store struct {
	ID    string // borne by no other store
	Name  string // as the county writes it
	Tier  Tier
	Place hazards.DivisionCode            // where it is
	Lead  spec.Observed[measure.Duration] // until goods can leave it, where their lot does not say
}

// Network counts the stores of a county and the townships that have one
// (储备网络).
type Network struct {
	Stores    [HouseholdStore + 1]int // by tier; 0 where a store does not say
	Townships int                     // in the county's division table
	Covered   int                     // of them with a storage point of their own
	Without   []hazards.DivisionCode  // the others, in the order of the table
}

// NetworkOf returns the network of stores over a county's townships. forward
// says whether a forward point counts as the storage point of its township.
func NetworkOf(stores []Store, townships []hazards.DivisionCode, forward bool) Network {
	n := Network{Townships: len(townships)}
	for _, s := range stores {
		n.Stores[min(s.Tier, HouseholdStore)]++
	}
	for _, township := range townships {
		has := slices.ContainsFunc(stores, func(s Store) bool {
			return (s.Tier == TownshipStore || forward && s.Tier == ForwardPoint) && township.Contains(s.Place)
		})
		if has {
			n.Covered++
		} else {
			n.Without = append(n.Without, township)
		}
	}
	return n
}
