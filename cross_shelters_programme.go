package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// crossShelterProgramme holds what the plan wants to build against the network
// it starts from.
func crossShelterProgramme() []crossCheck {
	return []crossCheck{
		check("shelter-plan-horizon", spec.FigureKind,
			spec.T("Elapsed share of the long-term shelter plan when this plan ends", "规划期末避难场所中长期规划已过时间占比"),
			spec.T("(last year of this plan − first year of the long-term plan) / (its last year − its first)", "（本规划末年 − 中长期规划首年）÷（其末年 − 其首年）"),
			"三（五~）3~", []string{"cc-shelter-plan-horizon"}, planHorizon).
			from(is("actual", "(plan-to − long-term-from) ÷ (long-term-to − long-term-from) × 100")),
		check("shelter-upgrade-share", spec.FigureKind,
			spec.T("Upgrades against existing shelters", "改造升级占现有避难场所比例"),
			spec.T("upgrades / existing; upgrades and new / all at the plan's end", "改造数 ÷ 现有数；改造与新建之和 ÷ 规划期末总数"),
			"四（五）", []string{"cc-shelter-upgrade-share"}, upgradeShare).
			from(is("actual", "upgraded ÷ shelters × 100"),
				step("touched", "(upgraded + new) ÷ (shelters + new) × 100", spec.T("new or upgraded at the plan's end", "规划期末新建或改造占比"), spec.Percent, 1)),
		check("new-shelter-capacity", spec.FigureKind,
			spec.T("What the new shelters would add at the mean of the existing ones", "新建避难场所按现有平均规模可增容量"),
			spec.T("new shelters × mean area and capacities, people rounded down; an extrapolation", "新建数 × 平均面积与容量，人数向下取整；仅为推算"),
			"四（五）", []string{"cc-new-shelter-capacity"}, newCapacity).
			from(is("actual", "new × effective-area ÷ shelters"),
				step("temporary-added", "floor(new × temporary ÷ shelters)", spec.T("short-stay places added", "可增临时安置人数"), spec.Persons, 0),
				step("lodging-added", "floor(new × lodging ÷ shelters)", spec.T("lodging places added", "可增住宿人数"), spec.Persons, 0)),
		check("shelter-unit-cost", spec.FigureKind,
			spec.T("Money per shelter of the programme", "避难场所工程单处投入"),
			spec.T("money of the shelter project / (new + upgraded); a forward point / that", "避难场所工程资金 ÷（新建数 + 改造数）；前置点单价 ÷ 前者"),
			"附件 项目库 序号5", []string{"cc-shelter-unit-cost", "cc-front-point-vs-shelter-cost"}, shelterCost).
			from(is("money", "sum(project/**)"), is("actual", "money ÷ (new + upgraded)"),
				step("times", "forward-point ÷ actual", spec.T("a forward point against that", "前置点单价为其倍数"), "", 2)),
	}
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
		input := spec.Input{Name: "project/" + row.ID, Label: row.Name, Unit: spec.WanYuan, Source: row.Source}
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
	f.Inputs = append(f.Inputs, spec.Input{Name: "money", Label: spec.T("known money of the shelter projects", "已列避难场所工程资金"),
		Value: spec.AmountOf(total, 4), Unit: spec.WanYuan})
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
