package shelters_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

func TestFengduAsItsPlanPrintsIt(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}}
	got := lines(shelters.Assess(fengduProvisions(), records, day("2022-08-02"), spec.Choices{}).Findings())
	want := `shelters.count: not-applicable figure exact 25 shelter
shelters.effective-area: not-applicable figure exact 37.96 ha
shelters.temporary-capacity: not-applicable figure exact 253406 person
shelters.lodging-capacity: not-applicable figure exact 96050 person
shelters.stated-totals: not-applicable nothing-to-judge
shelters.capacity gb-21734-living: not-applicable figure exact 253066 person
shelters.capacity gb-51143-fixed-short-term: not-applicable figure exact 189800 person
shelters.fixed-share: unknown no-data ≥ 15 [county.yaml: shelters.planned_population]
shelters.new shelters-new: unknown no-data ≥ 5 [county.yaml: shelters.new]
shelters.upgraded shelters-upgraded: unknown no-data ≥ 5 [county.yaml: shelters.upgraded]
shelters.completion shelters-completion: unknown no-data ≥ 100 [county.yaml: shelters.planned]
shelters.usable: unknown no-data [shelters.csv]
shelters.facilities: unknown no-data [shelters.csv]
shelters.conditions: unknown no-data [shelters.csv]
shelters.class-capacity: unknown no-data [shelters.csv]
shelters.next-class: unknown no-data [shelters.csv]
shelters.responsibility: unknown no-data [shelters.csv] [service_areas.csv]
shelters.reach: not-applicable not-in-plan
shelters.assignment: not-applicable not-in-plan
shelters.path: not-applicable not-in-plan
shelters.money: unknown no-data [shelters.csv]
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNothingReportedIsUnknownAndPrintsNoNumber(t *testing.T) {
	for _, f := range shelters.Assess(fengduProvisions(), shelters.Records{}, day("2025-12-31"), spec.Choices{}).Findings() {
		if f.Rule == "shelters.stated-totals" || f.Reason.Code == spec.ReasonNotInPlan {
			continue // nothing stated, nothing listed; nothing asked for
		}
		if f.Verdict != spec.Unknown || f.Actual.Known() || f.Actual.String() != "" || len(f.Missing) == 0 {
			t.Errorf("%s", line(f))
		}
	}
}

func TestNothingProvidedIsNotApplicable(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}}
	for _, f := range shelters.Assess(shelters.Provisions{}, records, day("2025-12-31"), spec.Choices{}).Findings() {
		if f.Verdict == spec.Unknown && f.Reason.Code == spec.ReasonNoData && f.Kind == spec.FigureKind {
			continue // a figure that nothing judges does not hang on the plan
		}
		if f.Verdict != spec.NotApplicable || len(f.Missing) != 0 {
			t.Errorf("%s", line(f))
		}
	}
}

func TestEmptyTableIsNoShelters(t *testing.T) {
	records := shelters.Records{HasShelters: true}
	got := shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{})
	if diff := cmp.Diff("0 | 0 | 0 | 0", totals(got.Network)); diff != "" {
		t.Error(diff)
	}
	if f := find(t, got.Findings(), "shelters.new"); f.Verdict != spec.Unmet || f.Gap.String() != "5" {
		t.Errorf("%s", line(f))
	}
}

func programme(n int, status shelters.Status, on string) []shelters.Shelter {
	var list []shelters.Shelter
	for range n {
		list = append(list, built("s", status, on))
	}
	return list
}

func TestProgrammeAtItsBoundaries(t *testing.T) {
	for _, tt := range []struct {
		name string
		list []shelters.Shelter
		asOf string
		want string
	}{
		{"five", programme(5, shelters.New, "2025-12-31"), "2025-12-31", "met compared exact 5 shelter ≥ 5 gap 0"},
		{"four at the end", programme(4, shelters.New, "2024-01-01"), "2025-12-31", "unmet compared exact 4 shelter ≥ 5 gap 1"},
		{"four the day before", programme(4, shelters.New, "2024-01-01"), "2025-12-30", "unknown not-due exact 4 shelter ≥ 5 gap 1"},
		{"five, one of them later", append(programme(4, shelters.New, "2024-01-01"), built("s", shelters.New, "2026-01-01")), "2025-12-31",
			"unmet compared exact 4 shelter ≥ 5 gap 1"},
		{"five, one of them before the plan", append(programme(4, shelters.New, "2024-01-01"), built("s", shelters.New, "2020-12-31")), "2025-12-31",
			"unmet compared exact 4 shelter ≥ 5 gap 1"},
		{"four and one undated", append(programme(4, shelters.New, "2024-01-01"), built("s", shelters.New, "")), "2025-12-31",
			"unknown partial-data at-least 4 shelter ≥ 5 [shelters.csv: completed_on]"},
		{"five and one undated", append(programme(5, shelters.New, "2024-01-01"), built("s", shelters.New, "")), "2025-12-31",
			"met compared at-least 5 shelter ≥ 5 gap 0"},
		{"three and one undated", append(programme(3, shelters.New, "2024-01-01"), built("s", shelters.New, "")), "2025-12-31",
			"unmet compared at-least 3 shelter ≥ 5"},
		{"four and one without status", append(programme(4, shelters.New, "2024-01-01"), built("s", 0, "2024-01-01")), "2025-12-31",
			"unknown partial-data at-least 4 shelter ≥ 5 [shelters.csv: status]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			records := shelters.Records{Shelters: tt.list, HasShelters: true}
			f := find(t, shelters.Assess(fengduProvisions(), records, day(tt.asOf), spec.Choices{}).Findings(), "shelters.new")
			if diff := cmp.Diff("shelters.new shelters-new: "+tt.want, line(f)); diff != "" {
				t.Error(diff)
			}
			if !f.Reason.Text.Complete() || !f.Title.Complete() {
				t.Errorf("reason %+v, title %+v", f.Reason.Text, f.Title)
			}
		})
	}
}

func TestStatedBoundsDecideWhereTheyCan(t *testing.T) {
	for _, tt := range []struct {
		stated spec.Observed[measure.Count]
		want   string
	}{
		{spec.AtMost[measure.Count](4), "unmet compared at-most 4 shelter ≥ 5"},
		{spec.AtMost[measure.Count](5), "unknown partial-data at-most 5 shelter ≥ 5 [county.yaml: shelters.new]"},
		{spec.AtLeast[measure.Count](5), "met compared at-least 5 shelter ≥ 5 gap 0"},
		{spec.AtLeast[measure.Count](4), "unknown partial-data at-least 4 shelter ≥ 5 [county.yaml: shelters.new]"},
	} {
		records := shelters.Records{Stated: shelters.Stated{New: tt.stated, Network: shelters.Network{Shelters: tt.stated}}}
		findings := shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings()
		if diff := cmp.Diff("shelters.new shelters-new: "+tt.want, line(find(t, findings, "shelters.new"))); diff != "" {
			t.Error(diff)
		}
		low, high := "at-least", "at-most"
		count := find(t, findings, "shelters.count")
		if got := count.Bound.String(); got != low && got != high || !strings.Contains(tt.want, got+" "+count.Actual.String()) {
			t.Errorf("%s", line(count))
		}
	}
}

func TestUpgradedCountsApartFromNew(t *testing.T) {
	list := append(programme(5, shelters.Upgraded, "2023-01-01"), programme(2, shelters.New, "2023-01-01")...)
	got := shelters.Assess(fengduProvisions(), shelters.Records{Shelters: list, HasShelters: true}, day("2025-12-31"), spec.Choices{})
	if got.Upgraded.Judgement.Verdict != spec.Met || got.New.Judgement.Verdict != spec.Unmet {
		t.Errorf("upgraded %s, new %s", got.Upgraded.Judgement.Verdict, got.New.Judgement.Verdict)
	}
}

func TestCompletionIsNotDueBefore2030(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated(), Planned: spec.Exactly[measure.Count](40)}}
	for asOf, want := range map[string]string{
		"2025-12-31": "unknown not-due exact 62.5 percent ≥ 100 gap 37.5",
		"2030-12-30": "unknown not-due exact 62.5 percent ≥ 100 gap 37.5",
		"2030-12-31": "unmet compared exact 62.5 percent ≥ 100 gap 37.5",
	} {
		f := find(t, shelters.Assess(fengduProvisions(), records, day(asOf), spec.Choices{}).Findings(), "shelters.completion")
		if diff := cmp.Diff("shelters.completion shelters-completion: "+want, line(f)); diff != "" {
			t.Errorf("%s: %s", asOf, diff)
		}
	}
	records.Stated.Planned = spec.Exactly[measure.Count](25)
	if f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.completion"); f.Verdict != spec.Met {
		t.Errorf("%s", line(f))
	}
}

func TestFixedShareAtItsBoundary(t *testing.T) {
	// 96050 is 15 % of 640333.33…: one person more is too many.
	for population, want := range map[measure.People]string{
		640333: "met compared exact 15.00001 percent ≥ 15 gap 0",
		640334: "unmet compared exact 14.99998 percent ≥ 15 gap 0.00002",
	} {
		records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}, PlannedPopulation: spec.Exactly(population)}
		f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.fixed-share")
		if diff := cmp.Diff("shelters.fixed-share: "+want, line(f)); diff != "" {
			t.Errorf("%d people: %s", population, diff)
		}
		if diff := cmp.Diff([]string{"shelters.fixed-capacity=lodging"}, f.Readings); diff != "" {
			t.Error(diff)
		}
	}
}

func TestFixedShareByItsReading(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}, PlannedPopulation: spec.Exactly[measure.People](640333)}
	for option, want := range map[string]string{
		"lodging":    "met compared",
		"not-judged": "unknown undefined",
		"other":      "unknown invalid-choice",
	} {
		choices := spec.Choices{}.With("shelters.fixed-capacity", option)
		f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), choices).Findings(), "shelters.fixed-share")
		if got := f.Verdict.String() + " " + f.Reason.Code; got != want {
			t.Errorf("%s: %s, want %s", option, got, want)
		}
		if diff := cmp.Diff([]string{"shelters.fixed-capacity=" + option}, f.Readings); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTableStandsInWhereNothingIsStated(t *testing.T) {
	records := shelters.Records{
		Stated:   shelters.Stated{Network: shelters.Network{Shelters: spec.Exactly[measure.Count](3)}},
		Shelters: programme(2, shelters.Existing, ""), HasShelters: true,
	}
	got := shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{})
	if diff := cmp.Diff("3 | 4000 | 2000 | 800", totals(got.Network)); diff != "" {
		t.Error(diff)
	}
}

func TestFiguresObservedLaterAreNotRead(t *testing.T) {
	on := day("2025-06-30")
	stated := fengduStated()
	stated.Shelters, stated.Temporary = stated.Shelters.Dated(on), stated.Temporary.Dated(on)
	stated.EffectiveArea, stated.Lodging = stated.EffectiveArea.Dated(on), stated.Lodging.Dated(on)
	count := spec.Exactly[measure.Count]
	records := shelters.Records{
		Stated:            shelters.Stated{Network: stated, New: count(5).Dated(on), Upgraded: count(5).Dated(on), Planned: count(25).Dated(on)},
		PlannedPopulation: spec.Exactly[measure.People](1000).Dated(on),
	}
	say := func(a shelters.Assessment) string {
		population := seen(a.FixedShare.Population)
		return strings.Join([]string{totals(a.Network), population, a.New.Judgement.Verdict.String(), a.Upgraded.Judgement.Verdict.String(),
			a.Completion.Judgement.Verdict.String()}, " ")
	}
	before := shelters.Assess(fengduProvisions(), records, day("2025-06-29"), spec.Choices{})
	if diff := cmp.Diff("? | ? | ? | ? ? unknown unknown unknown", say(before)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("25 | 379600 | 253406 | 96050 1000 met met met", say(shelters.Assess(fengduProvisions(), records, on, spec.Choices{}))); diff != "" {
		t.Error(diff)
	}
	// The planned number alone, so that nothing else hides that it is not read.
	undated := records
	undated.Stated.Network = fengduStated()
	if got := shelters.Assess(fengduProvisions(), undated, day("2025-06-29"), spec.Choices{}).Completion; got.Value.Known() {
		t.Errorf("the completion rate is %s", got.Value.Low)
	}
}

func TestCompletionKeepsItsBounds(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Planned: spec.Exactly[measure.Count](40)}}
	records.Stated.Shelters = spec.Between[measure.Count](20, 30)
	got := shelters.Assess(fengduProvisions(), records, day("2030-12-31"), spec.Choices{}).Completion
	if diff := cmp.Diff("50 75 unmet", fraction(got.Value.Low)+" "+fraction(got.Value.High)+" "+got.Judgement.Verdict.String()); diff != "" {
		t.Error(diff)
	}
	records.Stated.Shelters = spec.Between[measure.Count](30, 40)
	got = shelters.Assess(fengduProvisions(), records, day("2030-12-31"), spec.Choices{}).Completion
	if diff := cmp.Diff("75 100 unknown", fraction(got.Value.Low)+" "+fraction(got.Value.High)+" "+got.Judgement.Verdict.String()); diff != "" {
		t.Error(diff)
	}
}

func TestCapacityIsABoundWhereTheAreaIs(t *testing.T) {
	for area, want := range map[spec.Observed[measure.Area]]string{
		spec.Exactly(m2("3")):              "1",
		spec.AtLeast(m2("3")):              "1..",
		spec.AtMost(m2("3.1")):             "..2",
		spec.Between(m2("3.1"), m2("4.6")): "2..3",
		spec.Between(m2("3.1"), m2("4.5")): "2",
		{}:                                 "?",
		spec.Exactly(measure.SquareCentimetres(-1)): "?",
	} {
		records := shelters.Records{Stated: shelters.Stated{Network: shelters.Network{EffectiveArea: area}}}
		got := shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{})
		if diff := cmp.Diff(want, seen(got.Capacities[0].People)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestUnverifiedFigureIsSaid(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}}
	for _, f := range shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings() {
		if f.Rule != "shelters.capacity" {
			continue
		}
		if weak := strings.HasPrefix(f.Target, "gb-51143"); f.IsWeak() != weak {
			t.Errorf("%s is weak: %v", f.Target, f.IsWeak())
		}
	}
}

func TestCapacityFindingStatesTheDifference(t *testing.T) {
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}}
	f := find(t, shelters.Assess(fengduProvisions(), records, day("2025-12-31"), spec.Choices{}).Findings(), "shelters.capacity")
	want := []string{"effective-area=37.96", "area-per-person-above=1.5", "stated-people=253406", "stated-less-held=340"}
	if diff := cmp.Diff(want, inputs(f)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("People the effective area holds at more than 1.5 m² each", f.Title.EN); diff != "" {
		t.Error(diff)
	}
}

func TestReasonsInBothLanguages(t *testing.T) {
	list := append(programme(4, shelters.New, "2024-01-01"), built("s", shelters.New, ""))
	records := shelters.Records{Shelters: list, HasShelters: true}
	f := find(t, shelters.Assess(fengduProvisions(), records, day("2024-12-31"), spec.Choices{}).Findings(), "shelters.new")
	want := spec.T("at least 4 shelters, more is not known; required ≥ 5 shelters by 2025-12-31",
		"至少 4 处，其余未知；要求 ≥ 5 处（截至 2025-12-31）")
	if diff := cmp.Diff(want, f.Reason.Text); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkAssess(b *testing.B) {
	provisions := fengduProvisions()
	records := shelters.Records{Stated: shelters.Stated{Network: fengduStated()}, Shelters: programme(25, shelters.Existing, ""), HasShelters: true}
	b.ReportAllocs()
	for b.Loop() {
		if a := shelters.Assess(provisions, records, day("2025-12-31"), spec.Choices{}); len(a.Capacities) != 2 {
			b.Fatal("two capacities are wanted")
		}
	}
}
