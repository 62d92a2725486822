package reserves

import "github.com/county-emergency/emergency/spec"

// bounded returns a number that is never below zero from what is known of its
// two ends. A lower end of zero says nothing and is left out, so that an
// unknown number never reads as "at least 0"; an upper end of zero says all.
func bounded[T comparable](low T, hasLow bool, high T, hasHigh bool) spec.Observed[T] {
	var zero T
	hasLow = hasLow && low != zero
	switch {
	case hasHigh && (high == zero || hasLow && low == high):
		return spec.Exactly(high)
	case hasHigh && hasLow:
		return spec.Between(low, high)
	case hasHigh:
		return spec.AtMost(high)
	case hasLow:
		return spec.AtLeast(low)
	}
	return spec.Observed[T]{}
}

// rising carries the ends of a number over to one that never falls as the
// first grows; falling to one that never grows.
func rising[A any, B comparable](a spec.Observed[A], f func(A) (B, bool)) spec.Observed[B] {
	low, hasLow := end(f, a.Low)
	high, hasHigh := end(f, a.High)
	return bounded(low, hasLow, high, hasHigh)
}

func falling[A any, B comparable](a spec.Observed[A], f func(A) (B, bool)) spec.Observed[B] {
	low, hasLow := end(f, a.High)
	high, hasHigh := end(f, a.Low)
	return bounded(low, hasLow, high, hasHigh)
}

func end[A, B any](f func(A) (B, bool), of func() (A, bool)) (b B, ok bool) {
	a, ok := of()
	if !ok {
		return b, false
	}
	return f(a)
}

// most is the largest number that can be counted.
const most = 1<<63 - 1
