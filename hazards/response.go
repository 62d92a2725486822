package hazards

import "github.com/county-emergency/emergency/spec"

// Response is a level of the response to an event (应急响应级别). The zero Response is
// none. Unlike the numerals, which begin at the highest, the values can be
// compared: the higher the graver.
type Response uint8

// The four levels from the lowest up.
const (
	_           Response = iota
	ResponseIV           // Ⅳ级
	ResponseIII          // Ⅲ级
	ResponseII           // Ⅱ级
	ResponseI            // Ⅰ级
)

var responses = [...]term{
	ResponseIV:  {"IV", spec.Text{EN: "level IV", ZH: "Ⅳ级"}, []string{"4", "四级", "Ⅳ"}},
	ResponseIII: {"III", spec.Text{EN: "level III", ZH: "Ⅲ级"}, []string{"3", "三级", "Ⅲ"}},
	ResponseII:  {"II", spec.Text{EN: "level II", ZH: "Ⅱ级"}, []string{"2", "二级", "Ⅱ"}},
	ResponseI:   {"I", spec.Text{EN: "level I", ZH: "Ⅰ级"}, []string{"1", "一级", "Ⅰ"}},
}

// Responses returns the four levels from the lowest up.
func Responses() []Response { return []Response{ResponseIV, ResponseIII, ResponseII, ResponseI} }

// ParseResponse reads a level by its numeral or name, as "IV", "Ⅳ", "Ⅳ级", "四级" or
// "4" (应急响应级别). ok is false for anything else.
func ParseResponse(s string) (level Response, ok bool) {
	i := findTerm(responses[:], s, "响应")
	return Response(i), i > 0
}

// String returns the numeral, as "IV", empty for the zero Response.
func (r Response) String() string { return termAt(responses[:], int(r)).code }

// In returns the name of the level.
func (r Response) In(lang spec.Lang) string { return termAt(responses[:], int(r)).text.In(lang) }

// MarshalText returns the numeral.
func (r Response) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
