package hazards

import "github.com/county-emergency/emergency/spec"

// The ids of the rules about single accidents and disasters. They are permanent.
const (
	RuleCasualtyChanges = "hazards.casualty-changes"
	RuleReportDeadline  = "hazards.report-deadline"
	RuleInvestigation   = "hazards.investigation"
	RuleDisasterBalance = "hazards.disaster-balance"
	RuleDisasterGrade   = "hazards.disaster-grade"
	RuleReliefResponse  = "hazards.relief-response"
	RuleMustReport      = "hazards.must-report"
)

func caseRules() []spec.Rule {
	return []spec.Rule{casualtyChanges(), reportDeadline(), investigationRule(), disasterBalance(), disasterGrade(), reliefResponse(), mustReport()}
}

func casualtyChanges() spec.Rule {
	return spec.Rule{
		ID: RuleCasualtyChanges, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Changes of casualties after the accident", "事故伤亡人数变化"),
		Formula: spec.T("a later count changes the grade when its day is not after the accident's day + 30 days, + 7 days for road traffic and fires; "+
			"what is later is kept and changes nothing",
			"伤亡变化日期≤事故发生日＋30日（道路交通、火灾＋7日）的计入定级；之后的变化保留但不改变等级"),
		Source: order493At("第十三条、第二十条"), Reads: []string{"incidents.csv", "casualties.csv"}, Readings: []string{ReadingMissingInGrade},
	}
}

func reportDeadline() spec.Rule {
	return spec.Rule{
		ID: RuleReportDeadline, Revision: 2, Kind: spec.DutyKind,
		Title: spec.T("Accidents reported in time", "事故按时上报"),
		Formula: spec.T("unit to county: at most 1 hour; each authority to the next: at most 2 hours; "+
			"as far as the prefecture for ordinary accidents, the province for large ones, the State for major and extraordinary ones; "+
			"a local rule of earlier reports where the plan names one (Chongqing: large and above to the municipality within 1 hour)",
			"单位至县级≤1小时，逐级上报每级≤2小时；一般事故报至设区的市级，较大事故报至省级，重大、特别重大事故报至国务院；"+
				"规划写明地方提前上报规定的从其规定（重庆：较大以上1小时内报市政府）"),
		Source: order493At("第九条至第十一条"), Reads: []string{"incidents.csv", "accident_reports.csv"}, Readings: []string{ReadingMissingInGrade, ReadingSoonerClock},
	}
}

func investigationRule() spec.Rule {
	return spec.Rule{
		ID: RuleInvestigation, Revision: 1, Kind: spec.DutyKind,
		Title: spec.T("Accidents investigated by whom and when the order says", "事故调查主体和时限"),
		Formula: spec.T("investigator at least: county for ordinary, prefecture for large, province for major, State for extraordinary accidents; "+
			"report within 60 days and at most 60 more; reply within 15 days, 30 and at most 30 more for extraordinary ones",
			"调查主体不低于：一般县级、较大市级、重大省级、特别重大国务院；调查报告60日内提交，可延长不超过60日；"+
				"收到报告后15日内批复，特别重大30日内，可延长不超过30日"),
		Source: order493At("第十九条、第二十九条、第三十二条"), Reads: []string{"incidents.csv", "investigations.csv"}, Readings: []string{ReadingMissingInGrade},
	}
}

func disasterBalance() spec.Rule {
	return spec.Rule{
		ID: RuleDisasterBalance, Revision: 1, Kind: spec.CrossCheckKind,
		Title: spec.T("Numbers of disaster returns agree", "灾情报表数据平衡"),
		Formula: spec.T("resettled = concentrated + dispersed; current ≤ cumulative; seriously injured ≤ injured; dwellings ≤ rooms; "+
			"crops lost ≤ damaged ≤ affected; direct loss = its six parts; people moved may exceed people affected",
			"转移安置＝集中＋分散；实时值≤累计值；重伤≤受伤；住房间数≤房屋间数；绝收≤成灾≤受灾；直接经济损失＝六项之和；避险转移人数可大于受灾人数"),
		Source: balanceSource(), Reads: []string{"disasters.csv"},
	}
}

func disasterGrade() spec.Rule {
	return spec.Rule{
		ID: RuleDisasterGrade, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Natural disasters by grade", "自然灾害按等级统计"),
		Formula: spec.T("grade = the highest that any one criterion of the hazard's table reaches: geological (deaths, loss), "+
			"forest fire (area, deaths, serious injuries), earthquake (deaths with missing, loss over provincial GDP)",
			"等级＝该灾种分级标准中任一指标达到的最高等级：地质灾害（死亡、损失）、森林火灾（面积、死亡、重伤）、地震（死亡失踪、损失占全省生产总值比重）"),
		Source: spec.Source{Document: "地质灾害防治条例", Number: "国务院令第394号", Place: "第四条", Standing: spec.Statute}, Reads: []string{"disasters.csv"},
	}
}

func reliefResponse() spec.Rule {
	return spec.Rule{
		ID: RuleReliefResponse, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Disasters that reached a relief response level", "达到救助应急响应级别的灾害"),
		Formula: spec.T("level = the highest that any one of deaths, people resettled and needing aid, houses and drought reaches in the county's own plan",
			"级别＝本县预案中死亡、转移安置和需救助人数、房屋、旱灾任一指标达到的最高级别"),
		Source: spec.Source{Document: "国家自然灾害救助应急预案", Number: "国办函〔2024〕11号", Standing: spec.Published}, Reads: []string{"disasters.csv"},
	}
}

func mustReport() spec.Rule {
	return spec.Rule{
		ID: RuleMustReport, Revision: 2, Kind: spec.FigureKind,
		Title: spec.T("Disasters that must be reported past the usual way", "必须专报或直报的灾害"),
		Formula: spec.T("10 deaths and missing; geological damage or threat of the upper two sizes; "+
			"forest fires with casualties, of the upper two grades, at borders, near homes, in key forest or not out in time; "+
			"of whatever grade the local rule of earlier reports names",
			"死亡和失踪10人以上；大型以上地质灾害灾情或险情；有伤亡、重大以上、边界附近、威胁居民区、重点林区或超时未扑灭的森林火灾；达到地方提前上报规定等级的灾害"),
		Source: spec.Source{Document: "森林防火条例", Place: "第三十二条", Standing: spec.Statute}, Reads: []string{"disasters.csv"},
	}
}
