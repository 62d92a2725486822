package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// EquipmentClass is what a piece of equipment is for (装备类别). The zero
// EquipmentClass is unset.
type EquipmentClass uint8

// The classes: three of 四（三）2, and the two that 三（四~）2 adds.
const (
	_                    EquipmentClass = iota
	RescueEquipment                     // 应急救援
	CommandCommunication                // 指挥通信
	PersonalProtection                  // 个人防护
	Unmanned                            // 智能无人救援
	SpecialRescue                       // 特种救援

	numEquipmentClasses = iota
)

var equipmentClasses = [numEquipmentClasses]struct {
	code string
	text spec.Text
}{
	RescueEquipment:      {"rescue", spec.Text{EN: "rescue", ZH: "应急救援"}},
	CommandCommunication: {"command", spec.Text{EN: "command and communication", ZH: "指挥通信"}},
	PersonalProtection:   {"protection", spec.Text{EN: "personal protection", ZH: "个人防护"}},
	Unmanned:             {"unmanned", spec.Text{EN: "unmanned", ZH: "智能无人救援"}},
	SpecialRescue:        {"special", spec.Text{EN: "special rescue", ZH: "特种救援"}},
}

// ParseEquipmentClass reads the code of a class, as "protection", or its
// Chinese name.
func ParseEquipmentClass(s string) (EquipmentClass, bool) {
	for c := RescueEquipment; c < numEquipmentClasses; c++ {
		if equipmentClasses[c].code == s || equipmentClasses[c].text.ZH == s {
			return c, true
		}
	}
	return 0, false
}

// String returns the code of the class.
func (c EquipmentClass) String() string {
	if c >= numEquipmentClasses {
		return ""
	}
	return equipmentClasses[c].code
}

// In returns the class in words.
func (c EquipmentClass) In(lang spec.Lang) string {
	if c >= numEquipmentClasses {
		return ""
	}
	return equipmentClasses[c].text.In(lang)
}

// Equipment is one item that a team has or should have (队伍装备).
type Equipment struct {
	Team  string // id of the team
	Item  string
	Class EquipmentClass
	Have  spec.Observed[measure.Count]
	Need  spec.Observed[measure.Count] // by the standard that the county applies
	// MaintainBy is the last day of its next maintenance, unset where nobody said.
	MaintainBy measure.Date
	// Qualities that 三（六）2 asks for: small, light, serving several ends.
	Small, Light, MultiUse bool
}

// EquipmentRate returns how much of what is needed is there, in percent:
// the sum of the lesser of have and need over the sum of need (装备配备率). A surplus
// of one item never makes up for another. It is unknown where nothing is needed
// or a need is not known, and bounded where a stock is not.
func EquipmentRate(list []Equipment) spec.Value { return outfitOf(list).rate() }

// outfit is how much of what is needed is there, in items; need is 0 where it is
// not known.
type outfit struct {
	low, high, need int64
	lows, highs     bool // the bound of every item is known
}

func outfitOf(list []Equipment) outfit {
	o := outfit{lows: true, highs: true}
	for _, e := range list {
		n, ok := e.Need.Value()
		if !ok || n < 0 {
			return outfit{}
		}
		sum, err := measure.Add(measure.Count(o.need), n)
		if err != nil {
			return outfit{}
		}
		o.need = int64(sum)
		if least, known := e.Have.Low(); known {
			o.low += int64(max(0, min(least, n)))
		} else {
			o.lows = false
		}
		if most, known := e.Have.High(); known {
			o.high += int64(max(0, min(most, n)))
		} else {
			o.high += int64(n)
			o.highs = false
		}
	}
	return o
}

func (o outfit) rate() spec.Value {
	if o.need == 0 {
		return spec.Value{}
	}
	percent := func(n int64) measure.Ratio { return measure.RatioOf(n, o.need).Mul(measure.Whole(100)) }
	var out spec.Value
	if o.lows || o.low > 0 {
		out.Low = percent(o.low)
	}
	if o.highs || o.high < o.need {
		out.High = percent(o.high)
	}
	return out
}

// ProtectionSets returns how many sets of personal protection teams hold, as
// far as it is known (个人防护装备). An item without a number bounds it from below.
func ProtectionSets(list []Equipment, teams []Team) spec.Observed[measure.Count] {
	ids := make(map[string]bool, len(teams))
	for _, t := range teams {
		ids[t.ID] = true
	}
	var total sum
	for _, e := range list {
		if e.Class != PersonalProtection || !ids[e.Team] {
			continue
		}
		total.add(asPeople(e.Have))
	}
	if total.n == 0 {
		return spec.Observed[measure.Count]{}
	}
	return asCount(total.total())
}

// MaintenanceOverdue returns the items whose day of maintenance is past
// (逾期未维护装备), in the order given.
func MaintenanceOverdue(list []Equipment, asOf measure.Date) []Equipment {
	var out []Equipment
	for _, e := range list {
		if asOf.After(e.MaintainBy) {
			out = append(out, e)
		}
	}
	return out
}

// asPeople and asCount let one sum add both.
func asPeople(o spec.Observed[measure.Count]) spec.Observed[measure.People] {
	return convert[measure.Count, measure.People](o)
}

func asCount(o spec.Observed[measure.People]) spec.Observed[measure.Count] {
	return convert[measure.People, measure.Count](o)
}

func convert[A, B ~int64](o spec.Observed[A]) spec.Observed[B] {
	low, okLow := o.Low()
	high, okHigh := o.High()
	switch {
	case o.Known():
		return spec.Exactly(B(low))
	case okLow && okHigh:
		return spec.Between(B(low), B(high))
	case okLow:
		return spec.AtLeast(B(low))
	case okHigh:
		return spec.AtMost(B(high))
	}
	return spec.Observed[B]{}
}
