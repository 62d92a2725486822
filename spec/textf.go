package spec

import (
	"fmt"
	"strconv"
	"strings"
)

// Textf formats both forms of a phrase with the same arguments, in the same
// order; an argument that is itself a [Text] or a [Unit] is given in the
// language of the form. It formats like [fmt.Sprintf]. In English the words of the
// format that follow a number of one, and a unit there, are put into the singular:
// write "%d drills were held".
func Textf(en, zh string, args ...any) Text {
	var room [256]byte
	agreeing, said := agreed(en, args)
	out := appendForm(room[:0], English, agreeing, said)
	n := len(out)
	both := string(appendForm(out, Chinese, zh, args))
	return Text{EN: both[:n], ZH: both[n:]}
}

// appendForm is fmt.Appendf with the arguments in one language. The layouts of
// nearly all phrases are written in one pass; fmt takes the others.
func appendForm(out []byte, lang Lang, layout string, args []any) []byte {
	if phrase, ok := appendPhrase(out, lang, layout, args); ok {
		return phrase
	}
	return fmt.Appendf(out, layout, spoken(lang, args)...)
}

// appendPhrase writes a layout of the verbs %s, %d, %q and %v, with or without
// the number of their argument, and of %%. ok is false for whatever else fmt
// knows and for every layout that does not fit its arguments.
func appendPhrase(out []byte, lang Lang, layout string, args []any) (_ []byte, ok bool) {
	next, numbered := 0, false
	for {
		text, verb, more := strings.Cut(layout, "%")
		out = append(out, text...)
		if !more {
			return out, numbered || next == len(args)
		}
		if strings.HasPrefix(verb, "[") { // one digit: no phrase has ten arguments
			if len(verb) < 4 || verb[2] != ']' {
				return nil, false
			}
			next, numbered, verb = int(verb[1])-'1', true, verb[3:]
		} else if strings.HasPrefix(verb, "%") {
			out, layout = append(out, '%'), verb[1:]
			continue
		}
		if verb == "" || next < 0 || next >= len(args) {
			return nil, false
		}
		if out, ok = appendArg(out, lang, verb[0], args[next]); !ok {
			return nil, false
		}
		next, layout = next+1, verb[1:]
	}
}

// appendArg writes one argument, one of two languages in the language given.
func appendArg(out []byte, lang Lang, verb byte, arg any) ([]byte, bool) {
	words := verb == 's' || verb == 'v'
	switch a := arg.(type) {
	case interface{ In(Lang) string }:
		if words {
			return append(out, a.In(lang)...), true
		}
		arg = a.In(lang)
	case string:
		if words {
			return append(out, a...), true
		}
	case int:
		if verb == 'd' || verb == 'v' {
			return strconv.AppendInt(out, int64(a), 10), true
		}
	}
	switch verb {
	case 's':
		return fmt.Appendf(out, "%s", arg), true
	case 'd':
		return fmt.Appendf(out, "%d", arg), true
	case 'q':
		return fmt.Appendf(out, "%q", arg), true
	case 'v':
		return fmt.Appendf(out, "%v", arg), true
	}
	return nil, false
}

// spoken replaces every argument that has two languages by its form in one.
func spoken(lang Lang, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if two, ok := a.(interface{ In(Lang) string }); ok {
			out[i] = two.In(lang)
			continue
		}
		out[i] = a
	}
	return out
}

// WordsOf returns what something is called in both languages.
func WordsOf(v interface{ In(Lang) string }) Text { return Text{EN: v.In(English), ZH: v.In(Chinese)} }
