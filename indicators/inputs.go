package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// role is what a yearly figure is in the calculation shown. It stands before
// the name of the figure.
type role string

const (
	judgedFigure role = ""       // of the years that make the value
	baseFigure   role = "base."  // of the years that the value is held against
	eachFigure   role = "each."  // of a year or class that is judged for itself and does not decide
	startFigure  role = "start." // of the year from which a milestone is counted
)

// role returns what the i-th figure is.
func (e *Evaluation) role(i int) role {
	f := &e.Figures[i]
	switch {
	case e.Indicator.Target.Form == spec.ByClass:
		switch {
		case f.Class != e.Class:
			return eachFigure
		case f.Year != e.Years[0].Year:
			return baseFigure
		}
	case e.Indicator.Target.Form == spec.YearlyChange:
		switch {
		case f.Year == e.changedFrom():
			return baseFigure
		case f.Year != e.Year:
			return eachFigure
		}
	case i < e.baseCount:
		return baseFigure
	case e.Over == EachYear && f.Year != e.Year:
		return eachFigure
	}
	return judgedFigure
}

// changedFrom returns the year that a change every year is about: the one
// before the year that decides.
func (e *Evaluation) changedFrom() measure.Year {
	before := e.BaseYears[0].Year
	for i := range e.Years {
		if e.Years[i].Year == e.Year {
			return before
		}
		before = e.Years[i].Year
	}
	return before
}

// inputs lists every number used in the order of the formula: the yearly
// figures, base first; the base; what the target asks for; what is left.
func (e *Evaluation) inputs() []spec.Input {
	row := e.Indicator.Measurand.row()
	unit := e.Indicator.Unit()
	out := make([]spec.Input, 0, len(e.Figures)+12)
	for i := range e.Figures {
		out = e.Figures[i].inputs(out, &e.Indicator, e.role(i))
	}
	for i := range e.wider {
		of := judgedFigure
		if e.Over == EachYear && e.wider[i].Year != e.Year {
			of = eachFigure
		}
		out = e.wider[i].widerInput(out, &e.Indicator, of)
	}
	number := func(name string, label spec.Text, v measure.Ratio, unit spec.Unit, places int) {
		if v.Known() {
			out = append(out, spec.Input{Name: name, Label: label, Value: spec.AmountOf(v, places), Unit: unit})
		}
	}
	years := func(name string, label spec.Text, n int) {
		out = append(out, spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: spec.Years})
	}
	if e.statedBase {
		out = append(out, spec.Input{Name: "base-stated", Label: spec.T("base stated by the plan", "规划所载基数"),
			Value: spec.AmountOf(e.Base.Low, row.places), Unit: unit, Source: e.Indicator.Target.Source})
	}
	if n := len(e.BaseYears); n > 1 && e.baseCount > 0 && e.Over != Total && e.Indicator.Target.Form != spec.YearlyChange {
		years("base-years", spec.T("years of the base", "基期年数"), n)
	}
	if e.Base.Known() {
		number("base", spec.T("base", "基数"), e.Base.Low, unit, row.places)
	}
	switch n := len(e.Years); {
	case e.Over == Total && n > 1:
		years("years", spec.T("years added up", "累计年数"), n)
	case e.Over == YearlyMean:
		years("mean-years", spec.T("years of the mean", "年均年数"), n)
	}
	if e.HasMeans && e.Means.OfRatios.Known() && e.Means.Pooled.Known() {
		number("mean_of_ratios", spec.T("mean of each year's rate", "各年比率平均"), e.Means.OfRatios.Low, unit, row.places)
		number("pooled", spec.T("sum over sum", "合计之比"), e.Means.Pooled.Low, unit, row.places)
	}
	if e.Over == Total && row.denominator != 0 && e.Value.Known() {
		number("pooled", spec.T("sum over sum", "合计之比"), e.Value.Low, unit, row.places)
	}
	if e.Base.Known() && e.Value.Known() {
		number("change", spec.T("change against the base", "比基数变化"), ChangeOf(e.Value.Low, e.Base.Low).Mul(measure.Whole(100)), spec.Percent, 2)
	}
	out = e.askedInputs(out)
	out = e.whatIfInputs(out)
	if !e.Deadline.IsZero() {
		out = append(out, spec.Input{Name: "deadline", Label: spec.T("due", "期限"), Text: e.Deadline.String()})
	}
	return out
}
