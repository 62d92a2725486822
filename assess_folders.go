package emergency

import (
	"io/fs"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// AssessFolders reads a plan with [ReadPlan] and a county's records with
// [ReadCounty] and holds one against the other as of a date, as
// [FiveYearPlan.Assess] does: the whole way from two folders to a report. The
// zero date takes the county's own. The error is a [*spec.Faults] with every
// fault of both folders; then there is no report. A folder that cannot be read
// at all stands as the file "plan" or "county".
func AssessFolders(plan, county fs.FS, asOf measure.Date) (*Report, error) {
	var faults spec.Faults
	p, err := ReadPlan(plan)
	faults.AddError(spec.Fault{File: "plan"}, err)
	c, err := ReadCounty(county)
	faults.AddError(spec.Fault{File: "county"}, err)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return p.Assess(c, asOf), nil
}
