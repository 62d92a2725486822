package teams_test

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// slowly judges one requirement straight from what its form says, by sets of
// days instead of one pass.
func slowly(r teams.Requirement, evidence []teams.Evidence, day measure.Date) spec.Verdict {
	least := quantity(1)
	if r.Least.Known() {
		least = r.Least.Value
	}
	days := int(r.Days.Value)
	none := func(e teams.Evidence) bool { n, ok := e.Value.High(); return ok && n.IsZero() }
	valid := func(e teams.Evidence) bool { return e.Until.IsZero() || e.Until.Compare(day) >= 0 }
	switch r.Form {
	case teams.CountOf, teams.SizeOf:
		var last measure.Date
		numbers, stale := false, false
		for _, e := range evidence {
			_, low := e.Value.Low()
			_, high := e.Value.High()
			switch {
			case !low && !high:
			case !valid(e):
				stale = true
			case !numbers || e.On.Compare(last) > 0:
				numbers, last = true, e.On
			}
		}
		if !numbers {
			if stale {
				return spec.Unmet
			}
			return spec.Unknown
		}
		said := map[spec.Verdict]bool{}
		for _, e := range evidence {
			low, okLow := e.Value.Low()
			high, okHigh := e.Value.High()
			switch {
			case !okLow && !okHigh || !valid(e) || e.On != last:
			case okLow && low.Cmp(least) >= 0:
				said[spec.Met] = true
			case okHigh && high.Cmp(least) < 0:
				said[spec.Unmet] = true
			default:
				said[spec.Unknown] = true
			}
		}
		for v := range said {
			if len(said) == 1 {
				return v
			}
		}
		return spec.Unknown
	case teams.EveryDays:
		events, old, closed := map[measure.Date]bool{}, false, false
		first := day.AddDays(1 - days)
		for _, e := range evidence {
			switch {
			case none(e):
				closed = closed || !e.On.IsZero() && !e.Until.IsZero() && e.On.Compare(first) <= 0 && e.Until.Compare(day) >= 0
			case e.On.IsZero():
			case e.On.Compare(first) >= 0:
				events[e.On] = true
			default:
				old = true
			}
		}
		switch {
		case int64(len(events)) >= least.Floor():
			return spec.Met
		case closed, len(events) == 0 && old:
			return spec.Unmet
		}
		return spec.Unknown
	case teams.NotOlder:
		dated, recent := false, false
		for _, e := range evidence {
			if none(e) || e.On.IsZero() {
				continue
			}
			dated = true
			recent = recent || valid(e) && e.On.AddDays(days).Compare(day) >= 0
		}
		switch {
		case recent:
			return spec.Met
		case dated:
			return spec.Unmet
		}
		return spec.Unknown
	}
	gone, said, noneOn := false, false, measure.Date{}
	for _, e := range evidence {
		switch {
		case none(e) && valid(e):
			if !said || e.On.Compare(noneOn) > 0 {
				said, noneOn = true, e.On
			}
		case !none(e) && !valid(e):
			gone = true
		}
	}
	out := spec.Unknown
	if said || gone {
		out = spec.Unmet
	}
	for _, e := range evidence {
		if none(e) || !valid(e) {
			continue
		}
		switch {
		case !said || e.On.Compare(noneOn) > 0:
			return spec.Met
		case e.On == noneOn:
			out = spec.Unknown
		}
	}
	return out
}
