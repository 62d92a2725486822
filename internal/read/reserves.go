package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of the provisions for relief supplies.
const (
	FaultReservesZero      = "reserves.zero"
	FaultReservesGroup     = "reserves.group"
	FaultReservesDuplicate = "reserves.duplicate-item"
	FaultReservesBackwards = "reserves.lot-backwards"
	FaultReservesShare     = "reserves.share"
	FaultReservesLot       = "reserves.unknown-lot"
	FaultReservesStore     = "reserves.unknown-store"
	FaultReservesSum       = "reserves.affected-sum"
)

// ReservesPlan reads reserves.yaml of a plan. Its targets are due on the last
// day of the plan's period.
func ReservesPlan(n *strict.Map, c *Context) reserves.Provisions {
	p := reserves.Provisions{Due: c.Period.LastDay()}
	p.Catalogues = c.Catalogues(n.Get("catalogues"))
	if m, ok := n.Get("evacuees").Map(); ok {
		p.EvacueesID, _ = m.Need("id").Text()
		p.Evacuees, _ = strict.Figure(m.Need("people"), c.Source, some((*strict.Node).People))
		m.Done()
	}
	if m, ok := n.Get("relief").Map(); ok {
		p.ReliefID, _ = m.Need("id").Text()
		p.ReliefWithin, _ = strict.Figure(m.Need("within"), c.Source, reservesSomeTime)
		m.Done()
	}
	p.SupportDays, _ = strict.Figure(n.Get("support_days"), c.Source, some((*strict.Node).Count))
	p.HouseholdSize, _ = strict.Figure(n.Get("household_size"), c.Source, some((*strict.Node).People))
	p.Categories, _ = strict.Figure(n.Get("categories"), c.Source, eachOf(reserves.ParseCategory, reserves.Categories()))
	p.Tiers, _ = strict.Figure(n.Get("tiers"), c.Source, eachOf(reserves.ParseTier, reserves.Tiers()))
	if m, ok := n.Get("forward_points").Map(); ok {
		p.ForwardPoints.Count, _ = strict.Figure(m.Get("count"), c.Source, (*strict.Node).Count)
		p.ForwardPoints.UnitCost, _ = strict.Figure(m.Get("unit_cost"), c.Source, (*strict.Node).Money)
		p.ForwardPoints.Total, _ = strict.Figure(m.Get("total"), c.Source, (*strict.Node).Money)
		m.Done()
	}
	p.Warehouses, _ = strict.Figure(n.Get("warehouses"), c.Source, (*strict.Node).Count)
	p.Items = reservesItems(n.Get("items"), c)
	p.Profiles = reservesProfiles(n.Get("profiles"), c)
	p.Ahead, _ = strict.Figure(n.Get("rotation_ahead"), c.Source, some((*strict.Node).Count))
	p.KitPerVehicle, _ = strict.Figure(n.Get("kits_per_vehicle"), c.Source, some((*strict.Node).Count))
	p.Levels, _ = strict.Figure(n.Get("levels"), c.Source, some((*strict.Node).Count))
	p.Announced, _ = strict.Figure(n.Get("categories_announced"), c.Source, some((*strict.Node).Count))
	p.TownshipPoints, _ = strict.Figure(n.Get("township_points"), c.Source, (*strict.Node).Bool)
	p.MinimumStock, _ = strict.Figure(n.Get("minimum_stock"), c.Source, (*strict.Node).Bool)
	p.System, _ = strict.Figure(n.Get("information_system"), c.Source, (*strict.Node).Text)
	p.Centre = reservesCentre(n.Get("centre"), c)
	n.Done()
	return p
}

func reservesItems(n *strict.Node, c *Context) []reserves.Item {
	var out []reserves.Item
	seen := map[string]bool{}
	for _, node := range n.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var item reserves.Item
		at := m.Need("code")
		item.Code, _ = at.Text()
		if seen[item.Code] {
			at.Fault(FaultReservesDuplicate, item.Code, spec.Textf("the item %q occurs twice", "物资 %q 重复", item.Code))
		}
		seen[item.Code] = true
		item.Name, _ = m.Need("name").Bilingual()
		item.Category, _ = strict.Choice(m.Need("category"), reserves.ParseCategory, codesOf(reserves.Categories())...)
		item.Essential, _ = m.Need("essential").Bool()
		unit, _ := m.Need("unit").Text()
		item.Unit = spec.Unit(unit)
		reservesItemDetails(m, c, &item)
		norm := m.Get("norm")
		if item.Essential { // without it nobody knows how much is needed
			norm = m.Need("norm")
		}
		item.Norm, _ = strict.Figure(norm, c.Source, reservesNorm)
		item.Price, _ = strict.Figure(m.Get("price"), c.Source, (*strict.Node).Money)
		if item.Norm.Known() {
			if err := item.Norm.Value.Check(item); err != nil {
				reservesFault(norm, err)
			}
		}
		m.Done()
		out = append(out, item)
	}
	return out
}

// some reads a whole number of at least one.
func some[T ~int64](parse func(*strict.Node) (T, bool)) func(*strict.Node) (T, bool) {
	return func(n *strict.Node) (T, bool) {
		v, ok := parse(n)
		if ok && v == 0 {
			n.Fault(FaultReservesZero, n.Literal(), spec.T("at least 1 is needed", "至少为 1"))
			return v, false
		}
		return v, ok
	}
}

func reservesSomeTime(n *strict.Node) (measure.Duration, bool) {
	d, ok := n.Duration()
	if ok && d.IsZero() {
		n.Fault(FaultReservesZero, n.Literal(), spec.T("a limit of no time", "时限为零"))
		return d, false
	}
	return d, ok
}

// eachOf reads a list of members of a closed set, each at most once.
func eachOf[T interface {
	comparable
	String() string
}](parse func(string) (T, bool), all []T) func(*strict.Node) ([]T, bool) {
	return func(n *strict.Node) ([]T, bool) {
		if n.IsList() && len(n.List()) == 0 {
			n.Fault(FaultReservesZero, "", spec.T("a list of nothing", "列表为空"))
			return nil, false
		}
		var out []T
		good := n.IsList()
		seen := map[T]bool{}
		for _, node := range n.List() {
			member, ok := strict.Choice(node, parse, codesOf(all)...)
			if ok && seen[member] {
				node.Fault(strict.CodeDuplicateItem, member.String(), spec.Textf("%q occurs twice", "%q 重复", member.String()))
				ok = false
			}
			seen[member] = true
			good = good && ok
			out = append(out, member)
		}
		return out, good
	}
}

func codesOf[T interface{ String() string }](members []T) []string {
	out := make([]string, len(members))
	for i, m := range members {
		out[i] = m.String()
	}
	return out
}
