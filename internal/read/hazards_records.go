package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// HazardsRecords reads incidents.csv, disasters.csv and the years that they
// cover completely.
func HazardsRecords(county *strict.Map, c *Context) hazards.Records {
	r := hazards.Records{Subject: c.Subject}
	if m, ok := county.Get("complete").Map(); ok {
		r.IncidentYears, _ = m.Get("incidents").Period()
		r.DisasterYears, _ = m.Get("disasters").Period()
		preventionYears(m, &r.Prevention)
		m.Has("drills") // read by the room of plans and drills
		m.Has("duties") // and so are these
		m.Done()
	}
	if table, ok := c.Table(incidentsTable, incidentColumns()); ok {
		r.HasIncidents, r.Incidents = true, c.incidents(table)
	}
	if table, ok := c.Table(disastersTable, disasterColumns()); ok {
		r.HasDisasters, r.Disasters = true, c.disasters(table)
	}
	c.hazardCases(&r)
	c.preventionRecords(county, &r.Prevention)
	r.Warnings = c.warningRecords()
	return r
}

func incidentColumns() []strict.Column {
	return []strict.Column{
		{Name: "id", Aliases: []string{"编号", "事故编号"}, Required: true},
		{Name: "date", Aliases: []string{"日期", "事故日期", "发生日期"}, Required: true},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}, Required: true},
		{Name: "sector", Aliases: []string{"行业", "行业领域"}, Required: true},
		{Name: "deaths", Aliases: []string{"死亡人数", "死亡"}},
		{Name: "missing", Aliases: []string{"失踪人数", "下落不明人数", "失踪"}},
		{Name: "serious_injuries", Aliases: []string{"重伤人数", "重伤"}},
		{Name: "direct_loss", Aliases: []string{"直接经济损失"}},
		{Name: "observed_on", Aliases: []string{"填报日期", "统计日期"}},
	}
}

func (c *Context) incidents(table *strict.Table) []hazards.ReportedIncident {
	out := make([]hazards.ReportedIncident, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var one hazards.ReportedIncident
		var id, date, sector bool
		one.ID, id = row.Cell("id").Required().Text()
		one.Date, date = c.Date(row.Cell("date").Required())
		one.Place, _ = c.Division(row.Cell("division").Required())
		one.Sector, sector = c.sectorCell(row.Cell("sector").Required())
		seal := c.hazardSeal(row)
		one.Deaths = hazardValue(row.Cell("deaths"), strict.Cell.People, seal)
		one.Missing = hazardValue(row.Cell("missing"), strict.Cell.People, seal)
		one.SeriousInjuries = hazardValue(row.Cell("serious_injuries"), strict.Cell.People, seal)
		one.DirectLoss = hazardValue(row.Cell("direct_loss"), strict.Cell.Money, seal)
		switch again := id && c.Duplicate(seen, one.ID, row.Cell("id")); {
		case again:
		case id && date && sector:
			out = append(out, one)
		default:
			c.broken(incidentsTable)
		}
	}
	table.Finish()
	return out
}

// hazardSeal is what every value of a row shares: when it was observed and where it
// comes from.
type hazardSeal struct {
	on, supposed measure.Date
	source       spec.Source
}

func (c *Context) hazardSeal(row strict.Row) hazardSeal {
	on, _ := row.Cell("observed_on").Date()
	return hazardSeal{on: on, supposed: c.supposed(on), source: c.Source}
}

// hazardValue reads a value that a county may leave out: an empty cell is unknown.
func hazardValue[T any](cell strict.Cell, parse func(strict.Cell) (T, bool), s hazardSeal) spec.Observed[T] {
	value, ok := parse(cell)
	if !ok {
		return spec.Observed[T]{}
	}
	return spec.Exactly(value).Dated(s.on).Supposed(s.supposed).From(s.source, 0)
}

func (c *Context) sectorCell(cell strict.Cell) (hazards.Sector, bool) {
	text, ok := cell.Text()
	if !ok {
		return 0, false
	}
	sector, ok := hazards.ParseSector(text)
	if !ok {
		cell.Fault(FaultSectorUnknown, text, spec.Textf("%q is not a sector", "%q 不是行业领域", spec.Shorten(text)))
	}
	return sector, ok
}

func (c *Context) hazardCell(cell strict.Cell) (hazards.Natural, bool) {
	text, ok := cell.Text()
	if !ok {
		return 0, false
	}
	hazard, ok := hazards.ParseNatural(text)
	if !ok {
		cell.Fault(FaultHazardUnknown, text, spec.Textf("%q is not a natural hazard", "%q 不是灾种", spec.Shorten(text)))
	}
	return hazard, ok
}
