package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// FaultContentItem is the code of two items of a plan's content with one id.
const FaultContentItem = "plans.duplicate-content-item"

// contingencyPlan reads the key contingency of plans.yaml: which kinds of
// contingency plans must be made, what they contain, and their clocks.
func contingencyPlan(n *strict.Node, c *Context) plans.ContingencyProvisions {
	var p plans.ContingencyProvisions
	m, ok := n.Map()
	if !ok {
		return p
	}
	p.Source = plansSource(m, c)
	m.Carries()
	p.Kinds = contingencyKinds(m.Get("kinds"), c)
	if sides, ok := m.Get("interfaces").Map(); ok {
		p.InterfacesSource, _ = c.leadClause(sides)
		for _, side := range plans.LinkKinds() {
			for _, kind := range kindList(sides.Get(side.String())) {
				p.Interfaces = append(p.Interfaces, plans.Interface{Kind: kind, Side: side})
			}
		}
		sides.Done()
	}
	p.Content = contentItems(m.Get("content"), c)
	p.Clocks = planClocks(m.Get("clocks"), c)
	if base, ok := m.Get("base").Map(); ok {
		for _, node := range base.Need("hazards").List() {
			if hazard, ok := hazardOf(node); ok {
				p.Base = append(p.Base, hazard)
			}
		}
		if open := base.Get("open"); open != nil {
			p.BaseOpen, _ = open.Bool()
		}
		p.BaseSource = plansSource(base, c)
		base.Carries()
		base.Done()
	}
	if platform, ok := m.Get("platform").Map(); ok {
		p.Platform, _ = c.leadClause(platform)
		platform.Done()
	}
	m.Done()
	return p
}

func contingencyKinds(list *strict.Node, c *Context) []plans.KindProvision {
	var out []plans.KindProvision
	seen := map[string]bool{}
	for _, node := range list.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var k plans.KindProvision
		at := m.Need("kind")
		k.Kind, ok = contingencyKind(at)
		k.Source, k.Carries = c.leadClause(m)
		m.Done()
		if ok && !hazardRepeated(seen, k.Kind.String(), at) {
			out = append(out, k)
		}
	}
	return out
}

func contingencyKind(n *strict.Node) (plans.ContingencyKind, bool) {
	return strict.Choice(n, plans.ParseContingencyKind, codes(plans.ContingencyKinds())...)
}

// kindList reads a list of kinds of contingency plans.
func kindList(n *strict.Node) []plans.ContingencyKind {
	var out []plans.ContingencyKind
	for _, node := range n.List() {
		if kind, ok := contingencyKind(node); ok {
			out = append(out, kind)
		}
	}
	return out
}

// codes are the codes of a closed set, for the message of a fault.
func codes[T interface{ String() string }](all []T) []string {
	out := make([]string, len(all))
	for i, one := range all {
		out[i] = one.String()
	}
	return out
}

func contentItems(list *strict.Node, c *Context) []plans.ContentItem {
	var out []plans.ContentItem
	seen := map[string]bool{}
	for _, node := range list.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var item plans.ContentItem
		id := m.Need("id")
		item.ID, ok = id.Text()
		item.Title, _ = m.Need("title").Bilingual()
		item.Kinds = kindList(m.Get("kinds"))
		if evidence := m.Get("evidence"); evidence != nil {
			item.Evidence, _ = strict.Choice(evidence, plans.ParseEvidence, "levels", "trigger", "decider", "resources")
		}
		item.Source, item.Carries = c.leadClause(m)
		m.Done()
		if !ok {
			continue
		}
		if seen[item.ID] {
			id.Fault(FaultContentItem, item.ID, spec.Textf("the item %q stands twice", "要素 %q 重复", item.ID))
			continue
		}
		seen[item.ID] = true
		out = append(out, item)
	}
	return out
}

func planClocks(list *strict.Node, c *Context) []plans.PlanClock {
	var out []plans.PlanClock
	for _, node := range list.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var clock plans.PlanClock
		clock.Clock, ok = strict.Choice(m.Need("clock"), plans.ParseClockKind, codes(plans.ClockKinds())...)
		clock.Kinds = kindList(m.Need("kinds"))
		clock.Limit, _ = strict.Figure(m.Need("limit"), c.Source, (*strict.Node).Count)
		if from := m.Get("from"); from != nil {
			clock.From, _ = from.Date()
		}
		m.Done()
		if ok {
			out = append(out, clock)
		}
	}
	return out
}

// contingencyRecords reads the tables about contingency plans, and from
// county.yaml what the county says of them and of its borders as a whole.
func (c *Context) contingencyRecords(county *strict.Map, all *plans.Records) plans.ContingencyRecords {
	var r plans.ContingencyRecords
	var covered measure.Period
	if m, ok := county.Get("contingency").Map(); ok {
		r.Whole = kindList(m.Get("whole"))
		if on := m.Get("whole_on"); on != nil {
			r.WholeOn, _ = on.Date()
		}
		if calendar := m.Get("calendar"); calendar != nil {
			covered, _ = calendar.Period()
		}
		if points := m.Get("boundary_points"); points != nil {
			all.Neighbours, all.HasNeighbours = boundaryPoints(points), true
		}
		m.Done()
	}
	before := c.Faults.Len()
	if r.Plans, r.HasPlans = c.contingencies(); c.Faults.Len() > before {
		c.broken(contingencyTable)
	}
	known := planIDs(r)
	r.Links, r.HasLinks = c.planLinks(known)
	r.Content = c.planContent(known)
	r.Objects, r.HasObjects = c.planObjects()
	r.Workday = c.workdays(covered)
	return r
}

// planIDs are the ids in the register, nil where there is none: then no other
// table is held against it, for one cause is told once.
func planIDs(r plans.ContingencyRecords) map[string]bool {
	if !r.HasPlans {
		return nil
	}
	known := make(map[string]bool, len(r.Plans))
	for i := range r.Plans {
		known[r.Plans[i].ID] = true
	}
	return known
}

func boundaryPoints(list *strict.Node) []plans.BoundaryPoint {
	var out []plans.BoundaryPoint
	seen := map[string]bool{}
	for _, node := range list.List() {
		m, ok := node.Map()
		if !ok {
			continue
		}
		var p plans.BoundaryPoint
		id := m.Need("id")
		p.ID, ok = id.Text()
		p.Name, _ = m.Need("name").Text()
		p.Neighbour, _ = m.Need("neighbour").Text()
		m.Done()
		if ok && !hazardRepeated(seen, p.ID, id) {
			out = append(out, p)
		}
	}
	return out
}

// subject reads what a special or department plan is about: a natural hazard or
// a sector of work safety.
func subject(cell strict.Cell) (hazard hazards.Natural, sector hazards.Sector) {
	text, ok := cell.Text()
	if !ok {
		return 0, 0
	}
	if hazard, ok = hazards.ParseNatural(text); ok {
		return hazard, 0
	}
	if sector, ok = hazards.ParseSector(text); !ok {
		cell.Fault(FaultHazardUnknown, text, spec.Textf("%q is neither a hazard nor a sector", "%q 既不是灾种也不是行业领域", spec.Shorten(text)))
	}
	return 0, sector
}
