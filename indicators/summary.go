package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// start begins a finding from its rule.
func (a *Assessment) start(id string) spec.Finding {
	rule := summaryRule(id)
	return spec.Finding{Rule: rule.ID, Kind: rule.Kind, Title: rule.Title, Subject: a.Subject, Source: rule.Source}
}

// figured gives a number that nothing judges.
func figured(f *spec.Finding, n measure.Ratio, places int, unit spec.Unit, text spec.Text) {
	f.Verdict, f.Actual, f.Unit = spec.NotApplicable, spec.AmountOf(n, places), unit
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: text}
}

func unset(f *spec.Finding, text spec.Text) {
	f.Verdict, f.Reason = spec.NotApplicable, spec.Reason{Code: spec.ReasonNotInPlan, Text: text}
}

func number(name string, label spec.Text, n int) spec.Input {
	return spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: spec.Items}
}

// Score counts the verdicts of the plan's targets that are judged here, all of
// them and apart those that bind (综合达标情况).
func (a Assessment) Score() (all, binding spec.Score) {
	var both, firm spec.Tally
	for i := range a.Indicators {
		v := a.Indicators[i].Judgement.Verdict
		both.Add(v)
		if a.Indicators[i].Indicator.Target.Nature == spec.Binding {
			firm.Add(v)
		}
	}
	floor := a.provisions.CoverageFloor.Value
	return spec.ScoreOf(both, floor), spec.ScoreOf(firm, floor)
}

func (a *Assessment) attainmentFinding() spec.Finding {
	f := a.start(ruleAttainment)
	all, binding := a.Score()
	floor := a.provisions.CoverageFloor
	tally := all.Tally
	f.Unit = spec.Percent
	f.Inputs = []spec.Input{
		number("met", spec.T("targets met", "达标指标"), tally.Met), number("unmet", spec.T("targets unmet", "未达标指标"), tally.Unmet),
		number("unknown", spec.T("targets not known", "情况未知的指标"), tally.Unknown), number("not-applicable", spec.T("targets that do not apply", "不适用的指标"), tally.NotApplicable),
		number("binding-met", spec.T("binding targets met", "约束性指标达标"), binding.Tally.Met), number("binding", spec.T("binding targets", "约束性指标"), binding.Tally.Total()),
	}
	if floor.Known() {
		f.Inputs = append(f.Inputs, spec.Input{Name: "coverage-floor", Label: spec.T("least share answered", "最低答复率"),
			Value: spec.AmountOf(floor.Value, 2), Unit: spec.Percent, Source: floor.Source})
		f.Lean(floor.Source)
	}
	counts := spec.Textf("%d met, %d unmet, %d unknown, %d not applicable", "达标%d项，未达标%d项，未知%d项，不适用%d项",
		tally.Met, tally.Unmet, tally.Unknown, tally.NotApplicable)
	switch {
	case tally.Total() == 0:
		unset(&f, spec.T("this plan sets no target that is judged here", "本规划未设此类目标"))
	case tally.Total() == tally.NotApplicable:
		f.Verdict, f.Reason = spec.NotApplicable, spec.Reason{Code: spec.ReasonNothingToDo, Text: counts}
	case all.Given:
		figured(&f, all.Met, 1, spec.Percent, spec.Textf("%s %% of the answered targets: %s", "已答复指标达标率%s%%：%s", spec.AmountOf(all.Met, 1), counts))
	default:
		f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: spec.Textf("no score: %s %% of the targets are answered, %s %% are needed; %s",
			"不计得分：已答复%s%%，至少须%s%%；%s", spec.AmountOf(all.Coverage, 1), spec.AmountOf(floor.Value, 2), counts)}
		f.Missing = []spec.Need{{Key: tableYears + ": years", Who: bySafety(),
			Question: spec.T("the yearly figures that the unknown targets ask for", "未知指标所需的年度数据")}}
	}
	return f
}

func (a *Assessment) midTermFinding() spec.Finding {
	f := a.start(ruleMidTerm)
	f.Unit = spec.Items
	if len(a.Indicators) == 0 {
		unset(&f, spec.T("this plan sets no target that is judged here", "本规划未设此类目标"))
		return f
	}
	f.Readings = []string{a.path()}
	f.Lean(f.Source, a.provisions.MidTerm.Source)
	if a.badPath() {
		f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("the reading has no such option: %s", "该解读没有此选项：%s", a.path())}
		return f
	}
	var tally spec.Tally
	var year measure.Year
	open := 0
	for _, m := range a.MidTerms() {
		v := m.verdict()
		tally.Add(v)
		if m.Year == 0 {
			continue
		}
		year = m.Year
		e := &m.Evaluation
		f.Inputs = append(f.Inputs, spec.Input{Name: e.Indicator.Target.ID, Label: e.Indicator.Target.Title, Text: v.String(), Words: spec.WordsOf(v)})
		if v == spec.Unknown && len(e.Missing) == 0 {
			open++
		}
		for _, missing := range e.Missing {
			f.Missing = append(f.Missing, missing.need(e.Indicator))
		}
		f.Lean(e.Weak...)
		f.Lean(e.Indicator.Target.Source)
	}
	f.Missing = once(f.Missing)
	f.Verdict = tally.Verdict()
	f.Inputs = append(f.Inputs, number("on-track", spec.T("targets on track", "按进度的目标"), tally.Met),
		number("off-track", spec.T("targets off track", "落后的目标"), tally.Unmet), number("open", spec.T("targets not known", "情况未知的目标"), tally.Unknown))
	text := spec.Textf("by the end of %s: %d on track, %d off track, %d unknown, %d not judged then", "截至%s年末：按进度%d项，落后%d项，未知%d项，不判定%d项",
		year, tally.Met, tally.Unmet, tally.Unknown, tally.NotApplicable)
	code := spec.ReasonAllMet
	switch f.Verdict {
	case spec.NotApplicable:
		code, text = spec.ReasonNothingToDo, spec.T("no target is about the mid-term year", "没有涉及中期年份的目标")
	case spec.Unmet:
		code = spec.ReasonSomeUnmet
	case spec.Unknown:
		code = spec.ReasonPartial
		if open == tally.Unknown || tally.Met+tally.Unmet == 0 && !a.finishedMid(year) {
			code = spec.ReasonNotDue
		}
	}
	if f.Verdict != spec.NotApplicable {
		f.Actual, f.Comparison, f.Required = spec.Whole(tally.Met), spec.Equals, spec.Whole(tally.Total()-tally.NotApplicable)
		f.Gap = spec.Whole(tally.Total() - tally.NotApplicable - tally.Met)
	}
	if f.Verdict == spec.Unknown && tally.Met == 0 {
		f.Actual = spec.Amount{} // nothing known is not 0
		f.Gap = spec.Amount{}
	}
	f.Reason = spec.Reason{Code: code, Text: text}
	return f
}

func (a *Assessment) finishedMid(y measure.Year) bool { return !a.AsOf.Before(y.LastDay()) }

// verdict is what the milestone says; a target that is not about the mid-term
// is not applicable.
func (m *MidTerm) verdict() spec.Verdict {
	if m.Year == 0 {
		return spec.NotApplicable
	}
	return m.Evaluation.Judgement.Verdict
}

// once leaves out needs that stand already.
func once(needs []spec.Need) []spec.Need {
	var out []spec.Need
	seen := map[string]bool{}
	for _, n := range needs {
		if !seen[n.Key] {
			seen[n.Key] = true
			out = append(out, n)
		}
	}
	return out
}

// UnitFindings returns what the findings on all targets roll up: for each
// target its milestone and whether it is kept (中期逐项结论), and each stated figure
// that the tables count as well.
func (a Assessment) UnitFindings() []spec.Finding {
	var out []spec.Finding
	rule := summaryRule(ruleMidTerm)
	for _, m := range a.MidTerms() {
		if m.Year == 0 {
			continue
		}
		f := m.Evaluation.finding(a.Subject, a.AsOf)
		f.Rule, f.Kind, f.Binding = rule.ID, rule.Kind, false
		f.Title = spec.Textf("by the mid-term %s: %s", "中期（%s年）：%s", m.Year, f.Title)
		f.Readings = append(append([]string(nil), f.Readings...), a.path())
		f.Lean(rule.Source)
		if m.Evaluation.Judgement.Code == spec.ReasonUnknownBase {
			f.Reason.Text = join(spec.T("the milestone lies between a base that is not known and the limit", "基数未知，无法确定阶段目标值"), m.Evaluation.missingText())
		}
		out = append(out, f)
	}
	return append(out, a.contradictionUnits()...)
}
