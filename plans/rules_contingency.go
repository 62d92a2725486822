package plans

import "github.com/county-emergency/emergency/spec"

// The ids of the rules and the reading about contingency plans. They are
// permanent.
const (
	RuleMasterAndSpecial = "plans.master-and-special"
	RuleLowerPlans       = "plans.lower-plans"
	RuleProtectionPlans  = "plans.protection-plans"
	RulePlanInterfaces   = "plans.plan-interfaces"
	RulePlanContent      = "plans.plan-content"
	RulePlanFiling       = "plans.plan-filing"
	RulePlanReview       = "plans.plan-review"
	RulePlanRevision     = "plans.plan-revision"
	RulePlanPlatform     = "plans.plan-platform"

	ReadingRequiredSpecial = "plans.required-special"
	SpecialForHazards      = "hazards"             // a special plan for each natural hazard of the plan
	SpecialForOffices      = "hazards-and-offices" // and a special or department plan for each sector with a special office
)

const (
	contingencyTable = "contingency.csv"
	linksTable       = "contingency_links.csv"
	contentTable     = "contingency_content.csv"
	objectsTable     = "plan_objects.csv"
	workdaysTable    = "workdays.csv"
	wholeKey         = "county.yaml: contingency.whole"
)

// contingencyRules are the rules on contingency plans in the order of their findings.
func contingencyRules() []spec.Rule {
	plans := []string{contingencyTable, wholeKey}
	manage, write := clause("三（五~）1 健全应急预案管理机制"), clause("三（五~）1 推进应急预案编制修订")
	return []spec.Rule{
		{
			ID: RuleMasterAndSpecial, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Master, special and department plans", "总体、专项和部门应急预案"),
			Formula: spec.T("exactly one master plan in force, and one plan in force for each hazard and sector that must have one",
				"有且仅有一份现行总体预案，且应编预案的每一灾种、行业领域均有现行专项或部门预案"),
			Source: write, Reads: plans, Readings: []string{ReadingRequiredSpecial}, Carries: []string{"plan-overall-and-special"},
			Derivations: groupedDerivations(),
		},
		{
			ID: RuleLowerPlans, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Plans of townships, villages, parks and enterprises", "乡镇、村居、园区和企事业单位应急预案"),
			Formula: spec.T("units with a plan in force = units, at each level",
				"各层级有现行预案的单位数 = 应编预案单位数"),
			Source: write, Reads: append(plans[:2:2], objectsTable, "townships.csv", "villages.csv", "parks.csv"), Carries: []string{"plan-lower-levels"},
			Derivations: groupedDerivations(),
		},
		{
			ID: RuleProtectionPlans, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Protection plans", "安全保障应急预案"),
			Formula: spec.T("every key target, major hazard source, major event and major infrastructure on record has a plan in force",
				"登记的每个重要目标、重大危险源、重大活动和重大基础设施均有现行预案"),
			Source: write, Reads: append(plans[:2:2], objectsTable), Carries: []string{"plan-four-protection"},
			Derivations: groupedDerivations(),
		},
		{
			ID: RulePlanInterfaces, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Plans joined upwards, sideways, with enterprises and neighbours", "预案上下级、同级、政企、相邻地区衔接"),
			Formula: spec.T("each plan in force leads up to the master plan without circle, its links end at plans in force that stand higher where they lead upwards, and each side that its kind must have has a link",
				"每份现行预案均可逐级上溯至总体预案且无循环，所衔接预案现行有效且上级高于本级，本类预案应有的各方面衔接齐全"),
			Source: manage, Reads: append(plans[:2:2], linksTable), Carries: []string{"plan-four-interfaces"},
			Derivations: tallyDerivations(),
		},
		{
			ID: RulePlanContent, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("What each plan contains", "预案要素"),
			Formula: spec.T("each plan in force contains every item asked of its kind; silence counts as unknown",
				"每份现行预案具备本类预案应有的各项要素；未填报视为不明"),
			Source: write, Reads: append(plans[:2:2], contentTable), Carries: []string{"ref-plan-guide", "plan-event-grading"},
			Derivations: tallyDerivations(),
		},
		{
			ID: RulePlanFiling, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Plans filed in time", "预案按时备案"),
			Formula: spec.T("filed on or before the n-th working day after the issue; as n working days take n days at least, n days are always in time",
				"备案日期 ≤ 印发后第 n 个工作日；n 个工作日至少为 n 天，n 天内备案必为按时"),
			Source: manage, Reads: []string{contingencyTable, workdaysTable}, Carries: []string{"plan-filing-and-review", "ref-plan-rules"},
			Derivations: tallyDerivations(),
		},
		{
			ID: RulePlanReview, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Plans reviewed in time", "预案定期评估"),
			Formula: spec.T("the later of issue and last review, and the months of the cycle, is not before the date",
				"印发日期与最近评估日期之较晚者 + 评估周期 ≥ 评估基准日"),
			Source: manage, Reads: []string{contingencyTable}, Derivations: tallyDerivations(),
		},
		{
			ID: RulePlanRevision, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Plans revised in time", "预案定期修订"),
			Formula: spec.T("the issue of the edition in force, and the months of the cycle, is not before the date",
				"现行版本印发日期 + 修订周期 ≥ 评估基准日"),
			Source: manage, Reads: []string{contingencyTable}, Derivations: tallyDerivations(),
		},
		{
			ID: RulePlanPlatform, Revision: 1, Kind: spec.DutyKind,
			Title:   spec.T("Plans on the national digital platform", "预案纳入国家数字化管理平台"),
			Formula: spec.T("every plan in force is on the platform", "每份现行预案均已纳入平台"),
			Source:  manage, Reads: []string{contingencyTable}, Carries: []string{"plan-digital-platform"},
			Derivations: tallyDerivations(),
		},
	}
}

// RequiredSpecial is the reading about which special and department plans a
// county must have: the plan asks for them without a list.
func RequiredSpecial() spec.Reading {
	source := clause("三（五~）1 推进应急预案编制修订")
	return spec.Reading{
		ID: ReadingRequiredSpecial,
		Question: spec.T("for what must there be a special or department plan, as the plan gives no list",
			"规划未列清单，哪些事项应编制专项或部门应急预案"),
		Default: SpecialForOffices,
		Options: []spec.Option{
			{ID: SpecialForOffices, Text: spec.T("each natural hazard of the plan, and each sector of work safety that has a special office",
				"规划的每一灾种，以及设有专项办公室的每一行业领域")},
			{ID: SpecialForHazards, Text: spec.T("each natural hazard of the plan only", "仅规划的每一灾种")},
		},
		Source: source,
	}
}
