package read

import "slices"

// Tables returns the names of all CSV tables of a county but its division
// table, in the order of the rooms.
func Tables() []string {
	return slices.Concat(hazardsTables(), indicatorsTables(), reservesTables(), sheltersTables(), teamsTables(), plansTables())
}
