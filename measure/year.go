package measure

import "strconv"

// Year is a civil year, 1 to 9999 (年). The zero Year is unset.
type Year int

const (
	minYear = 1
	maxYear = 9999
)

// ParseYear reads four ASCII digits, 0001 to 9999, or fails with an [Error] with [CodeDate].
func ParseYear(s string) (Year, error) {
	if len(s) == 4 {
		if n, ok := digitsOf(s); ok && n >= minYear {
			return Year(n), nil
		}
	}
	return 0, fault(CodeDate, s)
}

// IsZero reports whether y is unset.
func (y Year) IsZero() bool { return y == 0 }

// Valid reports whether y lies in 1 to 9999.
func (y Year) Valid() bool { return minYear <= y && y <= maxYear }

// FirstDay returns 1 January of y, unset where y is not valid.
func (y Year) FirstDay() Date { return DateOf(int(y), 1, 1) }

// LastDay returns 31 December of y, unset where y is not valid.
func (y Year) LastDay() Date { return DateOf(int(y), 12, 31) }

// Contains reports whether d is a day of y. It is false for an unset day.
func (y Year) Contains(d Date) bool { return !d.IsZero() && d.Year() == y }

// String returns four digits, and — where y is unset. A year that is not valid is written as it is.
func (y Year) String() string {
	if y.IsZero() {
		return unknownText
	}
	if !y.Valid() {
		return strconv.Itoa(int(y))
	}
	return string(appendPadded(make([]byte, 0, 4), int(y), 4))
}

// MarshalText writes four digits, and the empty text where y is unset. A year that is not valid is an [Error] with
// [CodeDate].
func (y Year) MarshalText() ([]byte, error) {
	if y.IsZero() {
		return []byte{}, nil
	}
	if !y.Valid() {
		return nil, fault(CodeDate, y.String())
	}
	return []byte(y.String()), nil
}

// UnmarshalText reads what [ParseYear] reads; the empty text is the unset year.
func (y *Year) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*y = 0
		return nil
	}
	v, err := ParseYear(string(text))
	if err != nil {
		return err
	}
	*y = v
	return nil
}

// digitsOf reads a short row of ASCII digits.
func digitsOf(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// appendPadded writes n ≥ 0 with zeros before it up to a width.
func appendPadded(b []byte, n, width int) []byte {
	for limit := smallPower(width - 1); limit > 1 && int64(n) < limit; limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}
