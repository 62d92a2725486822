package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Disaster is one natural disaster as a county reports it (自然灾害). What was not
// reported is unknown, never zero. People moved may exceed people affected:
// who left in time was not hit.
type Disaster struct {
	ID                string // of the county's table
	From, To          measure.Date
	Hazard            Natural
	Place             DivisionCode
	Deaths            spec.Observed[measure.People]
	Missing           spec.Observed[measure.People]
	Affected          spec.Observed[measure.People] // person-times 受灾人次
	MovedInPrecaution spec.Observed[measure.People] // 转移避险
	Resettled         spec.Observed[measure.People] // 紧急转移安置
	DirectLoss        spec.Observed[measure.Money]  // 直接经济损失
}

// AsOf returns the disaster as it was known on a date: what was observed later
// is unknown. A disaster that began after the date is not there yet; ask From.
func (d Disaster) AsOf(date measure.Date) Disaster {
	d.Deaths, d.Missing, d.Affected = d.Deaths.AsOf(date), d.Missing.AsOf(date), d.Affected.AsOf(date)
	d.MovedInPrecaution, d.Resettled = d.MovedInPrecaution.AsOf(date), d.Resettled.AsOf(date)
	d.DirectLoss = d.DirectLoss.AsOf(date)
	return d
}
