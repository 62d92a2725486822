package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/indicators"
)

// Indicators returns the numeric targets that the plan holds yearly figures
// against, in its order (指标). Targets on teams, shelters, reserves and hazards stand
// with their rooms.
func (f FiveYearPlan) Indicators() []indicators.Indicator {
	return slices.Clone(f.content().indicators.Targets)
}
