package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// Evaluation is what the mid-term or the final evaluation of a plan asks for
// (规划评估): the calendar, and targets, duties and projects by the department
// that leads in them.
type Evaluation struct {
	AsOf        measure.Date
	Calendar    []plans.EvaluationStatus
	Floor       spec.Figure[measure.Ratio] // percent that must be answered before there is a score
	Departments []DepartmentEvaluation     // in the order of the plan's bearers; what nobody is named for comes last
	Total       DepartmentEvaluation       // of all departments; its bearer is unset
}

// DepartmentEvaluation is one department in an evaluation (部门评估). Each target,
// duty and project counts for the department that leads.
type DepartmentEvaluation struct {
	Bearer   plans.Bearer
	Targets  spec.Tally // numeric targets, by the verdict that their rule gives
	Duties   spec.Tally // duties that have come due or always hold, the targets apart
	Projects spec.Tally
	Score    spec.Score
	Unmet    []spec.Text // what is unmet, targets first
}

// Evaluation gathers the report for the evaluation of the plan by department
// (规划评估). A target counts with the verdict of the rule that carries its clause,
// which the figures decide, not with what its department says of it; a target
// that no rule judges counts among the duties. What is not due yet does not
// count. A score stands only where enough is answered.
func (r *Report) Evaluation() Evaluation {
	ledger := r.plan.plans.Ledger
	out := Evaluation{AsOf: r.asOf, Calendar: r.ledger.EvaluationStatuses(), Floor: r.plan.plans.CoverageFloor}
	judged := r.targetVerdicts()
	at := map[string]int{}
	all := make([]DepartmentEvaluation, len(ledger.Bearers)+1)
	for i, b := range ledger.Bearers {
		all[i].Bearer, at[b.ID] = b, i
	}
	place := func(id string) *DepartmentEvaluation {
		if i, ok := at[id]; ok {
			return &all[i]
		}
		return &all[len(all)-1]
	}
	for _, s := range r.ledger.Ledger.Duties {
		d := place(s.Duty.Lead())
		verdict, isTarget := judged[s.Duty.ID]
		switch {
		case isTarget:
			d.Targets.Add(verdict)
		case s.NotDue || s.NoInterval:
			continue
		default:
			verdict = s.Verdict
			d.Duties.Add(verdict)
		}
		if verdict == spec.Unmet {
			d.Unmet = append(d.Unmet, s.Duty.Action)
		}
	}
	for _, s := range r.ledger.Stages {
		lead, _ := plans.BearerNamed(ledger.Bearers, s.Project.Lead.ZH)
		d := place(lead.ID)
		d.Projects.Add(s.Verdict)
		if s.Verdict == spec.Unmet {
			d.Unmet = append(d.Unmet, s.Project.Name)
		}
	}
	for _, d := range all {
		d.score(out.Floor.Value)
		if d.Score.Tally.Total() == 0 {
			continue
		}
		out.Departments = append(out.Departments, d)
		out.Total.Targets.Merge(d.Targets)
		out.Total.Duties.Merge(d.Duties)
		out.Total.Projects.Merge(d.Projects)
		out.Total.Unmet = append(out.Total.Unmet, d.Unmet...)
	}
	out.Total.score(out.Floor.Value)
	return out
}

func (d *DepartmentEvaluation) score(floor measure.Ratio) {
	sum := d.Targets
	sum.Merge(d.Duties)
	sum.Merge(d.Projects)
	d.Score = spec.ScoreOf(sum, floor)
}

// targetVerdicts returns the verdict of each clause of the ledger that a target
// of the plan stands for, by the id of the duty.
func (r *Report) targetVerdicts() map[string]spec.Verdict {
	byRule := map[string]spec.Verdict{}
	for _, f := range r.findings {
		if f.Kind != spec.TargetKind {
			continue
		}
		if before, seen := byRule[f.Rule]; seen {
			byRule[f.Rule] = spec.And(before, f.Verdict)
			continue
		}
		byRule[f.Rule] = f.Verdict
	}
	byClause := map[string]spec.Verdict{}
	for _, rule := range Rules() {
		verdict, ok := byRule[rule.ID]
		if !ok {
			continue
		}
		for _, id := range rule.Carries {
			both := verdict
			if before, seen := byClause[id]; seen {
				both = spec.And(before, verdict)
			}
			byClause[id] = both
		}
	}
	out := map[string]spec.Verdict{}
	for _, d := range r.plan.plans.Ledger.Duties {
		if d.Entry != plans.TargetClause {
			continue
		}
		for _, id := range d.Carries {
			if v, ok := byClause[id]; ok {
				out[d.ID] = v
			}
		}
		for _, f := range r.findings { // another plan's targets go by its own ids
			if f.Kind == spec.TargetKind && f.Target != "" && f.Target == d.ID {
				out[d.ID] = f.Verdict
			}
		}
	}
	return out
}
