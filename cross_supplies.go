package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// crossSupplies holds what the plan says of supplies against itself.
func crossSupplies() []crossCheck {
	return []crossCheck{
		check("material-categories", spec.CrossCheckKind,
			spec.T("As many categories of supplies as counted", "物资类别数与所列类别一致"),
			spec.T("categories counted = categories listed", "所称类别数 = 所列类别数"),
			"四（四）", []string{"cc-materials-seven"}, materialCategories).
			from(is("actual", "listed"), is("required", "counted")),
		check("tiers-and-levels", spec.CrossCheckKind,
			spec.T("Levels announced and tiers named", "储备标准级数与所列层级"),
			spec.T("levels announced against tiers named; a difference cannot be judged while the standard is not there", "所称级数与所列层级数对照；标准未出台前不能判定"),
			"三（五~）2", []string{"cc-three-levels-vs-five", "dis-five-level-three-tier"}, tiersAndLevels).
			from(is("actual", "supplied"), is("actual", "tiers"), is("required", "levels")),
		check("points-and-townships", spec.FigureKind,
			spec.T("Forward points against township teams", "前置点与乡镇队伍之比"),
			spec.T("forward points ÷ township teams × 100, one team a township", "前置点数 ÷ 乡镇队伍数 × 100（每乡镇一支）"),
			"附件 项目库 序号4", []string{"cc-front-points-vs-townships", "dis-points-term"}, pointsAndTownships).
			from(is("actual", "points ÷ teams × 100")).revised(2),
		check("warehouse-and-relief", spec.FigureKind,
			spec.T("No warehouse at the base, relief within hours", "基期无专门库房而要求限时救助"),
			spec.T("warehouses at the base, beside the limit of relief and the forward points planned", "基期库房数，与救助时限、规划前置点数并列"),
			"三（五~）2", []string{"dis-no-warehouse-vs-24h"}, warehouseAndRelief).
			from(is("actual", "warehouses")),
	}
}

func materialCategories(p *plan, _ *County, f *spec.Finding) {
	counted, listed := p.reserves.Announced, p.reserves.Categories
	if !counted.Known() || !listed.Known() {
		return
	}
	said(f, spec.T("categories counted", "所称类别数"), "counted", counted, spec.Whole(counted.Value), spec.Items)
	said(f, spec.T("categories listed", "所列类别数"), "listed", listed, spec.Whole(len(listed.Value)), spec.Items)
	compared(f, measure.Whole(int64(len(listed.Value))), spec.Equals, measure.Whole(int64(counted.Value)), 0, spec.Items)
	agrees(f, int(counted.Value) == len(listed.Value), spec.Textf("%d categories are listed, %s counted", "列出 %d 类，称 %s 类", len(listed.Value), counted.Value))
}

func tiersAndLevels(p *plan, c *County, f *spec.Finding) {
	levels, tiers := p.reserves.Levels, p.reserves.Tiers
	if !levels.Known() || !tiers.Known() {
		return
	}
	said(f, spec.T("levels announced", "所称级数"), "levels", levels, spec.Whole(levels.Value), spec.Levels)
	said(f, spec.T("tiers named", "所列层级数"), "tiers", tiers, spec.Whole(len(tiers.Value)), spec.Levels)
	compared(f, measure.Whole(int64(len(tiers.Value))), spec.Equals, measure.Whole(int64(levels.Value)), 0, spec.Levels)
	named := len(tiers.Value)
	if supplied := len(c.reserveLevels()); supplied > 0 {
		f.Inputs = append(f.Inputs, spec.Input{Name: "supplied", Label: spec.T("levels supplied by the county", "县级填报的级数"), Value: spec.Whole(supplied), Unit: spec.Levels})
		compared(f, measure.Whole(int64(supplied)), spec.Equals, measure.Whole(int64(levels.Value)), 0, spec.Levels)
		agrees(f, supplied == int(levels.Value), spec.Textf("the county supplies %d levels, the plan announces %s and names %d", "县级填报 %d 级，规划称 %s 级、列出 %d 个层级", supplied, levels.Value, named))
		return
	}
	if named == int(levels.Value) {
		agrees(f, true, spec.Textf("%d tiers are named, %s levels announced", "列出 %d 个层级，称 %s 级", named, levels.Value))
		return
	}
	f.Verdict, f.Reason = spec.Unknown, spec.Reason{Code: spec.ReasonUndefined,
		Text: spec.Textf("%s levels are announced and %d tiers named; the standard that lists the levels is not there", "称“%s级”而列出 %d 个层级；列明各级的标准尚未出台", levels.Value, named)}
	f.Gap = spec.Amount{}
	f.Missing = []spec.Need{{Key: "county.yaml: reserves.levels", Unit: spec.Levels, Who: spec.T("county emergency management bureau", "县应急管理局"),
		Question: spec.T("which are the levels of the county's standard of reserves?", "本县应急物资储备标准分哪几级？")}}
}

func (c *County) reserveLevels() []string {
	if c == nil {
		return nil
	}
	return c.Reserves.Levels
}

func pointsAndTownships(p *plan, _ *County, f *spec.Finding) {
	points := p.reserves.ForwardPoints.Count
	force, ok := townshipForce(p)
	if !ok || !points.Known() || !force.Count.Known() || force.Count.Value == 0 {
		return
	}
	said(f, spec.T("forward points", "前置点数量"), "points", points, spec.Whole(points.Value), spec.Units)
	said(f, spec.T("township teams", "乡镇队伍数"), "teams", force.Count, spec.Whole(force.Count.Value), spec.Teams)
	share := measure.RatioOf(int64(points.Value), int64(force.Count.Value)).Mul(measure.Whole(100))
	figured(f, spec.AmountOf(share, 2), spec.Percent, spec.Textf("%s forward points for %s township teams: %s%% of the townships, if each team stands for one; the text promises a point in every township",
		"前置点 %s 个、乡镇队伍 %s 支：如每支对应一个乡镇（街道），占 %s%%；正文要求各乡镇（街道）均设储备点", points.Value, force.Count.Value, spec.AmountOf(share, 2)))
}

func warehouseAndRelief(p *plan, _ *County, f *spec.Finding) {
	base, limit, points := p.reserves.Warehouses, p.reserves.ReliefWithin, p.reserves.ForwardPoints.Count
	if !base.Known() || !limit.Known() {
		return
	}
	said(f, spec.T("warehouses at the base", "基期库房数"), "warehouses", base, spec.Whole(base.Value), spec.Units)
	said(f, spec.T("relief within", "救助时限"), "limit", limit, spec.AmountOf(limit.Value.Hours(), 2), spec.Hours)
	ends := reserves.Tiers()[0]
	if points.Known() {
		said(f, spec.T("forward points", "前置点数量"), "points", points, spec.Whole(points.Value), spec.Units)
	}
	figured(f, spec.Whole(base.Value), spec.Units, spec.Textf("%s dedicated warehouses at the base, relief within %s hours: until the %s and the forward points are there, the limit rests on what townships and firms hold",
		"基期专门库房 %s 个，救助时限 %s 小时：%s和前置点建成前，时限取决于乡镇和企业所存物资", base.Value, spec.AmountOf(limit.Value.Hours(), 2), ends))
}

// said lists a figure among the inputs, as [in] does, in words.
func said[T any](f *spec.Finding, label spec.Text, name string, figure spec.Figure[T], value spec.Amount, unit spec.Unit) {
	in(f, name, figure, value, unit)
	f.Inputs[len(f.Inputs)-1].Label = label
}
