package measure

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Duration is a length of time, kept in whole seconds (时长).
// The zero Duration is 0 s. A day of a calendar is a matter of [Date], not of 24 hours.
type Duration struct{ n int64 }

// Seconds returns a duration of n seconds (秒).
func Seconds(n int64) Duration { return Duration{n} }

// Minutes returns a duration of n minutes (分钟), or an [Error] with [CodeOverflow].
func Minutes(n int64) (Duration, error) {
	s, err := Mul(n, 60)
	return Duration{s}, err
}

// Hours returns a duration of n hours (小时), or an [Error] with [CodeOverflow].
func Hours(n int64) (Duration, error) {
	s, err := Mul(n, 3600)
	return Duration{s}, err
}

// MinutesOf returns d minutes; d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of seconds, [CodeRange] beyond 64 bits.
func MinutesOf(d decimal.Decimal) (Duration, error) {
	n, err := smallest(d, 0, 60, 1)
	return Duration{n}, err
}

// HoursOf returns d hours; d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of seconds, [CodeRange] beyond 64 bits.
func HoursOf(d decimal.Decimal) (Duration, error) {
	n, err := smallest(d, 2, 36, 1)
	return Duration{n}, err
}

// ParseDuration reads a plain non-negative decimal in seconds.
// It fails with an [Error]: [CodeSyntax], [CodeNegative], [CodeLeadingZero], [CodeInexact] below 1 s, [CodeRange]
// beyond 64 bits or 38 digits.
func ParseDuration(s string) (Duration, error) {
	n, err := parseFixed(s, 0)
	return Duration{n}, err
}

// Seconds returns d in seconds, exact.
func (d Duration) Seconds() int64 { return d.n }

// Minutes returns d in minutes, exact: a third of a minute has no last decimal.
func (d Duration) Minutes() Ratio { return RatioOf(d.n, 60) }

// Hours returns d in hours, exact.
func (d Duration) Hours() Ratio { return RatioOf(d.n, 3600) }

// DivFloor returns how many whole times per goes into d, rounded down.
// It is false where d is negative or per is not positive.
func (d Duration) DivFloor(per Duration) (int64, bool) { return divFloor(d.n, per.n) }

// DivCeil returns how many times per it takes to reach d, rounded up: the trips or shifts of per that cover d.
// It is false where d is negative or per is not positive.
func (d Duration) DivCeil(per Duration) (int64, bool) { return divCeil(d.n, per.n) }

// Add returns d + e, or an [Error] with [CodeOverflow].
func (d Duration) Add(e Duration) (Duration, error) {
	n, err := Add(d.n, e.n)
	return Duration{n}, err
}

// Sub returns d − e, which may be negative, or an [Error] with [CodeOverflow].
func (d Duration) Sub(e Duration) (Duration, error) {
	n, err := Sub(d.n, e.n)
	return Duration{n}, err
}

// Mul returns d × n, or an [Error] with [CodeOverflow].
func (d Duration) Mul(n int64) (Duration, error) {
	product, err := Mul(d.n, n)
	return Duration{product}, err
}

// SumDuration adds durations in any order; none make 0. A total beyond 64 bits is an [Error] with [CodeOverflow].
func SumDuration(values ...Duration) (Duration, error) {
	var t total
	for _, v := range values {
		t.add(v.n)
	}
	n, err := t.int64()
	return Duration{n}, err
}

// Cmp returns -1, 0 or 1 as d is less than, equal to or more than e.
func (d Duration) Cmp(e Duration) int { return cmp.Compare(d.n, e.n) }

// Less reports whether d is less than e.
func (d Duration) Less(e Duration) bool { return d.n < e.n }

// Equal reports whether d and e are the same duration. It is the same as ==.
func (d Duration) Equal(e Duration) bool { return d == e }

// IsZero reports whether d is 0.
func (d Duration) IsZero() bool { return d.n == 0 }

// Sign returns -1, 0 or 1 as d is negative, zero or positive.
func (d Duration) Sign() int { return sign(d.n) }

// String returns d in seconds, exact, as a plain decimal without trailing zeros and without the unit.
func (d Duration) String() string { return formatFixed(d.n, 0) }

// MarshalText writes d as [Duration.String] does. It never fails.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [ParseDuration] reads.
func (d *Duration) UnmarshalText(text []byte) error {
	v, err := ParseDuration(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
