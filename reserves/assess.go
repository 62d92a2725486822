package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Assessment is what the records say of the plan's provisions, as typed
// results (评估结果). [Assessment.Findings] says it in words.
type Assessment struct {
	Subject spec.Subject
	AsOf    measure.Date

	Items    []Item         // the plan's and the county's own, with the norms that hold
	Basis    Basis          // what norms were multiplied with; zero where unknown
	Window   Window         // from the date to the last day of support
	Stock    Stock          // unknown throughout where no register was supplied
	Coverage Coverage       // of the plan's number of evacuees
	Gap      Gap            // what to buy until they are covered
	Evacuees spec.Judgement // of the stock target

	Limit      spec.Figure[measure.Duration] // within which all people affected are to be relieved
	Needs      []Need                        // places with the people affected there
	Relief     Relief
	ReliefTime spec.Judgement // of the relief target
	Plan       ReliefPlan     // out of the stock, place by place
	Planned    bool           // there were stock, routes and places to plan from

	Ledger Ledger
	Grants []Grant
	Ageing []Ageing

	Warehouses spec.Observed[measure.Count]

	provisions Provisions
	records    Records
	lots       []Lot      // after movements and claims, no id twice
	held       []Lot      // after movements, before claims
	batches    []Delivery // no id twice
	counted    Modes
	modes      string // option of reserves.counted-modes
	clock      string // option of reserves.relief-clock
	choices    spec.Choices
	itemFaults *spec.Faults // of own items and norms that do not fit
	moveFaults *spec.Faults // of movements that cannot be
	planFault  error
}

// Relief is how far relief gets within the limit (限时救助).
type Relief struct {
	Curve    ReliefCurve
	Delay    spec.Observed[measure.Duration] // between the start of the clock and the lead times
	Affected spec.Observed[measure.People]   // to be reached
	Served   spec.Observed[measure.People]   // by the limit
	Reached  spec.Observed[measure.Duration] // when all affected are served; unknown where that is never sure
}

// Slack returns the limit less the moment at which all affected are served
// (时间余量), negative where that is too late. ok is false where the moment is
// not known exactly.
func (r Relief) Slack(limit measure.Duration) (slack measure.Duration, ok bool) {
	at, ok := r.Reached.Value()
	if !ok {
		return slack, false
	}
	slack, err := limit.Sub(at)
	return slack, err == nil
}

// Assess judges a county's records by a plan's provisions as of a date
// (评估). Records observed later than the date are not read. It never fails:
// what is missing makes results unknown, and the findings say what to collect.
//
// The days of support are the plan's where it sets them, else the county's;
// the size of a household is the county's where it is reported, else the plan's.
func Assess(p Provisions, r Records, asOf measure.Date, choices spec.Choices) Assessment {
	a := Assessment{
		Subject: r.Subject, AsOf: asOf, provisions: p, records: r, choices: choices,
		modes: choices.Of(countedModes()), clock: choices.Of(reliefClock()),
		Limit: p.ReliefWithin, Warehouses: r.Warehouses.AsOf(asOf),
	}
	for _, one := range r.Needs {
		one.People = one.People.AsOf(asOf)
		a.Needs = append(a.Needs, one)
	}
	a.Basis = basis(p, r, asOf)
	a.Window = Window{asOf, a.Basis.SupportDays}
	a.assessItems()
	a.assessStock()
	a.assessRelief()
	a.assessPlan()
	return a
}

func basis(p Provisions, r Records, asOf measure.Date) Basis {
	out := Basis{Shares: r.Shares}
	if p.SupportDays.Known() {
		out.SupportDays = p.SupportDays.Value
	} else if days, ok := r.SupportDays.AsOf(asOf).Value(); ok {
		out.SupportDays = days
	}
	if size, ok := r.HouseholdSize.AsOf(asOf).Value(); ok {
		out.HouseholdSize = size
	} else if p.HouseholdSize.Known() {
		out.HouseholdSize = p.HouseholdSize.Value
	}
	out.Sites, _ = r.Sites.AsOf(asOf).Value()
	out.Responders, _ = r.Responders.AsOf(asOf).Value()
	return out
}

// FaultProfile is the code of a choice of a set of norms that is not there.
const FaultProfile = "reserves.profile"

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

// value turns observed people into the two ends that a target is judged by.
func value(people spec.Observed[measure.People]) spec.Value {
	var out spec.Value
	if low, ok := people.Low(); ok {
		out.Low = measure.Whole(int64(low))
	}
	if high, ok := people.High(); ok {
		out.High = measure.Whole(int64(high))
	}
	return out
}
