package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of the tables about single accidents and of the plan's
// thresholds of responses. They are permanent.
const (
	FaultIncidentUnknown  = "hazards.unknown-incident"
	FaultAuthorityUnknown = "hazards.unknown-authority"
	FaultResponseUnknown  = "hazards.unknown-response"
	FaultCriterionUnknown = "hazards.unknown-criterion"
	FaultExtension        = "hazards.extension"
)

const (
	casualtiesTable      = "casualties.csv"
	accidentReportsTable = "accident_reports.csv"
	investigationsTable  = "investigations.csv"
)

func hazardCaseTables() []string {
	return []string{casualtiesTable, accidentReportsTable, investigationsTable}
}

// hazardCases reads the tables about single accidents, each row of which names
// an accident of incidents.csv.
func (c *Context) hazardCases(r *hazards.Records) {
	at := map[string]int{}
	for i := range r.Incidents {
		at[r.Incidents[i].ID] = i
	}
	if table, ok := c.Table(casualtiesTable, []strict.Column{
		{Name: "incident", Aliases: []string{"事故编号"}, Required: true},
		{Name: "on", Aliases: []string{"日期", "变化日期"}, Required: true},
		{Name: "deaths", Aliases: []string{"死亡人数", "死亡"}},
		{Name: "missing", Aliases: []string{"失踪人数", "下落不明人数", "失踪"}},
		{Name: "serious_injuries", Aliases: []string{"重伤人数", "重伤"}},
	}); ok {
		r.Cases.HasCasualties = true
		c.casualties(table, r, at)
	}
	if table, ok := c.Table(accidentReportsTable, []strict.Column{
		{Name: "incident", Aliases: []string{"事故编号"}, Required: true},
		{Name: "to", Aliases: []string{"接收层级", "报至"}, Required: true},
		{Name: "told", Aliases: []string{"知悉时间", "接报时间"}, Required: true},
		{Name: "reported", Aliases: []string{"上报时间"}, Required: true},
	}); ok {
		r.Cases.HasReports, r.Cases.Reports = true, c.accidentReports(table, r, at)
	}
	if table, ok := c.Table(investigationsTable, []strict.Column{
		{Name: "incident", Aliases: []string{"事故编号"}, Required: true},
		{Name: "by", Aliases: []string{"调查主体", "调查层级"}, Required: true},
		{Name: "extension", Aliases: []string{"延长天数", "调查延长天数"}},
		{Name: "submitted", Aliases: []string{"报告提交日期", "调查报告提交日期"}},
		{Name: "reply_extension", Aliases: []string{"批复延长天数"}},
		{Name: "replied", Aliases: []string{"批复日期"}},
	}); ok {
		r.Cases.HasInvestigations, r.Cases.Investigations = true, c.investigations(table, r, at)
	}
}

// incidentAt finds the accident that a row names; -1 with a fault where there
// is none.
func (c *Context) incidentAt(row strict.Row, at map[string]int) int {
	cell := row.Cell("incident").Required()
	id, ok := cell.Text()
	if !ok {
		return -1
	}
	if i, known := at[id]; known {
		return i
	}
	if c.unchecked(incidentsTable) {
		return -1
	}
	cell.Fault(FaultIncidentUnknown, id, spec.Textf("%q is not in incidents.csv", "%q 不在 incidents.csv 中", spec.Shorten(id)))
	return -1
}

// notBefore reports whether a day lies on or after another, and files a fault
// where it does not.
func notBefore(cell strict.Cell, date, first measure.Date) bool {
	if date.Before(first) {
		cell.Fault(FaultDateOrder, date.String(), spec.Textf("%s lies before %s", "%s 早于 %s", date, first))
		return false
	}
	return true
}

func (c *Context) casualties(table *strict.Table, r *hazards.Records, at map[string]int) {
	for row := range table.Rows() {
		n := c.incidentAt(row, at)
		on, ok := row.Cell("on").Required().Date()
		seal := hazardSeal{on: on, source: c.Source}
		update := hazards.CasualtyUpdate{On: on,
			Deaths:          hazardValue(row.Cell("deaths"), strict.Cell.People, seal),
			Missing:         hazardValue(row.Cell("missing"), strict.Cell.People, seal),
			SeriousInjuries: hazardValue(row.Cell("serious_injuries"), strict.Cell.People, seal)}
		if ok && n >= 0 && notBefore(row.Cell("on"), on, r.Incidents[n].Date) {
			r.Incidents[n].Updates = append(r.Incidents[n].Updates, update)
		}
	}
	table.Finish()
}

func (c *Context) accidentReports(table *strict.Table, r *hazards.Records, at map[string]int) []hazards.AccidentReport {
	out := make([]hazards.AccidentReport, 0, table.Room())
	for row := range table.Rows() {
		n := c.incidentAt(row, at)
		to, okTo := authorityCell(row.Cell("to").Required())
		told, okTold := momentText(row.Cell("told").Required())
		reported, okReported := momentText(row.Cell("reported").Required())
		if n < 0 || !okTo || !okTold || !okReported || !notBefore(row.Cell("told"), told.Date(), r.Incidents[n].Date) {
			continue
		}
		if reported.Before(told) {
			row.Cell("reported").Fault(FaultDateOrder, reported.String(), spec.Textf("%s lies before %s", "%s 早于 %s", reported, told))
			continue
		}
		out = append(out, hazards.AccidentReport{Incident: r.Incidents[n].ID, To: to, Told: told, Reported: reported})
	}
	table.Finish()
	return out
}

func (c *Context) investigations(table *strict.Table, r *hazards.Records, at map[string]int) []hazards.Investigation {
	out := make([]hazards.Investigation, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		n := c.incidentAt(row, at)
		by, okBy := authorityCell(row.Cell("by").Required())
		v := hazards.Investigation{By: by}
		_, most := hazards.InvestigationWithin()
		_, mostReply := hazards.ReplyWithin(hazards.Extraordinary)
		v.Extension = extensionCell(row.Cell("extension"), most.Value)
		v.ReplyExtension = extensionCell(row.Cell("reply_extension"), mostReply.Value)
		v.Submitted, _ = row.Cell("submitted").Date()
		v.Replied, _ = row.Cell("replied").Date()
		if n < 0 || !okBy || c.Duplicate(seen, r.Incidents[n].ID, row.Cell("incident")) {
			continue
		}
		v.Incident = r.Incidents[n].ID
		if notBefore(row.Cell("submitted"), v.Submitted, r.Incidents[n].Date) && notBefore(row.Cell("replied"), v.Replied, v.Submitted) {
			out = append(out, v)
		}
	}
	table.Finish()
	return out
}

// extensionCell reads the days by which a limit was extended; more than the
// order allows is a fault.
func extensionCell(cell strict.Cell, most measure.Count) measure.Count {
	days, ok := cell.Count()
	if ok && days > most {
		cell.Fault(FaultExtension, days.String(), spec.Textf("%d days are more than the %d that may be added", "%d 天超过可延长的 %d 天", days, most))
		return 0
	}
	return days
}

func authorityCell(cell strict.Cell) (hazards.Authority, bool) {
	text, ok := cell.Text()
	if !ok {
		return 0, false
	}
	authority, ok := hazards.ParseAuthority(text)
	if !ok {
		cell.Fault(FaultAuthorityUnknown, text, spec.Textf("%q is none of unit, county, prefecture, province, state",
			"%q 不是事故发生单位、县级、设区的市级、省级或国务院", spec.Shorten(text)))
	}
	return authority, ok
}

// reliefResponse reads when the county opens its relief response: the lowest
// level first, each with where it begins, in the unit that the criterion is
// printed in; where it ends is where the next begins.
func (c *Context) reliefResponse(node *strict.Node) hazards.Scale[hazards.Response] {
	m, ok := node.Map()
	if !ok {
		return hazards.Scale[hazards.Response]{}
	}
	partial := false
	if flag := m.Get("lower_levels_unknown"); flag != nil {
		partial, _ = flag.Bool()
	}
	source, _ := c.leadClause(m)
	var rows []hazards.ScaleStep[hazards.Response]
	whole := true
	for _, item := range m.Need("levels").List() {
		row, ok := c.responseLevel(item, source)
		whole = whole && ok
		rows = append(rows, row)
	}
	m.Done()
	if !whole {
		return hazards.Scale[hazards.Response]{}
	}
	for i := range len(rows) - 1 { // a band ends where the next begins
		for j := range rows[i].Thresholds {
			cell := &rows[i].Thresholds[j]
			for _, next := range rows[i+1].Thresholds {
				if next.Criterion == cell.Criterion {
					cell.Below = next.From
				}
			}
		}
	}
	scale, err := hazards.NewScale(rows, partial)
	if err != nil {
		c.Faults.AddError(spec.Fault{File: node.File(), Line: node.Line(), Column: node.Column(), Path: node.Path()}, err)
	}
	return scale
}

func (c *Context) responseLevel(item *strict.Node, source spec.Source) (row hazards.ScaleStep[hazards.Response], ok bool) {
	m, ok := item.Map()
	if !ok {
		return row, false
	}
	row.Source = source
	at := m.Need("level")
	if text, has := at.Text(); !has {
		ok = false
	} else if row.Step, ok = hazards.ParseResponse(text); !ok {
		at.Fault(FaultResponseUnknown, text, spec.Textf("%q is none of I, II, III, IV", "%q 不是Ⅰ至Ⅳ级", spec.Shorten(text)))
	}
	from, has := m.Need("from").Map()
	if !has {
		m.Done()
		return row, false
	}
	for _, key := range from.Keys() {
		node := from.Get(key)
		criterion, known := hazards.ParseCriterion(key)
		if !known {
			node.Fault(FaultCriterionUnknown, key, spec.Textf("%q is not a criterion", "%q 不是分级指标", spec.Shorten(key)))
			ok = false
			continue
		}
		n, has := node.Count()
		if criterion.Unit() != spec.Persons && criterion.Unit() != spec.Units {
			node.Fault(FaultCriterionUnknown, key, spec.Textf("%q is not counted in people, rooms or households", "%q 不是以人、间、户计的指标", spec.Shorten(key)))
			has = false
		}
		ok = ok && has
		row.Thresholds = append(row.Thresholds, hazards.Threshold{Criterion: criterion, From: int64(n)})
	}
	m.Done()
	return row, ok
}

// soonerReport reads a local rule of earlier reports: from which grade, to whom
// and within how long.
func (c *Context) soonerReport(node *strict.Node) (s hazards.SoonerReport) {
	m, ok := node.Map()
	if !ok {
		return s
	}
	s.From, _ = strict.Choice(m.Need("from"), hazards.ParseGrade, "large", "major", "extraordinary")
	s.To, _ = strict.Choice(m.Need("to"), hazards.ParseAuthority, "prefecture", "province", "state")
	s.Within, _ = strict.Figure(m.Need("within"), c.Source, (*strict.Node).Duration)
	m.Done()
	return s
}
