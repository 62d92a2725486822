package indicators

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ledger answers what is known of a statistic of a year on a date.
type ledger struct {
	records   *Records
	asOf      measure.Date
	incidents IncidentTally
	disasters DisasterTally
	grading   string // reading=option of the grades counted
	graded    bool   // the reading knows the option

	tableDecides bool // a complete table stands before a stated figure
}

func newLedger(r *Records, asOf measure.Date, o *options) *ledger {
	l := &ledger{records: r, asOf: asOf, grading: o.grading, graded: o.graded, tableDecides: o.tableDecides}
	h := &r.Hazards
	if len(h.Incidents) > 0 {
		table := hazards.Order493().CountingMissing(o.countMissing)
		for i := range h.Incidents {
			if one := &h.Incidents[i]; !one.Date.After(asOf) {
				known := one.AsOf(asOf)
				l.incidents.AddReported(&known, table.Bounds(known))
			}
		}
	}
	for i := range h.Disasters {
		if one := &h.Disasters[i]; !one.From.After(asOf) {
			known := one.AsOf(asOf)
			l.disasters.Add(&known)
		}
	}
	return l
}

// finished reports whether a year is over on the date, its last day included.
// Without a date every year is.
func (l *ledger) finished(y measure.Year) bool { return !l.asOf.Before(y.LastDay()) }

// YearFigure is one yearly figure that an evaluation has read (采用的年度数据).
type YearFigure struct {
	Statistic Statistic // 0 for a reported value of the target itself
	Class     string    // of a reported value by class
	Year      measure.Year
	Value     spec.Value  // in the smallest stored unit: persons, accidents, fen
	Source    spec.Source // of the county's own figure
	On        measure.Date
	Status    spec.Status
	Counted   bool       // Value is from the table of accidents or disasters
	Table     spec.Value // what the table says where it contradicts the county's own figure, or the figure where the table decides
	Others    []Official // other official values of the same figure
	Conflict  bool       // two final values contradict each other
}

// figure returns a statistic of a year: the county's own figure, else what its
// tables count. A year that is still running has counted a lower bound so far;
// of a population any reported number stands.
func (l *ledger) figure(s Statistic, y measure.Year) YearFigure {
	f := YearFigure{Statistic: s, Year: y}
	if !l.asOf.IsZero() && y > l.asOf.Year() {
		return f
	}
	own, others, conflict := l.official(s, y)
	f.keep(own, others, conflict)
	if f.Value == (spec.Value{}) {
		f.Value, f.Counted = l.counted(s, y)
	} else if pair, ok := l.beside(own, s, y); ok && pair.apart() {
		f.Table = pair.Counted
		if l.tableDecides && pair.Complete {
			f.Value, f.Table, f.Counted = pair.Counted, pair.Stated, true
		}
	}
	if !l.finished(y) && s != StatPopulation && s != StatRegisteredPopulation {
		f.Value.High = measure.Ratio{}
	}
	return f
}

func (f *YearFigure) keep(own Official, others []Official, conflict bool) {
	f.Value, f.On, f.Status, f.Source = own.Value, own.On, own.Status, own.Source
	f.Others, f.Conflict = others, conflict
}

// covers reports whether a table covers a year completely from which the
// statistic can be counted.
func (l *ledger) covers(s Statistic, y measure.Year) bool {
	h := &l.records.Hazards
	switch s.row().table {
	case tableIncidents:
		return h.HasIncidents && h.IncidentYears.ContainsYear(y)
	case tableDisasters:
		return h.HasDisasters && h.DisasterYears.ContainsYear(y)
	}
	return false
}

// counted returns what the tables say of a year. Nothing counted in a year
// that the table does not cover says nothing.
func (l *ledger) counted(s Statistic, y measure.Year) (spec.Value, bool) {
	var t total
	var supplied bool
	h := &l.records.Hazards
	switch s {
	case StatAccidents, StatLargeAccidents, StatMajorAccidents, StatAccidentDeaths, StatRoadDeaths, StatConstructionDeaths:
		supplied = h.HasIncidents
		row := l.incidents.years.find(y)
		t = [...]total{row.accidents, row.large, row.major, row.deaths, row.roadDeaths, row.buildingDeaths}[s-StatAccidents]
	case StatDisasterDeaths, StatDisasterMissing, StatAffected, StatDisasterLoss:
		supplied = h.HasDisasters
		row := l.disasters.years.find(y)
		t = [...]total{row.deaths, row.missing, row.affected, row.loss}[s-StatDisasterDeaths]
	}
	whole := l.covers(s, y)
	if !supplied || !whole && t.low == 0 {
		return spec.Value{}, false
	}
	return t.value(whole), true
}

// average returns the wider area's value of a year.
func (l *ledger) average(m Measurand, y measure.Year) Official {
	if !l.asOf.IsZero() && y > l.asOf.Year() {
		return Official{}
	}
	for i := range l.records.Averages {
		a := &l.records.Averages[i]
		if a.Measurand != m || a.Year != y {
			continue
		}
		known := a.Value.AsOf(l.asOf)
		low, _ := known.Low()
		high, _ := known.High()
		return Official{Value: spec.Value{Low: low, High: high}, Source: known.Source()}
	}
	return Official{}
}
