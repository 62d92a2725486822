package shelters

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/county-emergency/emergency/internal/flow"
)

// round makes whole villages of a flow that may split some: a village that is
// not split stays, the others go to the nearest site with room for all of them,
// the largest first, and where there is none to the one that is overfilled
// least; then single moves and exchanges are made while fewer people are beyond
// the beds, or as many walk less. What comes out is kept where everybody has a
// bed and it is the best so far.
func (w *wholeSearch) round(arcs []flow.Arc) {
	n := len(w.villages)
	at, parts := make([]int, n), make([]int, n)
	for i := range at {
		at[i] = -1
	}
	for _, arc := range arcs {
		parts[arc.Source]++
		at[arc.Source] = arc.Sink
	}
	room := slices.Clone(w.problem.Capacities)
	var rest []int
	for i, people := range w.problem.Supplies {
		switch {
		case people == 0:
			at[i] = -1
		case parts[i] == 1:
			room[at[i]] -= people
		default:
			at[i] = -1
			rest = append(rest, i)
		}
	}
	slices.SortStableFunc(rest, func(a, b int) int {
		return cmp.Compare(w.problem.Supplies[b], w.problem.Supplies[a])
	})
	for _, i := range rest {
		at[i] = w.place(i, room)
		if at[i] < 0 {
			return
		}
		room[at[i]] -= w.problem.Supplies[i]
	}
	w.improve(at, room)
	if slices.ContainsFunc(room, func(n int64) bool { return n < 0 }) {
		return
	}
	if cost, ok := w.costOf(at); ok && (w.best == nil || cost < w.cost) {
		w.best, w.cost = at, cost
	}
}

// place returns the nearest site with room for a village, else the site that
// is overfilled least, -1 where it may go to none.
func (w *wholeSearch) place(i int, room []int64) int {
	best, near, over := -1, int64(0), int64(0)
	for j := range room {
		metres, ok := w.allowed(i, j)
		beyond := max(0, w.problem.Supplies[i]-room[j])
		if ok && (best < 0 || beyond < over || beyond == over && metres < near) {
			best, near, over = j, metres, beyond
		}
	}
	return best
}

// costOf adds up people times metres; ok is false beyond 64 bits.
func (w *wholeSearch) costOf(at []int) (int64, bool) {
	sum := uint64(0)
	for i, j := range at {
		if j < 0 {
			continue
		}
		metres, _ := w.metres(i, j)
		high, low := bits.Mul64(uint64(metres), uint64(w.problem.Supplies[i]))
		var carry uint64
		if sum, carry = bits.Add64(sum, low, 0); high > 0 || carry > 0 {
			return 0, false
		}
	}
	return int64(sum), int64(sum) >= 0
}

const (
	// rounds ends the improvement where it would go on for long; each round
	// only ever shortens the way.
	rounds = 50
	// paired is how many villages are still tried in pairs.
	paired = 1000
)

func (w *wholeSearch) improve(at []int, room []int64) {
	for range rounds {
		if !w.moves(at, room) && (len(at) > paired || !w.exchanges(at, room)) {
			return
		}
	}
}

// moves sends single villages elsewhere: out of an overfilled site, or nearer.
func (w *wholeSearch) moves(at []int, room []int64) (better bool) {
	for i := range at {
		if at[i] < 0 {
			continue
		}
		people := w.problem.Supplies[i]
		for k := range room {
			j := at[i]
			metres, ok := w.allowed(i, k)
			if !ok || k == j {
				continue
			}
			now, _ := w.metres(i, j)
			over := overfilled(room[j]+people) + overfilled(room[k]-people) - overfilled(room[j]) - overfilled(room[k])
			if over > 0 || over == 0 && metres >= now {
				continue
			}
			room[j] += people
			room[k] -= people
			at[i], better = k, true
		}
	}
	return better
}

// exchanges lets two villages change places.
func (w *wholeSearch) exchanges(at []int, room []int64) (better bool) {
	for a := range at {
		for b := a + 1; b < len(at); b++ {
			j, k := at[a], at[b]
			if j < 0 || k < 0 || j == k {
				continue
			}
			pa, pb := w.problem.Supplies[a], w.problem.Supplies[b]
			over := overfilled(room[j]+pa-pb) + overfilled(room[k]+pb-pa) - overfilled(room[j]) - overfilled(room[k])
			if over > 0 {
				continue
			}
			aj, _ := w.metres(a, j)
			bk, _ := w.metres(b, k)
			ak, okA := w.allowed(a, k)
			bj, okB := w.allowed(b, j)
			if !okA || !okB || over == 0 && !shorter(pa, ak, aj, pb, bj, bk) {
				continue
			}
			at[a], at[b] = k, j
			room[j] += pa - pb
			room[k] += pb - pa
			better = true
		}
	}
	return better
}

// overfilled is the people beyond the beds of a site.
func overfilled(room int64) int64 { return max(0, -room) }

// shorter reports whether pa·ak + pb·bj is less than pa·aj + pb·bk; what does
// not fit 64 bits is not.
func shorter(pa, ak, aj, pb, bj, bk int64) bool {
	const most = int64(1) << 31
	if max(pa, ak, aj, pb, bj, bk) >= most {
		return false
	}
	return pa*ak+pb*bj < pa*aj+pb*bk
}
