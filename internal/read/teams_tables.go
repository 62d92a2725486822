package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

const teamsTable = "teams.csv"

// readTeams reads teams.csv: one row is one team.
func (c *Context) readTeams(r *teams.Records) {
	table, ok := c.Table(teamsTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号"}, Required: true},
		{Name: "name", Aliases: []string{"名称", "队伍名称"}, Required: true},
		{Name: "tier", Aliases: []string{"层级"}, Required: true},
		{Name: "kind", Aliases: []string{"类别", "队伍类别"}, Required: true},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}},
		{Name: "strength", Aliases: []string{"人数"}},
		{Name: "completed", Aliases: []string{"已建成", "是否建成"}},
		{Name: "full_time", Aliases: []string{"专职人数"}},
		{Name: "skills", Aliases: []string{"技能", "领域"}},
		{Name: "hazards", Aliases: []string{"灾种"}},
		{Name: "peacetime", Aliases: []string{"平时职责"}},
		{Name: "wartime", Aliases: []string{"战时职责"}},
		{Name: "rating", Aliases: []string{"测评等级"}},
		{Name: "rated_on", Aliases: []string{"测评日期"}},
		{Name: "turnout", Aliases: []string{"出动时间"}},
		{Name: "agreement", Aliases: []string{"协议编号"}},
	})
	if !ok {
		return
	}
	r.HasTeams, r.RosterComplete = true, true
	seen := map[string]int{}
	for row := range table.Rows() {
		t := teams.Team{Count: spec.Exactly(measure.Count(1))}
		cell := row.Cell("id")
		id, okID := cell.NeedText()
		if okID && c.Duplicate(seen, id, cell) {
			okID = false
		}
		var okTier, okKind bool
		t.ID = id
		t.Name, _ = row.Cell("name").NeedText()
		t.Tier, okTier = strict.CellChoice(row.Cell("tier").Required(), teams.ParseTier, "county", "township", "village")
		t.Kind, okKind = strict.CellChoice(row.Cell("kind").Required(), teams.ParseKind, teamsKinds()...)
		t.Place, _ = c.Division(row.Cell("division"))
		if okTier && t.Tier == teams.TownshipTier && !t.Place.IsZero() && t.Place.Level() != hazards.Township {
			at := row.Cell("division")
			at.Fault(FaultTeamDivision, at.Literal(), spec.Textf("%q is not a township, but the team is one of a township",
				"%q 不是乡镇（街道），而队伍属于乡镇（街道）", at.Literal()))
			t.Place = hazards.DivisionCode{}
		}
		if n, ok := row.Cell("strength").People(); ok {
			t.Strength = spec.Exactly(n).From(c.Source, 0)
		}
		if done, ok := strict.CellChoice(row.Cell("completed"), teamsYesOrNo, "yes", "no"); ok {
			t.Completed = spec.Exactly(done).From(c.Source, 0)
		}
		c.teamSkills(row, &t)
		if okID && okTier && okKind {
			r.Teams = append(r.Teams, t)
		} else {
			c.broken(teamsTable)
		}
	}
	table.Finish()
}

// teamSkills reads what a team can do and how soon it leaves.
func (c *Context) teamSkills(row strict.Row, t *teams.Team) {
	if n, ok := row.Cell("full_time").People(); ok {
		t.FullTime = spec.Exactly(n).From(c.Source, 0)
	}
	if cell := row.Cell("skills"); !cell.Empty() {
		t.SkillsKnown = true
		if said := cell.Literal(); said != "无" && said != "none" {
			t.Skills = teamsSkills(cell)
		}
	}
	t.Hazards = teamsHazards(row.Cell("hazards"))
	if yes, ok := row.Cell("peacetime").Bool(); ok {
		t.Peacetime = spec.Exactly(yes)
	}
	if yes, ok := row.Cell("wartime").Bool(); ok {
		t.Wartime = spec.Exactly(yes)
	}
	t.Rating.Grade, _ = row.Cell("rating").Text()
	t.Rating.On, _ = row.Cell("rated_on").Date()
	if d, ok := row.Cell("turnout").Duration(); ok {
		t.Turnout = spec.Exactly(d)
	}
	t.Agreement, _ = row.Cell("agreement").Text()
}

// teamsYesOrNo reads whether a team is completed, as the number of teams that are.
func teamsYesOrNo(s string) (measure.Count, bool) {
	switch s {
	case "yes", "是":
		return 1, true
	case "no", "否":
		return 0, true
	}
	return 0, false
}

// parksTable reads parks.csv and returns the ids of the parks.
func (c *Context) parksTable(r *teams.Records) map[string]int {
	parks := map[string]int{}
	table, ok := c.Table("parks.csv", []strict.Column{
		{Name: "id", Aliases: []string{"编号"}, Required: true},
		{Name: "name", Aliases: []string{"名称"}, Required: true},
	})
	if !ok {
		return parks
	}
	r.HasParks = true
	for row := range table.Rows() {
		cell := row.Cell("id")
		id, ok := cell.NeedText()
		name, _ := row.Cell("name").NeedText()
		if ok && !c.Duplicate(parks, id, cell) {
			r.Parks = append(r.Parks, teams.Unit{Park: id, Name: name, Class: teams.IndustrialPark})
		}
	}
	table.Finish()
	return parks
}

// checklistsTable reads checklists.csv: one answer a row. Whether the plan has
// the checklist and the item is for the assessment to say, for a county's
// records are read without its plan.
func (c *Context) checklistsTable(r *teams.Records, parks map[string]int) {
	table, ok := c.Table("checklists.csv", []strict.Column{
		{Name: "checklist", Aliases: []string{"清单"}, Required: true},
		{Name: "unit", Aliases: []string{"单位", "单位代码"}, Required: true},
		{Name: "item", Aliases: []string{"项目"}, Required: true},
		{Name: "answer", Aliases: []string{"结果", "核查结果"}, Required: true},
		{Name: "assessed_on", Aliases: []string{"核查日期"}},
	})
	if !ok {
		return
	}
	seen := map[string]int{}
	for row := range table.Rows() {
		checklist, okList := row.Cell("checklist").NeedText()
		item, okItem := row.Cell("item").NeedText()
		unit, okUnit := c.checklistUnit(row.Cell("unit").Required(), parks)
		cell := row.Cell("answer")
		answer, okAnswer := teams.ParseAnswer(cell.Literal())
		if !okAnswer {
			cell.Fault(FaultAnswer, cell.Literal(), spec.Textf("%q is no answer (yes/有, no/无, na/不适用, or nothing)",
				"%q 不是核查结果（有/yes、无/no、不适用/na 或留空）", spec.Shorten(cell.Literal())))
		}
		on, _ := c.Date(row.Cell("assessed_on"))
		if !okList || !okItem || !okUnit || !okAnswer {
			continue
		}
		key := checklist + "/" + unit + "/" + item
		if c.Duplicate(seen, key, row.Cell("item")) {
			continue
		}
		r.Answers = append(r.Answers, teams.ItemAnswer{Checklist: checklist, Unit: unit, Item: item, Answer: answer, On: on})
	}
	table.Finish()
}

// checklistUnit reads the id of a park or the code of a division.
func (c *Context) checklistUnit(cell strict.Cell, parks map[string]int) (string, bool) {
	text, ok := cell.Text()
	if !ok {
		return "", false
	}
	if _, park := parks[text]; park {
		return text, true
	}
	code, ok := c.Division(cell)
	return code.Short(), ok
}
