package teams_test

import (
	"math/bits"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// drawGroup returns a few units with a few items each.
func drawGroup(t *rapid.T, units, items int) (teams.GroupResult, []teams.Sheet) {
	c := list("c", items, teams.Township)
	sheets := make([]teams.Sheet, units)
	for i := range sheets {
		sheets[i], _ = drawSheet(t, items)
	}
	return teams.Roll(c, teams.TownshipGroup, townships(units), sheets), sheets
}

func TestLeastFixesBringTheMostUnitsForEveryBudget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, items := rapid.IntRange(1, 4).Draw(t, "units"), rapid.IntRange(1, 3).Draw(t, "items")
		g, sheets := drawGroup(t, units, items)
		type cell struct{ unit, item int }
		var absent []cell
		for i, s := range sheets {
			for j := range items {
				if s.Answer(j) == teams.Absent {
					absent = append(absent, cell{i, j})
				}
			}
		}
		// Every set of fixes there is, the most units by its size.
		best := make([]int, len(absent)+1)
		for set := range 1 << len(absent) {
			fixed := append([]teams.Sheet(nil), sheets...)
			for k, a := range absent {
				if set>>k&1 == 1 {
					fixed[a.unit] = fixed[a.unit].With(a.item, teams.Present)
				}
			}
			met := 0
			for i, s := range fixed {
				if s.Verdict(items) == spec.Met && sheets[i].Verdict(items) != spec.Met {
					met++
				}
			}
			n := bits.OnesCount(uint(set))
			best[n] = max(best[n], met)
		}
		plan := g.LeastFixes()
		for budget := range best {
			want := 0
			for n := range budget + 1 {
				want = max(want, best[n])
			}
			got, used := plan.Within(budget)
			if got != want || used > budget {
				t.Fatalf("%d fixes bring %d units (%d used), want %d", budget, got, used, want)
			}
		}
		// The fixes named do what is said of them.
		fixed := append([]teams.Sheet(nil), sheets...)
		for _, f := range plan.Fixes {
			for i, u := range townships(units) {
				if u.ID() == f.Unit.ID() {
					item, _ := g.Checklist.Item(f.Item.ID)
					if fixed[i].Answer(item) != teams.Absent {
						t.Fatalf("%s is given %s, which it does not lack", u.ID(), f.Item.ID)
					}
					fixed[i] = fixed[i].With(item, teams.Present)
				}
			}
		}
		after := teams.Roll(g.Checklist, teams.TownshipGroup, townships(units), fixed)
		if got, want := after.Tally.Met, g.Tally.Met+len(plan.Steps); got != want {
			t.Fatalf("%d units meet it after all fixes, want %d", got, want)
		}
	})
}

func TestProgrammesAreTheBestOfEveryChoiceOfItems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, items := rapid.IntRange(1, 8).Draw(t, "units"), rapid.IntRange(1, 4).Draw(t, "items")
		g, sheets := drawGroup(t, units, items)
		got, ok := g.Programmes()
		if !ok {
			t.Fatal("so few items and not every choice tried")
		}
		units2, fixes2 := map[int]int{}, map[int]int{}
		most, lacked := 0, 0 // items that some unit lacks whose other items are all known
		for _, s := range sheets {
			lacks, open := 0, false
			for j := range items {
				open = open || s.Answer(j) == teams.NotAssessed
				if s.Answer(j) == teams.Absent {
					lacks |= 1 << j
				}
			}
			if !open {
				lacked |= lacks
			}
		}
		for set := range 1 << items {
			if set&^lacked != 0 {
				continue
			}
			gain, fixes := 0, 0
			for _, s := range sheets {
				before := s
				for j := range items {
					if set>>j&1 == 1 && s.Answer(j) == teams.Absent {
						s = s.With(j, teams.Present)
						fixes++
					}
				}
				if before.Verdict(items) == spec.Unmet && s.Verdict(items) == spec.Met {
					gain++
				}
			}
			n := bits.OnesCount(uint(set))
			if was, seen := units2[n]; !seen || gain > was || gain == was && fixes < fixes2[n] {
				units2[n], fixes2[n] = gain, fixes
			}
			most = max(most, gain)
		}
		for i, p := range got {
			if p.Units != units2[i+1] || p.Fixes != fixes2[i+1] || len(p.Items) != i+1 {
				t.Fatalf("%d items: %d units by %d fixes, want %d by %d", i+1, p.Units, p.Fixes, units2[i+1], fixes2[i+1])
			}
		}
		if n := len(got); most > 0 && got[n-1].Units != most {
			t.Fatalf("the last programme brings %d, want %d", got[n-1].Units, most)
		}
	})
}

func TestLeastFixesOfThreeTownships(t *testing.T) {
	c := list("six-haves", 6, teams.Township)
	full := sheetOf(6)
	units := townships(5)
	sheets := []teams.Sheet{
		full.With(3, teams.Absent).With(4, teams.Absent),
		full.With(4, teams.Absent),
		full,
		full.With(0, teams.NotAssessed),
		full.With(1, teams.Absent).With(2, teams.NotAssessed),
	}
	g := teams.Roll(c, teams.TownshipGroup, units, sheets)
	plan := g.LeastFixes()
	if diff := cmp.Diff([]teams.FixStep{{Units: 1, Fixes: 1}, {Units: 2, Fixes: 3}}, plan.Steps); diff != "" {
		t.Error(diff)
	}
	if plan.Met != 1 || plan.Open != 2 || len(plan.Fixes) != 3 || plan.Fixes[0].Unit.ID() != units[1].ID() || plan.Fixes[0].Item.ID != "item-4" {
		t.Errorf("%+v", plan)
	}
	programmes, ok := g.Programmes()
	if !ok || len(programmes) != 2 || programmes[0].Items[0].ID != "item-4" || programmes[0].Units != 1 || programmes[0].Fixes != 2 || programmes[1].Units != 2 {
		t.Errorf("%+v", programmes)
	}
	if u, used := (teams.FixPlan{}).Within(9); u != 0 || used != 0 {
		t.Errorf("nothing to fix brings %d", u)
	}
}

func TestMoreItemsThanProgrammesTry(t *testing.T) {
	c := list("wide", 17, teams.Township)
	var s teams.Sheet
	for i := range 17 {
		s = s.With(i, teams.Absent)
	}
	if _, ok := teams.Roll(c, teams.TownshipGroup, townships(1), []teams.Sheet{s}).Programmes(); ok {
		t.Error("17 different items were tried")
	}
	s = s.With(16, teams.Present)
	if p, ok := teams.Roll(c, teams.TownshipGroup, townships(1), []teams.Sheet{s}).Programmes(); !ok || p[len(p)-1].Units != 1 {
		t.Error("16 different items were not tried")
	}
}
