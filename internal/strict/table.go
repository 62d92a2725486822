package strict

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/county-emergency/emergency/spec"
)

// Column is a column that a table may have (列).
type Column struct {
	Name     string            // English name, as effective_area; also the name in code
	Aliases  []string          // other headers, Chinese ones first
	Required bool              // the table is at fault without it
	Post     bool              // it names posts or bodies: a number as of a person is a fault
	Units    map[string]string // further words of units allowed in the header → known unit; "1" counts as is
}

// Table is one CSV file that has been split and whose header is understood
// (表). A nil Table has no rows.
type Table struct {
	sink    *sink
	text    string
	columns []Column
	at      []int    // place of each column in a row, -1 where absent
	units   []unit   // unit of each column, from its header
	words   []string // the same as written
	headers []span   // of each column
	wrong   []bool   // columns whose header unit is reported already
	posts   []bool   // which cells of a row are of a column that names posts
	names   map[string]int
	width   int
	rows    []rowAt
}

type rowAt struct{ offset, line uint32 }

// ReadTable reads a CSV table with a header in its first row. Columns may
// stand in any order under any of their names, with a unit in brackets:
// 有效面积（公顷）, effective_area(ha). Every fault goes to faults.
//
// It returns nil where no row can be read: too large, not text, empty, without
// a header it knows. ok is false also where the table can be read but its
// header or some rows are at fault; such rows are left out of the table, so
// that what remains is not the complete table.
func ReadTable(file string, data []byte, columns []Column, faults *spec.Faults) (table *Table, ok bool) {
	s := newSink(file, faults)
	if len(data) > MaxTable {
		tooLarge(s, MaxTable)
		return nil, false
	}
	text, ok := decodeText(s, data)
	if !ok {
		return nil, false
	}
	return readTable(s, text, columns)
}

// ReadTableText is [ReadTable] of a text, of which it makes no copy.
func ReadTableText(file, text string, columns []Column, faults *spec.Faults) (table *Table, ok bool) {
	if !utf8.ValidString(text) {
		return ReadTable(file, []byte(text), columns, faults)
	}
	s := newSink(file, faults)
	if len(text) > MaxTable {
		tooLarge(s, MaxTable)
		return nil, false
	}
	return readTable(s, strings.TrimPrefix(text, bom), columns)
}

func readTable(s *sink, text string, columns []Column) (*Table, bool) {
	if !checkText(s, text) {
		return nil, false
	}
	t := &Table{sink: s, text: text, columns: slices.Clone(columns)}
	t.split()
	if t.at == nil {
		if s.count() == 0 {
			s.add(spec.Fault{Line: 1, Column: 1, Code: CodeTableEmpty, Message: spec.T("the table is empty", "表格为空")})
		}
		return nil, false
	}
	return t, s.count() == 0
}

// split goes through the text once, understands the header and notes where
// each sound row begins. Rows are split again when they are asked for, so that
// a table costs little more than its text.
func (t *Table) split() {
	walk := cursor{line: 1}
	var empty []rowAt // held back: trailing empty rows are ignored
	more := 0         // empty rows beyond those that could be listed
	for at := 0; at < len(t.text); {
		cells, filled, next, sound := t.checkRow(at, walk.line)
		row := rowAt{uint32(at), uint32(walk.line)}
		walk.to(t.text, next)
		switch {
		case !sound:
		case !filled:
			if len(empty) <= maxOfCode {
				empty = append(empty, row)
			} else {
				more++
			}
			at = next
			continue
		case t.at == nil:
			t.readHeader(int(row.offset), int(row.line))
		case cells != t.width && t.sink.full(CodeCells):
		case cells != t.width:
			t.sink.put(spec.Fault{Line: int(row.line), Column: 1, Code: CodeCells, Value: strconv.Itoa(cells), Message: spec.Textf(
				"the row has %d cells, the header %d", "该行有 %d 个单元格，表头有 %d 个", cells, t.width)})
		default:
			t.rows = append(t.rows, row)
		}
		for _, e := range empty {
			t.sink.add(spec.Fault{Line: int(e.line), Column: 1, Code: CodeEmptyRow, Message: spec.T("the row is empty", "该行为空")})
		}
		t.sink.fullBy(CodeEmptyRow, more) // it is full by then
		empty, more = empty[:0], 0
		at = next
		if t.at == nil {
			return // no header that can be understood
		}
	}
}

// checkRow counts the cells of a row and files what is wrong with their
// writing; filled tells whether any cell has content.
func (t *Table) checkRow(at, line int) (cells int, filled bool, next int, sound bool) {
	sound = true
	for i := at; ; {
		c, after, last, bad := cellAt(t.text, i)
		if bad >= 0 {
			badLine, column := placeFrom(t.text, at, line, bad)
			seen := t.text[bad:min(lineEnd(t.text, bad), bad+80)]
			t.sink.add(spec.Fault{Line: badLine, Column: column, Code: CodeQuote, Value: seen, Message: spec.Textf(
				"quotation mark out of place at %s", "引号位置不对：%s", spec.Shorten(seen))})
			return cells, true, after, false
		}
		if sound && c.end-c.start > maxLine { // said once a row
			badLine, column := placeFrom(t.text, at, line, c.place())
			t.sink.add(spec.Fault{Line: badLine, Column: column, Code: CodeLongLine, Value: t.text[c.start : c.start+80],
				Message: spec.Textf("a cell is longer than %d bytes", "单元格超过 %d 字节", maxLine)})
			sound = false
		}
		if cells < len(t.posts) && t.posts[cells] {
			t.checkPost(at, line, cells, c)
		}
		cells++
		filled = filled || trim(t.text[c.start:c.end]) != ""
		if last {
			return cells, filled, after, sound
		}
		i = after
	}
}

// File returns the name of the file.
func (t *Table) File() string {
	if t == nil {
		return ""
	}
	return t.sink.file
}

// Len returns the number of rows, without the header.
func (t *Table) Len() int {
	if t == nil {
		return 0
	}
	return len(t.rows)
}

// Has reports whether the table has the column.
func (t *Table) Has(column string) bool {
	if t == nil {
		return false
	}
	i, ok := t.names[column]
	return ok && t.at[i] >= 0
}

// Finish writes into the list how many faults of this file are not listed,
// where there are more than 200 of one kind. Call it once, after the last read.
func (t *Table) Finish() {
	if t != nil {
		t.sink.finish()
	}
}

// Unlisted returns how many faults of this file are not in the list.
func (t *Table) Unlisted() int {
	if t == nil {
		return 0
	}
	return t.sink.rest
}

// Room returns for how many rows a list should make room at first: few, since
// a table of faults gives none.
func (t *Table) Room() int { return min(t.Len(), 1024) }

// Rows goes through the rows in order and ends early, counting the rows left,
// after thousands of faults.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range t.Len() {
			if t.sink.exhausted() {
				t.sink.unread += t.Len() - i
				return
			}
			if !yield(t.Row(i)) {
				return
			}
		}
	}
}

// Row returns row i, counted from 0. Outside the table it is a row of empty
// cells, and so it is, counted as not read, after thousands of faults.
func (t *Table) Row(i int) Row {
	if t == nil || i < 0 || i >= len(t.rows) {
		return Row{}
	}
	if t.sink.exhausted() {
		t.sink.unread++
		return Row{}
	}
	r := Row{table: t, at: t.rows[i], cells: make([]span, 0, t.width)}
	for at := int(r.at.offset); ; {
		c, next, last, _ := cellAt(t.text, at)
		r.cells = append(r.cells, c)
		if last {
			return r
		}
		at = next
	}
}

// Row is one row of a table (行). The zero Row has empty cells only.
type Row struct {
	table *Table
	at    rowAt
	cells []span
}

// Line returns the 1-based line the row begins in, 0 for the zero Row.
func (r Row) Line() int { return int(r.at.line) }

// Fault files a fault at the row.
func (r Row) Fault(code, value string, message spec.Text) {
	if r.table != nil {
		r.table.sink.add(spec.Fault{Line: r.Line(), Column: 1, Code: code, Value: value, Message: message})
	}
}

// Cell returns the cell of a column by the column's Name. A column that the
// table does not have gives an empty cell.
func (r Row) Cell(column string) Cell {
	c := Cell{row: r, name: column, column: -1}
	if r.table == nil {
		return c
	}
	i, ok := r.table.names[column]
	if !ok || r.table.at[i] < 0 {
		c.absent = ok && r.table.columns[i].Required
		return c
	}
	c.column, c.span = i, r.cells[r.table.at[i]]
	c.text = content(r.table.text, c.span)
	return c
}
