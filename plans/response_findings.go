package plans

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// responseFindings are the findings about responses and joint feasibility, in
// the order of [responseRules].
func (a *Assessment) responseFindings() []spec.Finding {
	return []spec.Finding{a.levelsFinding(), a.responsesFinding(), a.onSiteFinding(), a.jointFinding(), a.pairsFinding()}
}

func (a *Assessment) levelsFinding() spec.Finding {
	source := a.provisions.Response.Levels
	f := a.finding(RuleResponseLevels, source)
	if source.IsZero() {
		notInPlan(&f, spec.T("graded responses", "分级响应"))
		return f
	}
	if a.registerMissing(&f) {
		return f
	}
	t := tallied{unit: spec.Contingencies, good: spec.T("say all of it at four levels", "四级响应要素齐全"), bad: spec.T("do not", "要素不全")}
	rows := 0
	for _, one := range a.Response.Levels {
		t.add(one.Verdict, same(one.Plan))
		rows += len(one.Levels)
	}
	t.tell(&f)
	f.Inputs = append(f.Inputs, count("special_plans", spec.T("special plans in force", "现行专项预案"), len(a.Response.Levels), spec.Contingencies),
		count("levels", spec.T("levels of them on record", "已登记的响应级别"), rows, spec.Items))
	if t.tally.Unknown > 0 {
		f.Missing = []spec.Need{need(levelsTable, spec.Items, spec.Textf(
			"for each level of the plan: who responds, with what duties, in what time, how it is linked, who decides: %s and others",
			"各级响应的响应主体、职责任务、响应时间、联动方式和决定主体：如 %s", first(t.unknown)))}
	}
	return f
}

// responsesMissing says that no table of responses was supplied.
func (a *Assessment) responsesMissing(f *spec.Finding) bool {
	if a.records.HasResponses {
		return false
	}
	f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("the responses of the county were not supplied", "未提供应急响应记录")}
	f.Missing = []spec.Need{need(responsesTable, spec.Events, spec.T(
		"when was each response started, raised, lowered and ended, at what level, by whom decided, and who commanded on the site",
		"每次应急响应启动、升级、降级、终止的时间、级别、决定主体，以及现场指挥官"))}
	return true
}

func (a *Assessment) responsesFinding() spec.Finding {
	source := a.provisions.Response.Levels
	f := a.finding(RuleResponses, source)
	if source.IsZero() {
		notInPlan(&f, spec.T("graded responses", "分级响应"))
		return f
	}
	reading := WhoLowers()
	option := a.choices.Of(reading)
	f.Readings = []string{spec.Used(reading, option)}
	if !reading.Has(option) {
		f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("%q is no option", "%q 不是可选的解读", f.Readings[0])}
		return f
	}
	if a.responsesMissing(&f) {
		return f
	}
	t := tallied{unit: spec.Events, good: spec.T("were decided by whom they must be", "均由规定主体决定"), bad: spec.T("were not", "未由规定主体决定")}
	steps := 0
	for _, one := range a.Response.Reviews {
		t.add(one.Steered, same(one.ID))
		steps += len(one.Steps)
	}
	t.tell(&f)
	f.Inputs = append(f.Inputs, count("responses", spec.T("responses on record", "有记录的应急响应"), len(a.Response.Reviews), spec.Events),
		count("steps", spec.T("their steps", "其步骤"), steps, spec.Items))
	if t.tally.Unknown > 0 {
		f.Missing = []spec.Need{need(levelsTable+": decider", spec.Items, spec.Textf(
			"who decided each step, and who decides each level of the plan: %s and others", "各步骤由谁决定，预案规定各级由谁决定：如 %s", first(t.unknown)))}
	}
	return f
}

func (a *Assessment) onSiteFinding() spec.Finding {
	source := a.provisions.Response.OnSite
	f := a.finding(RuleOnSite, source)
	if source.IsZero() {
		notInPlan(&f, spec.T("on-site commanders", "现场指挥官"))
		return f
	}
	if a.responsesMissing(&f) {
		return f
	}
	t := tallied{unit: spec.Events, good: spec.T("had their commanders", "现场指挥官配备符合要求"), bad: spec.T("had not", "不符合要求")}
	for _, one := range a.Response.Reviews {
		t.add(one.OnSite, same(one.ID))
	}
	t.tell(&f)
	if t.tally.Unknown > 0 {
		f.Missing = []spec.Need{need(responsesTable+": commander", spec.Persons, spec.Textf(
			"which posts commanded on the site, technically too, and which body coordinated: %s and others", "现场指挥官、现场技术指挥官岗位及统筹协调部门：如 %s", first(t.unknown)))}
	}
	return f
}

// jointMissing says that the draws of the plans are not known or not usable.
func (a *Assessment) jointMissing(f *spec.Finding) bool {
	switch {
	case a.Response.JointErr != nil:
		f.Verdict = spec.Unknown
		f.Reason = spec.Reason{Code: ReasonUnusable, Text: spec.Textf("the draws cannot be held against the resources: %s", "资源需求无法核算：%s", a.Response.JointErr.Error())}
	case !a.records.Joint.HasDraws:
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("what the plans draw on was not supplied", "未提供各预案的资源需求")}
		f.Missing = []spec.Need{need(drawsTable, spec.Items, spec.T("how many teams, how much stock and how many shelter places does each plan need while it runs",
			"各预案启动期间需要多少队伍、物资和避难名额"))}
	default:
		return false
	}
	return true
}

func (a *Assessment) jointFinding() spec.Finding {
	source := a.provisions.Contingency.Source
	f := a.finding(RuleJointFeasibility, source)
	if source.IsZero() {
		notInPlan(&f, spec.T("contingency plans", "应急预案"))
		return f
	}
	if a.jointMissing(&f) {
		return f
	}
	if !a.records.Joint.HasScenarios {
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("no scenario of plans that run together was chosen", "未选定并发情景")}
		f.Missing = []spec.Need{need(concurrentTable, spec.Items, spec.T("which plans may run at the same time", "哪些预案可能同时启动"))}
		return f
	}
	t := tallied{unit: spec.Items, good: spec.T("have what they need", "保障充足"), bad: spec.T("lack something", "保障不足")}
	var short []ScenarioResult
	for _, one := range a.Response.Scenarios {
		t.add(one.Verdict, one.Scenario.Name)
		if one.Verdict != spec.Met {
			short = append(short, one)
		}
	}
	t.tell(&f)
	if f.Verdict == spec.Unmet {
		lack := leastToAdd(short)
		f.Reason.Text.EN += "; least to add: " + lack.EN
		f.Reason.Text.ZH += "；最少需补充：" + lack.ZH
	}
	for _, s := range short {
		f.Inputs = append(f.Inputs, shortInputs(s)...)
		for _, p := range s.Pools {
			if p.Verdict == spec.Unknown && p.Pool.Who != "" {
				f.Missing = append(f.Missing, need(p.Pool.Who, p.Pool.Unit, spec.Textf("how much is there: %s", "现有多少：%s", p.Pool.Title)))
			}
		}
		for _, plan := range s.Undrawn {
			f.Missing = append(f.Missing, need(drawsTable+": "+plan, spec.Items, spec.Textf("what does the plan %s draw on", "预案 %s 需要哪些资源", plan)))
		}
	}
	return f
}

// leastToAdd names what the scenarios that fail lack even at best.
func leastToAdd(list []ScenarioResult) spec.Text {
	var en, zh []string
	for _, s := range list {
		for _, p := range s.Pools {
			if p.Verdict == spec.Unmet {
				missing := quantity(p.AtBest.Missing)
				en = append(en, p.Pool.Unit.After(missing.String(), spec.English)+" ("+s.Scenario.Name.EN+")")
				zh = append(zh, p.Pool.Title.ZH+" "+missing.String()+" "+p.Pool.Unit.In(spec.Chinese)+"（"+s.Scenario.Name.ZH+"）")
			}
		}
	}
	return spec.T(strings.Join(en, ", "), strings.Join(zh, "、"))
}

// told is the allocation that a finding tells: the one from what there surely
// is, and where even the best lacks something, that one.
func (p PoolResult) told() Allocation {
	if p.Verdict == spec.Unmet {
		return p.AtBest
	}
	return p.Surely
}

// shortInputs say of a scenario what is missing in which pool, and which draws
// go without.
func shortInputs(s ScenarioResult) []spec.Input {
	var out []spec.Input
	for _, p := range s.Pools {
		if p.Verdict == spec.Met {
			continue
		}
		a, name := p.told(), s.Scenario.ID+"-"+p.Pool.ID
		out = append(out, spec.Input{Name: "missing-" + name,
			Label: spec.Textf("%s: least to add of %s", "%s：最少需补充%s", s.Scenario.Name, p.Pool.Title), Value: quantity(a.Missing), Unit: p.Pool.Unit})
		for _, d := range a.Short {
			out = append(out, spec.Input{Name: "short-" + name + "." + d.Draw,
				Label: spec.Textf("%s: %s of plan %s goes without", "%s：预案 %[3]s 的 %[2]s 缺口", s.Scenario.Name, d.Draw, d.Plan), Value: quantity(d.Amount), Unit: p.Pool.Unit})
		}
	}
	return out
}

func (a *Assessment) pairsFinding() spec.Finding {
	f := a.finding(RulePairs, spec.Source{})
	f.Unit = spec.Items
	if a.provisions.Contingency.Source.IsZero() {
		notInPlan(&f, spec.T("contingency plans", "应急预案"))
		return f
	}
	if a.jointMissing(&f) {
		return f
	}
	f.Verdict = spec.NotApplicable
	var t spec.Tally
	for _, one := range a.Response.Pairs {
		t.Add(one.Verdict)
	}
	f.Actual = spec.Whole(t.Met)
	if t.Unknown > 0 {
		f.Bound = spec.AtLeastBound
	}
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf("%d of %d pairs have all they need, %d do not; not known: %d; no standard judges it",
		"%[2]d 对预案中 %[1]d 对保障充足，%[3]d 对不足，%[4]d 对不明；无判定标准", t.Met, t.Total(), t.Unmet, t.Unknown)}
	f.Inputs = []spec.Input{
		count("pairs", spec.T("pairs of plans that draw on something", "有资源需求的预案对数"), t.Total(), spec.Items),
		count("met", spec.T("have all they need", "保障充足"), t.Met, spec.Items),
		count("unmet", spec.T("lack something", "保障不足"), t.Unmet, spec.Items),
		count("unknown", spec.T("not known", "不明"), t.Unknown, spec.Items),
	}
	for _, one := range a.Response.Pairs {
		if one.Verdict == spec.Unmet {
			f.Inputs = append(f.Inputs, spec.Input{Name: "unmet-" + one.Scenario.ID, Label: spec.T("cannot run together", "不能并发"), Text: one.Scenario.Name.EN, Words: one.Scenario.Name})
		}
	}
	return f
}
