package teams

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// rolled is the verdicts of several subjects on their way into one finding.
type rolled struct {
	tally spec.Tally
	noun  spec.Text // what is counted, as professional fields
	done  spec.Text // what is said of those that are met, as have a team
	unit  spec.Unit
	off   []spec.Text // names of those that are unmet
	need  spec.Need   // asked where something is unknown
}

// into fills in verdict, reason, numbers and what is missing.
func (r rolled) into(f *spec.Finding) {
	t := r.tally
	concerned := t.Total() - t.NotApplicable
	f.Verdict, f.Unit = t.Verdict(), r.unit
	f.Inputs = append(f.Inputs, tallied(t, r.noun, r.unit,
		[3]spec.Text{spec.Textf("%s that %s", "%s中%s", r.noun, r.done), spec.T("not so", "不符"), spec.T("not known", "未知")})...)
	switch {
	case t.Total() == 0:
		f.Verdict = spec.NotApplicable
		f.Reason = reason(spec.ReasonNothingToDo, spec.Textf("there are no %s", "没有%s", r.noun))
		return
	case f.Verdict == spec.NotApplicable:
		f.Reason = reason(spec.ReasonNothingToDo, spec.Textf("none of %d %s is concerned%.0[3]s", "%[1]d %[3]s%[2]s均不适用", t.Total(), r.noun, zhUnit(r.unit)))
		return
	}
	f.Comparison, f.Required = spec.NotBelow, spec.Whole(concerned)
	code := spec.ReasonAllMet
	switch f.Verdict {
	case spec.Unmet:
		code = spec.ReasonSomeUnmet
	case spec.Unknown:
		code = spec.ReasonPartial
		if t.Met == 0 {
			code = spec.ReasonNoData
		}
	}
	text := spec.Textf("%[1]d of %[2]d %[3]s %[4]s; not known: %[6]d; not so: %[5]d%.0[7]s", "%[2]d %[7]s%[3]s中 %[1]d %[7]s%[4]s、%[5]d %[7]s不符、%[6]d %[7]s未知",
		t.Met, concerned, r.noun, r.done, t.Unmet, t.Unknown, zhUnit(r.unit))
	if len(r.off) > 0 {
		text = spec.Textf("%s (%s)", "%s：%s", text, listed(r.off))
	}
	f.Reason = reason(code, text)
	if t.Unknown == 0 {
		f.Actual, f.Gap = spec.Whole(t.Met), spec.Whole(t.Unmet)
	} else {
		if t.Met > 0 {
			f.Actual, f.Bound = spec.Whole(t.Met), spec.AtLeastBound
		}
		f.Missing = append(f.Missing, r.need)
	}
}

// tallied lists a tally as inputs: those judged are the sum of the three verdicts
// that words names, and the subjects those and the ones that are not concerned.
func tallied(t spec.Tally, noun spec.Text, unit spec.Unit, words [3]spec.Text) []spec.Input {
	concerned := t.Total() - t.NotApplicable
	if concerned == 0 {
		return []spec.Input{count("subjects", noun, t.Total(), unit)}
	}
	var out []spec.Input
	judged := noun
	if t.NotApplicable > 0 {
		judged = spec.T("concerned", "适用")
		out = []spec.Input{count("subjects", noun, t.Total(), unit), count("not-applicable", spec.T("not concerned", "不适用"), t.NotApplicable, unit)}
	}
	return append(out, count("judged", judged, concerned, unit),
		count("met", words[0], t.Met, unit), count("unmet", words[1], t.Unmet, unit), count("unknown", words[2], t.Unknown, unit))
}

// zhUnit is the Chinese measure word of a unit. The English form of a text takes
// it with %.0s, which prints nothing.
func zhUnit(u spec.Unit) string { return u.In(spec.Chinese) }

// listedMost is how many names a reason writes out.
const listedMost = 6

// listed writes names one after the other, the first few of many.
func listed(names []spec.Text) spec.Text {
	more := len(names) - listedMost
	if more > 0 {
		names = names[:listedMost]
	}
	var en, zh []string
	for _, n := range names {
		en, zh = append(en, n.EN), append(zh, n.ZH)
	}
	out := spec.T(strings.Join(en, ", "), strings.Join(zh, "、"))
	if more > 0 {
		out = spec.Textf("%s and %d more", "%s等另 %d 个", out, more)
	}
	return out
}

// named is a name that a county wrote, which has one form only.
func named(s string) spec.Text { return spec.T(s, s) }

// notSet says that this plan does not speak of something.
func notSet(f *spec.Finding, what spec.Text) {
	f.Verdict = spec.NotApplicable
	f.Reason = reason(spec.ReasonNotInPlan, spec.Textf("this plan does not speak of %s", "本规划未涉及%s", what))
}

// noTable says that a table was not supplied.
func noTable(f *spec.Finding, need spec.Need) {
	f.Reason = reason(spec.ReasonNoData, spec.Textf("%s was not supplied", "未提供 %s", named(need.Key)))
	f.Missing = []spec.Need{need}
}

// asked starts a finding about what a plan asks for or not; ok is false where
// it does not.
func (a *Assessment) asked(rule string, asks spec.Figure[bool], what spec.Text) (f spec.Finding, ok bool) {
	f = a.base(rule)
	if !asks.Known() || !asks.Value {
		notSet(&f, what)
		return f, false
	}
	f.Source = asks.Source
	f.Lean(asks.Source)
	return f, true
}

// count is an input that counts things.
func count(name string, label spec.Text, n int, unit spec.Unit) spec.Input {
	return spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: unit}
}

// days is an input of a plan's number of days, where it sets one.
func days(name string, label spec.Text, n spec.Figure[measure.Count]) []spec.Input {
	if !n.Known() {
		return nil
	}
	return []spec.Input{{Name: name, Label: label, Value: spec.Whole(int64(n.Value)), Unit: spec.Days, Source: n.Source}}
}
