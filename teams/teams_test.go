package teams_test

import (
	"fmt"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func code(s string) hazards.DivisionCode {
	c, err := hazards.ParseDivisionCode(s)
	if err != nil {
		panic(err)
	}
	return c
}

func people(n int) spec.Observed[measure.People] { return spec.Exactly(measure.People(n)) }
func count(n int) spec.Observed[measure.Count]   { return spec.Exactly(measure.Count(n)) }

var asOf = measure.DateOf(2022, 8, 2)

// The forces that the plan of Fengdu reports, 一（一）1.
func forces() []teams.Team {
	return []teams.Team{
		{ID: "county-team", Tier: teams.CountyTier, Kind: teams.Comprehensive, Strength: people(34)},
		{ID: "township-teams", Tier: teams.TownshipTier, Kind: teams.Comprehensive, Count: count(30), Strength: people(298)},
		{ID: "fire-brigade", Tier: teams.CountyTier, Kind: teams.FireBrigade, Strength: people(89)},
		{ID: "militia-company", Tier: teams.CountyTier, Kind: teams.Militia, Strength: people(120)},
		{ID: "flood-experts", Tier: teams.CountyTier, Kind: teams.Experts, Strength: people(9)},
	}
}

// townships returns n townships of an unassigned county, 990101100 and on.
func townships(n int) []teams.Unit {
	out := make([]teams.Unit, n)
	for i := range out {
		out[i] = teams.Unit{Code: code(fmt.Sprintf("990101%03d", 100+i)), Name: fmt.Sprintf("township %d", i), Class: teams.Township}
	}
	return out
}

// villages returns communities and villages of one township.
func villages(communities, others int) []teams.Unit {
	var out []teams.Unit
	for i := range communities {
		out = append(out, teams.Unit{Code: code(fmt.Sprintf("990101100%03d", 1+i)), Class: teams.Community})
	}
	for i := range others {
		out = append(out, teams.Unit{Code: code(fmt.Sprintf("990101100%03d", 200+i)), Class: teams.Village})
	}
	return out
}

func source(place string) spec.Source {
	return spec.Source{Document: "plan", Place: place, Standing: spec.InPlan}
}

func list(id string, items int, classes ...teams.UnitClass) teams.Checklist {
	c := teams.Checklist{ID: id, Title: spec.T(id, id), AppliesTo: classes, Source: source("1")}
	for i := range items {
		item := fmt.Sprintf("item-%d", i)
		c.Items = append(c.Items, teams.ChecklistItem{ID: item, Title: spec.T(item, item)})
	}
	return c
}

func target(id string, deadline measure.Date) spec.Target {
	return spec.Target{ID: id, Title: spec.T(id, id), Form: spec.Floor, Limit: measure.Whole(100), Unit: spec.Percent, Deadline: deadline, Source: source("2")}
}

// structure is one committee with two offices, one general command and one
// special command.
func structure() teams.Structure {
	body := func(id string, class teams.BodyClass, under, office string) teams.Body {
		return teams.Body{ID: id, Name: spec.T(id, id), Class: class, Under: under, Office: office, Source: source("3")}
	}
	number := func(n int) spec.Figure[measure.Count] { return spec.Cite(measure.Count(n), source("3")) }
	return teams.Structure{Committees: number(1), GeneralCommands: number(1), SpecialCommands: number(1), SpecialOffices: number(2),
		Bodies: []teams.Body{body("safety", teams.Committee, "", "0"), body("road", teams.SpecialOffice, "safety", ""), body("fire", teams.SpecialOffice, "safety", ""),
			body("general", teams.GeneralCommand, "", "1"), body("flood", teams.SpecialCommand, "general", "2")}}
}

// plannedForces asks for everything that the plan of Fengdu asks for.
func plannedForces() teams.Forces {
	asked := spec.Cite(true, source("6"))
	return teams.Forces{
		Kinds:       spec.Cite([]teams.Kind{teams.Comprehensive, teams.Professional, teams.Militia, teams.Social, teams.PartyVolunteers}, source("5")),
		Fields:      spec.Cite(teams.Fields(), source("5")),
		Conditional: asked,
		Pools: spec.Cite([]teams.Pool{{Kind: teams.FireBrigade}, {Field: teams.Forest}, {Field: teams.WaterRescue}, {Field: teams.Chemicals},
			{Field: teams.Mines}}, source("5")),
		UnmannedIn: spec.Cite([]teams.Field{teams.FloodDrought, teams.Forest, teams.Chemicals, teams.Mines, teams.Tunnels}, source("5")),
		TwoModes:   asked, TeamEquipment: asked, HazardTraining: asked, JointTraining: asked, Ratings: asked, ExpertPool: asked,
		ProtectionEach: spec.Cite(measure.Count(1), source("7")),
		RenewalDays:    spec.Cite(measure.Count(90), source("8")),
		GraceDays:      spec.Cite(measure.Count(30), source("8")),
		Reach:          spec.Cite(hours(1), source("9")),
		ReachSkills:    []teams.Skill{teams.FloodDrought.Skill()},
	}
}

func period(from, to measure.Year) measure.Period {
	p, err := measure.PeriodOf(from, to)
	if err != nil {
		panic(err)
	}
	return p
}

func hours(n int64) measure.Duration {
	d, err := measure.Hours(n)
	if err != nil {
		panic(err)
	}
	return d
}

// provisions are those of Fengdu as far as the room reads them.
func provisions() teams.Provisions {
	p := teams.Provisions{
		Period:            period(2021, 2025),
		Forces:            plannedForces(),
		Structure:         structure(),
		Enforcement:       enforcement(),
		TownshipTeams:     target("township-team-coverage", measure.DateOf(2025, 12, 31)),
		CommunityStations: target("community-station-coverage", measure.DateOf(2025, 12, 31)),
		StaffingNorm:      spec.Cite(measure.People(5), source("3")),
		Checklists: []teams.Checklist{
			list("six-haves", 6, teams.Township, teams.Subdistrict, teams.IndustrialPark),
			list("three-haves", 3, teams.Village, teams.Community),
		},
		Baseline: teams.Baseline{MicroStations: spec.Cite(measure.Count(76), source("4"))},
	}
	for i, class := range []teams.OfficeClass{teams.CommitteeOffice, teams.GeneralCommandOffice, teams.SpecialCommandOffice,
		teams.SpecialCommandOffice, teams.SpecialCommandOffice, teams.SpecialCommandOffice} {
		p.Offices = append(p.Offices, teams.Office{ID: fmt.Sprint(i), Name: spec.T("office", "办公室"), Class: class})
	}
	return p
}

// records are what the plan of Fengdu prints, with 30 townships and 338 units
// below them, 78 of them communities.
func records() teams.Records {
	return teams.Records{
		Subject:   spec.Subject{Kind: "county", ID: "990101", Name: "A"},
		Townships: townships(30), HasTownships: true,
		Villages: villages(78, 260), HasVillages: true,
		Teams: forces(), HasTeams: true,
		Stations:    []teams.Stations{{Kind: teams.MicroRescueStation, Count: count(76)}},
		OfficeStaff: people(3),
	}
}

// one returns the only finding with a rule, target and kind of subject.
func one(t interface {
	Helper()
	Fatalf(string, ...any)
}, findings []spec.Finding, rule, target, subject string) spec.Finding {
	t.Helper()
	var out []spec.Finding
	for _, f := range findings {
		if f.Rule == rule && (target == "" || f.Target == target) && (subject == "" || f.Subject.Kind == subject) {
			out = append(out, f)
		}
	}
	if len(out) != 1 {
		t.Fatalf("%d findings of %s %s %s, want 1", len(out), rule, target, subject)
	}
	return out[0]
}
