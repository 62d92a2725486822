package spec

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
)

// Fault is one thing wrong with an input (输入错误). Code never changes once
// published; the message may.
type Fault struct {
	File    string // file name inside the folder read, or empty
	Line    int    // 1-based, 0 where there is none
	Column  int    // 1-based, in characters, 0 where there is none
	Path    string // place in the data, as shelters[3].area
	Code    string // permanent, as yaml.unknown-key
	Value   string // the value seen, shortened to 80 characters
	Message Text   // lower case, shows the value, no advice
}

// Place returns where the fault is: file:line:column, with the path where the
// line is unknown.
func (f Fault) Place() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		b.WriteString(":" + strconv.Itoa(f.Line))
		if f.Column > 0 {
			b.WriteString(":" + strconv.Itoa(f.Column))
		}
	}
	if f.Path != "" && f.Line == 0 {
		if b.Len() > 0 {
			b.WriteString(": ")
		}
		b.WriteString(f.Path)
	}
	return b.String()
}

// In returns the fault as one line: place: message [code].
func (f Fault) In(lang Lang) string {
	line := f.Message.In(lang) + " [" + f.Code + "]"
	if place := f.Place(); place != "" {
		return place + ": " + line
	}
	return line
}

// Error returns the fault as one English line.
func (f Fault) Error() string { return f.In(English) }

// Faults gathers everything wrong with an input, so that it is told at once
// (错误清单). The zero Faults is empty and ready to use. It is not safe for
// use by several goroutines while it grows.
type Faults struct{ list []Fault }

// Add records one fault.
func (f *Faults) Add(fault Fault) {
	fault.Value = Shorten(fault.Value)
	f.list = append(f.list, fault)
}

// AddError records an error at a place: a [*measure.Error] keeps its code,
// [Faults] are taken over one by one, anything else gets the code given.
func (f *Faults) AddError(at Fault, err error) {
	if err == nil {
		return
	}
	var measured *measure.Error
	var many *Faults
	var single Fault
	switch {
	case errors.As(err, &many):
		for _, one := range many.list {
			if one.File == "" {
				one.File, one.Line, one.Column = at.File, at.Line, at.Column
			}
			f.Add(one)
		}
	case errors.As(err, &measured):
		at.Code, at.Value, at.Message = measured.Code, measured.Value, measureMessage(measured)
		f.Add(at)
	case errors.As(err, &single):
		at.Code, at.Value, at.Message = single.Code, single.Value, single.Message
		f.Add(at)
	default:
		at.Message = T(err.Error(), err.Error())
		f.Add(at)
	}
}

// Merge takes over all faults of another list.
func (f *Faults) Merge(other *Faults) {
	if other != nil {
		f.list = append(f.list, other.list...)
	}
}

// Len returns how many faults there are.
func (f *Faults) Len() int { return len(f.list) }

// notChecked is the code of what was not checked for the sake of another fault of
// the file. It follows all of them, its cause among them.
const notChecked = "input.not-checked"

// follows is 1 for what follows its cause, else 0.
func (f *Fault) follows() int {
	if f.Code == notChecked {
		return 1
	}
	return 0
}

// All returns the faults in the order of file, line, column, path and code; what
// was not checked for the sake of others of its file comes last of them.
func (f *Faults) All() []Fault {
	out := slices.Clone(f.list)
	slices.SortStableFunc(out, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.follows(), b.follows()), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// Err returns the faults found so far as an error, nil when there are none.
func (f *Faults) Err() error {
	if f == nil || len(f.list) == 0 {
		return nil
	}
	return &Faults{list: slices.Clip(f.list)}
}

// Error returns all faults in English, one a line.
func (f *Faults) Error() string { return f.In(English) }

// In returns all faults in one language, one a line.
func (f *Faults) In(lang Lang) string {
	var b strings.Builder
	for i, one := range f.All() {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(one.In(lang))
	}
	return b.String()
}

// Shorten cuts a value for a message to 80 characters and shows control
// characters, so that a broken input can neither flood nor disturb a terminal.
func Shorten(s string) string {
	const limit = 80
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n == limit {
			b.WriteString("…")
			break
		}
		if r < ' ' || r == 0x7f || r == 0xfffd || (r >= 0x80 && r < 0xa0) || r == 0x2028 || r == 0x2029 || (r >= 0x202a && r <= 0x202e) {
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		} else {
			b.WriteRune(r)
		}
		n++
	}
	return b.String()
}

// measureMessage says a fault of the ground in both languages.
func measureMessage(err *measure.Error) Text {
	zh := map[string]string{
		measure.CodeSyntax:      "不是规范书写的数值",
		measure.CodeFraction:    "不是整数",
		measure.CodeNegative:    "为负数",
		measure.CodeRange:       "超出可表示的范围",
		measure.CodeInexact:     "无法精确换算到最小单位",
		measure.CodeOverflow:    "计算结果溢出",
		measure.CodeDate:        "不是有效日期",
		measure.CodePeriod:      "不是有效期间",
		measure.CodeLeadingZero: "有多余的前导零",
	}
	text, ok := zh[err.Code]
	if !ok {
		text = "无法读取"
	}
	return Text{EN: strings.TrimPrefix(err.Error(), "measure: "), ZH: "“" + Shorten(err.Value) + "”" + text}
}
