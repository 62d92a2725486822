package teams

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Coverage is how far a target about a share of units is reached (建成率).
type Coverage struct {
	Option    string // of the reading
	Valid     bool   // the reading knows the option
	Of        measure.Count
	Supplied  bool                         // Of is known
	Done      spec.Observed[measure.Count] // units that have it
	Rate      spec.Value                   // in percent
	Judgement spec.Judgement
}

// StaffingResult is the staffing of the offices under a reading.
type StaffingResult struct {
	Staffing
	Option string
	Valid  bool // the reading knows the option
	Sums   bool // something can be required
}

// Assessment is what this room finds (评估结果). The fields hold the typed
// results; [Assessment.Findings] puts them into words.
type Assessment struct {
	Force       Force
	Townships   Coverage
	Communities Coverage
	Micro       spec.Observed[measure.Count]
	Staffing    StaffingResult
	Equipment   EnforcementShare // of the township enforcement units
	Qualified   EnforcementShare // of the enforcement officers
	Checklists  []GroupResult    // by checklist of the plan, then by group
	Unread      []UnreadAnswer
	Forces      ForceAssessment

	Bodies         []BodyResult
	OfficeGaps     []OfficeGap
	Reach          []ReachResult // first without any event, then after each
	UnreadEvidence []UnreadEvidence
	Contradictions []Contradiction // statements against evidence

	options    map[string]string // option used, by reading
	evidence   map[itemKey][]Evidence
	evidenceOK bool // the option on evidence is known
	provisions Provisions
	records    Records
	asOf       measure.Date
}

// Assess computes everything that this room knows of a county on a date.
// Equal arguments give equal results.
func Assess(p Provisions, r Records, asOf measure.Date, choices spec.Choices) Assessment {
	a := Assessment{provisions: p, records: r, asOf: asOf, Micro: r.stationCount(MicroRescueStation, asOf)}
	if r.HasTeams {
		a.Force = Strength(own(r.Teams), asOf)
	}
	a.options = map[string]string{}
	for _, reading := range Readings() {
		a.options[reading.ID] = choices.Of(reading)
	}
	a.Forces = assessForces(p, r, asOf, choices)
	for _, b := range p.Structure.Bodies {
		a.Bodies = append(a.Bodies, b.Judge(r.Bodies, r.Members, asOf))
	}
	if counted, ok := countedOffices(a.options[readingOffices]); ok {
		a.OfficeGaps = OfficeGaps(p.Offices, p.StaffingNorm, r.StaffByOffice, asOf, counted...)
	}
	if proof, ok := proofOf(a.options[readingProof]); ok {
		a.Reach = reach(p, r, asOf, proof)
	}
	a.Townships = townshipCoverage(p, r, asOf, choices.Of(teamCompleted()))
	a.Communities = communityCoverage(p, r, asOf, choices.Of(stationNames()))
	a.Staffing = staffing(p, r, asOf, choices.Of(staffedOffices()))
	a.Equipment = equipment(p.Enforcement, r.Enforcement, asOf)
	a.Qualified = qualified(p.Enforcement, r.Enforcement, asOf, choices.Of(enforcerBackground()))

	tables := r.tables()
	sheets, left := collect(p.Checklists, tables, r.Answers, asOf)
	a.Unread = left
	pieces := slices.Concat(r.Evidence, r.Derived)
	a.evidence = evidenceByItem(pieces, asOf)
	a.UnreadEvidence = sheets.prove(p.Checklists, tables, pieces, asOf)
	var rule EvidenceRule
	rule, a.evidenceOK = evidenceRuleOf(a.options[readingEvidence])
	for i, c := range p.Checklists {
		for g := TownshipGroup; g < numGroups; g++ {
			if !concernsGroup(c, g) {
				continue
			}
			result := RollProved(c, g, tables[g], sheets.sheets[i][g], sheets.proofs[i][g], rule)
			result.Supplied = r.has(g)
			a.Contradictions = append(a.Contradictions, result.Contradictions()...)
			a.Checklists = append(a.Checklists, result)
		}
	}
	return a
}

func concernsGroup(c Checklist, g Group) bool {
	for _, class := range c.AppliesTo {
		if class.Group() == g {
			return true
		}
	}
	return false
}

func townshipCoverage(p Provisions, r Records, asOf measure.Date, option string) Coverage {
	out := Coverage{Option: option, Of: measure.Count(len(r.Townships)), Supplied: r.HasTownships}
	meaning, ok := completionOf(option)
	out.Valid = ok
	if ok && r.HasTeams && r.HasTownships {
		out.Done = TownshipsWithTeam(r.Teams, r.Townships, meaning, asOf)
	}
	return out.judged(p.TownshipTeams, asOf)
}

func communityCoverage(p Provisions, r Records, asOf measure.Date, option string) Coverage {
	out := Coverage{Option: option, Of: measure.Count(Communities(r.Villages)), Supplied: r.HasVillages}
	counted, ok := countedStations(option)
	out.Valid = ok
	if ok && r.HasVillages {
		out.Done = CommunitiesServed(r.Stations, out.Of, asOf, counted...)
	}
	return out.judged(p.CommunityStations, asOf)
}

// judged holds the rate against the target, softened before its deadline.
func (c Coverage) judged(target spec.Target, asOf measure.Date) Coverage {
	c.Rate = Rate(c.Done, c.Of)
	switch {
	case target.Form == 0:
		c.Judgement = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNotInPlan}
	case !c.Valid:
		c.Judgement = spec.Judgement{Code: spec.ReasonInvalidChoice}
	case c.Supplied && c.Of == 0:
		c.Judgement = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNothingToDo}
	case c.contradicts():
		c.Judgement = spec.Judgement{Code: ReasonMoreThanAll}
	default:
		c.Judgement = target.Judge(c.Rate, spec.Value{}).UntilDue(target.Deadline, asOf)
		if c.says() == nothing && c.Judgement.Verdict == spec.Unknown {
			c.Judgement.Code = spec.ReasonNoData
		}
	}
	return c
}

// contradicts reports whether more units are said to be done than there are.
func (c Coverage) contradicts() bool {
	low, ok := c.Done.Low()
	return ok && c.Supplied && low > c.Of
}

type knowledge uint8

const (
	nothing knowledge = iota // between none and all
	partly
	fully
)

// says tells how much is known of the units done. Between none and all is
// nothing: a bound of zero must not be printed as if it had been reported.
func (c Coverage) says() knowledge {
	low, hasLow := c.Done.Low()
	high, hasHigh := c.Done.High()
	switch {
	case c.Done.Known():
		return fully
	case hasLow && low > 0, hasHigh && high < c.Of:
		return partly
	}
	return nothing
}

func staffing(p Provisions, r Records, asOf measure.Date, option string) StaffingResult {
	out := StaffingResult{Option: option}
	counted, ok := countedOffices(option)
	out.Valid = ok
	offices := measure.Count(len(OfficesOf(p.Offices, counted...)))
	out.Staffing, out.Sums = StaffingOf(offices, p.StaffingNorm, r.OfficeStaff.AsOf(asOf))
	return out
}
