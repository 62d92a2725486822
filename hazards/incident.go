package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Incident is a work accident of which every fact is known (生产安全事故). It is the
// plain form for calculations; a zero here means none, not unknown.
type Incident struct {
	ID              string // of the county's table
	Date            measure.Date
	Place           DivisionCode
	Sector          Sector
	Deaths          measure.People
	Missing         measure.People // unaccounted for (下落不明)
	SeriousInjuries measure.People // with acute industrial poisoning (急性工业中毒)
	DirectLoss      measure.Money  // 直接经济损失
}

// ReportedIncident is a work accident as a county reports it (事故填报): what was
// not reported is unknown, never zero.
type ReportedIncident struct {
	ID              string
	Date            measure.Date
	Place           DivisionCode
	Sector          Sector
	Deaths          spec.Observed[measure.People]
	Missing         spec.Observed[measure.People]
	SeriousInjuries spec.Observed[measure.People]
	DirectLoss      spec.Observed[measure.Money]
	Updates         []CasualtyUpdate // later counts; see [ReportedIncident.Counted]
}

// Reported returns the incident as a report in which every fact is known.
func (i Incident) Reported() ReportedIncident {
	return ReportedIncident{
		ID: i.ID, Date: i.Date, Place: i.Place, Sector: i.Sector,
		Deaths: spec.Exactly(i.Deaths), Missing: spec.Exactly(i.Missing),
		SeriousInjuries: spec.Exactly(i.SeriousInjuries), DirectLoss: spec.Exactly(i.DirectLoss),
	}
}

// Exact returns the incident where every fact is known; ok is false where one
// is not. Updates of the casualties inside their window are counted.
func (r ReportedIncident) Exact() (incident Incident, ok bool) {
	r = r.Counted()
	deaths, a := r.Deaths.Value()
	missing, b := r.Missing.Value()
	injuries, c := r.SeriousInjuries.Value()
	loss, d := r.DirectLoss.Value()
	if !a || !b || !c || !d {
		return Incident{}, false
	}
	return Incident{ID: r.ID, Date: r.Date, Place: r.Place, Sector: r.Sector,
		Deaths: deaths, Missing: missing, SeriousInjuries: injuries, DirectLoss: loss}, true
}

// AsOf returns the report as it was known on a date: what was observed later is
// unknown, and updates of the casualties up to then are counted where they lie
// inside their window. An accident after the date is not there yet; ask its
// Date first.
func (r ReportedIncident) AsOf(date measure.Date) ReportedIncident {
	r.Deaths, r.Missing = r.Deaths.AsOf(date), r.Missing.AsOf(date)
	r.SeriousInjuries, r.DirectLoss = r.SeriousInjuries.AsOf(date), r.DirectLoss.AsOf(date)
	if len(r.Updates) > 0 {
		r.Updates = knownUpdates(r.Updates, date)
		return r.Counted()
	}
	return r
}
