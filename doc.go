// Package emergency turns a county's five-year emergency-management plan into
// an executable specification and assesses a county against it.
//
//	plan := emergency.Fengdu()                                // or ReadPlan(os.DirFS("my-plan"))
//	county, err := emergency.ReadCounty(emergency.FengduRecords())
//	report := plan.Assess(county, measure.Date{})             // as of the county's own date
//	fmt.Print(report)                                         // verdicts, gaps, what to collect
//
// Every finding of the report gives three answers – the value, the reason, the
// source – and where data is missing a fourth: what to collect.
//
// # The house
//
//	examples/…                                   programs that embed the library
//	emergency (here)                             plan + county → report
//	indicators reserves shelters teams plans     five rooms; none imports another
//	hazards                                      what everything is prepared for
//	spec → measure                               clauses, verdicts, findings, faults │ people, areas, money, ratios
//
// A service that needs one room alone imports that room; no room needs this
// package.
//
// # Plans and counties are data
//
// [Fengdu] is the plan of Fengdu County (丰都县应急管理“十四五”规划, 2021–2025),
// embedded from the folder fengdu. Another county writes its own plan and its
// own records as YAML and CSV and reads them with [ReadPlan] and [ReadCounty]:
// see examples/secondcounty, an invented county by data alone.
//
// # The specification
//
// [FiveYearPlan.Clauses] says what carries each clause of the built-in plan,
// [Report.Explain] shows a calculation as a working paper,
// [FiveYearPlan.Sensitivity] which verdicts depend on which reading,
// [FiveYearPlan.Overlay] and [Report.Diff] what changes with an amendment,
// [Report.Receipt] what a report was computed from, and [FiveYearPlan.Drift]
// which clauses another text of the plan has changed.
//
// # Concurrency
//
// A [FiveYearPlan] is immutable and safe for use by several goroutines, and so
// is a [Report]. A [County] is a plain value: it may be read by several
// goroutines as long as none changes it.
//
// # Not covered
//
// Which clauses the plan leaves open, and why, is listed by [Undefined]; what
// each room leaves out stands in its own section "Not covered". A receipt says
// what a report was computed from and can be verified; it is not signed. A county
// overlay replaces a table as a whole, not row by row.
package emergency
