package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// The ids of the rules of this package. They are permanent.
const (
	RuleWorkAccidentGrade = "hazards.work-accident-grade"
)

// The ids of the readings of this package. They are permanent.
const (
	ReadingGeohazardCommand = "hazards.geohazard-command"
	ReadingMissingInGrade   = "hazards.missing-in-grade"
)

// The options of the readings.
const (
	combined   = "combined"
	none       = "none"
	counted    = "counted"
	notCounted = "not-counted"
)

// Rules lists the calculations of this package (规则).
func Rules() []spec.Rule {
	out := slices.Concat([]spec.Rule{workAccidentGrade()}, caseRules(), preventionRules(), warningRules())
	for i := range out {
		out[i].Derivations = derivations(out[i].ID)
	}
	return out
}

func workAccidentGrade() spec.Rule {
	return spec.Rule{
		ID: RuleWorkAccidentGrade, Revision: 1, Kind: spec.FigureKind,
		Title: spec.T("Work accidents by grade", "生产安全事故按等级统计"),
		Formula: spec.T("grade = the highest that any one of deaths (with missing), serious injuries and direct loss reaches: "+
			"large from 3, 10 or 10 million yuan; major from 10, 50 or 50 million; extraordinary from 30, 100 or 100 million; else ordinary",
			"等级＝死亡（含下落不明）人数、重伤人数、直接经济损失三项标准中任一达到的最高等级："+
				"较大为3人、10人或1000万元以上，重大为10人、50人或5000万元以上，特别重大为30人、100人或1亿元以上，其余为一般"),
		Source: order493(), Reads: []string{"incidents.csv"}, Readings: []string{ReadingMissingInGrade},
	}
}

// Readings lists the clauses that can be understood in more than one way
// (解读).
func Readings() []spec.Reading {
	return slices.Concat([]spec.Reading{geohazardCommand(), missingInGrade(), soonerClock()}, preventionReadings(), warningReadings())
}

func geohazardCommand() spec.Reading {
	return spec.Reading{
		ID: ReadingGeohazardCommand,
		Question: spec.T("Which command leads for a hazard that the plan gives no command of its own but combines with another in one office?",
			"规划未单设专项指挥部、但与另一灾种合设办公室的灾种，由哪个指挥部牵头？"),
		Default: combined,
		Options: []spec.Option{
			{ID: combined, Text: spec.T("the command of the hazard whose office it shares: the earthquake command for geological hazards",
				"由合设办公室的灾种的指挥部牵头：地质灾害由抗震救灾指挥部牵头")},
			{ID: none, Text: spec.T("none: the plan names no command for it", "无：规划未指明")},
		},
		Source:  fengdu("三（一）2；一（二）4"),
		Carries: []string{"dis-geohazard-command"},
	}
}

func missingInGrade() spec.Reading {
	place := order493()
	place.Place = "第三条、第十二条"
	return spec.Reading{
		ID:       ReadingMissingInGrade,
		Question: spec.T("Do people unaccounted for count with the deaths when an accident is graded?", "事故定级时下落不明人数是否计入死亡人数？"),
		Default:  counted,
		Options: []spec.Option{
			{ID: counted, Text: spec.T("yes, as casualties are reported", "计入，与事故报告口径一致")},
			{ID: notCounted, Text: spec.T("no, confirmed deaths alone", "不计入，仅计确认死亡人数")},
		},
		Source: place,
	}
}

// Undefined lists clauses about hazards that give no members, number or
// definition to compute with (未定义条款).
func Undefined() []spec.Undefined {
	return append(preventionUndefined(), []spec.Undefined{
		{
			Carries: []string{"water-four-ship-kinds"},
			Reason:  spec.T("the four key kinds of vessel are not named", "未列明四类重点船舶"),
			Source:  fengdu("三（三~）4~ 水上交通及其他交通运输安全"),
		},
		{
			Carries: []string{"dis-four-involve"},
			Reason:  spec.T("of four involvements the text names two; the others would be a guess", "“四涉”只写明两项，其余两项不作推测"),
			Source:  fengdu("三（三~）4~ 工贸安全"),
		},
	}...)
}
