package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// FaultTeamUnknown is the code of a row about a team that the roster does not
// hold; FaultTeamDates that of a last day before the first.
const (
	FaultTeamUnknown = "teams.unknown-team"
	FaultTeamDates   = "teams.dates-backwards"
)

// forceTables reads the tables beside the roster.
func (c *Context) forceTables(r *teams.Records) {
	known := map[string]bool{}
	for _, t := range r.Teams {
		known[t.ID] = true
	}
	c.agreementsTable(r)
	c.certificatesTable(r, known)
	c.equipmentTable(r, known)
	c.trainingTable(r, known)
	c.travelTable(r, known)
}

// teamOf reads the id of a team of the roster. Where the roster is at fault
// itself the reference is counted and not blamed.
func (c *Context) teamOf(cell strict.Cell, known map[string]bool) (string, bool) {
	id, ok := cell.NeedText()
	if ok && !known[id] && c.unchecked(teamsTable) {
		return id, false
	}
	if ok && !known[id] {
		cell.Fault(FaultTeamUnknown, id, spec.Textf("there is no team %q in the roster", "队伍名册中没有 %q", id))
		return id, false
	}
	return id, ok
}

// span reads first and last day, which may lie outside of the plan period.
func span(row strict.Row) (from, until measure.Date, ok bool) {
	from, _ = row.Cell("from").Date()
	cell := row.Cell("until")
	until, _ = cell.Date()
	if until.Before(from) {
		cell.Fault(FaultTeamDates, until.String(), spec.Textf("the last day %s lies before the first, %s", "截止日 %s 早于起始日 %s", until, from))
		return from, until, false
	}
	return from, until, true
}

func (c *Context) agreementsTable(r *teams.Records) {
	table, ok := c.Table("agreements.csv", []strict.Column{
		{Name: "id", Aliases: []string{"编号", "协议编号"}, Required: true},
		{Name: "partner", Aliases: []string{"对方", "协议方"}, Required: true},
		{Name: "skills", Aliases: []string{"技能", "领域"}},
		{Name: "from", Aliases: []string{"起始日"}},
		{Name: "until", Aliases: []string{"截止日"}},
	})
	if !ok {
		return
	}
	r.HasAgreements = true
	seen := map[string]int{}
	for row := range table.Rows() {
		cell := row.Cell("id")
		id, okID := cell.NeedText()
		if okID && c.Duplicate(seen, id, cell) {
			okID = false
		}
		a := teams.Agreement{ID: id, Skills: teamsSkills(row.Cell("skills"))}
		var okPartner, okSpan bool
		a.Partner, okPartner = row.Cell("partner").NeedText()
		a.From, a.Until, okSpan = span(row)
		if okID && okPartner && okSpan {
			r.Agreements = append(r.Agreements, a)
		}
	}
	table.Finish()
}

func (c *Context) certificatesTable(r *teams.Records, known map[string]bool) {
	table, ok := c.Table("certificates.csv", []strict.Column{
		{Name: "id", Aliases: []string{"编号", "证书编号"}, Required: true},
		{Name: "team", Aliases: []string{"队伍", "队伍编号"}, Required: true},
		{Name: "skill", Aliases: []string{"技能", "领域"}, Required: true},
		{Name: "from", Aliases: []string{"起始日", "发证日期"}},
		{Name: "until", Aliases: []string{"截止日", "有效期至"}},
	})
	if !ok {
		return
	}
	r.HasCertificates = true
	seen := map[string]int{}
	for row := range table.Rows() {
		cell := row.Cell("id")
		id, okID := cell.NeedText()
		if okID && c.Duplicate(seen, id, cell) {
			okID = false
		}
		one := teams.Certificate{ID: id}
		var okTeam, okSpan bool
		one.Team, okTeam = c.teamOf(row.Cell("team"), known)
		skill, okSkill := row.Cell("skill").NeedText()
		one.Skill = teamsSkill(skill)
		one.From, one.Until, okSpan = span(row)
		if okID && okTeam && okSkill && okSpan {
			r.Certificates = append(r.Certificates, one)
		}
	}
	table.Finish()
}

func (c *Context) equipmentTable(r *teams.Records, known map[string]bool) {
	table, ok := c.Table("equipment.csv", []strict.Column{
		{Name: "team", Aliases: []string{"队伍", "队伍编号"}, Required: true},
		{Name: "item", Aliases: []string{"装备", "装备名称"}, Required: true},
		{Name: "class", Aliases: []string{"类别", "装备类别"}, Required: true},
		{Name: "have", Aliases: []string{"实有"}},
		{Name: "need", Aliases: []string{"应有"}},
		{Name: "maintain_by", Aliases: []string{"维护期限"}},
		{Name: "small", Aliases: []string{"小型化"}},
		{Name: "light", Aliases: []string{"轻型化"}},
		{Name: "multi_use", Aliases: []string{"多功能化"}},
	})
	if !ok {
		return
	}
	r.HasEquipment = true
	seen := map[string]int{}
	for row := range table.Rows() {
		var e teams.Equipment
		var okTeam, okItem, okClass bool
		e.Team, okTeam = c.teamOf(row.Cell("team"), known)
		e.Item, okItem = row.Cell("item").NeedText()
		if okTeam && okItem && c.Duplicate(seen, e.Team+"/"+e.Item, row.Cell("item")) {
			okItem = false
		}
		e.Class, okClass = strict.CellChoice(row.Cell("class").Required(), teams.ParseEquipmentClass, "rescue", "command", "protection", "unmanned", "special")
		if n, ok := row.Cell("have").Count(); ok {
			e.Have = spec.Exactly(n).From(c.Source, 0)
		}
		if n, ok := row.Cell("need").Count(); ok {
			e.Need = spec.Exactly(n).From(c.Source, 0)
		}
		e.MaintainBy, _ = row.Cell("maintain_by").Date()
		e.Small, _ = row.Cell("small").Bool()
		e.Light, _ = row.Cell("light").Bool()
		e.MultiUse, _ = row.Cell("multi_use").Bool()
		if okTeam && okItem && okClass {
			r.Equipment = append(r.Equipment, e)
		}
	}
	table.Finish()
}

func (c *Context) trainingTable(r *teams.Records, known map[string]bool) {
	table, ok := c.Table("training.csv", []strict.Column{
		{Name: "team", Aliases: []string{"队伍", "队伍编号"}, Required: true},
		{Name: "date", Aliases: []string{"日期", "训练日期"}, Required: true},
		{Name: "kind", Aliases: []string{"类别", "训练类别"}, Required: true},
		{Name: "hazard", Aliases: []string{"灾种"}},
	})
	if !ok {
		return
	}
	r.HasTraining = true
	for row := range table.Rows() {
		var t teams.Training
		var okTeam, okKind bool
		t.Team, okTeam = c.teamOf(row.Cell("team"), known)
		on, okDate := c.Date(row.Cell("date").Required())
		t.On = on
		t.Kind, okKind = strict.CellChoice(row.Cell("kind").Required(), teams.ParseTrainingKind, "training", "joint", "contest", "mobile")
		t.Hazard, _ = strict.CellChoice(row.Cell("hazard"), hazards.ParseNatural, "earthquake", "geological", "meteorological", "flood-drought", "forest-fire")
		if okTeam && okDate && okKind {
			r.Training = append(r.Training, t)
		}
	}
	table.Finish()
}

// travelTable reads how long teams take to places of the county.
func (c *Context) travelTable(r *teams.Records, known map[string]bool) {
	table, ok := c.Table("team_travel.csv", []strict.Column{
		{Name: "team", Aliases: []string{"队伍", "队伍编号"}, Required: true},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}, Required: true},
		{Name: "time", Aliases: []string{"行程时间"}, Required: true},
	})
	if !ok {
		return
	}
	r.HasTravel = true
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var t teams.TravelTime
		var okTeam, okPlace, okTime bool
		t.Team, okTeam = c.teamOf(row.Cell("team"), known)
		t.Place, okPlace = c.Division(row.Cell("division").Required())
		t.Time, okTime = row.Cell("time").Required().Duration()
		if okTeam && okPlace && c.Duplicate(seen, t.Team+"/"+t.Place.Short(), row.Cell("division")) {
			okPlace = false
		}
		if okTeam && okPlace && okTime {
			r.Travel = append(r.Travel, t)
		}
	}
	table.Finish()
}
