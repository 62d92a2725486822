package measure_test

import (
	"encoding"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// kind is one unit type seen through its smallest unit, so that one law can be stated for all of them.
type kind struct {
	name     string
	places   int // decimal places of the text form
	add, sub func(a, b int64) (int64, error)
	mul      func(a, n int64) (int64, error)
	sum      func(values []int64) (int64, error)
	cmp      func(a, b int64) int
	less     func(a, b int64) bool
	equal    func(a, b int64) bool
	sign     func(a int64) int
	isZero   func(a int64) bool
	text     func(a int64) string
	marshal  func(a int64) (string, error)
	parse    func(s string) (int64, error)
	// unmarshal reads into a value that held 7 before.
	unmarshal func(s string) (int64, error)
}

type unit[T any] interface {
	Add(T) (T, error)
	Sub(T) (T, error)
	Mul(int64) (T, error)
	Cmp(T) int
	Less(T) bool
	Equal(T) bool
	Sign() int
	IsZero() bool
	String() string
	encoding.TextMarshaler
}

type unmarshaler[T any] interface {
	*T
	encoding.TextUnmarshaler
}

func kindOf[T unit[T], P unmarshaler[T]](name string, places int, of func(int64) T, raw func(T) int64,
	parse func(string) (T, error), sum func(...T) (T, error)) kind {
	back := func(v T, err error) (int64, error) { return raw(v), err }
	return kind{
		name: name, places: places,
		add: func(a, b int64) (int64, error) { return back(of(a).Add(of(b))) },
		sub: func(a, b int64) (int64, error) { return back(of(a).Sub(of(b))) },
		mul: func(a, n int64) (int64, error) { return back(of(a).Mul(n)) },
		sum: func(values []int64) (int64, error) {
			var all []T
			for _, v := range values {
				all = append(all, of(v))
			}
			return back(sum(all...))
		},
		cmp:    func(a, b int64) int { return of(a).Cmp(of(b)) },
		less:   func(a, b int64) bool { return of(a).Less(of(b)) },
		equal:  func(a, b int64) bool { return of(a).Equal(of(b)) },
		sign:   func(a int64) int { return of(a).Sign() },
		isZero: func(a int64) bool { return of(a).IsZero() },
		text:   func(a int64) string { return of(a).String() },
		marshal: func(a int64) (string, error) {
			b, err := of(a).MarshalText()
			return string(b), err
		},
		parse: func(s string) (int64, error) { return back(parse(s)) },
		unmarshal: func(s string) (int64, error) {
			v := of(7)
			err := P(&v).UnmarshalText([]byte(s))
			return raw(v), err
		},
	}
}

// whole dresses a plain number type, whose arithmetic is in functions, as a unit.
type whole[T ~int64] struct{ v T }

func (w whole[T]) Add(x whole[T]) (whole[T], error) {
	v, err := measure.Add(w.v, x.v)
	return whole[T]{v}, err
}

func (w whole[T]) Sub(x whole[T]) (whole[T], error) {
	v, err := measure.Sub(w.v, x.v)
	return whole[T]{v}, err
}

func (w whole[T]) Mul(n int64) (whole[T], error) {
	v, err := measure.Mul(w.v, n)
	return whole[T]{v}, err
}

func (w whole[T]) Cmp(x whole[T]) int    { return big.NewInt(int64(w.v)).Cmp(big.NewInt(int64(x.v))) }
func (w whole[T]) Less(x whole[T]) bool  { return w.v < x.v }
func (w whole[T]) Equal(x whole[T]) bool { return w.v == x.v }
func (w whole[T]) Sign() int             { return big.NewInt(int64(w.v)).Sign() }
func (w whole[T]) IsZero() bool          { return w.v == 0 }
func (w whole[T]) String() string        { return any(w.v).(interface{ String() string }).String() }
func (w whole[T]) MarshalText() ([]byte, error) {
	return any(w.v).(encoding.TextMarshaler).MarshalText()
}

func (w *whole[T]) UnmarshalText(text []byte) error {
	return any(&w.v).(encoding.TextUnmarshaler).UnmarshalText(text)
}

func wholeKind[T ~int64](name string, parse func(string) (T, error)) kind {
	return kindOf[whole[T]](name, 0,
		func(n int64) whole[T] { return whole[T]{T(n)} },
		func(w whole[T]) int64 { return int64(w.v) },
		func(s string) (whole[T], error) {
			v, err := parse(s)
			return whole[T]{v}, err
		},
		func(values ...whole[T]) (whole[T], error) {
			var all []T
			for _, w := range values {
				all = append(all, w.v)
			}
			v, err := measure.Sum(all...)
			return whole[T]{v}, err
		})
}

func kinds() []kind {
	return []kind{
		wholeKind("People", measure.ParsePeople),
		wholeKind("Count", measure.ParseCount),
		kindOf[measure.Area]("Area", 4, measure.SquareCentimetres, measure.Area.SquareCentimetres,
			measure.ParseArea, measure.SumArea),
		kindOf[measure.GrossArea]("GrossArea", 4, measure.GrossSquareCentimetres, measure.GrossArea.SquareCentimetres,
			measure.ParseGrossArea, measure.SumGrossArea),
		kindOf[measure.Money]("Money", 2, measure.Fen, measure.Money.Fen, measure.ParseMoney, measure.SumMoney),
		kindOf[measure.Distance]("Distance", 3, measure.Millimetres, measure.Distance.Millimetres,
			measure.ParseDistance, measure.SumDistance),
		kindOf[measure.Quantity]("Quantity", 3, measure.Thousandths, measure.Quantity.Thousandths,
			measure.ParseQuantity, measure.SumQuantity),
		kindOf[measure.Duration]("Duration", 0, measure.Seconds, measure.Duration.Seconds,
			measure.ParseDuration, measure.SumDuration),
	}
}

// eachKind states a law for every unit type.
func eachKind(t *testing.T, law func(t *rapid.T, k kind)) {
	t.Helper()
	for _, k := range kinds() {
		t.Run(k.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { law(t, k) })
		})
	}
}

// drawInt draws small numbers, any numbers and the ends of the range, where arithmetic goes wrong.
func drawInt(t *rapid.T, label string) int64 {
	return rapid.OneOf(
		rapid.Int64Range(-1000, 1000),
		rapid.Int64(),
		rapid.SampledFrom([]int64{
			math.MinInt64, math.MinInt64 + 1, math.MaxInt64, math.MaxInt64 - 1,
			1 << 62, -1 << 62, 1<<62 - 1, 1 << 32, -1 << 32, 3037000500, -3037000500,
		}),
	).Draw(t, label)
}

// checkExact compares a checked result with the exact one: equal where it fits, an overflow where it does not.
func checkExact(t *rapid.T, what string, got int64, err error, exact *big.Int) {
	t.Helper()
	switch {
	case !exact.IsInt64():
		if code(err) != measure.CodeOverflow || got != 0 {
			t.Fatalf("%s = %d, %v; the exact result %s does not fit", what, got, err, exact)
		}
	case err != nil || got != exact.Int64():
		t.Fatalf("%s = %d, %v; want %s", what, got, err, exact)
	}
}

// code returns the code of an error of the package, "" for none and the text of any other error.
func code(err error) string {
	switch e := err.(type) {
	case nil:
		return ""
	case *measure.Error:
		return e.Code
	}
	return "not a *measure.Error: " + err.Error()
}

// dec reads a decimal of the tests' own; the decimal package's reader is the second way.
func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// rational turns a plain decimal text into a fraction, independently of the package.
func rational(t interface{ Fatalf(string, ...any) }, s string) *big.Rat {
	x, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is not a number", s)
	}
	return x
}

// trimmed is a plain decimal without trailing zeros.
func trimmed(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func powerOfTen(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
