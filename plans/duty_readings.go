package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The ids of the readings of the ledger and of their options. They are
// permanent.
const (
	ReadingUndatedDuty     = "plans.undated-duty"
	UndatedByPeriodEnd     = "period-end"
	UndatedOpen            = "open"
	ReadingRegularInterval = "plans.regular-interval"
	RegularUndefined       = "undefined"
	ReadingDutyBeforeIssue = "plans.duty-before-issue"
)

func undatedDuty() spec.Reading {
	return spec.Reading{
		ID:       ReadingUndatedDuty,
		Question: spec.T("when a task without a date is due", "未写明期限的任务何时到期"),
		Default:  UndatedByPeriodEnd,
		Options: []spec.Option{
			{ID: UndatedByPeriodEnd, Text: spec.T("on the last day of the plan's period: the plan is a plan for these years", "规划期最后一日：规划所列任务为规划期任务")},
			{ID: UndatedOpen, Text: spec.T("never: no date, no due date", "不到期：未定期限即无到期日")},
		},
		Source: clause("三"),
	}
}

func regularInterval() spec.Reading {
	return spec.Reading{
		ID:       ReadingRegularInterval,
		Question: spec.T("how often is regularly (定期), where the clause gives no interval", "“定期”未写明周期时按何周期"),
		Default:  RegularUndefined,
		Options: []spec.Option{
			{ID: RegularUndefined, Text: spec.T("not defined: such a duty never comes due", "未定义：不产生到期日")},
			{ID: Yearly.String(), Text: spec.T("every year", "每年一次")},
			{ID: HalfYearly.String(), Text: spec.T("every half-year", "每半年一次")},
			{ID: Quarterly.String(), Text: spec.T("every quarter", "每季度一次")},
		},
		Source: clause("三（一）3"),
	}
}

func dutyBeforeIssue() spec.Reading {
	return spec.Reading{
		ID:       ReadingDutyBeforeIssue,
		Question: spec.T("are duties asked for in times that ended before the plan was issued", "规划印发之前已经结束的期次是否要求履职"),
		Default:  BeforeIssueCounts,
		Options: []spec.Option{
			{ID: BeforeIssueCounts, Text: spec.T("yes, the plan is for the whole period", "要求：规划覆盖整个规划期")},
			{ID: BeforeIssueExcluded, Text: spec.T("no, a plan cannot assign a duty for a time already over", "不要求：规划不能为已经结束的时段设定任务")},
		},
		Source: clause("文首"),
	}
}

// ledgerClock is what duties are judged with under the readings chosen. The
// function returned names the readings that a ledger rests on.
func ledgerClock(p Provisions, r Records, asOf measure.Date, choices spec.Choices) (clockwork, func(DutyLedger) []string, bool) {
	w := clockwork{period: p.Period, asOf: asOf}
	if r.HasEvidence {
		w.complete = r.EvidenceComplete // a table that was not supplied cannot be complete
	}
	undated, regular, before := choices.Of(undatedDuty()), choices.Of(regularInterval()), choices.Of(dutyBeforeIssue())
	if undated == UndatedByPeriodEnd {
		w.undated = p.Period.LastDay()
	}
	if regular != RegularUndefined {
		w.interval, _ = ParseRhythm(regular)
	}
	if before == BeforeIssueExcluded && p.Issued.Known() {
		w.from = p.Issued.Value
	}
	valid := undatedDuty().Has(undated) && regularInterval().Has(regular) && dutyBeforeIssue().Has(before)
	return w, func(l DutyLedger) []string {
		var out []string
		used := map[Rhythm]bool{}
		periodic := false
		for i := range l.Duties {
			rhythm := l.Duties[i].When.Rhythm
			used[rhythm] = true
			periodic = periodic || rhythm.IsPeriodic()
		}
		if periodic && p.Issued.Known() && p.Issued.Value.After(p.Period.FirstDay()) {
			out = append(out, spec.Used(dutyBeforeIssue(), before))
		}
		if used[Regular] {
			out = append(out, spec.Used(regularInterval(), regular))
		}
		if used[Undated] {
			out = append(out, spec.Used(undatedDuty(), undated))
		}
		return out
	}, valid
}
