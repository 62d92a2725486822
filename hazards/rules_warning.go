package hazards

import "github.com/county-emergency/emergency/spec"

// The ids of the rules about warnings. They are permanent.
const (
	RuleWarningIssuer   = "hazards.warning-issuer"
	RuleWarningsInForce = "hazards.warnings-in-force"
	RuleWarningLead     = "hazards.warning-lead"
	RuleWarningAccuracy = "hazards.warning-accuracy"
	RuleWarningReach    = "hazards.warning-reach"
)

// ReadingCGCS2000AsWGS84 is the id of a reading. It is permanent.
const ReadingCGCS2000AsWGS84 = "hazards.cgcs2000-as-wgs84"

// The options of the reading.
const (
	refuse = "refuse"
	equate = "equate"
)

const warningsTable = "warnings.csv"

// warningTable lists the rules about warnings in the order of a report.
func warningTable() []preventionRule {
	return []preventionRule{
		{warningIssuerRule(), (*Assessment).warningIssuer},
		{warningsInForceRule(), (*Assessment).warningsInForce},
		{warningLeadRule(), (*Assessment).warningLead},
		{warningAccuracyRule(), (*Assessment).warningAccuracy},
		{warningReachRule(), (*Assessment).warningReach},
	}
}

func warningRules() []spec.Rule {
	var out []spec.Rule
	for _, one := range warningTable() {
		out = append(out, one.rule)
	}
	return out
}

func warningIssuerRule() spec.Rule {
	return spec.Rule{
		ID: RuleWarningIssuer, Revision: 1, Kind: spec.StandardKind,
		Title: spec.T("Warnings are issued by whom their level allows", "预警由有权机关发布"),
		Formula: spec.T("warnings issued by the government that issues their level = all warnings of the period up to the date",
			"由该级别有权机关发布的预警数 = 截至评估日规划期内全部预警数"),
		Source: emergencyResponseLaw("第六十三条、第七十条"), Reads: []string{warningsTable},
	}
}

func warningsInForceRule() spec.Rule {
	return spec.Rule{
		ID: RuleWarningsInForce, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Warnings in force by colour", "生效中的预警（按颜色）"),
		Formula: spec.T("warnings issued by the end of the date, neither past their end nor cancelled by then, by level",
			"截至评估日24时已发布、未到期且未解除的预警，按级别计数"),
		Source: emergencyResponseLaw("第六十三条"), Reads: []string{warningsTable},
	}
}

func warningLeadRule() spec.Rule {
	return spec.Rule{
		ID: RuleWarningLead, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Timeliness of warnings", "预警时效性"),
		Formula: spec.T("mean, over the warnings followed by their event, of the minutes from issue to event, negative where the warning came after",
			"对已发生的预警求平均：发生时间 − 发布时间（分钟），晚于发生为负"),
		Source: fengdu("一（二）4"), Reads: []string{warningsTable}, Carries: []string{"warning-quality-three"},
	}
}

func warningAccuracyRule() spec.Rule {
	return spec.Rule{
		ID: RuleWarningAccuracy, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Accuracy of warnings", "预警准确性"),
		Formula: spec.T("warnings followed by their event ÷ all warnings whose outcome is known; one still in force needs none yet",
			"预警后发生数 ÷ 结果已知的预警数；仍生效的不要求结果"),
		Source: fengdu("一（二）4"), Reads: []string{warningsTable}, Carries: []string{"warning-quality-three"},
	}
}

func warningReachRule() spec.Rule {
	return spec.Rule{
		ID: RuleWarningReach, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Coverage of warnings", "预警覆盖面"),
		Formula: spec.T("people of the given areas and groups who confirmed a warning ÷ people it was aimed at, over all warnings",
			"特定区域、特定人群中已确认接收的人数 ÷ 预警目标人数（全部预警合计）"),
		Source: fengdu("三（三~）2~"), Reads: []string{warningsTable}, Carries: []string{"warning-quality-three", "warning-precise-release"},
	}
}

func warningReadings() []spec.Reading { return []spec.Reading{cgcs2000AsWGS84()} }

func cgcs2000AsWGS84() spec.Reading {
	return spec.Reading{
		ID: ReadingCGCS2000AsWGS84,
		Question: spec.T("May CGCS2000 coordinates be written as they stand where a format demands WGS 84?",
			"格式要求 WGS 84 坐标时，CGCS2000 坐标可否原样写出？"),
		Default: refuse,
		Options: []spec.Option{
			{ID: refuse, Text: spec.T("no: they are refused", "不可：拒绝写出")},
			{ID: equate, Text: spec.T("yes: the two differ by centimetres, which no warned area can tell", "可：两者相差厘米级，预警区域无从分辨")},
		},
		Source: spec.Source{Document: "county-emergency/emergency", Place: "coordinates (坐标)", Standing: spec.Ours},
	}
}
