package read

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// sheltersContext is a context over the tables given, name and content by turns.
func sheltersContext(t *testing.T, code, period string, tables ...string) *Context {
	t.Helper()
	folder := fstest.MapFS{}
	for i := 0; i < len(tables); i += 2 {
		folder[tables[i]] = &fstest.MapFile{Data: []byte(tables[i+1])}
	}
	county, err := hazards.ParseDivisionCode(code)
	if err != nil {
		t.Fatal(err)
	}
	years, err := measure.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	c := &Context{Faults: &spec.Faults{}, FS: folder, Code: county, Period: years,
		Source:  spec.Source{Document: "规划", Number: "一号", Standing: spec.InPlan},
		Subject: spec.Subject{Kind: "county", ID: code}}
	c.ReadDivisions()
	return c
}

func sheltersMap(t *testing.T, file, format, text string, c *Context) *strict.Map {
	t.Helper()
	node, ok := strict.ReadDocument(file, []byte(text), format, c.Faults)
	if !ok {
		t.Fatalf("%s cannot be read: %v", file, c.Faults.Err())
	}
	m, ok := node.Map()
	if !ok {
		t.Fatalf("%s is no mapping", file)
	}
	return m
}

func sheltersFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// sheltersFaults writes the faults, one a line: place, code, value.
func sheltersFaults(c *Context) string {
	var b strings.Builder
	for _, f := range c.Faults.All() {
		fmt.Fprintf(&b, "%s %s %q\n", f.Place(), f.Code, f.Value)
	}
	return b.String()
}

func TestFengduSheltersPlan(t *testing.T) {
	c := sheltersContext(t, "500230", "2021-2025")
	m := sheltersMap(t, "shelters.yaml", PlanFormat, sheltersFile(t, "../../fengdu/shelters.yaml"), c)
	p := SheltersPlan(m, c)
	if faults := sheltersFaults(c); faults != "" {
		t.Fatal(faults)
	}
	var carried []string
	for _, one := range m.Node().Parameters() {
		if len(one.Carries) > 0 {
			carried = append(carried, one.Value+" "+strings.Join(one.Carries, " "))
		}
	}
	want := []string{"25 baseline-shelter-count", "37.96 ha baseline-shelter-area", "253406 baseline-shelter-temporary",
		"96050 baseline-shelter-overnight", "2015-2030 ref-shelter-plan-2015-2030",
		"5 target-shelters-new-5", "5 target-shelters-upgraded-5", "100 target-shelter-2030", "2030-12-31 target-shelter-2030", "gb-51143 shelter-design-standard"}
	if diff := cmp.Diff(want, carried); diff != "" {
		t.Error(diff)
	}
	base := p.Baseline
	if got := fmt.Sprint(base.Shelters.Value, " ", base.EffectiveArea.Value, " ", base.Temporary.Value, " ", base.Lodging.Value); got != "25 379600 253406 96050" {
		t.Error(got)
	}
	// The figures beside the plan are those that the room cites.
	if diff := cmp.Diff(shelters.EarthquakeLiving(), p.PerPerson[0]); diff != "" {
		t.Error(diff)
	}
	remembered := shelters.Remembered()
	for i, at := range []int{1, 2, 3, 4} {
		if diff := cmp.Diff(remembered[at], p.PerPerson[i+1]); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff(shelters.FixedShelterShare(), p.FixedShare); diff != "" {
		t.Error(diff)
	}
	for _, target := range []struct {
		target spec.Target
		want   string
	}{
		{p.New, "shelters-new floor 5 shelter 2021-2025 2025-12-31 unstated"},
		{p.Upgraded, "shelters-upgraded floor 5 shelter 2021-2025 2025-12-31 unstated"},
		{p.Completion, "shelters-completion floor 100 percent 2015-2030 2030-12-31 unstated"},
	} {
		one := target.target
		got := fmt.Sprintf("%s %s %s %s %s %s %s", one.ID, one.Form, one.Limit, one.Unit, one.Period, one.Deadline, one.Nature)
		if got != target.want || one.Validate() != nil || !one.Source.Complete() {
			t.Errorf("%s, want %s", got, target.want)
		}
	}
}

func TestFengduSheltersRecords(t *testing.T) {
	c := sheltersContext(t, "500230", "2021-2025")
	county := sheltersMap(t, "county.yaml", CountyFormat, sheltersFile(t, "../../fengdu/county/county.yaml"), c)
	r := SheltersRecords(county, c)
	if faults := sheltersFaults(c); faults != "" {
		t.Fatal(faults)
	}
	count, _ := r.Stated.Shelters.Value()
	area, _ := r.Stated.EffectiveArea.Value()
	temporary, _ := r.Stated.Temporary.Value()
	lodging, _ := r.Stated.Lodging.Value()
	if got := fmt.Sprint(count, " ", area, " ", temporary, " ", lodging); got != "25 379600 253406 96050" {
		t.Error(got)
	}
	if r.HasShelters || r.Stated.Planned.Known() || r.PlannedPopulation.Known() || r.Stated.New.Known() || r.Subject.ID != "500230" {
		t.Errorf("more is known than the plan prints: %+v", r)
	}
}

func TestSecondCountyShelters(t *testing.T) {
	const folder = "../../examples/secondcounty/"
	c := sheltersContext(t, "990101", "2023-2027",
		"townships.csv", sheltersFile(t, folder+"data/townships.csv"),
		"villages.csv", sheltersFile(t, folder+"data/villages.csv"),
		"shelters.csv", sheltersFile(t, folder+"data/shelters.csv"),
		"shelter_facilities.csv", sheltersFile(t, folder+"data/shelter_facilities.csv"),
		"shelter_hazards.csv", sheltersFile(t, folder+"data/shelter_hazards.csv"),
		"service_areas.csv", sheltersFile(t, folder+"data/service_areas.csv"),
		"distances.csv", sheltersFile(t, folder+"data/distances.csv"))
	c.Source = spec.Source{Document: "虚构", Standing: spec.Invented}
	p := SheltersPlan(sheltersMap(t, "shelters.yaml", PlanFormat, sheltersFile(t, folder+"plan/shelters.yaml"), c), c)
	r := SheltersRecords(sheltersMap(t, "county.yaml", CountyFormat, sheltersFile(t, folder+"data/county.yaml"), c), c)
	if faults := sheltersFaults(c); faults != "" {
		t.Fatal(faults)
	}
	var got strings.Builder
	for _, f := range shelters.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{}).Findings() {
		fmt.Fprintf(&got, "%s %s %s\n", f.Rule, f.Verdict, f.Reason.Text.EN)
	}
	want := `shelters.count not-applicable 8 shelters; no standard judges it
shelters.effective-area not-applicable 13.70005 ha; no standard judges it
shelters.temporary-capacity not-applicable 68500 people; no standard judges it
shelters.lodging-capacity not-applicable 27500 people; no standard judges it
shelters.stated-totals met every stated total is the sum of its column
shelters.capacity not-applicable 68500 people; no standard judges it
shelters.capacity not-applicable 34250 people; no standard judges it
shelters.fixed-share met 15.1%; required ≥ 15%
shelters.new met 3 shelters; required ≥ 3 shelters by 2027-12-31
shelters.upgraded unmet 2 shelters; required ≥ 3 shelters by 2027-12-31
shelters.completion met 80%; required ≥ 75% by 2027-12-31
shelters.usable not-applicable people who can sleep in each hazard: earthquake 27500; geological hazard 25000; meteorological hazard 27500; flood and drought 21300; forest fire 25000
shelters.facilities unmet shelters with every facility of their class: met 3, unmet 3, unknown 2
shelters.conditions unmet shelters with enough entrances, sources of water and power, and distance from fire: met 4, unmet 3, unknown 1
shelters.class-capacity not-applicable emergency shelter (2) 18000; short-term fixed shelter (3) 10570; medium-term fixed shelter (1) 4500; long-term fixed shelter (1) 5777; centre shelter (1) 4444, with 1 stating more: S08
shelters.next-class not-applicable 0 of 7 shelters lack nothing of the class above theirs; most often lacking: management (1); 42 facilities not checked yet
shelters.responsibility unmet service areas whose shelter holds all the evacuees it is responsible for: met 11, unmet 1, unknown 0; without a shelter: 1
shelters.reach not-applicable 162100 of 179500 people
shelters.reach not-applicable 179500 of 179500 people
shelters.assignment met 17450 people housed, 3094 m each on average, 19240 m at most; proven: no plan walks less; 22.3% less than nearest first
shelters.path not-applicable 80.0% built, a steady programme would have 44.4% at the end of 2027: not behind it; no share is set before the last year
shelters.money not-applicable mean of the 5 of 5 that report money
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
}

const sheltersDivisions = "code,name\n990101001,甲\n"

func TestSheltersTable(t *testing.T) {
	table := "id,name,division,effective_area(m2),gross_area(ha),temporary,lodging,setting,status,completed_on\n" +
		"a,甲,990101001,1200.5,0.5,800,300,indoor,new,2030-06-01\n" +
		"b,乙,990101001,,,,,,,\n"
	c := sheltersContext(t, "990101", "2023-2027", "townships.csv", sheltersDivisions, "shelters.csv", table)
	got, ok := sheltersTable(c)
	if faults := sheltersFaults(c); faults != "" || !ok || len(got) != 2 {
		t.Fatal(ok, got, faults)
	}
	area, _ := got[0].EffectiveArea.Value()
	gross, _ := got[0].GrossArea.Value()
	people, _ := got[0].Temporary.Value()
	lodged, _ := got[0].Lodging.Value()
	said := fmt.Sprint(got[0].ID, " ", got[0].Name, " ", got[0].Place, " ", area, " ", gross, " ", people, " ", lodged, " ",
		got[0].Setting, " ", got[0].Status, " ", got[0].CompletedOn)
	if said != "a 甲 990101001 1200.5 5000 800 300 indoor new 2030-06-01" {
		t.Error(said)
	}
	if b := got[1]; b.EffectiveArea.Known() || b.GrossArea.Known() || b.Temporary.Known() || b.Lodging.Known() || b.Status != 0 || b.Setting != 0 || !b.CompletedOn.IsZero() {
		t.Errorf("an empty cell was read: %+v", b)
	}
}

func TestSheltersTableByItsChineseHeaders(t *testing.T) {
	english := "id,name,division,effective_area(m2),gross_area(m2),temporary,lodging,setting,status,completed_on\n" +
		"a,甲,990101001,12000,50000,1800,300,outdoor,upgraded,2024-06-01\n"
	chinese := "完成日期,建设性质,室内外,住宿避难人数（人）,临时安置人数,占地面积(公顷),有效避难面积(公顷),行政区划代码,场所名称,编号\n" +
		"2024年6月1日,改造升级,室外,３００,\"1,800\",5,1.2,990101001,甲,a\n"
	read := func(table string) []shelters.Shelter {
		c := sheltersContext(t, "990101", "2023-2027", "townships.csv", sheltersDivisions, "shelters.csv", table)
		got, ok := sheltersTable(c)
		if !ok {
			t.Fatal(sheltersFaults(c))
		}
		return got
	}
	if e, z := fmt.Sprintf("%+v", read(english)), fmt.Sprintf("%+v", read(chinese)); e != z {
		t.Error(cmp.Diff(e, z))
	}
}

func TestSheltersTableAbsentAndEmpty(t *testing.T) {
	c := sheltersContext(t, "990101", "2023-2027")
	if got, ok := sheltersTable(c); ok || got != nil || c.Faults.Len() != 0 {
		t.Errorf("absent: %v %v %s", got, ok, sheltersFaults(c))
	}
	c = sheltersContext(t, "990101", "2023-2027", "shelters.csv", "id,name,division\n")
	if got, ok := sheltersTable(c); !ok || len(got) != 0 || c.Faults.Len() != 0 {
		t.Errorf("without rows: %v %v %s", got, ok, sheltersFaults(c))
	}
}

func TestSheltersTableFaults(t *testing.T) {
	const header = "id,name,division,effective_area(m2),gross_area(m2),temporary,lodging,setting,status,completed_on\n"
	for _, tt := range []struct{ name, table, want string }{
		{"no id", header + ",甲,990101001,,,,,,,\n", `shelters.csv:2:1 table.empty-cell ""`},
		{"no name", header + "a,,990101001,,,,,,,\n", `shelters.csv:2:3 table.empty-cell ""`},
		{"no division", header + "a,甲,,,,,,,,\n", `shelters.csv:2:5 table.empty-cell ""`},
		{"same id", header + "a,甲,990101001,,,,,,,\nb,乙,990101001,,,,,,,\na,丙,990101001,,,,,,,\n", `shelters.csv:4:1 table.duplicate-id "a"`},
		{"other county", header + "a,甲,990102001,,,,,,,\n", `shelters.csv:2:5 division.outside "990102001"`},
		{"unknown township", header + "a,甲,990101009,,,,,,,\n", `shelters.csv:2:5 division.unknown "990101009"`},
		{"no code", header + "a,甲,东岭镇,,,,,,,\n", `shelters.csv:2:5 division.syntax "东岭镇"`},
		{"negative area", header + "a,甲,990101001,-1,,,,,,\n", `shelters.csv:2:15 measure.negative "-1"`},
		{"larger than the site", header + "a,甲,990101001,1000.01,1000,,,,,\n", `shelters.csv:2:15 shelters.effective-above-gross "1000.01"`},
		{"part of a person", header + "a,甲,990101001,,,1.5,,,,\n", `shelters.csv:2:17 measure.fraction "1.5"`},
		{"word", header + "a,甲,990101001,,,,,,planned,\n", `shelters.csv:2:20 table.unknown-value "planned"`},
		{"setting", header + "a,甲,990101001,,,,,tent,,\n", `shelters.csv:2:19 table.unknown-value "tent"`},
		{"date", header + "a,甲,990101001,,,,,,new,2025-02-30\n", `shelters.csv:2:24 measure.date "2025-02-30"`},
		{"no unit", "id,name,division,effective_area\na,甲,990101001,12\n", `shelters.csv:2:15 unit.missing "12"`},
		{"no id column", "name,division\n甲,990101001\n", `shelters.csv:1:1 table.missing-header ""`},
		{"no name column", "id,division\na,990101001\n", `shelters.csv:1:1 table.missing-header ""`},
		{"no division column", "id,name\na,甲\n", `shelters.csv:1:1 table.missing-header ""`},
		{"unknown header", "id,name,division,beds\na,甲,990101001,12\n", `shelters.csv:1:18 table.unknown-header "beds"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := sheltersContext(t, "990101", "2023-2027", "townships.csv", sheltersDivisions, "shelters.csv", tt.table)
			got, ok := sheltersTable(c)
			if tt.name == "same id" && len(got) != 2 {
				t.Errorf("%d shelters of two ids", len(got))
			}
			if diff := cmp.Diff(tt.want+"\n", sheltersFaults(c)); diff != "" {
				t.Error(diff)
			}
			if ok {
				t.Error("a table at fault was taken for complete")
			}
		})
	}
}

func TestSheltersPlanFaults(t *testing.T) {
	const head = "format: emergency/plan/v1\n"
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", "shelter: 1\n", `shelters.yaml:2:1 yaml.unknown-key "shelter"`},
		{"unknown key inside", "baseline: {count: {value: 25, place: 一}}\n", `shelters.yaml:2:12 yaml.unknown-key "count"`},
		{"no unit", "baseline: {effective_area: {value: 37.96, place: 一}}\n", `shelters.yaml:2:36 unit.missing "37.96"`},
		{"half a shelter", "new: {id: n, title: {zh: 新, en: new}, at_least: {value: 4.5, place: 一}, by: 2025-12-31}\n", `shelters.yaml:2:57 measure.fraction "4.5"`},
		{"no deadline", "new: {id: n, title: {zh: 新, en: new}, at_least: {value: 5, place: 一}}\n", `shelters.yaml:2:6 yaml.missing-key ""`},
		{"no such nature", "new: {id: n, title: {zh: 新, en: new}, at_least: {value: 5, place: 一}, by: 2025-12-31, nature: firm}\n", `shelters.yaml:2:95 yaml.unknown-value "firm"`},
		{"nothing each", "per_person:\n  - {id: a, stay: lodging, area: {value: 0 m2, place: 一}}\n", `shelters.yaml:3:42 shelters.zero-area "0 m2"`},
		{"no such stay", "per_person:\n  - {id: a, stay: night, area: {value: 2 m2, place: 一}}\n", `shelters.yaml:3:19 yaml.unknown-value "night"`},
		{"same id", "per_person:\n  - {id: a, stay: lodging, area: {value: 2 m2, place: 一}}\n  - {id: a, stay: lodging, area: {value: 3 m2, place: 一}}\n", `shelters.yaml:4:10 shelters.duplicate-id "a"`},
		{"no mapping", "per_person: [a]\n", `shelters.yaml:2:14 yaml.wrong-type "a"`},
		{"share of nothing", "fixed_share: {value: 0, place: 一}\n", `shelters.yaml:2:22 shelters.share "0"`},
		{"percent for a share", "fixed_share: {value: 15, place: 一}\n", `shelters.yaml:2:22 shelters.share "15"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := sheltersContext(t, "990101", "2021-2025")
			p := SheltersPlan(sheltersMap(t, "shelters.yaml", PlanFormat, head+tt.text, c), c)
			if p.FixedShare.Known() || p.Baseline.EffectiveArea.Known() {
				t.Errorf("a figure at fault was taken: %+v", p)
			}
			for _, per := range p.PerPerson {
				if per.Area.Known() && per.Area.Value.IsZero() {
					t.Errorf("an area of nothing was taken: %+v", per)
				}
			}
			if diff := cmp.Diff(tt.want+"\n", sheltersFaults(c)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSheltersPlanOfNothing(t *testing.T) {
	c := sheltersContext(t, "990101", "2021-2025")
	p := SheltersPlan(sheltersMap(t, "shelters.yaml", PlanFormat, "format: emergency/plan/v1\nfixed_share: {value: 1, place: 一}\n", c), c)
	if faults := sheltersFaults(c); faults != "" {
		t.Fatal(faults)
	}
	if p.New.Form != 0 || p.Completion.Form != 0 || p.Baseline.Shelters.Known() || len(p.PerPerson) != 0 || !p.FixedShare.Value.Equal(measure.Whole(1)) {
		t.Errorf("%+v", p)
	}
}

func TestSheltersRecordsFaults(t *testing.T) {
	const head = "format: emergency/county/v1\n"
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", "shelters: {area: 1 ha}\n", `county.yaml:2:12 yaml.unknown-key "area"`},
		{"no unit", "shelters: {effective_area: 37.96}\n", `county.yaml:2:28 unit.missing "37.96"`},
		{"part of a person", "shelters: {temporary: 1.9}\n", `county.yaml:2:23 measure.fraction "1.9"`},
		{"leading zero", "shelters: {lodging: 0120}\n", `county.yaml:2:21 measure.leading-zero "0120"`},
		{"no mapping", "shelters: 25\n", `county.yaml:2:11 yaml.wrong-type "25"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := sheltersContext(t, "990101", "2021-2025")
			SheltersRecords(sheltersMap(t, "county.yaml", CountyFormat, head+tt.text, c), c)
			if diff := cmp.Diff(tt.want+"\n", sheltersFaults(c)); diff != "" {
				t.Error(diff)
			}
		})
	}
	// null is unknown, not zero, and so is what is not written.
	c := sheltersContext(t, "990101", "2021-2025")
	r := SheltersRecords(sheltersMap(t, "county.yaml", CountyFormat, head+"shelters: {observed_on: 2025-06-30, count: 0, lodging: null}\n", c), c)
	count, known := r.Stated.Shelters.Value()
	if faults := sheltersFaults(c); faults != "" || !known || count != 0 || r.Stated.Lodging.Known() || r.Stated.Temporary.Known() {
		t.Errorf("%+v %s", r.Stated, faults)
	}
	if on := r.Stated.Shelters.On(); on != measure.DateOf(2025, 6, 30) {
		t.Errorf("observed on %s", on)
	}
}
