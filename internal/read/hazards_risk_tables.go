package read

import (
	"errors"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

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
	out := make([]hazards.RiskPoint, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
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
		if !id || !kind {
			c.broken(risksTable)
			continue
		}
		if !c.Duplicate(seen, one.ID, row.Cell("id")) {
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
	out := make([]hazards.HiddenDanger, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one hazards.HiddenDanger
		var id, kind, found bool
		one.ID, id = row.Cell("id").NeedText()
		one.Hazard, one.Sector, kind = riskKind(row.Cell("kind"))
		one.Place, _ = c.Division(row.Cell("division").Required())
		one.Major, _ = row.Cell("major").Required().Bool()
		if risk, ok := row.Cell("risk").Text(); ok {
			one.Risk = risk
			if !known[risk] && !c.unchecked(risksTable) && r.HasRisks {
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
	out := make([]hazards.EnforcementCase, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
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
