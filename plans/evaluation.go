package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Evaluation is one of the evaluations of a plan: the mid-term or the final one
// (规划评估).
type Evaluation struct {
	ID      string
	Title   spec.Text
	By      spec.Figure[measure.Date] // by when; a plan that gives no date has one of ours, and says so
	Bearers []string                  // who carries it out
	Carries []string
}

// Bears reports whether a bearer carries the evaluation out.
func (e Evaluation) Bears(bearer string) bool { return slices.Contains(e.Bearers, bearer) }

// DepartmentScore is one line of an evaluation: what a bearer answers for and
// how it stands (部门评估).
type DepartmentScore struct {
	Bearer  Bearer // the zero Bearer: clauses that name nobody
	Duties  spec.Tally
	Project spec.Tally
	Score   spec.Score
}

// DepartmentScores divides duties and projects by who leads, in the order of
// the bearers (分部门评估). What has no lead comes last. A duty that is not due
// yet, or that has no interval, is not counted: it cannot be failed.
func (a Assessment) DepartmentScores() []DepartmentScore {
	bearers := a.provisions.Ledger.Bearers
	out := make([]DepartmentScore, len(bearers)+1)
	at := map[string]int{}
	for i, b := range bearers {
		out[i].Bearer, at[b.ID] = b, i
	}
	place := func(id string) int {
		if i, ok := at[id]; ok {
			return i
		}
		return len(bearers)
	}
	for i := range a.Ledger.Duties {
		d := &a.Ledger.Duties[i]
		if !d.NotDue && !d.NoInterval {
			out[place(d.Duty.Lead())].Duties.Add(d.Verdict)
		}
	}
	for _, s := range a.Stages {
		lead, _ := BearerNamed(bearers, s.Project.Lead.ZH)
		out[place(lead.ID)].Project.Add(s.Verdict)
	}
	out = slices.DeleteFunc(out, func(s DepartmentScore) bool { return s.Duties.Total()+s.Project.Total() == 0 })
	for i := range out {
		sum := out[i].Duties
		sum.Merge(out[i].Project)
		out[i].Score = spec.ScoreOf(sum, a.provisions.CoverageFloor.Value)
	}
	return out
}
