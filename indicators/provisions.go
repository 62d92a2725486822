package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Provisions is what a five-year plan sets for its indicators (指标规定). A zero
// figure is one that the plan does not set.
type Provisions struct {
	Period   spec.Figure[measure.Period] // the years of the plan 规划期
	BaseYear spec.Figure[measure.Year]   // what changes start from; zero where the plan states none
	Core     spec.Figure[measure.Count]  // how many of the targets its table of core indicators holds 核心指标
	Targets  []Indicator                 // in the order of the plan
	Previous Baselines
}

// Baselines is what a plan says of the period before (上一规划期成效). The changes are
// signed shares: a fall of 42.5 % is −0.425, no change is 0.
type Baselines struct {
	DeathsChange         spec.Figure[measure.Ratio]  // end against end of the period before
	RateChange           spec.Figure[measure.Ratio]  // deaths per 100 million yuan of GDP
	DisasterDeaths       spec.Figure[measure.People] // in the last year of the period before
	DisasterDeathsChange spec.Figure[measure.Ratio]  // of the rate of deaths from disasters
}

// Indicator is one numeric target of a plan and what it measures (指标).
type Indicator struct {
	Target    spec.Target
	Measurand Measurand
	Over      Span
	Core      bool // it stands in the plan's table of core indicators
}

// The codes of faults of an indicator, beside those of [spec.Target.Validate].
const (
	FaultMeasurand = "indicators.measurand"
	FaultUnit      = "indicators.unit"
	FaultSpan      = "indicators.span"
	FaultBase      = "indicators.base"
)

// Validate returns every fault of the indicator's own figures, nil when there
// is none. A target in another unit than its measurand's is refused, never
// converted. It does not change the indicator.
func (i Indicator) Validate() error {
	var faults spec.Faults
	faults.AddError(spec.Fault{}, i.Target.Validate())
	if !i.Measurand.Valid() {
		faults.Add(spec.Fault{Path: "measurand", Code: FaultMeasurand, Message: spec.T("the target measures nothing", "目标没有指标内容")})
		return faults.Err()
	}
	if unit := i.Target.Unit; unit != "" && unit != i.Measurand.Unit() {
		faults.Add(spec.Fault{Path: "unit", Code: FaultUnit, Value: string(unit),
			Message: spec.Textf("%s is counted in %q, not %q", "%s的单位是 %q，不是 %q", i.Measurand, string(i.Measurand.Unit()), string(unit))})
	}
	if i.Over > YearlyMean || i.Target.Form == spec.YearlyChange && i.Over != Unsaid && i.Over != EachYear {
		faults.Add(spec.Fault{Path: "over", Code: FaultSpan, Value: i.Over.String(),
			Message: spec.T("a change every year is about each year", "逐年变化的目标只能按每年统计")})
	}
	if own, wider := bases(&i.Target); own && wider {
		faults.Add(spec.Fault{Path: "parts", Code: FaultBase,
			Message: spec.T("one condition starts from the county's base, the other from a wider average", "两个条件分别以本县基数和上级平均值为基准")})
	}
	return faults.Err()
}

// bases reports what the target is held against: the county's own base, the
// average of a wider area, or neither.
func bases(t *spec.Target) (own, wider bool) {
	switch t.Form {
	case spec.Change, spec.YearlyChange, spec.NotWorse, spec.Trend:
		return true, false
	case spec.Relative:
		return false, true
	case spec.Both:
		for i := range t.Parts {
			o, w := bases(&t.Parts[i])
			own, wider = own || o, wider || w
		}
	}
	return own, wider
}
