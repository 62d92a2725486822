package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Provisions is what a five-year plan provides for shelters (规划规定). A zero
// figure or target means that this plan does not set it: its findings are not
// applicable.
type Provisions struct {
	Catalogues []spec.Catalogue // the plan's lists that belong to this room 名录

	Baseline   Baseline
	LongTerm   LongTermPlan
	PerPerson  []PerPerson
	FixedShare spec.Figure[measure.Ratio] // least share of the planned population that fixed shelters hold
	New        spec.Target                // shelters newly built, in shelters
	Upgraded   spec.Target                // shelters converted and upgraded, in shelters
	Completion spec.Target                // built shelters of the long-term plan, in percent
	Projects   []string                   // ids of the plan's projects that pay for the programme
}

// Baseline is the network as the plan states it (现状).
type Baseline struct {
	Shelters      spec.Figure[measure.Count]
	EffectiveArea spec.Figure[measure.Area]
	Temporary     spec.Figure[measure.People]
	Lodging       spec.Figure[measure.People]
}

// LongTermPlan is the shelter plan that the completion rate is about
// (避难场所建设中长期规划). The number of shelters it plans is a record of the
// county.
type LongTermPlan struct {
	Title spec.Text
	Cited []string // the title in each form the plan writes it
	Years spec.Figure[measure.Period]
}

// PerPerson is an area per person that a plan chooses to size its shelters by
// (人均面积指标).
type PerPerson struct {
	ID     string // the plan's own id
	Stay   Stay
	Area   spec.Figure[measure.Area]
	Strict bool // the area itself does not count: each must have more
}

// Capacity returns how many people an effective area holds at this figure
// (容纳人数), rounded down: [CapacityAbove] where the figure is strict, else
// [Capacity].
func (p PerPerson) Capacity(area measure.Area) (CapacityResult, bool) {
	if p.Strict {
		return CapacityAbove(area, p.Area)
	}
	return Capacity(area, p.Area)
}
