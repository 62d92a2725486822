package read

import (
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
			r.ForestArea = spec.Exactly(area).Dated(on).Supposed(c.supposed(on)).From(c.Source, 0)
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
		for row := range table.Rows() {
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
