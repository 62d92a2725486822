package read

import (
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

const (
	levelsTable     = "response_levels.csv"
	responsesTable  = "responses.csv"
	drawsTable      = "plan_draws.csv"
	concurrentTable = "concurrent.csv"
)

// The codes of faults of the tables about responses and plans that run together.
const (
	FaultResponsePlan = "plans.response-of-two-plans"
	FaultDrawUse      = "plans.draw-without-item"
)

func responseTables() []string {
	return []string{levelsTable, responsesTable, drawsTable, concurrentTable}
}

// responsePlan reads the key response of plans.yaml.
func responsePlan(n *strict.Node, c *Context) plans.ResponseProvisions {
	var p plans.ResponseProvisions
	m, ok := n.Map()
	if !ok {
		return p
	}
	p.Levels = clauseAt(m.Get("levels"), c)
	p.OnSite = clauseAt(m.Get("on_site"), c)
	p.Core = m.Get("core").Texts()
	m.Done()
	return p
}

func responseLevelOf(cell strict.Cell) (hazards.Response, bool) {
	return strict.CellChoice(cell, hazards.ParseResponse, "I", "II", "III", "IV")
}

func (c *Context) responseLevels(known map[string]bool) []plans.ResponseLevel {
	table, ok := c.Table(levelsTable, []strict.Column{
		{Name: "plan", Aliases: []string{"预案编号", "预案"}, Required: true},
		{Name: "level", Aliases: []string{"响应级别", "级别"}, Required: true},
		{Name: "trigger", Aliases: []string{"启动条件"}},
		{Name: "decider", Aliases: []string{"决定主体"}},
		{Name: "responder", Aliases: []string{"响应主体"}},
		{Name: "duties", Aliases: []string{"职责任务"}},
		{Name: "within", Aliases: []string{"响应时间"}},
		{Name: "linkage", Aliases: []string{"联动方式"}},
	})
	if !ok {
		return nil
	}
	var out []plans.ResponseLevel
	seen := map[string]int{}
	for row := range table.Rows() {
		var l plans.ResponseLevel
		var plan, level bool
		l.Plan, plan = c.planOf(row.Cell("plan").Required(), known)
		l.Level, level = responseLevelOf(row.Cell("level").Required())
		l.Trigger, _ = row.Cell("trigger").Text()
		l.Decider, _ = row.Cell("decider").Text()
		l.Responder, _ = row.Cell("responder").Text()
		l.Duties, _ = row.Cell("duties").Text()
		l.Linkage, _ = row.Cell("linkage").Text()
		if within, ok := row.Cell("within").Duration(); ok {
			l.Within = spec.Exactly(within)
		}
		if plan && level && !c.Duplicate(seen, l.Plan+" "+l.Level.String(), row.Cell("level")) {
			out = append(out, l)
		}
	}
	table.Finish()
	return out
}

// responses reads the steps of responses, one a row, in the order of the table.
func (c *Context) responses(known map[string]bool) ([]plans.Response, bool) {
	table, ok := c.Table(responsesTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号", "响应编号"}, Required: true},
		{Name: "plan", Aliases: []string{"预案编号", "预案"}, Required: true},
		{Name: "event", Aliases: []string{"事件"}},
		{Name: "action", Aliases: []string{"动作"}, Required: true},
		{Name: "level", Aliases: []string{"响应级别", "级别"}},
		{Name: "at", Aliases: []string{"时间"}, Required: true},
		{Name: "by", Aliases: []string{"决定主体"}},
		{Name: "commander", Aliases: []string{"现场指挥官"}},
		{Name: "technical", Aliases: []string{"现场技术指挥官"}},
		{Name: "core", Aliases: []string{"统筹协调部门"}},
	})
	if !ok {
		return nil, false
	}
	var out []plans.Response
	at := map[string]int{}
	for row := range table.Rows() {
		id, hasID := row.Cell("id").NeedText()
		planCell := row.Cell("plan").Required()
		plan, hasPlan := c.planOf(planCell, known)
		var s plans.ResponseStep
		var hasAction, hasMoment bool
		s.Action, hasAction = strict.CellChoice(row.Cell("action").Required(), plans.ParseResponseAction, codes(plans.ResponseActions())...)
		s.Level, _ = responseLevelOf(row.Cell("level"))
		s.At, hasMoment = strict.CellValue(row.Cell("at").Required(), hazards.ParseMoment)
		s.By, _ = row.Cell("by").Text()
		s.Commanders = posts(row.Cell("commander"))
		s.Technical = posts(row.Cell("technical"))
		s.Core, _ = row.Cell("core").Text()
		if !hasID || !hasPlan || !hasAction || !hasMoment {
			continue
		}
		index, seen := at[id]
		if !seen {
			index = len(out)
			at[id] = index
			event, _ := row.Cell("event").Text()
			out = append(out, plans.Response{ID: id, Plan: plan, Event: event})
		}
		if out[index].Plan != plan {
			planCell.Fault(FaultResponsePlan, plan, spec.Textf("the response %q is under %q", "响应 %q 属于预案 %q", id, out[index].Plan))
			continue
		}
		next, err := out[index].Take(s)
		if err != nil {
			c.stepFault(row.Cell("action"), err)
			continue
		}
		out[index] = next
	}
	table.Finish()
	return out, true
}

// posts are posts written in one cell, parted by 、 or a semicolon.
func posts(cell strict.Cell) []string {
	text, _ := cell.Text()
	return strings.FieldsFunc(text, func(r rune) bool { return r == '、' || r == '；' || r == ';' })
}

// draws reads what plans need while they run. The pools are teams, shelter and
// stock: of stock each item is a pool of its own.
func (c *Context) draws(known map[string]bool) ([]plans.Draw, bool) {
	table, ok := c.Table(drawsTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号", "需求编号"}, Required: true},
		{Name: "plan", Aliases: []string{"预案编号", "预案"}, Required: true},
		{Name: "pool", Aliases: []string{"资源类别"}, Required: true},
		{Name: "use", Aliases: []string{"用途或物资代码", "用途"}},
		{Name: "amount", Aliases: []string{"数量"}, Required: true},
	})
	if !ok {
		return nil, false
	}
	pool := func(s string) (string, bool) {
		switch s {
		case "teams", "队伍":
			return plans.TeamPool, true
		case "shelter", "避难场所":
			return plans.ShelterPool, true
		case "stock", "物资":
			return plans.StockPool(""), true
		}
		return "", false
	}
	var out []plans.Draw
	seen := map[string]int{}
	for row := range table.Rows() {
		var d plans.Draw
		var plan, okPool, okAmount bool
		id := row.Cell("id").Required()
		d.ID, ok = id.Text()
		again := ok && c.Duplicate(seen, d.ID, id)
		d.Plan, plan = c.planOf(row.Cell("plan").Required(), known)
		d.Pool, okPool = strict.CellChoice(row.Cell("pool").Required(), pool, "teams", "shelter", "stock")
		d.Use, _ = row.Cell("use").Text()
		d.Amount, okAmount = row.Cell("amount").Required().Quantity()
		if kind, ok := teams.ParseKind(d.Use); ok && d.Pool == plans.TeamPool {
			d.Use = kind.String() // else it is a skill
		}
		if d.Pool == plans.StockPool("") {
			if d.Use == "" {
				row.Cell("use").Fault(FaultDrawUse, "", spec.T("a draw on the stock names no item", "物资需求未写明物资代码"))
			}
			d.Pool, d.Use = plans.StockPool(d.Use), ""
		}
		if ok && !again && plan && okPool && okAmount {
			out = append(out, d)
		}
	}
	table.Finish()
	return out, true
}

// scenarios reads which plans may run at the same time, one plan a row, the
// most urgent first.
func (c *Context) scenarios(known map[string]bool) ([]plans.Scenario, bool) {
	table, ok := c.Table(concurrentTable, []strict.Column{
		{Name: "scenario", Aliases: []string{"情景编号", "情景"}, Required: true},
		{Name: "name", Aliases: []string{"情景名称", "名称"}},
		{Name: "plan", Aliases: []string{"预案编号", "预案"}, Required: true},
	})
	if !ok {
		return nil, false
	}
	var out []plans.Scenario
	at := map[string]int{}
	seen := map[string]int{}
	for row := range table.Rows() {
		id, hasID := row.Cell("scenario").NeedText()
		plan, hasPlan := c.planOf(row.Cell("plan").Required(), known)
		if !hasID || !hasPlan || c.Duplicate(seen, id+" "+plan, row.Cell("plan")) {
			continue
		}
		index, there := at[id]
		if !there {
			index = len(out)
			at[id] = index
			out = append(out, plans.Scenario{ID: id, Name: spec.T(id, id)})
		}
		if name, ok := row.Cell("name").Text(); ok {
			out[index].Name = spec.T(name, name)
		}
		out[index].Plans = append(out[index].Plans, plan)
	}
	table.Finish()
	return out, true
}
