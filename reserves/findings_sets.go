package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// setsFinding holds the stock and the limit of time together.
func (a *Assessment) setsFinding() spec.Finding {
	p := a.provisions
	f := a.about(ruleSetsInTime, p.Evacuees.Source)
	f.Readings = append([]string{spec.Used(reliefClock(), a.clock), spec.Used(countedModes(), a.modes)}, a.planReadings()...)
	if !p.Evacuees.Known() || !p.ReliefWithin.Known() {
		return notInPlan(f, spec.T("the plan does not set both targets", "规划未同时规定两项目标"))
	}
	if a.ReliefTime.Code == spec.ReasonInvalidChoice || a.Evacuees.Code == spec.ReasonInvalidChoice {
		return invalid(f, a.modes+", "+a.clock)
	}
	if a.ReliefTime.Code == spec.ReasonNothingToDo {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("the planning scenario affects nobody", "设定情景中没有受灾群众"))
		return f
	}
	inTime := a.servedInTime()
	target := spec.Target{Form: spec.Floor, Limit: measure.Whole(int64(p.Evacuees.Value))}
	stock, time := target.Judge(value(a.Coverage.People), spec.Value{}), target.Judge(value(inTime), spec.Value{})
	least := lowest{}
	least.add(0, a.Coverage.People)
	least.add(1, inTime)
	_, lows := least.people().Low() // which end of what is known enters
	input(&f, "evacuees", spec.T("people to resettle", "需转移安置人数"), spec.Whole(p.Evacuees.Value), spec.Persons, p.Evacuees.Source)
	input(&f, "limit", spec.T("relief within", "救助时限"), hours(p.ReliefWithin.Value), spec.Hours, p.ReliefWithin.Source)
	for _, one := range []struct {
		name  string
		label spec.Text
		n     spec.Observed[measure.People]
	}{
		{"stock.served", spec.T("people served out of the stock", "储备可保障人数"), a.Coverage.People},
		{"in-time.served", spec.T("people served by the limit", "时限内可救助人数"), inTime},
	} {
		if n, known, ok := endOf(one.n, lows); ok {
			input(&f, one.name, atEnd(one.label, known, lows), spec.Whole(n), spec.Persons, spec.Source{})
		}
	}
	f.Lean(p.ReliefWithin.Source)
	for _, one := range a.Coverage.Items {
		if one.Item.Essential {
			f.Lean(one.Item.Norm.Source)
		}
	}
	f.Verdict, f.Unit, f.Comparison, f.Required = spec.And(stock.Verdict, time.Verdict), spec.Persons, spec.NotBelow, spec.Whole(p.Evacuees.Value)
	f.Reason.Code = spec.ReasonCompared
	f.Actual, f.Bound = peopleAmount(least.people())
	if n, ok := shortOf(p.Evacuees.Value, least.people()).Value(); ok {
		f.Gap = spec.Whole(n)
	}
	f.Reason.Text = spec.Textf("the stock serves %s, and %s are served by the limit; %s are required", "储备可保障%s，时限内可救助%s，要求 %s 人",
		saidOf(a.Coverage.People), saidOf(inTime), p.Evacuees.Value)
	if f.Verdict == spec.Unmet && a.AsOf.Before(p.Due) {
		f.Verdict, f.Reason.Code, f.Reason.Text = spec.Unknown, spec.ReasonNotDue, notDue(f.Reason.Text, p.Due)
	} else if f.Verdict == spec.Unknown {
		f.Reason.Code = spec.ReasonNoData
		f.Missing = append(a.stockNeeds(), a.deliveryNeeds()...)
	}
	return f
}

// servedInTime returns the people served by the limit: by the county's own
// delivery plan, else by the plan worked out from its stock.
func (a *Assessment) servedInTime() spec.Observed[measure.People] {
	if a.records.HasDeliveries || !a.Planned {
		return a.Relief.Served
	}
	limit, all := a.provisions.ReliefWithin.Value, a.Plan.Progress.People()
	served := a.Plan.Progress.Served(limit)
	switch a.Plan.Verdict(limit) {
	case spec.Met:
		return spec.Exactly(all)
	case spec.Unmet:
		return bounded(served, a.Plan.isSure(), all-1, true)
	}
	return bounded(served, a.Plan.isSure(), 0, false)
}

// saidOf writes a number of people that may be bounded or unknown.
func saidOf(n spec.Observed[measure.People]) spec.Text {
	amount, bound := peopleAmount(n)
	if !amount.Known() {
		return spec.T("an unknown number of people", "人数不明")
	}
	return said(amount, bound, spec.Persons)
}

// planReadings are the readings that the relief target rests on where it is
// judged by the plan worked out from the stock.
func (a *Assessment) planReadings() []string {
	if a.records.HasDeliveries || !a.Planned {
		return nil
	}
	return []string{spec.Used(scarceStock(), a.choices.Of(scarceStock())), spec.Used(dispatchForm(), a.choices.Of(dispatchForm()))}
}
