package measure

import (
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"
)

// ParseDecimal reads a plain non-negative decimal such as 0.625 or 120.50 (小数).
// It keeps the places of the source, so that 1.50 stays distinguishable from 1.5 in print. At most 38 digits in all, no
// sign, no exponent, no separators, no leading zero; anything else is an [Error] with [CodeSyntax], [CodeNegative],
// [CodeLeadingZero] or [CodeRange].
func ParseDecimal(s string) (decimal.Decimal, error) { return parseDecimal(s, false) }

// ParseSignedDecimal reads a plain decimal as [ParseDecimal] does, with an optional leading minus, such as -38
// (有符号小数). A plus sign is refused.
func ParseSignedDecimal(s string) (decimal.Decimal, error) { return parseDecimal(s, true) }

func parseDecimal(s string, signed bool) (decimal.Decimal, error) {
	negative, whole, fraction, err := split(s, signed)
	if err != nil {
		return decimal.Decimal{}, err
	}
	// The text is handed over as bounded digits, never as text, because the decimal package accepts 1e10000.
	digits, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		return decimal.Decimal{}, fault(CodeSyntax, s)
	}
	if negative {
		digits.Neg(digits)
	}
	return decimal.NewFromBigInt(digits, int32(-len(fraction))), nil
}

// DecimalText writes a decimal in plain digits with the places it was given (小数文本): 1.50 stays 1.50.
// Unlike the decimal package's own text it does not depend on any setting of the host program. A decimal of more than
// 400 places or 400 trailing zeros is written as digits, e and exponent.
func DecimalText(d decimal.Decimal) string {
	digits, exponent := d.Coefficient(), d.Exponent()
	negative := digits.Sign() < 0
	text := digits.Abs(digits).String()
	switch {
	case exponent < -maxExponent || exponent > maxExponent:
		text += "e" + strconv.FormatInt(int64(exponent), 10)
	case exponent > 0 && text != "0":
		return point(negative, digits.Mul(digits, powerOfTen(int(exponent))).String(), 0, false)
	case exponent < 0:
		return point(negative, text, int(-exponent), false)
	}
	return point(negative, text, 0, false)
}

// A decimal is taken into exact arithmetic only within these bounds: a million zeros are a million digits of work for
// eight bytes of input.
const (
	maxExponent = 400
	maxBits     = 1330 // a little over 400 digits
)

// smallest converts d units into a whole number of smallest units, of which there are 10^shift × times ÷ per in a unit.
func smallest(d decimal.Decimal, shift int, times, per int64) (int64, error) {
	digits, exponent := d.Coefficient(), int64(d.Exponent())
	if digits.Sign() == 0 {
		return 0, nil
	}
	if digits.BitLen() > maxBits || exponent > maxExponent {
		return 0, fault(CodeRange, seen(digits, exponent))
	}
	if exponent < -2*maxExponent {
		// At most 401 digits end in at most 400 zeros: the last other digit lies far beyond every stored unit.
		return 0, fault(CodeInexact, seen(digits, exponent))
	}
	value := new(big.Int).Mul(digits, big.NewInt(times))
	divisor := big.NewInt(per)
	if e := int(exponent) + shift; e >= 0 {
		value.Mul(value, powerOfTen(e))
	} else {
		divisor.Mul(divisor, powerOfTen(-e))
	}
	value, rest := value.QuoRem(value, divisor, new(big.Int))
	switch {
	case rest.Sign() != 0:
		return 0, fault(CodeInexact, seen(digits, exponent))
	case !value.IsInt64():
		return 0, fault(CodeRange, seen(digits, exponent))
	}
	return value.Int64(), nil
}

// seen is the text of a decimal for a message; a number too long to be read is named by its length alone.
func seen(digits *big.Int, exponent int64) string {
	if digits.BitLen() > maxBits {
		return "a number of " + strconv.Itoa(digits.BitLen()) + " bits"
	}
	if exponent < -maxDigits || exponent > maxDigits {
		return digits.String() + "e" + strconv.FormatInt(exponent, 10)
	}
	return DecimalText(decimal.NewFromBigInt(digits, int32(exponent)))
}

func powerOfTen(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// maxSmallPlaces is the greatest power of ten in 64 bits with a sign.
const maxSmallPlaces = 18

func smallPower(n int) int64 {
	power := int64(1)
	for range n {
		power *= 10
	}
	return power
}
