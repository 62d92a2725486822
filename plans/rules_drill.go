package plans

import "github.com/county-emergency/emergency/spec"

// The ids of the rules and readings about drills. They are permanent.
const (
	RulePlanDrills      = "plans.plan-drills"
	RuleBodyDrills      = "plans.body-drills"
	RuleHighRiskDrills  = "plans.high-risk-drills"
	RuleNeighbourDrills = "plans.neighbour-drills"
	RuleDoubleBlind     = "plans.double-blind"
	RuleDrillFindings   = "plans.drill-shortcomings"

	ReadingDrillWindow = "plans.drill-window"
	CalendarWindow     = "calendar" // each whole cycle counted from the first day of the period
	RollingWindow      = "rolling"  // the cycle that ends on the date

	ReadingDoubleBlind = "plans.double-blind-main"
	BlindFigure        = "figure"         // the share is told, nothing judges it
	BlindMajority      = "more-than-half" // the main form is more than half
)

const (
	drillsTable       = "drills.csv"
	completeDrillsKey = "county.yaml: complete.drills"
	shortcomingsTable = "drill_shortcomings.csv"
	boundaryKey       = "county.yaml: contingency.boundary_points"
)

// drillRules are the rules on drills in the order of their findings.
func drillRules() []spec.Rule {
	source := clause("三（五~）1 加强应急预案演练评估")
	reads := []string{drillsTable, completeDrillsKey}
	return []spec.Rule{
		{
			ID: RulePlanDrills, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Plans drilled within their cycle", "预案按周期演练"),
			Formula: spec.T("the later of first issue and last drill of a plan, all its editions together, and the months of the cycle, is not before the date; a plan whose last drill failed is not met",
				"预案（各版本合计）首次印发与最近一次演练之较晚者 + 演练周期 ≥ 评估基准日；最近一次演练不合格的不达标"),
			Source: source, Reads: append([]string{contingencyTable}, reads...), Derivations: tallyDerivations(),
		},
		{
			ID: RuleBodyDrills, Revision: 1, Kind: spec.DutyKind,
			Title:   spec.T("County and townships drill as often as they must", "县级和乡镇（街道）按频次演练"),
			Formula: spec.T("each body has a drill that did not fail in each cycle", "每一主体在每一周期内至少有一次未判不合格的演练"),
			Source:  source, Reads: append([]string{"townships.csv"}, reads...), Readings: []string{ReadingDrillWindow},
			Derivations: groupedDerivations(),
		},
		{
			ID: RuleHighRiskDrills, Revision: 1, Kind: spec.DutyKind,
			Title:   spec.T("High-risk enterprises and crowded places drill", "高危企业和人员密集场所按频次演练"),
			Formula: spec.T("each of them has a drill that did not fail in each cycle since it has been there", "每一单位自设立起在每一周期内至少有一次未判不合格的演练"),
			Source:  source, Reads: append([]string{objectsTable}, reads...), Readings: []string{ReadingDrillWindow},
			Derivations: groupedDerivations(),
		},
		{
			ID: RuleNeighbourDrills, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Joint drills at the boundary points", "临界重点部位联合演练"),
			Formula: spec.T("each boundary point has a joint drill with the neighbour there within the period; no interval is given, so none is unmet before the period is over",
				"规划期内每个临界重点部位均与该处毗邻区县联合演练；未规定周期，期满前不判未达标"),
			Source: source, Reads: append([]string{boundaryKey}, reads...), Carries: []string{"exercise-neighbours"},
			Derivations: []spec.Derivation{
				{Of: "judged", Is: "met + unmet + unknown"},
				{Of: "required", Is: "boundary_points"},
				{Of: "actual", Is: "met"},
			},
		},
		{
			ID: RuleDoubleBlind, Revision: 1, Kind: spec.DutyKind,
			Title:   spec.T("Share of double-blind drills", "双盲演练占比"),
			Formula: spec.T("double-blind drills ÷ drills of the period on record; between bounds where it is not known of some", "双盲演练次数 ÷ 规划期内有记录的演练次数；部分不明时给出上下限"),
			Source:  source, Reads: []string{drillsTable}, Readings: []string{ReadingDoubleBlind}, Carries: []string{"exercise-double-blind"},
			Derivations: []spec.Derivation{
				{Of: "actual", Is: "double_blind ÷ drills × 100"},
				{Of: "required", Is: "main_form", When: ReadingDoubleBlind + "=" + BlindMajority},
			},
		},
		{
			ID: RuleDrillFindings, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("What drills brought to light is mended and tried again", "演练发现问题整改并复演"),
			Formula: spec.T("found → mended → retested in time; a failed retest sends it back",
				"发现 → 整改 → 按期复演合格；复演不合格退回整改"),
			Source: source, Reads: []string{shortcomingsTable}, Derivations: tallyDerivations(),
		},
	}
}

// DrillWindow is the reading about the cycle of a drill: law and plan say "once
// in each half-year" without saying from when it runs.
func DrillWindow() spec.Reading {
	return spec.Reading{
		ID:       ReadingDrillWindow,
		Question: spec.T("from when does the cycle of a drill run", "演练周期从何时起算"),
		Default:  CalendarWindow,
		Options: []spec.Option{
			{ID: CalendarWindow, Text: spec.T("from the first day of the plan period: every whole cycle that is over is asked for", "自规划期首日起逐周期计算，已届满的每一周期均须演练")},
			{ID: RollingWindow, Text: spec.T("backwards from the date: only the cycle that ends on it is asked for", "自评估基准日倒推一个周期")},
		},
		Source: clause("三（五~）1 加强应急预案演练评估"),
	}
}

// DoubleBlindMain is the reading about the main form: double-blind drills are to
// be the main form, and no share is given.
func DoubleBlindMain() spec.Reading {
	return spec.Reading{
		ID:       ReadingDoubleBlind,
		Question: spec.T("what share of drills must be double-blind, which are to be the main form", "以“双盲”演练为重点，占比应为多少"),
		Default:  BlindFigure,
		Options: []spec.Option{
			{ID: BlindFigure, Text: spec.T("no share is given: it is told and not judged", "未规定比例，仅统计，不作评判")},
			{ID: BlindMajority, Text: spec.T("the main form is more than half of the drills", "超过半数方为主要形式")},
		},
		Source: clause("三（五~）1 加强应急预案演练评估"),
	}
}
