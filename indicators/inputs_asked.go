package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// askedInputs lists what the plan asks for, as it is printed, and how much of
// it is due at a milestone.
func (e *Evaluation) askedInputs(out []spec.Input) []spec.Input {
	if e.Fault != nil || !e.Indicator.Measurand.Valid() {
		return out
	}
	t := &e.Indicator.Target
	if e.milestone != nil {
		t = &e.milestone.printed
		out = e.milestone.inputs(out, e)
	}
	switch t.Form {
	case spec.Both:
		for i := range t.Parts {
			out = e.askedInput(out, &t.Parts[i], t.Source)
		}
	case spec.ByClass:
		for i := range t.Parts {
			if t.Parts[i].Class == e.Class {
				out = e.askedInput(out, &t.Parts[i], t.Source)
			}
		}
	default:
		out = e.askedInput(out, t, t.Source)
	}
	return out
}

// askedInput lists the numbers of one condition.
func (e *Evaluation) askedInput(out []spec.Input, t *spec.Target, source spec.Source) []spec.Input {
	places := e.Indicator.Measurand.row().places
	add := func(name string, label spec.Text, v measure.Ratio, unit spec.Unit, places int) {
		if v.Known() {
			out = append(out, spec.Input{Name: name, Label: label, Value: spec.AmountOf(v, places), Unit: unit, Source: source})
		}
	}
	upper, lower := spec.T("upper limit set by the plan", "规划上限"), spec.T("lower limit set by the plan", "规划下限")
	switch t.Form {
	case spec.Ceiling:
		add("at-most", upper, t.Limit, e.Indicator.Unit(), places)
	case spec.Floor:
		add("at-least", lower, t.Limit, e.Indicator.Unit(), places)
	case spec.Range:
		add("at-least", lower, t.Limit, e.Indicator.Unit(), places)
		add("at-most", upper, t.Upper, e.Indicator.Unit(), places)
	case spec.Zero:
		add("at-most", upper, measure.Whole(0), e.Indicator.Unit(), 0)
	case spec.Change, spec.YearlyChange:
		add("asked-change", spec.T("change asked for by the plan", "规划要求变化幅度"), t.Change.Mul(measure.Whole(100)), spec.Percent, 4)
	case spec.Gain:
		add("gain", spec.T("gain asked for by the plan", "规划要求改善量"), t.Limit, e.Indicator.Unit(), places)
		if e.milestone == nil {
			add("most-gain", spec.T("greatest gain set by the plan", "规划改善量上限"), t.Upper, e.Indicator.Unit(), places)
		}
	}
	return out
}

// whatIfInputs says what is left and at which figure the verdict turns, and
// what other readings would say.
func (e *Evaluation) whatIfInputs(out []spec.Input) []spec.Input {
	unit, amount := e.Indicator.Unit(), func(n int64) spec.Amount { return spec.Whole(n) }
	if e.HeadroomOf != 0 {
		unit, amount = e.HeadroomOf.Unit(), func(n int64) spec.Amount { return e.HeadroomOf.amount(measure.Whole(n)) }
	}
	if e.rest.Known() {
		out = append(out, spec.Input{Name: "rest." + e.Years[len(e.Years)-1].Year.String(), Label: spec.T("rates of the other years added up", "其余各年比率合计"),
			Value: spec.AmountOf(e.rest, e.Indicator.Measurand.row().places), Unit: e.Indicator.Unit()})
	}
	if e.HasAllowed && (e.Allowed >= 0 || e.HasHeadroom) {
		out = append(out, spec.Input{Name: "allowed", Label: spec.T("allowed at most in whole units", "最多允许"), Value: amount(e.Allowed), Unit: unit})
	}
	if e.HasHeadroom {
		if e.countedApart() {
			name := "so-far"
			if e.HeadroomIn != 0 {
				name += "." + e.HeadroomIn.String()
			}
			out = append(out, spec.Input{Name: name, Label: spec.T("counted so far", "已发生"), Value: amount(e.spent), Unit: unit})
		}
		out = append(out, spec.Input{Name: "headroom", Label: spec.T("left before the target is lost", "余量"), Value: amount(e.Headroom), Unit: unit})
	}
	if flips := e.Flips(); len(flips) > 0 {
		for i := len(flips) - 1; i >= 0; i-- { // the last numerator says most
			if one := flips[i]; one.Statistic == e.numerator {
				out = append(out, spec.Input{Name: "turns-at." + one.Statistic.String() + "." + one.Year.String(),
					Label: spec.Textf("turning point of %s in %s", "结论翻转点：%s（%s年）", one.Statistic, one.Year),
					Value: spec.AmountOf(one.Statistic.amount(one.At).Exact(), flipPlaces), Unit: one.Statistic.Unit()})
				break
			}
		}
	}
	for _, other := range e.Otherwise {
		in := spec.Input{Name: other.Used, Label: spec.Textf("required under %s", "按 %s 要求", other.Used), Text: other.Judgement.Verdict.String(), Words: spec.WordsOf(other.Judgement.Verdict)}
		if other.Judgement.Required.Known() {
			in.Value, in.Unit = spec.AmountOf(other.Judgement.Required, e.Indicator.Measurand.row().places), e.Indicator.Unit()
		}
		out = append(out, in)
	}
	return out
}

// flipPlaces is how many decimals a turning point is printed with.
const flipPlaces = 4
