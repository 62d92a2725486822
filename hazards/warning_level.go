package hazards

import "github.com/county-emergency/emergency/spec"

// WarningLevel is how serious a warning is (预警级别): 1 is the highest. The zero
// WarningLevel is unset. The colour follows from the level and is never given
// apart from it.
type WarningLevel uint8

// The four levels, 突发事件应对法 article 63.
const (
	_          WarningLevel = iota
	WarningI                // 一级，红色
	WarningII               // 二级，橙色
	WarningIII              // 三级，黄色
	WarningIV               // 四级，蓝色
)

// Colour is the colour that marks a level (标示颜色). The zero Colour is unset.
type Colour uint8

// The four colours, in the order of the levels.
const (
	_      Colour = iota
	Red           // 红色
	Orange        // 橙色
	Yellow        // 黄色
	Blue          // 蓝色
)

var warningLevels = [...]term{
	WarningI:   {"I", spec.Text{EN: "level I", ZH: "Ⅰ级"}, []string{"1", "Ⅰ", "一", "I", "特别严重"}},
	WarningII:  {"II", spec.Text{EN: "level II", ZH: "Ⅱ级"}, []string{"2", "Ⅱ", "二", "II", "严重"}},
	WarningIII: {"III", spec.Text{EN: "level III", ZH: "Ⅲ级"}, []string{"3", "Ⅲ", "三", "III", "较重"}},
	WarningIV:  {"IV", spec.Text{EN: "level IV", ZH: "Ⅳ级"}, []string{"4", "Ⅳ", "四", "IV", "一般"}},
}

var colours = [...]term{
	Red:    {"red", spec.Text{EN: "red", ZH: "红色"}, []string{"红"}},
	Orange: {"orange", spec.Text{EN: "orange", ZH: "橙色"}, []string{"橙"}},
	Yellow: {"yellow", spec.Text{EN: "yellow", ZH: "黄色"}, []string{"黄"}},
	Blue:   {"blue", spec.Text{EN: "blue", ZH: "蓝色"}, []string{"蓝"}},
}

// WarningLevels returns the levels, the highest first.
func WarningLevels() []WarningLevel {
	return []WarningLevel{WarningI, WarningII, WarningIII, WarningIV}
}

// ParseWarningLevel reads a level by its numeral or by its colour, as "III",
// "3", "Ⅲ级", "三", "yellow" or "黄色" (预警级别). ok is false for anything else.
func ParseWarningLevel(s string) (level WarningLevel, ok bool) {
	i := findTerm(warningLevels[:], s, "级")
	if i == 0 {
		i = findTerm(colours[:], s, "")
	}
	return WarningLevel(i), i > 0
}

// IsValid reports whether it is one of the four levels.
func (l WarningLevel) IsValid() bool { return l >= WarningI && l <= WarningIV }

// Above reports whether l is more serious than m. It is false where either is
// unset.
func (l WarningLevel) Above(m WarningLevel) bool { return l.IsValid() && m.IsValid() && l < m }

// Colour returns the colour of the level, unset for no level.
func (l WarningLevel) Colour() Colour {
	if !l.IsValid() {
		return 0
	}
	return Colour(l)
}

// String returns the Roman numeral in ASCII, as "III", empty for no level.
func (l WarningLevel) String() string { return termAt(warningLevels[:], int(l)).code }

// In returns the name of the level.
func (l WarningLevel) In(lang spec.Lang) string {
	return termAt(warningLevels[:], int(l)).text.In(lang)
}

// MarshalText returns the code.
func (l WarningLevel) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// ParseColour reads a colour by its code or name, as "yellow" or "黄色" (颜色). ok
// is false for anything else.
func ParseColour(s string) (colour Colour, ok bool) {
	i := findTerm(colours[:], s, "")
	return Colour(i), i > 0
}

// String returns the code, as "yellow", empty for no colour.
func (c Colour) String() string { return termAt(colours[:], int(c)).code }

// In returns the name of the colour.
func (c Colour) In(lang spec.Lang) string { return termAt(colours[:], int(c)).text.In(lang) }

// MarshalText returns the code.
func (c Colour) MarshalText() ([]byte, error) { return []byte(c.String()), nil }
