package indicators_test

import (
	"fmt"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Nine percent fewer deaths than 20 are at most 18.2 in the last year.
func ExampleEvaluate() {
	p := core()
	e := indicators.Evaluate(p.Targets[0], p, county(), measure.DateOf(2025, 12, 31), spec.Choices{})
	fmt.Println(e.Judgement.Verdict, e.Value.Low, e.Judgement.Comparison, e.Judgement.Required, e.Headroom)
	// Output: met 18 ≤ 18.2 0
}

func ExampleAssess() {
	a := indicators.Assess(core(), county(), measure.DateOf(2024, 12, 31), spec.Choices{})
	for _, f := range a.Findings()[:6] {
		fmt.Println(f.Target, f.Verdict, "–", f.Reason.Text.EN)
	}
	// Output:
	// core-1 unknown – 2025 is not over on 2024-12-31
	// core-2 unknown – total of 2021-2025 is not over on 2024-12-31; known so far at least 0 accidents
	// core-3 unknown – 2025 is not over on 2024-12-31
	// core-4 unknown – yearly mean of 2021-2025 is not over on 2024-12-31; known so far at least 0.367 %
	// core-5 unknown – yearly mean of 2021-2025 is not over on 2024-12-31; known so far at least 0 per million people
	// core-6 unknown – yearly mean of 2021-2025 is not over on 2024-12-31; known so far at least 10000 per 100,000 people
}

func ExampleAssessment_Findings() {
	fs := indicators.Assess(core(), indicators.Records{}, measure.DateOf(2022, 8, 2), spec.Choices{}).Findings()
	fmt.Println(fs[1].Verdict, "–", fs[1].Reason.Text.ZH)
	for _, n := range fs[1].Missing {
		fmt.Println(n.Key, n.Who.ZH)
	}
	// Output:
	// unknown – 未填报：重特大生产安全事故起数2021年
	// county.yaml: years[2021].major_accidents 应急管理局（安全生产统计）
}

// 11 deaths less 9 % are 10.01: ten are allowed.
func ExampleAllowed() {
	limit := measure.Whole(11).Mul(ratio("0.91"))
	fmt.Println(indicators.Allowed(limit, false))
	// Output: 10 true
}

func ExampleHeadroom() {
	limit := measure.Whole(11).Mul(ratio("0.91"))
	fmt.Println(indicators.Headroom(limit, false, 7))
	fmt.Println(indicators.Headroom(limit, false, 12))
	// Output:
	// 3 true
	// -2 true
}

// The plan's first and third target together: output must grow by 45.6 % in
// five years, 7.80 % a year, for both to be met exactly.
func ExampleImpliedGrowth() {
	factor := indicators.ImpliedGrowth(ratio("-0.09"), ratio("-0.375"))
	yearly, _ := measure.RootRate(factor, 5, 4)
	fmt.Println(factor, yearly.Percent(2))
	// Output: 1.456 7.80
}

func ExampleChainedChange() {
	fmt.Println(indicators.ChainedChange(ratio("-0.425"), ratio("-0.375")).Percent(1))
	// Output: -64.1
}

func ExampleChangeOf() {
	fmt.Println(indicators.ChangeOf(measure.Whole(18), measure.Whole(20)).Percent(1))
	fmt.Println(indicators.ChangeOf(measure.Whole(18), measure.Whole(0)))
	// Output:
	// -10.0
	// —
}

func ExampleDeathsPerYiYuan() {
	fmt.Println(indicators.DeathsPerYiYuan(18, measure.Fen(450*1e10)))
	// Output: 0.04
}

func ExampleLossPercent() {
	fmt.Println(indicators.LossPercent(measure.Fen(2*1e10), measure.Fen(400*1e10)))
	// Output: 0.5
}

func ExamplePerMillion() {
	fmt.Println(indicators.PerMillion(1, 500_000))
	// Output: 2
}

func ExamplePer100000() {
	fmt.Println(indicators.Per100000(84_000, 560_000))
	// Output: 15000
}

func ExampleIncidentTally() {
	table := hazards.Order493()
	var north, south indicators.IncidentTally
	one := hazards.Incident{Date: measure.DateOf(2025, 3, 1), Sector: hazards.RoadTransport, Deaths: 3}
	two := hazards.Incident{Date: measure.DateOf(2025, 9, 1), Sector: hazards.Mines, Deaths: 1}
	north.Add(&one, table.Grade(one))
	south.Add(&two, table.Grade(two))
	north.Merge(south)
	totals := north.Year(2025)
	fmt.Println(totals.Deaths.Value())
	fmt.Println(totals.LargeAccidents.Value())
	// Output:
	// 4 true
	// 1 true
}

func ExampleDisasterTally() {
	var tally indicators.DisasterTally
	tally.Add(&hazards.Disaster{From: measure.DateOf(2024, 7, 10), Affected: spec.Exactly[measure.People](2811)})
	fmt.Println(tally.Year(2024).Affected.Value())
	// Output: 2811 true
}

func ExampleMeasurand_Formula() {
	fmt.Println(indicators.DeathsPerGDP.Formula().EN)
	// Output: deaths in work accidents ÷ GDP in 100 million yuan
}

// Of two official values the final one decides; the other is kept.
func ExampleDecide() {
	final := indicators.Official{Value: spec.ExactValue(measure.Whole(18)), Status: spec.Final}
	flash := indicators.Official{Value: spec.ExactValue(measure.Whole(17)), Status: spec.Provisional}
	decided, others, conflict := indicators.Decide([]indicators.Official{flash, final})
	fmt.Println(decided.Value.Low, len(others), conflict)
	// Output: 18 1 false
}

// Three fifths of the way from 20 deaths to 18.2 are due by the end of 2023.
func ExamplePath_Share() {
	share := indicators.Linear.Share(2020, 2023, 2025, 2023)
	fmt.Println(share, indicators.Milestone(measure.Whole(20), ratio("18.2"), share))
	// Output: 0.6 18.92
}

func ExampleMilestone() {
	fmt.Println(indicators.Milestone(measure.Whole(60), measure.Whole(85), measure.RatioOf(1, 2)))
	// Output: 72.5
}

// The verdict on 18 deaths turns at 18.2, on the output of the year at 489.6 × 亿元.
func ExampleEvaluation_Flips() {
	p := core()
	e := indicators.Evaluate(p.Targets[2], p, county(), measure.DateOf(2025, 12, 31), spec.Choices{})
	for _, f := range e.Flips() {
		fmt.Println(f.Statistic, f.Year, f.At, "now", f.Now)
	}
	// Output:
	// accident_deaths 2025 675/34 now 18
	// gdp 2025 4896000000000 now 5400000000000
}

// A printed limit that is the exact one with its decimals cut off.
func ExampleIndicator_Oddities() {
	i := indicators.Indicator{Target: spec.Target{Form: spec.Both, BaseValue: measure.Whole(409),
		Parts: []spec.Target{ceiling("357"), change("-12.5")}}}
	for _, o := range i.Oddities() {
		fmt.Println(o.Code, "–", o.Text.EN)
	}
	// Output: printed-cut – 409 × 0.875 = 357.875, printed 357
}

func ExampleInterval_Next() {
	fmt.Println(indicators.Monthly.Next(measure.DateOf(2024, 1, 31)))
	// Output: 2024-02-29
}

func ExampleDeadline_On() {
	by2030 := indicators.Deadline{By: measure.DateOf(2030, 12, 31)}
	fmt.Println(by2030.On(measure.DateOf(2025, 12, 31), period(2021, 2025)) == indicators.Beyond)
	// Output: true
}

// Townships of one county, counted apart and together.
func ExampleDivisionTally() {
	tally := indicators.DivisionTallyOf(hazards.Township)
	for _, place := range []string{"990101101", "990101102", "990101101201"} {
		code, _ := hazards.ParseDivisionCode(place)
		tally.Add(&hazards.Incident{Date: measure.DateOf(2025, 3, 1), Place: code, Deaths: 2}, hazards.Ordinary)
	}
	sum := tally.Sum()
	all, _ := sum.Year(2025).Deaths.Value()
	for _, division := range tally.Divisions() {
		deaths, _ := tally.Year(division, 2025).Deaths.Value()
		fmt.Println(division, deaths, "of", all)
	}
	// Output:
	// 990101101 4 of 6
	// 990101102 2 of 6
}

func ExampleAssessment_MidTerms() {
	a := indicators.Assess(core(), county(), measure.DateOf(2025, 12, 31), spec.Choices{})
	m := a.MidTerms()[0]
	fmt.Println(m.Year, m.Share, m.Evaluation.Judgement.Verdict, m.Evaluation.Judgement.Required)
	// Output: 2023 0.6 unmet 18.92
}

func ExampleAssessment_Score() {
	all, binding := indicators.Assess(core(), county(), measure.DateOf(2025, 12, 31), spec.Choices{}).Score()
	fmt.Println(all.Met, all.Tally.Met, binding.Tally.Met)
	// Output: 100 6 3
}
