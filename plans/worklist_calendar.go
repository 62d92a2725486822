package plans

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// calendarProduct names what writes the calendars (PRODID).
const calendarProduct = "-//county-emergency//annual work list//"

// calendarDomain follows the @ of every UID.
const calendarDomain = "@work-list.county-emergency"

// Calendar writes the work list as iCalendar, RFC 5545 (日历格式): a VTODO for
// each due day, one with a rule for what comes due every day, week or month, one
// without a due day for what holds all year or has no date, and a VEVENT on the
// day of each evaluation in the year. plan is the plan's id: with the duty and
// the due day it makes the UID, which is the same in every run and language.
// stamp is the day the calendar was made, for DTSTAMP at midnight UTC: the
// library has no clock.
func (a AnnualWorkList) Calendar(plan string, bearers []Bearer, evaluations []Evaluation, stamp measure.Date, lang spec.Lang) []byte {
	name := calendarName(a, lang)
	out := CalendarComponent{Name: "VCALENDAR", Properties: []CalendarProperty{
		{Name: "VERSION", Value: "2.0"},
		{Name: "PRODID", Value: calendarProduct + strings.ToUpper(lang.String())},
		{Name: "CALSCALE", Value: "GREGORIAN"},
		{Name: "METHOD", Value: "PUBLISH"},
		{Name: "X-WR-CALNAME", Value: CalendarText(name)},
	}}
	c := calendar{plan: plan, year: a.Year, bearers: bearers, stamp: CalendarDate(stamp) + "T000000Z", lang: lang}
	for _, e := range evaluations {
		if a.Year.Contains(e.By.Value) && (a.Bearer.ID == "" || e.Bears(a.Bearer.ID)) {
			out.Parts = append(out.Parts, c.evaluation(e))
		}
	}
	for _, item := range a.Items {
		out.Parts = append(out.Parts, c.todos(item)...)
	}
	return out.Bytes()
}

func calendarName(a AnnualWorkList, lang spec.Lang) string {
	who := spec.T("all bearers", "全部责任主体")
	if a.Bearer.ID != "" {
		who = a.Bearer.Name
	}
	return spec.Textf("%s: work list %s", "%s%s年度工作清单", who, a.Year).In(lang)
}

// calendar is what every entry of one calendar shares.
type calendar struct {
	plan    string
	year    measure.Year
	bearers []Bearer
	stamp   string
	lang    spec.Lang
}

func (c calendar) evaluation(e Evaluation) CalendarComponent {
	day := e.By.Value
	return CalendarComponent{Name: "VEVENT", Properties: []CalendarProperty{
		{Name: "UID", Value: CalendarText(c.plan + "/" + e.ID + "/" + day.String() + calendarDomain)},
		{Name: "DTSTAMP", Value: c.stamp},
		{Name: "DTSTART", Params: []string{"VALUE=DATE"}, Value: CalendarDate(day)},
		{Name: "SUMMARY", Value: CalendarText(e.Title.In(c.lang))},
		{Name: "DESCRIPTION", Value: CalendarText(spec.Textf("by %s; source: %s (%s)", "责任主体：%s；出处：%s（%s）",
			c.names(e.Bearers), e.By.Source.String(), e.By.Source.Standing).In(c.lang))},
		{Name: "TRANSP", Value: "TRANSPARENT"},
	}}
}

// todos writes the entries of one item.
func (c calendar) todos(item WorkItem) []CalendarComponent {
	if item.Section != DueInYear || len(item.Dues) == 0 {
		// What holds all year starts with it; what is open keeps its due day.
		due := measure.Date{}
		if len(item.Dues) > 0 {
			due = item.Dues[0].Due
		}
		return []CalendarComponent{c.todo(item, c.year.FirstDay(), due, "")}
	}
	if item.Finely() {
		last := item.Dues[len(item.Dues)-1].Due
		rule := "FREQ=" + map[Rhythm]string{EachDay: "DAILY", EachWeek: "WEEKLY", EachMonth: "MONTHLY"}[item.Duty.When.Rhythm]
		if item.Duty.When.Rhythm == EachMonth {
			rule += ";BYMONTHDAY=-1"
		}
		todo := c.todo(item, item.Dues[0].Due, measure.Date{}, rule+";UNTIL="+CalendarDate(last))
		if first := item.Dues[0].Due; item.Duty.When.Rhythm == EachWeek && first.DaysUntil(last)%7 != 0 {
			// The week that the plan's last day cuts short falls outside the rule.
			todo.Properties = append(todo.Properties, CalendarProperty{Name: "RDATE", Params: []string{"VALUE=DATE"}, Value: CalendarDate(last)})
		}
		return []CalendarComponent{todo}
	}
	out := make([]CalendarComponent, 0, len(item.Dues))
	for _, o := range item.Dues {
		out = append(out, c.todo(item, later(o.From, c.year.FirstDay()), o.Due, ""))
	}
	return out
}

func later(a, b measure.Date) measure.Date {
	if a.Before(b) {
		return b
	}
	return a
}

func (c calendar) todo(item WorkItem, start, due measure.Date, rule string) CalendarComponent {
	d := item.Duty
	mark := due.String()
	if due.IsZero() {
		mark = c.year.String()
	}
	properties := []CalendarProperty{
		{Name: "UID", Value: CalendarText(c.plan + "/" + d.ID + "/" + mark + calendarDomain)},
		{Name: "DTSTAMP", Value: c.stamp},
		{Name: "DTSTART", Params: []string{"VALUE=DATE"}, Value: CalendarDate(start)},
	}
	// RFC 5545, 3.8.2.3: DUE must be later than DTSTART. What is due on the day
	// it starts keeps the due day alone.
	if !due.IsZero() {
		if !due.After(start) {
			properties = properties[:2]
		}
		properties = append(properties, CalendarProperty{Name: "DUE", Params: []string{"VALUE=DATE"}, Value: CalendarDate(due)})
	}
	if rule != "" {
		properties = append(properties, CalendarProperty{Name: "RRULE", Value: rule})
	}
	return CalendarComponent{Name: "VTODO", Properties: append(properties,
		CalendarProperty{Name: "SUMMARY", Value: CalendarText(d.Action.In(c.lang))},
		CalendarProperty{Name: "DESCRIPTION", Value: CalendarText(c.describe(d))},
		CalendarProperty{Name: "CATEGORIES", Value: CalendarText(item.Section.In(c.lang))},
		CalendarProperty{Name: "STATUS", Value: "NEEDS-ACTION"},
	)}
}

func (c calendar) describe(d Duty) string {
	who := c.names(d.Bearers)
	if d.Assigned {
		who = spec.Textf("%s (our reading)", "%s（本库解读）", who)
	}
	return spec.Textf("by: %s\nhow often: %s\nevidence: %s\nclause: %s", "责任主体：%s\n频次：%s\n佐证：%s\n条款：%s",
		who, d.When.Rhythm, d.Evidence, d.Source.String()).In(c.lang)
}

// names writes bearers one after the other.
func (c calendar) names(ids []string) spec.Text { return BearerNames(c.bearers, ids) }

// BearerNames writes the names of bearers one after the other, and says so where
// there are none (责任主体名称).
func BearerNames(bearers []Bearer, ids []string) spec.Text {
	if len(ids) == 0 {
		return spec.T("nobody named", "规划未指明")
	}
	out := bearerName(bearers, ids[0])
	for _, id := range ids[1:] {
		next := bearerName(bearers, id)
		out.EN += ", " + next.EN
		out.ZH += "、" + next.ZH
	}
	return out
}

// bearerName is the name of a bearer, the id itself where the ledger has none.
func bearerName(bearers []Bearer, id string) spec.Text {
	if b, ok := BearerNamed(bearers, id); ok {
		return b.Name
	}
	return spec.T(id, id)
}
