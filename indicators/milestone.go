package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// milestone is how what is due at the mid-term comes about (阶段目标值).
type milestone struct {
	printed  spec.Target   // what the plan asks for in the end
	share    measure.Ratio // of the way that is due
	enters   bool          // the share is part of the calculation
	baseYear measure.Year
	gone     int // years since the base, where every year has an equal share; else 0
	all      int // years from the base to the end

	start   measure.Ratio // the value from which a limit is approached, unknown where it is not
	started []YearFigure  // whence it comes
	stated  bool          // the plan itself states it
}

// inputs adds the share of the way and the value it starts from, where that is
// not the base of a change as well.
func (m *milestone) inputs(out []spec.Input, e *Evaluation) []spec.Input {
	if !m.enters {
		return out
	}
	places := e.Indicator.Measurand.row().places
	same := e.Base.Known() && len(e.BaseYears) == 1 && e.BaseYears[0].Year == m.baseYear
	if m.start.Known() && !same {
		for i := range m.started {
			out = m.started[i].inputs(out, &e.Indicator, startFigure)
		}
		one := spec.Input{Name: "start", Label: spec.T("value in the base year", "基年数值"), Value: spec.AmountOf(m.start, places), Unit: e.Indicator.Unit()}
		if m.stated {
			one.Name, one.Label, one.Source = "start-stated", spec.T("base stated by the plan", "规划所载基数"), m.printed.Source
		}
		out = append(out, one)
	}
	if m.gone > 0 {
		out = append(out,
			spec.Input{Name: "years-gone", Label: spec.T("years from the base to the mid-term", "基年至中期年数"), Value: spec.Whole(m.gone), Unit: spec.Years},
			spec.Input{Name: "years-in-all", Label: spec.T("years from the base to the end", "基年至末年年数"), Value: spec.Whole(m.all), Unit: spec.Years})
	}
	return append(out, spec.Input{Name: "share", Label: spec.T("share of the way due by the mid-term", "中期应完成进度"), Value: spec.AmountOf(m.share, 4)})
}
