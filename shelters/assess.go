package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Assessment is what the records of a county come to under its plan, in typed
// results (避难场所评估). [Assessment.Findings] says the same in words.
type Assessment struct {
	Subject    spec.Subject
	AsOf       measure.Date
	Network    Network      // the totals used: stated where the county states them, else of its table
	Stated     Network      // as the county states them
	Listed     Network      // of its table
	Agreement  spec.Verdict // of the stated totals with the table
	Capacities []Held       // one for each area per person that the plan chooses
	FixedShare Share
	New        Progress
	Upgraded   Progress
	Completion Progress
	Use        Use // what the shelters are good for, beyond their totals

	provisions Provisions
	records    Records
	shelters   []Shelter
	choices    spec.Choices
	planned    spec.Observed[measure.Count] // shelters of the long-term plan
	gaps       Gaps
	listed     bool
}

// Held is the people that the network holds at one area per person (可容纳人数).
// It is a bound where the effective area is.
type Held struct {
	PerPerson PerPerson
	People    spec.Observed[measure.People]
	Stated    spec.Observed[measure.People] // places of the same stay that the network states
}

// Share is how much of the planned population the fixed shelters hold, in
// percent (固定避难场所容量占比).
type Share struct {
	Lodging    spec.Observed[measure.People]
	Population spec.Observed[measure.People]
	Value      spec.Value
	Judgement  spec.Judgement
	Option     string // of the reading shelters.fixed-capacity
}

// Progress is how far a target of the programme has come (进展).
type Progress struct {
	Target    spec.Target
	Value     spec.Value // in the target's unit
	Judgement spec.Judgement
}

// Assess holds the records of a county against what its plan provides, as of a
// date (评估). Shelters completed later and figures observed later are not
// read. It fails on nothing: what cannot be said is unknown.
func Assess(p Provisions, r Records, asOf measure.Date, choices spec.Choices) Assessment {
	a := Assessment{
		Subject: r.Subject, AsOf: asOf, provisions: p, listed: r.HasShelters,
		records: r, shelters: r.Shelters, choices: choices,
		Stated: r.Stated.AsOf(asOf), planned: r.Stated.Planned.AsOf(asOf),
	}
	made, upgraded := r.Stated.New.AsOf(asOf), r.Stated.Upgraded.AsOf(asOf)
	if r.HasShelters {
		a.Listed, a.gaps = NetworkOf(r.Shelters, asOf), GapsOf(r.Shelters, asOf)
		made = or(made, Completed(r.Shelters, New, p.New.Period, asOf))
		upgraded = or(upgraded, Completed(r.Shelters, Upgraded, p.Upgraded.Period, asOf))
	}
	a.Network = a.Stated.Or(a.Listed)
	a.Agreement = agreement(a.pairs())
	for _, per := range p.PerPerson {
		a.Capacities = append(a.Capacities, a.held(per))
	}
	lodging := a.Network.Lodging
	if choices.Of(fixedCapacity()) == fixedByClass {
		lodging = fixedLodgers(r, asOf)
	}
	a.FixedShare = fixedShare(p.FixedShare, lodging, r.PlannedPopulation.AsOf(asOf), choices)
	a.New = progress(p.New, countRatio(made), asOf)
	a.Upgraded = progress(p.Upgraded, countRatio(upgraded), asOf)
	rate := CompletionRate(a.Network.Shelters, a.planned)
	a.Completion = progress(p.Completion, scaled(rate, 100), asOf)
	a.Use = use(p, r, refugeStay(choices), a.planned, asOf, choices)
	return a
}

func (a *Assessment) held(per PerPerson) Held {
	h := Held{PerPerson: per, Stated: a.Network.Temporary}
	if per.Stay == Lodging {
		h.Stated = a.Network.Lodging
	}
	low, okLow := a.Network.EffectiveArea.Low()
	high, okHigh := a.Network.EffectiveArea.High()
	least, fitLow := per.Capacity(low)
	most, fitHigh := per.Capacity(high)
	okLow, okHigh = okLow && fitLow, okHigh && fitHigh
	switch {
	case okLow && okHigh && least.People == most.People:
		h.People = spec.Exactly(least.People)
	case okLow && okHigh:
		h.People = spec.Between(least.People, most.People)
	case okLow:
		h.People = spec.AtLeast(least.People)
	case okHigh:
		h.People = spec.AtMost(most.People)
	}
	return h
}

func fixedShare(least spec.Figure[measure.Ratio], lodging, population spec.Observed[measure.People], choices spec.Choices) Share {
	s := Share{Lodging: lodging, Population: population, Option: choices.Of(fixedCapacity())}
	switch {
	case s.Option == fixedNotJudged:
		s.Judgement.Code = spec.ReasonUndefined
		return s
	case !fixedCapacity().Has(s.Option):
		s.Judgement.Code = spec.ReasonInvalidChoice
		return s
	case !least.Known():
		s.Judgement = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNotInPlan}
		return s
	}
	s.Value = scaled(quotient(countRatio(lodging), countRatio(population)), 100)
	floor := spec.Target{Form: spec.Floor, Limit: least.Value.Mul(measure.Whole(100))}
	s.Judgement = floor.Judge(s.Value, spec.Value{})
	return s
}

func progress(target spec.Target, value spec.Value, asOf measure.Date) Progress {
	p := Progress{Target: target, Value: value}
	if target.Form == 0 {
		p.Judgement = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNotInPlan}
		return p
	}
	p.Judgement = target.Judge(value, spec.Value{}).UntilDue(target.Deadline, asOf)
	return p
}

// pair is one total as stated and as listed.
type pair struct {
	name           string
	title          spec.Text
	unit           spec.Unit
	stated, listed spec.Value
}

func (a *Assessment) pairs() [4]pair {
	return [4]pair{
		{"shelters", spec.T("shelters", "避难场所"), spec.Shelters, countRatio(a.Stated.Shelters), countRatio(a.Listed.Shelters)},
		{"effective-area", spec.T("effective area", "有效避难用地"), spec.Hectares, hectares(a.Stated.EffectiveArea), hectares(a.Listed.EffectiveArea)},
		{"temporary", spec.T("people placed temporarily", "临时安置人数"), spec.Persons, countRatio(a.Stated.Temporary), countRatio(a.Listed.Temporary)},
		{"lodging", spec.T("people lodged", "住宿避难人数"), spec.Persons, countRatio(a.Stated.Lodging), countRatio(a.Listed.Lodging)},
	}
}

// verdict is Met where both are the same number, Unmet where they cannot be,
// not applicable where one of them is wholly unknown.
func (p pair) verdict() spec.Verdict {
	known := func(v spec.Value) bool { return v.Low.Known() || v.High.Known() }
	switch {
	case !known(p.stated) || !known(p.listed):
		return spec.NotApplicable
	case p.stated.High.Less(p.listed.Low) || p.listed.High.Less(p.stated.Low):
		return spec.Unmet
	case p.stated.Known() && p.listed.Known():
		return spec.Met
	}
	return spec.Unknown
}

func agreement(pairs [4]pair) spec.Verdict {
	out := spec.NotApplicable
	for _, p := range pairs {
		out = spec.And(out, p.verdict())
	}
	return out
}
