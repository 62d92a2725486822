package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// GeohazardSite is one site that geological hazard threatens (地质灾害点). The table
// of sites is the county's whole register.
type GeohazardSite struct {
	ID        string
	Place     DivisionCode
	Monitored spec.Observed[bool] // under mass monitoring and prevention 群测群防
	Warned    spec.Observed[bool] // reached by mass monitoring and warning 监测预警覆盖
}

// shareOf returns the share of sites of which something is true as known on a
// date, between bounds, and how many are known to be so.
func shareOf(sites []GeohazardSite, asOf measure.Date, of func(GeohazardSite) spec.Observed[bool]) (spec.Value, spec.Tally) {
	var t spec.Tally
	for _, s := range sites {
		t.Add(yes(of(s).AsOf(asOf)))
	}
	all := int64(t.Total())
	return spec.Value{Low: measure.RatioOf(int64(t.Met), all), High: measure.RatioOf(int64(t.Met+t.Unknown), all)}, t
}

// MonitoredShare returns the share of sites under mass monitoring (群测群防率), an
// exact share of 1, between bounds where some are unknown; it is unknown without
// sites.
func MonitoredShare(sites []GeohazardSite, asOf measure.Date) spec.Value {
	share, _ := shareOf(sites, asOf, func(s GeohazardSite) spec.Observed[bool] { return s.Monitored })
	return share
}

// WarnedShare returns the share of sites that mass monitoring and warning reaches
// (群测群防监测预警覆盖率), as [MonitoredShare].
func WarnedShare(sites []GeohazardSite, asOf measure.Date) spec.Value {
	share, _ := shareOf(sites, asOf, func(s GeohazardSite) spec.Observed[bool] { return s.Warned })
	return share
}

// EarlyMonitoring is how the early monitoring of a hazard did in a year (早期监测).
type EarlyMonitoring struct {
	Year        measure.Year
	Hazard      Natural
	Hits        spec.Observed[measure.Count] // events that an alarm preceded
	Misses      spec.Observed[measure.Count] // events without an alarm 漏报
	FalseAlarms spec.Observed[measure.Count] // alarms without an event 空报
}

// Alarms counts events and alarms (监测结果统计). Counts add up with [Alarms.Merge].
type Alarms struct{ Hits, Misses, FalseAlarms measure.Count }

// Alarms returns the counts; ok is false where one is not known.
func (m EarlyMonitoring) Alarms(asOf measure.Date) (a Alarms, ok bool) {
	hits, one := m.Hits.AsOf(asOf).Value()
	misses, two := m.Misses.AsOf(asOf).Value()
	wrong, three := m.FalseAlarms.AsOf(asOf).Value()
	return Alarms{hits, misses, wrong}, one && two && three
}

// Merge adds the counts of another; counts beyond 64 bits are an error.
func (a *Alarms) Merge(b Alarms) error {
	hits, e1 := measure.Add(a.Hits, b.Hits)
	misses, e2 := measure.Add(a.Misses, b.Misses)
	wrong, e3 := measure.Add(a.FalseAlarms, b.FalseAlarms)
	for _, err := range []error{e1, e2, e3} {
		if err != nil {
			return err
		}
	}
	*a = Alarms{hits, misses, wrong}
	return nil
}

// Sensitivity returns the share of events that an alarm preceded, an exact share
// of 1 (早期监测灵敏性). It is unknown without events.
func (a Alarms) Sensitivity() measure.Ratio {
	hits := measure.Whole(int64(a.Hits))
	return hits.Div(hits.Add(measure.Whole(int64(a.Misses))))
}

// Accuracy returns the share of alarms that an event followed, an exact share of
// 1 (早期监测准确性). It is unknown without alarms.
func (a Alarms) Accuracy() measure.Ratio {
	hits := measure.Whole(int64(a.Hits))
	return hits.Div(hits.Add(measure.Whole(int64(a.FalseAlarms))))
}

// Department is a department that deals with hazards, and the other names by
// which the plan calls it (涉灾部门).
type Department struct {
	ID      string
	Name    spec.Text
	Aliases []string
	Source  spec.Source
	Carries []string
}

// DepartmentList is a list of departments as a clause writes it.
type DepartmentList struct {
	Names   []string
	Source  spec.Source
	Carries []string
}

// Department returns the department with a name, alias or id.
func (p Prevention) Department(name string) (Department, bool) {
	for _, d := range p.Departments {
		if name != "" && (d.ID == name || d.Name.ZH == name || d.Name.EN == name || slices.Contains(d.Aliases, name)) {
			return d, true
		}
	}
	return Department{}, false
}

// SameDepartments reports whether the plan's lists name the same departments
// after their names are read (部门一致), and which names are of none. It is false
// where there are fewer than two lists: nothing was compared.
func (p Prevention) SameDepartments() (same bool, unread []string) {
	same = len(p.DepartmentLists) > 1
	var first []string
	for i, list := range p.DepartmentLists {
		var ids []string
		for _, name := range list.Names {
			d, ok := p.Department(name)
			if !ok {
				unread = append(unread, name)
				continue
			}
			ids = append(ids, d.ID)
		}
		slices.Sort(ids)
		if i == 0 {
			first = ids
		}
		same = same && slices.Equal(first, ids)
	}
	return same && len(unread) == 0, unread
}
