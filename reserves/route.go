package reserves

import (
	"cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Route is the way from a store to a place of need (配送路线).
type Route struct {
	Store      string
	Place      hazards.DivisionCode
	Item       string                          // code of the one item that it carries, empty for any
	Row        int                             // of the table it was read from, 0 where it was not read
	Closed     bool                            // it is known that there is no way (不通); its times say nothing
	Loading    spec.Observed[measure.Duration] // 装车
	Travel     spec.Observed[measure.Duration] // 运输
	HandingOut spec.Observed[measure.Duration] // 发放: from arrival until the last person is served
	Vehicles   spec.Observed[measure.Count]    // that make the way once
	UnitCost   spec.Observed[measure.Money]    // of moving one unit, unknown where nobody said
}

// takes returns how long the route takes, loading and handing out included; ok
// is false where a part is not known or there is no way.
func (r *Route) takes() (measure.Duration, bool) {
	var sum measure.Duration
	if r.Closed {
		return sum, false
	}
	for _, part := range [...]spec.Observed[measure.Duration]{r.Loading, r.Travel, r.HandingOut} {
		d, ok := part.Value()
		if !ok || d.Sign() < 0 {
			return sum, false
		}
		sum = later(sum, d)
	}
	return sum, true
}

// ends writes where the route leads.
func (r *Route) ends() string { return r.Store + "→" + r.Place.String() }

// Need is a place with the people affected there (需求点).
type Need struct {
	Place  hazards.DivisionCode
	Name   string // as the county's division table writes it, may be empty
	People spec.Observed[measure.People]
}

// Title returns the name of the place, its code where it has none.
func (n Need) Title() string { return cmp.Or(n.Name, n.Place.String()) }

// Scenario is everything that relief is planned from (救助情景).
type Scenario struct {
	Items    []Item
	Lots     []Lot
	Stores   []Store
	Routes   []Route
	Needs    []Need
	Basis    Basis
	Window   Window
	Counted  Modes
	Delay    spec.Observed[measure.Duration] // from the start of the clock until the lead times begin
	Limit    measure.Duration
	TimeOnly bool // cost is time: the cheapest dispatch is the one with the least waiting
	Ration   Ration

	Packed        bool                       // every store sends full sets, packed of what lies in it
	KitPerVehicle spec.Figure[measure.Count] // kits that one vehicle carries
}

// Ration is how a stock that is too small is shared out (短缺分配). The zero
// Ration is in proportion.
type Ration uint8

// The ways to share out.
const (
	RationProportional Ration = iota // 按人口比例: every place gets its share
	RationLeastWaiting               // 等待最少: whom it reaches soonest
)

// Doubt is why a relief plan is not sure (不确定项). Its members are ids.
type Doubt struct {
	Lots   []string // quantity, mode, unit or lead time not known
	Routes []string // a time, the vehicles or what a vehicle carries not known
	Places []string // people not known
	Items  []string // norm or basis not known
	Delay  bool

	StrayLots   []string // of no item of the list, and may be one of those planned
	StrayRoutes []string // for an item that the list does not have
	Unmeasured  []string // places with people that no route leads to, and of which nobody said that none does
}

// IsZero reports whether nothing is in doubt.
func (d Doubt) IsZero() bool {
	return len(d.StrayLots) == 0 && len(d.Unmeasured) == 0 && d.onlyMore()
}

// onlyMore reports whether nothing is in doubt but what may be there besides.
func (d Doubt) onlyMore() bool {
	return len(d.Lots) == 0 && len(d.Routes) == 0 && len(d.Places) == 0 && len(d.Items) == 0 && len(d.StrayRoutes) == 0 && !d.Delay
}
