package measure

import "math/big"

// Add returns r + s, exact. It is unknown where either is.
func (r Ratio) Add(s Ratio) Ratio {
	if !r.Known() || !s.Known() {
		return Ratio{}
	}
	if r.big == nil && s.big == nil {
		common := int64(gcd(uint64(r.den), uint64(s.den)))
		a, aok := mul(r.num, s.den/common)
		b, bok := mul(s.num, r.den/common)
		den, dok := mul(r.den, s.den/common)
		if num, err := Add(a, b); aok && bok && dok && err == nil {
			return RatioOf(num, den)
		}
	}
	return ratioOfRat(new(big.Rat).Add(r.rat(), s.rat()))
}

// Neg returns −r, exact. It is unknown where r is.
func (r Ratio) Neg() Ratio {
	if r.big != nil {
		return ratioOfRat(new(big.Rat).Neg(r.big))
	}
	return Ratio{num: -r.num, den: r.den}
}

// Sub returns r − s, exact. It is unknown where either is.
func (r Ratio) Sub(s Ratio) Ratio { return r.Add(s.Neg()) }

// Mul returns r × s, exact. It is unknown where either is: an unknown number of nothings is not known to be nothing.
func (r Ratio) Mul(s Ratio) Ratio {
	if !r.Known() || !s.Known() {
		return Ratio{}
	}
	if r.big == nil && s.big == nil {
		// What cancels crosswise is taken out first, so that the products seldom leave 64 bits.
		a, b := int64(gcd(magnitude(r.num), uint64(s.den))), int64(gcd(magnitude(s.num), uint64(r.den)))
		num, nok := mul(r.num/a, s.num/b)
		den, dok := mul(r.den/b, s.den/a)
		if nok && dok {
			return RatioOf(num, den)
		}
	}
	return ratioOfRat(new(big.Rat).Mul(r.rat(), s.rat()))
}

// Div returns r ÷ s, exact. It is unknown where either is, and where s is 0: a change against zero has no rate.
func (r Ratio) Div(s Ratio) Ratio {
	if s.Sign() == 0 { // zero or unknown
		return Ratio{}
	}
	if s.big != nil {
		return r.Mul(ratioOfRat(new(big.Rat).Inv(s.big)))
	}
	return r.Mul(RatioOf(s.den, s.num))
}

// SumRatios adds ratios, exact; none make 0. It is unknown where any of them is.
func SumRatios(values ...Ratio) Ratio {
	sum := Whole(0)
	for _, v := range values {
		sum = sum.Add(v)
	}
	return sum
}

// MeanRatios returns the arithmetic mean, exact (平均值). It is unknown where any of the values is, and where there are
// none.
func MeanRatios(values ...Ratio) Ratio {
	return SumRatios(values...).Div(Whole(int64(len(values))))
}

// Floor returns the greatest whole number that is not above r: allowed counts and capacities round down. It is false
// where r is unknown or the result does not fit in 64 bits.
func (r Ratio) Floor() (int64, bool) {
	if r.big != nil {
		return fits(floorOf(r.big))
	}
	if r.den == 0 {
		return 0, false
	}
	n := r.num / r.den
	if r.num%r.den < 0 {
		n--
	}
	return n, true
}

// Ceil returns the least whole number that is not below r: demand rounds up. It is false where r is unknown or the
// result does not fit in 64 bits.
func (r Ratio) Ceil() (int64, bool) {
	if r.big != nil {
		n := floorOf(new(big.Rat).Neg(r.big))
		return fits(n.Neg(n))
	}
	if r.den == 0 {
		return 0, false
	}
	n := r.num / r.den
	if r.num%r.den > 0 {
		n++
	}
	return n, true
}

// floorOf returns a new whole number. Div rounds towards minus infinity for a positive divisor, which a denominator is.
func floorOf(x *big.Rat) *big.Int { return new(big.Int).Div(x.Num(), x.Denom()) }

func fits(n *big.Int) (int64, bool) {
	if !n.IsInt64() {
		return 0, false
	}
	return n.Int64(), true
}
