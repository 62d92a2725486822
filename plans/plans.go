// Package plans holds what a county's five-year plan sets in motion: its
// works and the projects that carry them out, with their money; the duties that
// it lays on each office, with the yearly work list and the evaluation;
// contingency plans, drills and responses; and whether plans that run together
// have what they need.
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
// # Duties
//
// The ledger ([DutyLedger]) holds each duty with its bearer, rhythm and clause.
// [DutyLedger.Due] says what is due by a date, [DutyLedger.WorkList] what a year
// asks of a bearer, [AnnualWorkList.Calendar] the same as iCalendar. A due date
// never lies before the start of what it belongs to, and an interval that the
// plan leaves open makes a duty unknown unless a reading supplies one.
//
// # Contingency plans, drills and responses
//
// A contingency plan ([Contingency]) is in force from its issue until it is
// withdrawn. Who must have one is a list of the caller ([RequiredGroup]): the
// front door gathers it from hazards, offices, divisions, parks and objects. A
// plan that is not in the register is absent only where the county says that
// the register holds every plan of the kind; a table of links, of objects or of
// responses is the whole of them. How plans are joined is a [Tree].
//
// Limits of time are data in editions ([PlanClock]), and the edition in force
// counts: for a filing on the day of issue, for the rest on the date. Working
// days are counted by a calendar of the caller ([Workday]); without one, n days
// are always within n working days, and beyond that nothing is known. The editions
// of one plan share their drills. A drill whose evaluation was bad fulfils
// nothing, and a plan whose last drill failed is unmet until one passes.
//
// What a drill brought to light ([Shortcoming]) and a response ([Response]) are
// state machines whose dates only move forward; the moments are arguments.
//
// Plans that run together draw on pools of opaque resources ([Allocate]): a
// transportation problem for each pool, solved exactly with internal/flow, so that
// nothing is used twice and the least amount to add is its greatest cut. A team,
// a lot and a shelter belong to one pool each; travel is not part of it.
//
// # Not covered
//
// Of contingency plans: their texts, the approval of each kind by its own law,
// to whom each is filed, plans of single departments, of which the five-year
// plan names none, and one plan of several areas. Of drills: desk against field
// exercises and the marks of an evaluation. Of responses: thresholds, which are
// those of each contingency plan, and forces that travel, tire or arrive in
// turn. That a shelter is asked for places and for beds at once.
//
// Of duties: what the plan does not say of an interval or a bearer is named or
// marked as ours, never guessed; the weights of an appraisal. Of projects: what
// they cost where the table prints nothing. [Undefined] lists clauses on
// exercises that the plan itself leaves open.
package plans
