package emergency_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// changedFengdu is the built-in plan with words of its files replaced.
func changedFengdu(t *testing.T, file, old, now string) emergency.FiveYearPlan {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{"plan.yaml", "indicators.yaml", "teams.yaml"} {
		data, err := os.ReadFile("fengdu/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if name == file {
			if !strings.Contains(text, old) {
				t.Fatalf("%s has no %q", file, old)
			}
			text = strings.Replace(text, old, now, 1)
		}
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	plan, err := emergency.ReadPlan(folder)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func crossFinding(t *testing.T, plan emergency.FiveYearPlan, county *emergency.County, rule string) spec.Finding {
	t.Helper()
	for _, f := range plan.Assess(county, measure.DateOf(2022, 8, 2)).Findings() {
		if f.Rule == "cross."+rule {
			return f
		}
	}
	t.Fatalf("no finding of cross.%s", rule)
	return spec.Finding{}
}

func TestFengduTargetsAgainstThemselves(t *testing.T) {
	plan, county := fengdu(t)
	for rule, want := range map[string][2]string{
		"integer-accident-deaths":   {"11 not-applicable", "up to a base of 11 deaths one fewer is needed and enough; a base of 12 allows 10"},
		"integer-deaths":            {"200000 not-applicable", "below 200000 people not one death in 5 years is allowed"},
		"affected-share":            {"15 not-applicable", "15 % of the population a year, 0.75 of it in 5 years"},
		"nine-percent-thrice":       {"2 met", "-9, -9, -9 %; 2 of 3 are called cumulative"},
		"sector-deaths-bound":       {"-9 not-applicable", "all three change by -9 %: the other sectors together must do so too, whatever their shares"},
		"award-years":               {"5 met", "2017 to 2021 are 5 years, 5 stated"},
		"award-period":              {"1 unmet", "the award runs to 2021, the section reviews 2016-2020"},
		"zero-disaster-deaths":      {"-100 met", "0 deaths and a change of -100 %; such a change needs a base above 0, which the plan does not give"},
		"same-base-two-periods":     {"-9 not-applicable", "(1 + 0) × (1 − 0.09): -9 % against the end of the period before last"},
		"qualified-enforcers-twice": {"75 met", "75 % and 75 %; the second place adds the deadline"},
	} {
		f := crossFinding(t, plan, county, rule)
		if diff := cmp.Diff(want, [2]string{f.Actual.String() + " " + f.Verdict.String(), f.Reason.Text.EN}); diff != "" {
			t.Errorf("%s: %s", rule, diff)
		}
	}
}

func TestDisagreementsAreFound(t *testing.T) {
	_, county := fengdu(t)
	for _, c := range []struct {
		rule, file, old, now string
		verdict              spec.Verdict
		actual               string
	}{
		{"award-years", "indicators.yaml", "years: {value: 5", "years: {value: 4", spec.Unmet, "5"},
		{"award-period", "indicators.yaml", "last: {value: 2021", "last: {value: 2020", spec.Met, "0"},
		{"zero-disaster-deaths", "indicators.yaml", "disaster_deaths: {value: 0", "disaster_deaths: {value: 1", spec.Unmet, "1"},
		{"zero-disaster-deaths", "indicators.yaml", "value: -100,", "value: -99,", spec.Unmet, "-99"},
		{"qualified-enforcers-twice", "teams.yaml", "qualified_again_percent: {value: 75", "qualified_again_percent: {value: 70", spec.Unmet, "70"},
		{"nine-percent-thrice", "indicators.yaml", "change_percent: -9", "change_percent: -8", spec.Unmet, "0"},
		{"integer-accident-deaths", "indicators.yaml", "change_percent: -9", "change_percent: -10", spec.NotApplicable, "10"},
		{"integer-accident-deaths", "indicators.yaml", "change_percent: -9", "change_percent: 9", spec.NotApplicable, ""},
		{"sector-deaths-bound", "indicators.yaml", "change_percent: -9", "change_percent: -8", spec.Unknown, ""},
		{"same-base-two-periods", "indicators.yaml", "accident_deaths_change_percent: {value: 0", "accident_deaths_change_percent: {value: 10", spec.NotApplicable, "0.1"},
	} {
		f := crossFinding(t, changedFengdu(t, c.file, c.old, c.now), county, c.rule)
		if f.Verdict != c.verdict || f.Actual.String() != c.actual {
			t.Errorf("%s with %q: %v %q, %s", c.rule, c.now, f.Verdict, f.Actual, f.Reason.Text.EN)
		}
	}
}

// Of 40 deaths 20 were on roads and 10 in construction. A total of 8 % fewer
// leaves the other ten 5 % fewer.
func TestOtherSectorsMakeUpTheTotal(t *testing.T) {
	plan := changedFengdu(t, "indicators.yaml", "change_percent: -9", "change_percent: -8")
	people := func(n int64) spec.Observed[measure.People] { return spec.Exactly(measure.People(n)) }
	county := &emergency.County{Indicators: indicators.Records{Years: []indicators.YearStatistics{
		{Year: 2020, AccidentDeaths: people(40), RoadDeaths: people(20), ConstructionDeaths: people(10), Population: people(556_800)}}}}
	f := crossFinding(t, plan, county, "sector-deaths-bound")
	if f.Actual.String() != "-5" || f.Verdict != spec.NotApplicable {
		t.Errorf("%s: %s", f.Actual, f.Reason.Text.EN)
	}
	// 5 × 556,800 / 1,000,000 = 2.784
	if f := crossFinding(t, plan, county, "integer-deaths"); !strings.HasSuffix(f.Reason.Text.EN, "with the 556800 people of 2020 it is 2") {
		t.Errorf("%s", f.Reason.Text.EN)
	}
}

func TestIndicatorsOfThePlanAreItsOwn(t *testing.T) {
	plan := emergency.Fengdu()
	list := plan.Indicators()
	if len(list) != 12 || list[0].Target.ID != "core-1" {
		t.Fatalf("%d indicators", len(list))
	}
	list[0].Target.ID = "changed"
	if plan.Indicators()[0].Target.ID != "core-1" {
		t.Error("a list handed out changes the plan")
	}
}
