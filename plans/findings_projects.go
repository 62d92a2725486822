package plans

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// projectFindings are the findings of the project table, rolled up.
func (a *Assessment) projectFindings() []spec.Finding {
	return []spec.Finding{
		a.stageFinding(), a.spendingFinding(), a.yearsFinding(), a.fundsFinding(), a.servesFinding(), a.onceFinding(),
		a.rowsAgainst(RuleProjectLead, func(p Project) bool { return p.Cooperates },
			spec.T("rows whose lead only cooperates", "牵头部门仅为配合的行")),
		a.leadNamesFinding(),
		a.rowsAgainst(RuleProjectNature, func(p Project) bool { return p.Nature == New && p.Upgraded > 0 },
			spec.T("rows marked new that upgrade", "标为新建而含改造升级的行")),
		a.rowsAgainst(RuleProjectUnderWay, func(p Project) bool { return p.Nature == New && p.UnderWay.Known() && p.UnderWay.Value },
			spec.T("rows marked new that were under way before the plan", "标为新建而规划期前已推进的行")),
		a.rowsAgainst(RuleProjectCommitment, func(p Project) bool { return p.Class == ReserveClass && p.Timing() != "" },
			spec.T("rows of the reserve class with a time", "储备项目类中列有建设时间的行")),
		a.orderFinding(), a.projectNamesFinding(), a.scopeFinding(), a.worksOnceFinding(),
	}
}

// project begins a finding about the table; ok is false where there is none.
func (a *Assessment) project(id string) (f spec.Finding, ok bool) {
	f = a.finding(id, a.provisions.ProjectsSource)
	f.Unit = spec.Projects
	if len(a.provisions.Projects) == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("this plan has no project table", "本规划没有项目库"))
		return f, false
	}
	for i := range a.provisions.Projects {
		f.Lean(a.provisions.Projects[i].Source)
	}
	return f, true
}

// rowsAgainst counts the rows in which the table contradicts itself or the text.
func (a *Assessment) rowsAgainst(id string, against func(Project) bool, what spec.Text) spec.Finding {
	f, ok := a.project(id)
	if !ok {
		return f
	}
	rows := a.provisions.Projects
	var off []string
	for _, p := range rows {
		if !against(p) {
			continue
		}
		off = append(off, p.ID)
		f.Inputs = append(f.Inputs, spec.Input{Name: "project-" + p.ID, Label: p.Name, Text: rowSays(id, p), Source: p.Source})
		if len(off) == 1 {
			f.Source = p.Source
		}
	}
	f.Inputs = append(f.Inputs, number("rows", spec.T("rows of the table", "项目库行数"), len(rows), spec.Projects),
		number("against", what, len(off), spec.Projects))
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(len(off)), spec.NotAbove, spec.Whole(0), spec.Whole(len(off))
	if len(off) == 0 {
		decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("none of %d rows", "%d 行中没有", len(rows)))
		return f
	}
	decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("%s: %d of %d, %s", "%s：%[3]d 行中 %[2]d 行，%[4]s", what, len(off), len(rows), strings.Join(off, ", ")))
	return f
}

// rowSays gives the words of the row that a contradiction is about.
func rowSays(id string, p Project) string {
	switch id {
	case RuleProjectLead:
		return p.Lead.ZH + "；" + p.Remark.ZH
	case RuleProjectNature, RuleProjectUnderWay:
		return p.Nature.In(spec.Chinese)
	}
	return p.Class.In(spec.Chinese) + "；" + p.Timing()
}
