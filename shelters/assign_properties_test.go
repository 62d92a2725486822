package shelters_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// drawOpen draws a task in which every site is usable from everywhere.
func drawOpen(t *rapid.T, villages, sites, people, beds int) shelters.Task {
	n, m := rapid.IntRange(1, villages).Draw(t, "villages"), rapid.IntRange(1, sites).Draw(t, "sites")
	var task shelters.Task
	for i := range n {
		task.Villages = append(task.Villages, shelters.Village{ID: fmt.Sprintf("v%02d", i),
			People: measure.People(rapid.IntRange(1, people).Draw(t, "people"))})
	}
	for j := range m {
		task.Sites = append(task.Sites, shelters.Site{ID: fmt.Sprintf("s%02d", j), Usable: spec.Met,
			Beds: measure.People(rapid.IntRange(0, beds).Draw(t, "beds"))})
	}
	metres := rapid.SliceOfN(rapid.Int64Range(0, 50), n*m, n*m).Draw(t, "metres")
	task.Distance = func(i, j int) (int64, bool) { return metres[i*m+j], true }
	return task
}

func drawTask(t *rapid.T) shelters.Task {
	if rapid.Bool().Draw(t, "open") {
		return drawOpen(t, 6, 4, 9, 16)
	}
	n, m := rapid.IntRange(0, 6).Draw(t, "villages"), rapid.IntRange(0, 5).Draw(t, "sites")
	verdict := rapid.SampledFrom([]spec.Verdict{spec.Met, spec.Met, spec.Met, spec.Unmet, spec.Unknown})
	var task shelters.Task
	for i := range n {
		task.Villages = append(task.Villages, shelters.Village{ID: fmt.Sprintf("v%02d", i),
			People:   measure.People(rapid.Int64Range(0, 9).Draw(t, "people")),
			StepFree: rapid.IntRange(0, 9).Draw(t, "step-free") == 0})
	}
	for j := range m {
		site := shelters.Site{ID: fmt.Sprintf("s%02d", j), Beds: measure.People(rapid.Int64Range(0, 14).Draw(t, "beds")),
			Usable: verdict.Draw(t, "usable"), StepFree: verdict.Draw(t, "access")}
		if rapid.IntRange(0, 4).Draw(t, "has reach") == 0 {
			site.Reach = rapid.Int64Range(1, 20).Draw(t, "reach")
		}
		task.Sites = append(task.Sites, site)
	}
	rows := make([][]int64, n)
	for i := range rows {
		for range m {
			rows[i] = append(rows[i], rapid.Int64Range(-1, 20).Draw(t, "metres"))
		}
	}
	distance, err := shelters.DistanceMatrix(rows, m)
	if err != nil {
		t.Fatal(err)
	}
	task.Distance = distance
	if rapid.Bool().Draw(t, "limited") {
		task.Farthest = rapid.Int64Range(1, 20).Draw(t, "farthest")
	}
	task.CountUnknown = rapid.Bool().Draw(t, "count unknown")
	return task
}

func allPeople(task shelters.Task) (n int64) {
	for _, v := range task.Villages {
		n += int64(v.People)
	}
	return n
}

func TestAssignmentCostsWhatSuccessiveShortestPathsCost(t *testing.T) {
	housed, short := 0, 0
	law := func(t *rapid.T) {
		task := drawTask(t)
		cost, placed := slowly(task)
		a, err := shelters.Assign(task)
		var s *shelters.Shortage
		if errors.As(err, &s) {
			short++
			if missing := allPeople(task) - int64(s.Missing); placed.Cmp(big.NewRat(missing, 1)) != 0 {
				t.Fatalf("%d missing of %d, the reference houses %s", s.Missing, allPeople(task), placed)
			}
			return
		}
		housed++
		if err != nil || cost.Cmp(big.NewRat(a.PersonMetres, 1)) != 0 || placed.Cmp(big.NewRat(allPeople(task), 1)) != 0 {
			t.Fatalf("%d person-metres, want %s for %s people: %v", a.PersonMetres, cost, placed, err)
		}
	}
	until(t, law, func() bool { return housed > 0 && short > 0 })
}

func TestCheckerAcceptsEveryAnswerOfTheSolver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		task := drawTask(t)
		task.Whole = rapid.Bool().Draw(t, "whole")
		a, err := shelters.Assign(task)
		var s *shelters.Shortage
		var no *shelters.NoWhole
		switch {
		case errors.As(err, &s):
			task.Whole = false
			if err := shelters.CheckShortage(task, *s); err != nil {
				t.Fatalf("%v: %+v", err, *s)
			}
		case errors.As(err, &no):
			task.Whole = false
			if err := no.Split.Check(task); err != nil {
				t.Fatal(err)
			}
		case err != nil:
			t.Fatal(err)
		default:
			if err := a.Check(task); err != nil {
				t.Fatalf("%v: %+v", err, a)
			}
		}
	})
}

func TestNobodyIsHousedTwiceAndNobodyOverCapacity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		task := drawTask(t)
		task.Whole = rapid.Bool().Draw(t, "whole")
		a, err := shelters.Assign(task)
		if err != nil {
			return
		}
		from, to, parts := make([]measure.People, len(task.Villages)), make([]measure.People, len(task.Sites)), make([]int, len(task.Villages))
		for _, leg := range a.Legs {
			from[leg.Village] += leg.People
			to[leg.Site] += leg.People
			parts[leg.Village]++
		}
		for i, v := range task.Villages {
			if from[i] != v.People || task.Whole && parts[i] > 1 {
				t.Fatalf("%d of %d people of %s housed in %d parts", from[i], v.People, v.ID, parts[i])
			}
		}
		for j, s := range task.Sites {
			if to[j] > s.Beds || to[j] > 0 && s.Usable == spec.Unmet || to[j] > 0 && s.Usable == spec.Unknown && !task.CountUnknown {
				t.Fatalf("%d people in %d beds of %s, usable %s", to[j], s.Beds, s.ID, s.Usable)
			}
		}
		if diff := cmp.Diff(to, a.Housed(len(task.Sites)), cmp.Comparer(func(a, b []measure.People) bool { return slices.Equal(a, b) })); diff != "" {
			t.Fatal(diff)
		}
	})
}

// One person of one leg goes elsewhere, farther: the checker sees it, even when
// the totals are brought in line.
func TestCheckerRejectsEveryAnswerWithOneArcChangedForTheWorse(t *testing.T) {
	changed := 0
	law := func(t *rapid.T) {
		task := drawTask(t)
		a, err := shelters.Assign(task)
		if err != nil || len(a.Legs) == 0 {
			return
		}
		leg := rapid.SampledFrom(a.Legs).Draw(t, "leg")
		housed := a.Housed(len(task.Sites))
		for j, s := range task.Sites {
			metres, ok := task.Distance(leg.Village, j)
			if !ok || j == leg.Site || metres <= leg.Metres || housed[j] >= s.Beds {
				continue
			}
			worse := a
			worse.Legs = nil
			add := func(l shelters.Leg) {
				for k := range worse.Legs {
					if worse.Legs[k].Village == l.Village && worse.Legs[k].Site == l.Site {
						worse.Legs[k].People += l.People
						return
					}
				}
				worse.Legs = append(worse.Legs, l)
			}
			for _, l := range a.Legs {
				if l == leg {
					l.People--
				}
				if l.People > 0 {
					add(l)
				}
			}
			add(shelters.Leg{Village: leg.Village, Site: j, People: 1, Metres: metres})
			slices.SortFunc(worse.Legs, func(a, b shelters.Leg) int {
				return 100*(a.Village-b.Village) + a.Site - b.Site
			})
			worse.PersonMetres += metres - leg.Metres
			worse.Farthest = 0
			for _, l := range worse.Legs {
				worse.Farthest = max(worse.Farthest, l.Metres)
			}
			if worse.Check(task) == nil {
				t.Fatalf("%+v passes for %+v", worse, a)
			}
			worse.Bound = worse.PersonMetres
			if worse.Check(task) == nil {
				t.Fatalf("%+v passes with its bound raised", worse)
			}
			changed++
		}
	}
	until(t, law, func() bool { return changed > 0 })
}

func TestOrderOfRowsDoesNotChangeTheAssignment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		task := drawTask(t)
		task.Whole = rapid.Bool().Draw(t, "whole")
		villages := rapid.Permutation(numbers(len(task.Villages))).Draw(t, "order of villages")
		sites := rapid.Permutation(numbers(len(task.Sites))).Draw(t, "order of sites")
		other := task
		other.Villages, other.Sites = nil, nil
		for _, i := range villages {
			other.Villages = append(other.Villages, task.Villages[i])
		}
		for _, j := range sites {
			other.Sites = append(other.Sites, task.Sites[j])
		}
		other.Distance = func(i, j int) (int64, bool) { return task.Distance(villages[i], sites[j]) }
		if diff := cmp.Diff(named(task), named(other)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// named writes an answer by ids, sorted.
func named(task shelters.Task) []string {
	a, err := shelters.Assign(task)
	var out []string
	for _, leg := range a.Legs {
		out = append(out, fmt.Sprintf("%s %s %d %d", task.Villages[leg.Village].ID, task.Sites[leg.Site].ID, leg.People, leg.Metres))
	}
	slices.Sort(out)
	var s *shelters.Shortage
	var no *shelters.NoWhole
	switch {
	case errors.As(err, &s):
		return append(out, fmt.Sprint("missing ", s.Missing))
	case errors.As(err, &no):
		return append(out, fmt.Sprint("whole ", no.Proved))
	}
	return append(out, fmt.Sprint(a.PersonMetres, a.Search, err))
}

func TestUnknownUsabilityOnlyWidensTheBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		task := drawTask(t)
		task.CountUnknown = false
		sure, errSure := shelters.Assign(task)
		task.CountUnknown = true
		hope, errHope := shelters.Assign(task)
		if errSure == nil && (errHope != nil || hope.PersonMetres > sure.PersonMetres) {
			t.Fatalf("with the unknown counted %d (%v), without %d", hope.PersonMetres, errHope, sure.PersonMetres)
		}
		// However the unknown turns out, the person-metres lie between.
		for j := range task.Sites {
			if task.Sites[j].Usable == spec.Unknown {
				task.Sites[j].Usable = rapid.SampledFrom([]spec.Verdict{spec.Met, spec.Unmet}).Draw(t, "usable it is")
			}
			if task.Sites[j].StepFree == spec.Unknown {
				task.Sites[j].StepFree = rapid.SampledFrom([]spec.Verdict{spec.Met, spec.Unmet}).Draw(t, "step-free it is")
			}
		}
		truth, err := shelters.Assign(task)
		if errSure == nil && (err != nil || truth.PersonMetres > sure.PersonMetres) || err == nil && (errHope != nil || truth.PersonMetres < hope.PersonMetres) {
			t.Fatalf("%d (%v) outside %d (%v) to %d (%v)", truth.PersonMetres, err, hope.PersonMetres, errHope, sure.PersonMetres, errSure)
		}
	})
}

func TestNearestFirstNeverWalksLess(t *testing.T) {
	compared := 0
	law := func(t *rapid.T) {
		task := drawTask(t)
		task.Whole = rapid.Bool().Draw(t, "whole")
		near, ok := shelters.NearestFirst(task)
		if !ok {
			t.Fatal("no answer")
		}
		a, err := shelters.Assign(task)
		if near.Unhoused > 0 {
			if a.Saving(near).Known() {
				t.Fatal("a saving against people without a bed")
			}
			return
		}
		if err != nil {
			t.Fatalf("nearest first houses everybody: %v", err)
		}
		compared++
		if a.Bound > near.PersonMetres || !a.Search.Complete && a.Search.Nodes > 0 {
			t.Fatalf("%d, nearest first %d, search %+v", a.Bound, near.PersonMetres, a.Search)
		}
		if saving := a.Saving(near); saving.Known() && (saving.Sign() < 0 || !saving.AtMost(measure.Whole(1))) {
			t.Fatalf("saving %s", saving)
		}
	}
	until(t, law, func() bool { return compared > 0 })
}
