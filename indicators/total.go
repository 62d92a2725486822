package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// total adds whole numbers of which some are known only between bounds. None
// make 0.
type total struct {
	low, high int64
	open      bool // no upper bound
	overflow  bool // beyond 64 bits: nothing is known any more
}

func (t *total) add(low, high int64, bounded bool) {
	low = max(low, 0)
	t.overflow = t.overflow || t.low+low < t.low
	t.low += low
	if !bounded || high < low {
		t.open = true
		return
	}
	t.overflow = t.overflow || t.high+high < t.high
	t.high += high
}

func (t *total) merge(o total) {
	t.overflow = t.overflow || o.overflow || t.low+o.low < t.low || t.high+o.high < t.high
	t.low += o.low
	t.high += o.high
	t.open = t.open || o.open
}

// value returns the sum, where complete says that nothing is left to add.
func (t total) value(complete bool) spec.Value {
	if t.overflow {
		return spec.Value{}
	}
	v := spec.Value{Low: measure.Whole(t.low)}
	if complete && !t.open {
		v.High = measure.Whole(t.high)
	}
	return v
}

// observed returns the sum of what was added as a reported value.
func observed[T any](t total, unit func(int64) T) spec.Observed[T] {
	switch {
	case t.overflow:
		return spec.Observed[T]{}
	case t.open:
		return spec.AtLeast(unit(t.low))
	case t.low != t.high:
		return spec.Between(unit(t.low), unit(t.high))
	}
	return spec.Exactly(unit(t.low))
}

func people(n int64) measure.People { return measure.People(n) }
func count(n int64) measure.Count   { return measure.Count(n) }

// addObserved adds a reported number; an unreported one adds nothing to the
// lower bound and takes the upper one away.
func addObserved[T ~int64](t *total, o *spec.Observed[T]) {
	low, _ := o.Low()
	high, bounded := o.High()
	t.add(int64(low), int64(high), bounded)
}
