package read

import (
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// TeamsRecords reads what a county reports of forces, stations, offices and
// checklists.
func TeamsRecords(county *strict.Map, c *Context) teams.Records {
	r := teams.Records{Subject: c.Subject, HasTownships: c.HasTownships, HasVillages: c.HasVillages}
	r.Townships = c.teamsUnits("townships.csv", c.Townships, teams.TownshipGroup)
	r.Villages = c.teamsUnits("villages.csv", c.Villages, teams.VillageGroup)
	teamsSection(county.Get("teams"), c, &r)
	c.readTeams(&r)
	if len(r.Events) > 0 {
		c.eventTeams(county, &r)
	}
	c.forceTables(&r)
	c.organisationTable(&r)
	parks := c.parksTable(&r)
	c.checklistsTable(&r, parks)
	c.evidenceTable(&r, parks)
	return r
}

// teamsTables returns the names of the tables read here, apart from the
// division table.
func teamsTables() []string {
	return []string{"parks.csv", teamsTable, "agreements.csv", "certificates.csv",
		"equipment.csv", "training.csv", "team_travel.csv", "organisation.csv", "checklists.csv", "evidence.csv"}
}

// teamsUnits turns rows of the division table into units. An empty type is
// read off the code: its block tells subdistricts and communities apart.
func (c *Context) teamsUnits(file string, rows []DivisionRow, group teams.Group) []teams.Unit {
	out := make([]teams.Unit, 0, len(rows))
	for _, row := range rows {
		class := unitClassOf(row.Code, group)
		if row.Type != "" {
			written, ok := teams.ParseUnitClass(strings.ToLower(row.Type))
			if ok && written.Group() == group {
				class = written
			} else {
				c.Faults.Add(spec.Fault{File: file, Line: row.Line, Path: "type", Code: FaultUnitClass, Value: row.Type,
					Message: spec.Textf("%q is no type of a unit of this table", "%q 不是本表单位的类型", spec.Shorten(row.Type))})
			}
		}
		out = append(out, teams.Unit{Code: row.Code, Name: row.Name, Class: class})
	}
	return out
}

func unitClassOf(code hazards.DivisionCode, group teams.Group) teams.UnitClass {
	switch {
	case group == teams.TownshipGroup && code.IsSubdistrict():
		return teams.Subdistrict
	case group == teams.TownshipGroup:
		return teams.Township
	case code.IsCommunity():
		return teams.Community
	}
	return teams.Village
}

// teamsReported is where and when a number was reported.
type teamsReported struct {
	source   spec.Source
	on       measure.Date
	supposed measure.Date // where on is unset
}

func teamsReportedAt(m *strict.Map, c *Context) teamsReported {
	at := teamsReported{source: teamsPlace(m, c.Source)}
	if n := m.Get("on"); n != nil {
		at.on, _ = n.Date()
	}
	at.supposed = c.supposed(at.on)
	return at
}

// teamsObserve reads a number that may be missing: unknown, which is not zero.
func teamsObserve[T any](n *strict.Node, parse func(*strict.Node) (T, bool), at teamsReported) spec.Observed[T] {
	if n == nil {
		return spec.Observed[T]{}
	}
	v, ok := parse(n)
	if !ok {
		return spec.Observed[T]{}
	}
	return spec.Exactly(v).Dated(at.on).Supposed(at.supposed).From(at.source, 0)
}

// teamsSection reads the key teams of county.yaml.
func teamsSection(n *strict.Node, c *Context, r *teams.Records) {
	if n == nil {
		return
	}
	m, ok := n.Map()
	if !ok {
		return
	}
	if list := m.Get("forces"); list != nil {
		r.HasTeams = true
		seen := map[string]bool{}
		for _, at := range list.List() {
			if t, ok := teamsForce(at, c, seen); ok {
				r.Teams = append(r.Teams, t)
			}
		}
	}
	if at := m.Get("forces_complete"); at != nil {
		r.RosterComplete, _ = at.Bool()
	}
	r.Ripe = ripeFields(m.Get("ripe_fields"))
	r.Events = teamEvents(m.Get("events"))
	if at := m.Get("stations"); at != nil {
		if kinds, ok := at.Map(); ok {
			for kind := teams.MicroRescueStation; kind.String() != ""; kind++ {
				if s, ok := teamsStations(kinds.Get(strings.ReplaceAll(kind.String(), "-", "_")), c); ok {
					s.Kind = kind
					r.Stations = append(r.Stations, s)
				}
			}
			kinds.Done()
		}
	}
	r.Enforcement = teamsEnforcementRecords(m.Get("enforcement"), c)
	officeStaff(m.Get("office_staff"), c, r)
	r.Bodies = bodyReports(m.Get("bodies"))
	m.Done()
}

// teamEvents reads [{id, name, takes: [ids of teams]}]. Whether the roster
// holds the teams is seen once both are read: see eventTeams.
func teamEvents(n *strict.Node) []teams.TeamEvent {
	var out []teams.TeamEvent
	seen := map[string]bool{}
	for _, at := range n.List() {
		m, ok := at.Map()
		if !ok {
			continue
		}
		var e teams.TeamEvent
		id, okID := teamsID(m, seen)
		e.ID = id
		var okName bool
		e.Name, okName = m.Need("name").Text()
		e.Takes = m.Need("takes").Texts()
		m.Done()
		if okID && okName {
			out = append(out, e)
		}
	}
	return out
}

// eventTeams faults teams of an event that the roster does not hold.
func (c *Context) eventTeams(county *strict.Map, r *teams.Records) {
	known := map[string]bool{}
	for _, t := range r.Teams {
		known[t.ID] = true
	}
	section, ok := county.Get("teams").Map()
	if !ok {
		return
	}
	for _, at := range section.Get("events").List() {
		m, ok := at.Map()
		if !ok {
			continue
		}
		for _, one := range m.Get("takes").List() {
			if id := one.Literal(); id != "" && !known[id] && !c.unchecked(teamsTable) {
				one.Fault(FaultTeamUnknown, id, spec.Textf("there is no team %q in the roster", "队伍名册中没有 %q", id))
			}
		}
	}
}

func teamsForce(n *strict.Node, c *Context, seen map[string]bool) (t teams.Team, ok bool) {
	m, ok := n.Map()
	if !ok {
		return t, false
	}
	at := teamsReportedAt(m, c)
	var okTier, okKind bool
	t.ID, ok = teamsID(m, seen)
	t.Name, _ = m.Need("name").Text()
	t.Tier, okTier = strict.Choice(m.Need("tier"), teams.ParseTier, "county", "township", "village")
	t.Kind, okKind = teamsKind(m.Need("kind"))
	t.Count = teamsObserve(m.Get("count"), (*strict.Node).Count, at)
	t.Completed = teamsObserve(m.Get("completed"), (*strict.Node).Count, at)
	t.Strength = teamsObserve(m.Get("strength"), (*strict.Node).People, at)
	if list := m.Get("hazards"); list != nil {
		t.Hazards, _ = wordsAs(hazards.ParseNatural, naturalCodes)(list)
	}
	m.Done()
	return t, ok && okTier && okKind
}

func teamsStations(n *strict.Node, c *Context) (s teams.Stations, ok bool) {
	if n == nil {
		return s, false
	}
	m, ok := n.Map()
	if !ok {
		return s, false
	}
	at := teamsReportedAt(m, c)
	s.Count = teamsObserve(m.Get("count"), (*strict.Node).Count, at)
	s.Communities = teamsObserve(m.Get("communities"), (*strict.Node).Count, at)
	m.Done()
	return s, true
}
