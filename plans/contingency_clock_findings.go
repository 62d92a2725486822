package plans

import (
	"github.com/county-emergency/emergency/spec"
)

// clockFinding tells how many plans are within one of their clocks.
func (a *Assessment) clockFinding(rule string, clock ClockKind, good, bad spec.Text) spec.Finding {
	f := a.finding(rule, spec.Source{})
	p := a.provisions.Contingency
	asked := false
	for _, c := range p.Clocks {
		asked = asked || c.Clock == clock && c.Limit.Known() && !c.From.After(a.AsOf)
	}
	if !asked {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.Textf("no rule in force sets a time for the %s of contingency plans", "无现行规定要求的预案%s时限", clock)}
		return f
	}
	if a.registerMissing(&f) {
		return f
	}
	t := tallied{unit: spec.Contingencies, good: good, bad: bad}
	running := 0
	used := map[spec.Source]bool{}
	for _, s := range a.Contingency.Clocks {
		if s.Clock != clock {
			continue
		}
		t.add(s.Verdict, same(s.Plan))
		if s.Verdict == spec.NotApplicable {
			running++
		}
		if source := s.Limit.Limit.Source; !used[source] {
			used[source] = true
			f.Source = source
			f.Lean(source)
			unit := spec.Months
			if clock == FilingClock {
				unit = spec.Workdays
			}
			f.Inputs = append(f.Inputs, spec.Input{Name: clock.String() + "_limit", Label: spec.Textf("limit of the %s", "%s时限", clock),
				Value: spec.Whole(s.Limit.Limit.Value), Unit: unit, Source: source})
		}
	}
	t.tell(&f)
	overdue := 0
	for _, s := range a.Contingency.Clocks {
		if s.Clock == clock && s.Overdue() {
			overdue++
		}
	}
	f.Inputs = append(f.Inputs, count("overdue", spec.T("overdue on the date", "截至基准日逾期"), overdue, spec.Contingencies))
	if running > 0 {
		f.Inputs = append(f.Inputs, count("running", spec.T("still within the time", "尚在时限内"), running, spec.Contingencies))
	}
	f.Missing = a.clockNeeds(clock, t)
	return f
}

func (a *Assessment) clockNeeds(clock ClockKind, t tallied) []spec.Need {
	if t.tally.Unknown == 0 {
		return nil
	}
	switch clock {
	case FilingClock:
		out := []spec.Need{need(contingencyTable+": filed", spec.Days, spec.Textf(
			"when was each plan filed, or was it not: %s and others", "各预案备案日期，或注明未备案：如 %s", first(t.unknown)))}
		if a.records.Contingency.Workday == nil {
			out = append(out, need(workdaysTable, spec.Days, spec.T(
				"the public holidays and the weekends worked for them in each year", "各年度法定节假日及调休上班日")))
		}
		return out
	case DrillClock:
		return []spec.Need{need("drills.csv: plan", spec.Exercises, spec.Textf(
			"when was each plan last drilled: %s and others", "各预案最近一次演练日期：如 %s", first(t.unknown)))}
	}
	return []spec.Need{need(contingencyTable+": reviewed", spec.Days, spec.Textf(
		"when was each plan issued and last reviewed, or was it not: %s and others", "各预案印发和最近评估日期，或注明未评估：如 %s", first(t.unknown)))}
}
