package render

import "strings"

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
// piece longer than a line is cut.
func wrap(s string, limit int) []string {
	var lines []string
	line, used := "", 0
	for _, piece := range pieces(s) {
		w := width(piece)
		if used > 0 && used+width(strings.TrimRight(piece, " ")) > limit {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = "", 0
			piece = strings.TrimLeft(piece, " ")
			w = width(piece)
		}
		for w > limit {
			head, tail := split(piece, limit)
			lines = append(lines, head)
			piece, w = tail, width(tail)
		}
		line += piece
		used += w
	}
	if line = strings.TrimRight(line, " "); line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// pieces cuts a text where a line may break: a word keeps the blanks after it.
func pieces(s string) []string {
	var out []string
	word := ""
	flush := func() {
		if word != "" {
			out = append(out, word)
			word = ""
		}
	}
	for _, r := range s {
		if opens := strings.HasSuffix(word, "（") || strings.HasSuffix(word, "“") || strings.HasSuffix(word, "《"); opens && r != ' ' {
			word += string(r)
			if runeWidth(r) == 2 && !opening(r) {
				flush()
			}
			continue
		}
		switch {
		case opening(r):
			flush()
			word = string(r)
		case r == ' ':
			word += " "
			flush()
		case closing(r):
			if word == "" && len(out) > 0 && !strings.HasSuffix(out[len(out)-1], " ") {
				out[len(out)-1] += string(r)
			} else {
				word += string(r)
			}
		case runeWidth(r) == 2:
			flush()
			out = append(out, string(r))
		default:
			word += string(r)
		}
	}
	flush()
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
