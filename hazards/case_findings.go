package hazards

import "github.com/county-emergency/emergency/spec"

// caseFindings returns the findings of [caseRules], in their order.
func (a *Assessment) caseFindings() []spec.Finding {
	return []spec.Finding{a.changesFinding(), a.reportsFinding(), a.investigationsFinding(),
		a.balanceFinding(), a.disasterGradeFinding(), a.reliefFinding(), a.mustReportFinding()}
}

// ask makes a finding unknown for want of a table; of several that are missing
// the first is the reason.
func ask(f *spec.Finding, table string, unit spec.Unit, reason, question spec.Text) {
	if len(f.Missing) == 0 {
		decide(f, spec.Unknown, spec.ReasonNoData, reason)
	}
	f.Missing = append(f.Missing, spec.Need{Key: table, Question: question, Unit: unit, Who: emergencyBureau()})
}

// accidents begins a finding about the accidents of the period. It is false,
// and the finding unknown, where they or a table about them were not supplied.
func (a *Assessment) accidents(f *spec.Finding, table string, has bool, question spec.Text) bool {
	f.Inputs = []spec.Input{{Name: "period", Label: spec.T("period", "统计期间"), Text: a.Period.String()}}
	if !a.chosen(f, missingInGrade()) {
		return false
	}
	if a.Period.IsZero() && f.Kind == spec.DutyKind {
		decide(f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("this plan has no period whose accidents could be judged", "本规划未规定可供核查的期间"))
		return false
	}
	if !a.IncidentsKnown {
		ask(f, "incidents.csv", spec.Accidents, spec.T("the accidents of the county were not supplied", "未提供事故清单"),
			spec.T("all work accidents of the period, with deaths, missing, serious injuries and direct loss",
				"统计期间全部生产安全事故及其死亡、下落不明、重伤人数和直接经济损失"))
	}
	if !has {
		ask(f, table, spec.Accidents, spec.Textf("%s was not supplied", "未提供 %s", table), question)
	}
	return a.IncidentsKnown && has
}

// needWhole says that the years of a table are not all complete.
func needWhole(f *spec.Finding, key, table string) {
	f.Missing = append(f.Missing, spec.Need{Key: "county.yaml: complete." + key, Unit: spec.Years,
		Question: spec.Textf("the years for which %s lists everything", "%s 完整列出全部记录的年份", table), Who: emergencyBureau()})
}

// rolled rolls up verdicts of single accidents: how many kept their limits of
// how many judged.
func (a *Assessment) rolled(f *spec.Finding, t spec.Tally, kept spec.Text, en, zh string) {
	judged := t.Met + t.Unmet + t.Unknown
	f.Inputs = append(f.Inputs, rolled{tally: t, met: kept, unit: f.Unit}.counts()...)
	f.Actual, f.Required, f.Comparison = spec.Whole(t.Met), spec.Whole(judged), spec.NotBelow
	f.Gap = spec.Whole(judged - t.Met)
	if t.Unknown > 0 {
		f.Bound = spec.AtLeastBound
	}
	verdict := t.Verdict()
	if t.Total() == 0 {
		verdict = spec.NotApplicable
	}
	if !a.IncidentsWhole {
		needWhole(f, "incidents", "incidents.csv")
		verdict = spec.And(verdict, spec.Unknown)
	}
	text := spec.Textf(en+" %d of %d; %d not, %d not known", zh+"%d/%d，未做到%d，未知%d", t.Met, judged, t.Unmet, t.Unknown)
	code := spec.ReasonPartial
	switch verdict {
	case spec.Met:
		code = spec.ReasonAllMet
	case spec.Unmet:
		code = spec.ReasonSomeUnmet
	case spec.NotApplicable:
		code, f.Comparison, f.Required, f.Gap = spec.ReasonNothingToDo, 0, spec.Amount{}, spec.Amount{}
		text = spec.T("no accident of the period is due", "统计期间没有到期应核查的事故")
	}
	decide(f, verdict, code, text)
}
