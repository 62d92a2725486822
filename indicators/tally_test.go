package indicators_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// same compares reported values by what they say.
func same[T comparable](a, b spec.Observed[T]) bool {
	al, alok := a.Low()
	ah, ahok := a.High()
	bl, blok := b.Low()
	bh, bhok := b.High()
	return al == bl && ah == bh && alok == blok && ahok == bhok
}

func comparers() cmp.Options {
	return cmp.Options{
		cmp.Comparer(same[measure.Count]), cmp.Comparer(same[measure.People]), cmp.Comparer(same[measure.Money]),
	}
}

func incident(date measure.Date, sector hazards.Sector, deaths int64) *hazards.Incident {
	return &hazards.Incident{Date: date, Sector: sector, Deaths: measure.People(deaths)}
}

func TestTallyCountsByYearGradeAndSector(t *testing.T) {
	var tally indicators.IncidentTally
	tally.Add(incident(measure.DateOf(2024, 12, 31), hazards.RoadTransport, 2), hazards.Ordinary)
	tally.Add(incident(measure.DateOf(2025, 1, 1), hazards.RoadTransport, 3), hazards.Large)
	tally.Add(incident(measure.DateOf(2025, 5, 1), hazards.Construction, 10), hazards.Major)
	tally.Add(incident(measure.DateOf(2025, 6, 1), hazards.Mines, 30), hazards.Extraordinary)
	tally.Add(incident(measure.Date{}, hazards.Mines, 5), hazards.Large)
	want := indicators.IncidentTotals{Accidents: count(3), LargeAccidents: count(3), MajorAccidents: count(2),
		Deaths: people(43), RoadDeaths: people(3), ConstructionDeaths: people(10)}
	if diff := cmp.Diff(want, tally.Year(2025), comparers()); diff != "" {
		t.Error(diff)
	}
	want = indicators.IncidentTotals{Accidents: count(1), LargeAccidents: count(0), MajorAccidents: count(0),
		Deaths: people(2), RoadDeaths: people(2), ConstructionDeaths: people(0)}
	if diff := cmp.Diff(want, tally.Year(2024), comparers()); diff != "" {
		t.Error(diff)
	}
	zero := indicators.IncidentTotals{Accidents: count(0), LargeAccidents: count(0), MajorAccidents: count(0),
		Deaths: people(0), RoadDeaths: people(0), ConstructionDeaths: people(0)}
	if diff := cmp.Diff(zero, tally.Year(2023), comparers()); diff != "" {
		t.Error(diff)
	}
}

// What an accident's report leaves open widens the bounds of the year.
func TestTallyKeepsWhatReportsLeaveOpen(t *testing.T) {
	var tally indicators.IncidentTally
	tally.AddReported(&hazards.ReportedIncident{Date: measure.DateOf(2025, 1, 1), Deaths: spec.AtLeast[measure.People](3)},
		hazards.GradeRange{Lowest: hazards.Large, Highest: hazards.Extraordinary})
	tally.AddReported(&hazards.ReportedIncident{Date: measure.DateOf(2025, 2, 1), Sector: hazards.Mines, Deaths: spec.Between[measure.People](1, 2)},
		hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Ordinary})
	want := indicators.IncidentTotals{Accidents: count(2), LargeAccidents: count(1), MajorAccidents: spec.Between[measure.Count](0, 1),
		Deaths: spec.AtLeast[measure.People](4), RoadDeaths: spec.AtLeast[measure.People](0), ConstructionDeaths: spec.AtLeast[measure.People](0)}
	if diff := cmp.Diff(want, tally.Year(2025), comparers()); diff != "" {
		t.Error(diff)
	}
	// An accident of unknown grade may have been major.
	tally = indicators.IncidentTally{}
	tally.AddReported(&hazards.ReportedIncident{Date: measure.DateOf(2025, 1, 1), Deaths: people(1)}, hazards.GradeRange{})
	if got := tally.Year(2025).MajorAccidents; !same(got, spec.Between[measure.Count](0, 1)) {
		t.Errorf("%+v", got)
	}
}

func TestTallyBeyond64BitsIsUnknown(t *testing.T) {
	var tally indicators.IncidentTally
	for range 3 { // the third brings the wrapped sum above zero again
		tally.Add(incident(measure.DateOf(2025, 1, 1), hazards.Mines, math.MaxInt64), hazards.Extraordinary)
	}
	got := tally.Year(2025)
	if _, ok := got.Deaths.Low(); ok || !same(got.Accidents, count(3)) {
		t.Errorf("%+v", got)
	}
	var whole indicators.IncidentTally
	whole.Merge(tally)
	if _, ok := whole.Year(2025).Deaths.Low(); ok {
		t.Error("merged into a number")
	}
}

// An upper bound beyond 64 bits, be it counted or merged, leaves nothing known.
func TestUpperBoundsBeyond64BitsAreUnknown(t *testing.T) {
	var once, twice indicators.IncidentTally
	huge := hazards.ReportedIncident{Date: measure.DateOf(2025, 1, 1), Deaths: spec.Between[measure.People](1, math.MaxInt64)}
	once.AddReported(&huge, hazards.GradeRange{})
	twice.Merge(once)
	if got := twice.Year(2025).Deaths; !same(got, huge.Deaths) {
		t.Errorf("one: %+v", got)
	}
	twice.Merge(once)
	once.AddReported(&huge, hazards.GradeRange{})
	for name, tally := range map[string]*indicators.IncidentTally{"merged": &twice, "counted": &once} {
		if _, ok := tally.Year(2025).Deaths.Low(); ok {
			t.Errorf("%s: %+v", name, tally.Year(2025).Deaths)
		}
	}
	// Lower bounds alone as well.
	var low, sum indicators.IncidentTally
	low.AddReported(&hazards.ReportedIncident{Date: measure.DateOf(2025, 1, 1), Deaths: spec.AtLeast[measure.People](math.MaxInt64)}, hazards.GradeRange{})
	sum.Merge(low)
	sum.Merge(low)
	if _, ok := sum.Year(2025).Deaths.Low(); ok {
		t.Error("two lower bounds merged into a number")
	}
	low.AddReported(&hazards.ReportedIncident{Date: measure.DateOf(2025, 1, 1), Deaths: spec.AtLeast[measure.People](1)}, hazards.GradeRange{})
	if _, ok := low.Year(2025).Deaths.Low(); ok {
		t.Error("two lower bounds counted into a number")
	}
}

// An accident without deaths adds none, and leaves none open.
func TestAccidentWithoutDeathsAddsNone(t *testing.T) {
	var tally indicators.IncidentTally
	tally.Add(incident(measure.DateOf(2025, 1, 1), hazards.Mines, 0), hazards.Ordinary)
	if got := tally.Year(2025).Deaths; !same(got, people(0)) {
		t.Errorf("%+v", got)
	}
	tally.Add(incident(measure.DateOf(2025, 1, 1), hazards.Mines, -1), hazards.Ordinary)
	if got := tally.Year(2025).Deaths; !same(got, spec.AtLeast[measure.People](0)) {
		t.Errorf("a negative number says nothing: %+v", got)
	}
}

// A table that covers the year but leaves one number empty gives a lower bound.
func TestEmptyCellLeavesTheYearOpen(t *testing.T) {
	r := counted(period(2025, 2025), hazards.Incident{Date: measure.DateOf(2025, 3, 1), Deaths: 4})
	r.Hazards.Incidents = append(r.Hazards.Incidents, hazards.ReportedIncident{Date: measure.DateOf(2025, 4, 1)})
	e := indicators.Evaluate(indicator("x", indicators.AccidentDeaths, indicators.LastYear, ceiling("9")), plan(), r, endOf(2025), none())
	if !e.Value.Low.Equal(measure.Whole(4)) || e.Value.High.Known() || e.Judgement.Verdict != spec.Unknown || len(e.Missing) != 1 {
		t.Errorf("%v %v %v", e.Value, e.Judgement.Verdict, e.Missing)
	}
}

func TestDisastersCountInTheYearTheyBegan(t *testing.T) {
	var tally indicators.DisasterTally
	tally.Add(&hazards.Disaster{From: measure.DateOf(2024, 12, 30), To: measure.DateOf(2025, 1, 2),
		Deaths: people(1), Missing: people(2), Affected: people(300), DirectLoss: wan(4)})
	tally.Add(&hazards.Disaster{From: measure.DateOf(2024, 6, 1), Affected: spec.AtLeast[measure.People](50), Deaths: people(0)})
	tally.Add(&hazards.Disaster{Deaths: people(9)})
	want := indicators.DisasterTotals{Deaths: people(1), Missing: spec.AtLeast[measure.People](2),
		Affected: spec.AtLeast[measure.Count](350), Loss: spec.AtLeast(measure.Fen(4e6))}
	if diff := cmp.Diff(want, tally.Year(2024), comparers()); diff != "" {
		t.Error(diff)
	}
	none := indicators.DisasterTotals{Deaths: people(0), Missing: people(0), Affected: count(0), Loss: wan(0)}
	if diff := cmp.Diff(none, tally.Year(2025), comparers()); diff != "" {
		t.Error(diff)
	}
}

// counted has no yearly figures, only tables that cover these years.
func counted(years measure.Period, incidents ...hazards.Incident) indicators.Records {
	r := indicators.Records{Hazards: hazards.Records{HasIncidents: true, IncidentYears: years, HasDisasters: true, DisasterYears: years}}
	for _, i := range incidents {
		r.Hazards.Incidents = append(r.Hazards.Incidents, i.Reported())
	}
	return r
}

func TestTablesFillMissingYears(t *testing.T) {
	major := hazards.Incident{Date: measure.DateOf(2024, 3, 1), Sector: hazards.Mines, Deaths: 10}
	e := evaluate(t, "core-2", counted(period(2021, 2025)), endOf(2025), none())
	if e.Judgement.Verdict != spec.Met {
		t.Errorf("an empty table of all years: %v", e.Judgement.Verdict)
	}
	if used := e.Readings[len(e.Readings)-1]; used != "hazards.missing-in-grade=counted" {
		t.Errorf("readings %v", e.Readings)
	}
	e = evaluate(t, "core-2", counted(period(2021, 2025), major), endOf(2025), none())
	if e.Judgement.Verdict != spec.Unmet {
		t.Errorf("one major accident: %v", e.Judgement.Verdict)
	}
	e = evaluate(t, "core-2", counted(period(2021, 2025), major), measure.DateOf(2024, 2, 29), none())
	if e.Judgement.Verdict != spec.Unknown {
		t.Errorf("the day before: %v", e.Judgement.Verdict)
	}
	e = evaluate(t, "core-2", counted(period(2021, 2024)), endOf(2025), none())
	if e.Judgement.Verdict != spec.Unknown || len(e.Missing) != 1 || e.Missing[0].Year != 2025 {
		t.Errorf("a year not covered: %v, missing %v", e.Judgement.Verdict, e.Missing)
	}
	// Nobody said which years the table covers: what it holds is a lower bound.
	e = evaluate(t, "core-2", counted(measure.Period{}, major), endOf(2025), none())
	if e.Judgement.Verdict != spec.Unmet {
		t.Errorf("a lower bound of one: %v", e.Judgement.Verdict)
	}
	r := counted(period(2021, 2025), major)
	r.Hazards.HasIncidents = false
	if e = evaluate(t, "core-2", r, endOf(2025), none()); e.Judgement.Verdict != spec.Unknown || e.Value.Low.Known() {
		t.Errorf("no table: %v %v", e.Judgement.Verdict, e.Value)
	}
	bad := none().With(hazards.ReadingMissingInGrade, "nonsense")
	if e = evaluate(t, "core-2", counted(period(2021, 2025)), endOf(2025), bad); e.Judgement.Code != spec.ReasonInvalidChoice {
		t.Errorf("unknown option of the grading: %s", e.Judgement.Code)
	}
}

func TestMissingInGradeChangesWhatCounts(t *testing.T) {
	r := counted(period(2021, 2025), hazards.Incident{Date: measure.DateOf(2024, 3, 1), Deaths: 9, Missing: 1})
	if e := evaluate(t, "core-2", r, endOf(2025), none()); e.Judgement.Verdict != spec.Unmet {
		t.Errorf("nine dead and one missing: %v", e.Judgement.Verdict)
	}
	alone := none().With(hazards.ReadingMissingInGrade, "not-counted")
	if e := evaluate(t, "core-2", r, endOf(2025), alone); e.Judgement.Verdict != spec.Met {
		t.Errorf("nine dead: %v", e.Judgement.Verdict)
	}
}

func TestOwnFigureComesBeforeTheTable(t *testing.T) {
	r := counted(period(2021, 2025), hazards.Incident{Date: measure.DateOf(2024, 3, 1), Deaths: 10})
	r.Years = []indicators.YearStatistics{{Year: 2024, MajorAccidents: count(0)}}
	if e := evaluate(t, "core-2", r, endOf(2025), none()); e.Judgement.Verdict != spec.Met {
		t.Errorf("%v", e.Judgement.Verdict)
	}
}
