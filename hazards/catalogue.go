package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// CatalogueKind is what a catalogue entry is (条目类别). The zero CatalogueKind is
// unset.
type CatalogueKind uint8

// The kinds of catalogue entries. An enumeration or a figure is there to be
// looked up; the others can be answered by a county.
const (
	_           CatalogueKind = iota
	Enumeration               // 名目: a closed list
	FigureEntry               // 数值: a constant
	Checklist                 // 清单: every member must be there
	Duty                      // 职责
	Process                   // 流程: the members are its steps, in order
	Institution               // 机构与机制
	Project                   // 项目
)

var catalogueKinds = [...]term{
	Enumeration: {"enumeration", spec.Text{EN: "enumeration", ZH: "名目"}, nil},
	FigureEntry: {"figure", spec.Text{EN: "figure", ZH: "数值"}, nil},
	Checklist:   {"checklist", spec.Text{EN: "checklist", ZH: "清单"}, nil},
	Duty:        {"duty", spec.Text{EN: "duty", ZH: "职责"}, nil},
	Process:     {"process", spec.Text{EN: "process", ZH: "流程"}, nil},
	Institution: {"institution", spec.Text{EN: "institution", ZH: "机制"}, nil},
	Project:     {"project", spec.Text{EN: "project", ZH: "项目"}, nil},
}

// CatalogueKinds returns the kinds in order.
func CatalogueKinds() []CatalogueKind {
	return []CatalogueKind{Enumeration, FigureEntry, Checklist, Duty, Process, Institution, Project}
}

// ParseCatalogueKind reads the code of a kind, as "checklist", or its Chinese
// name (条目类别). ok is false for anything else.
func ParseCatalogueKind(s string) (kind CatalogueKind, ok bool) {
	i := findTerm(catalogueKinds[:], s, "")
	return CatalogueKind(i), i > 0
}

// String returns the code, as "checklist", empty for the zero CatalogueKind.
func (k CatalogueKind) String() string { return termAt(catalogueKinds[:], int(k)).code }

// In returns the name of the kind.
func (k CatalogueKind) In(lang spec.Lang) string {
	return termAt(catalogueKinds[:], int(k)).text.In(lang)
}

// IsAnswered reports whether a county answers entries of the kind.
func (k CatalogueKind) IsAnswered() bool { return k >= Checklist && k <= Project }

// Member is one item that a catalogue entry lists (条目成员), in the plan's own word.
type Member struct {
	Title spec.Text
	Group string // heading within the entry, as 露天矿山, empty where there is none
}

// is reports whether a name is the member's, in either language.
func (m Member) is(name string) bool {
	return name != "" && (m.Title.ZH == name || m.Title.EN == name)
}

// Catalogue is one entry of the plan's lists about safety and hazards: its
// members, and what the clause leaves open (条目). It is data of the plan.
type Catalogue struct {
	ID        string // the plan's own id
	Title     spec.Text
	Kind      CatalogueKind
	Hazard    Natural // what it is about, 0 where it is about no one hazard
	Sector    Sector  // 0 where it is about no one sector
	Members   []Member
	Announced int         // the number in the name of the set, 0 where it has none
	Wanting   []spec.Text // what the clause does not give and a calculation would need
	Source    spec.Source
	Carries   []string
}

// member returns the place of the member with a name in either language.
func (c Catalogue) member(name string) int {
	return slices.IndexFunc(c.Members, func(m Member) bool { return m.is(name) })
}

// CatalogueAnswer is what a county says of an entry, or of one of its members
// (条目落实情况).
type CatalogueAnswer struct {
	Catalogue string       // id of the entry
	Member    string       // name of a member, empty for the entry as a whole
	State     spec.Verdict // Met, Unmet or NotApplicable
	On        measure.Date // when it was observed, unset where nobody said
}

// Verdict judges the entry by the answers known on a date (条目结论). An answer for
// the entry as a whole decides; else all members must be met, and a member that
// nobody answered is unknown. Of two answers for the same the later in the list
// counts. An enumeration or a figure is not applicable.
func (c Catalogue) Verdict(answers []CatalogueAnswer, asOf measure.Date) spec.Verdict {
	if !c.Kind.IsAnswered() {
		return spec.NotApplicable
	}
	members := make([]spec.Verdict, len(c.Members))
	whole, answered := spec.Unknown, false
	for _, a := range answers {
		if a.Catalogue != c.ID || a.On.After(asOf) {
			continue
		}
		if a.Member == "" {
			whole, answered = a.State, true
		} else if i := c.member(a.Member); i >= 0 {
			members[i] = a.State
		}
	}
	if answered {
		return whole
	}
	return spec.All(members...)
}

// Numeral judges whether the entry lists as many members as its name says
// (数目一致). It is not applicable where the name says no number and where no
// member is listed at all: nothing was compared.
func (c Catalogue) Numeral() spec.Verdict { return numeral(c.Announced, len(c.Members)) }

func numeral(announced, listed int) spec.Verdict {
	switch {
	case announced == 0 || listed == 0:
		return spec.NotApplicable
	case announced == listed:
		return spec.Met
	}
	return spec.Unmet
}

// Catalogue returns the entry with an id.
func (p Prevention) Catalogue(id string) (Catalogue, bool) {
	for _, c := range p.Catalogues {
		if c.ID == id {
			return c, true
		}
	}
	return Catalogue{}, false
}

// CataloguesOf returns the entries of a kind, in the plan's order.
func (p Prevention) CataloguesOf(kind CatalogueKind) []Catalogue {
	var out []Catalogue
	for _, c := range p.Catalogues {
		if c.Kind == kind {
			out = append(out, c)
		}
	}
	return out
}
