package reserves

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/internal/flow"
	"github.com/county-emergency/emergency/measure"
)

// netFlow is a net as a transportation problem: places send their needs out,
// supplies take them in.
//
// A limit on a link is no part of that problem. It becomes one by a gate (H. M.
// Wagner's way of turning capacitated into plain transportation): a sink that
// takes in as many units as the link carries, and a source with as many units
// that may go into the gate or on to the supplies behind the link. What the
// place sends through the gate pushes the gate's own units on to those
// supplies. Both problems have the same flows, costs and greatest shortage.
type netFlow struct {
	flow.Problem
	net   SupplyNet
	limit measure.Duration
	gates []int // links with a limit, in order
	spare bool  // the last sink takes what stays unmet
}

func (n SupplyNet) problem(limit measure.Duration, without int64) *netFlow {
	p := &netFlow{net: n, limit: limit, spare: without > 0}
	places, supplies, stores := len(n.Needs), len(n.Supplies), n.stores()
	gates := limited(n)
	p.gates = make([]int, 0, gates)
	p.Supplies = append(make([]int64, 0, places+gates), n.Needs...)
	p.Capacities = make([]int64, supplies, supplies+gates+1)
	for k, s := range n.Supplies {
		p.Capacities[k] = s.Units
	}
	link := make([]int32, stores*places) // 1-based, 0 where there is none
	gate := make([]int32, len(n.Links))
	for l, one := range n.Links {
		link[one.Store*places+one.Place] = int32(l + 1)
		if one.Limit == Unlimited {
			gate[l] = -1
			continue
		}
		gate[l] = int32(len(p.gates))
		p.gates = append(p.gates, l)
		room := p.room(l)
		p.Supplies = append(p.Supplies, room)
		p.Capacities = append(p.Capacities, room)
	}
	if p.spare {
		p.Capacities = append(p.Capacities, without)
	}
	inTime := func(k, l int) bool { return !limit.Less(n.arrives(k, l)) }
	p.Cost = func(source, sink int) (int64, bool) {
		switch {
		case sink == supplies+gates: // what stays unmet
			return 0, source < places
		case source < places && sink < supplies:
			l := int(link[n.Supplies[sink].Store*places+source]) - 1
			if l < 0 || gate[l] >= 0 || !inTime(sink, l) {
				return 0, false
			}
			return n.Links[l].Cost + n.Supplies[sink].Cost, true
		case source < places: // into a gate
			l := p.gates[sink-supplies]
			return n.Links[l].Cost, n.Links[l].Place == source
		case sink < supplies: // out of a gate
			l := p.gates[source-places]
			return n.Supplies[sink].Cost, n.Links[l].Store == n.Supplies[sink].Store && inTime(sink, l)
		}
		return 0, source-places == sink-supplies
	}
	return p
}

// room returns how much a gate needs to let through: never more than the place
// behind it needs.
func (p *netFlow) room(l int) int64 {
	return min(p.net.Links[l].Limit, p.net.Needs[p.net.Links[l].Place])
}

// consignments turns arcs back into what each supply sends to each place.
func (p *netFlow) consignments(arcs []flow.Arc) []Consignment {
	places, supplies := len(p.net.Needs), len(p.net.Supplies)
	var out []Consignment
	through := make([]int64, len(p.gates)) // what places send into each gate
	for _, a := range arcs {
		switch {
		case a.Source < places && a.Sink < supplies:
			l := slices.IndexFunc(p.net.Links, func(l Link) bool {
				return l.Store == p.net.Supplies[a.Sink].Store && l.Place == a.Source
			})
			out = append(out, Consignment{Supply: a.Sink, Place: a.Source, Units: a.Units, At: p.net.arrives(a.Sink, l)})
		case a.Source < places && a.Sink < supplies+len(p.gates):
			through[a.Sink-supplies] += a.Units
		}
	}
	for _, a := range arcs {
		if a.Source < places || a.Sink >= supplies {
			continue
		}
		// A gate may push out more than goes into it where room is free.
		g := a.Source - places
		units := min(a.Units, through[g])
		if through[g] -= units; units > 0 {
			l := p.gates[g]
			out = append(out, Consignment{Supply: a.Sink, Place: p.net.Links[l].Place, Units: units, At: p.net.arrives(a.Sink, l)})
		}
	}
	slices.SortFunc(out, func(a, b Consignment) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Supply, b.Supply))
	})
	return out
}

// shortage turns a cut back: a gate whose sink is in the cut and whose source
// is not is a limit that binds.
func (p *netFlow) shortage(cut *flow.Cut) *Shortage {
	places, supplies := len(p.net.Needs), len(p.net.Supplies)
	s := &Shortage{Missing: cut.Missing}
	open := make([]bool, len(p.gates))
	for _, i := range cut.Sources {
		if i < places {
			s.Places = append(s.Places, i)
			s.Needed += p.net.Needs[i]
		} else {
			open[i-places] = true
		}
	}
	for _, j := range cut.Sinks {
		switch {
		case j < supplies:
			s.Supplies = append(s.Supplies, j)
			s.Held += p.net.Supplies[j].Units
		case j < supplies+len(p.gates) && !open[j-supplies]:
			l := p.gates[j-supplies]
			s.Links = append(s.Links, l)
			s.Carried += p.room(l)
		}
	}
	return s
}
