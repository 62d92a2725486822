package teams_test

import (
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// A value beyond its closed set has no code and breaks nothing.
func TestValuesBeyondTheirSet(t *testing.T) {
	for past := 4; past < 256; past++ {
		n := uint8(past)
		got := []string{teams.Tier(n).String(), teams.StationKind(n).String(), teams.OfficeClass(n).String(), teams.Answer(n).String()}
		if past >= 6 {
			got = append(got, teams.UnitClass(n).String(), teams.Unread(n).String())
		}
		if past >= 9 {
			got = append(got, teams.Kind(n).String(), teams.Kind(n).In(spec.Chinese))
		}
		for i, s := range got {
			if s != "" {
				t.Errorf("value %d of set %d is %q", past, i, s)
			}
		}
		if past >= 9 {
			force := teams.Strength([]teams.Team{{Kind: teams.Kind(n), Strength: people(1)}}, asOf)
			if all, ok := force.All.Value(); !ok || all != 0 || force.Kinds != nil {
				t.Errorf("a team of kind %d counts %d", past, all)
			}
		}
	}
	if teams.Answer(9).Verdict() != spec.Unknown || teams.UnitClass(9).Group() != 0 {
		t.Error("a value beyond its set has a meaning")
	}
}

func TestStrengthOfUnknownTeamsIsUnknown(t *testing.T) {
	force := teams.Strength([]teams.Team{{Kind: teams.Militia}}, asOf)
	if force.All != (spec.Observed[measure.People]{}) || force.Standing != (spec.Observed[measure.People]{}) {
		t.Errorf("%+v, want unknown", force)
	}
	force = teams.Strength([]teams.Team{{Kind: teams.Militia, Strength: spec.Between(measure.People(2), measure.People(5))}, {Kind: teams.Militia, Strength: people(1)}}, asOf)
	low, _ := force.All.Low()
	high, _ := force.All.High()
	if low != 3 || high != 6 {
		t.Errorf("between %d and %d, want 3 and 6", low, high)
	}
}

func TestStrengthBeyond64BitsIsUnknown(t *testing.T) {
	const most = measure.People(1<<63 - 1)
	militia := func(o spec.Observed[measure.People]) teams.Team {
		return teams.Team{Kind: teams.Militia, Strength: o}
	}
	for _, all := range [][]teams.Team{
		{militia(spec.AtLeast(most)), militia(spec.AtLeast(measure.People(1)))},
		{militia(spec.AtLeast(most)), militia(spec.AtLeast(measure.People(1))), militia(people(1))},
		{militia(spec.AtMost(most)), militia(spec.AtMost(measure.People(1)))},
		{militia(spec.AtMost(most)), militia(people(1)), militia(people(1))},
	} {
		if force := teams.Strength(all, asOf); force.All != (spec.Observed[measure.People]{}) {
			t.Errorf("%+v, want unknown", force.All)
		}
	}
}

func TestMeanSizeNeedsEveryNumber(t *testing.T) {
	township := func(n spec.Observed[measure.Count], members spec.Observed[measure.People]) teams.Team {
		return teams.Team{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Count: n, Strength: members}
	}
	placed := teams.Team{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Place: code("990101100"), Strength: people(8)}
	for _, tt := range []struct {
		name  string
		teams []teams.Team
		want  string
	}{
		{"group and a placed team", []teams.Team{township(count(3), people(30)), placed}, "9.50"},
		{"number of teams unknown", []teams.Team{township(spec.Observed[measure.Count]{}, people(30)), placed}, "—"},
		{"members unknown", []teams.Team{township(count(3), spec.Observed[measure.People]{}), placed}, "—"},
		{"members bounded", []teams.Team{township(count(3), spec.AtLeast(measure.People(30)))}, "—"},
		{"members beyond 64 bits", []teams.Team{township(count(3), people(1<<63-1)), placed}, "—"},
		{"no team", nil, "—"},
		{"other tiers", []teams.Team{{Tier: teams.CountyTier, Kind: teams.Comprehensive, Count: count(1), Strength: people(34)}}, "—"},
	} {
		if got := teams.MeanSize(tt.teams, asOf).Text(2); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestCompletionBounds(t *testing.T) {
	units := townships(6)
	group := teams.Team{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Count: count(4)}
	placed := teams.Team{Tier: teams.TownshipTier, Kind: teams.Comprehensive, Place: units[0].Code}
	done := placed
	done.Completed = count(1)
	excess := group
	excess.Completed = count(5)
	for _, tt := range []struct {
		name      string
		teams     []teams.Team
		low, high measure.Count
	}{
		{"no more of a group than it has", []teams.Team{group}, 0, 4},
		{"more completed than there are", []teams.Team{excess}, 4, 4},
		{"one placed team, not said", []teams.Team{placed}, 0, 1},
		{"sure, then not said", []teams.Team{done, placed}, 1, 1},
		{"not said, then sure", []teams.Team{placed, done}, 1, 1},
		{"two groups", []teams.Team{group, group}, 0, 6},
	} {
		got := teams.TownshipsWithTeam(tt.teams, units, teams.Standardised, asOf)
		low, _ := got.Low()
		high, _ := got.High()
		if low != tt.low || high != tt.high {
			t.Errorf("%s: between %d and %d, want %d and %d", tt.name, low, high, tt.low, tt.high)
		}
	}
}

func TestStaffingNeedsAnOfficeAndANorm(t *testing.T) {
	norm := func(n measure.People) spec.Figure[measure.People] { return spec.Cite(n, source("1")) }
	for _, tt := range []struct {
		name    string
		offices measure.Count
		norm    spec.Figure[measure.People]
		ok      bool
	}{
		{"one office", 1, norm(1), true},
		{"no office", 0, norm(5), false},
		{"a norm of nobody", 6, norm(0), false},
		{"a figure without a source", 6, spec.Figure[measure.People]{Value: 5}, false},
		{"beyond 64 bits", 2, norm(1 << 62), false},
	} {
		s, ok := teams.StaffingOf(tt.offices, tt.norm, people(1))
		if ok != tt.ok || s.Offices != tt.offices || !ok && s.Judgement.Verdict != spec.Unknown {
			t.Errorf("%s: %v %+v", tt.name, ok, s)
		}
	}
}

func TestRollTakesOnlyUnitsOfTheGroup(t *testing.T) {
	units := []teams.Unit{
		{Code: code("990101100"), Class: teams.Township},
		{Code: code("990101001"), Class: teams.Subdistrict},
		{Park: "park-1", Class: teams.IndustrialPark},
		{Code: code("990101100200"), Class: teams.Village},
	}
	full := teams.Sheet{}.With(0, teams.Present).With(1, teams.Present)
	c := list("c", 2, teams.Township, teams.IndustrialPark)
	got := teams.Roll(c, teams.TownshipGroup, units, []teams.Sheet{full, full, full, full})
	if len(got.Units) != 1 || got.Units[0].Unit.ID() != "990101100" || got.Verdict() != spec.Met {
		t.Errorf("%+v", got.Units)
	}
	// A unit without a sheet answered nothing.
	got = teams.Roll(list("c", 2, teams.Township, teams.Subdistrict), teams.TownshipGroup, units, []teams.Sheet{full})
	if got.Verdict() != spec.Unknown || got.Tally != (spec.Tally{Met: 1, Unknown: 1}) {
		t.Errorf("%+v", got.Tally)
	}
}

func TestWeakestIsTheFirstOfTheMostAbsent(t *testing.T) {
	c := list("c", 3, teams.Township)
	lacks := func(items ...int) teams.Sheet {
		s := teams.Sheet{}.With(0, teams.Present).With(1, teams.Present).With(2, teams.Present)
		for _, i := range items {
			s = s.With(i, teams.Absent)
		}
		return s
	}
	for _, tt := range []struct {
		sheets []teams.Sheet
		want   string
	}{
		{[]teams.Sheet{lacks(1, 2), lacks(1, 2)}, "item-1"},
		{[]teams.Sheet{lacks(0, 2), lacks(2)}, "item-2"},
		{[]teams.Sheet{lacks(), lacks()}, ""},
	} {
		got, ok := teams.Roll(c, teams.TownshipGroup, townships(2), tt.sheets).Weakest()
		if got.Item.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("weakest %q %v, want %q", got.Item.ID, ok, tt.want)
		}
	}
}

func TestChecklistOfTooManyItemsStaysUnknown(t *testing.T) {
	p, r := teams.Provisions{Checklists: []teams.Checklist{list("long", teams.MaxItems+1, teams.Township)}}, records()
	r.Townships = r.Townships[:1]
	r.Answers = answersFor(p.Checklists[0], r.Townships[0].ID(), teams.Present)
	a := teams.Assess(p, r, asOf, spec.Choices{})
	if a.Checklists[0].Verdict() != spec.Unknown || len(a.Unread) != 1 || a.Unread[0].Why != teams.UnknownItem {
		t.Errorf("%v, unread %v", a.Checklists[0].Verdict(), a.Unread)
	}
}
