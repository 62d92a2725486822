package reserves

import (
	"errors"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ReliefPlan is how the stock reaches every place of need (救助调拨计划): each
// essential item on its own, complete at the earliest and then at the least
// cost, and what the people have in hand by each moment.
type ReliefPlan struct {
	Items      []ItemRelief // the essential items that grow with the people, in the order of the list
	Places     []Progress   // in the order of the needs
	Progress   Progress     // of all places together
	Done       measure.Duration
	Complete   bool // every place gets everything in the end
	Slowest    int  // place in Items of the item that is complete last, -1 where there is none
	Doubt      Doubt
	Overbooked []Overbooking

	stores []string
}

// ItemRelief is how one item reaches the places of need.
type ItemRelief struct {
	Item     Item
	Index    int       // in the list of items
	Net      SupplyNet // for all people affected
	Dispatch Dispatch  // for whom the plan serves
	Complete bool      // all people affected get it in the end
	Done     measure.Duration
	Late     *Shortage // why not within the limit; nil where it is
	Never    *Shortage // why some place never gets it
	Purchase Purchase  // the least that brings it everywhere within the limit
}

// Overbooking is a route whose vehicles are asked for by several items at once
// (车辆冲突).
type Overbooking struct {
	Route            int // in the list of routes
	Vehicles, Wanted measure.Count
}

// Store returns the id of a store by its number in the nets of the plan.
func (p ReliefPlan) Store(i int) string {
	if i < 0 || i >= len(p.stores) {
		return ""
	}
	return p.stores[i]
}

// PlanRelief returns the relief plan of a scenario (制定救助计划). What is not
// known is not counted on and is named in the doubt of the plan. The order of
// lots, stores and routes does not matter, that of the needs decides ties.
func PlanRelief(s Scenario) (ReliefPlan, error) {
	f := newFrame(&s)
	p := ReliefPlan{stores: f.stores, Slowest: -1, Complete: true}
	for i := range s.Items {
		item := &s.Items[i]
		if !item.Essential || item.Norm.Known() && item.Norm.Value.Kind.isFixed() {
			continue
		}
		if _, ok := Requirement(1, item.Norm, s.Basis); !ok {
			f.doubt.Items = append(f.doubt.Items, item.Code)
			continue
		}
		one := ItemRelief{Item: *item, Index: i, Net: f.net(item, f.people)}
		if err := one.judge(s.Limit, f); err != nil {
			return ReliefPlan{}, err
		}
		p.Items = append(p.Items, one)
	}
	if err := p.dispatch(f); err != nil {
		return ReliefPlan{}, err
	}
	for i := range p.Items {
		one := &p.Items[i]
		p.Complete = p.Complete && one.Complete
		if one.Complete && (p.Slowest < 0 || p.Done.Less(one.Done)) {
			p.Done, p.Slowest = one.Done, i
		}
	}
	p.Complete = p.Complete && len(p.Items) > 0 && len(f.doubt.Items) == 0
	p.follow(f)
	p.Overbooked = p.overbooked(f)
	p.Doubt = f.doubt.compact()
	return p, nil
}

// judge works out when the item is everywhere and what keeps it back.
func (r *ItemRelief) judge(limit measure.Duration, f *frame) error {
	d, err := r.Net.Earliest()
	switch {
	case err == nil:
		r.Complete, r.Done = true, d.Done
	case !errors.As(err, &r.Never):
		return err
	}
	if r.Complete && !limit.Less(r.Done) {
		return nil
	}
	_, err = r.Net.free().Within(limit)
	if !errors.As(err, &r.Late) {
		return err
	}
	if r.Purchase, err = r.Net.leastPurchase(limit, f.ready()); err != nil {
		return err
	}
	if units, err := measure.Units(r.Purchase.Units); err == nil {
		r.Purchase.Cost = r.Item.worth(spec.Exactly(units))
	}
	return nil
}

// ready returns from when goods bought for each store can be loaded; ok is
// false where the lead time of the store is not known.
func (f *frame) ready() []bought {
	out := make([]bought, len(f.stores))
	for i, id := range f.stores {
		lead := f.leads[id]
		if d, ok := lead.Value(); ok && d.Sign() >= 0 {
			out[i] = bought{later(f.delay, d), true}
		}
	}
	return out
}

// dispatch sends every item out. Items that do not suffice go first, the
// scarcest before the others, and what follows is sent to those only who still
// get everything: a set that lacks a piece serves nobody.
func (p *ReliefPlan) dispatch(f *frame) error {
	order := make([]int, len(p.Items))
	for i := range order {
		order[i] = i
	}
	gap := func(i int) measure.Ratio {
		never := p.Items[i].Never
		if never == nil {
			return measure.Whole(0)
		}
		total := int64(0)
		for _, need := range p.Items[i].Net.Needs {
			total += need
		}
		return measure.RatioOf(never.Missing, total)
	}
	slices.SortStableFunc(order, func(a, b int) int { c, _ := gap(b).Cmp(gap(a)); return c })
	people := slices.Clone(f.people)
	for _, i := range order {
		one := &p.Items[i]
		net := f.net(&one.Item, people)
		var err error
		if one.Never == nil {
			one.Dispatch, err = net.Earliest()
		} else {
			one.Dispatch, err = net.best()
		}
		if err != nil {
			return err
		}
		got := make([]int64, len(people))
		for _, c := range one.Dispatch.Consignments {
			got[c.Place] += c.Units
		}
		for place := range people {
			q, err := measure.Units(got[place])
			if err != nil {
				return err
			}
			people[place] = min(people[place], one.Item.sure(people[place], q, f.scenario.Basis))
		}
	}
	return nil
}

// best returns the dispatch of as many units as can ever arrive.
func (n SupplyNet) best() (Dispatch, error) {
	var last measure.Duration
	if times := n.times(); len(times) > 0 {
		last = times[len(times)-1]
	}
	d, _, err := n.Most(last)
	return d, err
}

// follow works out what the people of each place have in hand by each moment.
func (p *ReliefPlan) follow(f *frame) {
	arrivals := make([][]Arrival, len(f.people))
	for i := range p.Items {
		one := &p.Items[i]
		for _, c := range one.Dispatch.Consignments {
			q, err := measure.Units(c.Units)
			if err != nil {
				continue // beyond what a net takes
			}
			arrivals[c.Place] = append(arrivals[c.Place], Arrival{Item: one.Index, Quantity: q, At: c.At,
				Store: f.stores[one.Net.Supplies[c.Supply].Store]})
		}
	}
	items := slices.Clone(f.scenario.Items)
	for i := range items {
		if items[i].Norm.Known() && items[i].Norm.Value.Kind.isFixed() {
			items[i].Essential = false // not sent out place by place
		}
	}
	for place, people := range f.people {
		p.Places = append(p.Places, ProgressOf(people, items, arrivals[place], f.scenario.Basis))
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

func (d Doubt) compact() Doubt {
	for _, list := range []*[]string{&d.Lots, &d.Routes, &d.Places, &d.Items} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return d
}

// Verdict says whether every person affected has everything within a limit
// (限时救助结论): met where that is sure, unmet where it is sure that it fails,
// and unknown where what is in doubt could change it.
func (p ReliefPlan) Verdict(limit measure.Duration) spec.Verdict {
	late := slices.ContainsFunc(p.Items, func(r ItemRelief) bool { return !r.Complete || limit.Less(r.Done) })
	switch {
	case len(p.Items) == 0:
		return spec.Unknown
	case late && p.Doubt.onlyDelays():
		return spec.Unmet
	case late || !p.Doubt.IsZero() || len(p.Overbooked) > 0:
		return spec.Unknown
	}
	return spec.Met
}

// onlyDelays reports whether more knowledge could only make things later: an
// unknown delay was taken at its least, an unknown item is one more to bring.
func (d Doubt) onlyDelays() bool { return len(d.Lots) == 0 && len(d.Routes) == 0 }

// Slack returns the limit less the moment at which everything is everywhere
// (时间余量), negative where that is too late; ok is false where it never is.
func (p ReliefPlan) Slack(limit measure.Duration) (slack measure.Duration, ok bool) {
	if !p.Complete {
		return slack, false
	}
	slack, err := limit.Sub(p.Done)
	return slack, err == nil
}
