package read

import (
	"errors"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of the shelter provisions.
const (
	FaultSheltersZeroArea    = "shelters.zero-area"
	FaultSheltersShare       = "shelters.share"
	FaultSheltersDuplicateID = "shelters.duplicate-id"
)

// SheltersPlan reads shelters.yaml of a plan.
func SheltersPlan(n *strict.Map, c *Context) shelters.Provisions {
	var p shelters.Provisions
	p.Catalogues = c.Catalogues(n.Get("catalogues"))
	if m, ok := n.Get("baseline").Map(); ok {
		p.Baseline.Shelters, _ = strict.Figure(m.Get("shelters"), c.Source, (*strict.Node).Count)
		p.Baseline.EffectiveArea, _ = strict.Figure(m.Get("effective_area"), c.Source, (*strict.Node).Area)
		p.Baseline.Temporary, _ = strict.Figure(m.Get("temporary"), c.Source, (*strict.Node).People)
		p.Baseline.Lodging, _ = strict.Figure(m.Get("lodging"), c.Source, (*strict.Node).People)
		m.Done()
	}
	if m, ok := n.Get("long_term_plan").Map(); ok {
		p.LongTerm.Title, _ = m.Need("title").Bilingual()
		p.LongTerm.Cited = m.Get("cited").Texts()
		p.LongTerm.Years, _ = strict.Figure(m.Need("years"), c.Source, (*strict.Node).Period)
		m.Carries()
		m.Done()
	}
	p.PerPerson = sheltersPerPerson(n.Get("per_person"), c)
	p.FixedShare, _ = strict.Figure(n.Get("fixed_share"), c.Source, sheltersShare)
	p.New = sheltersTarget(n.Get("new"), c, spec.Shelters, c.Period, sheltersWhole)
	p.Upgraded = sheltersTarget(n.Get("upgraded"), c, spec.Shelters, c.Period, sheltersWhole)
	p.Completion = sheltersTarget(n.Get("completion"), c, spec.Percent, p.LongTerm.Years.Value, (*strict.Node).Ratio)
	p.Projects = n.Get("projects").Texts()
	sheltersPlanUse(n, c, &p)
	n.Done()
	return p
}

func sheltersPerPerson(n *strict.Node, c *Context) []shelters.PerPerson {
	var out []shelters.PerPerson
	seen := map[string]bool{}
	for _, item := range n.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var per shelters.PerPerson
		at := m.Need("id")
		per.ID, _ = at.Text()
		if seen[per.ID] {
			at.Fault(FaultSheltersDuplicateID, per.ID, spec.Textf("the id %q occurs twice", "编号 %q 重复", per.ID))
		}
		seen[per.ID] = true
		per.Stay, _ = strict.Choice(m.Need("stay"), shelters.ParseStay, "temporary", "lodging")
		if at := m.Get("class"); at != nil {
			per.Class, _ = strict.Choice(at, shelters.ParseClass, wordsOf(shelters.Classes())...)
		}
		per.Strict, _ = m.Get("strict").Bool()
		per.Area, _ = strict.Figure(m.Need("area"), c.Source, sheltersSomeArea)
		m.Done()
		out = append(out, per)
	}
	return out
}

// sheltersSomeArea reads an area that people can be divided by.
func sheltersSomeArea(n *strict.Node) (measure.Area, bool) {
	area, ok := n.Area()
	if ok && area.IsZero() {
		n.Fault(FaultSheltersZeroArea, n.Literal(), spec.T("an area of nothing per person", "人均面积为零"))
		return area, false
	}
	return area, ok
}

// sheltersShare reads a share of a population: above 0, not above 1.
func sheltersShare(n *strict.Node) (measure.Ratio, bool) {
	share, ok := n.Ratio()
	if ok && (share.Sign() <= 0 || !share.AtMost(measure.Whole(1))) {
		n.Fault(FaultSheltersShare, n.Literal(), spec.Textf("%s is not a share above 0 and up to 1", "%s 不是大于 0 且不超过 1 的比例", share))
		return share, false
	}
	return share, ok
}

func sheltersWhole(n *strict.Node) (measure.Ratio, bool) {
	count, ok := n.Count()
	return measure.Whole(int64(count)), ok
}

// sheltersTarget reads a target of the programme: at least so many by a date.
func sheltersTarget(n *strict.Node, c *Context, unit spec.Unit, years measure.Period, parse func(*strict.Node) (measure.Ratio, bool)) spec.Target {
	m, ok := n.Map()
	if !ok {
		return spec.Target{}
	}
	t := spec.Target{Form: spec.Floor, Direction: spec.HigherBetter, Unit: unit, Period: years}
	t.ID, _ = m.Need("id").Text()
	t.Title, _ = m.Need("title").Bilingual()
	limit, _ := strict.Figure(m.Need("at_least"), c.Source, parse)
	t.Limit, t.Source, t.Carries = limit.Value, limit.Source, limit.Carries
	if at := m.Need("by"); at.IsMap() {
		by, _ := strict.Figure(at, c.Source, (*strict.Node).Date)
		t.Deadline = by.Value
	} else {
		t.Deadline, _ = at.Date()
	}
	if at := m.Get("nature"); at != nil {
		t.Nature, _ = strict.Choice(at, spec.ParseNature, "binding", "expected", "unstated")
	}
	m.Done()
	return t
}

// SheltersRecords reads the key shelters of county.yaml and the table of
// shelters.
func SheltersRecords(county *strict.Map, c *Context) shelters.Records {
	r := shelters.Records{Subject: c.Subject}
	if m, ok := county.Get("shelters").Map(); ok {
		var on measure.Date
		if at := m.Get("observed_on"); at != nil {
			on, _ = at.Date()
		}
		supposed := c.supposed(on)
		r.Stated.Shelters = sheltersStated(m.Get("count"), c, on, supposed, (*strict.Node).Count)
		r.Stated.EffectiveArea = sheltersStated(m.Get("effective_area"), c, on, supposed, (*strict.Node).Area)
		r.Stated.Temporary = sheltersStated(m.Get("temporary"), c, on, supposed, (*strict.Node).People)
		r.Stated.Lodging = sheltersStated(m.Get("lodging"), c, on, supposed, (*strict.Node).People)
		r.Stated.New = sheltersStated(m.Get("new"), c, on, supposed, (*strict.Node).Count)
		r.Stated.Upgraded = sheltersStated(m.Get("upgraded"), c, on, supposed, (*strict.Node).Count)
		// What a plan provides for is not an observation of the day.
		r.Stated.Planned = sheltersStated(m.Get("planned"), c, measure.Date{}, measure.Date{}, (*strict.Node).Count)
		r.PlannedPopulation = sheltersStated(m.Get("planned_population"), c, measure.Date{}, measure.Date{}, (*strict.Node).People)
		m.Done()
	}
	before := c.Faults.Len()
	if r.Shelters, r.HasShelters = sheltersTable(c); c.Faults.Len() > before {
		c.broken("shelters.csv") // it is taken whole or not at all
	}
	index := c.shelterIndex(r.Shelters, r.HasShelters)
	index.facilities()
	index.exposures()
	r.Areas, r.HasAreas = index.areas()
	r.Ways, r.HasWays = index.ways(r.Areas, r.HasAreas)
	return r
}

func sheltersStated[T any](n *strict.Node, c *Context, on, supposed measure.Date, parse func(*strict.Node) (T, bool)) spec.Observed[T] {
	if n == nil {
		return spec.Observed[T]{}
	}
	value, ok := parse(n)
	if !ok {
		return spec.Observed[T]{}
	}
	return spec.Exactly(value).Dated(on).Supposed(supposed).From(c.Source, 0)
}

func sheltersColumns() []strict.Column {
	return append([]strict.Column{
		{Name: "id", Aliases: []string{"编号", "场所编号"}, Required: true},
		{Name: "name", Aliases: []string{"名称", "场所名称"}, Required: true},
		{Name: "division", Aliases: []string{"行政区划代码", "区划代码"}, Required: true},
		{Name: "effective_area", Aliases: []string{"有效避难面积", "有效面积"}},
		{Name: "gross_area", Aliases: []string{"占地面积", "总面积"}},
		{Name: "temporary", Aliases: []string{"临时安置人数"}},
		{Name: "lodging", Aliases: []string{"住宿避难人数"}},
		{Name: "setting", Aliases: []string{"室内外"}},
		{Name: "status", Aliases: []string{"建设性质"}},
		{Name: "completed_on", Aliases: []string{"完成日期", "建成日期"}},
	}, shelterUseColumns()...)
}

// sheltersTable reads shelters.csv; ok is false where it is absent or at fault
// anywhere, so that what could be read is never taken for all of it.
func sheltersTable(c *Context) ([]shelters.Shelter, bool) {
	before := c.Faults.Len()
	table, ok := c.Table(sheltersTables()[0], sheltersColumns())
	if table == nil {
		return nil, false
	}
	out := make([]shelters.Shelter, 0, table.Room())
	seen := map[string]int{}
	for row := range table.Rows() {
		var s shelters.Shelter
		id := row.Cell("id")
		if s.ID, _ = id.NeedText(); s.ID != "" && c.Duplicate(seen, s.ID, id) {
			continue
		}
		s.Name, _ = row.Cell("name").NeedText()
		s.Place, _ = c.Division(row.Cell("division").Required())
		s.EffectiveArea = sheltersCell(row.Cell("effective_area"), strict.Cell.Area)
		s.GrossArea = sheltersCell(row.Cell("gross_area"), strict.Cell.GrossArea)
		s.Temporary = sheltersCell(row.Cell("temporary"), strict.Cell.People)
		s.Lodging = sheltersCell(row.Cell("lodging"), strict.Cell.People)
		s.Setting, _ = strict.CellChoice(row.Cell("setting"), shelters.ParseSetting, "indoor", "outdoor", "室内", "室外")
		s.Status, _ = strict.CellChoice(row.Cell("status"), shelters.ParseStatus, "existing", "new", "upgraded", "既有", "新建", "改造升级")
		// A shelter may be older than the records, and planned beyond the plan.
		s.CompletedOn, _ = row.Cell("completed_on").Date()
		shelterUse(row, &s)
		var faults *spec.Faults
		if errors.As(s.Validate(), &faults) {
			for _, one := range faults.All() {
				row.Cell(one.Path).Fault(one.Code, one.Value, one.Message)
			}
		}
		out = append(out, s)
	}
	table.Finish()
	return out, ok && c.Faults.Len() == before
}

func sheltersCell[T any](cell strict.Cell, value func(strict.Cell) (T, bool)) spec.Observed[T] {
	v, ok := value(cell)
	if !ok {
		return spec.Observed[T]{}
	}
	return spec.Exactly(v)
}
