package shelters

import "github.com/county-emergency/emergency/spec"

// Term is how long a shelter is meant to be open (避难时长): the dimension of
// GB/T 44013-2024, which knows no medium term. The days of each were not seen.
// The zero Term is unreported.
type Term uint8

// The three terms.
const (
	_             Term = iota
	EmergencyTerm      // 紧急
	ShortTerm          // 短期
	LongTerm           // 长期
)

var terms = [...]word{
	EmergencyTerm: {"emergency", spec.Text{EN: "emergency", ZH: "紧急避难"}, []string{"紧急"}},
	ShortTerm:     {"short", spec.Text{EN: "short-term", ZH: "短期避难"}, []string{"短期"}},
	LongTerm:      {"long", spec.Text{EN: "long-term", ZH: "长期避难"}, []string{"长期"}},
}

// Terms returns the terms, the shortest first.
func Terms() []Term { return []Term{EmergencyTerm, ShortTerm, LongTerm} }

// ParseTerm reads a term by its code or name, as "short" or 短期; ok is false for
// anything else, 中期 among it.
func ParseTerm(s string) (term Term, ok bool) {
	i, ok := wordOf(terms[:], s)
	return Term(i), ok
}

// String returns the code, as "short", or nothing.
func (t Term) String() string { return wordAt(terms[:], int(t)).code }

// In returns the term in words.
func (t Term) In(lang spec.Lang) string { return wordAt(terms[:], int(t)).text.In(lang) }

// MarshalText returns the code.
func (t Term) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// TermSource is where the terms, the levels and the scopes stand; a draft text
// was seen.
func TermSource() spec.Source {
	return spec.Source{Document: "应急避难场所 分级及分类", Number: "GB/T 44013-2024", Standing: spec.Standard}
}

// Level is the administration that a shelter belongs to (避难场所级别): the grade
// of GB/T 44013-2024. The zero Level is unreported.
type Level uint8

// The five levels.
const (
	_             Level = iota
	ProvinceLevel       // 省级
	CityLevel           // 市级
	CountyLevel         // 县级
	TownshipLevel       // 乡镇（街道）级
	VillageLevel        // 村（社区）级
)

var levels = [...]word{
	ProvinceLevel: {"province", spec.Text{EN: "provincial", ZH: "省级"}, []string{"省"}},
	CityLevel:     {"city", spec.Text{EN: "city", ZH: "市级"}, []string{"市"}},
	CountyLevel:   {"county", spec.Text{EN: "county", ZH: "县级"}, []string{"县", "区县级"}},
	TownshipLevel: {"township", spec.Text{EN: "township", ZH: "乡镇（街道）级"}, []string{"乡镇级", "乡镇", "街道", "乡镇（街道）"}},
	VillageLevel:  {"village", spec.Text{EN: "village", ZH: "村（社区）级"}, []string{"村级", "村", "社区", "村（社区）"}},
}

// Levels returns the levels from the province down.
func Levels() []Level {
	return []Level{ProvinceLevel, CityLevel, CountyLevel, TownshipLevel, VillageLevel}
}

// ParseLevel reads a level by its code or name, as "county" or 县级; ok is false
// for anything else.
func ParseLevel(s string) (level Level, ok bool) {
	i, ok := wordOf(levels[:], s)
	return Level(i), ok
}

// String returns the code, as "county", or nothing.
func (l Level) String() string { return wordAt(levels[:], int(l)).code }

// In returns the level in words.
func (l Level) In(lang spec.Lang) string { return wordAt(levels[:], int(l)).text.In(lang) }

// MarshalText returns the code.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }
