package emergency

import (
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// crossBaselines holds what the plan says of the period before against itself
// and against its targets.
func crossBaselines() []crossCheck {
	return []crossCheck{
		check("award-years", spec.CrossCheckKind,
			spec.T("Years of the award", "表彰年数"),
			spec.T("last year − first year + 1 = years stated", "末年 − 首年 + 1 = 所称年数"),
			"一（一）2", []string{"cc-award-years"}, awardYears).
			from(is("actual", "last − first + 1"), is("required", "stated")),
		check("award-period", spec.CrossCheckKind,
			spec.T("Award within the period reviewed", "表彰年份在回顾期内"),
			spec.T("last year of the award − last year reviewed ≤ 0", "表彰末年 − 回顾期末年 ≤ 0"),
			"一（一）2", []string{"dis-award-period"}, awardPeriod).
			from(is("actual", "max(0, last − reviewed-to)"), is("required", spec.Given)),
		check("zero-disaster-deaths", spec.CrossCheckKind,
			spec.T("No disaster deaths and a fall of 100 %", "无因灾死亡与下降100%"),
			spec.T("deaths are 0 exactly if the change is −100 %; the base was above 0", "死亡为0当且仅当变化为−100%，且基数大于0"),
			"一（一）2", []string{"cc-zero-disaster-deaths"}, zeroDisasterDeaths).
			from(is("actual", "change"), is("actual", "deaths"), is("required", spec.Given)),
		check("same-base-two-periods", spec.FigureKind,
			spec.T("Change of accident deaths over both periods", "两个规划期事故死亡人数累计变化"),
			spec.T("(1 + previous change) × (1 + planned change) − 1", "（1+上期变化）×（1+本期变化）− 1"),
			"一（一）2", []string{"cc-same-base-two-periods"}, sameBase).
			from(is("actual", "((1 + previous ÷ 100) × (1 + planned ÷ 100) − 1) × 100")),
		check("qualified-enforcers-twice", spec.CrossCheckKind,
			spec.T("Share of qualified enforcers at both places", "执法人员专业占比两处一致"),
			spec.T("share at the first place = share at the second", "前文占比 = 后文占比"),
			"三（六）1", []string{"cc-qualified-enforcers-twice"}, enforcersTwice).
			from(is("actual", "again"), is("required", "first")),
	}
}

func awardYears(p *plan, _ *County, f *spec.Finding) {
	a := p.indicators.Previous.Award
	if !a.First.Known() || !a.Last.Known() || !a.Years.Known() {
		return
	}
	n := int64(a.Last.Value) - int64(a.First.Value) + 1
	yearInput(f, "first", spec.T("first year of the award", "表彰首年"), a.First)
	yearInput(f, "last", spec.T("last year of the award", "表彰末年"), a.Last)
	in(f, "stated", a.Years, spec.Whole(a.Years.Value), spec.Years)
	compared(f, measure.Whole(n), spec.Equals, measure.Whole(int64(a.Years.Value)), 0, spec.Years)
	agrees(f, n == int64(a.Years.Value), spec.Textf("%s to %s are %d years, %d stated", "%s年至%s年为 %d 年，所称 %d 年",
		a.First.Value, a.Last.Value, n, a.Years.Value))
}

// yearInput lists a year among the inputs, as a number.
func yearInput(f *spec.Finding, name string, label spec.Text, year spec.Figure[measure.Year]) {
	inSaid(f, name, label, year, spec.Whole(int64(year.Value)), "")
}

func awardPeriod(p *plan, _ *County, f *spec.Finding) {
	a := p.indicators.Previous.Award
	if !a.Last.Known() || !a.Reviewed.Known() {
		return
	}
	f.Source = a.Last.Source
	last, reviewed := a.Last.Value, a.Reviewed.Value
	yearInput(f, "last", spec.T("last year of the award", "表彰末年"), a.Last)
	inSaid(f, "reviewed-to", spec.T("last year reviewed", "回顾期末年"), a.Reviewed, spec.Whole(int64(reviewed.To())), "")
	beyond := measure.Whole(max(0, int64(last)-int64(reviewed.To())))
	compared(f, beyond, spec.NotAbove, measure.Whole(0), 0, spec.Years)
	agrees(f, last <= reviewed.To(), spec.Textf("the award runs to %s, the section reviews %s", "表彰至%s年，该节回顾%s年", last, reviewed))
}

func zeroDisasterDeaths(p *plan, _ *County, f *spec.Finding) {
	b := p.indicators.Previous
	if !b.DisasterDeaths.Known() || !b.DisasterDeathsChange.Known() {
		return
	}
	in(f, "deaths", b.DisasterDeaths, spec.Whole(b.DisasterDeaths.Value), spec.Persons)
	in(f, "change", b.DisasterDeathsChange, spec.AmountOf(percentOf(b.DisasterDeathsChange.Value), 2), spec.Percent)
	none := b.DisasterDeaths.Value == 0
	all := b.DisasterDeathsChange.Value.Equal(measure.Whole(-1))
	switch change := percentOf(b.DisasterDeathsChange.Value); {
	case none: // then the change has to be −100 %
		compared(f, change, spec.Equals, measure.Whole(-100), 2, spec.Percent)
	case all: // then the deaths have to be 0
		compared(f, measure.Whole(int64(b.DisasterDeaths.Value)), spec.Equals, measure.Whole(0), 0, spec.Persons)
	default:
		f.Actual, f.Unit = spec.AmountOf(change, 2), spec.Percent
	}
	agrees(f, none == all, spec.Textf("%d deaths and a change of %s %%; such a change needs a base above 0, which the plan does not give",
		"死亡 %d 人，变化 %s%%；该变化要求基数大于0，规划未给出基数", b.DisasterDeaths.Value, spec.AmountOf(percentOf(b.DisasterDeathsChange.Value), 2)))
}

func sameBase(p *plan, _ *County, f *spec.Finding) {
	before := p.indicators.Previous.DeathsChange
	t, ok := targetOf(p, indicators.AccidentDeaths, spec.Change)
	if !ok || !before.Known() {
		return
	}
	in(f, "previous", before, spec.AmountOf(percentOf(before.Value), 2), spec.Percent)
	targetInput(f, "planned", plannedDeaths(), t, percentOf(t.Change), spec.Percent)
	change := percentOf(indicators.ChainedChange(before.Value, t.Change))
	figured(f, spec.AmountOf(change, 2), spec.Percent, spec.Textf("(1 %s) × (1 %s): %s %% against the end of the period before last",
		"（1 %s）×（1 %s）：比上上期末变化 %s%%", signed(before.Value), signed(t.Change), spec.AmountOf(change, 2)))
}

func enforcersTwice(p *plan, _ *County, f *spec.Finding) {
	e := p.teams.Enforcement
	if e.Qualified.Form != spec.Floor || !e.Again.Known() {
		return
	}
	targetInput(f, "first", spec.T("share at the first place", "前文所载比例"), e.Qualified, e.Qualified.Limit, spec.Percent)
	f.Inputs = append(f.Inputs, spec.Input{Name: "again", Value: spec.AmountOf(e.Again.Value, 2), Unit: spec.Percent, Source: e.Again.Source})
	compared(f, e.Again.Value, spec.Equals, e.Qualified.Limit, 2, spec.Percent)
	agrees(f, e.Again.Value.Equal(e.Qualified.Limit), spec.Textf("%s %% and %s %%; the second place adds the deadline", "%s%%与%s%%；后一处写明期限",
		spec.AmountOf(e.Again.Value, 2), spec.AmountOf(e.Qualified.Limit, 2)))
}
