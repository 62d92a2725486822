package indicators

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

// Rules lists the calculations of this package, one for each measurand and in
// their order, then those that look at all targets together (规则).
func Rules() []spec.Rule {
	out := make([]spec.Rule, 0, numMeasurands+5)
	for _, m := range Measurands() {
		rule := m.rule()
		rule.Derivations = m.derivations()
		out = append(out, rule)
	}
	for _, rule := range summaryRules() {
		rule.Derivations = summaryDerivations(rule.ID)
		out = append(out, rule)
	}
	return out
}

// ruleID returns the permanent id of the rule that calculates m.
func (m Measurand) ruleID() string { return "indicators." + m.String() }

func (m Measurand) rule() spec.Rule {
	source, carries := m.clause()
	return spec.Rule{
		ID: m.ruleID(), Revision: 1, Kind: spec.TargetKind,
		Title: m.Title(), Formula: m.Formula(), Source: source,
		Reads: m.reads(), Readings: m.readings(), Carries: carries,
	}
}

// clause returns where the plan speaks of the measurand and the inventory
// entries that the calculation carries.
func (m Measurand) clause() (spec.Source, []string) {
	const table = "二（三）3 表 序号"
	switch m {
	case AccidentDeaths:
		return clause(table + "1"), []string{"core-1-accident-deaths", "cc-integer-accident-deaths"}
	case MajorAccidents:
		return clause(table + "2"), []string{"core-2-major-accidents-zero"}
	case DeathsPerGDP:
		return clause(table + "3"), []string{"core-3-deaths-per-gdp", "dis-indicator-name"}
	case DisasterLossShare:
		return clause(table + "4"), []string{"core-4-loss-share-of-gdp"}
	case DisasterDeathsPerMillion:
		return clause(table + "5"), []string{"core-5-disaster-deaths-per-million", "dis-indicator-wording"}
	case AffectedPer100000:
		return clause(table + "6"), []string{"core-6-affected-per-100k"}
	case RoadDeaths:
		return clause("三（三~）4~ 道路运输安全"), []string{"target-road-deaths"}
	case ConstructionDeaths:
		return clause("三（三~）4~ 建设施工安全"), []string{"target-construction-deaths"}
	case DisasterDeaths:
		return ours("一（一）2"), nil
	case WeatherMonitoring:
		return clause("二（三）2；三（三~）2~"), []string{"target-weather-monitoring-90", "target-weather-monitoring-95"}
	case RiverForecast:
		return clause("三（三~）2~"), []string{"target-large-river-forecast"}
	case RiverWarning:
		return clause("三（三~）2~"), []string{"target-small-river-warning"}
	case ConvectiveLead:
		return clause("三（三~）2~"), []string{"target-convective-warning"}
	case Reported:
		return ours("二（三）3 表"), nil
	}
	return ours("二（三）1"), nil
}

func (m Measurand) reads() []string {
	keys := func(s Statistic) string { return tableYears + ": years[]." + s.String() }
	var out []string
	table := ""
	add := func(s Statistic) {
		out = append(out, keys(s))
		if t := s.row().table; t != "" {
			table = t
		}
	}
	for _, s := range m.Statistics() {
		add(s)
		if s == StatDisasterDeaths {
			add(StatDisasterMissing)
		}
		if s == StatMajorAccidents {
			add(StatLargeAccidents)
		}
		if s == StatPopulation {
			add(StatRegisteredPopulation)
		}
		if s == StatGDP && m == DeathsPerGDP {
			add(StatConstantGDP)
		}
	}
	switch m {
	case Reported:
		out = append(out, tableYears+": values[]")
	case RiverWarning:
		add(StatRiverLengthWarned)
		add(StatRiverLength)
	}
	if table != "" {
		out = append(out, table)
	}
	return out
}

// readings lists what the calculation may depend on; which of them a verdict
// rests on depends on the form and the span of the target.
func (m Measurand) readings() []string {
	var out []string
	if m.IsDeathCount() {
		out = append(out, ReadingDeathsComparison)
	}
	out = append(out, ReadingBaseYear)
	if m.IsRate() {
		out = append(out, ReadingYearlyMean)
	}
	out = append(out, m.ownReadings()...)
	out = append(out, m.alternativeReadings()...)
	if m.isGraded() {
		out = append(out, hazards.ReadingMissingInGrade)
	}
	if slices.ContainsFunc(m.Statistics(), func(s Statistic) bool { return s.row().table != "" }) {
		out = append(out, ReadingStatedOrCounted)
	}
	return append(out, ReadingZeroBase, ReadingUndatedDeadline)
}

// isGraded reports whether the accidents counted have to be graded first.
func (m Measurand) isGraded() bool { return m == MajorAccidents || m == LargeAccidents }

// ownReadings lists what the value of a year depends on, whatever the target.
func (m Measurand) ownReadings() []string {
	switch m {
	case MajorAccidents:
		return []string{ReadingAccidentScope}
	case DeathsPerGDP:
		return []string{ReadingGDPPrices}
	case DisasterDeathsPerMillion:
		return []string{ReadingMissingPersons, ReadingPopulation}
	case AffectedPer100000:
		return []string{ReadingPopulation}
	case DisasterDeaths:
		return []string{ReadingMissingPersons}
	case RiverWarning:
		return []string{ReadingRiverMeasure}
	}
	return nil
}

// alternativeReadings lists the readings under which a target on the measurand
// may ask for something else.
func (m Measurand) alternativeReadings() []string {
	switch m {
	case WeatherMonitoring:
		return []string{ReadingWeatherRate}
	case ConvectiveLead:
		return []string{ReadingConvective}
	}
	return nil
}

// Undefined lists goals of the plan that carry no number to judge
// (未定义条款).
func Undefined() []spec.Undefined {
	return []spec.Undefined{
		{Carries: []string{"objective-control-major"}, Source: clause("一（一）"),
			Reason: spec.T("a motto without a number; the targets on major accidents and disaster losses stand for it",
				"为工作口号，无数值；由重特大事故和灾害损失指标体现")},
		{Carries: []string{"goal-2025-overall"}, Source: clause("二（三）1"),
			Reason: spec.T("no number for accidents of the large grade, nor for the system and capability",
				"较大事故及体系和能力水平均无数值")},
		{Carries: []string{"goal-2035-vision"}, Source: clause("二（三）1"),
			Reason: spec.T("it lies after the plan's years and names no number", "时限在规划期之后，且无数值")},
	}
}
