package emergency

import "github.com/county-emergency/emergency/spec"

// labelled gives every input of a check its words: the title of the target or
// limit it is named after, or those below.
func labelled(p *plan, f *spec.Finding) {
	for i := range f.Inputs {
		if f.Inputs[i].Label.IsZero() {
			f.Inputs[i].Label = inputLabel(p, f.Inputs[i].Name)
		}
	}
}

func inputLabel(p *plan, name string) spec.Text {
	for _, t := range p.indicators.Targets {
		if t.Target.ID == name {
			return t.Target.Title
		}
	}
	for _, c := range p.clocks {
		if c.ID == name {
			return c.Title
		}
	}
	switch name {
	case "deaths-change":
		return spec.T("change of accident deaths in the previous period", "上一规划期事故死亡人数变化")
	case "rate-change":
		return spec.T("change of the death rate in the previous period", "上一规划期死亡率变化")
	case "previous":
		return spec.T("change in the previous period", "上一规划期变化")
	case "reached":
		return spec.T("disaster deaths before the plan", "规划前因灾死亡人数")
	case "days-past":
		return spec.T("days of the period past at issue", "成文时规划期已过天数")
	case "days":
		return spec.T("days of the period", "规划期天数")
	case "core":
		return spec.T("core indicators as stated", "所载核心指标数")
	case "stated":
		return spec.T("years as stated", "所载年数")
	case "deaths":
		return spec.T("disaster deaths as stated", "所载因灾死亡人数")
	case "change":
		return spec.T("change as stated", "所载变化幅度")
	case "points":
		return spec.T("forward points", "前置点数量")
	case "unit-cost":
		return spec.T("cost of one point", "单个前置点投资")
	case "evacuees":
		return spec.T("evacuees of the stock target", "储备目标保障人数")
	case "lodging":
		return spec.T("people who can be lodged", "可住宿安置人数")
	case "temporary":
		return spec.T("people taken in for a short time", "临时避难人数")
	case "money":
		return spec.T("money of the forward points", "前置点资金")
	case "effective-area":
		return spec.T("effective area", "有效避难面积")
	case "area-per-person":
		return spec.T("area per person", "人均面积")
	case "existing":
		return spec.T("shelters as the plan states them", "规划所载避难场所数")
	case "new":
		return spec.T("new shelters", "新建避难场所数")
	case "staff":
		return spec.T("people in the offices", "办公室在岗人数")
	case "norm":
		return spec.T("people for each office", "每个办公室人数标准")
	case "offices":
		return spec.T("offices", "办公室数")
	case "people":
		return spec.T("people in the teams", "队伍人数")
	case "teams":
		return spec.T("teams", "队伍数")
	case "last":
		return spec.T("last year of the award", "表彰期末年")
	case "reviewed":
		return spec.T("period reviewed", "回顾期")
	case "again":
		return spec.T("share at the second place", "后文所载比例")
	case "years":
		return spec.T("years of the period", "规划期年数")
	case "works":
		return spec.T("key works", "重点工程数")
	case "rows":
		return spec.T("rows of the project table", "项目表行数")
	case "period":
		return spec.T("period of the plan", "规划期")
	case "population":
		return spec.T("population", "人口")
	}
	return spec.Text{}
}
