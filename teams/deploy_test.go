package teams_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// minutes is a travel time for each team and place; teams or places without
// one are not known.
type minutes map[string]int64

func (m minutes) travel(t teams.Team, to hazards.DivisionCode) (measure.Duration, bool) {
	n, ok := m[t.ID+">"+to.Short()]
	return measure.Seconds(n * 60), ok
}

func skilled(id string, skills ...teams.Skill) teams.Team {
	return teams.Team{ID: id, Skills: skills, SkillsKnown: true, Kind: teams.Professional, Turnout: spec.Exactly(measure.Seconds(600))}
}

func calls(n int, each int) []teams.Call {
	var out []teams.Call
	for i := range n {
		out = append(out, teams.Call{ID: fmt.Sprint(i), Place: townships(n)[i].Code, Skill: "water", Within: measure.Seconds(3600), Teams: each})
	}
	return out
}

var claimed = teams.Ready{AsOf: asOf, Proof: teams.ClaimEnough}

func TestArrivalIsTurnoutAndTravelWithinTheLimit(t *testing.T) {
	place := townships(1)[0].Code
	roster := []teams.Team{skilled("late", "water"), skilled("just", "water"), skilled("no-way", "water"), skilled("other", "forest"),
		skilled("early", "water"), {ID: "slow", Skills: []teams.Skill{"water"}, SkillsKnown: true}, {ID: "edge", Skills: []teams.Skill{"water"}, SkillsKnown: true}, {ID: "silent", Turnout: spec.Exactly(measure.Seconds(0))},
		{ID: "expert", Skills: []teams.Skill{"water"}, SkillsKnown: true, Kind: teams.Experts}}
	way := minutes{"late>990101100": 51, "just>990101100": 50, "early>990101100": 1, "other>990101100": 1, "slow>990101100": 61, "edge>990101100": 60, "silent>990101100": 5, "expert>990101100": 1}
	got := map[string]spec.Verdict{}
	var order []string
	for _, a := range teams.Arrivals(roster, calls(1, 1)[0], claimed, way.travel) {
		got[a.Team.ID] = a.Verdict
		order = append(order, a.Team.ID)
	}
	want := map[string]spec.Verdict{"late": spec.Unmet, "just": spec.Met, "no-way": spec.Unknown, "early": spec.Met,
		"slow": spec.Unmet, "edge": spec.Unknown, "silent": spec.Unknown} // slow is too late whatever its turnout
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"early", "just", "silent", "no-way", "edge", "late", "slow"}, order); diff != "" {
		t.Error(diff)
	}
	taken := claimed
	taken.Taken = []string{"early"}
	if first := teams.Arrivals(roster, calls(1, 1)[0], taken, way.travel)[0].Team.ID; first != "just" {
		t.Errorf("%s comes first when early is taken", first)
	}
	if got := teams.Arrivals(roster, teams.Call{Place: place, Skill: "water", Within: measure.Seconds(0)}, claimed, nil); slices.ContainsFunc(got, func(a teams.Arrival) bool { return a.Verdict == spec.Met }) {
		t.Error("a team is there in no time without a known way")
	}
}

func TestATeamUnderALapsedAgreementIsNotSent(t *testing.T) {
	aid := skilled("aid", "water")
	aid.Agreement = "a"
	way := minutes{"aid>990101100": 5}
	ready := claimed
	for n, want := range map[int]int{0: 1, 1: 0} {
		ready.Agreements = []teams.Agreement{{ID: "a", Until: asOf.AddDays(-n)}}
		if got := len(teams.Arrivals([]teams.Team{aid}, calls(1, 1)[0], ready, way.travel)); got != want {
			t.Errorf("an agreement that ended %d days ago brings %d teams", n, got)
		}
	}
}

// drawDispatch returns a few teams, calls and times.
func drawDispatch(t *rapid.T) ([]teams.Team, []teams.Call, minutes) {
	var roster []teams.Team
	way := minutes{}
	n := rapid.IntRange(0, 5).Draw(t, "teams")
	list := calls(rapid.IntRange(1, 3).Draw(t, "calls"), 1)
	for i := range list {
		list[i].Teams = rapid.IntRange(1, 2).Draw(t, "asked")
		list[i].Skill = rapid.SampledFrom([]teams.Skill{"water", "forest"}).Draw(t, "skill")
	}
	for i := range n {
		team := skilled(fmt.Sprintf("t%d", i), rapid.SampledFrom([][]teams.Skill{{"water"}, {"forest"}, {"water", "forest"}}).Draw(t, "skills")...)
		roster = append(roster, team)
		for _, c := range list {
			if rapid.Bool().Draw(t, "way known") {
				way[team.ID+">"+c.Place.Short()] = rapid.Int64Range(30, 70).Draw(t, "minutes")
			}
		}
	}
	return roster, list, way
}

// most tries every way to send teams.
func most(roster []teams.Team, list []teams.Call, able func(team, call int) bool, at int, left []int) int {
	if at == len(roster) {
		return 0
	}
	best := most(roster, list, able, at+1, left)
	for c := range list {
		if left[c] > 0 && able(at, c) {
			left[c]--
			best = max(best, 1+most(roster, list, able, at+1, left))
			left[c]++
		}
	}
	return best
}

func TestDeploymentServesAsManyAsAnyOtherAndTheCutProvesIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roster, list, way := drawDispatch(t)
		ready := claimed
		if len(roster) > 0 && rapid.Bool().Draw(t, "event") {
			ready.Taken = []string{roster[0].ID}
		}
		able := func(team, call int) bool {
			n, known := way[roster[team].ID+">"+list[call].Place.Short()]
			return known && n+10 <= 60 && roster[team].Claims(list[call].Skill) && !slices.Contains(ready.Taken, roster[team].ID)
		}
		left, asked := make([]int, len(list)), 0
		for i, c := range list {
			left[i] = c.Teams
			asked += c.Teams
		}
		d := teams.Deploy(roster, list, ready, way.travel)
		if want := most(roster, list, able, 0, left); len(d.Assignments) != want || d.Short() != asked-want {
			t.Fatalf("%d teams sent and %d lacking, want %d of %d", len(d.Assignments), d.Short(), want, asked)
		}
		sent, got := map[string]bool{}, make([]int, len(list))
		for _, a := range d.Assignments {
			i := slices.IndexFunc(roster, func(t teams.Team) bool { return t.ID == a.Team.ID })
			if sent[a.Team.ID] || !able(i, a.Call) {
				t.Fatalf("%s is sent twice or cannot serve call %d", a.Team.ID, a.Call)
			}
			sent[a.Team.ID] = true
			got[a.Call]++
		}
		for i, c := range list {
			if got[i]+d.Lacking[i] != c.Teams {
				t.Fatalf("call %d has %d teams and lacks %d of %d", i, got[i], d.Lacking[i], c.Teams)
			}
		}
		if d.Short() == 0 {
			if len(d.Cut.Calls) != 0 {
				t.Fatalf("nothing is lacking, but %+v", d.Cut)
			}
			return
		}
		// The certificate: every team that could serve a call of the cut is in it,
		// and the calls lack exactly what the teams cannot give.
		for _, c := range d.Cut.Calls {
			for i := range roster {
				if able(i, c) && !slices.Contains(d.Cut.Teams, roster[i].ID) {
					t.Fatalf("%s could serve call %d and is not in the cut", roster[i].ID, c)
				}
			}
		}
		if d.Cut.Asked-len(d.Cut.Teams) != d.Short() {
			t.Fatalf("the cut asks for %d with %d teams, %d are lacking", d.Cut.Asked, len(d.Cut.Teams), d.Short())
		}
	})
}

func TestAnEventNeverAddsCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roster, list, way := drawDispatch(t)
		before := teams.Covered(roster, list, claimed, way.travel)
		taken := claimed
		for _, team := range roster {
			if rapid.Bool().Draw(t, "taken") {
				taken.Taken = append(taken.Taken, team.ID)
			}
		}
		rank := map[spec.Verdict]int{spec.Unmet: 0, spec.Unknown: 1, spec.Met: 2}
		for i, after := range teams.Covered(roster, list, taken, way.travel) {
			if rank[after.Verdict] > rank[before[i].Verdict] {
				t.Fatalf("call %d was %v and is %v", i, before[i].Verdict, after.Verdict)
			}
		}
	})
}

func TestEarlierCallsGoFirst(t *testing.T) {
	roster := []teams.Team{skilled("a", "water"), skilled("b", "water")}
	way := minutes{"a>990101100": 5, "b>990101100": 9, "a>990101101": 5, "a>990101102": 5}
	d := teams.Deploy(roster, calls(3, 1), claimed, way.travel)
	if diff := cmp.Diff([]int{0, 0, 1}, d.Lacking); diff != "" {
		t.Error(diff)
	}
	// The first call takes the slower team so that the second has one at all.
	if d.Assignments[0].Team.ID != "b" || d.Assignments[1].Team.ID != "a" {
		t.Errorf("%+v", d.Assignments)
	}
	if diff := cmp.Diff(teams.Cut{Calls: []int{1, 2}, Teams: []string{"a"}, Asked: 2}, d.Cut); diff != "" {
		t.Error(diff)
	}
}
