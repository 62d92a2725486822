package reserves

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// planNeeds says what to collect before relief can be planned out of the stock.
func (a *Assessment) planNeeds() []spec.Need {
	var out []spec.Need
	r := a.records
	if !r.HasStock {
		out = append(out, a.stockNeeds()...)
	}
	if !r.HasNeeds {
		out = append(out, need(needNeeds, spec.Persons, spec.T("how many people are affected in each township in the planning scenario?", "设定情景下各乡镇（街道）受灾群众各多少人？")))
	}
	if !r.HasRoutes {
		out = append(out, need(needRoutes, "", spec.T("from each store to each township: loading, travel and handing-out times, and how many vehicles?",
			"各库点至各乡镇（街道）的装车、运输、发放用时和车辆数各是多少？")))
	}
	if a.clock == ClockEvent && !a.Relief.Delay.Known() {
		out = append(out, need(needReportDelay, spec.Hours, spec.T("how long does it take from the disaster until it is reported?", "自灾害发生至灾情报告需多长时间？")))
	}
	if len(a.Plan.Overbooked) > 0 {
		var routes []string
		for _, o := range a.Plan.Overbooked {
			routes = append(routes, r.Routes[o.Route].Store+"→"+r.Routes[o.Route].Place.String())
		}
		out = append(out, need(needRoutes+": item, vehicles", "", spec.Textf("which vehicles carry which item on these routes, a row for each item, or how many more are there: %s?",
			"以下路线的车辆如何按物资分配（每种物资一行），或可增加多少车辆：%s？", listed(routes))))
	}
	d := a.Plan.Doubt
	if len(d.Unmeasured) > 0 {
		out = append(out, need(needRoutes+": loading, travel, handing_out", "", spec.Textf("which stores reach these places, and in what time? Where there is no way, write none as the travel time: %s",
			"哪些库点可送达以下地点，用时多少？确无道路的，运输用时填“不通”：%s", listed(d.Unmeasured))))
	}
	if len(d.StrayLots) > 0 {
		out = append(out, a.strayLots(isEssential).needs()...)
	}
	if len(d.StrayRoutes) > 0 {
		out = append(out, a.strayRoutes().needs()...)
	}
	if len(d.Items) > 0 {
		out = append(out, a.strayNorms.needs()...)
	}
	for _, one := range []struct {
		ids []string
		key string
		ask spec.Text
	}{
		{d.Lots, needStock + ": quantity, unit, mode, lead_time", spec.Textf("what are the quantity, unit, mode and lead time of these lots: %s?", "以下批次的数量、单位、储备方式和出库用时是什么：%s？", listed(d.Lots))},
		{d.Routes, needRoutes + ": loading, travel, handing_out, vehicles", spec.Textf("what are the times and vehicles of these routes, and what does a vehicle carry: %s?", "以下路线的用时和车辆数、每车装载量是多少：%s？", listed(d.Routes))},
		{d.Places, needNeeds + ": people", spec.Textf("how many people are affected in: %s?", "以下地点受灾群众各多少人：%s？", listed(d.Places))},
		{d.Items, needNorms, spec.Textf("what is the norm of these items, and what is it multiplied with: %s?", "以下物资的配备标准及其测算参数是什么：%s？", listed(d.Items))},
	} {
		if len(one.ids) > 0 {
			out = append(out, need(one.key, "", one.ask))
		}
	}
	return out
}

// placesOf names places.
func (a *Assessment) placesOf(places []int) spec.Text {
	if n := len(a.Needs); n > 1 && len(places) == n {
		return spec.Textf("all %d places", "全部 %d 个需求点", n)
	}
	var out []string
	for _, p := range places {
		out = append(out, a.Needs[p].Title())
	}
	return spec.T(listed(out), listed(out))
}

func (a *Assessment) dispatchFinding() spec.Finding {
	p := a.provisions
	f := a.about(ruleDispatch, p.ReliefWithin.Source)
	f.Target = p.ReliefID
	ration, form := a.choices.Of(scarceStock()), a.choices.Of(dispatchForm())
	f.Readings = []string{spec.Used(reliefClock(), a.clock), spec.Used(countedModes(), a.modes), spec.Used(scarceStock(), ration), spec.Used(dispatchForm(), form)}
	switch {
	case !p.ReliefWithin.Known():
		return notInPlan(f, spec.T("the plan sets no time within which the people affected are relieved", "规划未规定受灾群众得到救助的时限"))
	case !scarceStock().Has(ration):
		return invalid(f, ration)
	case !dispatchForm().Has(form):
		return invalid(f, form)
	case a.ReliefTime.Code == spec.ReasonInvalidChoice:
		return invalid(f, a.clock)
	case a.Evacuees.Code == spec.ReasonInvalidChoice:
		return invalid(f, a.modes)
	case a.planFault != nil:
		return unknown(f, spec.T("the figures are too large to be planned with", "数值过大，无法测算"),
			need(needNeeds+": people", spec.Persons, spec.T("are the people affected and the norms right? Together they ask for more than can be planned with", "受灾群众人数和配备标准是否有误？所需数量超出可测算范围")))
	case !a.Planned || len(a.Plan.Items) == 0:
		return unknown(f, spec.T("whether the stock can be brought to everybody in time is not known", "现有储备能否限时送达尚不可知"), a.planNeeds()...)
	}
	limit := p.ReliefWithin.Value
	served := a.Plan.Progress.Served(limit)
	all := a.Plan.Progress.People()
	f.Verdict, f.Reason.Code = a.Plan.Verdict(limit), spec.ReasonCompared
	f.Actual, f.Unit, f.Comparison, f.Required = spec.Whole(served), spec.Persons, spec.NotBelow, spec.Whole(all)
	if served < all {
		f.Bound = spec.AtLeastBound // another plan may serve more by then
	}
	f.Gap = spec.Whole(all - served)
	if !a.Plan.isSure() {
		f.Actual, f.Bound, f.Gap = spec.Amount{}, spec.ExactBound, spec.Amount{}
	}
	if f.Verdict == spec.Unmet && len(a.Plan.CutOff) > 0 {
		f.Reason.Code = spec.ReasonCutOff
	}
	if f.Verdict == spec.Unknown {
		partly(&f, a.planNeeds()...)
	}
	a.untilDue(&f)
	a.planInputs(&f)
	f.Reason.Text = a.dispatchText(served)
	if f.Reason.Code == spec.ReasonNotDue {
		f.Reason.Text = notDue(f.Reason.Text, p.Due)
	}
	return f
}

func (a *Assessment) dispatchText(served measure.People) spec.Text {
	limit := a.provisions.ReliefWithin.Value
	text := spec.Textf("%s of %s people have a full set within %s hours", "%[3]s 小时内 %[2]s 人中有 %[1]s 人领到全套物资",
		spec.Whole(served), spec.Whole(a.Plan.Progress.People()), hours(limit))
	var late []spec.Text
	for _, one := range a.Plan.Items {
		if one.Late != nil {
			late = append(late, spec.Textf("%s short in %s", "缺%s（%s）", counted(one.Late.Missing, one.Item), a.placesOf(one.Late.Places)))
		}
	}
	if left := a.Plan.Doubt.leftOut(); len(left) > 0 {
		text = spec.Textf("%s (not known and not counted on: %s)", "%s（不明而未计入：%s）", text, joined(left))
	}
	if lots := a.unrouted(); len(lots) > 0 {
		text = spec.Textf("%s (no route begins where these lots lie: %s)", "%s（以下批次所在库点无配送路线：%s）", text, listed(lots))
	}
	if len(a.Plan.CutOff) > 0 {
		text = spec.Textf("%s (cut off, with no way from any store: %s)", "%s（已填报不通、任何库点均无路可达：%s）", text, a.placesOf(a.Plan.CutOff))
	}
	switch {
	case len(late) > 0:
		return spec.Textf("%s: %s", "%s：%s", text, joined(late))
	case len(a.Plan.Overbooked) > 0:
		return spec.Textf("%s, if each item had the vehicles for itself; %d routes would need more", "%s（假定各项物资分别用车；%d 条路线车辆不足以同时运送）", text, len(a.Plan.Overbooked))
	case a.Plan.Slowest >= 0:
		slow := a.Plan.Items[a.Plan.Slowest]
		return spec.Textf("%s; everything is there after %s hours, %s last", "%s；全部送达用时 %s 小时，最后为%s", text, hours(a.Plan.Done), slow.Item.Name)
	}
	return text
}

// joined strings phrases together.
func joined(list []spec.Text) spec.Text {
	var en, zh []string
	for _, t := range list {
		en, zh = append(en, t.EN), append(zh, t.ZH)
	}
	return spec.T(strings.Join(en, "; "), strings.Join(zh, "；"))
}

// planInputs lists what the relief plan was worked out from, and item by item
// what came out.
func (a *Assessment) planInputs(f *spec.Finding) {
	p := a.provisions.ReliefWithin
	input(f, "limit", spec.T("relief within", "救助时限"), hours(p.Value), spec.Hours, p.Source)
	if d, ok := a.Relief.Delay.Value(); ok {
		input(f, "delay", spec.T("from the start of the clock to the report", "起算至报告用时"), hours(d), spec.Hours, a.Relief.Delay.Source())
	}
	input(f, "places", spec.T("places of need", "需求点"), spec.Whole(len(a.Needs)), spec.Units, spec.Source{})
	for i := range a.Plan.Places {
		f.Inputs = append(f.Inputs, placeInput(&a.Needs[i], "affected", "people affected", "受灾群众", a.Plan.Places[i].People()))
	}
	f.Inputs = append(f.Inputs, a.servedInputs()...)
	input(f, "routes", spec.T("routes", "配送路线"), spec.Whole(len(a.records.Routes)), spec.Items, spec.Source{})
	for _, one := range a.Plan.Items {
		add := func(name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) {
			input(f, one.Item.Code+"."+name, spec.Textf("%s: %s", "%s：%s", one.Item.Name, label), v, unit, source)
		}
		add("norm", spec.Textf("norm %s", "配备标准（%s）", one.Item.Norm.Value), quantity(one.Item.Norm.Value.Quantity), one.Item.Unit, one.Item.Norm.Source)
		needed, ready := int64(0), int64(0)
		for _, n := range one.Net.Needs {
			needed += n
		}
		for _, s := range one.Net.Supplies {
			ready += s.Units
		}
		add("needed", spec.T("needed", "需求量"), spec.Whole(needed), one.Item.Unit, spec.Source{})
		add("ready", spec.T("in stores with a route", "有路线库点的可用储备"), spec.Whole(ready), one.Item.Unit, spec.Source{})
		if one.Complete {
			add("done", spec.T("everywhere after", "全部送达用时"), hours(one.Done), spec.Hours, spec.Source{})
		}
		if one.Late != nil {
			add("missing", spec.T("missing within the limit", "限时内缺口"), spec.Whole(one.Late.Missing), one.Item.Unit, spec.Source{})
		}
	}
	if len(a.Plan.CutOff) > 0 {
		input(f, "cut-off", spec.T("places cut off from every store", "与全部库点不通的需求点"), spec.Whole(len(a.Plan.CutOff)), spec.Units, spec.Source{})
	}
	if slack, ok := a.Plan.Slack(p.Value); ok {
		input(f, "slack", spec.T("slack", "时间余量"), hours(slack), spec.Hours, spec.Source{})
	}
	last := a.Plan.Progress.At(p.Value)
	if last.Item >= 0 {
		told(f, "bottleneck", spec.T("bottleneck at the limit: item, store awaited", "到时限时的短板物资及待发库点"), strings.TrimSpace(a.Items[last.Item].Code+" "+last.Store),
			spec.T(strings.TrimSpace(a.Items[last.Item].Name.EN+" "+last.Store), strings.TrimSpace(a.Items[last.Item].Name.ZH+" "+last.Store)))
	} else if i := a.Plan.Slowest; i >= 0 {
		noted(f, "last", spec.T("item that is complete last, and its last store", "最后送达的物资及库点"), strings.TrimSpace(a.Plan.Items[i].Item.Code+" "+a.Plan.lastStore(i)))
	}
	for _, o := range a.Plan.Overbooked {
		r := a.records.Routes[o.Route]
		input(f, "vehicles."+r.Store+"."+r.Place.String(), spec.Textf("vehicles wanted from %s to %s, which has %s", "%s 至 %s 所需车辆（现有 %s 辆）", r.Store, r.Place, o.Vehicles),
			spec.Whole(o.Wanted), spec.Vehicles, spec.Source{})
	}
}

// lastStore returns the store whose goods of an item arrive last.
func (p ReliefPlan) lastStore(i int) string {
	var store string
	var at measure.Duration
	for _, c := range p.Items[i].Dispatch.Consignments {
		if store == "" || at.Less(c.At) {
			store, at = p.Store(p.Items[i].Net.Supplies[c.Supply].Store), c.At
		}
	}
	return store
}
