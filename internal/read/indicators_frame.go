package read

import (
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of what stands around the targets of indicators.yaml.
// They are permanent.
const (
	FaultDeadlineKind  = "indicators.deadline-kind"
	FaultCoverageFloor = "indicators.coverage-floor"
)

// indicatorsFrame reads what stands around the targets: the mid-term, the least
// coverage of a score, the register of deadlines and the catalogues.
func indicatorsFrame(n *strict.Map, c *Context, p *indicators.Provisions) {
	p.MidTerm, _ = strict.Figure(n.Get("mid_term"), c.Source, (*strict.Node).Year)
	floor := n.Get("coverage_floor_percent")
	p.CoverageFloor, _ = strict.Figure(floor, c.Source, (*strict.Node).Ratio)
	if v := p.CoverageFloor.Value; v.Known() && (v.Sign() < 0 || measure.Whole(100).Less(v)) {
		floor.Fault(FaultCoverageFloor, v.String(), spec.Textf("%s %% is not from 0 to 100", "%s%%不在0至100之间", v))
	}
	seen := map[string]bool{}
	for _, item := range n.Get("deadlines").List() {
		if d, ok := indicatorsDeadline(item, c, seen); ok {
			p.Deadlines = append(p.Deadlines, d)
		}
	}
	p.Catalogues = c.Catalogues(n.Get("catalogues"))
}

// indicatorsDeadline reads {id, title, place} with one of by, starts, every and
// within.
func indicatorsDeadline(n *strict.Node, c *Context, seen map[string]bool) (d indicators.Deadline, ok bool) {
	m, ok := n.Map()
	if !ok {
		return d, false
	}
	d.ID, ok = indicatorsID(m, seen)
	d.Title, _ = m.Need("title").Bilingual()
	d.Source, d.Carries = indicatorsClause(m, c), m.Carries()
	kinds := 0
	for _, key := range []string{"by", "starts", "every", "within"} {
		at := m.Get(key)
		if at == nil {
			continue
		}
		kinds++
		var read bool
		switch key {
		case "by":
			d.By, read = at.Date()
		case "starts":
			d.Starts, read = at.Year()
		case "every":
			d.Every, read = strict.Choice(at, indicators.ParseInterval, "day", "week", "month", "year")
		default:
			d.Within, read = at.Duration()
		}
		ok = ok && read
	}
	m.Done()
	if kinds != 1 {
		m.Node().Fault(FaultDeadlineKind, d.ID, spec.Textf("%d of by, starts, every and within are given, one is needed", "by、starts、every、within 给出 %d 个，应为一个", kinds))
		return d, false
	}
	return d, ok
}

// indicatorsID reads the id of an entry, once each.
func indicatorsID(m *strict.Map, seen map[string]bool) (string, bool) {
	at := m.Need("id")
	id, ok := at.Text()
	if ok && seen[id] {
		at.Fault(FaultDuplicateID, id, spec.Textf("%q stands in the list already", "%q 在列表中重复", id))
		return id, false
	}
	seen[id] = true
	return id, ok
}

func indicatorsAward(n *strict.Node, c *Context) (a indicators.Award) {
	m, ok := n.Map()
	if !ok {
		return a
	}
	a.First, _ = strict.Figure(m.Get("first"), c.Source, (*strict.Node).Year)
	a.Last, _ = strict.Figure(m.Get("last"), c.Source, (*strict.Node).Year)
	a.Years, _ = strict.Figure(m.Get("years"), c.Source, (*strict.Node).Count)
	a.Reviewed, _ = strict.Figure(m.Get("reviewed"), c.Source, (*strict.Node).Period)
	m.Done()
	return a
}

// indicatorsBeside reads what stands beside a target: what it asks for under
// another reading, the limits of wider areas, the unit in charge.
func indicatorsBeside(m *strict.Map, c *Context, i *indicators.Indicator) {
	for _, item := range m.Get("otherwise").List() {
		other, isMap := item.Map()
		if !isMap {
			continue
		}
		one := indicators.Alternative{Target: i.Target}
		t := &one.Target
		*t = spec.Target{ID: t.ID, Title: t.Title, Unit: t.Unit}
		one.Reading, _ = other.Need("reading").Text()
		one.Option, _ = other.Need("option").Text()
		if at := other.Get("title"); at != nil {
			t.Title, _ = at.Bilingual()
		}
		ok := indicatorsForm(other, t, i.Measurand.Direction())
		t.Deadline, _ = other.Get("deadline").Date()
		t.Source, t.Carries = indicatorsClause(other, c), other.Carries()
		other.Done()
		if ok {
			i.Otherwise = append(i.Otherwise, one)
		}
	}
	for _, item := range m.Get("wider").List() {
		wider, isMap := item.Map()
		if !isMap {
			continue
		}
		area, okArea := wider.Need("area").Bilingual()
		limit, okLimit := wider.Need("limit").Ratio()
		wider.Done()
		if okArea && okLimit {
			i.Wider = append(i.Wider, indicators.WiderLimit{Area: area, Limit: limit})
		}
	}
	if at := m.Get("owner"); at != nil {
		i.Owner, _ = at.Bilingual()
	}
	if at := m.Get("approximate"); at != nil {
		i.Approximate, _ = at.Bool()
	}
}

// indicatorsDirection is the direction that a form says by itself.
func indicatorsDirection(f spec.Form) spec.Direction {
	switch f {
	case spec.Ceiling, spec.Zero:
		return spec.LowerBetter
	case spec.Floor:
		return spec.HigherBetter
	}
	return 0
}
