package plans_test

import (
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// linked is the project table with what its rows serve, build and rest on.
func linked() plans.Provisions {
	p := ledger(duty("kit", "town", rhythm(plans.Undated)))
	p.Ledger.Duties[0].Entry = plans.TargetClause
	p.Works, p.Projects = fengduWorks(), fengduProjects()
	for i := range p.Projects {
		p.Projects[i].Lead = spec.T("bureau", "县应急管理局")
		p.Projects[i].Serves = []string{"kit"}
		p.Projects[i].Delivers = []spec.Member{thing("of " + p.Projects[i].ID)}
		p.Projects[i].Name = p.Works[p.Projects[i].Work[0]-'1'].Name
		p.Projects[i].Class = plans.PlannedClass
		p.Projects[i].Nature = plans.Continued
	}
	p.Projects[0].Lead = spec.T("bureau", "县应急局")
	p.Projects[7].Depends = []string{"2b"}
	return p
}

func TestEachContradictionOfTheTableIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		rule   string
		change func(*plans.Provisions)
		actual string // of what counts the contradiction
	}{
		"serves none":      {plans.RuleProjectServes, func(p *plans.Provisions) { p.Projects[3].Serves = nil }, "7"},
		"listed twice":     {plans.RuleProjectOnce, func(p *plans.Provisions) { p.Projects[4].Delivers = p.Projects[2].Delivers }, "1"},
		"only cooperates":  {plans.RuleProjectLead, func(p *plans.Provisions) { p.Projects[0].Cooperates = true }, "1"},
		"strange lead":     {plans.RuleProjectLeadNames, func(p *plans.Provisions) { p.Projects[5].Lead = spec.T("x", "某局") }, "2"},
		"new and upgraded": {plans.RuleProjectNature, func(p *plans.Provisions) { p.Projects[5].Nature, p.Projects[5].Upgraded = plans.New, 5 }, "1"},
		"new and under way": {plans.RuleProjectUnderWay, func(p *plans.Provisions) {
			p.Projects[2].Nature, p.Projects[2].UnderWay = plans.New, spec.Cite(true, inPlan("一"))
		}, "1"},
		"held and dated": {plans.RuleProjectCommitment, func(p *plans.Provisions) { p.Projects[2].Class = plans.ReserveClass }, "1"},
		"dangling":       {plans.RuleProjectOrder, func(p *plans.Provisions) { p.Projects[7].Depends = []string{"9"} }, "1"},
		"circular":       {plans.RuleProjectOrder, func(p *plans.Provisions) { p.Projects[2].Depends = []string{"7"} }, "2"},
		"another name":   {plans.RuleProjectNames, func(p *plans.Provisions) { p.Projects[6].Name = spec.T("x", "某工程") }, "6"},
		"for others":     {plans.RuleProjectScope, func(p *plans.Provisions) { p.Projects[3].Delivers[0].Group = "县应急局" }, "1"},
		"by two works": {plans.RuleWorksOnce, func(p *plans.Provisions) {
			p.Works[0].Builds, p.Works[1].Builds = []spec.Member{thing("base")}, []spec.Member{thing("base")}
		}, "1"},
	} {
		t.Run(name, func(t *testing.T) {
			p := linked()
			p.Works[2].Builds = []spec.Member{thing("hall")}
			p.Projects[4].Delivers = append(p.Projects[4].Delivers, spec.Member{ID: "points", Title: spec.T("points", "点"), Group: "乡镇"})
			if f := findings(t, p, plans.Records{}, date(2022, 8, 2), spec.Choices{})[c.rule]; f.Verdict != spec.Met {
				t.Fatalf("sound, but %v: %s", f.Verdict, f.Reason.Text.EN)
			}
			c.change(&p)
			f := findings(t, p, plans.Records{}, date(2022, 8, 2), spec.Choices{})[c.rule]
			if f.Verdict != spec.Unmet || f.Actual.String() != c.actual || !f.Gap.Known() || f.Gap.String() == "0" || len(f.Inputs) == 0 {
				t.Errorf("%v, actual %s, gap %s: %s", f.Verdict, f.Actual, f.Gap, f.Reason.Text.EN)
			}
		})
	}
}

func TestALaterProjectIsNotCompletedFirst(t *testing.T) {
	p := linked()
	for name, c := range map[string]struct {
		reports []plans.ProjectReport
		want    spec.Verdict
	}{
		"in order":        {[]plans.ProjectReport{report("2b", date(2023, 1, 1), plans.Completed, ""), report("7", date(2024, 1, 1), plans.Completed, "")}, spec.Met},
		"too early":       {[]plans.ProjectReport{report("2b", date(2024, 1, 2), plans.Completed, ""), report("7", date(2024, 1, 1), plans.Completed, "")}, spec.Unmet},
		"not yet":         {[]plans.ProjectReport{report("2b", date(2023, 1, 1), plans.Started, ""), report("7", date(2024, 1, 1), plans.Completed, "")}, spec.Unmet},
		"nobody tells":    {[]plans.ProjectReport{report("7", date(2024, 1, 1), plans.Completed, "")}, spec.Met},
		"the other alone": {[]plans.ProjectReport{report("2b", date(2024, 1, 1), plans.Completed, "")}, spec.Met},
	} {
		f := findings(t, p, plans.Records{HasProjects: true, ProjectReports: c.reports}, date(2025, 12, 31), spec.Choices{})[plans.RuleProjectOrder]
		if f.Verdict != c.want {
			t.Errorf("%s: %v, want %v", name, f.Verdict, c.want)
		}
	}
}

func TestRolledUpProjectsCountWhatIsDue(t *testing.T) {
	p := linked()
	all := plans.Records{HasProjects: true}
	for _, row := range p.Projects {
		all.ProjectReports = append(all.ProjectReports, report(row.ID, date(2025, 12, 31), plans.Completed, "1"))
	}
	for name, c := range map[string]struct {
		records plans.Records
		asOf    measure.Date
		stage   spec.Verdict
		spent   spec.Verdict
	}{
		"all completed":  {all, date(2025, 12, 31), spec.Met, spec.Met},
		"a day before":   {all, date(2025, 12, 30), spec.Unknown, spec.Unknown},
		"nothing due":    {plans.Records{}, date(2021, 1, 1), spec.Unknown, spec.Unknown},
		"one overspends": {plans.Records{HasProjects: true, ProjectReports: append(all.ProjectReports[:7:7], report("5", date(2025, 12, 31), plans.Completed, "40.01"))}, date(2025, 12, 31), spec.Unknown, spec.Unmet},
	} {
		got := findings(t, p, c.records, c.asOf, spec.Choices{})
		if s, m := got[plans.RuleProjectStage], got[plans.RuleProjectSpending]; s.Verdict != c.stage || m.Verdict != c.spent {
			t.Errorf("%s: stage %v, spending %v: %s", name, s.Verdict, m.Verdict, s.Reason.Text.EN)
		}
	}
	years := findings(t, p, plans.Records{}, date(2025, 12, 31), spec.Choices{})[plans.RuleProjectYears]
	if years.Actual.String() != "2840" || input(t, years, "year-2023") != "568" || input(t, years, "unspread") != "20203.2" || years.Bound != spec.AtLeastBound {
		t.Errorf("%+v", years)
	}
}

// A plan without a table or a ledger judges nothing.
func TestAPlanWithoutTableOrLedgerIsNotJudged(t *testing.T) {
	for rule, f := range findings(t, plans.Provisions{Period: period(2021, 2025)}, plans.Records{}, date(2025, 12, 31), spec.Choices{}) {
		if f.Verdict != spec.NotApplicable {
			t.Errorf("%s: %v", rule, f.Verdict)
		}
	}
}
