package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of duties.yaml. They are permanent.
const (
	FaultDutyBearer = "duties.unknown-bearer"
	FaultDutyWhen   = "duties.when"
	FaultDutyTimes  = "duties.times"
	FaultDutyDay    = "duties.day-of-year"
)

// DutiesPlan reads duties.yaml into the provisions of the room of plans: who
// bears duties, the duties, the evaluations of the plan and the least coverage
// of a score.
func DutiesPlan(n *strict.Map, c *Context, p *plans.Provisions) {
	p.Period, p.Ledger.Source = c.Period, plansSource(n, c)
	p.CoverageFloor, _ = strict.Figure(n.Get("coverage_floor_percent"), c.Source, (*strict.Node).Ratio)
	if v := p.CoverageFloor.Value; v.Known() && (v.Sign() < 0 || measure.Whole(100).Less(v)) {
		n.Get("coverage_floor_percent").Fault(FaultCoverageFloor, v.String(), spec.Textf("%s %% is not from 0 to 100", "%s%%不在0至100之间", v))
	}
	d := dutyReader{c: c, names: map[string]string{}}
	p.Ledger.Bearers = d.bearers(n.Get("bearers"))
	ids := map[string]bool{}
	p.Evaluations = d.evaluations(n.Get("evaluations"), ids)
	for _, item := range n.Get("duties").List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		id := m.Need("id")
		duty, ok := d.duty(m)
		m.Done()
		if ok && !repeated(ids, duty.ID, id, FaultDuplicateID) {
			p.Ledger.Duties = append(p.Ledger.Duties, duty)
		}
	}
	n.Done()
}

// dutyReader knows every name of a bearer.
type dutyReader struct {
	c     *Context
	names map[string]string // name or alias → id
}

func (d *dutyReader) bearers(list *strict.Node) []plans.Bearer {
	var out []plans.Bearer
	seen := map[string]bool{}
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var b plans.Bearer
		id := m.Need("id")
		b.ID, _ = id.Text()
		b.Name, _ = m.Need("name").Bilingual()
		b.Aliases = m.Get("aliases").Texts()
		b.Source, b.Carries = d.c.leadClause(m)
		m.Done()
		if b.ID == "" || repeated(seen, b.ID, id, FaultDuplicateID) {
			continue
		}
		out = append(out, b)
		for _, name := range append([]string{b.ID, b.Name.ZH, b.Name.EN}, b.Aliases...) {
			if other, taken := d.names[name]; taken && other != b.ID {
				item.Fault(FaultDuplicateID, name, spec.Textf("%q is a name of %s already", "%q 已是 %s 的名称", spec.Shorten(name), other))
				continue
			}
			d.names[name] = b.ID
		}
	}
	return out
}

// named reads a list of bearers by any of their names.
func (d *dutyReader) named(list *strict.Node) []string {
	var out []string
	seen := map[string]bool{}
	for _, item := range list.List() {
		name, ok := item.Text()
		if !ok {
			continue
		}
		id, known := d.names[name]
		if !known {
			item.Fault(FaultDutyBearer, name, spec.Textf("there is no bearer %q", "没有名为 %q 的责任主体", spec.Shorten(name)))
			continue
		}
		if !repeated(seen, id, item, FaultDuplicateID) {
			out = append(out, id)
		}
	}
	return out
}

func (d *dutyReader) evaluations(list *strict.Node, ids map[string]bool) []plans.Evaluation {
	var out []plans.Evaluation
	for _, item := range list.List() {
		m, ok := item.Map()
		if !ok {
			continue
		}
		var e plans.Evaluation
		id := m.Need("id")
		e.ID, ok = id.Text()
		e.Title, _ = m.Need("title").Bilingual()
		e.By, _ = strict.Figure(m.Need("by"), d.c.Source, (*strict.Node).Date)
		e.Bearers = d.named(m.Get("bearers"))
		e.Carries = m.Carries()
		m.Done()
		if ok && !repeated(ids, e.ID, id, FaultDuplicateID) {
			out = append(out, e)
		}
	}
	return out
}

func (d *dutyReader) duty(m *strict.Map) (out plans.Duty, ok bool) {
	kinds := make([]string, 0, len(plans.Entries()))
	for _, e := range plans.Entries() {
		kinds = append(kinds, e.String())
	}
	out.ID, ok = m.Get("id").Text()
	out.Entry, _ = strict.Choice(m.Need("entry"), plans.ParseEntry, kinds...)
	out.Bearers = d.named(m.Get("bearers"))
	if at := m.Get("assigned"); at != nil {
		out.Assigned, _ = at.Bool()
	}
	out.Action, _ = m.Need("action").Bilingual()
	out.When, out.WhenFrom = d.when(m.Need("when"))
	out.Evidence, _ = m.Need("evidence").Bilingual()
	out.Source, out.Carries = d.c.leadClause(m)
	return out, ok && out.When.Rhythm != 0
}

func rhythmOf(n *strict.Node) (plans.Rhythm, bool) {
	codes := make([]string, 0, len(plans.Rhythms()))
	for _, r := range plans.Rhythms() {
		codes = append(codes, r.String())
	}
	return strict.Choice(n, plans.ParseRhythm, codes...)
}

// when reads a rhythm alone, or {rhythm, times, day, by, source}: by is the day
// of by-date, day the day of the year, as 10-31, by which a yearly duty is due.
func (d *dutyReader) when(n *strict.Node) (out plans.Recurrence, source spec.Source) {
	if n.IsScalar() {
		out.Rhythm, _ = rhythmOf(n)
		if out.Rhythm == plans.ByDate {
			n.Fault(FaultDutyWhen, out.Rhythm.String(), spec.T("by-date needs the day: {rhythm: by-date, by: 2025-12-31}", "by-date 须写明日期：{rhythm: by-date, by: 2025-12-31}"))
		}
		return out, source
	}
	m, ok := n.Map()
	if !ok {
		return out, source
	}
	out.Rhythm, _ = rhythmOf(m.Need("rhythm"))
	if out.Rhythm == plans.ByDate {
		out.By, _ = m.Need("by").Date()
	} else if at := m.Get("by"); at != nil {
		at.Fault(FaultDutyWhen, at.Literal(), spec.Textf("a day does not go with %q", "%q 不能写明日期", out.Rhythm.String()))
	}
	if at := m.Get("times"); at != nil {
		out.Times, ok = at.Count()
		if ok && (out.Times < 1 || !out.Rhythm.IsPeriodic()) {
			at.Fault(FaultDutyTimes, out.Times.String(), spec.Textf("%s times do not go with %q", "%s 次不能用于 %q", out.Times, out.Rhythm.String()))
		}
	}
	if at := m.Get("day"); at != nil {
		text, _ := at.Text()
		// A year without a leap day: 02-29 is no day of every year.
		day, err := measure.ParseDate("2001-" + text)
		if err != nil || out.Rhythm != plans.Yearly {
			at.Fault(FaultDutyDay, text, spec.Textf("%q is no day of every year, or the duty is not yearly", "%q 不是每年都有的日期，或该事项并非每年一次", spec.Shorten(text)))
		}
		out.Month, out.Day = day.Month(), day.Day()
	}
	if at := m.Get("source"); at != nil {
		source, _ = at.Source(d.c.Source)
	}
	m.Done()
	return out, source
}
