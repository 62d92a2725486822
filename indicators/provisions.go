package indicators

import (
	"sync"

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

	MidTerm       spec.Figure[measure.Year]  // the year of the mid-term evaluation; zero: the middle year of the period 中期
	CoverageFloor spec.Figure[measure.Ratio] // percent of the targets that must be answered before there is a score
	Deadlines     []Deadline                 // everything dated or periodic in the text
	Catalogues    []spec.Catalogue           // sets that the plan names, with their members
}

// Baselines is what a plan says of the period before (上一规划期成效). The changes are
// signed shares: a fall of 42.5 % is −0.425, no change is 0.
type Baselines struct {
	DeathsChange         spec.Figure[measure.Ratio]  // end against end of the period before
	RateChange           spec.Figure[measure.Ratio]  // deaths per 100 million yuan of GDP
	DisasterDeaths       spec.Figure[measure.People] // in the last year of the period before
	DisasterDeathsChange spec.Figure[measure.Ratio]  // of the rate of deaths from disasters
	Award                Award
}

// Award is an award that the plan says it has won in a number of years running
// (连续表彰).
type Award struct {
	First, Last spec.Figure[measure.Year]
	Years       spec.Figure[measure.Count]  // how many the plan says they are
	Reviewed    spec.Figure[measure.Period] // the years that the section reviews
}

// Indicator is one numeric target of a plan and what it measures (指标).
type Indicator struct {
	Target    spec.Target
	Measurand Measurand
	Over      Span
	Core      bool // it stands in the plan's table of core indicators

	Otherwise   []Alternative // what the target asks for under other options of one reading
	Wider       []WiderLimit  // what wider areas ask for in the same thing
	Owner       spec.Text     // the unit in charge 责任单位
	Approximate bool          // the plan writes its number as an approximate one 左右
}

// Alternative is what a target asks for under another option of a reading
// (另一解读下的目标). The target under the default option is that of the [Indicator].
type Alternative struct {
	Reading, Option string
	Target          spec.Target
}

// WiderLimit is the limit that a wider area sets for the same thing (上级目标值). It is
// shown beside the plan's own and judges nothing.
type WiderLimit struct {
	Area  spec.Text
	Limit measure.Ratio
}

// Unit returns the unit of the indicator's values: that of what is measured,
// and the target's own where it measures a [Reported] value.
func (i Indicator) Unit() spec.Unit {
	if i.Measurand == Reported {
		return i.Target.Unit
	}
	return i.Measurand.Unit()
}

// The codes of faults of an indicator, beside those of [spec.Target.Validate].
const (
	FaultMeasurand = "indicators.measurand"
	FaultUnit      = "indicators.unit"
	FaultSpan      = "indicators.span"
	FaultBase      = "indicators.base"
	FaultOtherwise = "indicators.otherwise"
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
	if i.Measurand == Reported {
		i.checkReported(&faults)
	} else if unit := i.Target.Unit; unit != "" && unit != i.Measurand.Unit() {
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
	i.checkOtherwise(&faults)
	return faults.Err()
}

// checkReported asks for what a target must say that measures something of its
// own, and where classes may stand.
func (i Indicator) checkReported(faults *spec.Faults) {
	if i.Target.Unit == "" {
		faults.Add(spec.Fault{Path: "unit", Code: FaultUnit, Message: spec.T("the target does not say what its value is counted in", "目标未说明计量单位")})
	}
	if i.Target.Form == spec.ByClass && i.Over != Unsaid && i.Over != LastYear {
		faults.Add(spec.Fault{Path: "over", Code: FaultSpan, Value: i.Over.String(),
			Message: spec.T("a target by class is about the last year", "分类目标只能按末年统计")})
	}
}

// checkOtherwise asks that all alternatives are options of one reading.
func (i Indicator) checkOtherwise(faults *spec.Faults) {
	if i.Target.Form == spec.ByClass && i.Measurand != Reported {
		faults.Add(spec.Fault{Path: "form", Code: FaultSpan, Message: spec.Textf("%s has no classes", "%s没有类别", i.Measurand)})
	}
	for _, other := range i.Otherwise {
		reading, ok := readingOf(other.Reading)
		if !ok || other.Reading != i.Otherwise[0].Reading || !reading.Has(other.Option) || other.Option == reading.Default {
			faults.Add(spec.Fault{Path: "otherwise", Code: FaultOtherwise, Value: other.Reading + "=" + other.Option,
				Message: spec.Textf("%q is no other option of the reading %q", "%q 不是解读 %q 的另一选项", other.Option, other.Reading)})
			continue
		}
		faults.AddError(spec.Fault{}, other.Target.Validate())
	}
}

// known is the readings, listed once; it is never changed.
var known = sync.OnceValue(Readings)

func readingOf(id string) (spec.Reading, bool) {
	for _, r := range known() {
		if r.ID == id {
			return r, true
		}
	}
	return spec.Reading{}, false
}

// bases reports what the target is held against: the county's own base, the
// average of a wider area, or neither.
func bases(t *spec.Target) (own, wider bool) {
	switch t.Form {
	case spec.Change, spec.YearlyChange, spec.NotWorse, spec.Trend, spec.Gain:
		return true, false
	case spec.Relative:
		return false, true
	case spec.Both, spec.ByClass:
		for i := range t.Parts {
			o, w := bases(&t.Parts[i])
			own, wider = own || o, wider || w
		}
	}
	return own, wider
}
