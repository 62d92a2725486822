package shelters_test

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func figure[T any](v T) spec.Figure[T] {
	return spec.Cite(v, spec.Source{Document: "test", Standing: spec.Invented})
}

func TestStripWidthAtItsBoundaries(t *testing.T) {
	for people, want := range map[measure.People]int64{1: 3000, 2000: 3000, 2001: 6000, 8000: 6000, 8001: 12000, 20000: 12000, 20001: 0, 0: 0, -1: 0} {
		width := shelters.StripWidth(people)
		if width.Value.Millimetres() != want || width.Known() != (want > 0) {
			t.Errorf("%d people: %s m", people, width.Value)
		}
	}
	if unit := shelters.RefugeUnit(); unit.Value != 2000 || unit.Source.Standing != spec.Standard {
		t.Errorf("%+v", unit)
	}
}

func TestUnitsAtTheirBoundaries(t *testing.T) {
	for _, tt := range []struct {
		people        measure.People
		units, strips measure.Count
	}{{0, 0, 0}, {1, 1, 0}, {2000, 1, 0}, {2001, 2, 1}, {4000, 2, 1}, {4001, 3, 2}} {
		units, strips, ok := shelters.Units(tt.people, shelters.RefugeUnit())
		if !ok || units != tt.units || strips != tt.strips {
			t.Errorf("%d people: %d units, %d strips", tt.people, units, strips)
		}
	}
	for _, bad := range []spec.Figure[measure.People]{{Value: 5}, figure[measure.People](0), figure[measure.People](-1)} {
		if _, _, ok := shelters.Units(1, bad); ok {
			t.Errorf("%+v passes", bad)
		}
	}
	if _, _, ok := shelters.Units(-1, shelters.RefugeUnit()); ok {
		t.Error("fewer than nobody pass")
	}
}

// What is returned fits with its strips, and one person more does not.
func TestCapacityInUnitsIsTheMostThatFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		area := measure.SquareCentimetres(rapid.OneOf(rapid.Int64Range(0, 1e9), rapid.Int64Range(0, math.MaxInt64)).Draw(t, "area in cm²"))
		each := rapid.Int64Range(1, 100_000).Draw(t, "each")
		unit := rapid.Int64Range(1, 3000).Draw(t, "unit")
		strip := rapid.Int64Range(0, 10_000_000).Draw(t, "strip")
		got, ok := shelters.CapacityInUnits(area, figure(measure.SquareCentimetres(each)), figure(measure.People(unit)), measure.SquareCentimetres(strip))
		if !ok {
			t.Fatal("no answer")
		}
		need := func(n int64) *big.Int {
			people := new(big.Int).Mul(big.NewInt(n), big.NewInt(each))
			strips := (n + unit - 1) / unit
			return people.Add(people, new(big.Int).Mul(big.NewInt(max(0, strips-1)), big.NewInt(strip)))
		}
		have, n := big.NewInt(area.SquareCentimetres()), int64(got.People)
		if need(n).Cmp(have) > 0 || need(n+1).Cmp(have) <= 0 {
			t.Fatalf("%d people need %s of %s cm²", n, need(n), have)
		}
		plain, _ := shelters.Capacity(area, figure(measure.SquareCentimetres(each)))
		if got.People > plain.People || strip == 0 && got.People != plain.People {
			t.Fatalf("%d people with strips, %d without", got.People, plain.People)
		}
	})
}

func TestCapacityInUnitsNeedsSoundFigures(t *testing.T) {
	each, unit := figure(measure.SquareCentimetres(10_000)), shelters.RefugeUnit()
	for name, ok := range map[string]bool{
		"no source":      second(shelters.CapacityInUnits(m2("10"), spec.Figure[measure.Area]{Value: m2("1")}, unit, m2("0"))),
		"no unit":        second(shelters.CapacityInUnits(m2("10"), each, spec.Figure[measure.People]{}, m2("0"))),
		"negative strip": second(shelters.CapacityInUnits(m2("10"), each, unit, measure.SquareCentimetres(-1))),
		"negative area":  second(shelters.CapacityInUnits(measure.SquareCentimetres(-1), each, unit, m2("0"))),
	} {
		if ok {
			t.Errorf("%s passes", name)
		}
	}
}

func second[T any](_ T, ok bool) bool { return ok }

func TestServicesAtTheirBoundaries(t *testing.T) {
	for people, want := range map[measure.People]measure.Count{0: 0, 1: 1, 50: 1, 51: 2} {
		if got, ok := shelters.Toilets(people, figure[measure.People](50)); !ok || got != want {
			t.Errorf("%d people: %d toilets", people, got)
		}
	}
	litres, ok := shelters.Water(300, 3, figure(measure.Thousandths(3500)))
	if !ok || litres.Thousandths() != 3_150_000 {
		t.Errorf("%s litres", litres)
	}
	for _, bad := range []bool{
		second(shelters.Water(300, 3, spec.Figure[measure.Quantity]{})), second(shelters.Water(-1, 3, figure(measure.Thousandths(1)))),
		second(shelters.Water(1, -3, figure(measure.Thousandths(1)))), second(shelters.Water(math.MaxInt64, 3, figure(measure.Thousandths(1)))),
		second(shelters.Toilets(5, spec.Figure[measure.People]{})), second(shelters.ManagementArea(-1)), second(shelters.ManagementArea(math.MaxInt64)),
		second(shelters.ExitWidth(-1)), second(shelters.ExitWidth(math.MaxInt64)),
	} {
		if bad {
			t.Error("an unsound number passes")
		}
	}
	if area, _ := shelters.ManagementArea(10_000); area.Value.String() != "50" || area.Source.Standing != spec.Standard {
		t.Errorf("%+v", area)
	}
	for people, want := range map[measure.People]int64{0: 1100, 169: 1100, 170: 1105, 1000: 6500, 1001: 6507} {
		if width, ok := shelters.ExitWidth(people); !ok || width.Value.Millimetres() != want {
			t.Errorf("%d people: exits of %s m", people, width.Value)
		}
	}
	for _, norm := range shelters.RememberedServices() {
		if norm.Source.Standing != spec.Unverified || !norm.Title.Complete() || norm.High.Less(norm.Low) {
			t.Errorf("%+v", norm)
		}
	}
	for _, norm := range shelters.IndoorNorms() {
		if set := norm.Length.Known() != norm.Area.Known() != norm.People.Known(); !set || !norm.Title.Complete() {
			t.Errorf("%+v", norm)
		}
	}
	for _, one := range shelters.RememberedSiteAreas() {
		if one.Least.Source.Standing != spec.Unverified || !one.Class.IsFixed() && one.Class != shelters.Centre {
			t.Errorf("%+v", one)
		}
	}
}

func ExampleCapacityInUnits() {
	// 3 m wide, 60 m long, between units of 2,000.
	strip := m2("180")
	held, _ := shelters.CapacityInUnits(m2("10000"), figure(m2("1")), shelters.RefugeUnit(), strip)
	plain, _ := shelters.Capacity(m2("10000"), figure(m2("1")))
	fmt.Println(plain.People, held.People)
	// Output: 10000 9280
}
