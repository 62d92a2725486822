package plans

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
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

func (a *Assessment) stageFinding() spec.Finding {
	f, ok := a.project(RuleProjectStage)
	if !ok {
		return f
	}
	var t spec.Tally
	var off []string
	later := 0
	for _, s := range a.Stages {
		f.Inputs = append(f.Inputs, spec.Input{Name: "project-" + s.Project.ID, Label: s.Project.Name, Text: stageWords(s), Source: s.Project.Source})
		if !s.IsDue && s.Verdict == spec.Unknown {
			later++
			continue
		}
		t.Add(s.Verdict)
		if s.Verdict == spec.Unmet {
			off = append(off, s.Project.ID)
		}
	}
	if later > 0 {
		f.Inputs = append(f.Inputs, number("later", spec.T("rows not due yet", "尚未到期的行"), later, spec.Projects))
	}
	if t.Total()-t.NotApplicable == 0 {
		decide(&f, spec.Unknown, spec.ReasonNotDue, spec.Textf("no row is due yet (%d rows)", "尚无到期项目（%d 行）", len(a.Stages)))
		if later == 0 {
			decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("no row has a time", "没有列建设时间的行"))
		}
		return f
	}
	a.rollProjects(&f, t, off, spec.T("started or completed in time", "按期开工或完工"))
	return f
}

// stageWords says how far a project is against what its row asks for.
func stageWords(s ProjectStatus) string {
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
func (a *Assessment) rollProjects(f *spec.Finding, t spec.Tally, off []string, done spec.Text) {
	applicable := t.Total() - t.NotApplicable
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
	for _, s := range a.Stages {
		v := s.Overspent()
		if s.Falls {
			v = spec.Unmet // money told once cannot be unspent: one of the reports is wrong
		}
		t.Add(v)
		if v == spec.Unmet {
			off = append(off, s.Project.ID)
		}
		if spent, known := s.Spent.Value(); known {
			f.Inputs = append(f.Inputs, spec.Input{Name: "spent-" + s.Project.ID, Label: spec.Textf("spent: %s", "累计支出：%s", s.Project.Name), Value: wan(spent), Unit: spec.WanYuan})
		}
		if limit, known := s.Project.Money.Value(); known {
			f.Inputs = append(f.Inputs, spec.Input{Name: "amount-" + s.Project.ID, Label: spec.Textf("amount: %s", "所列资金：%s", s.Project.Name), Value: wan(limit), Unit: spec.WanYuan, Source: s.Project.Source})
		}
	}
	a.rollProjects(&f, t, off, spec.T("spending within the amount", "支出不超所列资金"))
	return f
}

// YearMoney is the money of one year (分年资金).
type YearMoney struct {
	Year  measure.Year
	Money measure.Ratio // fen, exact
}

// MoneyByYear spreads the known amounts of rows with a span evenly over their
// years, which is our assumption (资金分年). unspread is the known money of rows
// without a span: the table does not say when it is spent.
func MoneyByYear(projects []Project) (years []YearMoney, unspread measure.Ratio) {
	at := map[measure.Year]measure.Ratio{}
	unspread = measure.Whole(0)
	for _, p := range projects {
		m, ok := p.Money.Value()
		if !ok {
			continue
		}
		if p.Span.IsZero() {
			unspread = unspread.Add(measure.Whole(m.Fen()))
			continue
		}
		part := measure.RatioOf(m.Fen(), int64(p.Span.Len()))
		for _, y := range p.Span.Years() {
			sum, seen := at[y]
			if !seen {
				sum = measure.Whole(0)
			}
			at[y] = sum.Add(part)
		}
	}
	for y, m := range at {
		years = append(years, YearMoney{y, m})
	}
	slices.SortFunc(years, func(a, b YearMoney) int { return int(a.Year) - int(b.Year) })
	return years, unspread
}

// wanOf is fen as 万元.
func wanOf(fen measure.Ratio) spec.Amount { return spec.AmountOf(fen.Div(measure.Whole(1_000_000)), 6) }

func (a *Assessment) yearsFinding() spec.Finding {
	f, ok := a.project(RuleProjectYears)
	if !ok {
		return f
	}
	f.Unit = spec.WanYuan
	f.Lean(spec.Source{Document: "county-emergency", Place: RuleProjectYears, Standing: spec.Ours})
	years, unspread := MoneyByYear(a.provisions.Projects)
	sum := measure.Whole(0)
	for _, y := range years {
		sum = sum.Add(y.Money)
		f.Inputs = append(f.Inputs, spec.Input{Name: "year-" + y.Year.String(), Label: spec.Textf("spread over %s", "均摊至 %s 年", y.Year), Value: wanOf(y.Money), Unit: spec.WanYuan})
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "unspread", Label: spec.T("known money of rows without a span", "未列建设年限的行已列资金"), Value: wanOf(unspread), Unit: spec.WanYuan})
	if a.Budget.Unpriced() > 0 {
		f.Bound = spec.AtLeastBound
		f.Inputs = append(f.Inputs, number("unpriced", spec.T("rows without an amount", "未列资金的行"), a.Budget.Unpriced(), spec.Projects))
	}
	f.Actual = wanOf(sum)
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("spread over %d years: %s; not spread: %s (10,000 yuan); no standard judges it",
		"分 %d 年均摊 %s 万元，无法分年 %s 万元；无判定标准", len(years), wanOf(sum), wanOf(unspread)))
	return f
}

func (a *Assessment) fundsFinding() spec.Finding {
	f, ok := a.project(RuleProjectFunds)
	if !ok {
		return f
	}
	parts, err := PartsBy(a.provisions.Projects, func(p Project) string { return p.Funds.ZH })
	if err != nil {
		decide(&f, spec.Unknown, ReasonUnusable, spec.Textf("the amounts cannot be added: %s", "建设资金无法相加：%s", err.Error()))
		return f
	}
	named := 0
	for _, part := range parts {
		label, name := spec.T("no source named", "未写明来源"), "none"
		for _, p := range a.provisions.Projects {
			if part.Key != "" && p.Funds.ZH == part.Key {
				label, name = p.Funds, p.ID
			}
		}
		if part.Key != "" {
			named += int(part.Budget.Projects)
		}
		f.Inputs = append(f.Inputs, number("source-"+name+"-rows", spec.Textf("rows: %s", "项目行数：%s", label), part.Budget.Projects, spec.Projects))
		if low, has := part.Budget.Total.Low(); has {
			f.Inputs = append(f.Inputs, spec.Input{Name: "source-" + name + "-money", Label: spec.Textf("known money: %s", "已列资金：%s", label), Value: wan(low), Unit: spec.WanYuan})
		}
	}
	f.Inputs = append(f.Inputs, a.reportedFunds()...)
	f.Actual = spec.Whole(named)
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%d of %d rows name where the money comes from; no standard judges it",
		"%[2]d 行中 %[1]d 行写明资金来源；无判定标准", named, len(a.provisions.Projects)))
	return f
}

// reportedFunds adds up what the county last reported of each source.
func (a *Assessment) reportedFunds() []spec.Input {
	var out []spec.Input
	for _, source := range []struct {
		name  string
		label spec.Text
		of    func(ProjectReport) spec.Observed[measure.Money]
	}{
		{"reported-own", spec.T("reported: county budget", "填报：本级财政"), func(r ProjectReport) spec.Observed[measure.Money] { return r.Own }},
		{"reported-above", spec.T("reported: from the levels above", "填报：上级资金"), func(r ProjectReport) spec.Observed[measure.Money] { return r.Above }},
		{"reported-others", spec.T("reported: firms and society", "填报：社会资金"), func(r ProjectReport) spec.Observed[measure.Money] { return r.Others }},
	} {
		last := map[string]ProjectReport{}
		for _, r := range a.records.ProjectReports {
			if _, known := source.of(r).Value(); known && !r.On.After(a.AsOf) && !r.On.Before(last[r.Project].On) {
				last[r.Project] = r
			}
		}
		sum := measure.Whole(0)
		for _, p := range a.provisions.Projects {
			if m, known := source.of(last[p.ID]).Value(); known {
				sum = sum.Add(measure.Whole(m.Fen()))
			}
		}
		if len(last) > 0 {
			out = append(out, spec.Input{Name: source.name, Label: source.label, Value: wanOf(sum), Unit: spec.WanYuan})
		}
	}
	return out
}
