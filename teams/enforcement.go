package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Enforcement is what a plan asks of the enforcement force (综合行政执法). A target
// without a form is one that the plan does not set.
type Enforcement struct {
	Equipment spec.Target // share of township enforcement units whose equipment reaches the standard, in percent
	Qualified spec.Target // share of serving enforcement officers with the background, in percent
	// Again is the same share where the plan states it a second time.
	Again spec.Figure[measure.Ratio]
	// Due is the deadline of the equipment target where the clause names none.
	Due spec.Figure[measure.Date]
}

// EnforcementRecords is what a county reports of its enforcement force (执法队伍填报).
// The background of officers is counted, never listed: no person is named.
type EnforcementRecords struct {
	Units     spec.Observed[measure.Count] // township enforcement units
	Compliant spec.Observed[measure.Count] // of these, units whose equipment reaches the standard

	Officers          spec.Observed[measure.People] // serving, 在职执法人员
	WithDegree        spec.Observed[measure.People] // 应急管理相关学历
	WithQualification spec.Observed[measure.People] // 职业资格
	WithExperience    spec.Observed[measure.People] // 实践经验
	WithAny           spec.Observed[measure.People] // at least one of the three
	WithAll           spec.Observed[measure.People] // all three
}

// QualifiedBasis says which officers count as qualified. The zero QualifiedBasis is unset.
type QualifiedBasis uint8

// The two ways to read degree, qualification and experience.
const (
	_        QualifiedBasis = iota
	AnyOfAll                // one of the three is enough
	AllThree                // all three together
)

// QualifiedOfficers returns how many officers count as qualified, exact or
// between bounds (符合条件执法人员). The number reported for the basis decides. Where it
// is missing the three single numbers bound it: with any of them are at least
// the largest and at most all together, with all three at least what is left
// when the others lack something and at most the smallest; never more than
// there are officers.
func QualifiedOfficers(r EnforcementRecords, basis QualifiedBasis, asOf measure.Date) spec.Value {
	direct := r.WithAny.AsOf(asOf)
	if basis == AllThree {
		direct = r.WithAll.AsOf(asOf)
	}
	if v := valueOf(direct); v != (spec.Value{}) {
		return v
	}
	officers := valueOf(r.Officers.AsOf(asOf))
	three := [...]spec.Value{valueOf(r.WithDegree.AsOf(asOf)), valueOf(r.WithQualification.AsOf(asOf)), valueOf(r.WithExperience.AsOf(asOf))}
	var out spec.Value
	all, lows := measure.Whole(0), measure.Whole(0)
	for _, v := range three {
		if basis == AllThree {
			out.High = lesser(out.High, v.High)
		} else {
			out.Low = greater(out.Low, v.Low)
		}
		all, lows = all.Add(v.High), lows.Add(v.Low)
	}
	switch basis {
	case AllThree:
		left := lows.Sub(officers.High.Mul(measure.Whole(int64(len(three) - 1))))
		if out.Low = left; left.Known() && left.Sign() <= 0 {
			out.Low = measure.Ratio{} // says nothing
		}
	case AnyOfAll:
		out.High = lesser(all, officers.High)
	}
	if basis == AllThree && out.High.Known() {
		out.High = lesser(out.High, officers.High)
	}
	return out
}

// greater and lesser take an unknown number for none.
func greater(a, b measure.Ratio) measure.Ratio {
	if !a.Known() || a.Less(b) {
		return b
	}
	return a
}

func lesser(a, b measure.Ratio) measure.Ratio {
	if !a.Known() || b.Less(a) {
		return b
	}
	return a
}

// QualifiedNeeded returns the least number of qualified officers in a force
// (至少应有人数): the share of it in percent, rounded up, for part of an officer is a
// whole one. ok is false beyond 64 bits. 75 % of 10 are 8.
func QualifiedNeeded(officers measure.People, percent measure.Ratio) (needed measure.People, ok bool) {
	n, ok := measure.Whole(int64(officers)).Mul(percent).Div(measure.Whole(100)).Ceil()
	return measure.People(n), ok
}

// EnforcementShare is a share of the enforcement force held against its target.
type EnforcementShare struct {
	Of, Done  spec.Value // counted, in units or people
	Rate      spec.Value // in percent
	Judgement spec.Judgement
	Option    string         // of the reading of the background
	Valid     bool           // the reading knows the option
	Needed    measure.People // officers that must be qualified, where their number is known
	HasNeeded bool
	ToTrain   measure.People // of these, still lacking, at most where the number is a lower bound
	HasTrain  bool
}

// equipment holds the equipped units against the target.
func equipment(p Enforcement, r EnforcementRecords, asOf measure.Date) EnforcementShare {
	out := EnforcementShare{Of: valueOf(r.Units.AsOf(asOf)), Done: valueOf(r.Compliant.AsOf(asOf)), Valid: true}
	target := p.Equipment
	if target.Deadline.IsZero() && p.Due.Known() {
		target.Deadline = p.Due.Value
	}
	return out.judged(target, asOf)
}

// qualified holds the qualified officers against the target.
func qualified(p Enforcement, r EnforcementRecords, asOf measure.Date, option string) EnforcementShare {
	out := EnforcementShare{Of: valueOf(r.Officers.AsOf(asOf)), Option: option}
	basis, ok := basisOf(option)
	out.Valid = ok
	if ok {
		out.Done = QualifiedOfficers(r, basis, asOf)
	}
	if officers, exact := r.Officers.AsOf(asOf).Value(); exact && officers > 0 && p.Qualified.Form == spec.Floor {
		out.Needed, out.HasNeeded = QualifiedNeeded(officers, p.Qualified.Limit)
		if have, known := out.Done.Low.Floor(); known && out.HasNeeded {
			out.ToTrain, out.HasTrain = max(0, out.Needed-measure.People(have)), true
		}
	}
	return out.judged(p.Qualified, asOf)
}

func (s EnforcementShare) judged(target spec.Target, asOf measure.Date) EnforcementShare {
	hundred := measure.Whole(100)
	s.Rate = spec.Value{Low: s.Done.Low.Mul(hundred).Div(s.Of.High), High: s.Done.High.Mul(hundred).Div(s.Of.Low)}
	switch {
	case target.Form == 0:
		s.Judgement = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNotInPlan}
	case !s.Valid:
		s.Judgement = spec.Judgement{Code: spec.ReasonInvalidChoice}
	case s.Of.Known() && s.Of.Low.Sign() == 0:
		s.Judgement = spec.Judgement{Verdict: spec.NotApplicable, Code: spec.ReasonNothingToDo}
	case s.Of.High.Less(s.Done.Low):
		s.Judgement = spec.Judgement{Code: ReasonMoreThanAll}
	default:
		s.Judgement = target.Judge(s.Rate, spec.Value{}).UntilDue(target.Deadline, asOf)
	}
	return s
}
