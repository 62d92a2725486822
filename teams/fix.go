package teams

import (
	"math/bits"
	"slices"
)

// Fix is one item that one unit lacks and would be given (补齐项).
type Fix struct {
	Unit Unit
	Item ChecklistItem
}

// FixStep is how many units meet a checklist after so many fixes: the least
// that this many units take.
type FixStep struct{ Units, Fixes int }

// FixPlan is the order in which the least number of fixes brings the most
// units to meet a checklist (最少补齐方案).
type FixPlan struct {
	Met   int       // units that meet it already
	Steps []FixStep // after each further unit, cumulative
	Fixes []Fix     // in that order
	Open  int       // units that lack nothing known, or too little, but are not fully assessed
}

// Within returns how many units more meet the checklist by at most so many
// fixes, and how many fixes that takes.
func (p FixPlan) Within(fixes int) (units, used int) {
	for _, s := range p.Steps {
		if s.Fixes > fixes {
			break
		}
		units, used = s.Units, s.Fixes
	}
	return units, used
}

// LeastFixes orders the units that lack something by how little they lack, as
// the table has them where several lack as much. One fix gives one unit one
// item, so no other order brings as many units as soon. A unit with an item
// that nobody assessed is left out: no fix makes it certain.
func (g GroupResult) LeastFixes() FixPlan {
	all := itemBits(len(g.Items))
	p := FixPlan{Met: g.Tally.Met}
	var lacking []UnitResult
	for _, u := range g.Units {
		known := (u.Sheet.present | u.Sheet.absent | u.Sheet.exempt) & all
		switch {
		case known != all:
			p.Open++
		case u.Sheet.absent&all != 0:
			lacking = append(lacking, u)
		}
	}
	slices.SortStableFunc(lacking, func(a, b UnitResult) int {
		return bits.OnesCount64(a.Sheet.absent&all) - bits.OnesCount64(b.Sheet.absent&all)
	})
	for i, u := range lacking {
		for j, item := range g.Items {
			if u.Sheet.absent>>j&1 == 1 {
				p.Fixes = append(p.Fixes, Fix{Unit: u.Unit, Item: item.Item})
			}
		}
		p.Steps = append(p.Steps, FixStep{Units: i + 1, Fixes: len(p.Fixes)})
	}
	return p
}

// Programme is items that are given to every unit that lacks them, and what
// comes of it (整项补齐方案).
type Programme struct {
	Items []ChecklistItem
	Units int // units that meet the checklist then and did not before
	Fixes int // items given to units
}

// maxProgrammeItems is for how many items every choice is tried.
const maxProgrammeItems = 16

// Programmes returns for each number of items, from one on, the choice that
// brings the most units to meet the checklist when each of its items is given
// to every unit that lacks it; of several the one with fewest fixes, then the
// one whose last item stands first. It stops where all are met that can be. ok is
// false where units lack more than 16 different items: not every choice is
// tried then.
func (g GroupResult) Programmes() (out []Programme, ok bool) {
	all := itemBits(len(g.Items))
	lacks := map[uint64]int{} // units by what they lack, all else being known
	lack := make([]int, len(g.Items))
	var union uint64
	total := 0
	for _, u := range g.Units {
		missing := u.Sheet.absent & all
		for j := range g.Items {
			lack[j] += int(missing >> j & 1)
		}
		if missing == 0 || (u.Sheet.present|u.Sheet.absent|u.Sheet.exempt)&all != all {
			continue
		}
		lacks[missing]++
		union |= missing
		total++
	}
	if bits.OnesCount64(union) > maxProgrammeItems {
		return nil, false
	}
	best := make([]Programme, bits.OnesCount64(union)+1)
	for chosen := (0 - union) & union; chosen != 0; chosen = (chosen - union) & union {
		p := Programme{}
		for missing, n := range lacks {
			if missing&^chosen == 0 {
				p.Units += n
			}
		}
		for j, item := range g.Items {
			if chosen>>j&1 == 1 {
				p.Items = append(p.Items, item.Item)
				p.Fixes += lack[j]
			}
		}
		k := len(p.Items)
		if b := &best[k]; b.Items == nil || p.Units > b.Units || p.Units == b.Units && p.Fixes < b.Fixes {
			*b = p
		}
	}
	for _, p := range best[1:] {
		out = append(out, p)
		if p.Units == total {
			break
		}
	}
	return out, true
}

// itemBits is a bit for each of so many items.
func itemBits(n int) uint64 {
	if n >= MaxItems {
		return ^uint64(0)
	}
	return uint64(1)<<max(n, 0) - 1
}
