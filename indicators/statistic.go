package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Statistic is one yearly figure of a county (年度统计数据). The zero Statistic is
// unset.
type Statistic uint8

// The yearly statistics.
const (
	_                        Statistic = iota
	StatPopulation                     // 常住人口
	StatRegisteredPopulation           // 户籍人口
	StatGDP                            // 地区生产总值, current prices
	StatConstantGDP                    // 地区生产总值, constant prices
	StatAccidents                      // 生产安全事故起数
	StatLargeAccidents                 // 较大及以上
	StatMajorAccidents                 // 重特大
	StatAccidentDeaths                 // 生产安全事故死亡人数
	StatRoadDeaths                     // 道路运输事故死亡人数
	StatConstructionDeaths             // 建设施工事故死亡人数
	StatDisasterDeaths                 // 因灾死亡人数
	StatDisasterMissing                // 因灾失踪人数
	StatAffected                       // 受灾人次
	StatDisasterLoss                   // 自然灾害直接经济损失
	StatWeatherEvents                  // 突发气象灾害次数
	StatWeatherMonitored               // 监测到的突发气象灾害次数
	StatForecasts                      // 大江大河短期水文预报次数
	StatForecastsAccepted              // 合格预报次数
	StatRivers                         // 中小河流条数
	StatRiversWarned                   // 预警覆盖的中小河流条数
	StatRiverLength                    // 中小河流长度
	StatRiverLengthWarned              // 预警覆盖的中小河流长度
	StatConvectiveEvents               // 强对流天气次数
	StatConvectiveLead                 // 强对流天气预警提前分钟数合计

	numStatistics = iota
)

type statistic struct {
	key   string // in county.yaml
	title spec.Text
	unit  spec.Unit
	per   int64 // smallest stored units in one of unit
	who   spec.Text
	table string // the table it can be counted from
}

var statistics = [numStatistics]statistic{
	StatPopulation:           {"population", spec.T("year-end resident population", "年末常住人口"), spec.Persons, 1, byStatistics(), ""},
	StatRegisteredPopulation: {"registered_population", spec.T("year-end registered population", "年末户籍人口"), spec.Persons, 1, byPolice(), ""},
	StatGDP:                  {"gdp", spec.T("gross domestic product at current prices", "地区生产总值（现价）"), spec.YiYuan, fenPerYiYuan, byStatistics(), ""},
	StatConstantGDP:          {"gdp_constant", spec.T("gross domestic product at constant prices", "地区生产总值（不变价）"), spec.YiYuan, fenPerYiYuan, byStatistics(), ""},
	StatAccidents:            {"accidents", spec.T("work accidents", "生产安全事故起数"), spec.Accidents, 1, bySafety(), tableIncidents},
	StatLargeAccidents:       {"large_accidents", spec.T("work accidents graded large or above", "较大及以上生产安全事故起数"), spec.Accidents, 1, bySafety(), tableIncidents},
	StatMajorAccidents:       {"major_accidents", spec.T("major and exceptionally serious work accidents", "重特大生产安全事故起数"), spec.Accidents, 1, bySafety(), tableIncidents},
	StatAccidentDeaths:       {"accident_deaths", spec.T("deaths in work accidents", "生产安全事故死亡人数"), spec.Persons, 1, bySafety(), tableIncidents},
	StatRoadDeaths:           {"road_deaths", spec.T("deaths in road transport accidents", "道路运输事故死亡人数"), spec.Persons, 1, bySafety(), tableIncidents},
	StatConstructionDeaths:   {"construction_deaths", spec.T("deaths in construction accidents", "建设施工事故死亡人数"), spec.Persons, 1, bySafety(), tableIncidents},
	StatDisasterDeaths:       {"disaster_deaths", spec.T("deaths from natural disasters", "因自然灾害死亡人数"), spec.Persons, 1, byRelief(), tableDisasters},
	StatDisasterMissing:      {"disaster_missing", spec.T("people missing after natural disasters", "因自然灾害失踪人数"), spec.Persons, 1, byRelief(), tableDisasters},
	StatAffected:             {"affected", spec.T("person-times affected by natural disasters", "受灾人次"), spec.PersonTimes, 1, byRelief(), tableDisasters},
	StatDisasterLoss:         {"disaster_loss", spec.T("direct economic loss from natural disasters", "自然灾害直接经济损失"), spec.WanYuan, fenPerWanYuan, byRelief(), tableDisasters},
	StatWeatherEvents:        {"weather_events", spec.T("sudden weather disasters", "突发气象灾害次数"), spec.Events, 1, byWeather(), ""},
	StatWeatherMonitored:     {"weather_events_monitored", spec.T("sudden weather disasters that were monitored", "监测到的突发气象灾害次数"), spec.Events, 1, byWeather(), ""},
	StatForecasts:            {"river_forecasts", spec.T("short-term forecasts issued for large rivers", "大江大河短期水文预报次数"), spec.Events, 1, byWater(), ""},
	StatForecastsAccepted:    {"river_forecasts_accepted", spec.T("short-term forecasts within the accepted error", "误差合格的水文预报次数"), spec.Events, 1, byWater(), ""},
	StatRivers:               {"small_rivers", spec.T("medium and small rivers", "中小河流条数"), spec.Rivers, 1, byWater(), ""},
	StatRiversWarned:         {"small_rivers_warned", spec.T("medium and small rivers covered by warnings", "预警覆盖的中小河流条数"), spec.Rivers, 1, byWater(), ""},
	StatRiverLength:          {"small_river_length", spec.T("length of medium and small rivers", "中小河流长度"), spec.Kilometres, mmPerKilometre, byWater(), ""},
	StatRiverLengthWarned:    {"small_river_length_warned", spec.T("length of medium and small rivers covered by warnings", "预警覆盖的中小河流长度"), spec.Kilometres, mmPerKilometre, byWater(), ""},
	StatConvectiveEvents:     {"convective_events", spec.T("severe convective weather events", "强对流天气次数"), spec.Events, 1, byWeather(), ""},
	StatConvectiveLead:       {"convective_lead_minutes", spec.T("total minutes by which warnings came before them", "预警提前分钟数合计"), spec.Minutes, 1, byWeather(), ""},
}

const (
	tableYears     = "county.yaml"
	tableIncidents = "incidents.csv"
	tableDisasters = "disasters.csv"
)

// Who in a county would know.
func byStatistics() spec.Text { return spec.T("bureau of statistics", "统计局") }
func byPolice() spec.Text     { return spec.T("public security bureau", "公安局") }
func bySafety() spec.Text {
	return spec.T("emergency management bureau, work safety statistics", "应急管理局（安全生产统计）")
}
func byRelief() spec.Text {
	return spec.T("emergency management bureau, disaster statistics", "应急管理局（灾情统计）")
}
func byWeather() spec.Text { return spec.T("weather bureau", "气象局") }
func byWater() spec.Text   { return spec.T("water resources bureau", "水利局") }

// Statistics returns all statistics in the order of the constants.
func Statistics() []Statistic {
	out := make([]Statistic, 0, numStatistics-1)
	for s := StatPopulation; s < numStatistics; s++ {
		out = append(out, s)
	}
	return out
}

func (s Statistic) row() *statistic {
	if s >= numStatistics {
		s = 0
	}
	return &statistics[s]
}

// String returns the key of the statistic in county data, as "accident_deaths".
func (s Statistic) String() string { return s.row().key }

// In returns the name of the statistic.
func (s Statistic) In(lang spec.Lang) string { return s.row().title.In(lang) }

// Unit returns the unit the statistic is printed in (计量单位).
func (s Statistic) Unit() spec.Unit { return s.row().unit }

// Key returns where a year's figure goes in the county's data, as
// "county.yaml: years[2020].accident_deaths".
func (s Statistic) Key(year measure.Year) string {
	return tableYears + ": years[" + year.String() + "]." + s.row().key
}

// amount prints a stored number in the unit of the statistic, exactly.
func (s Statistic) amount(stored measure.Ratio) spec.Amount {
	const places = 10 // a fen in 100 million yuan
	if s == 0 {       // a reported value, in its own unit
		return spec.AmountOf(stored, places)
	}
	return spec.AmountOf(stored.Div(measure.Whole(s.row().per)), places)
}
