package main

import (
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/county-emergency/emergency/examples/bench/valley"
	"github.com/county-emergency/emergency/internal/flow"
)

// size is an instance and how often it is solved.
type size struct {
	villages, shelters, rounds int
}

// tight is room divided by people in all instances.
const tight = 1.15

// row is what is found out about one instance.
type row struct {
	size
	optimum, nearestFirst int64
	allocated             uint64 // bytes, by one solution with its check
	// Times of flow divided by those of LEMON, nil without LEMON.
	matrix, function *ratio
}

// ratio is of times of the same rounds, in hundredths.
type ratio struct {
	least  int64 // of the least times
	median int64 // of all rounds' ratios
}

// measure solves the instance with flow, with the distances as a matrix and as
// a function, and with LEMON if there is a program, in turns.
func measure(s size, program string) (row, error) {
	v := valley.New(s.villages, s.shelters, tight)
	villages, shelters := v.People()
	matrix := flow.Problem{Supplies: villages, Capacities: shelters, Cost: v.Matrix()}
	function := flow.Problem{Supplies: villages, Capacities: shelters, Cost: v.Cost}
	out := row{size: s}
	var left int64
	if out.nearestFirst, left = nearestFirst(matrix); left > 0 {
		return row{}, fmt.Errorf("nearest first leaves %d people without room", left)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, optimum, err := solve(matrix)
	if err != nil {
		return row{}, err
	}
	runtime.ReadMemStats(&after)
	out.optimum, out.allocated = optimum, after.TotalAlloc-before.TotalAlloc
	if program == "" {
		return out, nil
	}
	lemon, err := hand(program, v)
	if err != nil {
		return row{}, err
	}
	var times [3][]time.Duration // LEMON, matrix, function
	for range s.rounds {
		for k, once := range []func() (time.Duration, int64, error){
			lemon.solve,
			func() (time.Duration, int64, error) { return solve(matrix) },
			func() (time.Duration, int64, error) { return solve(function) },
		} {
			took, found, err := once()
			if err != nil {
				return row{}, err
			}
			if found != optimum {
				return row{}, fmt.Errorf("optimum %d by program %d and %d by flow", found, k, optimum)
			}
			times[k] = append(times[k], took)
		}
	}
	out.matrix, out.function = compare(times[1], times[0]), compare(times[2], times[0])
	return out, lemon.end()
}

// solve solves the problem, verifies the certificate, and says how long the
// processors were busy with both. The collector runs before, not meanwhile.
func solve(p flow.Problem) (time.Duration, int64, error) {
	runtime.GC()
	from := clock()
	r, err := flow.Solve(p)
	if err == nil {
		err = flow.Check(p, r)
	}
	return clock() - from, r.Cost, err
}

func compare(ours, theirs []time.Duration) *ratio {
	each := make([]int64, len(ours))
	for k := range ours {
		each[k] = hundredths(ours[k], theirs[k])
	}
	slices.Sort(each)
	return &ratio{least: hundredths(slices.Min(ours), slices.Min(theirs)), median: each[len(each)/2]}
}

// hundredths rounds to the nearest.
func hundredths(a, b time.Duration) int64 {
	return int64((200*a + b) / (2 * b))
}
