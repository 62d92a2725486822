package hazards_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func died(on string, n measure.People) hazards.CasualtyUpdate {
	return hazards.CasualtyUpdate{On: day(on), Deaths: spec.Exactly(n).Dated(day(on))}
}

// An accident of 2024-03-01: the window of 30 days closes on 31 March, that of
// traffic and fires on 8 March.
func TestChangesCountUpToTheLastDayOfTheWindow(t *testing.T) {
	table := hazards.Order493()
	for _, one := range []struct {
		sector hazards.Sector
		closes string
		after  string
	}{
		{hazards.Construction, "2024-03-31", "2024-04-01"},
		{hazards.WaterTransport, "2024-03-31", "2024-04-01"},
		{0, "2024-03-31", "2024-04-01"},
		{hazards.RoadTransport, "2024-03-08", "2024-03-09"},
		{hazards.FireSafety, "2024-03-08", "2024-03-09"},
	} {
		r := hazards.Incident{Date: day("2024-03-01"), Sector: one.sector, Deaths: 2}.Reported()
		if got := r.WindowCloses(); got != day(one.closes) {
			t.Errorf("%v: closes on %v", one.sector, got)
		}
		r.Updates = []hazards.CasualtyUpdate{died(one.closes, 3)}
		if got, _ := table.Bounds(r).Settled(); got != hazards.Large || len(r.LateUpdates()) != 0 {
			t.Errorf("%v: a change on the last day gives %v", one.sector, got)
		}
		r.Updates = []hazards.CasualtyUpdate{died(one.after, 3)}
		if got, _ := table.Bounds(r).Settled(); got != hazards.Ordinary || len(r.LateUpdates()) != 1 {
			t.Errorf("%v: a change the day after gives %v", one.sector, got)
		}
	}
	if f := hazards.CasualtyWindow(hazards.RoadTransport); f.Value != 7 || !f.Known() || f.Source.Standing != spec.Statute {
		t.Errorf("%+v", f)
	}
}

func TestUpdatesApplyInTheOrderOfTheirDates(t *testing.T) {
	r := hazards.Incident{Date: day("2024-03-01"), Deaths: 1, Missing: 2}.Reported()
	r.Updates = []hazards.CasualtyUpdate{
		died("2024-03-20", 4), died("2024-03-10", 2), died("2024-05-01", 9),
		{On: day("2024-03-20"), Missing: spec.Exactly[measure.People](0)},
	}
	before := append([]hazards.CasualtyUpdate{}, r.Updates...)
	got := r.Counted()
	deaths, _ := got.Deaths.Value()
	missing, _ := got.Missing.Value()
	if deaths != 4 || missing != 0 || len(got.Updates) != 1 || got.Updates[0].On != day("2024-05-01") {
		t.Errorf("%v deaths, %v missing, late %v", deaths, missing, got.Updates)
	}
	for i := range before {
		if r.Updates[i].On != before[i].On {
			t.Error("the caller's list was sorted")
		}
	}
	for asOf, want := range map[string]measure.People{"2024-03-09": 1, "2024-03-10": 2, "2024-03-19": 2, "2024-03-20": 4, "2024-12-31": 4} {
		if n, _ := r.AsOf(day(asOf)).Deaths.Value(); n != want {
			t.Errorf("as of %s %v deaths, want %v", asOf, n, want)
		}
	}
	if late := r.AsOf(day("2024-04-30")).LateUpdates(); len(late) != 0 {
		t.Errorf("on 30 April a change of 1 May is known: %v", late)
	}
	// A number observed after the update is not replaced by it, one of the same day is.
	r.Deaths = spec.Exactly[measure.People](3).Dated(day("2024-03-21"))
	if n, _ := r.Counted().Deaths.Value(); n != 3 {
		t.Errorf("an older update replaced a newer number: %v", n)
	}
	r.Deaths = spec.Exactly[measure.People](3).Dated(day("2024-03-20"))
	if n, _ := r.Counted().Deaths.Value(); n != 4 {
		t.Errorf("an update of the same day did not count: %v", n)
	}
	// A bound is something said too.
	r = hazards.Incident{Date: day("2024-03-01"), Deaths: 1}.Reported()
	r.Updates = []hazards.CasualtyUpdate{{On: day("2024-03-02"), Deaths: spec.AtLeast[measure.People](3)}, {On: day("2024-03-03"), SeriousInjuries: spec.AtMost[measure.People](1)}}
	counted := r.Counted()
	if low, _ := counted.Deaths.Low(); low != 3 || counted.SeriousInjuries.Known() {
		t.Errorf("%v %v", counted.Deaths, counted.SeriousInjuries)
	}
	if _, ok := r.Exact(); ok {
		t.Error("an accident with a bound is exact")
	}
	// Without a date there is no window.
	undated := hazards.Incident{Deaths: 2}.Reported()
	undated.Updates = []hazards.CasualtyUpdate{died("2030-01-01", 3)}
	if exact, ok := undated.Exact(); !ok || exact.Deaths != 3 {
		t.Errorf("%v %v", exact, ok)
	}
}

func TestCasualtyChangesAreCounted(t *testing.T) {
	r := hazards.Incident{Date: day("2024-03-01"), Sector: hazards.RoadTransport, Deaths: 2}.Reported()
	r.Updates = []hazards.CasualtyUpdate{died("2024-03-05", 2), died("2024-03-08", 3), died("2024-03-20", 10)}
	for asOf, want := range map[string]hazards.CasualtyChanges{
		"2024-03-04": {}, "2024-03-05": {Inside: 1}, "2024-03-08": {Inside: 2, Raised: 1}, "2024-12-31": {Inside: 2, Late: 1, Raised: 1},
	} {
		if diff := cmp.Diff(want, hazards.Order493().CountChanges(&r, day(asOf))); diff != "" {
			t.Errorf("as of %s: %s", asOf, diff)
		}
	}
}
