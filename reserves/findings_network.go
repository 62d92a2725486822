package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

func storesNeed() spec.Need {
	return need(needStores, "", spec.T("which stores does the county have, of which tier and in which township?", "全县有哪些储备库点，各属哪一层级、位于哪个乡镇（街道）？"))
}

func (a *Assessment) forwardPointsFinding() spec.Finding {
	p := a.provisions.ForwardPoints
	f := a.about(ruleForwardPoints, p.Count.Source)
	if !p.Count.Known() {
		return notInPlan(f, spec.T("the plan sets no number of forward points", "规划未规定前置点数量"))
	}
	input(&f, "planned", spec.T("forward points planned", "规划前置点数"), spec.Whole(p.Count.Value), spec.Units, p.Count.Source)
	if cost, ok := p.Cost(); ok {
		input(&f, "unit-cost", spec.T("cost of one point", "单点投入"), yuan(p.UnitCost.Value), spec.Yuan, p.UnitCost.Source)
		input(&f, "cost", spec.T("cost of all points", "全部前置点投入"), yuan(cost), spec.Yuan, spec.Source{})
	}
	if !a.records.HasStores {
		return unknown(f, spec.T("how many forward points are built is not known", "已建前置点数尚不可知"), storesNeed())
	}
	n := 0
	for _, s := range a.records.Stores {
		if s.Tier == ForwardPoint {
			n++
		}
	}
	input(&f, "built", spec.T("forward points reported", "填报前置点数"), spec.Whole(n), spec.Units, spec.Source{})
	ofAll(&f, n, int(p.Count.Value), spec.Units)
	f.Gap = spec.Whole(max(0, int(p.Count.Value)-n))
	if f.Verdict, f.Reason.Code = spec.Met, spec.ReasonCompared; n < int(p.Count.Value) {
		f.Verdict = spec.Unmet
	}
	f.Reason.Text = spec.Textf("%d of %s forward points are built", "规划 %[2]s 个前置点，已建 %[1]d 个", n, p.Count.Value)
	a.untilDue(&f)
	return f
}

// untilDue softens what is not met before the end of the plan.
func (a *Assessment) untilDue(f *spec.Finding) {
	if due := a.provisions.Due; f.Verdict == spec.Unmet && a.AsOf.Before(due) {
		f.Verdict, f.Reason.Code, f.Reason.Text = spec.Unknown, spec.ReasonNotDue, notDue(f.Reason.Text, due)
	}
}

func (a *Assessment) townshipsFinding() spec.Finding {
	f := a.about(ruleTownships, a.provisions.TownshipPoints.Source)
	if !a.provisions.TownshipPoints.Value {
		return notInPlan(f, spec.T("the plan asks for no storage points in townships", "规划未要求乡镇（街道）设储备点"))
	}
	option := a.choices.Of(storagePoints())
	f.Readings = []string{spec.Used(storagePoints(), option)}
	if option != PointsTownship && option != PointsForward {
		return invalid(f, option)
	}
	var needs []spec.Need
	if !a.records.HasStores {
		needs = append(needs, storesNeed())
	}
	if !a.records.HasTownships {
		needs = append(needs, need("townships.csv", "", spec.T("which townships and subdistricts does the county have?", "全县有哪些乡镇（街道）？")))
	} else {
		input(&f, "townships", spec.T("townships and subdistricts", "乡镇（街道）"), spec.Whole(len(a.records.Townships)), spec.Townships, spec.Source{})
	}
	if len(needs) > 0 {
		return unknown(f, spec.T("which townships have a storage point is not known", "各乡镇（街道）是否设有储备点尚不可知"), needs...)
	}
	if len(a.records.Townships) == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("the county has no townships", "没有乡镇（街道）"))
		return f
	}
	n := NetworkOf(a.records.Stores, a.records.Townships, option == PointsForward)
	for _, tier := range StoreKinds() {
		input(&f, tier.String(), spec.Textf("stores: %s", "储备库点：%s", tier), spec.Whole(n.Stores[tier]), spec.Units, spec.Source{})
	}
	var without []string
	for _, code := range n.Without {
		without = append(without, code.String())
	}
	input(&f, "without", spec.T("townships without a storage point", "未设储备点的乡镇（街道）"), spec.Whole(n.Townships-n.Covered), spec.Townships, spec.Source{})
	ofAll(&f, n.Covered, n.Townships, spec.Townships)
	f.Reason.Text = spec.Textf("%d of %d townships have a storage point%s", "%[2]d 个乡镇（街道）中 %[1]d 个设有储备点%[3]s", n.Covered, n.Townships, lacking(without))
	return f
}

// lacking names what is without.
func lacking(ids []string) spec.Text {
	if len(ids) == 0 {
		return spec.Text{}
	}
	return spec.T("; without: "+listed(ids), "；未设："+listed(ids))
}

func (a *Assessment) categoriesFinding() spec.Finding {
	p := a.provisions.Categories
	f := a.about(ruleCategories, p.Source)
	if !p.Known() {
		return notInPlan(f, spec.T("the plan names no categories of supplies", "规划未列应急物资类别"))
	}
	input(&f, "categories", spec.T("categories of the plan", "规划物资类别"), spec.Whole(len(p.Value)), spec.Items, p.Source)
	if !a.records.HasStock {
		return unknown(f, spec.T("of which categories there is stock is not known", "各类物资有无储备尚不可知"), need(needStock, "", spec.T("which lots of supplies does the county hold, of every category?", "各类应急物资储备了哪些批次？")))
	}
	var t spec.Tally
	var empty, open []string
	day := StockOf(a.Items, a.lots, a.AsOf, a.counted)
	for _, c := range p.Value {
		v := a.stocked(c, day)
		t.Add(v)
		switch v {
		case spec.Unmet:
			empty = append(empty, c.In(spec.Chinese))
		case spec.Unknown:
			open = append(open, c.String())
		}
	}
	tallyInputs(&f, t)
	ofAll(&f, t.Met, len(p.Value), spec.Items)
	noted(&f, "without", spec.T("without usable stock", "无可用储备"), listed(empty))
	if len(open) > 0 {
		partly(&f, need(needStock+": quantity, unit, mode", "", spec.Textf("how much is there of the categories: %s?", "以下类别的储备数量是多少：%s？", listed(open))))
		f.Missing = append(f.Missing, a.strayLots(func(item Item) bool { return slices.Contains(p.Value, item.Category) }).needs()...)
	}
	if f.Verdict = t.Verdict(); f.Verdict == spec.Unmet {
		f.Reason.Code = spec.ReasonSomeUnmet
	}
	f.Reason.Text = spec.Textf("%d of %d categories have usable stock", "%[2]d 类物资中 %[1]d 类有可用储备", t.Met, len(p.Value))
	return f
}

// stocked says whether there is anything usable of a category on the day.
func (a *Assessment) stocked(c Category, day Stock) spec.Verdict {
	out := spec.Unmet
	for i, item := range a.Items {
		if item.Category != c {
			continue
		}
		q := day.Usable(i)
		if low, ok := q.Low(); ok && low.Sign() > 0 {
			return spec.Met
		}
		if high, ok := q.High(); !ok || high.Sign() > 0 {
			out = spec.Unknown
		}
	}
	return out
}

func (a *Assessment) levelsFinding() spec.Finding {
	p := a.provisions
	f := a.about(ruleLevels, p.Levels.Source)
	f.Unit = spec.Levels
	if !p.Levels.Known() {
		return notInPlan(f, spec.T("the plan announces no levels", "规划未提出储备标准级数"))
	}
	input(&f, "announced", spec.T("levels announced", "规划所称级数"), spec.Whole(p.Levels.Value), spec.Levels, p.Levels.Source)
	if p.Tiers.Known() {
		input(&f, "tiers", spec.T("tiers named", "规划所列层级数"), spec.Whole(len(p.Tiers.Value)), spec.Levels, p.Tiers.Source)
	}
	if len(a.records.Levels) == 0 {
		return unknown(f, spec.Textf("the plan announces %s levels and names %d; what the others are is not known", "规划称“%s级”，只列出 %d 级，其余尚不可知", p.Levels.Value, len(p.Tiers.Value)),
			need(needLevels, "", spec.T("which are the levels of the county's standard of reserves?", "本县应急物资储备标准分哪几级？")))
	}
	input(&f, "supplied", spec.T("levels supplied by the county", "县级填报的级数"), spec.Whole(len(a.records.Levels)), spec.Levels, spec.Source{})
	f.Actual = spec.Whole(len(a.records.Levels))
	noted(&f, "levels", spec.T("levels supplied", "填报的层级"), listed(a.records.Levels))
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%d levels are supplied, %s announced", "填报 %d 级，规划提出 %s 级", len(a.records.Levels), p.Levels.Value))
	return f
}

func (a *Assessment) centreFinding() spec.Finding {
	c := a.provisions.Centre
	f := a.about(ruleCentre, spec.Source{})
	f.Target = c.ID
	option := a.choices.Of(centreState())
	f.Readings = []string{spec.Used(centreState(), option)}
	wanted, ok := map[string]CentreState{CentreToComplete: CentreCompleted, CentreToStart: CentreStarted, CentreToAdvance: CentreArgued}[option]
	switch {
	case c.ID == "":
		return notInPlan(f, spec.T("the plan speaks of no reserve centre", "规划未提及物资储备中心"))
	case !ok:
		return invalid(f, option)
	}
	for i, s := range c.Statements {
		f.Inputs = append(f.Inputs, spec.Input{Name: "statement-" + string(rune('1'+min(i, 8))), Label: spec.T("the plan says", "规划表述"), Text: s.Value, Source: s.Source})
	}
	told(&f, "wanted", spec.T("state asked for", "要求的进度"), wanted.String(), spec.WordsOf(wanted))
	state, ok := a.records.Centre.AsOf(a.AsOf).Value()
	if !ok {
		return unknown(f, spec.T("how far the reserve centre has come is not known", "物资储备中心进度尚不可知"),
			need(needCentre, "", spec.T("how far has the reserve centre come: nothing done, argued for, planned, approved, started or completed?", "物资储备中心进度如何：未启动、论证、规划、立项批复、开工、建成？")))
	}
	told(&f, "state", spec.T("state reported", "填报进度"), state.String(), spec.WordsOf(state))
	verdict := spec.Unmet
	if state >= wanted {
		verdict = spec.Met
	}
	decide(&f, verdict, spec.ReasonCompared, spec.Textf("reported: %s; asked for: %s", "填报：%s；要求：%s", state, wanted))
	a.untilDue(&f)
	return f
}

func (a *Assessment) systemFinding() spec.Finding {
	p := a.provisions.System
	f := a.about(ruleSystem, p.Source)
	f.Target = p.Value
	option := a.choices.Of(informationRole())
	f.Readings = []string{spec.Used(informationRole(), option)}
	answer := a.records.System
	switch option {
	case SystemOwn:
	case SystemUnified:
		answer = a.records.Unified
	default:
		return invalid(f, option)
	}
	if !p.Known() {
		return notInPlan(f, spec.T("the plan asks for no information system", "规划未要求建立信息化管理系统"))
	}
	classed := 0
	for _, item := range a.Items {
		if !item.Class.IsZero() {
			classed++
		}
	}
	input(&f, "items", spec.T("items", "物资品种"), spec.Whole(len(a.Items)), spec.Items, spec.Source{})
	input(&f, "classed", spec.T("items with a class code of GB/T 38565-2020", "已赋 GB/T 38565-2020 分类代码的品种"), spec.Whole(classed), spec.Items, spec.Source{})
	yes, ok := answer.AsOf(a.AsOf).Value()
	if !ok {
		return unknown(f, spec.T("whether there is such a system is not known", "是否已建成或接入系统尚不可知"),
			need(needSystem, "", spec.T("does the county run an information system of supplies, and is it joined to the unified database?", "是否建有全县应急物资信息化管理系统，是否接入统一数据库？")))
	}
	if yes {
		decide(&f, spec.Met, spec.ReasonCompared, spec.T("there is such a system", "已建成或接入"))
		return f
	}
	decide(&f, spec.Unmet, spec.ReasonCompared, spec.T("there is no such system", "未建成或接入"))
	a.untilDue(&f)
	return f
}

// Catalogue returns one of the plan's lists of this room by its id.
func (p Provisions) Catalogue(id string) (spec.Catalogue, bool) {
	i := slices.IndexFunc(p.Catalogues, func(c spec.Catalogue) bool { return c.ID == id })
	if i < 0 {
		return spec.Catalogue{}, false
	}
	return p.Catalogues[i], true
}
