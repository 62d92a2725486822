package shelters

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// The ids of the rules. They are permanent.
const (
	ruleCount      = "shelters.count"
	ruleArea       = "shelters.effective-area"
	ruleTemporary  = "shelters.temporary-capacity"
	ruleLodging    = "shelters.lodging-capacity"
	ruleAgreement  = "shelters.stated-totals"
	ruleCapacity   = "shelters.capacity"
	ruleFixedShare = "shelters.fixed-share"
	ruleNew        = "shelters.new"
	ruleUpgraded   = "shelters.upgraded"
	ruleCompletion = "shelters.completion"

	ruleUsable         = "shelters.usable"
	ruleFacilities     = "shelters.facilities"
	ruleConditions     = "shelters.conditions"
	ruleClassCapacity  = "shelters.class-capacity"
	ruleNextClass      = "shelters.next-class"
	ruleResponsibility = "shelters.responsibility"
	ruleReach          = "shelters.reach"
	ruleAssignment     = "shelters.assignment"
	rulePath           = "shelters.path"
	ruleMoney          = "shelters.money"
)

// Rules returns the calculations of this package, in the order of their
// findings (规则清单). The slice is the caller's.
func Rules() []spec.Rule { return slices.Concat(networkRules(), useRules()) }

func networkRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: ruleCount, Revision: 1, Kind: spec.FigureKind, Source: clause("一（一）3"),
			Title:   spec.T("Shelters built", "建成应急避难场所"),
			Formula: spec.T("stated number, else the shelters of the table that stand on the date", "填报数，未填报时为截至当日建成的避难场所行数"),
			Reads:   []string{keyCount, keyTable}, Carries: []string{"baseline-shelter-count"},
			Derivations: []spec.Derivation{{Of: "actual", Is: "stated"}, {Of: "actual", Is: "listed"}},
		},
		{
			ID: ruleArea, Revision: 1, Kind: spec.FigureKind, Source: clause("一（一）3"),
			Title:   spec.T("Effective refuge area", "有效避难用地"),
			Formula: spec.T("stated area, else the sum over the shelters that stand on the date", "填报数，未填报时为各避难场所有效避难面积之和"),
			Reads:   []string{keyArea, keyTable}, Carries: []string{"baseline-shelter-area"},
			Derivations: summed(),
		},
		{
			ID: ruleTemporary, Revision: 1, Kind: spec.FigureKind, Source: clause("一（一）3"),
			Title:   spec.T("People placed temporarily at one time", "一次性临时安置人数"),
			Formula: spec.T("stated number, else the sum over the shelters that stand on the date", "填报数，未填报时为各避难场所临时安置人数之和"),
			Reads:   []string{keyTemporary, keyTable}, Carries: []string{"baseline-shelter-temporary"},
			Derivations: summed(),
		},
		{
			ID: ruleLodging, Revision: 1, Kind: spec.FigureKind, Source: clause("一（一）3"),
			Title:   spec.T("People lodged", "可容纳住宿避难人数"),
			Formula: spec.T("stated number, else the sum over the shelters that stand on the date", "填报数，未填报时为各避难场所住宿避难人数之和"),
			Reads:   []string{keyLodging, keyTable}, Carries: []string{"baseline-shelter-overnight"},
			Derivations: summed(),
		},
		{
			ID: ruleAgreement, Revision: 1, Kind: spec.CrossCheckKind, Source: ours("stated totals and table"),
			Title:   spec.T("Stated totals against the table of shelters", "填报合计与明细表互校"),
			Formula: spec.T("each stated total = the sum of its column", "每项填报合计 = 明细表该列之和"),
			Reads:   []string{keyTable},
		},
		{
			ID: ruleCapacity, Revision: 1, Kind: spec.FigureKind, Source: clause("四（五）"),
			Title:   spec.T("People the effective area holds", "有效避难用地可容纳人数"),
			Formula: spec.T("effective area ÷ cited area per person, rounded down", "有效避难用地 ÷ 引用的人均面积，向下取整"),
			Reads:   []string{keyArea, keyTable},
			Derivations: []spec.Derivation{
				{Of: "actual", Is: "floor(effective-area × 10000 ÷ area-per-person)"},
				{Of: "actual", Is: "max(0, ceil(effective-area × 10000 ÷ area-per-person-above) − 1)"},
				{Of: "stated-less-held", Is: "stated-people − actual"},
			},
		},
		{
			ID: ruleFixedShare, Revision: 1, Kind: spec.StandardKind, Source: FixedShelterShare().Source,
			Title:    spec.T("Fixed-shelter capacity against the planned population", "固定避难场所容量占规划人口比例"),
			Formula:  spec.T("people lodged ÷ planned population of the responsibility areas ≥ the share set", "住宿避难人数 ÷ 责任区规划人口 ≥ 规定比例"),
			Reads:    []string{keyLodging, keyTable, keyPopulation},
			Readings: []string{fixedCapacity().ID},
			Derivations: []spec.Derivation{
				{Of: "actual", Is: "lodging ÷ planned-population × 100"},
				{Of: "required", Is: "least-share"},
			},
		},
		{
			ID: ruleNew, Revision: 1, Kind: spec.TargetKind, Source: clause("四（五）"),
			Title:       spec.T("New shelters", "新建应急避难场所"),
			Formula:     spec.T("new shelters completed within the plan's years and by the date", "规划期内截至当日建成的新建避难场所数"),
			Reads:       []string{keyNew, keyTable},
			Carries:     []string{"target-shelters-new-5"},
			Derivations: []spec.Derivation{{Of: "actual", Is: "completed"}, {Of: "required", Is: "target"}},
		},
		{
			ID: ruleUpgraded, Revision: 1, Kind: spec.TargetKind, Source: clause("四（五）"),
			Title:       spec.T("Upgraded shelters", "改造升级应急避难场所"),
			Formula:     spec.T("shelters whose upgrade was completed within the plan's years and by the date", "规划期内截至当日完成改造升级的避难场所数"),
			Reads:       []string{keyUpgraded, keyTable},
			Carries:     []string{"target-shelters-upgraded-5"},
			Derivations: []spec.Derivation{{Of: "actual", Is: "completed"}, {Of: "required", Is: "target"}},
		},
		{
			ID: ruleCompletion, Revision: 1, Kind: spec.TargetKind, Source: clause("三（五~）3~"),
			Title:       spec.T("Completion of the long-term shelter plan", "应急避难场所建成率"),
			Formula:     spec.T("shelters built ÷ shelters planned × 100", "建成数 ÷ 规划数 × 100"),
			Reads:       []string{keyCount, keyTable, keyPlanned},
			Carries:     []string{"target-shelter-2030"},
			Derivations: []spec.Derivation{{Of: "actual", Is: "built ÷ planned × 100"}, {Of: "required", Is: "target"}},
		},
	}
}

// Undefined returns the clauses that this package does not compute, and why
// (未定义条款). The slice is the caller's.
func Undefined() []spec.Undefined {
	return []spec.Undefined{
		{
			Carries: []string{"dis-shelter-horizon"}, Source: clause("三（五~）3~"),
			Reason: spec.T("the completion rate falls due in 2030; no share is set for 2025, so none is judged before", "建成率到2030年到期，未规定2025年应达到的比例，到期前不作判断"),
		},
	}
}

// clause is a place in the plan that this library makes executable.
func clause(place string) spec.Source {
	return spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Place: place, Standing: spec.InPlan}
}

// summed are the derivations of a total that the county states or that the
// shelters add up to.
func summed() []spec.Derivation {
	return []spec.Derivation{
		{Of: "actual", Is: "stated"},
		{Of: "listed", Is: "sum(**.part)"},
		{Of: "actual", Is: "listed"},
	}
}

// tallied are the derivations of a count of units that are met.
func tallied() []spec.Derivation {
	return []spec.Derivation{
		{Of: "judged", Is: "met + unmet + unknown"},
		{Of: "actual", Is: "met"},
		{Of: "required", Is: "judged"},
	}
}

func ours(place string) spec.Source {
	return spec.Source{Document: "county-emergency/emergency", Place: place, Standing: spec.Ours}
}
