package plans

import (
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) drillUnits() []spec.Finding {
	var out []spec.Finding
	for _, s := range a.Contingency.Clocks {
		if s.Clock == DrillClock {
			text, code := verdictText(s.Verdict, spec.T("drilled within its cycle", "按周期演练"), spec.T("overdue, or the last drill failed", "逾期或最近一次不合格"))
			f := a.unit(RulePlanDrills, "contingency", s.Plan, s.Name, s.Verdict, code, text)
			f.Source = s.Limit.Limit.Source
			f.Lean(f.Source)
			f.Inputs = []spec.Input{
				{Name: "start", Label: spec.T("first issue or last drill", "首次印发或最近一次演练"), Text: s.Start.String()},
				{Name: "limit", Label: spec.T("cycle", "周期"), Value: spec.Whole(s.Limit.Limit.Value), Unit: spec.Months, Source: f.Source},
				{Name: "due", Label: spec.T("last day in time", "截止日期"), Text: s.Due.String()},
			}
			out = append(out, f)
		}
	}
	for _, b := range a.Drills.Bodies {
		rule := RuleBodyDrills
		if b.Body == HighRiskBody {
			rule = RuleHighRiskDrills
		}
		text, code := verdictText(b.Verdict, spec.T("drills as often as it must", "按频次演练"), spec.T("does not", "未按频次演练"))
		f := a.unit(rule, "drill-body", b.Subject, b.Name.ZH, b.Verdict, code, text)
		f.Target, f.Source = b.Duty.ID, b.Duty.Every.Source
		f.Lean(f.Source)
		f.Inputs = []spec.Input{{Name: "every", Label: spec.T("cycle", "周期"), Value: spec.Whole(b.Duty.Every.Value), Unit: spec.Months, Source: b.Duty.Every.Source}}
		for i, s := range b.Spans {
			f.Inputs = append(f.Inputs, spec.Input{Name: "span-" + strconv.Itoa(i+1), Label: spec.Textf("%s to %s", "%s 至 %s", s.From, s.To), Text: b.States[i].String(), Words: spec.WordsOf(b.States[i])})
		}
		out = append(out, f)
	}
	for i, s := range a.records.Shortcomings {
		if a.provisions.Drills.Loop.IsZero() {
			break
		}
		text, code := verdictText(a.Drills.Shortcomings[i], spec.T("mended and tried again", "已整改并复演合格"), spec.T("overdue, or its retest failed", "逾期或复演不合格"))
		f := a.unit(RuleDrillFindings, "shortcoming", s.ID, "", a.Drills.Shortcomings[i], code, text)
		f.Inputs = []spec.Input{
			{Name: "state", Label: spec.T("state", "状态"), Text: s.State(a.AsOf).String(), Words: spec.WordsOf(s.State(a.AsOf))},
			{Name: "found", Label: spec.T("found", "发现日期"), Text: s.Found.String()},
			{Name: "due", Label: spec.T("to be closed by", "整改时限"), Text: s.Due.String()},
		}
		out = append(out, f)
	}
	return out
}

// verdictText is the reason of a unit by its verdict.
func verdictText(v spec.Verdict, good, bad spec.Text) (spec.Text, string) {
	switch v {
	case spec.Met:
		return good, spec.ReasonCompared
	case spec.Unmet:
		return bad, spec.ReasonCompared
	case spec.NotApplicable:
		return spec.T("nothing is due yet", "尚未到期"), spec.ReasonNotDue
	}
	return spec.T("not on record well enough", "记录不足"), spec.ReasonNoData
}

func (a *Assessment) responseUnits() []spec.Finding {
	var out []spec.Finding
	for _, one := range a.Response.Levels {
		if a.provisions.Response.Levels.IsZero() {
			break
		}
		text, code := verdictText(one.Verdict, spec.T("four levels, all of it said", "四级响应要素齐全"), spec.T("a level is missing or does not say all", "缺少级别或要素不全"))
		f := a.unit(RuleResponseLevels, "contingency", one.Plan, one.Name, one.Verdict, code, text)
		f.Inputs = []spec.Input{count("levels", spec.T("levels on record", "已登记的响应级别"), len(one.Levels), spec.Items)}
		for _, l := range one.Levels {
			fields := l.Fields()
			f.Inputs = append(f.Inputs, spec.Input{Name: "level_" + l.Level.String(), Label: spec.T(l.Level.In(spec.English), l.Level.In(spec.Chinese)), Text: spec.All(fields[:]...).String(), Words: spec.WordsOf(spec.All(fields[:]...))})
		}
		out = append(out, f)
	}
	for _, one := range a.Response.Reviews {
		text, code := verdictText(one.Steered, spec.T("decided by whom it must be", "由规定主体决定"), spec.T("a step was not", "有步骤未由规定主体决定"))
		f := a.unit(RuleResponses, "response", one.ID, "", one.Steered, code, text)
		for i, s := range one.Steps {
			step := "step-" + strconv.Itoa(i+1)
			f.Inputs = append(f.Inputs, spec.Input{Name: step + ".by", Label: spec.Textf("%s at %s by", "%s（%s）决定主体", s.Step.Action, s.Step.At), Text: orDash(s.Step.By)},
				spec.Input{Name: step + ".needs", Label: spec.T("who decides it", "规定的决定主体"), Text: orDash(s.Needs)})
		}
		out = append(out, f)
		text, code = verdictText(one.OnSite, spec.T("had its commanders", "现场指挥官配备符合要求"), spec.T("had not", "不符合要求"))
		f = a.unit(RuleOnSite, "response", one.ID, "", one.OnSite, code, text)
		for i, s := range one.Steps {
			if s.Step.Action != EndResponse {
				f.Inputs = append(f.Inputs, commandInputs("step-"+strconv.Itoa(i+1), s.Step)...)
			}
		}
		out = append(out, f)
	}
	for _, s := range a.Response.Scenarios {
		text, code := verdictText(s.Verdict, spec.T("has what it needs", "保障充足"), spec.T("lacks something", "保障不足"))
		f := a.unit(RuleJointFeasibility, "scenario", s.Scenario.ID, s.Scenario.Name.ZH, s.Verdict, code, text)
		for _, p := range s.Pools {
			name, needed := s.Scenario.ID+"-"+p.Pool.ID, measure.Whole(0)
			for _, d := range a.records.Joint.Draws {
				if d.Pool == p.Pool.ID && slices.Contains(s.Scenario.Plans, d.Plan) {
					needed = needed.Add(quantity(d.Amount).Exact())
				}
			}
			for _, g := range p.told().Grants {
				f.Inputs = append(f.Inputs, spec.Input{Name: "grant-" + name + "." + g.Draw + "/" + g.Resource, Label: spec.Textf("%s from %s", "%s：来自 %s", g.Draw, g.Resource), Value: quantity(g.Amount), Unit: p.Pool.Unit})
			}
			f.Inputs = append(f.Inputs, spec.Input{Name: "need-" + name, Label: spec.Textf("%s: what the plans draw on", "%s：各预案需求合计", p.Pool.Title), Value: spec.AmountOf(needed, 3), Unit: p.Pool.Unit})
		}
		f.Inputs = append(f.Inputs, shortInputs(s)...)
		out = append(out, f)
	}
	return out
}

// commandInputs are who commanded on the site from a step on. A step that names
// nobody has no number.
func commandInputs(step string, s ResponseStep) []spec.Input {
	posts := func(n int) spec.Amount {
		if n == 0 {
			return spec.Amount{}
		}
		return spec.Whole(n)
	}
	return []spec.Input{
		{Name: step + ".commanders", Label: spec.Textf("from %s: on-site commanders", "%s 起：现场指挥官", s.At), Value: posts(len(s.Commanders)), Text: strings.Join(s.Commanders, ", "), Unit: spec.Persons},
		{Name: step + ".technical", Label: spec.Textf("from %s: technical commanders", "%s 起：现场技术指挥官", s.At), Value: posts(len(s.Technical)), Text: strings.Join(s.Technical, ", "), Unit: spec.Persons},
		{Name: step + ".core", Label: spec.Textf("from %s: who coordinates", "%s 起：统筹协调部门", s.At), Text: orDash(s.Core)},
	}
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
