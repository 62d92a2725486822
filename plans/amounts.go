package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// wan is a sum of money in 万元, printed to the fen.
func wan(m measure.Money) spec.Amount { return spec.AmountOf(measure.RatioOf(m.Fen(), 1_000_000), 6) }

// percent is a share in percent, printed with two decimals.
func percent(r measure.Ratio) spec.Amount { return spec.AmountOf(r.Mul(measure.Whole(100)), 2) }

// quantity is an amount of a resource, printed to the thousandth.
func quantity(q measure.Quantity) spec.Amount {
	return spec.AmountOf(measure.RatioOf(q.Thousandths(), 1000), 3)
}
