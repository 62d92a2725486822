package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
)

func dutyPostColumns() []strict.Column {
	return []strict.Column{
		{Name: "scheme", Aliases: []string{"制度", "责任体系"}, Required: true},
		{Name: "object", Aliases: []string{"对象", "对象编号"}, Required: true},
		{Name: "post", Aliases: []string{"岗位", "责任岗位"}, Required: true},
		{Name: "assigned", Aliases: []string{"是否落实", "已落实"}},
		{Name: "published", Aliases: []string{"是否公示", "已公示"}},
		observedColumn(),
	}
}

func (c *Context) dutyPosts(table *strict.Table) []hazards.PostRecord {
	out := make([]hazards.PostRecord, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one hazards.PostRecord
		var a, b, d bool
		one.Scheme, a = row.Cell("scheme").NeedText()
		one.Object, b = row.Cell("object").NeedText()
		one.Post, d = row.Cell("post").NeedText()
		seal := c.hazardSeal(row)
		one.Assigned = hazardValue(row.Cell("assigned"), strict.Cell.Bool, seal)
		one.Published = hazardValue(row.Cell("published"), strict.Cell.Bool, seal)
		if a && b && d && !c.Duplicate(seen, one.Scheme+" "+one.Object+" "+one.Post, row.Cell("post")) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

func siteColumns() []strict.Column {
	return []strict.Column{
		idColumn(), divisionColumn(),
		{Name: "monitored", Aliases: []string{"群测群防", "是否群测群防"}},
		{Name: "warned", Aliases: []string{"监测预警覆盖", "是否监测预警覆盖"}},
		observedColumn(),
	}
}

func (c *Context) geohazardSites(table *strict.Table) []hazards.GeohazardSite {
	out := make([]hazards.GeohazardSite, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one hazards.GeohazardSite
		var id bool
		one.ID, id = row.Cell("id").NeedText()
		one.Place, _ = c.Division(row.Cell("division").Required())
		seal := c.hazardSeal(row)
		one.Monitored = hazardValue(row.Cell("monitored"), strict.Cell.Bool, seal)
		one.Warned = hazardValue(row.Cell("warned"), strict.Cell.Bool, seal)
		if id && !c.Duplicate(seen, one.ID, row.Cell("id")) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

func fireColumns() []strict.Column {
	return []strict.Column{
		{Name: "id", Aliases: []string{"编号", "火灾编号"}, Required: true},
		{Name: "date", Aliases: []string{"日期", "起火日期"}, Required: true}, divisionColumn(),
		{Name: "took", Aliases: []string{"扑灭用时"}}, {Name: "burned", Aliases: []string{"受害森林面积", "受害面积"}},
		observedColumn(),
	}
}

func (c *Context) forestFires(table *strict.Table) []hazards.FireRecord {
	out := make([]hazards.FireRecord, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one hazards.FireRecord
		var id, date bool
		one.ID, id = row.Cell("id").NeedText()
		one.Date, date = c.Date(row.Cell("date").Required())
		one.Place, _ = c.Division(row.Cell("division").Required())
		seal := c.hazardSeal(row)
		one.Took = hazardValue(row.Cell("took"), strict.Cell.Duration, seal)
		one.Burned = hazardValue(row.Cell("burned"), strict.Cell.Area, seal)
		if id && date && !c.Duplicate(seen, one.ID, row.Cell("id")) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}
