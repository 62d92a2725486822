package emergency

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// County is what a county reports about itself (县级填报数据): who it is and
// the records of each room. It is a plain value: [ReadCounty] fills it from a
// folder, a service fills it from its own database. What is left zero is
// unknown, never zero.
type County struct {
	Code     hazards.DivisionCode
	Name     spec.Text
	Invented bool           // made up for an example; every report says so
	AsOf     measure.Date   // the date the records describe, used where none is given
	Period   measure.Period // the plan period that the records are about

	Undated        Undated // what records without a date of observation count as
	UndatedRecords int     // how many of them there are

	Hazards    hazards.Records
	Indicators indicators.Records
	Reserves   reserves.Records
	Shelters   shelters.Records
	Teams      teams.Records
	Plans      plans.Records

	files []FileHash // those it was read from
}

// Subject returns the county as the subject of findings.
func (c *County) Subject() spec.Subject {
	return spec.Subject{Kind: "county", ID: c.Code.String(), Name: c.Name.ZH}
}
