package read

import (
	"errors"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

const (
	drillsTable       = "drills.csv"
	shortcomingsTable = "drill_shortcomings.csv"
	fixesTable        = "drill_fixes.csv"
)

// FaultShortcomingUnknown is the code of a step of a shortcoming that is not in
// the table of them, FaultDrillUnknown that of one of a drill that is not in drills.csv.
const (
	FaultShortcomingUnknown = "plans.unknown-shortcoming"
	FaultDrillUnknown       = "plans.unknown-drill"
)

func drillTables() []string { return []string{drillsTable, shortcomingsTable, fixesTable} }

// drillPlan reads the key drills of plans.yaml.
func drillPlan(n *strict.Node, c *Context) plans.DrillProvisions {
	var p plans.DrillProvisions
	m, ok := n.Map()
	if !ok {
		return p
	}
	seen := map[string]bool{}
	for _, node := range m.Get("duties").List() {
		one, ok := node.Map()
		if !ok {
			continue
		}
		var d plans.DrillDuty
		id := one.Need("id")
		d.ID, ok = id.Text()
		d.Title, _ = one.Need("title").Bilingual()
		for _, who := range one.Need("who").List() {
			if body, ok := strict.Choice(who, plans.ParseDrillBody, codes(plans.DrillBodies())...); ok {
				d.Who = append(d.Who, body)
			}
		}
		if safety := one.Get("work_safety"); safety != nil {
			d.WorkSafety, _ = safety.Bool()
		}
		d.Every, _ = strict.Figure(one.Need("every"), c.Source, (*strict.Node).Count)
		one.Done()
		if ok && !hazardRepeated(seen, d.ID, id) {
			p.Duties = append(p.Duties, d)
		}
	}
	p.DoubleBlind = clauseAt(m.Get("double_blind"), c)
	p.Neighbours = clauseAt(m.Get("neighbours"), c)
	p.Loop = clauseAt(m.Get("loop"), c)
	for _, node := range m.Get("base").List() {
		if one, ok := node.Map(); ok {
			var b plans.BaseField
			b.Name, _ = one.Need("name").Bilingual()
			b.Source, b.Carries = c.leadClause(one)
			one.Done()
			p.Base = append(p.Base, b)
		}
	}
	m.Done()
	return p
}

// clauseAt reads a mapping that only says where a clause stands and what it carries.
func clauseAt(n *strict.Node, c *Context) spec.Source {
	if n == nil {
		return spec.Source{}
	}
	m, ok := n.Map()
	if !ok {
		return spec.Source{}
	}
	source, _ := c.leadClause(m)
	m.Done()
	return source
}

func (c *Context) drills(known map[string]bool) ([]plans.Drill, bool) {
	table, ok := c.Table(drillsTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号", "演练编号"}, Required: true},
		{Name: "date", Aliases: []string{"日期", "演练日期", "演练时间"}, Required: true},
		{Name: "kind", Aliases: []string{"类别", "演练类别", "演练类型"}, Required: true},
		{Name: "double_blind", Aliases: []string{"双盲", "是否双盲"}},
		{Name: "plan", Aliases: []string{"预案编号", "预案"}},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}},
		{Name: "object", Aliases: []string{"对象编号", "对象"}},
		{Name: "partner", Aliases: []string{"联合单位", "毗邻区县"}},
		{Name: "passed", Aliases: []string{"是否合格", "评估是否合格"}},
	})
	if !ok {
		return nil, false
	}
	var out []plans.Drill
	seen := map[string]int{}
	for row := range table.Rows() {
		id := row.Cell("id").Required()
		d := plans.Drill{}
		d.ID, ok = id.Text()
		again := ok && c.Duplicate(seen, d.ID, id)
		d.Date, _ = c.Date(row.Cell("date").Required())
		d.Kind, _ = strict.CellChoice(row.Cell("kind").Required(), plans.ParseDrillKind, codes(plans.DrillKinds())...)
		if blind, ok := row.Cell("double_blind").Bool(); ok {
			d.DoubleBlind = spec.Exactly(blind)
		}
		d.Plan, _ = c.planOf(row.Cell("plan"), known)
		d.Division, _ = c.Division(row.Cell("division"))
		d.Object, _ = row.Cell("object").Text()
		d.Partner, _ = row.Cell("partner").Text()
		if passed, ok := row.Cell("passed").Bool(); ok {
			d.Passed = spec.Exactly(passed)
		}
		if !again {
			out = append(out, d)
		}
	}
	return out, true
}

// shortcomings reads what drills brought to light, and the steps of each in the
// order of their table.
func (c *Context) shortcomings(drills []plans.Drill) ([]plans.Shortcoming, bool) {
	held := map[string]bool{}
	for i := range drills {
		held[drills[i].ID] = true
	}
	table, ok := c.Table(shortcomingsTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号", "问题编号"}, Required: true},
		{Name: "drill", Aliases: []string{"演练编号"}, Required: true},
		{Name: "found", Aliases: []string{"发现日期"}, Required: true},
		{Name: "due", Aliases: []string{"整改时限", "整改期限"}},
		{Name: "post", Aliases: []string{"责任岗位"}},
	})
	if !ok {
		return nil, false
	}
	var out []plans.Shortcoming
	at := map[string]int{}
	seen := map[string]int{}
	for row := range table.Rows() {
		var s plans.Shortcoming
		id := row.Cell("id").Required()
		s.ID, ok = id.Text()
		again := ok && c.Duplicate(seen, s.ID, id)
		drill := row.Cell("drill").Required()
		if s.Drill, ok = drill.Text(); ok && !held[s.Drill] && !c.unchecked(drillsTable) {
			drill.Fault(FaultDrillUnknown, s.Drill, spec.Textf("there is no drill %q in drills.csv", "drills.csv 中没有演练 %q", spec.Shorten(s.Drill)))
		}
		s.Found, _ = row.Cell("found").Required().Date()
		s.Due, _ = row.Cell("due").Date()
		s.Post, _ = row.Cell("post").Text()
		if s.Due.Before(s.Found) {
			row.Cell("due").Fault(FaultDateOrder, s.Due.String(), spec.Textf("%s is before the finding on %s", "%s 早于发现日期 %s", s.Due, s.Found))
		}
		if !again {
			at[s.ID] = len(out)
			out = append(out, s)
		}
	}
	table.Finish()
	c.fixes(out, at)
	return out, true
}

func (c *Context) fixes(list []plans.Shortcoming, at map[string]int) {
	table, ok := c.Table(fixesTable, []strict.Column{
		{Name: "shortcoming", Aliases: []string{"问题编号"}, Required: true},
		{Name: "step", Aliases: []string{"环节"}, Required: true},
		{Name: "date", Aliases: []string{"日期"}, Required: true},
	})
	if !ok {
		return
	}
	for row := range table.Rows() {
		cell := row.Cell("shortcoming").Required()
		id, hasID := cell.Text()
		kind, hasKind := strict.CellChoice(row.Cell("step").Required(), plans.ParseFixKind, codes(plans.FixKinds())...)
		on, hasDate := row.Cell("date").Required().Date()
		index, known := at[id]
		if hasID && !known && !c.unchecked(shortcomingsTable) {
			cell.Fault(FaultShortcomingUnknown, id, spec.Textf("there is no %q in drill_shortcomings.csv", "drill_shortcomings.csv 中没有 %q", spec.Shorten(id)))
		}
		if !known || !hasKind || !hasDate {
			continue
		}
		next, err := list[index].Take(plans.FixStep{Kind: kind, On: on})
		if err != nil {
			c.stepFault(row.Cell("step"), err)
			continue
		}
		list[index] = next
	}
	table.Finish()
}

// stepFault files the fault of a step that does not follow at its cell.
func (c *Context) stepFault(cell strict.Cell, err error) {
	var f spec.Fault
	if errors.As(err, &f) {
		cell.Fault(f.Code, f.Value, f.Message)
	}
}
