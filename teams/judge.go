package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// judgeExistence judges whether the thing is there (存在性判定). One that has not
// lapsed is enough, unless the same or a later day says that there is none: a
// later day decides, the same day contradicts. Lapsed ones alone say that it is
// gone.
func judgeExistence(facts []Fact, now Moment) spec.Verdict {
	none := -1
	for k := range facts {
		if facts[k].none() && !facts[k].lapsed(now) {
			none = k // the last of them, for facts stand in the order of their days
		}
	}
	out := spec.Unknown
	if none >= 0 {
		out = spec.Unmet
	}
	for k := range facts {
		f := &facts[k]
		switch {
		case f.none():
		case f.lapsed(now):
			if out == spec.Unknown && none < 0 {
				out = spec.Unmet
			}
		case none < 0 || f.on > facts[none].on:
			return spec.Met
		case f.on == facts[none].on:
			out = spec.Unknown
		}
	}
	return out
}

// judgeNumber judges how many or how large (数量与规模判定). The last day that gives
// a number which has not lapsed decides; where two of that day disagree it is
// unknown. Lapsed numbers alone fail.
func judgeNumber(facts []Fact, least measure.Quantity, now Moment) spec.Verdict {
	out, lapsed, found := spec.Unknown, false, false
	var last day
	for k := len(facts) - 1; k >= 0; k-- {
		f := &facts[k]
		switch {
		case !f.hasLow && !f.hasHigh:
			continue
		case f.lapsed(now):
			lapsed = true
			continue
		case found && f.on != last:
			return out
		}
		v := spec.Unknown
		if f.hasLow && !f.low.Less(least) {
			v = spec.Met
		} else if f.hasHigh && f.high.Less(least) {
			v = spec.Unmet
		}
		if found && v != out {
			v = spec.Unknown
			for k > 0 && facts[k-1].on == last {
				k-- // the day contradicts itself, whatever else it says
			}
			return v
		}
		out, last, found = v, f.on, true
	}
	if !found && lapsed {
		return spec.Unmet
	}
	return out
}

// judgeFrequency judges how often something was done in so many days up to the
// date, which counts (频次判定). Events of one day count once. Too few are
// unknown, for more may have gone unrecorded, unless a fact says that there was
// none besides in all those days; where the last one is longer ago it has
// lapsed.
func judgeFrequency(facts []Fact, least measure.Quantity, days int32, now Moment) spec.Verdict {
	from := now.valid - day(days) + 1
	var n int64
	last := undated
	old, closed := false, false
	for k := range facts {
		f := &facts[k]
		switch {
		case f.none():
			closed = closed || f.on != undated && f.until != never && f.on <= from && f.until >= now.valid
		case f.on == undated:
		case f.on < from:
			old = true
		case f.on != last:
			n++
			last = f.on
		}
	}
	switch {
	case !measure.Thousandths(n * 1000).Less(least):
		return spec.Met
	case closed || n == 0 && old:
		return spec.Unmet
	}
	return spec.Unknown
}

// judgeAge judges whether there is one that is not older than so many days and
// has not lapsed (时效判定). Older ones alone fail; without a day it says nothing.
func judgeAge(facts []Fact, days int32, now Moment) spec.Verdict {
	out := spec.Unknown
	for k := range facts {
		f := &facts[k]
		switch {
		case f.none() || f.on == undated:
		case !f.lapsed(now) && now.valid-f.on <= day(days):
			return spec.Met
		default:
			out = spec.Unmet
		}
	}
	return out
}
