package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ContingencyRecords is what a county reports of its contingency plans
// (预案填报数据). The zero value is a county that has reported nothing.
type ContingencyRecords struct {
	Plans      []Contingency
	HasPlans   bool // the register was supplied, be it empty
	Links      []PlanLink
	HasLinks   bool // the table of links was supplied: it is then the whole of them
	Content    []ContentAnswer
	Objects    []PlanObject
	HasObjects bool // the table of objects was supplied: it is then the whole of them

	// The kinds of which every plan is in the register, as the county says,
	// and the day from which it says so. Of another kind a plan that is not in
	// the register may exist.
	Whole   []ContingencyKind
	WholeOn measure.Date

	Required []RequiredGroup // who must have a plan; the front door gathers it
	Workday  Workday         // the calendar of working days, nil where there is none
}

// whole reports whether an absence from the register is known to be one.
func (r ContingencyRecords) whole(kind ContingencyKind, asOf measure.Date) bool {
	return r.HasPlans && slices.Contains(r.Whole, kind) && !r.WholeOn.After(asOf)
}

// RequiredGroup is the units of one level that must have a plan each (应编预案).
type RequiredGroup struct {
	Kind  ContingencyKind
	Or    ContingencyKind // a kind that also does, 0 where there is none
	Title spec.Text       // as townships and subdistricts
	Units []RequiredUnit
	Known bool        // the units are all there are
	Who   string      // key of the table that would name them
	From  spec.Source // why each of them must have one
}

// RequiredUnit is one that must have a plan.
type RequiredUnit struct {
	Subject string // as [Contingency.Subject] returns it
	Name    spec.Text
}

// Coverage is how many units of a group have a plan in force (预案覆盖).
type Coverage struct {
	Group    RequiredGroup
	Verdicts []spec.Verdict // one a unit, in the order of the group
	Tally    spec.Tally
}

// Verdict is that of all units; Unknown where the list of units is not known
// to be whole, unless a unit lacks a plan.
func (c Coverage) Verdict() spec.Verdict {
	verdict := c.Tally.Verdict()
	switch {
	case c.Group.Known && len(c.Group.Units) == 0:
		return spec.NotApplicable
	case !c.Group.Known && verdict != spec.Unmet:
		return spec.Unknown
	}
	return verdict
}

// with returns the names of the units with a verdict.
func (c Coverage) with(v spec.Verdict) []spec.Text {
	n := 0
	for _, one := range c.Verdicts {
		if one == v {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]spec.Text, 0, n)
	for i, one := range c.Verdicts {
		if one == v {
			out = append(out, c.Group.Units[i].Name)
		}
	}
	return out
}

// Cover holds the units of a group against the register as of a date. A plan of
// the group's kind about the unit that is in force meets it; one whose day of
// issue is not known leaves it unknown; none at all is unmet only where the
// register holds every plan of the kind.
func (r ContingencyRecords) Cover(group RequiredGroup, asOf measure.Date) Coverage {
	return r.cover(group, r.bySubject(asOf), asOf)
}

// planKey is a kind of plan and what it is about.
type planKey struct {
	kind    ContingencyKind
	subject string
}

// bySubject gives the best verdict of the plans on each subject.
func (r ContingencyRecords) bySubject(asOf measure.Date) map[planKey]spec.Verdict {
	out := make(map[planKey]spec.Verdict, len(r.Plans))
	for i := range r.Plans {
		c := &r.Plans[i]
		verdict := c.InForce(asOf)
		subject := c.Subject()
		if subject == "" || verdict == spec.Unmet {
			continue
		}
		if key := (planKey{c.Kind, subject}); out[key] != spec.Met {
			out[key] = verdict
		}
	}
	return out
}

func (r ContingencyRecords) cover(group RequiredGroup, have map[planKey]spec.Verdict, asOf measure.Date) Coverage {
	out := Coverage{Group: group, Verdicts: make([]spec.Verdict, len(group.Units))}
	absent := spec.Unknown
	if r.whole(group.Kind, asOf) && (group.Or == 0 || r.whole(group.Or, asOf)) {
		absent = spec.Unmet
	}
	for i, unit := range group.Units {
		verdict := absent
		for _, kind := range [...]ContingencyKind{group.Kind, group.Or} {
			if kind == 0 {
				continue
			}
			if v, ok := have[planKey{kind, unit.Subject}]; ok && verdict != spec.Met {
				verdict = v
			}
		}
		out.Verdicts[i] = verdict
		out.Tally.Add(verdict)
	}
	return out
}

// Unrequired returns the ids of plans in force that nobody asks for: about a
// hazard, division or object that is not among the units that must have one, or
// about nothing at all (无对应对象的预案). Kinds whose units are not all known are
// left out.
func (r ContingencyRecords) Unrequired(asOf measure.Date) []string {
	if len(r.Plans) == 0 {
		return nil
	}
	asked, known := map[planKey]bool{}, map[ContingencyKind]bool{}
	open := map[ContingencyKind]bool{}
	for _, g := range r.Required {
		for _, kind := range [...]ContingencyKind{g.Kind, g.Or} {
			if kind == 0 {
				continue
			}
			known[kind] = true
			open[kind] = open[kind] || !g.Known
			for _, unit := range g.Units {
				asked[planKey{kind, unit.Subject}] = true
			}
		}
	}
	var out []string
	for i := range r.Plans {
		c := &r.Plans[i]
		if known[c.Kind] && !open[c.Kind] && !asked[planKey{c.Kind, c.Subject()}] && c.InForce(asOf) == spec.Met {
			out = append(out, c.ID)
		}
	}
	return out
}
