package spec

// Standing says how far a source can be trusted (依据效力). The zero Standing
// is unset: a figure without a source.
type Standing uint8

// The standings, from the plan itself to our own reading.
const (
	_          Standing = iota
	InPlan              // written in the plan itself
	Statute             // law or regulation, text seen
	Standard            // national, industry or local standard, text seen
	Published           // seen in another public paper
	Unverified          // widely used or remembered, not checked against the print
	Ours                // our own reading or assumption
	Invented            // made up for an example; never of a real place
)

var standings = [...]struct {
	code string
	text Text
}{
	InPlan:     {"in-plan", Text{EN: "in the plan", ZH: "规划原文"}},
	Statute:    {"statute", Text{EN: "statute", ZH: "法律法规"}},
	Standard:   {"standard", Text{EN: "standard", ZH: "标准规范"}},
	Published:  {"published", Text{EN: "published elsewhere", ZH: "公开资料"}},
	Unverified: {"unverified", Text{EN: "unverified", ZH: "未经核实"}},
	Ours:       {"ours", Text{EN: "our reading", ZH: "本库解读"}},
	Invented:   {"invented", Text{EN: "invented", ZH: "虚构"}},
}

// ParseStanding reads the code of a standing, as "in-plan".
func ParseStanding(s string) (Standing, bool) {
	for i := InPlan; i <= Invented; i++ {
		if standings[i].code == s {
			return i, true
		}
	}
	return 0, false
}

// String returns the code of the standing, empty for the zero Standing.
func (s Standing) String() string {
	if int(s) >= len(standings) {
		return ""
	}
	return standings[s].code
}

// In returns the standing in words.
func (s Standing) In(lang Lang) string {
	if int(s) >= len(standings) {
		return ""
	}
	return standings[s].text.In(lang)
}

// MarshalText returns the code.
func (s Standing) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Firm reports whether a figure with this standing may decide alone. An
// unverified, own or invented figure may be used, but every result says so.
func (s Standing) Firm() bool { return s >= InPlan && s <= Published }

// Source says where a clause or a figure stands (出处).
type Source struct {
	Document string   // title, in the language of the print
	Number   string   // document number, order or edition, as 国务院令第493号
	Place    string   // the document's own numbering, as 三（五）2
	Standing Standing // how far it can be trusted
}

// IsZero reports whether there is no source.
func (s Source) IsZero() bool { return s == Source{} }

// Complete reports whether the source names a document and a standing.
func (s Source) Complete() bool { return s.Document != "" && s.Standing != 0 }

// String returns document, number and place, separated by spaces.
func (s Source) String() string {
	out := s.Document
	for _, part := range []string{s.Number, s.Place} {
		if part == "" {
			continue
		}
		if out != "" {
			out += " "
		}
		out += part
	}
	return out
}

// Figure is a value that a rule calculates with, together with where it comes
// from (参数). The zero Figure is not supplied: [Figure.Known] is false and no
// rule may use its value.
type Figure[T any] struct {
	Value   T
	Source  Source
	Carries []string // ids of the inventory entries that this figure carries
}

// Cite returns a figure: a value with its source.
func Cite[T any](value T, source Source, carries ...string) Figure[T] {
	return Figure[T]{Value: value, Source: source, Carries: carries}
}

// Known reports whether the figure was supplied with a source.
func (f Figure[T]) Known() bool { return f.Source.Complete() }
