package strict

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese" // the only file that knows it

	"github.com/county-emergency/emergency/spec"
)

// decodeText returns the text of a table: UTF-8 with or without byte order
// mark, else GB18030, as spreadsheets in China save it, and that only where
// writing the text back gives the same bytes. It files the first broken byte
// otherwise.
func decodeText(s *sink, data []byte) (string, bool) {
	if utf8.Valid(data) {
		return strings.TrimPrefix(string(data), bom), true
	}
	if !damagedUTF8(data) {
		if text, ok := fromGB18030(data); ok {
			return text, true
		}
	}
	line, start := 1, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			column := 0
			if i-start <= maxLine {
				column = utf8.RuneCount(data[start:i]) + 1
			}
			seen := fmt.Sprintf("\\x%02x", data[i])
			s.add(spec.Fault{Line: line, Column: column, Code: CodeBrokenUTF8, Value: seen, Message: spec.Textf(
				"byte %s is not UTF-8, nor is the file GB18030", "字节 %s 不是 UTF-8 编码，文件也不是 GB18030 编码", seen)})
			return "", false
		case r == '\n' || r == '\r' && (i+1 == len(data) || data[i+1] != '\n'):
			line, start = line+1, i+1
		}
		i += size
	}
	return "", false
}

// damagedUTF8 tells UTF-8 text with some broken bytes from GB18030 text, which
// by chance could be read as one another: a byte order mark, or more whole
// characters of three or four bytes than broken bytes, means UTF-8.
func damagedUTF8(data []byte) bool {
	if strings.HasPrefix(string(data[:min(len(data), len(bom))]), bom) {
		return true
	}
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 2:
			whole++
		}
		i += size
	}
	return whole > broken
}

func fromGB18030(data []byte) (string, bool) {
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil {
		return "", false
	}
	text := string(decoded)
	// Written back piece by piece, so that no second copy is held.
	const piece = 1 << 16
	encoder := simplifiedchinese.GB18030.NewEncoder()
	rest := data
	for at := 0; at < len(text); {
		end := min(at+piece, len(text))
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		back, err := encoder.String(text[at:end])
		if err != nil || !strings.HasPrefix(string(rest[:min(len(rest), len(back))]), back) {
			return "", false
		}
		rest, at = rest[len(back):], end
	}
	return text, len(rest) == 0
}
