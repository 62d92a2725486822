package teams

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// MaxItems is how many items a checklist may have.
const MaxItems = 64

// Checklist is a standard of construction as a list of items that a unit must
// all have, as the six-haves (六有) or the three-haves (三有). It is data of the
// plan.
type Checklist struct {
	ID        string // the plan's own id, as six-haves
	Title     spec.Text
	AppliesTo []UnitClass
	Items     []ChecklistItem // at most [MaxItems]; the order is that of a [Sheet]
	Source    spec.Source
	Carries   []string
}

// ChecklistItem is one thing that a unit must have.
type ChecklistItem struct {
	ID           string
	Title        spec.Text
	Requirements []Requirement // at most [MaxRequirements]; none asks that it exists
	Origins      []Origin      // records that can prove an item without requirements
}

// Concerns reports whether the checklist applies to units of a class.
func (c Checklist) Concerns(class UnitClass) bool { return slices.Contains(c.AppliesTo, class) }

// Item returns the position of the item with an id.
func (c Checklist) Item(id string) (int, bool) {
	i := slices.IndexFunc(c.Items, func(item ChecklistItem) bool { return item.ID == id })
	return i, i >= 0
}

// Verdict judges the sheet of one unit, as [Sheet.Verdict] does.
func (c Checklist) Verdict(s Sheet) spec.Verdict { return s.Verdict(len(c.Items)) }

// Answer is what a unit says of one item (核查结果). The zero Answer is
// NotAssessed, so that silence never passes.
type Answer uint8

// The four answers.
const (
	NotAssessed   Answer = iota // 未核查
	Present                     // 有
	Absent                      // 无
	NotApplicable               // 不适用
)

// ParseAnswer reads "yes", "no", "na" or nothing, and 有, 无, 不适用.
func ParseAnswer(s string) (Answer, bool) {
	switch s {
	case "":
		return NotAssessed, true
	case "yes", "有":
		return Present, true
	case "no", "无":
		return Absent, true
	case "na", "不适用":
		return NotApplicable, true
	}
	return NotAssessed, false
}

// String returns "yes", "no", "na", or nothing where nobody answered.
func (a Answer) String() string {
	switch a {
	case Present:
		return "yes"
	case Absent:
		return "no"
	case NotApplicable:
		return "na"
	}
	return ""
}

// Verdict returns what the answer says of the item.
func (a Answer) Verdict() spec.Verdict {
	switch a {
	case Present:
		return spec.Met
	case Absent:
		return spec.Unmet
	case NotApplicable:
		return spec.NotApplicable
	}
	return spec.Unknown
}

// Sheet is the answers of one unit to one checklist, by position of the item
// (核查表). The zero Sheet answers nothing. It is a value: [Sheet.With] returns a
// copy.
type Sheet struct{ present, absent, exempt uint64 }

// With returns the sheet with one answer set. A position outside of
// 0 … [MaxItems]−1 changes nothing.
func (s Sheet) With(item int, a Answer) Sheet {
	if item < 0 || item >= MaxItems {
		return s
	}
	bit := uint64(1) << item
	s.present, s.absent, s.exempt = s.present&^bit, s.absent&^bit, s.exempt&^bit
	switch a {
	case Present:
		s.present |= bit
	case Absent:
		s.absent |= bit
	case NotApplicable:
		s.exempt |= bit
	}
	return s
}

// Answer returns the answer at a position.
func (s Sheet) Answer(item int) Answer {
	if item < 0 || item >= MaxItems {
		return NotAssessed
	}
	bit := uint64(1) << item
	switch {
	case s.present&bit != 0:
		return Present
	case s.absent&bit != 0:
		return Absent
	case s.exempt&bit != 0:
		return NotApplicable
	}
	return NotAssessed
}

// Equal reports whether two sheets hold the same answers.
func (s Sheet) Equal(o Sheet) bool { return s == o }

// Verdict judges the first items positions of the sheet by Kleene's
// conjunction: one absent item is Unmet, else one unanswered item is Unknown;
// items that do not apply are left out, and where nothing is left the sheet is
// NotApplicable. No items at all, or more than [MaxItems] without an absent
// one, are Unknown. It says what [spec.All] says of the single answers.
func (s Sheet) Verdict(items int) spec.Verdict {
	all := itemBits(items)
	switch {
	case items <= 0:
		return spec.Unknown
	case s.absent&all != 0:
		return spec.Unmet
	case items > MaxItems || (s.present|s.exempt)&all != all:
		return spec.Unknown
	case s.present&all != 0:
		return spec.Met
	}
	return spec.NotApplicable
}
