package strict

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// headerUnit returns the unit in the header, the zero unit where it has none.
// A unit of another dimension is a fault at the header, filed once. ok is false
// then, where the unit of the header is not known, and for an empty cell.
func (c Cell) headerUnit(dims ...dimension) (unit, bool) {
	if c.Empty() {
		return unit{}, false
	}
	t := c.row.table
	u := t.units[c.column]
	if t.wrong[c.column] {
		return unit{}, false
	}
	if u.dim == dimNone {
		return u, true
	}
	for _, dim := range dims {
		if u.dim == dim {
			return u, true
		}
	}
	t.wrong[c.column] = true
	at := spec.Fault{Path: c.header(), Code: CodeUnitUnknown, Value: t.words[c.column]}
	at.Line, at.Column = placeAt(t.text, t.headers[c.column].place())
	var fit []string
	for _, dim := range dims {
		fit = append(fit, unitNames(dim)...)
	}
	at.Message = spec.Textf("unit %q does not fit the column (%s)", "单位 %q 不适用于该列（%s）", spec.Shorten(at.Value), KnownAs("", fit))
	t.sink.add(at)
	return unit{}, false
}

// plain reads a number from a column counted one by one.
func plain[T any](c Cell, parse func(string) (T, error)) (T, bool) {
	var zero T
	u, ok := c.headerUnit(dimWhole)
	if !ok {
		return zero, false
	}
	number, ok := c.number(c.text)
	if !ok {
		return zero, false
	}
	if u.name() == "wan" {
		c.Fault(CodeUnitUnknown, c.row.table.words[c.column], spec.T("a unit of ten thousands does not fit here", "此列不适用以万计的单位"))
		return zero, false
	}
	return cellValue(c, number, parse)
}

// whole reads a number that may be counted in ten thousands: 3.2 under 万人 is
// 32000.
func whole[T any](c Cell, parse func(string) (T, error)) (T, bool) {
	var zero T
	u, ok := c.headerUnit(dimWhole)
	if !ok || u.name() != "wan" {
		if !ok {
			return zero, false
		}
		return plain(c, parse)
	}
	number, ok := c.number(c.text)
	if !ok {
		return zero, false
	}
	return cellValue(c, number, func(string) (T, error) {
		d, err := measure.ParseDecimal(number)
		if err != nil {
			return zero, err
		}
		text := measure.DecimalText(d.Shift(4))
		if strings.Contains(text, ".") { // 3.20000 is whole
			text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
		}
		return parse(text)
	})
}

// dimensioned reads a number with a unit, from the header or else the cell.
func dimensioned[T any](c Cell, dim dimension, to func(decimal.Decimal, unit) (T, error)) (T, bool) {
	var zero T
	u, ok := c.headerUnit(dim)
	if !ok {
		return zero, false
	}
	number, word := splitUnit(narrow(c.text))
	word = strings.TrimSpace(word)
	own, known := unitOf(word)
	switch {
	case number == "": // the parser says what is wrong with it
		number = c.text
	case !isNumber(number):
	case word == "" && u.dim == dimNone:
		c.Fault(CodeUnitMissing, c.text, spec.Textf("%q has no unit (%s)", "%q 缺少单位（%s）", spec.Shorten(c.text), KnownAs("", unitNames(dim))))
		return zero, false
	case word == "":
	case !known || own.dim != dim:
		c.Fault(CodeUnitUnknown, word, spec.Textf("unit %q (%s)", "单位 %q（%s）", spec.Shorten(word), KnownAs("", unitNames(dim))))
		return zero, false
	case u.dim != dimNone && u.name() != own.name():
		c.Fault(CodeUnitConflict, c.text, spec.Textf("%q is not in %s as its header says", "%q 与表头单位 %s 不一致", spec.Shorten(c.text), u.name()))
		return zero, false
	default:
		u = own
	}
	number, ok = c.number(number)
	if !ok {
		return zero, false
	}
	return cellValue(c, number, func(string) (T, error) {
		d, err := measure.ParseDecimal(number)
		if err != nil {
			return zero, err
		}
		return to(d, u)
	})
}
