package measure

import "cmp"

// Date is a civil day in the Gregorian calendar, years 1 to 9999, without time or zone (日期).
// The zero Date is unset. Dates are compared with == or the methods below.
type Date struct {
	year       int16
	month, day int8
}

// DateOf returns the day, or the unset Date where there is no such day: 31 June, 29 February 2023.
func DateOf(year, month, day int) Date {
	if year < minYear || year > maxYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}
	}
	return Date{int16(year), int8(month), int8(day)}
}

// ParseDate reads a day as 2022-08-02, or fails with an [Error] with [CodeDate].
func ParseDate(s string) (Date, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		year, yok := digitsOf(s[:4])
		month, mok := digitsOf(s[5:7])
		day, dok := digitsOf(s[8:])
		if d := DateOf(year, month, day); yok && mok && dok && !d.IsZero() {
			return d, nil
		}
	}
	return Date{}, fault(CodeDate, s)
}

// Year returns the year, unset where d is.
func (d Date) Year() Year { return Year(d.year) }

// Month returns the month, 1 to 12, and 0 where d is unset.
func (d Date) Month() int { return int(d.month) }

// Day returns the day of the month, 1 to 31, and 0 where d is unset.
func (d Date) Day() int { return int(d.day) }

// IsZero reports whether d is unset.
func (d Date) IsZero() bool { return d == Date{} }

// Equal reports whether d and e are the same day, or both unset. It is the same as ==.
func (d Date) Equal(e Date) bool { return d == e }

// Before reports whether d is an earlier day than e. It is false where either is unset: an unknown deadline has not
// passed.
func (d Date) Before(e Date) bool { return !d.IsZero() && !e.IsZero() && d.Compare(e) < 0 }

// After reports whether d is a later day than e. It is false where either is unset.
func (d Date) After(e Date) bool { return e.Before(d) }

// Compare returns -1, 0 or 1 as d sorts before, with or after e. It is for sorting: unset sorts before every day.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

// AddDays returns the day n days after d, before it for a negative n. It is unset where d is and where the result lies
// outside the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > lastNumber || n < -lastNumber {
		return Date{}
	}
	if day := int(d.day) + n; 1 <= day && day <= 28 { // in the same month
		return Date{d.year, d.month, int8(day)}
	}
	return dateOfNumber(d.number() + n)
}

// AddMonths returns the same day n months later, earlier for a negative n; where that month is too short, its last day:
// 31 January and one month is 28 or 29 February. It is unset where d is and where the result lies outside the years 1 to
// 9999.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() || n > maxYear*12 || n < -maxYear*12 {
		return Date{}
	}
	months := int(d.year)*12 + int(d.month) - 1 + n
	year, month := months/12, months%12+1
	// DateOf refuses the years before 1 and after 9999.
	return DateOf(year, month, min(int(d.day), daysIn(year, month)))
}

// AddYears returns the same day n years later, earlier for a negative n; 29 February becomes 28 February in a common
// year. It is unset where d is and where the result lies outside the years 1 to 9999.
func (d Date) AddYears(n int) Date {
	if n > maxYear || n < -maxYear {
		return Date{}
	}
	return d.AddMonths(n * 12)
}

// DaysUntil returns how many days e lies after d, negative where it lies before. It is 0 where either is unset: ask
// [Date.IsZero] first.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return e.number() - d.number()
}

// String returns d as 2022-08-02, and — where it is unset.
func (d Date) String() string {
	if d.IsZero() {
		return unknownText
	}
	b := appendPadded(make([]byte, 0, 10), int(d.year), 4)
	b = appendPadded(append(b, '-'), int(d.month), 2)
	return string(appendPadded(append(b, '-'), int(d.day), 2))
}

// MarshalText writes d as 2022-08-02, and the empty text where it is unset. It never fails.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return []byte{}, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what [ParseDate] reads; the empty text is the unset date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
