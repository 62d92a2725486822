package strict

import "strings"

// lineEnd returns where the line that holds byte at ends, without its break.
func lineEnd(text string, at int) int {
	if i := strings.IndexAny(text[at:], "\r\n"); i >= 0 {
		return at + i
	}
	return len(text)
}

// nextLine returns where the line after the one that holds byte at begins.
func nextLine(text string, at int) int {
	end := lineEnd(text, at)
	if strings.HasPrefix(text[end:], "\r\n") {
		return end + 2
	}
	return min(end+1, len(text))
}

// cursor walks forward through a text and knows the line it is in.
type cursor struct {
	at    int // byte
	line  int
	start int // byte at which the line begins
}

// to walks on to byte i, which may not lie behind.
func (c *cursor) to(text string, i int) {
	for k := c.at; k < i; k++ {
		// Of \r\n the \n ends the line.
		if b := text[k]; b == '\n' || b == '\r' && (k+1 == len(text) || text[k+1] != '\n') {
			c.line, c.start = c.line+1, k+1
		}
	}
	c.at = i
}

// column returns the 1-based column, in characters, of the cursor.
func (c *cursor) column(text string) int { return columnAt(text, c.start, c.at) }

// placeFrom returns the line and the column of byte i, counted from the start
// of a line whose number is known.
func placeFrom(text string, start, line, i int) (int, int) {
	c := cursor{start, line, start}
	c.to(text, i)
	return c.line, c.column(text)
}

// placeAt returns the line and the column of byte i.
func placeAt(text string, i int) (line, column int) { return placeFrom(text, 0, 1, i) }

// lineText returns the text of a line by its number, cut to what a message
// shows.
func lineText(text string, line int) string {
	at := 0
	for ; line > 1 && at < len(text); line-- {
		at = nextLine(text, at)
	}
	end := min(lineEnd(text, at), at+400)
	return strings.ToValidUTF8(text[at:end], "")
}
