package indicators

import "github.com/county-emergency/emergency/spec"

// The ids of the readings of this package. They are permanent.
const (
	ReadingDeathsComparison = "indicators.deaths-comparison"
	ReadingBaseYear         = "indicators.base-year"
	ReadingYearlyMean       = "indicators.yearly-mean"
	ReadingMissingPersons   = "indicators.missing-persons"
	ReadingPopulation       = "indicators.population"
	ReadingGDPPrices        = "indicators.gdp-prices"
	ReadingZeroBase         = "indicators.zero-base"
	ReadingAccidentScope    = "indicators.accident-goal-scope"
	ReadingUndatedDeadline  = "indicators.undated-deadline"
	ReadingWeatherRate      = "indicators.weather-monitoring-rate"
	ReadingRiverMeasure     = "indicators.river-warning-measure"
	ReadingConvective       = "indicators.convective-warning"
	ReadingTrajectory       = "indicators.trajectory"
	ReadingStatedOrCounted  = "indicators.stated-or-counted"
)

// The options of the readings.
const (
	yearOnBase       = "year-on-base"
	sumsOfYears      = "five-year-sums"
	yearBefore       = "year-before-period"
	previousMean     = "previous-period-mean"
	meanOfRatios     = "mean-of-ratios"
	pooled           = "pooled"
	deathsOnly       = "deaths-only"
	deathsAndMissing = "deaths-and-missing"
	resident         = "resident"
	registered       = "registered"
	currentPrices    = "current"
	constantPrices   = "constant"
	noRate           = "no-rate"
	zeroStaysZero    = "zero-stays-zero"
	majorOnly        = "major-and-extraordinary"
	largeAndAbove    = "large-and-above"
	planEnd          = "plan-end"
	noDeadline       = "none"
	stricter95       = "stricter-95"
	first90          = "first-90"
	byNumber         = "by-number"
	byLength         = "by-length"
	leadTime         = "lead-time"
	gainOnBase       = "gain"
	statedDecides    = "stated"
	countedDecides   = "counted"
)

// Readings lists the clauses on indicators that can be understood in more than
// one way (解读). Where the plan gives no hint the default is our reading.
func Readings() []spec.Reading {
	return []spec.Reading{
		deathsComparison(), baseYear(), yearlyMean(), missingPersons(), populationCounted(),
		gdpPrices(), zeroBase(), accidentScope(), undatedDeadline(),
		weatherRate(), riverMeasure(), convectiveWarning(), trajectory(), statedOrCounted(),
	}
}

func deathsComparison() spec.Reading {
	return spec.Reading{
		ID: ReadingDeathsComparison,
		Question: spec.T("Does a fall in accident deaths compare the last year with the base year, or the sum of all years with that of as many years before?",
			"事故死亡人数下降幅度，是规划末年与基年相比，还是规划期各年合计与上一个同样长度期间合计相比？"),
		Default: yearOnBase,
		Options: []spec.Option{
			{ID: yearOnBase, Text: spec.T("the last year against the base year", "末年与基年相比")},
			{ID: sumsOfYears, Text: spec.T("the sum of the years against the sum of as many years before", "规划期合计与上期合计相比")},
		},
		Source:  clause("二（三）3 表 序号1；三（三~）4~"),
		Carries: []string{"dis-cumulative-vs-plain"},
	}
}

func baseYear() spec.Reading {
	return spec.Reading{
		ID: ReadingBaseYear,
		Question: spec.T("From which base does a change start where the plan states no base year?",
			"规划未写明基年时，变化幅度以何为基数？"),
		Default: yearBefore,
		Options: []spec.Option{
			{ID: yearBefore, Text: spec.T("the year before the plan's first", "规划期前一年")},
			{ID: previousMean, Text: spec.T("the mean of as many years before the plan as it has", "规划期前同样长度期间的年均值")},
		},
		Source: clause("二（三）3 表"),
	}
}

func yearlyMean() spec.Reading {
	return spec.Reading{
		ID:       ReadingYearlyMean,
		Question: spec.T("How is the yearly mean of a rate taken?", "比率类指标的“年均”如何计算？"),
		Default:  meanOfRatios,
		Options: []spec.Option{
			{ID: meanOfRatios, Text: spec.T("the mean of each year's rate", "各年比率的平均值")},
			{ID: pooled, Text: spec.T("the sum of the numerators over the sum of the denominators", "分子合计与分母合计之比")},
		},
		Source:  clause("二（三）3 表 序号4至6"),
		Carries: []string{"cc-mean-vs-pooled"},
	}
}

func missingPersons() spec.Reading {
	return spec.Reading{
		ID:       ReadingMissingPersons,
		Question: spec.T("Do people missing after a natural disaster count with the deaths?", "自然灾害失踪人员是否计入死亡人数？"),
		Default:  deathsOnly,
		Options: []spec.Option{
			{ID: deathsOnly, Text: spec.T("no, deaths alone", "不计入，仅计死亡")},
			{ID: deathsAndMissing, Text: spec.T("yes, deaths and missing", "计入，死亡与失踪合计")},
		},
		Source: clause("二（三）3 表 序号5"),
	}
}

func populationCounted() spec.Reading {
	return spec.Reading{
		ID:       ReadingPopulation,
		Question: spec.T("Which population do the rates refer to?", "指标中的人口按何口径？"),
		Default:  resident,
		Options: []spec.Option{
			{ID: resident, Text: spec.T("residents", "常住人口")},
			{ID: registered, Text: spec.T("registered population", "户籍人口")},
		},
		Source: clause("二（三）3 表 序号5、6"),
	}
}

func gdpPrices() spec.Reading {
	return spec.Reading{
		ID:       ReadingGDPPrices,
		Question: spec.T("At which prices is the output taken that deaths are divided by?", "亿元生产总值死亡率中的生产总值按何价格计算？"),
		Default:  currentPrices,
		Options: []spec.Option{
			{ID: currentPrices, Text: spec.T("current prices", "现价")},
			{ID: constantPrices, Text: spec.T("constant prices", "不变价")},
		},
		Source: clause("二（三）3 表 序号3"),
	}
}

func zeroBase() spec.Reading {
	return spec.Reading{
		ID:       ReadingZeroBase,
		Question: spec.T("What does a change ask for where the base is zero?", "基数为零时，变化幅度目标如何判定？"),
		Default:  noRate,
		Options: []spec.Option{
			{ID: noRate, Text: spec.T("nothing can be said: there is no rate of change", "不作判定：无法计算变化率")},
			{ID: zeroStaysZero, Text: spec.T("zero again", "仍须为零")},
		},
		Source: clause("二（三）3 表"),
	}
}

func accidentScope() spec.Reading {
	return spec.Reading{
		ID: ReadingAccidentScope,
		Question: spec.T("Which accidents does the target on major accidents count, since another goal speaks of large ones and above?",
			"另有目标提及较大及以上事故，重特大事故起数指标统计哪些事故？"),
		Default: majorOnly,
		Options: []spec.Option{
			{ID: majorOnly, Text: spec.T("major and extraordinary, as the number is written", "重大和特别重大，与指标文字一致")},
			{ID: largeAndAbove, Text: spec.T("large and above", "较大及以上")},
		},
		Source:  clause("二（三）1；二（三）3 表 序号2"),
		Carries: []string{"dis-accident-grade-scope"},
	}
}

func undatedDeadline() spec.Reading {
	return spec.Reading{
		ID:       ReadingUndatedDeadline,
		Question: spec.T("When is a target due that names no year?", "未写明年份的目标何时到期？"),
		Default:  planEnd,
		Options: []spec.Option{
			{ID: planEnd, Text: spec.T("on the last day of the plan", "规划期最后一日")},
			{ID: noDeadline, Text: spec.T("never: the latest finished year is judged", "不设期限：按最近完整年度判定")},
		},
		Source:  clause("全文"),
		Carries: []string{"dis-undated-targets"},
	}
}

func statedOrCounted() spec.Reading {
	return spec.Reading{
		ID: ReadingStatedOrCounted,
		Question: spec.T("Which value decides where a county's stated yearly figure and its own complete table of records differ?",
			"年度填报数与本县完整台账统计数不一致时，以哪一个为准？"),
		Default: statedDecides,
		Options: []spec.Option{
			{ID: statedDecides, Text: spec.T("the figure that the county states", "填报数")},
			{ID: countedDecides, Text: spec.T("the count of the complete table", "完整台账统计数")},
		},
		Source: ours("二（三）3 表"),
	}
}
