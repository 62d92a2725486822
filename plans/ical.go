package plans

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/county-emergency/emergency/measure"
)

// icalLine is the most octets of a content line, its break left out (RFC 5545,
// 3.1).
const icalLine = 75

// CalendarProperty is one property of a calendar component (日历属性), as
// DUE;VALUE=DATE:20251231. The value is written as it is: texts are escaped by
// [CalendarText].
type CalendarProperty struct {
	Name   string
	Params []string // each as NAME=value, the value without ; : , and "
	Value  string
}

// CalendarComponent is a part of a calendar between BEGIN and END (日历组件), as
// VTODO.
type CalendarComponent struct {
	Name       string
	Properties []CalendarProperty
	Parts      []CalendarComponent
}

// Bytes writes the component as iCalendar (RFC 5545): lines end in CR LF, and a
// line of more than 75 octets is folded between characters, never within one.
func (c CalendarComponent) Bytes() []byte {
	var b strings.Builder
	c.write(&b)
	return []byte(b.String())
}

func (c CalendarComponent) write(b *strings.Builder) {
	icalFold(b, "BEGIN:"+c.Name)
	for _, p := range c.Properties {
		line := p.Name
		for _, param := range p.Params {
			line += ";" + param
		}
		icalFold(b, line+":"+p.Value)
	}
	for _, part := range c.Parts {
		part.write(b)
	}
	icalFold(b, "END:"+c.Name)
}

// icalFold writes one line folded: each line after the first begins with a
// blank, which counts.
func icalFold(b *strings.Builder, line string) {
	used := 0
	for len(line) > 0 {
		_, n := utf8.DecodeRuneInString(line)
		if used+n > icalLine {
			b.WriteString("\r\n ")
			used = 1
		}
		b.WriteString(line[:n])
		line, used = line[n:], used+n
	}
	b.WriteString("\r\n")
}

// CalendarText escapes a text for a value (RFC 5545, 3.3.11): backslash,
// semicolon and comma get a backslash, a line break becomes \n. Other control
// characters, which a calendar cannot hold, and bytes that are not UTF-8 become
// the replacement character, so that nothing vanishes unseen.
func CalendarText(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' && r != '\t', r == 0x7f:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// CalendarDate writes a day as a value, as 20251231; empty where it is unset.
func CalendarDate(d measure.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d%02d%02d", d.Year(), d.Month(), d.Day())
}
