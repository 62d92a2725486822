package shelters

// Stay is how people are taken in by a shelter, in the plan's own pair of
// words (安置方式). The zero Stay is unset.
type Stay uint8

// The two stays.
const (
	_         Stay = iota
	Temporary      // 临时安置: a place for the moment, at one time
	Lodging        // 住宿避难: a place to sleep
)

// Stays returns both stays, temporary placement first.
func Stays() []Stay { return []Stay{Temporary, Lodging} }

// ParseStay reads "temporary" or "lodging", or the Chinese words 临时安置 and
// 住宿避难; ok is false for anything else.
func ParseStay(s string) (stay Stay, ok bool) {
	switch s {
	case "temporary", "临时安置":
		return Temporary, true
	case "lodging", "住宿避难":
		return Lodging, true
	}
	return 0, false
}

// String returns "temporary", "lodging" or nothing.
func (s Stay) String() string {
	switch s {
	case Temporary:
		return "temporary"
	case Lodging:
		return "lodging"
	}
	return ""
}

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

// ParseSetting reads "indoor" or "outdoor", or 室内 and 室外; ok is false for
// anything else.
func ParseSetting(s string) (setting Setting, ok bool) {
	switch s {
	case "indoor", "室内":
		return Indoor, true
	case "outdoor", "室外":
		return Outdoor, true
	}
	return 0, false
}

// String returns "indoor", "outdoor" or nothing.
func (s Setting) String() string {
	switch s {
	case Indoor:
		return "indoor"
	case Outdoor:
		return "outdoor"
	}
	return ""
}

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

// ParseStatus reads "existing", "new" or "upgraded", or 既有, 新建 and 改造升级;
// ok is false for anything else.
func ParseStatus(s string) (status Status, ok bool) {
	switch s {
	case "existing", "既有":
		return Existing, true
	case "new", "新建":
		return New, true
	case "upgraded", "改造升级":
		return Upgraded, true
	}
	return 0, false
}

// String returns "existing", "new", "upgraded" or nothing.
func (s Status) String() string {
	switch s {
	case Existing:
		return "existing"
	case New:
		return "new"
	case Upgraded:
		return "upgraded"
	}
	return ""
}

// MarshalText returns the code.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
