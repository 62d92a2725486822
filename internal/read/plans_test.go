package read

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func plansContext(from, to measure.Year, files fstest.MapFS) *Context {
	period, _ := measure.PeriodOf(from, to)
	return &Context{Faults: &spec.Faults{}, FS: files, Period: period,
		Source:  spec.Source{Document: "a plan", Number: "no. 1", Standing: spec.InPlan},
		Subject: spec.Subject{Kind: "county", ID: "990101"}}
}

func readPlansPlan(t *testing.T, c *Context, text string) plans.Provisions {
	t.Helper()
	node, ok := strict.ReadDocument("plans.yaml", []byte(text), PlanFormat, c.Faults)
	if !ok {
		t.Fatal(c.Faults.Err())
	}
	m, ok := node.Map()
	if !ok {
		t.Fatal(c.Faults.Err())
	}
	return PlansPlan(m, c)
}

func readPlansRecords(t *testing.T, c *Context, county string) plans.Records {
	t.Helper()
	node, ok := strict.ReadDocument("county.yaml", []byte("format: "+CountyFormat+"\n"+county), CountyFormat, c.Faults)
	if !ok {
		t.Fatal(c.Faults.Err())
	}
	m, ok := node.Map()
	if !ok {
		t.Fatal(c.Faults.Err())
	}
	return PlansRecords(m, c)
}

func plansFaults(c *Context) []string {
	var out []string
	for _, f := range c.Faults.All() {
		out = append(out, f.Place()+" "+f.Code)
	}
	return out
}

func TestFengduPlansFile(t *testing.T) {
	data, err := os.ReadFile("../../fengdu/plans.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := plansContext(2021, 2025, nil)
	p := readPlansPlan(t, c, string(data))
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if err := p.Validate(); err != nil {
		t.Error(err)
	}
	if p.ExercisePerYear.Value != 1 || p.ExercisePerYear.Source.Place != "三（五~）1" || len(p.Works) != 7 || p.WorksSource.Place != "四" || p.ProjectsSource.Place != "附件 项目库" {
		t.Errorf("%+v, %d works", p.ExercisePerYear, len(p.Works))
	}
	// Row for row as printed: number, work, class, nature, time, 万元.
	want := []string{
		"1 1 planned new 2021 -",
		"2a 2 planned new 2022 -",
		"2b 2 reserve new 2022 20203.2",
		"3 3 reserve new 2021-2025 2000",
		"4 4 reserve new 2021-2025 300",
		"5 5 planned new 2021-2025 40",
		"6 6 reserve continued 2021-2025 -",
		"7 7 reserve new 2021-2025 500",
	}
	var got []string
	for _, row := range p.Projects {
		money := "-"
		if m, ok := row.Money.Value(); ok {
			money, _ = measure.RatioOf(m.Fen(), 1_000_000).Exact()
		}
		got = append(got, strings.Join([]string{row.ID, row.Work, row.Class.String(), row.Nature.String(), row.Timing(), money}, " "))
		if !row.Name.Complete() || !row.Lead.Complete() || !row.Content.Complete() || len(row.Carries) == 0 || !row.Source.Complete() || row.Source.Place == "" {
			t.Errorf("row %s is incomplete", row.ID)
		}
		if named := p.Works[row.Work[0]-'1'].Named(row.Name.ZH); !named && row.ID != "2b" {
			t.Errorf("row %s is called %s, which is no name of its work", row.ID, row.Name.ZH)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSecondCountyPlansFiles(t *testing.T) {
	plan, err := os.ReadFile("../../examples/secondcounty/plan/plans.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := plansContext(2023, 2027, nil)
	c.FS = os.DirFS("../../examples/secondcounty/data")
	c.Source.Standing = spec.Invented
	c.Code, err = hazards.ParseDivisionCode("990101")
	if err != nil {
		t.Fatal(err)
	}
	c.ReadDivisions()
	p := readPlansPlan(t, c, string(plan))
	r := readPlansRecords(t, c, "complete: {drills: 2023-2027}\ncontingency: {calendar: 2023-2027}\n")
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
	var got []string
	for _, f := range plans.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{}).Findings()[:3] {
		got = append(got, strings.Join([]string{f.Rule, f.Verdict.String(), f.Bound.String(), f.Actual.String()}, " "))
		if !f.IsWeak() || len(f.Missing) != 0 {
			t.Errorf("%s: weak %v, missing %v", f.Rule, f.Weak, f.Missing)
		}
	}
	if diff := cmp.Diff([]string{
		"plans.largest-project not-applicable exact 57.27",
		"plans.works not-applicable exact 4",
		"plans.county-exercise unmet exact 4",
	}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPlansPlanFaults(t *testing.T) {
	const head = "format: emergency/plan/v1\n"
	const works = head + "works:\n  place: 四\n  list:\n    - {id: \"1\", name: {zh: 工程, en: work}}\n"
	const row = "projects:\n  place: 附件\n  list:\n    - {id: a, work: \"1\", name: {zh: 项目, en: project}, class: planned, nature: new"
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing but the format", head, nil},
		{"one row", works + row + "}\n", nil},
		{"an unknown key", head + "exercises: 1\n", []string{"plans.yaml:2:1 yaml.unknown-key"}},
		{"half an exercise", head + "exercise_per_year: {value: 1.5, place: 三}\n", []string{"plans.yaml:2:28 measure.fraction"}},
		{"a project of no work", head + row + "}\n", []string{"plans.yaml:5:21 plans.unknown-work"}},
		{"a work twice", works + "    - {id: \"1\", name: {zh: 工程, en: work}}\n", []string{"plans.yaml:6:12 plans.duplicate-work"}},
		{"a project twice", works + row + "}\n    - {id: a, work: \"1\", name: {zh: 项, en: p}, class: reserve, nature: new}\n", []string{"plans.yaml:10:12 plans.duplicate-project"}},
		{"a class that is none", works + strings.Replace(row, "planned", "计划", 1) + "}\n", []string{"plans.yaml:9:62 yaml.unknown-value"}},
		{"a nature that is none", works + strings.Replace(row, "nature: new", "nature: old", 1) + "}\n", []string{"plans.yaml:9:79 yaml.unknown-value"}},
		{"start and span", works + row + ", start: 2021, span: 2021-2025}\n", []string{"plans.yaml:9:103 plans.two-timings"}},
		{"money without a unit", works + row + ", money: 300}\n", []string{"plans.yaml:9:91 unit.missing"}},
		{"money of another unit", works + row + ", money: 300 ha}\n", []string{"plans.yaml:9:91 unit.unknown"}},
		{"negative money", works + row + ", money: -3 wan-yuan}\n", []string{"plans.yaml:9:91 measure.negative"}},
		{"a name in one language", works + "    - {id: \"2\", name: {zh: 工程}}\n", []string{"plans.yaml:6:23 yaml.missing-key"}},
		{"keys missing", works + "projects:\n  list:\n    - {id: a}\n", []string{
			"plans.yaml:8:7 yaml.missing-key", "plans.yaml:8:7 yaml.missing-key", "plans.yaml:8:7 yaml.missing-key", "plans.yaml:8:7 yaml.missing-key"}},
		{"no list", head + "works: {place: 四}\nprojects: {place: 附}\n", []string{"plans.yaml:2:8 yaml.missing-key", "plans.yaml:3:11 yaml.missing-key"}},
		{"a work without id and name", head + "works:\n  list:\n    - {place: 四}\n", []string{"plans.yaml:4:7 yaml.missing-key", "plans.yaml:4:7 yaml.missing-key"}},
		{"a project without id", works + strings.Replace(row, "id: a, ", "", 1) + "}\n", []string{"plans.yaml:9:7 yaml.missing-key"}},
		{"unknown keys of works", head + "works: {list: [{id: a, name: {zh: 工, en: w}, lead: x}], plac: 四}\n", []string{
			"plans.yaml:2:46 yaml.unknown-key", "plans.yaml:2:57 yaml.unknown-key"}},
		{"unknown keys of projects", works + row + ", funds: 3 yuan}\n  plac: 四\n", []string{"plans.yaml:9:84 yaml.unknown-key", "plans.yaml:10:3 yaml.unknown-key"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := plansContext(2021, 2025, nil)
			readPlansPlan(t, c, tt.text)
			if diff := cmp.Diff(tt.want, plansFaults(c)); diff != "" {
				t.Errorf("%s\n%v", diff, c.Faults.Err())
			}
		})
	}
}

func TestMoneyThatIsNotPrintedIsUnknown(t *testing.T) {
	c := plansContext(2021, 2025, nil)
	p := readPlansPlan(t, c, "format: emergency/plan/v1\nworks: {list: [{id: \"1\", name: {zh: 工程, en: work}}]}\nprojects:\n  list:\n"+
		"    - {id: a, work: \"1\", name: {zh: 项, en: p}, class: planned, nature: new, money: null}\n"+
		"    - {id: b, work: \"1\", name: {zh: 项, en: p}, class: 储备项目类, nature: 续建, money: 0 yuan}\n")
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if m, ok := p.Projects[1].Money.Value(); p.Projects[0].Money.Known() || !ok || !m.IsZero() {
		t.Errorf("%+v", p.Projects)
	}
	if p.Projects[1].Class != plans.ReserveClass || p.Projects[1].Nature != plans.Continued {
		t.Errorf("%+v", p.Projects[1])
	}
}

func TestDrillsTable(t *testing.T) {
	const want = "a 2021-05-12 county-comprehensive true; b 2022-05-12 township unknown; c 2023-01-02 neighbour-joint false"
	for _, tt := range []struct{ name, csv string }{
		{"English headers", "id,date,kind,double_blind\na,2021-05-12,county-comprehensive,true\nb,2022-05-12,township,\nc,2023-01-02,neighbour-joint,false\n"},
		{"Chinese headers in another order", "是否双盲,演练类型,编号,演练日期\n是,县级综合应急演练,a,2021-05-12\n,乡镇演练,b,2022-05-12\n否,联合演练,c,2023-01-02\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := plansContext(2021, 2025, fstest.MapFS{"drills.csv": {Data: []byte(tt.csv)}})
			r := readPlansRecords(t, c, "complete: {drills: 2021-2023}\n")
			if err := c.Faults.Err(); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range r.Drills {
				blind := "unknown"
				if v, ok := d.DoubleBlind.Value(); ok {
					blind = map[bool]string{true: "true", false: "false"}[v]
				}
				got = append(got, strings.Join([]string{d.ID, d.Date.String(), d.Kind.String(), blind}, " "))
			}
			if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
				t.Error(diff)
			}
			if !r.HasDrills || r.Complete.String() != "2021-2023" || r.Subject.ID != "990101" {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestAMissingDrillsTableIsNotAnEmptyOne(t *testing.T) {
	c := plansContext(2021, 2025, fstest.MapFS{})
	if r := readPlansRecords(t, c, ""); r.HasDrills || !r.Complete.IsZero() || c.Faults.Len() != 0 {
		t.Errorf("%+v %v", r, c.Faults.Err())
	}
	c = plansContext(2021, 2025, fstest.MapFS{"drills.csv": {Data: []byte("id,date,kind\n")}})
	if r := readPlansRecords(t, c, ""); !r.HasDrills || len(r.Drills) != 0 || c.Faults.Len() != 0 {
		t.Errorf("%+v %v", r, c.Faults.Err())
	}
}

func TestDrillsTableFaults(t *testing.T) {
	for _, tt := range []struct {
		name, csv, county string
		want              []string
	}{
		{"an id twice", "id,date,kind\na,2021-05-12,township\na,2022-05-12,township\n", "", []string{"drills.csv:3:1 table.duplicate-id"}},
		{"an empty row", "编号,日期,类别\n,,\na,2021-01-01,township\n", "", []string{"drills.csv:2:1 table.empty-row"}},
		{"empty cells", "编号,日期,类别\na,,township\n,2021-01-01,\n", "", []string{"drills.csv:2:3 table.empty-cell", "drills.csv:3:1 table.empty-cell", "drills.csv:3:13 table.empty-cell"}},
		{"no such day", "编号,日期,类别\n演练一,2021-02-29,township\n", "", []string{"drills.csv:2:5 measure.date"}},
		{"a date outside the years", "编号,日期,类别\na,2026-01-01,township\n", "", []string{"drills.csv:2:3 date.outside-period"}},
		{"no such kind", "编号,日期,类别\na,2021-01-01,大型演练\n", "", []string{"drills.csv:2:14 table.unknown-value"}},
		{"neither yes nor no", "编号,日期,类别,双盲\na,2021-01-01,township,或许\n", "", []string{"drills.csv:2:23 table.unknown-value"}},
		{"a header missing", "编号,日期\na,2021-01-01\n", "", []string{"drills.csv:1:1 table.missing-header"}},
		{"all headers but one missing", "双盲\n是\n", "", []string{
			"drills.csv:1:1 table.missing-header", "drills.csv:1:1 table.missing-header", "drills.csv:1:1 table.missing-header"}},
		{"completeness that is no period", "id,date,kind\n", "complete: {drills: all}\n", []string{"county.yaml:2:20 measure.period"}},
		{"completeness that is no mapping is a fault of the hazards reader", "id,date,kind\n", "complete: 2021-2025\n", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := plansContext(2021, 2025, fstest.MapFS{"drills.csv": {Data: []byte(tt.csv)}})
			readPlansRecords(t, c, tt.county)
			if diff := cmp.Diff(tt.want, plansFaults(c)); diff != "" {
				t.Errorf("%s\n%v", diff, c.Faults.Err())
			}
		})
	}
}
