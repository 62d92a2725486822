package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// purchaseFinding says what to buy until the stock covers the evacuees.
func (a *Assessment) purchaseFinding() spec.Finding {
	p, g := a.provisions, a.Gap
	f := a.about(rulePurchase, p.Evacuees.Source)
	f.Readings, f.Unit = []string{spec.Used(countedModes(), a.modes)}, spec.Yuan
	switch {
	case !p.Evacuees.Known():
		return notInPlan(f, spec.T("the plan sets no number of people whose resettlement the stock must cover", "规划未规定储备量应保障的转移安置人数"))
	case a.Evacuees.Code == spec.ReasonInvalidChoice:
		return invalid(f, a.modes)
	}
	input(&f, "evacuees", spec.T("people to resettle", "需转移安置人数"), spec.Whole(p.Evacuees.Value), spec.Persons, p.Evacuees.Source)
	if a.Basis.SupportDays > 0 {
		source := p.SupportDays.Source
		if source.IsZero() {
			source = a.records.SupportDays.Source()
		}
		input(&f, "support-days", spec.T("days of support", "保障天数"), spec.Whole(a.Basis.SupportDays), spec.Days, source)
	}
	var said []spec.Text
	unpriced := false
	for _, line := range g.Lines {
		a.purchaseInputs(&f, line)
		said = append(said, counted(line.Units, line.Item))
		unpriced = unpriced || !line.Cost.Known()
	}
	if cost, ok := g.Cost.Value(); ok && g.Known {
		f.Actual = yuan(cost)
		input(&f, "purchase", spec.T("cost of what is short", "补齐缺口所需资金"), yuan(cost), spec.Yuan, spec.Source{})
	}
	switch {
	case !g.Known:
		return unknown(f, spec.T("what has to be bought is not known", "应采购的数量尚不可知"), a.stockNeeds()...)
	case len(g.Lines) == 0:
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.T("nothing has to be bought", "无需采购"))
	default:
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("to be bought: %s; one unit less of any would leave somebody without", "应采购：%s；任一物资少一件即有人得不到保障", joined(said)))
	}
	if unpriced {
		f.Missing = []spec.Need{need("items: price", spec.Yuan, spec.T("what is the price of the items that are short?", "短缺物资的单价是多少？"))}
	}
	return f
}

// purchaseInputs lists a purchase with its proof.
func (a *Assessment) purchaseInputs(f *spec.Finding, line GapLine) {
	item := line.Item
	add := func(name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) {
		input(f, item.Code+"."+name, spec.Textf("%s: %s", "%s：%s", item.Name, label), v, unit, source)
	}
	i := slices.IndexFunc(a.Items, func(one Item) bool { return one.Code == item.Code })
	add("norm", spec.Textf("norm %s", "配备标准（%s）", item.Norm.Value), quantity(item.Norm.Value.Quantity), item.Unit, item.Norm.Source)
	if q, ok := a.Stock.Usable(i).Value(); ok {
		add("usable", spec.T("usable stock", "可用储备"), quantity(q), item.Unit, spec.Source{})
	}
	add("buy", spec.T("to be bought", "应采购"), spec.Whole(line.Units), item.Unit, spec.Source{})
	for _, proof := range []struct {
		name  string
		label spec.Text
		n     spec.Observed[measure.People]
	}{
		{"with", spec.T("people served then", "采购后可保障人数"), line.With},
		{"one-less", spec.T("people served with one unit less", "少购一件可保障人数"), line.Without},
	} {
		if amount, _ := peopleAmount(proof.n); amount.Known() {
			add(proof.name, proof.label, amount, spec.Persons, spec.Source{})
		}
	}
	if item.Price.Known() {
		add("price", spec.T("price of one", "单价"), yuan(item.Price.Value), spec.Yuan, item.Price.Source)
	}
}

// reliefPurchaseFinding says what to add to which stores until everybody is
// reached in time.
func (a *Assessment) reliefPurchaseFinding() spec.Finding {
	p := a.provisions
	f := a.about(ruleReliefPurchase, p.ReliefWithin.Source)
	form, ration := a.choices.Of(dispatchForm()), a.choices.Of(scarceStock())
	f.Readings, f.Unit = []string{spec.Used(reliefClock(), a.clock), spec.Used(countedModes(), a.modes),
		spec.Used(scarceStock(), ration), spec.Used(dispatchForm(), form)}, spec.Yuan
	switch {
	case p.ReliefWithin.Known() && !dispatchForm().Has(form):
		return invalid(f, form)
	case p.ReliefWithin.Known() && !scarceStock().Has(ration):
		return invalid(f, ration)
	case !p.ReliefWithin.Known():
		return notInPlan(f, spec.T("the plan sets no time within which the people affected are relieved", "规划未规定受灾群众得到救助的时限"))
	case a.ReliefTime.Code == spec.ReasonInvalidChoice || a.Evacuees.Code == spec.ReasonInvalidChoice:
		return invalid(f, a.modes+", "+a.clock)
	case !a.Planned || len(a.Plan.Items) == 0:
		return unknown(f, spec.T("what has to be added, and where, is not known", "应增储的数量和库点尚不可知"), a.dispatchFinding().Missing...)
	}
	input(&f, "limit", spec.T("relief within", "救助时限"), hours(p.ReliefWithin.Value), spec.Hours, p.ReliefWithin.Source)
	total := spec.Exactly(measure.Money{})
	var said, beyond []spec.Text
	for _, one := range a.Plan.Items {
		buy := one.Purchase
		if buy.Beyond != nil {
			beyond = append(beyond, spec.Textf("%s in %s", "%s（%s）", one.Item.Name, a.placesOf(buy.Beyond.Places)))
			continue
		}
		for _, line := range buy.Lines {
			store := a.Plan.Store(line.Store)
			said = append(said, spec.Textf("%s in %s", "%[2]s 增储%[1]s", counted(line.Units, one.Item), store))
			input(&f, one.Item.Code+"."+store, spec.Textf("%s: to be added in %s", "%s：%s 应增储", one.Item.Name, store), spec.Whole(line.Units), one.Item.Unit, spec.Source{})
		}
		if buy.Units > 0 {
			total = addMoney(total, buy.Cost)
			if one.Item.Price.Known() {
				input(&f, one.Item.Code+".price", spec.Textf("%s: price of one", "%s：单价", one.Item.Name), yuan(one.Item.Price.Value), spec.Yuan, one.Item.Price.Source)
			}
		}
		f.Lean(one.Item.Norm.Source)
	}
	cost, priced := total.Value()
	if priced && len(beyond) == 0 {
		f.Actual = yuan(cost)
		input(&f, "purchase", spec.T("cost of what is added", "增储所需资金"), yuan(cost), spec.Yuan, spec.Source{})
	}
	switch {
	case len(beyond) > 0:
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("no purchase reaches these in time, for want of a route or a vehicle: %s", "以下无论采购多少均不能限时送达（缺路线或车辆）：%s", joined(beyond)))
		if len(a.Plan.CutOff) > 0 {
			f.Reason.Text = spec.Textf("%s; cut off, with no way from any store: %s", "%s；已填报不通、任何库点均无路可达：%s", f.Reason.Text, a.placesOf(a.Plan.CutOff))
		}
	case len(said) == 0:
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.T("nothing has to be added", "无需增储"))
	default:
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%s; fewer units of any, in whatever stores, are too few", "%s；任一物资更少，无论存于何处均不足", joined(said)))
	}
	if !a.Plan.Doubt.IsZero() {
		a.doubtfulPurchase(&f)
	} else if !priced {
		f.Missing = []spec.Need{need("items: price", spec.Yuan, spec.T("what is the price of the items that are short?", "短缺物资的单价是多少？"))}
	}
	return f
}

// daysFinding says for how many days the stock lasts, and which item sets it.
func (a *Assessment) daysFinding() spec.Finding {
	p := a.provisions
	f := a.about(ruleDays, p.Evacuees.Source)
	f.Readings, f.Unit = []string{spec.Used(countedModes(), a.modes)}, spec.Days
	if !p.Evacuees.Known() {
		return notInPlan(f, spec.T("the plan sets no number of people whose resettlement the stock must cover", "规划未规定储备量应保障的转移安置人数"))
	}
	if a.Evacuees.Code == spec.ReasonInvalidChoice {
		return invalid(f, a.modes)
	}
	input(&f, "evacuees", spec.T("people to resettle", "需转移安置人数"), spec.Whole(p.Evacuees.Value), spec.Persons, p.Evacuees.Source)
	var least lowestDays
	for _, one := range a.Coverage.Items {
		if !one.Item.Essential || !one.Item.Norm.Known() || one.Item.Norm.Value.Kind != PerPersonDay || one.Item.Norm.Value.Of != Everybody {
			continue
		}
		least.add(one)
		input(&f, one.Item.Code+".norm", spec.Textf("%s: norm %s", "%s：配备标准（%s）", one.Item.Name, one.Item.Norm.Value), quantity(one.Item.Norm.Value.Quantity), one.Item.Unit, one.Item.Norm.Source)
		if q, ok := one.Usable.Value(); ok {
			input(&f, one.Item.Code+".usable", spec.Textf("%s: usable stock", "%s：可用储备", one.Item.Name), quantity(q), one.Item.Unit, spec.Source{})
		}
		if days, ok := one.Days.Value(); ok {
			input(&f, one.Item.Code+".days", spec.Textf("%s: days of cover", "%s：可保障天数", one.Item.Name), spec.Whole(days), spec.Days, spec.Source{})
		}
	}
	days, ok := least.days.Value()
	switch {
	case least.n == 0:
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("no essential item is consumed by the day", "没有按日消耗的必需物资"))
	case !ok:
		return unknown(f, spec.T("for how many days the stock lasts is not known", "储备可保障天数尚不可知"), a.stockNeeds()...)
	default:
		f.Actual = spec.Whole(days)
		decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("the stock lasts %s people for %s days; %s is the shortest", "储备可供 %s 人 %s 天，最短的是%s", p.Evacuees.Value, days, least.item))
	}
	return f
}

// lowestDays keeps the least number of days, unknown as soon as one is.
type lowestDays struct {
	n    int
	days spec.Observed[measure.Count]
	item spec.Text
}

func (l *lowestDays) add(one ItemCoverage) {
	days, ok := one.Days.Value()
	least, known := l.days.Value()
	switch {
	case l.n == 0 || ok && known && days < least:
		l.days, l.item = one.Days, one.Item.Name
	case !ok:
		l.days = spec.Observed[measure.Count]{}
	}
	l.n++
}
