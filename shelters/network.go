package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Network is what all shelters of a county come to (避难场所体系).
type Network struct {
	Shelters      spec.Observed[measure.Count]
	EffectiveArea spec.Observed[measure.Area]
	Temporary     spec.Observed[measure.People] // 一次性临时安置人数
	Lodging       spec.Observed[measure.People] // 住宿避难人数
}

// NetworkOf adds up the shelters that stand on a date (避难场所合计). An unset
// date takes all of them. A figure nobody reported leaves its total with a
// lower bound only; a new shelter without a completion date adds to the upper
// bound only; no shelters add up to 0. A total beyond 64 bits, or one with a
// negative figure in it, is unknown.
func NetworkOf(shelters []Shelter, asOf measure.Date) Network {
	return networkOf(shelters, asOf, nil)
}

// networkOf adds up the shelters that stand and that counts says count; nil
// counts all.
func networkOf(shelters []Shelter, asOf measure.Date, counts func(*Shelter) spec.Verdict) Network {
	var count, area, temporary, lodging span
	for i := range shelters {
		s := &shelters[i]
		certain, possible := s.built(asOf)
		if !possible {
			continue
		}
		if counts != nil {
			switch counts(s) {
			case spec.Unmet:
				continue
			case spec.Unknown:
				certain = false
			}
		}
		count.add(1, 1, true, certain)
		low, high, known := ends(s.EffectiveArea.AsOf(asOf))
		area.add(low.SquareCentimetres(), high.SquareCentimetres(), known, certain)
		people, most, known := ends(s.Temporary.AsOf(asOf))
		temporary.add(int64(people), int64(most), known, certain)
		people, most, known = ends(s.Lodging.AsOf(asOf))
		lodging.add(int64(people), int64(most), known, certain)
	}
	return Network{
		Shelters:      observe(&count, asCount),
		EffectiveArea: observe(&area, measure.SquareCentimetres),
		Temporary:     observe(&temporary, asPeople),
		Lodging:       observe(&lodging, asPeople),
	}
}

// AsOf returns the totals as they were known on a date; see [spec.Observed.AsOf].
func (n Network) AsOf(date measure.Date) Network {
	return Network{
		Shelters:      n.Shelters.AsOf(date),
		EffectiveArea: n.EffectiveArea.AsOf(date),
		Temporary:     n.Temporary.AsOf(date),
		Lodging:       n.Lodging.AsOf(date),
	}
}

// Or returns the totals with each that is wholly unknown taken from another
// network; a bound is not replaced.
func (n Network) Or(other Network) Network {
	return Network{
		Shelters:      or(n.Shelters, other.Shelters),
		EffectiveArea: or(n.EffectiveArea, other.EffectiveArea),
		Temporary:     or(n.Temporary, other.Temporary),
		Lodging:       or(n.Lodging, other.Lodging),
	}
}

// Gaps counts what is missing from the shelters of a county that stand, or may
// stand, on a date (缺项).
type Gaps struct {
	EffectiveArea, Temporary, Lodging measure.Count // shelters without an exact figure
	Status                            measure.Count // shelters that do not say what the programme does with them
	CompletedOn                       measure.Count // new or upgraded shelters without a date of completion
}

// GapsOf counts the cells that nobody filled in.
func GapsOf(shelters []Shelter, asOf measure.Date) Gaps {
	var gaps Gaps
	for i := range shelters {
		s := &shelters[i]
		if _, possible := s.built(asOf); !possible {
			continue
		}
		if !s.EffectiveArea.AsOf(asOf).Known() {
			gaps.EffectiveArea++
		}
		if !s.Temporary.AsOf(asOf).Known() {
			gaps.Temporary++
		}
		if !s.Lodging.AsOf(asOf).Known() {
			gaps.Lodging++
		}
		if s.Status == 0 {
			gaps.Status++
		}
		if s.CompletedOn.IsZero() && (s.Status == New || s.Status == Upgraded) {
			gaps.CompletedOn++
		}
	}
	return gaps
}

// span adds up numbers that are not negative and known between bounds.
type span struct {
	low, high int64
	open      bool // no upper bound
	broken    bool // beyond 64 bits or negative
}

func (t *span) add(low, high int64, closed, certain bool) {
	if low < 0 || (closed && high < 0) {
		t.broken = true
		return
	}
	var err error
	if certain {
		if t.low, err = measure.Add(t.low, low); err != nil {
			t.broken = true
		}
	}
	if !closed {
		t.open = true
		return
	}
	if t.high, err = measure.Add(t.high, high); err != nil {
		t.broken = true
	}
}

// observe turns a total into what is known of it.
func observe[T any](t *span, of func(int64) T) spec.Observed[T] {
	switch {
	case t.broken:
		return spec.Observed[T]{}
	case t.open && t.low == 0:
		return spec.Observed[T]{} // at least nothing says nothing
	case t.open:
		return spec.AtLeast(of(t.low))
	case t.low == t.high:
		return spec.Exactly(of(t.low))
	}
	return spec.Between(of(t.low), of(t.high))
}

// ends returns what a value adds to a total at least and at most; closed is
// false where it has no upper bound. The lower bound of a quantity is 0.
func ends[T any](o spec.Observed[T]) (low, high T, closed bool) {
	low, _ = o.Low()
	high, closed = o.High()
	return low, high, closed
}

func or[T any](a, b spec.Observed[T]) spec.Observed[T] {
	_, low := a.Low()
	_, high := a.High()
	if low || high {
		return a
	}
	return b
}

func asCount(n int64) measure.Count   { return measure.Count(n) }
func asPeople(n int64) measure.People { return measure.People(n) }
