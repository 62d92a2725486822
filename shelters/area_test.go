package shelters_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func lodge(id string, people spec.Observed[measure.People]) shelters.Shelter {
	return shelters.Shelter{ID: id, Status: shelters.Existing, Lodging: people, Temporary: spec.Exactly[measure.People](9999)}
}

func area(code string, evacuees spec.Observed[measure.People], shelter string) shelters.ServiceArea {
	return shelters.ServiceArea{Place: place(code), Name: code, Evacuees: evacuees, Population: evacuees, Shelter: shelter,
		StepFree: spec.Exactly[measure.People](0)}
}

func TestResponsibilityAtItsBoundaries(t *testing.T) {
	exactly := func(n measure.People) spec.Observed[measure.People] { return spec.Exactly(n) }
	list := []shelters.Shelter{lodge("a", exactly(300)), lodge("b", exactly(299)), lodge("c", spec.Observed[measure.People]{}), lodge("d", exactly(1)), lodge("e", spec.AtLeast[measure.People](50))}
	areas := []shelters.ServiceArea{
		area("990101001001", exactly(200), "a"), area("990101001002", exactly(100), "a"),
		area("990101001003", exactly(300), "b"), area("990101001004", exactly(5), "c"), area("990101001005", exactly(50), "e"),
		area("990101001006", exactly(7), ""), area("990101001007", exactly(3), "gone"),
	}
	var got string
	for _, r := range shelters.Responsibilities(list, areas, shelters.Lodging, day("2025-12-31")) {
		low, high := "—", "—"
		if r.Shortage.Low.Known() {
			low = r.Shortage.Low.Text(0)
		}
		if r.Shortage.High.Known() {
			high = r.Shortage.High.Text(0)
		}
		got += fmt.Sprintf("%d: %d areas, %s, short %s to %s\n", r.Shelter, r.Areas, r.Verdict, low, high)
	}
	want := `0: 2 areas, met, short 0 to 0
1: 1 areas, unmet, short 1 to 1
2: 1 areas, unknown, short — to —
4: 1 areas, met, short — to 0
-1: 2 areas, unmet, short 10 to 10
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if r := shelters.Responsibilities(list, areas, shelters.Temporary, day("2025-12-31")); r[1].Verdict != spec.Met {
		t.Errorf("temporary places were not read: %+v", r[1])
	}
}

func TestReachCountsPeopleNearAShelterOfTheStay(t *testing.T) {
	exactly := func(n measure.People) spec.Observed[measure.People] { return spec.Exactly(n) }
	list := []shelters.Shelter{lodge("a", exactly(10)), lodge("b", exactly(0)), lodge("c", spec.Observed[measure.People]{})}
	areas := []shelters.ServiceArea{area("990101001001", exactly(100), ""), area("990101001002", exactly(20), ""), area("990101001003", exactly(3), ""), area("990101001004", exactly(1000), ""), area("990101001005", exactly(40), "")}
	metres := [][]int64{{2000, 5000, 5000}, {2001, 10, 5000}, {2001, 5000, 2000}, {0, 0, 0}, {shelters.NoWay, shelters.NoWay, shelters.NoWay}}
	matrix, err := shelters.DistanceMatrix(metres, 3)
	if err != nil {
		t.Fatal(err)
	}
	// Nobody has measured a way from the fourth village; the fifth has none.
	distance := func(village, site int) (int64, bool) {
		m, ok := matrix(village, site)
		return m, ok && village != 3
	}
	within := figure(measure.Millimetres(2_000_000))
	for _, tt := range []struct {
		stay      shelters.Stay
		low, high measure.People
	}{{0, 123, 1123}, {shelters.Lodging, 100, 1103}, {shelters.Temporary, 123, 1123}} {
		r := shelters.Reach(list, areas, distance, within, tt.stay, day("2025-12-31"))
		low, _ := r.People.Low()
		high, _ := r.People.High()
		all, _ := r.All.Value()
		if low != tt.low || high != tt.high || all != 1163 {
			t.Errorf("%q: %d to %d of %d", tt.stay, low, high, all)
		}
	}
	if r := shelters.Reach(list, nil, distance, within, 0, day("2025-12-31")); r.People.Known() || r.Share.Known() {
		t.Errorf("%+v of no areas", r)
	}
}

// drawRecords draws shelters and service areas of which some things are not
// known, and a function that settles them one way.
func drawRecords(t *rapid.T) (list []shelters.Shelter, areas []shelters.ServiceArea, ways []shelters.Way) {
	people := func(name string, most int64) spec.Observed[measure.People] {
		n := measure.People(rapid.Int64Range(0, most).Draw(t, name))
		switch rapid.IntRange(0, 5).Draw(t, name+" known") {
		case 0:
			return spec.Observed[measure.People]{}
		case 1:
			return spec.Between(n, n+measure.People(rapid.Int64Range(0, 3).Draw(t, name+" more")))
		case 2:
			return spec.AtLeast(n)
		}
		return spec.Exactly(n)
	}
	fact := func(name string) spec.Observed[bool] {
		switch rapid.IntRange(0, 3).Draw(t, name) {
		case 0:
			return spec.Observed[bool]{}
		case 1:
			return spec.Exactly(true)
		}
		return spec.Exactly(false)
	}
	for j := range rapid.IntRange(1, 3).Draw(t, "shelters") {
		s := lodge(fmt.Sprintf("s%d", j), people("lodging", 9))
		s.StepFree = fact("steps")
		s.Exposures = []shelters.Exposure{{Hazard: 1, InZone: fact("zone")}}
		list = append(list, s)
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "areas") {
		a := area(fmt.Sprintf("99010100100%d", i), people("evacuees", 6), "")
		a.StepFree = people("step-free", 2)
		areas = append(areas, a)
		for j := range list {
			if metres := rapid.Int64Range(-1, 9).Draw(t, "metres"); metres >= 0 {
				ways = append(ways, shelters.Way{Village: a.Place.String(), Site: list[j].ID, Metres: metres})
			}
		}
	}
	return list, areas, ways
}

// settle gives an unknown number a value that it may have.
func settle(t *rapid.T, o spec.Observed[measure.People], most measure.People) spec.Observed[measure.People] {
	low, _ := o.Low()
	high, closed := o.High()
	if !closed {
		high = low + 6
	}
	n := measure.People(rapid.Int64Range(int64(low), int64(high)).Draw(t, "it is"))
	return spec.Exactly(min(n, max(low, most)))
}

func TestEvacuationVerdictHoldsForEveryWayToFillTheGaps(t *testing.T) {
	seen := map[spec.Verdict]int{}
	law := func(t *rapid.T) {
		list, areas, ways := drawRecords(t)
		scenario := shelters.Scenario{Hazard: 1, Source: planSource}
		before, err := shelters.Evacuate(list, areas, ways, scenario, shelters.Lodging, day("2025-12-31"), spec.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		seen[before.Verdict]++
		for j := range list {
			list[j].Lodging = settle(t, list[j].Lodging, 99)
			if !list[j].StepFree.Known() {
				list[j].StepFree = spec.Exactly(rapid.Bool().Draw(t, "step-free it is"))
			}
			if !list[j].Exposures[0].InZone.Known() {
				list[j].Exposures[0].InZone = spec.Exactly(rapid.Bool().Draw(t, "in the zone it is"))
			}
		}
		for i := range areas {
			areas[i].Evacuees = settle(t, areas[i].Evacuees, 99)
			all, _ := areas[i].Evacuees.Value()
			areas[i].StepFree = settle(t, areas[i].StepFree, all)
		}
		for _, id := range before.Unmeasured {
			for i := range areas {
				for j := range list {
					if place := areas[i].Place.String(); id == place || id == list[j].ID {
						way := shelters.Way{Village: place, Site: list[j].ID, Metres: rapid.Int64Range(0, 9).Draw(t, "it is far")}
						if !slices.ContainsFunc(ways, func(w shelters.Way) bool { return w.Village == way.Village && w.Site == way.Site }) {
							ways = append(ways, way)
						}
					}
				}
			}
		}
		after, err := shelters.Evacuate(list, areas, ways, scenario, shelters.Lodging, day("2025-12-31"), spec.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		if after.Verdict == spec.Unknown || before.Verdict != spec.Unknown && before.Verdict != after.Verdict {
			t.Fatalf("%s before, %s with everything known", before.Verdict, after.Verdict)
		}
		if before.Verdict == spec.Met && before.Plan.Check(before.Sure) != nil {
			t.Fatal("the plan does not pass")
		}
	}
	until(t, law, func() bool { return seen[spec.Met] > 0 && seen[spec.Unmet] > 0 && seen[spec.Unknown] > 0 })
}
