package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Provisions is what a five-year plan provides for relief supplies (规划规定).
// A zero figure is one that the plan does not set.
type Provisions struct {
	Catalogues []spec.Catalogue // the plan's lists that belong to this room 名录

	EvacueesID   string                        // the plan's own id of the stock target
	Evacuees     spec.Figure[measure.People]   // whose emergency resettlement the stock must cover
	ReliefID     string                        // the plan's own id of the relief target
	ReliefWithin spec.Figure[measure.Duration] // within which all people affected are relieved
	Due          measure.Date                  // from when both targets are judged unmet: the plan's last day

	SupportDays   spec.Figure[measure.Count]  // days the stock must last
	HouseholdSize spec.Figure[measure.People] // people in a household, where the county does not say

	Items      []Item
	Profiles   []Profile                  // sets of norms that a county can choose, besides the built-in ones
	Ahead      spec.Figure[measure.Count] // days to look ahead for lots to be rotated
	Categories spec.Figure[[]Category]
	Tiers      spec.Figure[[]Tier]

	KitPerVehicle spec.Figure[measure.Count] // packed kits that one vehicle carries

	Levels    spec.Figure[measure.Count] // levels of the announced standard of reserves (五级)
	Announced spec.Figure[measure.Count] // categories of supplies as the plan counts them (七大类)

	TownshipPoints spec.Figure[bool] // every township has a storage point
	MinimumStock   spec.Figure[bool] // key firms keep a minimum stock

	ForwardPoints ForwardPoints
	Centre        Centre
	System        spec.Figure[string]        // of the county's information system: the plan's own id
	Warehouses    spec.Figure[measure.Count] // dedicated warehouses at the base of the plan
}

// isSilent reports whether the plan says nothing of relief supplies.
func (p Provisions) isSilent() bool {
	return !p.Evacuees.Known() && !p.ReliefWithin.Known() && !p.Categories.Known() && !p.Tiers.Known() && len(p.Items) == 0
}

// ForwardPoints is the plan's programme of forward supply points (救灾物资前置点).
type ForwardPoints struct {
	Count    spec.Figure[measure.Count]
	UnitCost spec.Figure[measure.Money] // of one point
	Total    spec.Figure[measure.Money] // as the plan states it
}

// Cost returns the count times the cost of one point (前置点总投入), to be held
// against the total that the plan states. ok is false where either is missing
// or the product does not fit.
func (f ForwardPoints) Cost() (cost measure.Money, ok bool) {
	if !f.Count.Known() || !f.UnitCost.Known() {
		return cost, false
	}
	cost, err := f.UnitCost.Value.Mul(int64(f.Count.Value))
	return cost, err == nil
}

// Centre is the county's emergency management and reserve centre
// (应急管理及物资储备中心) as the plan speaks of it.
type Centre struct {
	ID         string
	Name       spec.Text
	Aliases    []string              // other names of the same project
	Statements []spec.Figure[string] // what the plan says of its state, place by place
}
