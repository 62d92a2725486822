package teams

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Provisions is what a five-year plan provides for forces and grassroots
// standards (规划规定). What is zero this plan does not set; its findings are
// not applicable.
type Provisions struct {
	Period     measure.Period // of the plan
	Forces     Forces
	Catalogues []spec.Catalogue // the plan's lists that belong to this room 名录

	TownshipTeams     spec.Target // share of townships with a completed team, in percent
	CommunityStations spec.Target // share of communities with a rescue station, in percent

	StaffingNorm spec.Figure[measure.People] // people for each office 每个专项办公室人数
	Offices      []Office
	Structure    Structure

	Checklists []Checklist

	Enforcement Enforcement

	Baseline Baseline
}

// Baseline is the forces that the plan itself reports at its start (现状).
// It judges nothing: a county reports its own in [Records].
type Baseline struct {
	Forces        []BaselineForce
	MicroStations spec.Figure[measure.Count]
	OfficeStaff   spec.Figure[measure.People]
}

// BaselineForce is one force that the plan reports at its start.
type BaselineForce struct {
	ID       string
	Name     spec.Text
	Tier     Tier
	Kind     Kind
	Hazards  []hazards.Natural          // of a group of experts
	Count    spec.Figure[measure.Count] // teams, where the plan says how many
	Strength spec.Figure[measure.People]
}
