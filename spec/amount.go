package spec

import "github.com/county-emergency/emergency/measure"

// Amount is an exact number together with how many decimals it is printed
// with (数值). The zero Amount is no number: nothing is printed for it.
type Amount struct {
	value  measure.Ratio
	places int
	shown  string // where the printed form must not contradict a limit
}

// AmountOf is an exact number printed with at most places decimals, rounded
// half away from zero; a number that needs fewer is printed with fewer.
func AmountOf(value measure.Ratio, places int) Amount {
	return Amount{value: value, places: places}
}

// Whole is a whole number.
func Whole[T ~int | ~int64](n T) Amount { return Amount{value: measure.Whole(int64(n))} }

// AmountAgainst is a number printed with as many more decimals as it takes to
// keep the print on the same side of a limit as the number itself, so that no
// rounding contradicts a verdict.
func AmountAgainst(value, limit measure.Ratio, places int) Amount {
	a := AmountOf(value, places)
	if value.Known() && limit.Known() {
		a.shown = value.TextAgainst(limit, places)
	}
	return a
}

// Known reports whether there is a number.
func (a Amount) Known() bool { return a.value.Known() }

// Exact returns the exact number.
func (a Amount) Exact() measure.Ratio { return a.value }

// Equal reports whether two amounts are the same number; how they are printed
// does not matter.
func (a Amount) Equal(b Amount) bool { return a.value.Equal(b.value) }

// String returns the number in decimals, or nothing where there is none.
func (a Amount) String() string {
	if !a.value.Known() {
		return ""
	}
	if exact, ok := a.value.Exact(); ok && decimals(exact) <= a.places {
		return exact
	}
	if a.shown != "" {
		return a.shown
	}
	return a.value.Text(a.places)
}

// rounded reports whether the printed form is not the number itself.
func (a Amount) rounded() bool {
	exact, ok := a.value.Exact()
	return a.value.Known() && (!ok || exact != a.String())
}

// Bound says what a reported actual value stands for (界限).
type Bound uint8

// The bounds of an actual value.
const (
	ExactBound   Bound = iota // the value itself
	AtLeastBound              // a lower bound: parts are missing
	AtMostBound               // an upper bound
)

// String returns "exact", "at-least" or "at-most".
func (b Bound) String() string {
	switch b {
	case AtLeastBound:
		return "at-least"
	case AtMostBound:
		return "at-most"
	}
	return "exact"
}

// MarshalText returns the code.
func (b Bound) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// Comparison is how an actual value is held against the required one (比较方式).
type Comparison uint8

// The comparisons. The zero Comparison compares nothing.
const (
	_        Comparison = iota
	NotAbove            // ≤ 以内
	Below               // <
	NotBelow            // ≥ 以上
	Above               // >
	Equals              // =
)

// String returns the sign.
func (c Comparison) String() string {
	if int(c) >= len(comparisons) {
		return ""
	}
	return comparisons[c]
}

var comparisons = [...]string{NotAbove: "≤", Below: "<", NotBelow: "≥", Above: ">", Equals: "="}

// decimals counts the digits after the point.
func decimals(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return len(s) - 1 - i
		}
	}
	return 0
}
