package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// EvaluationStatus is where an evaluation of the plan stands on a date.
type EvaluationStatus struct {
	Evaluation Evaluation
	IsDue      bool
	Last       DutyEvidence
	Verdict    spec.Verdict
}

// EvaluationStatuses returns where each evaluation stands (评估日历), in the order
// of the plan: done whenever it is on record as done, unmet once its day has
// come and the county says that it was not done or that its records are complete.
func (a Assessment) EvaluationStatuses() []EvaluationStatus {
	out := make([]EvaluationStatus, 0, len(a.provisions.Evaluations))
	for _, e := range a.provisions.Evaluations {
		s := EvaluationStatus{Evaluation: e, IsDue: !e.By.Value.IsZero() && !a.AsOf.Before(e.By.Value), Last: lastOf(a.records.Evidence, e.ID, a.AsOf)}
		complete := a.records.HasEvidence && a.records.EvidenceComplete.Contains(e.By.Value)
		switch v := s.Last.State.verdict(); {
		case v == spec.Met || v == spec.NotApplicable:
			s.Verdict = v
		case s.IsDue && (v == spec.Unmet || complete):
			s.Verdict = spec.Unmet
		}
		out = append(out, s)
	}
	return out
}

func (a *Assessment) evaluationsFinding() spec.Finding {
	f := a.finding(RuleEvaluations, spec.Source{})
	f.Unit = spec.Items
	statuses := a.EvaluationStatuses()
	if len(statuses) == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("this plan sets no evaluation", "本规划未规定评估"))
		return f
	}
	var due spec.Tally
	var open []spec.Need
	later := 0
	for _, s := range statuses {
		f.Lean(s.Evaluation.By.Source)
		f.Inputs = append(f.Inputs, spec.Input{Name: "evaluation-" + s.Evaluation.ID, Label: s.Evaluation.Title, Text: s.Evaluation.By.Value.String(), Source: s.Evaluation.By.Source})
		if !s.IsDue && s.Verdict == spec.Unknown {
			later++
			continue
		}
		due.Add(s.Verdict)
		if s.Verdict == spec.Unknown {
			open = append(open, spec.Need{Key: dutiesTable + ": " + s.Evaluation.ID,
				Question: spec.Textf("was it carried out, and when: %s", "是否已开展、何时开展：%s", s.Evaluation.Title),
				Who:      BearerNames(a.provisions.Ledger.Bearers, s.Evaluation.Bearers)})
		}
	}
	f.Inputs = append(f.Inputs,
		number("later", spec.T("evaluations not due yet", "尚未到期的评估"), later, spec.Items),
		number("waived", spec.T("evaluations that do not apply", "不适用的评估"), due.NotApplicable, spec.Items))
	f.Missing = open
	if due.Total() == 0 {
		decide(&f, spec.Unknown, spec.ReasonNotDue, spec.Textf("no evaluation is due yet; the first on %s", "尚无到期评估，首次为 %s", statuses[0].Evaluation.By.Value))
		return f
	}
	f.Inputs = append(f.Inputs,
		number("judged", spec.T("evaluations due", "到期评估"), due.Total()-due.NotApplicable, spec.Items),
		number("met", spec.T("on record as done", "有完成记录"), due.Met, spec.Items),
		number("unmet", spec.T("not done", "未完成"), due.Unmet, spec.Items),
		number("unknown", spec.T("not shown either way", "未填报"), due.Unknown, spec.Items))
	f.Actual, f.Comparison, f.Required = spec.Whole(due.Met), spec.NotBelow, spec.Whole(due.Total()-due.NotApplicable)
	f.Gap = spec.Whole(due.Total() - due.NotApplicable - due.Met)
	text := spec.Textf("%d of %d evaluations due are on record as done", "%[2]d 次到期评估中 %[1]d 次有完成记录", due.Met, due.Total()-due.NotApplicable)
	switch due.Verdict() {
	case spec.Met:
		decide(&f, spec.Met, spec.ReasonAllMet, text)
	case spec.Unmet:
		decide(&f, spec.Unmet, spec.ReasonSomeUnmet, text)
	case spec.NotApplicable:
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, text)
	default:
		f.Bound = spec.AtLeastBound
		f.Actual, f.Gap, f.Bound = nothingYet(f.Actual, f.Gap, f.Bound, due.Met)
		decide(&f, spec.Unknown, spec.ReasonNoData, text)
	}
	return f
}

func (a *Assessment) departmentsFinding() spec.Finding {
	f := a.finding(RuleDepartments, a.provisions.Ledger.Source)
	f.Unit = spec.Percent
	scores := a.DepartmentScores()
	if len(scores) == 0 {
		noLedger(&f)
		return f
	}
	floor := a.provisions.CoverageFloor
	f.Lean(floor.Source)
	f.Readings = a.Ledger.Readings
	var duties, projects spec.Tally
	given := 0
	for _, s := range scores {
		duties.Merge(s.Duties)
		projects.Merge(s.Project)
		if s.Score.Given {
			given++
		}
	}
	sum := duties
	sum.Merge(projects)
	whole := spec.ScoreOf(sum, floor.Value)
	f.Inputs = append([]spec.Input{
		number("departments", spec.T("bearers that lead in something due", "有到期事项或项目的牵头主体"), len(scores), spec.Items),
		number("given", spec.T("of these, with enough answers for a score", "其中可给出得分的主体"), given, spec.Items),
	}, scoreInputs(duties, projects, whole, floor)...)
	if whole.Given {
		f.Actual = spec.AmountOf(whole.Met, 2)
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%s %% of what is answered is met; %d of %d bearers have a score",
			"已判定部分达标 %s%%；%[3]d 个牵头主体中 %[2]d 个可给出得分", f.Actual, given, len(scores)))
		return f
	}
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("too little is answered for a score; %d of %d bearers have one",
		"已判定部分不足，不给出得分；%[2]d 个牵头主体中 %[1]d 个可给出得分", given, len(scores)))
	return f
}

// departmentUnits is one finding a lead.
func (a *Assessment) departmentUnits() []spec.Finding {
	var out []spec.Finding
	floor := a.provisions.CoverageFloor
	for _, s := range a.DepartmentScores() {
		f := a.finding(RuleDepartments, s.Bearer.Source)
		f.Title = s.Bearer.Name
		if s.Bearer.ID == "" {
			f.Title = BearerNames(nil, nil)
		}
		f.Subject = spec.Subject{Kind: "bearer", ID: s.Bearer.ID, Name: f.Title.ZH}
		f.Unit = spec.Percent
		f.Lean(floor.Source)
		f.Inputs = scoreInputs(s.Duties, s.Project, s.Score, floor)
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("met %d, unmet %d, unknown %d", "达标 %d、未达标 %d、未知 %d",
			s.Score.Tally.Met, s.Score.Tally.Unmet, s.Score.Tally.Unknown))
		if s.Score.Given {
			f.Actual = spec.AmountOf(s.Score.Met, 2)
		}
		out = append(out, f)
	}
	return out
}

// scoreInputs are the verdicts that a score is computed from, and the coverage
// that it needs.
func scoreInputs(duties, projects spec.Tally, score spec.Score, floor spec.Figure[measure.Ratio]) []spec.Input {
	met, answered := duties.Met+projects.Met, duties.Met+projects.Met+duties.Unmet+projects.Unmet
	unknown := duties.Unknown + projects.Unknown
	out := []spec.Input{
		number("duties-met", spec.T("duties met", "责任事项达标"), duties.Met, spec.Items),
		number("duties-unmet", spec.T("duties unmet", "责任事项未达标"), duties.Unmet, spec.Items),
		number("duties-unknown", spec.T("duties unknown", "责任事项未知"), duties.Unknown, spec.Items),
		number("projects-met", spec.T("projects met", "项目达标"), projects.Met, spec.Items),
		number("projects-unmet", spec.T("projects unmet", "项目未达标"), projects.Unmet, spec.Items),
		number("projects-unknown", spec.T("projects unknown", "项目未知"), projects.Unknown, spec.Items),
		number("met", spec.T("met", "达标"), met, spec.Items),
		number("answered", spec.T("answered", "已判定"), answered, spec.Items),
		number("applicable", spec.T("what applies", "适用"), answered+unknown, spec.Items),
		{Name: "coverage", Label: spec.T("answered of what applies", "已判定占适用"), Value: spec.AmountAgainst(score.Coverage, floor.Value, 2), Unit: spec.Percent},
	}
	if floor.Known() {
		out = append(out, spec.Input{Name: "floor", Label: spec.T("least coverage of a score", "得分所需最低判定率"), Value: spec.AmountOf(floor.Value, 2), Unit: spec.Percent, Source: floor.Source})
	}
	return out
}
