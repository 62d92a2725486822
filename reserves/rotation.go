package reserves

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Action is what has to be done with a lot because of its age (处置方式). The zero
// Action is none.
type Action uint8

// The actions.
const (
	_        Action = iota
	WriteOff        // 核销: it is expired
	Rotate          // 轮换: it expires within the time looked ahead
	Replace         // 更新: it has no date of expiry and has passed its shelf life
)

var actions = [...]word{
	WriteOff: {"write-off", spec.Text{EN: "write off", ZH: "核销"}},
	Rotate:   {"rotate", spec.Text{EN: "rotate", ZH: "轮换"}},
	Replace:  {"replace", spec.Text{EN: "replace", ZH: "更新"}},
}

// String returns the code, as "rotate".
func (a Action) String() string { return at(actions[:], int(a)).code }

// In returns the name of the action.
func (a Action) In(lang spec.Lang) string { return at(actions[:], int(a)).name.In(lang) }

// MarshalText returns the code.
func (a Action) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Ageing is one line of the list of lots to be written off, rotated or
// replaced (轮换更新清单).
type Ageing struct {
	Lot    Lot
	Action Action
	Day    measure.Date // last day of use
	Source spec.Source  // of the shelf life, where the day was worked out from it
}

// AgeingOf returns what has to be done with the lots as of a date, looking a
// number of days ahead, in the order of the days and then of the ids. A lot
// without a date of expiry takes the shelf life of its item from the day it was
// received; such a lot stays usable, because the shelf life is a figure of its
// own. Lots that are known to be empty are left out.
func AgeingOf(items []Item, lots []Lot, asOf measure.Date, ahead int) []Ageing {
	index := indexItems(items)
	var out []Ageing
	for i := range lots {
		lot := lots[i]
		if q, ok := lot.Quantity.Value(); ok && q.Sign() <= 0 || lot.ReceivedOn.After(asOf) {
			continue
		}
		line := Ageing{Lot: lot, Day: lot.Expiry}
		if lot.Expiry.IsZero() {
			at, ok := index[lot.Item]
			if !ok || !items[at].ShelfLife.Known() {
				continue
			}
			life := items[at].ShelfLife
			// The last day is the one before the same day so many months later.
			line.Day, line.Source = lot.ReceivedOn.AddMonths(int(min(life.Value, 12_000))).AddDays(-1), life.Source
		}
		switch {
		case line.Day.IsZero():
			continue
		case line.Day.Before(asOf) && lot.Expiry.IsZero():
			line.Action = Replace
		case line.Day.Before(asOf):
			line.Action = WriteOff
		case !line.Day.After(asOf.AddDays(max(0, ahead))):
			line.Action = Rotate
		default:
			continue
		}
		out = append(out, line)
	}
	slices.SortStableFunc(out, func(a, b Ageing) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Lot.ID, b.Lot.ID))
	})
	return out
}
