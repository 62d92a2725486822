// Package plans holds what a county's five-year plan sets in motion: its
// works and the projects that carry them out, with their money, and the
// exercises that it promises for every year.
//
// The first model is Fengdu's plan, 丰都县应急管理“十四五”规划 (丰都府发〔2022〕17号):
// seven works, a table of eight project rows of which three name no amount,
// and one county comprehensive exercise a year. Another county supplies its own
// as [Provisions].
//
// # Assumptions
//
//   - An amount that is not printed is unknown, not zero: a total over such rows
//     is a lower bound ([BudgetOf]).
//   - A year in which no exercise is on record has none only where the county
//     says that its records of that year are complete; else it is unknown.
//   - A year is due when its last day has come.
//   - Project and drill ids are unique; [Provisions.Validate] and
//     [Records.Validate] say where they are not.
//
// Money is added exactly, in fen; shares are exact ratios, rounded half away
// from zero only in print.
//
// # Not covered
//
// Contingency plans and their review clocks, the duty ledger and the yearly
// work list, project stages and dependencies, conflicts between the rows of the
// project table and the text, offices and commands, the mid-term and final
// evaluation, the quality of an exercise. [Undefined] lists clauses on exercises
// that the plan itself leaves open.
package plans
