package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Minimum is the least stock of a good that a key firm is to keep, and what it
// keeps (重点企业最低库存).
type Minimum struct {
	Firm, Good string
	Unit       spec.Unit
	Least      spec.Observed[measure.Quantity] // what it is to keep
	Held       spec.Observed[measure.Quantity]
}

// Verdict says whether the firm keeps the least stock.
func (m Minimum) Verdict() spec.Verdict {
	least, ok := m.Least.Value()
	if !ok {
		return spec.Unknown
	}
	if low, ok := m.Held.Low(); ok && !low.Less(least) {
		return spec.Met
	}
	if high, ok := m.Held.High(); ok && high.Less(least) {
		return spec.Unmet
	}
	return spec.Unknown
}

// Short returns what is missing to the least stock, nothing where it is kept.
func (m Minimum) Short() spec.Observed[measure.Quantity] {
	least, ok := m.Least.Value()
	if !ok {
		return spec.Observed[measure.Quantity]{}
	}
	return falling(m.Held, func(q measure.Quantity) (measure.Quantity, bool) {
		missing, err := least.Sub(q)
		if err != nil || missing.Sign() < 0 {
			return measure.Quantity{}, err == nil
		}
		return missing, true
	})
}
