package read

import (
	"cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of the yearly statistics. They are permanent.
const (
	FaultYearDuplicate = "indicators.duplicate-year"
	FaultBoundsOrder   = "indicators.bounds-order"
	FaultNegativeValue = "indicators.negative-value"
)

// IndicatorsRecords reads the yearly statistics of county.yaml, key years, and
// the averages of a wider area, key averages. From the tables of accidents and
// disasters, read before, missing yearly figures are counted.
func IndicatorsRecords(county *strict.Map, c *Context, counted hazards.Records) indicators.Records {
	r := indicators.Records{Subject: c.Subject, Hazards: counted}
	seen := map[vintage]int{}
	for _, item := range county.Get("years").List() {
		if y, ok := indicatorsYear(item, c, seen); ok {
			r.Years = append(r.Years, y)
		}
	}
	for _, item := range county.Get("averages").List() {
		if a, ok := indicatorsAverage(item, c); ok {
			r.Averages = append(r.Averages, a)
		}
	}
	for _, item := range county.Get("values").List() {
		if v, ok := indicatorsValue(item, c); ok {
			r.Values = append(r.Values, v)
		}
	}
	return r
}

// vintage is what tells the entries of one year apart: a year may stand several
// times where its figures were revised or two offices give different ones.
type vintage struct {
	year measure.Year
	stamp
}

// stamp is what all figures of one year share.
type stamp struct {
	on, supposed measure.Date
	source       spec.Source
	status       spec.Status
}

func indicatorsStamp(m *strict.Map, c *Context) stamp {
	s := stamp{source: c.Source}
	s.on, _ = m.Get("on").Date()
	s.supposed = c.supposed(s.on)
	if at := m.Get("status"); at != nil {
		s.status, _ = strict.Choice(at, parseStatus, spec.Provisional.String(), spec.Final.String())
	}
	if at := m.Get("source"); at != nil {
		s.source, _ = at.Source(c.Source)
	}
	return s
}

func parseStatus(s string) (spec.Status, bool) {
	switch s {
	case spec.Provisional.String():
		return spec.Provisional, true
	case spec.Final.String():
		return spec.Final, true
	}
	return 0, false
}

func indicatorsYear(n *strict.Node, c *Context, seen map[vintage]int) (y indicators.YearStatistics, ok bool) {
	m, ok := n.Map()
	if !ok {
		return y, false
	}
	at := m.Need("year")
	y.Year, ok = at.Year()
	s := indicatorsStamp(m, c)
	people := func(key indicators.Statistic) spec.Observed[measure.People] {
		return indicatorsObserved(m.Get(key.String()), s, (*strict.Node).People, cmp.Compare[measure.People])
	}
	count := func(key indicators.Statistic) spec.Observed[measure.Count] {
		return indicatorsObserved(m.Get(key.String()), s, (*strict.Node).Count, cmp.Compare[measure.Count])
	}
	money := func(key indicators.Statistic) spec.Observed[measure.Money] {
		return indicatorsObserved(m.Get(key.String()), s, (*strict.Node).Money, measure.Money.Cmp)
	}
	y.Population, y.RegisteredPopulation = people(indicators.StatPopulation), people(indicators.StatRegisteredPopulation)
	y.GDP, y.ConstantGDP = money(indicators.StatGDP), money(indicators.StatConstantGDP)
	y.Accidents, y.LargeAccidents, y.MajorAccidents = count(indicators.StatAccidents), count(indicators.StatLargeAccidents), count(indicators.StatMajorAccidents)
	y.AccidentDeaths, y.RoadDeaths, y.ConstructionDeaths = people(indicators.StatAccidentDeaths), people(indicators.StatRoadDeaths), people(indicators.StatConstructionDeaths)
	y.DisasterDeaths, y.DisasterMissing = people(indicators.StatDisasterDeaths), people(indicators.StatDisasterMissing)
	y.Affected, y.DisasterLoss = count(indicators.StatAffected), money(indicators.StatDisasterLoss)
	y.WeatherEvents, y.WeatherMonitored = count(indicators.StatWeatherEvents), count(indicators.StatWeatherMonitored)
	y.Forecasts, y.ForecastsAccepted = count(indicators.StatForecasts), count(indicators.StatForecastsAccepted)
	y.Rivers, y.RiversWarned = count(indicators.StatRivers), count(indicators.StatRiversWarned)
	distance := func(key indicators.Statistic) spec.Observed[measure.Distance] {
		return indicatorsObserved(m.Get(key.String()), s, (*strict.Node).Distance, measure.Distance.Cmp)
	}
	y.RiverLength, y.RiverLengthWarned = distance(indicators.StatRiverLength), distance(indicators.StatRiverLengthWarned)
	y.ConvectiveEvents, y.ConvectiveLead = count(indicators.StatConvectiveEvents), count(indicators.StatConvectiveLead)
	m.Done()
	if !ok {
		return y, false
	}
	if line, again := seen[vintage{y.Year, s}]; again {
		at.Fault(FaultYearDuplicate, y.Year.String(), spec.Textf("the year %s stands in line %d already, with the same date, status and source",
			"%s 年与第 %d 行重复，且日期、状态和来源相同", y.Year, line))
		return y, false
	}
	seen[vintage{y.Year, s}] = at.Line()
	return y, true
}

// indicatorsValue reads a value of a target that measures something of its own.
func indicatorsValue(n *strict.Node, c *Context) (v indicators.ReportedValue, ok bool) {
	m, ok := n.Map()
	if !ok {
		return v, false
	}
	var okYear bool
	v.Target, ok = m.Need("target").Text()
	if at := m.Get("class"); at != nil {
		v.Class, _ = at.Text()
	}
	v.Year, okYear = m.Need("year").Year()
	s := indicatorsStamp(m, c)
	at := m.Need("value")
	v.Value = indicatorsObserved(at, s, (*strict.Node).Ratio, func(a, b measure.Ratio) int {
		order, _ := a.Cmp(b)
		return order
	})
	m.Done()
	if low, has := v.Value.Low(); has && low.Sign() < 0 {
		at.Fault(FaultNegativeValue, low.String(), spec.Textf("the value %s is below 0", "数值 %s 小于0", low))
		return v, false
	}
	return v, ok && okYear && at != nil
}

// indicatorsObserved reads a figure, written as it is or, where only bounds are
// known, as {at_least, at_most}.
func indicatorsObserved[T interface{ String() string }](n *strict.Node, s stamp, parse func(*strict.Node) (T, bool), compare func(T, T) int) spec.Observed[T] {
	if n == nil {
		return spec.Observed[T]{}
	}
	out, ok := spec.Observed[T]{}, false
	if !n.IsMap() {
		var v T
		if v, ok = parse(n); ok {
			out = spec.Exactly(v)
		}
		return out.Dated(s.on).Supposed(s.supposed).From(s.source, s.status)
	}
	m, _ := n.Map()
	low, hasLow := parse(m.Get("at_least"))
	high, hasHigh := parse(m.Get("at_most"))
	m.Done()
	switch {
	case hasLow && hasHigh:
		if compare(low, high) > 0 {
			n.Fault(FaultBoundsOrder, low.String(), spec.Textf("at least %s is above at most %s", "下限 %s 大于上限 %s", low.String(), high.String()))
			return out
		}
		out = spec.Between(low, high)
	case hasLow:
		out = spec.AtLeast(low)
	case hasHigh:
		out = spec.AtMost(high)
	}
	return out.Dated(s.on).Supposed(s.supposed).From(s.source, s.status)
}

func indicatorsAverage(n *strict.Node, c *Context) (a indicators.Average, ok bool) {
	m, ok := n.Map()
	if !ok {
		return a, false
	}
	var okMeasurand, okYear bool
	a.Measurand, okMeasurand = strict.Choice(m.Need("measurand"), indicators.ParseMeasurand, indicatorsMeasurands()...)
	a.Year, okYear = m.Need("year").Year()
	s := indicatorsStamp(m, c)
	value, okValue := m.Need("value").Ratio()
	a.Value = spec.Exactly(value).Dated(s.on).Supposed(s.supposed).From(s.source, s.status)
	m.Done()
	return a, okMeasurand && okYear && okValue
}
