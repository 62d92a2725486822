package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
)

// Reserves assesses a county's relief supplies alone, as typed results
// (物资保障测算): the stock and its gap, the plan by which it reaches every place of
// need, and what to buy. The date is as in [FiveYearPlan.Assess]. A service that
// wants the numbers calls this and pays nothing for the words.
func (f FiveYearPlan) Reserves(c *County, asOf measure.Date) reserves.Assessment {
	if c == nil {
		c = &County{}
	}
	if asOf.IsZero() {
		asOf = c.AsOf
	}
	p := f.content()
	return reserves.Assess(p.reserves, c.Reserves, asOf, p.choices)
}
