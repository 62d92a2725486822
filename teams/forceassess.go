package teams

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// TeamTraining is how a team stands on training (训练情况).
type TeamTraining struct {
	Team      Team
	Untrained []hazards.Natural // of a comprehensive team
	Times     measure.Count     // joint trainings of a social force or of the militia, any of volunteers
	Verdict   spec.Verdict
}

// ForceAssessment is what is found of the forces themselves (队伍建设评估).
type ForceAssessment struct {
	Kinds    []KindResult
	Fields   []FieldResult
	Sectors  []hazards.Sector // that no field of the plan serves
	Modes    spec.Tally
	Renewals []Renewal

	Equipped   spec.Value // of all items together, in percent
	Overdue    []Equipment
	Protection Protection

	HazardTraining []TeamTraining // comprehensive teams
	JointTraining  []TeamTraining // social forces, militia, volunteers
	Ratings        []RatingResult // social forces

	Experts []hazards.Natural // hazards for which there are experts
	InForce []Agreement

	outfit outfit

	proofOK, fieldOK, trainingOK, protectionOK bool // the options are known
}

// Protection is the sets of personal protection against the members who need
// one each (个人防护装备).
type Protection struct {
	Members   spec.Observed[measure.People]
	Sets      spec.Observed[measure.Count]
	Needed    measure.Ratio // sets, where the members are known
	Judgement spec.Judgement
}

// RatingResult is the rating of one social force.
type RatingResult struct {
	Team    Team
	Verdict spec.Verdict
}

// own returns the county's own teams, without those that come under an
// agreement: they are no part of what the county has built.
func own(roster []Team) []Team {
	return slices.DeleteFunc(slices.Clone(roster), func(t Team) bool { return t.Agreement != "" })
}

// usable returns the teams that a county may count on a day: its own, and
// those of agreements in force.
func usable(roster []Team, agreements []Agreement, asOf measure.Date) []Team {
	return slices.DeleteFunc(slices.Clone(roster), func(t Team) bool { return !t.counts(agreements, asOf) })
}

// counts reports whether the team is the county's own or comes by an agreement
// in force.
func (t *Team) counts(agreements []Agreement, asOf measure.Date) bool {
	return t.Agreement == "" || slices.ContainsFunc(agreements, func(a Agreement) bool {
		return a.ID == t.Agreement && a.InForce(asOf)
	})
}

func assessForces(p Provisions, r Records, asOf measure.Date, choices spec.Choices) ForceAssessment {
	f := p.Forces
	roster := own(r.Teams)
	complete := r.HasTeams && r.RosterComplete
	out := ForceAssessment{
		Kinds:    KindsPresent(f.Kinds.Value, roster, complete, asOf),
		Renewals: Renewals(r.Certificates, asOf, f.Windows()),
		outfit:   outfitOf(r.Equipment),
		Overdue:  MaintenanceOverdue(r.Equipment, asOf),
		Experts:  ExpertHazards(roster),
		InForce:  AgreementsOn(r.Agreements, asOf),
	}
	out.Equipped = out.outfit.rate()
	if f.Fields.Known() {
		out.Sectors = UnservedSectors(FieldsOf(f.Fields.Value...))
	}
	q := FieldQuestion{Certificates: r.Certificates, Windows: f.Windows(), Complete: complete,
		Conditional: f.Conditional.Known() && f.Conditional.Value, Ripe: r.Ripe}
	q.Proof, out.proofOK = proofOf(choices.Of(skillProof()))
	q.AnyKind, out.fieldOK = anyKindOf(choices.Of(fieldForces()))
	if out.proofOK && out.fieldOK {
		out.Fields = FieldCoverage(f.Fields.Value, roster, q, asOf)
	}
	for _, t := range roster {
		if t.Kind != Experts {
			out.Modes.Add(ModesOf(t))
		}
		if t.Kind == Social {
			v := t.Rating.StandsOn(asOf, f.RatingInterval)
			if v == spec.Unknown && complete && t.Rating.Grade == "" {
				v = spec.Unmet // a complete register that gives no grade says there is none
			}
			out.Ratings = append(out.Ratings, RatingResult{Team: t, Verdict: v})
		}
	}
	out.train(p, r, asOf, choices)
	out.protect(f.ProtectionEach, r, asOf, choices)
	return out
}

// train judges trainings within the interval of the plan or of the reading.
func (o *ForceAssessment) train(p Provisions, r Records, asOf measure.Date, choices spec.Choices) {
	from, due, ok := trainingSpan(p, asOf, choices.Of(trainingInterval()))
	o.trainingOK = ok
	if !ok {
		return
	}
	judge := func(done bool) spec.Verdict {
		switch {
		case done:
			return spec.Met
		case !r.HasTraining || !due:
			return spec.Unknown
		}
		return spec.Unmet
	}
	for _, t := range own(r.Teams) {
		one := TeamTraining{Team: t}
		switch t.Kind {
		case Comprehensive:
			trained := TrainedHazards(t.ID, r.Training, from, asOf)
			one.Untrained = slices.DeleteFunc(hazards.Naturals(), func(h hazards.Natural) bool { return slices.Contains(trained, h) })
			one.Verdict = judge(len(one.Untrained) == 0)
			o.HazardTraining = append(o.HazardTraining, one)
		case Social, Militia:
			one.Times = Times(t.ID, r.Training, from, asOf, JointTraining)
			one.Verdict = judge(one.Times > 0)
			o.JointTraining = append(o.JointTraining, one)
		case Volunteers, PartyVolunteers:
			one.Times = Times(t.ID, r.Training, from, asOf)
			one.Verdict = judge(one.Times > 0)
			o.JointTraining = append(o.JointTraining, one)
		}
	}
}

// trainingSpan returns the first day from which a training counts and whether
// one must have been held by now.
func trainingSpan(p Provisions, asOf measure.Date, option string) (from measure.Date, due, ok bool) {
	if n := p.Forces.TrainingInterval; n.Known() {
		return asOf.AddDays(-int(n.Value)), true, true
	}
	switch option {
	case optionOnceInPeriod:
		return p.Period.FirstDay(), !asOf.Before(p.Period.LastDay()), true
	case optionYearly:
		return asOf.AddYears(-1).AddDays(1), true, true
	}
	return measure.Date{}, false, false
}

// protect holds the sets of protection against the members who need them.
func (o *ForceAssessment) protect(each spec.Figure[measure.Count], r Records, asOf measure.Date, choices spec.Choices) {
	withCounty, ok := withCountyTeam(choices.Of(protectedTeams()))
	o.protectionOK = ok
	if !ok || !r.HasTeams {
		return
	}
	var members sum
	var concerned []Team
	for _, t := range own(r.Teams) {
		if t.Kind == Comprehensive && (t.Tier == TownshipTier || withCounty && t.Tier == CountyTier) {
			members.add(t.Strength.AsOf(asOf))
			concerned = append(concerned, t)
		}
	}
	o.Protection.Members = members.total()
	if len(concerned) == 0 {
		o.Protection.Members = spec.Exactly(measure.People(0))
	}
	o.Protection.Sets = ProtectionSets(r.Equipment, concerned)
	if n, known := o.Protection.Members.Value(); known && each.Known() {
		o.Protection.Needed = measure.Whole(int64(n)).Mul(measure.Whole(int64(each.Value)))
		floor := spec.Target{Form: spec.Floor, Limit: o.Protection.Needed}
		o.Protection.Judgement = floor.Judge(valueOf(o.Protection.Sets), spec.Value{})
	}
}
