package reserves

import "github.com/county-emergency/emergency/spec"

// NormKind says for whom the quantity of a norm is enough (配备口径). The zero
// NormKind is unset and gives no requirement.
type NormKind uint8

// The kinds of norms.
const (
	_              NormKind = iota
	PerPerson               // 每人
	PerGroup                // 每组: for a fixed number of people, as those in one tent
	PerHousehold            // 每户: for a household of the county's size
	PerPersonDay            // 每人每日
	PerPersonWeek           // 每人每周: a week begun is a whole one
	PerPersonMonth          // 每人每月: of 30 days, a month begun is a whole one
	PerSite                 // 每个安置点
	PerResponder            // 每名救援人员
)

var normKinds = [...]word{
	PerPerson:    {"per-person", spec.Text{EN: "per person", ZH: "每人"}},
	PerGroup:     {"per-group", spec.Text{EN: "per group", ZH: "每组"}},
	PerHousehold: {"per-household", spec.Text{EN: "per household", ZH: "每户"}},
	PerPersonDay: {"per-person-day", spec.Text{EN: "per person and day", ZH: "每人每日"}},

	PerPersonWeek:  {"per-person-week", spec.Text{EN: "per person and week", ZH: "每人每周"}},
	PerPersonMonth: {"per-person-month", spec.Text{EN: "per person and month", ZH: "每人每月"}},
	PerSite:        {"per-site", spec.Text{EN: "per site", ZH: "每个安置点"}},
	PerResponder:   {"per-responder", spec.Text{EN: "per responder", ZH: "每名救援人员"}},
}

// NormKinds returns the kinds of norms in order.
func NormKinds() []NormKind {
	return []NormKind{PerPerson, PerGroup, PerHousehold, PerPersonDay, PerPersonWeek, PerPersonMonth, PerSite, PerResponder}
}

// days returns how many days one period of the kind lasts, 0 where it has none.
func (k NormKind) days() int64 {
	switch k {
	case PerPersonDay:
		return 1
	case PerPersonWeek:
		return 7
	case PerPersonMonth:
		return 30
	}
	return 0
}

// isFixed reports whether the norm does not grow with the people.
func (k NormKind) isFixed() bool { return k == PerSite || k == PerResponder }

// ParseNormKind reads the code of a kind, as "per-person-day"; ok is false for
// anything else.
func ParseNormKind(s string) (k NormKind, ok bool) {
	i, ok := find(normKinds[:], s)
	return NormKind(i), ok
}

// String returns the code of the kind, empty where it is unset.
func (k NormKind) String() string { return at(normKinds[:], int(k)).code }

// In returns the kind in words.
func (k NormKind) In(lang spec.Lang) string { return at(normKinds[:], int(k)).name.In(lang) }

// MarshalText returns the code.
func (k NormKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }
