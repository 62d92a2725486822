package shelters_test

import (
	"fmt"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// valley is villages and sites along a valley, all pairs allowed, with beds for
// 115 of 100 people, by a fixed formula.
func valley(villages, sites int) shelters.Task {
	type point struct{ x, y int64 }
	state := uint64(20220802)
	next := func(n int64) int64 {
		state = state*6364136223846793005 + 1442695040888963407
		return int64(state>>33) % n
	}
	var task shelters.Task
	at, to := make([]point, villages), make([]point, sites)
	total := int64(0)
	for i := range at {
		at[i] = point{next(40_000), next(25_000)}
		people := 200 + next(1800)
		total += people
		task.Villages = append(task.Villages, shelters.Village{ID: fmt.Sprintf("v%05d", i), People: measure.People(people)})
	}
	shares := make([]int64, sites)
	sum := int64(0)
	for j := range to {
		to[j] = point{next(40_000), next(25_000)}
		shares[j] = 5 + next(95)
		sum += shares[j]
	}
	for j, share := range shares {
		task.Sites = append(task.Sites, shelters.Site{ID: fmt.Sprintf("s%05d", j), Usable: spec.Met,
			Beds: measure.People(total*115/100*share/sum + 1)})
	}
	rows := make([][]int64, villages)
	for i := range rows {
		rows[i] = make([]int64, sites)
		for j := range to {
			dx, dy := at[i].x-to[j].x, at[i].y-to[j].y
			rows[i][j] = max(dx, -dx) + max(dy, -dy)
		}
	}
	distance, err := shelters.DistanceMatrix(rows, sites)
	if err != nil {
		panic(err)
	}
	task.Distance = distance
	return task
}

func BenchmarkAssign(b *testing.B) {
	for _, size := range [][2]int{{332, 30}, {1000, 200}} {
		task := valley(size[0], size[1])
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if _, err := shelters.Assign(task); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCheckAssignment(b *testing.B) {
	task := valley(1000, 200)
	a, err := shelters.Assign(task)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for range b.N {
		if err := shelters.CheckAssignment(task, a); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAssignWhole(b *testing.B) {
	task := valley(332, 30)
	task.Whole, task.Nodes = true, 50
	b.ReportAllocs()
	for range b.N {
		if _, err := shelters.Assign(task); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChooseSites(b *testing.B) {
	task := valley(332, 30)
	s := shelters.Siting{Task: task, Existing: 10, Choose: 5}
	b.ReportAllocs()
	for range b.N {
		if _, err := shelters.ChooseSites(s); err != nil {
			b.Fatal(err)
		}
	}
}

func TestCountySizedAssignmentSavesAgainstNearestFirst(t *testing.T) {
	task := valley(332, 30)
	a, err := shelters.Assign(task)
	if err != nil || a.Check(task) != nil {
		t.Fatal(err)
	}
	near, ok := shelters.NearestFirst(task)
	saving := a.Saving(near)
	t.Logf("%d person-metres, nearest first %d: %s %% saved", a.PersonMetres, near.PersonMetres, saving.Percent(1))
	if !ok || saving.Sign() <= 0 {
		t.Errorf("saving %s", saving)
	}
}
