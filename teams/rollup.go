package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// UnitResult is the sheet of one unit and its verdict.
type UnitResult struct {
	Unit    Unit
	Stated  Sheet // what the unit states
	Proof   Proof // what its evidence says
	Sheet   Sheet // both together
	Verdict spec.Verdict
}

// ItemResult counts how the units stand on one item.
type ItemResult struct {
	Item  ChecklistItem
	Tally spec.Tally
}

// GroupResult is how the units of one group stand on one checklist
// (达标情况汇总).
type GroupResult struct {
	Checklist Checklist
	Group     Group
	Supplied  bool         // the table of the units was supplied
	Units     []UnitResult // in the order of the table
	Items     []ItemResult // in the order of the checklist
	Tally     spec.Tally   // of units
}

// Roll judges each unit of a group to which the checklist applies and counts
// units and items. sheets are those of the units, by position; a unit without
// a sheet answered nothing. Units of other classes are left out.
func Roll(c Checklist, group Group, units []Unit, sheets []Sheet) GroupResult {
	out := GroupResult{Checklist: c, Group: group, Supplied: true, Items: make([]ItemResult, len(c.Items))}
	for i, item := range c.Items {
		out.Items[i].Item = item
	}
	concerned := func(u *Unit) bool { return c.Concerns(u.Class) && u.Class.Group() == group }
	n := 0
	for i := range units {
		if concerned(&units[i]) {
			n++
		}
	}
	if n == 0 {
		return out
	}
	out.Units = make([]UnitResult, 0, n)
	for i, u := range units {
		if !concerned(&units[i]) {
			continue
		}
		var sheet Sheet
		if i < len(sheets) {
			sheet = sheets[i]
		}
		verdict := c.Verdict(sheet)
		out.Units = append(out.Units, UnitResult{Unit: u, Stated: sheet, Sheet: sheet, Verdict: verdict})
		out.Tally.Add(verdict)
		for j := range c.Items {
			out.Items[j].Tally.Add(sheet.Answer(j).Verdict())
		}
	}
	return out
}

// RollProved judges as [Roll] does, after joining what each unit states with
// what its evidence says. proofs are those of the units, by position.
func RollProved(c Checklist, group Group, units []Unit, stated []Sheet, proofs []Proof, rule EvidenceRule) GroupResult {
	if len(proofs) == 0 && rule == StatedDecides {
		return Roll(c, group, units, stated)
	}
	joined := make([]Sheet, len(units))
	of := func(i int) (s Sheet, p Proof) {
		if i < len(stated) {
			s = stated[i]
		}
		if i < len(proofs) {
			p = proofs[i]
		}
		return s, p
	}
	for i := range units {
		s, p := of(i)
		joined[i] = s.Combine(p, rule)
	}
	out := Roll(c, group, units, joined)
	at := 0
	for i, u := range units {
		if c.Concerns(u.Class) && u.Class.Group() == group {
			out.Units[at].Stated, out.Units[at].Proof = of(i)
			at++
		}
	}
	return out
}

// Contradictions returns the items for which a unit of the group states one
// thing and its evidence says another, in the order of units and items.
func (g GroupResult) Contradictions() []Contradiction {
	var out []Contradiction
	for _, u := range g.Units {
		bits := u.Stated.Contradicted(u.Proof)
		for j := 0; bits != 0 && j < len(g.Items); j++ {
			if bits>>j&1 == 1 {
				out = append(out, Contradiction{Checklist: g.Checklist.ID, Unit: u.Unit, Item: g.Items[j].Item,
					Stated: u.Stated.Answer(j), Proved: u.Proof.Verdict(j), Derived: u.Proof.Derived(j)})
			}
		}
	}
	return out
}

// Proved counts the items that units have, and those of them that evidence
// proves.
func (g GroupResult) Proved() (present, proved int) {
	for _, u := range g.Units {
		for j := range g.Items {
			if u.Sheet.Answer(j) == Present {
				present++
				if u.Proof.Verdict(j) == spec.Met {
					proved++
				}
			}
		}
	}
	return present, proved
}

// Verdict returns what the group as a whole is: Met when every unit is,
// NotApplicable where there is none of the kind, Unknown where the table of
// the units was not supplied.
func (g GroupResult) Verdict() spec.Verdict {
	switch {
	case !g.Supplied:
		return spec.Unknown
	case len(g.Units) == 0:
		return spec.NotApplicable
	}
	return g.Tally.Verdict()
}

// Weakest returns the item that most units lack, the first of the checklist
// where several tie; ok is false where no item is known to be absent.
func (g GroupResult) Weakest() (item ItemResult, ok bool) {
	for _, one := range g.Items {
		if one.Tally.Unmet > item.Tally.Unmet {
			item, ok = one, true
		}
	}
	return item, ok
}

// ItemAnswer is one answer as a county reports it: what a unit says of one
// item of a checklist (核查记录).
type ItemAnswer struct {
	Checklist string // id of the checklist
	Unit      string // id of the unit, see [Unit.ID]
	Item      string // id of the item
	Answer    Answer
	On        measure.Date // when it was assessed; unset where nobody said
}

// UnreadAnswer is an answer that could not be used, and why: the room drops
// nothing in silence.
type UnreadAnswer struct {
	Answer ItemAnswer
	Why    Unread
}

// Unread says why an answer could not be used. The zero Unread is unset.
type Unread uint8

// The reasons why an answer is not used.
const (
	_                Unread = iota
	UnknownChecklist        // the plan has no such checklist
	UnknownItem             // the checklist has no such item
	UnknownUnit             // no table holds the unit
	OtherClass              // the checklist does not apply to units of its class
	Contradicted            // the item was answered before; it counts as not assessed
)

var unread = [...]string{UnknownChecklist: "unknown-checklist", UnknownItem: "unknown-item",
	UnknownUnit: "unknown-unit", OtherClass: "other-class", Contradicted: "contradicted"}

// String returns the code of the reason.
func (u Unread) String() string {
	if int(u) >= len(unread) {
		return ""
	}
	return unread[u]
}
