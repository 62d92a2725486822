package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Assessment is what this room says of a county: the typed results. The words
// are made by [Assessment.Findings].
type Assessment struct {
	Subject spec.Subject
	AsOf    measure.Date

	Budget    Budget
	Works     []WorkBudget
	Orphans   []string // projects that name no listed work
	BudgetErr error    // the amounts cannot be added; then all money above is empty

	Exercises ExerciseRecord

	Ledger LedgerStatus
	Stages []ProjectStatus // one a project, in the order of the table

	Contingency ContingencyAssessment
	Drills      DrillAssessment
	Response    ResponseAssessment

	provisions Provisions
	records    Records
	choices    spec.Choices
}

// Assess computes this room's results for a county as of a date. Exercises
// held later are not read; a year is due when its last day has come, and an
// unset date takes every year as due. It changes neither provisions nor
// records.
func Assess(p Provisions, r Records, asOf measure.Date, choices spec.Choices) Assessment {
	a := Assessment{Subject: r.Subject, AsOf: asOf, Exercises: exercises(p, r, asOf, choices), provisions: p, records: r}
	a.Ledger = p.Ledger.Status(p, r, asOf, choices)
	a.Stages = make([]ProjectStatus, 0, len(p.Projects))
	for _, row := range p.Projects {
		a.Stages = append(a.Stages, StatusOf(row, r.ProjectReports, asOf))
	}
	a.choices = choices
	a.Contingency = assessContingency(p.Contingency, r, asOf)
	a.Drills = assessDrills(p, r, asOf, choices)
	a.Response = assessResponses(p, r, asOf, choices)
	a.Budget, a.BudgetErr = BudgetOf(p.Projects)
	if a.BudgetErr != nil {
		return a
	}
	// What adds up as a whole adds up by work: no further error can arise.
	a.Works, a.Orphans, _ = ByWork(p.Works, p.Projects)
	return a
}
