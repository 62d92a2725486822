package measure

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Quantity is an amount of one item, kept in whole thousandths of the item's own unit (数量).
// The unit (顶, 床, kg …) travels with the item: only quantities of one item may be added. The zero Quantity is 0.
type Quantity struct{ n int64 }

// Thousandths returns a quantity of n thousandths of a unit (千分之一).
func Thousandths(n int64) Quantity { return Quantity{n} }

// Units returns a quantity of n whole units (件), or an [Error] with [CodeOverflow].
func Units(n int64) (Quantity, error) {
	thousandths, err := Mul(n, 1000)
	return Quantity{thousandths}, err
}

// QuantityOf returns d units of the item; d may be negative.
// It fails with an [Error]: [CodeInexact] where that is no whole number of thousandths, [CodeRange] beyond 64 bits.
func QuantityOf(d decimal.Decimal) (Quantity, error) {
	n, err := smallest(d, 3, 1, 1)
	return Quantity{n}, err
}

// ParseQuantity reads a plain non-negative decimal in the item's unit.
// It fails with an [Error]: [CodeSyntax], [CodeNegative], [CodeLeadingZero], [CodeInexact] below 1/1000, [CodeRange]
// beyond 64 bits or 38 digits.
func ParseQuantity(s string) (Quantity, error) {
	n, err := parseFixed(s, 3)
	return Quantity{n}, err
}

// Decimal returns q in the item's unit, exact.
func (q Quantity) Decimal() decimal.Decimal { return decimal.New(q.n, -3) }

// Thousandths returns q in thousandths of a unit, exact.
func (q Quantity) Thousandths() int64 { return q.n }

// Floor returns the whole units in q, rounded down, towards less also below zero: what can be handed out.
func (q Quantity) Floor() int64 {
	units := q.n / 1000
	if q.n%1000 < 0 {
		units--
	}
	return units
}

// Ceil returns the whole units that hold q, rounded up, towards more also below zero: what must be bought.
func (q Quantity) Ceil() int64 {
	units := q.n / 1000
	if q.n%1000 > 0 {
		units++
	}
	return units
}

// Times returns what n takers of q each take together, or an [Error] with [CodeOverflow].
func (q Quantity) Times(n int64) (Quantity, error) { return q.Mul(n) }

// DivFloor returns how many whole times per goes into q, rounded down: whom the stock q serves at a norm of per.
// It is false where q is negative or per is not positive.
func (q Quantity) DivFloor(per Quantity) (int64, bool) { return divFloor(q.n, per.n) }

// DivCeil returns how many times per it takes to reach q, rounded up: the packs of per that hold q.
// It is false where q is negative or per is not positive.
func (q Quantity) DivCeil(per Quantity) (int64, bool) { return divCeil(q.n, per.n) }

// Add returns q + r, or an [Error] with [CodeOverflow].
func (q Quantity) Add(r Quantity) (Quantity, error) {
	n, err := Add(q.n, r.n)
	return Quantity{n}, err
}

// Sub returns q − r, which may be negative, or an [Error] with [CodeOverflow].
func (q Quantity) Sub(r Quantity) (Quantity, error) {
	n, err := Sub(q.n, r.n)
	return Quantity{n}, err
}

// Mul returns q × n, or an [Error] with [CodeOverflow].
func (q Quantity) Mul(n int64) (Quantity, error) {
	product, err := Mul(q.n, n)
	return Quantity{product}, err
}

// SumQuantity adds quantities in any order; none make 0. A total beyond 64 bits is an [Error] with [CodeOverflow].
func SumQuantity(values ...Quantity) (Quantity, error) {
	var t total
	for _, v := range values {
		t.add(v.n)
	}
	n, err := t.int64()
	return Quantity{n}, err
}

// Cmp returns -1, 0 or 1 as q is less than, equal to or more than r.
func (q Quantity) Cmp(r Quantity) int { return cmp.Compare(q.n, r.n) }

// Less reports whether q is less than r.
func (q Quantity) Less(r Quantity) bool { return q.n < r.n }

// Equal reports whether q and r are the same quantity. It is the same as ==.
func (q Quantity) Equal(r Quantity) bool { return q == r }

// IsZero reports whether q is 0.
func (q Quantity) IsZero() bool { return q.n == 0 }

// Sign returns -1, 0 or 1 as q is negative, zero or positive.
func (q Quantity) Sign() int { return sign(q.n) }

// String returns q in the item's unit, exact, as a plain decimal without trailing zeros and without the unit.
func (q Quantity) String() string { return formatFixed(q.n, 3) }

// MarshalText writes q as [Quantity.String] does. It never fails.
func (q Quantity) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads what [ParseQuantity] reads.
func (q *Quantity) UnmarshalText(text []byte) error {
	v, err := ParseQuantity(string(text))
	if err != nil {
		return err
	}
	*q = v
	return nil
}
