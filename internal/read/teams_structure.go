package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// The codes of faults in the organisation.
const (
	FaultBodyUnknown = "teams.unknown-body"
)

// teamsStructure reads {committees, general_commands, special_commands,
// special_offices, offices, bodies: [{id, name, class, under, office}]}.
func teamsStructure(n *strict.Node, c *Context) (s teams.Structure) {
	m, ok := n.Map()
	if !ok {
		return s
	}
	number := func(key string) spec.Figure[measure.Count] {
		f, _ := strict.Figure(m.Get(key), c.Source, (*strict.Node).Count)
		return f
	}
	s.Committees, s.GeneralCommands = number("committees"), number("general_commands")
	s.SpecialCommands, s.SpecialOffices, s.Offices = number("special_commands"), number("special_offices"), number("offices")
	seen := map[string]bool{}
	var above []*strict.Node
	for _, at := range m.Need("bodies").List() {
		one, ok := at.Map()
		if !ok {
			continue
		}
		var b teams.Body
		id, okID := teamsID(one, seen)
		b.ID = id
		var okName, okClass bool
		b.Name, okName = one.Need("name").Bilingual()
		b.Class, okClass = strict.Choice(one.Need("class"), teams.ParseBodyClass, "committee", "general-command", "special-command", "special-office")
		if under := one.Get("under"); under != nil {
			b.Under, _ = under.Text()
			above = append(above, under)
		}
		b.Office, _ = one.Get("office").Text()
		b.Source, b.Carries = teamsPlace(one, c.Source), one.Carries()
		one.Done()
		if okID && okName && okClass {
			s.Bodies = append(s.Bodies, b)
		}
	}
	for _, at := range above {
		if !seen[at.Literal()] {
			at.Fault(FaultBodyUnknown, at.Literal(), spec.Textf("there is no body %q", "没有机构 %q", at.Literal()))
		}
	}
	m.Done()
	return s
}

// bodyReports reads [{id, established, work_rules, on}].
func bodyReports(n *strict.Node) []teams.BodyReport {
	var out []teams.BodyReport
	seen := map[string]bool{}
	for _, at := range n.List() {
		m, ok := at.Map()
		if !ok {
			continue
		}
		var b teams.BodyReport
		id, okID := teamsID(m, seen)
		b.Body = id
		var on measure.Date
		if day := m.Get("on"); day != nil {
			on, _ = day.Date()
		}
		yes := func(key string) spec.Observed[bool] {
			if v, ok := m.Get(key).Bool(); ok {
				return spec.Exactly(v).Dated(on)
			}
			return spec.Observed[bool]{}
		}
		b.Established, b.WorkRules = yes("established"), yes("work_rules")
		m.Done()
		if okID {
			out = append(out, b)
		}
	}
	return out
}

// officeStaff reads {value, by_office: {id: people}, on}.
func officeStaff(n *strict.Node, c *Context, r *teams.Records) {
	m, ok := n.Map()
	if !ok {
		return
	}
	at := teamsReportedAt(m, c)
	r.OfficeStaff = teamsObserve(m.Need("value"), (*strict.Node).People, at)
	if offices, ok := m.Get("by_office").Map(); ok {
		r.StaffByOffice = map[string]spec.Observed[measure.People]{}
		for _, id := range offices.Keys() {
			r.StaffByOffice[id] = teamsObserve(offices.Get(id), (*strict.Node).People, at)
		}
		offices.Done()
	}
	m.Done()
}

// organisationTable reads organisation.csv: one post or department of a body a
// row. Whether the plan has the body is for the assessment to say.
func (c *Context) organisationTable(r *teams.Records) {
	table, ok := c.Table("organisation.csv", []strict.Column{
		{Name: "body", Aliases: []string{"机构", "机构编号"}, Required: true},
		{Name: "post", Aliases: []string{"岗位", "成员单位"}, Required: true},
		{Name: "role", Aliases: []string{"职务"}, Required: true},
		{Name: "duty", Aliases: []string{"职责"}},
	})
	if !ok {
		return
	}
	r.HasOrganisation = true
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var m teams.Member
		var okBody, okPost, okRole bool
		m.Body, okBody = row.Cell("body").NeedText()
		m.Post, okPost = row.Cell("post").NeedText()
		m.Role, okRole = strict.CellChoice(row.Cell("role").Required(), teams.ParseMemberRole, "head", "deputy", "member")
		m.Duty, _ = row.Cell("duty").Text()
		if okBody && okPost && c.Duplicate(seen, m.Body+"/"+m.Post, row.Cell("post")) {
			okPost = false
		}
		if okBody && okPost && okRole {
			r.Members = append(r.Members, m)
		}
	}
	table.Finish()
}
