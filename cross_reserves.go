package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// crossReserves holds the relief stock against shelters and townships.
func crossReserves() []crossCheck {
	return []crossCheck{
		check("evacuees-and-lodging", spec.CrossCheckKind,
			spec.T("Evacuees to be supplied can also be lodged", "物资保障人数不超过住宿避难人数"),
			spec.T("evacuees of the stock target ≤ lodging capacity", "物资保障目标人数 ≤ 住宿避难人数"),
			"三（五~）2", []string{"cc-reserve-vs-shelter", "cc-reserve-vs-shelter-consistency"}, evacueesAndLodging).
			from(is("actual", "evacuees"), is("required", "lodging"),
				step("share", "evacuees ÷ lodging × 100", spec.T("share of the places", "占可住宿人数比例"), spec.Percent, 2)),
		check("money-per-evacuee", spec.FigureKind,
			spec.T("Forward-point money per evacuee", "前置点资金人均投入"),
			spec.T("money of the forward points / evacuees of the stock target", "前置点资金 ÷ 物资保障目标人数"),
			"附件 项目库 序号4", []string{"cc-front-point-people"}, moneyPerEvacuee).
			from(is("actual", "money × 10000 ÷ evacuees"),
				step("per-point", "evacuees ÷ points", spec.T("people a forward point if shared out equally", "平均每个前置点保障人数"), spec.Persons, 1)),
	}
}

func evacueesAndLodging(p *plan, _ *County, f *spec.Finding) {
	people, lodging := p.reserves.Evacuees, p.shelters.Baseline.Lodging
	if !people.Known() || !lodging.Known() {
		return
	}
	in(f, "evacuees", people, spec.Whole(people.Value), spec.Persons)
	in(f, "lodging", lodging, spec.Whole(lodging.Value), spec.Persons)
	compared(f, measure.Whole(int64(people.Value)), spec.NotAbove, measure.Whole(int64(lodging.Value)), 0, spec.Persons)
	share := measure.RatioOf(int64(people.Value), int64(lodging.Value))
	agrees(f, people.Value <= lodging.Value, spec.Textf("%d evacuees, %d can be lodged: %s%%",
		"保障 %d 人，可住宿 %d 人，占 %s%%", people.Value, lodging.Value, share.Percent(2)))
}

func moneyPerEvacuee(p *plan, _ *County, f *spec.Finding) {
	people, points := p.reserves.Evacuees, p.reserves.ForwardPoints
	if !people.Known() || !points.Total.Known() || !points.Count.Known() || people.Value == 0 || points.Count.Value == 0 {
		return
	}
	in(f, "money", points.Total, spec.AmountOf(wan(points.Total.Value), 4), spec.WanYuan)
	in(f, "evacuees", people, spec.Whole(people.Value), spec.Persons)
	in(f, "points", points.Count, spec.Whole(points.Count.Value), spec.Units)
	each := measure.RatioOfDecimal(points.Total.Value.Yuan()).Div(measure.Whole(int64(people.Value)))
	perPoint := measure.RatioOf(int64(people.Value), int64(points.Count.Value))
	figured(f, spec.AmountOf(each, 2), spec.Yuan, spec.Textf("%s yuan each; %s people a forward point if shared out equally",
		"人均 %s 元；平均每个前置点 %s 人", spec.AmountOf(each, 2), spec.AmountOf(perPoint, 1)))
}
