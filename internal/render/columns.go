package render

import (
	"strings"
	"unicode/utf8"
)

// width returns how many columns a text takes in a terminal: two for Chinese
// characters and full-width forms, one for all else. Characters of ambiguous
// width count one, whatever the locale, so that the bytes never depend on it.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x1100:
		return 1
	case r <= 0x115f, r >= 0x2e80 && r <= 0x303e, r >= 0x3041 && r <= 0xa4cf && r != 0x303f,
		r >= 0xac00 && r <= 0xd7a3, r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f,
		r >= 0xff01 && r <= 0xff60, r >= 0xffe0 && r <= 0xffe6, r >= 0x20000 && r <= 0x3fffd:
		return 2
	}
	return 1
}

// wrap breaks a text into lines of at most limit columns: at blanks, and
// between any two Chinese characters except before closing punctuation. A
// piece longer than a line is cut. Lines are parts of the text: nothing is copied.
func wrap(s string, limit int) []string {
	var lines []string
	from, used, at := 0, 0, 0 // the line begins at from and is used columns wide
	for _, end := range breaks(s) {
		piece := s[at:end]
		w := width(piece)
		if used > 0 && used+width(strings.TrimRight(piece, " ")) > limit {
			lines = append(lines, strings.TrimRight(s[from:at], " "))
			piece = strings.TrimLeft(piece, " ")
			from, used = end-len(piece), 0
			w = width(piece)
		}
		for w > limit {
			head, tail := split(piece, limit)
			lines = append(lines, head)
			from = end - len(tail)
			piece, w = tail, width(tail)
		}
		used += w
		at = end
	}
	if line := strings.TrimRight(s[from:], " "); line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// breaks returns the places where a line may break, the end of the text last: a
// word keeps the blanks after it.
func breaks(s string) []int {
	out := make([]int, 0, 16)
	from := 0 // where the word begins
	flush := func(at int) {
		if at > from {
			out = append(out, at)
			from = at
		}
	}
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size := utf8.DecodeRuneInString(s[i:])
			end = i + size
		}
		word := s[from:i]
		if opens := strings.HasSuffix(word, "（") || strings.HasSuffix(word, "“") || strings.HasSuffix(word, "《"); opens && r != ' ' {
			if runeWidth(r) == 2 && !opening(r) {
				flush(end)
			}
			continue
		}
		switch {
		case opening(r):
			flush(i)
		case r == ' ':
			flush(end)
		case closing(r):
			if word == "" && len(out) > 0 && s[i-1] != ' ' {
				out[len(out)-1], from = end, end
			}
		case runeWidth(r) == 2:
			flush(i)
			flush(end)
		}
	}
	flush(len(s))
	return out
}

func opening(r rune) bool { return strings.ContainsRune("（“《［", r) }

func closing(r rune) bool {
	return strings.ContainsRune("，。；：、！？）》」』”’】〕］", r)
}

// split cuts a text after at most limit columns, at least one character.
func split(s string, limit int) (head, tail string) {
	n := 0
	for i, r := range s {
		if n += runeWidth(r); n > limit && i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// pad fills a text up with blanks on its right.
func pad(s string, columns int) string {
	if missing := columns - width(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return s
}

// row writes cells side by side, each wrapped to its own width, with one blank
// between, and no blanks at line ends.
func row(b *strings.Builder, indent int, widths []int, cells ...string) {
	wrapped := make([][]string, len(cells))
	height := 1
	for i, cell := range cells {
		wrapped[i] = wrap(cell, widths[i])
		height = max(height, len(wrapped[i]))
	}
	for y := range height {
		line := strings.Repeat(" ", indent)
		for i := range cells {
			cell := ""
			if y < len(wrapped[i]) {
				cell = wrapped[i][y]
			}
			line += pad(cell, widths[i]) + " "
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// paragraph writes a text wrapped, every line indented.
func paragraph(b *strings.Builder, indent, columns int, s string) {
	for _, line := range wrap(s, columns-indent) {
		b.WriteString(strings.TrimRight(strings.Repeat(" ", indent)+line, " ") + "\n")
	}
}
