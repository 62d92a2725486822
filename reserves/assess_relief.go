package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) assessRelief() {
	p, r := a.provisions, &a.Relief
	r.Affected = a.affected()
	known := true
	switch a.clock {
	case ClockEvent:
		r.Delay = a.records.ReportDelay.AsOf(a.AsOf)
	case ClockReport:
		r.Delay = spec.Exactly(measure.Duration{})
	default:
		known = false
	}
	switch affected, some := r.Affected.Value(); {
	case !p.ReliefWithin.Known():
		a.ReliefTime = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNotInPlan}
		return
	case !known:
		a.ReliefTime = spec.Judgement{Code: spec.ReasonInvalidChoice}
		return
	case some && affected == 0:
		a.ReliefTime = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNothingToDo}
		return
	case a.records.HasDeliveries:
		a.batches = a.deliveries()
		r.Curve = CurveOf(a.batches, r.Delay)
		r.Served = r.Curve.Served(p.ReliefWithin.Value)
		r.Reached = r.reached()
	}
	if low, high := value(r.Affected).Low, value(r.Affected).High; !low.Known() && !high.Known() {
		a.ReliefTime = spec.Judgement{Code: spec.ReasonNoData}
		return
	}
	// The people affected are the limit, and may be known between bounds only.
	a.ReliefTime = spec.Target{Form: spec.NotWorse, Direction: spec.HigherBetter}.
		Judge(value(r.Served), value(r.Affected)).UntilDue(p.Due, a.AsOf)
}

// affected returns the people affected: the county's number, else the sum over
// its places.
func (a *Assessment) affected() spec.Observed[measure.People] {
	all := a.records.Affected.AsOf(a.AsOf)
	if _, low := all.Low(); low || !a.records.HasNeeds {
		return all
	}
	var sum measure.People
	for i := range a.Needs {
		n, ok := a.Needs[i].People.Value()
		if !ok {
			return all
		}
		sum = atMostAll(sum, n)
	}
	return spec.Exactly(sum)
}

// assessPlan plans the relief out of the stock where there is enough to plan
// from.
func (a *Assessment) assessPlan() {
	r, p := a.records, a.provisions
	_, ok := ModesCounted(a.modes)
	if !r.HasStock || !r.HasRoutes || !r.HasNeeds || !ok || !p.ReliefWithin.Known() || a.ReliefTime.Code == spec.ReasonInvalidChoice {
		return
	}
	delay := a.Relief.Delay
	if a.clock == ClockReport {
		delay = spec.Exactly(measure.Duration{})
	}
	form, ration := a.choices.Of(dispatchForm()), a.choices.Of(scarceStock())
	if !dispatchForm().Has(form) || !scarceStock().Has(ration) {
		return
	}
	s := Scenario{Items: a.Items, Lots: a.lots, Stores: r.Stores, Routes: r.Routes, Needs: a.Needs,
		Basis: a.Basis, Window: a.Window, Counted: a.counted, Delay: delay, Limit: p.ReliefWithin.Value,
		Packed: form == DispatchKits, KitPerVehicle: p.KitPerVehicle}
	if ration == RationByWaiting {
		s.Ration = RationLeastWaiting
	}
	a.Plan, a.planFault = PlanRelief(s)
	a.Planned = a.planFault == nil
}

// reliefByPlan judges the relief target by the plan worked out from the stock,
// where the county has no delivery plan of its own.
func (a *Assessment) reliefByPlan() {
	r := &a.Relief
	if a.records.HasDeliveries || !a.Planned || a.ReliefTime.Code == spec.ReasonNothingToDo {
		return
	}
	r.Served = a.servedInTime()
	if a.Plan.Complete && a.Plan.Doubt.IsZero() && a.Plan.isSure() {
		r.Reached = spec.Exactly(a.Plan.Done)
	}
	if low, high := value(r.Affected).Low, value(r.Affected).High; low.Known() || high.Known() {
		a.ReliefTime = spec.Target{Form: spec.NotWorse, Direction: spec.HigherBetter}.
			Judge(value(r.Served), value(r.Affected)).UntilDue(a.provisions.Due, a.AsOf)
	}
}

// deliveries returns the delivery plan as it was known on the date. An id that
// stands twice says that people are served, not how many.
func (a *Assessment) deliveries() []Delivery {
	times := make(map[string]int, len(a.records.Deliveries))
	for i := range a.records.Deliveries {
		times[a.records.Deliveries[i].ID]++
	}
	out := make([]Delivery, len(a.records.Deliveries))
	for i, d := range a.records.Deliveries {
		if times[d.ID] > 1 {
			d.People = spec.Observed[measure.People]{}
		}
		d.People, d.Lead = d.People.AsOf(a.AsOf), d.Lead.AsOf(a.AsOf)
		d.Travel, d.HandingOut = d.Travel.AsOf(a.AsOf), d.HandingOut.AsOf(a.AsOf)
		out[i] = d
	}
	return out
}

// reached returns when all affected are served: exactly where every delivery
// is known, else a bound, because the unknown ones may be sooner.
func (r *Relief) reached() spec.Observed[measure.Duration] {
	affected, ok := r.Affected.Value()
	if !ok {
		return spec.Observed[measure.Duration]{}
	}
	at, ok := r.Curve.ReachedAt(affected)
	switch {
	case !ok:
		return spec.Observed[measure.Duration]{}
	case r.Curve.exact():
		return spec.Exactly(at)
	}
	return spec.AtMost(at)
}

// exact reports whether the time and size of every delivery is known.
func (c ReliefCurve) exact() bool {
	for i := range c.arrivals {
		if a := &c.arrivals[i]; !a.hasLatest || a.earliest != a.latest || !a.hasHigh || a.low != a.high {
			return false
		}
	}
	return true
}
