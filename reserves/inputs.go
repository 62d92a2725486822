package reserves

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// stockInputs lists every number that the coverage was computed from, and
// notes on the finding the sources that are not firm.
func (a *Assessment) stockInputs(f *spec.Finding) []spec.Input {
	p, c := a.provisions, a.Coverage
	out := []spec.Input{{Name: "evacuees", Label: spec.T("people to resettle", "需转移安置人数"),
		Value: spec.Whole(p.Evacuees.Value), Unit: spec.Persons, Source: p.Evacuees.Source}}
	out = append(out, a.basisInputs(f)...)
	for _, one := range c.Items {
		out = append(out, itemInputs(one)...)
		if one.Item.Essential {
			f.Lean(one.Item.Norm.Source)
		}
	}
	if cost, ok := c.Cost.Value(); ok && !cost.IsZero() {
		for _, one := range c.Items {
			if one.Item.Essential {
				f.Lean(one.Item.Price.Source)
			}
		}
		out = append(out, spec.Input{Name: "purchase", Label: spec.T("cost of what is short", "补齐缺口所需资金"),
			Value: spec.AmountOf(measure.RatioOf(cost.Fen(), 100), 2), Unit: spec.Yuan})
	}
	if value, ok := c.Value.Value(); ok && !value.IsZero() {
		for _, one := range c.Items {
			if one.Item.Essential {
				f.Lean(one.Item.Price.Source)
			}
		}
		out = append(out, spec.Input{Name: "value", Label: spec.T("value of what is required", "所需储备总值"), Value: yuan(value), Unit: spec.Yuan})
	}
	if outside := a.Stock.Unlisted(); len(outside) > 0 {
		out = append(out, spec.Input{Name: "items-outside-plan", Label: spec.T("items in stock that the plan does not list", "规划未列的在库物资"),
			Value: spec.Whole(len(outside)), Unit: spec.Items, Text: strings.Join(outside, ", ")})
	}
	return out
}

// basisInputs lists what the norms were multiplied with, as far as some norm or
// some lot's expiry asks for it.
func (a *Assessment) basisInputs(f *spec.Finding) []spec.Input {
	p, r := a.provisions, a.records
	var out []spec.Input
	add := func(name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) {
		f.Lean(source)
		out = append(out, spec.Input{Name: name, Label: label, Value: v, Unit: unit, Source: source})
	}
	uses := map[NormKind]bool{}
	parts := map[Population]bool{}
	for _, one := range a.Coverage.Items {
		if one.Item.Norm.Known() {
			uses[one.Item.Norm.Value.Kind] = true
			parts[one.Item.Norm.Value.Of] = true
		}
	}
	expires := slices.ContainsFunc(a.lots, func(l Lot) bool { return !l.Expiry.IsZero() })
	if a.Basis.SupportDays > 0 && (expires || uses[PerPersonDay] || uses[PerPersonWeek] || uses[PerPersonMonth]) {
		source := p.SupportDays.Source
		if !p.SupportDays.Known() {
			source = r.SupportDays.Source()
		}
		add("support-days", spec.T("days of support", "保障天数"), spec.Whole(a.Basis.SupportDays), spec.Days, source)
	}
	if uses[PerHousehold] && a.Basis.HouseholdSize > 0 {
		source := r.HouseholdSize.Source()
		if !r.HouseholdSize.AsOf(a.AsOf).Known() {
			source = p.HouseholdSize.Source
		}
		add("household-size", spec.T("people in a household", "户均人口"), spec.Whole(a.Basis.HouseholdSize), spec.Persons, source)
	}
	if uses[PerSite] && a.Basis.Sites > 0 {
		add("sites", spec.T("sites where people are lodged", "安置点数"), spec.Whole(a.Basis.Sites), spec.Units, r.Sites.Source())
	}
	if uses[PerResponder] && a.Basis.Responders > 0 {
		add("responders", spec.T("responders to be equipped", "须配备的救援人员"), spec.Whole(a.Basis.Responders), spec.Persons, r.Responders.Source())
	}
	for _, part := range Populations() {
		if share, ok := a.Basis.Shares.Of(part); ok && parts[part] && part != Everybody {
			add(part.String(), spec.Textf("share of the people: %s", "人群占比：%s", part), spec.AmountOf(share.Mul(measure.Whole(100)), 2), spec.Percent, spec.Source{})
		}
	}
	return out
}

// itemInputs lists what is known of one item.
func itemInputs(one ItemCoverage) []spec.Input {
	item := one.Item
	var out []spec.Input
	add := func(name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) {
		out = append(out, spec.Input{Name: item.Code + "." + name, Label: spec.Textf("%s: %s", "%s：%s", item.Name, label),
			Value: v, Unit: unit, Source: source})
	}
	if norm := item.Norm; norm.Known() {
		add("norm", spec.Textf("norm %s", "配备标准（%s）", norm.Value), quantity(norm.Value.Quantity), item.Unit, norm.Source)
		if norm.Value.Kind == PerGroup {
			add("group", spec.T("people in a group", "每组人数"), spec.Whole(norm.Value.Group), spec.Persons, norm.Source)
		}
	}
	if q, ok := one.Required.Value(); ok {
		add("required", spec.T("required", "需求量"), quantity(q), item.Unit, spec.Source{})
	}
	if q, ok := one.Usable.Value(); ok {
		add("usable", spec.T("usable stock", "可用储备"), quantity(q), item.Unit, spec.Source{})
	} else if q, ok := one.Usable.Low(); ok {
		add("usable-at-least", spec.T("usable stock, at least", "可用储备（至少）"), quantity(q), item.Unit, spec.Source{})
	}
	if n, ok := one.People.Value(); ok {
		add("people", spec.T("people served", "可保障人数"), spec.Whole(n), spec.Persons, spec.Source{})
	}
	if q, ok := one.Short.Value(); ok && !q.IsZero() {
		add("short", spec.T("short", "缺口"), quantity(q), item.Unit, spec.Source{})
	}
	if item.Price.Known() {
		add("price", spec.T("price of one", "单价"), spec.AmountOf(measure.RatioOf(item.Price.Value.Fen(), 100), 2), spec.Yuan, item.Price.Source)
	}
	return out
}

// reliefInputs lists every number that the relief verdict was computed from.
func (a *Assessment) reliefInputs() []spec.Input {
	p, r := a.provisions, a.Relief
	limit := p.ReliefWithin
	out := []spec.Input{{Name: "limit", Label: spec.T("relief within", "救助时限"), Value: hours(limit.Value), Unit: spec.Hours, Source: limit.Source}}
	if n, ok := r.Affected.Value(); ok {
		out = append(out, spec.Input{Name: "affected", Label: spec.T("people affected", "受灾需救助人数"), Value: spec.Whole(n), Unit: spec.Persons})
	}
	if d, ok := r.Delay.Value(); ok {
		out = append(out, spec.Input{Name: "delay", Label: spec.T("from the start of the clock to the report", "起算至报告用时"), Value: hours(d), Unit: spec.Hours})
	}
	if a.records.HasDeliveries {
		out = append(out, spec.Input{Name: "deliveries", Label: spec.T("deliveries planned", "计划救助批次"), Value: spec.Whole(len(a.batches)), Unit: spec.Items})
	}
	if at, ok := r.Reached.Value(); ok {
		out = append(out, spec.Input{Name: "reached", Label: spec.T("all affected served after", "全部救助到位用时"), Value: hours(at), Unit: spec.Hours})
	}
	if slack, ok := r.Slack(limit.Value); ok {
		out = append(out, spec.Input{Name: "slack", Label: spec.T("slack", "时间余量"), Value: hours(slack), Unit: spec.Hours})
	}
	if national, ok := NationalReliefTime(a.AsOf); ok {
		out = append(out, spec.Input{Name: "national-limit", Label: spec.T("national plan, for comparison", "国家规划时限（对照）"),
			Value: hours(national.Value), Unit: spec.Hours, Source: national.Source})
	}
	return out
}

func quantity(q measure.Quantity) spec.Amount {
	return spec.AmountOf(measure.RatioOf(q.Thousandths(), 1000), 3)
}
