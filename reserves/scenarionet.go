package reserves

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// frame numbers the stores and places of a scenario and keeps what is the same
// for every item.
type frame struct {
	scenario *Scenario
	stores   []string
	index    map[string]int
	leads    map[string]spec.Observed[measure.Duration]
	delay    measure.Duration
	longest  map[int]measure.Duration // of the routes from a store
	people   []measure.People
	byMoney  bool // every route says what a unit costs
	doubt    Doubt
	packed   []*Item // what a kit is packed of, nil where items go on their own
	kit      Item
	stray    []bool // the lots of no item of the list
	cutOff   []int  // places to which no way leads
}

func newFrame(s *Scenario) *frame {
	f := &frame{scenario: s, index: map[string]int{}, leads: map[string]spec.Observed[measure.Duration]{},
		longest: map[int]measure.Duration{}, byMoney: !s.TimeOnly}
	for i := range s.Routes {
		f.stores = append(f.stores, s.Routes[i].Store)
		f.byMoney = f.byMoney && (s.Routes[i].Closed || s.Routes[i].UnitCost.Known())
	}
	slices.Sort(f.stores)
	f.stores = slices.Compact(f.stores)
	for i, id := range f.stores {
		f.index[id] = i
	}
	for i := range s.Routes {
		store := f.index[s.Routes[i].Store]
		if takes, ok := s.Routes[i].takes(); ok && f.longest[store].Less(takes) {
			f.longest[store] = takes
		}
	}
	items := indexItems(s.Items)
	f.stray = make([]bool, len(s.Lots))
	for i := range s.Lots {
		_, listed := items[s.Lots[i].Item]
		f.stray[i] = !listed
	}
	for i := range s.Stores {
		f.leads[s.Stores[i].ID] = s.Stores[i].Lead
	}
	delay, known := s.Delay.Value()
	if !known {
		delay, _ = s.Delay.Low()
		f.doubt.Delay = true
	}
	f.delay = delay
	for i := range s.Needs {
		n, ok := s.Needs[i].People.Value()
		if !ok || n < 0 {
			n, _ = s.Needs[i].People.Low()
			f.doubt.Places = append(f.doubt.Places, s.Needs[i].Place.String())
		}
		f.people = append(f.people, max(0, n))
	}
	cut, unmeasured := f.unserved()
	f.cutOff = cut
	for _, place := range unmeasured {
		f.doubt.Unmeasured = append(f.doubt.Unmeasured, s.Needs[place].Place.String())
	}
	return f
}

// lead returns how long a lot takes until it can be loaded: its own lead time,
// else its store's.
func (f *frame) lead(lot *Lot) (measure.Duration, bool) {
	if d, ok := lot.LeadTime.Value(); ok {
		return d, d.Sign() >= 0
	}
	lead := f.leads[lot.Store]
	d, ok := lead.Value()
	return d, ok && d.Sign() >= 0
}

// net builds the net of one item for so many people at each place. What is not
// known is left out and put in doubt.
func (f *frame) net(item *Item, people []measure.People) SupplyNet {
	s := f.scenario
	n := SupplyNet{Needs: make([]int64, len(people))}
	for p, count := range people {
		if q, ok := Requirement(count, item.Norm, s.Basis); ok {
			n.Needs[p] = q.Floor()
		}
	}
	ready, days := map[readyAt]int64{}, s.Window.span()
	for i := range s.Lots {
		lot := &s.Lots[i]
		store, linked := f.index[lot.Store]
		if linked && f.stray[i] && lot.perhapsSome(item, days, s.Counted) {
			f.doubt.StrayLots = append(f.doubt.StrayLots, lot.ID)
		}
		if !linked || !item.is(lot.Item) {
			continue
		}
		usable := lot.usable(item, days, s.Counted)
		if !usable.Known() {
			f.doubt.Lots = append(f.doubt.Lots, lot.ID)
		}
		low, _ := usable.Low()
		if low.Sign() <= 0 {
			continue
		}
		lead, ok := f.lead(lot)
		if !ok {
			f.doubt.Lots = append(f.doubt.Lots, lot.ID)
			continue
		}
		at := readyAt{store, later(f.delay, lead)}
		if s.Window.arrivalDay(later(at.ready, f.longest[store])).After(lot.Expiry) {
			continue // it would expire on the longest way
		}
		if sum, err := measure.Add(ready[at], low.Thousandths()); err == nil {
			ready[at] = sum
		}
	}
	for at, sum := range ready {
		n.Supplies = append(n.Supplies, Supply{Store: at.store, Ready: at.ready, Units: min(sum/1000, maxUnits)})
	}
	slices.SortFunc(n.Supplies, func(a, b Supply) int {
		return readyAt{a.Store, a.Ready}.compare(readyAt{b.Store, b.Ready})
	})
	n.Links = f.links(item)
	if !f.byMoney { // the least waiting: the moment at which each unit is in hand
		for k := range n.Supplies {
			n.Supplies[k].Cost = min(n.Supplies[k].Ready.Seconds(), maxCost)
		}
	}
	return n
}

// readyAt is a store and the moment from which its goods can be loaded.
type readyAt struct {
	store int
	ready measure.Duration
}

func (a readyAt) compare(b readyAt) int {
	return cmp.Or(cmp.Compare(a.store, b.store), a.ready.Cmp(b.ready))
}

// links returns the routes that may carry an item, in the order of stores and
// places whatever the order of the routes. A row for the item goes before one
// for any item between the same ends, also one that says that there is no way
// for it.
func (f *frame) links(item *Item) []Link {
	s := f.scenario
	rows := map[[2]int]*Route{} // nil where there is no way for the item
	for i := range s.Routes {
		r := &s.Routes[i]
		place := slices.IndexFunc(s.Needs, func(n Need) bool { return n.Place.Equal(r.Place) })
		if place >= 0 && isStray(s.Items, r.Item) {
			f.doubt.StrayRoutes = append(f.doubt.StrayRoutes, r.ends())
		}
		if place < 0 || r.Item != "" && !item.is(r.Item) || r.Closed && r.Item == "" {
			continue
		}
		ends := [2]int{f.index[r.Store], place}
		had, taken := rows[ends]
		switch {
		case r.Closed:
			rows[ends] = nil
		case !taken, had != nil && had.Item == "" && r.Item != "":
			rows[ends] = r
		}
	}
	out := make([]Link, 0, len(rows))
	for ends, r := range rows {
		if r == nil {
			continue
		}
		takes, ok := r.takes()
		limit, sure := r.carries(item)
		if !ok || !sure {
			f.doubt.Routes = append(f.doubt.Routes, r.ends())
		}
		if !ok {
			continue
		}
		l := Link{Store: ends[0], Place: ends[1], Time: takes, Limit: limit, Cost: min(takes.Seconds(), maxCost)}
		if f.byMoney {
			cost, _ := r.UnitCost.Value()
			l.Cost = max(0, min(cost.Fen(), maxCost))
		}
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b Link) int { return cmp.Or(cmp.Compare(a.Store, b.Store), cmp.Compare(a.Place, b.Place)) })
	return out
}

// carries returns how many units of an item the vehicles of a route carry, none
// set where the vehicles or what one carries is not known; sure is false then.
func (r *Route) carries(item *Item) (limit int64, sure bool) {
	vehicles, ok := r.Vehicles.Value()
	if !ok || !item.PerVehicle.Known() || vehicles < 0 {
		return Unlimited, false
	}
	if vehicles == 0 {
		return 0, true
	}
	units, err := measure.Mul(vehicles, int64(item.PerVehicle.Value))
	if err != nil {
		return maxUnits, true
	}
	return min(int64(units), maxUnits), true
}
