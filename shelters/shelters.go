// Package shelters says what a county's emergency shelters hold, what they are
// good for when a hazard strikes, who sleeps where, and how far the shelter
// programme has come (应急避难场所).
//
// How many people does an effective area hold ([Capacity], [CapacityInUnits])?
// That needs an area per person, which is always a figure with its source: the
// package never supplies one by itself, and the result keeps the one it was
// computed with. What do the shelters of a county add up to ([NetworkOf],
// [NetworkUnder] a hazard)? A cell nobody filled in makes the total a lower
// bound, never a smaller number; unknown usability widens the bounds. What does
// a class ask for ([Check]), and what is lacking of the next ([NextClass])?
//
// [Assign] houses the people of villages at least total distance, within beds,
// usability, step-free access and distance, exactly, with a certificate that
// [CheckAssignment] verifies without trusting the solver; or it names the
// villages and the missing beds ([Shortage]), and [Expand] the cheapest beds
// that close the gap. Villages kept whole are a bounded search whose gap is
// told. [ChooseSites] says where new shelters serve best, with backup sites if
// asked; [Cover] how few leave nobody out of reach.
//
// [Assess] holds the records of a county against what its plan provides, and
// [Evacuate] houses the evacuees of its service areas in the plan's scenario: a
// plan that holds in the worst case the records allow, or the proof that even
// the best case leaves people without a bed.
//
// # Vocabularies
//
// Four sets of words are kept apart as types: the plan's pair [Stay], the
// [Class] of GB 51143, the [Term] and the [Level] of GB/T 44013. A shelter keeps
// the words it was recorded with; what one comes to in another is our reading
// and cited so ([Class.Stay], [Class.Term], [Term.Stay]).
//
// # Assumptions
//
// Effective area is usable ground (有效避难面积), gross area is the whole site;
// they have different types and are never exchanged. A stated total decides
// where the county states one; the sum of its table stands in where it does
// not; a disagreement of the two is a finding of its own and repairs nothing.
// A new shelter without a completion date may or may not be built: it moves
// the upper bound only. An upgraded shelter existed before its upgrade and
// counts in the totals throughout, with the figures recorded. A shelter counts
// until the day it is closed. Distances come from the caller in whole metres; a
// pair without one has no way.
//
// # Solvers looked at
//
// The flow is that of internal/flow, which says which libraries for it were
// looked at. For whole villages and new sites a mixed-integer solver was looked
// for as well: gonum has none, and its dense simplex takes over a minute on the
// flow alone; golp, and the bindings of GLPK, CBC and HiGHS, need cgo and a
// library in C; go-milp (daniel-sullivan) is pure Go by its documentation, but
// young, and computes in binary floating point, where a bound is not a proof;
// GoGraph's min-cost flow (successive shortest paths) returns no prices. Hence
// branch and bound on exact flows here, and enumeration of sites with bounds.
//
// # Not covered
//
// Capacity in the choice of sites (assign afterwards), the spread of arrivals
// over time, vehicles and roads that fill up, families within a village, pets
// and livestock. Of the standards: the area per person of GB 51143-2015 and GB
// 55028-2022 and the days of GB/T 44013-2024, which were not seen ([Remembered],
// [RememberedSiteAreas] and [RememberedServices] list remembered values, all
// unverified); main entrances of short and medium-term shelters, cut off in the
// text that was seen; seismic design, the built-up area and people of a centre,
// and signs and publicity of a shelter. The rooms of an indoor shelter are
// cited ([IndoorNorms], [ExitWidth]) but not judged: no table holds them.
package shelters
