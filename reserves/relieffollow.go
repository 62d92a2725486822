package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// follow works out what the people of each place have in hand by each moment.
// Of items that are equally scarce at a moment it names the one that is the
// scarcest of all.
func (p *ReliefPlan) follow(f *frame) {
	var items []Item
	var back []int // from these items to the list
	arrivals := make([][]Arrival, len(f.people))
	for _, i := range p.scarcest() {
		one := &p.Items[i]
		for _, c := range one.Dispatch.Consignments {
			q, err := measure.Units(c.Units)
			if err != nil {
				continue // beyond what a net takes
			}
			arrivals[c.Place] = append(arrivals[c.Place], Arrival{Item: len(items), Quantity: q, At: c.At,
				Store: f.stores[one.Net.Supplies[c.Supply].Store]})
		}
		items, back = append(items, one.Item), append(back, one.Index)
	}
	for _, code := range f.doubt.Items { // nobody is sure to have what nobody knows the need of
		at := slices.IndexFunc(f.scenario.Items, func(i Item) bool { return i.Code == code })
		items, back = append(items, f.scenario.Items[at]), append(back, at)
	}
	for place, people := range f.people {
		one := ProgressOf(people, items, arrivals[place], f.scenario.Basis)
		for k := range one.stages {
			if at := one.stages[k].Item; at >= 0 {
				one.stages[k].Item = back[at]
			}
		}
		p.Places = append(p.Places, one)
	}
	p.Progress = Together(p.Places...)
}

// overbooked returns the routes whose vehicles do not carry all items at once.
func (p *ReliefPlan) overbooked(f *frame) []Overbooking {
	s := f.scenario
	wanted := make([]int64, len(s.Routes))
	for i := range p.Items {
		one := &p.Items[i]
		for _, c := range one.Dispatch.Consignments {
			at := f.route(&one.Item, one.Net.Supplies[c.Supply].Store, c.Place)
			if at < 0 || !one.Item.PerVehicle.Known() || one.Item.PerVehicle.Value <= 0 {
				continue
			}
			each := int64(one.Item.PerVehicle.Value)
			wanted[at] += (c.Units + each - 1) / each
		}
	}
	var out []Overbooking
	for i, n := range wanted {
		if have, ok := s.Routes[i].Vehicles.Value(); ok && n > int64(have) {
			out = append(out, Overbooking{Route: i, Vehicles: have, Wanted: measure.Count(n)})
		}
	}
	return out
}

// route returns the row that carries an item between two ends, its own before
// one for any item, -1 where there is none.
func (f *frame) route(item *Item, store, place int) int {
	found := -1
	for i := range f.scenario.Routes {
		r := &f.scenario.Routes[i]
		if f.index[r.Store] != store || !r.Place.Equal(f.scenario.Needs[place].Place) {
			continue
		}
		if r.Item != "" && item.is(r.Item) {
			return i
		}
		if r.Item == "" && found < 0 {
			found = i
		}
	}
	return found
}
