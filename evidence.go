package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// The records of a county that can prove an item of a checklist, as a plan
// names them under origins (佐证来源).
const (
	FromRoster      teams.Origin = "roster"           // rescue teams of the unit
	FromStock       teams.Origin = "stock"            // usable lots in the unit
	FromContingency teams.Origin = "contingency-plan" // contingency plans of the unit
	FromDrills      teams.Origin = "drill"            // exercises of the unit
	FromTraining    teams.Origin = "training"         // trainings of the teams of the unit
	FromShelters    teams.Origin = "shelter"          // completed shelters in the unit
)

// Origins returns every record that can prove an item, in a fixed order.
func Origins() []teams.Origin {
	return []teams.Origin{FromRoster, FromStock, FromContingency, FromDrills, FromTraining, FromShelters}
}

func originNames() []string {
	var out []string
	for _, o := range Origins() {
		out = append(out, string(o))
	}
	return out
}

// happening is one thing that records show: since when, until when, and how
// large it is where that is known.
type happening struct {
	on, until measure.Date
	size      spec.Observed[measure.Quantity]
}

// shownBy is what one kind of records shows of one unit.
type shownBy struct {
	things   []happening
	complete bool         // the records hold everything, so that none listed is none
	asOf     measure.Date // of complete records
	spans    []happening  // days of which the records hold everything
}

// derive turns records of all rooms into evidence for the checklists of a plan
// (由台账取得佐证). The rooms know nothing of one another: this is where they meet.
// Records prove what they show; what they do not show they refute only where
// they are said to be complete.
func derive(p *plan, c *County, asOf measure.Date) []teams.Evidence {
	var out []teams.Evidence
	for _, list := range p.teams.Checklists {
		if !asksForRecords(list) {
			continue
		}
		for _, units := range [][]teams.Unit{c.Teams.Townships, c.Teams.Villages, c.Teams.Parks} {
			for _, u := range units {
				if !list.Concerns(u.Class) {
					continue
				}
				for _, item := range list.Items {
					for _, origin := range item.Origins {
						out = append(out, evidenceOf(list.ID, u, item.ID, teams.Requirement{Form: teams.Exists}, origin, c, asOf)...)
					}
					for _, r := range item.Requirements {
						for _, origin := range r.Origins {
							out = append(out, evidenceOf(list.ID, u, item.ID, r, origin, c, asOf)...)
						}
					}
				}
			}
		}
	}
	return out
}

func asksForRecords(list teams.Checklist) bool {
	return slices.ContainsFunc(list.Items, func(i teams.ChecklistItem) bool {
		return len(i.Origins) > 0 || slices.ContainsFunc(i.Requirements, func(r teams.Requirement) bool { return len(r.Origins) > 0 })
	})
}

// evidenceOf writes what records show of a unit as evidence of the form that a
// requirement asks for.
func evidenceOf(list string, u teams.Unit, item string, r teams.Requirement, origin teams.Origin, c *County, asOf measure.Date) []teams.Evidence {
	show := shows(origin, u, c, asOf)
	base := teams.Evidence{Checklist: list, Unit: u.ID(), Item: item, Requirement: r.ID, Origin: origin}
	with := func(h happening, value spec.Observed[measure.Quantity]) teams.Evidence {
		e := base
		e.On, e.Until, e.Value = h.on, h.until, value
		return e
	}
	var out []teams.Evidence
	switch r.Form {
	case teams.CountOf:
		n := measure.Thousandths(int64(len(show.things)) * 1000)
		switch {
		case show.complete:
			out = append(out, with(happening{on: show.asOf}, spec.Exactly(n)))
		case len(show.things) > 0:
			out = append(out, with(happening{}, spec.AtLeast(n)))
		}
	case teams.SizeOf:
		for _, h := range show.things {
			if h.size != (spec.Observed[measure.Quantity]{}) {
				out = append(out, with(h, h.size))
			}
		}
	case teams.EveryDays:
		for _, h := range show.things {
			out = append(out, with(h, spec.Observed[measure.Quantity]{}))
		}
		for _, h := range show.spans {
			out = append(out, with(h, spec.Exactly(measure.Quantity{})))
		}
	default:
		for _, h := range show.things {
			out = append(out, with(h, spec.Observed[measure.Quantity]{}))
		}
		if len(show.things) == 0 && show.complete && r.Form == teams.Exists {
			out = append(out, with(happening{on: show.asOf}, spec.Exactly(measure.Quantity{})))
		}
	}
	return out
}

func shows(origin teams.Origin, u teams.Unit, c *County, asOf measure.Date) shownBy {
	switch origin {
	case FromRoster:
		return rosterShows(u, c)
	case FromStock:
		return stockShows(u, c)
	case FromContingency:
		return contingencyShows(u, c)
	case FromDrills:
		return drillsShow(u, c)
	case FromTraining:
		return trainingShows(u, c)
	case FromShelters:
		return sheltersShow(u, c, asOf)
	}
	return shownBy{}
}

// inUnit reports whether a place lies in a unit; parks have no code.
func inUnit(u teams.Unit, place hazards.DivisionCode) bool {
	return u.Park == "" && !place.IsZero() && u.Code.Contains(place)
}

func rosterShows(u teams.Unit, c *County) shownBy {
	out := shownBy{complete: c.Teams.RosterComplete && u.Park == "", asOf: c.AsOf}
	for _, t := range c.Teams.Teams {
		if t.Place.IsZero() || !t.Place.Equal(u.Code) || t.Tier == teams.CountyTier || t.Kind == teams.Experts || t.Agreement != "" {
			continue
		}
		h := happening{}
		if n, ok := t.Strength.Value(); ok {
			h.on = t.Strength.On()
			h.size = spec.Exactly(measure.Thousandths(int64(n) * 1000))
		}
		out.things = append(out.things, h)
	}
	return out
}

func stockShows(u teams.Unit, c *County) (out shownBy) {
	for _, lot := range c.Reserves.Lots {
		low, _ := lot.Quantity.Low()
		if !inUnit(u, lot.Place) || low.Sign() <= 0 {
			continue
		}
		out.things = append(out.things, happening{on: lot.ReceivedOn, until: lot.Expiry})
	}
	return out
}

func contingencyShows(u teams.Unit, c *County) (out shownBy) {
	kind := plans.TownshipPlan
	if u.Class.Group() == teams.VillageGroup {
		kind = plans.VillagePlan
	}
	register := c.Plans.Contingency
	out.complete, out.asOf = register.HasPlans && u.Park == "" && slices.Contains(register.Whole, kind), register.WholeOn
	for _, one := range register.Plans {
		mine := one.Division.Equal(u.Code) && !one.Division.IsZero() && one.Kind == kind
		if u.Park != "" {
			mine = one.Object == u.Park
		}
		if !mine || one.Issued.IsZero() {
			continue // a plan that nobody dated proves nothing yet
		}
		h := happening{on: one.Issued}
		if !one.Withdrawn.IsZero() {
			h.until = one.Withdrawn.AddDays(-1)
		}
		out.things = append(out.things, h)
	}
	return out
}

func drillsShow(u teams.Unit, c *County) (out shownBy) {
	placed := true // every exercise of a township or village says whose it was
	for _, d := range c.Plans.Drills {
		if d.Kind == plans.TownshipDrill || d.Kind == plans.CommunityDrill {
			placed = placed && !d.Division.IsZero()
		}
		mine := !d.Division.IsZero() && d.Division.Equal(u.Code)
		if u.Park != "" {
			mine = d.Object == u.Park
		}
		if mine && !d.Date.IsZero() {
			out.things = append(out.things, happening{on: d.Date})
		}
	}
	if p := c.Plans.Complete; placed && c.Plans.HasDrills && !p.IsZero() && u.Park == "" {
		out.spans = append(out.spans, happening{on: p.FirstDay(), until: p.LastDay()})
	}
	return out
}

func trainingShows(u teams.Unit, c *County) (out shownBy) {
	here := map[string]bool{}
	for _, t := range c.Teams.Teams {
		here[t.ID] = !t.Place.IsZero() && t.Place.Equal(u.Code) && t.Tier != teams.CountyTier
	}
	for _, t := range c.Teams.Training {
		if here[t.Team] && !t.On.IsZero() {
			out.things = append(out.things, happening{on: t.On})
		}
	}
	return out
}

func sheltersShow(u teams.Unit, c *County, asOf measure.Date) (out shownBy) {
	for _, s := range c.Shelters.Shelters {
		if !inUnit(u, s.Place) || s.CompletedOn.After(asOf) {
			continue
		}
		h := happening{on: s.CompletedOn}
		if n, ok := s.Temporary.Value(); ok {
			h.size = spec.Exactly(measure.Thousandths(int64(n) * 1000))
		}
		out.things = append(out.things, h)
	}
	return out
}
