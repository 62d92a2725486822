package reserves

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Delivery is a batch of relief goods on its way to people (救助批次). Two
// deliveries serve different people.
type Delivery struct {
	ID         string                          // borne by no other delivery
	Store      string                          // id of the store or lot it leaves from
	Place      hazards.DivisionCode            // where the people are, may be unset
	People     spec.Observed[measure.People]   // whom the batch is enough for
	Lead       spec.Observed[measure.Duration] // from the start of the clock until it leaves
	Travel     spec.Observed[measure.Duration]
	HandingOut spec.Observed[measure.Duration] // from arrival until the last person is served
}

// arrival is when a delivery has served its people, as far as it is known.
type arrival struct {
	earliest, latest measure.Duration
	hasLatest        bool
	low, high        measure.People
	hasHigh          bool
}

// never is later than any hour a plan can ask for.
func never() measure.Duration { return measure.Seconds(most) }

func (d *Delivery) arrival(delay spec.Observed[measure.Duration]) arrival {
	out := arrival{hasLatest: true}
	for _, part := range [...]spec.Observed[measure.Duration]{delay, d.Lead, d.Travel, d.HandingOut} {
		low, _ := part.Low()
		high, ok := part.High()
		if low.Sign() < 0 || ok && high.Sign() < 0 {
			low, ok = measure.Duration{}, false // a negative time is no time
		}
		out.earliest = later(out.earliest, low)
		out.latest = later(out.latest, high)
		out.hasLatest = out.hasLatest && ok
	}
	low, _ := d.People.Low()
	out.low = max(0, low)
	out.high, out.hasHigh = d.People.High()
	out.high = max(0, out.high)
	return out
}

func later(a, b measure.Duration) measure.Duration {
	sum, err := a.Add(b)
	if err != nil {
		return never()
	}
	return sum
}
