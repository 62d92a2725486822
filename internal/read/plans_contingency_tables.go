package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

const (
	contingencyTable = "contingency.csv"
	planLinksTable   = "contingency_links.csv"
	planContentTable = "contingency_content.csv"
	planObjectsTable = "plan_objects.csv"
	workdaysTable    = "workdays.csv"
)

// The codes of faults of the tables about plans, drills and responses.
const (
	FaultPlanUnknown     = "plans.unknown-contingency"
	FaultCalendarOpen    = "plans.calendar-without-years"
	FaultCalendarOutside = "plans.workday-outside"
)

func contingencyTables() []string {
	return []string{contingencyTable, planLinksTable, planContentTable, planObjectsTable, workdaysTable}
}

func (c *Context) contingencies() ([]plans.Contingency, bool) {
	table, ok := c.Table(contingencyTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号", "预案编号"}, Required: true},
		{Name: "name", Aliases: []string{"名称", "预案名称"}, Required: true},
		{Name: "kind", Aliases: []string{"种类", "预案种类", "类别"}, Required: true},
		{Name: "about", Aliases: []string{"灾种或行业", "灾种", "行业"}},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}},
		{Name: "object", Aliases: []string{"对象编号", "对象"}},
		{Name: "issued", Aliases: []string{"印发日期"}},
		{Name: "filed", Aliases: []string{"备案日期"}},
		{Name: "reviewed", Aliases: []string{"评估日期", "最近评估日期"}},
		{Name: "withdrawn", Aliases: []string{"废止日期"}},
		{Name: "platform", Aliases: []string{"是否入平台", "是否纳入平台"}},
	})
	if !ok {
		return nil, false
	}
	var out []plans.Contingency
	seen := map[string]int{}
	for row := range table.Rows() {
		var p plans.Contingency
		id := row.Cell("id").Required()
		p.ID, ok = id.Text()
		again := ok && c.Duplicate(seen, p.ID, id)
		p.Name, _ = row.Cell("name").NeedText()
		p.Kind, _ = strict.CellChoice(row.Cell("kind").Required(), plans.ParseContingencyKind, codes(plans.ContingencyKinds())...)
		p.Hazard, p.Sector = subject(row.Cell("about"))
		p.Division, _ = c.Division(row.Cell("division"))
		p.Object, _ = row.Cell("object").Text()
		p.Issued, _ = row.Cell("issued").Date()
		p.Withdrawn, _ = row.Cell("withdrawn").Date()
		p.Filed = dateOrNot(row.Cell("filed"))
		p.Reviewed = dateOrNot(row.Cell("reviewed"))
		if on, ok := row.Cell("platform").Bool(); ok {
			p.Platform = spec.Exactly(on)
		}
		filed, _ := p.Filed.Value()
		reviewed, _ := p.Reviewed.Value()
		for i, later := range []measure.Date{filed, reviewed, p.Withdrawn} {
			if later.Before(p.Issued) {
				row.Cell([]string{"filed", "reviewed", "withdrawn"}[i]).Fault(FaultDateOrder, later.String(),
					spec.Textf("%s is before the issue on %s", "%s 早于印发日期 %s", later, p.Issued))
			}
		}
		if !again {
			out = append(out, p)
		}
	}
	table.Finish()
	return out, true
}

// dateOrNot reads a day, or a word that says it did not happen: the known unset
// date. An empty cell is unknown.
func dateOrNot(cell strict.Cell) spec.Observed[measure.Date] {
	switch text, _ := cell.Text(); text {
	case "":
		return spec.Observed[measure.Date]{}
	case "no", "否", "无", "未", "未备案", "未评估":
		return spec.Exactly(measure.Date{})
	}
	if day, ok := cell.Date(); ok {
		return spec.Exactly(day)
	}
	return spec.Observed[measure.Date]{}
}

// planOf reads the id of a plan that must stand in contingency.csv where there is one. Where that
// table is at fault itself the reference is counted and not blamed.
func (c *Context) planOf(cell strict.Cell, known map[string]bool) (string, bool) {
	id, ok := cell.Text()
	if ok && known != nil && !known[id] && c.unchecked(contingencyTable) {
		return id, false
	}
	if ok && known != nil && !known[id] {
		cell.Fault(FaultPlanUnknown, id, spec.Textf("there is no plan %q in contingency.csv", "contingency.csv 中没有预案 %q", spec.Shorten(id)))
		return id, false
	}
	return id, ok
}

func (c *Context) planLinks(known map[string]bool) ([]plans.PlanLink, bool) {
	table, ok := c.Table(planLinksTable, []strict.Column{
		{Name: "plan", Aliases: []string{"预案编号", "预案"}, Required: true},
		{Name: "side", Aliases: []string{"衔接类别", "方面"}, Required: true},
		{Name: "to", Aliases: []string{"衔接预案"}, Required: true},
		{Name: "outside", Aliases: []string{"是否县外"}},
	})
	if !ok {
		return nil, false
	}
	var out []plans.PlanLink
	seen := map[string]int{}
	for row := range table.Rows() {
		var l plans.PlanLink
		var from, side, to bool
		l.From, from = c.planOf(row.Cell("plan").Required(), known)
		l.Kind, side = strict.CellChoice(row.Cell("side").Required(), plans.ParseLinkKind, codes(plans.LinkKinds())...)
		l.To, to = row.Cell("to").NeedText()
		l.Outside, _ = row.Cell("outside").Bool()
		if from && side && to && !c.Duplicate(seen, l.From+" "+l.Kind.String()+" "+l.To, row.Cell("to")) {
			out = append(out, l)
		}
	}
	table.Finish()
	return out, true
}

func (c *Context) planContent(known map[string]bool) []plans.ContentAnswer {
	table, ok := c.Table(planContentTable, []strict.Column{
		{Name: "plan", Aliases: []string{"预案编号", "预案"}, Required: true},
		{Name: "item", Aliases: []string{"要素"}, Required: true},
		{Name: "state", Aliases: []string{"结果", "是否具备"}, Required: true}, observedColumn(),
	})
	if !ok {
		return nil
	}
	var out []plans.ContentAnswer
	for row := range table.Rows() {
		var a plans.ContentAnswer
		var plan, item, state bool
		a.Plan, plan = c.planOf(row.Cell("plan").Required(), known)
		a.Item, item = row.Cell("item").NeedText()
		a.State, state = strict.CellChoice(row.Cell("state").Required(), answered, "是", "否", "不适用")
		a.On, _ = row.Cell("observed_on").Date()
		if plan && item && state {
			out = append(out, a)
		}
	}
	table.Finish()
	return out
}

func (c *Context) planObjects() ([]plans.PlanObject, bool) {
	table, ok := c.Table(planObjectsTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号", "对象编号"}, Required: true},
		{Name: "name", Aliases: []string{"名称"}, Required: true},
		{Name: "kind", Aliases: []string{"类别"}, Required: true},
		{Name: "sector", Aliases: []string{"行业"}},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}},
		{Name: "high_risk", Aliases: []string{"是否高危", "高危或人员密集"}},
		{Name: "since", Aliases: []string{"开始日期"}},
		{Name: "until", Aliases: []string{"结束日期"}},
	})
	if !ok {
		return nil, false
	}
	kinds := []string{"enterprise", "key-target", "hazard-source", "major-event", "infrastructure"}
	object := func(s string) (plans.ContingencyKind, bool) {
		kind, ok := plans.ParseContingencyKind(s)
		return kind, ok && (kind == plans.EnterprisePlan || kind.IsProtection())
	}
	var out []plans.PlanObject
	seen := map[string]int{}
	for row := range table.Rows() {
		var o plans.PlanObject
		id := row.Cell("id").Required()
		o.ID, ok = id.Text()
		again := ok && c.Duplicate(seen, o.ID, id)
		o.Name, _ = row.Cell("name").NeedText()
		o.Kind, ok = strict.CellChoice(row.Cell("kind").Required(), object, kinds...)
		_, o.Sector = subject(row.Cell("sector"))
		o.Division, _ = c.Division(row.Cell("division"))
		if high, ok := row.Cell("high_risk").Bool(); ok {
			o.HighRisk = spec.Exactly(high)
		}
		o.Since, _ = row.Cell("since").Date()
		o.Until, _ = row.Cell("until").Date()
		if o.Until.Before(o.Since) {
			row.Cell("until").Fault(FaultDateOrder, o.Until.String(), spec.Textf("%s is before %s", "%s 早于 %s", o.Until, o.Since))
		}
		if ok && !again {
			out = append(out, o)
		}
	}
	table.Finish()
	return out, true
}

// workdays reads the exceptions to a week of five working days. The years that
// they cover must be said, for a year without exceptions looks like one that
// nobody entered.
func (c *Context) workdays(covered measure.Period) plans.Workday {
	table, ok := c.Table(workdaysTable, []strict.Column{
		{Name: "date", Aliases: []string{"日期"}, Required: true},
		{Name: "working", Aliases: []string{"是否上班"}, Required: true},
		{Name: "name", Aliases: []string{"名称", "节日"}},
	})
	if !ok {
		return nil
	}
	if covered.IsZero() && table.Len() > 0 {
		table.Row(0).Fault(FaultCalendarOpen, workdaysTable, spec.T("county.yaml: contingency.calendar does not say which years this table covers",
			"county.yaml: contingency.calendar 未说明本表覆盖的年份"))
		return nil
	}
	calendar := plans.Calendar{Years: covered}
	seen := map[string]int{}
	for row := range table.Rows() {
		cell := row.Cell("date").Required()
		day, okDay := cell.Date()
		working, okWorking := row.Cell("working").Required().Bool()
		row.Cell("name").Text()
		if !okDay || !okWorking || c.Duplicate(seen, day.String(), cell) {
			continue
		}
		if !covered.Contains(day) {
			cell.Fault(FaultCalendarOutside, day.String(), spec.Textf("%s lies outside the years %s of the calendar", "%s 不在工作日历年份 %s 内", day, covered))
			continue
		}
		if working {
			calendar.MadeUp = append(calendar.MadeUp, day)
		} else {
			calendar.Holidays = append(calendar.Holidays, day)
		}
	}
	table.Finish()
	return calendar.Workday()
}
