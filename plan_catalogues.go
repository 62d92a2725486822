package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Catalogues returns the plan's lists – sets, checklists, duties, processes,
// institutions – with their members (名录): those of plan.yaml first, then those
// of the rooms, each in the order of its file.
func (f FiveYearPlan) Catalogues() []spec.Catalogue {
	p := f.content()
	out := slices.Clone(p.catalogues)
	for _, c := range p.hazards.Prevention.Catalogues {
		out = append(out, c.Catalogue)
	}
	return slices.Concat(out, p.indicators.Catalogues, p.reserves.Catalogues, p.shelters.Catalogues,
		p.teams.Catalogues, p.plans.Catalogues)
}

// Catalogue returns the entry of the plan's lists with an id.
func (f FiveYearPlan) Catalogue(id string) (spec.Catalogue, bool) {
	for _, c := range f.Catalogues() {
		if c.ID == id {
			return c, true
		}
	}
	return spec.Catalogue{}, false
}
