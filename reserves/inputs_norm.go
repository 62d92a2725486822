package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ofItem is an input about one item.
func ofItem(item *Item, name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) spec.Input {
	return spec.Input{Name: item.Code + "." + name, Label: spec.Textf("%s: %s", "%s：%s", item.Name, label), Value: v, Unit: unit, Source: source}
}

// normInputs lists the norm of an item and what it is multiplied with:
//
//	norm          what a person or a group takes, of a norm per period in one period
//	each          what a site or a responder takes
//	period        the days of a week or a month
//	for-all-days  what one person takes on all days of support
//	group         people who share it, of a norm per group or household
//	count         the sites or responders that take one each
//	share         of the people whom it is for, in percent, and members of those asked for
func (a *Assessment) normInputs(f *spec.Finding, item *Item) []spec.Input {
	if !item.Norm.Known() {
		return nil
	}
	norm, source := item.Norm.Value, item.Norm.Source
	out := make([]spec.Input, 0, 8)
	add := func(name string, label spec.Text, v spec.Amount, unit spec.Unit, source spec.Source) {
		out = append(out, ofItem(item, name, label, v, unit, source))
	}
	based := func(name string, label spec.Text, n int64, unit spec.Unit, source spec.Source) {
		if n > 0 {
			f.Lean(source)
			add(name, label, spec.Whole(n), unit, source)
		}
	}
	name := "norm"
	if norm.Kind.isFixed() {
		name = "each"
	}
	add(name, spec.Textf("norm %s", "配备标准（%s）", norm), quantity(norm.Quantity), item.Unit, source)
	switch norm.Kind {
	case PerGroup:
		add("group", spec.T("people in a group", "每组人数"), spec.Whole(norm.Group), spec.Persons, source)
	case PerHousehold:
		based("group", spec.T("people in a household", "户均人口"), int64(a.Basis.HouseholdSize), spec.Persons, a.sizeSource())
	case PerSite:
		based("count", spec.T("sites where people are lodged", "安置点数"), int64(a.Basis.Sites), spec.Units, a.records.Sites.Source())
	case PerResponder:
		based("count", spec.T("responders to be equipped", "须配备的救援人员"), int64(a.Basis.Responders), spec.Persons, a.records.Responders.Source())
	case PerPersonDay, PerPersonWeek, PerPersonMonth:
		if norm.Kind != PerPersonDay {
			add("period", spec.T("days that it is for", "标准对应天数"), spec.Whole(norm.Kind.days()), spec.Days, spec.Source{})
		}
		if per, _, ok := norm.share(a.Basis); ok {
			add("for-all-days", spec.T("for all days of support", "全部保障天数所需"), quantity(per), item.Unit, spec.Source{})
		}
	}
	if share, ok := a.Basis.Shares.Of(norm.Of); ok && norm.Of != Everybody && !norm.Kind.isFixed() {
		add("share", spec.Textf("%s among the people", "%s占比", norm.Of), spec.AmountOf(share.Mul(measure.Whole(100)), 2), spec.Percent, spec.Source{})
		if n, ok := a.Basis.Shares.members(a.provisions.Evacuees.Value, norm.Of); ok && a.provisions.Evacuees.Known() {
			add("members", spec.T("people it is for", "适用人数"), spec.Whole(n), spec.Persons, spec.Source{})
		}
	}
	return out
}

func (a *Assessment) sizeSource() spec.Source {
	if a.records.HouseholdSize.AsOf(a.AsOf).Known() {
		return a.records.HouseholdSize.Source()
	}
	return a.provisions.HouseholdSize.Source
}
