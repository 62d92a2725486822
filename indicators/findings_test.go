package indicators_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func contains(s, part string) bool { return strings.Contains(s, part) }

func TestFindingOfDeaths(t *testing.T) {
	f := finding(t, "core-1", county(), endOf(2025), none())
	got := []string{f.Rule, f.Actual.String(), f.Comparison.String(), f.Required.String(), string(f.Unit), f.Gap.String(),
		input(f, "base"), input(f, "change"), input(f, "allowed"), input(f, "headroom"), input(f, "deadline"), input(f, "base.accident_deaths.2020")}
	want := []string{"indicators.accident-deaths", "18", "≤", "18.2", "person", "0", "20", "-10", "18", "0", "2025-12-31", "20"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !f.Binding || f.Kind != spec.TargetKind || f.Subject.ID != "990101" {
		t.Errorf("%+v", f)
	}
	if f.Reason.Text != spec.T("2025: 18 people, required ≤ 18.2 people", "2025年：18 人，要求 ≤ 18.2 人") {
		t.Errorf("%+v", f.Reason.Text)
	}
}

func TestGapOfAnUnmetTarget(t *testing.T) {
	f := finding(t, "core-1", with(county(), 2025, func(y *years) { y.AccidentDeaths = people(21) }), endOf(2025), none())
	if f.Gap.String() != "2.8" || input(f, "headroom") != "-3" {
		t.Errorf("gap %s, headroom %s", f.Gap, input(f, "headroom"))
	}
}

func TestMoneyIsPrintedExactly(t *testing.T) {
	r := with(county(), 2025, func(y *years) { y.GDP = spec.Exactly(measure.Fen(5_400_000_000_001)) })
	f := finding(t, "core-3", r, endOf(2025), none())
	if got := input(f, "gdp.2025"); got != "540.0000000001" {
		t.Errorf("gdp %s", got)
	}
}

func TestUnsetMeasurandsAreNotApplicable(t *testing.T) {
	fs := indicators.Assess(core(), county(), endOf(2025), none()).Findings()
	unset := len(indicators.Measurands()) - 1 // a reported value is no gap where a plan has none
	if len(fs) != unset+7 {
		t.Fatalf("%d findings", len(fs))
	}
	for _, f := range fs[6:unset] {
		if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan {
			t.Errorf("%s: %v %s", f.Rule, f.Verdict, f.Reason.Code)
		}
	}
}

func TestInventedFiguresAreDeclared(t *testing.T) {
	invented := spec.Source{Document: "虚构", Standing: spec.Invented}
	r := with(county(), 2025, func(y *years) { y.AccidentDeaths = people(18).From(invented, spec.Final) })
	f := finding(t, "core-1", r, endOf(2025), none())
	if diff := cmp.Diff([]spec.Source{invented}, f.Weak); diff != "" {
		t.Error(diff)
	}
}

func TestEveryReasonIsComplete(t *testing.T) {
	dates := []measure.Date{{}, measure.DateOf(2020, 6, 1), measure.DateOf(2022, 8, 2), endOf(2023), endOf(2025), endOf(2030)}
	for _, r := range []indicators.Records{{}, county(), skewed(), deaths(2021, 1, 2)} {
		for _, asOf := range dates {
			for _, f := range indicators.Assess(core(), r, asOf, none()).Findings() {
				if !f.Reason.Text.Complete() || f.Reason.Code == "" || contains(f.Reason.Text.EN+f.Reason.Text.ZH, "%!") {
					t.Errorf("%s on %s: %+v", f.Rule, asOf, f.Reason)
				}
				if f.Verdict == spec.Unknown && f.Reason.Code == spec.ReasonCompared {
					t.Errorf("%s on %s: compared but unknown", f.Rule, asOf)
				}
			}
		}
	}
}

// A required number without an end, 1/3, is printed on its side of the actual.
func TestPrintedNumbersNeverContradictTheVerdict(t *testing.T) {
	p := indicators.Provisions{Period: spec.Cite(period(2021, 2025), planSource("文首"))}
	limit := ceiling("1/3")
	for _, c := range []struct {
		deaths, gdp int64
		want        spec.Verdict
	}{{100_000, 300_000, spec.Met}, {100_001, 300_000, spec.Unmet}, {99_999, 300_000, spec.Met}} {
		i := indicator("x", indicators.DeathsPerGDP, indicators.LastYear, limit)
		p.Targets = []indicators.Indicator{i}
		r := with(county(), 2025, func(y *years) { y.AccidentDeaths, y.GDP = people(c.deaths), yi(c.gdp) })
		f := indicators.Assess(p, r, endOf(2025), none()).Findings()[0]
		a, errA := measure.ParseRatio(f.Actual.String())
		b, errB := measure.ParseRatio(f.Required.String())
		order, _ := a.Cmp(b)
		if f.Verdict != c.want || errA != nil || errB != nil || (order <= 0) != (c.want == spec.Met) {
			t.Errorf("%d: %v, printed %s ≤ %s", c.deaths, f.Verdict, f.Actual, f.Required)
		}
	}
}
