package teams

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Completion is what it takes for a township team to count as completed
// (建成标准). The zero Completion is Standardised.
type Completion uint8

// The two meanings of completed, see the reading teams.team-completed.
const (
	Standardised Completion = iota // completed to the standard of construction 规范化建设
	Existing                       // the team exists
)

// TownshipsWithTeam returns how many of the townships have a completed
// comprehensive team on a date (已建队乡镇数).
//
// A team with its township counts there once, however many there are. A group
// without townships is read as one team a township; where both are reported
// the two may overlap, and the number is known between bounds only. Teams in a
// place that is not among the townships count nothing. Whether a team is
// completed may be unknown, which widens the bounds.
func TownshipsWithTeam(teams []Team, townships []Unit, meaning Completion, asOf measure.Date) spec.Observed[measure.Count] {
	const possible, sure = 1, 2
	state := make(map[string]int, len(townships))
	for _, u := range townships {
		state[u.ID()] = 0
	}
	total := measure.Count(len(state))
	var groupLow, groupHigh measure.Count
	for _, t := range teams {
		if !t.isTownshipTeam() {
			continue
		}
		low, high := t.completed(meaning, total, asOf)
		if t.Place.IsZero() {
			// A group never covers more than every township, so the sums stay small.
			groupLow, groupHigh = min(total, groupLow+low), min(total, groupHigh+high)
			continue
		}
		place := t.Place.Short()
		have, ok := state[place]
		switch {
		case !ok:
		case low > 0:
			state[place] = sure
		case high > 0:
			state[place] = max(have, possible)
		}
	}
	var placedLow, placedHigh measure.Count
	for _, u := range townships {
		have := state[u.ID()]
		state[u.ID()] = 0 // a township listed twice counts once
		if have >= possible {
			placedHigh++
		}
		if have == sure {
			placedLow++
		}
	}
	return bounds(max(placedLow, groupLow), min(total, placedHigh+groupHigh))
}

// completed bounds how many completed teams a record stands for, both at most
// limit.
func (t Team) completed(meaning Completion, limit measure.Count, asOf measure.Date) (low, high measure.Count) {
	high = limit
	count := t.count(asOf)
	if n, ok := count.High(); ok {
		high = min(high, max(0, n))
	}
	known := count
	if meaning == Standardised {
		known = t.Completed.AsOf(asOf)
	}
	if n, ok := known.High(); ok {
		high = min(high, max(0, n))
	}
	if n, ok := known.Low(); ok {
		low = min(high, max(0, n))
	}
	return low, high
}

// StationKind is which of the plan's three kinds of station (站点类别). They are
// three things and never stand for one another. The zero StationKind is unset.
type StationKind uint8

// The three kinds of station.
const (
	_                  StationKind = iota
	MicroRescueStation             // 微型应急救援站
	MicroFireStation               // 社区应急救援站（微型消防站）
	ServiceStation                 // 应急服务站

	numStations = iota
)

var stationKinds = [numStations]string{MicroRescueStation: "micro-rescue", MicroFireStation: "micro-fire", ServiceStation: "service"}

// ParseStationKind reads "micro-rescue", "micro-fire" or "service".
func ParseStationKind(s string) (StationKind, bool) {
	for k := MicroRescueStation; k < numStations; k++ {
		if stationKinds[k] == s {
			return k, true
		}
	}
	return 0, false
}

// String returns the code of the kind.
func (k StationKind) String() string {
	if k >= numStations {
		return ""
	}
	return stationKinds[k]
}

// Stations is what a county reports of one kind of station (站点).
type Stations struct {
	Kind        StationKind
	Count       spec.Observed[measure.Count] // how many stations there are
	Communities spec.Observed[measure.Count] // how many communities have one
}

// CommunitiesServed returns how many of a number of communities have a station
// of the kinds counted (已建站社区数). A number of stations only bounds it from
// above: two may stand in one community, and one in a village. Where nothing
// is reported of these kinds it is unknown. More communities than there are is
// returned as reported.
func CommunitiesServed(stations []Stations, communities measure.Count, asOf measure.Date, counted ...StationKind) spec.Observed[measure.Count] {
	var low, high measure.Count
	known := false
	for _, s := range stations {
		for _, kind := range counted {
			if s.Kind != kind {
				continue
			}
			count, served := s.Count.AsOf(asOf), s.Communities.AsOf(asOf)
			most := communities
			if n, ok := count.High(); ok {
				most, known = min(most, n), true
			}
			if n, ok := served.High(); ok {
				most, known = n, true
			}
			if n, ok := served.Low(); ok {
				low, known = max(low, n), true
			}
			high += min(most, communities-high)
		}
	}
	if !known {
		return spec.Observed[measure.Count]{}
	}
	return bounds(low, max(low, high))
}

// Rate returns how many of a whole are done, in percent, exact, as far as it
// is known (建成率). It is unknown where the whole is not positive.
func Rate(done spec.Observed[measure.Count], of measure.Count) spec.Value {
	if of <= 0 {
		return spec.Value{}
	}
	percent := func(n measure.Count) measure.Ratio {
		return measure.RatioOf(int64(n), int64(of)).Mul(measure.Whole(100))
	}
	var out spec.Value
	if n, ok := done.Low(); ok {
		out.Low = percent(n)
	}
	if n, ok := done.High(); ok {
		out.High = percent(n)
	}
	return out
}

func bounds(low, high measure.Count) spec.Observed[measure.Count] {
	if low == high {
		return spec.Exactly(low)
	}
	return spec.Between(low, high)
}
