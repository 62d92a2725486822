package spec

import "github.com/county-emergency/emergency/measure"

// Status is how settled a reported value is (数据状态).
type Status uint8

// The statuses of a reported value.
const (
	_           Status = iota
	Provisional        // 快报数
	Final              // 核定数
)

// String returns "provisional", "final" or nothing.
func (s Status) String() string {
	switch s {
	case Provisional:
		return "provisional"
	case Final:
		return "final"
	}
	return ""
}

// observation says how much of a value is known.
type observation uint8

const (
	unknown observation = iota
	exactly
	atLeast
	atMost
	between
)

// Observed is a value as a county reports it (填报值): known, bounded or
// unknown. The zero Observed is unknown, which is not zero. Hot paths take the
// bare value instead.
type Observed[T any] struct {
	kind      observation
	low, high T
	on        measure.Date
	supposed  measure.Date // what an undated value counts as
	source    Source
	status    Status
}

// Exactly is a value that is known.
func Exactly[T any](v T) Observed[T] { return Observed[T]{kind: exactly, low: v, high: v} }

// AtLeast is a value of which only a lower bound is known; the bound counts.
func AtLeast[T any](low T) Observed[T] { return Observed[T]{kind: atLeast, low: low} }

// AtMost is a value of which only an upper bound is known; the bound counts.
func AtMost[T any](high T) Observed[T] { return Observed[T]{kind: atMost, high: high} }

// Between is a value between two bounds that both count. The caller gives the
// smaller one first.
func Between[T any](low, high T) Observed[T] {
	return Observed[T]{kind: between, low: low, high: high}
}

// Known reports whether the value is known exactly.
func (o Observed[T]) Known() bool { return o.kind == exactly }

// Value returns the value; ok is false unless it is known exactly.
func (o Observed[T]) Value() (v T, ok bool) {
	if o.kind != exactly {
		return v, false
	}
	return o.low, true
}

// Low returns the lower bound; ok is false where there is none.
func (o Observed[T]) Low() (v T, ok bool) {
	if o.kind == unknown || o.kind == atMost {
		return v, false
	}
	return o.low, true
}

// High returns the upper bound; ok is false where there is none.
func (o Observed[T]) High() (v T, ok bool) {
	if o.kind == unknown || o.kind == atLeast {
		return v, false
	}
	return o.high, true
}

// Ends returns both bounds at once and whether each is known, without copying
// what it is asked of.
func Ends[T any](o *Observed[T]) (low, high T, hasLow, hasHigh bool) {
	if hasLow = o.kind != unknown && o.kind != atMost; hasLow {
		low = o.low
	}
	if hasHigh = o.kind != unknown && o.kind != atLeast; hasHigh {
		high = o.high
	}
	return low, high, hasLow, hasHigh
}

// Dated returns a copy that says when the value was observed.
func (o Observed[T]) Dated(on measure.Date) Observed[T] { o.on = on; return o }

// From returns a copy that says where the value comes from and how settled it is.
func (o Observed[T]) From(source Source, status Status) Observed[T] {
	o.source, o.status = source, status
	return o
}

// On returns the date of the observation; it is unset where nobody said.
func (o Observed[T]) On() measure.Date { return o.on }

// Source returns where the value comes from; it is empty where nobody said.
func (o Observed[T]) Source() Source { return o.source }

// Status returns how settled the value is; it is 0 where nobody said.
func (o Observed[T]) Status() Status { return o.status }

// Supposed returns a copy that, where nobody said when it was observed, counts
// as observed on a date and is not known before it. On stays unset, so that a
// dated value of the same thing stands before it.
func (o Observed[T]) Supposed(on measure.Date) Observed[T] { o.supposed = on; return o }

// KnownOn reports whether the value was known on a date. A value of which
// neither a date nor a supposed one is set was; so was every value on no date.
func (o Observed[T]) KnownOn(date measure.Date) bool {
	on := o.on
	if on.IsZero() {
		on = o.supposed
	}
	return on.IsZero() || date.IsZero() || !on.After(date)
}

// AsOf returns the value as it was known on a date: unknown where it was
// observed later.
func (o Observed[T]) AsOf(date measure.Date) Observed[T] {
	if !o.KnownOn(date) {
		return Observed[T]{}
	}
	return o
}
