package measure

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Distance is a length along a way or a line, kept in whole millimetres (距离).
// The zero Distance is 0 m.
type Distance struct{ n int64 }

// Millimetres returns a distance of n mm (毫米).
func Millimetres(n int64) Distance { return Distance{n} }

// Metres returns d m (米); d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of millimetres, [CodeRange] beyond 64 bits.
func Metres(d decimal.Decimal) (Distance, error) {
	n, err := smallest(d, 3, 1, 1)
	return Distance{n}, err
}

// Kilometres returns d km (公里); d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of millimetres, [CodeRange] beyond 64 bits.
func Kilometres(d decimal.Decimal) (Distance, error) {
	n, err := smallest(d, 6, 1, 1)
	return Distance{n}, err
}

// ParseDistance reads a plain non-negative decimal in m.
// It fails with an [Error]: [CodeSyntax], [CodeNegative], [CodeLeadingZero], [CodeInexact] below 1 mm, [CodeRange]
// beyond 64 bits or 38 digits.
func ParseDistance(s string) (Distance, error) {
	n, err := parseFixed(s, 3)
	return Distance{n}, err
}

// Metres returns d in m, exact.
func (d Distance) Metres() decimal.Decimal { return decimal.New(d.n, -3) }

// Kilometres returns d in km, exact.
func (d Distance) Kilometres() decimal.Decimal { return decimal.New(d.n, -6) }

// Millimetres returns d in mm, exact.
func (d Distance) Millimetres() int64 { return d.n }

// DivFloor returns how many whole times per goes into d, rounded down.
// It is false where d is negative or per is not positive.
func (d Distance) DivFloor(per Distance) (int64, bool) { return divFloor(d.n, per.n) }

// DivCeil returns how many times per it takes to reach d, rounded up.
// It is false where d is negative or per is not positive.
func (d Distance) DivCeil(per Distance) (int64, bool) { return divCeil(d.n, per.n) }

// Add returns d + e, or an [Error] with [CodeOverflow].
func (d Distance) Add(e Distance) (Distance, error) {
	n, err := Add(d.n, e.n)
	return Distance{n}, err
}

// Sub returns d − e, which may be negative, or an [Error] with [CodeOverflow].
func (d Distance) Sub(e Distance) (Distance, error) {
	n, err := Sub(d.n, e.n)
	return Distance{n}, err
}

// Mul returns d × n, or an [Error] with [CodeOverflow].
func (d Distance) Mul(n int64) (Distance, error) {
	product, err := Mul(d.n, n)
	return Distance{product}, err
}

// SumDistance adds distances in any order; none make 0. A total beyond 64 bits is an [Error] with [CodeOverflow].
func SumDistance(values ...Distance) (Distance, error) {
	var t total
	for _, v := range values {
		t.add(v.n)
	}
	n, err := t.int64()
	return Distance{n}, err
}

// Cmp returns -1, 0 or 1 as d is less than, equal to or more than e.
func (d Distance) Cmp(e Distance) int { return cmp.Compare(d.n, e.n) }

// Less reports whether d is less than e.
func (d Distance) Less(e Distance) bool { return d.n < e.n }

// Equal reports whether d and e are the same distance. It is the same as ==.
func (d Distance) Equal(e Distance) bool { return d == e }

// IsZero reports whether d is 0.
func (d Distance) IsZero() bool { return d.n == 0 }

// Sign returns -1, 0 or 1 as d is negative, zero or positive.
func (d Distance) Sign() int { return sign(d.n) }

// String returns d in m, exact, as a plain decimal without trailing zeros and without the unit.
func (d Distance) String() string { return formatFixed(d.n, 3) }

// MarshalText writes d as [Distance.String] does. It never fails.
func (d Distance) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [ParseDistance] reads.
func (d *Distance) UnmarshalText(text []byte) error {
	v, err := ParseDistance(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
