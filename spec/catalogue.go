package spec

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// Member is one item that a catalogue lists (条目成员), in the plan's own word.
type Member struct {
	ID    string // permanent, empty where the plan's data gives none
	Title Text
	Group string // heading within the entry, as 露天矿山, empty where there is none
}

// Is reports whether a name is the member's, in either language.
func (m Member) Is(name string) bool {
	return name != "" && (m.Title.ZH == name || m.Title.EN == name)
}

// Catalogue is one entry of a plan's lists: its members, and what the clause
// leaves open (名录条目). It is data of the plan. A clause that names a set
// without its members is an entry with none and with what is wanting.
type Catalogue struct {
	ID        string // the plan's own id
	Title     Text
	Kind      CatalogueKind
	Members   []Member
	Announced int    // the number in the name of the set, 0 where it has none
	Wanting   []Text // what the clause does not give and a calculation would need
	SameAs    string // id of the entry that this one repeats at another place, empty where it repeats none
	Source    Source
	Carries   []string // ids of the inventory entries
}

// Member returns the place of the member with a name in either language, -1
// where there is none.
func (c Catalogue) Member(name string) int {
	return slices.IndexFunc(c.Members, func(m Member) bool { return m.Is(name) })
}

// Numeral judges whether the entry lists as many members as its name says
// (数目一致). It is not applicable where the name says no number and where no
// member is listed at all: nothing was compared.
func (c Catalogue) Numeral() Verdict { return Numeral(c.Announced, len(c.Members)) }

// Numeral judges a number in the name of a set against how many members are
// listed, as [Catalogue.Numeral] does.
func Numeral(announced, listed int) Verdict {
	switch {
	case announced == 0 || listed == 0:
		return NotApplicable
	case announced == listed:
		return Met
	}
	return Unmet
}

// CatalogueAnswer is what a county says of an entry, or of one of its members
// (条目落实情况).
type CatalogueAnswer struct {
	Catalogue string       // id of the entry
	Member    string       // name of a member, empty for the entry as a whole
	State     Verdict      // Met, Unmet or NotApplicable
	On        measure.Date // when it was observed, unset where nobody said
}

// Verdict judges the entry by the answers known on a date (条目结论). An answer for
// the entry as a whole decides; else all members must be met, and a member that
// nobody answered is unknown. Of two answers for the same the later in the list
// counts. An enumeration or a figure is not applicable.
func (c Catalogue) Verdict(answers []CatalogueAnswer, asOf measure.Date) Verdict {
	if !c.Kind.IsAnswered() {
		return NotApplicable
	}
	members := make([]Verdict, len(c.Members))
	whole, answered := Unknown, false
	for _, a := range answers {
		if a.Catalogue != c.ID || a.On.After(asOf) {
			continue
		}
		if a.Member == "" {
			whole, answered = a.State, true
		} else if i := c.Member(a.Member); i >= 0 {
			members[i] = a.State
		}
	}
	if answered {
		return whole
	}
	return All(members...)
}
