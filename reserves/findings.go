package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Findings says the assessment in words, in the order of [Rules] (评估结论).
func (a Assessment) Findings() []spec.Finding {
	return []spec.Finding{
		a.evacueesFinding(), a.reliefFinding(), a.warehousesFinding(),
		a.dispatchFinding(), a.setsFinding(), a.purchaseFinding(), a.reliefPurchaseFinding(), a.daysFinding(),
		a.normsFinding(), a.claimsFinding(), a.ledgerFinding(), a.ageingFinding(), a.minimumFinding(),
		a.forwardPointsFinding(), a.townshipsFinding(), a.categoriesFinding(), a.levelsFinding(),
		a.centreFinding(), a.systemFinding(),
	}
}

// finding starts the finding of a rule on what a figure of the plan requires.
func (a *Assessment) finding(rule spec.Rule, id string, source spec.Source) spec.Finding {
	if source.IsZero() {
		source = rule.Source
	}
	return spec.Finding{Rule: rule.ID, Target: id, Kind: rule.Kind, Title: rule.Title, Subject: a.Subject, Source: source}
}

// judged fills in what a judgement says of people against people.
func judged(f *spec.Finding, j spec.Judgement, actual spec.Observed[measure.People], short spec.Observed[measure.People]) {
	f.Verdict, f.Reason.Code, f.Comparison, f.Unit = j.Verdict, j.Code, j.Comparison, spec.Persons
	f.Actual, f.Bound = peopleAmount(actual)
	f.Required = spec.AmountOf(j.Required, 0)
	if n, ok := short.Value(); ok {
		f.Gap = spec.Whole(n)
	}
}

func (a *Assessment) evacueesFinding() spec.Finding {
	p, c := a.provisions, a.Coverage
	f := a.finding(evacueesRule(), p.EvacueesID, p.Evacuees.Source)
	if a.Evacuees.Code == spec.ReasonNotInPlan {
		return notInPlan(f, spec.T("the plan sets no number of people whose resettlement the stock must cover", "规划未规定储备量应保障的转移安置人数"))
	}
	f.Lean(p.Evacuees.Source)
	f.Readings = []string{spec.Used(countedModes(), a.modes)}
	if a.Evacuees.Code == spec.ReasonInvalidChoice {
		return invalid(f, a.modes)
	}
	judged(&f, a.Evacuees, c.People, c.Short)
	f.Required = spec.Whole(p.Evacuees.Value)
	f.Inputs = a.stockInputs(&f)
	f.Reason.Text = a.evacueesText(f)
	if !c.People.Known() {
		f.Missing = a.stockNeeds()
	}
	return f
}

func (a *Assessment) evacueesText(f spec.Finding) spec.Text {
	required := a.provisions.Evacuees.Value
	scarcest, ok := a.Coverage.Bottleneck()
	if !f.Actual.Known() {
		return spec.Textf("whether the stock covers %s people is not known", "储备能否保障 %s 人尚不可知", required)
	}
	served := said(f.Actual, f.Bound, spec.Persons)
	held := spec.T("", "")
	if ok {
		held = spec.Textf(", held back by %s", "（短板为%s）", scarcest.Item.Name)
	}
	text := spec.Textf("the usable stock serves %s%s; %s people are required", "可用储备可保障%s%s，要求 %s 人", served, held, required)
	if outside := a.Stock.Unlisted(); len(outside) > 0 {
		text = spec.Textf("%s; in stock but not in the list of items, and not counted on: %s", "%s；在库但不在品目表内、不能确认计入：%s", text, listed(outside))
	}
	if f.Reason.Code == spec.ReasonNotDue {
		return notDue(text, a.provisions.Due)
	}
	return text
}

func (a *Assessment) reliefFinding() spec.Finding {
	p, r := a.provisions, a.Relief
	f := a.finding(reliefTimeRule(), p.ReliefID, p.ReliefWithin.Source)
	if a.ReliefTime.Code == spec.ReasonNotInPlan {
		return notInPlan(f, spec.T("the plan sets no time within which the people affected are relieved", "规划未规定受灾群众得到救助的时限"))
	}
	f.Lean(p.ReliefWithin.Source, r.Affected.Source(), r.Delay.Source())
	f.Readings = []string{spec.Used(reliefClock(), a.clock)}
	if plan := a.planReadings(); len(plan) > 0 {
		f.Readings = append(append(f.Readings, spec.Used(countedModes(), a.modes)), plan...)
	}
	limit := hours(p.ReliefWithin.Value)
	switch a.ReliefTime.Code {
	case spec.ReasonInvalidChoice:
		return invalid(f, a.clock)
	case spec.ReasonNothingToDo:
		f.Verdict, f.Reason = a.ReliefTime.Verdict, spec.Reason{Code: a.ReliefTime.Code,
			Text: spec.T("the planning scenario affects nobody", "设定情景中没有受灾群众")}
		return f
	}
	affected, exact := r.Affected.Value()
	short := spec.Observed[measure.People]{}
	if exact {
		short = shortOf(affected, r.Served)
	}
	judged(&f, a.ReliefTime, r.Served, short)
	f.Inputs = a.reliefInputs()
	required, bound := peopleAmount(r.Affected)
	switch {
	case !f.Actual.Known() || !required.Known():
		f.Reason.Text = spec.Textf("whether all people affected are reached within %s hours is not known", "受灾群众能否在 %s 小时内全部得到救助尚不可知", limit)
	default:
		by := spec.T("the deliveries planned", "按填报的配送计划")
		if !a.records.HasDeliveries {
			by = spec.T("the stock and its routes", "按储备和配送路线")
		}
		f.Reason.Text = spec.Textf("%s serve %s within %s hours; %s are affected", "%s，%[3]s 小时内可救助%[2]s，受灾需救助%[4]s",
			by, said(f.Actual, f.Bound, spec.Persons), limit, said(required, bound, spec.Persons))
	}
	if f.Reason.Code == spec.ReasonNotDue {
		f.Reason.Text = notDue(f.Reason.Text, p.Due)
	}
	if !r.Served.Known() || !exact {
		f.Missing = a.deliveryNeeds()
	}
	return f
}

func (a *Assessment) warehousesFinding() spec.Finding {
	base := a.provisions.Warehouses
	f := a.finding(warehousesRule(), "", base.Source)
	f.Unit = spec.Units
	f.Lean(base.Source)
	if base.Known() {
		f.Inputs = []spec.Input{{Name: "warehouses-at-base", Label: spec.T("warehouses at the base of the plan", "规划基期库房数"),
			Value: spec.Whole(base.Value), Unit: spec.Units, Source: base.Source}}
	}
	n, ok := a.Warehouses.Value()
	if !ok {
		f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("the number of dedicated warehouses is not reported", "未填报专门物资储备库房数")}
		f.Missing = []spec.Need{need(needWarehouses, spec.Units, spec.T("how many dedicated reserve warehouses does the county have?", "全县有专门物资储备库房多少个？"))}
		return f
	}
	f.Verdict, f.Actual = spec.NotApplicable, spec.Whole(n)
	f.Reason = spec.Reason{Code: spec.ReasonFigure, Text: spec.Textf("%s dedicated warehouses; no standard judges it", "专门物资储备库房 %s 个；无评判标准", n)}
	return f
}

func notInPlan(f spec.Finding, text spec.Text) spec.Finding {
	f.Verdict, f.Reason = spec.NotApplicable, spec.Reason{Code: spec.ReasonNotInPlan, Text: text}
	return f
}

func invalid(f spec.Finding, option string) spec.Finding {
	f.Verdict, f.Reason = spec.Unknown, spec.Reason{Code: spec.ReasonInvalidChoice,
		Text: spec.Textf("the reading has no option %q", "该解读没有选项 %q", spec.Shorten(option))}
	return f
}

func notDue(text spec.Text, due measure.Date) spec.Text {
	return spec.Textf("%s; due %s", "%s；期限为 %s", text, due)
}

// said writes an amount with what it stands for and its unit.
func said(amount spec.Amount, bound spec.Bound, unit spec.Unit) spec.Text {
	switch bound {
	case spec.AtLeastBound:
		return spec.Textf("at least %s %s", "至少 %s %s", amount, unit)
	case spec.AtMostBound:
		return spec.Textf("at most %s %s", "至多 %s %s", amount, unit)
	}
	return spec.Textf("%s %s", " %s %s", amount, unit)
}

// peopleAmount returns what is known of a number of people and what it stands
// for: the number, else its lower, else its upper bound.
func peopleAmount(people spec.Observed[measure.People]) (spec.Amount, spec.Bound) {
	v := value(people)
	exact, bound := v.Bound()
	if !exact.Known() {
		return spec.Amount{}, spec.ExactBound
	}
	return spec.AmountOf(exact, 0), bound
}

// hours writes a length of time in hours.
func hours(d measure.Duration) spec.Amount { return spec.AmountOf(d.Hours(), 2) }
