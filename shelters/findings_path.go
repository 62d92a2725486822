package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) pathFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	f.Unit = spec.Percent
	years := a.provisions.LongTerm.Years
	if !years.Known() {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan names no long-term plan", "本规划未引用中长期规划")}
		return f
	}
	f.Source = years.Source
	f.Lean(years.Source, rule.Source)
	for _, y := range a.Use.Path {
		label := spec.Textf("built at the end of %d", "%d 年末建成", y.Year)
		f.Inputs = append(f.Inputs, rangeInputs("built-"+y.Year.String(), label, countRatio(y.Built), spec.Shelters)...)
	}
	ended := a.AsOf.Year()
	if a.AsOf.Before(ended.LastDay()) {
		ended--
	}
	rate := a.Completion.Value
	if a.Completion.Judgement.Code == spec.ReasonNotInPlan {
		rate = scaled(CompletionRate(a.Network.Shelters, a.planned), 100)
	}
	linear := LinearShare(years.Value, ended)
	if linear.Known() {
		f.Inputs = append(f.Inputs,
			spec.Input{Name: "years-passed", Label: spec.T("years passed since the first one ended", "首年末以来已过年数"), Value: spec.Whole(int64(min(ended, years.Value.To()) - years.Value.From())), Unit: spec.Years},
			spec.Input{Name: "years-all", Label: spec.T("years from the end of the first to the end of the last", "首年末至末年末年数"), Value: spec.Whole(int64(years.Value.Len() - 1)), Unit: spec.Years, Source: years.Source})
		f.Inputs = append(f.Inputs, spec.Input{Name: "linear", Label: spec.Textf("a steady programme at the end of %d", "匀速建设至 %d 年末", ended),
			Value: spec.AmountOf(linear.Mul(measure.Whole(100)), 1), Unit: spec.Percent, Source: rule.Source})
	}
	f.Inputs = append(f.Inputs, known(
		input("built", spec.T("shelters built", "建成数"), countRatio(a.Network.Shelters), spec.Shelters),
		input("planned", spec.T("shelters planned", "规划数"), countRatio(a.planned), spec.Shelters))...)
	f.Actual, f.Bound = amount(rate, 1)
	if !rate.Known() || !linear.Known() {
		f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: spec.T("part of the path is not known", "部分进度未知")}
		if !f.Actual.Known() {
			f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("not known", "未知")}
		}
		f.Missing = a.needCount()
		if !a.planned.Known() {
			f.Missing = append(f.Missing, need(keyPlanned, spec.Shelters, spec.T("how many shelters does the long-term plan provide for?", "避难场所建设中长期规划共规划多少处？")))
		}
		return f
	}
	side := spec.T("behind", "落后于")
	if rate.Low.AtLeast(linear.Mul(measure.Whole(100))) {
		side = spec.T("not behind", "不落后于")
	}
	f.Verdict = spec.NotApplicable
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf("%s%% built, a steady programme would have %s%% at the end of %d: %s it; no share is set before the last year",
		"已建成 %s%%，匀速建设至 %[3]d 年末应为 %[2]s%%：%[4]s匀速；末年之前未规定比例", rate.Low.Text(1), linear.Percent(1), ended, side)}
	return f
}

func (a *Assessment) moneyFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	f.Unit = spec.WanYuan
	if a.noTable(&f) {
		return f
	}
	s := a.Use.Spent
	if s.Shelters == 0 {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("the programme has completed none", "规划期内尚无完成项目")}
		return f
	}
	f.Inputs = []spec.Input{
		{Name: "completed", Label: spec.T("built or upgraded in the programme", "规划期内新建或改造完成"), Value: spec.Whole(s.Shelters), Unit: spec.Shelters},
		{Name: "reported", Label: spec.T("shelters that report their money", "填报投入资金的场所数"), Value: spec.Whole(s.Reported), Unit: spec.Shelters},
	}
	needs := []spec.Need{need(keyTable+": money", spec.WanYuan, spec.Textf("what did %d shelters of the programme cost?", "规划期内 %d 处避难场所投入资金多少？", s.Shelters-s.Reported))}
	if !s.Mean.Known() {
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("no money is reported", "未填报投入资金")}
		f.Missing = needs
		return f
	}
	wan := measure.Whole(10_000)
	f.Inputs = append(f.Inputs, a.moneyRows()...)
	f.Inputs = append(f.Inputs, spec.Input{Name: "money", Label: spec.T("money reported", "填报投入资金"), Value: spec.AmountOf(measure.RatioOf(s.Money.Fen(), 100).Div(wan), 4), Unit: spec.WanYuan})
	f.Actual = spec.AmountOf(s.Mean.Div(wan), 2)
	f.Verdict = spec.NotApplicable
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf("mean of the %d of %d that report money", "%[2]d 处中 %[1]d 处填报资金，取其平均", s.Reported, s.Shelters)}
	if s.Reported < s.Shelters {
		f.Verdict, f.Reason.Code, f.Missing = spec.Unknown, spec.ReasonPartial, needs
	}
	return f
}

// moneyRows lists what each shelter of the programme reports to have cost.
func (a *Assessment) moneyRows() []spec.Input {
	out := make([]spec.Input, 0, a.Use.Spent.Reported+1)
	for i := range a.shelters {
		s := &a.shelters[i]
		if money, ok := s.spentIn(a.provisions, a.AsOf); ok && money.Known() {
			fen, _ := money.Value()
			out = append(out, spec.Input{Name: s.ID + ".money", Label: s.label(), Value: spec.AmountOf(measure.RatioOf(fen.Fen(), 1_000_000), 4), Unit: spec.WanYuan})
		}
	}
	return out
}
