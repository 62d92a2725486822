package shelters_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestVillageKnownToBeCutOffIsNotTakenForUnmeasured(t *testing.T) {
	near, far := lodge("near", spec.Exactly[measure.People](50)), lodge("far", spec.Exactly[measure.People](50))
	island, shore := area("990101001001", spec.Exactly[measure.People](6), ""), area("990101001002", spec.Exactly[measure.People](1), "")
	closed := spec.Exactly(measure.People(0))
	gone := far
	gone.Lodging, gone.ClosedOn = closed, day("2020-01-01")
	way := func(a shelters.ServiceArea, site string, metres int64) shelters.Way {
		return shelters.Way{Village: a.Place.String(), Site: site, Metres: metres}
	}
	shoreWays := []shelters.Way{way(shore, "near", 5), way(shore, "far", 9)}
	for _, row := range []struct {
		name       string
		list       []shelters.Shelter
		ways       []shelters.Way
		verdict    spec.Verdict
		cutOff     []int
		unmeasured []string
	}{
		{"no row at all", []shelters.Shelter{near, far}, nil, spec.Unknown, nil, []string{"990101001001"}},
		{"none to one, nothing said of the other", []shelters.Shelter{near, far}, []shelters.Way{way(island, "near", shelters.NoWay)}, spec.Unknown, nil, []string{"990101001001"}},
		{"none to either", []shelters.Shelter{near, far}, []shelters.Way{way(island, "near", shelters.NoWay), way(island, "far", shelters.NoWay)}, spec.Unmet, []int{0}, nil},
		{"none to the one that stands", []shelters.Shelter{near, gone}, []shelters.Way{way(island, "near", shelters.NoWay)}, spec.Unmet, []int{0}, nil},
		{"none to one, a way to the other", []shelters.Shelter{near, far}, []shelters.Way{way(island, "near", shelters.NoWay), way(island, "far", 7)}, spec.Met, nil, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			areas := []shelters.ServiceArea{island, shore}
			e, err := shelters.Evacuate(row.list, areas, append(row.ways, shoreWays...), shelters.Scenario{Source: planSource}, shelters.Lodging, day("2025-12-31"), spec.Choices{})
			if err != nil || e.Verdict != row.verdict {
				t.Fatalf("%v, %v", e.Verdict, err)
			}
			if diff := cmp.Diff(row.unmeasured, e.Unmeasured); diff != "" {
				t.Errorf("unmeasured (-want +got):\n%s", diff)
			}
			var short *shelters.Shortage
			if errors.As(e.HopeErr, &short) != (row.cutOff != nil) {
				t.Fatalf("%v", e.HopeErr)
			}
			if short == nil {
				return
			}
			if diff := cmp.Diff(row.cutOff, short.CutOff); diff != "" {
				t.Errorf("cut off (-want +got):\n%s", diff)
			}
			if err := shelters.CheckShortage(e.Hope, *short); err != nil {
				t.Error(err)
			}
			for _, wrong := range [][]int{nil, {1}} {
				bad := *short
				if bad.CutOff = wrong; shelters.CheckShortage(e.Hope, bad) == nil {
					t.Errorf("%v passes for the villages cut off", wrong)
				}
			}
			bad := *short
			if bad.Unreached = nil; shelters.CheckShortage(e.Hope, bad) == nil {
				t.Error("nobody passes for the villages out of reach")
			}
		})
	}
}

// The report gives the reason by its code and in both languages, and asks for
// nothing: there is nothing to measure.
func TestCutOffIsAReasonOfItsOwn(t *testing.T) {
	r := evacuationRecords()
	r.Ways = nil
	for i := range r.Shelters {
		r.Ways = append(r.Ways, shelters.Way{Village: r.Areas[0].Place.String(), Site: r.Shelters[i].ID, Metres: shelters.NoWay})
	}
	f := evacuationOf(t, r)
	if f.Verdict != spec.Unmet || f.Reason.Code != spec.ReasonCutOff || len(f.Missing) != 0 {
		t.Fatalf("%v %s %v", f.Verdict, f.Reason.Code, f.Missing)
	}
	if !strings.Contains(f.Reason.Text.EN, "cut off, with no way to any usable shelter: "+r.Areas[0].Name) || !strings.Contains(f.Reason.Text.ZH, "至任何可用场所均无路："+r.Areas[0].Name) ||
		strings.Contains(f.Reason.Text.EN, "within reach") {
		t.Errorf("%+v", f.Reason.Text)
	}
	if !slices.ContainsFunc(f.Inputs, func(in spec.Input) bool { return in.Name == "cut-off" && in.Value.String() == "6" }) {
		t.Errorf("%+v", f.Inputs)
	}
}

func evacuationRecords() shelters.Records {
	return shelters.Records{Subject: spec.Subject{Kind: "county", ID: "990101"}, HasShelters: true, HasAreas: true, HasWays: true,
		Shelters: []shelters.Shelter{lodge("near", spec.Exactly[measure.People](50)), lodge("far", spec.Exactly[measure.People](50))},
		Areas:    []shelters.ServiceArea{area("990101001001", spec.Exactly[measure.People](6), "")}}
}

func evacuationOf(t *testing.T, r shelters.Records) spec.Finding {
	t.Helper()
	p := shelters.Provisions{Scenario: shelters.Scenario{Source: planSource}}
	for _, f := range shelters.Assess(p, r, day("2025-12-31"), spec.Choices{}).Findings() {
		if f.Rule == "shelters.assignment" {
			return f
		}
	}
	t.Fatal("nothing is found")
	return spec.Finding{}
}

// To say of a pair that was open that there is no way settles what was open and
// turns no verdict round; nobody is ever led along such a way.
func TestSayingThatThereIsNoWayTurnsNoVerdictRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r shelters.Records
		var ways, more []shelters.Way
		for j := range rapid.IntRange(1, 3).Draw(t, "shelters") {
			r.Shelters = append(r.Shelters, lodge(fmt.Sprint("s", j), spec.Exactly(measure.People(rapid.Int64Range(0, 9).Draw(t, "beds")))))
		}
		for i := range rapid.IntRange(1, 3).Draw(t, "villages") {
			r.Areas = append(r.Areas, area(fmt.Sprintf("99010100100%d", i+1), spec.Exactly(measure.People(rapid.Int64Range(0, 6).Draw(t, "evacuees"))), ""))
			for j := range r.Shelters {
				way := shelters.Way{Village: r.Areas[i].Place.String(), Site: r.Shelters[j].ID}
				switch rapid.IntRange(0, 3).Draw(t, "way") {
				case 0:
					way.Metres = rapid.Int64Range(0, 9).Draw(t, "metres")
					ways = append(ways, way)
				case 1:
					way.Metres = shelters.NoWay
					ways = append(ways, way)
				case 2:
					way.Metres = shelters.NoWay
					more = append(more, way)
				}
			}
		}
		evacuate := func(ways []shelters.Way) shelters.Evacuation {
			e, err := shelters.Evacuate(r.Shelters, r.Areas, ways, shelters.Scenario{Source: planSource}, shelters.Lodging, day("2025-12-31"), spec.Choices{})
			if err != nil {
				t.Fatal(err)
			}
			return e
		}
		before, after := evacuate(ways), evacuate(append(slices.Clone(ways), more...))
		if before.Verdict != spec.Unknown && before.Verdict != after.Verdict {
			t.Fatalf("%v, with more said %v", before.Verdict, after.Verdict)
		}
		for _, leg := range after.Plan.Legs {
			village, site := after.Sure.Villages[leg.Village].ID, after.Sure.Sites[leg.Site].ID
			if slices.Contains(append(ways, more...), shelters.Way{Village: village, Site: site, Metres: shelters.NoWay}) {
				t.Fatalf("%s is led to %s", village, site)
			}
		}
		var short *shelters.Shortage
		if errors.As(after.HopeErr, &short) {
			if err := shelters.CheckShortage(after.Hope, *short); err != nil {
				t.Fatal(err)
			}
		}
	})
}
