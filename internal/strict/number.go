package strict

import "strings"

// narrow makes full-width digits, minus, point and comma narrow; other
// characters stay.
func narrow(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．':
			return '.'
		case r == '，':
			return ','
		case r == '－' || r == '−':
			return '-'
		}
		return r
	}, text)
}

// ungroup drops the thousands separators of a number; ok is false where they
// do not stand before each group of three digits, as in 12,34 or 0,123.
func ungroup(text string) (number string, ok bool) {
	if !strings.Contains(text, ",") {
		return text, true
	}
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	groups := strings.Split(whole, ",")
	first := groups[0]
	if len(first) < 1 || len(first) > 3 || first[0] == '0' || !isDigits(first) || strings.Contains(fraction, ",") {
		return "", false
	}
	for _, group := range groups[1:] {
		if len(group) != 3 || !isDigits(group) {
			return "", false
		}
	}
	return strings.ReplaceAll(text, ",", ""), true
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// isoDate rewrites the forms in which spreadsheets show a day, 2022/8/2,
// 2022-8-2 and 2022年8月2日, as 2022-08-02. Year, month and day stand in this
// order in all of them, so nothing is guessed. Other texts stay as they are.
func isoDate(text string) string {
	if len(text) == 10 && text[4] == '-' && text[7] == '-' {
		return text // as it should be: no copy
	}
	date := text
	if rest, ok := strings.CutSuffix(text, "日"); ok {
		date = strings.Replace(strings.Replace(rest, "年", "-", 1), "月", "-", 1)
		if strings.Count(rest, "-")+strings.Count(rest, "/") > 0 {
			return text
		}
	} else if strings.Count(text, "/") == 2 && !strings.Contains(text, "-") {
		date = strings.ReplaceAll(text, "/", "-")
	}
	parts := strings.Split(date, "-")
	if len(parts) != 3 || len(parts[0]) != 4 {
		return text
	}
	for i, part := range parts {
		if part == "" || i > 0 && len(part) > 2 || !isDigits(part) {
			return text
		}
		if i > 0 && len(part) == 1 {
			parts[i] = "0" + part
		}
	}
	return strings.Join(parts, "-")
}
