package read

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// areas reads service_areas.csv: one village or community a row. ok is false
// where it is absent or at fault anywhere.
func (x *shelterIndex) areas() ([]shelters.ServiceArea, bool) {
	before := x.c.Faults.Len()
	table, ok := x.c.Table("service_areas.csv", []strict.Column{
		divisionColumn(), {Name: "population", Aliases: []string{"人口"}}, {Name: "evacuees", Aliases: []string{"需避难人数"}},
		{Name: "step_free", Aliases: []string{"其中需无障碍", "需无障碍人数"}},
		{Name: "latitude", Aliases: []string{"纬度"}}, {Name: "longitude", Aliases: []string{"经度"}}, {Name: "datum", Aliases: []string{"坐标系"}},
		{Name: "shelter", Aliases: []string{"责任避难场所", "场所编号"}}, observedColumn(),
	})
	if !ok {
		return nil, false
	}
	names := map[hazards.DivisionCode]string{}
	for _, row := range x.c.Villages {
		names[row.Code] = row.Name
	}
	out := make([]shelters.ServiceArea, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var a shelters.ServiceArea
		cell := row.Cell("division").Required()
		place, ok := x.c.Division(cell)
		seal := x.c.hazardSeal(row)
		a.Place, a.Name = place, names[place]
		a.Population = hazardValue(row.Cell("population"), strict.Cell.People, seal)
		a.Evacuees = hazardValue(row.Cell("evacuees"), strict.Cell.People, seal)
		a.StepFree = hazardValue(row.Cell("step_free"), strict.Cell.People, seal)
		a.Position = position(row)
		a.Shelter, _, _ = x.find(row.Cell("shelter"))
		evacuees, some := a.Evacuees.Value()
		if stepFree, ok := a.StepFree.Value(); ok && some && stepFree > evacuees {
			row.Cell("step_free").Fault(FaultShelterStepFree, stepFree.String(), spec.Textf("%s of %s evacuees need step-free access", "需无障碍 %s 人多于需避难 %s 人", stepFree, evacuees))
		}
		if ok && !x.c.Duplicate(seen, place.Short(), cell) {
			out = append(out, a)
		}
	}
	table.Finish()
	return out, x.c.Faults.Len() == before
}

// ways reads distances.csv: whole metres from a village to a shelter, or the
// word that there is no way. ok is
// false where it is absent or at fault anywhere.
func (x *shelterIndex) ways(areas []shelters.ServiceArea, hasAreas bool) ([]shelters.Way, bool) {
	before := x.c.Faults.Len()
	table, ok := x.c.Table("distances.csv", []strict.Column{divisionColumn(), shelterColumn(),
		{Name: "distance", Aliases: []string{"距离", "道路距离"}, Required: true}})
	if !ok {
		return nil, false
	}
	known := map[hazards.DivisionCode]bool{}
	for _, a := range areas {
		known[a.Place] = true
	}
	out := make([]shelters.Way, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		cell := row.Cell("division").Required()
		place, okV := x.c.Division(cell)
		id, _, okS := x.find(row.Cell("shelter").Required())
		metres, okD := wayMetres(row.Cell("distance").Required())
		if okV && hasAreas && !known[place] {
			text, _ := cell.Text()
			cell.Fault(FaultDivisionUnknown, text, spec.Textf("%q is not in service_areas.csv", "%q 不在 service_areas.csv 中", text))
			continue
		}
		if okV && okS && okD && once(x.c, seen, place.Short(), id, row.Cell("shelter")) {
			out = append(out, shelters.Way{Village: place.String(), Site: id, Metres: metres})
		}
	}
	table.Finish()
	return out, x.c.Faults.Len() == before
}

// noWay reports whether a cell says that there is no way, which is not the same
// as an empty one: nobody measured it (不通).
func noWay(cell strict.Cell) bool {
	word := cell.Literal()
	return word == "none" || word == "不通" || word == "无"
}

// wayMetres reads a distance, or that there is no way.
func wayMetres(cell strict.Cell) (int64, bool) {
	if noWay(cell) {
		return shelters.NoWay, true
	}
	return wholeMetres(cell)
}

// wholeMetres reads a distance that is whole metres: an assignment counts in
// them, and rounds none.
func wholeMetres(cell strict.Cell) (int64, bool) {
	d, ok := cell.Distance()
	if !ok {
		return 0, false
	}
	const metre = 1000
	if d.Millimetres()%metre != 0 {
		text, _ := cell.Text()
		cell.Fault(FaultShelterMetres, text, spec.Textf("%s m is no whole number of metres", "%s 米不是整数米", d))
		return 0, false
	}
	return d.Millimetres() / metre, true
}
