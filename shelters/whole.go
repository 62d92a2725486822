package shelters

import (
	"container/heap"
	"errors"
	"fmt"

	"github.com/county-emergency/emergency/internal/flow"
)

const (
	// nodes is how many nodes a search for whole villages looks at unless the
	// task says otherwise.
	nodes = 2000
	// Whole villages are made of the flow at each of the first nodes, later now
	// and then only: it costs more than the flow.
	eager, seldom = 16, 16
)

// NoWhole says that everybody can be housed, but no way was found that keeps
// every village together (无法整村安置). It is an error, and [Assign] returns it as
// *NoWhole.
type NoWhole struct {
	Proved bool // there is none; else the search ended before it found one
	Nodes  int  // looked at
	Split  Assignment
}

// Error says whether it was proven.
func (n *NoWhole) Error() string {
	if n.Proved {
		return fmt.Sprintf("shelters: villages kept whole do not fit (proven in %d nodes)", n.Nodes)
	}
	return fmt.Sprintf("shelters: no way to keep villages whole found in %d nodes", n.Nodes)
}

// branch is one decision of the search: a village goes to a site, or it does
// not.
type branch struct {
	up      *branch
	village int
	site    int
	goes    bool
	bound   int64
	number  int // in the order made, to break ties
	split   []flow.Arc
}

// openBranches is the branches still to be looked at, the lowest bound first.
type openBranches []*branch

func (o openBranches) Len() int { return len(o) }
func (o openBranches) Less(a, b int) bool {
	return o[a].bound < o[b].bound || o[a].bound == o[b].bound && o[a].number < o[b].number
}
func (o openBranches) Swap(a, b int) { o[a], o[b] = o[b], o[a] }
func (o *openBranches) Push(x any)   { *o = append(*o, x.(*branch)) }
func (o *openBranches) Pop() any {
	last := (*o)[len(*o)-1]
	*o = (*o)[:len(*o)-1]
	return last
}

// wholeSearch is branch and bound: each branch is bounded by the cheapest flow
// that obeys its decisions, which is exact, and a flow that splits no village
// closes it. The lowest bound is looked at first, so that the lowest open one
// bounds what is left.
type wholeSearch struct {
	*solving
	problem flow.Problem
	ways    []int64 // metres of each pair that may be used, else -1
	to      []int   // site that a village is bound to by the branch at hand, or -1
	never   []bool  // pairs that the branch at hand forbids
	looked  int
	best    []int // site of each village in the best answer so far
	cost    int64 // of the best, valid where best is not nil
	open    openBranches
}

func (s *solving) whole(split Assignment) (Assignment, error) {
	w := &wholeSearch{solving: s, problem: s.problem(), to: make([]int, len(s.villages)),
		never: make([]bool, len(s.villages)*len(s.sites)), ways: make([]int64, len(s.villages)*len(s.sites))}
	for i := range w.to {
		w.to[i] = -1
		for j := range s.sites {
			metres, ok := s.cost(i, j)
			if !ok {
				metres = -1
			}
			w.ways[i*len(s.sites)+j] = metres
		}
	}
	w.problem.Cost = w.allowed
	limit := s.task.Nodes
	if limit <= 0 {
		limit = nodes
	}
	if err := w.look(nil); err != nil {
		return Assignment{}, err
	}
	for len(w.open) > 0 && w.looked+2 <= limit {
		b := heap.Pop(&w.open).(*branch)
		if w.best != nil && b.bound >= w.cost {
			w.open = nil // the lowest bound is no better, so none is
			break
		}
		village, site := w.choose(b.split)
		for _, goes := range []bool{true, false} {
			if err := w.look(&branch{up: b, village: village, site: site, goes: goes}); err != nil {
				return Assignment{}, err
			}
		}
	}
	found := Search{Nodes: w.looked, Complete: len(w.open) == 0, Bound: w.cost}
	if w.best == nil {
		return Assignment{}, &NoWhole{Proved: found.Complete, Nodes: w.looked, Split: split}
	}
	if !found.Complete {
		found.Bound = min(w.open[0].bound, w.cost)
		found.Complete = found.Bound == w.cost
	}
	return w.answer(split, found), nil
}

// allowed is the cost of a pair under the decisions of the branch at hand.
func (w *wholeSearch) allowed(i, j int) (int64, bool) {
	if w.to[i] >= 0 && w.to[i] != j || w.never[i*len(w.sites)+j] || w.problem.Supplies[i] > w.problem.Capacities[j] {
		return 0, false
	}
	return w.metres(i, j)
}

// metres is the length of a way that may be used.
func (w *wholeSearch) metres(i, j int) (int64, bool) {
	metres := w.ways[i*len(w.sites)+j]
	return metres, metres >= 0
}

// look bounds one branch and keeps it open where something may lie below.
func (w *wholeSearch) look(b *branch) error {
	w.looked++
	w.decide(b, true)
	r, err := flow.Solve(w.problem)
	var cut *flow.Cut
	switch {
	case errors.As(err, &cut):
		w.decide(b, false)
		return nil
	case err != nil:
		w.decide(b, false)
		return fmt.Errorf("assignment: %w", err)
	}
	if w.looked <= eager || w.looked%seldom == 0 || w.best == nil {
		w.round(r.Arcs)
	}
	w.decide(b, false)
	if b == nil {
		b = &branch{village: -1}
	}
	b.bound, b.number, b.split = r.Cost, w.looked, splitArcs(r.Arcs)
	if len(b.split) > 0 && (w.best == nil || b.bound < w.cost) {
		heap.Push(&w.open, b)
	}
	return nil
}

// decide sets or lifts the decisions of a branch.
func (w *wholeSearch) decide(b *branch, set bool) {
	for ; b != nil && b.village >= 0; b = b.up {
		switch {
		case !b.goes:
			w.never[b.village*len(w.sites)+b.site] = set
		case set:
			w.to[b.village] = b.site
		default:
			w.to[b.village] = -1
		}
	}
}

// splitArcs returns the arcs of villages that a flow splits.
func splitArcs(arcs []flow.Arc) []flow.Arc {
	var out []flow.Arc
	for k, arc := range arcs {
		if k > 0 && arcs[k-1].Source == arc.Source || k+1 < len(arcs) && arcs[k+1].Source == arc.Source {
			out = append(out, arc)
		}
	}
	return out
}

// choose takes the largest part of a split village: where most of it goes, all
// of it may.
func (w *wholeSearch) choose(split []flow.Arc) (village, site int) {
	best := split[0]
	for _, arc := range split[1:] {
		if arc.Units > best.Units {
			best = arc
		}
	}
	return best.Source, best.Sink
}

// answer is the best found, in the order of the task.
func (w *wholeSearch) answer(split Assignment, found Search) Assignment {
	a := Assignment{PersonMetres: w.cost, Bound: split.Bound, Search: found,
		VillagePrices: split.VillagePrices, SitePrices: split.SitePrices}
	for i, j := range w.best {
		if w.problem.Supplies[i] == 0 {
			continue
		}
		metres, _ := w.metres(i, j)
		a.Legs = append(a.Legs, Leg{w.villages[i], w.sites[j], w.task.Villages[w.villages[i]].People, metres})
		a.Farthest = max(a.Farthest, metres)
	}
	sortLegs(a.Legs)
	return a
}
