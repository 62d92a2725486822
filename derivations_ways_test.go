package emergency_test

import (
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// otherWays are cross-checks of plans and records that come out another way than
// those of the two counties.
func otherWays(t *testing.T) []spec.Finding {
	t.Helper()
	people := func(n int64) spec.Observed[measure.People] { return spec.Exactly(measure.People(n)) }
	county := &emergency.County{Indicators: indicators.Records{Years: []indicators.YearStatistics{
		{Year: 2020, AccidentDeaths: people(40), RoadDeaths: people(20), ConstructionDeaths: people(10), Population: people(556_800)}}}}
	county.Reserves.Levels = []string{"一级", "二级"}
	plans := []emergency.FiveYearPlan{
		emergency.Fengdu(),
		changedFengdu(t, "indicators.yaml", "change_percent: -9", "change_percent: -8"),
		changedFengdu(t, "indicators.yaml", "disaster_deaths: {value: 0", "disaster_deaths: {value: 1"),
		changedSecond(t, "plans.yaml", "      money: 96 wan-yuan\n", ""),
		changedSecond(t, "plans.yaml", "\nprojects:", `
catalogues:
  - {id: consultation-kinds, title: {zh: 会商种类, en: kinds}, kind: enumeration, place: 第一章, members: [{zh: 周会商, en: weekly}]}
  - {id: consultation-formation, title: {zh: 会商组成, en: formation}, kind: enumeration, place: 第一章, members: [{zh: 应急局, en: bureau}]}
projects:`),
	}
	var out []spec.Finding
	for _, plan := range plans {
		for _, f := range plan.Assess(county, measure.Date{}).Findings() {
			if strings.HasPrefix(f.Rule, "cross.") {
				out = append(out, f)
			}
		}
	}
	return out
}
