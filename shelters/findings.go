package shelters

import (
	"sync"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// rulesByID is the rules by their ids, listed once; it is never changed.
var rulesByID = sync.OnceValue(func() map[string]spec.Rule {
	rules := map[string]spec.Rule{}
	for _, rule := range Rules() {
		rules[rule.ID] = rule
	}
	return rules
})

// Findings says the assessment in words, in the order of [Rules], with one
// capacity for each area per person that the plan chooses (评估结论).
func (a Assessment) Findings() []spec.Finding {
	rules := rulesByID()
	network, baseline, pairs := a.Network, a.provisions.Baseline, a.pairs()
	out := make([]spec.Finding, 0, len(rules)+len(a.Capacities))
	out = append(out,
		a.total(rules[ruleCount], countRatio(network.Shelters), pairs[0], nil,
			baselineInput(baseline.Shelters, wholes[measure.Count], spec.Shelters), a.needCount()),
		a.total(rules[ruleArea], hectares(network.EffectiveArea), pairs[1], areaOf,
			baselineInput(baseline.EffectiveArea, inHectares, spec.Hectares), a.needArea()),
		a.total(rules[ruleTemporary], countRatio(network.Temporary), pairs[2], temporaryOf,
			baselineInput(baseline.Temporary, wholes[measure.People], spec.Persons), a.needTemporary()),
		a.total(rules[ruleLodging], countRatio(network.Lodging), pairs[3], lodgingOf,
			baselineInput(baseline.Lodging, wholes[measure.People], spec.Persons), a.needLodging()),
		a.agreementFinding(rules[ruleAgreement]),
	)
	out = append(out, a.capacityFindings(rules[ruleCapacity])...)
	out = append(out,
		a.fixedShareFinding(rules[ruleFixedShare]),
		a.progressFinding(rules[ruleNew], a.New, 0, []spec.Input{input("completed", spec.T("new shelters completed", "已建成新建避难场所"), a.New.Value, spec.Shelters)},
			a.needProgramme(a.New.Value, keyNew, spec.T("how many new shelters has the programme completed?", "规划期内建成新建避难场所多少处？"))),
		a.progressFinding(rules[ruleUpgraded], a.Upgraded, 0, []spec.Input{input("completed", spec.T("upgrades completed", "已完成改造升级"), a.Upgraded.Value, spec.Shelters)},
			a.needProgramme(a.Upgraded.Value, keyUpgraded, spec.T("how many shelters has the programme upgraded?", "规划期内改造升级避难场所多少处？"))),
		a.completionFinding(rules[ruleCompletion]),
		a.usableFinding(rules[ruleUsable]),
		a.facilitiesFinding(rules[ruleFacilities]),
		a.conditionsFinding(rules[ruleConditions]),
		a.classCapacityFinding(rules[ruleClassCapacity]),
		a.nextClassFinding(rules[ruleNextClass]),
		a.responsibilityFinding(rules[ruleResponsibility]),
	)
	out = append(out, a.reachFindings(rules[ruleReach])...)
	return append(out,
		a.evacuationFinding(rules[ruleAssignment]),
		a.pathFinding(rules[rulePath]),
		a.moneyFinding(rules[ruleMoney]),
	)
}

// finding starts a finding of a rule.
func (a *Assessment) finding(rule spec.Rule) spec.Finding {
	return spec.Finding{Rule: rule.ID, Kind: rule.Kind, Title: rule.Title, Subject: a.Subject, Source: rule.Source}
}

// figure states a number that no standard judges.
func (a *Assessment) figure(rule spec.Rule, value spec.Value, places int, unit spec.Unit, needs []spec.Need) spec.Finding {
	f := a.finding(rule)
	f.Unit = unit
	f.Actual, f.Bound = amount(value, places)
	switch {
	case value.Known():
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf("%s; no standard judges it", "%s；无评判标准", said(f.Actual, f.Bound, unit))}
	case f.Actual.Known():
		f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: spec.Textf("%s; part of the data is missing", "%s；部分数据缺失", said(f.Actual, f.Bound, unit))}
		f.Missing = needs
	default:
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("not reported", "未填报")}
		f.Missing = needs
	}
	return f
}

// total is one of the totals: the stated one where there is one, else the sum
// over the shelters, which are listed with it.
func (a *Assessment) total(rule spec.Rule, value spec.Value, of pair, cell cell, baseline []spec.Input, needs []spec.Need) spec.Finding {
	f := a.figure(rule, value, areaPlaces, of.unit, needs)
	if of.stated.Low.Known() || of.stated.High.Known() {
		f.Inputs = known(input("stated", spec.T("stated by the county", "县级填报数"), of.stated, of.unit))
	} else {
		f.Inputs = append(a.rows(cell, of.unit), known(input("listed", listedLabel(cell), of.listed, of.unit))...)
	}
	f.Inputs = append(f.Inputs, baseline...)
	for _, in := range baseline {
		f.Source = in.Source
		f.Lean(in.Source)
	}
	return f
}

func (a *Assessment) agreementFinding(rule spec.Rule) spec.Finding {
	f := a.finding(rule)
	f.Verdict = a.Agreement
	var first pair
	for _, p := range a.pairs() {
		verdict := p.verdict()
		if verdict == spec.NotApplicable {
			continue
		}
		f.Inputs = append(f.Inputs,
			input("stated-"+p.name, spec.Textf("%s: stated", "%s：填报合计", p.title), p.stated, p.unit),
			input("listed-"+p.name, spec.Textf("%s: sum of the table", "%s：明细表合计", p.title), p.listed, p.unit))
		if first.name == "" && verdict == a.Agreement {
			first = p
		}
	}
	stated, statedBound := amount(first.stated, areaPlaces)
	listed, listedBound := amount(first.listed, areaPlaces)
	both := spec.Textf("stated %s, table %s", "填报 %s，明细表 %s", said(stated, statedBound, first.unit), said(listed, listedBound, first.unit))
	switch a.Agreement {
	case spec.Met:
		f.Reason = spec.Reason{Code: spec.ReasonAgrees, Text: spec.T("every stated total is the sum of its column", "各项填报合计与明细表一致")}
	case spec.Unmet:
		f.Reason = spec.Reason{Code: spec.ReasonDisagrees, Text: both}
	case spec.NotApplicable:
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("no total is both stated and listed", "没有同时填报合计和明细的项目")}
	default:
		f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: both}
		f.Missing = a.agreementNeeds()
	}
	return f
}

func (a *Assessment) agreementNeeds() []spec.Need {
	listed := *a
	listed.Network = a.Listed // ask for what the table lacks, whatever is stated
	var needs []spec.Need
	for i, ask := range []func() []spec.Need{listed.needCount, listed.needArea, listed.needTemporary, listed.needLodging} {
		if a.pairs()[i].verdict() != spec.Unknown {
			continue
		}
		for _, n := range ask() {
			if len(needs) == 0 || needs[len(needs)-1].Key != n.Key {
				needs = append(needs, n)
			}
		}
	}
	return needs
}

func (a *Assessment) capacityFindings(rule spec.Rule) []spec.Finding {
	if len(a.Capacities) == 0 {
		f := a.finding(rule)
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan chooses no area per person", "本规划未采用人均面积指标")}
		return []spec.Finding{f}
	}
	out := make([]spec.Finding, 0, len(a.Capacities))
	for _, held := range a.Capacities {
		if held.PerPerson.Class != 0 && a.listed {
			continue // shelter by shelter, in shelters.class-capacity
		}
		out = append(out, a.capacityFinding(rule, held))
	}
	return out
}

func (a *Assessment) capacityFinding(rule spec.Rule, held Held) spec.Finding {
	per := held.PerPerson.Area
	value := countRatio(held.People)
	f := a.figure(rule, value, 0, spec.Persons, a.needArea())
	f.Target, f.Source = held.PerPerson.ID, per.Source
	f.Lean(per.Source)
	least, name, label := spec.T("", ""), "area-per-person", spec.T("area per person", "人均面积")
	if held.PerPerson.Strict {
		least, name, label = spec.T("more than ", "大于"), "area-per-person-above", spec.T("area per person to be exceeded", "人均面积（须大于）")
	}
	f.Title = spec.Textf("People the effective area holds at %s%s m² each", "按人均%s%s平方米计的可容纳人数", least, per.Value)
	f.Inputs = known(
		input("effective-area", spec.T("effective area", "有效避难用地"), hectares(a.Network.EffectiveArea), spec.Hectares),
		spec.Input{Name: name, Label: label, Unit: spec.SquareMetresPP, Source: per.Source,
			Value: spec.AmountOf(measure.RatioOf(per.Value.SquareCentimetres(), cm2PerM2), 4)},
		input("stated-people", spec.T("people stated", "填报人数"), countRatio(held.Stated), spec.Persons),
	)
	stated, known := held.Stated.Value()
	if n, ok := held.People.Value(); ok && known {
		difference := measure.Whole(int64(stated)).Sub(measure.Whole(int64(n)))
		f.Inputs = append(f.Inputs, input("stated-less-held", spec.T("people stated less people held", "填报人数减可容纳人数"), spec.ExactValue(difference), spec.Persons))
	}
	return f
}
