package shelters

import (
	"math"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// noSite stands for a site that is not there.
const noSite = math.MaxInt64

// nearest are the distances of a village to its nearest sites, the nearest
// first.
type nearest [maxBackup + 1]int64

// with returns the nearest sites with one more at a distance.
func (n nearest) with(metres int64) nearest {
	for k, have := range n {
		if metres < have {
			n[k], metres = metres, have
		}
	}
	return n
}

// search looks at sets of candidates, in the order of their ids.
type search struct {
	siting     *Siting
	people     []int64
	candidates []int     // places in the task's list
	metres     [][]int64 // of each candidate, from each village
	suffix     [][]nearest
	near       []nearest   // with the existing sites
	stack      [][]nearest // with the candidates taken so far, one a level
	taken      []int       // their places in candidates
	limit      int
	looked     int

	best     Service // of the best choice so far
	set      []int   // places in candidates
	searched bool    // the search itself found it: equal ones come later in order
	cut      bool    // the limit was reached
	bound    Service // of what was left out because of the limit
}

func newSearch(s *Siting) (*search, error) {
	w := &search{siting: s, candidates: s.candidates(), limit: s.Task.Nodes}
	if w.limit <= 0 {
		w.limit = sets
	}
	var faults spec.Faults
	total, longest := int64(0), int64(0)
	for i, v := range s.Task.Villages {
		w.people = append(w.people, int64(v.People))
		near := nearest{noSite, noSite, noSite, noSite}
		for j := range s.Existing {
			if metres, ok := w.metresTo(i, j, &faults); ok {
				near = near.with(metres)
				longest = max(longest, metres)
			}
		}
		w.near = append(w.near, near)
		var err error
		if total, err = measure.Add(total, int64(v.People)); err != nil {
			faults.Add(outOfRange())
		}
	}
	for _, j := range w.candidates {
		row := make([]int64, len(w.people))
		for i := range row {
			row[i] = noSite
			if metres, ok := w.metresTo(i, j, &faults); ok {
				row[i] = metres
				longest = max(longest, metres)
			}
		}
		w.metres = append(w.metres, row)
	}
	if _, err := measure.Mul(total, longest); err != nil || longest == noSite {
		faults.Add(outOfRange())
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	w.suffixes()
	w.stack = make([][]nearest, s.Choose+1)
	for k := range w.stack {
		w.stack[k] = slices.Clone(w.near)
	}
	return w, nil
}

func outOfRange() spec.Fault {
	return spec.Fault{Path: "task", Code: FaultSitingRange,
		Message: spec.T("people times the longest way exceed 64 bits", "人数乘以最远距离超出 64 位")}
}

func (w *search) metresTo(village, site int, faults *spec.Faults) (int64, bool) {
	metres, ok := w.siting.Task.open(village, site)
	if ok && metres < 0 {
		faults.AddError(spec.Fault{}, w.siting.Task.distanceFault(village, site, metres))
		return 0, false
	}
	return metres, ok
}

// suffixes keeps, for each candidate, the nearest sites among it and all after
// it: no choice from them serves a village better.
func (w *search) suffixes() {
	empty := make([]nearest, len(w.people))
	for i := range empty {
		empty[i] = nearest{noSite, noSite, noSite, noSite}
	}
	w.suffix = make([][]nearest, len(w.candidates)+1)
	w.suffix[len(w.candidates)] = empty
	for c := len(w.candidates) - 1; c >= 0; c-- {
		row := slices.Clone(w.suffix[c+1])
		for i := range row {
			if metres := w.metres[c][i]; metres != noSite {
				row[i] = row[i].with(metres)
			}
		}
		w.suffix[c] = row
	}
}

// service is how well the villages are served by their nearest sites.
func (w *search) service(near []nearest) Service {
	var s Service
	for i, people := range w.people {
		s.add(people, near[i][w.siting.Backup])
	}
	return s
}

func (s *Service) add(people, metres int64) {
	switch {
	case people == 0:
	case metres == noSite:
		s.Unreached += measure.People(people)
	default:
		s.Farthest = max(s.Farthest, metres)
		s.PersonMetres += people * metres
	}
}

// hoped is the service if everything from a candidate on were built: no set
// from there is better.
func (w *search) hoped(near []nearest, from int) Service {
	var s Service
	for i, people := range w.people {
		all := near[i]
		for _, metres := range w.suffix[from][i] {
			if metres >= all[w.siting.Backup] {
				break
			}
			all = all.with(metres)
		}
		s.add(people, all[w.siting.Backup])
	}
	return s
}

// take puts the service with one candidate more at the next level.
func (w *search) take(level, c int) {
	from, to, row := w.stack[level], w.stack[level+1], w.metres[c]
	for i, near := range from {
		to[i] = near
		if metres := row[i]; metres < near[maxBackup] {
			to[i] = near.with(metres)
		}
	}
}

// descend looks at every set that has so many candidates more, from one on.
func (w *search) descend(from, more int) {
	level := len(w.taken)
	if more == 0 {
		if s := w.service(w.stack[level]); w.betters(s) {
			w.best, w.set, w.searched = s, slices.Clone(w.taken), true
		}
		return
	}
	for c := from; c+more <= len(w.candidates); c++ {
		hope := w.hoped(w.stack[level], c)
		if !w.betters(hope) {
			return // and it only gets worse from here
		}
		if w.looked >= w.limit {
			if !w.cut || hope.Compare(w.bound) < 0 {
				w.bound = hope
			}
			w.cut = true
			return
		}
		w.looked++
		w.take(level, c)
		w.taken = append(w.taken, c)
		w.descend(c+1, more-1)
		w.taken = w.taken[:level]
	}
}

// betters reports whether a service is better than the best so far; one as good
// counts until the search itself has found one, so that the first in order is
// taken.
func (w *search) betters(s Service) bool {
	order := s.Compare(w.best)
	return order < 0 || order == 0 && !w.searched
}

func (w *search) choice() Choice {
	out := Choice{Service: w.best, Bound: w.best, Proved: !w.cut, Nodes: w.looked}
	if w.cut && w.bound.Compare(w.best) < 0 {
		out.Bound = w.bound
	}
	out.Proved = out.Bound == out.Service
	for _, c := range w.set {
		out.Sites = append(out.Sites, w.candidates[c])
	}
	slices.Sort(out.Sites)
	return out
}
