package teams

import "github.com/county-emergency/emergency/spec"

// The ids of the rules about the forces themselves.
const (
	ruleKinds      = "teams.force-kinds"
	ruleFields     = "teams.professional-fields"
	ruleSectors    = "teams.sector-fields"
	rulePools      = "teams.wartime-pools"
	ruleUnmanned   = "teams.unmanned-fields"
	ruleModes      = "teams.two-modes"
	ruleCerts      = "teams.certificates"
	ruleOutfit     = "teams.equipment-rate"
	ruleProtection = "teams.protection-sets"
	ruleHazards    = "teams.hazard-training"
	ruleJoint      = "teams.joint-training"
	ruleRatings    = "teams.social-ratings"
	ruleExperts    = "teams.expert-hazards"
	ruleAid        = "teams.mutual-aid"
	ruleBase       = "teams.training-base"
)

func forceRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: ruleKinds, Revision: 1, Kind: spec.StandardKind,
			Title:   spec.T("Kinds of forces", "应急力量类别"),
			Formula: spec.T("each kind of force that the plan builds has at least one registered team", "规划建设的每类力量至少有一支登记队伍"),
			Source:  inPlan("三（四~）"), Reads: []string{"teams.csv"}, Carries: []string{"team-kinds-three", "team-kinds-five"},
			Derivations: counted(is("met", "count(kind/** > 0)")),
		},
		{
			ID: ruleFields, Revision: 1, Kind: spec.StandardKind,
			Title: spec.T("Professional fields with a team", "专业领域队伍覆盖"),
			Formula: spec.T("fields with a team that has the skill on the date ÷ fields; one without is a gap, and a breach only where conditions are ripe",
				"当日具备该技能的队伍所覆盖的领域数 ÷ 领域总数；未覆盖为缺口，条件成熟时才为不达标"),
			Source: inPlan("三（四~）2"), Reads: []string{"teams.csv: skills", "certificates.csv", "county.yaml: teams.ripe_fields"},
			Readings: []string{readingProof, readingFieldForces},
			Carries:  []string{"team-fields-fifteen", "team-fields-conditional"},
			// a field has the members of its teams alone
			Derivations: counted(is("subjects", "judged + not-applicable"), is("met", "served"), is("actual", "sum(team/**)")),
		},
		{
			ID: ruleSectors, Revision: 1, Kind: spec.CrossCheckKind,
			Title:   spec.T("Sectors that no professional field serves", "无对应专业领域的行业"),
			Formula: spec.T("sectors − sectors that a field answers; fire is the brigade's", "行业 − 有专业领域对应的行业；消防由消防救援大队承担"),
			Source:  inPlan("三（四~）2"), Carries: []string{"cc-team-fields-vs-sectors"},
			Derivations: []spec.Derivation{is("actual", "sum(sector/**)"), is("required", "count(sector/**)")},
		},
		{
			ID: rulePools, Revision: 1, Kind: spec.CrossCheckKind,
			Title:   spec.T("Forces allotted in an emergency against the fields", "战时统筹力量与专业领域"),
			Formula: spec.T("each force that one hand allots is a field of the list or a kind of force that the plan or the roster names", "每类统筹力量对应一个专业领域或一类力量"),
			Source:  inPlan("三（一）2 强化战时力量统筹"), Carries: []string{"wartime-forces-five", "cc-wartime-pool-fields"},
			Derivations: []spec.Derivation{is("actual", "sum(pool/**)"), is("required", "count(pool/**)")},
		},
		{
			ID: ruleUnmanned, Revision: 1, Kind: spec.CrossCheckKind,
			Title:   spec.T("Settings of unmanned equipment against the fields", "无人装备场景与专业领域"),
			Formula: spec.T("settings ⊆ professional fields", "无人装备场景 ⊆ 专业领域"),
			Source:  inPlan("三（六）2"), Carries: []string{"unmanned-fields-five", "cc-unmanned-subset"},
			Derivations: []spec.Derivation{is("actual", "sum(setting/**)"), is("required", "count(setting/**)")},
		},
		{
			ID: ruleBase, Revision: 1, Kind: spec.CrossCheckKind,
			Title:   spec.T("The county team's training base stands under one work", "县级综合队驻训基地归属唯一"),
			Formula: spec.T("clauses of the catalogue training-base-places that list the base = 1", "名录 training-base-places 中列出该基地的条款数 = 1"),
			Source:  inPlan("四（三）2"), Carries: []string{"dis-training-base-double"},
			Derivations: []spec.Derivation{is("actual", "count(clause/**)"), is("required", spec.Given)},
		},
		{
			ID: ruleModes, Revision: 1, Kind: spec.StandardKind,
			Title:   spec.T("Teams with a part in peacetime and in an emergency", "队伍平时与战时职责"),
			Formula: spec.T("each team has both a part in prevention and a part in an emergency; experts apart", "每支队伍平时预防职责与战时职责俱全，专家组除外"),
			Source:  inPlan("一（二）4"), Reads: []string{"teams.csv: peacetime", "teams.csv: wartime"}, Carries: []string{"shortfall-forces"},
			Derivations: counted(),
		},
		{
			ID: ruleCerts, Revision: 2, Kind: spec.FigureKind,
			Title: spec.T("Certificates to renew", "换证清单"),
			Formula: spec.T("certificates past their last day, in grace, or inside of the renewal window; a lapsed one removes the skill",
				"已过有效期、宽限期内或进入换证窗口的证书；失效即失去该技能"),
			Source: ours("certificates of teams (队伍证书)"), Reads: []string{"certificates.csv"},
			Derivations: []spec.Derivation{is("actual", "days"), is("actual", "sum(due/**)")}, // a certificate has its days alone
		},
		{
			ID: ruleOutfit, Revision: 1, Kind: spec.FigureKind,
			Title:   spec.T("Equipment of the teams", "队伍装备配备率"),
			Formula: spec.T("sum of min(have, need) ÷ sum of need × 100, over all items", "各项 min(实有, 应有) 之和 ÷ 应有之和 × 100"),
			Source:  inPlan("三（四~）1"), Reads: []string{"equipment.csv"}, Carries: []string{"ref-team-equipment-catalogue"},
			Derivations: []spec.Derivation{is("actual", "have ÷ need × 100")},
		},
		{
			ID: ruleProtection, Revision: 1, Kind: spec.StandardKind,
			Title:   spec.T("Personal protection of team members", "队员个人防护装备"),
			Formula: spec.T("sets of personal protection ≥ members of the teams, one set each", "个人防护装备套数 ≥ 队员人数（人手一套）"),
			Source:  inPlan("四（三）1"), Reads: []string{"teams.csv: strength", "equipment.csv"},
			Readings: []string{readingProtected}, Carries: []string{"cc-protection-sets"},
			Derivations: []spec.Derivation{is("required", "members × each"), is("actual", "sets")},
		},
		{
			ID: ruleHazards, Revision: 1, Kind: spec.DutyKind,
			Title:   spec.T("Comprehensive teams trained for every hazard", "综合队伍多灾种训练"),
			Formula: spec.T("each comprehensive team has trained for each of the five natural hazards", "每支综合队伍对五类自然灾害均有训练记录"),
			Source:  inPlan("三（四~）1"), Reads: []string{"training.csv"}, Readings: []string{readingTraining},
			Carries: []string{"team-extreme-training"},
			// a team has its hazards alone
			Derivations: counted(is("actual", "sum(trained/**)"), is("required", "count(trained/**)")),
		},
		{
			ID: ruleJoint, Revision: 1, Kind: spec.DutyKind,
			Title:   spec.T("Joint training of social forces and militia, training of volunteers", "社会力量、民兵联训与志愿者训练"),
			Formula: spec.T("each social force and militia team has trained jointly, each team of volunteers has trained", "社会力量和民兵均有联合训练记录，志愿队伍均有训练记录"),
			Source:  inPlan("三（四~）3~；三（四~）4"), Reads: []string{"training.csv"}, Readings: []string{readingTraining},
			Carries:     []string{"militia-joint-building", "social-force-participation"},
			Derivations: counted(is("actual", "times")), // a team has its times alone
		},
		{
			ID: ruleRatings, Revision: 1, Kind: spec.DutyKind,
			Title:   spec.T("Social forces rated by class and grade", "社会力量分类分级测评"),
			Formula: spec.T("each social force has a grade that holds on the date", "每支社会力量在当日有有效的测评等级"),
			Source:  inPlan("三（四~）4"), Reads: []string{"teams.csv: rating"}, Carries: []string{"social-force-rating"},
			Derivations: counted(),
		},
		{
			ID: ruleExperts, Revision: 1, Kind: spec.StandardKind,
			Title:   spec.T("Hazards with a group of experts", "专家组覆盖灾种"),
			Formula: spec.T("natural hazards with a group of experts ÷ five hazards", "有专家组的灾种数 ÷ 五类自然灾害"),
			Source:  inPlan("三（六）1"), Reads: []string{"teams.csv: hazards"}, Carries: []string{"dis-expert-single-hazard", "expert-pool"},
			Derivations: []spec.Derivation{is("actual", "sum(hazard/**)"), is("required", "count(hazard/**)")},
		},
		{
			ID: ruleAid, Revision: 2, Kind: spec.FigureKind,
			Title:   spec.T("Mutual-aid agreements in force", "有效互助协议"),
			Formula: spec.T("agreements whose days include the date; a team under one that has ended does not count", "有效期含当日的协议数；协议终止的队伍不计"),
			Source:  ours("help from outside of the county (县外支援)"), Reads: []string{"agreements.csv"},
			Derivations: []spec.Derivation{is("actual", "in-force")},
		},
	}
}
