package shelters_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestEveryFaultOfATaskIsToldAtOnce(t *testing.T) {
	task := shelters.Task{Farthest: -2,
		Villages: []shelters.Village{{ID: "a", People: -1}, {ID: "a"}},
		Sites:    []shelters.Site{{ID: "x", Beds: -3}, {ID: "x", Reach: -4}}}
	_, err := shelters.Assign(task)
	var faults *spec.Faults
	if !errors.As(err, &faults) {
		t.Fatal(err)
	}
	want := `distance: there are no distances [assignment.distance]
farthest: a limit of -2 m is negative [assignment.negative]
sites[0]: -3 people is negative [assignment.negative]
sites[1]: "x" stands at sites[0] already [assignment.duplicate-id]
sites[1]: a reach of -4 m is negative [assignment.negative]
villages[0]: -1 person is negative [assignment.negative]
villages[1]: "a" stands at villages[0] already [assignment.duplicate-id]`
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
	codes := strings.Join(shelters.TaskFaultCodes(), " ")
	for _, f := range faults.All() {
		if !strings.Contains(codes, f.Code) || !f.Message.Complete() {
			t.Errorf("%+v", f)
		}
	}
	if _, ok := shelters.NearestFirst(task); ok {
		t.Error("nearest first takes a faulty task")
	}
	if shelters.CheckAssignment(task, shelters.Assignment{}) == nil || shelters.CheckShortage(task, shelters.Shortage{}) == nil {
		t.Error("a faulty task passes")
	}
}

func TestNegativeDistanceIsAFault(t *testing.T) {
	task := twoVillages()
	task.Sites[0].Beds = 9
	task.Distance = func(i, j int) (int64, bool) { return int64(1 - i - j), true }
	_, err := shelters.Assign(task)
	if err == nil || !strings.Contains(err.Error(), `a distance of -1 m from "b" to "y" is negative [assignment.distance]`) {
		t.Error(err)
	}
	if _, ok := shelters.NearestFirst(task); ok {
		t.Error("nearest first takes it")
	}
}

func TestLimitsOfDistanceCount(t *testing.T) {
	for _, tt := range []struct {
		farthest, reach int64
		ok              bool
	}{{0, 0, true}, {500, 0, true}, {499, 0, false}, {0, 500, true}, {0, 499, false}} {
		task := shelters.Task{Villages: []shelters.Village{{ID: "a", People: 1}}, Farthest: tt.farthest,
			Sites:    []shelters.Site{{ID: "x", Beds: 1, Usable: spec.Met, Reach: tt.reach}},
			Distance: func(int, int) (int64, bool) { return 500, true }}
		a, err := shelters.Assign(task)
		if (err == nil) != tt.ok || err == nil && a.Farthest != 500 {
			t.Errorf("%+v: %v", tt, err)
		}
	}
}

func TestAccessNeedsAStepFreeSite(t *testing.T) {
	for _, tt := range []struct {
		site  spec.Verdict
		count bool
		ok    bool
	}{{spec.Met, false, true}, {spec.Unmet, true, false}, {spec.Unknown, false, false}, {spec.Unknown, true, true}, {spec.NotApplicable, true, false}} {
		task := shelters.Task{Villages: []shelters.Village{{ID: "a", People: 1, StepFree: true}}, CountUnknown: tt.count,
			Sites:    []shelters.Site{{ID: "x", Beds: 1, Usable: spec.Met, StepFree: tt.site}},
			Distance: func(int, int) (int64, bool) { return 1, true }}
		if _, err := shelters.Assign(task); (err == nil) != tt.ok {
			t.Errorf("%+v: %v", tt, err)
		}
	}
}

func TestShortageNamesVillagesAndBeds(t *testing.T) {
	task := shelters.Task{
		Villages: []shelters.Village{{ID: "a", People: 5}, {ID: "b", People: 4}, {ID: "c", People: 2}, {ID: "island", People: 3}},
		Sites:    []shelters.Site{{ID: "x", Beds: 4, Usable: spec.Met}, {ID: "y", Beds: 9, Usable: spec.Met}},
		Distance: func(i, j int) (int64, bool) { return int64(10 * (i + 1)), i < 2 && j == 0 || i == 2 && j == 1 }}
	_, err := shelters.Assign(task)
	var s *shelters.Shortage
	if !errors.As(err, &s) {
		t.Fatal(err)
	}
	want := &shelters.Shortage{Villages: []int{0, 1, 3}, People: 12, Sites: []int{0}, Beds: 4, Missing: 8, Unreached: []int{3},
		Add: []shelters.Added{{Site: 0, Beds: 5, Money: measure.Fen(5)}}}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
	if err := shelters.CheckShortage(task, *s); err != nil {
		t.Error(err)
	}
	if got := s.Error(); got != "shelters: 3 villages with 12 people reach 1 sites with 4 beds: 8 missing" {
		t.Error(got)
	}
	for name, spoil := range map[string]func(*shelters.Shortage){
		"a village left out": func(s *shelters.Shortage) { s.Villages = s.Villages[1:] },
		"a site left out":    func(s *shelters.Shortage) { s.Sites = nil },
		"a site too many":    func(s *shelters.Shortage) { s.Sites = []int{0, 1} },
		"people":             func(s *shelters.Shortage) { s.People++ },
		"beds":               func(s *shelters.Shortage) { s.Beds-- },
		"missing":            func(s *shelters.Shortage) { s.Missing++ },
		"out of order":       func(s *shelters.Shortage) { s.Villages = []int{1, 0, 3} },
		"not in the list":    func(s *shelters.Shortage) { s.Sites = []int{2} },
		"nothing is missing": func(s *shelters.Shortage) {
			*s = shelters.Shortage{Villages: []int{2}, People: 2, Sites: []int{1}, Beds: 9, Missing: -7}
		},
		"nothing, from zeros": func(s *shelters.Shortage) { *s = shelters.Shortage{} },
	} {
		spoiled := *s
		spoil(&spoiled)
		if shelters.CheckShortage(task, spoiled) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func TestCheckerRejectsEachSpoiltPart(t *testing.T) {
	task := twoVillages()
	task.Sites[0].Beds = 5
	good, err := shelters.Assign(task)
	if err != nil || good.Check(task) != nil || good.Verdict(task) != spec.Met {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*shelters.Assignment){
		"fewer prices":        func(a *shelters.Assignment) { a.SitePrices = a.SitePrices[:1] },
		"a negative price":    func(a *shelters.Assignment) { a.SitePrices = []int64{-1, 0} },
		"a price too high":    func(a *shelters.Assignment) { a.VillagePrices = []int64{301, 400} },
		"a price too low":     func(a *shelters.Assignment) { a.VillagePrices = []int64{299, 400} },
		"a price of no range": func(a *shelters.Assignment) { a.SitePrices = []int64{math.MaxInt64, 0} },
		"the longest way":     func(a *shelters.Assignment) { a.Farthest++ },
		"the sum":             func(a *shelters.Assignment) { a.PersonMetres++; a.Bound++ },
		"the bound":           func(a *shelters.Assignment) { a.Bound-- },
		"a leg left out":      func(a *shelters.Assignment) { a.Legs = a.Legs[1:] },
		"nobody on a leg":     func(a *shelters.Assignment) { a.Legs[0].People = 0 },
		"a leg to nowhere":    func(a *shelters.Assignment) { a.Legs[0].Site = 2 },
		"a leg from nowhere":  func(a *shelters.Assignment) { a.Legs[0].Village = -1 },
		"metres":              func(a *shelters.Assignment) { a.Legs[0].Metres++ },
		"order":               func(a *shelters.Assignment) { a.Legs[1], a.Legs[2] = a.Legs[2], a.Legs[1] },
		"one person too many": func(a *shelters.Assignment) { a.Legs[0].People++ },
		"a leg twice":         func(a *shelters.Assignment) { a.Legs = append(a.Legs, a.Legs[len(a.Legs)-1]) },
	} {
		spoiled := good
		spoiled.Legs = append([]shelters.Leg(nil), good.Legs...)
		spoil(&spoiled)
		if spoiled.Check(task) == nil || spoiled.Verdict(task) != spec.Unmet {
			t.Errorf("%s passes", name)
		}
	}
	task.Whole = true
	if good.Check(task) == nil {
		t.Error("a split village passes for a whole one")
	}
}

func TestDistancesFromAListAndAMatrix(t *testing.T) {
	villages, sites := []shelters.Village{{ID: "a"}, {ID: "b"}}, []shelters.Site{{ID: "x"}, {ID: "y"}}
	list, err := shelters.DistanceList([]shelters.Way{{"a", "x", 5}, {"b", "y", 0}, {"b", "x", shelters.NoWay}}, villages, sites)
	if err != nil {
		t.Fatal(err)
	}
	matrix, err := shelters.DistanceMatrix([][]int64{{5, shelters.NoWay}, {shelters.NoWay, 0}}, 2)
	if err != nil {
		t.Fatal(err)
	}
	for i := range villages {
		for j := range sites {
			a, okA := list(i, j)
			b, okB := matrix(i, j)
			if okA != okB || okA && a != b || okA != (i == j) {
				t.Errorf("%d, %d: %d %v and %d %v", i, j, a, okA, b, okB)
			}
		}
	}
	if _, ok := matrix(2, 0); ok {
		t.Error("a village without a row has a distance")
	}
	_, err = shelters.DistanceList([]shelters.Way{{"a", "z", 1}, {"a", "x", 1}, {"a", "x", 2}, {"b", "x", -2}, {"b", "y", shelters.NoWay}}, villages, sites)
	want := `ways[0]: "a" or "z" is not in the lists [assignment.distance]
ways[2]: the way from "a" to "x" stands twice [assignment.distance]
ways[3]: a distance of -2 m is negative [assignment.distance]`
	if err == nil {
		t.Fatal("faulty ways pass")
	}
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
	_, err = shelters.DistanceMatrix([][]int64{{1}, {2, -2}}, 2)
	want = `distances[0]: row 0 has 1 distance for 2 sites [assignment.distance]
distances[1][1]: a distance of -2 m is negative [assignment.distance]`
	if err == nil {
		t.Fatal("a faulty matrix passes")
	}
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestTotalBeyond64BitsIsAnError(t *testing.T) {
	task := shelters.Task{Villages: []shelters.Village{{ID: "a", People: 1 << 40}}, Sites: []shelters.Site{{ID: "x", Beds: 1 << 40, Usable: spec.Met}},
		Distance: func(int, int) (int64, bool) { return 1 << 30, true }}
	if _, err := shelters.Assign(task); err == nil {
		t.Error("person-metres beyond 64 bits pass")
	}
	if _, ok := shelters.NearestFirst(task); ok {
		t.Error("nearest first passes")
	}
}
