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
		Verdict: j.Verdict, Comparison: j.Comparison, Unit: i.Measurand.Unit(),
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
		f.Missing = append(f.Missing, m.need(i.Measurand))
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
func (m Missing) need(measurand Measurand) spec.Need {
	if m.Statistic == 0 {
		return spec.Need{
			Key:      tableYears + ": averages[" + measurand.String() + "," + m.Year.String() + "].value",
			Question: spec.Textf("%s of the wider area in %s", "上级地区%s（%s年）", measurand, m.Year),
			Unit:     measurand.Unit(), Who: byStatistics(),
		}
	}
	return spec.Need{
		Key:      m.Statistic.Key(m.Year),
		Question: spec.Textf("%s in %s", "%s（%s年）", m.Statistic, m.Year),
		Unit:     m.Statistic.Unit(), Who: m.Statistic.row().who,
	}
}

// inputs lists every number used, the yearly figures first.
func (e *Evaluation) inputs() []spec.Input {
	m := e.Indicator.Measurand
	row := m.row()
	out := make([]spec.Input, 0, len(e.Figures)+6)
	for i := range e.Figures {
		out = append(out, e.Figures[i].inputs()...)
	}
	number := func(name string, label spec.Text, v measure.Ratio, unit spec.Unit, places int) {
		if v.Known() {
			out = append(out, spec.Input{Name: name, Label: label, Value: spec.AmountOf(v, places), Unit: unit})
		}
	}
	if e.Base.Known() {
		number("base", spec.T("base", "基数"), e.Base.Low, m.Unit(), row.places)
		if e.Value.Known() {
			number("change", spec.T("change against the base", "比基数变化"), ChangeOf(e.Value.Low, e.Base.Low).Mul(measure.Whole(100)), spec.Percent, 2)
		}
	}
	if e.HasMeans && e.Means.OfRatios.Known() && e.Means.Pooled.Known() {
		number("mean_of_ratios", spec.T("mean of each year's rate", "各年比率平均"), e.Means.OfRatios.Low, m.Unit(), row.places)
		number("pooled", spec.T("sum over sum", "合计之比"), e.Means.Pooled.Low, m.Unit(), row.places)
	}
	if e.HasAllowed {
		number("allowed", spec.T("allowed at most, in whole units", "最多允许"), measure.Whole(e.Allowed), m.Unit(), 0)
	}
	if e.HasHeadroom {
		number("headroom", spec.T("left before the target is lost", "余量"), measure.Whole(e.Headroom), m.Unit(), 0)
	}
	if !e.Deadline.IsZero() {
		out = append(out, spec.Input{Name: "deadline", Label: spec.T("due", "期限"), Text: e.Deadline.String()})
	}
	return out
}

// inputs returns the figure as one input, as two where it lies between bounds,
// and as none where nothing is known of it.
func (f *YearFigure) inputs() []spec.Input {
	s := f.Statistic
	one := func(suffix string, label spec.Text, v measure.Ratio) spec.Input {
		return spec.Input{Name: s.String() + "." + f.Year.String() + suffix, Label: label, Value: s.amount(v), Unit: s.Unit(), Source: f.Source}
	}
	if f.Value.Known() {
		return []spec.Input{one("", spec.Textf("%s, %s", "%s（%s年）", s, f.Year), f.Value.Low)}
	}
	var out []spec.Input
	if f.Value.Low.Known() {
		out = append(out, one(".at_least", spec.Textf("%s, %s, at least", "%s（%s年），至少", s, f.Year), f.Value.Low))
	}
	if f.Value.High.Known() {
		out = append(out, one(".at_most", spec.Textf("%s, %s, at most", "%s（%s年），至多", s, f.Year), f.Value.High))
	}
	return out
}
