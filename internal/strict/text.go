package strict

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/county-emergency/emergency/spec"
)

// The most bytes that are read; the limits to hand to [ReadFile].
const (
	MaxDocument = 64 << 20  // of a document
	MaxTable    = 256 << 20 // of a table
)

const (
	maxLine = 1 << 20 // bytes of a line, and of a cell
	bom     = "\ufeff"
)

// checkText looks through a text once for what no reader should meet: broken
// UTF-8, NUL, control characters, byte order marks inside, endless lines. It
// files each with its place and reports whether there was none.
func checkText(s *sink, text string) bool {
	before := s.count()
	line, start, long := 1, 0, false
	file := func(i int, code, value string, message spec.Text) {
		if s.full(code) {
			return
		}
		s.put(spec.Fault{Line: line, Column: columnAt(text, start, i), Code: code, Value: value, Message: message})
	}
	for i := 0; i < len(text); {
		c := text[i]
		if i-start >= maxLine && !long && c != '\n' && c != '\r' {
			long = true
			file(start, CodeLongLine, text[start:start+80], spec.Textf("line %d is longer than %d bytes", "第 %d 行超过 %d 字节", line, maxLine))
		}
		switch {
		case c == '\n' || c == '\r':
			if c == '\r' && i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			i++
			line, start, long = line+1, i, false
		case c == 0:
			file(i, CodeNUL, "\x00", spec.T("NUL byte", "空字节"))
			i++
		case c < ' ' && c != '\t' || c == 0x7f:
			file(i, CodeControl, text[i:i+1], spec.Textf("control character %U", "控制字符 %U", rune(c)))
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				seen := fmt.Sprintf("\\x%02x", c)
				file(i, CodeBrokenUTF8, seen, spec.Textf("byte %s is not UTF-8", "字节 %s 不是 UTF-8 编码", seen))
			case isControl(r):
				file(i, CodeControl, text[i:i+size], spec.Textf("control character %U", "控制字符 %U", r))
			}
			i += size
		}
	}
	return s.count() == before
}

// isControl tells the characters beyond ASCII that a reader of the file cannot
// see but that move lines or turn the direction of writing.
func isControl(r rune) bool {
	switch {
	case r >= 0x80 && r < 0xa0, r == 0x2028, r == 0x2029:
		return true // C1, among them NEL; line and paragraph separators
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f:
		return true // direction of writing
	case r == 0xfeff, r == 0xfffe, r == 0xffff:
		return true // byte order mark inside the text, no characters
	}
	return false
}

// columnAt returns the 1-based column, in characters, of byte i in the line
// that starts at byte start. It looks at no more than the longest line allowed.
func columnAt(text string, start, i int) int {
	if i-start > maxLine {
		return 0
	}
	return utf8.RuneCountInString(text[start:i]) + 1
}

// isBlank tells blanks at the edge of a text, the ideographic space (U+3000)
// and the invisible ones among them.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff }

func trim(s string) string { return strings.TrimFunc(s, isBlank) }

// nearest returns the known name closest to the one seen, empty where none is
// close: at most a third of its characters, and one at least, differ.
func nearest(seen string, known []string) string {
	best, least := "", 0
	for _, k := range known {
		d := distance(strings.ToLower(seen), strings.ToLower(k))
		if d <= max(1, utf8.RuneCountInString(k)/3) && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best
}

// distance counts the single characters to insert, drop, change or swap with
// their neighbour that turn a into b. It gives up on names over 64 characters.
func distance(a, b string) int {
	const limit = 64
	if len(a) > 4*limit || len(b) > 4*limit {
		return 4 * limit
	}
	x, y := []rune(a), []rune(b)
	if len(x) > limit || len(y) > limit {
		return 4 * limit
	}
	var older, old, now [limit + 1]int
	for j := range len(y) + 1 {
		old[j] = j
	}
	for i := 1; i <= len(x); i++ {
		now[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			now[j] = min(old[j]+1, now[j-1]+1, old[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				now[j] = min(now[j], older[j-2]+1)
			}
		}
		older, old = old, now
	}
	return old[len(y)]
}

// KnownAs says what is known, for the message of something unknown: the
// nearest name where there is one, else the first few of all.
func KnownAs(seen string, known []string) spec.Text {
	const most = 8
	if near := nearest(seen, known); near != "" {
		return spec.Textf("nearest: %s", "相近：%s", near)
	}
	if len(known) == 0 {
		return spec.T("none known", "无可用项")
	}
	list, more := known, ""
	if len(list) > most {
		list, more = list[:most], ", …"
	}
	return spec.T("known: "+strings.Join(list, ", ")+more, "可用："+strings.Join(list, "、")+strings.Replace(more, ", ", "、", 1))
}
