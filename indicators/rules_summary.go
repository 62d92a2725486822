package indicators

import (
	"sync"

	"github.com/county-emergency/emergency/spec"
)

// The ids of the rules that look at all targets together. They are permanent.
const (
	ruleMidTerm        = "indicators.mid-term"
	ruleAttainment     = "indicators.attainment"
	ruleRevisions      = "indicators.revisions"
	ruleConsistency    = "indicators.consistency"
	ruleDeadlines      = "indicators.deadlines"
	ruleContradictions = "indicators.stated-against-table"
	ruleCatalogue      = "indicators.catalogue"
)

// summaryRules lists the rules that look at all targets together.
func summaryRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: ruleMidTerm, Revision: 1, Kind: spec.StandardKind,
			Title: spec.T("Targets on track at the mid-term", "中期进度"),
			Formula: spec.T("each target keeps its milestone by the end of the mid-term year: base + share of the way × (limit − base); a total, its share; means and single years, the whole limit over the years so far",
				"各目标至中期年末达到阶段值：基数 + 应完成进度 ×（限值 − 基数）；累计值按进度折算；年均值和逐年值按已过年份全额判定"),
			Source: ours("五（三）"), Reads: []string{tableYears + ": years[]", tableYears + ": values[]"}, Readings: everyReading(),
		},
		{
			ID: ruleAttainment, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Share of targets met", "指标达标率"),
			Formula: spec.T("targets met ÷ targets answered × 100; targets that do not apply are left out, unknown ones are never counted, and below a coverage floor there is no score",
				"达标项数 ÷ 已答复项数 × 100；不适用的不计，未知的不计为达标或未达标，答复率低于下限时不计得分"),
			Source: ours("二（三）3 表"), Reads: []string{tableYears + ": years[]"}, Readings: everyReading(),
		},
		{
			ID: ruleRevisions, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Yearly figures with several official values", "有多个官方数值的年度数据"),
			Formula: spec.T("figures for which another official value was known on the date; a final value stands before a provisional one, a later one before an earlier one",
				"截至评估日另有其他官方数值的年度数据项数；核定数先于快报数，后发先于先发"),
			Source: ours("二（三）3 表"), Reads: []string{tableYears + ": years[]"},
		},
		{
			ID: ruleConsistency, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Targets against the bases and wider limits they state", "目标与所载基数、上级目标值"),
			Formula: spec.T("no limit looser than its base or than that of a wider area; base × (1 + change) = printed limit",
				"限值不宽于基数和上级目标值；基数 ×（1 + 变化幅度）= 所载限值"),
			Source: ours("二（三）3 表"),
		},
		{
			ID: ruleContradictions, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Stated yearly figures against the tables of records", "年度填报数与台账核对"),
			Formula: spec.T("stated yearly figure = count of the table that covers the year; a table that does not cover it may not count more than is stated",
				"年度填报数 = 完整覆盖该年的台账统计数；未完整覆盖的台账统计数不得多于填报数"),
			Source: ours("二（三）3 表"), Reads: []string{tableYears + ": years[]", tableIncidents, tableDisasters}, Readings: []string{ReadingStatedOrCounted},
		},
		{
			ID: ruleDeadlines, Revision: 1, Kind: spec.FigureKind,
			Title:   spec.T("Dated and periodic obligations in the text", "文中时限与周期登记"),
			Formula: spec.T("obligations dated within the period of the plan; later ones are never due within it", "规划期内有明确时限的事项数；期外的在期内不到期"),
			Source:  clause("全文"), Carries: []string{"deadline-register"},
		},
		{
			ID: ruleCatalogue, Revision: 1, Kind: spec.FigureKind,
			Title:   spec.T("Sets that the plan names", "规划名录"),
			Formula: spec.T("members listed", "所列成员数"),
			Source:  clause("二"), Carries: []string{"goal-classes-five", "three-shifts"},
		},
	}
}

// knownSummaries is the same rules, listed once; it is never changed.
var knownSummaries = sync.OnceValue(summaryRules)

func summaryRule(id string) spec.Rule {
	for _, r := range knownSummaries() {
		if r.ID == id {
			return r
		}
	}
	return spec.Rule{ID: id}
}

// everyReading lists the ids of all readings of the room: a rule over all
// targets depends on whatever one of them depends on.
func everyReading() []string {
	var out []string
	for _, r := range Readings() {
		out = append(out, r.ID)
	}
	return out
}
