package emergency_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// otherWays are findings of plans and records that come out another way than
// those of the two counties: numbers that are equal there differ here, parts are
// missing, readings are others.
func otherWays(t *testing.T) []spec.Finding {
	t.Helper()
	people := func(n int64) spec.Observed[measure.People] { return spec.Exactly(measure.People(n)) }
	county := &emergency.County{Indicators: indicators.Records{Years: []indicators.YearStatistics{
		{Year: 2020, AccidentDeaths: people(40), RoadDeaths: people(20), ConstructionDeaths: people(10), Population: people(556_800)}}}}
	county.Reserves.Levels = []string{"一级", "二级"}
	unled, err := emergency.Fengdu().With(hazards.ReadingGeohazardCommand, "none")
	if err != nil {
		t.Fatal(err)
	}
	own, records := second(t)
	published, base := fengdu(t)
	var out []spec.Finding
	for _, one := range []held{
		{published, county}, {published, records}, {own, base}, {unled, county},
		{changedFengdu(t, "indicators.yaml", "change_percent: -9", "change_percent: -8"), county},
		{changedFengdu(t, "indicators.yaml", "change_percent: -9", "change_percent: -10.1"), base},
		{changedFengdu(t, "indicators.yaml", "disaster_deaths: {value: 0", "disaster_deaths: {value: 1"), county},
		{changedFengdu(t, "indicators.yaml", "accident_deaths_change_percent: {value: 0", "accident_deaths_change_percent: {value: 10"), county},
		{changedFengdu(t, "indicators.yaml", "last: {value: 2021", "last: {value: 2020"), county},
		{changedFengdu(t, "indicators.yaml", "limit: 1\n    nature: expected\n    place: 二（三）3 表 序号5", "limit: 0.3\n    nature: expected\n    place: 二（三）3 表 序号5"), county},
		{changedFengdu(t, "teams.yaml", "qualified_again_percent: {value: 75", "qualified_again_percent: {value: 70"), county},
		{overFengdu(t, "reserves.yaml", "format: emergency/plan/v1\ncategories_announced: {value: 8, source: {document: 修订（虚构）, place: 第一条, standing: invented}}\n"), base},
		{overFengdu(t, "teams.yaml", "format: emergency/plan/v1\nforces: {protection_each: {value: 2, source: {document: 修订（虚构）, place: 第二条, standing: invented}}}\n"), records},
		{changedSecond(t, "plans.yaml", "      money: 96 wan-yuan\n", ""), records},
		{changedSecond(t, "plans.yaml", "\nprojects:", `
catalogues:
  - {id: consultation-kinds, title: {zh: 会商种类, en: kinds}, kind: enumeration, place: 第一章, members: [{zh: 周会商, en: weekly}, {zh: 月会商, en: monthly}]}
  - {id: consultation-formation, title: {zh: 会商组成, en: formation}, kind: enumeration, place: 第一章, members: [{zh: 应急局, en: bureau}]}
projects:`), records},
	} {
		for _, f := range everyFinding(one.plan.Assess(one.county, measure.Date{})) {
			if strings.HasPrefix(f.Rule, "cross.") || strings.HasPrefix(f.Rule, "teams.") {
				out = append(out, f)
			}
		}
	}
	return out
}

// What a check says in words of its own, and what its derivations give beside
// the value of the finding, are the same numbers.
func TestStepsOfACheckSayWhatItsReasonSays(t *testing.T) {
	steps := map[string]bool{}
	for _, f := range derivedFindings(t) {
		if !strings.HasPrefix(f.Rule, "cross.") {
			continue
		}
		for _, w := range f.Workings(f.Basis.Derivations) {
			switch {
			case !w.Fresh || w.Of == "left":
				continue
			case w.Value.Exact().Sign() < 0:
				if !strings.Contains(f.Reason.Text.EN, "it cannot be") {
					t.Errorf("%s: %s = %s, but %s", f.Rule, w.Of, w.Value, f.Reason.Text.EN)
				}
				continue
			}
			number := regexp.MustCompile(`(^|[^\d.])` + regexp.QuoteMeta(w.Value.String()) + `(\.0+)?([^\d.]|\.?$)`)
			if steps[f.Rule+" "+w.Of] = true; !number.MatchString(f.Reason.Text.EN) || !number.MatchString(f.Reason.Text.ZH) {
				t.Errorf("%s: %s = %s, but %s %s", f.Rule, w.Of, w.Value, f.Reason.Text.EN, f.Reason.Text.ZH)
			}
		}
	}
	if len(steps) < 14 {
		t.Errorf("only %d steps were looked at: %v", len(steps), steps)
	}
}
