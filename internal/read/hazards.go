package read

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of hazards.yaml and its tables. They are permanent.
const (
	FaultHazardUnknown   = "hazards.unknown-hazard"
	FaultSectorUnknown   = "hazards.unknown-sector"
	FaultLeadUnknown     = "hazards.unknown-lead"
	FaultHazardDuplicate = "hazards.duplicate"
	FaultDateOrder       = "date.order"
)

const (
	incidentsTable = "incidents.csv"
	disastersTable = "disasters.csv"
)

func hazardsTables() []string {
	return append([]string{incidentsTable, disastersTable}, slices.Concat(hazardCaseTables(), preventionTables(), warningTables())...)
}

// HazardsPlan reads hazards.yaml: commands, offices, hazards, sectors and the
// plan's own lists of hazards.
func HazardsPlan(n *strict.Map, c *Context) hazards.Provisions {
	p := hazards.Provisions{Period: c.Period}
	p.CommandCount, p.Commands = c.bodies(n.Get("commands"))
	p.OfficeCount, p.Offices = c.bodies(n.Get("offices"))
	p.Hazards = c.hazardLeads(n.Get("hazards"), p.Commands)
	p.Sectors = c.sectorLeads(n.Get("sectors"), p.Offices)
	p.HazardLists = c.hazardLists(n.Get("hazard_lists"))
	p.Relief = c.reliefResponse(n.Get("relief_response"))
	p.Sooner = c.soonerReport(n.Get("sooner_report"))
	p.Prevention = c.prevention(n)
	p.Warnings = c.warningProvisions(n.Get("warnings"))
	n.Done()
	return p
}

// bodies reads a catalogue of institutions: how many the plan says there are,
// and the ones it names.
func (c *Context) bodies(node *strict.Node) (count spec.Figure[measure.Count], list []hazards.Body) {
	m, ok := node.Map()
	if !ok {
		return count, nil
	}
	count, _ = strict.Figure(m.Get("count"), c.Source, (*strict.Node).Count)
	seen := map[string]bool{}
	for _, item := range m.Get("list").List() {
		one, ok := item.Map()
		if !ok {
			continue
		}
		var b hazards.Body
		id := one.Need("id")
		b.ID, _ = id.Text()
		b.Name, _ = one.Need("name").Bilingual()
		b.Source, b.Carries = c.leadClause(one)
		one.Done()
		if b.ID != "" && !hazardRepeated(seen, b.ID, id) {
			list = append(list, b)
		}
	}
	m.Done()
	return count, list
}

// leadClause reads where a mapping stands in the plan and what it carries.
func (c *Context) leadClause(m *strict.Map) (spec.Source, []string) {
	source := c.Source
	if node := m.Get("source"); node != nil {
		source, _ = node.Source(c.Source)
	}
	if node := m.Get("place"); node != nil {
		source.Place, _ = node.Text()
	} else if source.Standing == spec.InPlan && source.Place == "" {
		m.Need("place")
	}
	return source, m.Carries()
}

// hazardRepeated reports, and files as a fault, that an id has been seen.
func hazardRepeated(seen map[string]bool, id string, node *strict.Node) bool {
	return repeated(seen, id, node, FaultHazardDuplicate)
}

func (c *Context) hazardLeads(node *strict.Node, commands []hazards.Body) []hazards.HazardLead {
	var out []hazards.HazardLead
	seen := map[string]bool{}
	for _, item := range node.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var lead hazards.HazardLead
		at := m.Need("hazard")
		lead.Hazard, ok = hazardOf(at)
		lead.Command = leadOf(m.Get("command"), commands)
		if with := m.Get("with"); with != nil {
			lead.With, _ = hazardOf(with)
		}
		lead.Source, lead.Carries = c.leadClause(m)
		m.Done()
		if ok && !hazardRepeated(seen, lead.Hazard.String(), at) {
			out = append(out, lead)
		}
	}
	return out
}

func (c *Context) sectorLeads(node *strict.Node, offices []hazards.Body) []hazards.SectorLead {
	var out []hazards.SectorLead
	seen := map[string]bool{}
	for _, item := range node.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var lead hazards.SectorLead
		at := m.Need("sector")
		if text, has := at.Text(); has {
			if lead.Sector, ok = hazards.ParseSector(text); !ok {
				at.Fault(FaultSectorUnknown, text, spec.Textf("%q is not a sector", "%q 不是行业领域", spec.Shorten(text)))
			}
		}
		lead.Heading, _ = m.Need("heading").Text()
		lead.Office = leadOf(m.Get("office"), offices)
		lead.Source, lead.Carries = c.leadClause(m)
		m.Done()
		if lead.Sector != 0 && !hazardRepeated(seen, lead.Sector.String(), at) {
			out = append(out, lead)
		}
	}
	return out
}

func (c *Context) hazardLists(node *strict.Node) []hazards.HazardList {
	var out []hazards.HazardList
	for _, item := range node.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var list hazards.HazardList
		list.Names = hazardNames(m.Need("names"))
		list.Focus = hazardNames(m.Get("focus"))
		list.Source, list.Carries = c.leadClause(m)
		m.Done()
		out = append(out, list)
	}
	return out
}

func hazardNames(node *strict.Node) []string {
	var out []string
	for _, item := range node.List() {
		if _, ok := hazardOf(item); ok {
			text, _ := item.Text()
			out = append(out, text)
		}
	}
	return out
}

func hazardOf(node *strict.Node) (hazards.Natural, bool) {
	text, ok := node.Text()
	if !ok {
		return 0, false
	}
	hazard, ok := hazards.ParseNatural(text)
	if !ok {
		node.Fault(FaultHazardUnknown, text, spec.Textf("%q is not a natural hazard", "%q 不是灾种", spec.Shorten(text)))
	}
	return hazard, ok
}

// leadOf reads the id of an institution that the catalogue must have.
func leadOf(node *strict.Node, catalogue []hazards.Body) string {
	id, ok := node.Text()
	if !ok {
		return ""
	}
	for _, one := range catalogue {
		if one.ID == id {
			return id
		}
	}
	node.Fault(FaultLeadUnknown, id, spec.Textf("%q is not in the catalogue", "%q 不在机构清单中", spec.Shorten(id)))
	return ""
}
