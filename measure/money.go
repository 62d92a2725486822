package measure

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Money is a sum of Chinese money, kept in whole fen, of which a yuan has 100 (金额).
// The zero Money is 0 yuan.
type Money struct{ n int64 }

// Fen returns a sum of n fen (分).
func Fen(n int64) Money { return Money{n} }

// Yuan returns d yuan (元); d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of fen, [CodeRange] beyond 64 bits.
func Yuan(d decimal.Decimal) (Money, error) {
	n, err := smallest(d, 2, 1, 1)
	return Money{n}, err
}

// WanYuan returns d times 10 000 yuan (万元); d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of fen, [CodeRange] beyond 64 bits.
func WanYuan(d decimal.Decimal) (Money, error) {
	n, err := smallest(d, 6, 1, 1)
	return Money{n}, err
}

// YiYuan returns d times 100 000 000 yuan (亿元); d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of fen, [CodeRange] beyond 64 bits.
func YiYuan(d decimal.Decimal) (Money, error) {
	n, err := smallest(d, 10, 1, 1)
	return Money{n}, err
}

// ParseMoney reads a plain non-negative decimal in yuan.
// It fails with an [Error]: [CodeSyntax], [CodeNegative], [CodeLeadingZero], [CodeInexact] below 1 fen, [CodeRange]
// beyond 64 bits or 38 digits.
func ParseMoney(s string) (Money, error) {
	n, err := parseFixed(s, 2)
	return Money{n}, err
}

// Yuan returns m in yuan, exact.
func (m Money) Yuan() decimal.Decimal { return decimal.New(m.n, -2) }

// WanYuan returns m in units of 10 000 yuan, exact.
func (m Money) WanYuan() decimal.Decimal { return decimal.New(m.n, -6) }

// YiYuan returns m in units of 100 000 000 yuan, exact.
func (m Money) YiYuan() decimal.Decimal { return decimal.New(m.n, -10) }

// Fen returns m in fen, exact.
func (m Money) Fen() int64 { return m.n }

// DivFloor returns how many whole times per goes into m, rounded down: the units that m buys at a price of per.
// It is false where m is negative or per is not positive.
func (m Money) DivFloor(per Money) (int64, bool) { return divFloor(m.n, per.n) }

// DivCeil returns how many times per it takes to reach m, rounded up.
// It is false where m is negative or per is not positive.
func (m Money) DivCeil(per Money) (int64, bool) { return divCeil(m.n, per.n) }

// Add returns m + o, or an [Error] with [CodeOverflow].
func (m Money) Add(o Money) (Money, error) {
	n, err := Add(m.n, o.n)
	return Money{n}, err
}

// Sub returns m − o, which may be negative, or an [Error] with [CodeOverflow].
func (m Money) Sub(o Money) (Money, error) {
	n, err := Sub(m.n, o.n)
	return Money{n}, err
}

// Mul returns m × n, or an [Error] with [CodeOverflow].
func (m Money) Mul(n int64) (Money, error) {
	product, err := Mul(m.n, n)
	return Money{product}, err
}

// SumMoney adds sums in any order; none make 0. A total beyond 64 bits is an [Error] with [CodeOverflow].
func SumMoney(values ...Money) (Money, error) {
	var t total
	for _, v := range values {
		t.add(v.n)
	}
	n, err := t.int64()
	return Money{n}, err
}

// Cmp returns -1, 0 or 1 as m is less than, equal to or more than o.
func (m Money) Cmp(o Money) int { return cmp.Compare(m.n, o.n) }

// Less reports whether m is less than o.
func (m Money) Less(o Money) bool { return m.n < o.n }

// Equal reports whether m and o are the same sum. It is the same as ==.
func (m Money) Equal(o Money) bool { return m == o }

// IsZero reports whether m is 0.
func (m Money) IsZero() bool { return m.n == 0 }

// Sign returns -1, 0 or 1 as m is negative, zero or positive.
func (m Money) Sign() int { return sign(m.n) }

// String returns m in yuan, exact, as a plain decimal without trailing zeros and without the unit.
func (m Money) String() string { return formatFixed(m.n, 2) }

// MarshalText writes m as [Money.String] does. It never fails.
func (m Money) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what [ParseMoney] reads.
func (m *Money) UnmarshalText(text []byte) error {
	v, err := ParseMoney(string(text))
	if err != nil {
		return err
	}
	*m = v
	return nil
}
