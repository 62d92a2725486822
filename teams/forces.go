package teams

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Forces is what a plan provides for the forces themselves (队伍建设规定). What is
// zero this plan does not set.
type Forces struct {
	Kinds            spec.Figure[[]Kind]  // of which each has a registered team 队伍类别
	Fields           spec.Figure[[]Field] // of professional teams 专业领域
	Conditional      spec.Figure[bool]    // a field asks for a team only when conditions are ripe 条件成熟
	Pools            spec.Figure[[]Pool]  // allotted by one hand in an emergency 战时统筹力量
	UnmannedIn       spec.Figure[[]Field] // where unmanned equipment works 无人装备场景
	RenewalDays      spec.Figure[measure.Count]
	GraceDays        spec.Figure[measure.Count]
	TrainingInterval spec.Figure[measure.Count] // days from one training to the next
	RatingInterval   spec.Figure[measure.Count] // days for which a rating holds
	TwoModes         spec.Figure[bool]          // each team has a part in peacetime and in an emergency 平战结合
	ProtectionEach   spec.Figure[measure.Count] // sets of protection for each member 人均防护装备
	TeamEquipment    spec.Figure[bool]          // equipment by a catalogue 装备配备
	HazardTraining   spec.Figure[bool]          // comprehensive teams train for every hazard 多灾种训练
	JointTraining    spec.Figure[bool]          // social forces and militia train with others 共训共练
	Ratings          spec.Figure[bool]          // social forces are rated 分类分级测评
	ExpertPool       spec.Figure[bool]          // experts for every hazard 专家库
	Reach            spec.Figure[measure.Duration]
	ReachSkills      []Skill // that must be where they are called within Reach
}

// Windows returns the windows of certificates, 0 days where the plan sets none.
func (f Forces) Windows() Windows {
	var w Windows
	if f.RenewalDays.Known() {
		w.Renewal = int(f.RenewalDays.Value)
	}
	if f.GraceDays.Known() {
		w.Grace = int(f.GraceDays.Value)
	}
	return w
}

// Pool is a force that one hand allots in an emergency (战时统筹力量): the teams of
// a field, or those of a kind.
type Pool struct {
	Field Field
	Kind  Kind // where no field is set
}

// ParsePool reads a field or a kind of team.
func ParsePool(s string) (Pool, bool) {
	if f, ok := ParseField(s); ok {
		return Pool{Field: f}, true
	}
	k, ok := ParseKind(s)
	return Pool{Kind: k}, ok
}

// String returns the code of the field or kind.
func (p Pool) String() string {
	if p.Field != 0 {
		return p.Field.String()
	}
	return p.Kind.String()
}

// In returns the pool in words.
func (p Pool) In(lang spec.Lang) string {
	if p.Field != 0 {
		return p.Field.In(lang)
	}
	return p.Kind.In(lang)
}

// FieldResult says whether a field has a team (专业领域覆盖).
type FieldResult struct {
	Field Field
	Teams []string // ids of the teams that have the skill for certain
	// Strength is the members of these teams.
	Strength spec.Observed[measure.People]
	Served   spec.Verdict // a team has it
	Ripe     spec.Verdict // Met where the county says that conditions are ripe, Unmet where not yet
	Verdict  spec.Verdict
}

// Ripeness is the fields for which a county says that conditions for a team are
// ripe, and those for which it says they are not (条件成熟情况).
type Ripeness struct{ Yes, No FieldSet }

func (r Ripeness) of(f Field) spec.Verdict {
	switch {
	case r.Yes.Has(f) && !r.No.Has(f):
		return spec.Met
	case r.No.Has(f) && !r.Yes.Has(f):
		return spec.Unmet
	}
	return spec.Unknown
}

// FieldQuestion is what coverage of the fields rests on besides the roster.
type FieldQuestion struct {
	Certificates []Certificate
	Windows      Windows
	Proof        SkillProof
	AnyKind      bool // teams of every kind count, not professional ones only
	Complete     bool // the roster holds every team
	Conditional  bool // a field asks for a team only when conditions are ripe
	Ripe         Ripeness
}

// FieldCoverage judges each field of a list (专业队伍覆盖率). A field with a team
// that has the skill is Met. One without is a gap, and a breach only where
// conditions are ripe or the plan sets no condition: not ripe is
// NotApplicable, and where nobody said it is Unknown.
func FieldCoverage(list []Field, roster []Team, q FieldQuestion, asOf measure.Date) []FieldResult {
	out := make([]FieldResult, 0, len(list))
	for _, f := range list {
		r := FieldResult{Field: f, Ripe: q.Ripe.of(f), Served: spec.Unmet}
		if !q.Complete {
			r.Served = spec.Unknown
		}
		var members sum
		for _, t := range roster {
			if !q.AnyKind && t.Kind != Professional || t.Kind == Experts {
				continue
			}
			switch SkillVerdict(t, f.Skill(), q.Certificates, asOf, q.Windows, q.Proof) {
			case spec.Met:
				r.Teams = append(r.Teams, t.ID)
				members.add(t.Strength.AsOf(asOf))
			case spec.Unknown:
				r.Served = spec.Unknown
			}
		}
		if len(r.Teams) > 0 {
			r.Served, r.Strength = spec.Met, members.total()
		}
		r.Verdict = r.judged(q.Conditional)
		out = append(out, r)
	}
	return out
}

func (r FieldResult) judged(conditional bool) spec.Verdict {
	switch {
	case r.Served == spec.Met || !conditional:
		return r.Served
	case r.Ripe == spec.Unmet:
		return spec.NotApplicable
	case r.Ripe == spec.Met:
		return r.Served
	}
	return spec.Unknown
}

// KindResult says whether a kind of force has a registered team (队伍类别齐全).
type KindResult struct {
	Kind    Kind
	Teams   spec.Observed[measure.Count]
	Verdict spec.Verdict
}

// KindsPresent judges each kind of a list: Met where a team of it is
// registered, Unmet where the roster is complete and holds none, else Unknown.
func KindsPresent(list []Kind, roster []Team, complete bool, asOf measure.Date) []KindResult {
	out := make([]KindResult, 0, len(list))
	for _, k := range list {
		var n sum
		for _, t := range roster {
			if t.Kind == k {
				n.add(asPeople(t.exists(asOf)))
			}
		}
		r := KindResult{Kind: k, Teams: asCount(n.total())}
		if n.n == 0 && complete {
			r.Teams = spec.Exactly(measure.Count(0))
		} else if n.n > 0 && !complete {
			low, _ := r.Teams.Low()
			r.Teams = spec.AtLeast(low)
		}
		low, ok := r.Teams.Low()
		high, bounded := r.Teams.High()
		switch {
		case ok && low > 0:
			r.Verdict = spec.Met
		case bounded && high == 0 && complete:
			r.Verdict = spec.Unmet
		}
		out = append(out, r)
	}
	return out
}

// exists returns how many teams a record stands for: at least one where nobody
// counted them and it has members.
func (t Team) exists(asOf measure.Date) spec.Observed[measure.Count] {
	n := t.count(asOf)
	if members, ok := t.Strength.AsOf(asOf).Low(); ok && members > 0 && n == (spec.Observed[measure.Count]{}) {
		return spec.AtLeast(measure.Count(1))
	}
	return n
}

// ModesOf judges whether a team has a part both in peacetime and in an
// emergency (平战结合).
func ModesOf(t Team) spec.Verdict {
	of := func(o spec.Observed[bool]) spec.Verdict {
		yes, ok := o.Value()
		switch {
		case !ok:
			return spec.Unknown
		case yes:
			return spec.Met
		}
		return spec.Unmet
	}
	return spec.All(of(t.Peacetime), of(t.Wartime))
}

// ExpertHazards returns the natural hazards for which there is a group of
// experts, in the plan's order (专家覆盖灾种).
func ExpertHazards(roster []Team) []hazards.Natural {
	return slices.DeleteFunc(hazards.Naturals(), func(h hazards.Natural) bool {
		return !slices.ContainsFunc(roster, func(t Team) bool { return t.Kind == Experts && slices.Contains(t.Hazards, h) })
	})
}

// ExpertsFor returns the groups of experts for a hazard that are free, in the
// order of the roster: those whose ids are not taken (可咨询专家组).
func ExpertsFor(roster []Team, h hazards.Natural, taken ...string) []Team {
	var out []Team
	for _, t := range roster {
		if t.Kind == Experts && slices.Contains(t.Hazards, h) && !slices.Contains(taken, t.ID) {
			out = append(out, t)
		}
	}
	return out
}
