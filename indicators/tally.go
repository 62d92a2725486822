package indicators

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// IncidentTally counts work accidents by year (事故统计). The zero IncidentTally is
// empty and ready to use. Tallies of parts merge into that of the whole, in any
// order. It is not safe for use by several goroutines while it grows.
type IncidentTally struct{ years yearRows[incidentYear] }

type incidentYear struct {
	accidents, large, major            total
	deaths, roadDeaths, buildingDeaths total
}

// IncidentTotals is what a tally has counted of one year: exact, or between
// bounds where facts of an accident are unknown (年度事故合计).
type IncidentTotals struct {
	Accidents, LargeAccidents, MajorAccidents spec.Observed[measure.Count]
	Deaths, RoadDeaths, ConstructionDeaths    spec.Observed[measure.People]
}

// Add counts an accident of which every fact is known, with its grade
// (统计已知事故). It allocates nothing once the year was met. An accident without a
// date is not counted.
func (t *IncidentTally) Add(incident *hazards.Incident, grade hazards.Grade) {
	if incident.Date.IsZero() {
		return
	}
	y := t.years.at(incident.Date.Year())
	y.count(hazards.GradeRange{Lowest: grade, Highest: grade})
	y.died(incident.Sector, int64(incident.Deaths), int64(incident.Deaths), incident.Deaths >= 0)
}

// AddReported counts an accident as it was reported, with the grades its facts
// allow (统计填报事故). What is unknown widens the bounds.
func (t *IncidentTally) AddReported(incident *hazards.ReportedIncident, grades hazards.GradeRange) {
	if incident.Date.IsZero() {
		return
	}
	y := t.years.at(incident.Date.Year())
	y.count(grades)
	low, _ := incident.Deaths.Low()
	high, bounded := incident.Deaths.High()
	y.died(incident.Sector, int64(low), int64(high), bounded)
}

func (y *incidentYear) count(g hazards.GradeRange) {
	y.accidents.add(1, 1, true)
	y.large.add(one(g.Lowest >= hazards.Large), one(g.Highest >= hazards.Large || g.Highest == 0), true)
	y.major.add(one(g.Lowest >= hazards.Major), one(g.Highest >= hazards.Major || g.Highest == 0), true)
}

func (y *incidentYear) died(sector hazards.Sector, low, high int64, bounded bool) {
	y.deaths.add(low, high, bounded)
	switch sector {
	case hazards.RoadTransport:
		y.roadDeaths.add(low, high, bounded)
	case hazards.Construction:
		y.buildingDeaths.add(low, high, bounded)
	case 0: // it may have been in either
		y.roadDeaths.add(0, high, bounded)
		y.buildingDeaths.add(0, high, bounded)
	}
}

// Merge adds all that another tally has counted (合并统计).
func (t *IncidentTally) Merge(o IncidentTally) {
	for i := range o.years {
		from := &o.years[i].of
		y := t.years.at(o.years[i].year)
		y.accidents.merge(from.accidents)
		y.large.merge(from.large)
		y.major.merge(from.major)
		y.deaths.merge(from.deaths)
		y.roadDeaths.merge(from.roadDeaths)
		y.buildingDeaths.merge(from.buildingDeaths)
	}
}

// Year returns what was counted of a year, zeros where nothing was
// (年度事故合计). Whether that is all there was, the tally does not know.
func (t *IncidentTally) Year(year measure.Year) IncidentTotals {
	y := t.years.find(year)
	return IncidentTotals{
		Accidents: observed(y.accidents, count), LargeAccidents: observed(y.large, count), MajorAccidents: observed(y.major, count),
		Deaths: observed(y.deaths, people), RoadDeaths: observed(y.roadDeaths, people), ConstructionDeaths: observed(y.buildingDeaths, people),
	}
}

func one(counts bool) int64 {
	if counts {
		return 1
	}
	return 0
}
