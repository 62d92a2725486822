package reserves

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ReliefCurve is how many people have been served by each hour from the start
// of the clock (救助进度曲线). The zero ReliefCurve serves nobody.
type ReliefCurve struct {
	steps    []Step // of the deliveries whose time is known
	arrivals []arrival
}

// Step is a moment at which more people have been served (进度节点).
type Step struct {
	At     measure.Duration // from the start of the clock
	Served measure.People   // in all, by then
}

// CurveOf returns the relief curve of deliveries. delay is what passes between
// the start of the clock and the moment from which the lead times count; where
// it is not known it is at least nothing, and nobody is sure to be served.
// A delivery whose time or size is not known bounds the curve, it is never
// taken for quick. The order of the deliveries does not matter.
func CurveOf(deliveries []Delivery, delay spec.Observed[measure.Duration]) ReliefCurve {
	c := ReliefCurve{arrivals: make([]arrival, len(deliveries))}
	sure := make([]Step, 0, len(deliveries))
	for i := range deliveries {
		a := deliveries[i].arrival(delay)
		c.arrivals[i] = a
		if a.hasLatest && a.low > 0 {
			sure = append(sure, Step{At: a.latest, Served: a.low})
		}
	}
	slices.SortFunc(sure, func(a, b Step) int { return a.At.Cmp(b.At) })
	var served measure.People
	for _, s := range sure {
		served = atMostAll(served, s.Served)
		if n := len(c.steps); n > 0 && c.steps[n-1].At == s.At {
			c.steps[n-1].Served = served
			continue
		}
		c.steps = append(c.steps, Step{At: s.At, Served: served})
	}
	return c
}

// Steps returns the moments at which more people are sure to have been
// served, in order of time.
func (c ReliefCurve) Steps() []Step { return slices.Clone(c.steps) }

// Served returns how many people have been served by a moment, the moment
// included (累计救助人数). It never falls as the moment moves on. A delivery
// counts from the moment its last person is served.
func (c ReliefCurve) Served(by measure.Duration) spec.Observed[measure.People] {
	var low, high measure.People
	hasHigh := true
	if n := c.passed(by); n > 0 {
		low = c.steps[n-1].Served
	}
	for i := range c.arrivals {
		a := &c.arrivals[i]
		if by.Less(a.earliest) {
			continue
		}
		var err error
		high, err = measure.Add(high, a.high)
		hasHigh = hasHigh && a.hasHigh && err == nil
	}
	return bounded(low, true, high, hasHigh)
}

// ReachedAt returns the moment by which a number of people are sure to have
// been served (救助到位时间). ok is false where the deliveries whose times are
// known never serve so many.
func (c ReliefCurve) ReachedAt(people measure.People) (at measure.Duration, ok bool) {
	if people <= 0 {
		return measure.Duration{}, true
	}
	i, _ := slices.BinarySearchFunc(c.steps, people, func(s Step, n measure.People) int {
		if s.Served < n {
			return -1
		}
		return 1
	})
	if i == len(c.steps) {
		return measure.Duration{}, false
	}
	return c.steps[i].At, true
}

// passed returns how many steps lie at or before a moment.
func (c ReliefCurve) passed(by measure.Duration) int {
	i, _ := slices.BinarySearchFunc(c.steps, by, func(s Step, by measure.Duration) int {
		if by.Less(s.At) {
			return 1
		}
		return -1
	})
	return i
}

// atMostAll adds people; more than can be counted is as many as can.
func atMostAll(a, b measure.People) measure.People {
	sum, err := measure.Add(a, b)
	if err != nil {
		return most
	}
	return sum
}
