package read

import (
	"errors"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// reservesItemDetails reads what an item may say besides its norm and price.
func reservesItemDetails(m *strict.Map, c *Context, item *reserves.Item) {
	item.Aliases = m.Get("aliases").Texts()
	for _, word := range m.Get("words").Texts() {
		item.Words = append(item.Words, spec.Unit(word))
	}
	if at := m.Get("class"); at != nil {
		item.Class, _ = strict.Scalar(at, reserves.ParseClassCode)
	}
	for _, at := range m.Get("hazards").List() {
		if hazard, ok := strict.Choice(at, hazards.ParseNatural, codesOf(hazards.Naturals())...); ok {
			item.Hazards = append(item.Hazards, hazard)
		}
	}
	item.ShelfLife, _ = strict.Figure(m.Get("shelf_life_months"), c.Source, some((*strict.Node).Count))
	item.PerVehicle, _ = strict.Figure(m.Get("per_vehicle"), c.Source, some((*strict.Node).Count))
}

// reservesFault files what a room says of a value at the node it stands at.
func reservesFault(n *strict.Node, err error) {
	var fault spec.Fault
	if n != nil && errors.As(err, &fault) {
		n.Fault(fault.Code, fault.Value, fault.Message)
	}
}

// reservesNorm reads {kind, quantity, unit, group, of}; group belongs to
// per-group alone.
func reservesNorm(n *strict.Node) (reserves.Norm, bool) {
	var norm reserves.Norm
	m, ok := n.Map()
	if !ok {
		return norm, false
	}
	norm.Kind, ok = strict.Choice(m.Need("kind"), reserves.ParseNormKind, codesOf(reserves.NormKinds())...)
	quantity := m.Need("quantity")
	amount, okAmount := quantity.Quantity()
	if okAmount && amount.IsZero() {
		quantity.Fault(FaultReservesZero, quantity.Literal(), spec.T("a norm of nothing", "配备标准为零"))
		okAmount = false
	}
	norm.Quantity = amount
	if at := m.Get("unit"); at != nil {
		unit, okUnit := at.Text()
		norm.Unit, ok = spec.Unit(unit), ok && okUnit
	}
	if at := m.Get("of"); at != nil {
		var okOf bool
		norm.Of, okOf = strict.Choice(at, reserves.ParsePopulation, codesOf(reserves.Populations())...)
		ok = ok && okOf
	}
	group := m.Get("group")
	switch {
	case norm.Kind == reserves.PerGroup:
		var okGroup bool
		norm.Group, okGroup = some((*strict.Node).People)(m.Need("group"))
		ok = ok && okGroup
	case group != nil && ok:
		group.Fault(FaultReservesGroup, group.Literal(), spec.Textf("a norm %s has no group", "“%s”的标准没有组", norm.Kind))
		ok = false
	}
	m.Done()
	return norm, ok && okAmount
}

// reservesProfiles reads sets of norms: a list of {id, title, norms}, each norm
// a figure with the item that it is for.
func reservesProfiles(n *strict.Node, c *Context) []reserves.Profile {
	var out []reserves.Profile
	seen := map[string]bool{}
	for _, node := range n.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var p reserves.Profile
		p.ID, ok = m.Need("id").Text()
		p.Title, _ = m.Need("title").Bilingual()
		for _, one := range m.Need("norms").List() {
			if norm, ok := reservesItemNorm(one, c); ok {
				p.Norms = append(p.Norms, norm)
			}
		}
		m.Done()
		if ok && !repeated(seen, p.ID, m.Get("id"), FaultReservesDuplicate) {
			out = append(out, p)
		}
	}
	return out
}

func reservesItemNorm(n *strict.Node, c *Context) (out reserves.ItemNorm, ok bool) {
	m, ok := n.Map()
	if !ok {
		return out, false
	}
	out.Item, ok = m.Need("item").Text()
	var okNorm bool
	out.Norm, okNorm = strict.Figure(m.Need("norm"), c.Source, reservesNorm)
	m.Done()
	return out, ok && okNorm && out.Norm.Known()
}

// reservesCentre reads the reserve centre: {id, name, aliases, statements}.
func reservesCentre(n *strict.Node, c *Context) (out reserves.Centre) {
	if n == nil {
		return out
	}
	m, ok := n.Map()
	if !ok {
		return out
	}
	out.ID, _ = m.Need("id").Text()
	out.Name, _ = m.Need("name").Bilingual()
	out.Aliases = m.Get("aliases").Texts()
	for _, node := range m.Need("statements").List() {
		if s, ok := strict.Figure(node, c.Source, (*strict.Node).Text); ok && s.Known() {
			out.Statements = append(out.Statements, s)
		}
	}
	m.Carries()
	m.Done()
	return out
}
