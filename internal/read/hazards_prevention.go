package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// prevention reads the keys prevention and catalogues of hazards.yaml: targets on
// monitoring and forest fires, posts, departments and the plan's lists.
func (c *Context) prevention(n *strict.Map) hazards.Prevention {
	var p hazards.Prevention
	if m, ok := n.Get("prevention").Map(); ok {
		c.preventionTargets(m.Get("targets"), &p)
		p.ExtinguishWithin, _ = strict.Figure(m.Get("extinguish_within"), c.Source, (*strict.Node).Duration)
		p.Inspections, _ = strict.Figure(m.Get("forest_inspections"), c.Source, (*strict.Node).Count)
		p.ElevatorLine, _ = strict.Figure(m.Get("elevator_line"), c.Source, (*strict.Node).Text)
		p.Duties = c.dutySchemes(m.Get("duty_posts"))
		p.Departments = c.departments(m.Get("departments"))
		p.DepartmentLists = c.departmentLists(m.Get("department_lists"))
		m.Done()
	}
	p.Catalogues = c.hazardCatalogues(n.Get("catalogues"))
	return p
}

// preventionTargets reads the four targets that this room judges, by what they
// measure.
func (c *Context) preventionTargets(list *strict.Node, p *hazards.Prevention) {
	seen := map[string]bool{}
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var into *spec.Target
		var unit spec.Unit
		at := m.Need("measure")
		measured, ok := strict.Choice(at, func(s string) (string, bool) {
			switch s {
			case "mass-monitoring":
				into, unit = &p.MassMonitoring, spec.Percent
			case "warning-coverage":
				into, unit = &p.WarningCoverage, spec.Percent
			case "extinguished":
				into, unit = &p.Extinguished, spec.Percent
			case "forest-damage":
				into, unit = &p.ForestDamage, spec.PerMille
			default:
				return "", false
			}
			return s, true
		}, "mass-monitoring", "warning-coverage", "extinguished", "forest-damage")
		t := spec.Target{Unit: unit, Direction: spec.HigherBetter}
		if unit == spec.PerMille {
			t.Direction = spec.LowerBetter
		}
		t.ID, _ = m.Need("id").Text()
		t.Title, _ = m.Need("title").Bilingual()
		ok = indicatorsForm(m, &t, t.Direction) && ok
		if node := m.Get("nature"); node != nil {
			t.Nature, _ = strict.Choice(node, spec.ParseNature, "binding", "expected", "unstated")
		}
		t.Deadline, _ = m.Get("deadline").Date()
		t.Source, t.Carries = c.leadClause(m)
		m.Done()
		if !ok || hazardRepeated(seen, measured, at) {
			continue
		}
		if t.Form != spec.Floor && t.Form != spec.Ceiling {
			m.Get("form").Fault(FaultTargetForm, t.Form.String(), spec.Textf("a share is judged by floor or ceiling, not %s",
				"比例类目标只能用 floor 或 ceiling，不能用 %s", t.Form))
			continue
		}
		if err := t.Validate(); err != nil {
			c.Faults.AddError(spec.Fault{File: item.File(), Line: item.Line(), Column: item.Column()}, err)
			continue
		}
		*into = t
	}
}

func (c *Context) dutySchemes(list *strict.Node) []hazards.DutyScheme {
	var out []hazards.DutyScheme
	seen := map[string]bool{}
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var s hazards.DutyScheme
		id := m.Need("id")
		s.ID, _ = id.Text()
		s.Title, _ = m.Need("title").Bilingual()
		s.Objects, _ = m.Need("objects").Bilingual()
		for _, each := range m.Get("each").List() {
			if level, ok := strict.Choice(each, divisionLevel, "county", "township"); ok {
				s.Each = append(s.Each, level)
			}
		}
		s.Posts = members(m.Need("posts"), FaultHazardDuplicate)
		if at := m.Get("published"); at != nil {
			s.Published, _ = at.Bool()
		}
		s.Announced, _ = m.Get("announced").Int()
		s.Source, s.Carries = c.leadClause(m)
		m.Done()
		if s.ID != "" && !hazardRepeated(seen, s.ID, id) {
			out = append(out, s)
		}
	}
	return out
}

func divisionLevel(s string) (hazards.Level, bool) {
	switch s {
	case "county":
		return hazards.County, true
	case "township":
		return hazards.Township, true
	}
	return 0, false
}

func (c *Context) departments(list *strict.Node) []hazards.Department {
	var out []hazards.Department
	seen := map[string]bool{}
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var d hazards.Department
		id := m.Need("id")
		d.ID, _ = id.Text()
		d.Name, _ = m.Need("name").Bilingual()
		d.Aliases = m.Get("aliases").Texts()
		d.Source, d.Carries = c.leadClause(m)
		m.Done()
		if d.ID != "" && !hazardRepeated(seen, d.ID, id) {
			out = append(out, d)
		}
	}
	return out
}

func (c *Context) departmentLists(list *strict.Node) []hazards.DepartmentList {
	var out []hazards.DepartmentList
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var l hazards.DepartmentList
		l.Names = m.Need("names").Texts()
		l.Source, l.Carries = c.leadClause(m)
		m.Done()
		out = append(out, l)
	}
	return out
}

// hazardCatalogues reads the catalogues of this room, which may name a hazard or
// a sector.
func (c *Context) hazardCatalogues(list *strict.Node) []hazards.Catalogue {
	var out []hazards.Catalogue
	seen := map[string]bool{}
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var e hazards.Catalogue
		e.Catalogue, ok = c.catalogue(m, FaultHazardDuplicate)
		if at := m.Get("hazard"); at != nil {
			e.Hazard, _ = hazardOf(at)
		}
		if at := m.Get("sector"); at != nil {
			e.Sector, _ = strict.Choice(at, hazards.ParseSector, sectorCodes()...)
		}
		m.Done()
		if ok && !hazardRepeated(seen, e.ID, m.Get("id")) {
			out = append(out, e)
		}
	}
	return out
}

func sectorCodes() []string {
	var out []string
	for _, s := range hazards.Sectors() {
		out = append(out, s.String())
	}
	return out
}
