package plans

import "github.com/county-emergency/emergency/spec"

// The ids of the rules and the reading about responses and about plans that run
// together. They are permanent.
const (
	RuleResponseLevels   = "plans.response-levels"
	RuleResponses        = "plans.responses"
	RuleOnSite           = "plans.on-site-command"
	RuleJointFeasibility = "plans.joint-feasibility"
	RulePairs            = "plans.concurrent-pairs"

	ReadingWhoLowers = "plans.who-lowers"
	LevelLeft        = "level-left"    // who decides the level that is left
	LevelEntered     = "level-entered" // who decides the level that is entered
)

const (
	levelsTable     = "response_levels.csv"
	responsesTable  = "responses.csv"
	drawsTable      = "plan_draws.csv"
	concurrentTable = "concurrent.csv"
)

// responseRules are the rules on responses and joint feasibility in the order
// of their findings.
func responseRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: RuleResponseLevels, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("What each level of the response says", "分级响应要素"),
			Formula: spec.T("each special plan in force has four levels, and each of them says who responds, with what duties, in what time and how it is linked",
				"每份现行专项预案设四级响应，各级均写明响应主体、职责任务、响应时间和联动方式"),
			Source: clause("三（一）2 强化战时力量统筹"), Reads: []string{contingencyTable, levelsTable},
			Carries:     []string{"tiered-response-fields", "graded-response-by-territory"},
			Derivations: tallyDerivations(),
		},
		{
			ID: RuleResponses, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Responses started, raised, lowered and ended by who decides", "应急响应启动、升级、降级、终止的决定"),
			Formula: spec.T("the steps of each response follow one another, and each is decided by whom the plan names for the level",
				"每次响应的各步骤前后衔接，且由预案规定的该级决定主体作出"),
			Source: clause("三（一）4"), Reads: []string{responsesTable, levelsTable}, Readings: []string{ReadingWhoLowers},
			Derivations: tallyDerivations(),
		},
		{
			ID: RuleOnSite, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Commanders on the site", "现场指挥官制度"),
			Formula: spec.T("while a response runs there is exactly one on-site commander and at least one technical commander, and the emergency department coordinates",
				"响应期间有且仅有一名现场指挥官、至少一名现场技术指挥官，并由应急部门统筹协调"),
			Source: clause("三（一）2 规范现场指挥决策"), Reads: []string{responsesTable},
			Carries:     []string{"onsite-commander", "onsite-core-is-emergency"},
			Derivations: tallyDerivations(),
		},
		{
			ID: RuleJointFeasibility, Revision: 1, Kind: spec.StandardKind,
			Title: spec.T("Plans that run together have what they need", "并发预案联合保障"),
			Formula: spec.T("in each chosen scenario every draw of its plans is served, no team, stock or shelter place twice; the least amount to add is the greatest cut of the flow",
				"每一并发情景中各预案的需求均得到满足，队伍、物资、避难名额不重复使用；最小补充量为最大割"),
			Source: clause("三（一）2 强化集中统一指挥"), Reads: []string{drawsTable, concurrentTable, "teams.csv", "stock.csv", "shelters.csv"},
			Carries: []string{"unified-command"},
			Derivations: append([]spec.Derivation{
				{Of: "missing-*", Is: "sum(short-*.**)"},
				{Of: "need-*", Is: "sum(grant-*.**)"},
				{Of: "need-*", Is: "sum(grant-*.**) + missing-*"},
			}, tallyDerivations()...),
		},
		{
			ID: RulePairs, Revision: 1, Kind: spec.FigureKind,
			Title:   spec.T("Pairs of plans that can run together", "可两两并发的预案"),
			Formula: spec.T("pairs of plans whose draws are all served at once, of all pairs of plans that draw on something", "两两并发时需求均得到满足的预案对数 ÷ 有资源需求的预案对数"),
			Source:  spec.Source{Document: "emergency", Place: "plans.JointRecords.Pairs", Standing: spec.Ours}, Reads: []string{drawsTable},
			Derivations: []spec.Derivation{{Of: "pairs", Is: "met + unmet + unknown"}, {Of: "actual", Is: "met"}},
		},
	}
}

// WhoLowers is the reading about who may lower or end a response: plans name who
// starts each level and mostly say no more.
func WhoLowers() spec.Reading {
	return spec.Reading{
		ID:       ReadingWhoLowers,
		Question: spec.T("who may lower a response", "由谁决定降低响应级别"),
		Default:  LevelLeft,
		Options: []spec.Option{
			{ID: LevelLeft, Text: spec.T("who decides the level that is left: who started it ends it", "由原级别的决定主体（谁启动、谁终止）")},
			{ID: LevelEntered, Text: spec.T("who decides the level that is entered", "由新级别的决定主体")},
		},
		Source: clause("三（一）4"),
	}
}
