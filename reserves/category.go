package reserves

import "github.com/county-emergency/emergency/spec"

// Category is what supplies are kept for (应急物资类别). The zero Category is
// unset. The seven stand in the plan, 四（四）, in this order.
type Category uint8

// The seven categories of supplies.
const (
	_            Category = iota
	FloodDrought          // 防汛抗旱
	Earthquake            // 地震救援
	Geohazard             // 地灾应急
	FireRescue            // 消防救援
	ForestFire            // 森林防灭火
	WorkSafety            // 安全生产应急救援
	LivingRelief          // 生活类救灾
)

var categories = [...]word{
	FloodDrought: {"flood-drought", spec.Text{EN: "flood and drought", ZH: "防汛抗旱"}},
	Earthquake:   {"earthquake", spec.Text{EN: "earthquake rescue", ZH: "地震救援"}},
	Geohazard:    {"geohazard", spec.Text{EN: "geological hazards", ZH: "地灾应急"}},
	FireRescue:   {"fire-rescue", spec.Text{EN: "fire and rescue", ZH: "消防救援"}},
	ForestFire:   {"forest-fire", spec.Text{EN: "forest fire", ZH: "森林防灭火"}},
	WorkSafety:   {"work-safety", spec.Text{EN: "work safety rescue", ZH: "安全生产应急救援"}},
	LivingRelief: {"living-relief", spec.Text{EN: "living relief", ZH: "生活类救灾"}},
}

// Categories returns the seven categories in the order of the plan (七大类应急物资).
func Categories() []Category {
	return []Category{FloodDrought, Earthquake, Geohazard, FireRescue, ForestFire, WorkSafety, LivingRelief}
}

// ParseCategory reads the code of a category, as "living-relief", or its
// Chinese name; ok is false for anything else.
func ParseCategory(s string) (c Category, ok bool) {
	i, ok := find(categories[:], s)
	return Category(i), ok
}

// String returns the code of the category, empty where it is unset.
func (c Category) String() string { return at(categories[:], int(c)).code }

// In returns the name of the category.
func (c Category) In(lang spec.Lang) string { return at(categories[:], int(c)).name.In(lang) }

// MarshalText returns the code.
func (c Category) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// word is one member of a closed set: its permanent code and its name.
type word struct {
	code string
	name spec.Text
}

// find returns the index of the member with a code or Chinese name.
func find(words []word, s string) (int, bool) {
	for i, w := range words {
		if s != "" && (w.code == s || w.name.ZH == s) {
			return i, true
		}
	}
	return 0, false
}

// at returns a member, the empty word where there is none.
func at(words []word, i int) word {
	if i >= len(words) {
		return word{}
	}
	return words[i]
}
