package measure_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// twin is a ratio and the same number in the standard library's fractions; x is nil where the ratio is unknown.
type twin struct {
	r measure.Ratio
	x *big.Rat
}

// drawTwin draws small, wide, decimal and unknown ratios.
func drawTwin(t *rapid.T, label string) twin {
	return rapid.OneOf(
		rapid.Custom(func(t *rapid.T) twin {
			return quotient(rapid.Int64Range(-9, 9).Draw(t, "num"), rapid.Int64Range(-9, 9).Draw(t, "den"))
		}),
		rapid.Custom(func(t *rapid.T) twin { return quotient(drawInt(t, "num"), drawInt(t, "den")) }),
		rapid.Custom(func(t *rapid.T) twin {
			num := decimal.New(drawInt(t, "num"), rapid.Int32Range(-30, 30).Draw(t, "num exponent"))
			den := decimal.New(drawInt(t, "den"), rapid.Int32Range(-30, 30).Draw(t, "den exponent"))
			if den.Sign() == 0 {
				return twin{measure.RatioOfDecimals(num, den), nil}
			}
			return twin{measure.RatioOfDecimals(num, den), new(big.Rat).Quo(num.Rat(), den.Rat())}
		}),
	).Draw(t, label)
}

func drawKnown(t *rapid.T, label string) twin {
	w := drawTwin(t, label)
	if w.x == nil {
		return quotient(1, 3)
	}
	return w
}

func quotient(num, den int64) twin {
	if den == 0 {
		return twin{measure.RatioOf(num, den), nil}
	}
	return twin{measure.RatioOf(num, den), big.NewRat(num, den)}
}

func (w twin) check(t *rapid.T, what string) {
	t.Helper()
	got, known := w.r.Rat()
	if known != w.r.Known() || known != (w.x != nil) || known && got.Cmp(w.x) != 0 {
		t.Fatalf("%s = %v (known %v), want %v", what, got, known, w.x)
	}
}

func TestRatioArithmeticIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawTwin(t, "a"), drawTwin(t, "b")
		a.check(t, "a")
		if a.x == nil || b.x == nil {
			for what, r := range map[string]measure.Ratio{
				"+": a.r.Add(b.r), "-": a.r.Sub(b.r), "×": a.r.Mul(b.r), "÷": a.r.Div(b.r),
				"sum": measure.SumRatios(a.r, b.r), "mean": measure.MeanRatios(b.r, a.r),
			} {
				twin{r, nil}.check(t, "unknown "+what)
			}
			return
		}
		sum := new(big.Rat).Add(a.x, b.x)
		twin{a.r.Add(b.r), sum}.check(t, "a + b")
		twin{a.r.Sub(b.r), new(big.Rat).Sub(a.x, b.x)}.check(t, "a - b")
		twin{a.r.Mul(b.r), new(big.Rat).Mul(a.x, b.x)}.check(t, "a × b")
		twin{a.r.Neg(), new(big.Rat).Neg(a.x)}.check(t, "-a")
		twin{measure.SumRatios(a.r, b.r), sum}.check(t, "sum")
		twin{measure.MeanRatios(a.r, b.r), new(big.Rat).Mul(sum, big.NewRat(1, 2))}.check(t, "mean")
		if b.x.Sign() == 0 {
			twin{a.r.Div(b.r), nil}.check(t, "a ÷ 0")
		} else {
			twin{a.r.Div(b.r), new(big.Rat).Quo(a.x, b.x)}.check(t, "a ÷ b")
		}
	})
}

func TestRatioArithmeticChangesNoOperand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawKnown(t, "a"), drawKnown(t, "b")
		a.r.Add(b.r).Sub(a.r).Mul(b.r).Div(a.r).Neg()
		a.r.Floor()
		a.r.Ceil()
		_ = a.r.TextAgainst(b.r, 2) + a.r.String()
		measure.RootRate(a.r, 3, 4)
		if copied, ok := a.r.Rat(); ok {
			copied.Add(copied, big.NewRat(1, 1))
		}
		a.check(t, "a")
		b.check(t, "b")
	})
}

func TestSumAndMeanOfRatiosDoNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var values []measure.Ratio
		for range rapid.IntRange(0, 6).Draw(t, "how many") {
			values = append(values, drawTwin(t, "value").r)
		}
		shuffled := rapid.Permutation(values).Draw(t, "shuffled")
		if !measure.SumRatios(values...).Equal(measure.SumRatios(shuffled...)) ||
			!measure.MeanRatios(values...).Equal(measure.MeanRatios(shuffled...)) {
			t.Fatal("another order, another result")
		}
	})
}

func TestRatioOrderIsTheOrderOfFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawTwin(t, "a"), drawTwin(t, "b")
		switch rapid.IntRange(0, 3).Draw(t, "relation") {
		case 0:
			b = a
		case 1: // as near as two small fractions come
			n := rapid.Int64Range(2, math.MaxInt64).Draw(t, "n")
			a, b = quotient(n-1, n), quotient(n-2, n-1)
		}
		c, ok := a.r.Cmp(b.r)
		got := []any{c, ok, a.r.AtLeast(b.r), a.r.AtMost(b.r), a.r.Less(b.r), a.r.Equal(b.r)}
		want := []any{0, false, false, false, false, a.x == nil && b.x == nil}
		if a.x != nil && b.x != nil {
			c := a.x.Cmp(b.x)
			want = []any{c, true, c >= 0, c <= 0, c < 0, c == 0}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("Cmp, AtLeast, AtMost, Less, Equal of %s and %s (-want +got):\n%s", a.r, b.r, diff)
		}
		if a.x != nil && a.r.Sign() != a.x.Sign() {
			t.Fatalf("Sign(%s) = %d", a.r, a.r.Sign())
		}
	})
}

func TestUnknownRatioNeverComparesAsZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unknown := rapid.SampledFrom([]measure.Ratio{
			{}, measure.RatioOf(0, 0), measure.RatioOf(5, 0), measure.Whole(1).Div(measure.Whole(0)),
			measure.RatioOfDecimals(dec("1"), dec("0.00")), measure.MeanRatios(),
		}).Draw(t, "unknown")
		other := drawTwin(t, "other").r
		if unknown.Known() || unknown.AtLeast(other) || unknown.AtMost(other) || unknown.Less(other) ||
			other.AtLeast(unknown) || other.AtMost(unknown) || other.Less(unknown) || unknown.Equal(measure.Whole(0)) {
			t.Fatalf("unknown compares with %s", other)
		}
	})
}

func TestFloorAndCeilEncloseTheRatio(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawTwin(t, "a")
		floor, fok := a.r.Floor()
		ceil, cok := a.r.Ceil()
		if a.x == nil {
			if fok || cok || floor != 0 || ceil != 0 {
				t.Fatal("unknown has a floor or a ceiling")
			}
			return
		}
		down := new(big.Int).Div(a.x.Num(), a.x.Denom())
		up := new(big.Int).Neg(new(big.Int).Div(new(big.Int).Neg(a.x.Num()), a.x.Denom()))
		if !fok && floor != 0 || !cok && ceil != 0 {
			t.Fatalf("%s: floor %d, ceil %d that do not hold", a.r, floor, ceil)
		}
		if fok != down.IsInt64() || fok && floor != down.Int64() || cok != up.IsInt64() || cok && ceil != up.Int64() {
			t.Fatalf("%s: floor %d %v, ceil %d %v; want %s, %s", a.r, floor, fok, ceil, cok, down, up)
		}
	})
}

func TestTextRoundsHalfAwayFromZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 12).Draw(t, "places")
		a := drawKnown(t, "a")
		if rapid.Bool().Draw(t, "on the half") {
			odd := 2*rapid.Int64Range(-1000, 1000).Draw(t, "k") + 1
			a.x = new(big.Rat).SetFrac(big.NewInt(odd), new(big.Int).Mul(big.NewInt(2), powerOfTen(places)))
			a.r = measure.RatioOf(a.x.Num().Int64(), a.x.Denom().Int64())
		}
		want := a.x.FloatString(places) // the standard library rounds halves away from zero as well
		if strings.Trim(want, "-0.") == "" {
			want = strings.TrimPrefix(want, "-")
		}
		if got := a.r.Text(places); got != want {
			t.Fatalf("Text(%s, %d) = %q, want %q", a.x, places, got, want)
		}
		hundredfold := twin{a.r.Mul(measure.Whole(100)), nil}
		if got, want := a.r.Percent(places), hundredfold.r.Text(places); got != want {
			t.Fatalf("Percent = %q, want %q", got, want)
		}
	})
}

func TestPrintedNumberNeverContradictsTheLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 6).Draw(t, "places")
		a, limit := drawTwin(t, "a"), drawTwin(t, "limit")
		if limit.x != nil && rapid.Bool().Draw(t, "near the limit") {
			off := new(big.Rat).SetFrac(big.NewInt(rapid.Int64Range(-2, 2).Draw(t, "off by")),
				powerOfTen(rapid.IntRange(0, 45).Draw(t, "places off")))
			d := decimal.NewFromBigInt(off.Num(), 0)
			e := decimal.NewFromBigInt(off.Denom(), 0)
			a = twin{limit.r.Add(measure.RatioOfDecimals(d, e)), new(big.Rat).Add(limit.x, off)}
		}
		text := a.r.TextAgainst(limit.r, places)
		if a.x == nil || limit.x == nil {
			if want := a.r.Text(places); text != want {
				t.Fatalf("TextAgainst with an unknown = %q, want %q", text, want)
			}
			return
		}
		printed := rational(t, text)
		if printed.Cmp(limit.x) != a.x.Cmp(limit.x) {
			t.Fatalf("%s against %s is printed as %q", a.x, limit.x, text)
		}
		// No more places than needed: with one place fewer it would contradict.
		_, decimals, _ := strings.Cut(text, ".")
		if more := len(decimals); more > places && !strings.Contains(text, "/") {
			if shorter := rational(t, a.r.Text(more-1)); shorter.Cmp(limit.x) == a.x.Cmp(limit.x) {
				t.Fatalf("%s against %s is printed as %q, a place too many", a.x, limit.x, text)
			}
		}
	})
}

func TestRatioTextIsReadBackExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawTwin(t, "a")
		text, err := a.r.MarshalText()
		if err != nil {
			t.Fatalf("MarshalText: %v", err)
		}
		back := measure.Whole(7)
		if err := back.UnmarshalText(text); err != nil || !back.Equal(a.r) {
			t.Fatalf("%q reads as %s, %v", text, back, err)
		}
		exact, ok := a.r.Exact()
		if ok != (a.x != nil && !strings.Contains(string(text), "/")) || ok && exact != string(text) {
			t.Fatalf("Exact = %q, %v; MarshalText = %q", exact, ok, text)
		}
		if ok && (rational(t, exact).Cmp(a.x) != 0 || exact != trimmed(exact)) {
			t.Fatalf("Exact of %s = %q", a.x, exact)
		}
	})
}

func TestExactIsMissingOnlyBeyond38Digits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 45).Draw(t, "places")
		digits := rapid.Int64Range(1, math.MaxInt64).Draw(t, "digits")
		x := new(big.Rat).SetFrac(big.NewInt(digits), powerOfTen(places))
		want := trimmed(x.FloatString(places))
		_, ok := measure.RatioOfDecimal(decimal.New(digits, int32(-places))).Exact()
		if fits := len(strings.Replace(want, ".", "", 1)) <= 38; ok != fits {
			t.Fatalf("Exact of %q: %v", want, ok)
		}
	})
}

func TestEqualRatiosAreWrittenAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawKnown(t, "a")
		k := rapid.Int64Range(1, 1000).Draw(t, "k")
		b := a.r.Mul(measure.Whole(k)).Div(measure.Whole(k))
		if !a.r.Equal(b) || a.r.String() != b.String() {
			t.Fatalf("%s and %s", a.r, b)
		}
	})
}

// (1 + rate − half a place)^years ≤ factor ≤ (1 + rate + half a place)^years.
func TestRootRateBracketsTheFactor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		years := rapid.IntRange(1, 12).Draw(t, "years")
		places := rapid.IntRange(0, 12).Draw(t, "places")
		factor := quotient(rapid.Int64Range(0, 1e9).Draw(t, "num"), rapid.Int64Range(1, 1e9).Draw(t, "den"))
		rate, ok := measure.RootRate(factor.r, years, places)
		r, known := rate.Rat()
		if !ok || !known {
			t.Fatalf("no rate for %s in %d years", factor.x, years)
		}
		half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), powerOfTen(places)))
		growth := new(big.Rat).Add(r, big.NewRat(1, 1))
		low, high := new(big.Rat).Sub(growth, half), new(big.Rat).Add(growth, half)
		if low.Sign() > 0 && power(low, years).Cmp(factor.x) > 0 || power(high, years).Cmp(factor.x) < 0 {
			t.Fatalf("rate %s of %s in %d years", rate, factor.x, years)
		}
		if scaled := new(big.Rat).Mul(r, new(big.Rat).SetInt(powerOfTen(places))); !scaled.IsInt() {
			t.Fatalf("rate %s has more than %d places", rate, places)
		}
	})
}

func TestRootRateRoundsHalfAwayFromZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		years := rapid.IntRange(1, 8).Draw(t, "years")
		places := rapid.IntRange(1, 4).Draw(t, "places")
		odd := 2*rapid.Int64Range(-4, 100).Draw(t, "k") + 1
		exact := new(big.Rat).SetFrac(big.NewInt(odd), new(big.Int).Mul(big.NewInt(2), powerOfTen(places)))
		growth := new(big.Rat).Add(exact, big.NewRat(1, 1))
		factor := measure.Whole(1)
		for range years {
			factor = factor.Mul(measure.RatioOf(growth.Num().Int64(), growth.Denom().Int64()))
		}
		rate, ok := measure.RootRate(factor, years, places)
		if want := exact.FloatString(places); !ok || rational(t, want).Cmp(mustRat(t, rate)) != 0 {
			t.Fatalf("rate = %s, %v; want %s from %s", rate, ok, want, exact)
		}
	})
}

func mustRat(t *rapid.T, r measure.Ratio) *big.Rat {
	x, ok := r.Rat()
	if !ok {
		t.Fatal("unknown")
	}
	return x
}

func power(x *big.Rat, n int) *big.Rat {
	p := big.NewRat(1, 1)
	for range n {
		p.Mul(p, x)
	}
	return p
}
