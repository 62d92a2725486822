package measure

// Period is a span of whole civil years, both ends included, such as 2021–2025 (规划期). The zero Period is unset.
type Period struct{ from, to Year }

// PeriodOf returns the years from…to, or an [Error] with [CodePeriod] where they are not valid or in the wrong order.
func PeriodOf(from, to Year) (Period, error) {
	p := Period{from, to}
	if !from.Valid() || !to.Valid() || from > to {
		return Period{}, fault(CodePeriod, p.text())
	}
	return p, nil
}

// ParsePeriod reads a period as 2021-2025, or fails with an [Error] with [CodePeriod].
func ParsePeriod(s string) (Period, error) {
	if len(s) == 9 && s[4] == '-' {
		from, ferr := ParseYear(s[:4])
		to, terr := ParseYear(s[5:])
		if ferr == nil && terr == nil && from <= to {
			return Period{from, to}, nil
		}
	}
	return Period{}, fault(CodePeriod, s)
}

// IsZero reports whether p is unset.
func (p Period) IsZero() bool { return p == Period{} }

// Equal reports whether p and q are the same years, or both unset. It is the same as ==.
func (p Period) Equal(q Period) bool { return p == q }

// From returns the first year, unset where p is.
func (p Period) From() Year { return p.from }

// To returns the last year, unset where p is.
func (p Period) To() Year { return p.to }

// Years returns the years of p in order, none where it is unset.
func (p Period) Years() []Year {
	years := make([]Year, p.Len())
	for i := range years {
		years[i] = p.from + Year(i)
	}
	return years
}

// Len returns how many years p has, 0 where it is unset.
func (p Period) Len() int {
	if p.IsZero() {
		return 0
	}
	return int(p.to-p.from) + 1
}

// ContainsYear reports whether y is one of the years.
func (p Period) ContainsYear(y Year) bool { return !p.IsZero() && p.from <= y && y <= p.to }

// Contains reports whether d is a day of the period. It is false where either is unset.
func (p Period) Contains(d Date) bool { return !d.IsZero() && p.ContainsYear(d.Year()) }

// FirstDay returns 1 January of the first year, unset where p is.
func (p Period) FirstDay() Date { return p.from.FirstDay() }

// LastDay returns 31 December of the last year, unset where p is.
func (p Period) LastDay() Date { return p.to.LastDay() }

// Days returns how many days p has: 2021–2025 has 1826. It is 0 where p is unset.
func (p Period) Days() int {
	if p.IsZero() {
		return 0
	}
	return p.FirstDay().DaysUntil(p.LastDay()) + 1
}

// DaysElapsed returns how many days of p lie before asOf, that day itself not counted: 2021–2025 has 578 before
// 2022-08-02. It is 0 before the period and where either is unset, and [Period.Days] after it.
func (p Period) DaysElapsed(asOf Date) int {
	return max(0, min(p.FirstDay().DaysUntil(asOf), p.Days()))
}

// String returns p as 2021-2025, and — where it is unset.
func (p Period) String() string {
	if p.IsZero() {
		return unknownText
	}
	return p.text()
}

func (p Period) text() string { return p.from.String() + "-" + p.to.String() }

// MarshalText writes p as 2021-2025, and the empty text where it is unset. It never fails.
func (p Period) MarshalText() ([]byte, error) {
	if p.IsZero() {
		return []byte{}, nil
	}
	return []byte(p.text()), nil
}

// UnmarshalText reads what [ParsePeriod] reads; the empty text is the unset period.
func (p *Period) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Period{}
		return nil
	}
	v, err := ParsePeriod(string(text))
	if err != nil {
		return err
	}
	*p = v
	return nil
}
