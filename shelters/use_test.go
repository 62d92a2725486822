package shelters_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func exposed(in, serves spec.Observed[bool]) shelters.Shelter {
	return shelters.Shelter{ID: "a", Exposures: []shelters.Exposure{{Hazard: hazards.FloodDrought, InZone: in, Serves: serves}}}
}

func TestShelterInTheZoneDoesNotCount(t *testing.T) {
	yes, no, unknown := spec.Exactly(true), spec.Exactly(false), spec.Observed[bool]{}
	declared := spec.Choices{}.With("shelters.usable-under-hazard", "outside-zone-and-declared")
	for _, tt := range []struct {
		in, serves      spec.Observed[bool]
		outside, asWell spec.Verdict
	}{
		{yes, yes, spec.Unmet, spec.Unmet}, {yes, unknown, spec.Unmet, spec.Unmet},
		{no, yes, spec.Met, spec.Met}, {no, no, spec.Met, spec.Unmet}, {no, unknown, spec.Met, spec.Unknown},
		{unknown, yes, spec.Unknown, spec.Unknown}, {unknown, no, spec.Unknown, spec.Unmet}, {unknown, unknown, spec.Unknown, spec.Unknown},
	} {
		s := exposed(tt.in, tt.serves)
		if got := s.UsableUnder(hazards.FloodDrought, day("2025-12-31"), spec.Choices{}); got != tt.outside {
			t.Errorf("%+v outside the zone: %s", tt, got)
		}
		if got := s.UsableUnder(hazards.FloodDrought, day("2025-12-31"), declared); got != tt.asWell {
			t.Errorf("%+v and declared: %s", tt, got)
		}
	}
	s := exposed(yes, no)
	if s.UsableUnder(0, day("2025-12-31"), spec.Choices{}) != spec.Met || s.UsableUnder(hazards.Earthquake, day("2025-12-31"), spec.Choices{}) != spec.Unknown {
		t.Error("another hazard, or none")
	}
	later := exposed(yes.Dated(day("2026-01-01")), no)
	if later.UsableUnder(hazards.FloodDrought, day("2025-12-31"), spec.Choices{}) != spec.Unknown {
		t.Error("a fact observed later was read")
	}
	if got := s.UsableUnder(hazards.FloodDrought, day("2025-12-31"), spec.Choices{}.With("shelters.usable-under-hazard", "x")); got != spec.Unknown {
		t.Errorf("an unknown option gives %s", got)
	}
}

func TestUnknownUsabilityOnlyWidensTheNetwork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []shelters.Shelter
		for i := range rapid.IntRange(0, 5).Draw(t, "shelters") {
			s := shelters.Shelter{ID: fmt.Sprint(i), Lodging: spec.Exactly(measure.People(rapid.Int64Range(0, 9).Draw(t, "lodging")))}
			switch rapid.IntRange(0, 2).Draw(t, "zone") {
			case 0:
				s.Exposures = []shelters.Exposure{{Hazard: hazards.Geological, InZone: spec.Exactly(true)}}
			case 1:
				s.Exposures = []shelters.Exposure{{Hazard: hazards.Geological, InZone: spec.Exactly(false)}}
			}
			list = append(list, s)
		}
		bounds := shelters.NetworkUnder(list, hazards.Geological, day("2025-12-31"), spec.Choices{})
		for i := range list {
			if len(list[i].Exposures) == 0 {
				list[i].Exposures = []shelters.Exposure{{Hazard: hazards.Geological, InZone: spec.Exactly(rapid.Bool().Draw(t, "it lies in the zone"))}}
			}
		}
		truth, ok := shelters.NetworkUnder(list, hazards.Geological, day("2025-12-31"), spec.Choices{}).Lodging.Value()
		low, _ := bounds.Lodging.Low()
		high, closed := bounds.Lodging.High()
		all, _ := shelters.NetworkOf(list, day("2025-12-31")).Lodging.Value()
		if !ok || !closed || truth < low || truth > high || high > all {
			t.Fatalf("%d outside %d to %d of %d", truth, low, high, all)
		}
	})
}

func TestClosedShelterCountsUntilItIsClosed(t *testing.T) {
	s := built("a", shelters.Existing, "2010-01-01")
	s.ClosedOn = day("2025-06-30")
	for date, want := range map[string]measure.Count{"2025-06-29": 1, "2025-06-30": 0, "2026-01-01": 0} {
		if n, ok := shelters.NetworkOf([]shelters.Shelter{s}, day(date)).Shelters.Value(); !ok || n != want {
			t.Errorf("%s: %d", date, n)
		}
	}
	s.ClosedOn = day("2009-12-31")
	if err := s.Validate(); err == nil || !strings.Contains(err.Error(), shelters.FaultClosedBeforeCompleted) {
		t.Error(err)
	}
}

func TestConditionsAtTheirBoundaries(t *testing.T) {
	count := func(n measure.Count) spec.Observed[measure.Count] { return spec.Exactly(n) }
	metres := func(n int64) spec.Observed[measure.Distance] { return spec.Exactly(measure.Millimetres(n)) }
	for _, tt := range []struct {
		name string
		s    shelters.Shelter
		want string // entrances, water, power, fire
	}{
		{"centre", shelters.Shelter{Class: shelters.Centre, Setting: shelters.Outdoor, Entrances: count(4), WaterKinds: count(2), PowerKinds: count(2), FireDistance: metres(30_000)}, "met met met met"},
		{"one too few each", shelters.Shelter{Class: shelters.FixedLong, Setting: shelters.Outdoor, Entrances: count(3), WaterKinds: count(1), PowerKinds: count(0), FireDistance: metres(29_999)}, "unmet unmet unmet unmet"},
		{"medium, indoor", shelters.Shelter{Class: shelters.FixedMedium, Setting: shelters.Indoor}, "not-applicable not-applicable not-applicable unknown"},
		{"nothing known", shelters.Shelter{}, "unknown unknown unknown unknown"},
		{"class and setting unknown, few", shelters.Shelter{Entrances: count(1), WaterKinds: count(1), PowerKinds: count(1)}, "unknown unknown unknown unknown"},
		{"class and setting unknown, enough", shelters.Shelter{Entrances: count(4), WaterKinds: count(2), PowerKinds: count(3)}, "met met met unknown"},
	} {
		var got []string
		for _, c := range shelters.Conditions() {
			got = append(got, c.Verdict(&tt.s, day("2025-12-31")).String())
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, strings.Join(got, " "), tt.want)
		}
	}
}

func TestNextClassNamesWhatIsLackingAndWhatIsNotKnown(t *testing.T) {
	s := shelters.Shelter{ID: "a", Class: shelters.FixedLong, Setting: shelters.Indoor, EffectiveArea: spec.Exactly(m2("60000")),
		Entrances: spec.Exactly[measure.Count](3), FireDistance: spec.Exactly(measure.Millimetres(30_000))}
	for _, f := range shelters.FacilitiesOf(shelters.Centre) {
		present := f != shelters.Helipad
		if f != shelters.Showers {
			s.Facilities = append(s.Facilities, shelters.FacilityFact{Facility: f, Present: spec.Exactly(present)})
		}
	}
	u, ok := shelters.NextClass(s, figure(m2("200000")), day("2025-12-31"))
	if !ok || u.From != shelters.FixedLong || u.To != shelters.Centre || u.Complete() {
		t.Fatalf("%+v", u)
	}
	if diff := cmp.Diff([]shelters.Facility{shelters.Helipad}, u.Add); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]shelters.Facility{shelters.Showers}, u.Ask); diff != "" {
		t.Error(diff)
	}
	if len(u.Conditions) != 1 || u.Conditions[0].Condition.ID != "entrances" || u.Area.Low.Text(0) != "140000" || !u.Area.Known() {
		t.Errorf("%+v", u)
	}
	s.EffectiveArea = spec.AtLeast(m2("190000"))
	if u, _ = shelters.NextClass(s, figure(m2("200000")), day("2025-12-31")); u.Area.Low.Text(0) != "0" || u.Area.High.Text(0) != "10000" {
		t.Errorf("%+v", u.Area)
	}
	s.Facilities = append(s.Facilities, shelters.FacilityFact{Facility: shelters.Helipad, Present: spec.Exactly(true)},
		shelters.FacilityFact{Facility: shelters.Showers, Present: spec.Exactly(true)})
	s.Entrances, s.EffectiveArea = spec.Exactly[measure.Count](4), spec.AtLeast(m2("200000"))
	if u, _ = shelters.NextClass(s, figure(m2("200000")), day("2025-12-31")); !u.Complete() {
		t.Errorf("%+v", u)
	}
	for _, class := range []shelters.Class{0, shelters.Centre} {
		if _, ok := shelters.NextClass(shelters.Shelter{Class: class}, spec.Figure[measure.Area]{}, day("2025-12-31")); ok {
			t.Errorf("%q has a next class", class)
		}
	}
}

func TestFacilitiesOfTheClassDecide(t *testing.T) {
	s := shelters.Shelter{ID: "a", Class: shelters.EmergencyClass}
	if v := shelters.Check(s, s.Class, day("2025-12-31")).FacilitiesVerdict(); v != spec.Unknown {
		t.Errorf("nothing checked is %s", v)
	}
	for _, f := range shelters.FacilitiesOf(s.Class) {
		s.Facilities = append(s.Facilities, shelters.FacilityFact{Facility: f, Present: spec.Exactly(true)})
	}
	if v := shelters.Check(s, s.Class, day("2025-12-31")).FacilitiesVerdict(); v != spec.Met {
		t.Errorf("everything there is %s", v)
	}
	s.Facilities = append(s.Facilities, shelters.FacilityFact{Facility: shelters.Signs, Present: spec.Exactly(false).Dated(day("2026-01-01"))})
	if v := shelters.Check(s, s.Class, day("2026-01-01")).FacilitiesVerdict(); v != spec.Unmet {
		t.Errorf("the later fact counts: %s", v)
	}
	if v := shelters.Check(s, 0, day("2026-01-01")).FacilitiesVerdict(); v != spec.Unknown {
		t.Errorf("no class is %s", v)
	}
}
