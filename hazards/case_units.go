package hazards

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// String returns the mismatch in signs, as
// "resettled 100 = concentrated + dispersed 90".
func (m Mismatch) String() string {
	return m.Field + " " + bounded(m.Value, m.Bound) + " " + m.Comparison.String() + " " +
		strings.Join(m.Others, " + ") + " " + bounded(m.Against, m.AgainstBound)
}

func bounded(n spec.Amount, bound spec.Bound) string {
	switch bound {
	case spec.AtLeastBound:
		return "≥" + n.String()
	case spec.AtMostBound:
		return "≤" + n.String()
	}
	return n.String()
}

// caseUnits returns one finding for each accident and disaster behind the
// rolled-up ones, by rule, in the order of the tables.
func (a *Assessment) caseUnits() []spec.Finding {
	var out []spec.Finding
	for _, one := range a.Cases.Reports {
		f := a.unit(reportDeadline(), "incident", one.Incident)
		for _, stage := range one.Stages {
			f.Inputs = append(f.Inputs, spec.Input{Name: stage.To.String(), Label: spec.Textf("to the %s", "报至%s", stage.To), Text: stage.Verdict.String(), Words: spec.WordsOf(stage.Verdict)})
			if stage.Verdict == spec.Unknown {
				f.Missing = append(f.Missing, spec.Need{Key: "accident_reports.csv: " + one.Incident + " " + stage.To.String(), Unit: spec.Items,
					Question: spec.Textf("when the report reached the %s and when its sender was told", "报至%s的时间及报告方知悉时间", stage.To), Who: emergencyBureau()})
			}
		}
		if rule := a.provisions.Sooner; one.Sooner != spec.NotApplicable {
			f.Inputs = append(f.Inputs, spec.Input{Name: "sooner", Text: one.Sooner.String(), Source: rule.Within.Source,
				Label: spec.Textf("to the %s within %s h", "%[2]s小时内报至%[1]s", rule.To, spec.AmountOf(rule.Within.Value.Hours(), 2))})
			f.Readings = append(f.Readings, spec.Used(soonerClock(), a.choices.Of(soonerClock())))
		}
		unitVerdict(&f, one.Verdict, spec.T("every stage was in time", "各环节均按时"), spec.T("a stage was late", "有环节超时"),
			spec.T("a stage is not recorded well enough", "有环节记录不足"))
		out = append(out, f)
	}
	for _, one := range a.Cases.Investigations {
		f := a.unit(investigationRule(), "incident", one.Incident)
		f.Inputs = []spec.Input{
			{Name: "who", Label: spec.T("who investigates", "调查主体"), Text: one.Who.String(), Words: spec.WordsOf(one.Who)},
			{Name: "report", Label: spec.Textf("report by %s", "调查报告截止 %s", one.Due), Text: one.Report.String(), Words: spec.WordsOf(one.Report)},
			{Name: "reply", Label: spec.T("reply", "批复"), Text: one.Reply.String(), Words: spec.WordsOf(one.Reply)},
		}
		if !one.Recorded {
			f.Missing = append(f.Missing, spec.Need{Key: "investigations.csv: " + one.Incident, Unit: spec.Items,
				Question: spec.T("who investigated it and when", "调查主体和时间"), Who: emergencyBureau()})
		}
		unitVerdict(&f, one.Verdict, spec.T("who and when are as they must be", "主体和时限符合规定"),
			spec.T("who or when is not as it must be", "主体或时限不符合规定"), spec.T("not recorded well enough", "记录不足"))
		out = append(out, f)
	}
	for _, one := range a.Cases.Disasters {
		out = append(out, a.balanceUnit(one))
	}
	for _, one := range a.Cases.Disasters {
		if one.HasTable {
			out = append(out, a.disasterUnit(one))
		}
	}
	return out
}

func (a *Assessment) unit(rule spec.Rule, kind, id string) spec.Finding {
	f := a.finding(rule)
	f.Subject = spec.Subject{Kind: kind, ID: id}
	f.Lean(f.Source)
	return f
}

func unitVerdict(f *spec.Finding, v spec.Verdict, met, unmet, unknown spec.Text) {
	switch v {
	case spec.Met:
		decide(f, v, spec.ReasonAllMet, met)
	case spec.Unmet:
		decide(f, v, spec.ReasonSomeUnmet, unmet)
	case spec.NotApplicable:
		decide(f, v, spec.ReasonNotDue, spec.T("nothing is due yet", "尚未到期"))
	default:
		decide(f, v, spec.ReasonPartial, unknown)
	}
}

func (a *Assessment) balanceUnit(one DisasterCheck) spec.Finding {
	f := a.unit(disasterBalance(), "disaster", one.ID)
	for _, m := range one.Balance.Mismatches {
		f.Inputs = append(f.Inputs, spec.Input{Name: m.Law, Label: spec.T("mismatch", "不平衡"), Text: m.String()})
	}
	if len(one.Balance.Missing) > 0 {
		f.Missing = append(f.Missing, spec.Need{Key: "disasters.csv: " + one.ID + " " + strings.Join(one.Balance.Missing, ", "), Unit: spec.Items,
			Question: spec.T("the numbers without which the return cannot be checked", "数据平衡校验所缺的数据"), Who: emergencyBureau()})
	}
	text := spec.Textf("%d laws hold, %d are broken, %d are open", "平衡关系成立%d项，不成立%d项，待定%d项",
		len(one.Balance.Held), len(one.Balance.Mismatches), len(one.Balance.Open))
	code := spec.ReasonPartial
	switch one.Balance.Verdict() {
	case spec.Met:
		code = spec.ReasonAgrees
	case spec.Unmet:
		code = spec.ReasonDisagrees
	case spec.NotApplicable:
		code = spec.ReasonNothingToDo
	}
	decide(&f, one.Balance.Verdict(), code, text)
	return f
}

func (a *Assessment) disasterUnit(one DisasterCheck) spec.Finding {
	f := a.unit(disasterGrade(), "disaster", one.ID)
	if grade, ok := one.Grade.Settled(); ok {
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("graded %s", "定为%s", grade))
		return f
	}
	decide(&f, spec.Unknown, spec.ReasonPartial, spec.Textf("at least %s and at most %s as far as the facts are known",
		"按已知数据，最低为%s、最高为%s", one.Grade.Lowest, one.Grade.Highest))
	for _, c := range one.Deciding {
		f.Missing = append(f.Missing, spec.Need{Key: "disasters.csv: " + one.ID + " " + strings.Join(c.entry().facts, ", "),
			Question: c.entry().text, Unit: c.Unit(), Who: emergencyBureau()})
	}
	return f
}
