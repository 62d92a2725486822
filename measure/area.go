package measure

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Area is a usable floor or ground area, kept in whole square centimetres (面积).
// The zero Area is 0 m². Gross ground is a [GrossArea], which cannot be mixed with it by accident.
type Area struct{ n int64 }

// SquareCentimetres returns an area of n cm² (平方厘米).
func SquareCentimetres(n int64) Area { return Area{n} }

// SquareMetres returns d m² (平方米); d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of square centimetres, [CodeRange] beyond 64
// bits.
func SquareMetres(d decimal.Decimal) (Area, error) {
	n, err := smallest(d, 4, 1, 1)
	return Area{n}, err
}

// Hectares returns d hectares of 10 000 m² (公顷); d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of square centimetres, [CodeRange] beyond 64
// bits.
func Hectares(d decimal.Decimal) (Area, error) {
	n, err := smallest(d, 8, 1, 1)
	return Area{n}, err
}

// Mu returns d mu of 2000/3 m² each (亩), fifteen to the hectare. Most numbers of mu are no whole number of square
// centimetres: 1 mu is 666.666… m² and fails with [CodeInexact], 1.5 mu are 1000 m². Beyond 64 bits it is [CodeRange].
// The conversion is the customary legal one; its print was not checked.
func Mu(d decimal.Decimal) (Area, error) {
	n, err := smallest(d, 7, 2, 3)
	return Area{n}, err
}

// ParseArea reads a plain non-negative decimal in m².
// It fails with an [Error]: [CodeSyntax], [CodeNegative], [CodeLeadingZero], [CodeInexact] below 1 cm², [CodeRange]
// beyond 64 bits or 38 digits.
func ParseArea(s string) (Area, error) {
	n, err := parseFixed(s, 4)
	return Area{n}, err
}

// SquareMetres returns a in m², exact.
func (a Area) SquareMetres() decimal.Decimal { return decimal.New(a.n, -4) }

// Hectares returns a in hectares of 10 000 m², exact.
func (a Area) Hectares() decimal.Decimal { return decimal.New(a.n, -8) }

// SquareCentimetres returns a in cm², exact.
func (a Area) SquareCentimetres() int64 { return a.n }

// Fit returns how many people have perPerson each in a, rounded down: a part of a place is no place (容纳人数).
// It is false where a is negative or perPerson is not positive.
func (a Area) Fit(perPerson Area) (People, bool) {
	n, ok := divFloor(a.n, perPerson.n)
	return People(n), ok
}

// Times returns the area that p people need at a each, or an [Error] with [CodeOverflow].
func (a Area) Times(p People) (Area, error) { return a.Mul(int64(p)) }

// Add returns a + b, or an [Error] with [CodeOverflow].
func (a Area) Add(b Area) (Area, error) {
	n, err := Add(a.n, b.n)
	return Area{n}, err
}

// Sub returns a − b, which may be negative, or an [Error] with [CodeOverflow].
func (a Area) Sub(b Area) (Area, error) {
	n, err := Sub(a.n, b.n)
	return Area{n}, err
}

// Mul returns a × n, or an [Error] with [CodeOverflow].
func (a Area) Mul(n int64) (Area, error) {
	product, err := Mul(a.n, n)
	return Area{product}, err
}

// SumArea adds areas in any order; none make 0. A total beyond 64 bits is an [Error] with [CodeOverflow].
func SumArea(values ...Area) (Area, error) {
	var t total
	for _, v := range values {
		t.add(v.n)
	}
	n, err := t.int64()
	return Area{n}, err
}

// Cmp returns -1, 0 or 1 as a is less than, equal to or more than b.
func (a Area) Cmp(b Area) int { return cmp.Compare(a.n, b.n) }

// Less reports whether a is less than b.
func (a Area) Less(b Area) bool { return a.n < b.n }

// Equal reports whether a and b are the same area. It is the same as ==.
func (a Area) Equal(b Area) bool { return a == b }

// IsZero reports whether a is 0.
func (a Area) IsZero() bool { return a.n == 0 }

// Sign returns -1, 0 or 1 as a is negative, zero or positive.
func (a Area) Sign() int { return sign(a.n) }

// String returns a in m², exact, as a plain decimal without trailing zeros and without the unit.
func (a Area) String() string { return formatFixed(a.n, 4) }

// MarshalText writes a as [Area.String] does. It never fails.
func (a Area) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what [ParseArea] reads.
func (a *Area) UnmarshalText(text []byte) error {
	v, err := ParseArea(string(text))
	if err != nil {
		return err
	}
	*a = v
	return nil
}
