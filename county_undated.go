package emergency

import (
	"github.com/county-emergency/emergency/internal/read"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Undated is what a county's records without a date of observation count as
// (无观测日期数据的处理). It is a matter of the records, not of the plan, so that the
// county says it, under the key undated of county.yaml.
type Undated uint8

// What undated records count as.
const (
	FolderDate     Undated = iota // observed on the folder's own date, and not known before
	CarriedForward                // carried to every date, which the county says expressly
)

var undatedCodes = [...]string{FolderDate: "folder-date", CarriedForward: "carried-forward"}

// String returns the code as county.yaml writes it.
func (u Undated) String() string {
	if int(u) >= len(undatedCodes) {
		return ""
	}
	return undatedCodes[u]
}

// In says what undated records count as.
func (u Undated) In(lang spec.Lang) string {
	switch u {
	case FolderDate:
		return spec.T("observed on the date of the data", "数据集日期当日观测").In(lang)
	case CarriedForward:
		return spec.T("observed on every date", "任何日期均沿用").In(lang)
	}
	return ""
}

func parseUndated(s string) (Undated, bool) {
	for i, code := range undatedCodes {
		if code == s {
			return Undated(i), true
		}
	}
	return 0, false
}

// yearsAround is how far the date of a folder may lie from the years that its
// records are about: as far as a record may lie before them.
const yearsAround = 6

// asOfWithinReach files a fault for a folder's date that is out of all relation
// to the years of its records, such as 2202 for 2022.
func asOfWithinReach(node *strict.Node, county *County) {
	if node == nil || county.AsOf.IsZero() || county.Period.Len() == 0 {
		return
	}
	from, to := county.Period.From()-yearsAround, county.Period.To()+yearsAround
	if y := county.AsOf.Year(); y < from || y > to {
		node.Fault(read.FaultDatePeriod, county.AsOf.String(), spec.Textf("as_of %s lies outside the years %d to %d",
			"as_of %s 不在 %d 至 %d 年之间", county.AsOf, from, to))
	}
}

// crossCounty holds the records that a plan is held against against the plan
// itself: whose they are, of which years, and when they were observed.
func crossCounty() []crossCheck {
	ours := func(c crossCheck) crossCheck {
		c.rule.Source = spec.Source{Document: builtIn, Number: "丰都府发〔2022〕17号", Place: "一（一）", Standing: spec.Ours}
		return c
	}
	return []crossCheck{
		ours(check("same-county", spec.CrossCheckKind,
			spec.T("Plan and records are of the same county", "规划与填报数据属同一县"),
			spec.T("the county of the records lies in the division of the plan", "填报数据所属县在规划行政区划内"),
			"文首", nil, sameCounty)),
		ours(check("same-years", spec.CrossCheckKind,
			spec.T("Plan and records are of the same years", "规划与填报数据属同一规划期"),
			spec.T("period of the records = period of the plan", "填报数据规划期 = 规划期"),
			"文首", nil, sameYears)),
		ours(check("undated-records", spec.FigureKind,
			spec.T("Records without a date of observation", "未写明观测日期的记录"),
			spec.T("records that say no date; each counts as observed on the folder's own date, or is carried to every date where county.yaml says so",
				"未写明日期的记录数；均按数据集日期视为观测日，county.yaml 写明沿用的除外"),
			"一（一）", []string{"dis-baseline-date-undefined"}, undatedRecords).
			from(is("actual", "records"))),
	}
}

// apart reports whether the records are of another county than the plan.
func (p *plan) apart(c *County) bool {
	return !p.code.IsZero() && !c.Code.IsZero() && !p.code.Contains(c.Code)
}

func sameCounty(p *plan, c *County, f *spec.Finding) {
	if p.code.IsZero() || c.Code.IsZero() {
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("the plan or the records name no division", "规划或填报数据未写明行政区划")}
		return
	}
	f.Source = p.source
	f.Inputs = []spec.Input{
		{Name: "plan", Label: spec.T("division of the plan", "规划行政区划"), Text: p.code.String(), Source: p.source},
		{Name: "records", Label: spec.T("county of the records", "填报数据所属县"), Text: c.Code.String()},
	}
	if p.apart(c) {
		agrees(f, false, p.apartText(c))
		return
	}
	agrees(f, true, spec.Textf("the records are of %s, which the plan is for", "填报数据属 %s，在规划范围内", c.Code))
}

// apartText says that plan and records are of different counties.
func (p *plan) apartText(c *County) spec.Text {
	return spec.T(
		"the plan is of "+p.county.EN+" ("+p.code.String()+"), the records are of "+c.Name.EN+" ("+c.Code.String()+")",
		"规划属"+p.county.ZH+"（"+p.code.String()+"），填报数据属"+c.Name.ZH+"（"+c.Code.String()+"）")
}

// remarks are what nobody may overlook above a report. To hold a plan against
// the records of another county is allowed, for what-if questions are asked
// that way; the report says so before anything else. So it does where the date
// lies before that of the records, for what they do not date is not read then.
func (p *plan) remarks(c *County, asOf measure.Date) []spec.Text {
	var out []spec.Text
	if p.apart(c) {
		said := p.apartText(c)
		out = append(out, spec.T("ANOTHER COUNTY – "+said.EN+": nothing below is an assessment of either",
			"非同一县 – "+said.ZH+"：以下结论不是对任何一方的评估"))
	}
	if asOf.Before(c.AsOf) && c.UndatedRecords > 0 && c.Undated == FolderDate {
		out = append(out, spec.Textf("BEFORE THE RECORDS – %d records say no date and count as observed on %s: they are not read on %s",
			"早于数据日期 – %d 条记录未写明观测日期，视为 %s 观测，%s 时不计", c.UndatedRecords, c.AsOf, asOf))
	}
	return out
}

func sameYears(p *plan, c *County, f *spec.Finding) {
	if !p.period.Known() || c.Period.Len() == 0 {
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("the plan or the records name no years", "规划或填报数据未写明规划期")}
		return
	}
	in(f, "period", p.period, spec.Amount{}, "")
	f.Inputs[0].Text = p.period.Value.String()
	f.Inputs = append(f.Inputs, spec.Input{Name: "records", Label: spec.T("years of the records", "填报数据规划期"), Text: c.Period.String()})
	agrees(f, p.period.Value == c.Period, spec.Textf("the plan is for %s, the records are of %s", "规划期为 %s，填报数据规划期为 %s", p.period.Value, c.Period))
}

func undatedRecords(p *plan, c *County, f *spec.Finding) {
	if c.AsOf.IsZero() {
		f.Reason = spec.Reason{Code: spec.ReasonNothingToDo, Text: spec.T("the records have no date of their own", "填报数据未写明日期")}
		return
	}
	f.Source = spec.Source{Document: p.source.Document, Number: p.source.Number, Standing: spec.Ours}
	f.Inputs = []spec.Input{
		{Name: "as_of", Label: spec.T("date of the records", "数据集日期"), Text: c.AsOf.String()},
		{Name: "undated", Label: spec.T("undated records count as", "未写明日期的记录视为"), Text: c.Undated.String(), Words: spec.WordsOf(c.Undated)},
		{Name: "records", Label: spec.T("records that say no date of observation", "未写明观测日期的记录"), Value: spec.Whole(c.UndatedRecords), Unit: spec.Items},
	}
	text := spec.Textf("%d records say no date of observation; they count as observed on %s, not before", "%d 条记录未写明观测日期；均视为 %s 观测，此前不计", c.UndatedRecords, c.AsOf)
	if c.Undated == CarriedForward {
		text = spec.Textf("%d records say no date of observation; the county carries them to every date", "%d 条记录未写明观测日期；本县写明沿用至任一日期", c.UndatedRecords)
	}
	figured(f, spec.AmountOf(measure.Whole(int64(c.UndatedRecords)), 0), spec.Items, text)
}
