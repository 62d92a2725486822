package shelters

import "github.com/county-emergency/emergency/spec"

// Stay is how people are taken in by a shelter, in the plan's own pair of
// words (安置方式). The zero Stay is unset. It is neither the class of a shelter
// ([Class]) nor its length of opening ([Term]).
type Stay uint8

// The two stays.
const (
	_         Stay = iota
	Temporary      // 临时安置: a place for the moment, at one time
	Lodging        // 住宿避难: a place to sleep
)

var stays = [...]word{
	Temporary: {code: "temporary", text: spec.Text{EN: "temporary placement", ZH: "临时安置"}},
	Lodging:   {code: "lodging", text: spec.Text{EN: "lodging", ZH: "住宿避难"}},
}

// Stays returns both stays, temporary placement first.
func Stays() []Stay { return []Stay{Temporary, Lodging} }

// ParseStay reads "temporary" or "lodging", or the Chinese words 临时安置 and
// 住宿避难; ok is false for anything else.
func ParseStay(s string) (stay Stay, ok bool) {
	i, ok := wordOf(stays[:], s)
	return Stay(i), ok
}

// String returns "temporary", "lodging" or nothing.
func (s Stay) String() string { return wordAt(stays[:], int(s)).code }

// In returns the stay in words.
func (s Stay) In(lang spec.Lang) string { return wordAt(stays[:], int(s)).text.In(lang) }

// MarshalText returns the code.
func (s Stay) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Setting says whether people stay under a roof (室内外). The zero Setting is
// unreported.
type Setting uint8

// The two settings.
const (
	_       Setting = iota
	Indoor          // 室内
	Outdoor         // 室外
)

var settings = [...]word{
	Indoor:  {code: "indoor", text: spec.Text{EN: "indoor", ZH: "室内"}},
	Outdoor: {code: "outdoor", text: spec.Text{EN: "outdoor", ZH: "室外"}},
}

// Settings returns both settings.
func Settings() []Setting { return []Setting{Indoor, Outdoor} }

// ParseSetting reads "indoor" or "outdoor", or 室内 and 室外; ok is false for
// anything else.
func ParseSetting(s string) (setting Setting, ok bool) {
	i, ok := wordOf(settings[:], s)
	return Setting(i), ok
}

// String returns "indoor", "outdoor" or nothing.
func (s Setting) String() string { return wordAt(settings[:], int(s)).code }

// In returns the setting in words.
func (s Setting) In(lang spec.Lang) string { return wordAt(settings[:], int(s)).text.In(lang) }

// MarshalText returns the code.
func (s Setting) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Status is what the programme does with a shelter (建设性质). The zero Status
// is unreported, which is not existing: such a shelter may be one of the new
// or upgraded ones.
type Status uint8

// The statuses of a shelter.
const (
	_        Status = iota
	Existing        // 既有
	New             // 新建
	Upgraded        // 改造升级
)

var statuses = [...]word{
	Existing: {code: "existing", text: spec.Text{EN: "existing", ZH: "既有"}},
	New:      {code: "new", text: spec.Text{EN: "new", ZH: "新建"}},
	Upgraded: {code: "upgraded", text: spec.Text{EN: "upgraded", ZH: "改造升级"}},
}

// Statuses returns the statuses.
func Statuses() []Status { return []Status{Existing, New, Upgraded} }

// ParseStatus reads "existing", "new" or "upgraded", or 既有, 新建 and 改造升级;
// ok is false for anything else.
func ParseStatus(s string) (status Status, ok bool) {
	i, ok := wordOf(statuses[:], s)
	return Status(i), ok
}

// String returns "existing", "new", "upgraded" or nothing.
func (s Status) String() string { return wordAt(statuses[:], int(s)).code }

// In returns the status in words.
func (s Status) In(lang spec.Lang) string { return wordAt(statuses[:], int(s)).text.In(lang) }

// MarshalText returns the code.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
