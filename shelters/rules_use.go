package shelters

import "github.com/county-emergency/emergency/spec"

// useRules are the rules about what the shelters are good for.
func useRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: ruleUsable, Revision: 1, Kind: spec.FigureKind, Source: ours("usable under a hazard"),
			Title:    spec.T("People who can sleep in shelters, whatever hazard strikes", "任一灾种下可住宿避难人数"),
			Formula:  spec.T("least over the hazards of the people lodged in shelters usable under it; unknown usability raises the upper bound only", "各灾种下可用避难场所住宿避难人数之最小值；可用性未知者仅计入上限"),
			Reads:    []string{keyTable, keyHazards},
			Readings: []string{usableUnderHazard().ID},
			Derivations: []spec.Derivation{
				{Of: "actual", Is: "min(**.lodged, **.lodged-least)"},
				{Of: "actual", Is: "min(**.lodged, **.lodged-most)"},
			},
		},
		{
			ID: ruleFacilities, Revision: 1, Kind: spec.StandardKind, Source: FacilitySource(),
			Title:   spec.T("Facilities of shelters by class", "避难场所功能设施（按类别）"),
			Formula: spec.T("each shelter has every facility that its class must have", "每处避难场所具备其类别应设的全部功能设施"),
			Reads:   []string{keyTable, keyFacilities},
			Derivations: append(tallied(),
				spec.Derivation{Of: "present", Is: "asked − lacking − unchecked"},
				spec.Derivation{Of: "actual", Is: "present"},
				spec.Derivation{Of: "required", Is: "asked"}),
		},
		{
			ID: ruleConditions, Revision: 1, Kind: spec.StandardKind, Source: gb55028("4.2.4、4.2.7、4.2.9"),
			Title:   spec.T("Entrances, sources of water and power, and distance from fire", "避难场所出入口、水电源与防火距离"),
			Formula: spec.T("main entrances ≥ 4 (long-term fixed, centre); kinds of water and of power sources ≥ 2 (outdoor); distance to the next source of fire ≥ 30 m", "主要出入口 ≥ 4（长期固定、中心）；应急水源、电源种类各 ≥ 2（室外）；与次生火灾源距离 ≥ 30 米"),
			Reads:   []string{keyTable}, Derivations: tallied(),
		},
		{
			ID: ruleClassCapacity, Revision: 2, Kind: spec.FigureKind, Source: ours("each shelter at the area per person of its class"),
			Title:   spec.T("People held, each shelter at the area of its class", "按类别人均面积计的可容纳人数"),
			Formula: spec.T("sum over the shelters of effective area ÷ cited area per person of the class, each rounded down", "各避难场所有效避难面积 ÷ 其类别引用的人均面积（逐处向下取整）之和"),
			Reads:   []string{keyTable}, Derivations: heldByClass(),
		},
		{
			ID: ruleNextClass, Revision: 1, Kind: spec.FigureKind, Source: clause("三（五~）3~"),
			Title:   spec.T("What shelters lack of the class above theirs", "避难场所提级扩能所缺"),
			Formula: spec.T("facilities, conditions and effective area that the next class asks for and the shelter has not", "上一类别要求而该场所尚缺的功能设施、条件和有效避难面积"),
			Reads:   []string{keyTable, keyFacilities}, Derivations: []spec.Derivation{{Of: "actual", Is: "could − wanting"}},
		},
		{
			ID: ruleResponsibility, Revision: 1, Kind: spec.StandardKind, Source: gb51143("5.2.4"),
			Title:    spec.T("Capacity against the evacuees of the service area", "责任区避难人口与场所容量"),
			Formula:  spec.T("capacity of each shelter ≥ evacuees of the villages it is responsible for; shortage = max(0, evacuees − capacity)", "每处避难场所容量 ≥ 其责任村（社区）需避难人数；缺口 = max(0，需避难人数 − 容量)"),
			Reads:    []string{keyTable, keyAreas},
			Readings: []string{refugeCapacity().ID},
			Carries:  []string{"shelter-demand-survey"},
			Derivations: append(tallied(),
				spec.Derivation{Of: "evacuees", Is: "sum(**.evacuees)"},
				spec.Derivation{Of: "actual", Is: "capacity"},
				spec.Derivation{Of: "required", Is: "evacuees"},
				spec.Derivation{Of: "required", Is: "evacuees-least"}),
		},
		{
			ID: ruleReach, Revision: 1, Kind: spec.FigureKind, Source: ours("reach of a shelter"),
			Title:   spec.T("People within reach of a shelter", "避难场所服务半径覆盖人口"),
			Formula: spec.T("people of the areas no farther than the cited distance from a shelter ÷ people of all areas × 100", "距避难场所不超过引用距离的责任区人口 ÷ 责任区总人口 × 100"),
			Reads:   []string{keyTable, keyAreas, keyWays},
			Derivations: []spec.Derivation{
				{Of: "actual", Is: "reached ÷ all × 100"},
				{Of: "actual", Is: "reached-least ÷ all × 100"},
			},
		},
		{
			ID: ruleAssignment, Revision: 1, Kind: spec.StandardKind, Source: clause("三（五~）3~"),
			Title:    spec.T("Everybody to be housed has a bed within reach", "需避难人员全部就近安置"),
			Formula:  spec.T("least person-metres with everybody housed, nobody over capacity, in usable shelters, within the farthest way; impossible where villages have more people than the beds they reach", "在可用场所、容量和最远距离内全部安置且总人米最少；若某些村的人数多于其可达床位则不可行"),
			Reads:    []string{keyTable, keyHazards, keyAreas, keyWays},
			Readings: []string{refugeCapacity().ID, usableUnderHazard().ID},
			Carries:  []string{"evacuation-plan-four"},
			Derivations: []spec.Derivation{
				{Of: "actual", Is: "sum(**.housed)"},
				{Of: "actual", Is: "to-house − without-bed"},
				{Of: "actual", Is: "people"},
				{Of: "required", Is: "to-house"},
				{Of: "required", Is: "evacuees"},
			},
		},
		{
			ID: rulePath, Revision: 1, Kind: spec.FigureKind, Source: ours("a steady programme"),
			Title:   spec.T("Path of the long-term shelter plan", "避难场所中长期规划逐年进度"),
			Formula: spec.T("shelters built ÷ planned × 100, beside years passed ÷ years of the plan", "建成数 ÷ 规划数 × 100，与已过年数 ÷ 规划年数对照"),
			Reads:   []string{keyCount, keyTable, keyPlanned},
			Derivations: []spec.Derivation{
				{Of: "linear", Is: "years-passed ÷ years-all × 100"},
				{Of: "actual", Is: "built ÷ planned × 100"},
			},
		},
		{
			ID: ruleMoney, Revision: 1, Kind: spec.FigureKind, Source: clause("附件 项目库 序号5"),
			Title:   spec.T("Money spent for each shelter of the programme", "规划期内单处避难场所投入"),
			Formula: spec.T("money of the shelters built or upgraded in the programme that report it ÷ their number", "规划期内新建、改造场所中已填报的投入资金 ÷ 其处数"),
			Reads:   []string{keyTable},
			Derivations: []spec.Derivation{
				{Of: "money", Is: "sum(**.money)"},
				{Of: "actual", Is: "money ÷ reported"},
			},
		},
	}
}

// heldByClass are the derivations of what the shelters of each class hold.
func heldByClass() []spec.Derivation {
	var out []spec.Derivation
	for _, class := range Classes() {
		c := class.String()
		out = append(out,
			spec.Derivation{Of: c + ".holds.*", Is: "floor(" + c + ".area.* ÷ " + c + ".area-per-person)"},
			spec.Derivation{Of: c + ".people", Is: "sum(" + c + ".holds.**)"})
	}
	return append(out, spec.Derivation{Of: "actual", Is: "sum(**.people, **.people-least)"})
}
