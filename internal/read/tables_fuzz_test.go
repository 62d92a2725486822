package read

import (
	"os"
	"slices"
	"testing"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

const second = "../../examples/secondcounty/"

// fuzzTables feeds any bytes to each table of a room in turn, beside the other
// tables of the second county: they are read or told, twice the same, and what
// was read can be assessed.
func fuzzTables(f *testing.F, names []string, more map[string]string, assess func(c *Context, county *strict.Map) []spec.Finding) {
	base := map[string]string{}
	for i, name := range names {
		text, err := os.ReadFile(second + "data/" + name)
		if err != nil {
			f.Fatal(err)
		}
		base[name] = string(text)
		f.Add(uint8(i), string(text))
	}
	for _, name := range DivisionTables() {
		text, err := os.ReadFile(second + "data/" + name)
		if err != nil {
			f.Fatal(err)
		}
		base[name] = string(text)
	}
	for name, text := range more {
		i := slices.Index(names, name)
		if i < 0 {
			f.Fatalf("%s is no table of the room", name)
		}
		f.Add(uint8(i), text)
	}
	county, err := os.ReadFile(second + "data/county.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		told := [2]string{}
		for k := range told {
			tables := []string{names[int(which)%len(names)], text}
			for name, other := range base {
				if name != tables[0] {
					tables = append(tables, name, other)
				}
			}
			c := sheltersContext(t, "990101", "2023-2027", tables...)
			findings := assess(c, sheltersMap(t, "county.yaml", CountyFormat, string(county), c))
			c.TellUnchecked()
			told[k] = sheltersFaults(c)
			for _, one := range findings {
				if !one.Title.Complete() || !one.Reason.Text.Complete() {
					t.Errorf("%s is said in one language only: %+v", one.Rule, one.Reason)
				}
			}
			if len(findings) == 0 {
				t.Error("nothing was found")
			}
		}
		if told[0] != told[1] {
			t.Errorf("two readings differ:\n%s\n%s", told[0], told[1])
		}
	})
}

// planMap reads one file of the second county's plan.
func planMap(f *testing.F, name string, c *Context) *strict.Map {
	f.Helper()
	data, err := os.ReadFile(second + "plan/" + name)
	if err != nil {
		f.Fatal(err)
	}
	node, ok := strict.ReadDocument(name, data, PlanFormat, c.Faults)
	if !ok {
		f.Fatal(c.Faults.Err())
	}
	m, _ := node.Map()
	return m
}

// planContext is that of the second county's plan.
func planContext(f *testing.F) *Context {
	f.Helper()
	period, err := measure.ParsePeriod("2023-2027")
	if err != nil {
		f.Fatal(err)
	}
	return &Context{Faults: &spec.Faults{}, Period: period, Source: spec.Source{Document: "规划", Standing: spec.Invented}}
}

var fuzzDay = measure.DateOf(2027, 12, 31)

func FuzzTeamTables(f *testing.F) {
	c := planContext(f)
	p := TeamsPlan(planMap(f, "teams.yaml", c), c)
	fuzzTables(f, teamsTables(), map[string]string{
		"evidence.csv":    "checklist,unit,item,by,value,on\nsix-haves,990101001,team,值班岗 13800000000,-1,2024-02-30\n",
		"checklists.csv":  "checklist,unit,item,answer\nsix-haves,990101001,team,是\nsix-haves,990101001,team,3人\n",
		"teams.csv":       "id,name,tier,kind,strength,turnout\na,甲队,县级,综合,1.5万人,24O00\n",
		"team_travel.csv": "team,division,time(min)\ncounty-1,990101001,999999999999999999\n",
		"training.csv":    "team,date,kind\nnobody,2024-01-01,1\n",
	}, func(c *Context, county *strict.Map) []spec.Finding {
		return teams.Assess(p, TeamsRecords(county, c), fuzzDay, spec.Choices{}).Findings()
	})
}

func FuzzPlanTables(f *testing.F) {
	c := planContext(f)
	p := PlansPlan(planMap(f, "plans.yaml", c), c)
	DutiesPlan(planMap(f, "duties.yaml", c), c, &p)
	fuzzTables(f, plansTables(), map[string]string{
		"drills.csv":            "id,date,kind,plan,division,double_blind\nx,2024-13-01,桌面,ya-zt,990101001,也许\nx,2024-01-01,,,,\n",
		"responses.csv":         "id,plan,event,action,level,at,by\nr,ya-zt,暴雨,启动,Ⅳ,2024-07-10 25:00,值班岗 138 0000 0000\n",
		"contingency.csv":       "id,name,kind,division\na,甲,总体,990101\na,乙,总体,990101\n",
		"plan_draws.csv":        "id,plan,pool,use,amount\nd,nowhere,teams,,99999999999999999999\n",
		"workdays.csv":          "date,working\n2024-02-10,否\n2024-02-10,是\n",
		projectsTable:           "project,date,stage,spent(万元)\n1,2024-01-01,开工,-1\n",
		dutiesTable:             "duty,date,state\nnobody,0000-00-00,完成\n",
		"drill_fixes.csv":       "shortcoming,step,date\nq-1,复查,2024-01-01\nq-1,整改,2023-01-01\n",
		"contingency_links.csv": "plan,side,to\na,上级,a\n",
	}, func(c *Context, county *strict.Map) []spec.Finding {
		return plans.Assess(p, PlansRecords(county, c), fuzzDay, spec.Choices{}).Findings()
	})
}

func FuzzShelterTables(f *testing.F) {
	c := planContext(f)
	p := SheltersPlan(planMap(f, "shelters.yaml", c), c)
	fuzzTables(f, sheltersTables(), map[string]string{
		"distances.csv": "division,shelter,distance(m)\n990101001001,S01,none\n990101001001,S02,不通\n990101001001,S02,9223372036854775807\n",
		"shelters.csv":  "id,name,effective_area,lodging\nS01,甲,24O00,-1\n",
	}, func(c *Context, county *strict.Map) []spec.Finding {
		return shelters.Assess(p, SheltersRecords(county, c), fuzzDay, spec.Choices{}).Findings()
	})
}
