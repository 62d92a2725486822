package measure

import (
	"math/big"
	"math/bits"
	"strconv"
)

// Add returns a + b of whole numbers, such as [People] or [Count], or an [Error] with [CodeOverflow].
func Add[T ~int64](a, b T) (T, error) {
	sum := a + b
	// Two terms of one sign whose sum has the other have wrapped.
	if (a^sum)&(b^sum) < 0 {
		return 0, overflow(int64(a), "+", int64(b))
	}
	return sum, nil
}

// Sub returns a − b of whole numbers, or an [Error] with [CodeOverflow]. The difference may be negative.
func Sub[T ~int64](a, b T) (T, error) {
	difference := a - b
	if (a^b)&(a^difference) < 0 {
		return 0, overflow(int64(a), "-", int64(b))
	}
	return difference, nil
}

// Mul returns a × n of whole numbers, or an [Error] with [CodeOverflow].
func Mul[T ~int64](a T, n int64) (T, error) {
	product, ok := mul(int64(a), n)
	if !ok {
		return 0, overflow(int64(a), "×", n)
	}
	return T(product), nil
}

// Sum adds whole numbers; no values make 0. The order of the values never matters: partial sums are kept in 128 bits,
// so that only a total beyond 64 bits is an [Error] with [CodeOverflow].
func Sum[T ~int64](values ...T) (T, error) {
	var t total
	for _, v := range values {
		t.add(int64(v))
	}
	n, err := t.int64()
	return T(n), err
}

// total is a sum in 128 bits, two's complement. It has room for 2⁶³ terms.
type total struct {
	hi int64
	lo uint64
}

func (t *total) add(n int64) {
	lo, carry := bits.Add64(t.lo, uint64(n), 0)
	t.lo = lo
	t.hi += n>>63 + int64(carry)
}

func (t *total) int64() (int64, error) {
	if n := int64(t.lo); t.hi == n>>63 {
		return n, nil
	}
	exact := big.NewInt(t.hi)
	exact.Lsh(exact, 64)
	exact.Add(exact, new(big.Int).SetUint64(t.lo))
	return 0, fault(CodeOverflow, exact.String())
}

// mul multiplies in 128 bits and reports whether the product fits in 64.
func mul(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	negative := (a < 0) != (b < 0)
	switch {
	case hi != 0:
		return 0, false
	case negative && lo <= 1<<63:
		return -int64(lo), true
	case !negative && lo < 1<<63:
		return int64(lo), true
	}
	return 0, false
}

// magnitude is |n|; it holds for the smallest int64 too, whose negation does not.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// divFloor and divCeil say how many whole parts there are in n. They answer false for a negative whole and for parts
// of no size, of which any number would do.
func divFloor(n, per int64) (int64, bool) {
	if per <= 0 || n < 0 {
		return 0, false
	}
	return n / per, true
}

func divCeil(n, per int64) (int64, bool) {
	if per <= 0 || n < 0 {
		return 0, false
	}
	parts := n / per
	if n%per > 0 {
		parts++
	}
	return parts, true
}

func sign(n int64) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func overflow(a int64, operator string, b int64) error {
	return fault(CodeOverflow, strconv.FormatInt(a, 10)+" "+operator+" "+strconv.FormatInt(b, 10))
}
