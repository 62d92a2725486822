package hazards

import "github.com/county-emergency/emergency/spec"

// Level is the level of an administrative division (行政层级). The zero Level is
// unset.
type Level uint8

// The levels from the top down.
const (
	_          Level = iota
	Province         // 省级
	Prefecture       // 地级
	County           // 县级
	Township         // 乡级: towns, townships, subdistricts
	Village          // 村级: villages, communities
)

var levels = [...]term{
	Province:   {code: "province", text: spec.Text{EN: "province", ZH: "省级"}},
	Prefecture: {code: "prefecture", text: spec.Text{EN: "prefecture", ZH: "地级"}},
	County:     {code: "county", text: spec.Text{EN: "county", ZH: "县级"}},
	Township:   {code: "township", text: spec.Text{EN: "township", ZH: "乡级"}},
	Village:    {code: "village", text: spec.Text{EN: "village", ZH: "村级"}},
}

// String returns the code, as "township", empty for the zero Level.
func (l Level) String() string { return termAt(levels[:], int(l)).code }

// In returns the name of the level.
func (l Level) In(lang spec.Lang) string { return termAt(levels[:], int(l)).text.In(lang) }
