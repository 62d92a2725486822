// Package read turns the files of a plan and of a county into the provisions
// and records of the rooms, one file a room. It guesses nothing: whatever
// cannot be read exactly is a fault with its place.
package read

import (
	"io/fs"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The formats of the two kinds of folder, as the first line of each YAML file
// says it.
const (
	PlanFormat   = "emergency/plan/v1"
	CountyFormat = "emergency/county/v1"
)

// The codes of faults that any table may have.
const (
	FaultDivisionSyntax  = "division.syntax"
	FaultDivisionUnknown = "division.unknown"
	FaultDivisionOutside = "division.outside"
	FaultDuplicateID     = "table.duplicate-id"
	FaultDatePeriod      = "date.outside-period"
)

// Context is what the readers of the rooms share while one folder is read.
type Context struct {
	Faults  *spec.Faults
	Source  spec.Source    // of whatever names no other source
	Period  measure.Period // the years that the plan or the records are about
	Subject spec.Subject   // the county
	Code    hazards.DivisionCode
	FS      fs.FS
	Origins []string // records that can prove an item of a checklist; any word where none are named

	AsOf    measure.Date // of the folder: what an undated record counts as observed on
	Carried bool         // undated records are carried to every date instead
	Undated int          // records read without a date of observation

	Townships    []DivisionRow // rows of townships.csv
	Villages     []DivisionRow // rows of villages.csv
	HasTownships bool          // the table was supplied
	HasVillages  bool

	known      map[string]bool // significant digits of every division of the county
	causes     map[string]*cause
	causeOrder []string
	tables     []*strict.Table
}

// DivisionRow is one row of the county's division table.
type DivisionRow struct {
	Code hazards.DivisionCode
	Name string
	Type string // as the table writes it, may be empty
	Line int
}

// DivisionTables returns the names of the tables that make up the county's
// division table.
func DivisionTables() []string { return []string{"townships.csv", "villages.csv"} }

// ReadDivisions reads the county's division table: its townships and
// subdistricts, its villages and communities.
func (c *Context) ReadDivisions() {
	c.known = map[string]bool{c.Code.Short(): true}
	c.Townships, c.HasTownships = c.divisions("townships.csv", hazards.Township)
	c.Villages, c.HasVillages = c.divisions("villages.csv", hazards.Village)
}

func (c *Context) divisions(name string, level hazards.Level) ([]DivisionRow, bool) {
	table, ok := c.Table(name, []strict.Column{
		{Name: "code", Aliases: []string{"代码", "行政区划代码", "区划代码"}, Required: true},
		{Name: "name", Aliases: []string{"名称"}, Required: true},
		{Name: "type", Aliases: []string{"类型", "类别"}},
	})
	if !ok {
		return nil, false
	}
	rows := make([]DivisionRow, 0, table.Room())
	seen := map[string]int{}
	c.noneInside(table)
	for row := range table.Rows() {
		cell := row.Cell("code").Required()
		code, ok := c.code(cell)
		if !ok {
			c.broken(name)
			continue
		}
		inside := c.unchecked(countyCode) || c.Code.Contains(code)
		if code.Level() != level || !inside {
			c.broken(name)
			text, _ := cell.Text()
			cell.Fault(FaultDivisionOutside, text, spec.Textf("%q is not a division of this level in %s",
				"%q 不是 %s 的该级区划", text, c.Code.Short()))
			continue
		}
		if level == hazards.Village && c.HasTownships && !c.known[code.Parent().Short()] && !c.unchecked("townships.csv") {
			c.broken(name)
			text, _ := cell.Text()
			cell.Fault(FaultDivisionUnknown, text, spec.Textf("the township of %q is not in townships.csv", "%q 所属乡镇不在 townships.csv 中", text))
			continue
		}
		if c.Duplicate(seen, code.Short(), cell) {
			continue
		}
		c.known[code.Short()] = true
		entry := DivisionRow{Code: code, Line: row.Line()}
		entry.Name, _ = row.Cell("name").Required().Text()
		entry.Type, _ = row.Cell("type").Text()
		rows = append(rows, entry)
	}
	return rows, true
}

// Table reads one CSV table of the folder; ok is false where the file is
// absent, which is no fault, or no row of it can be read, which is. What can be
// read of a table with faults is read on, so that all its faults are told.
func (c *Context) Table(name string, columns []strict.Column) (*strict.Table, bool) {
	text, ok, exists := strict.ReadText(c.FS, name, strict.MaxTable, c.Faults)
	if !exists {
		return nil, false
	}
	if !ok {
		c.broken(name)
		return nil, false
	}
	table, ok := strict.ReadTableText(name, text, withPosts(columns), c.Faults)
	if !ok {
		c.broken(name)
	}
	if table != nil {
		c.tables = append(c.tables, table)
	}
	return table, table != nil
}

// noneInside looks whether all rows of a division table lie outside the county.
// Then its code is wrong rather than theirs; it is said once.
func (c *Context) noneInside(table *strict.Table) {
	if c.isBroken(countyCode) || c.Code.IsZero() || table.Len() < 2 {
		return
	}
	for row := range table.Rows() {
		text, _ := row.Cell("code").Text()
		if code, err := hazards.ParseDivisionCode(text); err != nil || c.Code.Contains(code) {
			return
		}
	}
	cell := table.Row(0).Cell("code")
	text, _ := cell.Text()
	cell.Fault(FaultDivisionOutside, text, spec.Textf("none of the %d rows lies in the county %s", "%d 行均不在本县 %s 范围内", table.Len(), c.Code.Short()))
	c.CodeBroken(spec.Fault{File: table.File(), Line: table.Row(0).Line()})
}

func (c *Context) code(cell strict.Cell) (code hazards.DivisionCode, ok bool) {
	text, ok := cell.Text()
	if !ok {
		return code, false
	}
	code, err := hazards.ParseDivisionCode(text)
	if err != nil {
		cell.Fault(FaultDivisionSyntax, text, spec.Textf("%q is not a division code", "%q 不是行政区划代码", text))
		return code, false
	}
	return code, true
}

// Division reads the code of a division of the county from a cell. ok is false
// where the cell is empty, without a fault, and where it holds anything else
// than a division in the county's own table, with one.
func (c *Context) Division(cell strict.Cell) (code hazards.DivisionCode, ok bool) {
	code, ok = c.code(cell)
	if !ok {
		return code, false
	}
	text, _ := cell.Text()
	if c.unchecked(countyCode) {
		return code, true
	}
	if !c.Code.Contains(code) {
		cell.Fault(FaultDivisionOutside, text, spec.Textf("%q lies outside the county %s", "%q 不在本县 %s 范围内", text, c.Code.Short()))
		return hazards.DivisionCode{}, false
	}
	listed, in := c.HasTownships, "townships.csv"
	if code.Level() == hazards.Village {
		listed, in = c.HasVillages, "villages.csv"
	}
	if !c.known[code.Short()] && c.unchecked(in) {
		return code, true
	}
	if listed && !c.known[code.Short()] {
		cell.Fault(FaultDivisionUnknown, text, spec.Textf("%q is not in the county's division table", "%q 不在本县区划表中", text))
		return hazards.DivisionCode{}, false
	}
	return code, true
}

// supposed returns the date that a record counts as observed on where nobody
// said when it was: the folder's own, or none where its undated records are
// carried to every date. It counts such records.
func (c *Context) supposed(on measure.Date) measure.Date {
	if !on.IsZero() {
		return measure.Date{}
	}
	c.Undated++
	if c.Carried {
		return measure.Date{}
	}
	return c.AsOf
}

// Duplicate reports, and files as a fault, that an id has stood in an earlier
// row; seen keeps the ids met so far.
func (c *Context) Duplicate(seen map[string]int, id string, cell strict.Cell) bool {
	if first, ok := seen[id]; ok {
		cell.Fault(FaultDuplicateID, id, spec.Textf("%q stands in line %d already", "%q 与第 %d 行重复", id, first))
		return true
	}
	seen[id] = cell.Line()
	return false
}

// yearsBefore is how far before the plan's first year a record may lie: the
// previous plan period and its base year.
const yearsBefore = 6

// Date reads the date of a record. It must lie between six years before the
// first year of the period, for the base of comparison, and the last year.
func (c *Context) Date(cell strict.Cell) (measure.Date, bool) {
	date, ok := cell.Date()
	if !ok {
		return date, false
	}
	c.unchecked(countyPeriod)
	if c.Period.Len() > 0 && (date.Year() < c.Period.From()-yearsBefore || date.Year() > c.Period.To()) {
		cell.Fault(FaultDatePeriod, date.String(), spec.Textf("%s lies outside the years %d to %d",
			"%s 不在 %d 至 %d 年之间", date, c.Period.From()-yearsBefore, c.Period.To()))
		return measure.Date{}, false
	}
	return date, true
}
