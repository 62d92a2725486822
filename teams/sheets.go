package teams

import "github.com/county-emergency/emergency/measure"

// position is where a unit stands in its table.
type position struct {
	group Group
	index int
}

// sheetSet is the sheets of every checklist, by checklist, group and unit.
type sheetSet struct {
	checklists map[string]int
	units      map[string]position
	sheets     [][numGroups][]Sheet
	twice      [][numGroups][]uint64 // items answered more than once
	proofs     [][numGroups][]Proof  // what evidence says; nil where there is none
}

// collect fills in one sheet a unit and checklist from the answers known on a
// date, and returns the answers that have no place. An item answered twice is
// not assessed, in whatever order the answers come.
func collect(lists []Checklist, tables [numGroups][]Unit, answers []ItemAnswer, asOf measure.Date) (sheetSet, []UnreadAnswer) {
	all := 0
	for _, units := range tables {
		all += len(units)
	}
	s := sheetSet{
		checklists: make(map[string]int, len(lists)),
		units:      make(map[string]position, all),
		sheets:     make([][numGroups][]Sheet, len(lists)),
		twice:      make([][numGroups][]uint64, len(lists)),
	}
	for i, c := range lists {
		if _, ok := s.checklists[c.ID]; !ok {
			s.checklists[c.ID] = i
		}
		for g := range tables {
			s.sheets[i][g] = make([]Sheet, len(tables[g]))
			s.twice[i][g] = make([]uint64, len(tables[g]))
		}
	}
	for g, units := range tables {
		for i, u := range units {
			if _, ok := s.units[u.ID()]; !ok {
				s.units[u.ID()] = position{group: Group(g), index: i}
			}
		}
	}
	var left []UnreadAnswer
	for _, a := range answers {
		if !asOf.IsZero() && a.On.After(asOf) {
			continue
		}
		if why := s.enter(lists, tables, a); why != 0 {
			left = append(left, UnreadAnswer{Answer: a, Why: why})
		}
	}
	return s, left
}

func (s *sheetSet) enter(lists []Checklist, tables [numGroups][]Unit, a ItemAnswer) Unread {
	list, ok := s.checklists[a.Checklist]
	if !ok {
		return UnknownChecklist
	}
	item, ok := lists[list].Item(a.Item)
	if !ok || item >= MaxItems {
		return UnknownItem
	}
	at, ok := s.units[a.Unit]
	if !ok {
		return UnknownUnit
	}
	if !lists[list].Concerns(tables[at.group][at.index].Class) {
		return OtherClass
	}
	if a.Answer == NotAssessed {
		return 0
	}
	sheet, twice := &s.sheets[list][at.group][at.index], &s.twice[list][at.group][at.index]
	if *twice>>item&1 == 1 || sheet.Answer(item) != NotAssessed {
		*twice |= 1 << item
		*sheet = sheet.With(item, NotAssessed)
		return Contradicted
	}
	*sheet = sheet.With(item, a.Answer)
	return 0
}
