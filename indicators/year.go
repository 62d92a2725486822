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

	WeatherEvents, WeatherMonitored spec.Observed[measure.Count]    // sudden weather disasters, and those of them monitored
	Forecasts, ForecastsAccepted    spec.Observed[measure.Count]    // for large rivers, and those within the accepted error
	Rivers, RiversWarned            spec.Observed[measure.Count]    // medium and small rivers, and those covered by warnings
	RiverLength, RiverLengthWarned  spec.Observed[measure.Distance] // of the same
	ConvectiveEvents                spec.Observed[measure.Count]    // 强对流天气
	ConvectiveLead                  spec.Observed[measure.Count]    // minutes of warning before them, added up
}

// Average is the value of a measurand in a wider area, against which a plan
// may hold the county (全市平均、全国平均). The value is in the unit of the measurand.
type Average struct {
	Measurand Measurand
	Year      measure.Year
	Value     spec.Observed[measure.Ratio]
}

// ReportedValue is a value of a target that measures what no statistic here
// does, [Reported], in the unit of the target (填报值).
type ReportedValue struct {
	Target string // the plan's own id
	Class  string // of a target by class, else empty
	Year   measure.Year
	Value  spec.Observed[measure.Ratio] // never negative
}

// Records is what a county reports for its indicators (指标填报): yearly statistics
// in any order; averages of a wider area where a target asks for them; values
// of targets that measure something of their own; and the tables of accidents
// and disasters, from which missing yearly figures are counted.
//
// A year may stand several times, as figures are revised. Of several values of
// one figure that were known on the date one decides, [Official.Compare]; the
// others are kept beside it.
type Records struct {
	Subject  spec.Subject
	Years    []YearStatistics
	Averages []Average
	Values   []ReportedValue
	Hazards  hazards.Records
}

// Statistic returns what the county itself reports of a statistic, in the
// smallest stored unit: persons, accidents, person-times or fen. ok is false
// where the statistic is not one of the set.
func (y *YearStatistics) Statistic(s Statistic) (reported spec.Value, ok bool) {
	v, ok := y.reported(s, measure.Date{})
	return v.Value, ok
}

// reported returns what one row says of a statistic, as it was known on a date.
func (y *YearStatistics) reported(s Statistic, asOf measure.Date) (Official, bool) {
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
	return y.monitored(s, asOf)
}

// monitored is reported for the statistics of monitoring, forecasts and
// warnings.
func (y *YearStatistics) monitored(s Statistic, asOf measure.Date) (Official, bool) {
	switch s {
	case StatWeatherEvents:
		return whole(&y.WeatherEvents, asOf), true
	case StatWeatherMonitored:
		return whole(&y.WeatherMonitored, asOf), true
	case StatForecasts:
		return whole(&y.Forecasts, asOf), true
	case StatForecastsAccepted:
		return whole(&y.ForecastsAccepted, asOf), true
	case StatRivers:
		return whole(&y.Rivers, asOf), true
	case StatRiversWarned:
		return whole(&y.RiversWarned, asOf), true
	case StatRiverLength:
		return distance(&y.RiverLength, asOf), true
	case StatRiverLengthWarned:
		return distance(&y.RiverLengthWarned, asOf), true
	case StatConvectiveEvents:
		return whole(&y.ConvectiveEvents, asOf), true
	case StatConvectiveLead:
		return whole(&y.ConvectiveLead, asOf), true
	}
	return Official{}, false
}

// whole, money and distance take a negative bound for no bound: no statistic is
// below zero, and a record that says so says nothing.
func whole[T ~int64](o *spec.Observed[T], asOf measure.Date) Official {
	return reportedAs(o, asOf, func(v T) int64 { return int64(v) })
}

func money(o *spec.Observed[measure.Money], asOf measure.Date) Official {
	return reportedAs(o, asOf, measure.Money.Fen)
}

func distance(o *spec.Observed[measure.Distance], asOf measure.Date) Official {
	return reportedAs(o, asOf, measure.Distance.Millimetres)
}

func reportedAs[T any](o *spec.Observed[T], asOf measure.Date, stored func(T) int64) Official {
	if !o.KnownOn(asOf) {
		return Official{}
	}
	low, hasLow := o.Low()
	high, hasHigh := o.High()
	return Official{ends(stored(low), hasLow, stored(high), hasHigh), o.On(), o.Status(), o.Source()}
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
