package indicators

// Span is which years a target is about (统计口径). The zero Span is left open by the
// plan: deaths in accidents are then read by the reading
// indicators.deaths-comparison, anything else as [LastYear].
type Span uint8

// The spans.
const (
	Unsaid     Span = iota // the plan does not say
	LastYear               // the year of the deadline 末年值
	EachYear               // every year for itself 每年
	Total                  // all years added up 累计
	YearlyMean             // the mean over the years 年均
)

var spans = [...]string{LastYear: "last-year", EachYear: "each-year", Total: "total", YearlyMean: "yearly-mean"}

// ParseSpan reads "last-year", "each-year", "total" or "yearly-mean".
func ParseSpan(s string) (Span, bool) {
	for i := LastYear; i <= YearlyMean; i++ {
		if spans[i] == s {
			return i, true
		}
	}
	return Unsaid, false
}

// String returns the code, empty for the zero Span.
func (s Span) String() string {
	if int(s) >= len(spans) {
		return ""
	}
	return spans[s]
}
