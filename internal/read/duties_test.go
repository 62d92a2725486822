package read

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func readDuties(t *testing.T, c *Context, text string) plans.Provisions {
	t.Helper()
	var p plans.Provisions
	node, ok := strict.ReadDocument("duties.yaml", []byte(text), PlanFormat, c.Faults)
	if !ok {
		return p
	}
	m, ok := node.Map()
	if !ok {
		t.Fatal(c.Faults.Err())
	}
	DutiesPlan(m, c, &p)
	return p
}

func dutiesFile(t *testing.T, name string, from, to measure.Year) (plans.Provisions, *Context) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	c := plansContext(from, to, nil)
	p := readDuties(t, c, string(data))
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	return p, c
}

func TestFengduLedger(t *testing.T) {
	p, _ := dutiesFile(t, "../../fengdu/duties.yaml", 2021, 2025)
	if len(p.Ledger.Duties) < 250 || len(p.Ledger.Bearers) < 30 || len(p.Evaluations) != 2 || !p.CoverageFloor.Known() {
		t.Fatalf("%d duties, %d bearers", len(p.Ledger.Duties), len(p.Ledger.Bearers))
	}
	rhythms := map[string]int{}
	for _, d := range p.Ledger.Duties {
		rhythms[d.When.Rhythm.String()]++
		if !d.Action.Complete() || !d.Evidence.Complete() || d.Entry == 0 || d.Source.Place == "" || len(d.Carries) == 0 || len(d.Bearers) == 0 {
			t.Errorf("%+v", d)
		}
	}
	if rhythms["regular"] != 16 || rhythms["day"] != 2 {
		t.Errorf("%v", rhythms)
	}
	// The one clock of a law.
	survey, ok := p.Ledger.Duty("relief-winter-spring-survey")
	if !ok || survey.When.Month != 10 || survey.When.Day != 31 || survey.WhenFrom.Standing != spec.Statute || survey.WhenFrom.Document == "" {
		t.Errorf("%+v", survey)
	}
	if twice, _ := p.Ledger.Duty("forest-inspections-2-per-year"); twice.When.Times != 2 || twice.When.Rhythm != plans.Yearly {
		t.Errorf("%+v", twice)
	}
	if b, ok := plans.BearerNamed(p.Ledger.Bearers, "县应急局"); !ok || b.ID != "em" || !b.Named("县应急管理局") {
		t.Errorf("%+v", b)
	}
	for _, e := range p.Evaluations {
		if e.By.Source.Standing != spec.Ours || len(e.Bearers) != 2 {
			t.Errorf("%+v", e)
		}
	}
}

// The second county's ledger has every rhythm once.
func TestSecondCountyLedger(t *testing.T) {
	p, _ := dutiesFile(t, "../../examples/secondcounty/plan/duties.yaml", 2023, 2027)
	seen := map[plans.Rhythm]bool{}
	for _, d := range p.Ledger.Duties {
		seen[d.When.Rhythm] = true
	}
	for _, r := range plans.Rhythms() {
		if !seen[r] {
			t.Errorf("no duty %v", r)
		}
	}
}

func TestDutiesPlanFaults(t *testing.T) {
	const head = "format: emergency/plan/v1\nplace: 三\nbearers: [{id: em, name: {zh: 局, en: bureau}, aliases: [应急局], place: 一}]\n"
	duty := func(text string) string {
		return head + "duties: [{id: a, entry: duty, bearers: [应急局], action: {zh: 做, en: do}, evidence: {zh: 件, en: paper}, place: 二, " + text + "}]\n"
	}
	for name, c := range map[string]struct{ text, want string }{
		"good":            {duty("when: year"), ""},
		"good, a day":     {duty("when: {rhythm: year, day: 10-31}"), ""},
		"bearer":          {strings.Replace(duty("when: year"), "[应急局], action", "[水利局], action", 1), "duties.unknown-bearer"},
		"bearer twice":    {strings.Replace(duty("when: year"), "[应急局], action", "[应急局, em], action", 1), "table.duplicate-id"},
		"alias taken":     {strings.Replace(duty("when: year"), "place: 一}]", "place: 一}, {id: x, name: {zh: 应急局, en: x}, place: 一}]", 1), "table.duplicate-id"},
		"rhythm":          {duty("when: often"), "yaml.unknown-value"},
		"no rhythm":       {duty("when: {times: 2}"), "yaml.missing-key"},
		"by-date alone":   {duty("when: by-date"), "duties.when"},
		"a day too much":  {duty("when: {rhythm: year, by: 2025-12-31}"), "duties.when"},
		"no day":          {duty("when: {rhythm: by-date}"), "yaml.missing-key"},
		"zero times":      {duty("when: {rhythm: year, times: 0}"), "duties.times"},
		"times at all":    {duty("when: {rhythm: continuous, times: 2}"), "duties.times"},
		"leap day":        {duty("when: {rhythm: year, day: 02-29}"), "duties.day-of-year"},
		"day of a month":  {duty("when: {rhythm: month, day: 10-31}"), "duties.day-of-year"},
		"entry":           {strings.Replace(duty("when: year"), "entry: duty", "entry: wish", 1), "yaml.unknown-value"},
		"unknown key":     {duty("when: year, due: 2025-12-31"), "yaml.unknown-key"},
		"floor":           {head + "coverage_floor_percent: {value: 101, place: 五}\n", "indicators.coverage-floor"},
		"evaluation":      {head + "evaluations: [{id: m, title: {zh: 中, en: mid}, by: {value: soon, place: 五}}]\n", "measure.date"},
		"evaluation, who": {head + "evaluations: [{id: m, title: {zh: 中, en: mid}, by: {value: 2023-12-31, place: 五}, bearers: [x]}]\n", "duties.unknown-bearer"},
	} {
		t.Run(name, func(t *testing.T) {
			context := plansContext(2021, 2025, nil)
			readDuties(t, context, c.text)
			var got []string
			for _, f := range context.Faults.All() {
				got = append(got, f.Code)
				if f.Line == 0 || !f.Message.Complete() {
					t.Errorf("%+v", f)
				}
			}
			if c.want == "" && len(got) > 0 || c.want != "" && !slices.Contains(got, c.want) {
				t.Errorf("%v, want %s: %v", got, c.want, context.Faults.Err())
			}
		})
	}
}

func TestTablesOfDutiesAndProjectsAreRead(t *testing.T) {
	hash := strings.Repeat("0a", 32)
	c := plansContext(2021, 2025, fstest.MapFS{
		"duties.csv":   {Data: []byte("事项,日期,状态,佐证哈希\na,2022-01-31,已完成," + hash + "\na,2022-02-28,失效,\nb,2022-01-31,不适用,\n")},
		"projects.csv": {Data: []byte("项目,截至日期,项目阶段,累计支出(万元),本级财政(万元),上级资金(万元),社会资金(万元)\n3,2022-12-31,开工,120.5,100,,\n4,2022-12-31,,7,,,\n")},
	})
	r := readPlansRecords(t, c, "complete: {duties: 2022-2023}\n")
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	want := []plans.DutyEvidence{{Duty: "a", On: measure.DateOf(2022, 1, 31), State: plans.Done, Hash: hash},
		{Duty: "a", On: measure.DateOf(2022, 2, 28), State: plans.Lapsed}, {Duty: "b", On: measure.DateOf(2022, 1, 31), State: plans.Waived}}
	if diff := cmp.Diff(want, r.Evidence, cmp.Comparer(measure.Date.Equal)); diff != "" || !r.HasEvidence {
		t.Error(diff)
	}
	if r.EvidenceComplete.String() != "2022-2023" || !r.HasProjects || len(r.ProjectReports) != 2 {
		t.Fatalf("%+v", r)
	}
	first := r.ProjectReports[0]
	spent, _ := first.Spent.Value()
	if first.Stage != plans.Started || spent.Fen() != 120_500_000 || first.Above.Known() || r.ProjectReports[1].Stage != 0 {
		t.Errorf("%+v", r.ProjectReports)
	}
}

func TestFaultsOfDutiesAndProjectsTables(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"hash":          {"duties.csv", "事项,日期,状态,佐证哈希\na,2022-01-31,已完成,ABC\n", "duties.hash"},
		"state":         {"duties.csv", "事项,日期,状态\na,2022-01-31,做了\n", "table.unknown-value"},
		"twice":         {"duties.csv", "事项,日期,状态\na,2022-01-31,已完成\na,2022-01-31,已完成\n", "table.duplicate-id"},
		"far away":      {"duties.csv", "事项,日期,状态\na,2031-01-31,已完成\n", "date.outside-period"},
		"nothing said":  {"projects.csv", "项目,截至日期,项目阶段\n3,2022-12-31,\n", "plans.empty-report"},
		"stage":         {"projects.csv", "项目,截至日期,项目阶段,累计支出(元)\n3,2022-12-31,快了,1\n", "table.unknown-value"},
		"project twice": {"projects.csv", "项目,截至日期,项目阶段\n3,2022-12-31,开工\n3,2022-12-31,完工\n", "table.duplicate-id"},
	} {
		t.Run(name, func(t *testing.T) {
			context := plansContext(2021, 2025, fstest.MapFS{c.file: {Data: []byte(c.text)}})
			readPlansRecords(t, context, "")
			var got []string
			for _, f := range context.Faults.All() {
				got = append(got, f.Code)
			}
			if !slices.Equal(got, []string{c.want}) {
				t.Errorf("%v, want %s: %v", got, c.want, context.Faults.Err())
			}
		})
	}
}
