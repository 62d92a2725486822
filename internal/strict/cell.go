package strict

import (
	"github.com/shopspring/decimal"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Cell is one cell of a table, blanks around it cut (单元格). Its accessors
// return ok false without a fault where it is empty: what a county left out is
// unknown, not zero. [Cell.Required] makes an empty cell a fault.
type Cell struct {
	row    Row
	name   string
	column int // -1 where the table has no such column
	absent bool
	span   span
	text   string
}

// Empty reports whether the cell, or its column, is not there or holds blanks
// only.
func (c Cell) Empty() bool { return c.text == "" }

// Literal returns the content of the cell, blanks around it cut.
func (c Cell) Literal() string { return c.text }

// Required files a fault where the cell is empty, and returns the cell. Where
// the whole required column is missing, that has been said once at the header.
func (c Cell) Required() Cell {
	if c.Empty() && !c.absent {
		c.Fault(CodeEmptyCell, "", spec.Textf("%s is empty", "%s 为空", c.header()))
	}
	return c
}

// Fault files a fault at the cell; a cell of the zero Row files nothing.
func (c Cell) Fault(code, value string, message spec.Text) {
	t := c.row.table
	if t == nil || t.sink.full(code) {
		return
	}
	c.put(code, value, message)
}

func (c Cell) put(code, value string, message spec.Text) {
	f := c.place()
	f.Code, f.Value, f.Message = code, value, message
	c.row.table.sink.put(f)
}

// Line returns the 1-based line the cell begins in, that of its row where the
// column is missing.
func (c Cell) Line() int { return c.place().Line }

func (c Cell) place() spec.Fault {
	f := spec.Fault{Line: c.row.Line(), Path: c.header()}
	if c.column >= 0 {
		f.Line, f.Column = placeFrom(c.row.table.text, int(c.row.at.offset), c.row.Line(), c.span.place())
	}
	return f
}

// header returns the header of the cell as written, the column's name where
// there is none.
func (c Cell) header() string {
	if c.column < 0 {
		return c.name
	}
	return spec.Shorten(content(c.row.table.text, c.row.table.headers[c.column]))
}

func (c Cell) addError(code string, err error) {
	if t := c.row.table; t != nil {
		at := c.place()
		at.Code, at.Value = code, c.text
		t.sink.addError(at, err)
	}
}

// Text returns the content of the cell.
func (c Cell) Text() (string, bool) { return c.text, !c.Empty() }

// NeedText returns the content of a cell that must not be empty.
func (c Cell) NeedText() (string, bool) { return c.Required().Text() }

// CellValue reads the content of a cell with a strict parser. Its error
// becomes a fault at the cell.
func CellValue[T any](c Cell, parse func(string) (T, error)) (T, bool) {
	return cellValue(c, c.text, parse)
}

func cellValue[T any](c Cell, text string, parse func(string) (T, error)) (T, bool) {
	var zero T
	if c.Empty() {
		return zero, false
	}
	value, err := parse(text)
	if err != nil {
		c.addError(CodeCellValue, err)
		return zero, false
	}
	return value, true
}

// CellChoice reads a cell that must hold one of a closed set. known is what
// the message lists.
func CellChoice[T any](c Cell, parse func(string) (T, bool), known ...string) (T, bool) {
	var zero T
	if c.Empty() {
		return zero, false
	}
	value, ok := parse(c.text)
	if t := c.row.table; !ok && t != nil && !t.sink.full(CodeCellValue) { // looking for the nearest word is work
		c.put(CodeCellValue, c.text, spec.Textf("unknown value %q (%s)", "未知的值 %q（%s）", spec.Shorten(c.text), KnownAs(c.text, known)))
	}
	if !ok {
		return zero, false
	}
	return value, true
}

// number returns a text as a plain ASCII number; separators out of place are a
// fault.
func (c Cell) number(text string) (string, bool) {
	number, ok := ungroup(narrow(text))
	if !ok {
		c.Fault(CodeThousands, c.text, spec.Textf("thousands separators of %q", "%q 的千分位分隔符", spec.Shorten(c.text)))
	}
	return number, ok
}

// People returns a whole number of persons (人). The header may give 人 or 万人.
func (c Cell) People() (measure.People, bool) { return whole(c, measure.ParsePeople) }

// Count returns a whole number of things (个). The header may give a measure
// word, 万 before it times ten thousand.
func (c Cell) Count() (measure.Count, bool) { return whole(c, measure.ParseCount) }

// Int returns a whole number from 0 to 2147483647.
func (c Cell) Int() (int, bool) { return whole(c, parseInt) }

// Quantity returns an amount in the item's own unit, to three decimal places.
func (c Cell) Quantity() (measure.Quantity, bool) { return whole(c, measure.ParseQuantity) }

// Decimal returns a plain decimal that is not negative.
func (c Cell) Decimal() (decimal.Decimal, bool) { return whole(c, measure.ParseDecimal) }

// SignedDecimal returns a plain decimal. Its header may not have a unit of ten
// thousands.
func (c Cell) SignedDecimal() (decimal.Decimal, bool) {
	return plain(c, measure.ParseSignedDecimal)
}

// Date returns a day, written 2022-08-02, 2022/8/2 or 2022年8月2日 (日期).
func (c Cell) Date() (measure.Date, bool) {
	return cellValue(c, isoDate(narrow(c.text)), measure.ParseDate)
}

// Year returns a year of four digits (年份).
func (c Cell) Year() (measure.Year, bool) { return cellValue(c, narrow(c.text), measure.ParseYear) }

// Bool returns 是 or true, 否 or false.
func (c Cell) Bool() (value, ok bool) {
	return CellChoice(c, func(s string) (bool, bool) {
		yes := s == "true" || s == "是"
		return yes, yes || s == "false" || s == "否"
	}, "true", "false", "是", "否")
}

// Ratio returns an exact ratio, written as a plain decimal or as a/b. Where the
// header or the cell says %, it is a hundredth of the number.
func (c Cell) Ratio() (measure.Ratio, bool) {
	u, ok := c.headerUnit(dimPercent)
	if !ok {
		return measure.Ratio{}, false
	}
	text, percent := c.text, u.dim == dimPercent
	for _, sign := range []string{"%", "％"} {
		if len(text) > len(sign) && text[len(text)-len(sign):] == sign {
			text, percent = text[:len(text)-len(sign)], true
			break
		}
	}
	number, ok := c.number(text)
	if !ok {
		return measure.Ratio{}, false
	}
	r, ok := cellValue(c, number, measure.ParseRatio)
	if ok && percent {
		r = r.Div(measure.Whole(100))
	}
	return r, ok
}

// Area returns an area in the unit of the header, or its own: 37.96 ha (面积).
func (c Cell) Area() (measure.Area, bool) { return dimensioned(c, dimArea, toArea) }

// GrossArea returns a gross area, written as [Cell.Area] (占地面积).
func (c Cell) GrossArea() (measure.GrossArea, bool) { return dimensioned(c, dimArea, toGrossArea) }

// Money returns a sum in the unit of the header, or its own (金额).
func (c Cell) Money() (measure.Money, bool) { return dimensioned(c, dimMoney, toMoney) }

// Distance returns a distance in the unit of the header, or its own (距离).
func (c Cell) Distance() (measure.Distance, bool) { return dimensioned(c, dimDistance, toDistance) }

// Duration returns a time in the unit of the header, or its own (时长).
func (c Cell) Duration() (measure.Duration, bool) { return dimensioned(c, dimDuration, toDuration) }
