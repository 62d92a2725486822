package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// crossIndicators holds the targets of the plan against each other.
func crossIndicators() []crossCheck {
	return append([]crossCheck{
		check("implied-growth", spec.FigureKind,
			spec.T("Growth of output that the death targets imply", "死亡人数与死亡率目标隐含的经济增速"),
			spec.T("((1 + change of deaths) / (1 + change of the rate))^(1/years) − 1", "（（1+死亡人数变化）÷（1+死亡率变化））^(1/年数) − 1"),
			"二（三）3 表 序号3", []string{"cc-implied-gdp-14"}, impliedGrowth).from(growthSteps()...),
		check("implied-growth-before", spec.FigureKind,
			spec.T("Growth of output that the previous period implies", "上一规划期隐含的经济增速"),
			spec.T("((1 + change of deaths) / (1 + change of the rate))^(1/5) − 1", "（（1+死亡人数变化）÷（1+死亡率变化））^(1/5) − 1"),
			"一（一）2", []string{"cc-implied-gdp-13"}, impliedGrowthBefore).from(growthSteps()...),
		check("chained-rate", spec.FigureKind,
			spec.T("Change of the death rate over both periods", "两个规划期死亡率累计变化"),
			spec.T("(1 + previous change) × (1 + planned change) − 1", "（1+上期变化）×（1+本期变化）− 1"),
			"二（三）3 表 序号3", []string{"cc-two-period-rate"}, chainedRate).
			from(is("actual", "((1 + previous ÷ 100) × (1 + planned ÷ 100) − 1) × 100")),
		check("disaster-deaths-looser", spec.CrossCheckKind,
			spec.T("Disaster-death target against the value already reached", "因灾死亡率目标与已达水平"),
			spec.T("limit ≤ value reached before the plan", "目标限值 ≤ 规划前已达水平"),
			"二（三）3 表 序号5", []string{"cc-ratchet-disaster-deaths"}, disasterDeathsLooser).
			from(is("actual", "limit"), is("required", "reached")),
		check("indicator-natures", spec.CrossCheckKind,
			spec.T("Binding and expected make up the core indicators", "约束性与预期性指标合计为核心指标数"),
			spec.T("binding + expected = core indicators", "约束性 + 预期性 = 核心指标数"),
			"二（三）3 表", []string{"cc-indicator-natures"}, indicatorNatures).
			from(is("actual", "binding + expected"), is("required", "core")),
		check("elapsed-at-issue", spec.FigureKind,
			spec.T("Part of the period past when the plan was issued", "成文时规划期已过比例"),
			spec.T("days before the day of issue / days of the period", "成文日前天数 ÷ 规划期天数"),
			"文首", []string{"cc-elapsed-at-issue"}, elapsedAtIssue).
			from(is("actual", "days-past ÷ days × 100")),
	}, slices.Concat(crossDeaths(), crossBaselines())...)
}

// targetOf finds the plan's target of a measurand in a form.
func targetOf(p *plan, m indicators.Measurand, form spec.Form) (spec.Target, bool) {
	for _, one := range p.indicators.Targets {
		if one.Measurand == m && one.Target.Form == form {
			return one.Target, true
		}
	}
	return spec.Target{}, false
}

// targetInput lists a target among the inputs and places the finding where the
// first one stands.
func targetInput(f *spec.Finding, name string, label spec.Text, t spec.Target, value measure.Ratio, unit spec.Unit) {
	f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: label, Value: spec.AmountOf(value, 4), Unit: unit, Source: t.Source})
	if f.Source.Place == "" {
		f.Source = t.Source
	}
}

func plannedDeaths() spec.Text {
	return spec.T("planned change of accident deaths", "本期事故死亡人数变化目标")
}

func plannedRate() spec.Text {
	return spec.T("planned change of the death rate", "本期死亡率变化目标")
}

func percentOf(share measure.Ratio) measure.Ratio { return share.Mul(measure.Whole(100)) }

// growthSteps work out the growth from the two changes.
func growthSteps() []spec.Derivation {
	return []spec.Derivation{
		step("factor", "(1 + deaths-change ÷ 100) ÷ (1 + rate-change ÷ 100)", spec.T("growth factor of output", "经济总量倍数"), "", 3),
		is("actual", "(root(factor, years, 12) − 1) × 100"),
	}
}

func growth(f *spec.Finding, deaths, rate measure.Ratio, years int) {
	tally(f, "years", spec.T("years", "年数"), years, spec.Years, spec.Source{})
	factor := indicators.ImpliedGrowth(deaths, rate)
	yearly, ok := measure.RootRate(factor, years, 12)
	if !ok {
		return
	}
	percent := yearly.Mul(measure.Whole(100))
	figured(f, spec.AmountOf(percent, 2), spec.PercentPerYear, spec.Textf(
		"(1 %s) / (1 %s) = %s; %s%% a year over %d years if both are met exactly",
		"（1 %s）÷（1 %s）= %s；两者恰好实现时 %[5]d 年年均增长 %[4]s%%",
		signed(deaths), signed(rate), factor.Text(3), percent.Text(2), years))
}

// signed writes a change with its sign, as − 0.09.
func signed(r measure.Ratio) string {
	if r.Sign() < 0 {
		return "− " + spec.AmountOf(r.Neg(), 4).String()
	}
	return "+ " + spec.AmountOf(r, 4).String()
}

func impliedGrowth(p *plan, _ *County, f *spec.Finding) {
	deaths, ok := targetOf(p, indicators.AccidentDeaths, spec.Change)
	rate, both := targetOf(p, indicators.DeathsPerGDP, spec.Change)
	years := p.period.Value.Len()
	if !ok || !both || years == 0 {
		return
	}
	f.Source = rate.Source
	targetInput(f, "deaths-change", plannedDeaths(), deaths, percentOf(deaths.Change), spec.Percent)
	targetInput(f, "rate-change", plannedRate(), rate, percentOf(rate.Change), spec.Percent)
	growth(f, deaths.Change, rate.Change, years)
}

// previousYears is the length of a five-year plan period (五年规划).
const previousYears = 5

func impliedGrowthBefore(p *plan, _ *County, f *spec.Finding) {
	before := p.indicators.Previous
	if !before.DeathsChange.Known() || !before.RateChange.Known() {
		return
	}
	in(f, "deaths-change", before.DeathsChange, spec.AmountOf(before.DeathsChange.Value.Mul(measure.Whole(100)), 2), spec.Percent)
	in(f, "rate-change", before.RateChange, spec.AmountOf(before.RateChange.Value.Mul(measure.Whole(100)), 2), spec.Percent)
	growth(f, before.DeathsChange.Value, before.RateChange.Value, previousYears)
}

func chainedRate(p *plan, _ *County, f *spec.Finding) {
	before := p.indicators.Previous.RateChange
	rate, ok := targetOf(p, indicators.DeathsPerGDP, spec.Change)
	if !ok || !before.Known() {
		return
	}
	in(f, "previous", before, spec.AmountOf(before.Value.Mul(measure.Whole(100)), 2), spec.Percent)
	targetInput(f, "planned", plannedRate(), rate, percentOf(rate.Change), spec.Percent)
	one := measure.Whole(1)
	left := one.Add(before.Value).Mul(one.Add(rate.Change))
	change := left.Sub(one).Mul(measure.Whole(100))
	figured(f, spec.AmountOf(change, 1), spec.Percent, spec.Textf("(1 %s) × (1 %s) = %s of the first base is left",
		"（1 %s）×（1 %s）= 最初基数的 %s", signed(before.Value), signed(rate.Change), left.Text(3)))
}

func disasterDeathsLooser(p *plan, _ *County, f *spec.Finding) {
	reached := p.indicators.Previous.DisasterDeaths
	target, ok := targetOf(p, indicators.DisasterDeathsPerMillion, spec.Ceiling)
	if !ok || !reached.Known() {
		return
	}
	in(f, "reached", reached, spec.Whole(reached.Value), spec.Persons)
	targetInput(f, "limit", spec.T("limit of disaster deaths per million people", "每百万人口因灾死亡限值"), target, target.Limit, target.Unit)
	f.Source = target.Source
	compared(f, target.Limit, spec.NotAbove, measure.Whole(int64(reached.Value)), 2, target.Unit)
	agrees(f, target.Limit.AtMost(measure.Whole(int64(reached.Value))), spec.Textf(
		"the target allows %s per million people, %d had been reached: the target is looser than the base",
		"目标为每百万人不超过 %s 人，而规划前已为 %d：目标宽于基数", spec.AmountOf(target.Limit, 2), reached.Value))
}

func elapsedAtIssue(p *plan, _ *County, f *spec.Finding) {
	if !p.issued.Known() || p.period.Value.Len() == 0 {
		return
	}
	days, all := p.period.Value.DaysElapsed(p.issued.Value), p.period.Value.Days()
	in(f, "days-past", p.issued, spec.Whole(days), spec.Days)
	in(f, "days", p.period, spec.Whole(all), spec.Days)
	share := measure.RatioOf(int64(days), int64(all)).Mul(measure.Whole(100))
	figured(f, spec.AmountOf(share, 1), spec.Percent, spec.Textf("%d of %d days were past on %s",
		"%[2]d 天中截至 %[3]s 已过 %[1]d 天", days, all, p.issued.Value))
}

func indicatorNatures(p *plan, _ *County, f *spec.Finding) {
	core := p.indicators.Core
	if !core.Known() {
		return
	}
	var binding, expected int64
	for _, one := range p.indicators.Targets {
		switch {
		case !one.Core:
		case one.Target.Nature == spec.Binding:
			binding++
		case one.Target.Nature == spec.Expected:
			expected++
		}
	}
	in(f, "core", core, spec.Whole(core.Value), spec.Items)
	tally(f, "binding", spec.T("binding core indicators", "约束性核心指标"), int(binding), spec.Items, spec.Source{})
	tally(f, "expected", spec.T("expected core indicators", "预期性核心指标"), int(expected), spec.Items, spec.Source{})
	compared(f, measure.Whole(binding+expected), spec.Equals, measure.Whole(int64(core.Value)), 0, spec.Items)
	agrees(f, binding+expected == int64(core.Value), spec.Textf("%d binding + %d expected, %d stated",
		"约束性 %d 项 + 预期性 %d 项，所载 %d 项", binding, expected, core.Value))
}
