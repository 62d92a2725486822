package hazards

import (
	"cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// FaultMoment is the code of the fault of a text that is no moment. It is
// permanent.
const FaultMoment = "moment.syntax"

// Moment is a second of a civil day in Beijing time, UTC+8 (北京时间). The whole
// of China keeps it, without summer time, so that no zone needs to be given.
// The zero Moment is unset. There is no clock: a moment is always an argument.
type Moment struct {
	date   measure.Date
	second int32 // of the day, 0 to 86399
}

const daySeconds = 24 * 60 * 60

// MomentOf returns the moment, or the unset one where there is no such day or
// time of day. 24:00 is 0:00 of the next day and must be given as that.
func MomentOf(date measure.Date, hour, minute, second int) Moment {
	if date.IsZero() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 {
		return Moment{}
	}
	return Moment{date: date, second: int32(hour*3600 + minute*60 + second)}
}

// ParseMoment reads 2024-07-10T08:30:00+08:00 or, as tables write it,
// 2024-07-10 08:30. Another zone is refused, not converted. The error is a
// [spec.Fault] with [FaultMoment].
func ParseMoment(s string) (Moment, error) {
	m := Moment{}
	switch {
	case len(s) == 25 && s[10] == 'T' && s[16] == ':' && s[19:] == "+08:00":
		m = momentAt(s, s[17:19])
	case len(s) == 16 && s[10] == ' ':
		m = momentAt(s, "00")
	}
	if m.IsZero() {
		return m, spec.Fault{Code: FaultMoment, Value: spec.Shorten(s), Message: spec.Textf(
			"%q is not a moment as 2024-07-10T08:30:00+08:00 or 2024-07-10 08:30", "%q 不是时刻（应如 2024-07-10T08:30:00+08:00 或 2024-07-10 08:30）", spec.Shorten(s))}
	}
	return m, nil
}

func momentAt(s, seconds string) Moment {
	date, err := measure.ParseDate(s[:10])
	if err != nil || s[13] != ':' {
		return Moment{}
	}
	return MomentOf(date, twoDigits(s[11:13]), twoDigits(s[14:16]), twoDigits(seconds))
}

// twoDigits reads two ASCII digits, -1 for anything else.
func twoDigits(s string) int {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return -1
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

// IsZero reports whether the moment is unset.
func (m Moment) IsZero() bool { return m.date.IsZero() }

// Date returns the civil day, unset where m is.
func (m Moment) Date() measure.Date { return m.date }

// Hour returns the hour, 0 to 23.
func (m Moment) Hour() int { return int(m.second) / 3600 }

// Minute returns the minute, 0 to 59.
func (m Moment) Minute() int { return int(m.second) / 60 % 60 }

// Second returns the second, 0 to 59.
func (m Moment) Second() int { return int(m.second) % 60 }

// Add returns the moment so much later, earlier for a negative duration. It is
// unset where m is and where the day lies outside the years 1 to 9999.
func (m Moment) Add(d measure.Duration) Moment {
	if m.IsZero() {
		return m
	}
	days, rest := d.Seconds()/daySeconds, d.Seconds()%daySeconds+int64(m.second)
	switch {
	case rest < 0:
		days, rest = days-1, rest+daySeconds
	case rest >= daySeconds:
		days, rest = days+1, rest-daySeconds
	}
	const all = 4_000_000 // more days than the calendar has
	date := m.date.AddDays(int(min(max(days, -all), all)))
	if date.IsZero() {
		return Moment{}
	}
	return Moment{date: date, second: int32(rest)}
}

// Until returns the time from m to n, negative where n is earlier; ok is false
// where either is unset.
func (m Moment) Until(n Moment) (d measure.Duration, ok bool) {
	if m.IsZero() || n.IsZero() {
		return d, false
	}
	return measure.Seconds(int64(m.date.DaysUntil(n.date))*daySeconds + int64(n.second) - int64(m.second)), true
}

// Before reports whether m is earlier than n. It is false where either is unset.
func (m Moment) Before(n Moment) bool { return !m.IsZero() && !n.IsZero() && m.Compare(n) < 0 }

// After reports whether m is later than n. It is false where either is unset.
func (m Moment) After(n Moment) bool { return n.Before(m) }

// Equal reports whether both are the same moment, or both unset. It is the
// same as ==.
func (m Moment) Equal(n Moment) bool { return m == n }

// Compare returns -1, 0 or 1 as m sorts before, with or after n; unset sorts
// first.
func (m Moment) Compare(n Moment) int {
	return cmp.Or(m.date.Compare(n.date), cmp.Compare(m.second, n.second))
}

// String returns 2024-07-10T08:30:00+08:00, and — where it is unset.
func (m Moment) String() string {
	if m.IsZero() {
		return m.date.String()
	}
	b := append([]byte(m.date.String()), 'T')
	b = append(appendTwo(b, m.Hour()), ':')
	b = append(appendTwo(b, m.Minute()), ':')
	return string(append(appendTwo(b, m.Second()), "+08:00"...))
}

func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// MarshalText writes what String returns, and the empty text where m is unset.
func (m Moment) MarshalText() ([]byte, error) {
	if m.IsZero() {
		return []byte{}, nil
	}
	return []byte(m.String()), nil
}

// UnmarshalText reads what [ParseMoment] reads; the empty text is unset.
func (m *Moment) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Moment{}
		return nil
	}
	v, err := ParseMoment(string(text))
	if err != nil {
		return err
	}
	*m = v
	return nil
}
