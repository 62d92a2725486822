package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// finding says an evaluation in words.
func (e *Evaluation) finding(subject spec.Subject, asOf measure.Date) spec.Finding {
	i, j := e.Indicator, e.Judgement
	f := spec.Finding{
		Rule: i.Measurand.ruleID(), Target: i.Target.ID, Kind: spec.TargetKind, Title: i.Target.Title, Subject: subject,
		Verdict: j.Verdict, Comparison: j.Comparison, Unit: i.Unit(),
		Binding: i.Target.Nature == spec.Binding, Source: i.Target.Source, Readings: e.Readings,
	}
	if !i.Measurand.Valid() {
		f.Rule = ""
	}
	f.Actual, f.Bound, f.Required = e.amounts()
	if j.Gap.Known() {
		f.Gap = spec.AmountOf(j.Gap, i.Measurand.row().places)
	}
	f.Inputs = e.inputs()
	for _, m := range e.Missing {
		f.Missing = append(f.Missing, m.need(i))
	}
	f.Lean(i.Target.Source)
	f.Lean(e.Weak...)
	for k := range e.Figures {
		f.Lean(e.Figures[k].Source)
	}
	f.Reason = spec.Reason{Code: j.Code, Text: e.reason(&f, asOf)}
	return f
}

// amounts returns the actual and the required number so that their printed
// forms stand to each other as the numbers do: first the actual number against
// the exact limit, then the limit against what was printed.
func (e *Evaluation) amounts() (actual spec.Amount, bound spec.Bound, required spec.Amount) {
	places := e.Indicator.Measurand.row().places
	limit := e.Judgement.Required
	value, bound := e.Value.Bound()
	if !value.Known() {
		bound = spec.ExactBound
	}
	if value.Known() {
		actual = spec.AmountAgainst(value, limit, places)
	}
	if limit.Known() {
		required = spec.AmountOf(limit, places)
		if shown, err := measure.ParseRatio(actual.String()); err == nil {
			required = spec.AmountAgainst(limit, shown, places)
		}
	}
	return actual, bound, required
}

// need says what to collect.
func (m Missing) need(i Indicator) spec.Need {
	measurand := i.Measurand
	if m.Target != "" {
		where := m.Target
		if m.Class != "" {
			where += "," + m.Class
		}
		who := i.Owner
		if who.IsZero() {
			who = spec.T("the unit in charge of the target", "目标责任单位")
		}
		return spec.Need{
			Key:      tableYears + ": values[" + where + "," + m.Year.String() + "].value",
			Question: spec.Textf("%s in %s", "%s（%s年）", m.named(i), m.Year),
			Unit:     i.Unit(), Who: who,
		}
	}
	if m.Statistic == 0 {
		return spec.Need{
			Key:      tableYears + ": averages[" + measurand.String() + "," + m.Year.String() + "].value",
			Question: spec.Textf("%s of the wider area in %s", "上级地区%s（%s年）", measurand, m.Year),
			Unit:     i.Unit(), Who: byStatistics(),
		}
	}
	return spec.Need{
		Key:      m.Statistic.Key(m.Year),
		Question: spec.Textf("%s in %s", "%s（%s年）", m.Statistic, m.Year),
		Unit:     m.Statistic.Unit(), Who: m.Statistic.row().who,
	}
}

// said writes what is known of an official value besides its number.
func (o Official) said() spec.Text {
	text := spec.T("another official value", "另一官方数值")
	switch o.Status {
	case spec.Final:
		text = spec.T("another final value", "另一核定数")
	case spec.Provisional:
		text = spec.T("provisional value", "快报数")
	}
	if !o.On.IsZero() {
		text = spec.Textf("%s of %s", "%s（%s）", text, o.On)
	}
	return text
}

func join2(a, b spec.Text) spec.Text { return spec.T(a.EN+": "+b.EN, a.ZH+"："+b.ZH) }

// className returns the name of a class of a target.
func (i *Indicator) className(class string) spec.Text {
	for _, part := range i.Target.Parts {
		if part.Class == class && !part.Title.IsZero() {
			return part.Title
		}
	}
	return spec.T(class, class)
}

// named returns what a value that is missing is of.
func (m Missing) named(i Indicator) spec.Text {
	if m.Class == "" {
		return i.Target.Title
	}
	return join2(i.Target.Title, i.className(m.Class))
}
