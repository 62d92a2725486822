package hazards

import "github.com/county-emergency/emergency/spec"

// derivations says how the numbers of a rule's findings come about (计算式). No
// finding holds them: they are for explanations.
func derivations(rule string) []spec.Derivation {
	switch rule {
	case RuleWorkAccidentGrade:
		return actually("ordinary + large + major + extraordinary + unsettled")
	case RuleDisasterGrade:
		return actually("ordinary + large + major + extraordinary + unsettled + no-table")
	case RuleCasualtyChanges:
		return actually("inside + late")
	case RuleReliefResponse:
		return actually("IV + III + II + I")
	case RuleMustReport:
		return actually("must")
	case RuleDepartmentLists:
		return actually("count(list)")
	case RuleRiskRegister:
		return actually("major + large + general + low + not-assessed")
	case RuleMonitoringSensitivity:
		return actually("hits ÷ (hits + misses) × 100")
	case RuleMonitoringAccuracy:
		return actually("hits ÷ (hits + false-alarms) × 100")
	case RuleWarningsInForce:
		return actually("red + orange + yellow + blue")
	case RuleWarningLead:
		return actually("lead ÷ timed")
	case RuleWarningAccuracy:
		return actually("hits ÷ (hits + false) × 100")
	case RuleWarningReach:
		return actually("reached ÷ targeted × 100")
	case RuleAnnouncedNumerals:
		return []spec.Derivation{{Of: "actual", Is: "met"}, {Of: "required", Is: "met + unmet"}}
	case RuleAnswersUsed:
		return []spec.Derivation{{Of: "required", Is: "posts + entries"}, {Of: "actual", Is: "required − off"}}
	case RuleMassMonitoring, RuleWarningCoverage:
		return []spec.Derivation{{Of: "required", Is: "limit"}, {Of: "actual", Is: "met ÷ sites × 100"}}
	case RuleForestExtinguished:
		return forestExtinguishedDerivations()
	case RuleForestDamage:
		return forestDamageDerivations()
	case RuleForestInspections:
		return append([]spec.Derivation{
			{Of: "over-the-plan", Is: "asked × plan-years"},
			{Of: "shortfall.*", Is: "asked − done.*"},
			{Of: "met", Is: "count(done.** ≥ asked)"},
			{Of: "unmet", Is: "count(shortfall.**) − unknown"},
		}, metOfAll()...)
	case RuleHiddenDangers:
		return append(metOfAll(), // then those of a single one
			spec.Derivation{Of: "actual", Is: "overdue-days"}, spec.Derivation{Of: "required", Is: "allowed-days"})
	}
	return metOfAll()
}

func actually(is string) []spec.Derivation { return []spec.Derivation{{Of: "actual", Is: is}} }

// metOfAll is how the numbers of a finding over many units come about.
func metOfAll() []spec.Derivation {
	return []spec.Derivation{{Of: "actual", Is: "met"}, {Of: "required", Is: "met + unmet + unknown"}}
}

func forestExtinguishedDerivations() []spec.Derivation {
	return []spec.Derivation{
		{Of: "required", Is: "limit"},
		{Of: "share.*", Is: "in-time.* ÷ fires.* × 100", Label: spec.T("share put out in time in *", "*年及时扑灭比例"), Unit: spec.Percent, Places: 2},
		{Of: "actual", Is: "min(share.**)", When: ReadingExtinguishedSpan + "=" + spanEachYear},
		{Of: "actual", Is: "in-time ÷ fires × 100"},
		{Of: "may-miss", Is: "floor((100 − limit) ÷ 100 × fires)"},
		{Of: "headroom", Is: "may-miss − late"},
	}
}

func forestDamageDerivations() []spec.Derivation {
	return []spec.Derivation{
		{Of: "required", Is: "limit"},
		{Of: "allowed", Is: "limit × forest ÷ 1000"},
		{Of: "left.*", Is: "allowed − burnt.*"},
		{Of: "rate.*", Is: "burnt.* ÷ forest × 1000", Label: spec.T("damage rate in *", "*年受害率"), Unit: spec.PerMille, Places: 3},
		{Of: "rate-at-least.*", Is: "burnt-at-least.* ÷ forest × 1000", Label: spec.T("damage rate in * at least", "*年受害率下限"), Unit: spec.PerMille, Places: 3},
		{Of: "actual", Is: "max(rate.**)"},
		{Of: "actual", Is: "max(rate-at-least.**)"},
	}
}
