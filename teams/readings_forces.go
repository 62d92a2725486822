package teams

import "github.com/county-emergency/emergency/spec"

// The ids of the readings about the forces and of their options.
const (
	readingProof        = "teams.skill-proof"
	optionCertificate   = "certificate"
	optionClaim         = "claim"
	readingFieldForces  = "teams.field-forces"
	optionProfessional  = "professional"
	optionAnyForce      = "any-force"
	readingTraining     = "teams.training-interval"
	optionOnceInPeriod  = "once-in-period"
	optionYearly        = "yearly"
	readingProtected    = "teams.protected-teams"
	optionTownshipTeams = "township-teams"
	optionCountyToo     = "county-team-too"
)

func forceReadings() []spec.Reading {
	return []spec.Reading{skillProof(), fieldForces(), trainingInterval(), protectedTeams()}
}

func skillProof() spec.Reading {
	return spec.Reading{
		ID:       readingProof,
		Question: spec.T("does a skill that a team claims count without a certificate", "队伍自报而无证书的技能是否计入"),
		Default:  optionCertificate,
		Options: []spec.Option{
			{ID: optionCertificate, Text: spec.T("no: without a certificate it is unknown", "不计入：无证书即未知")},
			{ID: optionClaim, Text: spec.T("yes, unless a certificate for it has lapsed", "计入，但证书已失效的除外")},
		},
		Source: ours("what proves a skill (技能凭何认定)"),
	}
}

func fieldForces() spec.Reading {
	return spec.Reading{
		ID:       readingFieldForces,
		Question: spec.T("is a field covered by professional teams only", "专业领域是否仅由专业队伍覆盖"),
		Default:  optionProfessional,
		Options: []spec.Option{
			{ID: optionProfessional, Text: spec.T("by professional teams only", "仅专业队伍")},
			{ID: optionAnyForce, Text: spec.T("by any team that has the skill", "具备该技能的任何队伍")},
		},
		Source: inPlan("三（四~）2"),
	}
}

func trainingInterval() spec.Reading {
	return spec.Reading{
		ID:       readingTraining,
		Question: spec.T("how often must teams train where the plan gives no interval", "规划未给出间隔时，队伍训练应多久一次"),
		Default:  optionOnceInPeriod,
		Options: []spec.Option{
			{ID: optionOnceInPeriod, Text: spec.T("at least once in the plan period", "规划期内至少一次")},
			{ID: optionYearly, Text: spec.T("at least once in the year before the date", "截至日前一年内至少一次")},
		},
		Source: inPlan("三（四~）"),
	}
}

func protectedTeams() spec.Reading {
	return spec.Reading{
		ID:       readingProtected,
		Question: spec.T("whose members each need a set of personal protection", "哪些队伍的队员应人手一套个人防护装备"),
		Default:  optionTownshipTeams,
		Options: []spec.Option{
			{ID: optionTownshipTeams, Text: spec.T("the township teams", "乡镇（街道）队伍")},
			{ID: optionCountyToo, Text: spec.T("the township teams and the county's comprehensive team", "乡镇（街道）队伍和县级综合队")},
		},
		Source: inPlan("四（三）1"),
	}
}

func proofOf(option string) (proof SkillProof, ok bool) {
	switch option {
	case optionCertificate:
		return CertificateNeeded, true
	case optionClaim:
		return ClaimEnough, true
	}
	return 0, false
}

func anyKindOf(option string) (any, ok bool) {
	return option == optionAnyForce, option == optionAnyForce || option == optionProfessional
}

func withCountyTeam(option string) (with, ok bool) {
	return option == optionCountyToo, option == optionCountyToo || option == optionTownshipTeams
}
