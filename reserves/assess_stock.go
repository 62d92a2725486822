package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// assessItems lays the county's own items and norms over the plan's.
func (a *Assessment) assessItems() {
	p, r := a.provisions, a.records
	a.itemFaults = &spec.Faults{}
	items, err := Extend(p.Items, r.Items)
	if err != nil { // the plan's items stand; the finding on norms tells
		a.itemFaults.AddError(spec.Fault{}, err)
		items = p.Items
	}
	var chosen []Profile
	for _, id := range r.Profiles {
		profile, ok := p.profile(id)
		if !ok {
			a.itemFaults.Add(spec.Fault{Path: id, Code: FaultProfile, Value: id,
				Message: spec.Textf("there is no set of norms %q", "没有定额方案 %q", id)})
		}
		chosen = append(chosen, profile)
	}
	items, err = Layered(items, append(chosen, Profile{ID: needNorms, Norms: r.Norms})...)
	a.itemFaults.AddError(spec.Fault{}, err)
	a.Items, a.strayNorms = openNorms(items, r.Norms)
}

// profile returns a set of norms by its id, the plan's own before those that
// are built in.
func (p Provisions) profile(id string) (Profile, bool) {
	for _, one := range append(slices.Clone(p.Profiles), Sphere2018()) {
		if one.ID == id {
			return one, true
		}
	}
	return Profile{}, false
}

func (a *Assessment) assessStock() {
	p := a.provisions
	counted, ok := ModesCounted(a.modes)
	a.counted = counted
	if a.records.HasStock {
		a.assessLots()
	}
	if a.records.HasStock && ok {
		a.Stock = StockThrough(a.Items, a.lots, a.Window, counted)
	}
	a.Coverage = CoverageOf(p.Evacuees.Value, a.Items, a.Stock, a.Basis)
	a.Gap = GapOf(a.Coverage, a.Basis)
	switch {
	case !p.Evacuees.Known():
		a.Evacuees = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNotInPlan}
	case !ok:
		a.Evacuees = spec.Judgement{Code: spec.ReasonInvalidChoice}
	default:
		a.Evacuees = spec.Target{Form: spec.Floor, Limit: measure.Whole(int64(p.Evacuees.Value))}.
			Judge(value(a.Coverage.People), spec.Value{}).UntilDue(p.Due, a.AsOf)
	}
}

// assessLots brings the register up to date: movements are entered, and what
// is granted to other purposes is taken off.
func (a *Assessment) assessLots() {
	r := a.records
	a.moveFaults = &spec.Faults{}
	a.held = distinct(r.Lots)
	if len(r.Movements) > 0 {
		var err error
		a.Ledger, err = Post(r.Lots, r.Movements, a.AsOf)
		a.moveFaults.AddError(spec.Fault{}, err)
		a.held = a.Ledger.Lots(a.held, r.store)
	}
	a.lots = a.held
	if len(r.Claims) > 0 {
		a.Grants = Allocate(a.held, r.Claims)
		a.lots = Unclaimed(a.held, a.Grants, EarmarkEvacuees)
	}
	a.Ageing = AgeingOf(a.Items, a.held, a.AsOf, int(min(a.provisions.Ahead.Value, 36_600)))
}

// store returns the store with an id.
func (r Records) store(id string) (Store, bool) {
	i := slices.IndexFunc(r.Stores, func(s Store) bool { return s.ID == id })
	if i < 0 {
		return Store{}, false
	}
	return r.Stores[i], true
}
