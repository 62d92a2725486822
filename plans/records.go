package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Records is what a county reports of its exercises and contingency plans (填报数据). The zero
// Records is a county that has reported nothing.
type Records struct {
	Subject   spec.Subject
	Drills    []Drill
	HasDrills bool           // the table was supplied, be it empty
	Complete  measure.Period // the years of which every exercise is in the table; unset where nobody says so

	Evidence         []DutyEvidence
	HasEvidence      bool           // the table was supplied, be it empty
	EvidenceComplete measure.Period // the years of which all evidence is in the table; unset where nobody says so
	ProjectReports   []ProjectReport
	HasProjects      bool

	Contingency ContingencyRecords

	Shortcomings    []Shortcoming
	HasShortcomings bool // the table of what drills brought to light was supplied

	Levels       []ResponseLevel
	Responses    []Response
	HasResponses bool // the table of responses was supplied: it is then the whole of them

	Joint JointRecords

	Townships  RequiredGroup   // the townships and subdistricts, who must drill; the front door gathers them
	Neighbours []BoundaryPoint // 临界重点部位
	// HasNeighbours says that the boundary points are all there are.
	HasNeighbours bool
}

// Validate returns every fault of the records: a drill that stands twice or
// has no date or no kind. It is nil where there is none.
func (r Records) Validate() error {
	var faults spec.Faults
	seen := map[string]bool{}
	for i, d := range r.Drills {
		if seen[d.ID] {
			faults.Add(fault("drills", i, FaultDrillDuplicate, d.ID, "the drill %q stands twice", "演练 %q 重复"))
		}
		seen[d.ID] = true
		if d.Date.IsZero() {
			faults.Add(fault("drills", i, FaultDrillDate, d.ID, "the drill %q has no date", "演练 %q 没有日期"))
		}
		if d.Kind == 0 {
			faults.Add(fault("drills", i, FaultDrillKind, d.ID, "the drill %q has no kind", "演练 %q 没有类别"))
		}
	}
	r.Contingency.validate(&faults)
	for _, s := range r.Shortcomings {
		_, wrong := s.Replay(s.Steps)
		faults.Merge(wrong)
	}
	for _, one := range r.Responses {
		_, wrong := one.Replay(one.Steps)
		faults.Merge(wrong)
	}
	return faults.Err()
}
