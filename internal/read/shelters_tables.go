package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of the tables about shelters.
const (
	FaultShelterUnknown  = "shelters.unknown-shelter"
	FaultShelterTwice    = "shelters.fact-twice"
	FaultShelterStepFree = "shelters.step-free-above-evacuees"
	FaultShelterMetres   = "shelters.part-of-a-metre"
)

// sheltersTables returns the names of the tables of the room.
func sheltersTables() []string {
	return []string{"shelters.csv", "shelter_facilities.csv", "shelter_hazards.csv", "service_areas.csv", "distances.csv"}
}

// shelterUseColumns are the columns of shelters.csv beyond its figures.
func shelterUseColumns() []strict.Column {
	return []strict.Column{
		{Name: "closed_on", Aliases: []string{"撤销日期", "关闭日期"}},
		{Name: "class", Aliases: []string{"类别", "场所类别"}},
		{Name: "term", Aliases: []string{"避难时长"}},
		{Name: "level", Aliases: []string{"级别", "场所级别"}},
		{Name: "scope", Aliases: []string{"功能类型"}},
		{Name: "ownership", Aliases: []string{"权属"}},
		{Name: "dual_use", Aliases: []string{"平急两用", "平灾结合"}},
		{Name: "step_free", Aliases: []string{"无障碍"}},
		{Name: "entrances", Aliases: []string{"主要出入口数"}},
		{Name: "water_kinds", Aliases: []string{"应急水源种类数"}},
		{Name: "power_kinds", Aliases: []string{"应急电源种类数"}},
		{Name: "fire_distance", Aliases: []string{"距次生火源距离"}},
		{Name: "money", Aliases: []string{"投入资金"}},
		{Name: "latitude", Aliases: []string{"纬度"}}, {Name: "longitude", Aliases: []string{"经度"}}, {Name: "datum", Aliases: []string{"坐标系"}},
	}
}

// shelterUse reads those columns of one row.
func shelterUse(row strict.Row, s *shelters.Shelter) {
	s.ClosedOn, _ = row.Cell("closed_on").Date()
	s.Class, _ = strict.CellChoice(row.Cell("class"), shelters.ParseClass, wordsOf(shelters.Classes())...)
	s.Term, _ = strict.CellChoice(row.Cell("term"), shelters.ParseTerm, wordsOf(shelters.Terms())...)
	s.Level, _ = strict.CellChoice(row.Cell("level"), shelters.ParseLevel, wordsOf(shelters.Levels())...)
	s.Scope, _ = strict.CellChoice(row.Cell("scope"), shelters.ParseScope, wordsOf(shelters.Scopes())...)
	s.Ownership, _ = strict.CellChoice(row.Cell("ownership"), shelters.ParseOwnership, wordsOf(shelters.Ownerships())...)
	s.DualUse = sheltersCell(row.Cell("dual_use"), strict.Cell.Bool)
	s.StepFree = sheltersCell(row.Cell("step_free"), strict.Cell.Bool)
	s.Entrances = sheltersCell(row.Cell("entrances"), strict.Cell.Count)
	s.WaterKinds = sheltersCell(row.Cell("water_kinds"), strict.Cell.Count)
	s.PowerKinds = sheltersCell(row.Cell("power_kinds"), strict.Cell.Count)
	s.FireDistance = sheltersCell(row.Cell("fire_distance"), strict.Cell.Distance)
	s.Money = sheltersCell(row.Cell("money"), strict.Cell.Money)
	s.Position = position(row)
}

// wordsOf lists the codes and Chinese names of a vocabulary, for messages.
func wordsOf[T interface {
	String() string
	In(spec.Lang) string
}](all []T) []string {
	var out []string
	for _, one := range all {
		out = append(out, one.String(), one.In(spec.Chinese))
	}
	return out
}

// shelterIndex finds shelters by id while the other tables are read.
type shelterIndex struct {
	c    *Context
	list []shelters.Shelter
	at   map[string]int
	has  bool // the table of shelters could be read
}

// find reads the id of a shelter; an id of none is a fault where the table of
// shelters is there.
func (x *shelterIndex) find(cell strict.Cell) (id string, at int, ok bool) {
	id, ok = cell.Text()
	if !ok {
		return id, -1, false
	}
	if !x.has {
		x.c.unchecked("shelters.csv")
		return id, -1, true
	}
	at, known := x.at[id]
	if !known {
		cell.Fault(FaultShelterUnknown, id, spec.Textf("%q is not in shelters.csv", "%q 不在 shelters.csv 中", spec.Shorten(id)))
		return id, -1, false
	}
	return id, at, true
}

func (c *Context) shelterIndex(list []shelters.Shelter, has bool) *shelterIndex {
	x := &shelterIndex{c: c, list: list, at: map[string]int{}, has: has}
	for i := range list {
		x.at[list[i].ID] = i
	}
	return x
}

func shelterColumn() strict.Column {
	return strict.Column{Name: "shelter", Aliases: []string{"场所编号", "避难场所编号"}, Required: true}
}

// once reports whether a pair of ids stands for the first time, else files a
// fault.
func once(c *Context, seen map[string]int, a, b string, cell strict.Cell) bool {
	key := a + "\x00" + b
	if first, ok := seen[key]; ok {
		cell.Fault(FaultShelterTwice, a+" "+b, spec.Textf("%q and %q stand in line %d already", "%q 与 %q 已在第 %d 行出现", a, b, first))
		return false
	}
	seen[key] = cell.Line()
	return true
}

// facilities reads shelter_facilities.csv: which shelter has what.
func (x *shelterIndex) facilities() {
	table, ok := x.c.Table("shelter_facilities.csv", []strict.Column{
		shelterColumn(), {Name: "facility", Aliases: []string{"设施", "功能设施"}, Required: true},
		{Name: "present", Aliases: []string{"是否具备", "具备"}, Required: true}, observedColumn(),
	})
	if !ok {
		return
	}
	seen := map[string]int{}
	for row := range table.Rows() {
		id, at, found := x.find(row.Cell("shelter").Required())
		facility, named := strict.CellChoice(row.Cell("facility").Required(), shelters.ParseFacility, wordsOf(shelters.Facilities())...)
		present := hazardValue(row.Cell("present"), strict.Cell.Bool, x.c.hazardSeal(row))
		if !found || !named || !once(x.c, seen, id, facility.String(), row.Cell("facility")) || at < 0 {
			continue
		}
		x.list[at].Facilities = append(x.list[at].Facilities, shelters.FacilityFact{Facility: facility, Present: present})
	}
	table.Finish()
}

// exposures reads shelter_hazards.csv: what each hazard means for a shelter.
func (x *shelterIndex) exposures() {
	table, ok := x.c.Table("shelter_hazards.csv", []strict.Column{
		shelterColumn(), {Name: "hazard", Aliases: []string{"灾种"}, Required: true},
		{Name: "in_zone", Aliases: []string{"位于危险区", "是否位于危险区"}}, {Name: "serves", Aliases: []string{"适用该灾种", "是否适用"}}, observedColumn(),
	})
	if !ok {
		return
	}
	seen := map[string]int{}
	for row := range table.Rows() {
		id, at, found := x.find(row.Cell("shelter").Required())
		hazard, named := x.c.hazardCell(row.Cell("hazard").Required())
		seal := x.c.hazardSeal(row)
		one := shelters.Exposure{Hazard: hazard, InZone: hazardValue(row.Cell("in_zone"), strict.Cell.Bool, seal),
			Serves: hazardValue(row.Cell("serves"), strict.Cell.Bool, seal)}
		if !found || !named || !once(x.c, seen, id, hazard.String(), row.Cell("hazard")) || at < 0 {
			continue
		}
		x.list[at].Exposures = append(x.list[at].Exposures, one)
	}
	table.Finish()
}
