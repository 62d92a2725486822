package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// NormKind says for whom the quantity of a norm is enough (配备口径). The zero
// NormKind is unset and gives no requirement.
type NormKind uint8

// The kinds of norms.
const (
	_            NormKind = iota
	PerPerson             // 每人
	PerGroup              // 每组: for a fixed number of people, as those in one tent
	PerHousehold          // 每户: for a household of the county's size
	PerPersonDay          // 每人每日
)

var normKinds = [...]word{
	PerPerson:    {"per-person", spec.Text{EN: "per person", ZH: "每人"}},
	PerGroup:     {"per-group", spec.Text{EN: "per group", ZH: "每组"}},
	PerHousehold: {"per-household", spec.Text{EN: "per household", ZH: "每户"}},
	PerPersonDay: {"per-person-day", spec.Text{EN: "per person and day", ZH: "每人每日"}},
}

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

// Norm is how much of an item people need (配备标准).
type Norm struct {
	Kind     NormKind
	Quantity measure.Quantity // in the item's unit, above 0
	Group    measure.People   // people who share the quantity; PerGroup only
}

// Basis is what norms are multiplied with besides people (测算参数). Zero is
// not supplied: nothing stands in for it.
type Basis struct {
	HouseholdSize measure.People // people in a household, for PerHousehold
	SupportDays   measure.Count  // days the stock must last (保障天数), for PerPersonDay
}

// share returns the quantity that one share of a norm takes and how many
// people the share is for; ok is false where the norm or the basis does not
// say it.
func (n Norm) share(basis Basis) (per measure.Quantity, people measure.People, ok bool) {
	per, people = n.Quantity, 1
	switch n.Kind {
	case PerPerson:
	case PerGroup:
		people = n.Group
	case PerHousehold:
		people = basis.HouseholdSize
	case PerPersonDay:
		if basis.SupportDays <= 0 {
			return per, people, false
		}
		var err error
		if per, err = n.Quantity.Times(int64(basis.SupportDays)); err != nil {
			return per, people, false
		}
	default:
		return per, people, false
	}
	return per, people, per.Sign() > 0 && people > 0
}

// need returns exactly what a number of people take: a part of a group takes
// a whole share.
func (n Norm) need(people measure.People, basis Basis) (measure.Quantity, bool) {
	per, group, ok := n.share(basis)
	if !ok || people < 0 {
		return measure.Quantity{}, false
	}
	shares := int64(people / group)
	if people%group > 0 {
		shares++
	}
	total, err := per.Times(shares)
	return total, err == nil
}

// Requirement returns what a number of people need of an item, in its unit,
// rounded up to whole units (物资需求量). ok is false where the norm has no
// source or no quantity above 0, where it is per household or per person and
// day and the basis does not give the size or the days, for fewer than 0
// people, and where the result does not fit.
func Requirement(people measure.People, norm spec.Figure[Norm], basis Basis) (quantity measure.Quantity, ok bool) {
	if !norm.Known() {
		return quantity, false
	}
	need, ok := norm.Value.need(people, basis)
	if !ok {
		return quantity, false
	}
	whole, err := measure.Units(need.Ceil())
	return whole, err == nil
}

// Serves returns how many people a quantity of an item is enough for, rounded
// down to whole shares of the norm (可保障人数). ok is false where
// [Requirement] is for one person, and for a quantity below 0.
func Serves(quantity measure.Quantity, norm spec.Figure[Norm], basis Basis) (people measure.People, ok bool) {
	if !norm.Known() {
		return 0, false
	}
	per, group, ok := norm.Value.share(basis)
	if !ok {
		return 0, false
	}
	shares, ok := quantity.DivFloor(per)
	if !ok {
		return 0, false
	}
	people, err := measure.Mul(group, shares)
	return people, err == nil
}
