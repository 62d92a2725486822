package teams

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Assignment sends one team to one call (调派).
type Assignment struct {
	Call int // place of the call in the list
	Team Team
	Time spec.Observed[measure.Duration]
}

// Deployment is which teams go where, and what stays uncovered (调派方案).
type Deployment struct {
	Assignments []Assignment // by call, then by time
	Lacking     []int        // by call: teams that are lacking
	// Cut proves that no other plan sends more teams: of the calls in it, all
	// teams that could serve them are in it too, and there are fewer than are
	// asked for.
	Cut Cut
}

// Cut is calls that together ask for more teams than can serve them (瓶颈).
type Cut struct {
	Calls []int    // places of the calls in the list
	Teams []string // ids of every team that could serve one of them in time
	Asked int      // teams that the calls ask for
}

// Short returns how many teams are lacking in all.
func (d Deployment) Short() int {
	n := 0
	for _, lacking := range d.Lacking {
		n += lacking
	}
	return n
}

// Deploy sends teams to calls that come together, each team to one call at
// most, so that as many of the teams asked for as possible are there in time for certain
// (多点调派). Earlier calls go first: a later call never takes a team that an earlier
// one needs. Times decide who is asked first, but the sum of times is not made
// least. Equal arguments give equal plans.
func Deploy(roster []Team, calls []Call, ready Ready, travel Travel) Deployment {
	m := matching{team: map[string]int{}}
	for i, c := range calls {
		var able []Arrival
		for _, a := range Arrivals(roster, c, ready, travel) {
			if a.Verdict == spec.Met {
				able = append(able, a)
			}
		}
		m.able = append(m.able, able)
		for range max(1, c.Teams) {
			m.slots = append(m.slots, i)
		}
	}
	m.taken = make([]int, len(m.slots))
	out := Deployment{Lacking: make([]int, len(calls))}
	var open []int
	for s, call := range m.slots {
		m.taken[s] = -1
		if !m.augment(s, map[string]bool{}) {
			out.Lacking[call]++
			open = append(open, s)
		}
	}
	for s, k := range m.taken {
		if k >= 0 {
			a := m.able[m.slots[s]][k]
			out.Assignments = append(out.Assignments, Assignment{Call: m.slots[s], Team: a.Team, Time: a.Time})
		}
	}
	slices.SortStableFunc(out.Assignments, func(a, b Assignment) int { return a.Call - b.Call })
	out.Cut = m.cut(open)
	return out
}

// matching joins slots of calls with teams.
type matching struct {
	able  [][]Arrival    // by call, best first
	slots []int          // call of each slot
	taken []int          // by slot: place in able, -1 for none
	team  map[string]int // slot of each team sent, plus one
}

// augment gives a slot a team, moving others where that helps all.
func (m *matching) augment(slot int, tried map[string]bool) bool {
	for k, a := range m.able[m.slots[slot]] {
		id := a.Team.ID
		if tried[id] {
			continue
		}
		tried[id] = true
		if owner := m.team[id]; owner == 0 || m.augment(owner-1, tried) {
			m.team[id], m.taken[slot] = slot+1, k
			return true
		}
	}
	return false
}

// cut gathers what the open slots can reach by exchanging teams.
func (m *matching) cut(open []int) Cut {
	var out Cut
	seenSlot, seenTeam := map[int]bool{}, map[string]bool{}
	for len(open) > 0 {
		s := open[0]
		open = open[1:]
		if seenSlot[s] {
			continue
		}
		seenSlot[s] = true
		for _, a := range m.able[m.slots[s]] {
			if id := a.Team.ID; !seenTeam[id] {
				seenTeam[id] = true
				out.Teams = append(out.Teams, id)
				if owner := m.team[id]; owner > 0 {
					open = append(open, owner-1)
				}
			}
		}
	}
	calls := map[int]bool{}
	for s, call := range m.slots {
		if seenSlot[s] {
			out.Asked++
			if !calls[call] {
				calls[call] = true
				out.Calls = append(out.Calls, call)
			}
		}
	}
	slices.Sort(out.Teams)
	return out
}
