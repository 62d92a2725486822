package measure

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// unknownText is what an unknown ratio and an unset date print: neither a number nor nothing.
const unknownText = "—"

// maxPlaces bounds the decimals of printed numbers.
const maxPlaces = 1000

// Text returns r with exactly so many decimal places, rounded half away from zero, and — where r is unknown (保留小数).
// A ratio that rounds to zero has no minus sign. Fewer than 0 places count as 0, more than 1000 as 1000. Decide by
// [Ratio.Cmp], print with [Ratio.TextAgainst] where a limit stands beside the number.
func (r Ratio) Text(places int) string {
	if !r.Known() {
		return unknownText
	}
	places = clampPlaces(places)
	if n, ok := r.roundedSmall(places); ok {
		return point(r.num < 0 && n != 0, strconv.FormatUint(n, 10), places, false)
	}
	n := r.rounded(places)
	return point(n.Sign() < 0, n.Abs(n).String(), places, false)
}

// printed returns the number that Text prints of a known ratio.
func (r Ratio) printed(places int) Ratio {
	if n, ok := r.roundedSmall(places); ok && n <= math.MaxInt64 && places <= maxSmallPlaces {
		return RatioOf(int64(sign(r.num))*int64(n), smallPower(places))
	}
	return ratioOfRat(new(big.Rat).SetFrac(r.rounded(places), powerOfTen(places)))
}

// roundedSmall returns |r| × 10^places rounded as rounded does, where 128 bits suffice for it and 64 for the result.
func (r Ratio) roundedSmall(places int) (n uint64, ok bool) {
	if r.den == 0 || places > maxSmallPlaces {
		return 0, false
	}
	den := uint64(r.den)
	hi, lo := bits.Mul64(magnitude(r.num), uint64(smallPower(places)))
	if hi >= den {
		return 0, false
	}
	n, rest := bits.Div64(hi, lo, den)
	if rest >= den-rest { // half or more
		n++
	}
	return n, n != 0 || rest < den-rest // a wrapped n does not fit
}

// rounded returns r × 10^places of a known ratio as a whole number, rounded half away from zero.
func (r Ratio) rounded(places int) *big.Int {
	x := r.rat()
	n := new(big.Int).Abs(x.Num())
	n.Mul(n, powerOfTen(places))
	// ⌊n/d + 1/2⌋ = ⌊(2n + d) / 2d⌋
	n.Lsh(n, 1).Add(n, x.Denom())
	n.Quo(n, new(big.Int).Lsh(x.Denom(), 1))
	if x.Sign() < 0 {
		n.Neg(n)
	}
	return n
}

// TextAgainst returns r as [Ratio.Text] does, but with as many more places as it takes for the printed number to stand
// to limit as r does: below it, on it or above it. 99.97 % against 100 % is never printed as 100.0. Where 38 places do
// not suffice it is the fraction a/b. The limit itself is to be printed exactly.
func (r Ratio) TextAgainst(limit Ratio, places int) string {
	want, ok := r.Cmp(limit)
	if !ok {
		return r.Text(places)
	}
	places = clampPlaces(places)
	for p := places; p == places || p <= maxDigits; p++ {
		if got, _ := r.printed(p).Cmp(limit); got == want {
			return r.Text(p)
		}
	}
	return r.rat().String()
}

// Percent returns r × 100 as [Ratio.Text] does, without the sign % (百分比).
func (r Ratio) Percent(places int) string { return r.Mul(Whole(100)).Text(places) }

// Exact returns r as a plain decimal without trailing zeros, and false where r is unknown or has no such form within 38
// digits.
func (r Ratio) Exact() (string, bool) {
	if !r.Known() {
		return "", false
	}
	if r.den == 1 {
		return strconv.FormatInt(r.num, 10), true
	}
	if text, ends, ok := r.exactSmall(); ok {
		return text, ends
	}
	x := r.rat()
	if x.Num().BitLen() > maxBits || x.Denom().BitLen() > maxBits {
		return "", false
	}
	// A fraction in lowest terms ends after p places where its denominator divides 10^p.
	scale, places := big.NewInt(1), 0
	n, rest := new(big.Int), new(big.Int)
	for {
		n.QuoRem(scale, x.Denom(), rest)
		if rest.Sign() == 0 {
			break
		}
		if places++; places > maxDigits {
			return "", false
		}
		scale.Mul(scale, big.NewInt(10))
	}
	n.Mul(n, x.Num())
	digits := new(big.Int).Abs(n).String()
	if max(len(digits), places+1) > maxDigits {
		return "", false
	}
	return point(n.Sign() < 0, digits, places, false), true
}

// exactSmall is Exact in 64 bits; ok is false where they do not suffice.
func (r Ratio) exactSmall() (text string, ends, ok bool) {
	// A fraction in lowest terms ends where its denominator has no prime factor but 2 and 5, after as many places as the
	// more frequent of them.
	rest, twos, fives := r.den, 0, 0
	if rest == 0 {
		return "", false, false
	}
	for ; rest%2 == 0; twos++ {
		rest /= 2
	}
	for ; rest%5 == 0; fives++ {
		rest /= 5
	}
	if rest != 1 {
		return "", false, true
	}
	places := max(twos, fives)
	if places > maxSmallPlaces {
		return "", false, false
	}
	n, fits := mul(r.num, smallPower(places)/r.den)
	if !fits {
		return "", false, false
	}
	return point(n < 0, strconv.FormatUint(magnitude(n), 10), places, false), true, true
}

// String returns r as [Ratio.MarshalText] writes it, and — where it is unknown.
func (r Ratio) String() string {
	if !r.Known() {
		return unknownText
	}
	if text, ok := r.Exact(); ok {
		return text
	}
	return r.rat().String()
}

// MarshalText writes the exact plain decimal where there is one within 38 digits, else the fraction a/b in lowest
// terms, and the empty text where r is unknown. It never fails.
func (r Ratio) MarshalText() ([]byte, error) {
	if !r.Known() {
		return []byte{}, nil
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads what [ParseRatio] reads; the empty text is the unknown ratio.
func (r *Ratio) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = Ratio{}
		return nil
	}
	v, err := ParseRatio(string(text))
	if err != nil {
		return err
	}
	*r = v
	return nil
}

// ParseRatio reads a plain signed decimal as [ParseSignedDecimal] does, or a fraction a/b of whole numbers with an
// optional leading minus and at most 400 digits each. It fails with an [Error]: [CodeSyntax], also for a denominator of
// 0, [CodeLeadingZero] or [CodeRange].
func ParseRatio(s string) (Ratio, error) {
	// No slash within the longest numerator means none that counts.
	slash := strings.IndexByte(s[:min(len(s), maxExponent+2)], '/')
	if slash < 0 {
		d, err := ParseSignedDecimal(s)
		if err != nil {
			return Ratio{}, err
		}
		return RatioOfDecimal(d), nil
	}
	top, bottom := s[:slash], s[slash+1:]
	num, err := parseTerm(s, strings.TrimPrefix(top, "-"))
	if err != nil {
		return Ratio{}, err
	}
	den, err := parseTerm(s, bottom)
	if err != nil {
		return Ratio{}, err
	}
	if den.Sign() == 0 {
		return Ratio{}, fault(CodeSyntax, s)
	}
	if top[0] == '-' {
		num.Neg(num)
	}
	return ratioOfRat(new(big.Rat).SetFrac(num, den)), nil
}

// parseTerm reads one term of the fraction s.
func parseTerm(s, digits string) (*big.Int, error) {
	if digits == "" {
		return nil, fault(CodeSyntax, s)
	}
	if len(digits) > maxExponent {
		return nil, fault(CodeRange, s)
	}
	for i := 0; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return nil, fault(CodeSyntax, s)
		}
	}
	if len(digits) > 1 && digits[0] == '0' {
		return nil, fault(CodeLeadingZero, s)
	}
	n, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return nil, fault(CodeSyntax, s)
	}
	return n, nil
}

func clampPlaces(places int) int { return max(0, min(places, maxPlaces)) }
