package indicators

import "github.com/county-emergency/emergency/spec"

func weatherRate() spec.Reading {
	return spec.Reading{
		ID: ReadingWeatherRate,
		Question: spec.T("Which of the two rates at which sudden weather disasters are to be monitored applies?",
			"突发气象灾害监测率前后两个数值，以哪一个为准？"),
		Default: stricter95,
		Options: []spec.Option{
			{ID: stricter95, Text: spec.T("95 % by 2025, the stricter and later statement", "到2025年95%，取后文较严者")},
			{ID: first90, Text: spec.T("90 %, the first statement, without a year", "90%，取前文，未写年份")},
		},
		Source:  clause("二（三）2；三（三~）2~"),
		Carries: []string{"dis-weather-monitoring"},
	}
}

func riverMeasure() spec.Reading {
	return spec.Reading{
		ID:       ReadingRiverMeasure,
		Question: spec.T("Is the share of rivers covered by warnings one of their number or of their length?", "中小河流预警覆盖率按条数还是按长度计算？"),
		Default:  byNumber,
		Options: []spec.Option{
			{ID: byNumber, Text: spec.T("by number", "按条数")},
			{ID: byLength, Text: spec.T("by length", "按长度")},
		},
		Source: clause("三（三~）2~"),
	}
}

func convectiveWarning() spec.Reading {
	return spec.Reading{
		ID: ReadingConvective,
		Question: spec.T("Are the 45 minutes the time by which a warning comes before the event, or a gain over the time reached so far?",
			"“提前45分钟”是预警提前时间本身，还是比现状再提前的时间？"),
		Default: leadTime,
		Options: []spec.Option{
			{ID: leadTime, Text: spec.T("the lead time itself", "预警提前时间")},
			{ID: gainOnBase, Text: spec.T("a gain over the base", "比基数再提前")},
		},
		Source:  clause("三（三~）2~"),
		Carries: []string{"dis-convective-reading"},
	}
}

func trajectory() spec.Reading {
	return spec.Reading{
		ID: ReadingTrajectory,
		Question: spec.T("How much of the way must be done by the mid-term evaluation, which the plan neither dates nor measures?",
			"规划未规定中期应达到的进度，中期评估时按何进度判定？"),
		Default: Linear.String(),
		Options: []spec.Option{
			{ID: Linear.String(), Text: spec.T("an equal share in every year", "逐年等量推进")},
			{ID: Stepped.String(), Text: spec.T("half at the mid-term, the rest at the end", "中期完成一半，期末完成全部")},
			{ID: Held.String(), Text: spec.T("everything, in every year", "每年都须达到全部要求")},
		},
		Source: ours("五（三）"),
	}
}
