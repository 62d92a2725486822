package hazards

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capName reports whether s can be an identifier or a sender: not empty, no
// space, comma, < or &, and fit for XML.
func capName(s string) bool {
	return s != "" && capText(s) && !strings.ContainsAny(s, ",<&") && !strings.ContainsFunc(s, unicode.IsSpace)
}

// capText reports whether XML can hold every character of s.
func capText(s string) bool {
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return false
			}
		case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd, r >= 0x10000:
		default:
			return false
		}
	}
	return true
}

// capLanguage reports whether s is a language tag: letters and digits in groups
// of one to eight joined by hyphens, the first of letters.
func capLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) < 1 || len(part) > 8 {
			return false
		}
		for _, c := range []byte(part) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// capDecimal reports whether s is a plain decimal: digits, at most one point
// between them, perhaps a minus.
func capDecimal(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, pointed := strings.Cut(s, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return len(s) <= 20 && digits(whole) && (!pointed || digits(fraction))
}

// parseDecimal reads a plain non-negative decimal of at most 9 digits before
// the point and at most so many after it, in units of the last place.
func parseDecimal(s string, places int) (int64, bool) {
	whole, fraction, pointed := strings.Cut(s, ".")
	if len(whole) < 1 || len(whole) > 9 || len(fraction) > places || pointed == (fraction == "") || (len(whole) > 1 && whole[0] == '0') {
		return 0, false
	}
	var n int64
	for _, c := range []byte(whole + fraction + strings.Repeat("0", places-len(fraction))) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}

// decimalText writes units of the last place as a decimal without spare zeros.
func decimalText(n int64, places int) string {
	var b []byte
	u := uint64(n)
	if n < 0 {
		b, u = append(b, '-'), -u
	}
	var digits [24]byte
	i := len(digits)
	for k := 0; k <= places || u > 0; k++ {
		if k == places && places > 0 {
			i--
			digits[i] = '.'
		}
		i--
		digits[i] = byte('0' + u%10)
		u /= 10
	}
	out := string(append(b, digits[i:]...))
	if places > 0 {
		out = strings.TrimSuffix(strings.TrimRight(out, "0"), ".")
	}
	return out
}
