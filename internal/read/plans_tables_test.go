package read

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// planFiles is a folder of a few rows that are all well.
func planFiles() fstest.MapFS {
	return fstest.MapFS{
		"contingency.csv":         {Data: []byte("id,name,kind,about,object,issued,filed,reviewed,withdrawn,platform\nm,Master,总体,,,2024-01-02,2024-01-20,否,,是\nf,Flood,special,洪旱,,2024-03-01,未备案,,,\nx,Works,企业,,ent,,,,,\n")},
		"contingency_links.csv":   {Data: []byte("预案编号,衔接类别,衔接预案,是否县外\nf,上级,m,\nm,上级,City,是\n")},
		"contingency_content.csv": {Data: []byte("plan,item,state,observed_on\nf,scenario,是,2024-05-01\n")},
		"plan_objects.csv":        {Data: []byte("id,name,kind,sector,high_risk,since,until\nent,Works,企业,矿山,是,2023-01-01,\ne,Fair,major-event,,,2024-02-01,2024-02-09\n")},
		"workdays.csv":            {Data: []byte("date,working,name\n2024-01-01,否,元旦\n2024-02-04,是,\n")},
		"drills.csv":              {Data: []byte("id,date,kind,double_blind,plan,object,partner,passed\nd1,2024-05-01,企业演练,否,x,ent,,否\nd2,2024-06-01,联合演练,是,f,,East,是\n")},
		"drill_shortcomings.csv":  {Data: []byte("id,drill,found,due,post\nq1,d1,2024-05-02,2024-07-01,岗位\n")},
		"drill_fixes.csv":         {Data: []byte("shortcoming,step,date\nq1,整改,2024-06-01\nq1,复演合格,2024-06-20\n")},
		"response_levels.csv":     {Data: []byte("plan,level,trigger,decider,responder,duties,响应时间(小时),linkage\nf,Ⅳ,雨,办公室,局,无,0.5,\n")},
		"responses.csv":           {Data: []byte("id,plan,event,action,level,at,by,commander,technical,core\nr1,f,storm,启动,4,2024-07-10 06:00,办公室,甲岗、乙岗,丙岗,局\nr1,f,,终止,,2024-07-11 06:00,办公室,,,\n")},
		"plan_draws.csv":          {Data: []byte("id,plan,pool,use,amount\n1,f,队伍,消防,2\n2,f,物资,tent,10.5\n3,f,避难场所,,300\n4,f,teams,rope,1\n")},
		"concurrent.csv":          {Data: []byte("scenario,name,plan\ns,Storm,f\ns,,m\n")},
	}
}

const planCounty = "complete: {drills: 2023-2027}\ncontingency:\n  whole: [master, special]\n  whole_on: 2024-12-31\n  calendar: 2024-2024\n  boundary_points:\n    - {id: b, name: bridge, neighbour: East}\n"

func TestTablesAboutPlansAreReadInFull(t *testing.T) {
	c := plansContext(2023, 2027, planFiles())
	r := readPlansRecords(t, c, planCounty)
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
	k := r.Contingency
	if !k.HasPlans || len(k.Plans) != 3 || k.Plans[1].Hazard != hazards.FloodDrought || k.Plans[2].Object != "ent" {
		t.Fatalf("%+v", k.Plans)
	}
	filed, known := k.Plans[1].Filed.Value()
	if reviewed, said := k.Plans[0].Reviewed.Value(); !known || !filed.IsZero() || !said || !reviewed.IsZero() || k.Plans[2].Filed.Known() {
		t.Error("what did not happen, and what is not known")
	}
	if on, ok := k.Plans[0].Platform.Value(); !ok || !on || k.Plans[1].Platform.Known() {
		t.Error("platform")
	}
	if diff := cmp.Diff([]plans.PlanLink{{From: "f", Kind: plans.UpwardLink, To: "m"}, {From: "m", Kind: plans.UpwardLink, To: "City", Outside: true}}, k.Links); diff != "" {
		t.Error(diff)
	}
	if len(k.Content) != 1 || k.Content[0].State != spec.Met || len(k.Objects) != 2 || k.Objects[0].Sector != hazards.Mines || k.Objects[1].Kind != plans.MajorEventPlan {
		t.Errorf("%+v %+v", k.Content, k.Objects)
	}
	if diff := cmp.Diff([]plans.ContingencyKind{plans.MasterPlan, plans.SpecialPlan}, k.Whole); diff != "" || k.WholeOn != measure.DateOf(2024, 12, 31) {
		t.Error(diff, k.WholeOn)
	}
	if due, ok := plans.WorkdayAfter(measure.DateOf(2024, 2, 2), 1, k.Workday); !ok || due != measure.DateOf(2024, 2, 4) {
		t.Errorf("%v %v", due, ok)
	}
	if !r.HasNeighbours || r.Neighbours[0].Neighbour != "East" || r.Drills[1].Partner != "East" || r.Drills[0].Plan != "x" {
		t.Errorf("%+v %+v", r.Neighbours, r.Drills)
	}
	if len(r.Shortcomings) != 1 || r.Shortcomings[0].State(measure.Date{}) != plans.Closed {
		t.Errorf("%+v", r.Shortcomings)
	}
	if l := r.Levels[0]; len(r.Levels) != 1 || l.Level != hazards.ResponseIV || l.Duties != plans.NotSaid || l.Linkage != "" {
		t.Errorf("%+v", r.Levels)
	}
	if !r.HasResponses || len(r.Responses) != 1 || !r.Responses[0].Ended() || len(r.Responses[0].Steps[0].Commanders) != 2 || r.Responses[0].Event != "storm" {
		t.Errorf("%+v", r.Responses)
	}
	var draws []string
	for _, d := range r.Joint.Draws {
		draws = append(draws, strings.Join([]string{d.Pool, d.Use, d.Amount.String()}, " "))
	}
	if diff := cmp.Diff([]string{"teams fire-brigade 2", "stock:tent  10.5", "shelter  300", "teams rope 1"}, draws); diff != "" {
		t.Error(diff)
	}
	if s := r.Joint.Scenarios; len(s) != 1 || s[0].Name.ZH != "Storm" || len(s[0].Plans) != 2 {
		t.Errorf("%+v", s)
	}
}

func TestTablesAboutPlansTellEveryFault(t *testing.T) {
	for _, tt := range []struct{ file, row, want string }{
		{"contingency.csv", "m,Again,总体,,,,,,,", "contingency.csv:5:1 table.duplicate-id"},
		{"contingency.csv", "n,New,special,火星,,,,,,", "contingency.csv:5:15 hazards.unknown-hazard"},
		{"contingency.csv", "n,New,special,,,2024-05-01,2024-04-01,,,", "contingency.csv:5:28 date.order"},
		{"contingency.csv", "n,New,odd,,,,,,,", "contingency.csv:5:7 table.unknown-value"},
		{"contingency_links.csv", "zz,上级,m,", "contingency_links.csv:4:1 plans.unknown-contingency"},
		{"contingency_links.csv", "f,上级,m,", "contingency_links.csv:4:6 table.duplicate-id"},
		{"contingency_content.csv", "zz,scenario,是,", "contingency_content.csv:3:1 plans.unknown-contingency"},
		{"plan_objects.csv", "o,Town,township,,,,", "plan_objects.csv:4:8 table.unknown-value"},
		{"plan_objects.csv", "o,Fair,major-event,,,2024-05-01,2024-04-01", "plan_objects.csv:4:33 date.order"},
		{"workdays.csv", "2025-01-01,否,", "workdays.csv:4:1 plans.workday-outside"},
		{"workdays.csv", "2024-01-01,是,", "workdays.csv:4:1 table.duplicate-id"},
		{"drills.csv", "d3,2024-05-01,企业演练,,zz,,,", "drills.csv:4:21 plans.unknown-contingency"},
		{"drill_shortcomings.csv", "q2,zz,2024-05-02,,", "drill_shortcomings.csv:3:4 plans.unknown-drill"},
		{"drill_shortcomings.csv", "q2,d1,2024-05-02,2024-05-01,", "drill_shortcomings.csv:3:18 date.order"},
		{"drill_fixes.csv", "zz,整改,2024-06-01", "drill_fixes.csv:4:1 plans.unknown-shortcoming"},
		{"drill_fixes.csv", "q1,整改,2024-07-01", "drill_fixes.csv:4:4 plans.fix-order"},
		{"responses.csv", "r1,f,,升级,2,2024-07-12 06:00,,,,", "responses.csv:4:7 plans.response-order"},
		{"responses.csv", "r1,m,,升级,2,2024-07-12 06:00,,,,", "responses.csv:4:4 plans.response-of-two-plans"},
		{"responses.csv", "r2,f,,启动,9,2024-07-12 06:00,,,,", "responses.csv:4:10 table.unknown-value"},
		{"responses.csv", "r2,f,,启动,4,yesterday,,,,", "responses.csv:4:12 moment.syntax"},
		{"response_levels.csv", "f,Ⅳ,,,,,,", "response_levels.csv:3:3 table.duplicate-id"},
		{"plan_draws.csv", "5,f,stock,,1", "plan_draws.csv:6:11 plans.draw-without-item"},
		{"plan_draws.csv", "5,f,horses,,1", "plan_draws.csv:6:5 table.unknown-value"},
		{"plan_draws.csv", "5,f,teams,,-1", "plan_draws.csv:6:12 measure.negative"},
		{"concurrent.csv", "s,,zz", "concurrent.csv:4:4 plans.unknown-contingency"},
	} {
		files := planFiles()
		files[tt.file] = &fstest.MapFile{Data: append(append([]byte{}, files[tt.file].Data...), (tt.row + "\n")...)}
		c := plansContext(2023, 2027, files)
		readPlansRecords(t, c, planCounty)
		got := plansFaults(c)
		found := false
		for _, f := range got {
			found = found || f == tt.want
		}
		if !found {
			t.Errorf("%s %q: %v, want %s", tt.file, tt.row, got, tt.want)
		}
	}
	// Without the register the other tables are not held against it.
	files := planFiles()
	delete(files, "contingency.csv")
	alone := plansContext(2023, 2027, files)
	if r := readPlansRecords(t, alone, planCounty); alone.Faults.Len() != 0 || len(r.Joint.Draws) != 4 {
		t.Errorf("%v", plansFaults(alone))
	}
	// A calendar whose years nobody gives.
	c := plansContext(2023, 2027, planFiles())
	readPlansRecords(t, c, "contingency: {whole: []}\n")
	if got := plansFaults(c); len(got) != 1 || !strings.HasSuffix(got[0], FaultCalendarOpen) {
		t.Errorf("%v", got)
	}
}

func TestPlanKeysAboutPlansTellEveryFault(t *testing.T) {
	const head = "format: " + PlanFormat + "\n"
	for _, tt := range []struct{ text, want string }{
		{"contingency:\n  kinds:\n    - {kind: odd, place: a}\n", "yaml.unknown-value"},
		{"contingency:\n  kinds:\n    - {kind: master, place: a}\n    - {kind: master, place: a}\n", "hazards.duplicate"},
		{"contingency:\n  kinds:\n    - {kind: master}\n", "yaml.missing-key"},
		{"contingency:\n  interfaces: {place: a, up: [odd]}\n", "yaml.unknown-value"},
		{"contingency:\n  interfaces: {place: a, down: [master]}\n", "yaml.unknown-key"},
		{"contingency:\n  content:\n    - {id: a, title: {zh: 甲, en: a}, place: a}\n    - {id: a, title: {zh: 甲, en: a}, place: a}\n", FaultContentItem},
		{"contingency:\n  content:\n    - {id: a, title: {zh: 甲, en: a}, place: a, evidence: rumour}\n", "yaml.unknown-value"},
		{"contingency:\n  clocks:\n    - {clock: odd, kinds: [master], limit: {value: 1, place: a}}\n", "yaml.unknown-value"},
		{"contingency:\n  clocks:\n    - {clock: filing, kinds: [master], limit: {value: -1, place: a}}\n", "measure.negative"},
		{"contingency:\n  base: {hazards: [火星], place: a}\n", "hazards.unknown-hazard"},
		{"drills:\n  duties:\n    - {id: a, title: {zh: 甲, en: a}, who: [nobody], every: {value: 1, place: a}}\n", "yaml.unknown-value"},
		{"drills:\n  double_blind: {}\n", "yaml.missing-key"},
		{"response:\n  odd: 1\n", "yaml.unknown-key"},
	} {
		c := plansContext(2023, 2027, nil)
		readPlansPlan(t, c, head+tt.text)
		got := plansFaults(c)
		if len(got) == 0 || !strings.HasSuffix(got[0], tt.want) {
			t.Errorf("%q: %v, want %s", tt.text, got, tt.want)
		}
	}
}
