package teams_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func TestStreamOfCountiesIsTheRollUpOfEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.IntRange(1, 6).Draw(t, "items")
		c := list("c", items, teams.Township)
		var all []teams.Assessed
		want := []teams.CountyResult{}
		for county := range rapid.IntRange(0, 4).Draw(t, "counties") {
			var units []teams.Unit
			var sheets []teams.Sheet
			n := rapid.IntRange(0, 6).Draw(t, "units")
			for i := range n {
				u := teams.Unit{Code: code(fmt.Sprintf("99%02d01%03d", county+10, i+100)), Class: teams.Township}
				if rapid.IntRange(0, 5).Draw(t, "class") == 0 {
					u.Class = teams.Subdistrict // the checklist does not concern it
				}
				s, _ := drawSheet(t, items)
				units, sheets = append(units, u), append(sheets, s)
				all = append(all, teams.Assessed{Code: u.Code, Class: u.Class, Sheet: s})
			}
			g := teams.Roll(c, teams.TownshipGroup, units, sheets)
			if len(g.Units) == 0 {
				continue
			}
			r := teams.CountyResult{County: units[0].Code.Short()[:6], Tally: g.Tally}
			for _, item := range g.Items {
				r.Items = append(r.Items, item.Tally)
			}
			want = append(want, r)
		}
		got := []teams.CountyResult{}
		yield := func(r teams.CountyResult) { got = append(got, r) }
		s := teams.NewStream(c)
		// In chunks of any size.
		for rest := all; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "chunk")
			if err := s.Add(rest[:n], yield); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		s.Close(yield)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		for i, r := range got {
			if r.Verdict() != want[i].Tally.Verdict() {
				t.Fatalf("county %s is %v", r.County, r.Verdict())
			}
		}
	})
}

func TestStreamRefusesWhatIsOutOfOrderOrHasNoCode(t *testing.T) {
	none := func(teams.CountyResult) {}
	for _, tt := range []struct {
		codes []string
		want  string
	}{
		{[]string{"990102100", "990101100"}, teams.FaultStreamOrder},
		{[]string{"990101"}, teams.FaultStreamCode},
		{[]string{"990101100", "990101099", "990102001"}, ""}, // within a county any order
	} {
		var units []teams.Assessed
		for _, c := range tt.codes {
			units = append(units, teams.Assessed{Code: code(c), Class: teams.Township})
		}
		err := teams.NewStream(list("c", 1, teams.Township)).Add(units, none)
		var fault spec.Fault
		if got := errors.As(err, &fault); got != (tt.want != "") || fault.Code != tt.want {
			t.Errorf("%v: %v", tt.codes, err)
		}
	}
	if err := teams.NewStream(list("c", 1, teams.Township)).Add([]teams.Assessed{{}}, none); err == nil {
		t.Error("a unit without a code was counted")
	}
}

// One result a county is all that is allocated: memory does not grow with the
// units.
func TestStreamAllocatesOncePerCounty(t *testing.T) {
	c := list("c", 6, teams.Township)
	var units []teams.Assessed
	for county := range 20 {
		for i := range 50 {
			units = append(units, teams.Assessed{Code: code(fmt.Sprintf("99%02d01%03d", county+10, i+100)), Class: teams.Township, Sheet: sheetOf(6)})
		}
	}
	counties := 0
	yield := func(teams.CountyResult) { counties++ }
	s := teams.NewStream(c)
	n := testing.AllocsPerRun(20, func() {
		if err := s.Add(units, yield); err != nil {
			t.Error(err)
		}
		s.Close(yield)
	})
	if n > 20 || counties == 0 {
		t.Errorf("%v allocations for 20 counties", n)
	}
}
