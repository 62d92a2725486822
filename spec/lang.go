package spec

import "fmt"

// Lang is the language a report is written in (语言). The zero Lang is English.
type Lang uint8

// The two languages of every text.
const (
	English Lang = iota
	Chinese
)

// ParseLang reads "en" or "zh"; ok is false for anything else.
func ParseLang(s string) (lang Lang, ok bool) {
	switch s {
	case "en":
		return English, true
	case "zh":
		return Chinese, true
	}
	return English, false
}

// String returns "en" or "zh".
func (l Lang) String() string {
	if l == Chinese {
		return "zh"
	}
	return "en"
}

// MarshalText returns "en" or "zh".
func (l Lang) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads "en" or "zh", so that flag.TextVar, JSON and XML do. The
// error is for anything else, which leaves the language as it was.
func (l *Lang) UnmarshalText(text []byte) error {
	lang, ok := ParseLang(string(text))
	if !ok {
		return fmt.Errorf("%q is neither zh nor en", Shorten(string(text)))
	}
	*l = lang
	return nil
}

// Text is a phrase in both languages (双语文本). A text with one of the two
// missing is a defect; [Text.Complete] finds it.
type Text struct {
	ZH string // Chinese
	EN string // English
}

// T joins the two forms of one phrase, English first.
func T(en, zh string) Text { return Text{ZH: zh, EN: en} }

// In returns the form in the language asked for.
func (t Text) In(lang Lang) string {
	if lang == Chinese {
		return t.ZH
	}
	return t.EN
}

// Complete reports whether both forms are there.
func (t Text) Complete() bool { return t.ZH != "" && t.EN != "" }

// IsZero reports whether neither form is there.
func (t Text) IsZero() bool { return t == Text{} }
