package shelters_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func drawSiting(t *rapid.T) shelters.Siting {
	n, m := rapid.IntRange(1, 6).Draw(t, "villages"), rapid.IntRange(1, 7).Draw(t, "sites")
	var task shelters.Task
	for i := range n {
		task.Villages = append(task.Villages, shelters.Village{ID: fmt.Sprintf("v%02d", i), People: measure.People(rapid.Int64Range(0, 5).Draw(t, "people"))})
	}
	for j := range m {
		task.Sites = append(task.Sites, shelters.Site{ID: fmt.Sprintf("s%02d", j),
			Usable: rapid.SampledFrom([]spec.Verdict{spec.Met, spec.Met, spec.Met, spec.Unmet, spec.Unknown}).Draw(t, "usable")})
	}
	metres := rapid.SliceOfN(rapid.Int64Range(-1, 12), n*m, n*m).Draw(t, "metres")
	task.Distance = func(i, j int) (int64, bool) { return metres[i*m+j], metres[i*m+j] >= 0 }
	if rapid.Bool().Draw(t, "limited") {
		task.Farthest = rapid.Int64Range(1, 12).Draw(t, "farthest")
	}
	existing := rapid.IntRange(0, m).Draw(t, "existing")
	return shelters.Siting{Task: task, Existing: existing, Choose: rapid.IntRange(0, m-existing).Draw(t, "choose"),
		Backup: rapid.IntRange(0, 2).Draw(t, "backup")}
}

// served adds up the service of a set the plain way: by sorting distances.
func served(s shelters.Siting, sites []int) shelters.Service {
	var out shelters.Service
	for i, v := range s.Task.Villages {
		var ways []int64
		for _, j := range sites {
			metres, ok := s.Task.Distance(i, j)
			if ok && s.Task.Sites[j].Usable == spec.Met && (s.Task.Farthest == 0 || metres <= s.Task.Farthest) {
				ways = append(ways, metres)
			}
		}
		slices.Sort(ways)
		switch {
		case v.People == 0:
		case len(ways) <= s.Backup:
			out.Unreached += v.People
		default:
			out.Farthest = max(out.Farthest, ways[s.Backup])
			out.PersonMetres += ways[s.Backup] * int64(v.People)
		}
	}
	return out
}

// everySet calls a function with each set of so many of the candidates.
func everySet(s shelters.Siting, visit func(sites []int)) {
	var try func(from int, set []int)
	try = func(from int, set []int) {
		if len(set) == s.Existing+s.Choose {
			visit(set)
			return
		}
		for j := from; j < len(s.Task.Sites); j++ {
			try(j+1, append(slices.Clone(set), j))
		}
	}
	try(s.Existing, numbers(s.Existing))
}

func TestChosenSitesAreTheBestOfAllSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSiting(t)
		var best shelters.Service
		var first []int
		everySet(s, func(sites []int) {
			if one := served(s, sites); first == nil || one.Compare(best) < 0 {
				best, first = one, sites
			}
		})
		choice, err := shelters.ChooseSites(s)
		if err != nil {
			t.Fatal(err)
		}
		if choice.Service != best || !choice.Proved || choice.Bound != best || !slices.Equal(append(numbers(s.Existing), choice.Sites...), first) {
			t.Fatalf("%+v, want %v with %+v", choice, first, best)
		}
		if again, ok := shelters.Serve(s.Task, first, s.Backup); !ok || again != best {
			t.Fatalf("served %+v", again)
		}
	})
}

func TestMoreSitesNeverServeWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSiting(t)
		if s.Choose == 0 {
			return
		}
		more, err := shelters.ChooseSites(s)
		if err != nil {
			t.Fatal(err)
		}
		s.Choose--
		fewer, err := shelters.ChooseSites(s)
		if err != nil {
			t.Fatal(err)
		}
		if more.Service.Compare(fewer.Service) > 0 || more.Service.Unreached == fewer.Service.Unreached && more.Service.Farthest > fewer.Service.Farthest {
			t.Fatalf("one site more: %+v, was %+v", more.Service, fewer.Service)
		}
	})
}

func TestLimitedChoiceIsBoundedHonestly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSiting(t)
		exact, err := shelters.ChooseSites(s)
		if err != nil {
			t.Fatal(err)
		}
		s.Task.Nodes = rapid.IntRange(1, 6).Draw(t, "nodes")
		quick, err := shelters.ChooseSites(s)
		if err != nil {
			t.Fatal(err)
		}
		if quick.Service.Compare(exact.Service) < 0 || quick.Bound.Compare(exact.Service) > 0 || quick.Nodes > s.Task.Nodes ||
			quick.Proved != (quick.Bound == quick.Service) || len(quick.Sites) != s.Choose || served(s, append(numbers(s.Existing), quick.Sites...)) != quick.Service {
			t.Fatalf("%+v, exact %+v", quick, exact)
		}
	})
}

// With 30 candidates and 20 villages on a grid the limit is reached; the bound
// rises with it, and the answer never gets worse.
func TestMoreNodesNeverLoosenTheBound(t *testing.T) {
	task := crowd(20, 30)
	s := shelters.Siting{Task: task, Choose: 6}
	var last shelters.Choice
	for k, limit := range []int{1, 20, 400, 20_000} {
		s.Task.Nodes = limit
		choice, err := shelters.ChooseSites(s)
		if err != nil {
			t.Fatal(err)
		}
		if choice.Bound.Compare(choice.Service) > 0 || served(s, choice.Sites) != choice.Service || choice.Nodes > limit {
			t.Fatalf("%d nodes: %+v", limit, choice)
		}
		if k > 0 && (choice.Service.Compare(last.Service) > 0 || choice.Bound.Compare(last.Bound) < 0) {
			t.Fatalf("%d nodes: %+v, before %+v", limit, choice, last)
		}
		if k == 0 && choice.Proved {
			t.Fatal("one node proves it")
		}
		last = choice
	}
}

func TestCoverTakesTheFewestSites(t *testing.T) {
	covered := 0
	law := func(t *rapid.T) {
		s := drawSiting(t)
		want := -1
		for k := 0; k <= len(s.Task.Sites)-s.Existing && want < 0; k++ {
			s.Choose = k
			everySet(s, func(sites []int) {
				if served(s, sites).Unreached == 0 {
					want = k
				}
			})
		}
		choice, ok, err := shelters.Cover(s)
		if err != nil || ok != (want >= 0) || ok && (len(choice.Sites) != want || !choice.Proved) {
			t.Fatalf("%+v %v %v, want %d sites", choice, ok, err, want)
		}
		if ok && want > 0 {
			covered++
		}
	}
	until(t, law, func() bool { return covered > 0 })
}

func TestOrderOfCandidatesDoesNotChangeTheChoice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSiting(t)
		order := append(numbers(s.Existing), rapid.Permutation(numbers(len(s.Task.Sites))[s.Existing:]).Draw(t, "order")...)
		other := s
		other.Task.Sites = nil
		for _, j := range order {
			other.Task.Sites = append(other.Task.Sites, s.Task.Sites[j])
		}
		other.Task.Distance = func(i, j int) (int64, bool) { return s.Task.Distance(i, order[j]) }
		a, errA := shelters.ChooseSites(s)
		b, errB := shelters.ChooseSites(other)
		ids := func(task shelters.Task, sites []int) []string {
			out := make([]string, len(sites))
			for k, j := range sites {
				out[k] = task.Sites[j].ID
			}
			slices.Sort(out)
			return out
		}
		if errA != nil || errB != nil || a.Service != b.Service || !slices.Equal(ids(s.Task, a.Sites), ids(other.Task, b.Sites)) {
			t.Fatalf("%+v and %+v: %v, %v", a, b, errA, errB)
		}
	})
}

// The greedy start finds {b, c}; {a, b} is as good and comes first.
func TestOfEqualChoicesTheFirstInOrderIsTaken(t *testing.T) {
	metres := [][]int64{{1, 9, 1}, {9, 1, 5}}
	task := shelters.Task{Villages: []shelters.Village{{ID: "v", People: 1}, {ID: "w", People: 1}},
		Sites:    []shelters.Site{{ID: "a", Usable: spec.Met}, {ID: "b", Usable: spec.Met}, {ID: "c", Usable: spec.Met}},
		Distance: func(i, j int) (int64, bool) { return metres[i][j], true }}
	choice, err := shelters.ChooseSites(shelters.Siting{Task: task, Choose: 2})
	if err != nil || !slices.Equal(choice.Sites, []int{0, 1}) || !choice.Proved {
		t.Errorf("%+v %v", choice, err)
	}
	task.Sites = task.Sites[:1]
	if choice, err = shelters.ChooseSites(shelters.Siting{Task: task, Choose: 1}); err != nil || choice.Nodes != 1 {
		t.Errorf("%+v %v", choice, err)
	}
}

func TestSitingFaultsAreToldAtOnce(t *testing.T) {
	s := shelters.Siting{Task: twoVillages(), Existing: 3, Choose: 1, Backup: 4}
	s.Task.Villages[1].ID = "a"
	_, err := shelters.ChooseSites(s)
	var faults *spec.Faults
	if !errors.As(err, &faults) {
		t.Fatal(err)
	}
	want := `backup: 4 is not between 0 and 3 [siting.count]
choose: 1 is not between 0 and 0 [siting.count]
existing: 3 is not between 0 and 2 [siting.count]
villages[1]: "a" stands at villages[0] already [assignment.duplicate-id]`
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
	far := shelters.Siting{Task: twoVillages(), Choose: 1}
	far.Task.Distance = func(int, int) (int64, bool) { return 1 << 62, true }
	if _, err := shelters.ChooseSites(far); err == nil {
		t.Error("metres beyond range pass")
	}
	far.Task.Distance = func(int, int) (int64, bool) { return -1, true }
	if _, err := shelters.ChooseSites(far); err == nil {
		t.Error("negative metres pass")
	}
	if _, ok := shelters.Serve(twoVillages(), []int{2}, 0); ok {
		t.Error("a site that is not there serves")
	}
}

func ExampleChooseSites() {
	metres, err := shelters.DistanceMatrix([][]int64{{800, 300, 900}, {700, 650, 100}, {400, 900, 500}}, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	task := shelters.Task{Distance: metres,
		Villages: []shelters.Village{{ID: "a", People: 40}, {ID: "b", People: 25}, {ID: "c", People: 60}},
		Sites:    []shelters.Site{{ID: "school", Usable: spec.Met}, {ID: "north", Usable: spec.Met}, {ID: "south", Usable: spec.Met}}}
	choice, err := shelters.ChooseSites(shelters.Siting{Task: task, Existing: 1, Choose: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("build", task.Sites[choice.Sites[0]].ID, "longest way", choice.Service.Farthest, "m, proven", choice.Proved)
	// Output: build north longest way 650 m, proven true
}
