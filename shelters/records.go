package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Records is what a county reports of its shelters (填报数据). The zero Records
// knows nothing.
type Records struct {
	Subject           spec.Subject
	Stated            Stated
	Shelters          []Shelter                     // rows of shelters.csv
	HasShelters       bool                          // the table was supplied; with no rows there are no shelters
	Areas             []ServiceArea                 // rows of service_areas.csv
	HasAreas          bool                          // the table was supplied
	Ways              []Way                         // rows of distances.csv: division code to shelter
	HasWays           bool                          // the table was supplied; a pair not listed has no way
	PlannedPopulation spec.Observed[measure.People] // of the responsibility areas of the fixed shelters, 规划人口
}

// Stated is the totals as the county states them, apart from any table
// (填报合计).
type Stated struct {
	Network
	New      spec.Observed[measure.Count] // newly built under the plan and completed
	Upgraded spec.Observed[measure.Count] // converted and upgraded under the plan and completed
	Planned  spec.Observed[measure.Count] // all shelters of the long-term plan
}
