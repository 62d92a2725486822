package reserves

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// ClassCode is the class of an item in the layout of GB/T 38565-2020: one digit
// and three pairs, four layers in all (应急物资分类代码). A class of an upper layer is
// written with fewer digits. The zero ClassCode is unset. What the codes below
// the first digit stand for is not known here; none is made up.
type ClassCode struct{ digits string }

// FaultClassCode is the code of a text that is no class code.
const FaultClassCode = "reserves.class-code"

// The classes of the first layer. GB/T 38565-2020, seen in a public page.
var topClasses = [...]spec.Text{
	{},
	{EN: "basic living supplies", ZH: "基本生活保障物资"},
	{EN: "emergency equipment and its supplies", ZH: "应急装备及配套物资"},
	{EN: "engineering materials and processing machines", ZH: "工程材料与机械加工设备"},
}

// ParseClassCode reads 1, 3, 5 or 7 digits: the first from 1 to 3, then pairs
// from 01 to 99. The error is a [spec.Fault] with [FaultClassCode].
func ParseClassCode(s string) (ClassCode, error) {
	good := len(s)%2 == 1 && len(s) <= 7 && s[0] >= '1' && int(s[0]-'0') < len(topClasses)
	for i := 1; good && i < len(s); i += 2 {
		good = isDigit(s[i]) && isDigit(s[i+1]) && s[i:i+2] != "00"
	}
	if !good {
		return ClassCode{}, spec.Fault{Code: FaultClassCode, Value: spec.Shorten(s),
			Message: spec.Textf("%q is no class code of 1, 3, 5 or 7 digits", "%q 不是 1、3、5 或 7 位的物资分类代码", spec.Shorten(s))}
	}
	return ClassCode{s}, nil
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// IsZero reports whether the code is unset.
func (c ClassCode) IsZero() bool { return c.digits == "" }

// String returns the digits.
func (c ClassCode) String() string { return c.digits }

// MarshalText returns the digits.
func (c ClassCode) MarshalText() ([]byte, error) { return []byte(c.digits), nil }

// Layer returns how deep the class is, 1 to 4, and 0 where it is unset.
func (c ClassCode) Layer() int { return (len(c.digits) + 1) / 2 }

// Parent returns the class of the layer above, unset for the first.
func (c ClassCode) Parent() ClassCode {
	if len(c.digits) < 3 {
		return ClassCode{}
	}
	return ClassCode{c.digits[:len(c.digits)-2]}
}

// Contains reports whether another code is this class or lies in it.
func (c ClassCode) Contains(o ClassCode) bool {
	return !c.IsZero() && strings.HasPrefix(o.digits, c.digits)
}

// IsOther reports whether the last pair is 99, which stands for "other".
func (c ClassCode) IsOther() bool { return len(c.digits) > 1 && strings.HasSuffix(c.digits, "99") }

// Top returns the name of the class of the first layer.
func (c ClassCode) Top() spec.Text {
	if c.IsZero() {
		return spec.Text{}
	}
	return topClasses[c.digits[0]-'0']
}
