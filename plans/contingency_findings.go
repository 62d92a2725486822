package plans

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// contingencyFindings are the findings about contingency plans, in the order of
// [contingencyRules].
func (a *Assessment) contingencyFindings() []spec.Finding {
	return []spec.Finding{
		a.masterFinding(),
		a.coverageFinding(RuleLowerPlans, func(k ContingencyKind) bool { return k >= TownshipPlan && k <= EnterprisePlan },
			spec.T("plans of lower levels", "基层应急预案")),
		a.coverageFinding(RuleProtectionPlans, ContingencyKind.IsProtection, spec.T("protection plans", "安全保障应急预案")),
		a.treeFinding(),
		a.contentFinding(),
		a.clockFinding(RulePlanFiling, FilingClock, spec.T("were filed in time", "按时备案"), spec.T("were not filed in time", "未按时备案")),
		a.clockFinding(RulePlanReview, ReviewClock, spec.T("are within their cycle of review", "在评估周期内"), spec.T("are overdue for review", "逾期未评估")),
		a.clockFinding(RulePlanRevision, RevisionClock, spec.T("are within their cycle of revision", "在修订周期内"), spec.T("are overdue for revision", "逾期未修订")),
		a.platformFinding(),
	}
}

// coverageFinding tells how many units of some groups have a plan in force.
func (a *Assessment) coverageFinding(rule string, kinds func(ContingencyKind) bool, what spec.Text) spec.Finding {
	f := a.finding(rule, spec.Source{})
	groups := a.Contingency.group(kinds)
	if len(groups) == 0 {
		notInPlan(&f, what)
		return f
	}
	t := tallied{unit: spec.Units, good: spec.T("have a plan in force", "有现行预案"), bad: spec.T("have none", "无现行预案")}
	a.cover(&f, &t, groups)
	t.tell(&f)
	return f
}

// cover adds groups to a tally, their counts to the inputs of a finding and
// what is missing to its needs.
func (a *Assessment) cover(f *spec.Finding, t *tallied, groups []Coverage) {
	r := a.records.Contingency
	open := false
	for _, g := range groups {
		f.Source = g.Group.From
		f.Lean(g.Group.From)
		t.tally.Merge(g.Tally)
		t.unmet = append(t.unmet, g.with(spec.Unmet)...)
		t.unknown = append(t.unknown, g.with(spec.Unknown)...)
		t.partial = t.partial || !g.Group.Known
		name := g.Group.Kind.String()
		if g.Group.Or != 0 {
			name += "_or_" + g.Group.Or.String()
		}
		f.Inputs = append(f.Inputs,
			spec.Input{Name: name + ".judged", Label: spec.Textf("%s that must have one", "应编预案：%s", g.Group.Title), Value: spec.Whole(len(g.Group.Units)), Unit: spec.Units, Source: g.Group.From},
			count(name+".met", spec.Textf("%s with a plan in force", "有现行预案：%s", g.Group.Title), g.Tally.Met, spec.Units))
		if !g.Group.Known {
			f.Missing = append(f.Missing, need(g.Group.Who, spec.Units, spec.Textf("which %s are there", "有哪些%s", g.Group.Title)))
		}
		open = open || g.Tally.Unknown > 0
	}
	if !open {
		return
	}
	if !r.HasPlans {
		f.Missing = append(f.Missing, need(contingencyTable, spec.Contingencies, spec.T(
			"the contingency plans of the county, what each is about, its days of issue, filing and last review",
			"全县应急预案清单：对象、印发日期、备案日期、最近评估日期")))
		return
	}
	f.Missing = append(f.Missing, need(wholeKey, spec.Contingencies, spec.T(
		"of which kinds does contingency.csv hold every plan", "contingency.csv 完整列出了哪些种类的全部预案")))
}

// masterFinding asks for exactly one master plan and for the special and
// department plans. Two master plans in force are as wrong as none.
func (a *Assessment) masterFinding() spec.Finding {
	f := a.finding(RuleMasterAndSpecial, spec.Source{})
	groups := a.Contingency.group(func(k ContingencyKind) bool { return k <= DepartmentPlan })
	if len(groups) == 0 {
		notInPlan(&f, spec.T("a master plan", "编制总体应急预案"))
		return f
	}
	reading := RequiredSpecial()
	if option := a.choices.Of(reading); !reading.Has(option) {
		f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("%q is no option", "%q 不是可选的解读", spec.Used(reading, option))}
		return f
	}
	f.Readings = []string{spec.Used(reading, a.choices.Of(reading))}
	f.Lean(reading.Source)
	t := tallied{unit: spec.Units, good: spec.T("have a plan in force", "有现行预案"), bad: spec.T("have none", "无现行预案")}
	a.cover(&f, &t, groups)
	t.tell(&f)
	f.Inputs = append(f.Inputs, count("masters", spec.T("master plans in force", "现行总体预案"), len(a.Contingency.Masters), spec.Contingencies))
	if len(a.Contingency.Extra) > 0 {
		f.Inputs = append(f.Inputs, spec.Input{Name: "unrequired", Label: spec.T("plans in force that nobody asks for", "无对应对象的现行预案"),
			Text: strings.Join(a.Contingency.Extra, ", ")})
	}
	if len(a.Contingency.Masters) > 1 {
		f.Verdict = spec.Unmet
		f.Reason = spec.Reason{Code: spec.ReasonSomeUnmet, Text: spec.Textf("%d master plans are in force at once: %s",
			"同时有 %d 份现行总体预案：%s", len(a.Contingency.Masters), strings.Join(a.Contingency.Masters, ", "))}
	}
	return f
}

// registerMissing says that there is no register to judge.
func (a *Assessment) registerMissing(f *spec.Finding) bool {
	if a.records.Contingency.HasPlans {
		return false
	}
	f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("no register of contingency plans was supplied", "未提供应急预案清单")}
	f.Missing = []spec.Need{need(contingencyTable, spec.Contingencies, spec.T(
		"the contingency plans of the county, what each is about, its days of issue, filing and last review",
		"全县应急预案清单：对象、印发日期、备案日期、最近评估日期"))}
	return true
}

func (a *Assessment) treeFinding() spec.Finding {
	f := a.finding(RulePlanInterfaces, a.provisions.Contingency.Source)
	p, r := a.provisions.Contingency, a.records.Contingency
	f.Lean(p.InterfacesSource)
	if len(p.Interfaces) == 0 {
		notInPlan(&f, spec.T("links between plans", "预案衔接"))
		return f
	}
	if a.registerMissing(&f) {
		return f
	}
	if !r.HasLinks {
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("no table of links between plans was supplied", "未提供预案衔接关系表")}
		f.Missing = []spec.Need{need(linksTable, spec.Contingencies, spec.T(
			"to which plans each plan is joined: above, beside, of enterprises, of neighbours", "各预案与哪些上级、同级、企业、相邻地区预案衔接"))}
		return f
	}
	tree := a.Contingency.Tree
	broken := map[string]bool{}
	for _, fault := range tree.Faults {
		broken[fault.Plan] = true
	}
	t := tallied{unit: spec.Contingencies, good: spec.T("are joined as they must be", "衔接齐全"), bad: spec.T("are not", "衔接有缺")}
	for _, id := range tree.Plans {
		if broken[id] {
			t.add(spec.Unmet, same(id))
		} else {
			t.add(spec.Met, same(id))
		}
	}
	t.tell(&f)
	for _, kind := range TreeFaultKinds() {
		f.Inputs = append(f.Inputs, count(kind.String(), spec.Textf("faults: %s", "问题：%s", kind), tree.With(kind), spec.Items))
	}
	return f
}

func (a *Assessment) contentFinding() spec.Finding {
	f := a.finding(RulePlanContent, a.provisions.Contingency.Source)
	p := a.provisions.Contingency
	if len(p.Content) == 0 {
		notInPlan(&f, spec.T("items of a contingency plan", "预案要素"))
		return f
	}
	for _, item := range p.Content {
		f.Lean(item.Source)
	}
	if a.registerMissing(&f) {
		return f
	}
	t := tallied{unit: spec.Contingencies, good: spec.T("contain every item", "要素齐全"), bad: spec.T("lack an item", "要素不全")}
	lacking := make([]spec.Tally, len(p.Content))
	for _, one := range a.Contingency.Content {
		t.add(one.Verdict, same(one.Plan))
		for i, item := range p.Content {
			for j, asked := range one.Items {
				if asked.ID == item.ID {
					lacking[i].Add(one.States[j])
				}
			}
		}
	}
	t.tell(&f)
	for i, item := range p.Content {
		f.Inputs = append(f.Inputs, spec.Input{Name: item.ID, Label: spec.Textf("plans with: %s", "具备该要素：%s", item.Title),
			Value: spec.Whole(lacking[i].Met), Unit: spec.Contingencies, Source: item.Source})
	}
	if t.tally.Unknown > 0 {
		f.Missing = []spec.Need{need(contentTable, spec.Items, spec.T("does each plan contain each of the items", "各预案是否具备各项要素"))}
	}
	return f
}

func (a *Assessment) platformFinding() spec.Finding {
	f := a.finding(RulePlanPlatform, a.provisions.Contingency.Platform)
	if a.provisions.Contingency.Platform.IsZero() {
		notInPlan(&f, spec.T("plans on a platform", "预案纳入平台管理"))
		return f
	}
	if a.registerMissing(&f) {
		return f
	}
	t := tallied{tally: a.Contingency.Platform, unit: spec.Contingencies, good: spec.T("are on the platform", "已纳入平台"), bad: spec.T("are not", "未纳入平台")}
	for i := range a.records.Contingency.Plans {
		c := &a.records.Contingency.Plans[i]
		if c.InForce(a.AsOf) == spec.Unmet {
			continue
		}
		switch on, known := c.Platform.Value(); yesNo(on, known) {
		case spec.Unmet:
			t.unmet = append(t.unmet, same(c.ID))
		case spec.Unknown:
			t.unknown = append(t.unknown, same(c.ID))
		}
	}
	t.tell(&f)
	if len(t.unknown) > 0 {
		f.Missing = []spec.Need{need(contingencyTable+": platform", spec.Contingencies, spec.T("is the plan on the national digital platform", "预案是否已纳入国家应急预案数字化管理平台"))}
	}
	return f
}
