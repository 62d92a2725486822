package plans_test

import (
	"fmt"

	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// 附件 项目库: five of eight rows name an amount, and no total is printed.
func ExampleBudgetOf() {
	b, err := plans.BudgetOf(fengduProjects())
	low, _ := b.Total.Low()
	fmt.Println(low.WanYuan(), b.Total.Known(), b.Priced, b.Projects, err)
	// Output: 23043.2 false 5 8 <nil>
}

func ExampleBudget_Add() {
	projects := fengduProjects()
	first, _ := plans.BudgetOf(projects[:3])
	rest, _ := plans.BudgetOf(projects[3:])
	all, err := first.Add(rest)
	low, _ := all.Total.Low()
	fmt.Println(low.WanYuan(), all.Unpriced(), err)
	// Output: 23043.2 3 <nil>
}

// Nearly all of the money lies in the class that commits nobody.
func ExamplePartsBy() {
	projects := fengduProjects()
	whole, _ := plans.BudgetOf(projects)
	parts, err := plans.PartsBy(projects, func(p plans.Project) plans.Class { return p.Class })
	for _, part := range parts {
		low, _ := part.Budget.Total.Low()
		fmt.Println(part.Key, part.Budget.Projects, low.WanYuan(), plans.Share(part.Budget, whole).Percent(2))
	}
	fmt.Println(err)
	// Output:
	// planned 3 40 0.17
	// reserve 5 23003.2 99.83
	// <nil>
}

func ExamplePartsBy_timing() {
	parts, err := plans.PartsBy(fengduProjects(), plans.Project.Timing)
	for _, part := range parts {
		fmt.Println(part.Key, part.Budget.Projects)
	}
	fmt.Println(err)
	// Output:
	// 2021 1
	// 2021-2025 5
	// 2022 2
	// <nil>
}

func ExampleShare() {
	projects := fengduProjects()
	whole, _ := plans.BudgetOf(projects)
	centre, _ := plans.BudgetOf(projects[2:3])
	unpriced, _ := plans.BudgetOf(projects[:1])
	fmt.Println(plans.Share(centre, whole).Percent(2), plans.Share(unpriced, whole).Percent(2))
	// Output: 87.68 —
}

func ExampleLargest() {
	p, ok := plans.Largest(fengduProjects())
	fmt.Println(p.ID, ok)
	// Output: 2b true
}

func ExampleByWork() {
	rows, orphans, err := plans.ByWork(fengduWorks(), fengduProjects())
	for _, row := range rows[:3] {
		low, ok := row.Budget.Total.Low()
		fmt.Println(row.Work.ID, row.Projects, low.WanYuan(), ok)
	}
	fmt.Println(orphans, err)
	// Output:
	// 1 [1] 0 false
	// 2 [2a 2b] 20203.2 true
	// 3 [3] 2000 true
	// [] <nil>
}

func ExampleWork_Named() {
	w := plans.Work{ID: "6", Name: spec.T("flood and drought response", "防汛抗旱应急能力建设"), Aliases: []string{"防汛抗旱能力建设"}}
	fmt.Println(w.Named("防汛抗旱应急能力建设"), w.Named("防汛抗旱能力建设"), w.Named("防汛"))
	// Output: true true false
}

func ExampleProject_Timing() {
	for _, p := range fengduProjects()[2:4] {
		fmt.Println(p.Timing())
	}
	// Output:
	// 2022
	// 2021-2025
}

func ExampleHeld() {
	drills := []plans.Drill{county("a", 2023, 5, 12), county("b", 2023, 11, 9),
		{ID: "c", Date: date(2023, 6, 1), Kind: plans.TownshipDrill}}
	fmt.Println(
		plans.Held(drills, plans.CountyComprehensive, 2023, date(2023, 12, 31)),
		plans.Held(drills, plans.CountyComprehensive, 2023, date(2023, 6, 30)))
	// Output: 2 1
}

func ExampleCadence_Years() {
	cadence := plans.Cadence{Kind: plans.CountyComprehensive, PerYear: 1, Period: period(2021, 2025)}
	drills := []plans.Drill{county("a", 2022, 5, 12), county("b", 2024, 3, 9)}
	for _, y := range cadence.Years(drills, period(2022, 2025), date(2024, 12, 30)) {
		fmt.Println(y.Year, y.Held, y.Due, y.Verdict)
	}
	// Output:
	// 2021 0 true unknown
	// 2022 1 true met
	// 2023 0 true unmet
	// 2024 1 false met
	// 2025 0 false unknown
}

func ExampleCadence_Total() {
	total, err := plans.Cadence{PerYear: 1, Period: period(2021, 2025)}.Total()
	fmt.Println(total, err)
	// Output: 5 <nil>
}

func ExampleAssess() {
	records := plans.Records{HasDrills: true, Complete: period(2021, 2025),
		Drills: []plans.Drill{county("a", 2021, 5, 12), county("b", 2023, 5, 12)}}
	for _, f := range plans.Assess(fengduProvisions(), records, date(2023, 12, 31), spec.Choices{}).Findings()[:3] {
		fmt.Printf("%s: %v, %v %v. %s\n", f.Rule, f.Verdict, f.Bound, f.Actual, f.Reason.Text.EN)
	}
	// Output:
	// plans.largest-project: not-applicable, at-most 87.68. project 2b takes 87.68% of the known money; no standard judges it
	// plans.works: not-applicable, exact 7. works with a row in the project table: 7 of 7; no standard judges it
	// plans.county-exercise: unmet, exact 2. fewer than 1 county comprehensive exercise in 2022
}

func ExampleProvisions_Validate() {
	p := plans.Provisions{Projects: []plans.Project{{ID: "1", Work: "9"}}}
	fmt.Println(p.Validate())
	// Output: projects[0]: there is no work "9" [plans.unknown-work]
}

func ExampleRecords_Validate() {
	r := plans.Records{Drills: []plans.Drill{county("a", 2021, 5, 12), county("a", 2022, 5, 12)}}
	fmt.Println(r.Validate())
	// Output: drills[1]: the drill "a" stands twice [plans.duplicate-drill]
}

func ExampleParseDrillKind() {
	kind, ok := plans.ParseDrillKind("县级综合演练")
	fmt.Println(kind, kind.In(spec.Chinese), ok)
	// Output: county-comprehensive 县级综合应急演练 true
}

func ExampleParseClass() {
	class, ok := plans.ParseClass("储备项目类")
	fmt.Println(class, ok)
	// Output: reserve true
}

func ExampleParseNature() {
	nature, ok := plans.ParseNature("续建")
	fmt.Println(nature, ok)
	// Output: continued true
}
