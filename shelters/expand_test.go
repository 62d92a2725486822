package shelters_test

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// cheapest tries every number of beds for every site.
func cheapest(task shelters.Task, price []int64, most int64) (money, metres int64, ok bool) {
	sites := append([]shelters.Site(nil), task.Sites...)
	task.Sites = sites
	var try func(j int, spent, left int64)
	try = func(j int, spent, left int64) {
		if ok && spent > money {
			return
		}
		if j == len(sites) {
			if a, err := shelters.Assign(task); err == nil && (!ok || spent < money || a.PersonMetres < metres) {
				money, metres, ok = spent, a.PersonMetres, true
			}
			return
		}
		before := sites[j].Beds
		for n := int64(0); n <= left && (n == 0 || price[j] >= 0); n++ {
			sites[j].Beds = before + measure.People(n)
			try(j+1, spent+n*price[j], left-n)
		}
		sites[j].Beds = before
	}
	try(0, 0, most)
	return money, metres, ok
}

func TestExpansionIsTheCheapestOfAllWaysToAddBeds(t *testing.T) {
	grown, helpless := 0, 0
	law := func(t *rapid.T) {
		task := drawOpen(t, 3, 3, 3, 3)
		if rapid.Bool().Draw(t, "limited") {
			task.Farthest = rapid.Int64Range(1, 50).Draw(t, "farthest")
		}
		var price []int64
		for range task.Sites {
			price = append(price, rapid.Int64Range(-1, 3).Draw(t, "price"))
		}
		x, err := shelters.Expand(task, func(j int) (measure.Money, bool) { return measure.Fen(price[j]), price[j] >= 0 })
		money, metres, ok := cheapest(task, price, allPeople(task))
		var short *shelters.Shortage
		if !ok {
			helpless++
			if !errors.As(err, &short) {
				t.Fatalf("no beds help, got %+v, %v", x, err)
			}
			if err := shelters.CheckShortage(task, *short); err != nil {
				t.Fatal(err)
			}
			return
		}
		if err != nil || x.Money.Fen() != money || x.Then.PersonMetres != metres {
			t.Fatalf("%s yuan and %d person-metres, want %d fen and %d: %v", x.Money, x.Then.PersonMetres, money, metres, err)
		}
		if x.Beds > 0 {
			grown++
		}
	}
	until(t, law, func() bool { return grown > 0 && helpless > 0 })
}

// The beds that a shortage names are as many as are missing for those who
// reach a site, and with them everybody of these is housed.
func TestAddedBedsCloseTheShortageAndOneFewerDoesNot(t *testing.T) {
	closed := 0
	law := func(t *rapid.T) {
		task := drawTask(t)
		_, err := shelters.Assign(task)
		var s *shelters.Shortage
		if !errors.As(err, &s) || len(s.Add) == 0 {
			return
		}
		closed++
		task.Villages = append([]shelters.Village(nil), task.Villages...)
		lost := measure.People(0)
		for _, i := range s.Unreached {
			lost += task.Villages[i].People
			task.Villages[i].People = 0
		}
		task.Sites = append([]shelters.Site(nil), task.Sites...)
		beds := measure.People(0)
		for _, add := range s.Add {
			task.Sites[add.Site].Beds += add.Beds
			beds += add.Beds
		}
		if beds+lost != s.Missing {
			t.Fatalf("%d beds and %d people out of reach for %d missing", beds, lost, s.Missing)
		}
		if _, err := shelters.Assign(task); err != nil {
			t.Fatal(err)
		}
		task.Sites[s.Add[0].Site].Beds--
		if _, err := shelters.Assign(task); !errors.As(err, &s) {
			t.Fatalf("one bed fewer also does: %v", err)
		}
	}
	until(t, law, func() bool { return closed > 0 })
}

func twoVillages() shelters.Task {
	metres := [][]int64{{100, 900}, {200, 400}}
	return shelters.Task{
		Villages: []shelters.Village{{ID: "a", People: 4}, {ID: "b", People: 3}},
		Sites:    []shelters.Site{{ID: "x", Beds: 3, Usable: spec.Met}, {ID: "y", Beds: 2, Usable: spec.Met}},
		Distance: func(i, j int) (int64, bool) { return metres[i][j], true },
	}
}

func TestExpansionWeighsMoneyBeforeMetres(t *testing.T) {
	task := twoVillages()
	for _, tt := range []struct {
		x, y int64
		want []shelters.Added
	}{
		{5, 5, []shelters.Added{{Site: 0, Beds: 2, Money: measure.Fen(10)}}}, // equal prices: the near one
		{6, 5, []shelters.Added{{Site: 1, Beds: 2, Money: measure.Fen(10)}}},
	} {
		x, err := shelters.Expand(task, func(j int) (measure.Money, bool) { return measure.Fen([]int64{tt.x, tt.y}[j]), true })
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, x.Added); diff != "" {
			t.Error(diff)
		}
		if x.Beds != 2 || x.Then.People() != 7 {
			t.Errorf("%d beds, %d people housed", x.Beds, x.Then.People())
		}
	}
}

func TestExpansionOutOfRangeIsAnError(t *testing.T) {
	task := twoVillages()
	free := func(int) (measure.Money, bool) { return measure.Money{}, true }
	if _, err := shelters.Expand(task, func(int) (measure.Money, bool) { return measure.Fen(math.MaxInt64), true }); err == nil {
		t.Error("a price beyond range passed")
	}
	if _, err := shelters.Expand(task, func(int) (measure.Money, bool) { return measure.Fen(-1), true }); err == nil {
		t.Error("a negative price passed")
	}
	task.Distance = func(int, int) (int64, bool) { return math.MaxInt64 / 4, true }
	if _, err := shelters.Expand(task, free); err == nil {
		t.Error("distances beyond range passed")
	}
	task.Distance = func(int, int) (int64, bool) { return -1, true }
	if _, err := shelters.Expand(task, free); err == nil {
		t.Error("negative distances passed")
	}
	task.Villages[1].ID = "a"
	if _, err := shelters.Expand(task, free); err == nil {
		t.Error("a faulty task passed")
	}
}
