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
	_, lows := c.People.Low() // which end of what is known enters the number of people
	for _, one := range c.Items {
		out = append(out, a.itemInputs(f, one, lows)...)
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

// basisInputs lists the days that the stock must last, as far as some norm or
// some lot's expiry asks for them.
func (a *Assessment) basisInputs(f *spec.Finding) []spec.Input {
	asked := slices.ContainsFunc(a.lots, func(l Lot) bool { return !l.Expiry.IsZero() }) ||
		slices.ContainsFunc(a.Coverage.Items, func(one ItemCoverage) bool { return one.Item.Norm.Value.Kind.days() > 0 })
	if a.Basis.SupportDays <= 0 || !asked {
		return nil
	}
	source := a.provisions.SupportDays.Source
	if !a.provisions.SupportDays.Known() {
		source = a.records.SupportDays.Source()
	}
	f.Lean(source)
	return []spec.Input{{Name: "support-days", Label: spec.T("days of support", "保障天数"), Value: spec.Whole(a.Basis.SupportDays), Unit: spec.Days, Source: source}}
}

// itemInputs lists what is known of one item, and of what is known within
// bounds the lower or the upper end. Whom it serves and what it costs enters
// the coverage for an essential item only.
func (a *Assessment) itemInputs(f *spec.Finding, one ItemCoverage, lows bool) []spec.Input {
	item := &one.Item
	out := a.normInputs(f, item)
	add := func(name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) {
		out = append(out, ofItem(item, name, label, v, unit, source))
	}
	if q, ok := one.Required.Value(); ok {
		add("required", spec.T("required", "需求量"), quantity(q), item.Unit, spec.Source{})
	}
	end := lows
	if _, ok := one.Usable.Low(); !ok && one.People.Known() {
		end = false // at most so little that it serves nobody
	}
	if q, known, ok := endOf(one.Usable, end); ok {
		add("usable", atEnd(spec.T("usable stock", "可用储备"), known, end), quantity(q), item.Unit, spec.Source{})
	}
	if q, ok := one.Short.Value(); ok && !q.IsZero() {
		add("short", spec.T("short", "缺口"), quantity(q), item.Unit, spec.Source{})
	}
	if !item.Essential {
		return out
	}
	if n, known, ok := endOf(one.People, lows); ok && !one.limitless {
		add("people", atEnd(spec.T("people served", "可保障人数"), known, lows), spec.Whole(n), spec.Persons, spec.Source{})
	}
	if item.Price.Known() {
		add("price", spec.T("price of one", "单价"), yuan(item.Price.Value), spec.Yuan, item.Price.Source)
	}
	return out
}

// endOf returns one end of what is known of a number; known says that it is the
// number itself.
func endOf[T comparable](n spec.Observed[T], low bool) (end T, known, ok bool) {
	if end, known = n.Value(); known {
		return end, true, true
	}
	if low {
		end, ok = n.Low()
	} else {
		end, ok = n.High()
	}
	return end, false, ok
}

func atEnd(label spec.Text, known, low bool) spec.Text {
	switch {
	case known:
		return label
	case low:
		return spec.Textf("%s (at least)", "%s（至少）", label)
	}
	return spec.Textf("%s (at most)", "%s（至多）", label)
}

// reliefInputs lists every number that the relief verdict was computed from.
func (a *Assessment) reliefInputs() []spec.Input {
	p, r := a.provisions, a.Relief
	limit := p.ReliefWithin
	out := []spec.Input{{Name: "limit", Label: spec.T("relief within", "救助时限"), Value: hours(limit.Value), Unit: spec.Hours, Source: limit.Source}}
	out = append(out, a.affectedInputs()...)
	if d, ok := r.Delay.Value(); ok {
		out = append(out, spec.Input{Name: "delay", Label: spec.T("from the start of the clock to the report", "起算至报告用时"), Value: hours(d), Unit: spec.Hours})
	}
	if a.records.HasDeliveries {
		out = append(out, spec.Input{Name: "deliveries", Label: spec.T("deliveries planned", "计划救助批次"), Value: spec.Whole(len(a.batches)), Unit: spec.Items})
		out = append(out, a.deliveryInputs()...)
	}
	if !a.records.HasDeliveries && a.Planned {
		out = append(out, spec.Input{Name: "plan", Label: spec.T("worked out from stock and routes: places of need", "按储备和路线测算：需求点"), Value: spec.Whole(len(a.Needs)), Unit: spec.Units})
		if a.Plan.isSure() {
			out = append(out, a.servedInputs()...)
		}
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
