package plans

import (
	"github.com/county-emergency/emergency/spec"
)

// tallied is many verdicts of one kind told as one finding (汇总结论).
type tallied struct {
	tally     spec.Tally
	unit      spec.Unit
	good, bad spec.Text   // as "have a plan in force" and "have none"
	unmet     []spec.Text // names behind the verdicts
	unknown   []spec.Text
	partial   bool // the list that was judged may not be whole
}

// add counts one verdict under a name.
func (t *tallied) add(v spec.Verdict, name spec.Text) {
	t.tally.Add(v)
	switch v {
	case spec.Unmet:
		t.unmet = append(t.unmet, name)
	case spec.Unknown:
		t.unknown = append(t.unknown, name)
	}
}

// tell puts the verdict of all, the counts and the reason into a finding. What
// is not applicable is not counted. A list that may not be whole is never met.
func (t tallied) tell(f *spec.Finding) {
	judged := t.tally.Met + t.tally.Unmet + t.tally.Unknown
	f.Unit, f.Comparison, f.Required = t.unit, spec.NotBelow, spec.Whole(judged)
	f.Actual = spec.Whole(t.tally.Met)
	f.Verdict = t.tally.Verdict()
	f.Inputs = append(f.Inputs, t.counts(judged)...)
	switch {
	case t.partial && f.Verdict != spec.Unmet:
		f.Verdict = spec.Unknown
	case judged == 0:
		f.Verdict = spec.NotApplicable
	}
	if t.tally.Unknown == 0 && !t.partial {
		f.Gap = spec.Whole(t.tally.Unmet)
	} else {
		f.Bound = spec.AtLeastBound
	}
	switch {
	case judged == 0:
		f.Actual, f.Required, f.Comparison, f.Gap, f.Bound = spec.Amount{}, spec.Amount{}, 0, spec.Amount{}, spec.ExactBound
		if t.partial {
			f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.T("nothing to judge is on record", "没有可供判定的记录")}
			return
		}
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("there is nothing of the kind", "没有此类对象")}
	case t.tally.Unmet > 0:
		f.Reason = spec.Reason{Code: spec.ReasonSomeUnmet, Text: spec.Textf("%d of %d %s, as %s",
			"%[2]d 项中 %[1]d 项%[3]s，如：%[4]s", t.tally.Unmet, judged, t.bad, first(t.unmet))}
		if t.tally.Unknown > 0 {
			f.Reason.Text.EN += spec.Textf("; not known: %d", "", t.tally.Unknown).EN
			f.Reason.Text.ZH += spec.Textf("", "；%d 项情况不明", t.tally.Unknown).ZH
		}
	case t.tally.Unknown > 0:
		f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: spec.Textf("%d of %d %s; not known: %d, as %s",
			"%[2]d 项中 %[1]d 项%[3]s；%[4]d 项情况不明，如：%[5]s", t.tally.Met, judged, t.good, t.tally.Unknown, first(t.unknown))}
		if t.tally.Met == 0 {
			f.Actual, f.Bound = spec.Amount{}, spec.ExactBound
			f.Reason = spec.Reason{Code: spec.ReasonNoData, Text: spec.Textf("of none of %d is it known whether they %s, as %s",
				"%d 项是否%s均不明，如：%s", judged, t.good, first(t.unknown))}
		}
	case t.partial:
		f.Reason = spec.Reason{Code: spec.ReasonPartial, Text: spec.Textf("all %d on record %s; there may be more",
			"已知 %d 项均%s；可能还有其他对象", judged, t.good)}
	default:
		f.Reason = spec.Reason{Code: spec.ReasonAllMet, Text: spec.Textf("all %d %s", "%d 项均%s", judged, t.good)}
	}
}

// counts are the verdicts behind the finding, none where nothing was judged.
func (t tallied) counts(judged int) []spec.Input {
	if judged == 0 {
		return nil
	}
	return []spec.Input{
		count("judged", spec.T("judged", "纳入判定"), judged, t.unit),
		count("met", spec.T("met", "符合"), t.tally.Met, t.unit),
		count("unmet", spec.T("unmet", "不符"), t.tally.Unmet, t.unit),
		count("unknown", spec.T("unknown", "未知"), t.tally.Unknown, t.unit),
	}
}

// tallyDerivations are how the values of a rolled-up finding come about: what is
// judged from its verdicts.
func tallyDerivations() []spec.Derivation {
	return []spec.Derivation{
		{Of: "judged", Is: "met + unmet + unknown"},
		{Of: "required", Is: "judged"},
		{Of: "actual", Is: "met"},
	}
}

// groupedDerivations are the same where what is required and what is met are
// added up from groups.
func groupedDerivations() []spec.Derivation {
	return []spec.Derivation{
		{Of: "judged", Is: "met + unmet + unknown"},
		{Of: "met", Is: "sum(**.met)"},
		{Of: "required", Is: "sum(**.judged)"},
		{Of: "actual", Is: "met"},
	}
}

// first returns the first name that says something.
func first(names []spec.Text) spec.Text {
	for _, name := range names {
		if !name.IsZero() {
			return spec.T(spec.Shorten(name.EN), spec.Shorten(name.ZH))
		}
	}
	return same("—")
}

// same is a name that both languages share, as an id or a name as the county
// writes it.
func same(s string) spec.Text { return spec.T(s, s) }

// notInPlan says that this five-year plan does not ask for it.
func notInPlan(f *spec.Finding, what spec.Text) {
	f.Verdict = spec.NotApplicable
	f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.Textf("this plan does not ask for %s", "本规划未要求%s", what)}
}

// bureau is who in the county knows about plans and drills.
func bureau() spec.Text { return spec.T("county emergency management bureau", "县应急管理局") }

// need is data to collect about plans, drills and responses.
func need(key string, unit spec.Unit, question spec.Text) spec.Need {
	return spec.Need{Key: key, Unit: unit, Question: question, Who: bureau()}
}

// count is a count among the inputs of a finding.
func count(name string, label spec.Text, n int, unit spec.Unit) spec.Input {
	return spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: unit}
}
