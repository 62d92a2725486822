package emergency

import (
	"strings"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// crossDeaths turns the limits on deaths and people affected into whole
// numbers and holds those on deaths against each other.
func crossDeaths() []crossCheck {
	return []crossCheck{
		check("integer-accident-deaths", spec.FigureKind,
			spec.T("Largest base for which one death fewer is enough", "少死亡一人即可达标的最大基数"),
			spec.T("greatest base with floor(base × (1 + change)) = base − 1", "满足“向下取整（基数×（1+变化幅度））= 基数 − 1”的最大基数"),
			"二（三）3 表 序号1", []string{"cc-integer-accident-deaths"}, integerAccidentDeaths).
			from(is("actual", "floor(100 ÷ abs(change))")),
		check("integer-deaths", spec.FigureKind,
			spec.T("Least population for which one disaster death is allowed", "因灾死亡一人仍可达标的最少人口"),
			spec.T("1,000,000 / (limit × years); allowed = floor(limit × years × population / 1,000,000)", "1000000 ÷（限值×年数）；允许人数 = 向下取整（限值×年数×人口÷1000000）"),
			"二（三）3 表 序号5", []string{"cc-integer-deaths"}, integerDeaths).
			from(is("actual", "ceil(1000000 ÷ (limit × years))"),
				step("allowed", "floor(limit × years × population ÷ 1000000)", spec.T("deaths allowed in the period", "规划期最多允许死亡人数"), spec.Persons, 0)),
		check("affected-share", spec.FigureKind,
			spec.T("Limit of people affected as a share of the population", "受灾人次限值占人口比例"),
			spec.T("limit / 100,000 × 100", "限值 ÷ 100000 × 100"),
			"二（三）3 表 序号6", []string{"cc-affected-share"}, affectedShare).
			from(is("actual", "limit ÷ 100000 × 100"),
				step("times", "actual × years ÷ 100", spec.T("of the population, over all years", "各年合计为人口的倍数"), "", 4)),
		check("nine-percent-thrice", spec.CrossCheckKind,
			spec.T("Same fall in deaths for the total and its sectors", "总量与分行业死亡人数降幅一致"),
			spec.T("sectors whose change equals that of the total = sectors with a change of their own", "与总量降幅相同的行业数 = 设有降幅的行业数"),
			"三（三~）4~", []string{"cc-nine-percent-thrice"}, nineThrice).revised(2).
			from(is("actual", "count(sector/** = total)"), is("required", "count(sector/**)")),
		check("sector-deaths-bound", spec.FigureKind,
			spec.T("Change that is left to the other sectors", "其他行业须达到的变化幅度"),
			spec.T("(deaths × (1 + total change) − Σ sector deaths × (1 + sector change)) / other deaths − 1; the same change where all are equal",
				"（死亡人数×（1+总降幅）− Σ 行业死亡人数×（1+行业降幅））÷ 其他行业死亡人数 − 1；各降幅相同时其他行业亦同"),
			"三（三~）4~", []string{"cc-sector-deaths-bound"}, sectorDeathsBound).
			from(step("left", "deaths × (1 + total ÷ 100) − sum(deaths/** × (1 + sector/** ÷ 100))", spec.T("deaths left to the other sectors", "其他行业允许死亡人数"), spec.Persons, 2),
				step("rest", "deaths − sum(deaths/**)", spec.T("deaths in other sectors at the base", "其他行业基年死亡人数"), spec.Persons, 0),
				is("actual", "(left ÷ rest − 1) × 100"), is("actual", "common")),
	}
}

func integerAccidentDeaths(p *plan, _ *County, f *spec.Finding) {
	t, ok := targetOf(p, indicators.AccidentDeaths, spec.Change)
	if !ok || t.Change.Sign() >= 0 || t.Strict {
		return
	}
	targetInput(f, "change", plannedDeaths(), t, percentOf(t.Change), spec.Percent)
	// floor(D × (1 − c)) = D − 1 as long as D × c is at most 1.
	largest, ok := measure.Whole(1).Div(t.Change.Neg()).Floor()
	if !ok {
		return
	}
	figured(f, spec.Whole(largest), spec.Persons, spec.Textf(
		"up to a base of %d deaths one fewer is needed and enough; a base of %d allows %s",
		"基数不超过 %d 人时，少死亡 1 人即达标且必须；基数 %d 人时最多允许 %s 人", largest, largest+1, allowedText(t, largest+1)))
}

// allowedText is how many deaths a change allows on a base.
func allowedText(t spec.Target, base int64) string {
	n, ok := indicators.Allowed(measure.Whole(base).Mul(measure.Whole(1).Add(t.Change)), t.Strict)
	if !ok {
		return "?"
	}
	return spec.Whole(n).String()
}

func integerDeaths(p *plan, c *County, f *spec.Finding) {
	t, ok := targetOf(p, indicators.DisasterDeathsPerMillion, spec.Ceiling)
	years := int64(p.period.Value.Len())
	if !ok || years == 0 || t.Limit.Sign() <= 0 {
		return
	}
	targetInput(f, "limit", spec.T("limit of disaster deaths per million people", "每百万人口因灾死亡限值"), t, t.Limit, t.Unit)
	in(f, "years", p.period, spec.Whole(years), spec.Years)
	perPerson := t.Limit.Mul(measure.RatioOf(years, 1_000_000))
	least, ok := measure.Whole(1).Div(perPerson).Ceil()
	if !ok {
		return
	}
	text := spec.Textf("below %d people not one death in %d years is allowed", "人口不足 %d 人时，%d 年内不允许有人死亡", least, years)
	if population, year, known := latestPopulation(c); known {
		if allowed, ok := indicators.Allowed(measure.Whole(population).Mul(perPerson), t.Strict); ok {
			text = spec.Textf("%s; with the %d people of %s it is %d", "%s；按 %[3]s 年人口 %[2]d 人，最多允许 %[4]d 人", text, population, year, allowed)
			f.Inputs = append(f.Inputs, spec.Input{Name: "population", Value: spec.Whole(population), Unit: spec.Persons})
		}
	}
	figured(f, spec.Whole(least), spec.Persons, text)
}

// latestPopulation returns the latest exactly known number of residents.
func latestPopulation(c *County) (population int64, year measure.Year, known bool) {
	for i := range c.Indicators.Years {
		y := &c.Indicators.Years[i]
		if n, ok := y.Population.Value(); ok && y.Year > year {
			population, year, known = int64(n), y.Year, true
		}
	}
	return population, year, known
}

func affectedShare(p *plan, _ *County, f *spec.Finding) {
	t, ok := targetOf(p, indicators.AffectedPer100000, spec.Ceiling)
	years := p.period.Value.Len()
	if !ok || years == 0 {
		return
	}
	targetInput(f, "limit", spec.T("limit of people affected per 100,000 a year", "每十万人年均受灾人次限值"), t, t.Limit, t.Unit)
	in(f, "years", p.period, spec.Whole(years), spec.Years)
	share := t.Limit.Div(measure.Whole(1000)) // per 100,000 in percent
	figured(f, spec.AmountOf(share, 2), spec.Percent, spec.Textf("%s %% of the population a year, %s of it in %d years",
		"每年为人口的 %s%%，%[3]d 年合计为人口的 %[2]s 倍", spec.AmountOf(share, 2),
		spec.AmountOf(share.Mul(measure.Whole(int64(years))).Div(measure.Whole(100)), 4), years))
}

// changeNames and deathNames are how the changes and the deaths are named among
// the inputs, in the order of deathTargets.
var (
	changeNames  = [...]string{"total", "sector/road", "sector/construction"}
	changeLabels = [...]spec.Text{spec.T("change of all accident deaths", "事故死亡人数变化目标"),
		spec.T("change of road transport deaths", "道路运输死亡人数变化目标"), spec.T("change of construction deaths", "建设施工死亡人数变化目标")}
	deathNames = [...]string{"deaths", "deaths/road", "deaths/construction"}
)

// deathTargets are the changes that the plan sets for deaths, the total first.
func deathTargets(p *plan) []spec.Target {
	var out []spec.Target
	for _, m := range []indicators.Measurand{indicators.AccidentDeaths, indicators.RoadDeaths, indicators.ConstructionDeaths} {
		t, ok := targetOf(p, m, spec.Change)
		if !ok {
			return nil
		}
		out = append(out, t)
	}
	return out
}

func nineThrice(p *plan, _ *County, f *spec.Finding) {
	targets := deathTargets(p)
	if targets == nil {
		return
	}
	equal, cumulative := 0, 0
	var shares []string
	for i, t := range targets {
		targetInput(f, changeNames[i], changeLabels[i], t, percentOf(t.Change), spec.Percent)
		if i > 0 && t.Change.Equal(targets[0].Change) {
			equal++
		}
		shares = append(shares, spec.AmountOf(percentOf(t.Change), 2).String())
		if strings.Contains(t.Title.ZH, "累计") {
			cumulative++
		}
	}
	sectors := len(targets) - 1
	compared(f, measure.Whole(int64(equal)), spec.Equals, measure.Whole(int64(sectors)), 0, spec.Items)
	list := strings.Join(shares, ", ")
	agrees(f, equal == sectors, spec.Textf("%s %%; %d of %d are called cumulative", "%s%%；其中 %d 项（共 %d 项）写明“累计”", list, cumulative, len(targets)))
}

func sectorDeathsBound(p *plan, c *County, f *spec.Finding) {
	targets := deathTargets(p)
	if targets == nil {
		return
	}
	same := true
	for i, t := range targets {
		targetInput(f, changeNames[i], changeLabels[i], t, percentOf(t.Change), spec.Percent)
		same = same && t.Change.Equal(targets[0].Change)
	}
	if same { // whatever the shares of the sectors are
		change := percentOf(targets[0].Change)
		targetInput(f, "common", spec.T("change that all three have", "三者共同的变化幅度"), targets[0], change, spec.Percent)
		figured(f, spec.AmountOf(change, 2), spec.Percent, spec.Textf(
			"all three change by %s %%: the other sectors together must do so too, whatever their shares",
			"三者均为 %s%%：无论占比如何，其他行业合计也须达到同一幅度", spec.AmountOf(change, 2)))
		return
	}
	base := p.indicators.BaseYear.Value
	deaths, ok := baseDeaths(c, base)
	if !ok {
		f.Verdict, f.Reason = spec.Unknown, spec.Reason{Code: spec.ReasonNoData,
			Text: spec.T("the deaths by sector in the base year are missing", "缺少基年分行业死亡人数")}
		for _, s := range deathStatistics() {
			f.Missing = append(f.Missing, spec.Need{Key: s.Key(base), Question: spec.Textf("%s in %s", "%s（%s年）", s, base), Unit: spec.Persons,
				Who: spec.T("county emergency bureau", "县应急局")})
		}
		return
	}
	for i, s := range deathStatistics() {
		f.Inputs = append(f.Inputs, spec.Input{Name: deathNames[i], Label: spec.Textf("%s in %s", "%s（%s年）", s, base), Value: spec.AmountOf(deaths[i], 0), Unit: spec.Persons})
	}
	one := measure.Whole(1)
	left, rest := deaths[0].Mul(one.Add(targets[0].Change)), deaths[0]
	for i := 1; i < len(deaths); i++ {
		left, rest = left.Sub(deaths[i].Mul(one.Add(targets[i].Change))), rest.Sub(deaths[i])
	}
	if rest.Sign() <= 0 {
		return
	}
	change := percentOf(left.Div(rest).Sub(one))
	figured(f, spec.AmountOf(change, 2), spec.Percent, spec.Textf("%s deaths in other sectors must change by %s %%",
		"其他行业 %s 人须变化 %s%%", spec.AmountOf(rest, 0), spec.AmountOf(change, 2)))
}

func deathStatistics() []indicators.Statistic {
	return []indicators.Statistic{indicators.StatAccidentDeaths, indicators.StatRoadDeaths, indicators.StatConstructionDeaths}
}

// baseDeaths returns the deaths of the base year, the total first.
func baseDeaths(c *County, base measure.Year) ([]measure.Ratio, bool) {
	for i := range c.Indicators.Years {
		y := &c.Indicators.Years[i]
		if y.Year != base {
			continue
		}
		var out []measure.Ratio
		for _, s := range deathStatistics() {
			v, _ := y.Statistic(s)
			if !v.Known() {
				return nil, false
			}
			out = append(out, v.Low)
		}
		return out, true
	}
	return nil, false
}
