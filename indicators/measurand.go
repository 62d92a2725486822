package indicators

import "github.com/county-emergency/emergency/spec"

// Measurand is what an indicator measures (指标内容). The zero Measurand is unset.
type Measurand uint8

// The measurands. Of the first eleven less is better, of shares, coverage and
// lead times more; of a reported value its target says which way is better.
const (
	_                        Measurand = iota
	AccidentDeaths                     // 生产安全事故死亡人数
	MajorAccidents                     // 重特大生产安全事故起数
	DeathsPerGDP                       // 亿元生产总值生产安全事故死亡率
	DisasterLossShare                  // 因自然灾害直接经济损失占生产总值的比例
	DisasterDeathsPerMillion           // 每百万人口因自然灾害死亡率
	AffectedPer100000                  // 每十万人受灾人次
	RoadDeaths                         // 道路运输事故死亡人数
	ConstructionDeaths                 // 建设施工事故死亡人数
	Accidents                          // 生产安全事故起数
	LargeAccidents                     // 较大及以上生产安全事故起数
	DisasterDeaths                     // 因自然灾害死亡人数
	WeatherMonitoring                  // 突发气象灾害监测率
	RiverForecast                      // 大江大河短期水文预报准确率
	RiverWarning                       // 中小河流预警覆盖率
	ConvectiveLead                     // 强对流天气预警提前时间
	Reported                           // 规划自定义指标, its value reported as it is

	numMeasurands = iota
)

// measurand is one row of the catalogue. A count has no denominator.
type measurand struct {
	code        string
	title       spec.Text
	formula     spec.Text
	unit        spec.Unit
	numerator   Statistic
	denominator Statistic
	scale       int64 // the value is numerator × scale ÷ denominator, in the smallest units of both
	places      int   // decimals printed
}

var measurands = [numMeasurands]measurand{
	AccidentDeaths: {"accident-deaths", spec.T("deaths in work accidents", "生产安全事故死亡人数"),
		spec.T("people who died in work accidents within the year", "当年生产安全事故死亡人数"),
		spec.Persons, StatAccidentDeaths, 0, 1, 2},
	MajorAccidents: {"major-accidents", spec.T("major and exceptionally serious work accidents", "重特大生产安全事故起数"),
		spec.T("work accidents graded major or extraordinary, added up over the years", "重大和特别重大生产安全事故起数逐年累计"),
		spec.Accidents, StatMajorAccidents, 0, 1, 2},
	DeathsPerGDP: {"deaths-per-gdp", spec.T("work accident deaths per 100 million yuan of GDP", "亿元生产总值生产安全事故死亡率"),
		spec.T("deaths in work accidents ÷ GDP in 100 million yuan", "生产安全事故死亡人数 ÷ 生产总值（亿元）"),
		spec.DeathsPerYi, StatAccidentDeaths, StatGDP, fenPerYiYuan, 4},
	DisasterLossShare: {"disaster-loss-share", spec.T("direct loss from natural disasters as a share of GDP", "因自然灾害直接经济损失占生产总值的比例"),
		spec.T("direct economic loss from natural disasters ÷ GDP × 100", "自然灾害直接经济损失 ÷ 生产总值 × 100"),
		spec.Percent, StatDisasterLoss, StatGDP, 100, 3},
	DisasterDeathsPerMillion: {"disaster-deaths-per-million", spec.T("deaths from natural disasters per million people", "每百万人口因自然灾害死亡率"),
		spec.T("deaths from natural disasters ÷ population × 1,000,000", "因自然灾害死亡人数 ÷ 人口 × 1000000"),
		spec.PerMillion, StatDisasterDeaths, StatPopulation, million, 3},
	AffectedPer100000: {"affected-per-100000", spec.T("person-times affected by natural disasters per 100,000 people", "每十万人受灾人次"),
		spec.T("person-times affected by natural disasters ÷ population × 100,000", "受灾人次 ÷ 人口 × 100000"),
		spec.Per100000, StatAffected, StatPopulation, hundredThousand, 1},
	RoadDeaths: {"road-deaths", spec.T("deaths in road transport accidents", "道路运输事故死亡人数"),
		spec.T("people who died in road transport accidents within the year", "当年道路运输事故死亡人数"),
		spec.Persons, StatRoadDeaths, 0, 1, 2},
	ConstructionDeaths: {"construction-deaths", spec.T("deaths in construction accidents", "建设施工事故死亡人数"),
		spec.T("people who died in construction accidents within the year", "当年建设施工事故死亡人数"),
		spec.Persons, StatConstructionDeaths, 0, 1, 2},
	Accidents: {"accidents", spec.T("work accidents", "生产安全事故起数"),
		spec.T("work accidents of any grade within the year", "当年各等级生产安全事故起数"),
		spec.Accidents, StatAccidents, 0, 1, 2},
	LargeAccidents: {"large-accidents", spec.T("work accidents graded large or above", "较大及以上生产安全事故起数"),
		spec.T("work accidents graded large, major or extraordinary within the year", "当年较大、重大和特别重大生产安全事故起数"),
		spec.Accidents, StatLargeAccidents, 0, 1, 2},
	DisasterDeaths: {"disaster-deaths", spec.T("deaths from natural disasters", "因自然灾害死亡人数"),
		spec.T("people who died of natural disasters within the year", "当年因自然灾害死亡人数"),
		spec.Persons, StatDisasterDeaths, 0, 1, 2},
	WeatherMonitoring: {"weather-monitoring", spec.T("sudden weather disasters monitored", "突发气象灾害监测率"),
		spec.T("sudden weather disasters monitored ÷ sudden weather disasters × 100", "监测到的突发气象灾害次数 ÷ 突发气象灾害次数 × 100"),
		spec.Percent, StatWeatherMonitored, StatWeatherEvents, 100, 2},
	RiverForecast: {"river-forecast", spec.T("accuracy of short-term hydrological forecasts on large rivers", "大江大河短期水文预报准确率"),
		spec.T("forecasts accepted ÷ forecasts issued × 100", "合格预报次数 ÷ 预报次数 × 100"),
		spec.Percent, StatForecastsAccepted, StatForecasts, 100, 2},
	RiverWarning: {"river-warning", spec.T("medium and small rivers covered by warnings", "中小河流预警覆盖率"),
		spec.T("rivers covered by warnings ÷ rivers × 100, by number or by length", "预警覆盖的中小河流 ÷ 中小河流 × 100，按条数或按长度"),
		spec.Percent, StatRiversWarned, StatRivers, 100, 2},
	ConvectiveLead: {"convective-lead", spec.T("mean lead time of severe convection warnings", "强对流天气预警提前时间"),
		spec.T("minutes from each warning to its event, added up ÷ events; an event without a warning before it counts 0 minutes", "各次预警提前分钟数合计 ÷ 强对流天气次数，未提前预警的按0分钟计"),
		spec.Minutes, StatConvectiveLead, StatConvectiveEvents, 1, 1},
	Reported: {"reported", spec.T("a value that the plan defines and the county reports", "规划自定义、由县填报的指标值"),
		spec.T("the value as it is reported", "按填报值"),
		"", 0, 0, 1, 3},
}

// Measurands returns all measurands, the six of the plan's table first and in
// its order.
func Measurands() []Measurand {
	out := make([]Measurand, 0, numMeasurands-1)
	for m := AccidentDeaths; m < numMeasurands; m++ {
		out = append(out, m)
	}
	return out
}

// ParseMeasurand reads the code of a measurand, as "accident-deaths" (指标代码). ok is
// false for anything else.
func ParseMeasurand(s string) (m Measurand, ok bool) {
	for m := AccidentDeaths; m < numMeasurands; m++ {
		if measurands[m].code == s {
			return m, true
		}
	}
	return 0, false
}

func (m Measurand) row() *measurand {
	if m >= numMeasurands {
		m = 0
	}
	return &measurands[m]
}

// Valid reports whether m is one of the measurands.
func (m Measurand) Valid() bool { return m > 0 && m < numMeasurands }

// String returns the code, as "accident-deaths", empty for the zero Measurand.
func (m Measurand) String() string { return m.row().code }

// In returns the name of what is measured.
func (m Measurand) In(lang spec.Lang) string { return m.row().title.In(lang) }

// Title returns the name of what is measured in both languages.
func (m Measurand) Title() spec.Text { return m.row().title }

// Formula returns how a year's value is calculated, in words (计算公式).
func (m Measurand) Formula() spec.Text { return m.row().formula }

// Unit returns the unit of the value (计量单位), empty for [Reported], whose
// target says it.
func (m Measurand) Unit() spec.Unit { return m.row().unit }

// Direction returns which way is better: of deaths, accidents, loss and people
// affected less, of shares, coverage and lead times more. It is 0 for the zero
// Measurand and for [Reported], whose target says it.
func (m Measurand) Direction() spec.Direction {
	switch {
	case !m.Valid() || m == Reported:
		return 0
	case m >= WeatherMonitoring:
		return spec.HigherBetter
	}
	return spec.LowerBetter
}

// IsRate reports whether the value is a quotient of two statistics rather than
// a count.
func (m Measurand) IsRate() bool { return m.row().denominator != 0 }

// IsDeathCount reports whether the value is a number of deaths in accidents, of
// which a plan may mean one year or a sum of years.
func (m Measurand) IsDeathCount() bool {
	return m == AccidentDeaths || m == RoadDeaths || m == ConstructionDeaths
}

// Statistics returns the yearly statistics that a value is calculated from
// under the default readings, numerator first (所需统计数据).
func (m Measurand) Statistics() []Statistic {
	r := m.row()
	switch {
	case r.numerator == 0:
		return nil
	case r.denominator == 0:
		return []Statistic{r.numerator}
	}
	return []Statistic{r.numerator, r.denominator}
}
