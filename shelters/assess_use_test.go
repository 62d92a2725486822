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

func usedProvisions() shelters.Provisions {
	p := fengduProvisions()
	p.LongTerm.Years = spec.Cite(years("2021-2030"), planSource)
	per := func(id string, class shelters.Class, stay shelters.Stay, area string) shelters.PerPerson {
		return shelters.PerPerson{ID: id, Class: class, Stay: stay, Area: cited(area)}
	}
	p.PerPerson = []shelters.PerPerson{per("short", shelters.FixedShort, shelters.Lodging, "2"), per("emergency", shelters.EmergencyClass, shelters.Temporary, "1")}
	p.Reach = []shelters.ReachNorm{{ID: "near", Stay: shelters.Lodging, Within: figure(measure.Millimetres(3_000_000))}}
	p.SiteAreas = []shelters.SiteArea{{Class: shelters.FixedMedium, Least: figure(m2("10000"))}}
	p.Scenario = shelters.Scenario{Hazard: hazards.FloodDrought, Farthest: figure(measure.Millimetres(9_000_000)), Source: planSource}
	return p
}

// equipped is a shelter of which everything is known and nothing is lacking.
func equipped(id string, class shelters.Class, lodging measure.People) shelters.Shelter {
	s := shelters.Shelter{ID: id, Name: id, Class: class, Setting: shelters.Outdoor, Status: shelters.New, CompletedOn: day("2023-05-01"),
		EffectiveArea: spec.Exactly(m2("6000")), Temporary: spec.Exactly(3 * lodging), Lodging: spec.Exactly(lodging), StepFree: spec.Exactly(true),
		Entrances: spec.Exactly[measure.Count](4), WaterKinds: spec.Exactly[measure.Count](2), PowerKinds: spec.Exactly[measure.Count](2),
		FireDistance: spec.Exactly(measure.Millimetres(40_000)), Money: spec.Exactly(measure.Fen(300_000_00))}
	for _, f := range shelters.FacilitiesOf(class) {
		s.Facilities = append(s.Facilities, shelters.FacilityFact{Facility: f, Present: spec.Exactly(true)})
	}
	for _, h := range hazards.Naturals() {
		s.Exposures = append(s.Exposures, shelters.Exposure{Hazard: h, InZone: spec.Exactly(false), Serves: spec.Exactly(true)})
	}
	return s
}

func usedRecords() shelters.Records {
	exactly := func(n measure.People) spec.Observed[measure.People] { return spec.Exactly(n) }
	return shelters.Records{HasShelters: true, HasAreas: true, HasWays: true, Subject: spec.Subject{Kind: "county", ID: "990101"},
		Stated:   shelters.Stated{Planned: spec.Exactly[measure.Count](4)},
		Shelters: []shelters.Shelter{equipped("a", shelters.FixedShort, 2000), equipped("b", shelters.EmergencyClass, 500)},
		Areas:    []shelters.ServiceArea{area("990101001001", exactly(1900), "a"), area("990101001002", exactly(450), "b")},
		Ways: []shelters.Way{{Village: "990101001001", Site: "a", Metres: 1000}, {Village: "990101001001", Site: "b", Metres: 8000},
			{Village: "990101001002", Site: "b", Metres: 2999}, {Village: "990101001002", Site: "a", Metres: 9000}}}
}

// useLines writes the findings about the use of shelters.
func useLines(p shelters.Provisions, r shelters.Records, choices spec.Choices) string {
	all := lines(shelters.Assess(p, r, day("2025-12-31"), choices).Findings())
	return all[strings.Index(all, "shelters.usable"):]
}

func TestUseWithEverythingKnown(t *testing.T) {
	want := `shelters.usable: not-applicable figure exact 2500 person
shelters.facilities: met all-met exact 2 shelter ≥ 2 gap 0
shelters.conditions: met all-met exact 2 shelter ≥ 2 gap 0
shelters.class-capacity: not-applicable figure exact 9000 person
shelters.next-class: not-applicable figure exact 0 shelter
shelters.responsibility: met all-met exact 2 unit ≥ 2 gap 0
shelters.reach near: not-applicable figure exact 100 percent
shelters.assignment: met compared exact 2350 person ≥ 2350 gap 0
shelters.path: not-applicable figure exact 50 percent
shelters.money: not-applicable figure exact 30 wan-yuan
`
	if diff := cmp.Diff(want, useLines(usedProvisions(), usedRecords(), spec.Choices{})); diff != "" {
		t.Error(diff)
	}
}

func TestUseWithThingsLacking(t *testing.T) {
	r := usedRecords()
	r.Shelters[0].Exposures[3].InZone = spec.Exactly(true) // flood
	r.Shelters[0].Facilities[4].Present = spec.Exactly(false)
	r.Shelters[1].FireDistance = spec.Exactly(measure.Millimetres(29_000))
	r.Shelters[1].Lodging = spec.Exactly[measure.People](449)
	r.Areas[0].Population, r.Ways[0].Metres = spec.Exactly[measure.People](50), 3001
	want := `shelters.usable: not-applicable figure exact 449 person
shelters.facilities: unmet some-unmet exact 1 shelter ≥ 2 gap 1
shelters.conditions: unmet some-unmet exact 1 shelter ≥ 2 gap 1
shelters.class-capacity: not-applicable figure exact 9000 person
shelters.next-class: not-applicable figure exact 0 shelter
shelters.responsibility: unmet some-unmet exact 1 unit ≥ 2 gap 1
shelters.reach near: not-applicable figure exact 90 percent
shelters.assignment: unmet compared exact 449 person ≥ 2350 gap 1901
shelters.path: not-applicable figure exact 50 percent
shelters.money: not-applicable figure exact 30 wan-yuan
`
	if diff := cmp.Diff(want, useLines(usedProvisions(), r, spec.Choices{})); diff != "" {
		t.Error(diff)
	}
	f := find(t, shelters.Assess(usedProvisions(), r, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.assignment")
	if words := "990101001001, 990101001002 reach 449 beds in b: 1901 missing; the fewest beds that help: 1901 at b"; !strings.Contains(f.Reason.Text.EN, words) {
		t.Errorf("%s, want %s", f.Reason.Text.EN, words)
	}
}

func TestUseWithThingsUnknown(t *testing.T) {
	r := usedRecords()
	r.Shelters[0].Exposures[3].InZone = spec.Observed[bool]{}
	r.Shelters[0].Facilities = r.Shelters[0].Facilities[1:]
	r.Shelters[1].FireDistance = spec.Observed[measure.Distance]{}
	r.Shelters[1].Class = 0
	r.Shelters[1].Money = spec.Observed[measure.Money]{}
	r.Areas[1].Evacuees, r.Areas[1].Population = spec.Observed[measure.People]{}, spec.Observed[measure.People]{}
	r.Stated.Planned = spec.Observed[measure.Count]{}
	want := `shelters.usable: unknown partial-data at-least 500 person [shelter_hazards.csv]
shelters.facilities: unknown partial-data at-least 0 shelter ≥ 2 [shelters.csv: class] [shelter_facilities.csv]
shelters.conditions: unknown partial-data at-least 1 shelter ≥ 2 [shelters.csv: fire_distance]
shelters.class-capacity: unknown partial-data at-least 3000 person [shelters.csv: class]
shelters.next-class: unknown partial-data at-least 0 shelter [shelters.csv: class]
shelters.responsibility: unknown partial-data at-least 1 unit ≥ 2 [service_areas.csv: evacuees]
shelters.reach near: unknown partial-data [service_areas.csv: population]
shelters.assignment: unknown partial-data [service_areas.csv: evacuees] [shelter_hazards.csv]
shelters.path: unknown no-data [county.yaml: shelters.planned]
shelters.money: unknown partial-data exact 30 wan-yuan [shelters.csv: money]
`
	if diff := cmp.Diff(want, useLines(usedProvisions(), r, spec.Choices{})); diff != "" {
		t.Error(diff)
	}
}

func TestUseReadsItsReadings(t *testing.T) {
	r := usedRecords()
	r.Shelters[1].Exposures[3].Serves = spec.Exactly(false)
	r.Shelters[1].Lodging = spec.Exactly[measure.People](1)
	for choice, want := range map[[2]string]string{
		{"", ""}: "unmet unmet",
		{"shelters.refuge-capacity", "temporary"}:                     "met met",
		{"shelters.usable-under-hazard", "outside-zone-and-declared"}: "unmet unmet",
		{"shelters.refuge-capacity", "nothing of the kind"}:           "unknown unknown",
	} {
		choices := spec.Choices{}
		if choice[0] != "" {
			choices = choices.With(choice[0], choice[1])
		}
		findings := shelters.Assess(usedProvisions(), r, day("2025-12-31"), choices).Findings()
		got := find(t, findings, "shelters.responsibility").Verdict.String() + " " + find(t, findings, "shelters.assignment").Verdict.String()
		if got != want {
			t.Errorf("%v: %s, want %s", choice, got, want)
		}
	}
	byClass := spec.Choices{}.With("shelters.fixed-capacity", "by-class")
	r.PlannedPopulation = spec.Exactly[measure.People](10_000)
	f := find(t, shelters.Assess(usedProvisions(), r, day("2025-12-31"), byClass).Findings(), "shelters.fixed-share")
	if f.Actual.String() != "20" || f.Verdict != spec.Met {
		t.Errorf("%s", line(f)) // 2,000 in the fixed shelter, the emergency one left out
	}
}

func TestUnitFindingsNameShelterAndVillage(t *testing.T) {
	r := usedRecords()
	r.Shelters[1].Facilities[0].Present = spec.Exactly(false)
	var got []string
	for _, f := range shelters.Assess(usedProvisions(), r, day("2025-12-31"), spec.Choices{}).UnitFindings() {
		got = append(got, f.Rule+" "+f.Subject.String()+" "+f.Verdict.String()+": "+f.Reason.Text.EN)
		if !f.Reason.Text.Complete() || f.Reason.Code == "" {
			t.Errorf("%+v", f.Reason)
		}
		for _, in := range f.Inputs {
			if !in.Label.Complete() {
				t.Errorf("%s: the input %s has no words", f.Rule, in.Name)
			}
		}
	}
	want := []string{
		"shelters.facilities shelter:a met: short-term fixed shelter",
		"shelters.conditions shelter:a met: every condition that applies is met",
		"shelters.next-class shelter:a not-applicable: to be a medium-term fixed shelter; effective area lacking: 4000 m²",
		"shelters.facilities shelter:b unmet: emergency shelter; lacking: rest area",
		"shelters.conditions shelter:b met: every condition that applies is met",
		"shelters.next-class shelter:b not-applicable: to be a short-term fixed shelter; to be added: rest area; to be checked: management; sleeping area; " +
			"medical care; storage; waste point; water supply; power supply; broadcast; sewage; ventilation",
		"shelters.responsibility shelter:a met: capacity 2000, evacuees of 1 service area 1900",
		"shelters.responsibility shelter:b met: capacity 500, evacuees of 1 service area 450",
		"shelters.assignment village:990101001001 met: 1900 people to a (a), 1000 m",
		"shelters.assignment village:990101001002 met: 450 people to b (b), 2999 m",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStandardsAreThePlansChoice(t *testing.T) {
	p := usedProvisions()
	p.Standards = nil
	findings := shelters.Assess(p, usedRecords(), day("2025-12-31"), spec.Choices{}).Findings()
	for _, rule := range []string{"shelters.facilities", "shelters.conditions", "shelters.responsibility"} {
		if f := find(t, findings, rule); f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan {
			t.Errorf("%s", line(f))
		}
	}
}

func TestStatedAboveTheAreaOfTheClassIsNamed(t *testing.T) {
	r := usedRecords()
	r.Shelters[0].Lodging = spec.Exactly[measure.People](3001)
	f := find(t, shelters.Assess(usedProvisions(), r, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.class-capacity")
	if !strings.Contains(f.Reason.Text.EN, "with 1 stating more: a") || !strings.Contains(f.Reason.Text.ZH, "a") {
		t.Error(f.Reason.Text.EN)
	}
	r.Shelters[0].Lodging = spec.Exactly[measure.People](3000)
	if f = find(t, shelters.Assess(usedProvisions(), r, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.class-capacity"); strings.Contains(f.Reason.Text.EN, "stating more") {
		t.Error(f.Reason.Text.EN)
	}
}
