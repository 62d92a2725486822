package read

import (
	"os"
	"strconv"
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
		{"weather-monitoring", "weather-monitoring", "", "floor", "95", "—", "unstated", "三（三~）2~"},
		{"large-river-forecast", "river-forecast", "", "floor", "95", "—", "unstated", "三（三~）2~"},
		{"small-river-warning", "river-warning", "", "floor", "85", "—", "unstated", "三（三~）2~"},
		{"convective-warning", "convective-lead", "", "floor", "45", "—", "unstated", "三（三~）2~"},
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
	weather, convective := p.Targets[8], p.Targets[11]
	if weather.Target.Deadline != measure.DateOf(2025, 12, 31) || len(weather.Otherwise) != 1 || weather.Otherwise[0].Option != "first-90" ||
		!weather.Otherwise[0].Target.Limit.Equal(measure.Whole(90)) || weather.Otherwise[0].Target.Source.Place != "二（三）2" || !weather.Otherwise[0].Target.Deadline.IsZero() {
		t.Errorf("weather: %+v", weather)
	}
	if len(convective.Otherwise) != 1 || convective.Otherwise[0].Target.Form != spec.Gain || !convective.Otherwise[0].Target.Limit.Equal(measure.Whole(45)) ||
		convective.Otherwise[0].Target.Direction != spec.HigherBetter || !convective.Target.Deadline.IsZero() {
		t.Errorf("convective: %+v", convective)
	}
	if p.MidTerm.Value != 2023 || p.MidTerm.Source.Standing != spec.Ours || !p.CoverageFloor.Value.Equal(measure.Whole(60)) || p.CoverageFloor.Source.Standing != spec.Ours {
		t.Errorf("%+v %+v", p.MidTerm, p.CoverageFloor)
	}
	if a := p.Previous.Award; a.First.Value != 2017 || a.Last.Value != 2021 || a.Years.Value != 5 || a.Reviewed.Value.String() != "2016-2020" {
		t.Errorf("%+v", a)
	}
	checkDeadlines(t, p.Deadlines)
	if len(p.Catalogues) != 2 || len(p.Catalogues[0].Members) != 5 || len(p.Catalogues[1].Members) != 3 {
		t.Errorf("%+v", p.Catalogues)
	}
	b := p.Previous
	if !b.DeathsChange.Value.Equal(measure.Whole(0)) || !b.RateChange.Value.Equal(measure.RatioOf(-425, 1000)) ||
		!b.DisasterDeaths.Known() || b.DisasterDeaths.Value != 0 || !b.DisasterDeathsChange.Value.Equal(measure.Whole(-1)) {
		t.Errorf("%+v", b)
	}
}

// Nothing absolute is published: all twelve targets are unknown.
func TestFengduIsUnknownWithItsNeeds(t *testing.T) {
	c := indicatorsContext(t, "500230", "2021-2025")
	p := indicatorsPlanFile(t, c, "../../fengdu/indicators.yaml")
	data, err := os.ReadFile("../../fengdu/county/county.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := IndicatorsRecords(indicatorsDocument(t, c, "county.yaml", CountyFormat, string(data)), c, hazards.Records{})
	for _, f := range indicators.Assess(p, r, measure.DateOf(2022, 8, 2), spec.Choices{}).Findings() {
		asked := len(f.Missing) > 0 || f.Reason.Code == spec.ReasonNotDue
		if f.Target != "" && f.Kind == spec.TargetKind && (f.Verdict != spec.Unknown || !asked) {
			t.Errorf("%s: %v, missing %v", f.Target, f.Verdict, f.Missing)
		}
	}
}

// Another county's forms of targets need no code.
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
		if f.Target != "" && f.Kind == spec.TargetKind {
			got[f.Target] = f.Verdict.String() + " " + f.Actual.String()
			if !f.IsWeak() {
				t.Errorf("%s does not say that it is invented", f.Target)
			}
		}
	}
	want := map[string]string{"y1": "unmet 2", "y2": "met 3", "y3": "met 0.206", "y4": "met 2", "y5": "met 3812.4",
		"y6": "met 0", "y7": "met 0.0202", "y8": "met 1.108", "y9": "met 0", "y10": "met 95.24", "y11": "met 88.70",
		"y12": "met 83.33", "y13": "met 37", "y14": "met 8.5", "y15": "met 9"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if tally.Unknown != 0 || tally.NotApplicable == 0 || len(forms) < 11 {
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
		{"own value without unit", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: reported, form: zero}\n", "3:5 indicators.unit targets[0]"},
		{"own value, good", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: reported, unit: hour, form: floor, limit: 8, owner: {zh: 甲, en: a}, approximate: true, base_value: 3, wider: [{area: {zh: 省, en: p}, limit: 9}]}\n", ""},
		{"trend without direction", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: reported, unit: hour, form: trend}\n", "3:5 target.direction targets[0]"},
		{"class twice", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: reported, unit: hour, form: by-class, parts: [{class: b, form: zero}, {class: b, form: zero}]}\n", "3:102 target.class targets[0].parts"},
		{"other reading of nothing", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: zero, otherwise: [{reading: x, option: y, form: zero, place: 一}]}\n", "3:91 indicators.otherwise targets[0].otherwise"},
		{"wider without limit", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: zero, wider: [{area: {zh: 省, en: p}}]}\n", "3:88 yaml.missing-key targets[0].wider[0].limit"},
		{"coverage beyond all", good + "coverage_floor_percent: {value: 101, place: 一}\n", "4:25 indicators.coverage-floor coverage_floor_percent"},
		{"a deadline of two kinds", good + "deadlines:\n  - {id: d, title: {zh: 丁, en: d}, place: 一, by: 2025-12-31, every: year}\n", "5:5 indicators.deadline-kind deadlines[0]"},
		{"a deadline of no kind", good + "deadlines:\n  - {id: d, title: {zh: 丁, en: d}, place: 一}\n", "5:5 indicators.deadline-kind deadlines[0]"},
		{"unknown interval", good + "deadlines:\n  - {id: d, title: {zh: 丁, en: d}, place: 一, every: decade}\n", "5:53 yaml.unknown-value deadlines[0].every"},
		{"a member twice", good + "catalogues:\n  - {id: c, title: {zh: 丙, en: c}, kind: enumeration, place: 一, members: [{id: m, zh: 甲, en: a}, {id: m, zh: 乙, en: b}]}\n", "5:103 table.duplicate-id catalogues[0].members[1].id"},
		{"change over the total", "  - {id: a, title: {zh: 甲, en: a}, place: 一, measurand: accidents, form: yearly-change, change_percent: -1, over: total}\n", "3:115 indicators.span targets[0].over"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := indicatorsContext(t, "500230", "2021-2025")
			p := IndicatorsPlan(indicatorsDocument(t, c, "indicators.yaml", PlanFormat, head+x.text), c)
			if got := indicatorsFaults(c); got != x.want {
				t.Errorf("got  %s\nwant %s", got, x.want)
			}
			if x.want != "" && !strings.Contains(x.want, "duplicate") && !strings.Contains(x.want, "yaml.") && strings.Contains(x.want, "targets[") && len(p.Targets) != 0 {
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
		{"a year revised", "  - {year: 2021, status: provisional}\n  - {year: 2021, status: final}\n  - {year: 2021, status: final, on: 2022-05-01}\n", ""},
		{"a vintage twice", "  - {year: 2021, status: final, on: 2022-05-01}\n  - {year: 2021, status: final, on: 2022-05-01}\n", "4:12 indicators.duplicate-year years[1].year"},
		{"length without unit", "  - {year: 2021, small_river_length: 340}\n", "3:38 unit.missing years[0].small_river_length"},
		{"value below none", "  - {year: 2021}\nvalues:\n  - {target: a, year: 2021, value: -1}\n", "5:36 indicators.negative-value values[0].value"},
		{"value of nothing", "  - {year: 2021}\nvalues:\n  - {year: 2021, value: 1}\n", "5:5 yaml.missing-key values[0].target"},
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

// A target of the plan's own says its unit; a floor says its direction by itself.
func TestOwnTargetsAndValuesAreRead(t *testing.T) {
	c := indicatorsContext(t, "500230", "2021-2025")
	p := IndicatorsPlan(indicatorsDocument(t, c, "indicators.yaml", PlanFormat, `format: emergency/plan/v1
targets:
  - {id: a, measurand: reported, unit: hour, title: {zh: 甲, en: a}, place: 一, form: floor, limit: 8}
  - {id: b, measurand: reported, unit: hour, title: {zh: 乙, en: b}, place: 一, form: ceiling, limit: 8}
`), c)
	r := IndicatorsRecords(indicatorsDocument(t, c, "county.yaml", CountyFormat, `format: emergency/county/v1
values:
  - {target: a, year: 2025, value: 0}
  - {target: b, class: x, year: 2025, value: {at_least: 2.5}, on: 2026-01-05, status: final}
`), c, hazards.Records{})
	if err := c.Faults.Err(); err != nil || len(p.Targets) != 2 || len(r.Values) != 2 {
		t.Fatal(err, p.Targets, r.Values)
	}
	if p.Targets[0].Target.Direction != spec.HigherBetter || p.Targets[1].Target.Direction != spec.LowerBetter || p.Targets[0].Unit() != spec.Hours {
		t.Errorf("%+v", p.Targets)
	}
	none, _ := r.Values[0].Value.Value()
	least, _ := r.Values[1].Value.Low()
	_, bounded := r.Values[1].Value.High()
	if !none.Equal(measure.Whole(0)) || !least.Equal(measure.RatioOf(5, 2)) || bounded || r.Values[1].Class != "x" ||
		r.Values[1].Value.Status() != spec.Final || r.Values[1].Value.On() != measure.DateOf(2026, 1, 5) {
		t.Errorf("%+v", r.Values)
	}
}

// checkDeadlines holds the register against every date, year and interval that the
// text sets for something to be done, typed from it in its order.
func checkDeadlines(t *testing.T, list []indicators.Deadline) {
	t.Helper()
	want := map[string]string{
		"goals-2025": "2025-12-31", "teams-2025": "2025-12-31", "monitoring-2025": "2025-12-31", "road-deaths-2025": "2025-12-31",
		"construction-deaths-2025": "2025-12-31", "enforcers-2025": "2025-12-31", "shelters-2030": "2030-12-31", "vision-2035": "2035-12-31",
		"projects-2021": "2021", "projects-2022": "2022", "projects-2025": "2025-12-31",
		"debriefing-yearly": "year", "work-list-yearly": "year", "goals-appraisal-yearly": "year", "forest-inspections-yearly": "year",
		"exercise-yearly": "year", "appraisal-yearly": "year", "year-plan-yearly": "year",
		"watch-daily": "day", "inspection-daily": "day", "inspection-weekly": "week", "inspection-monthly": "month",
		"forest-out-24h": "86400 s", "relief-24h": "86400 s",
	}
	got := map[string]string{}
	for _, d := range list {
		when := d.By.String()
		switch {
		case d.Starts != 0:
			when = d.Starts.String()
		case d.Every != 0:
			when = d.Every.String()
		case d.Within.Sign() > 0:
			when = strconv.FormatInt(d.Within.Seconds(), 10) + " s"
		}
		got[d.ID] = when
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the register (-want +got):\n%s", diff)
	}
}
