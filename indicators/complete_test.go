package indicators_test

import (
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// all is every target of the plan that this package judges: the table, the two
// sectors, and the four on monitoring and warnings.
func all() indicators.Provisions {
	p := core()
	floor := func(limit string) spec.Target {
		return spec.Target{Form: spec.Floor, Limit: ratio(limit), Direction: spec.HigherBetter}
	}
	p.Targets = append(p.Targets,
		indicator("road", indicators.RoadDeaths, indicators.Unsaid, change("-9")),
		indicator("construction", indicators.ConstructionDeaths, indicators.Unsaid, change("-9")),
		indicator("weather", indicators.WeatherMonitoring, indicators.Unsaid, floor("95")),
		indicator("forecast", indicators.RiverForecast, indicators.Unsaid, floor("95")),
		indicator("rivers", indicators.RiverWarning, indicators.Unsaid, floor("85")),
		indicator("convective", indicators.ConvectiveLead, indicators.Unsaid, floor("45")),
	)
	first := floor("90")
	first.ID, first.Title, first.Source = "weather", spec.T("first", "前文"), planSource("二（三）2")
	p.Targets[8].Otherwise = []indicators.Alternative{{Reading: indicators.ReadingWeatherRate, Option: "first-90", Target: first}}
	gain := spec.Target{Form: spec.Gain, Limit: ratio("45"), Direction: spec.HigherBetter, ID: "convective", Title: spec.T("gain", "增量"), Source: planSource("三（三~）2~")}
	p.Targets[11].Otherwise = []indicators.Alternative{{Reading: indicators.ReadingConvective, Option: "gain", Target: gain}}
	p.MidTerm = spec.Cite(measure.Year(2023), spec.Source{Document: "x", Standing: spec.Ours})
	p.CoverageFloor = spec.Cite(ratio("60"), spec.Source{Document: "x", Standing: spec.Ours})
	return p
}

func kilometres(n int64) spec.Observed[measure.Distance] {
	return spec.Exactly(measure.Millimetres(n * 1_000_000))
}

// watched is the county with its figures on monitoring and warnings, which meet
// all four targets in 2025 and none in 2020.
func watched() indicators.Records {
	r := county()
	for i := range r.Years {
		y, step := &r.Years[i], int64(i-5) // 0 in 2020
		y.WeatherEvents, y.WeatherMonitored = count(100), count(80+3*step)
		y.Forecasts, y.ForecastsAccepted = count(200), count(170+4*step)
		y.Rivers, y.RiversWarned = count(40), count(24+2*step)
		y.RiverLength, y.RiverLengthWarned = kilometres(500), kilometres(300+25*step)
		y.ConvectiveEvents, y.ConvectiveLead = count(10), count(250+40*step)
	}
	return r
}
