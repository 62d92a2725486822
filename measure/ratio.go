package measure

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Ratio is an exact rational number, such as an achievement rate or deaths per accident (比率).
// The zero Ratio is unknown: a county has not reported it. So is any ratio with a zero denominator. Unknown is never 0
// and never a panic: it is carried through arithmetic, no comparison with it holds, and it prints as —.
type Ratio struct {
	// In lowest terms with den > 0 and |num| ≤ MaxInt64; den == 0 with no big is unknown. The form is unique, so that
	// small ratios are equal where their fields are.
	num, den int64
	// big holds what does not fit above, and only that. It is never changed after construction.
	big *big.Rat
}

// RatioOf returns num ÷ den, exact. It is unknown where den is 0.
func RatioOf(num, den int64) Ratio {
	if den == 0 {
		return Ratio{}
	}
	a, b := magnitude(num), magnitude(den)
	if common := gcd(a, b); common > 1 {
		a, b = a/common, b/common
	}
	if a > math.MaxInt64 || b > math.MaxInt64 {
		return ratioOfRat(big.NewRat(num, den))
	}
	if (num < 0) != (den < 0) {
		return Ratio{num: -int64(a), den: int64(b)}
	}
	return Ratio{num: int64(a), den: int64(b)}
}

// Whole returns the whole number n as a ratio.
func Whole(n int64) Ratio {
	if n == math.MinInt64 {
		return RatioOf(n, 1)
	}
	return Ratio{num: n, den: 1}
}

// RatioOfDecimal returns d as a ratio, exact. It is unknown where d has more than 400 digits, decimal places or
// trailing zeros: no figure of a county does, and a billion zeros fit in eight bytes.
func RatioOfDecimal(d decimal.Decimal) Ratio {
	digits, exponent := d.Coefficient(), int(d.Exponent())
	switch {
	case digits.BitLen() > maxBits || exponent > maxExponent || exponent < -maxExponent:
		return Ratio{}
	case exponent <= 0 && exponent >= -maxSmallPlaces && digits.IsInt64():
		return RatioOf(digits.Int64(), smallPower(-exponent))
	case exponent < 0:
		return ratioOfRat(new(big.Rat).SetFrac(digits, powerOfTen(-exponent)))
	}
	return ratioOfRat(new(big.Rat).SetInt(digits.Mul(digits, powerOfTen(exponent))))
}

// RatioOfDecimals returns num ÷ den, exact. It is unknown where den is 0, and beyond the bounds of [RatioOfDecimal].
func RatioOfDecimals(num, den decimal.Decimal) Ratio {
	return RatioOfDecimal(num).Div(RatioOfDecimal(den))
}

// ratioOfRat takes x over: the caller must not change it afterwards.
func ratioOfRat(x *big.Rat) Ratio {
	if x.Num().IsInt64() && x.Denom().IsInt64() && x.Num().Int64() != math.MinInt64 {
		return Ratio{num: x.Num().Int64(), den: x.Denom().Int64()}
	}
	return Ratio{big: x}
}

// Known reports whether r is a number.
func (r Ratio) Known() bool { return r.den != 0 || r.big != nil }

// Sign returns -1, 0 or 1 as r is negative, zero or positive, and 0 where r is unknown: ask [Ratio.Known] first.
func (r Ratio) Sign() int {
	if r.big != nil {
		return r.big.Sign()
	}
	return sign(r.num)
}

// Cmp returns -1, 0 or 1 as r is less than, equal to or more than s, and true. Where either is unknown it is 0 and
// false. It compares products of 128 bits, never rounded quotients, and does not allocate for ratios that fit in 64 bits.
func (r Ratio) Cmp(s Ratio) (int, bool) {
	switch {
	case !r.Known() || !s.Known():
		return 0, false
	case r.big != nil || s.big != nil:
		return r.rat().Cmp(s.rat()), true
	}
	rs, ss := sign(r.num), sign(s.num)
	if rs != ss {
		if rs < ss {
			return -1, true
		}
		return 1, true
	}
	rhi, rlo := bits.Mul64(magnitude(r.num), uint64(s.den))
	shi, slo := bits.Mul64(magnitude(s.num), uint64(r.den))
	switch {
	case rhi == shi && rlo == slo:
		return 0, true
	case rhi < shi || rhi == shi && rlo < slo:
		return -rs, true
	}
	return rs, true
}

// AtLeast reports whether r ≥ s (以上). It is false where either is unknown.
func (r Ratio) AtLeast(s Ratio) bool {
	c, ok := r.Cmp(s)
	return ok && c >= 0
}

// AtMost reports whether r ≤ s (以内). It is false where either is unknown.
func (r Ratio) AtMost(s Ratio) bool {
	c, ok := r.Cmp(s)
	return ok && c <= 0
}

// Less reports whether r < s (以下). It is false where either is unknown.
func (r Ratio) Less(s Ratio) bool {
	c, ok := r.Cmp(s)
	return ok && c < 0
}

// Equal reports whether r and s are the same number, or are both unknown. It is meant for comparing results; a rule
// that asks whether two known figures agree uses [Ratio.Cmp].
func (r Ratio) Equal(s Ratio) bool {
	if r.big != nil && s.big != nil {
		return r.big.Cmp(s.big) == 0
	}
	return r == s
}

// Rat returns r as a fraction of the standard library, a copy, and false where r is unknown.
func (r Ratio) Rat() (*big.Rat, bool) {
	if !r.Known() {
		return nil, false
	}
	return new(big.Rat).Set(r.rat()), true
}

// rat returns a known ratio as a fraction that must not be changed.
func (r Ratio) rat() *big.Rat {
	if r.big != nil {
		return r.big
	}
	return big.NewRat(r.num, r.den)
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
