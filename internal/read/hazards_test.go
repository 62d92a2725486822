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
	"github.com/county-emergency/emergency/spec"
)

// hazardsContext is a context over a few files, for the invented county 990101.
func hazardsContext(t *testing.T, files map[string]string) *Context {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	code, err := hazards.ParseDivisionCode("990101")
	if err != nil {
		t.Fatal(err)
	}
	years, err := measure.PeriodOf(2023, 2027)
	if err != nil {
		t.Fatal(err)
	}
	return &Context{Faults: &spec.Faults{}, FS: folder, Code: code, Period: years,
		Source:  spec.Source{Document: "虚构规划", Standing: spec.Invented},
		Subject: spec.Subject{Kind: "county", ID: "990101", Name: "云阳河县(虚构)"}}
}

func hazardsRoot(t *testing.T, c *Context, file, format, text string) *strict.Map {
	t.Helper()
	node, ok := strict.ReadDocument(file, []byte("format: "+format+"\n"+text), format, c.Faults)
	if !ok {
		t.Fatal(c.Faults.Err())
	}
	m, ok := node.Map()
	if !ok {
		t.Fatal(c.Faults.Err())
	}
	return m
}

func hazardsPlanFile(t *testing.T, c *Context, path string) hazards.Provisions {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p := HazardsPlan(hazardsRoot(t, c, "hazards.yaml", PlanFormat, strings.TrimPrefix(string(data), "format: "+PlanFormat+"\n")), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

func hazardsFaults(c *Context) []string {
	var out []string
	for _, f := range c.Faults.All() {
		out = append(out, f.Place()+" "+f.Code+" "+f.Value)
	}
	return out
}

func TestFengduHazardsAreRead(t *testing.T) {
	c := hazardsContext(t, nil)
	c.Source = spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Standing: spec.InPlan}
	p := hazardsPlanFile(t, c, "../../fengdu/hazards.yaml")
	if len(p.Commands) != 4 || p.CommandCount.Value != 4 || len(p.Offices) != 10 || p.OfficeCount.Value != 10 {
		t.Errorf("%d commands of %v, %d offices of %v", len(p.Commands), p.CommandCount.Value, len(p.Offices), p.OfficeCount.Value)
	}
	var found []hazards.Natural
	for _, lead := range p.Hazards {
		found = append(found, lead.Hazard)
	}
	if diff := cmp.Diff(hazards.Naturals(), found); diff != "" {
		t.Error(diff)
	}
	var sectors []hazards.Sector
	for _, lead := range p.Sectors {
		sectors = append(sectors, lead.Sector)
		if got, ok := hazards.ParseSector(lead.Heading); !ok || got != lead.Sector {
			t.Errorf("heading %q is read as %v", lead.Heading, got)
		}
		office, ok := p.OfficeOf(lead.Sector)
		if got, _ := hazards.ParseSector(strings.TrimSuffix(office.Name.ZH, "办公室")); ok && got != lead.Sector {
			t.Errorf("%v is led by %q", lead.Sector, office.Name.ZH)
		}
		if !lead.Source.Complete() || lead.Source.Place == "" {
			t.Errorf("%v stands at %v", lead.Sector, lead.Source)
		}
	}
	if diff := cmp.Diff(hazards.Sectors(), sectors); diff != "" {
		t.Error(diff)
	}
	var lists [][]string
	for _, list := range p.HazardLists {
		lists = append(lists, list.Names)
	}
	if len(lists) != 4 || !hazards.SameHazards(lists...) {
		t.Errorf("%d lists, not the same hazards: %v", len(lists), lists)
	}
	if diff := cmp.Diff([]string{"hazardous-waste", "industrial-parks"}, []string{p.UnledSectors()[0].String(), p.UnledSectors()[1].String()}); diff != "" || len(p.UnledSectors()) != 2 {
		t.Error(diff, p.UnledSectors())
	}
	command, ok := p.CommandOf(hazards.Geological, spec.Choices{})
	if !ok || command.Name.ZH != "抗震救灾指挥部" {
		t.Errorf("geohazards are led by %q", command.Name.ZH)
	}
	lead, _ := p.Lead(hazards.Geological)
	if lead.Source.Place != "一（二）4" || lead.Source.Standing != spec.InPlan {
		t.Errorf("%v", lead.Source)
	}
	list := p.HazardLists[3]
	if diff := cmp.Diff([]string{"地震", "洪水", "地质灾害"}, list.Focus); diff != "" || len(list.Carries) != 2 {
		t.Error(diff, list.Carries)
	}
}

func TestSecondCountyHazardsAreRead(t *testing.T) {
	c := hazardsContext(t, nil)
	c.FS = os.DirFS("../../examples/secondcounty/data")
	c.ReadDivisions()
	p := hazardsPlanFile(t, c, "../../examples/secondcounty/plan/hazards.yaml")
	r := HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, "complete: {incidents: 2022-2027, disasters: 2022-2027, forest_fires: 2023-2027, forest_inspections: 2023-2027}\n"+
		"forest: {area: 21000 ha}\n"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if len(r.Incidents) != 17 || len(r.Disasters) != 8 {
		t.Fatalf("%d accidents, %d disasters", len(r.Incidents), len(r.Disasters))
	}
	a := hazards.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{})
	for grade, want := range map[hazards.Grade]measure.Count{hazards.Ordinary: 9, hazards.Large: 4, hazards.Major: 0, hazards.Extraordinary: 0} {
		if certain, possible := a.Grades.Of(grade); certain != want || possible != want {
			t.Errorf("%v: %v certain, %v possible", grade, certain, possible)
		}
	}
	for _, f := range a.Findings() {
		if f.Verdict == spec.Unknown || len(f.Missing) > 0 {
			t.Errorf("%s: %v, missing %v", f.Rule, f.Verdict, f.Missing)
		}
	}
	for _, d := range r.Disasters {
		if !d.Affected.Known() || !d.DirectLoss.Known() || d.Hazard == 0 || d.Place.IsZero() || d.To.IsZero() {
			t.Errorf("%s is incomplete", d.ID)
		}
	}
}

func TestIncidentTableIsRead(t *testing.T) {
	c := hazardsContext(t, map[string]string{
		"incidents.csv": "直接经济损失（万元）,行业领域,日期,编号,区划代码,死亡人数,失踪人数,重伤人数,填报日期\n" +
			"155.5,建设,2023年8月17日,A1,990101001000,１,,0,2024-01-05\n" +
			"\"1,200\",其他,2023/10/19,A2,990101,,0,2,\n",
	})
	r := HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, "complete: {incidents: 2022-2023, drills: 2023-2024}\n"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if !r.HasIncidents || r.HasDisasters || len(r.Incidents) != 2 || r.IncidentYears.String() != "2022-2023" || !r.DisasterYears.IsZero() {
		t.Fatalf("%+v", r)
	}
	one, two := r.Incidents[0], r.Incidents[1]
	deaths, _ := one.Deaths.Value()
	loss, _ := one.DirectLoss.Value()
	if one.ID != "A1" || one.Date != measure.DateOf(2023, 8, 17) || one.Sector != hazards.Construction || one.Place.Short() != "990101001" ||
		deaths != 1 || loss != measure.Fen(155_500_000) || one.Missing.Known() || one.Deaths.On() != measure.DateOf(2024, 1, 5) ||
		one.Deaths.Source().Standing != spec.Invented {
		t.Errorf("%+v", one)
	}
	loss, _ = two.DirectLoss.Value()
	if two.Sector != hazards.OtherSector || two.Deaths.Known() || !two.Missing.Known() || loss != measure.Fen(1_200_000_000) || !two.DirectLoss.On().IsZero() {
		t.Errorf("%+v", two)
	}
	if r.Subject.ID != "990101" {
		t.Errorf("%v", r.Subject)
	}
}

func TestIncidentFaultsHaveTheirPlace(t *testing.T) {
	c := hazardsContext(t, map[string]string{
		"incidents.csv": "编号,日期,行政区划代码,行业,死亡人数,直接经济损失(万元)\n" + // line 1
			"A1,2023-02-30,990101,工贸,0,1\n" + // no such day
			"A2,2016-12-31,990101,工贸,0,1\n" + // seven years before the period
			"A3,2028-01-01,990101,工贸,0,1\n" + // after it
			"A4,2023-01-01,990102,工贸,0,1\n" + // another county
			"A5,2023-01-01,99010,工贸,0,1\n" + // no code
			"A6,2023-01-01,990101,瘟疫,0,1\n" + // no sector
			"A7,2023-01-01,990101,工贸,1.5,1\n" + // part of a person
			"A8,2023-01-01,990101,工贸,0,-1\n" + // negative loss
			"A9,2017-01-01,990101,工贸,0,1\n" + // the first day allowed
			"A9,2027-12-31,990101,工贸,0,1\n" + // id twice
			",2023-01-01,990101,工贸,0,1\n",
	})
	r := HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, ""), c)
	want := []string{
		"incidents.csv:2:4 measure.date 2023-02-30",
		"incidents.csv:3:4 date.outside-period 2016-12-31",
		"incidents.csv:4:4 date.outside-period 2028-01-01",
		"incidents.csv:5:15 division.outside 990102",
		"incidents.csv:6:15 division.syntax 99010",
		"incidents.csv:7:22 hazards.unknown-sector 瘟疫",
		"incidents.csv:8:25 measure.fraction 1.5",
		"incidents.csv:9:27 measure.negative -1",
		"incidents.csv:11:1 table.duplicate-id A9",
		"incidents.csv:12:1 table.empty-cell ",
	}
	if diff := cmp.Diff(want, hazardsFaults(c)); diff != "" {
		t.Error(diff)
	}
	var ids []string
	for _, one := range r.Incidents {
		ids = append(ids, one.ID)
	}
	if diff := cmp.Diff([]string{"A4", "A5", "A7", "A8", "A9"}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestDisasterTableIsRead(t *testing.T) {
	c := hazardsContext(t, map[string]string{
		"townships.csv": "code,name\n990101001,甲街道（虚构）\n",
		"disasters.csv": "id,from,to,hazard,division,deaths,affected,resettled,direct_loss(yi-yuan),moved_in_precaution\n" +
			"D1,2024-07-10,2024-07-11,洪旱,990101,0,\"2,811\",,0.182742,4090\n" +
			"D2,2024-07-10,2024-07-09,地震,990101,,,,,\n" +
			"D3,2024-07-10,,瘟疫,990101999,,,,,\n" +
			"D1,2024-08-10,,地震,990101001,,,,,\n",
	})
	c.ReadDivisions()
	r := HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, ""), c)
	want := []string{
		"disasters.csv:3:15 date.order 2024-07-09",
		"disasters.csv:4:16 hazards.unknown-hazard 瘟疫",
		"disasters.csv:4:19 division.unknown 990101999",
		"disasters.csv:5:1 table.duplicate-id D1",
	}
	if diff := cmp.Diff(want, hazardsFaults(c)); diff != "" {
		t.Error(diff)
	}
	if len(r.Disasters) != 1 || !r.HasDisasters {
		t.Fatalf("%+v", r.Disasters)
	}
	d := r.Disasters[0]
	affected, _ := d.Affected.Value()
	moved, _ := d.MovedInPrecaution.Value()
	loss, _ := d.DirectLoss.Value()
	if d.Hazard != hazards.FloodDrought || affected != 2811 || moved != 4090 || loss != measure.Fen(1_827_420_000) ||
		d.Resettled.Known() || d.Missing.Known() || !d.Deaths.Known() || d.To != measure.DateOf(2024, 7, 11) {
		t.Errorf("%+v", d)
	}
}

func TestHazardsPlanFaultsHaveTheirPlace(t *testing.T) {
	c := hazardsContext(t, nil)
	c.Source = spec.Source{Document: "某规划", Standing: spec.InPlan}
	p := HazardsPlan(hazardsRoot(t, c, "hazards.yaml", PlanFormat, `commands:
  list:
    - {id: a, name: {zh: 甲, en: a}, place: 一}
    - {id: a, name: {zh: 乙, en: b}, place: 一}
    - {id: b, name: {zh: 丙, en: c}}
hazards:
  - {hazard: 瘟疫, command: a, place: 一}
  - {hazard: 地震, command: z, place: 一}
  - {hazard: earthquake, with: 瘟, place: 一}
sectors:
  - {sector: 航天, heading: 航天安全, place: 一}
  - {sector: mines, place: 一}
  - {sector: 矿山, heading: 矿山安全, place: 一, colour: red}
hazard_lists:
  - {names: [地震, 海啸], place: 一}
`), c)
	want := []string{
		"hazards.yaml:5:12 hazards.duplicate a",
		"hazards.yaml:6:7 yaml.missing-key ",
		"hazards.yaml:8:14 hazards.unknown-hazard 瘟疫",
		"hazards.yaml:9:27 hazards.unknown-lead z",
		"hazards.yaml:10:14 hazards.duplicate earthquake",
		"hazards.yaml:10:32 hazards.unknown-hazard 瘟",
		"hazards.yaml:12:14 hazards.unknown-sector 航天",
		"hazards.yaml:13:5 yaml.missing-key ",
		"hazards.yaml:14:14 hazards.duplicate mines",
		"hazards.yaml:14:43 yaml.unknown-key colour",
		"hazards.yaml:16:18 hazards.unknown-hazard 海啸",
	}
	if diff := cmp.Diff(want, hazardsFaults(c)); diff != "" {
		t.Error(diff)
	}
	if len(p.Commands) != 2 || len(p.Hazards) != 1 || len(p.Sectors) != 1 {
		t.Errorf("%d commands, %d hazards, %d sectors", len(p.Commands), len(p.Hazards), len(p.Sectors))
	}
	for _, f := range c.Faults.All() {
		if !f.Message.Complete() {
			t.Errorf("%s has no message in both languages", f.Code)
		}
	}
}

func TestUnknownTableOfCompleteYearsIsAFault(t *testing.T) {
	c := hazardsContext(t, nil)
	HazardsRecords(hazardsRoot(t, c, "county.yaml", CountyFormat, "complete: {incident: 2022-2023}\n"), c)
	if diff := cmp.Diff([]string{"county.yaml:2:12 yaml.unknown-key incident"}, hazardsFaults(c)); diff != "" {
		t.Error(diff)
	}
}

func TestHazardTablesAreNamed(t *testing.T) {
	if diff := cmp.Diff([]string{"incidents.csv", "disasters.csv", "casualties.csv", "accident_reports.csv", "investigations.csv",
		"risks.csv", "dangers.csv", "enforcement.csv", "duty_posts.csv", "geohazard_sites.csv", "forest_fires.csv",
		"forest_inspections.csv", "monitoring.csv", "catalogue.csv", "warnings.csv"}, hazardsTables()); diff != "" {
		t.Error(diff)
	}
}
