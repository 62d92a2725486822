package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Natural is a kind of natural hazard (自然灾害灾种). The zero Natural is unset.
type Natural uint8

// The five natural hazards of the plan, in its order, 四（一）1.
const (
	_              Natural = iota
	Earthquake             // 地震灾害
	Geological             // 地质灾害
	Meteorological         // 气象灾害
	FloodDrought           // 水旱灾害
	ForestFire             // 森林火灾
)

// naturals keeps beside each name the other ways in which the plan writes it,
// places 一（一）3, 三（一）2, 三（三~）1~, 2~ and 5~, 四（一）1 and 四（四）.
var naturals = [...]term{
	Earthquake:     {"earthquake", spec.Text{EN: "earthquake", ZH: "地震灾害"}, []string{"地震", "抗震救灾", "地震救援"}},
	Geological:     {"geological", spec.Text{EN: "geological hazard", ZH: "地质灾害"}, []string{"地质", "地灾", "地灾应急"}},
	Meteorological: {"meteorological", spec.Text{EN: "meteorological hazard", ZH: "气象灾害"}, []string{"气象"}},
	FloodDrought:   {"flood-drought", spec.Text{EN: "flood and drought", ZH: "水旱灾害"}, []string{"水旱", "洪旱", "洪旱灾害", "洪水", "水文", "防汛", "防汛抗旱"}},
	ForestFire:     {"forest-fire", spec.Text{EN: "forest fire", ZH: "森林火灾"}, []string{"森林", "林业", "森林防火", "森林防灭火", "森林火险"}},
}

// Naturals returns the natural hazards in the plan's order.
func Naturals() []Natural {
	return []Natural{Earthquake, Geological, Meteorological, FloodDrought, ForestFire}
}

// ParseNatural reads a hazard by its code, name or any alias that the plan
// uses, as "flood-drought", "水旱灾害" or "洪旱" (灾种). ok is false for anything else.
func ParseNatural(s string) (hazard Natural, ok bool) {
	i := findTerm(naturals[:], s, "")
	return Natural(i), i > 0
}

// String returns the code, as "flood-drought", empty for the zero Natural.
func (n Natural) String() string { return termAt(naturals[:], int(n)).code }

// In returns the name of the hazard.
func (n Natural) In(lang spec.Lang) string { return termAt(naturals[:], int(n)).text.In(lang) }

// Aliases returns the other ways in which the plan writes the hazard.
func (n Natural) Aliases() []string { return slices.Clone(termAt(naturals[:], int(n)).aliases) }

// MarshalText returns the code.
func (n Natural) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// SameHazards reports whether lists of names mean the same hazards, whatever
// the names and their order (灾种一致). It is false where a name is no hazard and
// where there are fewer than two lists: nothing was compared.
func SameHazards(lists ...[]string) bool {
	var first uint64
	for i, names := range lists {
		set, ok := hazardSet(names)
		if !ok || (i > 0 && set != first) {
			return false
		}
		first = set
	}
	return len(lists) > 1
}

func hazardSet(names []string) (set uint64, ok bool) {
	for _, name := range names {
		hazard, known := ParseNatural(name)
		if !known {
			return 0, false
		}
		set |= 1 << hazard
	}
	return set, true
}
