package indicators

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Official is one official value of a yearly figure, with when it was observed,
// how settled it is and whence it comes (官方数据). Figures are revised: one year
// may have several.
type Official struct {
	Value  spec.Value // in the smallest stored unit; as reported for a [Reported] value
	On     measure.Date
	Status spec.Status
	Source spec.Source
}

// Compare says which of two official values decides: it is below 0 where a
// does, above 0 where b does, 0 where neither stands before the other. A final
// value stands before one that does not say, that before a provisional one; of
// the same status the one observed later, an undated one last. The order is
// ours: no source says it.
func (o Official) Compare(p Official) int {
	if c := cmp.Compare(standing(p.Status), standing(o.Status)); c != 0 {
		return c
	}
	return p.On.Compare(o.On)
}

// standing orders the statuses: provisional, unstated, final.
func standing(s spec.Status) int {
	switch s {
	case spec.Final:
		return 2
	case spec.Provisional:
		return 0
	}
	return 1
}

// Decide returns the official value that decides, the others that say something
// else, in the order of [Official.Compare], and whether two final ones
// contradict each other (多个官方数据取舍). Of values with the same standing and
// date none decides alone: what they all allow is taken, and where they
// contradict each other whatever one of them allows, so that the order of the
// records never matters. Values that say nothing are left out.
func Decide(values []Official) (decided Official, others []Official, conflict bool) {
	known := make([]Official, 0, len(values))
	for _, v := range values {
		if v.Value != (spec.Value{}) {
			known = append(known, v)
		}
	}
	if len(known) == 0 {
		return Official{}, nil, false
	}
	slices.SortStableFunc(known, func(a, b Official) int {
		return cmp.Or(a.Compare(b), compareValues(a.Value, b.Value), cmp.Compare(a.Source.String(), b.Source.String()))
	})
	decided = known[0]
	var finals spec.Value // what all final values allow
	for i, v := range known {
		if i > 0 && v.Compare(decided) == 0 {
			decided.Value = narrow(decided.Value, v.Value)
		}
		if v.Status == spec.Final {
			finals = narrow(finals, v.Value)
		}
	}
	if empty(decided.Value) {
		decided.Value = known[0].Value
		for _, v := range known {
			if v.Compare(decided) == 0 {
				decided.Value = widen(decided.Value, v.Value)
			}
		}
	}
	for _, v := range known {
		if compareValues(v.Value, decided.Value) != 0 {
			others = append(others, v)
		}
	}
	return decided, others, empty(finals)
}

// narrow returns what both values allow; its ends cross where they contradict.
func narrow(a, b spec.Value) spec.Value {
	if b.Low.Known() && !b.Low.AtMost(a.Low) {
		a.Low = b.Low
	}
	if b.High.Known() && !a.High.AtMost(b.High) {
		a.High = b.High
	}
	return a
}

// widen returns what one of the values allows.
func widen(a, b spec.Value) spec.Value {
	if a.Low.Known() && !a.Low.AtMost(b.Low) {
		a.Low = b.Low
	}
	if a.High.Known() && !b.High.AtMost(a.High) {
		a.High = b.High
	}
	return a
}

func empty(v spec.Value) bool { return v.High.Less(v.Low) }

// compareValues orders values by their bounds, an unknown one first.
func compareValues(a, b spec.Value) int {
	return cmp.Or(compareEnds(a.Low, b.Low), compareEnds(a.High, b.High))
}

func compareEnds(a, b measure.Ratio) int {
	order, ok := a.Cmp(b)
	switch {
	case ok:
		return order
	case a.Known():
		return 1
	case b.Known():
		return -1
	}
	return 0
}

// official looks up what is known of a statistic of a year on the date. Most
// years stand once.
func (l *ledger) official(s Statistic, y measure.Year) (decided Official, others []Official, conflict bool) {
	var all []Official
	for i := range l.records.Years {
		row := &l.records.Years[i]
		if row.Year != y {
			continue
		}
		own, _ := row.reported(s, l.asOf)
		switch {
		case own.Value == (spec.Value{}):
		case decided.Value == (spec.Value{}):
			decided = own
		default:
			if all == nil {
				all = append(all, decided)
			}
			all = append(all, own)
		}
	}
	if all == nil {
		return decided, nil, false
	}
	return Decide(all)
}

// value looks up a reported value of a target on the date. A year that is still
// running has none yet.
func (l *ledger) value(target, class string, y measure.Year) (decided Official, others []Official, conflict bool) {
	if !l.finished(y) {
		return Official{}, nil, false
	}
	var all []Official
	for i := range l.records.Values {
		v := &l.records.Values[i]
		if v.Target != target || v.Class != class || v.Year != y {
			continue
		}
		known := v.Value.AsOf(l.asOf)
		low, _ := known.Low()
		high, _ := known.High()
		if low.Known() && low.Sign() < 0 || high.Known() && high.Sign() < 0 || high.Less(low) {
			continue // nothing that is measured is below zero
		}
		all = append(all, Official{spec.Value{Low: low, High: high}, known.On(), known.Status(), known.Source()})
	}
	return Decide(all)
}
