package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

func monitoringColumns() []strict.Column {
	return []strict.Column{
		{Name: "year", Aliases: []string{"年份", "年度"}, Required: true}, {Name: "hazard", Aliases: []string{"灾种"}, Required: true},
		{Name: "hits", Aliases: []string{"报准次数"}}, {Name: "misses", Aliases: []string{"漏报次数"}},
		{Name: "false_alarms", Aliases: []string{"空报次数"}}, observedColumn(),
	}
}

func (c *Context) monitoring(table *strict.Table) []hazards.EarlyMonitoring {
	out := make([]hazards.EarlyMonitoring, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one hazards.EarlyMonitoring
		var year, hazard bool
		one.Year, year = row.Cell("year").Required().Year()
		one.Hazard, hazard = c.hazardCell(row.Cell("hazard").Required())
		seal := c.hazardSeal(row)
		one.Hits = hazardValue(row.Cell("hits"), strict.Cell.Count, seal)
		one.Misses = hazardValue(row.Cell("misses"), strict.Cell.Count, seal)
		one.FalseAlarms = hazardValue(row.Cell("false_alarms"), strict.Cell.Count, seal)
		if year && hazard && !c.Duplicate(seen, one.Year.String()+" "+one.Hazard.String(), row.Cell("hazard")) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

func catalogueColumns() []strict.Column {
	return []strict.Column{
		{Name: "catalogue", Aliases: []string{"条目"}, Required: true}, {Name: "member", Aliases: []string{"成员", "子项"}},
		{Name: "state", Aliases: []string{"结果", "是否落实"}, Required: true}, observedColumn(),
	}
}

func (c *Context) catalogueAnswers(table *strict.Table) []spec.CatalogueAnswer {
	out := make([]spec.CatalogueAnswer, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one spec.CatalogueAnswer
		var id, state bool
		one.Catalogue, id = row.Cell("catalogue").NeedText()
		one.Member, _ = row.Cell("member").Text()
		one.State, state = strict.CellChoice(row.Cell("state").Required(), answered, "是", "否", "不适用")
		seal := c.hazardSeal(row)
		if one.On = seal.on; one.On.IsZero() {
			one.On = seal.supposed
		}
		if id && state && !c.Duplicate(seen, one.Catalogue+" "+one.Member, row.Cell("catalogue")) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

// answered reads whether something is done.
func answered(s string) (spec.Verdict, bool) {
	switch s {
	case "是", "有", "yes":
		return spec.Met, true
	case "否", "无", "no":
		return spec.Unmet, true
	case "不适用", "na":
		return spec.NotApplicable, true
	}
	return spec.Unknown, false
}
