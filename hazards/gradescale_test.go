package hazards_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func hectares(s string) measure.Area {
	a, err := measure.Hectares(decimal.RequireFromString(s))
	if err != nil {
		panic(err)
	}
	return a
}

func magnitude(s string) spec.Observed[hazards.Magnitude] {
	m, err := hazards.ParseMagnitude(s)
	if err != nil {
		panic(err)
	}
	return spec.Exactly(m)
}

func exactly(n measure.People) spec.Observed[measure.People] { return spec.Exactly(n) }

// Every threshold of the published tables and the number below it, typed again
// from the tables.
func TestPublishedThresholdsBelongToTheHigherStep(t *testing.T) {
	nobody := func() hazards.Facts {
		return hazards.Facts{Deaths: exactly(0), Missing: exactly(0), SeriousInjuries: exactly(0),
			DirectLoss: spec.Exactly(measure.Fen(0)), ProvinceGDP: spec.Exactly(wanYuan("100000000")),
			BurntForest: spec.Exactly(measure.Area{}), Threatened: exactly(0), PossibleLoss: spec.Exactly(measure.Fen(0))}
	}
	for _, one := range []struct {
		name  string
		scale hazards.Scale[hazards.Grade]
		set   func(*hazards.Facts)
		want  hazards.Grade
	}{
		{"geological, nobody hurt", hazards.GeologicalDamage(), func(*hazards.Facts) {}, hazards.Ordinary},
		{"geological 2", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.Deaths = exactly(2) }, hazards.Ordinary},
		{"geological 3", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.Deaths = exactly(3) }, hazards.Large},
		{"geological 9", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.Deaths = exactly(9) }, hazards.Large},
		{"geological 10", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.Deaths = exactly(10) }, hazards.Major},
		{"geological 29", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.Deaths = exactly(29) }, hazards.Major},
		{"geological 30", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.Deaths = exactly(30) }, hazards.Extraordinary},
		{"geological missing do not count", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.Missing = exactly(30) }, hazards.Ordinary},
		{"geological below 1 million", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(wanYuan("99.999999")) }, hazards.Ordinary},
		{"geological 1 million", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(wanYuan("100")) }, hazards.Large},
		{"geological below 5 million", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(wanYuan("499.999999")) }, hazards.Large},
		{"geological 5 million", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(wanYuan("500")) }, hazards.Major},
		{"geological below 10 million", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(wanYuan("999.999999")) }, hazards.Major},
		{"geological 10 million", hazards.GeologicalDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(wanYuan("1000")) }, hazards.Extraordinary},
		{"threat 99", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.Threatened = exactly(99) }, hazards.Ordinary},
		{"threat 100", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.Threatened = exactly(100) }, hazards.Large},
		{"threat 499", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.Threatened = exactly(499) }, hazards.Large},
		{"threat 500", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.Threatened = exactly(500) }, hazards.Major},
		{"threat 999", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.Threatened = exactly(999) }, hazards.Major},
		{"threat 1000", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.Threatened = exactly(1000) }, hazards.Extraordinary},
		{"threat below 5 million", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.PossibleLoss = spec.Exactly(wanYuan("499.99")) }, hazards.Ordinary},
		{"threat 5 million", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.PossibleLoss = spec.Exactly(wanYuan("500")) }, hazards.Large},
		{"threat below 50 million", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.PossibleLoss = spec.Exactly(wanYuan("4999.99")) }, hazards.Large},
		{"threat 50 million", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.PossibleLoss = spec.Exactly(wanYuan("5000")) }, hazards.Major},
		{"threat 100 million", hazards.GeologicalThreat(), func(f *hazards.Facts) { f.PossibleLoss = spec.Exactly(wanYuan("10000")) }, hazards.Extraordinary},
		{"fire below 1 ha", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.BurntForest = spec.Exactly(hectares("0.9999")) }, hazards.Ordinary},
		{"fire 1 ha", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.BurntForest = spec.Exactly(hectares("1")) }, hazards.Large},
		{"fire below 100 ha", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.BurntForest = spec.Exactly(hectares("99.9999")) }, hazards.Large},
		{"fire 100 ha", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.BurntForest = spec.Exactly(hectares("100")) }, hazards.Major},
		{"fire 1000 ha", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.BurntForest = spec.Exactly(hectares("1000")) }, hazards.Extraordinary},
		{"fire 3 dead", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.Deaths = exactly(3) }, hazards.Large},
		{"fire 30 dead", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.Deaths = exactly(30) }, hazards.Extraordinary},
		{"fire 9 injured", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.SeriousInjuries = exactly(9) }, hazards.Ordinary},
		{"fire 10 injured", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.SeriousInjuries = exactly(10) }, hazards.Large},
		{"fire 50 injured", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.SeriousInjuries = exactly(50) }, hazards.Major},
		{"fire 100 injured", hazards.ForestFireDamage(), func(f *hazards.Facts) { f.SeriousInjuries = exactly(100) }, hazards.Extraordinary},
		{"quake 9", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.Deaths, f.Missing = exactly(5), exactly(4) }, hazards.Ordinary},
		{"quake 10", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.Deaths, f.Missing = exactly(5), exactly(5) }, hazards.Large},
		{"quake 49", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.Deaths = exactly(49) }, hazards.Large},
		{"quake 50", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.Deaths = exactly(50) }, hazards.Major},
		{"quake 299", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.Deaths = exactly(299) }, hazards.Major},
		{"quake 300", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.Deaths = exactly(300) }, hazards.Extraordinary},
		{"quake a fen below 1 %", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(measure.Fen(1_000_000*1_000_000 - 1)) }, hazards.Ordinary},
		{"quake 1 %", hazards.EarthquakeDamage(), func(f *hazards.Facts) { f.DirectLoss = spec.Exactly(wanYuan("1000000")) }, hazards.Extraordinary},
		{"M 3.9", hazards.EarthquakeMagnitude(false), func(f *hazards.Facts) { f.Magnitude = magnitude("3.9") }, 0},
		{"M 4.0", hazards.EarthquakeMagnitude(false), func(f *hazards.Facts) { f.Magnitude = magnitude("4") }, hazards.Ordinary},
		{"M 5.0", hazards.EarthquakeMagnitude(false), func(f *hazards.Facts) { f.Magnitude = magnitude("5.0") }, hazards.Large},
		{"M 6.9", hazards.EarthquakeMagnitude(false), func(f *hazards.Facts) { f.Magnitude = magnitude("M6.9") }, hazards.Major},
		{"M 7.0", hazards.EarthquakeMagnitude(false), func(f *hazards.Facts) { f.Magnitude = magnitude("7.0") }, hazards.Extraordinary},
		{"dense M 3.9", hazards.EarthquakeMagnitude(true), func(f *hazards.Facts) { f.Magnitude = magnitude("3.9") }, 0},
		{"dense M 4.0", hazards.EarthquakeMagnitude(true), func(f *hazards.Facts) { f.Magnitude = magnitude("4.0") }, hazards.Large},
		{"dense M 5.9", hazards.EarthquakeMagnitude(true), func(f *hazards.Facts) { f.Magnitude = magnitude("5.9") }, hazards.Major},
		{"dense M 6.0", hazards.EarthquakeMagnitude(true), func(f *hazards.Facts) { f.Magnitude = magnitude("6.0") }, hazards.Extraordinary},
	} {
		facts := nobody()
		one.set(&facts)
		got, ok := one.scale.Bounds(&facts).Settled()
		if !ok || got != one.want || len(one.scale.Deciding(&facts)) != 0 {
			t.Errorf("%s: %v (%v), want %v", one.name, got, ok, one.want)
		}
	}
}

func TestScaleRefusesDamagedRows(t *testing.T) {
	row := func(step hazards.Grade, cells ...hazards.Threshold) hazards.ScaleStep[hazards.Grade] {
		return hazards.ScaleStep[hazards.Grade]{Step: step, Source: clause("a"), Thresholds: cells}
	}
	dead := func(from, below int64) hazards.Threshold {
		return hazards.Threshold{Criterion: hazards.ByDeaths, From: from, Below: below}
	}
	loss := func(from, below int64) hazards.Threshold {
		return hazards.Threshold{Criterion: hazards.ByDirectLoss, From: from, Below: below}
	}
	type rows = []hazards.ScaleStep[hazards.Grade]
	for _, one := range []struct {
		name string
		rows rows
		want string // paths and codes
	}{
		{"sound", rows{row(hazards.Large, dead(3, 10)), row(hazards.Major, dead(10, 0), loss(1, 0))}, ""},
		{"no rows", nil, "steps scale.steps"},
		{"gap", rows{row(hazards.Large, dead(3, 10)), row(hazards.Major, dead(11, 0))}, "major.deaths grades.gap"},
		{"overlap", rows{row(hazards.Large, dead(3, 10)), row(hazards.Major, dead(9, 0))}, "major.deaths grades.overlap"},
		{"empty", rows{row(hazards.Large, dead(3, 3)), row(hazards.Major, dead(3, 0))}, "large.deaths grades.empty"},
		{"open below the top", rows{row(hazards.Large, dead(3, 0)), row(hazards.Major, dead(10, 0))}, "large.deaths grades.empty; major.deaths grades.gap"},
		{"end of the top", rows{row(hazards.Large, dead(3, 10)), row(hazards.Major, dead(10, 30))}, "major.deaths grades.end"},
		{"hole", rows{row(hazards.Large, dead(3, 10), loss(1, 2)), row(hazards.Major, dead(10, 0))}, "major.direct-loss scale.hole"},
		{"a step left out", rows{row(hazards.Large, dead(3, 10)), row(hazards.Extraordinary, dead(10, 0))}, "steps scale.steps"},
		{"not a step", rows{row(0, dead(3, 0))}, "steps scale.steps"},
		{"a step too high", rows{row(9, dead(3, 0))}, "steps scale.steps"},
		{"twice", rows{row(hazards.Major, dead(3, 0), dead(3, 0))}, "major.deaths scale.criteria"},
		{"no criterion", rows{row(hazards.Major)}, "steps scale.criteria"},
		{"unset criterion", rows{row(hazards.Major, hazards.Threshold{From: 1})}, "major. scale.criteria; steps scale.criteria"},
		{"negative", rows{row(hazards.Major, dead(-1, 0))}, "major.deaths scale.threshold"},
		{"no source", rows{{Step: hazards.Major, Thresholds: []hazards.Threshold{dead(1, 0)}}}, "major grades.source"},
		{"five rows", make(rows, 5), "steps scale.steps"},
	} {
		scale, err := hazards.NewScale(one.rows, false)
		var faults *spec.Faults
		var got []string
		if errors.As(err, &faults) {
			for _, f := range faults.All() {
				got = append(got, f.Path+" "+f.Code)
				if !f.Message.Complete() || strings.Contains(f.Error(), "%!") {
					t.Errorf("%s: message %q / %q", one.name, f.Message.EN, f.Message.ZH)
				}
			}
		}
		if diff := cmp.Diff(one.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s: %s", one.name, diff)
		}
		if scale.IsZero() != (one.want != "") {
			t.Errorf("%s: a refused scale is not zero, or a sound one is", one.name)
		}
	}
}

func TestEveryPublishedTableIsMade(t *testing.T) {
	grades := map[string]hazards.Scale[hazards.Grade]{"geological": hazards.GeologicalDamage(), "threat": hazards.GeologicalThreat(),
		"fire": hazards.ForestFireDamage(), "quake": hazards.EarthquakeDamage(), "M": hazards.EarthquakeMagnitude(false), "dense M": hazards.EarthquakeMagnitude(true)}
	for name, scale := range grades {
		again, err := hazards.NewScale(scale.Rows(), scale.Partial())
		if err != nil || scale.IsZero() || !again.Equal(scale) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, scale := range map[string]hazards.Scale[hazards.Response]{"national": hazards.NationalReliefResponse(measure.Date{}), "national 2016": hazards.NationalReliefResponse(day("2016-03-10")),
		"municipal": hazards.ChongqingReliefResponse(), "county": hazards.PengshuiReliefResponse()} {
		again, err := hazards.NewScale(scale.Rows(), scale.Partial())
		if err != nil || scale.IsZero() || !again.Equal(scale) {
			t.Errorf("%s: %v", name, err)
		}
		for _, row := range scale.Rows() {
			if !row.Source.Complete() || row.Source.Number == "" {
				t.Errorf("%s %v stands at %v", name, row.Step, row.Source)
			}
		}
	}
	for _, hazard := range hazards.Naturals() {
		_, ok := hazards.DamageScale(hazard)
		if want := hazard == hazards.Geological || hazard == hazards.ForestFire || hazard == hazards.Earthquake; ok != want {
			t.Errorf("%v has a table: %v", hazard, ok)
		}
	}
	var none hazards.Scale[hazards.Grade]
	facts := hazards.Facts{Deaths: exactly(500)}
	if none.Bounds(&facts) != (hazards.ScaleRange[hazards.Grade]{}) || len(none.Rows())+len(none.Deciding(&facts))+len(none.Criteria()) != 0 {
		t.Error("the zero scale assigns a step")
	}
}

func TestUnknownFactsLeaveTheStepOpen(t *testing.T) {
	fire := hazards.ForestFireDamage()
	for _, one := range []struct {
		name      string
		facts     hazards.Facts
		low, high hazards.Grade
		deciding  string
	}{
		{"nothing", hazards.Facts{}, hazards.Ordinary, hazards.Extraordinary, "burnt-forest deaths serious-injuries"},
		{"area unknown", hazards.Facts{Deaths: exactly(3), SeriousInjuries: exactly(0)}, hazards.Large, hazards.Extraordinary, "burnt-forest"},
		{"area at most 50 ha", hazards.Facts{Deaths: exactly(3), SeriousInjuries: exactly(0), BurntForest: spec.AtMost(hectares("50"))}, hazards.Large, hazards.Large, ""},
		{"area up to 100 ha", hazards.Facts{Deaths: exactly(3), SeriousInjuries: exactly(0), BurntForest: spec.AtMost(hectares("100"))}, hazards.Large, hazards.Major, "burnt-forest"},
		{"30 deaths settle it", hazards.Facts{Deaths: spec.AtLeast[measure.People](30)}, hazards.Extraordinary, hazards.Extraordinary, ""},
	} {
		got := fire.Bounds(&one.facts)
		var names []string
		for _, c := range fire.Deciding(&one.facts) {
			names = append(names, c.String())
		}
		if got != (hazards.ScaleRange[hazards.Grade]{Lowest: one.low, Highest: one.high}) || strings.Join(names, " ") != one.deciding {
			t.Errorf("%s: %v, deciding %v", one.name, got, names)
		}
	}
	// A share needs both of its numbers; a whole of zero is none.
	quake := hazards.EarthquakeDamage()
	facts := hazards.Facts{Deaths: exactly(0), Missing: exactly(0), DirectLoss: spec.Exactly(wanYuan("1"))}
	for _, gdp := range []spec.Observed[measure.Money]{{}, spec.Exactly(measure.Fen(0)), spec.AtMost(wanYuan("100000"))} {
		facts.ProvinceGDP = gdp
		if _, ok := quake.Bounds(&facts).Settled(); ok {
			t.Errorf("settled with the GDP %v", gdp)
		}
	}
	facts.ProvinceGDP = spec.AtLeast(wanYuan("101"))
	if grade, ok := quake.Bounds(&facts).Settled(); !ok || grade != hazards.Ordinary {
		t.Error("a GDP of at least 101 leaves a loss of 1 open")
	}
	// A share beyond 64 bits is above every threshold.
	huge := hazards.Facts{DirectLoss: spec.Exactly(measure.Fen(18_446_744_074)), ProvinceGDP: spec.AtMost(measure.Fen(1))}
	if got := quake.Bounds(&huge); got.Lowest != hazards.Extraordinary {
		t.Errorf("a loss of many times the GDP gives %v", got)
	}
	facts.ProvinceGDP = spec.AtMost(wanYuan("100"))
	if got := quake.Bounds(&facts); got.Lowest != hazards.Extraordinary {
		t.Errorf("a GDP of at most 100 gives %v", got)
	}
}

func TestDecidingFactsOfAnAccident(t *testing.T) {
	known := hazards.Incident{Deaths: 2}.Reported()
	table := hazards.Order493()
	for _, one := range []struct {
		name   string
		change func(*hazards.ReportedIncident)
		want   string
	}{
		{"all known", func(*hazards.ReportedIncident) {}, ""},
		{"no loss", func(r *hazards.ReportedIncident) { r.DirectLoss = spec.Observed[measure.Money]{} }, "direct_loss"},
		{"loss below 10 million", func(r *hazards.ReportedIncident) { r.DirectLoss = spec.AtMost(wanYuan("999.99")) }, ""},
		{"loss up to 10 million", func(r *hazards.ReportedIncident) { r.DirectLoss = spec.AtMost(wanYuan("1000")) }, "direct_loss"},
		{"one may be missing", func(r *hazards.ReportedIncident) { r.Missing = spec.AtMost[measure.People](1) }, "missing"},
		{"injuries up to 9", func(r *hazards.ReportedIncident) { r.SeriousInjuries = spec.AtMost[measure.People](9) }, ""},
		{"injuries up to 10", func(r *hazards.ReportedIncident) { r.SeriousInjuries = spec.AtMost[measure.People](10) }, "serious_injuries"},
		{"1 or 2 deaths, 0 or 1 missing", func(r *hazards.ReportedIncident) {
			r.Deaths, r.Missing = spec.Between[measure.People](1, 2), spec.AtMost[measure.People](1)
		}, "deaths missing"},
		{"nothing", func(r *hazards.ReportedIncident) { *r = hazards.ReportedIncident{} }, "deaths missing serious_injuries direct_loss"},
		{"30 deaths", func(r *hazards.ReportedIncident) {
			*r = hazards.ReportedIncident{Deaths: spec.AtLeast[measure.People](30)}
		}, ""},
	} {
		r := known
		one.change(&r)
		if got := strings.Join(table.Deciding(r), " "); got != one.want {
			t.Errorf("%s: %q, want %q", one.name, got, one.want)
		}
	}
	r := known
	r.Missing = spec.Observed[measure.People]{}
	if got := table.CountingMissing(false).Deciding(r); len(got) != 0 {
		t.Errorf("missing that do not count decide: %v", got)
	}
	if got := (hazards.GradeTable{}).Deciding(hazards.ReportedIncident{}); len(got) != 0 {
		t.Errorf("the zero table waits for %v", got)
	}
}
