package reserves

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Claim is what a contingency plan or another purpose asks of a lot (占用申请).
type Claim struct {
	ID       string // borne by no other claim
	Lot      string // id of the lot
	For      string // the plan or purpose
	Quantity measure.Quantity
	Priority int // the lower goes first; claims of one priority in the order of their ids
}

// Grant is what a claim gets of its lot (占用核定).
type Grant struct {
	Claim
	Granted measure.Quantity // sure to be there and given to no one else
	Refused measure.Quantity // claimed beyond that
}

// Allocate gives every claim what is left of its lot, by priority and id, so
// that no unit is counted twice: what is granted of a lot never exceeds it
// (占用分配). A claim on a lot that is not there, or for less than nothing, gets
// nothing. Of a lot that is known between bounds only the lower is given away.
// The grants are in the order in which they were served.
func Allocate(lots []Lot, claims []Claim) []Grant {
	left := make(map[string]measure.Quantity, len(lots))
	for i := range lots {
		low, _ := lots[i].Quantity.Low()
		left[lots[i].ID] = low
	}
	for _, id := range Repeated(lots) {
		left[id] = measure.Quantity{}
	}
	out := make([]Grant, len(claims))
	for i, c := range claims {
		out[i] = Grant{Claim: c}
	}
	slices.SortStableFunc(out, func(a, b Grant) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.ID, b.ID))
	})
	for i := range out {
		g := &out[i]
		asked := max(0, g.Quantity.Thousandths())
		have := max(0, left[g.Lot].Thousandths())
		given := min(asked, have)
		g.Granted, g.Refused = measure.Thousandths(given), measure.Thousandths(asked-given)
		if given > 0 {
			left[g.Lot] = measure.Thousandths(have - given)
		}
	}
	return out
}

// Unclaimed returns the lots without what is granted of them to other purposes
// than one (扣除占用). Neither list is changed.
func Unclaimed(lots []Lot, grants []Grant, purpose string) []Lot {
	taken := make(map[string]int64, len(grants))
	for i := range grants {
		if grants[i].For != purpose {
			taken[grants[i].Lot] += grants[i].Granted.Thousandths()
		}
	}
	out := slices.Clone(lots)
	for i := range out {
		gone := taken[out[i].ID]
		if gone == 0 {
			continue
		}
		out[i].Quantity = lessened(out[i].Quantity, gone)
	}
	return out
}

// lessened takes thousandths off both ends of a quantity and keeps its date.
func lessened(q spec.Observed[measure.Quantity], gone int64) spec.Observed[measure.Quantity] {
	off := func(v measure.Quantity) (measure.Quantity, bool) {
		rest, err := v.Sub(measure.Thousandths(gone))
		return rest, err == nil
	}
	return rising(q, off).Dated(q.On()).From(q.Source(), q.Status())
}
