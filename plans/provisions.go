package plans

import (
	"strconv"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Provisions is what a five-year plan provides for projects and exercises
// (规划规定). A zero figure means that this plan does not set it.
type Provisions struct {
	Catalogues []spec.Catalogue // the plan's lists that belong to this room 名录

	Period          measure.Period             // the years of the plan
	Issued          spec.Figure[measure.Date]  // 成文日期, from the identity of the plan
	ExercisePerYear spec.Figure[measure.Count] // county comprehensive exercises in each year of the period
	Works           []Work                     // 重点工程
	WorksSource     spec.Source                // the chapter that names the works
	Projects        []Project                  // 项目库, in the order of the table
	ProjectsSource  spec.Source                // the table

	Ledger        DutyLedger
	Evaluations   []Evaluation               // 中期和终期评估
	CoverageFloor spec.Figure[measure.Ratio] // percent that must be answered before there is a score
	Contingency   ContingencyProvisions
	Drills        DrillProvisions
	Response      ResponseProvisions
}

// The codes of faults of provisions and records.
const (
	FaultProjectDuplicate = "plans.duplicate-project"
	FaultProjectWork      = "plans.unknown-work"
	FaultProjectTiming    = "plans.two-timings"
	FaultWorkDuplicate    = "plans.duplicate-work"
	FaultDrillDuplicate   = "plans.duplicate-drill"
	FaultDrillDate        = "plans.drill-without-date"
	FaultDrillKind        = "plans.drill-without-kind"
)

// Validate returns every fault of the provisions: a work or a project that
// stands twice, a project of no listed work, a project with a start and a
// span. It is nil where there is none.
func (p Provisions) Validate() error {
	var faults spec.Faults
	works := map[string]bool{}
	for i, w := range p.Works {
		if works[w.ID] {
			faults.Add(fault("works", i, FaultWorkDuplicate, w.ID, "the work %q stands twice", "重点工程 %q 重复"))
		}
		works[w.ID] = true
	}
	projects := map[string]bool{}
	for i, row := range p.Projects {
		if projects[row.ID] {
			faults.Add(fault("projects", i, FaultProjectDuplicate, row.ID, "the project %q stands twice", "项目 %q 重复"))
		}
		projects[row.ID] = true
		if !works[row.Work] {
			faults.Add(fault("projects", i, FaultProjectWork, row.Work, "there is no work %q", "没有重点工程 %q"))
		}
		if !row.Start.IsZero() && !row.Span.IsZero() {
			faults.Add(fault("projects", i, FaultProjectTiming, row.ID, "the project %q has a start and a span", "项目 %q 既有启动年份又有建设年限"))
		}
	}
	return faults.Err()
}

func fault(list string, i int, code, value, en, zh string) spec.Fault {
	return spec.Fault{Path: list + "[" + strconv.Itoa(i) + "]", Code: code, Value: value, Message: spec.Textf(en, zh, spec.Shorten(value))}
}
