package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// CasualtyUpdate is a later count of an accident's casualties (伤亡人数补报). A
// number that it leaves unknown stands as before.
type CasualtyUpdate struct {
	On              measure.Date // the day on which it was so
	Deaths          spec.Observed[measure.People]
	Missing         spec.Observed[measure.People]
	SeriousInjuries spec.Observed[measure.People]
}

// CasualtyWindow returns for how many days a change of casualties counts with
// the accident (伤亡变化补报期限): 30, for road traffic and fires 7. Order No. 493,
// articles 13 and 20.
func CasualtyWindow(sector Sector) spec.Figure[measure.Count] {
	days := measure.Count(30)
	if sector == RoadTransport || sector == FireSafety {
		days = 7
	}
	return spec.Cite(days, order493At("第十三条、第二十条"))
}

// WindowCloses returns the last day on which a change of casualties counts with
// the accident. The day of the accident is not counted, the last day is (our
// reading of 自事故发生之日起). It is unset where the date of the accident is.
func (r ReportedIncident) WindowCloses() measure.Date {
	return r.Date.AddDays(int(CasualtyWindow(r.Sector).Value))
}

// LateUpdates returns the updates dated after the window has closed, in the
// order of their dates. They stay with the record and change no grade. An
// accident without date has no window: every update of it counts.
func (r ReportedIncident) LateUpdates() []CasualtyUpdate {
	closes := r.WindowCloses()
	var out []CasualtyUpdate
	for _, u := range r.Updates {
		if u.On.After(closes) {
			out = append(out, u)
		}
	}
	sortUpdates(out)
	return out
}

// Counted returns the accident with every update inside the window applied in
// the order of their dates; of two on one day the later one of the list holds.
// What remains in Updates is late. A number observed after an update is not
// replaced by it. Without updates nothing is copied or allocated.
func (r ReportedIncident) Counted() ReportedIncident {
	if len(r.Updates) == 0 {
		return r
	}
	closes := r.WindowCloses()
	updates := slices.Clone(r.Updates)
	sortUpdates(updates)
	r.Updates = nil
	for _, u := range updates {
		if u.On.After(closes) {
			r.Updates = append(r.Updates, u)
			continue
		}
		r.Deaths = replaced(r.Deaths, u.Deaths, u.On)
		r.Missing = replaced(r.Missing, u.Missing, u.On)
		r.SeriousInjuries = replaced(r.SeriousInjuries, u.SeriousInjuries, u.On)
	}
	return r
}

// replaced returns the update where it says anything and is not the older one.
func replaced(have, update spec.Observed[measure.People], on measure.Date) spec.Observed[measure.People] {
	_, low := update.Low()
	_, high := update.High()
	if (!low && !high) || have.On().After(on) {
		return have
	}
	return update
}

func sortUpdates(list []CasualtyUpdate) {
	slices.SortStableFunc(list, func(a, b CasualtyUpdate) int { return a.On.Compare(b.On) })
}

// knownUpdates returns the updates known on a date.
func knownUpdates(list []CasualtyUpdate, date measure.Date) []CasualtyUpdate {
	if date.IsZero() || !slices.ContainsFunc(list, func(u CasualtyUpdate) bool { return u.On.After(date) }) {
		return list
	}
	var out []CasualtyUpdate
	for _, u := range list {
		if !u.On.After(date) {
			out = append(out, u)
		}
	}
	return out
}
