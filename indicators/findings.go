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

// inputs lists every number used, the yearly figures first.
func (e *Evaluation) inputs() []spec.Input {
	row := e.Indicator.Measurand.row()
	out := make([]spec.Input, 0, len(e.Figures)+6)
	for i := range e.Figures {
		out = e.Figures[i].inputs(out, &e.Indicator)
	}
	number := func(name string, label spec.Text, v measure.Ratio, unit spec.Unit, places int) {
		if v.Known() {
			out = append(out, spec.Input{Name: name, Label: label, Value: spec.AmountOf(v, places), Unit: unit})
		}
	}
	if e.Base.Known() {
		number("base", spec.T("base", "基数"), e.Base.Low, e.Indicator.Unit(), row.places)
		if e.Value.Known() {
			number("change", spec.T("change against the base", "比基数变化"), ChangeOf(e.Value.Low, e.Base.Low).Mul(measure.Whole(100)), spec.Percent, 2)
		}
	}
	if e.HasMeans && e.Means.OfRatios.Known() && e.Means.Pooled.Known() {
		number("mean_of_ratios", spec.T("mean of each year's rate", "各年比率平均"), e.Means.OfRatios.Low, e.Indicator.Unit(), row.places)
		number("pooled", spec.T("sum over sum", "合计之比"), e.Means.Pooled.Low, e.Indicator.Unit(), row.places)
	}
	if n := e.Period.Len(); e.Over == Total && n > 1 {
		out = append(out, spec.Input{Name: "years", Label: spec.T("years added up", "累计年数"), Value: spec.Whole(n), Unit: spec.Years})
	}
	out = append(out, e.whatIfInputs()...)
	if !e.Deadline.IsZero() {
		out = append(out, spec.Input{Name: "deadline", Label: spec.T("due", "期限"), Text: e.Deadline.String()})
	}
	return out
}

// inputs adds the figure as one input, as two where it lies between bounds, and
// as none where nothing is known of it; then its other official values.
func (f *YearFigure) inputs(out []spec.Input, i *Indicator) []spec.Input {
	nothing := func(v spec.Value) bool { return !v.Low.Known() && !v.High.Known() }
	if nothing(f.Value) && nothing(f.Table) && len(f.Others) == 0 {
		return out
	}
	name, label, unit := f.Statistic.String(), f.Statistic.row().title, f.Statistic.Unit()
	if f.Statistic == 0 {
		name, label, unit = "value", i.Target.Title, i.Unit()
		if f.Class != "" {
			name, label = name+"."+f.Class, i.className(f.Class)
		}
	}
	one := func(suffix string, label spec.Text, v measure.Ratio, source spec.Source) spec.Input {
		return spec.Input{Name: name + "." + f.Year.String() + suffix, Label: label, Value: f.Statistic.amount(v), Unit: unit, Source: source}
	}
	add := func(suffix string, label spec.Text, v spec.Value, source spec.Source) {
		if v.Known() {
			out = append(out, one(suffix, label, v.Low, source))
			return
		}
		if v.Low.Known() {
			out = append(out, one(suffix+".at_least", spec.Textf("%s, at least", "%s，至少", label), v.Low, source))
		}
		if v.High.Known() {
			out = append(out, one(suffix+".at_most", spec.Textf("%s, at most", "%s，至多", label), v.High, source))
		}
	}
	label = spec.Textf("%s, %s", "%s（%s年）", label, f.Year)
	add("", label, f.Value, f.Source)
	switch {
	case nothing(f.Table):
	case f.Counted:
		add(".beside", spec.Textf("%s: stated", "%s：填报数", label), f.Table, f.Source)
	default:
		add(".beside", spec.Textf("%s: counted from %s", "%s：由 %s 统计", label, f.Statistic.row().table), f.Table, f.Source)
	}
	for _, other := range f.Others {
		add(".other", join2(label, other.said()), other.Value, other.Source)
	}
	return out
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

// whatIfInputs says what is left and at which figure the verdict turns, and
// what other readings would say.
func (e *Evaluation) whatIfInputs() []spec.Input {
	var out []spec.Input
	unit, amount := e.Indicator.Unit(), func(n int64) spec.Amount { return spec.Whole(n) }
	if e.HeadroomOf != 0 {
		unit, amount = e.HeadroomOf.Unit(), func(n int64) spec.Amount { return e.HeadroomOf.amount(measure.Whole(n)) }
	}
	if e.HasAllowed && e.Allowed >= 0 {
		out = append(out, spec.Input{Name: "allowed", Label: spec.T("allowed at most, in whole units", "最多允许"), Value: amount(e.Allowed), Unit: unit})
	}
	if e.HasHeadroom {
		out = append(out, spec.Input{Name: "headroom", Label: spec.T("left before the target is lost", "余量"), Value: amount(e.Headroom), Unit: unit})
	}
	if flips := e.Flips(); len(flips) > 0 {
		for i := len(flips) - 1; i >= 0; i-- { // the last numerator says most
			if one := flips[i]; one.Statistic == e.numerator {
				out = append(out, spec.Input{Name: "turns-at." + one.Statistic.String() + "." + one.Year.String(),
					Label: spec.Textf("the verdict turns at this %s, %s", "结论翻转点：%s（%s年）", one.Statistic, one.Year),
					Value: spec.AmountOf(one.Statistic.amount(one.At).Exact(), flipPlaces), Unit: one.Statistic.Unit()})
				break
			}
		}
	}
	for _, other := range e.Otherwise {
		in := spec.Input{Name: other.Used, Label: spec.Textf("required under %s", "按 %s 要求", other.Used), Text: other.Judgement.Verdict.String()}
		if other.Judgement.Required.Known() {
			in.Value, in.Unit = spec.AmountOf(other.Judgement.Required, e.Indicator.Measurand.row().places), e.Indicator.Unit()
		}
		out = append(out, in)
	}
	return out
}

// flipPlaces is how many decimals a turning point is printed with.
const flipPlaces = 4
