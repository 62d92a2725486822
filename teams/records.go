package teams

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Records is what a county reports of its forces and of its townships,
// villages and parks (填报数据). A table that was not supplied is unknown; one
// that was and is empty says that there is none.
type Records struct {
	Subject spec.Subject

	Townships    []Unit // townships and subdistricts
	HasTownships bool
	Villages     []Unit // villages and communities
	HasVillages  bool
	Parks        []Unit // industrial parks
	HasParks     bool

	Teams          []Team
	HasTeams       bool
	RosterComplete bool // the roster holds every team, so that what it lacks is not there
	Ripe           Ripeness

	Certificates    []Certificate
	HasCertificates bool
	Equipment       []Equipment
	HasEquipment    bool
	Training        []Training
	HasTraining     bool // the register of trainings, with every training of the plan period
	Agreements      []Agreement
	HasAgreements   bool
	Travel          []TravelTime
	HasTravel       bool
	Events          []TeamEvent

	Stations    []Stations
	OfficeStaff spec.Observed[measure.People] // people doing the daily work of the offices, together

	StaffByOffice   map[string]spec.Observed[measure.People] // of one office, by its id
	Bodies          []BodyReport
	Members         []Member
	HasOrganisation bool // the table of members was supplied

	Answers  []ItemAnswer
	Evidence []Evidence // what units give as evidence
	Derived  []Evidence // what other records of the county prove; see [Origin]

	Enforcement EnforcementRecords
}

// tables returns the units by group.
func (r Records) tables() [numGroups][]Unit {
	return [numGroups][]Unit{TownshipGroup: r.Townships, VillageGroup: r.Villages, ParkGroup: r.Parks}
}

// has reports whether the table of a group was supplied.
func (r Records) has(g Group) bool {
	switch g {
	case TownshipGroup:
		return r.HasTownships
	case VillageGroup:
		return r.HasVillages
	}
	return r.HasParks
}

// stationCount returns how many stations of a kind are reported.
func (r Records) stationCount(kind StationKind, asOf measure.Date) spec.Observed[measure.Count] {
	for _, s := range r.Stations {
		if s.Kind == kind {
			return s.Count.AsOf(asOf)
		}
	}
	return spec.Observed[measure.Count]{}
}

// TravelTime is how long one team takes to one place (行程时间).
type TravelTime struct {
	Team  string
	Place hazards.DivisionCode
	Time  measure.Duration
}

// TeamEvent is an event that takes teams away (占用队伍的事件).
type TeamEvent struct {
	ID    string
	Name  string
	Takes []string // ids of teams
}

// travel looks up the times that a county reports.
func (r Records) travel() Travel {
	type key struct{ team, place string }
	times := make(map[key]measure.Duration, len(r.Travel))
	for _, t := range r.Travel {
		times[key{t.Team, t.Place.Short()}] = t.Time
	}
	return func(t Team, to hazards.DivisionCode) (measure.Duration, bool) {
		d, ok := times[key{t.ID, to.Short()}]
		return d, ok
	}
}
