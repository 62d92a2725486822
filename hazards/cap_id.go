package hazards

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// MessageID is the identifier of a warning message in the national form
// (预警信息标识): ZZZZZZDDDUUUXX_YYYYMMDDhhmmss, with _N where one second has several.
// Z is the division of the issuer (GB/T 2260, six digits), D its organ
// (GB/T 4657: 416 is the weather service), U and X are 000 and 00, the moment is
// in Beijing time. The rule is known from published messages, not from the
// print of the standard.
type MessageID struct {
	Division DivisionCode // six digits: province, prefecture or county
	Organ    string       // three digits
	At       Moment
	Serial   int // 0 where there is none
}

// ParseMessageID reads an identifier in the national form, as
// 14022341600000_20221030174929. The error is a [spec.Fault] with [FaultCAPID].
func ParseMessageID(s string) (MessageID, error) {
	var id MessageID
	head, tail, _ := strings.Cut(s, "_")
	at, serial, several := strings.Cut(tail, "_")
	ok := len(head) == 14 && len(at) == 14 && strings.HasSuffix(head, "00000")
	if ok {
		division, err := ParseDivisionCode(head[:6])
		date, bad := measure.ParseDate(at[:4] + "-" + at[4:6] + "-" + at[6:8])
		id = MessageID{Division: division, Organ: head[6:9],
			At: MomentOf(date, twoDigits(at[8:10]), twoDigits(at[10:12]), twoDigits(at[12:14]))}
		ok = err == nil && bad == nil
	}
	if ok && several {
		n, good := parseDecimal(serial, 0)
		id.Serial, ok = int(n), good && n > 0
	}
	if !ok || !id.isValid() {
		return MessageID{}, spec.Fault{Code: FaultCAPID, Value: spec.Shorten(s), Message: spec.Textf(
			"%q is not an identifier as 14022341600000_20221030174929", "%q 不是形如 14022341600000_20221030174929 的标识", spec.Shorten(s))}
	}
	return id, nil
}

func (m MessageID) isValid() bool {
	return len(m.Division.String()) == 6 && m.Division.Level() <= County && len(m.Organ) == 3 &&
		strings.Trim(m.Organ, "0123456789") == "" && !m.At.IsZero() && m.Serial >= 0 && m.Serial <= maxSize
}

// Text returns the identifier; ok is false where a part is unset or not of its
// length.
func (m MessageID) Text() (id string, ok bool) {
	if !m.isValid() {
		return "", false
	}
	at := strings.NewReplacer("-", "", "T", "", ":", "").Replace(m.At.String()[:len("2022-10-30T17:49:29")])
	id = m.Division.String() + m.Organ + "00000_" + at
	if m.Serial > 0 {
		id += "_" + strconv.Itoa(m.Serial)
	}
	return id, true
}

// String returns the identifier, and — where it is not complete.
func (m MessageID) String() string {
	if id, ok := m.Text(); ok {
		return id
	}
	return "—"
}
