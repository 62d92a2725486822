package read

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func indicatorsContext(t *testing.T, code, years string) *Context {
	t.Helper()
	county, err := hazards.ParseDivisionCode(code)
	if err != nil {
		t.Fatal(err)
	}
	period, err := measure.ParsePeriod(years)
	if err != nil {
		t.Fatal(err)
	}
	return &Context{Faults: &spec.Faults{}, Code: county, Period: period, Subject: spec.Subject{Kind: "county", ID: code},
		Source: spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Standing: spec.InPlan}}
}

func indicatorsDocument(t *testing.T, c *Context, file, format, text string) *strict.Map {
	t.Helper()
	node, ok := strict.ReadDocument(file, []byte(text), format, c.Faults)
	if !ok {
		t.Fatalf("%s cannot be read: %v", file, c.Faults.Err())
	}
	m, _ := node.Map()
	return m
}

func indicatorsPlanFile(t *testing.T, c *Context, name string) indicators.Provisions {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return IndicatorsPlan(indicatorsDocument(t, c, "indicators.yaml", PlanFormat, string(data)), c)
}

// The table of the plan, 二（三）3, retyped.
func TestFengduIndicators(t *testing.T) {
	c := indicatorsContext(t, "500230", "2021-2025")
	p := indicatorsPlanFile(t, c, "../../fengdu/indicators.yaml")
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	type row struct{ ID, Measurand, Over, Form, Limit, Change, Nature, Place string }
	var got []row
	strictOnes := 0
	for _, i := range p.Targets {
		x := i.Target
		r := row{x.ID, i.Measurand.String(), i.Over.String(), x.Form.String(), x.Limit.String(), x.Change.String(), x.Nature.String(), x.Source.Place}
		got = append(got, r)
		if x.Strict {
			strictOnes++
		}
		if x.Source.Standing != spec.InPlan || !x.Title.Complete() || len(x.Carries) == 0 || x.Unit != i.Measurand.Unit() || i.Core != strings.HasPrefix(x.ID, "core-") {
			t.Errorf("%+v", i)
		}
	}
	want := []row{
		{"core-1", "accident-deaths", "", "change", "—", "-0.09", "binding", "二（三）3 表 序号1"},
		{"core-2", "major-accidents", "total", "zero", "—", "—", "binding", "二（三）3 表 序号2"},
		{"core-3", "deaths-per-gdp", "", "change", "—", "-0.375", "binding", "二（三）3 表 序号3"},
		{"core-4", "disaster-loss-share", "yearly-mean", "ceiling", "1", "—", "expected", "二（三）3 表 序号4"},
		{"core-5", "disaster-deaths-per-million", "yearly-mean", "ceiling", "1", "—", "expected", "二（三）3 表 序号5"},
		{"core-6", "affected-per-100000", "yearly-mean", "ceiling", "15000", "—", "expected", "二（三）3 表 序号6"},
		{"road-deaths", "road-deaths", "", "change", "—", "-0.09", "unstated", "三（三~）4~ 道路运输安全"},
		{"construction-deaths", "construction-deaths", "", "change", "—", "-0.09", "unstated", "三（三~）4~ 建设施工安全"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if strictOnes != 1 || !p.Targets[5].Target.Strict {
		t.Error("only the sixth limit is strict")
	}
	if p.Core.Value != 6 || p.BaseYear.Value != 2020 || p.BaseYear.Source.Standing != spec.Ours || p.Period.Value != c.Period {
		t.Errorf("%+v %+v %+v", p.Core, p.BaseYear, p.Period)
	}
	b := p.Previous
	if !b.DeathsChange.Value.Equal(measure.Whole(0)) || !b.RateChange.Value.Equal(measure.RatioOf(-425, 1000)) ||
		!b.DisasterDeaths.Known() || b.DisasterDeaths.Value != 0 || !b.DisasterDeathsChange.Value.Equal(measure.Whole(-1)) {
		t.Errorf("%+v", b)
	}
}

// Nothing absolute is published: all eight targets are unknown.
func TestFengduIsUnknownWithItsNeeds(t *testing.T) {
	c := indicatorsContext(t, "500230", "2021-2025")
	p := indicatorsPlanFile(t, c, "../../fengdu/indicators.yaml")
	data, err := os.ReadFile("../../fengdu/county/county.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := IndicatorsRecords(indicatorsDocument(t, c, "county.yaml", CountyFormat, string(data)), c, hazards.Records{})
	for _, f := range indicators.Assess(p, r, measure.DateOf(2022, 8, 2), spec.Choices{}).Findings() {
		if f.Target != "" && (f.Verdict != spec.Unknown || len(f.Missing) == 0) {
			t.Errorf("%s: %v, missing %v", f.Target, f.Verdict, f.Missing)
		}
	}
}

// Another county's nine forms of targets need no code.
func TestSecondCountyIndicators(t *testing.T) {
	const folder = "../../examples/secondcounty/"
	c := indicatorsContext(t, "990101", "2023-2027")
	c.Source = spec.Source{Document: "云泽县应急管理规划（虚构）", Standing: spec.Invented}
	p := indicatorsPlanFile(t, c, folder+"plan/indicators.yaml")
	data, err := os.ReadFile(folder + "data/county.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c.FS = os.DirFS(folder + "data")
	c.ReadDivisions()
	county := indicatorsDocument(t, c, "county.yaml", CountyFormat, string(data))
	r := IndicatorsRecords(county, c, HazardsRecords(county, c))
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	var tally spec.Tally
	forms := map[spec.Form]bool{}
	for _, i := range p.Targets {
		forms[i.Target.Form] = true
	}
	got := map[string]string{}
	for _, f := range indicators.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{}).Findings() {
		tally.Add(f.Verdict)
		if f.Target != "" {
			got[f.Target] = f.Verdict.String() + " " + f.Actual.String()
			if !f.IsWeak() {
				t.Errorf("%s does not say that it is invented", f.Target)
			}
		}
	}
	want := map[string]string{"y1": "unmet 2", "y2": "met 3", "y3": "met 0.206", "y4": "met 2", "y5": "met 3812.4",
		"y6": "met 0", "y7": "met 0.0202", "y8": "met 1.108", "y9": "met 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if tally.Unknown != 0 || tally.NotApplicable == 0 || len(forms) < 8 {
		t.Errorf("%+v, %d forms", tally, len(forms))
	}
}

func TestIndicatorsPlanFaults(t *testing.T) {
	const head = "format: emergency/plan/v1\ntargets:\n"
	const good = "  - {id: a, measurand: accidents, title: {zh: 甲, en: a}, form: zero, place: 一}\n"
	for _, x := range []struct {
		name, text string
		want       string // line:column code, path
	}{
		{"good", good, ""},
		{"another target of the same id", good + good, "4:10 indicators.duplicate-target targets[1].id"},
		{"unknown measurand", "  - {id: a, title: {zh: 甲, en: a}, place: 一, form: zero, measurand: deaths}\n", "3:69 yaml.unknown-value targets[0].measurand"},
		{"unknown form", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: zeros}\n", "3:74 yaml.unknown-value targets[0].form"},
		{"ceiling without limit", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: ceiling}\n", "3:5 target.limit targets[0]"},
		{"fall of more than everything", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: change, change_percent: -101}\n", "3:98 target.change targets[0].change_percent"},
		{"upper below lower", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: range, limit: 3, upper: 2}\n", "3:98 target.range targets[0].upper"},
		{"another unit", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: zero, unit: percent}\n", "3:86 indicators.unit targets[0].unit"},
		{"no place in the plan", "  - {id: a, title: {zh: 甲, en: a}, measurand: accidents, form: zero}\n", "3:5 yaml.missing-key targets[0].place"},
		{"unknown key", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: zero, limt: 1}\n", "3:80 yaml.unknown-key targets[0].limt"},
		{"unknown key of a part", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: both, parts: [{form: zero}, {form: zero, id: b}]}\n", "3:115 yaml.unknown-key targets[0].parts[1].id"},
		{"broken number", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: ceiling, limit: 1e3}\n", "3:90 measure.syntax targets[0].limit"},
		{"change over the total", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: yearly-change, change_percent: -1, over: total}\n", "3:115 indicators.span targets[0].over"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := indicatorsContext(t, "500230", "2021-2025")
			p := IndicatorsPlan(indicatorsDocument(t, c, "indicators.yaml", PlanFormat, head+x.text), c)
			if got := indicatorsFaults(c); got != x.want {
				t.Errorf("got  %s\nwant %s", got, x.want)
			}
			if x.want != "" && !strings.Contains(x.want, "duplicate") && !strings.Contains(x.want, "yaml.") && len(p.Targets) != 0 {
				t.Errorf("a faulty target was kept: %+v", p.Targets)
			}
		})
	}
}

// indicatorsFaults writes faults as line:column code path.
func indicatorsFaults(c *Context) string {
	var out []string
	for _, f := range c.Faults.All() {
		place := strings.TrimPrefix(f.Place(), f.File+":")
		out = append(out, place+" "+f.Code+" "+f.Path)
	}
	return strings.Join(out, "; ")
}

func TestIndicatorsRecordsFaults(t *testing.T) {
	const head = "format: emergency/county/v1\nyears:\n"
	for _, x := range []struct{ name, text, want string }{
		{"good", "  - {year: 2021, gdp: 1.5 亿元, accident_deaths: 3}\n", ""},
		{"a year twice", "  - {year: 2021}\n  - {year: 2021}\n", "4:12 indicators.duplicate-year years[1].year"},
		{"part of a person", "  - {year: 2021, accident_deaths: 1.5}\n", "3:35 measure.fraction years[0].accident_deaths"},
		{"output without unit", "  - {year: 2021, gdp: 340}\n", "3:23 unit.missing years[0].gdp"},
		{"misspelt", "  - {year: 2021, popluation: 1}\n", "3:18 yaml.unknown-key years[0].popluation"},
		{"bounds in the wrong order", "  - {year: 2021, affected: {at_least: 5, at_most: 4}}\n", "3:28 indicators.bounds-order years[0].affected"},
		{"unknown status", "  - {year: 2021, status: late}\n", "3:26 yaml.unknown-value years[0].status"},
		{"no year", "  - {gdp: 1 yuan}\n", "3:5 yaml.missing-key years[0].year"},
		{"average without value", "  - {year: 2021}\naverages:\n  - {measurand: accidents, year: 2021}\n", "5:5 yaml.missing-key averages[0].value"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := indicatorsContext(t, "500230", "2021-2025")
			county := indicatorsDocument(t, c, "county.yaml", CountyFormat, head+x.text)
			IndicatorsRecords(county, c, hazards.Records{})
			if got := indicatorsFaults(c); got != x.want {
				t.Errorf("got  %s\nwant %s", got, x.want)
			}
		})
	}
}

func TestYearlyFiguresAreRead(t *testing.T) {
	c := indicatorsContext(t, "500230", "2021-2025")
	county := indicatorsDocument(t, c, "county.yaml", CountyFormat, `format: emergency/county/v1
years:
  - year: 2021
    on: 2022-03-01
    status: provisional
    population: 556800
    gdp: 335.43 yi-yuan
    disaster_loss: 1827.42 万元
    accident_deaths: {at_least: 3, at_most: 5}
    affected: {at_least: 2811}
    road_deaths: ~
`)
	years := IndicatorsRecords(county, c, hazards.Records{}).Years
	county.Done()
	if err := c.Faults.Err(); err != nil || len(years) != 1 {
		t.Fatal(err, years)
	}
	y := years[0]
	population, _ := y.Population.Value()
	gdp, _ := y.GDP.Value()
	loss, _ := y.DisasterLoss.Value()
	low, _ := y.AccidentDeaths.Low()
	high, _ := y.AccidentDeaths.High()
	_, bounded := y.Affected.High()
	_, reported := y.RoadDeaths.Low()
	got := []any{population, gdp.Fen(), loss.Fen(), low, high, bounded, reported, y.GDP.On(), y.GDP.Status(), y.AccidentDeaths.Source()}
	want := []any{measure.People(556800), int64(3_354_300_000_000), int64(1_827_420_000), measure.People(3), measure.People(5), false, false,
		measure.DateOf(2022, 3, 1), spec.Provisional, c.Source}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
