package read

import "github.com/county-emergency/emergency/spec"

// FaultNotChecked is the code of a fault that says how much was not checked
// because what it refers to is at fault itself. The cause stands beside it.
const FaultNotChecked = "input.not-checked"

// cause is something at fault that other records refer to: a table whose rows
// did not all come through, or the county's own code. What refers to it is not
// blamed, but counted.
type cause struct {
	file   string
	line   int
	column int
	path   string
	count  int
}

// broken notes that a file is at fault itself.
func (c *Context) broken(file string) { c.brokenAt(file, spec.Fault{File: file}) }

func (c *Context) brokenAt(key string, at spec.Fault) {
	if !c.isBroken(key) {
		c.causes[key] = &cause{file: at.File, line: at.Line, column: at.Column, path: at.Path}
		c.causeOrder = append(c.causeOrder, key)
	}
}

func (c *Context) isBroken(key string) bool {
	if c.causes == nil {
		c.causes = map[string]*cause{}
	}
	return c.causes[key] != nil
}

// unchecked reports whether a reference cannot be checked because its object is
// at fault, and counts it.
func (c *Context) unchecked(key string) bool {
	if !c.isBroken(key) {
		return false
	}
	c.causes[key].count++
	return true
}

// TellUnchecked says how many faults of each table are not listed, and files one fault for each cause with what was not checked for its
// sake, so that the cause stands alone and yet nothing is passed over in silence.
func (c *Context) TellUnchecked() {
	for _, table := range c.tables {
		table.Finish()
	}
	for _, key := range c.causeOrder {
		one := c.causes[key]
		if one.count == 0 {
			continue
		}
		c.Faults.Add(spec.Fault{File: one.file, Line: one.line, Column: one.column, Path: one.path, Code: FaultNotChecked,
			Message: spec.Textf("%d references to %s were not checked: mend it first", "对 %[2]s 的 %[1]d 处引用未核对，请先更正", one.count, key)})
	}
}

// The keys under which the county's own code and the years of its records are
// causes.
const (
	countyCode   = "county.code"
	countyPeriod = "period"
)

// CodeBroken notes that the county's own code cannot be relied on; no division
// is held against it.
func (c *Context) CodeBroken(at spec.Fault) { c.brokenAt(countyCode, at) }

// PeriodBroken notes that the years of the records cannot be relied on; no date
// is held against them.
func (c *Context) PeriodBroken(at spec.Fault) { c.brokenAt(countyPeriod, at) }

// SourceBroken says that figures which take over the source of their folder were
// not held against it.
func (c *Context) SourceBroken(at spec.Fault) {
	at.Code = FaultNotChecked
	at.Message = spec.T("whether the figures that take it over need a place was not checked: mend it first", "沿用该出处的数值是否须写明位置未核对，请先更正")
	c.Faults.Add(at)
}
