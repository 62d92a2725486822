package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

const someIncidents = "编号,日期,行政区划代码,行业,死亡人数,失踪人数,重伤人数,直接经济损失(万元)\n" +
	"a,2023-03-01,990101,建设施工,2,0,0,10\nb,2023-05-01,990101,道路交通,1,0,0,10\n"

func TestCasesAreRead(t *testing.T) {
	c := hazardsContext(t, map[string]string{
		"incidents.csv":        someIncidents,
		"casualties.csv":       "事故编号,日期,死亡人数,失踪人数,重伤人数\na,2023-03-20,3,,\nb,2023-05-20,,0,4\n",
		"accident_reports.csv": "incident,to,told,reported\na,县级,2023-03-01 08:00,2023-03-01T08:59:30+08:00\na,prefecture,2023-03-01 09:00,2023-03-01 10:00\n",
		"investigations.csv":   "事故编号,调查主体,延长天数,报告提交日期,批复日期\na,设区的市级,60,2023-04-01,2023/4/10\nb,单位,,,\n",
	})
	r := HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, "complete: {incidents: 2023-2023}\n"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if n, _ := r.Incidents[0].Counted().Deaths.Value(); n != 3 || len(r.Incidents[1].LateUpdates()) != 1 || !r.Cases.HasCasualties {
		t.Errorf("%v deaths, late %v", n, r.Incidents[1].LateUpdates())
	}
	if on := r.Incidents[0].Updates[0].Deaths.On(); on != measure.DateOf(2023, 3, 20) || r.Incidents[0].Updates[0].Missing.Known() {
		t.Errorf("observed on %v", on)
	}
	if !r.Cases.HasReports || len(r.Cases.Reports) != 2 || r.Cases.Reports[0].To != hazards.CountyAuthority ||
		r.Cases.Reports[0].Told.String() != "2023-03-01T08:00:00+08:00" || r.Cases.Reports[0].Reported.Second() != 30 {
		t.Errorf("%+v", r.Cases.Reports)
	}
	want := []hazards.Investigation{
		{Incident: "a", By: hazards.PrefectureAuthority, Extension: 60, Submitted: measure.DateOf(2023, 4, 1), Replied: measure.DateOf(2023, 4, 10)},
		{Incident: "b", By: hazards.UnitConcerned},
	}
	if diff := cmp.Diff(want, r.Cases.Investigations); diff != "" || !r.Cases.HasInvestigations {
		t.Error(diff)
	}
	none := hazardsContext(t, map[string]string{"incidents.csv": someIncidents})
	if r := HazardsRecords(hazardsRoot(t, none, "county.yaml", CountyFormat, "x: 1\n"), none); r.Cases.HasReports || r.Cases.HasInvestigations || r.Cases.HasCasualties {
		t.Error("tables that were not supplied are there")
	}
}

func TestEveryFaultOfTheCasesIsFiled(t *testing.T) {
	c := hazardsContext(t, map[string]string{
		"incidents.csv":  someIncidents,
		"casualties.csv": "事故编号,日期,死亡人数\nz,2023-03-20,3\na,2023-02-28,3\na,,3\n",
		"accident_reports.csv": "incident,to,told,reported\na,乡镇,2023-03-01 08:00,2023-03-01 09:00\na,县级,2023-03-01 9:00,2023-03-01 10:00\n" +
			"a,县级,2023-02-28 09:00,2023-03-01 10:00\na,县级,2023-03-01 09:00,2023-03-01 08:00\n",
		"investigations.csv": "事故编号,调查主体,延长天数,报告提交日期,批复日期,批复延长天数\na,县级,61,2023-04-01,2023-04-02,31\na,县级,,,,\nb,省级,,2023-04-30,,\nb,省级,,2023-06-02,2023-06-01,\n",
	})
	HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, "x: 1\n"), c)
	want := []string{
		"accident_reports.csv:2:3 hazards.unknown-authority 乡镇",
		"accident_reports.csv:3:6 moment.syntax 2023-03-01 9:00",
		"accident_reports.csv:4:6 date.order 2023-02-28",
		"accident_reports.csv:5:23 date.order 2023-03-01T08:00:00+08:00",
		"casualties.csv:2:1 hazards.unknown-incident z",
		"casualties.csv:3:3 date.order 2023-02-28",
		"casualties.csv:4:3 table.empty-cell ",
		"investigations.csv:2:6 hazards.extension 61",
		"investigations.csv:2:31 hazards.extension 31",
		"investigations.csv:3:1 table.duplicate-id a",
		"investigations.csv:4:7 date.order 2023-04-30",
		"investigations.csv:5:1 table.duplicate-id b",
	}
	if diff := cmp.Diff(want, hazardsFaults(c)); diff != "" {
		t.Error(diff)
	}
}

func TestDisasterReturnIsReadByItsPrintedNames(t *testing.T) {
	header := "编号,开始日期,灾种,行政区划代码,因灾受伤人口,因灾重伤人口,紧急避险转移人口,紧急转移安置人口（累计值）,紧急转移安置人口(实时值),集中安置人口(累计值),集中安置人口(实时值)," +
		"分散安置人口(累计值),分散安置人口(实时值),需紧急生活救助人口(累计值),需紧急生活救助人口(实时值),因旱需生活救助人口(累计值),倒塌房屋间数,倒塌住房间数,倒塌住房户数," +
		"严重损坏房屋间数,严重损坏住房间数,严重损坏住房户数,一般损坏房屋间数,一般损坏住房间数,一般损坏住房户数,农作物受灾面积(公顷),农作物成灾面积(公顷),农作物绝收面积(亩)," +
		"直接经济损失(万元),住房及居民家庭财产损失(万元),农林牧渔业损失(万元),工矿商贸业损失(万元),基础设施损失(万元),公共服务损失(万元),其他损失(元),受害森林面积(公顷),受威胁人数,可能造成的经济损失(万元),全省生产总值(亿元)\n"
	row := "x,2023-07-10,洪旱,990101,31,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22.5,23,24,25,26,27,28,29,30,31,32,33,34,35\n"
	c := hazardsContext(t, map[string]string{"disasters.csv": header + row})
	r := HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, "x: 1\n"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	d := r.Disasters[0]
	var people, counts []string
	for _, o := range []spec.Observed[measure.People]{d.Injured, d.SeriousInjuries, d.MovedInPrecaution, d.Resettled, d.ResettledNow, d.Concentrated,
		d.ConcentratedNow, d.Dispersed, d.DispersedNow, d.NeedingAid, d.NeedingAidNow, d.DroughtNeedingAid, d.Threatened} {
		n, _ := o.Value()
		people = append(people, n.String())
	}
	for _, h := range []hazards.HouseDamage{d.Collapsed, d.SeverelyDamaged, d.SlightlyDamaged} {
		for _, o := range []spec.Observed[measure.Count]{h.Rooms, h.Dwellings, h.Households} {
			n, _ := o.Value()
			counts = append(counts, n.String())
		}
	}
	var areas, money []string
	for _, o := range []spec.Observed[measure.Area]{d.Crops.Affected, d.Crops.Damaged, d.Crops.Lost, d.BurntForest} {
		n, _ := o.Value()
		areas = append(areas, n.String())
	}
	for _, o := range []spec.Observed[measure.Money]{d.DirectLoss, d.Losses.Housing, d.Losses.Agriculture, d.Losses.Industry, d.Losses.Infrastructure,
		d.Losses.PublicServices, d.Losses.Other, d.PossibleLoss, d.ProvinceGDP} {
		n, _ := o.Value()
		money = append(money, n.String())
	}
	got := []string{strings.Join(people, " "), strings.Join(counts, " "), strings.Join(areas, " "), strings.Join(money, " ")}
	want := []string{"31 2 3 4 5 6 7 8 9 10 11 12 33", "13 14 15 16 17 18 19 20 21", "225000 230000 16000 320000",
		"250000 260000 270000 280000 290000 300000 31 340000 3500000000"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReliefThresholdsAreRead(t *testing.T) {
	text := "relief_response:\n  place: 附表3\n  lower_levels_unknown: true\n  levels:\n" +
		"    - {level: Ⅱ级, from: {deaths-missing: 5, 倒塌和严重损坏房屋间数: 500}}\n    - {level: I, from: {deaths-missing: 10, rooms: 1000}}\n"
	c := hazardsContext(t, nil)
	p := HazardsPlan(hazardsRoot(t, c, "hazards.yaml", PlanFormat, text), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	level := p.Relief.Step(&hazards.KnownFacts{Deaths: 9})
	if rows := p.Relief.Rows(); level != hazards.ResponseII || !p.Relief.Partial() || rows[0].Thresholds[1].Below != 1000 || rows[0].Source.Place != "附表3" {
		t.Errorf("%v, %+v", level, rows)
	}
	for _, one := range []struct{ text, want string }{
		{"levels: [{level: V, from: {rooms: 1}}]", "hazards.unknown-response"},
		{"levels: [{level: I, from: {storeys: 1}}]", "hazards.unknown-criterion"},
		{"levels: [{level: I, from: {direct-loss: 1}}]", "hazards.unknown-criterion"},
		{"levels: [{level: I, from: {rooms: many}}]", "measure.syntax"},
		{"levels: [{level: I}]", "yaml.missing-key"},
		{"levels: [{level: II, from: {rooms: 10}}, {level: I, from: {rooms: 10}}]", "grades.empty"},
		{"levels: [{level: II, from: {rooms: 10}}, {level: I, from: {deaths: 10}}]", "scale.hole grades.empty"},
		{"levels: [{level: III, from: {rooms: 10}}, {level: I, from: {rooms: 20}}]", "scale.steps"},
		{"levels: []", "scale.steps"},
	} {
		c := hazardsContext(t, nil)
		p := HazardsPlan(hazardsRoot(t, c, "hazards.yaml", PlanFormat, "relief_response:\n  place: a\n  "+one.text+"\n"), c)
		var codes []string
		for _, f := range c.Faults.All() {
			codes = append(codes, f.Code)
			if f.File != "hazards.yaml" || f.Line == 0 {
				t.Errorf("%s: a fault without a place: %v", one.text, f)
			}
		}
		if got := strings.Join(codes, " "); got != one.want || !p.Relief.IsZero() {
			t.Errorf("%s: %s, want %s", one.text, got, one.want)
		}
	}
}

func TestALocalRuleOfEarlierReportsIsRead(t *testing.T) {
	c := hazardsContext(t, nil)
	text := "sooner_report: {from: 较大, to: 直辖市, within: {value: 1 h, source: {document: 条例, place: 第二十八条, standing: statute}}}\n"
	got := HazardsPlan(hazardsRoot(t, c, "hazards.yaml", PlanFormat, text), c).Sooner
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if got.From != hazards.Large || got.To != hazards.ProvinceAuthority || got.Within.Value.Seconds() != 3600 || got.Within.Source.Standing != spec.Statute {
		t.Errorf("%+v", got)
	}
	for _, one := range []struct{ text, want string }{
		{"{from: large, to: province}", "yaml.missing-key"},
		{"{from: minor, to: province, within: {value: 1 h}}", "yaml.unknown-value"},
		{"{from: large, to: mayor, within: {value: 1 h}}", "yaml.unknown-value"},
		{"{from: large, to: province, within: {value: 1}}", "unit.missing"},
		{"5", "yaml.wrong-type"},
	} {
		c := hazardsContext(t, nil)
		HazardsPlan(hazardsRoot(t, c, "hazards.yaml", PlanFormat, "sooner_report: "+one.text+"\n"), c)
		if all := c.Faults.All(); len(all) != 1 || all[0].Code != one.want {
			t.Errorf("%s: %v", one.text, c.Faults.Err())
		}
	}
}

// The plan of Fengdu says of Chongqing's rule what the library says.
func TestFengdusLocalRuleIsThatOfChongqing(t *testing.T) {
	c := hazardsContext(t, nil)
	got, want := hazardsPlanFile(t, c, "../../fengdu/hazards.yaml").Sooner, hazards.ChongqingReport()
	if got.From != want.From || got.To != want.To || got.Within.Value != want.Within.Value || got.Within.Source != want.Within.Source {
		t.Errorf("%+v, want %+v", got, want)
	}
}
