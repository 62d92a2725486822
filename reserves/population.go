package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Population is a part of the people that a norm is about (人群). The zero
// Population is everybody.
type Population uint8

// The parts of the people that norms tell apart.
const (
	Everybody Population = iota // 全体
	Infants                     // 婴幼儿
	Elderly                     // 老年人
	Disabled                    // 残疾人
)

var populations = [...]word{
	Everybody: {"everybody", spec.Text{EN: "everybody", ZH: "全体"}},
	Infants:   {"infants", spec.Text{EN: "infants", ZH: "婴幼儿"}},
	Elderly:   {"elderly", spec.Text{EN: "the elderly", ZH: "老年人"}},
	Disabled:  {"disabled", spec.Text{EN: "people with disabilities", ZH: "残疾人"}},
}

// Populations returns the parts of the people, everybody first.
func Populations() []Population { return []Population{Everybody, Infants, Elderly, Disabled} }

// ParsePopulation reads the code of a part of the people, as "infants", or its
// Chinese name; ok is false for anything else.
func ParsePopulation(s string) (p Population, ok bool) {
	i, ok := find(populations[:], s)
	return Population(i), ok
}

// String returns the code, as "infants".
func (p Population) String() string { return at(populations[:], int(p)).code }

// In returns the name of the part.
func (p Population) In(lang spec.Lang) string { return at(populations[:], int(p)).name.In(lang) }

// MarshalText returns the code.
func (p Population) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Shares says how large each part of the people is, from 0 to 1 (人群占比). An
// unknown share is not zero: what a norm asks for that part is then unknown.
type Shares struct{ Infants, Elderly, Disabled measure.Ratio }

// Of returns the share of a part, 1 for everybody; ok is false where it is not
// known or lies outside 0 to 1.
func (s Shares) Of(p Population) (share measure.Ratio, ok bool) {
	switch p {
	case Everybody:
		return measure.Whole(1), true
	case Infants:
		share = s.Infants
	case Elderly:
		share = s.Elderly
	case Disabled:
		share = s.Disabled
	}
	return share, share.Known() && share.Sign() >= 0 && share.AtMost(measure.Whole(1))
}

// members returns how many of a number of people belong to a part, rounded up.
func (s Shares) members(people measure.People, p Population) (measure.People, bool) {
	if p == Everybody {
		return people, true
	}
	share, ok := s.Of(p)
	if !ok {
		return 0, false
	}
	n, ok := measure.Whole(int64(people)).Mul(share).Ceil()
	return measure.People(n), ok
}

// within returns how many people have at most a number of members in a part,
// rounded down; all is true where no number of people exceeds it.
func (s Shares) within(members measure.People, p Population) (people measure.People, all, ok bool) {
	if p == Everybody {
		return members, false, true
	}
	share, ok := s.Of(p)
	if !ok {
		return 0, false, false
	}
	if share.Sign() == 0 {
		return most, true, true
	}
	n, ok := measure.Whole(int64(members)).Div(share).Floor()
	if !ok { // more people than can be counted
		return most, true, true
	}
	return measure.People(n), false, true
}
