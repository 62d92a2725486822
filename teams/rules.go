package teams

import (
	"slices"
	"sync"

	"github.com/county-emergency/emergency/spec"
)

// The ids of rules.
const (
	ruleStrength      = "teams.strength"
	ruleEstablishment = "teams.township-establishment"
	ruleCommunity     = "teams.community-stations"
	ruleMicro         = "teams.micro-stations"
	ruleStaffing      = "teams.office-staffing"
	ruleChecklist     = "teams.checklist"
)

// The codes of reasons that this room alone uses.
const (
	ReasonPresent     = "present"       // the unit has the item
	ReasonAbsent      = "absent"        // the unit lacks the item
	ReasonExempt      = "exempt"        // the item does not apply to the unit
	ReasonUnread      = "unread"        // answers that name nothing in the plan or the tables
	ReasonMoreThanAll = "more-than-all" // more is reported done than there is
)

// Rules returns the calculations of this room in the order of a report.
func Rules() []spec.Rule {
	rules := []spec.Rule{
		{
			ID: ruleStrength, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Standing strength of rescue forces", "应急救援常备力量"),
			Formula: spec.T("sum of the members of comprehensive and professional teams, the fire brigade and the militia; experts, social forces and volunteers apart",
				"综合、专业队伍、消防救援大队与民兵人数之和；专家、社会力量和志愿者另计"),
			Source: inPlan("一（一）1"), Reads: []string{"county.yaml: teams.forces", "teams.csv"},
			Carries: []string{"ratio-rescue-strength", "team-kinds-three", "team-kinds-five"},
			Derivations: []spec.Derivation{
				is("standing/comprehensive", "sum(comprehensive/**)"), is("actual", "sum(standing/**)"), is("all", "sum(standing/**) + sum(other/**)"),
			},
		},
		{
			ID: ruleEstablishment, Revision: 1, Kind: spec.TargetKind,
			Title:   spec.T("Townships with a completed comprehensive rescue team", "乡镇（街道）综合应急救援队伍建成率"),
			Formula: spec.T("townships and subdistricts with a completed team ÷ townships and subdistricts × 100", "已建成队伍的乡镇（街道）数 ÷ 乡镇（街道）总数 × 100"),
			Source:  inPlan("二（三）2"), Reads: []string{"townships.csv", "teams.csv: completed"},
			Readings: []string{readingCompleted}, Carries: []string{"target-township-team-coverage"},
			Derivations: shared(),
		},
		{
			ID: ruleCommunity, Revision: 1, Kind: spec.TargetKind,
			Title:   spec.T("Communities with a community rescue station", "社区应急救援站（微型消防站）建成率"),
			Formula: spec.T("communities with a community rescue station ÷ communities × 100; villages are not counted", "已建站社区数 ÷ 社区总数 × 100，行政村不计"),
			Source:  inPlan("二（三）2"), Reads: []string{"villages.csv", "county.yaml: teams.stations.micro_fire.communities"},
			Readings: []string{readingStations}, Carries: []string{"target-community-station-coverage"},
			Derivations: shared(),
		},
		{
			ID: ruleMicro, Revision: 1, Kind: spec.FigureKind,
			Title:   spec.T("Micro emergency rescue stations", "微型应急救援站"),
			Formula: spec.T("the number reported", "填报数"),
			Source:  inPlan("一（一）1"), Reads: []string{"county.yaml: teams.stations.micro_rescue.count"},
			Carries: []string{"baseline-micro-stations"}, Derivations: []spec.Derivation{is("actual", "micro-stations")},
		},
		{
			ID: ruleStaffing, Revision: 1, Kind: spec.StandardKind,
			Title:   spec.T("Staff of the command offices", "指挥部办公室人员配备"),
			Formula: spec.T("people in the offices ≥ offices × people for each office", "办公室实有人数 ≥ 办公室数 × 每个办公室要求人数"),
			Source:  inPlan("一（二）4"), Reads: []string{"county.yaml: teams.office_staff"},
			Readings: []string{readingOffices}, Carries: []string{"baseline-office-staffing", "staffing-norm-five"},
			Derivations: []spec.Derivation{
				is("required", "offices × norm"), is("required", "norm"), is("actual", "staff"), // one office has the norm alone
				is("required-if/*", "offices-if/* × norm"), is("gap-if/*", "max(0, required-if/* − staff)"),
			},
		},
		{
			ID: ruleChecklist, Revision: 1, Kind: spec.StandardKind,
			Title: spec.T("Checklists of grassroots standards", "基层应急能力标准化清单"),
			Formula: spec.T("a unit meets a checklist when it has every item that applies to it; the units of a group meet it when each does",
				"单位具备清单中全部适用项目即达标；同组单位全部达标即该组达标"),
			Source: inPlan("三（二）1~"), Reads: []string{"townships.csv", "villages.csv", "parks.csv", "checklists.csv", "evidence.csv"},
			Readings: []string{readingEvidence}, Carries: []string{"dis-village-names"}, Derivations: counted(),
		},
	}
	rules = slices.Insert(rules, len(rules)-1, slices.Concat(bodyRules(), forceRules(), reachRules(), enforcementRules())...)
	return append(rules, evidenceRules()...)
}

// Undefined returns the clauses about forces that the plan leaves without a
// number, a standard or a definition.
func Undefined() []spec.Undefined {
	return []spec.Undefined{
		{
			Carries: []string{"team-two-levels"},
			Reason: spec.T("the content of the standard of construction is not given; a county states which teams are completed",
				"规划未给出规范化建设标准的内容，由县填报哪些队伍已建成"),
			Source: inPlan("三（四~）1"),
		},
		{
			Carries: []string{"ref-team-equipment-catalogue"},
			Reason:  spec.T("the municipal catalogue of equipment was not seen, so no rate can be computed", "未见市级装备配备指导目录，无法计算配备率"),
			Source:  inPlan("三（四~）1"),
		},
		{
			Carries: []string{"ref-pro-team-rules"},
			Reason:  spec.T("the municipal rules for professional teams were not seen; size and standard are open", "未见市级专业队伍管理办法，规模和标准不明"),
			Source:  inPlan("三（四~）2"),
		},
		{
			Carries: []string{"disaster-information-officers"},
			Reason: spec.T("no number of officers and no time for reports is given; one in each village or community, the checklist of this library, is an assumption",
				"规划未规定灾害信息员人数和报送时限；每个村（社区）一名，是本库清单的假定"),
			Source: inPlan("三（二）1~"),
		},
	}
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
