package teams_test

import (
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// 一（一）1: 34 + 298 + 89 + 120 on call, nine experts apart.
func ExampleStrength() {
	force := teams.Strength(forces(), asOf)
	standing, _ := force.Standing.Value()
	all, _ := force.All.Value()
	fmt.Println(standing, all)
	// Output: 541 550
}

// 一（一）1: 30 teams with 298 members.
func ExampleMeanSize() {
	fmt.Println(teams.MeanSize(forces(), asOf).Text(2))
	// Output: 9.93
}

// 二（三）2: 30 teams exist, but which are completed is not said.
func ExampleTownshipsWithTeam() {
	units := townships(30)
	fmt.Println(teams.TownshipsWithTeam(forces(), units, teams.Existing, asOf).Value())
	done := teams.TownshipsWithTeam(forces(), units, teams.Standardised, asOf)
	low, _ := done.Low()
	high, _ := done.High()
	fmt.Println("between", low, "and", high)
	// Output:
	// 30 true
	// between 0 and 30
}

// The 76 micro rescue stations say nothing of the communities served.
func ExampleCommunitiesServed() {
	stations := []teams.Stations{
		{Kind: teams.MicroRescueStation, Count: spec.Exactly(measure.Count(76))},
		{Kind: teams.MicroFireStation, Communities: spec.Exactly(measure.Count(39))},
	}
	served := teams.CommunitiesServed(stations, 78, asOf, teams.MicroFireStation)
	fmt.Println(teams.Rate(served, 78).Low.Text(0), "%")
	fmt.Println(teams.CommunitiesServed(stations[:1], 78, asOf, teams.MicroFireStation).Value())
	// Output:
	// 50 %
	// 0 false
}

// 1 of 3 communities.
func ExampleRate() {
	rate := teams.Rate(spec.Exactly(measure.Count(1)), 3)
	fmt.Println(rate.Low.Text(2), rate.Known())
	fmt.Println(teams.Rate(spec.Exactly(measure.Count(1)), 0).Known())
	// Output:
	// 33.33 true
	// false
}

// Villages are not communities.
func ExampleCommunities() {
	fmt.Println(teams.Communities(villages(78, 260)))
	// Output: 78
}

// 一（二）4: five people for each of six offices.
func ExampleStaffNeeded() {
	fmt.Println(teams.StaffNeeded(6, 5))
	// Output: 30 <nil>
}

// 一（二）4: three people where thirty are required.
func ExampleStaffingOf() {
	norm := spec.Cite(measure.People(5), spec.Source{Document: "丰都县应急管理“十四五”规划", Place: "一（二）4", Standing: spec.InPlan})
	s, _ := teams.StaffingOf(6, norm, spec.Exactly(measure.People(3)))
	fmt.Println(s.Judgement.Verdict, s.Required, s.Judgement.Gap.Text(0))
	// Output: unmet 30 27
}

// Two of the six offices do not serve a special command.
func ExampleOfficesOf() {
	fmt.Println(len(teams.OfficesOf(provisions().Offices, teams.SpecialCommandOffice)))
	// Output: 4
}

// Silence never passes: five of six items present leave the unit unknown.
func ExampleSheet() {
	sixHaves := list("six-haves", 6, teams.Township)
	var sheet teams.Sheet
	for i := range 5 {
		sheet = sheet.With(i, teams.Present)
	}
	fmt.Println(sixHaves.Verdict(sheet))
	fmt.Println(sixHaves.Verdict(sheet.With(5, teams.NotApplicable)))
	fmt.Println(sixHaves.Verdict(sheet.With(5, teams.Absent)))
	// Output:
	// unknown
	// met
	// unmet
}

// Three townships, one of which lacks the second item.
func ExampleRoll() {
	sheets := make([]teams.Sheet, 3)
	for i := range sheets {
		sheets[i] = teams.Sheet{}.With(0, teams.Present).With(1, teams.Present)
	}
	sheets[2] = sheets[2].With(1, teams.Absent)
	result := teams.Roll(list("two-haves", 2, teams.Township), teams.TownshipGroup, townships(3), sheets)
	weakest, _ := result.Weakest()
	fmt.Println(result.Verdict(), result.Tally.Met, weakest.Item.ID)
	// Output: unmet 2 item-1
}

// Everything that the room finds for the forces printed in the plan.
func ExampleAssess() {
	a := teams.Assess(provisions(), records(), asOf, spec.Choices{})
	for _, f := range a.Findings() {
		if f.Kind == spec.TargetKind || f.Kind == spec.StandardKind {
			fmt.Printf("%s %s %q %s\n", f.Rule, f.Subject.Kind, f.Actual, f.Verdict)
		}
	}
	// Output:
	// teams.township-establishment county "" unknown
	// teams.community-stations county "" unknown
	// teams.office-staffing county "3" unmet
	// teams.bodies county "" unknown
	// teams.force-kinds county "2" unknown
	// teams.professional-fields county "" unknown
	// teams.two-modes county "" unknown
	// teams.protection-sets county "" unknown
	// teams.expert-hazards county "" unknown
	// teams.reach county "" unknown
	// teams.reach-after-event county "" unknown
	// teams.enforcement-equipment county "" unknown
	// teams.qualified-enforcers county "" unknown
	// teams.checklist township "" unknown
	// teams.checklist park "" unknown
	// teams.checklist village "" unknown
	// teams.evidence-agrees county "" unknown
}

// Three of four officers: 75 % of 10 are 8, for part of an officer is a whole
// one.
func ExampleQualifiedNeeded() {
	for _, officers := range []measure.People{1, 4, 10} {
		needed, _ := teams.QualifiedNeeded(officers, measure.Whole(75))
		fmt.Println(officers, needed)
	}
	// Output:
	// 1 1
	// 4 3
	// 10 8
}

// Of 20 officers 9 have a degree, 7 a qualification and 8 experience: at least
// 9 have one of them, at most all 20, and all three have at most 7.
func ExampleQualifiedOfficers() {
	r := teams.EnforcementRecords{Officers: people(20), WithDegree: people(9), WithQualification: people(7), WithExperience: people(8)}
	one, all := teams.QualifiedOfficers(r, teams.AnyOfAll, asOf), teams.QualifiedOfficers(r, teams.AllThree, asOf)
	fmt.Println(one.Low, one.High)
	fmt.Println(all.Low, all.High)
	// Output:
	// 9 20
	// — 7
}
