package measure_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestArithmeticIsExactOrReported(t *testing.T) {
	eachKind(t, func(t *rapid.T, k kind) {
		a, b := drawInt(t, "a"), drawInt(t, "b")
		x, y := big.NewInt(a), big.NewInt(b)
		got, err := k.add(a, b)
		checkExact(t, "a + b", got, err, new(big.Int).Add(x, y))
		got, err = k.sub(a, b)
		checkExact(t, "a - b", got, err, new(big.Int).Sub(x, y))
		got, err = k.mul(a, b)
		checkExact(t, "a × b", got, err, new(big.Int).Mul(x, y))
	})
}

func TestSumIsExactInAnyOrder(t *testing.T) {
	eachKind(t, func(t *rapid.T, k kind) {
		values := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) int64 { return drawInt(t, "value") }), 0, 8).
			Draw(t, "values")
		exact := new(big.Int)
		for _, v := range values {
			exact.Add(exact, big.NewInt(v))
		}
		got, err := k.sum(values)
		checkExact(t, "sum", got, err, exact)
		shuffled := rapid.Permutation(values).Draw(t, "shuffled")
		again, errAgain := k.sum(shuffled)
		if diff := cmp.Diff([]any{got, err}, []any{again, errAgain}); diff != "" {
			t.Fatalf("another order, another sum (-first +second):\n%s", diff)
		}
	})
}

func TestOrderOfMeasuresIsOrderOfNumbers(t *testing.T) {
	eachKind(t, func(t *rapid.T, k kind) {
		a, b := drawInt(t, "a"), drawInt(t, "b")
		if rapid.Bool().Draw(t, "same") {
			b = a
		}
		order := big.NewInt(a).Cmp(big.NewInt(b))
		got := []any{k.cmp(a, b), k.less(a, b), k.equal(a, b), k.sign(a), k.isZero(a), k.isZero(0)}
		want := []any{order, order < 0, order == 0, big.NewInt(a).Sign(), big.NewInt(a).Sign() == 0, true}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("Cmp, Less, Equal, Sign, IsZero of %d and %d (-want +got):\n%s", a, b, diff)
		}
	})
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	eachKind(t, func(t *rapid.T, k kind) {
		n := drawInt(t, "n")
		text := k.text(n)
		exact := new(big.Rat).SetFrac(big.NewInt(n), powerOfTen(k.places))
		if want := trimmed(exact.FloatString(k.places)); text != want {
			t.Fatalf("String of %d = %q, want %q", n, text, want)
		}
		if marshalled, err := k.marshal(n); err != nil || marshalled != text {
			t.Fatalf("MarshalText of %d = %q, %v; want %q", n, marshalled, err, text)
		}
		got, err := k.parse(text)
		into, intoErr := k.unmarshal(text)
		if n < 0 {
			// A difference is written with its sign, but nothing observed is read with one.
			if code(err) != measure.CodeNegative || code(intoErr) != measure.CodeNegative || into != 7 {
				t.Fatalf("reading %q: %v and %v (left %d), want both refused", text, err, intoErr, into)
			}
			return
		}
		if err != nil || got != n || intoErr != nil || into != n {
			t.Fatalf("reading %q: %d, %v and %d, %v; want %d", text, got, err, into, intoErr, n)
		}
	})
}

func TestTrailingZerosChangeNothingAndFinerDigitsAreRefused(t *testing.T) {
	eachKind(t, func(t *rapid.T, k kind) {
		n := rapid.Int64Range(0, 1e15).Draw(t, "n")
		text := new(big.Rat).SetFrac(big.NewInt(n), powerOfTen(k.places)).FloatString(k.places)
		if k.places == 0 {
			text += "."
		}
		zeros := rapid.IntRange(1, 8).Draw(t, "zeros")
		padded := text + strings.Repeat("0", zeros)
		finer := padded + "1"
		wantPadded, wantFiner := "", measure.CodeInexact
		if k.name == "People" || k.name == "Count" {
			wantPadded, wantFiner = measure.CodeFraction, measure.CodeFraction
		}
		got, err := k.parse(padded)
		if code(err) != wantPadded || err == nil && got != n {
			t.Fatalf("%q = %d, %v", padded, got, err)
		}
		if got, err := k.parse(finer); code(err) != wantFiner || got != 0 {
			t.Fatalf("%q = %d, %v; want %s", finer, got, err, wantFiner)
		}
	})
}

// conversion is a constructor from a decimal, and how many smallest units one of its units has.
type conversion struct {
	name     string
	of       func(decimal.Decimal) (int64, error)
	num, den int64
}

func via[T any](of func(decimal.Decimal) (T, error), raw func(T) int64) func(decimal.Decimal) (int64, error) {
	return func(d decimal.Decimal) (int64, error) {
		v, err := of(d)
		return raw(v), err
	}
}

func conversions() []conversion {
	area, gross := measure.Area.SquareCentimetres, measure.GrossArea.SquareCentimetres
	return []conversion{
		{"SquareMetres", via(measure.SquareMetres, area), 10_000, 1},
		{"Hectares", via(measure.Hectares, area), 100_000_000, 1},
		{"Mu", via(measure.Mu, area), 100_000_000, 15},
		{"GrossSquareMetres", via(measure.GrossSquareMetres, gross), 10_000, 1},
		{"GrossHectares", via(measure.GrossHectares, gross), 100_000_000, 1},
		{"GrossMu", via(measure.GrossMu, gross), 100_000_000, 15},
		{"Yuan", via(measure.Yuan, measure.Money.Fen), 100, 1},
		{"WanYuan", via(measure.WanYuan, measure.Money.Fen), 1_000_000, 1},
		{"YiYuan", via(measure.YiYuan, measure.Money.Fen), 10_000_000_000, 1},
		{"Metres", via(measure.Metres, measure.Distance.Millimetres), 1_000, 1},
		{"Kilometres", via(measure.Kilometres, measure.Distance.Millimetres), 1_000_000, 1},
		{"QuantityOf", via(measure.QuantityOf, measure.Quantity.Thousandths), 1_000, 1},
		{"MinutesOf", via(measure.MinutesOf, measure.Duration.Seconds), 60, 1},
		{"HoursOf", via(measure.HoursOf, measure.Duration.Seconds), 3_600, 1},
	}
}

func TestConversionIsExactOrRefused(t *testing.T) {
	for _, c := range conversions() {
		t.Run(c.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				digits := drawInt(t, "digits")
				exponent := rapid.IntRange(-14, 14).Draw(t, "exponent")
				if rapid.Bool().Draw(t, "multiple of three") {
					digits -= digits % 3
				}
				exact := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(digits), powerOfTen(exponent+14)), powerOfTen(14))
				exact.Mul(exact, big.NewRat(c.num, c.den))
				got, err := c.of(decimal.New(digits, int32(exponent)))
				want, wantCode := int64(0), ""
				switch {
				case !exact.IsInt():
					wantCode = measure.CodeInexact
				case !exact.Num().IsInt64():
					wantCode = measure.CodeRange
				default:
					want = exact.Num().Int64()
				}
				if got != want || code(err) != wantCode {
					t.Fatalf("%de%d = %d, %v; want %d, %q", digits, exponent, got, err, want, wantCode)
				}
			})
		})
	}
}

func TestWholeConstructorsAreExactOrReported(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawInt(t, "n")
		times := func(f int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(f)) }
		q, err := measure.Units(n)
		checkExact(t, "Units", q.Thousandths(), err, times(1000))
		d, err := measure.Minutes(n)
		checkExact(t, "Minutes", d.Seconds(), err, times(60))
		d, err = measure.Hours(n)
		checkExact(t, "Hours", d.Seconds(), err, times(3600))
		a, err := measure.SquareCentimetres(n).Times(measure.People(1000))
		checkExact(t, "Area.Times", a.SquareCentimetres(), err, times(1000))
		q, err = measure.Thousandths(n).Times(1000)
		checkExact(t, "Quantity.Times", q.Thousandths(), err, times(1000))
	})
}

func TestAccessorsGiveTheStoredValueInEveryUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawInt(t, "n")
		check := func(name string, got measure.Ratio, per int64) {
			t.Helper()
			if x, ok := got.Rat(); !ok || x.Cmp(new(big.Rat).SetFrac(big.NewInt(n), big.NewInt(per))) != 0 {
				t.Fatalf("%s of %d = %s", name, n, got)
			}
		}
		of := measure.RatioOfDecimal
		check("SquareMetres", of(measure.SquareCentimetres(n).SquareMetres()), 10_000)
		check("Hectares", of(measure.SquareCentimetres(n).Hectares()), 100_000_000)
		check("gross SquareMetres", of(measure.GrossSquareCentimetres(n).SquareMetres()), 10_000)
		check("gross Hectares", of(measure.GrossSquareCentimetres(n).Hectares()), 100_000_000)
		check("Yuan", of(measure.Fen(n).Yuan()), 100)
		check("WanYuan", of(measure.Fen(n).WanYuan()), 1_000_000)
		check("YiYuan", of(measure.Fen(n).YiYuan()), 10_000_000_000)
		check("Metres", of(measure.Millimetres(n).Metres()), 1_000)
		check("Kilometres", of(measure.Millimetres(n).Kilometres()), 1_000_000)
		check("Decimal", of(measure.Thousandths(n).Decimal()), 1_000)
		check("Minutes", measure.Seconds(n).Minutes(), 60)
		check("Hours", measure.Seconds(n).Hours(), 3_600)
	})
}

// dividers are the divisions with a direction; nil where a type has only one of them.
func dividers() map[string][2]func(n, per int64) (int64, bool) {
	type division = func(n, per int64) (int64, bool)
	return map[string][2]division{
		"Area": {func(n, per int64) (int64, bool) {
			p, ok := measure.SquareCentimetres(n).Fit(measure.SquareCentimetres(per))
			return int64(p), ok
		}, nil},
		"Money": {
			func(n, per int64) (int64, bool) { return measure.Fen(n).DivFloor(measure.Fen(per)) },
			func(n, per int64) (int64, bool) { return measure.Fen(n).DivCeil(measure.Fen(per)) }},
		"Distance": {
			func(n, per int64) (int64, bool) { return measure.Millimetres(n).DivFloor(measure.Millimetres(per)) },
			func(n, per int64) (int64, bool) { return measure.Millimetres(n).DivCeil(measure.Millimetres(per)) }},
		"Quantity": {
			func(n, per int64) (int64, bool) { return measure.Thousandths(n).DivFloor(measure.Thousandths(per)) },
			func(n, per int64) (int64, bool) { return measure.Thousandths(n).DivCeil(measure.Thousandths(per)) }},
		"Duration": {
			func(n, per int64) (int64, bool) { return measure.Seconds(n).DivFloor(measure.Seconds(per)) },
			func(n, per int64) (int64, bool) { return measure.Seconds(n).DivCeil(measure.Seconds(per)) }},
	}
}

// floor × per ≤ n < (floor + 1) × per and (ceil − 1) × per < n ≤ ceil × per, in whole numbers of any size.
func TestFloorIsNotAboveAndCeilNotBelowTheExactQuotient(t *testing.T) {
	for name, division := range dividers() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				n := drawInt(t, "n")
				per := rapid.OneOf(rapid.Int64Range(-2, 20), rapid.Just(drawInt(t, "wide"))).Draw(t, "per")
				for i, divide := range division {
					if divide == nil {
						continue
					}
					got, ok := divide(n, per)
					if n < 0 || per <= 0 {
						if ok || got != 0 {
							t.Fatalf("%d by %d = %d, %v; want none", n, per, got, ok)
						}
						continue
					}
					reach := func(parts int64) int {
						product := new(big.Int).Mul(big.NewInt(parts), big.NewInt(per))
						return product.Cmp(big.NewInt(n))
					}
					floorRight := reach(got) <= 0 && (got == 1<<63-1 || reach(got+1) > 0)
					ceilRight := reach(got) >= 0 && reach(got-1) < 0
					if !ok || i == 0 && !floorRight || i == 1 && !ceilRight {
						t.Fatalf("%d by %d = %d, %v", n, per, got, ok)
					}
				}
			})
		})
	}
}

func TestMoreAreaNeverFitsFewer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		per := measure.SquareCentimetres(rapid.Int64Range(1, 100_000).Draw(t, "cm² each"))
		less := rapid.Int64Range(0, 1e15).Draw(t, "less")
		more := less + rapid.Int64Range(0, 1e15).Draw(t, "added")
		a, _ := measure.SquareCentimetres(less).Fit(per)
		b, _ := measure.SquareCentimetres(more).Fit(per)
		if a > b {
			t.Fatalf("%d cm² fit %d, %d cm² only %d", less, a, more, b)
		}
	})
}

func TestQuantityRoundsToTheNextWholeUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawInt(t, "n")
		q := measure.Thousandths(n)
		thousand := big.NewInt(1000)
		floor := new(big.Int).Div(big.NewInt(n), thousand)
		ceil := new(big.Int).Neg(new(big.Int).Div(new(big.Int).Neg(big.NewInt(n)), thousand))
		if q.Floor() != floor.Int64() || q.Ceil() != ceil.Int64() {
			t.Fatalf("%s: floor %d, ceil %d; want %s, %s", q, q.Floor(), q.Ceil(), floor, ceil)
		}
	})
}

func TestDecimalsKeepTheirPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(0|[1-9][0-9]{0,18})(\.[0-9]{1,18})?`).Draw(t, "text")
		negative := rapid.Bool().Draw(t, "negative") && strings.Trim(text, "0.") != ""
		if negative {
			text = "-" + text
		}
		d, err := measure.ParseSignedDecimal(text)
		if err != nil || d.Cmp(dec(text)) != 0 {
			t.Fatalf("ParseSignedDecimal(%q) = %s, %v", text, measure.DecimalText(d), err)
		}
		if got := measure.DecimalText(d); got != text {
			t.Fatalf("%q is written back as %q", text, got)
		}
		unsigned, err := measure.ParseDecimal(text)
		if negative && code(err) != measure.CodeNegative || !negative && (err != nil || unsigned.Cmp(d) != 0) {
			t.Fatalf("ParseDecimal(%q) = %s, %v", text, measure.DecimalText(unsigned), err)
		}
	})
}

func TestDecimalTextIsTheNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(drawInt(t, "digits"), rapid.Int32Range(-45, 45).Draw(t, "exponent"))
		text := measure.DecimalText(d)
		if x := rational(t, text); x.Cmp(d.Rat()) != 0 || strings.ContainsAny(text, "eE") {
			t.Fatalf("%v is written as %q", d.Rat(), text)
		}
	})
}

func TestEveryReaderAgreesOnWhatIsAPlainNumber(t *testing.T) {
	alphabet := []rune("0123456789.-+_e/ ,３")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom(alphabet), 0, 6, -1).Draw(t, "text")
		_, wantErr := measure.ParseDecimal(text)
		for _, k := range kinds() {
			n, err := k.parse(text)
			if err == nil {
				exact := new(big.Rat).Mul(rational(t, text), new(big.Rat).SetInt(powerOfTen(k.places)))
				if wantErr != nil || exact.Cmp(new(big.Rat).SetInt64(n)) != 0 {
					t.Fatalf("%s(%q) = %d; ParseDecimal: %v", k.name, text, n, wantErr)
				}
				continue
			}
			// A number is refused for its size or fineness alone; what is no number, for the same reason everywhere.
			if wantErr == nil && !slices.Contains([]string{measure.CodeFraction, measure.CodeInexact}, code(err)) ||
				wantErr != nil && code(err) != code(wantErr) {
				t.Fatalf("%s(%q): %v; ParseDecimal: %v", k.name, text, err, wantErr)
			}
		}
	})
}
