package indicators

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// YearStatistics is what a county reports of one year (年度统计). What was not
// reported is unknown, never zero. Each statistic keeps when it was observed,
// whence it comes and whether it is settled.
type YearStatistics struct {
	Year                 measure.Year
	Population           spec.Observed[measure.People] // resident 常住人口
	RegisteredPopulation spec.Observed[measure.People] // 户籍人口
	GDP                  spec.Observed[measure.Money]  // at current prices
	ConstantGDP          spec.Observed[measure.Money]  // at constant prices of one base for all years
	Accidents            spec.Observed[measure.Count]  // of any grade
	LargeAccidents       spec.Observed[measure.Count]  // 较大 and above, major ones included
	MajorAccidents       spec.Observed[measure.Count]  // 重大 and 特别重大
	AccidentDeaths       spec.Observed[measure.People]
	RoadDeaths           spec.Observed[measure.People]
	ConstructionDeaths   spec.Observed[measure.People]
	DisasterDeaths       spec.Observed[measure.People] // without the missing
	DisasterMissing      spec.Observed[measure.People]
	Affected             spec.Observed[measure.Count] // person-times 受灾人次
	DisasterLoss         spec.Observed[measure.Money] // direct economic loss 直接经济损失
}

// Average is the value of a measurand in a wider area, against which a plan
// may hold the county (全市平均、全国平均). The value is in the unit of the measurand.
type Average struct {
	Measurand Measurand
	Year      measure.Year
	Value     spec.Observed[measure.Ratio]
}

// Records is what a county reports for its indicators (指标填报): yearly statistics
// in any order, of a year given twice the first known figure counts; averages of
// a wider area where a target asks for them; and the tables of accidents and
// disasters, from which missing yearly figures are counted.
type Records struct {
	Subject  spec.Subject
	Years    []YearStatistics
	Averages []Average
	Hazards  hazards.Records
}

// Statistic returns what the county itself reports of a statistic, in the
// smallest stored unit: persons, accidents, person-times or fen. ok is false
// where the statistic is not one of the set.
func (y *YearStatistics) Statistic(s Statistic) (reported spec.Value, ok bool) {
	v, ok := y.reported(s, measure.Date{})
	return v.value, ok
}

// figure is a reported value with its origin.
type figure struct {
	value  spec.Value
	source spec.Source
}

func (y *YearStatistics) reported(s Statistic, asOf measure.Date) (figure, bool) {
	switch s {
	case StatPopulation:
		return whole(&y.Population, asOf), true
	case StatRegisteredPopulation:
		return whole(&y.RegisteredPopulation, asOf), true
	case StatGDP:
		return money(&y.GDP, asOf), true
	case StatConstantGDP:
		return money(&y.ConstantGDP, asOf), true
	case StatAccidents:
		return whole(&y.Accidents, asOf), true
	case StatLargeAccidents:
		return whole(&y.LargeAccidents, asOf), true
	case StatMajorAccidents:
		return whole(&y.MajorAccidents, asOf), true
	case StatAccidentDeaths:
		return whole(&y.AccidentDeaths, asOf), true
	case StatRoadDeaths:
		return whole(&y.RoadDeaths, asOf), true
	case StatConstructionDeaths:
		return whole(&y.ConstructionDeaths, asOf), true
	case StatDisasterDeaths:
		return whole(&y.DisasterDeaths, asOf), true
	case StatDisasterMissing:
		return whole(&y.DisasterMissing, asOf), true
	case StatAffected:
		return whole(&y.Affected, asOf), true
	case StatDisasterLoss:
		return money(&y.DisasterLoss, asOf), true
	}
	return figure{}, false
}

// whole and money take a negative bound for no bound: no statistic is below
// zero, and a record that says so says nothing.
func whole[T ~int64](o *spec.Observed[T], asOf measure.Date) figure {
	known := o.AsOf(asOf)
	low, hasLow := known.Low()
	high, hasHigh := known.High()
	return figure{ends(int64(low), hasLow, int64(high), hasHigh), known.Source()}
}

func money(o *spec.Observed[measure.Money], asOf measure.Date) figure {
	known := o.AsOf(asOf)
	low, hasLow := known.Low()
	high, hasHigh := known.High()
	return figure{ends(low.Fen(), hasLow, high.Fen(), hasHigh), known.Source()}
}

func ends(low int64, hasLow bool, high int64, hasHigh bool) spec.Value {
	var v spec.Value
	if hasLow && low >= 0 {
		v.Low = measure.Whole(low)
	}
	if hasHigh && high >= 0 && (!hasLow || low <= high) {
		v.High = measure.Whole(high)
	}
	return v
}
