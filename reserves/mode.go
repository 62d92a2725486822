package reserves

import "github.com/county-emergency/emergency/spec"

// Mode is how a lot is held (储备方式). The zero Mode is unset: such a lot is
// held in a way nobody has said.
type Mode uint8

// The modes in which supplies are held.
const (
	_         Mode = iota
	Physical       // 实物储备: in a store of the government
	Agreement      // 协议储备: owed by a firm under contract
	Capacity       // 产能储备: to be produced on order
	Society        // 社会储备: held by firms and organisations of their own accord
	Household      // 家庭储备
)

var modes = [...]word{
	Physical:  {"physical", spec.Text{EN: "physical stock", ZH: "实物储备"}},
	Agreement: {"agreement", spec.Text{EN: "stock under agreement", ZH: "协议储备"}},
	Capacity:  {"capacity", spec.Text{EN: "production capacity", ZH: "产能储备"}},
	Society:   {"society", spec.Text{EN: "stock of society", ZH: "社会储备"}},
	Household: {"household", spec.Text{EN: "stock of households", ZH: "家庭储备"}},
}

// ParseMode reads the code of a mode, as "physical", or its Chinese name; ok
// is false for anything else.
func ParseMode(s string) (m Mode, ok bool) {
	i, ok := find(modes[:], s)
	return Mode(i), ok
}

// String returns the code of the mode, empty where it is unset.
func (m Mode) String() string { return at(modes[:], int(m)).code }

// In returns the name of the mode.
func (m Mode) In(lang spec.Lang) string { return at(modes[:], int(m)).name.In(lang) }

// MarshalText returns the code.
func (m Mode) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Modes is a set of modes that count (计入的储备方式). The zero Modes is empty.
type Modes uint8

// ModesOf returns the set of the modes given; an unset mode is left out.
func ModesOf(members ...Mode) Modes {
	var set Modes
	for _, m := range members {
		if m != 0 && int(m) < len(modes) {
			set |= 1 << m
		}
	}
	return set
}

// Has reports whether a mode is in the set.
func (s Modes) Has(m Mode) bool { return m < 8 && s&(1<<m) != 0 }
