package plans

import (
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// UnitFindings returns one finding for each unit, plan, clock, duty and
// responsible department behind the rolled-up findings, in the order of the rules (逐项结论).
func (a Assessment) UnitFindings() []spec.Finding {
	return slices.Concat(a.coverageUnits(), a.treeUnits(), a.contentUnits(), a.clockUnits(), a.drillUnits(), a.responseUnits(),
		a.dutyUnits(), a.departmentUnits())
}

// unit begins the finding of a rule about one subject.
func (a *Assessment) unit(rule, kind, id, name string, verdict spec.Verdict, code string, text spec.Text) spec.Finding {
	f := a.finding(rule, spec.Source{})
	f.Subject = spec.Subject{Kind: kind, ID: id, Name: name}
	f.Verdict, f.Reason = verdict, spec.Reason{Code: code, Text: text}
	return f
}

func (a *Assessment) coverageUnits() []spec.Finding {
	var out []spec.Finding
	r := a.records.Contingency
	whole := orDash(a.wholeKinds())
	about := map[planKey][]string{} // ids of the plans in force by what they are about
	for i := range r.Plans {
		if c := &r.Plans[i]; c.InForce(a.AsOf) == spec.Met {
			key := planKey{c.Kind, c.Subject()}
			about[key] = append(about[key], c.ID)
		}
	}
	for _, c := range a.Contingency.Coverage {
		rule := RuleLowerPlans
		switch kind := c.Group.Kind; {
		case kind <= DepartmentPlan:
			rule = RuleMasterAndSpecial
		case kind.IsProtection():
			rule = RuleProtectionPlans
		}
		for i, unit := range c.Group.Units {
			code, text := spec.ReasonCompared, spec.Textf("%s in force", "有现行%s", c.Group.Kind)
			switch c.Verdicts[i] {
			case spec.Unmet:
				text = spec.Textf("has no %s in force", "无现行%s", c.Group.Kind)
			case spec.Unknown:
				code, text = spec.ReasonNoData, spec.Textf("no %s in force is on record", "未登记现行%s", c.Group.Kind)
			}
			f := a.unit(rule, "plan-of", unit.Subject, unit.Name.ZH, c.Verdicts[i], code, text)
			f.Source = c.Group.From
			f.Lean(c.Group.From)
			if unit.Name.EN != unit.Name.ZH { // a name in two languages stands in the title
				f.Title = spec.Textf("%s: %s", "%s：%s", f.Title, unit.Name)
			}
			plans := about[planKey{c.Group.Kind, unit.Subject}]
			if c.Group.Or != 0 {
				plans = slices.Concat(plans, about[planKey{c.Group.Or, unit.Subject}])
			}
			f.Inputs = []spec.Input{
				{Name: "plans", Label: spec.T("plans in force about it on record", "已登记的相应现行预案"), Value: spec.Whole(len(plans)), Text: strings.Join(plans, ", "), Unit: spec.Contingencies},
				{Name: "whole", Label: spec.T("kinds of plans that the county lists in full", "已完整列出的预案种类"), Text: whole},
			}
			out = append(out, f)
		}
	}
	return out
}

// wholeKinds names the kinds of which the register holds every plan by the date.
func (a *Assessment) wholeKinds() string {
	var out []string
	for _, kind := range a.records.Contingency.Whole {
		if a.records.Contingency.whole(kind, a.AsOf) {
			out = append(out, kind.String())
		}
	}
	return strings.Join(out, ", ")
}

func (a *Assessment) treeUnits() []spec.Finding {
	if len(a.provisions.Contingency.Interfaces) == 0 || !a.records.Contingency.HasLinks {
		return nil
	}
	links := map[string]int{}
	for _, link := range a.records.Contingency.Links {
		links[link.From]++
	}
	at := map[string][]TreeFault{}
	for _, one := range a.Contingency.Tree.Faults {
		at[one.Plan] = append(at[one.Plan], one)
	}
	var out []spec.Finding
	for _, id := range a.Contingency.Tree.Plans {
		f := a.unit(RulePlanInterfaces, "contingency", id, a.planName(id), spec.Met, spec.ReasonAllMet, spec.T("joined as it must be", "衔接齐全"))
		f.Inputs = []spec.Input{count("links", spec.T("links from it on record", "已登记的衔接关系"), links[id], spec.Items)}
		for i, one := range at[id] {
			f.Verdict = spec.Unmet
			f.Reason = spec.Reason{Code: spec.ReasonSomeUnmet, Text: spec.T("not joined as it must be", "衔接有缺")}
			label := spec.T(one.Kind.In(spec.English), one.Kind.In(spec.Chinese))
			if one.Link != 0 {
				label = spec.Textf("%s: %s", "%s：%s", one.Kind, one.Link)
			}
			f.Inputs = append(f.Inputs, spec.Input{Name: one.Kind.String() + "-" + strconv.Itoa(i+1), Label: label, Text: one.To})
		}
		f.Lean(a.provisions.Contingency.InterfacesSource)
		out = append(out, f)
	}
	return out
}

// planName is the name of a plan as the county writes it.
func (a *Assessment) planName(id string) string {
	for i := range a.records.Contingency.Plans {
		if a.records.Contingency.Plans[i].ID == id {
			return a.records.Contingency.Plans[i].Name
		}
	}
	return ""
}

func (a *Assessment) contentUnits() []spec.Finding {
	var out []spec.Finding
	for _, c := range a.Contingency.Content {
		text, code := spec.T("contains every item", "要素齐全"), spec.ReasonAllMet
		switch c.Verdict {
		case spec.Unmet:
			text, code = spec.T("lacks an item", "要素不全"), spec.ReasonSomeUnmet
		case spec.Unknown:
			text, code = spec.T("an item was not looked up", "有要素未核查"), spec.ReasonNotAssessed
		}
		f := a.unit(RulePlanContent, "contingency", c.Plan, c.Name, c.Verdict, code, text)
		for i, item := range c.Items {
			f.Inputs = append(f.Inputs, spec.Input{Name: item.ID, Label: item.Title, Text: c.States[i].String(), Words: spec.WordsOf(c.States[i]), Source: item.Source})
			f.Lean(item.Source)
			if c.States[i] == spec.Unknown {
				f.Missing = append(f.Missing, need(contentTable+": "+c.Plan+" "+item.ID, spec.Items, spec.Textf("does the plan contain this: %s", "预案是否具备：%s", item.Title)))
			}
		}
		out = append(out, f)
	}
	return out
}

// clockRules are the rules by clock. The drill clock belongs to the rule on drills.
func clockRule(k ClockKind) string {
	switch k {
	case FilingClock:
		return RulePlanFiling
	case ReviewClock:
		return RulePlanReview
	}
	return RulePlanRevision
}

func (a *Assessment) clockUnits() []spec.Finding {
	var out []spec.Finding
	for _, s := range a.Contingency.Clocks {
		if s.Clock == DrillClock {
			continue
		}
		text, code := spec.T("in time", "在时限内"), spec.ReasonCompared
		switch {
		case s.Overdue():
			text = spec.T("overdue", "逾期")
		case s.Verdict == spec.Unmet:
			text = spec.T("late", "超时")
		case s.Verdict == spec.Unknown:
			text, code = spec.T("a day is not known", "日期不明"), spec.ReasonNoData
		case s.Verdict == spec.NotApplicable:
			text, code = spec.T("there is still time", "尚在时限内"), spec.ReasonNotDue
		}
		f := a.unit(clockRule(s.Clock), "contingency", s.Plan, s.Name, s.Verdict, code, text)
		source := s.Limit.Limit.Source
		f.Source = source
		f.Lean(source)
		unit := spec.Months
		if s.Clock == FilingClock {
			unit = spec.Workdays
		}
		f.Inputs = []spec.Input{
			{Name: "start", Label: spec.T("from", "起算日期"), Text: s.Start.String()},
			{Name: "limit", Label: spec.T("limit", "时限"), Value: spec.Whole(s.Limit.Limit.Value), Unit: unit, Source: source},
			{Name: "due", Label: spec.T("last day in time", "截止日期"), Text: s.Due.String()},
			{Name: "as_of", Label: spec.T("date of the assessment", "评估基准日"), Text: a.AsOf.String()},
		}
		if s.Clock == FilingClock {
			f.Inputs = append(f.Inputs, spec.Input{Name: "done", Label: spec.T("filed", "备案日期"), Text: s.Done.String()})
		}
		out = append(out, f)
	}
	return out
}
