package teams

import "github.com/county-emergency/emergency/measure"

// UnreadEvidence is evidence that could not be used, and why.
type UnreadEvidence struct {
	Evidence Evidence
	Why      Unread
}

// itemKey names an item of a unit.
type itemKey struct{ checklist, unit, item string }

// prove judges the evidence of every unit and returns what has no place.
func (s *sheetSet) prove(lists []Checklist, tables [numGroups][]Unit, evidence []Evidence, asOf measure.Date) []UnreadEvidence {
	type unitKey struct {
		list  int
		group Group
		index int
	}
	var left []UnreadEvidence
	byUnit := map[unitKey][]Evidence{}
	for _, e := range evidence {
		list, ok := s.checklists[e.Checklist]
		if !ok {
			left = append(left, UnreadEvidence{e, UnknownChecklist})
			continue
		}
		at, ok := s.units[e.Unit]
		if !ok {
			left = append(left, UnreadEvidence{e, UnknownUnit})
			continue
		}
		if !lists[list].Concerns(tables[at.group][at.index].Class) {
			left = append(left, UnreadEvidence{e, OtherClass})
			continue
		}
		key := unitKey{list, at.group, at.index}
		byUnit[key] = append(byUnit[key], e)
	}
	now := At(asOf)
	s.proofs = make([][numGroups][]Proof, len(lists))
	for i := range lists {
		for g := range tables {
			for index := range tables[g] {
				pieces := byUnit[unitKey{i, Group(g), index}]
				if len(pieces) == 0 {
					continue
				}
				if s.proofs[i][g] == nil {
					s.proofs[i][g] = make([]Proof, len(tables[g]))
				}
				facts, unread := lists[i].Facts(pieces)
				for _, e := range unread {
					left = append(left, UnreadEvidence{e, UnknownItem})
				}
				s.proofs[i][g][index] = Prove(facts, now)
			}
		}
	}
	return left
}

// evidenceByItem gathers the pieces known on a date by unit and item.
func evidenceByItem(list []Evidence, asOf measure.Date) map[itemKey][]Evidence {
	out := map[itemKey][]Evidence{}
	for _, e := range list {
		if !e.On.After(asOf) {
			key := itemKey{e.Checklist, e.Unit, e.Item}
			out[key] = append(out[key], e)
		}
	}
	return out
}
