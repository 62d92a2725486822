package hazards

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// disasters begins a finding about the disasters of the period. It is false,
// and the finding unknown, where they were not supplied.
func (a *Assessment) disasters(f *spec.Finding) bool {
	f.Unit = spec.Disasters
	f.Inputs = []spec.Input{{Name: "period", Label: spec.T("period", "统计期间"), Text: a.Period.String()}}
	if !a.Cases.DisastersKnown {
		ask(f, "disasters.csv", spec.Disasters, spec.T("the disasters of the county were not supplied", "未提供灾害清单"),
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
	f.Unit = spec.Items // returns, not disasters
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
	f.Inputs = append(f.Inputs, rolled{tally: t, met: spec.T("returns that agree", "数据平衡的报表"), unmet: spec.T("returns that do not", "数据不平衡的报表"), unit: spec.Items}.counts()...)
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
		f.Inputs = append(f.Inputs, spec.Input{Name: g.String(), Label: spec.Textf("graded %s", "定为%s", g), Value: spec.Whole(certain[g]), Unit: spec.Disasters})
	}
	f.Inputs = append(f.Inputs,
		spec.Input{Name: "unsettled", Label: spec.T("not graded yet", "尚不能定级"), Value: spec.Whole(open), Unit: spec.Disasters},
		spec.Input{Name: "no-table", Label: spec.T("hazards without a published table", "无公布分级标准的灾种"), Value: spec.Whole(without), Unit: spec.Disasters})
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
		f.Inputs = append(f.Inputs, spec.Input{Name: r.String(), Label: spec.Textf("reached %s", "达到%s", r), Value: spec.Whole(level[r]), Unit: spec.Disasters})
	}
	f.Inputs = append(f.Inputs,
		spec.Input{Name: "open", Label: spec.T("level not known", "级别未知"), Value: spec.Whole(open), Unit: spec.Disasters},
		spec.Input{Name: "national", Label: spec.T("reached a national level by this county alone", "仅本县即达到国家级响应条件"), Value: spec.Whole(national), Unit: spec.Disasters})
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
	f.Inputs = append(f.Inputs, count("must", spec.T("disasters that must be reported so", "必须专报或直报的灾害"), t.Met, spec.Disasters),
		count("need-not", spec.T("disasters that need not", "不需要专报或直报的灾害"), t.Unmet, spec.Disasters),
		count("open", spec.T("disasters whose return does not say", "报表不足以判断的灾害"), t.Unknown, spec.Disasters))
	if t.Unknown > 0 || !a.Cases.DisastersWhole {
		f.Bound = spec.AtLeastBound
	}
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf(
		"must be reported: %d; need not: %d; the return does not say: %d", "必须专报或直报%d起，不需要%d起，报表不足以判断%d起", t.Met, t.Unmet, t.Unknown))
	return f
}
