package read

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestFengduPreventionIsRead(t *testing.T) {
	c := hazardsContext(t, nil)
	c.Source = spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Standing: spec.InPlan}
	p := hazardsPlanFile(t, c, "../../fengdu/hazards.yaml").Prevention
	var targets []string
	for _, one := range []spec.Target{p.MassMonitoring, p.WarningCoverage, p.Extinguished, p.ForestDamage} {
		targets = append(targets, one.ID+" "+one.Form.String()+" "+one.Limit.String()+" "+string(one.Unit)+" "+one.Deadline.String())
	}
	want := []string{"geohazard-mass-monitoring floor 100 percent 2025-12-31", "geohazard-warning-coverage floor 100 percent " + measure.Date{}.String(),
		"forest-extinguished-24h floor 95 percent " + measure.Date{}.String(), "forest-damage-rate ceiling 0.3 per-mille " + measure.Date{}.String()}
	if diff := cmp.Diff(want, targets); diff != "" {
		t.Error(diff)
	}
	if p.ExtinguishWithin.Value.Seconds() != 24*3600 || p.Inspections.Value != 2 {
		t.Errorf("within %v, %v inspections", p.ExtinguishWithin.Value, p.Inspections.Value)
	}
	var posts []string
	for _, s := range p.Duties {
		for _, m := range s.Posts {
			posts = append(posts, s.ID+" "+m.Title.ZH)
		}
	}
	if diff := cmp.Diff([]string{"flood-three 行政责任人", "flood-three 技术责任人", "flood-three 巡查责任人",
		"geo-four-grids 群测群防员", "geo-four-grids 片区负责人", "geo-four-grids 驻守地质队员", "geo-four-grids 县级技术管理员",
		"forest-chief 行政首长"}, posts); diff != "" {
		t.Error(diff)
	}
	if !p.Duties[0].Published || p.Duties[1].Published || len(p.Duties[2].Each) != 2 {
		t.Error("what is made public, or for which divisions")
	}
	if same, unread := p.SameDepartments(); !same || len(p.Departments) != 10 || len(p.DepartmentLists[1].Names) != 10 {
		t.Errorf("%d departments, unread %v", len(p.Departments), unread)
	}
	// Members counted on the plan's own lists.
	for id, n := range map[string]int{"expert-inspection-focus": 5, "mine-accident-types": 7, "fire-prominent-risks": 10, "fire-key-departments": 6,
		"build-five-edge-positions": 5, "waste-seven-stages": 7, "waste-violations": 6, "city-sensitive-points": 9, "geo-regular-five": 5,
		"forest-infrastructure-six": 6, "trade-four-involve-one-limit": 3, "five-in-place": 5, "double-report": 2, "four-not-let-off": 0} {
		entry, ok := p.Catalogue(id)
		if !ok || len(entry.Members) != n {
			t.Errorf("%s has %d members, want %d", id, len(entry.Members), n)
		}
	}
	for _, entry := range p.Catalogues {
		if entry.Kind == 0 || !entry.Title.Complete() || entry.Source.Place == "" || (len(entry.Members) == 0 && len(entry.Wanting) == 0) {
			t.Errorf("%s: %+v", entry.ID, entry)
		}
		if want := entry.ID == "trade-four-involve-one-limit"; (entry.Numeral() == spec.Unmet) != want {
			t.Errorf("%s announces %d and lists %d", entry.ID, entry.Announced, len(entry.Members))
		}
	}
}

func TestFaultsOfAPreventionPlanAreNamed(t *testing.T) {
	const target = "{id: a, measure: mass-monitoring, title: {zh: 甲, en: a}, form: floor, limit: 90, place: 一}"
	for name, c := range map[string]struct{ text, want string }{
		"measure":         {"prevention: {targets: [{id: a, measure: heat, title: {zh: 甲, en: a}, form: floor, limit: 9, place: 一}]}", "yaml.unknown-value heat"},
		"no limit":        {"prevention: {targets: [{id: a, measure: forest-damage, title: {zh: 甲, en: a}, form: ceiling, place: 一}]}", "target.limit "},
		"form":            {"prevention: {targets: [{id: a, measure: forest-damage, title: {zh: 甲, en: a}, form: change, change_percent: -3, place: 一}]}", "hazards.target-form change"},
		"twice":           {"prevention: {targets: [" + target + ", " + target + "]}", "hazards.duplicate mass-monitoring"},
		"key":             {"prevention: {tragets: []}", "yaml.unknown-key tragets"},
		"post twice":      {"prevention: {duty_posts: [{id: a, title: {zh: 甲, en: a}, objects: {zh: 甲, en: a}, posts: [{zh: 乙, en: b}, {zh: 乙, en: c}], place: 一}]}", "hazards.duplicate 乙"},
		"scheme twice":    {"prevention: {duty_posts: [{id: a, title: {zh: 甲, en: a}, objects: {zh: 甲, en: a}, posts: [{zh: 乙, en: b}], place: 一}, {id: a, title: {zh: 甲, en: a}, objects: {zh: 甲, en: a}, posts: [{zh: 乙, en: b}], place: 一}]}", "hazards.duplicate a"},
		"level":           {"prevention: {duty_posts: [{id: a, title: {zh: 甲, en: a}, objects: {zh: 甲, en: a}, each: [village], posts: [{zh: 乙, en: b}], place: 一}]}", "yaml.unknown-value village"},
		"department":      {"prevention: {departments: [{id: a, name: {zh: 甲, en: a}, place: 一}, {id: a, name: {zh: 甲, en: a}, place: 一}]}", "hazards.duplicate a"},
		"kind":            {"catalogues: [{id: a, title: {zh: 甲, en: a}, kind: list, place: 一}]", "yaml.unknown-value list"},
		"sector":          {"catalogues: [{id: a, title: {zh: 甲, en: a}, kind: duty, sector: space, place: 一}]", "yaml.unknown-value space"},
		"catalogue twice": {"catalogues: [{id: a, title: {zh: 甲, en: a}, kind: duty, place: 一}, {id: a, title: {zh: 甲, en: a}, kind: duty, place: 一}]", "hazards.duplicate a"},
		"half a member":   {"catalogues: [{id: a, title: {zh: 甲, en: a}, kind: duty, members: [{zh: 甲}], place: 一}]", "yaml.missing-key "},
	} {
		t.Run(name, func(t *testing.T) {
			c0 := hazardsContext(t, nil)
			HazardsPlan(hazardsRoot(t, c0, "hazards.yaml", PlanFormat, c.text+"\n"), c0)
			var got []string
			for _, f := range c0.Faults.All() {
				got = append(got, f.Code+" "+f.Value)
				if f.File == "" || f.Line == 0 || !f.Message.Complete() {
					t.Errorf("without a place: %+v", f)
				}
			}
			if !slices.Contains(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func preventionOf(t *testing.T, county string, files map[string]string) (hazards.PreventionRecords, []string) {
	t.Helper()
	c := hazardsContext(t, files)
	c.ReadDivisions()
	r := HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, county), c)
	return r.Prevention, hazardsFaults(c)
}

func TestTablesOfPreventionAreRead(t *testing.T) {
	r, faults := preventionOf(t, "complete: {forest_fires: 2023-2027, forest_inspections: 2023-2026}\nforest: {area: 21000 ha, on: 2024-12-31}\n", map[string]string{
		"risks.csv":              "编号,类别,行政区划代码,风险等级,纬度,经度,坐标系,上图,入库,防范化解措施,责任岗位,完成时限,下次复评\nR1,洪旱,990101001,红,0.5,-0.25,CGCS2000,是,否,是,河长,2025-05-31,2028-04-30\nR2,危化品,990101,,,,,,,,,,\n",
		"dangers.csv":            "编号,类别,行政区划代码,是否重大,风险点编号,发现日期,责令整改日期,整改期限,整改完成日期,复查日期,销号日期,已报监管部门,已报职代会\nH1,矿山,990101,是,R1,2026-03-02,2026-03-02,2026-05-31,,,,是,否\n",
		"enforcement.csv":        "编号,行业,行政区划代码,检查诊断日期,行政处罚日期,复查期限,整改复查日期,结案日期\nE1,工贸,990101,2026-04-10,2026-04-20,2026-06-20,,\n",
		"duty_posts.csv":         "制度,对象,岗位,是否落实,是否公示\ndam,d1,行政,是,\n",
		"geohazard_sites.csv":    "编号,行政区划代码,群测群防,监测预警覆盖\nG1,990101,是,\n",
		"forest_fires.csv":       "编号,起火日期,行政区划代码,扑灭用时(小时),受害森林面积(公顷)\nF1,2024-03-09,990101,5.5,2.4\nF2,2024-03-10,990101,,\n",
		"forest_inspections.csv": "编号,日期\nI1,2024-03-09\n",
		"monitoring.csv":         "年份,灾种,报准次数,漏报次数,空报次数\n2024,洪旱,6,1,\n",
		"catalogue.csv":          "条目,成员,结果,核查日期\na,临边,是,2024-01-01\na,,不适用,\n",
	})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	one, two := r.Risks[0], r.Risks[1]
	if one.Hazard != hazards.FloodDrought || one.Level != hazards.MajorRisk || one.Position.Datum() != hazards.CGCS2000 || one.Position.LongitudeText() != "-0.25" ||
		one.OwnerPost != "河长" || one.NextReview != measure.DateOf(2028, 4, 30) || !one.OnMap.Known() || two.OnMap.Known() || two.Sector != hazards.HazardousChemicals || !two.Position.IsZero() {
		t.Errorf("%+v %+v", one, two)
	}
	if d := r.Dangers[0]; !d.Major || d.Risk != "R1" || d.Stage(measure.Date{}) != hazards.Ordered || d.Due != measure.DateOf(2026, 5, 31) || !d.ToWorkers.Known() {
		t.Errorf("%+v", d)
	}
	if e := r.Cases[0]; e.Stage(measure.Date{}) != hazards.Penalised || e.Sector != hazards.IndustryAndTrade {
		t.Errorf("%+v", e)
	}
	if p := r.Posts[0]; !p.Assigned.Known() || p.Published.Known() {
		t.Errorf("%+v", p)
	}
	if s := r.Sites[0]; !s.Monitored.Known() || s.Warned.Known() {
		t.Errorf("%+v", s)
	}
	took, _ := r.Fires[0].Took.Value()
	if took.Seconds() != 19800 || r.Fires[1].Took.Known() || r.Fires[1].Burned.Known() {
		t.Errorf("%+v", r.Fires)
	}
	area, ok := r.ForestArea.Value()
	if !ok || area.Hectares().StringFixed(0) != "21000" || r.ForestArea.On() != measure.DateOf(2024, 12, 31) {
		t.Errorf("forest %v", area)
	}
	if r.FireYears.String() != "2023-2027" || r.InspectionYears.String() != "2023-2026" || len(r.ForestInspections) != 1 {
		t.Errorf("%v %v", r.FireYears, r.InspectionYears)
	}
	if m := r.Monitoring[0]; m.Year != 2024 || !m.Hits.Known() || m.FalseAlarms.Known() {
		t.Errorf("%+v", m)
	}
	if a := r.CatalogueAnswers; a[0].State != spec.Met || a[0].Member != "临边" || a[1].State != spec.NotApplicable {
		t.Errorf("%+v", a)
	}
	if none, faults := preventionOf(t, "", nil); none.HasRisks || none.HasPosts || none.HasFires || none.ForestArea.Known() || len(faults) > 0 {
		t.Errorf("nothing supplied: %+v %v", none, faults)
	}
}

func TestFaultsOfPreventionTablesAreNamed(t *testing.T) {
	const dangers = "编号,类别,行政区划代码,是否重大,风险点编号,发现日期,责令整改日期,整改期限,整改完成日期,复查日期,销号日期\n"
	for name, c := range map[string]struct{ file, text, want string }{
		"kind":             {"risks.csv", "编号,类别,行政区划代码\nR1,太空,990101\n", "risks.csv:2:4 hazards.unknown-risk-kind 太空"},
		"level":            {"risks.csv", "编号,类别,行政区划代码,等级\nR1,洪旱,990101,紫\n", "risks.csv:2:14 table.unknown-value 紫"},
		"no datum":         {"risks.csv", "编号,类别,行政区划代码,纬度,经度\nR1,洪旱,990101,1,2\n", "risks.csv:2 position.datum "},
		"half a position":  {"risks.csv", "编号,类别,行政区划代码,纬度,坐标系\nR1,洪旱,990101,1,WGS84\n", "risks.csv:2:14 position.syntax 1,"},
		"odd datum":        {"risks.csv", "编号,类别,行政区划代码,纬度,经度,坐标系\nR1,洪旱,990101,1,2,北京54\n", "risks.csv:2:18 table.unknown-value 北京54"},
		"twice":            {"risks.csv", "编号,类别,行政区划代码\nR1,洪旱,990101\nR1,洪旱,990101\n", "risks.csv:3:1 table.duplicate-id R1"},
		"skipped":          {"dangers.csv", dangers + "H1,矿山,990101,否,,2026-03-02,,,2026-04-01,,\n", "dangers.csv:2:30 loop.skipped 2026-04-01"},
		"backwards":        {"dangers.csv", dangers + "H1,矿山,990101,否,,2026-03-02,2026-03-01,,,,\n", "dangers.csv:2:28 loop.backwards 2026-03-01"},
		"due before order": {"dangers.csv", dangers + "H1,矿山,990101,否,,2026-03-02,2026-03-05,2026-03-04,,,\n", "dangers.csv:2:39 loop.backwards 2026-03-04"},
		"case":             {"enforcement.csv", "编号,行业,行政区划代码,检查诊断日期,行政处罚日期,整改复查日期\nE1,工贸,990101,2026-04-10,,2026-05-01\n", "enforcement.csv:2:26 loop.skipped 2026-05-01"},
		"post twice":       {"duty_posts.csv", "制度,对象,岗位\na,b,c\na,b,c\n", "duty_posts.csv:3:5 table.duplicate-id a b c"},
		"outside":          {"geohazard_sites.csv", "编号,行政区划代码\nG1,500230\n", "geohazard_sites.csv:2:4 division.outside 500230"},
		"fire date":        {"forest_fires.csv", "编号,日期,行政区划代码\nF1,2010-01-01,990101\n", "forest_fires.csv:2:4 date.outside-period 2010-01-01"},
		"state":            {"catalogue.csv", "条目,结果\na,也许\n", "catalogue.csv:2:3 table.unknown-value 也许"},
		"answer twice":     {"catalogue.csv", "条目,结果\na,是\na,否\n", "catalogue.csv:3:1 table.duplicate-id a "},
		"hazard":           {"monitoring.csv", "年份,灾种\n2024,太空\n", "monitoring.csv:2:6 hazards.unknown-hazard 太空"},
	} {
		t.Run(name, func(t *testing.T) {
			_, faults := preventionOf(t, "", map[string]string{c.file: c.text})
			if len(faults) == 0 || !slices.ContainsFunc(faults, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
				t.Errorf("%q, want %q", faults, c.want)
			}
		})
	}
	_, faults := preventionOf(t, "", map[string]string{"risks.csv": "编号,类别,行政区划代码\nR1,洪旱,990101\n",
		"dangers.csv": dangers + "H1,矿山,990101,否,R9,2026-03-02,,,,,\n"})
	if diff := cmp.Diff([]string{"dangers.csv:2:16 hazards.unknown-risk R9"}, faults); diff != "" {
		t.Error(diff)
	}
}
