package plans

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func assessDrills(p Provisions, r Records, asOf measure.Date, choices spec.Choices) DrillAssessment {
	var a DrillAssessment
	sectors := map[string]hazards.Sector{}
	for i := range r.Contingency.Plans {
		sectors[r.Contingency.Plans[i].ID] = r.Contingency.Plans[i].Sector
	}
	rolling := choices.Of(DrillWindow()) == RollingWindow
	for _, duty := range p.Drills.Duties {
		cycles := over(Recurrences(p.Period.FirstDay(), asOf, duty.Every.Value), p.Period, asOf)
		for _, who := range duty.Who {
			bodies := r.bodies(who, asOf)
			a.Bodies = slices.Grow(a.Bodies, len(bodies))
			for _, one := range bodies {
				b := BodyDrills{Duty: duty, Body: who, Subject: one.unit.Subject, Name: one.unit.Name}
				b.judge(r, one.since, cycles, sectors, asOf, rolling)
				a.Bodies = append(a.Bodies, b)
			}
		}
	}
	for _, point := range r.Neighbours {
		a.Boundary = append(a.Boundary, r.boundary(point, p.Period, asOf))
	}
	for i := range r.Drills {
		d := &r.Drills[i]
		if !p.Period.Contains(d.Date) || d.Date.After(asOf) {
			continue
		}
		a.DoubleBlind.Drills++
		switch blind, known := d.DoubleBlind.Value(); {
		case !known:
			a.DoubleBlind.Unknown++
		case blind:
			a.DoubleBlind.Blind++
		}
	}
	for _, s := range r.Shortcomings {
		a.Shortcomings = append(a.Shortcomings, s.Verdict(asOf))
	}
	return a
}

// body is one that must drill, and from when it is there.
type body struct {
	unit  RequiredUnit
	since measure.Date
}

// bodies returns those that must drill on a date.
func (r Records) bodies(who DrillBody, asOf measure.Date) []body {
	var out []body
	switch who {
	case CountyBody:
		return []body{{unit: RequiredUnit{Subject: "county", Name: same(r.Subject.Name)}}}
	case TownshipBody:
		out = make([]body, 0, len(r.Townships.Units))
		for _, unit := range r.Townships.Units {
			out = append(out, body{unit: unit})
		}
	case HighRiskBody:
		for _, o := range r.Contingency.Objects {
			if high, known := o.HighRisk.Value(); known && high && o.On(asOf) {
				out = append(out, body{unit: RequiredUnit{Subject: ObjectKey(o.ID), Name: same(o.Name)}, since: o.Since})
			}
		}
	}
	return out
}

// known reports whether the bodies are all there are.
func (r Records) known(who DrillBody) bool {
	switch who {
	case CountyBody:
		return true
	case TownshipBody:
		return r.Townships.Known
	}
	for _, o := range r.Contingency.Objects {
		if o.Kind == EnterprisePlan && !o.HighRisk.Known() {
			return false
		}
	}
	return r.Contingency.HasObjects
}

// boundary judges whether a drill with the neighbour was held in the period by
// the date. The plan gives no interval, so that the whole period is the longest
// that any can be: the point is unmet only once the period is over.
func (r Records) boundary(point BoundaryPoint, period measure.Period, asOf measure.Date) spec.Verdict {
	for i := range r.Drills {
		d := &r.Drills[i]
		if d.Kind == NeighbourJoint && d.Partner == point.Neighbour && d.Partner != "" && period.Contains(d.Date) && !d.Date.After(asOf) {
			return spec.Met
		}
	}
	over := !period.IsZero() && !asOf.Before(period.LastDay())
	if over && r.HasDrills && completeOver(r.Complete, Span{From: period.FirstDay(), To: period.LastDay()}) {
		return spec.Unmet
	}
	return spec.Unknown
}
