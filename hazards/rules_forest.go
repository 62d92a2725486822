package hazards

import "github.com/county-emergency/emergency/spec"

// The ids of the rules about forest fires and monitoring. They are permanent.
const (
	RuleMassMonitoring        = "hazards.geohazard-mass-monitoring"
	RuleWarningCoverage       = "hazards.geohazard-warning-coverage"
	RuleForestExtinguished    = "hazards.forest-extinguished-24h"
	RuleForestDamage          = "hazards.forest-damage-rate"
	RuleForestInspections     = "hazards.forest-inspections"
	RuleMonitoringSensitivity = "hazards.monitoring-sensitivity"
	RuleMonitoringAccuracy    = "hazards.monitoring-accuracy"
)

// The ids of the readings about forest fires and monitoring. They are permanent.
const (
	ReadingGeohazardTwoRates = "hazards.geohazard-two-rates"
	ReadingUndatedDeadline   = "hazards.undated-deadline"
	ReadingExtinguishedSpan  = "hazards.forest-extinguished-span"
)

const (
	twoIndicators = "two"
	oneIndicator  = "one"
	planEnd       = "plan-end"
	spanTotal     = "total"
	spanEachYear  = "each-year"
)

const (
	sitesTable       = "geohazard_sites.csv"
	firesTable       = "forest_fires.csv"
	inspectionsTable = "forest_inspections.csv"
	monitoringTable  = "monitoring.csv"
	forestAreaKey    = "county.yaml: forest.area"
)

func massMonitoringRule() spec.Rule {
	return spec.Rule{
		ID: RuleMassMonitoring, Revision: 1, Kind: spec.TargetKind,
		Title:   spec.T("Geohazard sites under mass monitoring", "地质灾害群测群防率"),
		Formula: spec.T("sites under mass monitoring ÷ all geohazard sites × 100", "群测群防的地质灾害点数 ÷ 地质灾害点总数 × 100"),
		Source:  fengdu("三（三~）2~"), Reads: []string{sitesTable}, Readings: []string{ReadingUndatedDeadline},
		Carries: []string{"target-geohazard-mass-monitoring"},
	}
}

func warningCoverageRule() spec.Rule {
	return spec.Rule{
		ID: RuleWarningCoverage, Revision: 1, Kind: spec.TargetKind,
		Title: spec.T("Geohazard sites with mass monitoring and warning", "地质灾害群测群防监测预警覆盖率"),
		Formula: spec.T("sites that mass monitoring and warning reaches ÷ all geohazard sites × 100",
			"群测群防监测预警覆盖的地质灾害点数 ÷ 地质灾害点总数 × 100"),
		Source: fengdu("三（三~）2~"), Reads: []string{sitesTable}, Readings: []string{ReadingGeohazardTwoRates, ReadingUndatedDeadline},
		Carries: []string{"target-geohazard-warning-coverage"},
	}
}

func forestExtinguishedRule() spec.Rule {
	return spec.Rule{
		ID: RuleForestExtinguished, Revision: 1, Kind: spec.TargetKind,
		Title: spec.T("Forest fires put out within 24 hours", "24小时森林火灾扑灭率"),
		Formula: spec.T("forest fires put out within the time, the time included ÷ all forest fires × 100; "+
			"fires that may miss it = floor((1 − share) × fires); without fires there is no rate",
			"在规定时间内（含）扑灭的森林火灾起数 ÷ 全部起数 × 100；最多允许未及时扑灭起数 =〔（1−比例）× 起数〕向下取整；无火灾时不计算"),
		Source: fengdu("三（三~）5~ 森林火灾防治"), Reads: []string{firesTable},
		Readings: []string{ReadingExtinguishedSpan, ReadingUndatedDeadline}, Carries: []string{"target-forest-extinguish-24h", "cc-forest-24h-minimum-fires"},
	}
}

func forestDamageRule() spec.Rule {
	return spec.Rule{
		ID: RuleForestDamage, Revision: 1, Kind: spec.TargetKind,
		Title: spec.T("Forest damage rate", "森林火灾受害率"),
		Formula: spec.T("forest burnt in the year ÷ forest area × 1000, in every year; 0.3 ‰ is 3 ha of 10,000 ha; "+
			"area left = floor(limit × forest area) − burnt",
			"当年受害森林面积 ÷ 森林面积 × 1000，逐年计算；0.3‰ 即每万公顷 3 公顷；余量 =〔限值 × 森林面积〕向下取整 − 受害面积"),
		Source: fengdu("三（三~）5~ 森林火灾防治"), Reads: []string{firesTable, forestAreaKey},
		Carries: []string{"target-forest-damage-rate", "cc-forest-damage-unit"},
	}
}

func forestInspectionsRule() spec.Rule {
	return spec.Rule{
		ID: RuleForestInspections, Revision: 2, Kind: spec.DutyKind,
		Title: spec.T("Forest fire dangers are inspected every year", "森林火灾风险隐患年度排查"),
		Formula: spec.T("years with as many inspections as the plan asks for = years that are over; shortfall of a year, where fewer were done = asked − done; "+
			"over the plan: asked × years", "排查次数达到要求的年份数 = 已结束年份数；年度欠缺（仅次数不足的年份）= 要求 − 已开展；规划期合计 = 要求 × 年数"),
		Source: fengdu("三（三~）5~ 森林火灾防治"), Reads: []string{inspectionsTable},
		Carries: []string{"forest-inspections-2-per-year", "cc-forest-inspection-count"},
	}
}

func sensitivityRule() spec.Rule {
	return spec.Rule{
		ID: RuleMonitoringSensitivity, Revision: 1, Kind: spec.FigureKind,
		Title:   spec.T("Sensitivity of early monitoring", "早期监测灵敏性"),
		Formula: spec.T("events that an alarm preceded ÷ all events × 100; the plan sets no value", "有预报的灾害次数 ÷ 灾害总次数 × 100；规划未定目标值"),
		Source:  fengdu("三（一）3"), Reads: []string{monitoringTable}, Carries: []string{"early-monitoring-two-metrics"},
	}
}

func accuracyRule() spec.Rule {
	return spec.Rule{
		ID: RuleMonitoringAccuracy, Revision: 1, Kind: spec.FigureKind,
		Title:   spec.T("Accuracy of early monitoring", "早期监测准确性"),
		Formula: spec.T("alarms that an event followed ÷ all alarms × 100; the plan sets no value", "报准次数 ÷ 预报总次数 × 100；规划未定目标值"),
		Source:  fengdu("三（一）3"), Reads: []string{monitoringTable},
	}
}

func preventionReadings() []spec.Reading {
	return []spec.Reading{geohazardTwoRates(), undatedDeadline(), extinguishedSpan()}
}

func geohazardTwoRates() spec.Reading {
	return spec.Reading{
		ID: ReadingGeohazardTwoRates,
		Question: spec.T("Are the rate of mass monitoring and the coverage of mass monitoring and warning two indicators?",
			"“群测群防率”与“群测群防监测预警覆盖率”是否为两项指标？"),
		Default: twoIndicators,
		Options: []spec.Option{
			{ID: twoIndicators, Text: spec.T("two: each with a column of its own", "两项：各自填报、各自判定")},
			{ID: oneIndicator, Text: spec.T("one: the coverage is the rate of mass monitoring in other words", "一项：覆盖率即群测群防率的另一种写法")},
		},
		Source: fengdu("三（三~）2~"), Carries: []string{"dis-geohazard-two-rates"},
	}
}

func undatedDeadline() spec.Reading {
	return spec.Reading{
		ID:       ReadingUndatedDeadline,
		Question: spec.T("When is a target on monitoring or forest fires due that names no year?", "监测、森林防火目标未写明年份时何时到期？"),
		Default:  planEnd,
		Options: []spec.Option{
			{ID: planEnd, Text: spec.T("on the last day of the plan", "规划期最后一日")},
			{ID: none, Text: spec.T("never: it is judged as it stands on the date", "不设期限：按评估日现状判定")},
		},
		Source: fengdu("三（三~）2~；三（三~）5~ 森林火灾防治"),
	}
}

func extinguishedSpan() spec.Reading {
	return spec.Reading{
		ID:       ReadingExtinguishedSpan,
		Question: spec.T("Is the share of forest fires put out in time that of all years together or of each year?", "24小时扑灭率按规划期合计还是逐年计算？"),
		Default:  spanTotal,
		Options: []spec.Option{
			{ID: spanTotal, Text: spec.T("of the plan's years together", "规划期合计")},
			{ID: spanEachYear, Text: spec.T("of each year", "逐年计算")},
		},
		Source: fengdu("三（三~）5~ 森林火灾防治"),
	}
}
