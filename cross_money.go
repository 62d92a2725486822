package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// crossMoney holds the money of the project table against itself.
func crossMoney() []crossCheck {
	return []crossCheck{
		check("front-points-money", spec.CrossCheckKind,
			spec.T("Forward points × unit cost", "前置点数 × 单个投入"),
			spec.T("points × cost of one = stated total", "个数 × 单价 = 所载合计"),
			"附件 项目库 序号4", []string{"cc-front-points-budget"}, frontPointsMoney).
			from(is("actual", "points × unit-cost"), is("required", "total")),
		check("project-money", spec.FigureKind,
			spec.T("Money of the project table", "项目库资金合计"),
			spec.T("sum of the priced rows: at least, where rows have no amount", "已列资金各行之和；有未列资金的行时为下限"),
			"附件 项目库", []string{"project-table-fields", "project-classes-two", "project-natures-two", "cc-budget-total",
				"cc-budget-by-class", "cc-project-class-counts", "dis-projects-without-budget"}, projectMoney).
			from(is("actual", "sum(project/**)")),
		check("works-and-rows", spec.CrossCheckKind,
			spec.T("Every work has its project row", "重点工程与项目库对应"),
			spec.T("every work has a row and every row a work", "每项工程有对应行，每行有对应工程"),
			"四", []string{"cc-works-vs-project-table"}, worksAndRows).
			from(is("works", "count(work/**)"), is("actual", "count(work/** > 0)"), is("required", "works")),
	}
}

func wan(m measure.Money) measure.Ratio { return measure.RatioOfDecimal(m.WanYuan()) }

func frontPointsMoney(p *plan, _ *County, f *spec.Finding) {
	points := p.reserves.ForwardPoints
	if !points.Count.Known() || !points.UnitCost.Known() || !points.Total.Known() {
		return
	}
	in(f, "points", points.Count, spec.Whole(points.Count.Value), spec.Units)
	in(f, "unit-cost", points.UnitCost, spec.AmountOf(wan(points.UnitCost.Value), 4), spec.WanYuan)
	inSaid(f, "total", spec.T("money stated for the forward points", "所载前置点资金合计"), points.Total, spec.AmountOf(wan(points.Total.Value), 4), spec.WanYuan)
	product := wan(points.UnitCost.Value).Mul(measure.Whole(int64(points.Count.Value)))
	stated := wan(points.Total.Value)
	compared(f, product, spec.Equals, stated, 4, spec.WanYuan)
	agrees(f, product.Equal(stated), spec.Textf("%d × %s = %s (10,000 yuan), stated %s",
		"%d × %s = %s 万元，所载 %s 万元", points.Count.Value, spec.AmountOf(wan(points.UnitCost.Value), 4),
		spec.AmountOf(product, 4), spec.AmountOf(stated, 4)))
}

// projectBudget adds up the project table; ok is false where there is none.
func projectBudget(p *plan, f *spec.Finding) (plans.Budget, measure.Money, bool) {
	if len(p.plans.Projects) == 0 {
		return plans.Budget{}, measure.Money{}, false
	}
	budget, err := plans.BudgetOf(p.plans.Projects)
	low, ok := budget.Total.Low()
	if err != nil || !ok {
		return budget, low, false
	}
	f.Source = p.plans.Projects[0].Source
	for _, row := range p.plans.Projects {
		input := spec.Input{Name: "project/" + row.ID, Label: row.Name, Unit: spec.WanYuan, Source: row.Source}
		if m, ok := row.Money.Value(); ok {
			input.Value = spec.AmountOf(wan(m), 4)
		}
		f.Inputs = append(f.Inputs, input)
	}
	return budget, low, true
}

func projectMoney(p *plan, _ *County, f *spec.Finding) {
	budget, low, ok := projectBudget(p, f)
	if !ok {
		return
	}
	text := spec.Textf("%d of %d rows have an amount: at least %s (10,000 yuan)", "%[2]d 行中 %[1]d 行列有资金，合计至少 %[3]s 万元",
		budget.Priced, budget.Projects, spec.AmountOf(wan(low), 4))
	if budget.Unpriced() == 0 {
		text = spec.Textf("all %d rows have an amount: %s (10,000 yuan)", "%d 行均列有资金，合计 %s 万元", budget.Projects, spec.AmountOf(wan(low), 4))
	} else {
		f.Bound = spec.AtLeastBound
		f.Missing = missingAmounts(p.plans.Projects)
	}
	f.Inputs = append(f.Inputs, projectParts(p.plans.Projects)...)
	figured(f, spec.AmountOf(wan(low), 4), spec.WanYuan, text)
}

// missingAmounts asks for the amount of each row that has none.
func missingAmounts(projects []plans.Project) []spec.Need {
	var out []spec.Need
	for _, row := range projects {
		if row.Money.Known() {
			continue
		}
		out = append(out, spec.Need{Key: "plans.yaml: projects[" + row.ID + "].money", Unit: spec.WanYuan,
			Question: spec.Textf("the amount of project %s (%s)", "项目 %s（%s）的建设资金是多少", row.ID, row.Name),
			Who:      spec.T("lead department of the project", "项目牵头主管部门")})
	}
	return out
}

// projectParts lists the rows and the known money of each class, and the rows
// of each timing. A class without a known amount has no money to list: it is
// not zero.
func projectParts(projects []plans.Project) []spec.Input {
	var out []spec.Input
	// What adds up as a whole adds up in parts: no error can arise here.
	classes, _ := plans.PartsBy(projects, func(row plans.Project) plans.Class { return row.Class })
	for _, part := range classes {
		key, label := part.Key.String(), spec.T(part.Key.In(spec.English), part.Key.In(spec.Chinese))
		if key == "" {
			key, label = "unstated", spec.T("not stated", "未注明")
		}
		out = append(out, rowCount("class-"+key, label, part.Budget))
		if low, ok := part.Budget.Total.Low(); ok {
			out = append(out, spec.Input{Name: "class-" + key + "-money", Label: spec.Textf("known money: %s", "已列资金：%s", label),
				Value: spec.AmountOf(wan(low), 4), Unit: spec.WanYuan})
		}
	}
	timings, _ := plans.PartsBy(projects, plans.Project.Timing)
	for _, part := range timings {
		key, label := part.Key, spec.T(part.Key, part.Key)
		if key == "" {
			key, label = "unstated", spec.T("not stated", "未注明")
		}
		out = append(out, rowCount("timing-"+key, label, part.Budget))
	}
	return out
}

func rowCount(name string, label spec.Text, part plans.Budget) spec.Input {
	return spec.Input{Name: name + "-rows", Label: spec.Textf("rows: %s", "项目行数：%s", label),
		Value: spec.Whole(part.Projects), Unit: spec.Projects}
}

func worksAndRows(p *plan, _ *County, f *spec.Finding) {
	if len(p.plans.Works) == 0 || len(p.plans.Projects) == 0 {
		return
	}
	rows, orphans, err := plans.ByWork(p.plans.Works, p.plans.Projects)
	if err != nil {
		return
	}
	empty := 0
	f.Source = p.plans.Works[0].Source
	f.Inputs = []spec.Input{{Name: "works", Value: spec.Whole(len(rows)), Unit: spec.Items},
		{Name: "rows", Value: spec.Whole(len(p.plans.Projects)), Unit: spec.Projects}}
	for _, row := range rows {
		if len(row.Projects) == 0 {
			empty++
		}
		tally(f, "work/"+row.Work.ID, spec.T("rows of: "+row.Work.Name.EN, "项目行数："+row.Work.Name.ZH), len(row.Projects), spec.Projects, row.Work.Source)
	}
	tally(f, "orphans", spec.T("rows without a work", "无对应工程的项目行"), len(orphans), spec.Projects, spec.Source{})
	compared(f, measure.Whole(int64(len(rows)-empty)), spec.Equals, measure.Whole(int64(len(rows))), 0, spec.Items)
	agrees(f, empty == 0 && len(orphans) == 0, spec.Textf("%d works, %d rows; works without a row: %d, rows without a work: %d",
		"%d 项工程，%d 行项目；无对应行的工程 %d 项，无对应工程的行 %d 行", len(rows), len(p.plans.Projects), empty, len(orphans)))
}
