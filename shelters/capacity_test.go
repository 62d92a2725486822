package shelters_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestCapacityAtItsBoundaries(t *testing.T) {
	for _, tt := range []struct {
		name, area, each string
		people, above    measure.People
	}{
		{"nothing", "0", "1.5", 0, 0},
		{"one square centimetre short", "1.4999", "1.5", 0, 0},
		{"exactly one place", "1.5", "1.5", 1, 0},
		{"one square centimetre over", "1.5001", "1.5", 1, 1},
		{"even division", "3000", "1.5", 2000, 1999},
		{"Fengdu at 1.5", "379600", "1.5", 253066, 253066},
		{"Fengdu at 2", "379600", "2", 189800, 189799},
		{"smallest figure", "1", "0.0001", 10000, 9999},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := shelters.Capacity(m2(tt.area), cited(tt.each))
			above, okAbove := shelters.CapacityAbove(m2(tt.area), cited(tt.each))
			if !ok || !okAbove || got.People != tt.people || above.People != tt.above {
				t.Errorf("capacity %d %v, above %d %v; want %d and %d", got.People, ok, above.People, okAbove, tt.people, tt.above)
			}
			if diff := cmp.Diff(cited(tt.each), got.PerPerson) + cmp.Diff(cited(tt.each), above.PerPerson); diff != "" {
				t.Errorf("the result does not keep its figure: %s", diff)
			}
		})
	}
}

func TestCapacityNeedsASourceAndSound(t *testing.T) {
	unsourced := spec.Figure[measure.Area]{Value: m2("1.5")}
	for _, tt := range []struct {
		name string
		area measure.Area
		per  spec.Figure[measure.Area]
	}{
		{"no source", m2("100"), unsourced},
		{"no figure", m2("100"), spec.Figure[measure.Area]{}},
		{"nothing per person", m2("100"), cited("0")},
		{"less than nothing per person", m2("100"), spec.Cite(measure.SquareCentimetres(-1), planSource)},
		{"negative area", measure.SquareCentimetres(-1), cited("1.5")},
		{"smallest area", measure.SquareCentimetres(math.MinInt64), cited("1.5")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := shelters.Capacity(tt.area, tt.per); ok {
				t.Errorf("capacity %d", got.People)
			}
			if got, ok := shelters.CapacityAbove(tt.area, tt.per); ok {
				t.Errorf("capacity above %d", got.People)
			}
			if got, ok := shelters.MixedUse(tt.area, 10, 5, tt.per); ok {
				t.Errorf("mixed use leaves %s", got.Rest)
			}
		})
	}
}

func TestMixedUseAtItsBoundaries(t *testing.T) {
	for _, tt := range []struct {
		name           string
		area, each     string
		total, lodgers measure.People
		want           string // rest, others, per other
		ok             bool
	}{
		{"Fengdu at 2.0", "379600", "2", 253406, 96050, "187500 157356 1.19", true},
		{"Fengdu at 3.0", "379600", "3", 253406, 96050, "91450 157356 0.58", true},
		{"Fengdu at 4.5", "379600", "4.5", 253406, 96050, "", false},
		{"the lodgers fill it", "400", "4", 150, 100, "0 50 0.00", true},
		{"one square centimetre too much", "400", "4.0001", 150, 100, "", false},
		{"nobody else", "401", "4", 100, 100, "1 0 —", true},
		{"more lodgers than people", "400", "1", 99, 100, "", false},
		{"nobody at all", "400", "1", 0, 0, "400 0 —", true},
		{"negative people", "400", "1", 0, -1, "", false},
		{"beyond 64 bits", "400", "900000000000000", math.MaxInt64, math.MaxInt64, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := shelters.MixedUse(m2(tt.area), tt.total, tt.lodgers, cited(tt.each))
			said := ""
			if ok {
				said = got.Rest.String() + " " + got.Others.String() + " " + got.PerOther.Text(2)
			}
			if ok != tt.ok || said != tt.want {
				t.Errorf("%q %v, want %q %v", said, ok, tt.want, tt.ok)
			}
		})
	}
}

func TestAreaPerPersonIsUnknownForNobody(t *testing.T) {
	if got := shelters.AreaPerPerson(m2("100"), 0); got.Known() {
		t.Errorf("%s m² each for nobody", got)
	}
	if got := shelters.AreaPerPerson(m2("0"), 7); got.Text(1) != "0.0" {
		t.Errorf("no area for seven people is %s", got)
	}
}

func TestCitedFiguresAsPrinted(t *testing.T) {
	if got := shelters.EarthquakeLiving(); got.Area.Value != m2("1.5") || !got.Strict || got.Area.Source.Standing != spec.Standard ||
		got.Area.Source.Number != "GB 21734-2008" || got.Area.Source.Place != "5.4" {
		t.Errorf("GB 21734-2008, 5.4 is %+v", got)
	}
	if got := shelters.FixedShelterShare(); got.Value.Percent(2) != "15.00" || got.Source.Standing != spec.Standard || got.Source.Place != "4.2.2" {
		t.Errorf("GB 55028-2022, 4.2.2 is %s, %s", got.Value, got.Source)
	}
	want := []string{"temporary 0.5", "temporary 1", "lodging 2", "lodging 3", "lodging 4.5", "lodging 4.5"}
	var got []string
	for _, p := range shelters.Remembered() {
		got = append(got, p.Stay.String()+" "+p.Area.Value.String())
		if p.Area.Source.Standing != spec.Unverified {
			t.Errorf("%s stands as %s", p.ID, p.Area.Source.Standing)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCapacityAllocatesNothing(t *testing.T) {
	area, per := m2("379600"), cited("1.5")
	var people measure.People
	if n := testing.AllocsPerRun(1000, func() {
		result, _ := shelters.Capacity(area, per)
		strict, _ := shelters.CapacityAbove(area, per)
		people += result.People + strict.People
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkCapacity(b *testing.B) {
	area, per := m2("379600"), cited("1.5")
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := shelters.Capacity(area, per); !ok {
			b.Fatal("no capacity")
		}
	}
}
