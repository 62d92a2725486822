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
	CutOff     []int // places in the needs with people, to which it is known that no way leads from any store

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
	if err := p.judgeItems(f); err != nil {
		return ReliefPlan{}, err
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
	p.Overbooked, p.CutOff = p.overbooked(f), f.cutOff
	p.Doubt = f.doubt.compact()
	return p, nil
}

// judgeItems works out for every essential item on its own, or for the kits
// packed of them, when it is everywhere.
func (p *ReliefPlan) judgeItems(f *frame) error {
	s := f.scenario
	var items []*Item
	var index []int
	for i := range s.Items {
		item := &s.Items[i]
		if !item.Essential || item.Norm.Known() && item.Norm.Value.Kind.isFixed() {
			continue
		}
		if _, ok := Requirement(1, item.Norm, s.Basis); !ok {
			f.doubt.Items = append(f.doubt.Items, item.Code)
			continue
		}
		items, index = append(items, item), append(index, i)
	}
	if s.Packed && len(items) > 0 {
		f.packed, f.kit = items, kitItem(s.KitPerVehicle)
		items, index = []*Item{&f.kit}, []int{index[f.limiting(items)]}
	}
	for k, item := range items {
		one := ItemRelief{Item: *item, Index: index[k], Net: f.netOf(item, f.people)}
		if err := one.judge(s.Limit, f); err != nil {
			return err
		}
		p.Items = append(p.Items, one)
	}
	return nil
}

// netOf builds the net of an item or of the kits.
func (f *frame) netOf(item *Item, people []measure.People) SupplyNet {
	if item.Code == KitCode && f.packed != nil {
		return f.kitNet(f.packed, item, people)
	}
	return f.net(item, people)
}

// limiting returns the item of which all stores together serve the fewest.
func (f *frame) limiting(items []*Item) int {
	best, fewest := 0, measure.People(most)
	for i, item := range items {
		units := int64(0)
		for _, s := range f.net(item, f.people).Supplies {
			units += s.Units
		}
		if q, err := measure.Units(units); err == nil {
			if n := item.sure(measure.People(maxUnits), q, f.scenario.Basis); n < fewest {
				best, fewest = i, n
			}
		}
	}
	return best
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

// best returns the dispatch of as many units as can ever arrive.
func (n SupplyNet) best() (Dispatch, error) {
	var last measure.Duration
	if times := n.times(); len(times) > 0 {
		last = times[len(times)-1]
	}
	d, _, err := n.Most(last)
	return d, err
}

func (d Doubt) compact() Doubt {
	for _, list := range []*[]string{&d.Lots, &d.Routes, &d.Places, &d.Items, &d.StrayLots, &d.StrayRoutes, &d.Unmeasured} {
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
	case late || !p.Doubt.onlyMore() || len(p.Overbooked) > 0:
		return spec.Unknown
	}
	return spec.Met
}

// onlyDelays reports whether more knowledge could only make things later: an
// unknown delay was taken at its least, an unknown item is one more to bring.
func (d Doubt) onlyDelays() bool {
	return len(d.Lots) == 0 && len(d.Routes) == 0 && len(d.StrayLots) == 0 && len(d.StrayRoutes) == 0 && len(d.Unmeasured) == 0
}

// isSure reports whether those whom the plan serves are sure to be served: the
// delay is known, no route for an unknown item may be meant instead, and every
// route has the vehicles for all it carries.
func (p ReliefPlan) isSure() bool {
	return !p.Doubt.Delay && len(p.Doubt.StrayRoutes) == 0 && len(p.Overbooked) == 0
}

// Slack returns the limit less the moment at which everything is everywhere
// (时间余量), negative where that is too late; ok is false where it never is.
func (p ReliefPlan) Slack(limit measure.Duration) (slack measure.Duration, ok bool) {
	if !p.Complete {
		return slack, false
	}
	slack, err := limit.Sub(p.Done)
	return slack, err == nil
}
