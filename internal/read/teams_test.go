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
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

const teamsDivisions = "code,name,type\n990101001,甲,街道\n990101101,乙,\n"

// teamsContext reads the division table of a small county with files beside it.
func teamsContext(t *testing.T, files map[string]string) *Context {
	t.Helper()
	period, err := measure.PeriodOf(2023, 2027)
	if err != nil {
		t.Fatal(err)
	}
	code, err := hazards.ParseDivisionCode("990101")
	if err != nil {
		t.Fatal(err)
	}
	c := &Context{Faults: &spec.Faults{}, Period: period, Code: code, Subject: spec.Subject{Kind: "county", ID: "990101"},
		Source: spec.Source{Document: "d", Place: "p", Standing: spec.Invented}, FS: teamsFS(files)}
	c.ReadDivisions()
	return c
}

func teamsFS(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, data := range files {
		out[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return out
}

// teamsRoot parses a document and returns its mapping with the format read.
func teamsRoot(t *testing.T, c *Context, file, format, text string) *strict.Map {
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

func teamsFaults(c *Context) []string {
	var out []string
	for _, f := range c.Faults.All() {
		out = append(out, fmt.Sprintf("%s:%d:%d %s %s", f.File, f.Line, f.Column, f.Code, f.Value))
	}
	return out
}

func TestTeamsTables(t *testing.T) {
	c := teamsContext(t, map[string]string{
		"townships.csv":  teamsDivisions,
		"villages.csv":   "代码,名称,类型\n990101001001,丙,社区\n990101101200,丁,\n",
		"parks.csv":      "id,name\npark-1,戊\n",
		"teams.csv":      "编号,名称,层级,类别,行政区划代码,人数,已建成\nt1,甲队,乡镇,综合,990101001000,１２,是\nt2,乙队,township,comprehensive,990101101,,\n",
		"checklists.csv": "清单,单位,项目,结果,核查日期\nsix,990101001000,plan,有,2025-03-01\nsix,park-1,plan,不适用,\nsix,990101101,plan,,\nthree,990101001001,rules,no,\n",
	})
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, "x: 1\n"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	var classes []string
	for _, u := range append(append(r.Townships, r.Villages...), r.Parks...) {
		classes = append(classes, u.ID()+" "+u.Class.String())
	}
	if diff := cmp.Diff([]string{"990101001 subdistrict", "990101101 township", "990101001001 community", "990101101200 village", "park-1 industrial-park"}, classes); diff != "" {
		t.Error(diff)
	}
	if !r.HasTeams || !r.HasParks || !r.HasTownships || !r.HasVillages || len(r.Teams) != 2 {
		t.Fatalf("records %+v", r)
	}
	strength, _ := r.Teams[0].Strength.Value()
	done, _ := r.Teams[0].Completed.Value()
	if strength != 12 || done != 1 || r.Teams[0].Place.Short() != "990101001" || r.Teams[0].Tier != teams.TownshipTier || r.Teams[0].Kind != teams.Comprehensive {
		t.Errorf("team %+v", r.Teams[0])
	}
	if r.Teams[1].Strength.Known() || r.Teams[1].Completed.Known() {
		t.Error("an empty cell was read as a value")
	}
	want := []teams.ItemAnswer{
		{Checklist: "six", Unit: "990101001", Item: "plan", Answer: teams.Present, On: measure.DateOf(2025, 3, 1)},
		{Checklist: "six", Unit: "park-1", Item: "plan", Answer: teams.NotApplicable},
		{Checklist: "six", Unit: "990101101", Item: "plan"},
		{Checklist: "three", Unit: "990101001001", Item: "rules", Answer: teams.Absent},
	}
	if diff := cmp.Diff(want, r.Answers); diff != "" {
		t.Error(diff)
	}
}

func TestTeamsTablesAbsentAreUnknown(t *testing.T) {
	c := teamsContext(t, nil)
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, "teams:\n"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if r.HasTeams || r.HasParks || r.HasTownships || r.HasVillages || r.OfficeStaff.Known() || r.Stations != nil {
		t.Errorf("records %+v", r)
	}
}

func TestTeamsTableFaults(t *testing.T) {
	for _, tt := range []struct {
		name, file, text string
		want             []string
	}{
		{"class", "townships.csv", "code,name,type\n990101001,甲,村\n", []string{"townships.csv:2:0 table.unit-class 村"}},
		{"answer", "checklists.csv", "checklist,unit,item,answer\nsix,990101001,有预案,没有\n", []string{"checklists.csv:2:19 table.answer 没有"}},
		{"second answer", "checklists.csv", "checklist,unit,item,answer\nsix,990101001,plan,有\nsix,990101001000,plan,有\n",
			[]string{"checklists.csv:3:18 table.duplicate-id six/990101001/plan"}},
		{"unknown unit", "checklists.csv", "checklist,unit,item,answer\nsix,990101102,plan,有\n", []string{"checklists.csv:2:5 division.unknown 990101102"}},
		{"unknown park", "checklists.csv", "checklist,unit,item,answer\nsix,park-2,plan,有\n", []string{"checklists.csv:2:5 division.syntax park-2"}},
		{"empty checklist", "checklists.csv", "checklist,unit,item,answer\n,990101001,plan,有\n", []string{"checklists.csv:2:1 table.empty-cell "}},
		{"late answer", "checklists.csv", "checklist,unit,item,answer,assessed_on\nsix,990101001,plan,有,2028-01-01\n",
			[]string{"checklists.csv:2:22 date.outside-period 2028-01-01"}},
		{"team kind", "teams.csv", "id,name,tier,kind\nt1,队,县级,骑兵\n", []string{"teams.csv:2:9 table.unknown-value 骑兵"}},
		{"team place", "teams.csv", "id,name,tier,kind,division\nt1,队,乡镇,综合,990101\n", []string{"teams.csv:2:12 table.team-division 990101"}},
		{"team twice", "teams.csv", "id,name,tier,kind\nt1,队,县级,综合\nt1,队,县级,综合\n", []string{"teams.csv:3:1 table.duplicate-id t1"}},
		{"completed", "teams.csv", "id,name,tier,kind,completed\nt1,队,县级,综合,也许\n", []string{"teams.csv:2:12 table.unknown-value 也许"}},
		{"park twice", "parks.csv", "id,name\np,甲\np,乙\n", []string{"parks.csv:3:1 table.duplicate-id p"}},
	} {
		files := map[string]string{"townships.csv": teamsDivisions}
		files[tt.file] = tt.text
		c := teamsContext(t, files)
		TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, "x: 1\n"), c)
		if diff := cmp.Diff(tt.want, teamsFaults(c)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestTeamsSection(t *testing.T) {
	c := teamsContext(t, map[string]string{"townships.csv": teamsDivisions})
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, `teams:
  forces:
    - {id: g, name: 乡镇队, tier: township, kind: comprehensive, count: 30, completed: 12, strength: 298, place: 一, on: 2024-01-02}
    - {id: e, name: 专家, tier: county, kind: experts}
  stations:
    micro_rescue: {count: 76}
    micro_fire: {communities: 5}
  office_staff: {value: 3, on: 2024-05-06}
`), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	n, _ := r.Teams[0].Count.Value()
	done, _ := r.Teams[0].Completed.Value()
	if !r.HasTeams || len(r.Teams) != 2 || n != 30 || done != 12 || r.Teams[0].Count.On() != measure.DateOf(2024, 1, 2) ||
		r.Teams[0].Strength.Source().Place != "一" || r.Teams[1].Strength.Known() {
		t.Errorf("teams %+v", r.Teams)
	}
	if len(r.Stations) != 2 || r.Stations[0].Kind != teams.MicroRescueStation || r.Stations[1].Kind != teams.MicroFireStation || r.Stations[1].Count.Known() {
		t.Errorf("stations %+v", r.Stations)
	}
	if staff, ok := r.OfficeStaff.Value(); !ok || staff != 3 || r.OfficeStaff.On() != measure.DateOf(2024, 5, 6) {
		t.Errorf("staff %v", r.OfficeStaff)
	}
}

func TestTeamsSectionFaults(t *testing.T) {
	c := teamsContext(t, nil)
	TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, `teams:
  forces:
    - {id: a, name: 甲, tier: county, kind: militia, strength: 1.9}
    - {id: a, name: 乙, tier: county, kind: cavalry}
  stations: {micro_resque: {count: 1}}
  office_staff: {value: -3}
`), c)
	want := []string{
		"county.yaml:4:63 measure.fraction 1.9",
		"county.yaml:5:12 table.duplicate-id a",
		"county.yaml:5:44 yaml.unknown-value cavalry",
		"county.yaml:6:14 yaml.unknown-key micro_resque",
		"county.yaml:7:25 measure.negative -3",
	}
	if diff := cmp.Diff(want, teamsFaults(c)); diff != "" {
		t.Error(diff)
	}
}

func TestTeamsPlanFaults(t *testing.T) {
	items := strings.Repeat("{id: a, title: {zh: 甲, en: a}}, ", 65)
	c := teamsContext(t, nil)
	p := TeamsPlan(teamsRoot(t, c, "teams.yaml", PlanFormat, `township_teams: {id: a, title: {zh: 甲, en: a}, at_least_percent: {value: 100 %}}
checklists:
  - {id: b, title: {zh: 乙, en: b}, applies_to: [city], items: []}
  - {id: c, title: {zh: 丙, en: c}, applies_to: [], items: [`+items+`]}
staffing: 5
`), c)
	if p.TownshipTeams.Form != 0 || len(p.Checklists) != 0 {
		t.Errorf("a broken entry was read: %+v", p)
	}
	got := map[string]int{}
	for _, f := range c.Faults.All() {
		got[fmt.Sprintf("%d %s", f.Line, f.Code)]++
	}
	for _, want := range []string{"2 measure.syntax", "4 yaml.unknown-value", "4 teams.checklist-items", "5 teams.checklist-units", "5 teams.checklist-items", "6 yaml.unknown-key"} {
		if got[want] != 1 {
			t.Errorf("%d faults %q, want 1; all: %v", got[want], want, got)
		}
	}
	if got["5 table.duplicate-id"] != 64 {
		t.Errorf("%d duplicate items, want 64", got["5 table.duplicate-id"])
	}
}

// A checklist that the plan does not print says whose it is; place and source
// exclude each other.
func TestSourceOfAChecklist(t *testing.T) {
	read := func(source string) (teams.Provisions, []string) {
		c := teamsContext(t, nil)
		p := TeamsPlan(teamsRoot(t, c, "teams.yaml", PlanFormat, `checklists:
  - {id: b, title: {zh: 乙, en: b}, applies_to: [village], `+source+`, items: [{id: a, title: {zh: 甲, en: a}}]}
`), c)
		return p, teamsFaults(c)
	}
	p, faults := read("source: {place: 三, standing: ours}")
	if len(faults) > 0 || len(p.Checklists) != 1 || p.Checklists[0].Source.Standing != spec.Ours || p.Checklists[0].Source.Place != "三" {
		t.Errorf("read as %+v, faults %v", p.Checklists, faults)
	}
	for source, want := range map[string]string{
		"source: {place: 三, standing: best}":           "yaml.unknown-value best",
		"place: 三, source: {place: 三, standing: ours}": "yaml.conflict place",
	} {
		if _, faults := read(source); len(faults) != 1 || !strings.HasSuffix(faults[0], want) {
			t.Errorf("%s: faults %v, want %s", source, faults, want)
		}
	}
}

// teamsFolder reads a plan file and a county's tables from the repository.
func teamsFolder(t *testing.T, code, plan, county, section string) (teams.Provisions, teams.Records, *Context) {
	t.Helper()
	c := teamsContext(t, nil)
	var err error
	if c.Code, err = hazards.ParseDivisionCode(code); err != nil {
		t.Fatal(err)
	}
	c.FS = os.DirFS(county)
	c.ReadDivisions()
	data, err := os.ReadFile(plan)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.TrimPrefix(string(data), "format: "+PlanFormat+"\n")
	p := TeamsPlan(teamsRoot(t, c, "teams.yaml", PlanFormat, text), c)
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, section), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	return p, r, c
}

func teamsVerdicts(findings []spec.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, strings.TrimSpace(f.Rule+" "+f.Target)+" "+f.Subject.Kind+" "+f.Verdict.String())
	}
	return out
}

func TestTeamsOfFengdu(t *testing.T) {
	p, r, _ := teamsFolder(t, "500230", "../../fengdu/teams.yaml", "../../fengdu/county", `teams:
  forces:
    - {id: county-team, name: 县队, tier: county, kind: comprehensive, strength: 34}
    - {id: township-teams, name: 乡镇队, tier: township, kind: comprehensive, count: 30, strength: 298}
    - {id: fire-brigade, name: 消防, tier: county, kind: fire-brigade, strength: 89}
    - {id: militia, name: 民兵, tier: county, kind: militia, strength: 120}
    - {id: experts, name: 专家, tier: county, kind: experts, strength: 9}
  stations: {micro_rescue: {count: 76}}
  office_staff: {value: 3}
`)
	if len(r.Townships) != 30 || len(r.Villages) != 338 || teams.Communities(r.Villages) != 78 {
		t.Errorf("%d townships, %d villages, %d communities", len(r.Townships), len(r.Villages), teams.Communities(r.Villages))
	}
	a := teams.Assess(p, r, measure.DateOf(2022, 8, 2), spec.Choices{})
	if diff := cmp.Diff([]string{
		"teams.strength county not-applicable",
		"teams.township-establishment township-team-coverage county unknown",
		"teams.community-stations community-station-coverage county unknown",
		"teams.micro-stations county not-applicable",
		"teams.office-staffing county unmet",
		"teams.bodies county unknown",
		"teams.structure plan met",
		"teams.staffing-scenario plan not-applicable",
		"teams.force-kinds county unknown",
		"teams.professional-fields county unknown",
		"teams.sector-fields plan unmet",
		"teams.wartime-pools plan met",
		"teams.unmanned-fields plan met",
		"teams.training-base plan unmet",
		"teams.two-modes county unknown",
		"teams.certificates county not-applicable",
		"teams.equipment-rate county unknown",
		"teams.protection-sets county unknown",
		"teams.hazard-training county unknown",
		"teams.joint-training county unknown",
		"teams.social-ratings county unknown",
		"teams.expert-hazards county unknown",
		"teams.mutual-aid county not-applicable",
		"teams.reach county not-applicable",
		"teams.reach-after-event county not-applicable",
		"teams.enforcement-equipment enforcement-equipment county unknown",
		"teams.qualified-enforcers qualified-enforcers county unknown",
		"teams.checklist six-haves township unknown",
		"teams.checklist six-haves park unknown",
		"teams.checklist three-haves village unknown",
		"teams.checklist information-officers village unknown",
		"teams.evidence-agrees county unknown",
	}, teamsVerdicts(a.Findings())); diff != "" {
		t.Error(diff)
	}
	if n := len(a.UnitFindings()); n != 1532+15+3+17+6 {
		t.Errorf("%d unit findings, want 1532, 15 fields, 3 teams that train, 17 bodies and 6 offices", n)
	}
	if a.Staffing.Required != 30 || a.Staffing.Judgement.Gap.Text(0) != "27" {
		t.Errorf("staffing %+v", a.Staffing)
	}
	if standing, ok := a.Force.Standing.Value(); !ok || standing != 541 {
		t.Errorf("standing strength %v", standing)
	}
}

func TestTeamsOfTheInventedCounty(t *testing.T) {
	p, r, c := teamsFolder(t, "990101", "../../examples/secondcounty/plan/teams.yaml", "../../examples/secondcounty/data", `teams:
  stations:
    micro_fire: {count: 5, communities: 3, on: 2027-11-30}
  ripe_fields: {yes: [矿山, 水上, 防汛抗旱], no: [危化]}
  office_staff: {value: 13, on: 2027-11-30}
  enforcement: {units: 5, compliant_units: 4, officers: 22, with_degree: 9, with_qualification: 7, with_experience: 11, on: 2027-11-30}
`)
	a := teams.Assess(p, r, c.Period.LastDay(), spec.Choices{})
	if diff := cmp.Diff([]string{
		"teams.strength county not-applicable",
		"teams.township-establishment t-teams county met",
		"teams.community-stations t-stations county unmet",
		"teams.micro-stations county not-applicable",
		"teams.office-staffing county met",
		"teams.bodies county unmet",
		"teams.structure plan unmet",
		"teams.staffing-scenario plan not-applicable",
		"teams.force-kinds county met",
		"teams.professional-fields county unmet",
		"teams.sector-fields plan unmet",
		"teams.wartime-pools plan met",
		"teams.unmanned-fields plan unmet",
		"teams.training-base plan not-applicable",
		"teams.two-modes county unmet",
		"teams.certificates county not-applicable",
		"teams.equipment-rate county not-applicable",
		"teams.protection-sets county unmet",
		"teams.hazard-training county unmet",
		"teams.joint-training county unmet",
		"teams.social-ratings county unmet",
		"teams.expert-hazards county unmet",
		"teams.mutual-aid county not-applicable",
		"teams.reach county unmet",
		"teams.reach-after-event county not-applicable",
		"teams.enforcement-equipment t-equipment county met",
		"teams.qualified-enforcers t-officers county unknown",
		"teams.checklist ten-ones township unmet",
		"teams.checklist ten-ones park met",
		"teams.checklist three-haves village unmet",
		"teams.checklist information-officers village unmet",
		"teams.evidence-agrees county unmet",
	}, teamsVerdicts(a.Findings())); diff != "" {
		t.Error(diff)
	}
	if weakest, ok := a.Checklists[0].Weakest(); !ok || weakest.Item.ID != "store" || len(a.Unread) != 0 {
		t.Errorf("weakest %v, unread %v", weakest.Item.ID, a.Unread)
	}
}
