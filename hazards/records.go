package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Records is what a county reports of its accidents and disasters (事故灾害填报). A
// table that was not supplied is unknown; one supplied and empty says that
// nothing happened in the years it covers.
type Records struct {
	Subject spec.Subject

	Incidents     []ReportedIncident
	HasIncidents  bool           // the table was supplied
	IncidentYears measure.Period // the years that it covers completely, unset where nobody said

	Disasters     []Disaster
	HasDisasters  bool
	DisasterYears measure.Period

	Cases CaseRecords // how accidents were reported and investigated

	Prevention PreventionRecords

	Warnings WarningRecords
}
