package plans

import "github.com/county-emergency/emergency/spec"

// The ids of the rules of the duty ledger. They are permanent.
const (
	RuleDutiesDue      = "plans.duties-due"
	RuleDutiesStanding = "plans.duties-standing"
	RuleDutiesRegular  = "plans.duties-without-interval"
	RuleDutiesOverdue  = "plans.duties-overdue"
	RuleDutyBearers    = "plans.duty-bearers"
	RuleBearerNames    = "plans.bearer-names"
	RuleDutyEvidence   = "plans.duty-evidence"
	RuleEvaluations    = "plans.evaluations"
	RuleDepartments    = "plans.department-scores"
)

const (
	dutiesTable = "duties.csv"
	ledgerFile  = "duties.yaml"
)

// dutyRules are the rules of the ledger in the order of their findings.
func dutyRules() []spec.Rule {
	ours := spec.Source{Document: "county-emergency", Place: "plans", Standing: spec.Ours}
	return []spec.Rule{
		{
			ID: RuleDutiesDue, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Duties that have come due", "到期责任事项"),
			Formula: spec.T("every duty of the ledger of which an occurrence has come due: evidence in each such occurrence, as often as the clause asks",
				"责任清单中已有期次到期的每一事项：每一到期期次均有佐证，且次数达到条款要求"),
			Source: clause("三（一）4"), Reads: []string{dutiesTable, "county.yaml: complete.duties"},
			Readings:    []string{ReadingUndatedDuty, ReadingRegularInterval, ReadingDutyBeforeIssue},
			Carries:     []string{"annual-debriefing"},
			Derivations: dutyDerivations(),
		},
		{
			ID: RuleDutiesStanding, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Duties that hold at all times or in each case", "常年和逐案责任事项"),
			Formula: spec.T("every such duty: the last evidence on record says done, not lapsed",
				"每一常年或逐案事项：最近一条佐证为已完成，且未失效"),
			Source: clause("三（一）4"), Reads: []string{dutiesTable}, Derivations: dutyDerivations(),
		},
		{
			ID: RuleDutiesRegular, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Duties at an interval that the plan does not give", "未写明周期的定期责任事项"),
			Formula: spec.T("number of duties that the plan asks for regularly without saying how often",
				"规划要求“定期”而未写明周期的事项数"),
			Source: clause("三"), Reads: []string{ledgerFile}, Readings: []string{ReadingRegularInterval},
			Derivations: []spec.Derivation{{Of: "actual", Is: "count(duty-**)"}},
		},
		{
			ID: RuleDutiesOverdue, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Overdue duties", "逾期责任事项"),
			Formula: spec.T("duties with an occurrence whose day has come and that is shown as neither done nor waived = 0; occurrences not shown either way make it unknown",
				"存在已到期且确认未完成、未免除期次的事项数 = 0；未填报的期次不判定"),
			Source: clause("三（一）4"), Reads: []string{dutiesTable, "county.yaml: complete.duties"},
			Readings: []string{ReadingUndatedDuty, ReadingRegularInterval, ReadingDutyBeforeIssue},
			Derivations: []spec.Derivation{
				{Of: "due", Is: "closed + failed + open"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "failed-duties"},
			},
		},
		{
			ID: RuleDutyBearers, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Every duty names who bears it", "责任事项均有责任主体"),
			Formula: spec.T("duties whose clause names a bearer = all duties of the ledger; bearers assigned by us, by who leads in the field, do not count",
				"条款写明责任主体的事项数 = 全部责任事项数；由本库按牵头领域指定的不计"),
			Source: clause("文首"), Reads: []string{ledgerFile}, Carries: []string{"doc-addressees"},
			Derivations: []spec.Derivation{
				{Of: "duties", Is: "sum(lead-**)"},
				{Of: "named", Is: "duties − assigned − nobody"},
				{Of: "required", Is: "duties"},
				{Of: "actual", Is: "named"},
			},
		},
		{
			ID: RuleBearerNames, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Each written name is one bearer", "责任主体名称唯一"),
			Formula: spec.T("every name and alias belongs to one bearer; bearers that the plan writes in more than one way are counted",
				"每个名称和别名只属于一个责任主体；并计有多种写法的主体"),
			Source: clause("三（二）1~"), Reads: []string{ledgerFile}, Carries: []string{"dis-village-names"},
			Derivations: []spec.Derivation{
				{Of: "many", Is: "count(written-**)"},
				{Of: "names", Is: "sum(written-**) + bearers − many"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "shared"},
			},
		},
		{
			ID: RuleDutyEvidence, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Evidence has its duty", "佐证均有对应事项"),
			Formula: spec.T("rows of duties.csv that name a duty of the ledger = all rows; rows of done duties with a hash of the paper are counted",
				"duties.csv 中与责任清单对应的行数 = 全部行数；另计已完成行中附有佐证哈希的行数"),
			Source: ours, Reads: []string{dutiesTable},
			Derivations: []spec.Derivation{{Of: "known", Is: "rows − strange"}, {Of: "required", Is: "rows"}, {Of: "actual", Is: "known"}},
		},
		{
			ID: RuleEvaluations, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Mid-term and final evaluation", "中期和终期评估"),
			Formula: spec.T("each evaluation whose day has come is on record as done",
				"每项已到期的评估均有完成记录"),
			Source: clause("五（三）"), Reads: []string{dutiesTable},
			Carries: []string{"guarantee-mid-final-evaluation"},
			Derivations: []spec.Derivation{
				{Of: "judged", Is: "met + unmet + unknown"},
				{Of: "required", Is: "count(evaluation-**) − later − waived"},
				{Of: "actual", Is: "met"},
			},
		},
		{
			ID: RuleDepartments, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Duties and projects by responsible department", "分责任部门的职责与项目评估"),
			Formula: spec.T("for each lead: met ÷ answered, of its due duties and its projects; a score stands only where answered ÷ applicable reaches the floor",
				"按牵头主体：到期责任事项与项目中 达标数 ÷ 已判定数；已判定数 ÷ 适用数 达到下限方给出得分"),
			Source: clause("五（三）"), Reads: []string{dutiesTable, projectsTable},
			Readings: []string{ReadingUndatedDuty, ReadingRegularInterval, ReadingDutyBeforeIssue},
			Carries:  []string{"guarantee-assessment-content"},
			Derivations: []spec.Derivation{
				{Of: "met", Is: "duties-met + projects-met"},
				{Of: "answered", Is: "met + duties-unmet + projects-unmet"},
				{Of: "applicable", Is: "answered + duties-unknown + projects-unknown"},
				{Of: "coverage", Is: "answered ÷ applicable × 100"},
				{Of: "actual", Is: "met ÷ answered × 100"},
			},
		},
	}
}

// none is what a rule requires that asks for none of something.
const none = "0"

// dutyDerivations are how the values of rolled-up duties come about.
func dutyDerivations() []spec.Derivation {
	return []spec.Derivation{
		{Of: "concerned", Is: "met + unmet + unknown + waived"},
		{Of: "required", Is: "concerned − waived"},
		{Of: "actual", Is: "met"},
	}
}
