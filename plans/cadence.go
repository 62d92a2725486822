package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Cadence is how often a kind of exercise must be held in each year of a
// period (演练频次).
type Cadence struct {
	Kind    DrillKind
	PerYear measure.Count
	Period  measure.Period
}

// Total returns how many exercises the cadence makes over the whole period,
// or a [measure.Error] with [measure.CodeOverflow].
func (c Cadence) Total() (measure.Count, error) { return measure.Mul(c.PerYear, int64(c.Period.Len())) }

// ExerciseYear is one year held against a cadence (年度演练情况).
type ExerciseYear struct {
	Year     measure.Year
	Held     measure.Count // on record by the date; all there were only where Complete
	Complete bool          // the county says that its records of the year are complete
	Due      bool          // the last day of the year has come
	Verdict  spec.Verdict  // Unknown, too, while a year that is not due has too few
}

// Years holds each year of the period against the cadence, as of a date.
// Enough exercises on record are Met whatever else is missing; too few are
// Unmet only in a year that is due and whose records are complete, else
// Unknown. An unset date takes every year as due.
func (c Cadence) Years(drills []Drill, complete measure.Period, asOf measure.Date) []ExerciseYear {
	out := make([]ExerciseYear, 0, c.Period.Len())
	for y := c.Period.From(); c.Period.ContainsYear(y); y++ {
		out = append(out, c.year(drills, y, complete.ContainsYear(y), asOf))
	}
	return out
}

func (c Cadence) year(drills []Drill, y measure.Year, complete bool, asOf measure.Date) ExerciseYear {
	year := ExerciseYear{
		Year:     y,
		Held:     Held(drills, c.Kind, y, asOf),
		Complete: complete,
		Due:      !asOf.Before(y.LastDay()),
	}
	switch {
	case year.Held >= c.PerYear:
		year.Verdict = spec.Met
	case year.Due && year.Complete:
		year.Verdict = spec.Unmet
	}
	return year
}
