package teams

import (
	"cmp"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Travel returns how long a team takes to a place once it has left; ok is false
// where that is not known (行程时间).
type Travel func(team Team, to hazards.DivisionCode) (time measure.Duration, ok bool)

// Call asks for teams with a skill at a place within a time (救援需求).
type Call struct {
	ID     string
	Place  hazards.DivisionCode
	Skill  Skill
	Within measure.Duration // from the call until a team is there; the limit itself counts
	Teams  int              // how many; one where it is not positive
}

// Ready is what decides on a date which teams can be sent (可调派条件).
type Ready struct {
	AsOf         measure.Date
	Certificates []Certificate
	Windows      Windows
	Proof        SkillProof
	Agreements   []Agreement
	Taken        []string // ids of teams that another event has taken
}

// Arrival is one team for a call (到场情况).
type Arrival struct {
	Team Team
	// Time is from the call until the team is there: turnout and travel. Unknown
	// where one of the two is; then it is at least the other.
	Time    spec.Observed[measure.Duration]
	Verdict spec.Verdict // Met where it has the skill and is there in time, for certain
}

// Arrivals returns how each team that may have the skill would come to a call:
// those in time first, by time, then what is not known, then those too late.
// Teams that lack the skill, that are taken or whose agreement does not hold
// are left out; so are experts, who advise.
func Arrivals(roster []Team, call Call, ready Ready, travel Travel) []Arrival {
	var out []Arrival
	for i := range roster {
		t := &roster[i]
		if t.Kind == Experts || !t.counts(ready.Agreements, ready.AsOf) || slices.Contains(ready.Taken, t.ID) {
			continue
		}
		skill := SkillVerdict(*t, call.Skill, ready.Certificates, ready.AsOf, ready.Windows, ready.Proof)
		if skill == spec.Unmet {
			continue
		}
		a := Arrival{Team: *t, Time: timeOf(*t, call.Place, travel)}
		inTime := spec.Unknown
		low, okLow := a.Time.Low()
		high, okHigh := a.Time.High()
		switch {
		case okHigh && high.Cmp(call.Within) <= 0:
			inTime = spec.Met
		case okLow && low.Cmp(call.Within) > 0:
			inTime = spec.Unmet
		}
		a.Verdict = spec.And(skill, inTime)
		out = append(out, a)
	}
	rank := [...]int{spec.Met: 0, spec.Unknown: 1, spec.Unmet: 2}
	slices.SortStableFunc(out, func(a, b Arrival) int {
		ta, _ := a.Time.Low()
		tb, _ := b.Time.Low()
		return cmp.Or(cmp.Compare(rank[a.Verdict], rank[b.Verdict]), ta.Cmp(tb), strings.Compare(a.Team.ID, b.Team.ID))
	})
	return out
}

func timeOf(t Team, to hazards.DivisionCode, travel Travel) spec.Observed[measure.Duration] {
	var way measure.Duration
	known := false
	if travel != nil {
		way, known = travel(t, to)
	}
	low, okLow := t.Turnout.Low()
	high, okHigh := t.Turnout.High()
	if !known {
		if okLow {
			return spec.AtLeast(low)
		}
		return spec.Observed[measure.Duration]{}
	}
	first, err := way.Add(low)
	if err != nil {
		return spec.Observed[measure.Duration]{}
	}
	last, err := way.Add(high)
	switch {
	case err != nil || !okHigh:
		return spec.AtLeast(first)
	case okLow && low == high:
		return spec.Exactly(first)
	}
	return spec.Between(first, last)
}

// Cover is how one place is covered by teams with a skill (覆盖情况).
type Cover struct {
	Call     Call
	Arrivals []Arrival
	Verdict  spec.Verdict // Met where enough teams are there in time for certain
}

// Covered judges each call on its own, as if no other came (单点覆盖). Which teams
// can serve several calls at once is for [Deploy].
func Covered(roster []Team, calls []Call, ready Ready, travel Travel) []Cover {
	out := make([]Cover, 0, len(calls))
	for _, c := range calls {
		one := Cover{Call: c, Arrivals: Arrivals(roster, c, ready, travel), Verdict: spec.Unmet}
		sure, possible := 0, 0
		for _, a := range one.Arrivals {
			switch a.Verdict {
			case spec.Met:
				sure++
			case spec.Unknown:
				possible++
			}
		}
		switch need := max(1, c.Teams); {
		case sure >= need:
			one.Verdict = spec.Met
		case sure+possible >= need:
			one.Verdict = spec.Unknown
		}
		out = append(out, one)
	}
	return out
}
