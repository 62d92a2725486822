package read

import (
	"errors"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of warnings. They are permanent.
const (
	FaultWarningLevel  = "warning.level"
	FaultWarningIssuer = "warning.issuer"
	FaultWarningReach  = "warning.reach"
)

const warningsTable = "warnings.csv"

func warningTables() []string { return []string{warningsTable} }

// warningProvisions reads who issues which level of warnings.
func (c *Context) warningProvisions(node *strict.Node) hazards.WarningProvisions {
	var out hazards.WarningProvisions
	m, ok := node.Map()
	if !ok {
		return out
	}
	seen := map[string]bool{}
	for _, item := range m.Get("issuers").List() {
		one, ok := item.Map()
		if !ok {
			continue
		}
		var w hazards.WarningIssuer
		at := one.Need("level")
		if text, has := at.Text(); has {
			if w.Level, ok = hazards.ParseWarningLevel(text); !ok {
				at.Fault(FaultWarningLevel, text, spec.Textf("%q is not a warning level", "%q 不是预警级别", spec.Shorten(text)))
			}
		}
		by := one.Need("issuer")
		if text, has := by.Text(); has {
			if w.Issuer, ok = government(text); !ok {
				by.Fault(FaultWarningIssuer, text, spec.Textf("%q is not province, prefecture or county", "%q 不是省级、地级或县级", spec.Shorten(text)))
			}
		}
		w.Source, w.Carries = c.leadClause(one)
		one.Done()
		if w.Level.IsValid() && w.Issuer != 0 && !hazardRepeated(seen, w.Level.String(), at) {
			out.Issuers = append(out.Issuers, w)
		}
	}
	m.Done()
	return out
}

// government reads the level of a government by its code or Chinese name.
func government(s string) (hazards.Level, bool) {
	for _, level := range []hazards.Level{hazards.Province, hazards.Prefecture, hazards.County} {
		if s == level.String() || s == level.In(spec.Chinese) {
			return level, true
		}
	}
	return 0, false
}

// warningRecords reads warnings.csv.
func (c *Context) warningRecords() hazards.WarningRecords {
	table, ok := c.Table(warningsTable, warningColumns())
	if !ok {
		return hazards.WarningRecords{}
	}
	return hazards.WarningRecords{HasWarnings: true, Warnings: c.warnings(table)}
}

func warningColumns() []strict.Column {
	return []strict.Column{
		idColumn(),
		{Name: "level", Aliases: []string{"级别", "预警级别", "颜色"}, Required: true},
		kindColumn(),
		{Name: "issuer", Aliases: []string{"发布机关代码", "发布机关区划代码"}, Required: true},
		{Name: "issued", Aliases: []string{"发布时间"}, Required: true},
		{Name: "expires", Aliases: []string{"到期时间", "终止时间"}},
		{Name: "cancelled", Aliases: []string{"解除时间"}},
		{Name: "area", Aliases: []string{"区域", "预警区域代码"}, Required: true},
		{Name: "occurred", Aliases: []string{"发生时间", "灾害发生时间"}},
		{Name: "targeted", Aliases: []string{"目标人数"}},
		{Name: "reached", Aliases: []string{"已接收人数", "接收人数"}},
		observedColumn(),
	}
}

func (c *Context) warnings(table *strict.Table) []hazards.WarningRecord {
	out := make([]hazards.WarningRecord, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var w hazards.WarningRecord
		var id, level, kind, issuer, issued, area bool
		w.ID, id = row.Cell("id").Required().Text()
		w.Level, level = strict.CellChoice(row.Cell("level").Required(), hazards.ParseWarningLevel, "I", "II", "III", "IV")
		w.Hazard, w.Sector, kind = riskKind(row.Cell("kind"))
		w.Issuer, issuer = c.issuerCell(row.Cell("issuer").Required())
		w.Issued, issued = c.momentCell(row.Cell("issued").Required())
		w.Expires = laterMoment(row.Cell("expires"), w.Issued)
		w.Cancelled = laterMoment(row.Cell("cancelled"), w.Issued)
		w.Area, area = c.areaCell(row.Cell("area").Required())
		w.Outcome, w.Occurred = outcomeCell(row.Cell("occurred"))
		seal := c.hazardSeal(row)
		if w.On = seal.on; w.On.IsZero() {
			w.On = seal.supposed
		}
		w.Targeted = hazardValue(row.Cell("targeted"), strict.Cell.People, seal)
		w.Reached = hazardValue(row.Cell("reached"), strict.Cell.People, seal)
		checkReach(row.Cell("reached"), w)
		if id && level && kind && issuer && issued && area && !c.Duplicate(seen, w.ID, row.Cell("id")) {
			out = append(out, w)
		}
	}
	table.Finish()
	return out
}

// issuerCell reads the division of an issuing government: the county itself,
// one inside it, or one above it.
func (c *Context) issuerCell(cell strict.Cell) (hazards.DivisionCode, bool) {
	code, ok := c.code(cell)
	if ok && !c.unchecked(countyCode) && !code.Contains(c.Code) && !c.Code.Contains(code) {
		cell.Fault(FaultDivisionOutside, code.String(), spec.Textf("%s is neither the county %s nor above it nor inside it",
			"%s 既非本县 %s，也不在其上下级", code, c.Code.Short()))
		return hazards.DivisionCode{}, false
	}
	return code, ok
}

// momentCell reads a moment whose day lies where a record's may.
func (c *Context) momentCell(cell strict.Cell) (hazards.Moment, bool) {
	m, ok := momentText(cell)
	if !ok {
		return m, false
	}
	c.unchecked(countyPeriod)
	if y := m.Date().Year(); c.Period.Len() > 0 && (y < c.Period.From()-yearsBefore || y > c.Period.To()) {
		cell.Fault(FaultDatePeriod, m.Date().String(), spec.Textf("%s lies outside the years %d to %d",
			"%s 不在 %d 至 %d 年之间", m.Date(), c.Period.From()-yearsBefore, c.Period.To()))
		return hazards.Moment{}, false
	}
	return m, true
}

// momentText reads a moment; its fault keeps its own code.
func momentText(cell strict.Cell) (hazards.Moment, bool) {
	text, ok := cell.Text()
	if !ok {
		return hazards.Moment{}, false
	}
	m, err := hazards.ParseMoment(text)
	var fault spec.Fault
	if errors.As(err, &fault) {
		cell.Fault(fault.Code, text, fault.Message)
	}
	return m, err == nil
}

// laterMoment reads a moment that must come after the issue, unset where the
// cell is empty.
func laterMoment(cell strict.Cell, issued hazards.Moment) hazards.Moment {
	m, ok := momentText(cell)
	if ok && !issued.IsZero() && !m.After(issued) {
		cell.Fault(FaultDateOrder, m.String(), spec.Textf("%s is not after the issue %s", "%s 不晚于发布时间 %s", m, issued))
		return hazards.Moment{}
	}
	return m
}

// areaCell reads division codes separated by 、 ; or spaces. A warning of a
// government above may name a division that contains the county.
func (c *Context) areaCell(cell strict.Cell) ([]hazards.DivisionCode, bool) {
	text, ok := cell.Text()
	var out []hazards.DivisionCode
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、；; ", r) }) {
		code, err := hazards.ParseDivisionCode(s)
		switch {
		case err != nil:
			cell.Fault(FaultDivisionSyntax, s, spec.Textf("%q is not a division code", "%q 不是行政区划代码", spec.Shorten(s)))
			ok = false
		case !c.unchecked(countyCode) && !code.Contains(c.Code) && !c.Code.Contains(code):
			cell.Fault(FaultDivisionOutside, s, spec.Textf("%q lies outside the county %s", "%q 不在本县 %s 范围内", s, c.Code.Short()))
			ok = false
		default:
			out = append(out, code)
		}
	}
	return out, ok && len(out) > 0
}

// outcomeCell reads when what was warned of began, or that it did not; an empty
// cell is unknown.
func outcomeCell(cell strict.Cell) (hazards.WarningOutcome, hazards.Moment) {
	switch cell.Literal() {
	case "no", "none", "否", "未发生", "空报":
		return hazards.FalseCry, hazards.Moment{}
	}
	m, ok := momentText(cell)
	if !ok {
		return 0, m
	}
	return hazards.Happened, m
}

// checkReach refuses a warning that reached more people than it was aimed at.
func checkReach(cell strict.Cell, w hazards.WarningRecord) {
	targeted, a := w.Targeted.Value()
	reached, b := w.Reached.Value()
	if a && b && reached > targeted {
		cell.Fault(FaultWarningReach, reached.String(), spec.Textf("%v reached of %v aimed at", "接收 %v 人，多于目标 %v 人", reached, targeted))
	}
}
