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
	strayNorms strays       // own norms for no item of the list, which may be for one of it
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
	a.reliefByPlan()
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
