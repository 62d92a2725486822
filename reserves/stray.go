package reserves

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// A row whose item is none of the list – a misspelt code, an item that nobody
// listed – is not a row about nothing: it may be any item that is counted in its
// unit. What it holds is there at most. That it is at least counted in the
// item's unit is our reading: a row with a wrong code and a wrong unit at once
// is not found out.

// perhaps is what a lot holds of an item that it may or may not be.
func perhaps(q spec.Observed[measure.Quantity]) spec.Observed[measure.Quantity] {
	high, closed := q.High()
	return bounded(measure.Quantity{}, false, high, closed)
}

// MayHold returns how much of an item a lot may hold that is of no item of the
// list (可能储备量): at most all of it, and nothing where the item is not counted
// in the lot's unit.
func MayHold(lot Lot, item Item, asOf measure.Date, counted Modes) spec.Observed[measure.Quantity] {
	return lot.perhaps(&item, Window{asOf, 1}.span(), counted)
}

func (l *Lot) perhaps(item *Item, w span, counted Modes) spec.Observed[measure.Quantity] {
	if !item.Counts(l.Unit) {
		return spec.Exactly(measure.Quantity{})
	}
	return perhaps(l.usable(item, w, counted))
}

// perhapsSome reports whether the lot may hold some of an item.
func (l *Lot) perhapsSome(item *Item, w span, counted Modes) bool {
	high, closed := l.perhaps(item, w, counted).High()
	return !closed || high.Sign() > 0
}

// isStray reports whether a word that must name an item, or the packed kit,
// names none; no word at all names any.
func isStray(items []Item, name string) bool {
	return name != "" && name != KitCode && FindItem(items, name) < 0
}

// stray is a row of a table with a word in it that names no item.
type stray struct {
	row          int // 0 where it was not read from a table
	id, item, in string
}

// strays are rows of one table.
type strays []stray

// In names at most ten of them.
func (s strays) In(lang spec.Lang) string {
	var out []string
	for _, one := range s {
		row := spec.Textf("row %d of %s", "%[2]s 第 %[1]d 行", one.row, one.in)
		if one.row == 0 {
			row = spec.T(one.in, one.in)
		}
		name := row.In(lang)
		if one.id != "" {
			name += " " + one.id
		}
		out = append(out, name+spec.Textf(" (%q)", "（“%s”）", spec.Shorten(one.item)).In(lang))
	}
	if lang == spec.Chinese {
		return strings.ReplaceAll(listed(out), ", ", "、")
	}
	return listed(out)
}

// needs asks for the codes.
func (s strays) needs() []spec.Need {
	if len(s) == 0 {
		return nil
	}
	return []spec.Need{need(s[0].in+": item", "", spec.Textf("which item is it? Correct the code in %s, or list the item in %s",
		"是哪种物资？请更正物资代码：%s，或将该物资列入 %s", s, needOwnItems))}
}

// strayLots returns the lots that are of no item of the list and may be one of
// those that a finding counts.
func (a *Assessment) strayLots(counts func(Item) bool) strays {
	var out strays
	days := a.Window.span()
	for i := range a.lots {
		lot := &a.lots[i]
		if FindItem(a.Items, lot.Item) < 0 && slices.ContainsFunc(a.Items, func(item Item) bool {
			return counts(item) && lot.perhapsSome(&item, days, a.counted)
		}) {
			out = append(out, stray{lot.Row, lot.ID, lot.Item, needStock})
		}
	}
	return out
}

func isEssential(item Item) bool { return item.Essential }

// strayRoutes returns the routes for an item that the list does not have.
func (a *Assessment) strayRoutes() strays {
	var out strays
	for i := range a.records.Routes {
		if r := &a.records.Routes[i]; isStray(a.Items, r.Item) {
			out = append(out, stray{r.Row, r.ends(), r.Item, needRoutes})
		}
	}
	return out
}

// openNorms takes the norm away from every item that a county's own norm may be
// for, where the item of that norm is none of the list: which norm holds is then
// not known.
func openNorms(items []Item, own []ItemNorm) ([]Item, strays) {
	named := make([]bool, len(items))
	for _, one := range own {
		if i := FindItem(items, one.Item); i >= 0 {
			named[i] = true
		}
	}
	out := slices.Clone(items)
	var rows strays
	for _, one := range own {
		if !one.Norm.Known() || !isStray(items, one.Item) {
			continue
		}
		some := false
		for i := range out {
			if !named[i] && one.Norm.Value.Check(items[i]) == nil {
				out[i].Norm, some = spec.Figure[Norm]{}, true
			}
		}
		if some {
			rows = append(rows, stray{row: one.Row, item: one.Item, in: needNorms})
		}
	}
	return out, rows
}
