package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// CapacityResult is how many people an area holds, with the figure that says
// so (容纳能力).
type CapacityResult struct {
	People    measure.People
	PerPerson spec.Figure[measure.Area]
}

// Capacity returns how many people an effective area holds at an area each
// (容纳人数), rounded down: part of a place is no place. It is false where the
// figure has no source, is not positive, or the area is negative.
//
// The figure of GB 21734-2008, 5.4, is a bound that does not itself count; for
// such a figure use [CapacityAbove].
func Capacity(area measure.Area, perPerson spec.Figure[measure.Area]) (CapacityResult, bool) {
	if !perPerson.Known() {
		return CapacityResult{}, false
	}
	people, ok := area.Fit(perPerson.Value)
	if !ok {
		return CapacityResult{}, false
	}
	return CapacityResult{People: people, PerPerson: perPerson}, true
}

// CapacityAbove returns how many people an effective area holds where each
// must have more than the figure (大于人均面积的容纳人数), rounded down. It differs
// from [Capacity] by one person where the division comes out even. It is false
// where [Capacity] is.
func CapacityAbove(area measure.Area, perPerson spec.Figure[measure.Area]) (CapacityResult, bool) {
	result, ok := Capacity(area, perPerson)
	if !ok || area.IsZero() {
		return result, ok
	}
	// Areas are whole square centimetres, so n × each < area is the same as
	// n × each ≤ area − 1 cm².
	result.People, ok = measure.SquareCentimetres(area.SquareCentimetres() - 1).Fit(perPerson.Value)
	return result, ok
}

// AreaPerPerson returns the effective area that each of so many people has, in
// m², exact (人均有效避难面积). It is unknown where there are no people.
func AreaPerPerson(area measure.Area, people measure.People) measure.Ratio {
	return measure.RatioOf(area.SquareCentimetres(), int64(people)).Div(measure.Whole(cm2PerM2))
}

// Mixed is one area used by lodgers and others at the same time (同时使用).
type Mixed struct {
	Others    measure.People            // everyone who does not lodge
	Rest      measure.Area              // the area the lodgers leave
	PerOther  measure.Ratio             // m² for each of the others, exact; unknown where there are none
	PerLodger spec.Figure[measure.Area] // the area each lodger takes
}

// MixedUse returns what is left for the others when an area takes in so many
// people at once, of whom the lodgers have perLodger each (住宿与临时安置同时使用).
// It is false where that cannot be: the lodgers alone need more than the area,
// or are more than all; and where the figure has no source or is not positive,
// or a number is negative.
func MixedUse(area measure.Area, total, lodgers measure.People, perLodger spec.Figure[measure.Area]) (Mixed, bool) {
	if !perLodger.Known() || perLodger.Value.Sign() <= 0 || area.Sign() < 0 || lodgers < 0 || lodgers > total {
		return Mixed{}, false
	}
	taken, err := perLodger.Value.Times(lodgers)
	if err != nil || area.Less(taken) {
		return Mixed{}, false // beyond 64 bits is beyond any area, too
	}
	rest := measure.SquareCentimetres(area.SquareCentimetres() - taken.SquareCentimetres())
	others := total - lodgers
	return Mixed{Others: others, Rest: rest, PerOther: AreaPerPerson(rest, others), PerLodger: perLodger}, true
}

const (
	cm2PerM2 = 10_000
	cm2PerHa = 100_000_000
)
