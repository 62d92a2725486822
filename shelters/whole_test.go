package shelters_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// wholly tries every site for every village; ok is false where none fits.
func wholly(task shelters.Task) (best int64, ok bool) {
	room := make([]measure.People, len(task.Sites))
	for j, s := range task.Sites {
		room[j] = s.Beds
	}
	var try func(i int, cost int64)
	try = func(i int, cost int64) {
		if i == len(task.Villages) {
			if !ok || cost < best {
				best, ok = cost, true
			}
			return
		}
		v := task.Villages[i]
		if v.People == 0 {
			try(i+1, cost)
			return
		}
		for j, s := range task.Sites {
			metres, way := task.Distance(i, j)
			counts := func(v spec.Verdict) bool { return v == spec.Met || task.CountUnknown && v == spec.Unknown }
			if !way || room[j] < v.People || !counts(s.Usable) || v.StepFree && !counts(s.StepFree) ||
				task.Farthest > 0 && metres > task.Farthest || s.Reach > 0 && metres > s.Reach {
				continue
			}
			room[j] -= v.People
			try(i+1, cost+metres*int64(v.People))
			room[j] += v.People
		}
	}
	try(0, 0)
	return best, ok
}

func TestWholeVillagesAreTheBestOfAllWaysToPlaceThem(t *testing.T) {
	placed, none := 0, 0
	law := func(t *rapid.T) {
		task := drawTask(t)
		if rapid.Bool().Draw(t, "tight") { // as many beds as people: seldom whole
			task = drawOpen(t, 5, 3, 4, 1)
			beds := allPeople(task)/int64(len(task.Sites)) + 1
			for j := range task.Sites {
				task.Sites[j].Beds = measure.People(beds)
			}
		}
		task.Whole = true
		want, ok := wholly(task)
		a, err := shelters.Assign(task)
		var no *shelters.NoWhole
		var short *shelters.Shortage
		switch {
		case !ok && errors.As(err, &no):
			none++
			if !no.Proved {
				t.Fatalf("not proven in %d nodes", no.Nodes)
			}
		case !ok && errors.As(err, &short):
		case !ok || err != nil:
			t.Fatalf("found %v, exists %v: %v", a.Legs, ok, err)
		default:
			placed++
			if a.PersonMetres != want || !a.Search.Complete || a.Search.Bound != want || a.Gap().Sign() != 0 {
				t.Fatalf("%d person-metres, want %d; search %+v", a.PersonMetres, want, a.Search)
			}
		}
	}
	until(t, law, func() bool { return placed > 0 && none > 0 })
}

// crowd is villages and sites of about the same size, hard to keep whole.
func crowd(villages, sites int) shelters.Task {
	var task shelters.Task
	total := measure.People(0)
	for i := range villages {
		people := measure.People(50 + (i*37)%83)
		total += people
		task.Villages = append(task.Villages, shelters.Village{ID: fmt.Sprintf("v%03d", i), People: people})
	}
	for j := range sites {
		task.Sites = append(task.Sites, shelters.Site{ID: fmt.Sprintf("s%03d", j), Usable: spec.Met,
			Beds: total/measure.People(sites) + measure.People(3+(j*7)%11)})
	}
	task.Distance = func(i, j int) (int64, bool) {
		x, y := int64(i*7919%1000-j*6007%1000), int64(i*104729%1000-j*1299709%1000)
		return max(x, -x) + max(y, -y), true
	}
	return task
}

func TestLimitedSearchTellsItsGap(t *testing.T) {
	task := crowd(60, 9)
	task.Whole = true
	last := int64(0)
	for _, limit := range []int{1, 30, 300} {
		task.Nodes = limit
		a, err := shelters.Assign(task)
		if err != nil {
			t.Fatalf("%d nodes: %v", limit, err)
		}
		if err := a.Check(task); err != nil {
			t.Fatal(err)
		}
		if a.Search.Nodes > limit || a.Search.Bound < a.Bound || a.Search.Bound > a.PersonMetres || a.Search.Bound < last {
			t.Fatalf("%d nodes: %d person-metres, prices prove %d, search %+v", limit, a.PersonMetres, a.Bound, a.Search)
		}
		if a.Search.Complete != (a.Gap().Sign() == 0) || a.Gap().Sign() < 0 {
			t.Fatalf("gap %s, search %+v", a.Gap(), a.Search)
		}
		last = a.Search.Bound
	}
}

func TestSearchCutShortSaysThatNothingIsProven(t *testing.T) {
	// Two villages of three and two sites with beds for four and two: no one
	// split of the pair keeps both whole.
	task := shelters.Task{Whole: true, Nodes: 1, Villages: []shelters.Village{{ID: "a", People: 3}, {ID: "b", People: 3}},
		Sites:    []shelters.Site{{ID: "x", Beds: 4, Usable: spec.Met}, {ID: "y", Beds: 2, Usable: spec.Met}},
		Distance: func(int, int) (int64, bool) { return 1, true }}
	_, err := shelters.Assign(task)
	var no *shelters.NoWhole
	if !errors.As(err, &no) || !no.Proved || no.Split.PersonMetres != 6 {
		t.Fatalf("got %v", err) // no site but x takes three, and x takes one of them
	}
	// Three pairs and beds for three and three: a whole pair and half of one.
	task.Villages = []shelters.Village{{ID: "a", People: 2}, {ID: "b", People: 2}, {ID: "c", People: 2}}
	task.Sites = []shelters.Site{{ID: "x", Beds: 3, Usable: spec.Met}, {ID: "y", Beds: 3, Usable: spec.Met}}
	if _, err = shelters.Assign(task); !errors.As(err, &no) || no.Proved || no.Nodes != 1 {
		t.Fatalf("got %v", err)
	}
	task.Nodes = 0
	if _, err = shelters.Assign(task); !errors.As(err, &no) || !no.Proved {
		t.Fatalf("got %v", err)
	}
}

func TestCheckerRejectsSpoiltAnswersOfWholeVillages(t *testing.T) {
	loose := shelters.Task{Whole: true, Villages: []shelters.Village{{ID: "a", People: 4}},
		Sites: []shelters.Site{{ID: "x", Beds: 9, Usable: spec.Met}}, Distance: func(int, int) (int64, bool) { return 5, true }}
	good, err := shelters.Assign(loose)
	if err != nil || good.Check(loose) != nil {
		t.Fatal(err)
	}
	dearer := good
	dearer.PersonMetres, dearer.Bound, dearer.VillagePrices = 20, 24, []int64{6}
	if dearer.Check(loose) == nil {
		t.Error("a bound above the answer passes")
	}
	for beds, want := range map[measure.People]bool{4: true, 3: false} {
		loose.Sites[0].Beds = beds
		if got := good.Check(loose) == nil; got != want {
			t.Errorf("4 people in %d beds pass: %v", beds, got)
		}
	}
	// The prices of a cheaper way with the bound to match.
	two := twoVillages()
	two.Whole = true
	two.Sites[0].Beds, two.Sites[1].Beds = 5, 5
	good, err = shelters.Assign(two)
	if err != nil || good.PersonMetres != 1600 || good.Bound != 1400 {
		t.Fatalf("%+v %v", good, err)
	}
	good.VillagePrices[0]++
	good.Bound += 4
	if good.Check(two) == nil {
		t.Error("a price one metre above its way passes")
	}
}
