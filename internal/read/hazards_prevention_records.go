package read

import (
	"errors"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of the tables about prevention. They are permanent.
const (
	FaultTargetForm  = "hazards.target-form"
	FaultRiskKind    = "hazards.unknown-risk-kind"
	FaultRiskUnknown = "hazards.unknown-risk"
)

const (
	risksTable             = "risks.csv"
	dangersTable           = "dangers.csv"
	enforcementTable       = "enforcement.csv"
	dutyPostsTable         = "duty_posts.csv"
	geohazardSitesTable    = "geohazard_sites.csv"
	forestFiresTable       = "forest_fires.csv"
	forestInspectionsTable = "forest_inspections.csv"
	monitoringTable        = "monitoring.csv"
	catalogueTable         = "catalogue.csv"
)

// preventionTables returns the names of the tables about prevention.
func preventionTables() []string {
	return []string{risksTable, dangersTable, enforcementTable, dutyPostsTable, geohazardSitesTable,
		forestFiresTable, forestInspectionsTable, monitoringTable, catalogueTable}
}

// preventionYears reads the years that the tables about forests cover completely.
func preventionYears(complete *strict.Map, r *hazards.PreventionRecords) {
	r.FireYears, _ = complete.Get("forest_fires").Period()
	r.InspectionYears, _ = complete.Get("forest_inspections").Period()
}

// preventionRecords reads the tables about prevention and the key forest of
// county.yaml.
func (c *Context) preventionRecords(county *strict.Map, r *hazards.PreventionRecords) {
	if m, ok := county.Get("forest").Map(); ok {
		on, _ := m.Get("on").Date()
		if area, ok := m.Need("area").Area(); ok {
			r.ForestArea = spec.Exactly(area).Dated(on).From(c.Source, 0)
		}
		m.Done()
	}
	for _, row := range c.Townships {
		r.Townships = append(r.Townships, row.Code)
	}
	r.HasTownships = c.HasTownships
	if table, ok := c.Table(risksTable, riskColumns()); ok {
		r.HasRisks, r.Risks = true, c.risks(table)
	}
	if table, ok := c.Table(dangersTable, dangerColumns()); ok {
		r.HasDangers, r.Dangers = true, c.dangers(table, r)
	}
	if table, ok := c.Table(enforcementTable, enforcementColumns()); ok {
		r.HasCases, r.Cases = true, c.enforcementCases(table)
	}
	if table, ok := c.Table(dutyPostsTable, dutyPostColumns()); ok {
		r.HasPosts, r.Posts = true, c.dutyPosts(table)
	}
	if table, ok := c.Table(geohazardSitesTable, siteColumns()); ok {
		r.HasSites, r.Sites = true, c.geohazardSites(table)
	}
	if table, ok := c.Table(forestFiresTable, fireColumns()); ok {
		r.HasFires, r.Fires = true, c.forestFires(table)
	}
	if table, ok := c.Table(forestInspectionsTable, []strict.Column{
		{Name: "id", Aliases: []string{"编号", "排查编号"}, Required: true},
		{Name: "date", Aliases: []string{"日期", "排查日期"}, Required: true},
	}); ok {
		r.HasInspections = true
		seen := map[string]int{}
		for i := range table.Len() {
			row := table.Row(i)
			id, a := row.Cell("id").NeedText()
			date, b := c.Date(row.Cell("date").Required())
			if a && b && !c.Duplicate(seen, id, row.Cell("id")) {
				r.ForestInspections = append(r.ForestInspections, hazards.ForestInspection{ID: id, Date: date})
			}
		}
		table.Finish()
	}
	if table, ok := c.Table(monitoringTable, monitoringColumns()); ok {
		r.HasMonitoring, r.Monitoring = true, c.monitoring(table)
	}
	if table, ok := c.Table(catalogueTable, catalogueColumns()); ok {
		r.HasCatalogueAnswer, r.CatalogueAnswers = true, c.catalogueAnswers(table)
	}
}

func idColumn() strict.Column {
	return strict.Column{Name: "id", Aliases: []string{"编号"}, Required: true}
}

func divisionColumn() strict.Column {
	return strict.Column{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}, Required: true}
}

func kindColumn() strict.Column {
	return strict.Column{Name: "kind", Aliases: []string{"类别", "灾种或行业", "灾种/行业"}, Required: true}
}

func observedColumn() strict.Column {
	return strict.Column{Name: "observed_on", Aliases: []string{"填报日期", "核查日期", "统计日期"}}
}

// riskKind reads a hazard or a sector.
func riskKind(cell strict.Cell) (hazard hazards.Natural, sector hazards.Sector, ok bool) {
	text, ok := cell.NeedText()
	if !ok {
		return 0, 0, false
	}
	if hazard, ok = hazards.ParseNatural(text); ok {
		return hazard, 0, true
	}
	if sector, ok = hazards.ParseSector(text); ok {
		return 0, sector, true
	}
	cell.Fault(FaultRiskKind, text, spec.Textf("%q is neither a natural hazard nor a sector", "%q 既不是灾种也不是行业领域", spec.Shorten(text)))
	return 0, 0, false
}

func riskColumns() []strict.Column {
	return []strict.Column{
		idColumn(), {Name: "name", Aliases: []string{"名称", "风险点名称"}}, kindColumn(), divisionColumn(),
		{Name: "level", Aliases: []string{"风险等级", "等级"}},
		{Name: "latitude", Aliases: []string{"纬度"}}, {Name: "longitude", Aliases: []string{"经度"}}, {Name: "datum", Aliases: []string{"坐标系"}},
		{Name: "on_map", Aliases: []string{"上图", "是否上图"}}, {Name: "in_register", Aliases: []string{"入库", "是否入库"}},
		{Name: "measures", Aliases: []string{"防范化解措施", "是否有措施"}}, {Name: "owner_post", Aliases: []string{"责任岗位"}},
		{Name: "measure_due", Aliases: []string{"完成时限"}}, {Name: "next_review", Aliases: []string{"下次复评", "复评日期"}},
		observedColumn(),
	}
}

func (c *Context) risks(table *strict.Table) []hazards.RiskPoint {
	out := make([]hazards.RiskPoint, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var one hazards.RiskPoint
		var id, kind bool
		one.ID, id = row.Cell("id").NeedText()
		one.Name, _ = row.Cell("name").Text()
		one.Hazard, one.Sector, kind = riskKind(row.Cell("kind"))
		one.Place, _ = c.Division(row.Cell("division").Required())
		one.Level, _ = strict.CellChoice(row.Cell("level"), hazards.ParseRiskLevel, "重大", "较大", "一般", "低")
		one.Position = position(row)
		seal := c.hazardSeal(row)
		one.OnMap = hazardValue(row.Cell("on_map"), strict.Cell.Bool, seal)
		one.InRegister = hazardValue(row.Cell("in_register"), strict.Cell.Bool, seal)
		one.Measures = hazardValue(row.Cell("measures"), strict.Cell.Bool, seal)
		one.OwnerPost, _ = row.Cell("owner_post").Text()
		one.MeasureDue, _ = row.Cell("measure_due").Date()
		one.NextReview, _ = row.Cell("next_review").Date()
		if id && kind && !c.Duplicate(seen, one.ID, row.Cell("id")) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

// position reads a point that may be left out; a part of one is a fault.
func position(row strict.Row) hazards.Position {
	lat, a := row.Cell("latitude").Text()
	lon, b := row.Cell("longitude").Text()
	if !a && !b && row.Cell("datum").Empty() {
		return hazards.Position{}
	}
	datum, _ := strict.CellChoice(row.Cell("datum"), hazards.ParseDatum, "CGCS2000", "WGS84", "GCJ02")
	if datum == 0 && !row.Cell("datum").Empty() {
		return hazards.Position{} // the cell has its fault
	}
	at, err := hazards.ParsePosition(lat, lon, datum)
	var fault spec.Fault
	if errors.As(err, &fault) {
		cell := row.Cell("latitude")
		if fault.Code == hazards.FaultDatum {
			cell = row.Cell("datum")
		}
		cell.Fault(fault.Code, fault.Value, fault.Message)
		return hazards.Position{}
	}
	return at
}

func dangerColumns() []strict.Column {
	return []strict.Column{
		idColumn(), kindColumn(), divisionColumn(),
		{Name: "major", Aliases: []string{"重大事故隐患", "是否重大"}, Required: true},
		{Name: "risk", Aliases: []string{"风险点编号"}},
		{Name: "found", Aliases: []string{"发现日期"}, Required: true}, {Name: "ordered", Aliases: []string{"责令整改日期"}},
		{Name: "due", Aliases: []string{"整改期限"}}, {Name: "rectified", Aliases: []string{"整改完成日期"}},
		{Name: "rechecked", Aliases: []string{"复查日期"}}, {Name: "cleared", Aliases: []string{"销号日期"}},
		{Name: "to_regulator", Aliases: []string{"已报监管部门"}}, {Name: "to_workers", Aliases: []string{"已报职代会"}},
		observedColumn(),
	}
}

func (c *Context) dangers(table *strict.Table, r *hazards.PreventionRecords) []hazards.HiddenDanger {
	known := map[string]bool{}
	for _, risk := range r.Risks {
		known[risk.ID] = true
	}
	out := make([]hazards.HiddenDanger, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var one hazards.HiddenDanger
		var id, kind, found bool
		one.ID, id = row.Cell("id").NeedText()
		one.Hazard, one.Sector, kind = riskKind(row.Cell("kind"))
		one.Place, _ = c.Division(row.Cell("division").Required())
		one.Major, _ = row.Cell("major").Required().Bool()
		if risk, ok := row.Cell("risk").Text(); ok {
			one.Risk = risk
			if r.HasRisks && !known[risk] {
				row.Cell("risk").Fault(FaultRiskUnknown, risk, spec.Textf("%q is not in risks.csv", "%q 不在 risks.csv 中", spec.Shorten(risk)))
			}
		}
		one.Found, found = c.Date(row.Cell("found").Required())
		one.Ordered, _ = row.Cell("ordered").Date()
		one.Due, _ = row.Cell("due").Date()
		one.Rectified, _ = row.Cell("rectified").Date()
		one.Rechecked, _ = row.Cell("rechecked").Date()
		one.Cleared, _ = row.Cell("cleared").Date()
		seal := c.hazardSeal(row)
		one.ToRegulator = hazardValue(row.Cell("to_regulator"), strict.Cell.Bool, seal)
		one.ToWorkers = hazardValue(row.Cell("to_workers"), strict.Cell.Bool, seal)
		if id && kind && found && !c.Duplicate(seen, one.ID, row.Cell("id")) && loopSound(row, one.Validate()) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

// loopSound files the faults of a closed loop at their cells.
func loopSound(row strict.Row, err error) bool {
	var faults *spec.Faults
	if !errors.As(err, &faults) {
		return err == nil
	}
	for _, f := range faults.All() {
		row.Cell(f.Path).Fault(f.Code, f.Value, f.Message)
	}
	return false
}

func enforcementColumns() []strict.Column {
	return []strict.Column{
		idColumn(), {Name: "sector", Aliases: []string{"行业", "行业领域"}, Required: true}, divisionColumn(),
		{Name: "diagnosed", Aliases: []string{"检查诊断日期"}, Required: true}, {Name: "penalised", Aliases: []string{"行政处罚日期"}},
		{Name: "due", Aliases: []string{"复查期限"}}, {Name: "reinspected", Aliases: []string{"整改复查日期"}},
		{Name: "closed", Aliases: []string{"结案日期"}},
	}
}

func (c *Context) enforcementCases(table *strict.Table) []hazards.EnforcementCase {
	out := make([]hazards.EnforcementCase, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var one hazards.EnforcementCase
		var id, sector, opened bool
		one.ID, id = row.Cell("id").NeedText()
		one.Sector, sector = c.sectorCell(row.Cell("sector").Required())
		one.Place, _ = c.Division(row.Cell("division").Required())
		one.Diagnosed, opened = c.Date(row.Cell("diagnosed").Required())
		one.Penalised, _ = row.Cell("penalised").Date()
		one.Due, _ = row.Cell("due").Date()
		one.Reinspected, _ = row.Cell("reinspected").Date()
		one.Closed, _ = row.Cell("closed").Date()
		if id && sector && opened && !c.Duplicate(seen, one.ID, row.Cell("id")) && loopSound(row, one.Validate()) {
			out = append(out, one)
		}
	}
	table.Finish()
	return out
}

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
	out := make([]hazards.PostRecord, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
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
	out := make([]hazards.GeohazardSite, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
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
	out := make([]hazards.FireRecord, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
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

func monitoringColumns() []strict.Column {
	return []strict.Column{
		{Name: "year", Aliases: []string{"年份", "年度"}, Required: true}, {Name: "hazard", Aliases: []string{"灾种"}, Required: true},
		{Name: "hits", Aliases: []string{"报准次数"}}, {Name: "misses", Aliases: []string{"漏报次数"}},
		{Name: "false_alarms", Aliases: []string{"空报次数"}}, observedColumn(),
	}
}

func (c *Context) monitoring(table *strict.Table) []hazards.EarlyMonitoring {
	out := make([]hazards.EarlyMonitoring, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
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

func (c *Context) catalogueAnswers(table *strict.Table) []hazards.CatalogueAnswer {
	out := make([]hazards.CatalogueAnswer, 0, table.Len())
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var one hazards.CatalogueAnswer
		var id, state bool
		one.Catalogue, id = row.Cell("catalogue").NeedText()
		one.Member, _ = row.Cell("member").Text()
		one.State, state = strict.CellChoice(row.Cell("state").Required(), answered, "是", "否", "不适用")
		one.On, _ = row.Cell("observed_on").Date()
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
