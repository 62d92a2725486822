package teams_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// The fifteen words of 三（四~）2, typed from the page.
func TestTheFieldsAreThoseOfThePlan(t *testing.T) {
	page := []string{"森林", "防汛抗旱", "地震地灾", "水上", "矿山", "危化", "工贸", "隧道", "通信", "电力", "道路运输", "卫生", "环境", "城市管理", "人防"}
	var got []string
	for _, f := range teams.Fields() {
		got = append(got, f.In(spec.Chinese))
		for _, s := range []string{f.String(), f.In(spec.Chinese)} {
			if back, ok := teams.ParseField(s); !ok || back != f {
				t.Errorf("%s does not read back", s)
			}
		}
	}
	if diff := cmp.Diff(page, got); diff != "" {
		t.Error(diff)
	}
	if set := teams.FieldsOf(teams.Fields()...); set.Len() != 15 || len(set.List()) != 15 || set.Has(0) || set.Has(200) {
		t.Errorf("set %b", set)
	}
}

func TestSectorsThatNoFieldServes(t *testing.T) {
	got := teams.UnservedSectors(teams.FieldsOf(teams.Fields()...))
	want := []hazards.Sector{hazards.FireSafety, hazards.Construction, hazards.SpecialEquipment, hazards.Tourism, hazards.IndustrialParks}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !teams.ServedByBrigade(hazards.FireSafety) || teams.ServedByBrigade(hazards.Tourism) {
		t.Error("fire is the brigade's, tourism is not")
	}
	if got := teams.UnservedSectors(0); len(got) != len(hazards.Sectors()) {
		t.Errorf("without fields %d sectors are unserved", len(got))
	}
}

func TestCertificateOnEachDay(t *testing.T) {
	c := teams.Certificate{From: measure.DateOf(2024, 3, 1), Until: measure.DateOf(2025, 2, 28)}
	w := teams.Windows{Renewal: 30, Grace: 10}
	for _, tt := range []struct {
		day  measure.Date
		want teams.CertificateState
	}{
		{measure.DateOf(2024, 2, 29), teams.NotYet},
		{measure.DateOf(2024, 3, 1), teams.InForce},
		{measure.DateOf(2025, 1, 29), teams.InForce},
		{measure.DateOf(2025, 1, 30), teams.Renew},
		{measure.DateOf(2025, 2, 28), teams.Renew},
		{measure.DateOf(2025, 3, 1), teams.InGrace},
		{measure.DateOf(2025, 3, 10), teams.InGrace},
		{measure.DateOf(2025, 3, 11), teams.Lapsed},
		{measure.Date{}, teams.InForce},
	} {
		if got := c.State(tt.day, w); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.day, got, tt.want)
		}
	}
	if got := c.State(measure.DateOf(2025, 3, 1), teams.Windows{}); got != teams.Lapsed {
		t.Errorf("without grace: %v", got)
	}
	if got := (teams.Certificate{}).State(asOf, w); got != teams.InForce {
		t.Errorf("without days: %v", got)
	}
}

func TestAgreementHoldsOnBothItsDays(t *testing.T) {
	a := teams.Agreement{From: asOf, Until: asOf.AddDays(10)}
	for n, want := range map[int]bool{-1: false, 0: true, 10: true, 11: false} {
		if got := a.InForce(asOf.AddDays(n)); got != want {
			t.Errorf("day %d: %v", n, got)
		}
	}
	if got := teams.AgreementsOn([]teams.Agreement{a, {ID: "open"}}, asOf.AddDays(11)); len(got) != 1 || got[0].ID != "open" {
		t.Errorf("%v", got)
	}
}

func TestTrainingIsJudgedByIntervalOrReading(t *testing.T) {
	day := measure.DateOf(2024, 6, 30)
	train := func(on measure.Date) []teams.Training {
		var out []teams.Training
		for _, h := range hazards.Naturals() {
			out = append(out, teams.Training{Team: "county-team", On: on, Kind: teams.OwnTraining, Hazard: h})
		}
		return out
	}
	for _, tt := range []struct {
		name     string
		training []teams.Training
		option   string
		interval int
		asOf     measure.Date
		verdict  spec.Verdict
	}{
		{"in the period", train(measure.DateOf(2021, 1, 1)), "once-in-period", 0, day, spec.Met},
		{"before the period", train(measure.DateOf(2020, 12, 31)), "once-in-period", 0, day, spec.Unknown},
		{"before the period, which is over", train(measure.DateOf(2020, 12, 31)), "once-in-period", 0, measure.DateOf(2025, 12, 31), spec.Unmet},
		{"one hazard short", train(measure.DateOf(2021, 1, 1))[1:], "once-in-period", 0, measure.DateOf(2025, 12, 31), spec.Unmet},
		{"within a year", train(measure.DateOf(2023, 7, 1)), "yearly", 0, day, spec.Met},
		{"a year ago", train(measure.DateOf(2023, 6, 30)), "yearly", 0, day, spec.Unmet},
		{"after the date", train(day.AddDays(1)), "yearly", 0, day, spec.Unmet},
		{"within the interval", train(day.AddDays(-90)), "yearly", 90, day, spec.Met},
		{"beyond the interval", train(day.AddDays(-91)), "once-in-period", 90, day, spec.Unmet},
	} {
		p, r := provisions(), records()
		r.Teams = forces()[:1]
		r.Training, r.HasTraining = tt.training, true
		if tt.interval > 0 {
			p.Forces.TrainingInterval = spec.Cite(measure.Count(tt.interval), source("9"))
		}
		a := teams.Assess(p, r, tt.asOf, spec.Choices{}.With("teams.training-interval", tt.option))
		f := one(t, a.Findings(), "teams.hazard-training", "", "")
		if f.Verdict != tt.verdict || f.Verdict == spec.Unknown && len(f.Missing) != 1 {
			t.Errorf("%s: %v, %d missing", tt.name, f.Verdict, len(f.Missing))
		}
		r.HasTraining, r.Training = false, nil
		if f := one(t, teams.Assess(p, r, tt.asOf, spec.Choices{}).Findings(), "teams.hazard-training", "", ""); f.Verdict != spec.Unknown {
			t.Errorf("%s without a register: %v", tt.name, f.Verdict)
		}
	}
}

func TestProtectionSetsAgainstMembers(t *testing.T) {
	for _, tt := range []struct {
		name     string
		sets     int
		option   string
		verdict  spec.Verdict
		required string
		gap      string
	}{
		{"one each", 298, "township-teams", spec.Met, "298", "0"},
		{"one short", 297, "township-teams", spec.Unmet, "298", "1"},
		{"with the county's team", 298, "county-team-too", spec.Unmet, "332", "34"},
	} {
		p, r := provisions(), records()
		r.Equipment, r.HasEquipment = []teams.Equipment{
			{Team: "township-teams", Item: "suit", Class: teams.PersonalProtection, Have: count(tt.sets)},
			{Team: "township-teams", Item: "boat", Class: teams.RescueEquipment, Have: count(900)},
			{Team: "militia-company", Item: "suit", Class: teams.PersonalProtection, Have: count(900)},
		}, true
		f := one(t, teams.Assess(p, r, asOf, spec.Choices{}.With("teams.protected-teams", tt.option)).Findings(), "teams.protection-sets", "", "")
		if f.Verdict != tt.verdict || f.Required.String() != tt.required || f.Gap.String() != tt.gap {
			t.Errorf("%s: %v required %v gap %v", tt.name, f.Verdict, f.Required, f.Gap)
		}
	}
}

func TestKindsWithoutATeam(t *testing.T) {
	list := []teams.Kind{teams.Militia, teams.Social, teams.Comprehensive}
	roster := append(forces(), teams.Team{Kind: teams.Social, Count: count(0)})
	for _, tt := range []struct {
		complete bool
		want     []spec.Verdict
	}{
		{true, []spec.Verdict{spec.Met, spec.Unmet, spec.Met}}, // a militia company with members is one team at least
		{false, []spec.Verdict{spec.Met, spec.Unknown, spec.Met}},
	} {
		var got []spec.Verdict
		for _, k := range teams.KindsPresent(list, roster, tt.complete, asOf) {
			got = append(got, k.Verdict)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("complete %v: %s", tt.complete, diff)
		}
	}
}

func TestRatingsAndModes(t *testing.T) {
	year := spec.Cite(measure.Count(365), source("9"))
	for n, want := range map[int]spec.Verdict{0: spec.Met, 365: spec.Met, 366: spec.Unmet, -1: spec.Unknown} {
		if got := (teams.Rating{Grade: "B", On: asOf.AddDays(-n)}).StandsOn(asOf, year); got != want {
			t.Errorf("%d days old: %v", n, got)
		}
	}
	if got := (teams.Rating{Grade: "B", On: asOf.AddDays(-9999)}).StandsOn(asOf, spec.Figure[measure.Count]{}); got != spec.Met {
		t.Errorf("without an interval: %v", got)
	}
	yes, no := spec.Exactly(true), spec.Exactly(false)
	for _, tt := range []struct {
		team teams.Team
		want spec.Verdict
	}{
		{teams.Team{Peacetime: yes, Wartime: yes}, spec.Met},
		{teams.Team{Peacetime: no}, spec.Unmet},
		{teams.Team{Wartime: yes}, spec.Unknown},
	} {
		if got := teams.ModesOf(tt.team); got != tt.want {
			t.Errorf("%v, want %v", got, tt.want)
		}
	}
}

func TestStrengthByTierFieldAndExpertsByHazard(t *testing.T) {
	roster := []teams.Team{
		{ID: "a", Kind: teams.Professional, Tier: teams.CountyTier, Strength: people(20), Skills: []teams.Skill{"mines"}, SkillsKnown: true},
		{ID: "b", Kind: teams.Professional, Tier: teams.CountyTier, Strength: people(5), Skills: []teams.Skill{"mines"}, SkillsKnown: true},
		{ID: "c", Kind: teams.Comprehensive, Tier: teams.TownshipTier, Strength: spec.AtLeast(measure.People(8))},
		{ID: "e1", Kind: teams.Experts, Tier: teams.CountyTier, Strength: people(3), Hazards: []hazards.Natural{hazards.FloodDrought}},
		{ID: "e2", Kind: teams.Experts, Tier: teams.CountyTier, Strength: people(4), Hazards: []hazards.Natural{hazards.FloodDrought, hazards.Earthquake}},
	}
	want := []teams.TierStrength{{Tier: teams.CountyTier, Strength: people(32)}, {Tier: teams.TownshipTier, Strength: spec.AtLeast(measure.People(8))}}
	got := teams.Strength(roster, asOf).Tiers
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v", got)
	}
	fields := teams.FieldCoverage([]teams.Field{teams.Mines, teams.Power}, roster, teams.FieldQuestion{Proof: teams.ClaimEnough, Complete: true}, asOf)
	if n, ok := fields[0].Strength.Value(); !ok || n != 25 || len(fields[0].Teams) != 2 || fields[1].Strength.Known() {
		t.Errorf("%+v", fields)
	}
	var free []string
	for _, e := range teams.ExpertsFor(roster, hazards.FloodDrought, "e1") {
		free = append(free, e.ID)
	}
	if diff := cmp.Diff([]string{"e2"}, free); diff != "" || len(teams.ExpertsFor(roster, hazards.ForestFire)) != 0 {
		t.Error(diff)
	}
	if diff := cmp.Diff([]hazards.Natural{hazards.Earthquake, hazards.FloodDrought}, teams.ExpertHazards(roster)); diff != "" {
		t.Error(diff)
	}
}

func TestMaintenanceIsOverdueAfterItsDay(t *testing.T) {
	list := []teams.Equipment{{Item: "today", MaintainBy: asOf}, {Item: "yesterday", MaintainBy: asOf.AddDays(-1)}, {Item: "nobody said"}}
	if got := teams.MaintenanceOverdue(list, asOf); len(got) != 1 || got[0].Item != "yesterday" {
		t.Errorf("%v", got)
	}
}
