package teams

import "github.com/county-emergency/emergency/spec"

// The ids of the rules and of the reading on the enforcement force.
const (
	ruleEquipment    = "teams.enforcement-equipment"
	ruleQualified    = "teams.qualified-enforcers"
	readingQualified = "teams.enforcer-background"
	optionAny        = "any"
	optionAllThree   = "all"
)

func enforcementRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: ruleEquipment, Revision: 2, Kind: spec.TargetKind,
			Title: spec.T("Township enforcement units equipped to the standard", "乡镇（街道）综合行政执法装备达标率"),
			Formula: spec.T("township units whose equipment reaches the standard ÷ township units × 100; the county's own enforcement force, which the project equips, is not counted",
				"装备达标的乡镇（街道）执法单位数 ÷ 乡镇（街道）执法单位总数 × 100；项目所列县级安全监管执法队伍不计入"),
			Source: inPlan("二（三）2"), Reads: []string{"county.yaml: teams.enforcement.units", "county.yaml: teams.enforcement.compliant_units"},
			Carries:     []string{"target-enforcement-equipment", "cc-enforcement-equipment-double", "dis-enforcement-scope"},
			Derivations: shared(),
		},
		{
			ID: ruleQualified, Revision: 1, Kind: spec.TargetKind,
			Title: spec.T("Enforcement officers with degree, qualification or experience in emergency management", "具有应急管理相关学历、职业资格和实践经验的执法人员占比"),
			Formula: spec.T("qualified officers ÷ serving officers × 100; at least so many officers, rounded up",
				"符合条件的执法人员 ÷ 在职执法人员 × 100；至少应有人数向上取整"),
			Source: inPlan("三（六）1"), Reads: []string{"county.yaml: teams.enforcement.officers", "county.yaml: teams.enforcement.with_any",
				"county.yaml: teams.enforcement.with_all"},
			Readings:    []string{readingQualified},
			Carries:     []string{"target-qualified-enforcers", "target-qualified-enforcers-dated", "cc-enforcer-headcount"},
			Derivations: shared(is("needed", "ceil(of × target ÷ 100)"), is("to-train", "max(0, needed − done)")),
		},
	}
}

func enforcerBackground() spec.Reading {
	return spec.Reading{
		ID: readingQualified,
		Question: spec.T("must an officer have degree, qualification and experience together, or is one of them enough",
			"学历、职业资格和实践经验须同时具备，还是具备其一即可"),
		Default: optionAny,
		Options: []spec.Option{
			{ID: optionAny, Text: spec.T("one of the three is enough", "具备其一即可")},
			{ID: optionAllThree, Text: spec.T("all three together", "三者同时具备")},
		},
		Source:  inPlan("二（三）2；三（六）1"),
		Carries: []string{"dis-enforcer-and-or"},
	}
}

func basisOf(option string) (basis QualifiedBasis, ok bool) {
	switch option {
	case optionAny:
		return AnyOfAll, true
	case optionAllThree:
		return AllThree, true
	}
	return 0, false
}
