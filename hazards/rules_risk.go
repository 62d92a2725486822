package hazards

import "github.com/county-emergency/emergency/spec"

// The ids of the rules about risks and hidden dangers. They are permanent.
const (
	RuleRiskRegister    = "hazards.risk-register"
	RuleMapAndRegister  = "hazards.one-map-one-register"
	RuleMajorRisks      = "hazards.major-risk-measures"
	RuleRiskReviews     = "hazards.risk-reviews"
	RuleHiddenDangers   = "hazards.hidden-danger-loop"
	RuleDoubleReport    = "hazards.double-report"
	RuleEnforcementLoop = "hazards.enforcement-loop"
)

const (
	risksTable   = "risks.csv"
	dangersTable = "dangers.csv"
	casesTable   = "enforcement.csv"
)

func riskRegisterRule() spec.Rule {
	return spec.Rule{
		ID: RuleRiskRegister, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Risk points by level", "风险点按等级统计"),
		Formula: spec.T("risk points counted by hazard or sector and by level; hidden dangers are not counted among them",
			"风险点按灾种或行业领域、按等级计数；隐患另行统计，不计入风险"),
		Source: fengdu("一（二）3"), Reads: []string{risksTable}, Carries: []string{"risk-vs-hidden-danger"},
	}
}

func mapAndRegisterRule() spec.Rule {
	return spec.Rule{
		ID: RuleMapAndRegister, Revision: 1, Kind: spec.StandardKind,
		Title: spec.T("One map, one register", "风险“一图一库”"),
		Formula: spec.T("risk points both on the risk map and in the risk database = all risk points",
			"既上风险图又入风险数据库的风险点数 = 全部风险点数"),
		Source: fengdu("一（二）3"), Reads: []string{risksTable}, Carries: []string{"one-map-one-register"},
	}
}

func majorRisksRule() spec.Rule {
	return spec.Rule{
		ID: RuleMajorRisks, Revision: 1, Kind: spec.DutyKind,
		Title: spec.T("Every major risk has measures, a post and a date", "重大风险均有措施、责任岗位和时限"),
		Formula: spec.T("major risks with measures, a post that answers for them and a date = all major risks",
			"有防范化解措施、责任岗位和完成时限的重大风险数 = 全部重大风险数"),
		Source: fengdu("三（一）4"), Reads: []string{risksTable}, Carries: []string{"territory-risk-study"},
	}
}

func riskReviewsRule() spec.Rule {
	return spec.Rule{
		ID: RuleRiskReviews, Revision: 1, Kind: spec.DutyKind,
		Title: spec.T("Risks are assessed again in time", "风险按期复评"),
		Formula: spec.T("risk points whose next assessment is not overdue = all risk points; the plan gives no interval, the register's own date decides",
			"复评未逾期的风险点数 = 全部风险点数；规划未定周期，以清单所填日期为准"),
		Source: fengdu("三（三~）1~"), Reads: []string{risksTable}, Carries: []string{"risk-assessment-regular"},
	}
}

func hiddenDangersRule() spec.Rule {
	return spec.Rule{
		ID: RuleHiddenDangers, Revision: 1, Kind: spec.StandardKind,
		Title: spec.T("No hidden danger is overdue", "隐患治理无逾期"),
		Formula: spec.T("found → ordered → rectified → rechecked → cleared, no stage skipped; "+
			"a danger is overdue when its last day to rectify has passed and it is not rectified; the plan gives no interval between checks",
			"排查发现→责令整改→完成整改→复查验收→销号，不得跳过；整改期限已过而未整改的为逾期；规划未定调度周期"),
		Source: fengdu("三（三~）4~ 工贸安全"), Reads: []string{dangersTable}, Carries: []string{"trade-dust-enforcement"},
	}
}

func doubleReportRule() spec.Rule {
	return spec.Rule{
		ID: RuleDoubleReport, Revision: 1, Kind: spec.DutyKind,
		Title: spec.T("Major hidden dangers are reported twice", "重大事故隐患治理“双报告”"),
		Formula: spec.T("major hidden dangers reported both to the regulator and to the workers' congress of the firm = all major hidden dangers",
			"既向负有安全监管职责的部门又向企业职代会报告的重大事故隐患数 = 全部重大事故隐患数"),
		Source: fengdu("三（一）4"), Reads: []string{dangersTable},
	}
}

func enforcementRule() spec.Rule {
	return spec.Rule{
		ID: RuleEnforcementLoop, Revision: 1, Kind: spec.DutyKind,
		Title: spec.T("Enforcement runs through all its steps in time", "执法“三部曲”闭环无逾期"),
		Formula: spec.T("inspected and diagnosed → penalised → reinspected → closed, no step skipped; "+
			"a case is overdue when the last day for its reinspection has passed and it is not reinspected; the plan gives no time limit",
			"检查诊断→行政处罚→整改复查→结案，不得跳过；复查期限已过而未复查的为逾期；规划未定期限"),
		Source: fengdu("三（二）2"), Reads: []string{casesTable},
	}
}
