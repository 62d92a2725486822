package strict

import (
	"maps"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// readHeader understands the header row that begins at a byte: which column
// stands where and in which unit.
func (t *Table) readHeader(at, line int) {
	t.names = make(map[string]int, len(t.columns))
	byWord := make(map[string]int, 2*len(t.columns))
	var known []string
	for i, c := range t.columns {
		t.names[c.Name] = i
		known = append(known, c.Name)
		for _, word := range append([]string{c.Name}, c.Aliases...) {
			byWord[headerWord(word)] = i
		}
	}
	t.at = make([]int, len(t.columns))
	for i := range t.at {
		t.at[i] = -1
	}
	t.units = make([]unit, len(t.columns))
	t.words = make([]string, len(t.columns))
	t.headers = make([]span, len(t.columns))
	t.wrong = make([]bool, len(t.columns))
	walk := cursor{at, line, at}
	for start, last := at, false; !last; t.width++ {
		var c span
		c, start, last, _ = cellAt(t.text, start)
		walk.to(t.text, c.place())
		t.readHeaderCell(c, &walk, byWord, known)
	}
	for i, c := range t.columns {
		if c.Post && t.at[i] >= 0 {
			if t.posts == nil {
				t.posts = make([]bool, t.width)
			}
			t.posts[t.at[i]] = true
		}
		if c.Required && t.at[i] < 0 {
			t.sink.add(spec.Fault{Line: line, Column: 1, Path: c.Name, Code: CodeMissingHeader,
				Message: spec.Textf("column %s is missing", "缺少列 %s", named(c))})
		}
	}
}

// readHeaderCell understands one cell of the header, at the cursor.
func (t *Table) readHeaderCell(c span, walk *cursor, byWord map[string]int, known []string) {
	seen := content(t.text, c)
	i, word := findColumn(seen, byWord)
	code := ""
	switch {
	case i < 0:
		code = CodeUnknownHeader
	case t.at[i] >= 0:
		code = CodeDuplicateHeader
	default:
		t.at[i], t.headers[i], t.words[i] = t.width, c, word
		if word != "" {
			var ok bool
			if t.units[i], ok = t.columns[i].unit(word); !ok {
				t.wrong[i], code = true, CodeUnitUnknown
			}
		}
	}
	if code == "" || t.sink.full(code) {
		return
	}
	seen = spec.Shorten(seen)
	at := spec.Fault{Line: walk.line, Column: walk.column(t.text), Path: seen, Code: code, Value: seen}
	switch code {
	case CodeUnknownHeader:
		at.Message = spec.Textf("unknown header %q (%s)", "未知的表头 %q（%s）", seen, columnsLike(headerWord(seen), known, byWord))
	case CodeDuplicateHeader:
		at.Message = spec.Textf("header %q is column %s again", "表头 %q 与列 %s 重复", seen, named(t.columns[i]))
	case CodeUnitUnknown:
		at.Value = word
		at.Message = spec.Textf("unit %q (%s)", "单位 %q（%s）", spec.Shorten(word), KnownAs("", unitNames(dimNone)))
	}
	t.sink.put(at)
}

// columnsLike says which headers there are, for one that is unknown: the nearest
// name or word of a column, with and without a bracket, else the first few names.
func columnsLike(word string, known []string, byWord map[string]int) spec.Text {
	words := slices.Sorted(maps.Keys(byWord))
	near := nearest(word, words)
	if open := strings.LastIndexByte(word, '('); near == "" && open > 0 {
		near = nearest(word[:open], words)
	}
	if near == "" {
		return KnownAs("", known)
	}
	return spec.Textf("nearest: %s", "相近：%s", near)
}

// findColumn finds the column of a header by its full text, else by what
// stands before a last bracket; word is then the unit in the bracket. column is
// -1 where there is none.
func findColumn(seen string, byWord map[string]int) (column int, word string) {
	text := headerWord(seen)
	if i, ok := byWord[text]; ok {
		return i, ""
	}
	open := strings.LastIndexByte(text, '(')
	if open <= 0 || !strings.HasSuffix(text, ")") {
		return -1, ""
	}
	if i, ok := byWord[text[:open]]; ok {
		return i, text[open+1 : len(text)-1]
	}
	return -1, ""
}

// unit finds the unit of a header among the column's own words, then the
// known units.
func (c Column) unit(word string) (unit, bool) {
	for own, known := range c.Units {
		if headerWord(own) == word {
			return unitOf(known)
		}
	}
	return unitOf(word)
}

// headerWord is the form in which headers are compared: full-width characters
// made narrow, blanks and line breaks dropped, letters lower.
func headerWord(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case isBlank(r):
			return -1
		case r >= '！' && r <= '～': // full-width forms of ASCII
			return r - '！' + '!'
		}
		return r
	}, s))
}

// named shows a column by its name and its first other header.
func named(c Column) string {
	if len(c.Aliases) == 0 {
		return c.Name
	}
	return c.Name + " (" + c.Aliases[0] + ")"
}
