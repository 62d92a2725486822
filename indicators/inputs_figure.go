package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// inputs adds the figure as one input, as two where it lies between bounds, and
// as none where nothing is known of it; then its other official values.
func (f *YearFigure) inputs(out []spec.Input, i *Indicator, of role) []spec.Input {
	nothing := func(v spec.Value) bool { return !v.Low.Known() && !v.High.Known() }
	if nothing(f.Value) && nothing(f.Table) && len(f.Others) == 0 {
		return out
	}
	name, label, unit := f.Statistic.String(), f.Statistic.row().title, f.Statistic.Unit()
	if f.Statistic == 0 {
		name, label, unit = "value", i.Target.Title, i.Unit()
		if f.Class != "" {
			label = i.className(f.Class)
			if of == eachFigure {
				name += "." + f.Class
			}
		}
	}
	one := func(suffix string, label spec.Text, v measure.Ratio, source spec.Source) spec.Input {
		return spec.Input{Name: string(of) + name + "." + f.Year.String() + suffix, Label: label, Value: f.Statistic.amount(v), Unit: unit, Source: source}
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
	label = spec.Textf("%s in %s", "%s（%s年）", label, f.Year)
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

// widerInput adds the average of a wider area of the figure's year.
func (f *YearFigure) widerInput(out []spec.Input, i *Indicator, of role) []spec.Input {
	if !f.Value.Known() {
		return out
	}
	return append(out, spec.Input{Name: string(of) + "wider." + f.Year.String(), Source: f.Source,
		Label: spec.Textf("average of the wider area in %s", "上级平均值（%s年）", f.Year),
		Value: spec.AmountOf(f.Value.Low, i.Measurand.row().places), Unit: i.Unit()})
}
