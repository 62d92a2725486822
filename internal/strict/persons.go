package strict

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// minPersonDigits is from how many digits on a number in a text counts as a
// telephone or identity number. A local telephone number has seven or eight, one
// with its area code up to twelve, an identity number fifteen or eighteen, of
// which the last may be X.
const minPersonDigits = 7

// personNumber finds a run of digits in a text that may be a person's telephone
// or identity number, with the blanks, hyphens and the like that such numbers are
// written with; days (2024-07-10) and spans of years (2021-2025) are none. masked
// shows two digits of it and how long it is. A bare name of a person cannot be
// told from the name of a post or a body: nothing here finds it.
func personNumber(text string) (masked string, found bool) {
	for i := 0; i < len(text); {
		if !isDigit(text[i]) {
			i++
			continue
		}
		groups, digits, end := []string{}, 0, i
		for start := i; ; {
			for end < len(text) && isDigit(text[end]) {
				end++
			}
			groups, digits = append(groups, text[start:end]), digits+end-start
			next := end
			for next < len(text) && next < end+2 && strings.IndexByte(" -.()", text[next]) >= 0 {
				next++
			}
			if next == end || next >= len(text) || !isDigit(text[next]) {
				break
			}
			start, end = next, next
		}
		if digits >= minPersonDigits && !isDay(groups) && !isYears(groups) {
			tail := strings.Repeat("*", digits-2)
			if end < len(text) && (text[end] == 'X' || text[end] == 'x') {
				tail += "*"
			}
			return strings.Join(groups, "")[:2] + tail, true
		}
		i = end
	}
	return "", false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isDay reports whether groups of digits are a day written with separators.
func isDay(groups []string) bool {
	return len(groups) == 3 && isYear(groups[0]) && len(groups[1]) <= 2 && len(groups[2]) <= 2
}

// isYears reports whether groups of digits are the two ends of a span of years.
func isYears(groups []string) bool {
	return len(groups) == 2 && isYear(groups[0]) && isYear(groups[1])
}

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// checkPost files a fault where a cell that names a post or a body holds such a
// number. The number is not shown in full, nor is the text around it.
func (t *Table) checkPost(row, line, cell int, c span) {
	masked, found := personNumber(narrow(content(t.text, c)))
	if !found || t.sink.full(CodePersonNumber) {
		return
	}
	at := spec.Fault{Code: CodePersonNumber, Value: masked, Message: spec.Textf(
		"%s may be a telephone or identity number: name the post or the body, no person", "%s 疑似电话或身份证件号码：只填岗位或单位，不填个人信息", masked)}
	at.Path = spec.Shorten(content(t.text, t.headers[slices.Index(t.at, cell)]))
	at.Line, at.Column = placeFrom(t.text, row, line, c.place())
	t.sink.put(at)
}
