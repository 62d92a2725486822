package emergency

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// crossShelterPlan holds the shelter programme of the plan against the network
// it starts from.
func crossShelterPlan() []crossCheck {
	return []crossCheck{
		check("shelter-mean-size", spec.FigureKind,
			spec.T("Mean shelter", "单处避难场所平均规模"),
			spec.T("effective area, temporary and lodging capacity, each / shelters", "有效避难面积、临时安置人数、住宿避难人数，各 ÷ 处数"),
			"一（一）3", []string{"cc-shelter-mean-size"}, meanShelter),
		check("shelter-mixed-use", spec.FigureKind,
			spec.T("Both capacities at the same time", "住宿与临时安置同时使用"),
			spec.T("(effective area − lodgers × area per lodger) / others, for each cited area", "（有效避难面积 − 住宿人数 × 人均住宿面积）÷ 其余人数，按各引用指标计"),
			"一（一）3", []string{"cc-shelter-mixed-use"}, mixedUse),
		check("shelter-plan-titles", spec.CrossCheckKind,
			spec.T("Citations of the long-term shelter plan name one plan", "避难场所中长期规划各处引用为同一规划"),
			spec.T("the titles between 《 and 》 are the same wherever the plan is cited", "各处引用书名号内的名称相同"),
			"三（五~）3~", []string{"dis-two-county-plan-titles"}, planTitles),
		check("shelter-plan-horizon", spec.FigureKind,
			spec.T("Elapsed share of the long-term shelter plan when this plan ends", "规划期末避难场所中长期规划已过时间占比"),
			spec.T("(last year of this plan − first year of the long-term plan) / (its last year − its first)", "（本规划末年 − 中长期规划首年）÷（其末年 − 其首年）"),
			"三（五~）3~", []string{"cc-shelter-plan-horizon"}, planHorizon),
		check("shelter-upgrade-share", spec.FigureKind,
			spec.T("Upgrades against existing shelters", "改造升级占现有避难场所比例"),
			spec.T("upgrades / existing; upgrades and new / all at the plan's end", "改造数 ÷ 现有数；改造与新建之和 ÷ 规划期末总数"),
			"四（五）", []string{"cc-shelter-upgrade-share"}, upgradeShare),
		check("new-shelter-capacity", spec.FigureKind,
			spec.T("What the new shelters would add at the mean of the existing ones", "新建避难场所按现有平均规模可增容量"),
			spec.T("new shelters × mean area and capacities, people rounded down; an extrapolation", "新建数 × 平均面积与容量，人数向下取整；仅为推算"),
			"四（五）", []string{"cc-new-shelter-capacity"}, newCapacity),
		check("shelter-unit-cost", spec.FigureKind,
			spec.T("Money per shelter of the programme", "避难场所工程单处投入"),
			spec.T("money of the shelter project / (new + upgraded); a forward point / that", "避难场所工程资金 ÷（新建数 + 改造数）；前置点单价 ÷ 前者"),
			"附件 项目库 序号5", []string{"cc-shelter-unit-cost", "cc-front-point-vs-shelter-cost"}, shelterCost),
	}
}

func ratioHa(a measure.Area) measure.Ratio { return measure.RatioOfDecimal(a.Hectares()) }

// inSaid lists a figure among the inputs as [in] does, with its words.
func inSaid[T any](f *spec.Finding, name string, label spec.Text, figure spec.Figure[T], value spec.Amount, unit spec.Unit) {
	in(f, name, figure, value, unit)
	f.Inputs[len(f.Inputs)-1].Label = label
}

func existingInput(f *spec.Finding, n spec.Figure[measure.Count]) {
	inSaid(f, "shelters", spec.T("existing shelters", "现有避难场所"), n, spec.Whole(n.Value), spec.Shelters)
}

// programmeInput lists the number of a target of the shelter programme.
func programmeInput(f *spec.Finding, name string, t spec.Target) {
	f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: t.Title, Value: spec.AmountOf(t.Limit, 0), Unit: spec.Shelters, Source: t.Source})
}

func meanShelter(p *plan, _ *County, f *spec.Finding) {
	b := p.shelters.Baseline
	if !b.Shelters.Known() || b.Shelters.Value == 0 || !b.EffectiveArea.Known() || !b.Temporary.Known() || !b.Lodging.Known() {
		return
	}
	n := measure.Whole(int64(b.Shelters.Value))
	existingInput(f, b.Shelters)
	in(f, "effective-area", b.EffectiveArea, spec.AmountOf(ratioHa(b.EffectiveArea.Value), 8), spec.Hectares)
	in(f, "temporary", b.Temporary, spec.Whole(b.Temporary.Value), spec.Persons)
	in(f, "lodging", b.Lodging, spec.Whole(b.Lodging.Value), spec.Persons)
	area := ratioHa(b.EffectiveArea.Value).Div(n)
	figured(f, spec.AmountOf(area, 3), spec.Hectares, spec.Textf("a shelter has on average %s ha, %s temporary and %s lodging places",
		"平均每处 %s 公顷，临时安置 %s 人，住宿避难 %s 人", area.Text(3),
		spec.AmountOf(measure.Whole(int64(b.Temporary.Value)).Div(n), 2), spec.AmountOf(measure.Whole(int64(b.Lodging.Value)).Div(n), 2)))
}

func mixedUse(p *plan, _ *County, f *spec.Finding) {
	b := p.shelters.Baseline
	if !b.EffectiveArea.Known() || !b.Temporary.Known() || !b.Lodging.Known() {
		return
	}
	in(f, "effective-area", b.EffectiveArea, spec.AmountOf(measure.RatioOfDecimal(b.EffectiveArea.Value.SquareMetres()), 4), spec.SquareMetres)
	in(f, "temporary", b.Temporary, spec.Whole(b.Temporary.Value), spec.Persons)
	in(f, "lodging", b.Lodging, spec.Whole(b.Lodging.Value), spec.Persons)
	var first measure.Ratio
	said := spec.T("", "")
	for _, per := range p.shelters.PerPerson {
		if per.Stay != shelters.Lodging || !per.Area.Known() {
			continue
		}
		each := measure.RatioOfDecimal(per.Area.Value.SquareMetres())
		inSaid(f, per.ID, spec.T("area per lodger", "住宿人均面积"), per.Area, spec.AmountOf(each, 4), spec.SquareMetresPP)
		join := spec.T("; ", "；")
		if said.IsZero() {
			join = spec.Text{}
		}
		mixed, ok := shelters.MixedUse(b.EffectiveArea.Value, b.Temporary.Value, b.Lodging.Value, per.Area)
		if !ok {
			said = spec.Textf("%s%sat %s m² a lodger it cannot be", "%s%s住宿人均 %s 平方米时无法同时使用", said, join, spec.AmountOf(each, 4))
			continue
		}
		if !first.Known() {
			first = mixed.PerOther
		}
		said = spec.Textf("%s%sat %s m² a lodger %s m² are left for each of %d others", "%s%s住宿人均 %s 平方米时，其余每人 %s 平方米（共 %d 人）",
			said, join, spec.AmountOf(each, 4), mixed.PerOther.Text(2), mixed.Others)
	}
	if said.IsZero() {
		f.Reason.Text = spec.T("this plan chooses no area per lodger", "本规划未采用住宿人均面积指标")
		return
	}
	figured(f, spec.AmountOf(first, 2), spec.SquareMetresPP, said)
}

func planTitles(p *plan, _ *County, f *spec.Finding) {
	long := p.shelters.LongTerm
	if len(long.Cited) < 2 {
		return
	}
	if long.Years.Known() {
		f.Source = long.Years.Source
	}
	same := true
	for i, cited := range long.Cited {
		f.Inputs = append(f.Inputs, spec.Input{Name: "cited", Label: spec.Textf("citation %d", "第 %d 处引用", i+1), Text: cited, Source: long.Years.Source})
		same = same && quoted(cited) == quoted(long.Cited[0])
	}
	agrees(f, same, spec.Textf("%d citations with different words before the title; the title itself is %s",
		"引用 %d 处，书名号前的用语不同；书名%s", len(long.Cited), map[bool]spec.Text{true: spec.T("the same", "相同"), false: spec.T("not the same", "不同")}[same]))
}

// quoted is the title that a citation quotes, all of it where it quotes none.
func quoted(cited string) string {
	_, after, ok := strings.Cut(cited, "《")
	title, _, closed := strings.Cut(after, "》")
	if !ok || !closed {
		return cited
	}
	return title
}

func planHorizon(p *plan, _ *County, f *spec.Finding) {
	years, period := p.shelters.LongTerm.Years, p.period
	if !years.Known() || !period.Known() {
		return
	}
	inSaid(f, "long-term-from", spec.T("first year of the long-term plan", "中长期规划首年"), years, spec.Whole(int64(years.Value.From())), "")
	inSaid(f, "long-term-to", spec.T("last year of the long-term plan", "中长期规划末年"), years, spec.Whole(int64(years.Value.To())), "")
	inSaid(f, "plan-to", spec.T("last year of this plan", "本规划末年"), period, spec.Whole(int64(period.Value.To())), "")
	share := shelters.LinearShare(years.Value, period.Value.To())
	figured(f, spec.AmountOf(share.Mul(measure.Whole(100)), 1), spec.Percent, spec.Textf(
		"%s%% of %s has passed at the end of %d: a steady programme would have built as much; no share is set before %d",
		"%[3]d 年末中长期规划（%[2]s）已过 %[1]s%%：匀速建设应完成同样比例；%[4]d 年前未规定比例",
		share.Percent(1), years.Value, period.Value.To(), years.Value.To()))
}

func upgradeShare(p *plan, _ *County, f *spec.Finding) {
	now, added, upgraded := p.shelters.Baseline.Shelters, p.shelters.New, p.shelters.Upgraded
	if !now.Known() || now.Value == 0 || !added.Limit.Known() || !upgraded.Limit.Known() {
		return
	}
	existingInput(f, now)
	programmeInput(f, "new", added)
	programmeInput(f, "upgraded", upgraded)
	existing := measure.Whole(int64(now.Value))
	share := upgraded.Limit.Div(existing)
	touched, all := upgraded.Limit.Add(added.Limit), existing.Add(added.Limit)
	figured(f, spec.AmountOf(share.Mul(measure.Whole(100)), 1), spec.Percent, spec.Textf(
		"%s of %d existing shelters are upgraded: %s%%; with the new ones %s of %s are new or upgraded: %s%%",
		"改造 %s 处，占现有 %d 处的 %s%%；连同新建共 %s 处，占规划期末 %s 处的 %s%%",
		upgraded.Limit.Text(0), now.Value, share.Percent(1), touched.Text(0), all.Text(0), touched.Div(all).Percent(1)))
}

func newCapacity(p *plan, _ *County, f *spec.Finding) {
	b, added := p.shelters.Baseline, p.shelters.New
	if !b.Shelters.Known() || b.Shelters.Value == 0 || !b.EffectiveArea.Known() || !b.Temporary.Known() || !b.Lodging.Known() || !added.Limit.Known() {
		return
	}
	programmeInput(f, "new", added)
	existingInput(f, b.Shelters)
	in(f, "effective-area", b.EffectiveArea, spec.AmountOf(ratioHa(b.EffectiveArea.Value), 8), spec.Hectares)
	in(f, "temporary", b.Temporary, spec.Whole(b.Temporary.Value), spec.Persons)
	in(f, "lodging", b.Lodging, spec.Whole(b.Lodging.Value), spec.Persons)
	factor := added.Limit.Div(measure.Whole(int64(b.Shelters.Value)))
	area := ratioHa(b.EffectiveArea.Value).Mul(factor)
	temporary, okT := measure.Whole(int64(b.Temporary.Value)).Mul(factor).Floor()
	lodging, okL := measure.Whole(int64(b.Lodging.Value)).Mul(factor).Floor()
	if !okT || !okL {
		return
	}
	figured(f, spec.AmountOf(area, 3), spec.Hectares, spec.Textf(
		"%s new shelters of mean size add %s ha, %d temporary and %d lodging places; an extrapolation, not a figure of the plan",
		"新建 %s 处按平均规模可增 %s 公顷，临时安置 %d 人，住宿避难 %d 人；为推算，非规划数据",
		added.Limit.Text(0), area.Text(3), temporary, lodging))
}

func shelterCost(p *plan, _ *County, f *spec.Finding) {
	count := p.shelters.New.Limit.Add(p.shelters.Upgraded.Limit)
	total, priced, unpriced := measure.Whole(0), 0, 0
	for _, row := range p.plans.Projects {
		if !slices.Contains(p.shelters.Projects, row.ID) {
			continue
		}
		input := spec.Input{Name: "project-" + row.ID, Label: row.Name, Unit: spec.WanYuan, Source: row.Source}
		if money, ok := row.Money.Value(); ok {
			input.Value = spec.AmountOf(wan(money), 4)
			total = total.Add(wan(money))
			priced++
		} else {
			unpriced++
		}
		if f.Source.Place == "" {
			f.Source = row.Source
		}
		f.Inputs = append(f.Inputs, input)
	}
	if priced == 0 || !count.Known() || count.Sign() <= 0 {
		f.Inputs = nil
		return
	}
	programmeInput(f, "new", p.shelters.New)
	programmeInput(f, "upgraded", p.shelters.Upgraded)
	each := total.Div(count)
	text := spec.Textf("%s / %s shelters = %s (10,000 yuan) each", "%s 万元 ÷ %s 处 = 每处 %s 万元",
		spec.AmountOf(total, 4), count.Text(0), spec.AmountOf(each, 4))
	if unpriced > 0 {
		f.Bound = spec.AtLeastBound
		text = spec.Textf("%s at least: %d rows have no amount", "%s（至少）：%d 行未列资金", text, unpriced)
	}
	if point := p.reserves.ForwardPoints.UnitCost; point.Known() && each.Sign() > 0 {
		inSaid(f, "forward-point", spec.T("one forward supply point", "单个救灾物资前置点"), point, spec.AmountOf(wan(point.Value), 4), spec.WanYuan)
		text = spec.Textf("%s; a forward supply point costs %s, %s times as much", "%s；救灾物资前置点单价 %s 万元，为其 %s 倍",
			text, spec.AmountOf(wan(point.Value), 4), spec.AmountOf(wan(point.Value).Div(each), 2))
	}
	figured(f, spec.AmountOf(each, 4), spec.WanYuan, text)
}
