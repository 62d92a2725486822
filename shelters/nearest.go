package shelters

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// Nearest is what comes of sending each village in turn to the nearest site
// with room (就近依次安置): what is done without a plan, to compare with.
type Nearest struct {
	Legs         []Leg // in the order they were made
	PersonMetres int64
	Farthest     int64
	Unhoused     measure.People // for whom no site within their limits had room left
}

// NearestFirst sends the villages, in the order of the task, each to the
// nearest site with room, and what finds none there to the next nearest (就近优先).
// Of sites at the same distance the one listed first is taken. Where the task
// keeps villages whole, a site must have room for all of one. It is false
// where the task is at fault or the person-metres exceed 64 bits.
func NearestFirst(t Task) (Nearest, bool) {
	if t.Validate() != nil {
		return Nearest{}, false
	}
	room := make([]measure.People, len(t.Sites))
	for j, s := range t.Sites {
		room[j] = s.Beds
	}
	type choice struct {
		metres int64
		site   int
	}
	var out Nearest
	var near []choice
	for i, v := range t.Villages {
		near = near[:0]
		for j := range t.Sites {
			if metres, ok := t.open(i, j); ok {
				if metres < 0 {
					return Nearest{}, false
				}
				near = append(near, choice{metres, j})
			}
		}
		slices.SortStableFunc(near, func(a, b choice) int {
			switch {
			case a.metres < b.metres:
				return -1
			case a.metres > b.metres:
				return 1
			}
			return 0
		})
		left := v.People
		for _, c := range near {
			n := min(left, room[c.site])
			if n == 0 || t.Whole && n < left {
				continue
			}
			left -= n
			room[c.site] -= n
			walked, err := measure.Mul(c.metres, int64(n))
			if err != nil {
				return Nearest{}, false
			}
			if out.PersonMetres, err = measure.Add(out.PersonMetres, walked); err != nil {
				return Nearest{}, false
			}
			out.Legs = append(out.Legs, Leg{i, c.site, n, c.metres})
			out.Farthest = max(out.Farthest, c.metres)
		}
		out.Unhoused += left
	}
	return out, true
}

// Saving returns how much less the assignment has people walk than sending
// each village to its nearest site with room, as a share of the latter (节约比例).
// It is unknown where that leaves anybody without a bed, for then it is no
// alternative, and where nobody walks.
func (a Assignment) Saving(n Nearest) measure.Ratio {
	if n.Unhoused > 0 {
		return measure.Ratio{}
	}
	return measure.RatioOf(n.PersonMetres-a.PersonMetres, n.PersonMetres)
}
