package strict

import (
	"math"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// literal returns the text of a single value that is not empty. Anything else
// is a fault.
func (n *Node) literal() (string, bool) {
	switch {
	case n == nil || n.tree.kind == kindBroken:
		return "", false
	case n.tree.kind == kindNull || n.tree.kind == kindScalar && n.tree.value == "":
		n.Fault(CodeEmptyValue, n.seen(), spec.T("the value is empty", "值为空"))
		return "", false
	case n.tree.kind != kindScalar:
		n.wrongType(spec.T("single value", "单个值"))
		return "", false
	}
	return n.tree.value, true
}

// Text returns a text as written: 500230001 and 0120 need no quotation marks.
// Null and the empty text are faults, so are blanks at its ends.
func (n *Node) Text() (string, bool) {
	text, ok := n.literal()
	if ok && trim(text) != text {
		n.Fault(CodeBlank, text, spec.Textf("%q begins or ends with a blank", "%q 首尾有空白", spec.Shorten(text)))
		return "", false
	}
	return text, ok
}

// Bool returns true or false, written exactly so and without quotation marks.
func (n *Node) Bool() (value, ok bool) {
	if n == nil || n.tree.kind == kindBroken {
		return false, false
	}
	if n.tree.kind == kindScalar && n.tree.plain && (n.tree.value == "true" || n.tree.value == "false") {
		return n.tree.value == "true", true
	}
	n.wrongType(spec.T("true or false", "是否值（true 或 false）"))
	return false, false
}

// Bilingual returns a phrase in both languages, written {zh: …, en: …}. Both
// are required.
func (n *Node) Bilingual() (spec.Text, bool) {
	m, ok := n.Map()
	if !ok {
		return spec.Text{}, false
	}
	zh, okZH := m.Need("zh").Text()
	en, okEN := m.Need("en").Text()
	m.Done()
	return spec.T(en, zh), okZH && okEN
}

// Scalar reads a single value with a strict parser. Its error becomes a fault
// at the node: a [measure.Error] keeps its code, any other is yaml.value.
func Scalar[T any](n *Node, parse func(string) (T, error)) (T, bool) {
	var zero T
	text, ok := n.literal()
	if !ok {
		return zero, false
	}
	value, err := parse(text)
	if err != nil {
		at := n.place()
		at.Code, at.Value = CodeValue, text
		n.sink().addError(at, err)
		return zero, false
	}
	return value, true
}

// Choice reads a single value that must be one of a closed set. known is what
// the message lists.
func Choice[T any](n *Node, parse func(string) (T, bool), known ...string) (T, bool) {
	var zero T
	text, ok := n.literal()
	if !ok {
		return zero, false
	}
	value, ok := parse(text)
	if !ok {
		n.Fault(CodeUnknownValue, text, spec.Textf("unknown value %q (%s)", "未知的值 %q（%s）", spec.Shorten(text), KnownAs(text, known)))
		return zero, false
	}
	return value, true
}

// People returns a whole number of persons (人).
func (n *Node) People() (measure.People, bool) { return Scalar(n, measure.ParsePeople) }

// Count returns a whole number of things (个).
func (n *Node) Count() (measure.Count, bool) { return Scalar(n, measure.ParseCount) }

// Int returns a whole number from 0 to 2147483647, for an order, a number of
// days or of months.
func (n *Node) Int() (int, bool) { return Scalar(n, parseInt) }

// Year returns a year of four digits (年份).
func (n *Node) Year() (measure.Year, bool) { return Scalar(n, measure.ParseYear) }

// Date returns a day written 2022-08-02 (日期).
func (n *Node) Date() (measure.Date, bool) { return Scalar(n, measure.ParseDate) }

// Period returns whole years written 2021-2025 (期间).
func (n *Node) Period() (measure.Period, bool) { return Scalar(n, measure.ParsePeriod) }

// Decimal returns a plain decimal that is not negative.
func (n *Node) Decimal() (decimal.Decimal, bool) { return Scalar(n, measure.ParseDecimal) }

// SignedDecimal returns a plain decimal.
func (n *Node) SignedDecimal() (decimal.Decimal, bool) { return Scalar(n, measure.ParseSignedDecimal) }

// Ratio returns an exact ratio, written as a plain decimal or as a/b.
func (n *Node) Ratio() (measure.Ratio, bool) { return Scalar(n, measure.ParseRatio) }

// Quantity returns an amount of an item in the item's own unit, to three
// decimal places.
func (n *Node) Quantity() (measure.Quantity, bool) { return Scalar(n, measure.ParseQuantity) }

// parseInt reads a whole number that fits an int on every machine.
func parseInt(text string) (int, error) {
	n, err := measure.ParseCount(text)
	if err == nil && n > math.MaxInt32 {
		err = &measure.Error{Code: measure.CodeRange, Value: text}
	}
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(text)
}
