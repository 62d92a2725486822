package indicators

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DisasterTally counts what natural disasters did, by the year they began
// (灾情统计). The zero DisasterTally is empty and ready to use; tallies merge. It is
// not safe for use by several goroutines while it grows.
type DisasterTally struct{ years yearRows[disasterYear] }

type disasterYear struct {
	deaths, missing, affected, loss total
}

// DisasterTotals is what a tally has counted of one year: exact, or between
// bounds where a disaster's report has gaps (年度灾情合计).
type DisasterTotals struct {
	Deaths, Missing spec.Observed[measure.People]
	Affected        spec.Observed[measure.Count] // person-times
	Loss            spec.Observed[measure.Money]
}

// Add counts one disaster (统计灾情). What is unknown widens the bounds. It allocates
// nothing once the year was met. A disaster without a first day is not counted.
func (t *DisasterTally) Add(d *hazards.Disaster) {
	if d.From.IsZero() {
		return
	}
	y := t.years.at(d.From.Year())
	addObserved(&y.deaths, &d.Deaths)
	addObserved(&y.missing, &d.Missing)
	addObserved(&y.affected, &d.Affected)
	low, _ := d.DirectLoss.Low()
	high, bounded := d.DirectLoss.High()
	y.loss.add(low.Fen(), high.Fen(), bounded)
}

// Merge adds all that another tally has counted (合并统计).
func (t *DisasterTally) Merge(o DisasterTally) {
	for i := range o.years {
		from := &o.years[i].of
		y := t.years.at(o.years[i].year)
		y.deaths.merge(from.deaths)
		y.missing.merge(from.missing)
		y.affected.merge(from.affected)
		y.loss.merge(from.loss)
	}
}

// Year returns what was counted of a year, zeros where nothing was
// (年度灾情合计). Whether that is all there was, the tally does not know.
func (t *DisasterTally) Year(year measure.Year) DisasterTotals {
	y := t.years.find(year)
	return DisasterTotals{
		Deaths: observed(y.deaths, people), Missing: observed(y.missing, people),
		Affected: observed(y.affected, count), Loss: observed(y.loss, measure.Fen),
	}
}
