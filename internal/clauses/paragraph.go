package clauses

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// Paragraph is one paragraph of a plan's text (段落).
type Paragraph struct {
	Line int    // 1-based, of its first line
	Hash string // SHA-256 of its text without white space, 64 hexadecimal digits
}

// Paragraphs splits the text of a plan: a line is a paragraph, and so is a run
// of lines that begin with a tab, which is a row of a table. White space does
// not count, for it changes from copy to copy; a paragraph of nothing else is
// left out.
func Paragraphs(text string) []Paragraph {
	var out []Paragraph
	var row strings.Builder
	start := 0
	flush := func() {
		out = add(out, start, row.String())
		row.Reset()
	}
	for i, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "\t") {
			if row.Len() == 0 {
				start = i + 1
			}
			row.WriteString(line)
			continue
		}
		flush()
		out = add(out, i+1, line)
	}
	flush()
	return out
}

func add(list []Paragraph, line int, text string) []Paragraph {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0xfeff { // a byte order mark is no text either
			return -1
		}
		return r
	}, text)
	if text == "" {
		return list
	}
	sum := sha256.Sum256([]byte(text))
	return append(list, Paragraph{Line: line, Hash: hex.EncodeToString(sum[:])})
}
