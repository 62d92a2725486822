package shelters

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ServiceArea is one village or community and the shelter that is responsible
// for it (责任区).
type ServiceArea struct {
	Place      hazards.DivisionCode
	Name       string
	Population spec.Observed[measure.People] // who live there, 人口
	Evacuees   spec.Observed[measure.People] // who are to be housed when it must be left, 需避难人数
	StepFree   spec.Observed[measure.People] // of them who need step-free access, 其中需无障碍
	Position   hazards.Position              // unset where nobody said
	Shelter    string                        // id of the responsible shelter, empty where none is named
}

// Responsibility is one shelter against the people it is responsible for
// (责任区容量核对).
type Responsibility struct {
	Shelter  int // place in the list, -1 for the villages that name no shelter or none that stands
	Areas    int
	Evacuees spec.Observed[measure.People]
	Capacity spec.Observed[measure.People]
	Shortage spec.Value // people beyond the capacity, 0 where there are none
	Verdict  spec.Verdict
}

// Responsibilities holds the capacity of each shelter against the evacuees of
// its service areas (责任区人口与容量), in the order of the shelters, those without an
// area left out; last come the areas without a shelter, which are Unmet while
// anybody lives there. stay says which capacity counts.
func Responsibilities(shelters []Shelter, areas []ServiceArea, stay Stay, asOf measure.Date) []Responsibility {
	place := map[string]int{}
	for i := range shelters {
		if _, possible := shelters[i].built(asOf); possible {
			place[shelters[i].ID] = i
		}
	}
	sums, counts := make([]span, len(shelters)+1), make([]int, len(shelters)+1)
	for _, a := range areas {
		at, ok := place[a.Shelter]
		if !ok || a.Shelter == "" {
			at = len(shelters)
		}
		low, high, known := ends(a.Evacuees.AsOf(asOf))
		sums[at].add(int64(low), int64(high), known, true)
		counts[at]++
	}
	var out []Responsibility
	for at, n := range counts {
		if n == 0 {
			continue
		}
		r := Responsibility{Shelter: at, Areas: n, Evacuees: observe(&sums[at], asPeople)}
		if at == len(shelters) {
			r.Shelter, r.Capacity = -1, spec.Exactly[measure.People](0)
		} else {
			r.Capacity = shelters[at].capacityFor(stay, asOf)
		}
		r.judge()
		out = append(out, r)
	}
	return out
}

// judge holds the capacity against the evacuees.
func (r *Responsibility) judge() {
	need, have := countRatio(r.Evacuees), countRatio(r.Capacity)
	positive := func(v measure.Ratio) measure.Ratio {
		if v.Sign() < 0 {
			return measure.Whole(0)
		}
		return v
	}
	if need.Low.Known() && have.High.Known() {
		r.Shortage.Low = positive(need.Low.Sub(have.High))
	}
	if need.High.Known() && have.Low.Known() {
		r.Shortage.High = positive(need.High.Sub(have.Low))
	}
	switch {
	case r.Shortage.Low.Known() && r.Shortage.Low.Sign() > 0:
		r.Verdict = spec.Unmet
	case r.Shortage.High.Known() && r.Shortage.High.Sign() == 0:
		r.Verdict = spec.Met
	}
}

// capacityFor is what a shelter holds of one stay, as stated. Nobody sleeps in
// a shelter that may not stand: its lower bound is nothing.
func (s *Shelter) capacityFor(stay Stay, asOf measure.Date) spec.Observed[measure.People] {
	people := s.Lodging.AsOf(asOf)
	if stay == Temporary {
		people = s.Temporary.AsOf(asOf)
	}
	if certain, _ := s.built(asOf); certain {
		return people
	}
	if high, ok := people.High(); ok {
		return spec.Between(0, high)
	}
	return spec.Observed[measure.People]{}
}

// Reached is how many people live within a distance of a shelter (服务半径覆盖).
type Reached struct {
	Within spec.Figure[measure.Distance]
	People spec.Observed[measure.People] // within reach
	All    spec.Observed[measure.People]
	Share  spec.Value
}

// Reach counts the people of the service areas who live no farther than a
// distance from a shelter that stands and is of the stay asked for, the zero
// Stay taking any (服务覆盖人口). An area without any distance is in the upper bound
// only, and so is one whose only near shelter may or may not count.
func Reach(shelters []Shelter, areas []ServiceArea, distance Distances, within spec.Figure[measure.Distance], stay Stay, asOf measure.Date) Reached {
	var near, all span
	for i := range areas {
		low, high, known := ends(areas[i].Population.AsOf(asOf))
		all.add(int64(low), int64(high), known, true)
		certain, possible, measured, closed := false, false, false, true
		for j := range shelters {
			s := &shelters[j]
			metres, ok := distance(i, j)
			measured = measured || ok
			built, mayBe := s.built(asOf)
			serves, mayServe := s.takes(stay, asOf)
			if !mayBe || !mayServe {
				continue
			}
			closed = closed && !ok && metres == NoWay
			if ok && metres <= within.Value.Millimetres()/1000 {
				possible = true
				certain = certain || built && serves
			}
		}
		if possible || !measured && !closed {
			near.add(int64(low), int64(high), known, certain)
		}
	}
	r := Reached{Within: within, People: observe(&near, asPeople), All: observe(&all, asPeople)}
	if len(areas) == 0 {
		r.People, r.All = spec.Observed[measure.People]{}, spec.Observed[measure.People]{}
	}
	r.Share = quotient(countRatio(r.People), countRatio(r.All))
	return r
}

// takes says whether a shelter takes people in for a stay: by what it is stated
// to hold.
func (s *Shelter) takes(stay Stay, asOf measure.Date) (certain, possible bool) {
	if stay == 0 {
		return true, true
	}
	people := s.Lodging.AsOf(asOf)
	if stay == Temporary {
		people = s.Temporary.AsOf(asOf)
	}
	low, okLow := people.Low()
	high, okHigh := people.High()
	return okLow && low > 0, !okHigh || high > 0
}
