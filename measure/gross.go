package measure

import "github.com/shopspring/decimal"

// GrossArea is the whole ground of a site, roads, water and unusable slopes included, in whole square centimetres
// (占地面积). It is a type of its own because it exceeds the effective area three to seven times: capacity is computed
// from [Area] alone, and no conversion between the two exists. The zero GrossArea is 0 m².
type GrossArea struct{ area Area }

// GrossSquareCentimetres returns gross ground of n cm² (平方厘米).
func GrossSquareCentimetres(n int64) GrossArea { return GrossArea{Area{n}} }

// GrossSquareMetres returns d m² of gross ground (平方米), with the errors of [SquareMetres].
func GrossSquareMetres(d decimal.Decimal) (GrossArea, error) {
	a, err := SquareMetres(d)
	return GrossArea{a}, err
}

// GrossHectares returns d hectares of gross ground (公顷), with the errors of [Hectares].
func GrossHectares(d decimal.Decimal) (GrossArea, error) {
	a, err := Hectares(d)
	return GrossArea{a}, err
}

// GrossMu returns d mu of gross ground (亩), with the errors of [Mu].
func GrossMu(d decimal.Decimal) (GrossArea, error) {
	a, err := Mu(d)
	return GrossArea{a}, err
}

// ParseGrossArea reads a plain non-negative decimal in m², with the errors of [ParseArea].
func ParseGrossArea(s string) (GrossArea, error) {
	a, err := ParseArea(s)
	return GrossArea{a}, err
}

// SquareCentimetres returns g in cm², exact.
func (g GrossArea) SquareCentimetres() int64 { return g.area.n }

// SquareMetres returns g in m², exact.
func (g GrossArea) SquareMetres() decimal.Decimal { return g.area.SquareMetres() }

// Hectares returns g in hectares of 10 000 m², exact.
func (g GrossArea) Hectares() decimal.Decimal { return g.area.Hectares() }

// Add returns g + h, or an [Error] with [CodeOverflow].
func (g GrossArea) Add(h GrossArea) (GrossArea, error) {
	a, err := g.area.Add(h.area)
	return GrossArea{a}, err
}

// Sub returns g − h, which may be negative, or an [Error] with [CodeOverflow].
func (g GrossArea) Sub(h GrossArea) (GrossArea, error) {
	a, err := g.area.Sub(h.area)
	return GrossArea{a}, err
}

// Mul returns g × n, or an [Error] with [CodeOverflow].
func (g GrossArea) Mul(n int64) (GrossArea, error) {
	a, err := g.area.Mul(n)
	return GrossArea{a}, err
}

// SumGrossArea adds gross areas in any order; none make 0. A total beyond 64 bits is an [Error] with [CodeOverflow].
func SumGrossArea(values ...GrossArea) (GrossArea, error) {
	var t total
	for _, v := range values {
		t.add(v.area.n)
	}
	n, err := t.int64()
	return GrossArea{Area{n}}, err
}

// Cmp returns -1, 0 or 1 as g is less than, equal to or more than h.
func (g GrossArea) Cmp(h GrossArea) int { return g.area.Cmp(h.area) }

// Less reports whether g is less than h.
func (g GrossArea) Less(h GrossArea) bool { return g.area.Less(h.area) }

// Equal reports whether g and h are the same area. It is the same as ==.
func (g GrossArea) Equal(h GrossArea) bool { return g == h }

// IsZero reports whether g is 0.
func (g GrossArea) IsZero() bool { return g.area.IsZero() }

// Sign returns -1, 0 or 1 as g is negative, zero or positive.
func (g GrossArea) Sign() int { return g.area.Sign() }

// String returns g in m², exact, as a plain decimal without trailing zeros and without the unit.
func (g GrossArea) String() string { return g.area.String() }

// MarshalText writes g as [GrossArea.String] does. It never fails.
func (g GrossArea) MarshalText() ([]byte, error) { return g.area.MarshalText() }

// UnmarshalText reads what [ParseGrossArea] reads.
func (g *GrossArea) UnmarshalText(text []byte) error { return g.area.UnmarshalText(text) }
