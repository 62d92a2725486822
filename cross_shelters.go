package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// crossShelters holds the shelter figures of the plan against each other.
func crossShelters() []crossCheck {
	return slices.Concat([]crossCheck{
		check("shelter-area-per-person", spec.FigureKind,
			spec.T("Shelter area per temporary person", "应急避难场所人均面积（临时安置）"),
			spec.T("effective area / temporary capacity", "有效避难面积 ÷ 临时安置人数"),
			"一（一）3", []string{"cc-shelter-area-per-person"},
			func(p *plan, _ *County, f *spec.Finding) { areaPer(p, f, p.shelters.Baseline.Temporary, "temporary") }).
			from(is("actual", "effective-area ÷ temporary")),
		check("shelter-area-per-lodger", spec.FigureKind,
			spec.T("Shelter area per lodger, if it served lodgers alone", "应急避难场所人均面积（仅供住宿）"),
			spec.T("effective area / lodging capacity", "有效避难面积 ÷ 住宿避难人数"),
			"一（一）3", []string{"cc-shelter-area-per-lodger"},
			func(p *plan, _ *County, f *spec.Finding) { areaPer(p, f, p.shelters.Baseline.Lodging, "lodging") }).
			from(is("actual", "effective-area ÷ lodging")),
		check("shelter-stated-capacity", spec.CrossCheckKind,
			spec.T("Stated temporary capacity against what the area holds", "所载临时安置人数与面积可容人数"),
			spec.T("stated people ≤ effective area / area per person, rounded down", "所载人数 ≤ 有效避难面积 ÷ 人均面积（向下取整）"),
			"一（一）3", []string{"cc-shelter-area-per-person"}, statedCapacity).
			from(is("actual", "temporary"), is("required", "floor(effective-area ÷ area-per-person)")),
		check("shelter-lodging-share", spec.CrossCheckKind,
			spec.T("Lodging places are among the temporary ones", "住宿避难人数不超过临时安置人数"),
			spec.T("lodging capacity ≤ temporary capacity", "住宿避难人数 ≤ 临时安置人数"),
			"一（一）3", []string{"cc-shelter-lodging-share"}, lodgingShare).
			from(is("actual", "lodging"), is("required", "temporary"),
				step("share", "lodging ÷ temporary × 100", spec.T("share that can lodge", "可住宿人数占比"), spec.Percent, 2)),
		check("shelters-at-plan-end", spec.FigureKind,
			spec.T("Shelters when the new ones stand", "新建完成后的应急避难场所数"),
			spec.T("existing + new, none closed", "现有数 + 新建数（无撤销）"),
			"四（五）", []string{"cc-shelter-count-2025"}, sheltersAtEnd).
			from(is("actual", "existing + new")),
	}, crossShelterPlan(), crossShelterProgramme())
}

func areaPer(p *plan, f *spec.Finding, people spec.Figure[measure.People], name string) {
	area := p.shelters.Baseline.EffectiveArea
	if !area.Known() || !people.Known() {
		return
	}
	per := shelters.AreaPerPerson(area.Value, people.Value)
	in(f, "effective-area", area, spec.AmountOf(measure.RatioOfDecimal(area.Value.SquareMetres()), 2), spec.SquareMetres)
	in(f, name, people, spec.Whole(people.Value), spec.Persons)
	figured(f, spec.AmountOf(per, 3), spec.SquareMetresPP, spec.Textf("%s m² / %d people = %s m² each",
		"%s 平方米 ÷ %d 人 = 人均 %s 平方米", spec.AmountOf(measure.RatioOfDecimal(area.Value.SquareMetres()), 4), people.Value, per.Text(3)))
}

// statedCapacity takes the first area per temporary person that the plan cites.
func statedCapacity(p *plan, _ *County, f *spec.Finding) {
	area, stated := p.shelters.Baseline.EffectiveArea, p.shelters.Baseline.Temporary
	if !area.Known() || !stated.Known() {
		return
	}
	for _, per := range p.shelters.PerPerson {
		if per.Stay != shelters.Temporary || !per.Area.Known() {
			continue
		}
		holds, ok := per.Capacity(area.Value)
		if !ok {
			continue
		}
		in(f, "effective-area", area, spec.AmountOf(measure.RatioOfDecimal(area.Value.SquareMetres()), 2), spec.SquareMetres)
		in(f, "area-per-person", per.Area, spec.AmountOf(measure.RatioOfDecimal(per.Area.Value.SquareMetres()), 2), spec.SquareMetresPP)
		in(f, "temporary", stated, spec.Whole(stated.Value), spec.Persons)
		compared(f, measure.Whole(int64(stated.Value)), spec.NotAbove, measure.Whole(int64(holds.People)), 0, spec.Persons)
		each := spec.AmountOf(measure.RatioOfDecimal(per.Area.Value.SquareMetres()), 4)
		agrees(f, stated.Value <= holds.People, spec.Textf(
			"at %s m² each the area holds %d people, rounded down; the plan states %d",
			"按人均 %s 平方米，面积可容 %d 人（向下取整），规划所载为 %d 人", each, holds.People, stated.Value))
		return
	}
}

func lodgingShare(p *plan, _ *County, f *spec.Finding) {
	temporary, lodging := p.shelters.Baseline.Temporary, p.shelters.Baseline.Lodging
	if !temporary.Known() || !lodging.Known() {
		return
	}
	in(f, "temporary", temporary, spec.Whole(temporary.Value), spec.Persons)
	in(f, "lodging", lodging, spec.Whole(lodging.Value), spec.Persons)
	compared(f, measure.Whole(int64(lodging.Value)), spec.NotAbove, measure.Whole(int64(temporary.Value)), 0, spec.Persons)
	share := measure.RatioOf(int64(lodging.Value), int64(temporary.Value))
	agrees(f, lodging.Value <= temporary.Value, spec.Textf("%d of %d people can lodge: %s%%",
		"%d 人可住宿，临时安置 %d 人，占 %s%%", lodging.Value, temporary.Value, share.Percent(2)))
}

func sheltersAtEnd(p *plan, _ *County, f *spec.Finding) {
	now, added := p.shelters.Baseline.Shelters, p.shelters.New
	if !now.Known() || !added.Limit.Known() {
		return
	}
	in(f, "existing", now, spec.Whole(now.Value), spec.Shelters)
	f.Inputs = append(f.Inputs, spec.Input{Name: "new", Value: spec.AmountOf(added.Limit, 0), Unit: spec.Shelters, Source: added.Source})
	total := measure.Whole(int64(now.Value)).Add(added.Limit)
	figured(f, spec.AmountOf(total, 0), spec.Shelters, spec.Textf("%d existing + %s new = %s if none closes",
		"现有 %d 处 + 新建 %s 处 = %s 处（无撤销）", now.Value, added.Limit.Text(0), total.Text(0)))
}
