package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// The codes of faults in the files about teams.
const (
	FaultAnswer         = "table.answer"
	FaultUnitClass      = "table.unit-class"
	FaultTeamDivision   = "table.team-division"
	FaultChecklistItems = "teams.checklist-items"
	FaultChecklistUnits = "teams.checklist-units"
)

// TeamsPlan reads what a plan provides for forces and grassroots standards.
func TeamsPlan(n *strict.Map, c *Context) teams.Provisions {
	p := teams.Provisions{Period: c.Period}
	p.Forces = teamsForces(n.Get("forces"), c)
	p.Catalogues = c.Catalogues(n.Get("catalogues"))
	p.TownshipTeams = teamsTarget(n.Get("township_teams"), c)
	p.CommunityStations = teamsTarget(n.Get("community_stations"), c)
	p.StaffingNorm, _ = strict.Figure(n.Get("staffing_norm"), c.Source, (*strict.Node).People)
	p.Offices = teamsOffices(n.Get("offices"), c)
	p.Structure = teamsStructure(n.Get("structure"), c)
	seen := map[string]bool{}
	for _, at := range n.Get("checklists").List() {
		if list, ok := teamsChecklist(at, c, seen); ok {
			p.Checklists = append(p.Checklists, list)
		}
	}
	p.Baseline = teamsBaseline(n.Get("baseline"), c)
	p.Enforcement = teamsEnforcement(n.Get("enforcement"), c)
	n.Done()
	return p
}

// teamsTarget reads a target about a share: a floor in percent.
func teamsTarget(n *strict.Node, c *Context) spec.Target {
	if n == nil {
		return spec.Target{}
	}
	m, ok := n.Map()
	if !ok {
		return spec.Target{}
	}
	t := spec.Target{Form: spec.Floor, Direction: spec.HigherBetter, Unit: spec.Percent, Period: c.Period}
	t.ID, ok = m.Need("id").Text()
	title, okTitle := m.Need("title").Bilingual()
	limit, okLimit := strict.Figure(m.Need("at_least_percent"), c.Source, (*strict.Node).Ratio)
	t.Title, t.Limit, t.Source, t.Carries = title, limit.Value, limit.Source, limit.Carries
	if at := m.Get("nature"); at != nil {
		t.Nature, _ = strict.Choice(at, spec.ParseNature, "binding", "expected", "unstated")
	}
	if at := m.Get("deadline"); at != nil {
		t.Deadline, _ = at.Date()
	}
	m.Done()
	if !ok || !okTitle || !okLimit || !limit.Known() {
		return spec.Target{}
	}
	return t
}

// teamsOffices reads {place, carries, list: [{id, name, class}]}.
func teamsOffices(n *strict.Node, c *Context) []teams.Office {
	if n == nil {
		return nil
	}
	m, ok := n.Map()
	if !ok {
		return nil
	}
	source, carries := teamsPlace(m, c.Source), m.Carries()
	var out []teams.Office
	seen := map[string]bool{}
	for _, at := range m.Need("list").List() {
		one, ok := at.Map()
		if !ok {
			continue
		}
		o := teams.Office{Source: source, Carries: carries}
		id, okID := teamsID(one, seen)
		o.ID = id
		var okName, okClass bool
		o.Name, okName = one.Need("name").Bilingual()
		o.Class, okClass = strict.Choice(one.Need("class"), teams.ParseOfficeClass, "committee", "general", "special")
		one.Done()
		if okID && okName && okClass {
			out = append(out, o)
		}
	}
	m.Done()
	return out
}

func teamsBaseline(n *strict.Node, c *Context) teams.Baseline {
	var b teams.Baseline
	if n == nil {
		return b
	}
	m, ok := n.Map()
	if !ok {
		return b
	}
	seen := map[string]bool{}
	for _, at := range m.Get("forces").List() {
		one, ok := at.Map()
		if !ok {
			continue
		}
		var f teams.BaselineForce
		var okID, okName, okTier, okKind bool
		f.ID, okID = teamsID(one, seen)
		f.Name, okName = one.Need("name").Bilingual()
		f.Tier, okTier = strict.Choice(one.Need("tier"), teams.ParseTier, "county", "township", "village")
		f.Kind, okKind = teamsKind(one.Need("kind"))
		if at := one.Get("hazards"); at != nil {
			f.Hazards, _ = wordsAs(hazards.ParseNatural, naturalCodes)(at)
		}
		f.Count, _ = strict.Figure(one.Get("count"), c.Source, (*strict.Node).Count)
		f.Strength, _ = strict.Figure(one.Get("strength"), c.Source, (*strict.Node).People)
		one.Done()
		if okID && okName && okTier && okKind {
			b.Forces = append(b.Forces, f)
		}
	}
	b.MicroStations, _ = strict.Figure(m.Get("micro_stations"), c.Source, (*strict.Node).Count)
	b.OfficeStaff, _ = strict.Figure(m.Get("office_staff"), c.Source, (*strict.Node).People)
	m.Done()
	return b
}

// teamsPlace is the default source with the mapping's own place.
func teamsPlace(m *strict.Map, source spec.Source) spec.Source {
	if at := m.Get("place"); at != nil {
		source.Place, _ = at.Text()
	}
	return source
}

// teamsID reads the id of an entry, once each.
func teamsID(m *strict.Map, seen map[string]bool) (string, bool) {
	at := m.Need("id")
	id, ok := at.Text()
	if ok && seen[id] {
		at.Fault(FaultDuplicateID, id, spec.Textf("%q stands in the list already", "%q 在列表中重复", id))
		return id, false
	}
	seen[id] = true
	return id, ok
}

func naturalCodes() []string {
	var out []string
	for _, h := range hazards.Naturals() {
		out = append(out, h.String())
	}
	return out
}

func teamsKind(n *strict.Node) (teams.Kind, bool) {
	return strict.Choice(n, teams.ParseKind, teamsKinds()...)
}

func teamsKinds() []string {
	var out []string
	for k := teams.Comprehensive; k.String() != ""; k++ {
		out = append(out, k.String())
	}
	return out
}
