package plans

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) bearersFinding() spec.Finding {
	f := a.finding(RuleDutyBearers, a.provisions.Ledger.Source)
	f.Unit = spec.Items
	duties := a.provisions.Ledger.Duties
	if len(duties) == 0 {
		noLedger(&f)
		return f
	}
	named, assigned := 0, 0
	for _, d := range duties {
		switch {
		case len(d.Bearers) > 0 && !d.Assigned:
			named++
		case d.Assigned:
			assigned++
		}
	}
	f.Inputs = []spec.Input{
		number("duties", spec.T("duties of the ledger", "责任清单事项"), len(duties), spec.Items),
		number("named", spec.T("the clause names who bears it", "条款写明责任主体"), named, spec.Items),
		number("assigned", spec.T("assigned by us from who leads in the field", "本库按牵头领域指定"), assigned, spec.Items),
		number("nobody", spec.T("nobody named and nobody to assign", "未指明且无从指定"), len(duties)-named-assigned, spec.Items),
	}
	leads := a.provisions.Ledger.leads()
	f.Inputs = slices.Grow(f.Inputs, len(leads))
	for _, part := range leads {
		label, name := BearerNames(a.provisions.Ledger.Bearers, nil), "nobody"
		if part.key != "" {
			label, name = bearerName(a.provisions.Ledger.Bearers, part.key), part.key
		}
		f.Inputs = append(f.Inputs, number("lead-"+name, spec.Textf("lead: %s", "牵头：%s", label), part.n, spec.Items))
	}
	f.Actual, f.Comparison, f.Required = spec.Whole(named), spec.NotBelow, spec.Whole(len(duties))
	f.Gap = spec.Whole(len(duties) - named)
	if named == len(duties) {
		decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("all %d duties name a bearer", "%d 项均写明责任主体", named))
		return f
	}
	decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("%d of %d duties name a bearer; %d are assigned by us, %d to nobody",
		"%[2]d 项中 %[1]d 项写明责任主体；本库指定 %[3]d 项，%[4]d 项无从指定", named, len(duties), assigned, len(duties)-named-assigned))
	return f
}

func (a *Assessment) evidenceFinding() spec.Finding {
	f := a.finding(RuleDutyEvidence, a.provisions.Ledger.Source)
	f.Unit = spec.Items
	if len(a.provisions.Ledger.Duties) == 0 {
		noLedger(&f)
		return f
	}
	rows := a.records.Evidence
	if len(rows) == 0 {
		decide(&f, spec.NotApplicable, spec.ReasonNothingToDo, spec.T("there are no rows", "没有填报行"))
		return f
	}
	strange, done, hashed := []string{}, 0, 0
	for _, e := range rows {
		if _, ok := a.provisions.Ledger.Duty(e.Duty); !ok && !a.isEvaluation(e.Duty) {
			strange = append(strange, e.Duty)
		}
		if e.State == Done {
			done++
			if e.Hash != "" {
				hashed++
			}
		}
	}
	f.Inputs = []spec.Input{
		number("rows", spec.T("rows", "填报行"), len(rows), spec.Items),
		number("strange", spec.T("rows that name no duty", "无对应事项的行"), len(strange), spec.Items),
		number("known", spec.T("rows that name a duty", "有对应事项的行"), len(rows)-len(strange), spec.Items),
		number("done", spec.T("rows that say done", "填报为已完成的行"), done, spec.Items),
		number("hashed", spec.T("of these, with the hash of a paper", "其中附佐证哈希的行"), hashed, spec.Items),
	}
	f.Actual, f.Comparison, f.Required = spec.Whole(len(rows)-len(strange)), spec.NotBelow, spec.Whole(len(rows))
	f.Gap = spec.Whole(len(strange))
	if len(strange) > 0 {
		decide(&f, spec.Unmet, spec.ReasonDisagrees, spec.Textf("%d of %d rows name no duty, as %s", "%[2]d 行中 %[1]d 行无对应事项，如 %[3]s",
			len(strange), len(rows), spec.Shorten(strange[0])))
		return f
	}
	decide(&f, spec.Met, spec.ReasonAgrees, spec.Textf("all %d rows name a duty; %d of %d done carry the hash of a paper",
		"%d 行均有对应事项；已完成 %[3]d 行中 %[2]d 行附佐证哈希", len(rows), hashed, done))
	return f
}

func (a *Assessment) isEvaluation(id string) bool {
	for _, e := range a.provisions.Evaluations {
		if e.ID == id {
			return true
		}
	}
	return false
}

// dutyUnits is one finding a duty.
func (a *Assessment) dutyUnits() []spec.Finding {
	var out []spec.Finding
	for _, s := range a.Ledger.Duties {
		d := s.Duty
		rule := RuleDutiesDue
		switch {
		case d.When.Rhythm.IsStanding():
			rule = RuleDutiesStanding
		case s.NoInterval:
			rule = RuleDutiesRegular
		}
		f := a.finding(rule, d.Source)
		f.Kind, f.Target, f.Title = spec.DutyKind, d.ID, d.Action
		f.Lean(d.clock())
		who := BearerNames(a.provisions.Ledger.Bearers, d.Bearers)
		f.Inputs = []spec.Input{
			{Name: "bearers", Label: spec.Textf("by: %s", "责任主体：%s", who), Text: strings.Join(d.Bearers, ", ")},
			{Name: "when", Label: spec.Textf("how often: %s", "频次：%s", d.When.Rhythm), Text: d.When.Rhythm.String(), Source: d.WhenFrom},
			{Name: "evidence", Label: spec.Textf("evidence: %s", "佐证：%s", d.Evidence)},
		}
		if n := len(s.Occurrences); n > 0 {
			f.Inputs = append(f.Inputs, number("occurrences", spec.T("occurrences so far", "已开始期次"), n, spec.Occurrences),
				number("overdue", spec.T("overdue", "逾期期次"), len(s.Overdue()), spec.Occurrences),
				spec.Input{Name: "due", Label: spec.T("last due day", "最近到期日"), Text: s.Occurrences[n-1].Due.String()})
		}
		f.Verdict = s.Verdict
		a.dutyReason(&f, s)
		out = append(out, f)
	}
	return out
}

func (a *Assessment) dutyReason(f *spec.Finding, s DutyStatus) {
	need := spec.Need{Key: dutiesTable + ": " + s.Duty.ID, Question: spec.Textf("is this done, when, and what shows it: %s", "是否完成、何时完成、有何佐证：%s", s.Duty.Action),
		Who: BearerNames(a.provisions.Ledger.Bearers, s.Duty.Bearers)}
	switch {
	case s.NoInterval:
		f.Verdict = spec.Unknown
		f.Reason = spec.Reason{Code: spec.ReasonUndefined, Text: spec.T("the clause says regularly and gives no interval", "条款为“定期”，未写明周期")}
		f.Missing = []spec.Need{{Key: ReadingRegularInterval, Question: spec.Textf("how often is it done: %s", "周期为何：%s", s.Duty.Action), Who: need.Who}}
	case s.NotDue:
		f.Reason = spec.Reason{Code: spec.ReasonNotDue, Text: spec.T("not due yet", "尚未到期")}
	case s.Verdict == spec.Met:
		f.Reason = spec.Reason{Code: spec.ReasonAllMet, Text: spec.T("shown as done", "已完成")}
	case s.Verdict == spec.Unmet:
		f.Reason = spec.Reason{Code: spec.ReasonSomeUnmet, Text: spec.T("not done in at least one occurrence, or lapsed", "至少一个期次未完成，或已失效")}
	case s.Verdict == spec.NotApplicable:
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("does not concern the county", "不适用于本县")}
	default:
		f.Reason = spec.Reason{Code: spec.ReasonNotAssessed, Text: spec.T("nobody showed it either way", "未填报")}
		f.Missing = []spec.Need{need}
	}
}

// lastOf returns the last evidence of something by a date.
func lastOf(evidence []DutyEvidence, id string, asOf measure.Date) DutyEvidence {
	var last DutyEvidence
	for _, e := range evidence {
		if e.Duty == id && !e.On.After(asOf) && (last.State == 0 || e.supersedes(last)) {
			last = e
		}
	}
	return last
}
