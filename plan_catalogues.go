package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Catalogues returns the plan's lists – sets, checklists, duties, processes,
// institutions – with their members (名录): those of plan.yaml first, then those
// of the rooms, each in the order of its file.
func (f FiveYearPlan) Catalogues() []spec.Catalogue { return slices.Clone(f.content().lists) }

// Catalogue returns the entry of the plan's lists with an id.
func (f FiveYearPlan) Catalogue(id string) (spec.Catalogue, bool) {
	p := f.content()
	for i := range p.lists {
		if p.lists[i].ID == id {
			return p.lists[i], true
		}
	}
	return spec.Catalogue{}, false
}

// gatherLists lays the lists of all files of a plan one after the other.
func (p *plan) gatherLists() {
	var hazards []spec.Catalogue
	for _, c := range p.hazards.Prevention.Catalogues {
		hazards = append(hazards, c.Catalogue)
	}
	p.lists = slices.Concat(p.catalogues, hazards, p.indicators.Catalogues, p.reserves.Catalogues,
		p.shelters.Catalogues, p.teams.Catalogues, p.plans.Catalogues)
}
