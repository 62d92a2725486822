package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Stage is how far a project has come (项目阶段). The zero Stage is unset.
type Stage uint8

// The stages, in order; a stopped project has left them.
const (
	_         Stage = iota
	Argued          // 论证
	Approved        // 立项
	Started         // 开工
	Completed       // 完工
	Stopped         // 停建
)

var stages = [...]struct {
	code string
	text spec.Text
	also string
}{
	Argued:    {"argued", spec.Text{EN: "argued", ZH: "论证"}, "前期论证"},
	Approved:  {"approved", spec.Text{EN: "approved", ZH: "立项"}, "批复立项"},
	Started:   {"started", spec.Text{EN: "started", ZH: "开工"}, "启动"},
	Completed: {"completed", spec.Text{EN: "completed", ZH: "完工"}, "建成"},
	Stopped:   {"stopped", spec.Text{EN: "stopped", ZH: "停建"}, "终止"},
}

// ParseStage reads the code or the Chinese name of a stage.
func ParseStage(s string) (Stage, bool) {
	for e := Argued; e <= Stopped; e++ {
		if row := stages[e]; s == row.code || s == row.text.ZH || s == row.also {
			return e, true
		}
	}
	return 0, false
}

// String returns the code, empty for the zero Stage.
func (s Stage) String() string {
	if int(s) >= len(stages) {
		return ""
	}
	return stages[s].code
}

// In returns the stage in words.
func (s Stage) In(lang spec.Lang) string {
	if int(s) >= len(stages) {
		return ""
	}
	return stages[s].text.In(lang)
}

// ProjectReport is what a county reports of a project on a day (项目进展). Money is
// counted from the project's beginning.
type ProjectReport struct {
	Project string // id of the row
	On      measure.Date
	Stage   Stage
	Spent   spec.Observed[measure.Money]
	Own     spec.Observed[measure.Money] // allocated by the county's budget 本级财政
	Above   spec.Observed[measure.Money] // from the levels above 上级资金
	Others  spec.Observed[measure.Money] // from firms and society 社会资金
}

// ProjectStatus is where a project stands on a date against what its row says
// (项目进展评估).
type ProjectStatus struct {
	Project Project
	Stage   Stage // as last reported, 0 where nobody did
	On      measure.Date
	Want    Stage        // what the row asks for by Due: a start or the completion
	Due     measure.Date // the last day of the start year, or of the span
	IsDue   bool
	Verdict spec.Verdict
	Spent   spec.Observed[measure.Money]
	Years   []YearSpending
	Falls   bool // a later report tells less money spent than an earlier one
}

// YearSpending is the money that a project spent in a year (年度支出): the last
// report of the year less the last before it.
type YearSpending struct {
	Year  measure.Year
	Spent spec.Observed[measure.Money]
}

// StatusOf returns where a project stands on a date (项目进展评估). A row with a
// start year asks for a start by its last day, one with a span for completion
// by the span's last day, one with neither for nothing. Reports of a later day
// are not read; without a report it is unknown.
func StatusOf(p Project, reports []ProjectReport, asOf measure.Date) ProjectStatus {
	s := ProjectStatus{Project: p}
	switch {
	case !p.Span.IsZero():
		s.Want, s.Due = Completed, p.Span.LastDay()
	case !p.Start.IsZero():
		s.Want, s.Due = Started, p.Start.LastDay()
	}
	s.IsDue = !s.Due.IsZero() && !asOf.Before(s.Due)
	mine := slices.DeleteFunc(slices.Clone(reports), func(r ProjectReport) bool { return r.Project != p.ID || r.On.After(asOf) })
	slices.SortStableFunc(mine, func(a, b ProjectReport) int { return a.On.Compare(b.On) })
	s.spending(mine)
	for _, r := range mine {
		if r.Stage != 0 {
			s.Stage, s.On = r.Stage, r.On
		}
	}
	switch {
	case s.Want == 0:
		s.Verdict = spec.NotApplicable
	case s.Stage == Stopped && s.IsDue:
		s.Verdict = spec.Unmet
	case s.Stage == Stopped || s.Stage == 0:
	case s.Stage >= s.Want:
		s.Verdict = spec.Met
	case s.IsDue:
		s.Verdict = spec.Unmet
	}
	return s
}

// spending reads the money of the reports, the earliest first.
func (s *ProjectStatus) spending(mine []ProjectReport) {
	var before measure.Money
	for i, r := range mine {
		spent, ok := r.Spent.Value()
		if !ok {
			continue
		}
		if last, has := s.Spent.Value(); has && spent.Less(last) {
			s.Falls = true
		}
		s.Spent = r.Spent
		if i+1 < len(mine) && mine[i+1].On.Year() == r.On.Year() {
			continue
		}
		one := YearSpending{Year: r.On.Year()}
		known := one.Year == s.Project.begins() // what is told first was spent in this year alone
		if n := len(s.Years); n > 0 {
			known = s.Years[n-1].Year+1 == one.Year
		}
		if part, err := spent.Sub(before); err == nil && known {
			one.Spent = spec.Exactly(part)
		}
		s.Years = append(s.Years, one)
		before = spent
	}
}

// begins returns the year in which the row says that the project begins, 0 where
// it does not say.
func (p Project) begins() measure.Year {
	if !p.Span.IsZero() {
		return p.Span.From()
	}
	return p.Start
}

// Overspent judges the money spent against the amount of the row (支出是否超出):
// not applicable where the row has none, unknown where nobody told the money.
func (s ProjectStatus) Overspent() spec.Verdict {
	limit, ok := s.Project.Money.High()
	if !ok {
		return spec.NotApplicable
	}
	spent, known := s.Spent.Value()
	switch {
	case !known:
		return spec.Unknown
	case limit.Less(spent):
		return spec.Unmet
	}
	return spec.Met
}
