package plans

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// dutyFindings are the findings of the ledger, rolled up.
func (a *Assessment) dutyFindings() []spec.Finding {
	return []spec.Finding{
		a.rolledDuties(RuleDutiesDue, func(s *DutyStatus) bool { return !s.Duty.When.Rhythm.IsStanding() && !s.NotDue && !s.NoInterval }),
		a.rolledDuties(RuleDutiesStanding, func(s *DutyStatus) bool { return s.Duty.When.Rhythm.IsStanding() }),
		a.regularFinding(), a.overdueFinding(), a.bearersFinding(), a.bearerNamesFinding(), a.evidenceFinding(), a.evaluationsFinding(), a.departmentsFinding(),
	}
}

// decide gives a finding its verdict and reason.
func decide(f *spec.Finding, verdict spec.Verdict, code string, text spec.Text) {
	f.Verdict, f.Reason = verdict, spec.Reason{Code: code, Text: text}
}

// nothingYet takes away the numbers of an unknown finding to which nothing was
// counted: unknown is not zero.
func nothingYet(actual, gap spec.Amount, bound spec.Bound, counted int) (spec.Amount, spec.Amount, spec.Bound) {
	if counted == 0 {
		return spec.Amount{}, spec.Amount{}, spec.ExactBound
	}
	return actual, gap, bound
}

// noLedger says that this plan has no ledger.
func noLedger(f *spec.Finding) {
	decide(f, spec.NotApplicable, spec.ReasonNotInPlan, spec.T("this plan has no duty ledger", "本规划没有责任清单"))
}

// number is one input that is a count.
func number[T ~int | ~int64](name string, label spec.Text, n T, unit spec.Unit) spec.Input {
	return spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: unit}
}

// evidenceNeed asks for the evidence of duties.
func evidenceNeed(open int) spec.Need {
	return spec.Need{Key: dutiesTable, Unit: spec.Items,
		Question: spec.Textf("for each duty of the ledger: the day it was done, or lapsed, and the hash of the paper that shows it (%d open)",
			"责任清单各事项的完成（或失效）日期和佐证材料的哈希值（%d 项未填报）", open),
		Who: spec.T("each bearer; county work safety and disaster reduction committee offices", "各责任主体；县安委会办公室、县减灾委办公室")}
}

// ledgerReadings says which readings the ledger's findings rest on; ok is false
// where one of them was chosen wrongly.
func (a *Assessment) ledgerReadings(f *spec.Finding) bool {
	f.Readings = a.Ledger.Readings
	if a.Ledger.Valid {
		return true
	}
	decide(f, spec.Unknown, spec.ReasonInvalidChoice, spec.Textf("one of %s is no option", "%s 中有不可选的解读", strings.Join(a.Ledger.Readings, ", ")))
	return false
}

// rolledDuties rolls up the duties of one sort.
func (a *Assessment) rolledDuties(id string, is func(*DutyStatus) bool) spec.Finding {
	f := a.finding(id, a.provisions.Ledger.Source)
	f.Unit = spec.Items
	if len(a.provisions.Ledger.Duties) == 0 {
		noLedger(&f)
		return f
	}
	if id == RuleDutiesDue && !a.ledgerReadings(&f) {
		return f
	}
	var t spec.Tally
	var later, late int
	var first, firstOpen spec.Text
	for i := range a.Ledger.Duties {
		s := &a.Ledger.Duties[i]
		if id == RuleDutiesDue && s.NotDue {
			later++
		}
		if !is(s) {
			continue
		}
		f.Lean(s.Duty.clock())
		t.Add(s.Verdict)
		switch {
		case s.Verdict == spec.Unmet && first.IsZero():
			first = s.Duty.Action
		case s.Verdict == spec.Unknown && firstOpen.IsZero():
			firstOpen = s.Duty.Action
		}
		for _, o := range s.Occurrences {
			if o.Late {
				late++
				break
			}
		}
	}
	f.Inputs = []spec.Input{
		number("duties", spec.T("duties of the ledger", "责任清单事项"), len(a.Ledger.Duties), spec.Items),
		number("concerned", spec.T("duties that this is about", "本项涉及事项"), t.Total(), spec.Items),
		number("met", spec.T("shown as done", "已完成"), t.Met, spec.Items),
		number("unmet", spec.T("not done or lapsed", "未完成或已失效"), t.Unmet, spec.Items),
		number("unknown", spec.T("not shown either way", "未填报"), t.Unknown, spec.Items),
		number("waived", spec.T("do not apply", "不适用"), t.NotApplicable, spec.Items),
	}
	if id == RuleDutiesDue {
		f.Inputs = append(f.Inputs, number("later", spec.T("not due yet", "尚未到期"), later, spec.Items),
			number("late", spec.T("done late at least once", "曾逾期完成"), late, spec.Items))
	}
	if t.Total() == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("no duty of the sort by the date", "截至该日没有此类事项"))
		return f
	}
	applicable := t.Total() - t.NotApplicable
	f.Actual, f.Comparison, f.Required = spec.Whole(t.Met), spec.NotBelow, spec.Whole(applicable)
	f.Gap = spec.Whole(applicable - t.Met)
	if t.Unknown > 0 {
		f.Bound = spec.AtLeastBound
		f.Missing = []spec.Need{evidenceNeed(t.Unknown)}
	}
	switch t.Verdict() {
	case spec.Met:
		decide(&f, spec.Met, spec.ReasonAllMet, spec.Textf("all %d duties are done", "%d 项均已完成", applicable))
	case spec.Unmet:
		decide(&f, spec.Unmet, spec.ReasonSomeUnmet, spec.Textf("%d done, %d not done or lapsed, %d not shown; the first: %s",
			"已完成 %d 项，未完成或失效 %d 项，未填报 %d 项；首项：%s", t.Met, t.Unmet, t.Unknown, first))
	case spec.NotApplicable:
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("none of them applies", "均不适用"))
	default:
		code := spec.ReasonPartial
		if !a.records.HasEvidence {
			code = spec.ReasonNoData
		}
		f.Actual, f.Gap, f.Bound = nothingYet(f.Actual, f.Gap, f.Bound, t.Met)
		decide(&f, spec.Unknown, code, spec.Textf("%d of %d duties have no evidence, as: %s", "%[2]d 项中 %[1]d 项没有佐证，如：%[3]s", t.Unknown, t.Total(), firstOpen))
	}
	return f
}

func (a *Assessment) regularFinding() spec.Finding {
	f := a.finding(RuleDutiesRegular, a.provisions.Ledger.Source)
	if len(a.provisions.Ledger.Duties) == 0 {
		noLedger(&f)
		return f
	}
	n, shown := 0, 0
	for i := range a.Ledger.Duties {
		s := &a.Ledger.Duties[i]
		if s.Duty.When.Rhythm != Regular {
			continue
		}
		n++
		if s.Last.State == Done {
			shown++
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "duty-" + s.Duty.ID, Label: s.Duty.Action, Text: s.Duty.Source.Place})
	}
	f.Inputs = append(f.Inputs, number("shown", spec.T("of them with evidence", "其中有佐证"), shown, spec.Items))
	for _, used := range a.Ledger.Readings {
		if strings.HasPrefix(used, ReadingRegularInterval+"=") {
			f.Readings = []string{used}
		}
	}
	f.Actual, f.Unit = spec.Whole(n), spec.Items
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%d duties at intervals not given; evidence of %d; no standard judges it",
		"%d 项未写明周期，其中 %d 项有佐证；无判定标准", n, shown))
	return f
}

func (a *Assessment) overdueFinding() spec.Finding {
	f := a.finding(RuleDutiesOverdue, a.provisions.Ledger.Source)
	f.Unit = spec.Items
	if len(a.provisions.Ledger.Duties) == 0 {
		noLedger(&f)
		return f
	}
	if !a.ledgerReadings(&f) {
		return f
	}
	due := 0
	var failed, open overdueCount
	for i := range a.Ledger.Duties {
		s := &a.Ledger.Duties[i]
		before := failed.occurrences + open.occurrences
		for _, o := range s.Occurrences {
			switch {
			case !o.IsDue:
				continue
			case o.Verdict == spec.Unmet:
				failed.add(&s.Duty, o)
			case o.Verdict == spec.Unknown:
				open.add(&s.Duty, o)
			}
			due++
		}
		if failed.occurrences+open.occurrences > before {
			f.Lean(s.Duty.clock())
		}
	}
	f.Inputs = []spec.Input{
		number("due", spec.T("occurrences that have come due", "已到期期次"), due, spec.Occurrences),
		number("closed", spec.T("occurrences done or waived", "已完成或免除期次"), due-failed.occurrences-open.occurrences, spec.Occurrences),
		number("failed", spec.T("occurrences shown as not done", "确认未完成期次"), failed.occurrences, spec.Occurrences),
		number("open", spec.T("occurrences not shown either way", "未填报期次"), open.occurrences, spec.Occurrences),
		number("failed-duties", spec.T("duties with an occurrence not done", "有未完成期次的事项"), failed.duties, spec.Items),
		number("open-duties", spec.T("duties with an occurrence not shown", "有未填报期次的事项"), open.duties, spec.Items),
	}
	f.Actual, f.Comparison, f.Required, f.Gap = spec.Whole(failed.duties), spec.NotAbove, spec.Whole(0), spec.Whole(failed.duties)
	if open.occurrences > 0 {
		f.Bound = spec.AtLeastBound
		f.Missing = []spec.Need{evidenceNeed(open.duties)}
	}
	switch {
	case due == 0:
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("nothing has come due by the date", "截至该日没有到期期次"))
	case failed.occurrences > 0:
		decide(&f, spec.Unmet, spec.ReasonSomeUnmet, spec.Textf("%d duties are overdue in %d of %d occurrences due, %d more are not shown; the longest, due %s: %s",
			"%d 项逾期（已到期 %[3]d 期，其中 %[2]d 期确认未完成），另有 %[4]d 期未填报；最早一项（%[5]s 到期）：%[6]s",
			failed.duties, failed.occurrences, due, open.occurrences, failed.due, failed.action))
	case open.occurrences > 0:
		code := spec.ReasonPartial
		if !a.records.HasEvidence {
			code = spec.ReasonNoData
		}
		f.Actual, f.Gap, f.Bound = nothingYet(f.Actual, f.Gap, f.Bound, 0)
		decide(&f, spec.Unknown, code, spec.Textf("%[2]d of %[1]d occurrences due are not shown as done; they are of %[3]d duties", "已到期 %[1]d 期，其中 %[2]d 期未填报，涉及 %[3]d 项",
			due, open.occurrences, open.duties))
	default:
		decide(&f, spec.Met, spec.ReasonAllMet, spec.Textf("all %d occurrences due are done or waived", "已到期 %d 期，均已完成或免除", due))
	}
	return f
}

// overdueCount counts overdue occurrences and the duties that they belong to,
// duty by duty, and keeps the one that has been due longest.
type overdueCount struct {
	occurrences int
	duties      int
	last        string // id of the duty counted last
	action      spec.Text
	due         measure.Date
}

func (c *overdueCount) add(d *Duty, o OccurrenceStatus) {
	if c.last != d.ID {
		c.duties, c.last = c.duties+1, d.ID
	}
	if c.occurrences == 0 || o.Due.Before(c.due) {
		c.action, c.due = d.Action, o.Due
	}
	c.occurrences++
}
