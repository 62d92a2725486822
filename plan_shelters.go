package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
)

// Shelters holds a county's shelters against the plan as [FiveYearPlan.Assess]
// does and returns the typed results, with the evacuation of the plan's scenario
// and its certificate. The zero date takes the county's own.
func (f FiveYearPlan) Shelters(c *County, asOf measure.Date) shelters.Assessment {
	if c == nil {
		c = &County{}
	}
	if asOf.IsZero() {
		asOf = c.AsOf
	}
	p := f.content()
	return shelters.Assess(p.shelters, c.Shelters, asOf, p.choices)
}
