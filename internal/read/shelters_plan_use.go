package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// sheltersPlanUse reads what a plan says of the use of its shelters: reach,
// least areas by class, the standards chosen and the scenario of its evacuation
// plan.
func sheltersPlanUse(n *strict.Map, c *Context, p *shelters.Provisions) {
	seen := map[string]bool{}
	for _, item := range n.Get("reach").List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var norm shelters.ReachNorm
		norm.ID, _ = m.Need("id").Text()
		if at := m.Get("stay"); at != nil {
			norm.Stay, _ = strict.Choice(at, shelters.ParseStay, "temporary", "lodging")
		}
		norm.Within, _ = strict.Figure(m.Need("within"), c.Source, (*strict.Node).Distance)
		m.Done()
		if !repeated(seen, norm.ID, m.Get("id"), FaultSheltersDuplicateID) {
			p.Reach = append(p.Reach, norm)
		}
	}
	seen = map[string]bool{}
	for _, item := range n.Get("site_areas").List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var one shelters.SiteArea
		one.Class, ok = strict.Choice(m.Need("class"), shelters.ParseClass, wordsOf(shelters.Classes())...)
		one.Least, _ = strict.Figure(m.Need("at_least"), c.Source, sheltersSomeArea)
		m.Done()
		if ok && !repeated(seen, one.Class.String(), m.Get("class"), FaultSheltersDuplicateID) {
			p.SiteAreas = append(p.SiteAreas, one)
		}
	}
	for _, item := range n.Get("standards").List() {
		standard, ok := strict.Figure(item, c.Source, func(n *strict.Node) (shelters.Standard, bool) {
			return strict.Choice(n, shelters.ParseStandard, "gb-55028", "gb-51143")
		})
		if ok {
			p.Standards = append(p.Standards, standard)
		}
	}
	if m, ok := n.Get("evacuation").Map(); ok {
		if at := m.Get("hazard"); at != nil {
			p.Scenario.Hazard, _ = strict.Choice(at, hazards.ParseNatural, wordsOf(hazards.Naturals())...)
		}
		p.Scenario.Farthest, _ = strict.Figure(m.Get("farthest"), c.Source, someDistance)
		p.Scenario.Source, _ = c.leadClause(m)
		m.Done()
	}
}

// someDistance reads a distance that somebody can go.
func someDistance(n *strict.Node) (measure.Distance, bool) {
	d, ok := n.Distance()
	if ok && d.Millimetres() < 1000 {
		n.Fault(FaultShelterMetres, n.Literal(), spec.Textf("%q is not a metre or more", "%q 不足 1 米", n.Literal()))
		return d, false
	}
	return d, ok
}
