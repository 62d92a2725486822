package hazards

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

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

func (a *Assessment) changesFinding() spec.Finding {
	f := a.finding(casualtyChanges())
	f.Unit = spec.Items
	if !a.accidents(&f, "casualties.csv", a.records.HasCasualties,
		spec.T("every change of casualties after the first report, with its date; an empty table says there was none",
			"首次报告后每次伤亡变化及其日期；空表表示没有变化")) {
		return f
	}
	c := a.Cases.Changes
	f.Actual = spec.Whole(int64(c.Inside + c.Late))
	for _, in := range []struct {
		name  string
		label spec.Text
		n     measure.Count
	}{
		{"inside", spec.T("inside the window", "期限内"), c.Inside},
		{"late", spec.T("after the window", "期限后"), c.Late},
		{"raised", spec.T("accidents whose grade rose", "等级上升的事故"), c.Raised},
	} {
		f.Inputs = append(f.Inputs, spec.Input{Name: in.name, Label: in.label, Value: spec.Whole(int64(in.n)), Source: f.Source})
	}
	if !a.IncidentsWhole {
		f.Bound = spec.AtLeastBound
		needWhole(&f, "incidents", "incidents.csv")
	}
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf(
		"changes inside the window, which count: %d; after it, which do not: %d; accidents whose grade rose: %d",
		"期限内变化%d次（计入定级），期限后%d次（不计入）；%d起事故等级上升", c.Inside, c.Late, c.Raised))
	return f
}

// rolled rolls up verdicts of single accidents: how many kept their limits of
// how many judged.
func (a *Assessment) rolled(f *spec.Finding, t spec.Tally, en, zh string) {
	judged := t.Met + t.Unmet + t.Unknown
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

func (a *Assessment) reportsFinding() spec.Finding {
	f := a.finding(reportDeadline())
	f.Unit = spec.Items
	question := spec.T("each stage of the report of each accident: who was told, when the sender was told and when it reported",
		"每起事故逐级上报的接收层级、知悉时间和上报时间")
	if !a.accidents(&f, "accident_reports.csv", a.records.HasReports, question) {
		return f
	}
	var t, sooner spec.Tally
	for _, one := range a.Cases.Reports {
		for _, stage := range one.Stages {
			t.Add(stage.Verdict)
		}
		if one.Sooner != spec.NotApplicable {
			t.Add(one.Sooner)
			sooner.Add(one.Sooner)
		}
	}
	if rule := a.provisions.Sooner; !rule.IsZero() {
		if !a.chosen(&f, soonerClock()) {
			return f
		}
		f.Inputs = append(f.Inputs,
			spec.Input{Name: "sooner-within", Label: spec.Textf("%s and above to the %s within", "%s以上报至%s时限", rule.From, rule.To),
				Value: spec.AmountOf(rule.Within.Value.Hours(), 2), Unit: spec.Hours, Source: rule.Within.Source},
			spec.Input{Name: "sooner-kept", Label: spec.T("of these in time", "其中按时"), Value: spec.Whole(sooner.Met), Unit: spec.Accidents},
			spec.Input{Name: "sooner-judged", Label: spec.T("accidents under that rule", "适用该规定的事故"), Value: spec.Whole(sooner.Total()), Unit: spec.Accidents})
		f.Lean(rule.Within.Source)
	}
	if t.Unknown > 0 {
		f.Missing = append(f.Missing, spec.Need{Key: "accident_reports.csv", Question: question, Unit: spec.Accidents, Who: emergencyBureau()})
	}
	a.rolled(&f, t, "stages reported in time:", "按时上报环节")
	return f
}

func (a *Assessment) investigationsFinding() spec.Finding {
	f := a.finding(investigationRule())
	f.Unit = spec.Accidents
	question := spec.T("who investigated each accident, when the report was handed in and when the government replied",
		"每起事故的调查主体、调查报告提交日期和批复日期")
	if !a.accidents(&f, "investigations.csv", a.records.HasInvestigations, question) {
		return f
	}
	var t spec.Tally
	for _, one := range a.Cases.Investigations {
		t.Add(one.Verdict)
	}
	if t.Unknown > 0 {
		f.Missing = append(f.Missing, spec.Need{Key: "investigations.csv", Question: question, Unit: spec.Accidents, Who: emergencyBureau()})
	}
	a.rolled(&f, t, "accidents investigated by whom and when they must:", "调查主体和时限符合规定的事故")
	return f
}

// disasters begins a finding about the disasters of the period. It is false,
// and the finding unknown, where they were not supplied.
func (a *Assessment) disasters(f *spec.Finding) bool {
	f.Unit = spec.Items
	f.Inputs = []spec.Input{{Name: "period", Label: spec.T("period", "统计期间"), Text: a.Period.String()}}
	if !a.Cases.DisastersKnown {
		ask(f, "disasters.csv", spec.Items, spec.T("the disasters of the county were not supplied", "未提供灾害清单"),
			spec.T("all natural disasters of the period, with people, houses, crops and losses as the national return has them",
				"统计期间全部自然灾害及其人口、房屋、农作物和损失数据（国家灾情报表口径）"))
		return false
	}
	if !a.Cases.DisastersWhole {
		needWhole(f, "disasters", "disasters.csv")
	}
	return true
}

func (a *Assessment) balanceFinding() spec.Finding {
	f := a.finding(disasterBalance())
	f.Lean(f.Source)
	if !a.disasters(&f) {
		return f
	}
	var t spec.Tally
	var lacking []string
	broken := 0
	for _, one := range a.Cases.Disasters {
		t.Add(one.Balance.Verdict())
		broken += len(one.Balance.Mismatches)
		for _, name := range one.Balance.Missing {
			lacking = appendOnce(lacking, name)
		}
		for _, m := range one.Balance.Mismatches {
			f.Inputs = append(f.Inputs, spec.Input{Name: one.ID + " " + m.Law, Label: spec.T("mismatch", "不平衡"), Text: m.String()})
		}
	}
	judged := t.Met + t.Unmet + t.Unknown
	f.Actual, f.Required, f.Comparison, f.Gap = spec.Whole(t.Met), spec.Whole(judged), spec.Equals, spec.Whole(judged-t.Met)
	if len(lacking) > 0 {
		f.Bound = spec.AtLeastBound
		f.Missing = append(f.Missing, spec.Need{Key: "disasters.csv: " + strings.Join(lacking, ", "), Unit: spec.Items, Who: emergencyBureau(),
			Question: spec.T("the numbers without which the return cannot be checked", "数据平衡校验所缺的数据")})
	}
	text := spec.Textf("%d of %d returns agree; mismatches: %d, told and not repaired", "报表平衡%d/%d，不平衡%d处；只报告，不修正", t.Met, judged, broken)
	switch t.Verdict() {
	case spec.Met:
		decide(&f, spec.Met, spec.ReasonAgrees, text)
	case spec.Unmet:
		decide(&f, spec.Unmet, spec.ReasonDisagrees, text)
	default:
		decide(&f, spec.Unknown, spec.ReasonPartial, text)
	}
	if judged == 0 {
		f.Comparison, f.Required, f.Gap = 0, spec.Amount{}, spec.Amount{}
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("there is no disaster whose return has numbers to compare", "没有可供校验的灾情报表"))
	}
	return f
}

func (a *Assessment) disasterGradeFinding() spec.Finding {
	f := a.finding(disasterGrade())
	if !a.disasters(&f) {
		return f
	}
	var graded, open, without int64
	var certain [Extraordinary + 1]int64
	var lacking []string
	for _, one := range a.Cases.Disasters {
		step, settled := one.Grade.Settled()
		switch {
		case !one.HasTable:
			without++
		case settled:
			graded++
			certain[step]++
		default:
			open++
			for _, c := range one.Deciding {
				for _, name := range c.entry().facts {
					lacking = appendOnce(lacking, name)
				}
			}
		}
	}
	f.Actual = spec.Whole(int64(len(a.Cases.Disasters)))
	if !a.Cases.DisastersWhole {
		f.Bound = spec.AtLeastBound
	}
	for _, g := range Grades() {
		f.Inputs = append(f.Inputs, spec.Input{Name: g.String(), Label: spec.Textf("graded %s", "定为%s", g), Value: spec.Whole(certain[g])})
	}
	f.Inputs = append(f.Inputs,
		spec.Input{Name: "unsettled", Label: spec.T("not graded yet", "尚不能定级"), Value: spec.Whole(open)},
		spec.Input{Name: "no-table", Label: spec.T("hazards without a published table", "无公布分级标准的灾种"), Value: spec.Whole(without)})
	if len(lacking) > 0 {
		f.Missing = append(f.Missing, spec.Need{Key: "disasters.csv: " + strings.Join(lacking, ", "), Unit: spec.Items, Who: emergencyBureau(),
			Question: spec.T("the facts that are empty and may raise the grade of a disaster", "空缺且可能影响灾害定级的数据")})
	}
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf(
		"disasters: %d; graded: %d; not graded yet: %d; of hazards without a published table of damage: %d",
		"自然灾害%d起：已定级%d起，尚不能定级%d起，灾种无公布灾情分级标准%d起", len(a.Cases.Disasters), graded, open, without))
	return f
}

func (a *Assessment) reliefFinding() spec.Finding {
	f := a.finding(reliefResponse())
	if a.provisions.Relief.IsZero() {
		ask(&f, "plan hazards.yaml: relief_response", spec.Items,
			spec.T("the thresholds of the county's own relief plan are not known", "本县自然灾害救助应急预案的启动条件未知"),
			spec.T("the thresholds at which the county's relief plan opens each level", "本县自然灾害救助应急预案各级响应的启动条件"))
		return f
	}
	if !a.disasters(&f) {
		return f
	}
	for _, row := range a.provisions.Relief.Rows() {
		f.Lean(row.Source)
		f.Source = row.Source
	}
	var reached, open int64
	var level [ResponseI + 1]int64
	national := int64(0)
	for _, one := range a.Cases.Disasters {
		step, settled := one.Relief.Settled()
		switch {
		case !settled:
			open++
		case step > 0:
			reached++
			level[step]++
		}
		if one.National.Lowest > 0 {
			national++
		}
	}
	f.Actual = spec.Whole(reached)
	if open > 0 || !a.Cases.DisastersWhole {
		f.Bound = spec.AtLeastBound
	}
	for _, r := range Responses() {
		f.Inputs = append(f.Inputs, spec.Input{Name: r.String(), Label: spec.Textf("reached %s", "达到%s", r), Value: spec.Whole(level[r])})
	}
	f.Inputs = append(f.Inputs,
		spec.Input{Name: "open", Label: spec.T("level not known", "级别未知"), Value: spec.Whole(open)},
		spec.Input{Name: "national", Label: spec.T("reached a national level by this county alone", "仅本县即达到国家级响应条件"), Value: spec.Whole(national)})
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf(
		"%d of %d disasters reached a level; not known: %d", "%d/%d 起灾害达到响应级别，%d 起未知", reached, len(a.Cases.Disasters), open))
	return f
}

func (a *Assessment) mustReportFinding() spec.Finding {
	f := a.finding(mustReport())
	if !a.disasters(&f) {
		return f
	}
	var t spec.Tally
	for _, one := range a.Cases.Disasters {
		t.Add(one.MustReport)
	}
	for _, one := range DisasterTriggers(&Facts{}) {
		f.Lean(one.Trigger.Source)
	}
	f.Actual = spec.Whole(t.Met)
	if t.Unknown > 0 || !a.Cases.DisastersWhole {
		f.Bound = spec.AtLeastBound
	}
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf(
		"must be reported: %d; need not: %d; the return does not say: %d", "必须专报或直报%d起，不需要%d起，报表不足以判断%d起", t.Met, t.Unmet, t.Unknown))
	return f
}
