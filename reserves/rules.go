package reserves

import "github.com/county-emergency/emergency/spec"

const (
	ruleEvacuees       = "reserves.evacuees"
	ruleReliefTime     = "reserves.relief-time"
	ruleWarehouses     = "reserves.warehouses"
	ruleDispatch       = "reserves.dispatch"
	ruleSetsInTime     = "reserves.sets-in-time"
	rulePurchase       = "reserves.purchase"
	ruleReliefPurchase = "reserves.relief-purchase"
	ruleDays           = "reserves.days-of-cover"
	ruleNorms          = "reserves.norms"
	ruleClaims         = "reserves.claims"
	ruleLedger         = "reserves.ledger"
	ruleAgeing         = "reserves.ageing"
	ruleMinimum        = "reserves.minimum-stock"
	ruleForwardPoints  = "reserves.forward-points"
	ruleTownships      = "reserves.township-points"
	ruleCategories     = "reserves.categories"
	ruleLevels         = "reserves.levels"
	ruleCentre         = "reserves.centre"
	ruleSystem         = "reserves.information-system"
)

// The places in the plan that this room rests on.
const (
	placeBaseline  = "一（二）4"
	placeMaterials = "三（五~）2 完善应急物资储备"
	placeWork      = "四（四）"
	placeProject   = "附件 项目库 序号4"

	placeManagement = "三（五~）2 加强应急物资管理"
)

func clause(place string) spec.Source {
	return spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Place: place, Standing: spec.InPlan}
}

// Rules returns what this room computes, in the order of its findings (规则).
func Rules() []spec.Rule {
	return append([]spec.Rule{evacueesRule(), reliefTimeRule(), warehousesRule()}, moreRules()...)
}

func evacueesRule() spec.Rule {
	return spec.Rule{
		ID: ruleEvacuees, Revision: 1, Kind: spec.TargetKind,
		Title: spec.T("Stock covers the emergency resettlement", "储备量保障紧急转移安置"),
		Formula: spec.T("least over the essential items of ⌊usable stock ÷ norm⌋ ≥ people to resettle; a norm per person and day × support days",
			"各必需物资 ⌊可用储备量 ÷ 配备标准⌋ 的最小值 ≥ 需转移安置人数；每人每日的标准 × 保障天数"),
		Source:      clause(placeMaterials),
		Reads:       []string{needStock, needSupportDays, needHouseholdSize},
		Readings:    []string{readingModesCounted},
		Carries:     []string{"target-reserve-3000"},
		Derivations: coverageDerivations(),
	}
}

func reliefTimeRule() spec.Rule {
	return spec.Rule{
		ID: ruleReliefTime, Revision: 1, Kind: spec.TargetKind,
		Title: spec.T("Relief reaches the people affected in time", "受灾群众限时得到救助"),
		Formula: spec.T("people whose delivery is handed out by the limit (delay + lead + travel + handing out ≤ limit) ≥ people affected",
			"在时限内发放完毕（报告用时 + 出库 + 运输 + 发放 ≤ 时限）的批次可救助人数之和 ≥ 受灾需救助人数"),
		Source:   clause(placeMaterials),
		Reads:    []string{needDeliveries, needAffected, needReportDelay},
		Readings: []string{readingReliefClock, readingModesCounted, readingRation, readingDispatch},
		Carries:  []string{"target-relief-24h"},
		Derivations: []spec.Derivation{
			{Of: "*.at", Is: "delay + *.lead + *.travel + *.handing-out"},
			{Of: "actual", Is: "sum(**.in-time)"},
			{Of: "affected-in-all", Is: "sum(**.affected)"},
			{Of: "required", Is: "affected"},
			{Of: "required", Is: "affected-in-all"},
			{Of: "actual", Is: "affected − 1"}, // at most: the plan leaves somebody without
			{Of: "slack", Is: "limit − reached"},
		},
	}
}

func warehousesRule() spec.Rule {
	return spec.Rule{
		ID: ruleWarehouses, Revision: 1, Kind: spec.FigureKind,
		Title:       spec.T("Dedicated reserve warehouses", "专门物资储备库房"),
		Formula:     spec.T("warehouses reported, beside those at the base of the plan", "填报的专门物资储备库房数，与规划基期数并列"),
		Source:      clause(placeBaseline),
		Reads:       []string{needWarehouses},
		Carries:     []string{"baseline-no-warehouse"},
		Derivations: []spec.Derivation{{Of: "actual", Is: "reported"}},
	}
}

// Undefined returns the clauses of this room that are not computed, and why
// (未定义条款).
func Undefined() []spec.Undefined {
	return []spec.Undefined{
		{
			Carries: []string{"reserve-purpose-slogan"},
			Reason: spec.T("guarding against great danger and relieving great disaster has no measure; the number of evacuees is the only size the plan gives",
				"“防大险、救大灾”没有量化口径；规划给出的规模只有保障转移安置人数"),
			Source: clause(placeBaseline),
		},
		{
			Carries: []string{"reserve-five-level-standard", "dis-five-level-three-tier"},
			Reason: spec.T("a standard of five levels is announced and three tiers are named; the other two and all quantities are not given and not guessed. A county supplies its own levels",
				"提出“五级”储备标准而只列出三个层级，另两级和各级数量均未给出，不作推测；由县级填报"),
			Source: clause(placeMaterials),
		},
		{
			Carries: []string{"reserve-variety-and-scale"},
			Reason: spec.T("kinds and scale by level and class are to be set later; the plan gives no quantity",
				"各级各类储备品种和规模有待确定，规划未给出数量"),
			Source: clause(placeMaterials),
		},
	}
}
