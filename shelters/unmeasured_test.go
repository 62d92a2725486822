package shelters_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestShelterThatNobodyMeasuredTheWayToIsNotTakenForUnreachable(t *testing.T) {
	exactly := func(n measure.People) spec.Observed[measure.People] { return spec.Exactly(n) }
	outside := []shelters.Exposure{{Hazard: hazards.FloodDrought, InZone: spec.Exactly(false)}}
	near, far := lodge("near", exactly(4)), lodge("far", exactly(9))
	near.Exposures, far.Exposures = outside, outside
	near.StepFree, far.StepFree = spec.Exactly(true), spec.Exactly(true)
	a := area("990101001001", exactly(6), "")
	a.StepFree = exactly(0)
	way := shelters.Way{Village: a.Place.String(), Site: "near", Metres: 5}
	drowned := far
	drowned.Exposures = []shelters.Exposure{{Hazard: hazards.FloodDrought, InZone: spec.Exactly(true)}}
	scenario := shelters.Scenario{Hazard: hazards.FloodDrought, Source: planSource}
	for _, row := range []struct {
		name       string
		list       []shelters.Shelter
		ways       []shelters.Way
		verdict    spec.Verdict
		unmeasured []string
	}{
		{"no row leads to it", []shelters.Shelter{near, far}, []shelters.Way{way}, spec.Unknown, []string{"far"}},
		{"it stands in the flood in any case", []shelters.Shelter{near, drowned}, []shelters.Way{way}, spec.Unmet, nil},
		{"there is no other", []shelters.Shelter{near}, []shelters.Way{way}, spec.Unmet, nil},
		{"no row leads from the village", []shelters.Shelter{far}, nil, spec.Unknown, []string{"990101001001", "far"}},
		{"a row leads to it", []shelters.Shelter{near, far}, []shelters.Way{way, {Village: way.Village, Site: "far", Metres: 7}}, spec.Met, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			e, err := shelters.Evacuate(row.list, []shelters.ServiceArea{a}, row.ways, scenario, shelters.Lodging, day("2025-12-31"), spec.Choices{})
			if err != nil || e.Verdict != row.verdict {
				t.Fatalf("%v, %v", e.Verdict, err)
			}
			if diff := cmp.Diff(row.unmeasured, e.Unmeasured); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Where nothing restricts a task the solver asks the caller's distances itself.
// A limit that no way reaches takes the longer road to the same answer.
func TestUnrestrictedTaskIsAnsweredAsARestrictedOne(t *testing.T) {
	plain := valley(60, 9)
	limited := plain
	limited.Farthest = 1 << 40
	a, err := shelters.Assign(plain)
	b, errB := shelters.Assign(limited)
	if err != nil || errB != nil {
		t.Fatal(err, errB)
	}
	if diff := cmp.Diff(b, a); diff != "" {
		t.Errorf("(-restricted +unrestricted):\n%s", diff)
	}
	// The way that is negative is none that anybody would take.
	rows := [][]int64{{-2, 0}, {0, 100}}
	unused := shelters.Task{Villages: []shelters.Village{{ID: "a", People: 5}, {ID: "b", People: 1}},
		Sites:    []shelters.Site{{ID: "x", Usable: spec.Met, Beds: 1}, {ID: "y", Usable: spec.Met, Beds: 9}},
		Distance: func(i, j int) (int64, bool) { return rows[i][j], true }}
	if _, err := shelters.Assign(unused); err == nil || !strings.Contains(err.Error(), shelters.FaultTaskDistance) {
		t.Errorf("a negative distance: %v", err)
	}
}

func TestVillageThatNobodyMeasuredAWayFromIsNotTakenForCutOff(t *testing.T) {
	s := lodge("s", spec.Exactly[measure.People](9))
	a, b := area("990101001001", spec.Exactly[measure.People](6), ""), area("990101001002", spec.Exactly[measure.People](1), "")
	ways := []shelters.Way{{Village: b.Place.String(), Site: "s", Metres: 5}}
	e, err := shelters.Evacuate([]shelters.Shelter{s}, []shelters.ServiceArea{a, b}, ways, shelters.Scenario{Source: planSource},
		shelters.Lodging, day("2025-12-31"), spec.Choices{})
	if err != nil || e.Verdict != spec.Unknown {
		t.Errorf("%v, %v", e.Verdict, err)
	}
	if diff := cmp.Diff([]string{a.Place.String()}, e.Unmeasured); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
