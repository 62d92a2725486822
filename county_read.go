package emergency

import (
	"io/fs"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/read"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// countyFile is the file of a county folder that every county has.
const countyFile = "county.yaml"

// ReadCounty reads a county's records from a folder: county.yaml, which begins
// with the line "format: emergency/county/v1", and one CSV table a noun, all
// optional. Headers may be English or Chinese and in any order; text is UTF-8
// with or without byte order mark, in tables also GB18030. A file that the reader does not
// know is a fault, so that a misspelt name cannot vanish.
//
// A column that names posts or bodies takes no telephone or identity number, that
// is no run of seven digits or more however it is written: such a number is a fault
// that does not repeat it. A bare name of a person cannot be told from the name of
// a post and is not found; it is for the county to keep names out of its tables.
// Texts of county.yaml and ids are not looked at.
//
// The error is a [*spec.Faults] with every fault of all files, each with file,
// line, column and permanent code; then there is no county, for what cannot be
// read exactly is not assessed as if it were complete.
func ReadCounty(folder fs.FS) (*County, error) { return readCounty(folder, nil) }

func readCounty(folder, over fs.FS) (*County, error) {
	var faults spec.Faults
	known := append([]string{countyFile}, read.DivisionTables()...)
	known = append(known, read.Tables()...)
	if !strict.KnownFiles(folder, known, &faults) {
		return nil, faults.Err() // no file of it can be read either
	}
	files := &countyFiles{base: strict.NewHashed(folder)}
	if over != nil {
		if !strict.KnownFiles(over, known, &faults) {
			return nil, faults.Err()
		}
		files.over = strict.NewHashed(over)
	}
	c := &read.Context{Faults: &faults, FS: files}
	county := &County{}
	if m, ok := countyDocument(c, files); ok {
		readCountyIdentity(m, c, county)
		c.ReadDivisions()
		county.Hazards = read.HazardsRecords(m, c)
		county.Indicators = read.IndicatorsRecords(m, c, county.Hazards)
		county.Reserves = read.ReservesRecords(m, c)
		county.Shelters = read.SheltersRecords(m, c)
		county.Teams = read.TeamsRecords(m, c)
		county.Plans = read.PlansRecords(m, c)
		m.Done()
	}
	c.TellUnchecked()
	county.UndatedRecords = c.Undated
	if err := faults.Err(); err != nil {
		return nil, err
	}
	county.files = files.hashes()
	return county, nil
}

// countyDocument opens county.yaml with the overlay's laid over it.
func countyDocument(c *read.Context, files *countyFiles) (*strict.Map, bool) {
	data, ok, exists := strict.ReadFile(files.base, countyFile, strict.MaxDocument, c.Faults)
	if !exists {
		c.Faults.Add(spec.Fault{File: countyFile, Code: FaultMissingFile, Value: countyFile,
			Message: spec.Textf("the file %s is missing", "缺少文件 %s", countyFile)})
	}
	if !exists || !ok {
		return nil, false
	}
	node, ok := strict.ReadDocument(countyFile, data, read.CountyFormat, c.Faults)
	if !ok {
		return nil, false
	}
	if files.over != nil {
		data, ok, exists := strict.ReadFile(files.over, countyFile, strict.MaxDocument, c.Faults)
		if exists && ok {
			over, ok := strict.ReadDocument(overlaid+countyFile, data, read.CountyFormat, c.Faults)
			if !ok {
				return nil, false
			}
			node = strict.Overlay(node, over)
		}
	}
	return node.Map()
}

func readCountyIdentity(m *strict.Map, c *read.Context, county *County) {
	if identity, ok := m.Need("county").Map(); ok {
		node := identity.Need("code")
		county.Code, _ = strict.Scalar(node, hazards.ParseDivisionCode)
		if !county.Code.IsZero() && county.Code.Level() != hazards.County {
			node.Fault(read.FaultDivisionOutside, county.Code.String(), spec.Textf(
				"%s is not the code of a county, which has 6 digits", "%s 不是县级代码（应为 6 位）", county.Code))
			county.Code = hazards.DivisionCode{}
		}
		if county.Code.IsZero() { // whatever is wrong with it has been said
			c.CodeBroken(placeOf(node, identity.Node()))
		}
		county.Name, _ = identity.Need("name").Bilingual()
		if flag := identity.Get("invented"); flag != nil {
			county.Invented, _ = flag.Bool()
		}
		identity.Done()
	}
	county.AsOf, _ = m.Need("as_of").Date()
	county.Period, _ = m.Need("period").Period()
	asOfWithinReach(m.Get("as_of"), county)
	if node := m.Get("undated"); node != nil {
		county.Undated, _ = strict.Choice(node, parseUndated, FolderDate.String(), CarriedForward.String())
	}
	c.Source = sourceOrNone(m, c)
	if county.Period.Len() == 0 {
		c.PeriodBroken(placeOf(m.Get("period"), m.Node()))
	}
	c.Code, c.Period, c.Subject = county.Code, county.Period, county.Subject()
	c.AsOf, c.Carried = county.AsOf, county.Undated == CarriedForward
}

// placeOf is where a node stands, or the one around it where it is absent.
func placeOf(node, around *strict.Node) spec.Fault {
	if node == nil {
		node = around
	}
	return spec.Fault{File: node.File(), Line: node.Line(), Column: node.Column(), Path: node.Path()}
}

// sourceOrNone reads the source of a folder. Where it is at fault, which is said,
// a stand-in keeps every figure that takes it over from being blamed as well;
// nothing read with faults is ever handed out.
func sourceOrNone(m *strict.Map, c *read.Context) spec.Source {
	source, ok := m.Need("source").Source(spec.Source{})
	if !ok {
		c.SourceBroken(placeOf(m.Get("source"), m.Node()))
		return standIn()
	}
	return source
}

// standIn is the source of a folder that says none.
func standIn() spec.Source { return spec.Source{Document: "?", Standing: spec.Ours} }
