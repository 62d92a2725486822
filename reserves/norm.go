package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Norm is how much of an item people need (配备标准).
type Norm struct {
	Kind     NormKind
	Quantity measure.Quantity // in Unit, above 0
	Unit     spec.Unit        // empty where it is the item's own
	Group    measure.People   // people who share the quantity; PerGroup only
	Of       Population       // whom of the people it is for, everybody where unset
}

// In returns for whom the quantity is enough, in words.
func (n Norm) In(lang spec.Lang) string {
	kind := n.Kind.In(lang)
	if n.Kind == PerGroup {
		kind = spec.Textf("per group of %s", "每组 %s 人", n.Group).In(lang)
	}
	if n.Of == Everybody {
		return kind
	}
	return kind + spec.Textf(", %s", "，%s", n.Of).In(lang)
}

// Basis is what norms are multiplied with besides people (测算参数). Zero is
// not supplied: nothing stands in for it.
type Basis struct {
	HouseholdSize measure.People // people in a household, for PerHousehold
	SupportDays   measure.Count  // days the stock must last (保障天数), for PerPersonDay and longer periods
	Sites         measure.Count  // places where people are lodged (安置点), for PerSite
	Responders    measure.People // for PerResponder
	Shares        Shares         // of the parts of the people, for norms of a part
}

// share returns the quantity that one share of a norm takes and how many
// people the share is for; ok is false where the norm or the basis does not
// say it, and for a norm that does not grow with the people.
func (n Norm) share(basis Basis) (per measure.Quantity, people measure.People, ok bool) {
	per, people = n.Quantity, 1
	switch n.Kind {
	case PerPerson:
	case PerGroup:
		people = n.Group
	case PerHousehold:
		people = basis.HouseholdSize
	case PerPersonDay, PerPersonWeek, PerPersonMonth:
		if basis.SupportDays <= 0 {
			return per, people, false
		}
		periods := (int64(basis.SupportDays) - 1) / n.Kind.days()
		var err error
		if per, err = n.Quantity.Times(periods + 1); err != nil {
			return per, people, false
		}
	default:
		return per, people, false
	}
	return per, people, per.Sign() > 0 && people > 0
}

// fixed returns what a norm takes that does not grow with the people.
func (n Norm) fixed(basis Basis) (measure.Quantity, bool) {
	count := int64(basis.Sites)
	if n.Kind == PerResponder {
		count = int64(basis.Responders)
	}
	if count <= 0 || n.Quantity.Sign() <= 0 {
		return measure.Quantity{}, false
	}
	total, err := n.Quantity.Times(count)
	return total, err == nil
}

// need returns exactly what a number of people take: a part of a group takes
// a whole share.
func (n Norm) need(people measure.People, basis Basis) (measure.Quantity, bool) {
	if people < 0 {
		return measure.Quantity{}, false
	}
	if n.Kind.isFixed() {
		return n.fixed(basis)
	}
	per, group, ok := n.share(basis)
	if !ok {
		return measure.Quantity{}, false
	}
	members, ok := basis.Shares.members(people, n.Of)
	if !ok {
		return measure.Quantity{}, false
	}
	shares := int64(members / group)
	if members%group > 0 {
		shares++
	}
	total, err := per.Times(shares)
	return total, err == nil
}

// Requirement returns what a number of people need of an item, in its unit,
// rounded up to whole units (物资需求量). ok is false where the norm has no
// source or no quantity above 0, where the basis does not give what the norm is
// multiplied with, for fewer than 0 people, and where the result does not fit.
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
// [Requirement] is for one person, for a quantity below 0, and where the number
// of people does not decide: norms per site and per responder, and norms for a
// part of the people that is empty.
func Serves(quantity measure.Quantity, norm spec.Figure[Norm], basis Basis) (people measure.People, ok bool) {
	if !norm.Known() {
		return 0, false
	}
	people, all, ok := norm.Value.serves(quantity, basis)
	return people, ok && !all
}

// serves is [Serves] of a known norm; all is true where the quantity is enough
// for any number of people.
func (n Norm) serves(quantity measure.Quantity, basis Basis) (people measure.People, all, ok bool) {
	per, group, ok := n.share(basis)
	if !ok {
		return 0, false, false
	}
	shares, ok := quantity.DivFloor(per)
	if !ok {
		return 0, false, false
	}
	members, err := measure.Mul(group, shares)
	if err != nil {
		return 0, false, false
	}
	return basis.Shares.within(members, n.Of)
}
