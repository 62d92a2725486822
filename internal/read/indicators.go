package read

import (
	"errors"
	"strings"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// FaultTargetDuplicate is the code of a fault of indicators.yaml beside those of
// [indicators.Indicator.Validate]. It is permanent.
const FaultTargetDuplicate = "indicators.duplicate-target"

// IndicatorsPlan reads indicators.yaml: the numeric targets of the plan, the
// base of its changes, and what it says of the period before.
func IndicatorsPlan(n *strict.Map, c *Context) indicators.Provisions {
	var p indicators.Provisions
	if !c.Period.IsZero() {
		p.Period = spec.Cite(c.Period, c.Source) // plan.yaml says where it stands
	}
	p.BaseYear, _ = strict.Figure(n.Get("base_year"), c.Source, (*strict.Node).Year)
	p.Core, _ = strict.Figure(n.Get("core_count"), c.Source, (*strict.Node).Count)
	seen := map[string]int{}
	for _, item := range n.Get("targets").List() {
		if i, ok := indicatorsTarget(item, c, seen); ok {
			p.Targets = append(p.Targets, i)
		}
	}
	p.Previous = indicatorsPrevious(n.Get("previous_period"), c)
	indicatorsFrame(n, c, &p)
	n.Done()
	return p
}

func indicatorsPrevious(n *strict.Node, c *Context) (b indicators.Baselines) {
	m, ok := n.Map()
	if !ok {
		return b
	}
	b.DeathsChange, _ = strict.Figure(m.Get("accident_deaths_change_percent"), c.Source, indicatorsPercent)
	b.RateChange, _ = strict.Figure(m.Get("deaths_per_gdp_change_percent"), c.Source, indicatorsPercent)
	b.DisasterDeaths, _ = strict.Figure(m.Get("disaster_deaths"), c.Source, (*strict.Node).People)
	b.DisasterDeathsChange, _ = strict.Figure(m.Get("disaster_death_rate_change_percent"), c.Source, indicatorsPercent)
	b.Award = indicatorsAward(m.Get("award"), c)
	m.Done()
	return b
}

// indicatorsPercent reads a number of percent as a share.
func indicatorsPercent(n *strict.Node) (measure.Ratio, bool) {
	r, ok := n.Ratio()
	return r.Div(measure.Whole(100)), ok
}

// indicatorsTarget reads one target with what it measures.
func indicatorsTarget(n *strict.Node, c *Context, seen map[string]int) (i indicators.Indicator, ok bool) {
	m, ok := n.Map()
	if !ok {
		return i, false
	}
	id := m.Need("id")
	t := &i.Target
	t.ID, _ = id.Text()
	t.Title, _ = m.Need("title").Bilingual()
	i.Measurand, ok = strict.Choice(m.Need("measurand"), indicators.ParseMeasurand, indicatorsMeasurands()...)
	if at := m.Get("over"); at != nil {
		i.Over, _ = strict.Choice(at, indicators.ParseSpan, "last-year", "each-year", "total", "yearly-mean")
	}
	if at := m.Get("core"); at != nil {
		i.Core, _ = at.Bool()
	}
	ok = indicatorsForm(m, t, i.Measurand.Direction()) && ok
	t.Unit = i.Measurand.Unit()
	if at := m.Get("unit"); at != nil {
		unit, _ := at.Text()
		t.Unit = spec.Unit(unit)
	}
	if at := m.Get("nature"); at != nil {
		t.Nature, _ = strict.Choice(at, spec.ParseNature, "binding", "expected", "unstated")
	}
	indicatorsBeside(m, c, &i)
	t.Base, _ = m.Get("base").Year()
	t.Period, _ = m.Get("period").Period()
	t.Deadline, _ = m.Get("deadline").Date()
	t.Source, t.Carries = indicatorsClause(m, c), m.Carries()
	m.Done()
	if !ok || t.ID == "" {
		return i, false
	}
	if line, again := seen[t.ID]; again {
		id.Fault(FaultTargetDuplicate, t.ID, spec.Textf("%q stands in line %d already", "%q 与第 %d 行重复", t.ID, line))
		return i, false
	}
	seen[t.ID] = id.Line()
	return i, indicatorsValid(m, i)
}

// indicatorsClause reads where a target stands: the place in the plan itself, or
// a whole source.
func indicatorsClause(m *strict.Map, c *Context) spec.Source {
	source := c.Source
	if at := m.Get("source"); at != nil {
		source, _ = at.Source(c.Source)
	}
	if at := m.Get("place"); at != nil {
		source.Place, _ = at.Text()
	} else if source.Standing == spec.InPlan && source.Place == "" {
		m.Need("place")
	}
	return source
}

// indicatorsForm reads form and limits of a target or of one of its parts.
func indicatorsForm(m *strict.Map, t *spec.Target, direction spec.Direction) bool {
	var ok bool
	t.Form, ok = strict.Choice(m.Need("form"), spec.ParseForm, "ceiling", "floor", "range", "zero", "change", "yearly-change",
		"not-worse", "relative", "trend", "both", "gain", "by-class")
	good := func(read bool, at *strict.Node) { ok = ok && (read || at == nil) }
	ratio := func(key string, into *measure.Ratio) {
		at := m.Get(key)
		var read bool
		*into, read = at.Ratio()
		good(read, at)
	}
	truth := func(key string, into *bool) {
		at := m.Get(key)
		var read bool
		*into, read = at.Bool()
		good(read, at)
	}
	ratio("limit", &t.Limit)
	ratio("upper", &t.Upper)
	ratio("change_percent", &t.Change)
	t.Change = t.Change.Div(measure.Whole(100))
	ratio("base_value", &t.BaseValue)
	truth("strict", &t.Strict)
	truth("zero_holds", &t.ZeroHolds)
	t.Direction = direction // what is measured says which way is better
	if direction == 0 {
		t.Direction = indicatorsDirection(t.Form)
	}
	if at := m.Get("direction"); at != nil {
		var read bool
		t.Direction, read = strict.Choice(at, spec.ParseDirection, "lower", "higher")
		good(read, at)
	}
	for _, item := range m.Get("parts").List() {
		part, isMap := item.Map()
		if !isMap {
			return false
		}
		var one spec.Target
		if at := part.Get("class"); at != nil {
			one.Class, _ = at.Text()
		}
		if at := part.Get("title"); at != nil {
			one.Title, _ = at.Bilingual()
		}
		ok = indicatorsForm(part, &one, t.Direction) && ok
		part.Done()
		t.Parts = append(t.Parts, one)
	}
	return ok
}

// indicatorsValid files what is wrong with the figures of a target, at the key
// where it is written, else at the target.
func indicatorsValid(m *strict.Map, i indicators.Indicator) bool {
	err := i.Validate()
	var faults *spec.Faults
	if !errors.As(err, &faults) {
		return err == nil
	}
	for _, f := range faults.All() {
		key, _, _ := strings.Cut(f.Path, ".")
		if key == "change" {
			key = "change_percent"
		}
		at := m.Get(key)
		if at == nil {
			at = m.Node()
		}
		at.Fault(f.Code, f.Value, f.Message)
	}
	return false
}

func indicatorsMeasurands() []string {
	var out []string
	for _, m := range indicators.Measurands() {
		out = append(out, m.String())
	}
	return out
}

// indicatorsTables returns the tables of the room: none of its own. Accidents
// and disasters are read with the hazards.
func indicatorsTables() []string { return nil }
