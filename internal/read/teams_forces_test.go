package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

const forcesRoster = "id,name,tier,kind,skills,hazards,full_time,peacetime,wartime,rating,rated_on,turnout,agreement\n" +
	"t1,甲队,county,professional,水上、rope,,6,是,否,B级,2026-05-01,15 分钟,a1\n" +
	"t2,乙组,county,experts,none,水旱；地震,,,,,,,\n"

func TestForceTables(t *testing.T) {
	c := teamsContext(t, map[string]string{
		"townships.csv":    teamsDivisions,
		"teams.csv":        forcesRoster,
		"agreements.csv":   "协议编号,协议方,技能,起始日,截止日\na1,邻县,水上,2025-01-01,2026-12-31\n",
		"certificates.csv": "证书编号,队伍编号,技能,发证日期,有效期至\nc1,t1,水上,2020-01-01,2028-12-31\nc2,t1,rope,,\n",
		"equipment.csv":    "队伍编号,装备名称,装备类别,实有,应有,维护期限,小型化,轻型化,多功能化\nt1,艇,应急救援,2,3,2030-01-01,否,是,是\nt1,服,protection,,4,,,,\n",
		"training.csv":     "队伍编号,日期,类别,灾种\nt1,2025-06-01,联合训练,水旱灾害\nt1,2025-07-01,contest,\n",
		"team_travel.csv":  "队伍编号,区划代码,行程时间(分钟)\nt1,990101001,40\n",
	})
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, "teams: {ripe_fields: {yes: [矿山], no: [water]}, events: [{id: e, name: 山火, takes: [t1]}]}\n"), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if !r.HasTeams || !r.RosterComplete || !r.HasAgreements || !r.HasCertificates || !r.HasEquipment || !r.HasTraining {
		t.Errorf("tables not seen: %+v", r)
	}
	one, two := r.Teams[0], r.Teams[1]
	if diff := cmp.Diff([]teams.Skill{"water", "rope"}, one.Skills); diff != "" || !one.SkillsKnown || !two.SkillsKnown || len(two.Skills) != 0 {
		t.Error(diff)
	}
	if diff := cmp.Diff([]hazards.Natural{hazards.FloodDrought, hazards.Earthquake}, two.Hazards); diff != "" {
		t.Error(diff)
	}
	turnout, _ := one.Turnout.Value()
	peace, _ := one.Peacetime.Value()
	war, known := one.Wartime.Value()
	full, _ := one.FullTime.Value()
	if turnout.Seconds() != 900 || !peace || war || !known || full != 6 || one.Agreement != "a1" || one.Rating != (teams.Rating{Grade: "B级", On: measure.DateOf(2026, 5, 1)}) {
		t.Errorf("team %+v", one)
	}
	if two.Turnout.Known() || two.Peacetime.Known() {
		t.Error("an empty cell is known")
	}
	if r.Certificates[0].Skill != "water" || r.Certificates[0].Until != measure.DateOf(2028, 12, 31) || !r.Certificates[1].Until.IsZero() {
		t.Errorf("certificates %+v", r.Certificates)
	}
	have, _ := r.Equipment[0].Have.Value()
	if have != 2 || !r.Equipment[0].Light || r.Equipment[0].Small || r.Equipment[1].Have.Known() || r.Equipment[1].Class != teams.PersonalProtection {
		t.Errorf("equipment %+v", r.Equipment)
	}
	if r.Training[0].Kind != teams.JointTraining || r.Training[0].Hazard != hazards.FloodDrought || r.Training[1].Hazard != 0 {
		t.Errorf("training %+v", r.Training)
	}
	if len(r.Travel) != 1 || r.Travel[0].Time.Seconds() != 2400 || !r.HasTravel || len(r.Events) != 1 || r.Events[0].Takes[0] != "t1" {
		t.Errorf("travel %+v, events %+v", r.Travel, r.Events)
	}
	if !r.Ripe.Yes.Has(teams.Mines) || !r.Ripe.No.Has(teams.WaterRescue) || r.Ripe.Yes.Len() != 1 {
		t.Errorf("ripe %+v", r.Ripe)
	}
}

func TestForceTableFaults(t *testing.T) {
	c := teamsContext(t, map[string]string{
		"townships.csv":    teamsDivisions,
		"teams.csv":        "id,name,tier,kind,hazards\nt1,甲队,county,professional,水怪\n",
		"agreements.csv":   "id,partner,from,until\na1,邻县,2026-01-01,2025-12-31\na1,邻县,,\n",
		"certificates.csv": "id,team,skill,from,until\nc1,t9,水上,,\nc2,t1,水上,2026-02-01,2026-01-31\n",
		"equipment.csv":    "team,item,class\nt1,艇,船\nt1,艇,rescue\n",
		"training.csv":     "team,date,kind\nt1,,joint\nt1,2025-01-01,party\n",
		"team_travel.csv":  "team,division,time\nt1,990101001,40\nt1,990101001,40 分钟\nt1,990101001,50 分钟\n",
	})
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, "teams: {ripe_fields: {yes: [矿山], no: [矿山]}, events: [{id: e, name: 山火, takes: [t7]}]}\n"), c)
	want := []string{
		"agreements.csv:2:18 teams.dates-backwards 2025-12-31",
		"agreements.csv:3:1 table.duplicate-id a1",
		"certificates.csv:2:4 teams.unknown-team t9",
		"certificates.csv:3:21 teams.dates-backwards 2026-01-31",
		"county.yaml:2:38 yaml.duplicate-item mines",
		"county.yaml:2:80 teams.unknown-team t7",
		"equipment.csv:2:6 table.unknown-value 船",
		"equipment.csv:3:4 table.duplicate-id t1/艇",
		"team_travel.csv:2:14 unit.missing 40",
		"team_travel.csv:3:4 table.duplicate-id t1/990101001",
		"team_travel.csv:4:4 table.duplicate-id t1/990101001",
		"teams.csv:2:27 teams.hazard 水怪",
		"training.csv:2:4 table.empty-cell ",
		"training.csv:3:15 table.unknown-value party",
	}
	got := teamsFaults(c)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(r.Agreements)+len(r.Certificates)+len(r.Equipment)+len(r.Training) != 0 {
		t.Errorf("broken rows were read: %+v", r)
	}
}

func TestChecklistRequirementsAndEvidence(t *testing.T) {
	c := teamsContext(t, map[string]string{
		"townships.csv": teamsDivisions,
		"evidence.csv": "清单,单位,项目,子要求,数值,日期,有效期至,负责岗位,文件,校验值\n" +
			"ten,990101001,store,area,60.5,2026-03-01,2027-03-01,应急办主任,store.pdf," + strings.Repeat("0a", 32) + "\n" +
			"ten,990101101,store,,,,,应急办主任,,\n",
	})
	c.Origins = []string{"roster", "stock"}
	p := TeamsPlan(teamsRoot(t, c, "teams.yaml", PlanFormat, `checklists:
  - id: ten
    title: {zh: 十, en: ten}
    applies_to: [township]
    items:
      - {id: team, title: {zh: 队, en: team}, origins: [roster]}
      - id: store
        title: {zh: 库, en: store}
        requirements:
          - {id: area, title: {zh: 面积, en: area}, form: size, least: {value: 40, place: 一}, unit: m2}
          - {id: often, title: {zh: 频次, en: often}, form: frequency, least: {value: 2, place: 一}, within_days: {value: 365, place: 一}, origins: [stock]}
`), c)
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, ""), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	items := p.Checklists[0].Items
	if diff := cmp.Diff([]teams.Origin{"roster"}, items[0].Origins); diff != "" {
		t.Error(diff)
	}
	area, often := items[1].Requirements[0], items[1].Requirements[1]
	if area.Form != teams.SizeOf || area.Least.Value.Floor() != 40 || area.Least.Source.Place != "一" || area.Unit != spec.SquareMetres || area.Days.Known() {
		t.Errorf("area %+v", area)
	}
	if often.Form != teams.EveryDays || often.Least.Value.Floor() != 2 || often.Days.Value != 365 || len(often.Origins) != 1 {
		t.Errorf("often %+v", often)
	}
	e := r.Evidence[0]
	value, _ := e.Value.Value()
	if value.Thousandths() != 60500 || e.Until != measure.DateOf(2027, 3, 1) || e.By != "应急办主任" || len(e.Hash) != 64 || e.Origin != "" {
		t.Errorf("evidence %+v", e)
	}
	if r.Evidence[1].Value.Known() || !r.Evidence[1].On.IsZero() {
		t.Errorf("empty cells are known: %+v", r.Evidence[1])
	}
}

func TestChecklistRequirementFaults(t *testing.T) {
	c := teamsContext(t, map[string]string{
		"townships.csv": teamsDivisions,
		"evidence.csv":  "checklist,unit,item,on,until,by,sha256\nten,990101001,a,2026-03-02,2026-03-01,主任,\nten,990101001,a,,,,ABC\n",
	})
	c.Origins = []string{"roster"}
	TeamsPlan(teamsRoot(t, c, "teams.yaml", PlanFormat, `checklists:
  - id: ten
    title: {zh: 十, en: ten}
    applies_to: [township]
    items:
      - id: a
        title: {zh: 甲, en: a}
        origins: [gossip]
        requirements:
          - {id: r1, title: {zh: 一, en: one}, form: count}
          - {id: r2, title: {zh: 二, en: two}, form: exists, least: {value: 3, place: 一}}
          - {id: r2, title: {zh: 三, en: three}, form: date, within_days: {value: -1, place: 一}}
          - {id: r4, title: {zh: 四, en: four}, form: size, least: {value: 1, place: 一}, within_days: {value: 9, place: 一}}
`), c)
	TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, ""), c)
	var got []string
	for _, f := range c.Faults.All() {
		got = append(got, f.File+" "+f.Path+" "+f.Code)
	}
	want := []string{
		"evidence.csv until teams.evidence-dates",
		"evidence.csv by table.empty-cell",
		"evidence.csv sha256 teams.evidence-hash",
		"teams.yaml checklists[0].items[0].origins[0] yaml.unknown-value",
		"teams.yaml checklists[0].items[0].requirements[0].least yaml.missing-key",
		"teams.yaml checklists[0].items[0].requirements[1].least teams.requirement-number",
		"teams.yaml checklists[0].items[0].requirements[2].id table.duplicate-id",
		"teams.yaml checklists[0].items[0].requirements[2].within_days.value measure.negative",
		"teams.yaml checklists[0].items[0].requirements[3].within_days teams.requirement-number",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStructureAndOrganisation(t *testing.T) {
	c := teamsContext(t, map[string]string{
		"townships.csv":    teamsDivisions,
		"organisation.csv": "机构编号,岗位,职务,职责\nsafety,县长,主要负责,统筹\nsafety,文旅委,member,\n",
	})
	p := TeamsPlan(teamsRoot(t, c, "teams.yaml", PlanFormat, `structure:
  committees: {value: 1, place: 一}
  bodies:
    - {id: safety, name: {zh: 安委会, en: safety}, class: committee, place: 二}
    - {id: road, name: {zh: 道路办, en: road}, class: special-office, under: safety, office: o1}
`), c)
	r := TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, `teams:
  bodies: [{id: safety, established: true, work_rules: false, on: 2025-01-02}]
  office_staff: {value: 3, by_office: {o1: 2}, on: 2025-01-02}
`), c)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	road, _ := p.Structure.Body("road")
	if p.Structure.Committees.Value != 1 || p.Structure.Offices.Known() || road.Under != "safety" || road.Office != "o1" || p.Structure.Bodies[0].Source.Place != "二" {
		t.Errorf("structure %+v", p.Structure)
	}
	if diff := cmp.Diff([]teams.Member{{Body: "safety", Post: "县长", Role: teams.Head, Duty: "统筹"}, {Body: "safety", Post: "文旅委", Role: teams.Ordinary}}, r.Members); diff != "" {
		t.Error(diff)
	}
	rules, known := r.Bodies[0].WorkRules.Value()
	staff, _ := r.StaffByOffice["o1"].Value()
	if rules || !known || staff != 2 || r.StaffByOffice["o1"].On() != measure.DateOf(2025, 1, 2) || !r.HasOrganisation {
		t.Errorf("bodies %+v staff %+v", r.Bodies, r.StaffByOffice)
	}
	c = teamsContext(t, map[string]string{"organisation.csv": "body,post,role,duty\nsafety,县长,boss,\nsafety,县长,head,\nsafety,县长,head,\n"})
	TeamsPlan(teamsRoot(t, c, "teams.yaml", PlanFormat, `structure:
  bodies:
    - {id: road, name: {zh: 道路办, en: road}, class: special-office, under: safety}
    - {id: road, name: {zh: 道路办, en: road}, class: club}
`), c)
	TeamsRecords(teamsRoot(t, c, "county.yaml", CountyFormat, ""), c)
	var got []string
	for _, f := range c.Faults.All() {
		got = append(got, f.Code)
	}
	if diff := cmp.Diff([]string{"table.unknown-value", "table.duplicate-id", "table.duplicate-id", "teams.unknown-body", "table.duplicate-id", "yaml.unknown-value"}, got); diff != "" {
		t.Error(diff)
	}
}
