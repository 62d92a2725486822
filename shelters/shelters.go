// Package shelters says what a county's emergency shelters hold and how far
// its shelter programme has come (应急避难场所).
//
// Two questions come first. How many people does an effective area hold
// ([Capacity])? That needs an area per person, which is always a figure with
// its source: the package never supplies one by itself, and the result keeps
// the one it was computed with. And what do the shelters of a county add up to
// ([NetworkOf])? A cell nobody filled in makes the total a lower bound, never
// a smaller number.
//
// [Assess] holds the records of a county against what its plan provides:
// totals and their agreement with the table, capacity at each cited area per
// person, the programme of new and upgraded shelters, the completion of the
// long-term plan, and the share of the population that fixed shelters must
// hold by GB 55028-2022.
//
// # Assumptions
//
// Effective area is usable ground (有效避难面积), gross area is the whole site;
// they have different types and are never exchanged. A stated total decides
// where the county states one; the sum of its table stands in where it does
// not; a disagreement of the two is a finding of its own and repairs nothing.
// A new shelter without a completion date may or may not be built: it moves
// the upper bound only. An upgraded shelter existed before its upgrade and
// counts in the totals throughout, with the figures recorded.
//
// [Assign] houses the people of villages at least total distance, exactly, with
// a certificate that [CheckAssignment] verifies, or names the villages and the
// missing beds ([Shortage]) and the cheapest way to add them ([Expand]).
//
// # Not covered
//
// Facilities, classes other than the plan's own pair of temporary placement
// and lodging, closed shelters, choice of sites. The area per
// person of GB 51143-2015 and GB 55028-2022 is not in the texts that were
// seen; [Remembered] lists remembered values, unverified.
package shelters
