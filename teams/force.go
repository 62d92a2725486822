package teams

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Kind is what a team is (队伍类别). The zero Kind is unset.
type Kind uint8

// The kinds of teams. The plan's core three are comprehensive, professional
// and social, 二（三）2; 三（四~） adds militia and volunteers; the fire brigade
// and the expert group stand in its account of the base, 一（一）1.
const (
	_               Kind = iota
	Comprehensive        // 综合应急救援队
	FireBrigade          // 消防救援大队
	Militia              // 民兵应急连
	Professional         // 专业应急救援队
	Social               // 社会应急力量
	Volunteers           // 志愿服务队
	PartyVolunteers      // 党员志愿服务队
	Experts              // 专家组

	numKinds = iota
)

var kinds = [numKinds]struct {
	code, alias string
	text        spec.Text
}{
	Comprehensive:   {"comprehensive", "综合", spec.Text{EN: "comprehensive rescue teams", ZH: "综合应急救援队"}},
	FireBrigade:     {"fire-brigade", "消防", spec.Text{EN: "fire and rescue brigade", ZH: "消防救援大队"}},
	Militia:         {"militia", "民兵", spec.Text{EN: "militia emergency company", ZH: "民兵应急连"}},
	Professional:    {"professional", "专业", spec.Text{EN: "professional teams", ZH: "专业应急救援队"}},
	Social:          {"social", "社会", spec.Text{EN: "social forces", ZH: "社会应急力量"}},
	Volunteers:      {"volunteers", "志愿者", spec.Text{EN: "volunteers", ZH: "志愿服务队"}},
	PartyVolunteers: {"party-volunteers", "党员志愿者", spec.Text{EN: "Party-member volunteers", ZH: "党员志愿服务队"}},
	Experts:         {"experts", "专家", spec.Text{EN: "experts", ZH: "专家组"}},
}

// ParseKind reads the code of a kind, as "fire-brigade", or its word in
// Chinese tables, as 消防.
func ParseKind(s string) (Kind, bool) {
	for k := Comprehensive; k < numKinds; k++ {
		if kinds[k].code == s || kinds[k].alias == s {
			return k, true
		}
	}
	return 0, false
}

// String returns the code of the kind.
func (k Kind) String() string {
	if k >= numKinds {
		return ""
	}
	return kinds[k].code
}

// In returns the kind in words.
func (k Kind) In(lang spec.Lang) string { return k.text().In(lang) }

func (k Kind) text() spec.Text {
	if k >= numKinds {
		return spec.Text{}
	}
	return kinds[k].text
}

// IsStanding reports whether members of the kind count into the standing
// strength: comprehensive and professional teams, the brigade and the militia.
// Experts advise; social forces and volunteers are not on call by duty. Our
// reading: the plan states the numbers without adding them up.
func (k Kind) IsStanding() bool {
	return k == Comprehensive || k == FireBrigade || k == Militia || k == Professional
}

// Team is one rescue team, or a group of teams reported by number only, as 30
// township teams with 298 members (救援队伍).
type Team struct {
	ID    string
	Name  string
	Tier  Tier
	Kind  Kind
	Place hazards.DivisionCode // the township or village of the team; unset for the county's and for a group
	// Count is how many teams a group stands for. Where Place is set, the
	// record is one team whatever Count says.
	Count spec.Observed[measure.Count]
	// Completed is how many of them are completed to the standard of
	// construction; 0 or 1 for one team.
	Completed spec.Observed[measure.Count]
	Strength  spec.Observed[measure.People] // members of all of them
	FullTime  spec.Observed[measure.People] // of these, full-time 专职

	Skills      []Skill // what it says it can do
	SkillsKnown bool    // it said so, be it nothing
	Hazards     []hazards.Natural
	// Peacetime and Wartime say whether the team has a part in peacetime
	// prevention and in an emergency; both are asked for, 一（二）4.
	Peacetime, Wartime spec.Observed[bool]
	Rating             Rating                          // of a social force
	Turnout            spec.Observed[measure.Duration] // from the call until it leaves
	Agreement          string                          // id of the agreement under which it comes; empty for the county's own
}

// Claims reports whether the team says that it has a skill.
func (t Team) Claims(s Skill) bool { return slices.Contains(t.Skills, s) }

// Force is the strength of a county's teams (应急力量).
type Force struct {
	Standing spec.Observed[measure.People] // members on call by duty, see [Kind.IsStanding]
	All      spec.Observed[measure.People] // with experts, social forces and volunteers
	Kinds    []KindStrength                // the kinds that occur, in the order of the constants
	Tiers    []TierStrength                // the tiers that occur, in the order of the constants
}

// TierStrength is the strength of the teams that one level keeps.
type TierStrength struct {
	Tier     Tier
	Strength spec.Observed[measure.People]
}

// KindStrength is the strength of one kind of team.
type KindStrength struct {
	Kind     Kind
	Strength spec.Observed[measure.People]
}

// Strength adds up the members of teams as known on a date, in persons
// (应急救援力量). A team of unknown strength makes the sums lower bounds, not
// smaller numbers; sums beyond 64 bits are unknown. Where no team is given the
// sums are 0: the caller knows whether the list is complete. Each member is
// counted where the county reports him; a person in two teams counts twice.
func Strength(teams []Team, asOf measure.Date) Force {
	var sums [numKinds]sum
	var tiers [numTiers]sum
	var standing, all sum
	for _, t := range teams {
		if t.Kind >= numKinds {
			continue
		}
		members := t.Strength.AsOf(asOf)
		sums[t.Kind].add(members)
		if t.Tier < numTiers {
			tiers[t.Tier].add(members)
		}
		all.add(members)
		if t.Kind.IsStanding() {
			standing.add(members)
		}
	}
	out := Force{Standing: standing.total(), All: all.total()}
	for k := Comprehensive; k < numKinds; k++ {
		if sums[k].n > 0 {
			out.Kinds = append(out.Kinds, KindStrength{Kind: k, Strength: sums[k].total()})
		}
	}
	for t := CountyTier; t < numTiers; t++ {
		if tiers[t].n > 0 {
			out.Tiers = append(out.Tiers, TierStrength{Tier: t, Strength: tiers[t].total()})
		}
	}
	return out
}

// MeanSize returns the members per team of the comprehensive township teams,
// as an exact ratio (乡镇队伍平均人数). It is unknown unless the number of teams
// and of members is known exactly for each of them and there is a team.
func MeanSize(teams []Team, asOf measure.Date) measure.Ratio {
	var count measure.Count
	var members measure.People
	for _, t := range teams {
		if !t.isTownshipTeam() {
			continue
		}
		n, counted := t.count(asOf).Value()
		m, known := t.Strength.AsOf(asOf).Value()
		if !counted || !known {
			return measure.Ratio{}
		}
		var err1, err2 error
		count, err1 = measure.Add(count, n)
		members, err2 = measure.Add(members, m)
		if err1 != nil || err2 != nil {
			return measure.Ratio{}
		}
	}
	return measure.RatioOf(int64(members), int64(count))
}

// count returns how many teams a record stands for: one where it has a place.
func (t Team) count(asOf measure.Date) spec.Observed[measure.Count] {
	if !t.Place.IsZero() {
		return spec.Exactly(measure.Count(1))
	}
	return t.Count.AsOf(asOf)
}

func (t Team) isTownshipTeam() bool { return t.Tier == TownshipTier && t.Kind == Comprehensive }

// sum adds observed numbers and keeps what is certain of the total.
type sum struct {
	n, lows   int // records, and those with a lower bound
	low, high measure.People
	noHigh    bool
	broken    bool // beyond 64 bits
}

func (s *sum) add(o spec.Observed[measure.People]) {
	s.n++
	if low, ok := o.Low(); ok {
		s.lows++
		next, err := measure.Add(s.low, low)
		s.low, s.broken = next, s.broken || err != nil
	}
	high, ok := o.High()
	if !ok {
		s.noHigh = true
		return
	}
	next, err := measure.Add(s.high, high)
	s.high, s.broken = next, s.broken || err != nil
}

func (s *sum) total() spec.Observed[measure.People] {
	switch {
	case s.broken:
		return spec.Observed[measure.People]{}
	case !s.noHigh && s.low == s.high:
		return spec.Exactly(s.low)
	case !s.noHigh:
		return spec.Between(s.low, s.high)
	case s.lows > 0:
		return spec.AtLeast(s.low)
	}
	return spec.Observed[measure.People]{}
}
