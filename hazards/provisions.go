package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Provisions is what a five-year plan provides about hazards, sectors and who
// leads for them (规划规定). The zero Provisions provides nothing.
type Provisions struct {
	Period measure.Period // the years of the plan

	Commands     []Body // special commands for natural hazards (专项指挥部)
	Offices      []Body // special offices for work safety (专项办公室)
	CommandCount spec.Figure[measure.Count]
	OfficeCount  spec.Figure[measure.Count]

	Hazards []HazardLead // the natural hazards the plan deals with, in its order
	Sectors []SectorLead // the sectors the plan deals with, in its order

	HazardLists []HazardList // lists of hazards that the plan repeats in its own words

	Relief Scale[Response] // when the county opens its relief response (救助应急响应); zero where not given

	Sooner SoonerReport // a local rule of earlier reports; zero where there is none

	Warnings WarningProvisions // who issues which level

	Prevention Prevention // risks, hidden dangers, monitoring, forest fires, posts and lists
}

// Body is an institution of the plan's catalogue: a special command or a special
// office (机构).
type Body struct {
	ID      string // the plan's own id
	Name    spec.Text
	Source  spec.Source
	Carries []string
}

// HazardLead says which command leads for a natural hazard (灾种牵头机构).
type HazardLead struct {
	Hazard  Natural
	Command string  // id of the command that the plan names, empty where it names none
	With    Natural // hazard in whose office the plan combines it, 0 where it does not
	Source  spec.Source
	Carries []string
}

// SectorLead says which special office leads for a sector (行业领域牵头办公室).
type SectorLead struct {
	Sector  Sector
	Heading string // as the plan writes it
	Office  string // id of the office, empty where the plan names none
	Source  spec.Source
	Carries []string
}

// HazardList is a list of hazards as a clause of the plan writes it (灾种清单).
type HazardList struct {
	Names   []string
	Focus   []string // members that the clause stresses
	Source  spec.Source
	Carries []string
}

// Lead returns who leads for a hazard; ok is false where the plan does not deal
// with it.
func (p Provisions) Lead(hazard Natural) (lead HazardLead, ok bool) {
	for _, one := range p.Hazards {
		if one.Hazard == hazard {
			return one, true
		}
	}
	return HazardLead{}, false
}

// CommandOf returns the special command that leads for a hazard (专项指挥部). A
// hazard without a command of its own that the plan combines with another one
// is led by that one's command, unless the reading hazards.geohazard-command
// says "none". ok is false where no command leads.
func (p Provisions) CommandOf(hazard Natural, choices spec.Choices) (command Body, ok bool) {
	lead, ok := p.Lead(hazard)
	if !ok {
		return Body{}, false
	}
	if lead.Command == "" && choices.Of(geohazardCommand()) == combined {
		lead, _ = p.Lead(lead.With)
	}
	return body(p.Commands, lead.Command)
}

// OfficeOf returns the special office that leads for a sector (专项办公室). ok is
// false where the plan names none.
func (p Provisions) OfficeOf(sector Sector) (office Body, ok bool) {
	for _, one := range p.Sectors {
		if one.Sector == sector {
			return body(p.Offices, one.Office)
		}
	}
	return Body{}, false
}

// UnledHazards returns the hazards of the plan for which no command leads, in
// the plan's order.
func (p Provisions) UnledHazards(choices spec.Choices) []Natural {
	var out []Natural
	for _, lead := range p.Hazards {
		if _, ok := p.CommandOf(lead.Hazard, choices); !ok {
			out = append(out, lead.Hazard)
		}
	}
	return out
}

// UnledSectors returns the sectors of the plan without a special office, in the
// plan's order.
func (p Provisions) UnledSectors() []Sector {
	var out []Sector
	for _, lead := range p.Sectors {
		if _, ok := p.OfficeOf(lead.Sector); !ok {
			out = append(out, lead.Sector)
		}
	}
	return out
}

func body(list []Body, id string) (Body, bool) {
	for _, one := range list {
		if id != "" && one.ID == id {
			return one, true
		}
	}
	return Body{}, false
}
