package indicators

import (
	"math"

	"github.com/county-emergency/emergency/measure"
)

// Allowed returns the greatest whole number that keeps a ceiling (最多允许数). It rounds
// down; below a strict ceiling that is itself whole lies the number before. ok
// is false where the limit is unknown or beyond 64 bits. Nine percent less than
// 11 deaths, 10.01, allows 10.
func Allowed(limit measure.Ratio, strict bool) (n int64, ok bool) {
	if !strict {
		return limit.Floor()
	}
	n, ok = limit.Ceil()
	if !ok || n == math.MinInt64 {
		return 0, false
	}
	return n - 1, true
}

// Headroom returns how many more whole units may come before a ceiling is lost
// (余量): deaths, accidents. It rounds down; a negative result is how many there
// are too many. ok is false where the limit is unknown or beyond 64 bits.
func Headroom(limit measure.Ratio, strict bool, soFar int64) (units int64, ok bool) {
	n, ok := Allowed(limit, strict)
	if !ok {
		return 0, false
	}
	units, err := measure.Sub(n, soFar)
	return units, err == nil
}
