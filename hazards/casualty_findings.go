package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) changesFinding() spec.Finding {
	f := a.finding(casualtyChanges())
	f.Unit = spec.Events
	if !a.accidents(&f, "casualties.csv", a.records.HasCasualties,
		spec.T("every change of casualties after the first report, with its date; an empty table says there was none",
			"首次报告后每次伤亡变化及其日期；空表表示没有变化")) {
		return f
	}
	c := a.Cases.Changes
	f.Actual = spec.Whole(int64(c.Inside + c.Late))
	for _, in := range []struct {
		name  string
		label spec.Text
		n     measure.Count
	}{
		{"inside", spec.T("inside the window", "期限内"), c.Inside},
		{"late", spec.T("after the window", "期限后"), c.Late},
		{"raised", spec.T("accidents whose grade rose", "等级上升的事故"), c.Raised},
	} {
		f.Inputs = append(f.Inputs, spec.Input{Name: in.name, Label: in.label, Value: spec.Whole(int64(in.n)), Unit: spec.Events, Source: f.Source})
	}
	if !a.IncidentsWhole {
		f.Bound = spec.AtLeastBound
		needWhole(&f, "incidents", "incidents.csv")
	}
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf(
		"changes inside the window, which count: %d; after it, which do not: %d; accidents whose grade rose: %d",
		"期限内变化%d次（计入定级），期限后%d次（不计入）；%d起事故等级上升", c.Inside, c.Late, c.Raised))
	return f
}
