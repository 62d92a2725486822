package indicators_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestMeasurandCodesReadBack(t *testing.T) {
	for _, m := range indicators.Measurands() {
		got, ok := indicators.ParseMeasurand(m.String())
		if !ok || got != m || !m.Title().Complete() || !m.Formula().Complete() || (m.Unit() == "") != (m == indicators.Reported) {
			t.Errorf("%d %q", m, m)
		}
		direction := map[bool]spec.Direction{false: spec.LowerBetter, true: spec.HigherBetter}[m >= indicators.WeatherMonitoring]
		if m == indicators.Reported {
			if m.Direction() != 0 || m.Statistics() != nil {
				t.Errorf("a reported value has direction %v and statistics %v", m.Direction(), m.Statistics())
			}
			continue
		}
		if m.Direction() != direction {
			t.Errorf("%s: direction %v", m, m.Direction())
		}
		if want := map[bool]int{false: 1, true: 2}[m.IsRate()]; len(m.Statistics()) != want {
			t.Errorf("%s reads %v", m, m.Statistics())
		}
	}
	for _, bad := range []string{"", "deaths", "Accident-deaths"} {
		if _, ok := indicators.ParseMeasurand(bad); ok {
			t.Errorf("%q read", bad)
		}
	}
	if past := indicators.Measurand(len(indicators.Measurands()) + 1); past.Valid() || past.String() != "" {
		t.Error("the number after the last measurand is named")
	}
	var zero indicators.Measurand
	if zero.Valid() || zero.String() != "" || indicators.Measurand(200).Valid() || indicators.Measurand(200).String() != "" {
		t.Error("an unset measurand is named")
	}
}

func TestSpansReadBack(t *testing.T) {
	for s := indicators.LastYear; s <= indicators.YearlyMean; s++ {
		if got, ok := indicators.ParseSpan(s.String()); !ok || got != s {
			t.Errorf("%d %q", s, s)
		}
	}
	if _, ok := indicators.ParseSpan(""); ok || indicators.Unsaid.String() != "" || (indicators.YearlyMean+1).String() != "" {
		t.Error("an unset span is named")
	}
}

func TestStatisticsAreNamed(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range indicators.Statistics() {
		if s.String() == "" || seen[s.String()] || s.In(spec.Chinese) == "" || s.Unit() == "" {
			t.Errorf("%d %q", s, s)
		}
		seen[s.String()] = true
		if _, ok := (&indicators.YearStatistics{}).Statistic(s); !ok {
			t.Errorf("%s is not part of a year", s)
		}
	}
	if _, ok := (&indicators.YearStatistics{}).Statistic(0); ok {
		t.Error("statistic 0 is part of a year")
	}
}

// Each statistic of a year is its own field: set one by one, they come back.
func TestEachStatisticReadsItsOwnField(t *testing.T) {
	y := indicators.YearStatistics{
		Population: people(1), RegisteredPopulation: people(2), GDP: spec.Exactly(fen(3)), ConstantGDP: spec.Exactly(fen(4)),
		Accidents: count(5), LargeAccidents: count(6), MajorAccidents: count(7), AccidentDeaths: people(8), RoadDeaths: people(9),
		ConstructionDeaths: people(10), DisasterDeaths: people(11), DisasterMissing: people(12), Affected: count(13), DisasterLoss: spec.Exactly(fen(14)),
		WeatherEvents: count(15), WeatherMonitored: count(16), Forecasts: count(17), ForecastsAccepted: count(18), Rivers: count(19), RiversWarned: count(20),
		RiverLength: spec.Exactly(measure.Millimetres(21)), RiverLengthWarned: spec.Exactly(measure.Millimetres(22)), ConvectiveEvents: count(23), ConvectiveLead: count(24),
	}
	for i, s := range indicators.Statistics() {
		v, _ := y.Statistic(s)
		if n, ok := v.Low.Floor(); !ok || n != int64(i+1) || !v.Known() {
			t.Errorf("%s: %v, want %d", s, v, i+1)
		}
	}
}

func TestRulesAndReadingsAreComplete(t *testing.T) {
	known := map[string]bool{}
	for _, r := range indicators.Readings() {
		known[r.ID] = true
		if !strings.HasPrefix(r.ID, "indicators.") || !r.Has(r.Default) || len(r.Options) < 2 || !r.Question.Complete() || !r.Source.Complete() {
			t.Errorf("reading %+v", r)
		}
		for _, o := range r.Options {
			if !o.Text.Complete() {
				t.Errorf("option %+v", o)
			}
		}
	}
	used := map[string]bool{}
	known[hazards.ReadingMissingInGrade] = true
	for _, r := range indicators.Rules() {
		if r.Revision != 1 || r.Kind == 0 || !r.Title.Complete() || !r.Formula.Complete() || !r.Source.Complete() || r.Kind == spec.TargetKind && len(r.Reads) == 0 {
			t.Errorf("rule %+v", r)
		}
		if slices.Contains(r.Reads, "") {
			t.Errorf("%s reads %q", r.ID, r.Reads)
		}
		for _, id := range r.Readings {
			used[id] = true
			if !known[id] {
				t.Errorf("%s reads %s", r.ID, id)
			}
		}
	}
	if diff := cmp.Diff(known, used); diff != "" {
		t.Error("readings that no rule depends on: " + diff)
	}
	for _, u := range indicators.Undefined() {
		if len(u.Carries) == 0 || !u.Reason.Complete() || !u.Source.Complete() {
			t.Errorf("%+v", u)
		}
	}
}

// What a finding says it rests on is what its rule says it may depend on.
func TestFindingsUseOnlyReadingsOfTheirRule(t *testing.T) {
	allowed := map[string][]string{}
	for _, r := range indicators.Rules() {
		allowed[r.ID] = r.Readings
	}
	for _, f := range indicators.Assess(core(), county(), endOf(2025), none()).Findings() {
		for _, used := range f.Readings {
			id, _, _ := strings.Cut(used, "=")
			if !slices.Contains(allowed[f.Rule], id) {
				t.Errorf("%s rests on %s", f.Rule, used)
			}
		}
	}
}

func TestListsAreFresh(t *testing.T) {
	indicators.Rules()[0].ID = "changed"
	indicators.Readings()[0].Options[0].ID = "changed"
	indicators.Measurands()[0] = 0
	if indicators.Rules()[0].ID == "changed" || indicators.Readings()[0].Options[0].ID == "changed" || indicators.Measurands()[0] == 0 {
		t.Error("a list handed out can be changed")
	}
}
