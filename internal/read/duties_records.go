package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// The tables of duties and projects, and the codes of their faults, which are
// permanent.
const (
	dutiesTable   = "duties.csv"
	projectsTable = "projects.csv"

	FaultDutyHash     = "duties.hash"
	FaultProjectEmpty = "plans.empty-report"
)

// dutyRecords reads duties.csv: one row a piece of evidence. A duty may have
// many rows, but no two alike.
func (c *Context) dutyRecords(r *plans.Records) {
	table, ok := c.Table(dutiesTable, []strict.Column{
		{Name: "duty", Aliases: []string{"事项", "事项编号", "责任事项"}, Required: true},
		{Name: "date", Aliases: []string{"日期", "完成日期"}, Required: true},
		{Name: "state", Aliases: []string{"状态", "完成情况"}, Required: true},
		{Name: "evidence", Aliases: []string{"佐证哈希", "佐证"}},
	})
	if !ok {
		return
	}
	r.HasEvidence = true
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var e plans.DutyEvidence
		var named, dated, stated bool
		e.Duty, named = row.Cell("duty").NeedText()
		e.On, dated = c.Date(row.Cell("date").Required())
		e.State, stated = strict.CellChoice(row.Cell("state").Required(), plans.ParseEvidenceState, "已完成", "未完成", "失效", "不适用")
		cell := row.Cell("evidence")
		if hash, ok := cell.Text(); ok {
			if plans.IsEvidenceHash(hash) {
				e.Hash = hash
			} else {
				cell.Fault(FaultDutyHash, hash, spec.Textf("%q is no SHA-256 hash: 64 hexadecimal digits in lower case",
					"%q 不是 SHA-256 哈希值（64 位小写十六进制）", spec.Shorten(hash)))
			}
		}
		if named && dated && stated && !c.Duplicate(seen, e.Duty+" "+e.On.String()+" "+e.State.String()+" "+e.Hash, row.Cell("duty")) {
			r.Evidence = append(r.Evidence, e)
		}
	}
	table.Finish()
}

// projectRecords reads projects.csv: one row a report of a project on a day.
// Money is counted from the project's beginning.
func (c *Context) projectRecords(r *plans.Records) {
	table, ok := c.Table(projectsTable, []strict.Column{
		{Name: "project", Aliases: []string{"项目", "项目编号"}, Required: true},
		{Name: "date", Aliases: []string{"日期", "截至日期"}, Required: true},
		{Name: "stage", Aliases: []string{"阶段", "项目阶段"}},
		{Name: "spent", Aliases: []string{"累计支出"}},
		{Name: "own_funds", Aliases: []string{"本级财政"}},
		{Name: "funds_from_above", Aliases: []string{"上级资金"}},
		{Name: "other_funds", Aliases: []string{"社会资金"}},
	})
	if !ok {
		return
	}
	r.HasProjects = true
	seen := map[string]int{}
	for i := range table.Len() {
		row := table.Row(i)
		var p plans.ProjectReport
		var named, dated bool
		id := row.Cell("project").Required()
		p.Project, named = id.Text()
		p.On, dated = c.Date(row.Cell("date").Required())
		p.Stage, _ = strict.CellChoice(row.Cell("stage"), plans.ParseStage, "论证", "立项", "开工", "完工", "停建")
		money := func(column string) spec.Observed[measure.Money] {
			if m, ok := row.Cell(column).Money(); ok {
				return spec.Exactly(m).Dated(p.On)
			}
			return spec.Observed[measure.Money]{}
		}
		p.Spent, p.Own, p.Above, p.Others = money("spent"), money("own_funds"), money("funds_from_above"), money("other_funds")
		if p.Stage == 0 && !p.Spent.Known() && !p.Own.Known() && !p.Above.Known() && !p.Others.Known() {
			id.Fault(FaultProjectEmpty, p.Project, spec.Textf("the row of %q says neither stage nor money", "项目 %q 的行既无阶段又无资金", spec.Shorten(p.Project)))
			continue
		}
		if named && dated && !c.Duplicate(seen, p.Project+" "+p.On.String(), id) {
			r.ProjectReports = append(r.ProjectReports, p)
		}
	}
	table.Finish()
}
