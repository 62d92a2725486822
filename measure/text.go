package measure

import (
	"math"
	"strconv"
	"strings"
)

// maxDigits is how many digits a number may have in all. Thirty-eight is what databases offer; no figure of a county
// comes near it, and the bound is checked before any arithmetic sees the text.
const maxDigits = 38

// split takes a strict plain number apart: digits, optionally a point and digits. It reads no more of the text than the
// bound allows.
func split(s string, signed bool) (negative bool, whole, fraction string, err error) {
	rest, negative := strings.CutPrefix(s, "-")
	digits, point := 0, -1
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case '0' <= c && c <= '9':
			digits++
		case c == '.' && point < 0 && i > 0:
			point = i
		default:
			return false, "", "", fault(CodeSyntax, s)
		}
		if digits > maxDigits {
			return false, "", "", fault(CodeRange, s)
		}
	}
	if digits == 0 || point == len(rest)-1 {
		return false, "", "", fault(CodeSyntax, s)
	}
	whole = rest
	if point >= 0 {
		whole, fraction = rest[:point], rest[point+1:]
	}
	switch {
	case len(whole) > 1 && whole[0] == '0':
		return false, "", "", fault(CodeLeadingZero, s)
	case negative && !signed:
		return false, "", "", fault(CodeNegative, s)
	}
	return negative, whole, fraction, nil
}

// parseWhole reads a whole non-negative number that may have no decimal point at all.
func parseWhole(s string) (int64, error) {
	_, whole, fraction, err := split(s, false)
	if err != nil {
		return 0, err
	}
	if fraction != "" {
		return 0, fault(CodeFraction, s)
	}
	n, ok := appendDigits(0, whole)
	if !ok {
		return 0, fault(CodeRange, s)
	}
	return n, nil
}

// parseFixed reads a non-negative plain decimal as a whole number of 10^-places. Zeros beyond the places are allowed,
// other digits are not.
func parseFixed(s string, places int) (int64, error) {
	_, whole, fraction, err := split(s, false)
	if err != nil {
		return 0, err
	}
	if len(fraction) > places {
		if strings.Trim(fraction[places:], "0") != "" {
			return 0, fault(CodeInexact, s)
		}
		fraction = fraction[:places]
	}
	n, ok := appendDigits(0, whole)
	if ok {
		n, ok = appendDigits(n, fraction)
	}
	for i := len(fraction); ok && i < places; i++ {
		n, ok = appendDigits(n, "0")
	}
	if !ok {
		return 0, fault(CodeRange, s)
	}
	return n, nil
}

// appendDigits continues the number n with more digits and reports whether it still fits.
func appendDigits(n int64, digits string) (int64, bool) {
	for i := 0; i < len(digits); i++ {
		d := int64(digits[i] - '0')
		if n > (math.MaxInt64-d)/10 {
			return 0, false
		}
		n = n*10 + d
	}
	return n, true
}

// formatFixed writes n × 10^-places as a plain decimal without trailing zeros.
func formatFixed(n int64, places int) string {
	digits := strconv.FormatUint(magnitude(n), 10)
	return point(n < 0, digits, places, true)
}

// point sets the decimal point into a row of digits.
func point(negative bool, digits string, places int, trim bool) string {
	if pad := places + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	whole, fraction := digits[:len(digits)-places], digits[len(digits)-places:]
	if trim {
		fraction = strings.TrimRight(fraction, "0")
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if negative {
		return "-" + whole
	}
	return whole
}
