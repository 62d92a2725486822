package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// RefugeUnit returns how many people one unit of an emergency shelter should
// hold at most (避难单元): 2,000, by GB 51143-2015, 4.2.2, which says "preferably".
func RefugeUnit() spec.Figure[measure.People] {
	return spec.Cite[measure.People](2000, gb51143("4.2.2"))
}

// Strip is how wide the strip between units of up to so many people must be
// (缓冲区宽度).
type Strip struct {
	UpTo  measure.People
	Width spec.Figure[measure.Distance]
}

// Strips returns the widths of the strips between refuge units, by GB
// 51143-2015, 4.2.2: at least 3 m for units of up to 2,000 people, 6 m up to
// 8,000, 12 m up to 20,000. That the upper end belongs to the lower width is our
// reading of the ranges. The slice is the caller's.
func Strips() []Strip {
	width := func(metres int64) spec.Figure[measure.Distance] {
		return spec.Cite(measure.Millimetres(metres*1000), gb51143("4.2.2"))
	}
	return []Strip{{2000, width(3)}, {8000, width(6)}, {20_000, width(12)}}
}

// StripWidth returns how wide the strip beside a unit of so many people must be
// at least (分隔带宽度). It is unknown for a unit beyond 20,000 people, for which no
// width was seen, and for no people.
func StripWidth(people measure.People) spec.Figure[measure.Distance] {
	for _, strip := range Strips() {
		if people > 0 && people <= strip.UpTo {
			return strip.Width
		}
	}
	return spec.Figure[measure.Distance]{}
}

// Units returns into how many refuge units so many people are divided (避难单元数),
// rounded up, with the strips between them when they lie in a row: the fewest
// there can be. ok is false where the figure has no source or is not positive,
// or there is a negative number of people.
func Units(people measure.People, unit spec.Figure[measure.People]) (units, strips measure.Count, ok bool) {
	if !unit.Known() || unit.Value <= 0 || people < 0 {
		return 0, 0, false
	}
	n := int64(people) / int64(unit.Value)
	if int64(people)%int64(unit.Value) != 0 {
		n++
	}
	return measure.Count(n), measure.Count(max(0, n-1)), true
}

// CapacityInUnits returns how many people an effective area holds when they are
// divided into units with a strip of so much area between any two (扣除分隔带的容纳人数),
// rounded down: people × area per person + strips × strip ≤ area. The strip is
// its width, which [StripWidth] cites, times its length, which only the site's
// plan knows. It is false where [Capacity] or [Units] is, and for a negative
// strip.
func CapacityInUnits(area measure.Area, perPerson spec.Figure[measure.Area], unit spec.Figure[measure.People], strip measure.Area) (CapacityResult, bool) {
	result, ok := Capacity(area, perPerson)
	if _, _, sound := Units(0, unit); !ok || !sound || strip.Sign() < 0 {
		return CapacityResult{}, false
	}
	fits := func(people measure.People) bool {
		taken, err := perPerson.Value.Times(people)
		if err != nil {
			return false
		}
		_, strips, _ := Units(people, unit)
		between, err := strip.Mul(int64(strips))
		if err != nil {
			return false
		}
		all, err := taken.Add(between)
		return err == nil && !area.Less(all)
	}
	// What fits only grows with the area and shrinks with the people, so that
	// halving the range finds the most.
	low, high := measure.People(0), result.People
	for low < high {
		middle := high - (high-low)/2
		if fits(middle) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	result.People = low
	return result, true
}
