package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// YearMoney is the money of one year (分年资金).
type YearMoney struct {
	Year  measure.Year
	Money measure.Ratio // fen, exact
}

// MoneyByYear spreads the known amounts of rows with a span evenly over their
// years, which is our assumption (资金分年). unspread is the known money of rows
// without a span: the table does not say when it is spent.
func MoneyByYear(projects []Project) (years []YearMoney, unspread measure.Ratio) {
	at := map[measure.Year]measure.Ratio{}
	unspread = measure.Whole(0)
	for _, p := range projects {
		m, ok := p.Money.Value()
		if !ok {
			continue
		}
		if p.Span.IsZero() {
			unspread = unspread.Add(measure.Whole(m.Fen()))
			continue
		}
		part := measure.RatioOf(m.Fen(), int64(p.Span.Len()))
		for _, y := range p.Span.Years() {
			sum, seen := at[y]
			if !seen {
				sum = measure.Whole(0)
			}
			at[y] = sum.Add(part)
		}
	}
	for y, m := range at {
		years = append(years, YearMoney{y, m})
	}
	slices.SortFunc(years, func(a, b YearMoney) int { return int(a.Year) - int(b.Year) })
	return years, unspread
}

// wanOf is fen as 万元.
func wanOf(fen measure.Ratio) spec.Amount { return spec.AmountOf(fen.Div(measure.Whole(1_000_000)), 6) }

func (a *Assessment) yearsFinding() spec.Finding {
	f, ok := a.project(RuleProjectYears)
	if !ok {
		return f
	}
	f.Unit = spec.WanYuan
	f.Lean(spec.Source{Document: "county-emergency", Place: RuleProjectYears, Standing: spec.Ours})
	years, unspread := MoneyByYear(a.provisions.Projects)
	sum := measure.Whole(0)
	var shares []spec.Input // what each row with a span costs in each of its years
	var spans []measure.Period
	for i := range a.provisions.Projects {
		p := &a.provisions.Projects[i]
		if money, known := p.Money.Value(); known && !p.Span.IsZero() {
			share := spec.Input{Name: p.ID, Label: spec.Textf("row %s in each of its years", "第 %s 行每年", p.ID),
				Value: wanOf(measure.RatioOf(money.Fen(), int64(p.Span.Len()))), Unit: spec.WanYuan}
			shares, spans = append(shares, share), append(spans, p.Span)
			share.Name = "share-" + p.ID
			f.Inputs = append(f.Inputs, spec.Input{Name: "amount-" + p.ID, Label: p.Name, Value: wan(money), Unit: spec.WanYuan, Source: p.Source},
				spec.Input{Name: "years-" + p.ID, Label: spec.Textf("years of row %s", "第 %s 行建设年数", p.ID), Value: spec.Whole(p.Span.Len()), Unit: spec.Years, Source: p.Source},
				share)
		}
	}
	for _, y := range years {
		sum = sum.Add(y.Money)
		for i, share := range shares {
			if spans[i].ContainsYear(y.Year) {
				share.Name = "year-" + y.Year.String() + "." + share.Name
				f.Inputs = append(f.Inputs, share)
			}
		}
		f.Inputs = append(f.Inputs, spec.Input{Name: "year-" + y.Year.String(), Label: spec.Textf("spread over %s", "均摊至 %s 年", y.Year), Value: wanOf(y.Money), Unit: spec.WanYuan})
	}
	f.Inputs = append(f.Inputs, spec.Input{Name: "unspread", Label: spec.T("known money of rows without a span", "未列建设年限的行已列资金"), Value: wanOf(unspread), Unit: spec.WanYuan})
	if a.Budget.Unpriced() > 0 {
		f.Bound = spec.AtLeastBound
		f.Inputs = append(f.Inputs, number("unpriced", spec.T("rows without an amount", "未列资金的行"), a.Budget.Unpriced(), spec.Projects))
	}
	f.Actual = wanOf(sum)
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("spread over %d years: %s; not spread: %s (10,000 yuan); no standard judges it",
		"分 %d 年均摊 %s 万元，无法分年 %s 万元；无判定标准", len(years), wanOf(sum), wanOf(unspread)))
	return f
}

func (a *Assessment) fundsFinding() spec.Finding {
	f, ok := a.project(RuleProjectFunds)
	if !ok {
		return f
	}
	parts, err := PartsBy(a.provisions.Projects, func(p Project) string { return p.Funds.ZH })
	if err != nil {
		decide(&f, spec.Unknown, ReasonUnusable, spec.Textf("the amounts cannot be added: %s", "建设资金无法相加：%s", err.Error()))
		return f
	}
	named := 0
	for _, part := range parts {
		label, name := spec.T("no source named", "未写明来源"), "unnamed"
		for _, p := range a.provisions.Projects {
			if part.Key != "" && p.Funds.ZH == part.Key {
				label, name = p.Funds, "source-"+p.ID
			}
		}
		if part.Key != "" {
			named += int(part.Budget.Projects)
		}
		f.Inputs = append(f.Inputs, number(name+".rows", spec.Textf("rows: %s", "项目行数：%s", label), part.Budget.Projects, spec.Projects))
		if low, has := part.Budget.Total.Low(); has {
			f.Inputs = append(f.Inputs, spec.Input{Name: name + ".money", Label: spec.Textf("known money: %s", "已列资金：%s", label), Value: wan(low), Unit: spec.WanYuan})
		}
	}
	f.Inputs = append(f.Inputs, number("named", spec.T("rows that name a source", "写明资金来源的行"), named, spec.Projects))
	f.Inputs = append(f.Inputs, a.reportedFunds()...)
	f.Actual = spec.Whole(named)
	decide(&f, spec.NotApplicable, spec.ReasonFigure, spec.Textf("%d of %d rows name where the money comes from; no standard judges it",
		"%[2]d 行中 %[1]d 行写明资金来源；无判定标准", named, len(a.provisions.Projects)))
	return f
}

// reportedFunds adds up what the county last reported of each source.
func (a *Assessment) reportedFunds() []spec.Input {
	var out []spec.Input
	for _, source := range []struct {
		name  string
		label spec.Text
		of    func(ProjectReport) spec.Observed[measure.Money]
	}{
		{"reported-own", spec.T("reported: county budget", "填报：本级财政"), func(r ProjectReport) spec.Observed[measure.Money] { return r.Own }},
		{"reported-above", spec.T("reported: from the levels above", "填报：上级资金"), func(r ProjectReport) spec.Observed[measure.Money] { return r.Above }},
		{"reported-others", spec.T("reported: firms and society", "填报：社会资金"), func(r ProjectReport) spec.Observed[measure.Money] { return r.Others }},
	} {
		last := map[string]ProjectReport{}
		for _, r := range a.records.ProjectReports {
			if _, known := source.of(r).Value(); known && !r.On.After(a.AsOf) && !r.On.Before(last[r.Project].On) {
				last[r.Project] = r
			}
		}
		sum := measure.Whole(0)
		for _, p := range a.provisions.Projects {
			if m, known := source.of(last[p.ID]).Value(); known {
				sum = sum.Add(measure.Whole(m.Fen()))
			}
		}
		if len(last) > 0 {
			out = append(out, spec.Input{Name: source.name, Label: source.label, Value: wanOf(sum), Unit: spec.WanYuan})
		}
	}
	return out
}
