package plans

import (
	"slices"
	"sync"

	"github.com/county-emergency/emergency/spec"
)

// The ids of the rules. They are permanent.
const (
	RuleLargestProject  = "plans.largest-project"
	RuleWorks           = "plans.works"
	RuleCountyExercise  = "plans.county-exercise"
	ReadingBeforeIssue  = "plans.exercise-before-issue"
	BeforeIssueCounts   = "counts"     // every year of the period is asked for
	BeforeIssueExcluded = "from-issue" // years that ended before the plan was issued are not
)

// Rules returns the rules of this room in the order of their findings.
func Rules() []spec.Rule {
	return slices.Concat(coreRules(), contingencyRules(), drillRules(), responseRules(), dutyRules(), projectRules())
}

// known is the rules, listed once; it is never changed.
var known = sync.OnceValue(Rules)

// ruleOf returns the rule with an id; it is one of ours.
func ruleOf(id string) *spec.Rule {
	rules := known()
	for i := range rules {
		if rules[i].ID == id {
			return &rules[i]
		}
	}
	return &spec.Rule{ID: id}
}

func coreRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: RuleLargestProject, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Share of the project with the largest known amount", "已列资金最大的项目占比"),
			Formula: spec.T("greatest known amount ÷ sum of the known amounts, at most that where rows have no amount; the rest, and the rest a year of the period",
				"最大已列资金 ÷ 已列资金合计，有行未列资金时为上限；其余资金及其规划期年均"),
			Source: clause("附件 项目库 序号2 第二行"), Reads: []string{"plans.yaml: projects"},
			Carries: []string{"cc-centre-share"},
			Derivations: []spec.Derivation{
				{Of: "largest_money", Is: "max(**.money)"},
				{Of: "known_money", Is: "sum(**.money)"},
				{Of: "rest_money", Is: "known_money − largest_money"},
				{Of: "rest_money_per_year", Is: "rest_money ÷ years"},
				{Of: "actual", Is: "largest_money ÷ known_money × 100"},
			},
		},
		{
			ID: RuleWorks, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Works with a project row", "有项目支撑的重点工程"),
			Formula: spec.T("number of key works with at least one row of the project table",
				"在项目库中至少有一行的重点工程数"),
			Source: clause("四"), Reads: []string{"plans.yaml: works", "plans.yaml: projects"},
			Carries: []string{"works-seven"},
			Derivations: []spec.Derivation{
				{Of: "works", Is: "count(work-**.rows)"},
				{Of: "actual", Is: "count(work-**.rows > 0)"},
			},
		},
		{
			ID: RuleCountyExercise, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("County comprehensive exercise every year", "每年县级综合应急演练"),
			Formula: spec.T("in each year of the period whose last day has come: county comprehensive exercises held ≥ exercises required a year; missing years are listed",
				"规划期内已届满的每一年：已开展县级综合应急演练次数 ≥ 每年应开展次数；缺少的年份逐一列出"),
			Source: clause("三（五~）1"), Reads: []string{"drills.csv", "county.yaml: complete.drills"},
			Readings: []string{ReadingBeforeIssue},
			Carries:  []string{"exercise-annual-county", "cc-exercise-count"},
			Derivations: []spec.Derivation{
				{Of: "whole_period", Is: "per_year × years"},
				{Of: "required", Is: "count(held-**)"},
				{Of: "actual", Is: "count(held-** ≥ per_year)"},
			},
		},
	}
}

// Readings returns the clauses that this room can understand in more than one
// way.
func Readings() []spec.Reading {
	return []spec.Reading{beforeIssue(), RequiredSpecial(), DrillWindow(), DoubleBlindMain(), WhoLowers(), undatedDuty(), regularInterval(), dutyBeforeIssue()}
}

func beforeIssue() spec.Reading {
	return spec.Reading{
		ID: ReadingBeforeIssue,
		Question: spec.T("is the yearly exercise asked for in years that ended before the plan was issued",
			"规划印发之前已经结束的年份是否要求年度演练"),
		Default: BeforeIssueCounts,
		Options: []spec.Option{
			{ID: BeforeIssueCounts, Text: spec.T("yes, the clause speaks of every year of the period: earlier exercises must be found in records",
				"要求：条款所指为规划期内每一年，印发前的演练须有记录可查")},
			{ID: BeforeIssueExcluded, Text: spec.T("no, a plan cannot assign a duty for a year already over",
				"不要求：规划不能为已经结束的年份设定任务")},
		},
		Source: clause("三（五~）1"),
	}
}

// Undefined returns the clauses on exercises that the plan leaves without the
// number or document it would take to compute them.
func Undefined() []spec.Undefined {
	return []spec.Undefined{
		{
			Carries: []string{"dis-exercise-guide-fragment"},
			Reason: spec.T("the exercise guide and the evaluation standard are not named",
				"演练指南和评估标准均未写明名称"),
			Source: clause("三（五~）1"),
		},
	}
}
