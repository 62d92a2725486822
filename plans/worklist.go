package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// WorkSection is a part of an annual work list (清单分栏). The zero WorkSection
// is unset.
type WorkSection uint8

// The sections, in the order of a list.
const (
	_             WorkSection = iota
	DueInYear                 // 本年到期
	AllYear                   // 常年履行: at all times, or in each case
	WithoutPeriod             // 定期、未写明周期
	StillOpen                 // 尚未到期: due after the year, or without any date
)

var workSections = [...]spec.Text{
	DueInYear:     {EN: "due in the year", ZH: "本年到期"},
	AllYear:       {EN: "all year, or in each case", ZH: "常年履行或逐案履行"},
	WithoutPeriod: {EN: "regularly, at an interval that the plan does not give", ZH: "定期履行（规划未写明周期）"},
	StillOpen:     {EN: "open, due after the year or without a date", ZH: "持续推进（本年之后到期或未定期限）"},
}

// WorkSections returns the sections in order.
func WorkSections() []WorkSection {
	return []WorkSection{DueInYear, AllYear, WithoutPeriod, StillOpen}
}

// In returns the heading of the section.
func (s WorkSection) In(lang spec.Lang) string {
	if int(s) >= len(workSections) {
		return ""
	}
	return workSections[s].In(lang)
}

// WorkItem is one line of an annual work list (清单事项).
type WorkItem struct {
	Section WorkSection
	Duty    Duty
	Dues    []Occurrence // those due in the year, in order; what comes due later where it is still open
}

// Finely reports whether the item comes due so often that a list names its
// rhythm, not its days.
func (w WorkItem) Finely() bool {
	return w.Duty.When.Rhythm >= EachDay && w.Duty.When.Rhythm <= EachMonth && len(w.Dues) > 1
}

// AnnualWorkList is what a bearer has to do in a year (年度工作清单).
type AnnualWorkList struct {
	Year   measure.Year
	Bearer Bearer // the zero Bearer: all of them
	Items  []WorkItem
}

// WorkList returns the work list of a year for a bearer, all bearers where none
// is given (年度工作清单). It asks the plan alone, not what was done. Items are
// ordered by section, in it by the first due day, then as in the ledger. A year
// outside the plan's period has no items; ok is false for a bearer that the
// ledger does not know.
func (l DutyLedger) WorkList(p Provisions, year measure.Year, bearer string, choices spec.Choices) (list AnnualWorkList, ok bool) {
	list = AnnualWorkList{Year: year}
	if bearer != "" {
		if list.Bearer, ok = BearerNamed(l.Bearers, bearer); !ok {
			return list, false
		}
	}
	if !p.Period.ContainsYear(year) {
		return list, true
	}
	w, _, _ := ledgerClock(p, Records{}, measure.Date{}, choices)
	for _, d := range l.Duties {
		if list.Bearer.ID != "" && !d.Bears(list.Bearer.ID) {
			continue
		}
		if item, has := w.workItem(d, year); has {
			list.Items = append(list.Items, item)
		}
	}
	slices.SortStableFunc(list.Items, func(a, b WorkItem) int {
		if a.Section != b.Section {
			return int(a.Section) - int(b.Section)
		}
		return a.first().Compare(b.first())
	})
	return list, true
}

func (w WorkItem) first() measure.Date {
	if len(w.Dues) == 0 {
		return measure.Date{}
	}
	return w.Dues[0].Due
}

// workItem lays a duty into a year; has is false where the year has no part in
// it any more.
func (c clockwork) workItem(d Duty, year measure.Year) (item WorkItem, has bool) {
	item = WorkItem{Duty: d}
	if d.When.Rhythm.IsStanding() {
		item.Section = AllYear
		return item, true
	}
	all := c.occurring(d)
	o, ok := c.next(&all)
	if !ok {
		item.Section = WithoutPeriod
		return item, d.When.Rhythm == Regular
	}
	for ; ok; o, ok = c.next(&all) {
		switch {
		case year.Contains(o.Due):
			item.Section, item.Dues = DueInYear, append(item.Dues, o)
		case item.Section == 0 && (o.Due.IsZero() || o.Due.After(year.LastDay())) && !o.From.After(year.LastDay()):
			return WorkItem{Section: StillOpen, Duty: d, Dues: []Occurrence{o}}, true
		}
	}
	return item, item.Section != 0
}
