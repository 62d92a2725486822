package plans

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ReasonUnusable is the code of a reason: the amounts of the project table
// cannot be added.
const ReasonUnusable = "unusable-amounts"

// Findings returns the findings in the order of [Rules].
func (a Assessment) Findings() []spec.Finding {
	return slices.Concat([]spec.Finding{a.largestFinding(), a.worksFinding(), a.exerciseFinding()},
		a.contingencyFindings(), a.drillFindings(), a.responseFindings(), a.dutyFindings(), a.projectFindings())
}

// finding begins the finding of a rule; the plan's own source goes before that
// of the rule.
func (a *Assessment) finding(id string, source spec.Source) spec.Finding {
	rule := ruleOf(id)
	if source.IsZero() {
		source = rule.Source
	}
	f := spec.Finding{Rule: rule.ID, Kind: rule.Kind, Title: rule.Title, Subject: a.Subject, Source: source}
	f.Lean(source)
	return f
}

func (a *Assessment) largestFinding() spec.Finding {
	f := a.finding(RuleLargestProject, a.provisions.ProjectsSource)
	f.Unit, f.Verdict = spec.Percent, spec.NotApplicable
	if len(a.provisions.Projects) == 0 {
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan has no project table", "本规划没有项目库")}
		return f
	}
	if a.BudgetErr != nil {
		f.Verdict = spec.Unknown
		f.Reason = spec.Reason{Code: ReasonUnusable, Text: spec.Textf("the amounts cannot be added: %s", "建设资金无法相加：%s", a.BudgetErr.Error())}
		return f
	}
	for i := range a.provisions.Projects {
		f.Lean(a.provisions.Projects[i].Source)
	}
	largest, ok := Largest(a.provisions.Projects)
	priced, _ := a.Budget.Total.Low()
	if !ok || priced.IsZero() {
		f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.T("no row has an exact amount above zero", "没有一行列有大于零的确切资金")}
		return f
	}
	most, _ := largest.Money.Value()
	if !largest.Source.IsZero() {
		f.Source = largest.Source
	}
	f.Actual = percent(measure.RatioOf(most.Fen(), priced.Fen()))
	if a.Budget.Unpriced() > 0 {
		f.Bound = spec.AtMostBound // of this project: an amount still to come only makes the whole greater
	}
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf(
		"project %s takes %s%% of the known money; no standard judges it", "项目 %s 占已列资金的 %s%%；无判定标准", largest.ID, f.Actual)}
	rest := measure.Fen(priced.Fen() - most.Fen()) // one of several terms that are not negative is not above their sum
	f.Inputs = make([]spec.Input, 0, len(a.provisions.Projects)+6)
	for i := range a.provisions.Projects {
		p := &a.provisions.Projects[i]
		if money, known := p.Money.Value(); known {
			f.Inputs = append(f.Inputs, spec.Input{Name: "project-" + p.ID + ".money", Label: p.Name, Value: wan(money), Unit: spec.WanYuan, Source: p.Source})
		}
	}
	f.Inputs = append(f.Inputs, []spec.Input{
		{Name: "largest", Label: spec.T("largest project", "最大项目"), Text: largest.ID},
		{Name: "largest_money", Label: spec.T("money of the largest project", "最大项目建设资金"), Value: wan(most), Unit: spec.WanYuan},
		{Name: "known_money", Label: spec.T("known money of all rows", "已列资金合计"), Value: wan(priced), Unit: spec.WanYuan},
		{Name: "rest_money", Label: spec.T("all other rows", "其余各行"), Value: wan(rest), Unit: spec.WanYuan},
	}...)
	if n := int64(a.provisions.Period.Len()); n > 0 {
		f.Inputs = append(f.Inputs, number("years", spec.T("years of the period", "规划期年数"), n, spec.Years),
			spec.Input{Name: "rest_money_per_year", Label: spec.T("all other rows a year", "其余各行年均"),
				Value: spec.AmountOf(wan(rest).Exact().Div(measure.Whole(n)), 6), Unit: spec.WanYuan})
	}
	return f
}

func (a *Assessment) worksFinding() spec.Finding {
	f := a.finding(RuleWorks, a.provisions.WorksSource)
	f.Unit, f.Verdict = spec.Units, spec.NotApplicable
	works := a.provisions.Works
	if len(works) == 0 {
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan names no works", "本规划没有重点工程")}
		return f
	}
	if a.BudgetErr != nil {
		f.Verdict = spec.Unknown
		f.Reason = spec.Reason{Code: ReasonUnusable, Text: spec.Textf("the amounts cannot be added: %s", "建设资金无法相加：%s", a.BudgetErr.Error())}
		return f
	}
	f.Inputs = []spec.Input{{Name: "works", Label: spec.T("works", "重点工程数"), Value: spec.Whole(int64(len(works))), Unit: spec.Units}}
	var with int64
	var without []string
	for _, row := range a.Works {
		f.Lean(row.Work.Source)
		f.Inputs = append(f.Inputs, spec.Input{Name: "work-" + row.Work.ID + ".rows",
			Label: spec.Textf("rows: %s", "项目行数：%s", row.Work.Name),
			Value: spec.Whole(row.Budget.Projects), Unit: spec.Projects})
		if row.Budget.Projects > 0 {
			with++
			continue
		}
		without = append(without, row.Work.ID)
	}
	f.Actual = spec.Whole(with)
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf(
		"works with a row in the project table: %d of %d; no standard judges it", "在项目库中有对应行的重点工程：%d / %d；无判定标准", with, len(works))}
	for _, list := range []struct {
		name  string
		label spec.Text
		ids   []string
	}{
		{"works_without_project", spec.T("works without a row", "没有对应行的重点工程"), without},
		{"projects_without_work", spec.T("rows of no listed work", "不属于所列重点工程的行"), a.Orphans},
	} {
		if len(list.ids) > 0 {
			f.Inputs = append(f.Inputs, spec.Input{Name: list.name, Label: list.label, Text: strings.Join(list.ids, ", ")})
		}
	}
	return f
}
