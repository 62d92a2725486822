package measure

import "math/big"

// maxRootYears bounds the powers that RootRate takes.
const maxRootYears = 100

// RootRate returns the constant yearly rate that makes up factor in so many years, factor^(1/years) − 1 (年均增长率).
// The rate is a fraction, rounded half away from zero to so many decimal places of that fraction: growth by half in
// five years is 0.0845 at 4 places, which [Ratio.Percent] prints as 8.45. The root is taken in whole numbers, so the last
// place is right. It is false where factor is unknown or negative, years is not 1 to 100 or places not 0 to 38.
func RootRate(factor Ratio, years, places int) (Ratio, bool) {
	if !factor.Known() || factor.Sign() < 0 || years < 1 || years > maxRootYears || places < 0 || places > maxDigits {
		return Ratio{}, false
	}
	x := factor.rat()
	n := big.NewInt(int64(years))
	unit := powerOfTen(places)

	// k = ⌊10^places × root⌋, from k^years ≤ 10^(places × years) × factor.
	scaled := new(big.Int).Exp(unit, n, nil)
	scaled.Mul(scaled, x.Num())
	k := root(scaled.Quo(scaled, x.Denom()), years)

	// The exact root lies above k + 1/2 where (2 × 10^places)^years × factor > (2k + 1)^years.
	exact := new(big.Int).Exp(new(big.Int).Lsh(unit, 1), n, nil)
	exact.Mul(exact, x.Num())
	middle := new(big.Int).Lsh(k, 1)
	middle.Add(middle, big.NewInt(1)).Exp(middle, n, nil)
	middle.Mul(middle, x.Denom())
	// On the middle, away from zero is upwards for growth and downwards for decline.
	if c := exact.Cmp(middle); c > 0 || c == 0 && k.Cmp(unit) >= 0 {
		k.Add(k, big.NewInt(1))
	}
	return ratioOfRat(new(big.Rat).SetFrac(k.Sub(k, unit), unit)), true
}

// root returns the greatest whole number whose n-th power is not above x ≥ 0, by Newton's method from above.
func root(x *big.Int, n int) *big.Int {
	if x.Sign() == 0 {
		return new(big.Int)
	}
	one, degree, less := big.NewInt(1), big.NewInt(int64(n)), big.NewInt(int64(n-1))
	guess := new(big.Int).Lsh(one, uint(x.BitLen()/n+1))
	next, power := new(big.Int), new(big.Int)
	for {
		power.Exp(guess, less, nil)
		power.Quo(x, power)
		next.Mul(guess, less)
		next.Add(next, power)
		next.Quo(next, degree)
		if next.Cmp(guess) >= 0 {
			return guess
		}
		guess, next = next, guess
	}
}
