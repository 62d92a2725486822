package spec_test

import (
	"math/big"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"pgregory.net/rapid"
)

// rooted works out root(x, n, decimals) on whole numbers over 1000.
func rooted(x, n, decimals int64) (measure.Ratio, bool) {
	f := spec.Finding{Inputs: []spec.Input{{Name: "x", Value: spec.AmountOf(measure.RatioOf(x, 1000), 3)},
		{Name: "n", Value: spec.Whole(n)}, {Name: "decimals", Value: spec.Whole(decimals)}}}
	for _, w := range f.Workings([]spec.Derivation{{Of: "new", Is: "root(x, n, decimals)", Label: spec.T("new", "新")}}) {
		if w.Of == "new" {
			return w.Value.Exact(), true
		}
	}
	return measure.Ratio{}, false
}

// The root to so many decimals lies within half a last place of the exact one:
// its bounds taken to the power lie on both sides of x.
func TestRootLiesWithinHalfALastPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, n, decimals := rapid.Int64Range(0, 5_000_000).Draw(t, "x"), rapid.Int64Range(1, 12).Draw(t, "n"), rapid.Int64Range(0, 9).Draw(t, "decimals")
		got, ok := rooted(x, n, decimals)
		root, read := new(big.Rat).SetString(got.Text(int(decimals)))
		if !ok || !read {
			t.Fatalf("no root: %v", got)
		}
		half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), new(big.Int).Exp(big.NewInt(10), big.NewInt(decimals), nil)))
		power := func(r *big.Rat) *big.Rat {
			out := big.NewRat(1, 1)
			for range n {
				out.Mul(out, r)
			}
			return out
		}
		exact := big.NewRat(x, 1000)
		low, high := new(big.Rat).Sub(root, half), new(big.Rat).Add(root, half)
		if low.Sign() > 0 && power(low).Cmp(exact) > 0 || power(high).Cmp(exact) < 0 {
			t.Fatalf("the %d-th root of %s is not %s", n, exact, root.FloatString(int(decimals)))
		}
	})
}

func TestARootThatThereIsNotGivesNothing(t *testing.T) {
	for _, c := range [][3]int64{{-1000, 2, 3}, {2000, 0, 3}, {2000, 101, 3}, {2000, 2, -1}, {2000, 2, 19}} {
		if got, ok := rooted(c[0], c[1], c[2]); ok {
			t.Errorf("root(%v) = %v", c, got)
		}
	}
}

// A sum of nothing says so; it is no hole in the formula.
func TestASumOfNothingSaysSo(t *testing.T) {
	f := spec.Finding{Actual: spec.Whole(0)}
	for _, w := range f.Workings([]spec.Derivation{{Of: "actual", Is: "sum(part/**)"}}) {
		if w.Of == "actual" && (w.Formula.EN != "sum of (none)" || w.Formula.ZH != "合计(无)" || w.Numbers != "sum(–)") {
			t.Errorf("%q %q %q", w.Formula.EN, w.Formula.ZH, w.Numbers)
		}
	}
}
