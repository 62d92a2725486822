package shelters

import "slices"

// seed finds a good choice to start from: the best candidate first, then the
// best beside it and so on, then exchanges of one for one while they help.
func (w *search) seed() {
	var set []int
	for range w.siting.Choose {
		set = append(set, w.bestBeside(set))
	}
	w.best, w.set = w.serviceOf(set), set
	for range len(w.candidates) {
		better := false
		for k := range set {
			rest := slices.Delete(slices.Clone(set), k, k+1)
			other := append(rest, w.bestBeside(rest))
			if s := w.serviceOf(other); s.Compare(w.best) < 0 {
				w.best, w.set, better = s, other, true
				set = other
			}
		}
		if !better {
			return
		}
	}
}

func (w *search) bestBeside(set []int) int {
	at, best := -1, Service{}
	near := w.nearOf(set)
	with := make([]nearest, len(near))
	for c := range w.candidates {
		if slices.Contains(set, c) {
			continue
		}
		for i := range near {
			with[i] = near[i].with(w.metres[c][i])
		}
		if s := w.service(with); at < 0 || s.Compare(best) < 0 {
			at, best = c, s
		}
	}
	return at
}

func (w *search) nearOf(set []int) []nearest {
	near := slices.Clone(w.near)
	for _, c := range set {
		for i := range near {
			near[i] = near[i].with(w.metres[c][i])
		}
	}
	return near
}

func (w *search) serviceOf(set []int) Service { return w.service(w.nearOf(set)) }
