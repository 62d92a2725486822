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
	// By LEMON's solving, and of a function also by building and solving; nil
	// without LEMON.
	matrix, function, functionBuilt *ratio
}

// ratio is of the times of flow, the check included, to those of LEMON, in
// hundredths.
type ratio struct {
	least  int64 // of the least times
	median int64 // of the rounds' ratios
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
	var err error
	if _, out.optimum, err = solve(function); err != nil {
		return row{}, err
	}
	runtime.ReadMemStats(&after)
	out.allocated = after.TotalAlloc - before.TotalAlloc
	if program == "" {
		return out, nil
	}
	peer, err := hand(program, v)
	if err != nil {
		return row{}, err
	}
	var t times
	for range s.rounds {
		if err := t.round(peer, matrix, function, out.optimum); err != nil {
			return row{}, err
		}
	}
	out.matrix, out.function = compare(t.matrix, t.solving), compare(t.function, t.solving)
	out.functionBuilt = compare(t.function, t.both)
	return out, peer.end()
}

// times are those of each round.
type times struct {
	solving, both    []time.Duration // LEMON without and with building its graph
	matrix, function []time.Duration // flow
}

// round solves the instance once in each way; the optimum must be the same.
func (t *times) round(p *peer, matrix, function flow.Problem, optimum int64) error {
	building, solving, theirs, err := p.solve()
	if err != nil {
		return err
	}
	byMatrix, first, err := solve(matrix)
	if err != nil {
		return err
	}
	byFunction, second, err := solve(function)
	if err != nil {
		return err
	}
	if theirs != optimum || first != optimum || second != optimum {
		return fmt.Errorf("LEMON's optimum is %d, those of flow are %d, %d and %d", theirs, optimum, first, second)
	}
	t.solving, t.both = append(t.solving, solving), append(t.both, building+solving)
	t.matrix, t.function = append(t.matrix, byMatrix), append(t.function, byFunction)
	return nil
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

// hundredths is 100·a/b to the nearest; a clock too coarse to see b says 1 ns.
func hundredths(a, b time.Duration) int64 {
	b = max(b, 1)
	return int64((200*a + b) / (2 * b))
}
