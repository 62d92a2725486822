package plans

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) stageFinding() spec.Finding {
	f, ok := a.project(RuleProjectStage)
	if !ok {
		return f
	}
	var t spec.Tally
	var off []string
	later := 0
	for _, s := range a.Stages {
		f.Inputs = append(f.Inputs, spec.Input{Name: "project-" + s.Project.ID, Label: s.Project.Name, Text: stageCodes(s), Words: stageWords(s), Source: s.Project.Source})
		if !s.IsDue && s.Verdict == spec.Unknown {
			later++
			continue
		}
		t.Add(s.Verdict)
		if s.Verdict == spec.Unmet {
			off = append(off, s.Project.ID)
		}
	}
	f.Inputs = append(f.Inputs, number("untimed", spec.T("rows without a time", "未列建设时间的行"), t.NotApplicable, spec.Projects),
		number("later", spec.T("rows not due yet", "尚未到期的行"), later, spec.Projects))
	if t.Total()-t.NotApplicable == 0 {
		decide(&f, spec.Unknown, spec.ReasonNotDue, spec.Textf("no row is due yet (%d rows)", "尚无到期项目（%d 行）", len(a.Stages)))
		if later == 0 {
			decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("no row has a time", "没有列建设时间的行"))
		}
		return f
	}
	a.rollProjects(&f, t, off, spec.T("started or completed in time", "按期开工或完工"), spec.T("not started or completed in time", "未按期开工或完工"))
	return f
}

// stageWords says how far a project is against what its row asks for.
func stageWords(s ProjectStatus) spec.Text {
	have := spec.T("not reported", "未填报")
	if s.Stage != 0 {
		have = spec.WordsOf(s.Stage)
	}
	if s.Want == 0 {
		return have
	}
	return spec.Textf("%s; asked for: %s by %s", "%s；要求：%s，截至 %s", have, s.Want, s.Due)
}

// stageCodes says the same in codes, for programs.
func stageCodes(s ProjectStatus) string {
	have := s.Stage.String()
	if have == "" {
		have = "-"
	}
	if s.Want == 0 {
		return have
	}
	return have + " / " + s.Want.String() + " " + s.Due.String()
}

// rollProjects gives a finding the verdict of a tally of rows.
func (a *Assessment) rollProjects(f *spec.Finding, t spec.Tally, off []string, done, not spec.Text) {
	applicable := t.Total() - t.NotApplicable
	f.Inputs = append(f.Inputs, number("judged", spec.T("rows judged", "纳入判定的行"), applicable, spec.Projects),
		number("met", done, t.Met, spec.Projects),
		number("unmet", not, t.Unmet, spec.Projects),
		number("unknown", spec.T("rows not reported", "未填报的行"), t.Unknown, spec.Projects))
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(t.Met), spec.NotBelow, spec.Whole(applicable), spec.Whole(applicable-t.Met)
	if t.Unknown > 0 {
		f.Bound = spec.AtLeastBound
		f.Missing = []spec.Need{{Key: projectsTable, Unit: spec.Projects,
			Question: spec.T("for each project: its stage and the money spent, with the day", "每个项目的阶段、累计支出及日期"),
			Who:      spec.T("lead department of the project", "项目牵头主管部门")}}
	}
	text := spec.Textf("%s: %d of %d rows", "%s：%[3]d 行中 %[2]d 行", done, t.Met, applicable)
	switch t.Verdict() {
	case spec.Met:
		decide(f, spec.Met, spec.ReasonAllMet, text)
	case spec.Unmet:
		decide(f, spec.Unmet, spec.ReasonSomeUnmet, spec.Textf("%s; not so: %s", "%s；未达到：%s", text, strings.Join(off, ", ")))
	case spec.NotApplicable:
		decide(f, spec.NotApplicable, spec.ReasonNothingToDo, text)
	default:
		code := spec.ReasonPartial
		if !a.records.HasProjects {
			code = spec.ReasonNoData
		}
		f.Actual, f.Gap, f.Bound = nothingYet(f.Actual, f.Gap, f.Bound, t.Met)
		decide(f, spec.Unknown, code, spec.Textf("%s; not reported: %d", "%s；未填报 %d 行", text, t.Unknown))
	}
}

func (a *Assessment) spendingFinding() spec.Finding {
	f, ok := a.project(RuleProjectSpending)
	if !ok {
		return f
	}
	var t spec.Tally
	var off []string
	falling := 0
	for _, s := range a.Stages {
		v := s.Overspent()
		name, label := ".spent", spec.Textf("spent: %s", "累计支出：%s", s.Project.Name)
		if s.Falls {
			v = spec.Unmet // money told once cannot be unspent: one of the reports is wrong
			falling++
			name, label = ".fell", spec.Textf("spent, less than before: %s", "累计支出（低于此前填报）：%s", s.Project.Name)
		}
		t.Add(v)
		if v == spec.Unmet {
			off = append(off, s.Project.ID)
		}
		if spent, known := s.Spent.Value(); known {
			f.Inputs = append(f.Inputs, spec.Input{Name: "project-" + s.Project.ID + name, Label: label, Value: wan(spent), Unit: spec.WanYuan})
		}
		if limit, known := s.Project.Money.Value(); known {
			f.Inputs = append(f.Inputs, spec.Input{Name: "project-" + s.Project.ID + ".amount", Label: spec.Textf("amount: %s", "所列资金：%s", s.Project.Name), Value: wan(limit), Unit: spec.WanYuan, Source: s.Project.Source})
		}
	}
	f.Inputs = append(f.Inputs, number("falling", spec.T("rows with less spent than reported before", "支出低于此前填报的行"), falling, spec.Projects))
	a.rollProjects(&f, t, off, spec.T("spending within the amount", "支出不超所列资金"),
		spec.T("spending above the amount or less than before", "支出超出所列资金或低于此前填报"))
	return f
}
