package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// KitCode is the code of the packed kit among the items of a relief plan.
const KitCode = "packed-kit"

// kitItem is one full set for one person (打包套装): a share of every essential
// item that grows with the people. That a store packs only what lies in it is
// our reading.
func kitItem(perVehicle spec.Figure[measure.Count]) Item {
	return Item{
		Code: KitCode, Name: spec.T("packed kits", "打包套装"), Category: LivingRelief, Essential: true, Unit: "套", PerVehicle: perVehicle,
		Norm: spec.Cite(Norm{Kind: PerPerson, Quantity: measure.Thousandths(1000)}, spec.Source{Document: "每人一套（本库假定）", Standing: spec.Ours}),
	}
}

// kitNet builds the net of packed kits: a store has as many kits from a moment
// on as its scarcest item then allows, and goods that complete no kit stay
// where they are.
func (f *frame) kitNet(items []*Item, kit *Item, people []measure.People) SupplyNet {
	net := SupplyNet{Needs: make([]int64, len(people)), Links: f.links(kit)}
	for p, n := range people {
		net.Needs[p] = int64(n)
	}
	nets := make([]SupplyNet, len(items))
	var moments []readyAt
	for i, item := range items {
		nets[i] = f.net(item, people)
		for _, s := range nets[i].Supplies {
			moments = append(moments, readyAt{s.Store, s.Ready})
		}
	}
	slices.SortFunc(moments, readyAt.compare)
	packed := map[int]int64{}
	for _, at := range slices.Compact(moments) {
		kits := maxUnits
		for i, item := range items {
			units := int64(0)
			for _, s := range nets[i].Supplies {
				if s.Store == at.store && !at.ready.Less(s.Ready) {
					units += s.Units
				}
			}
			q, err := measure.Units(units)
			if err != nil {
				q = measure.Thousandths(most)
			}
			kits = min(kits, int64(item.sure(measure.People(maxUnits), q, f.scenario.Basis)))
		}
		if more := kits - packed[at.store]; more > 0 && len(items) > 0 {
			packed[at.store] = kits
			supply := Supply{Store: at.store, Ready: at.ready, Units: more}
			if !f.byMoney {
				supply.Cost = min(at.ready.Seconds(), maxCost)
			}
			net.Supplies = append(net.Supplies, supply)
		}
	}
	return net
}
