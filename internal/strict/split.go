package strict

import "strings"

// span is one cell in the text of a table, without its quotation marks.
type span struct {
	start, end int
	quoted     bool
}

// place returns the byte at which the cell begins, a quotation mark included.
func (c span) place() int {
	if c.quoted {
		return c.start - 1
	}
	return c.start
}

// cellAt reads the cell that begins at byte i, by RFC 4180 without looseness:
// next is where the cell or row after it begins, last whether it ends its row.
// bad is the byte of a quotation mark, or of what follows one, that is out of
// place; -1 where there is none.
func cellAt(text string, i int) (c span, next int, last bool, bad int) {
	if i < len(text) && text[i] == '"' {
		end, ok := closingQuote(text, i+1)
		if !ok {
			return span{}, len(text), true, i
		}
		c = span{i + 1, end, true}
		i = end + 1
	} else {
		c.start = i
		for i < len(text) && text[i] != ',' && text[i] != '\n' && text[i] != '\r' && text[i] != '"' {
			i++
		}
		c.end = i
	}
	switch {
	case i == len(text):
		return c, i, true, -1
	case text[i] == ',':
		return c, i + 1, false, -1
	case text[i] == '\n' || text[i] == '\r':
		return c, nextLine(text, i), true, -1
	}
	return c, nextLine(text, i), true, i
}

// closingQuote finds the quotation mark that ends a quoted cell; two in a row
// stand for one.
func closingQuote(text string, i int) (int, bool) {
	for {
		j := strings.IndexByte(text[i:], '"')
		if j < 0 {
			return 0, false
		}
		i += j
		if i+1 == len(text) || text[i+1] != '"' {
			return i, true
		}
		i += 2
	}
}

// content returns what a cell says: quotation marks undone, line breaks as \n,
// blanks around it cut.
func content(text string, c span) string {
	out := text[c.start:c.end]
	if c.quoted {
		out = strings.ReplaceAll(out, `""`, `"`)
		out = strings.ReplaceAll(out, "\r\n", "\n")
		out = strings.ReplaceAll(out, "\r", "\n")
	}
	return trim(out)
}
