package spec_test

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"math/big"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"pgregory.net/rapid"
)

// workedOut is what an expression gives on named whole numbers.
func workedOut(is string, values map[string]int64, order ...string) (measure.Ratio, bool) {
	f := spec.Finding{}
	for _, name := range order {
		f.Inputs = append(f.Inputs, spec.Input{Name: name, Value: spec.Whole(values[name])})
	}
	for _, w := range f.Workings([]spec.Derivation{{Of: "new", Is: is, Label: spec.T("new", "新")}}) {
		if w.Of == "new" {
			return w.Value.Exact(), true
		}
	}
	return measure.Ratio{}, false
}

// arithmetic draws an expression with brackets here and there.
func arithmetic(t *rapid.T, names []string, depth int) string {
	operand := func() string {
		switch n := rapid.IntRange(0, 5).Draw(t, "operand"); {
		case n == 0 && depth > 0:
			return "( " + arithmetic(t, names, depth-1) + " )"
		case n == 1:
			return rapid.SampledFrom([]string{"100", "0.25", "3", "1.5"}).Draw(t, "number")
		}
		return rapid.SampledFrom(names).Draw(t, "name")
	}
	out := operand()
	for range rapid.IntRange(0, 4).Draw(t, "signs") {
		out += " " + rapid.SampledFrom([]string{"+", "−", "×", "÷"}).Draw(t, "sign") + " " + operand()
	}
	return out
}

// gone reads the same expression with the parser and the exact constants of Go.
func gone(is string, values map[string]int64) (*big.Rat, bool) {
	is = strings.NewReplacer("×", "*", "÷", "/", "−", "-").Replace(is)
	tree, err := parser.ParseExpr(is)
	if err != nil {
		panic(err)
	}
	var eval func(e ast.Expr) (constant.Value, bool)
	eval = func(e ast.Expr) (constant.Value, bool) {
		switch e := e.(type) {
		case *ast.ParenExpr:
			return eval(e.X)
		case *ast.BasicLit:
			return constant.MakeFromLiteral(e.Value, e.Kind, 0), true
		case *ast.Ident:
			return constant.MakeInt64(values[e.Name]), true
		case *ast.BinaryExpr:
			x, xok := eval(e.X)
			y, yok := eval(e.Y)
			if !xok || !yok || e.Op == token.QUO && constant.Sign(y) == 0 {
				return nil, false
			}
			return constant.BinaryOp(x, e.Op, y), true
		}
		panic(fmt.Sprintf("%T", e))
	}
	v, ok := eval(tree)
	if !ok {
		return nil, false
	}
	out, ok := new(big.Rat).SetString(v.ExactString())
	return out, ok
}

func TestExpressionsFollowTheRulesOfArithmetic(t *testing.T) {
	names := []string{"a", "b", "c"}
	rapid.Check(t, func(t *rapid.T) {
		values := map[string]int64{}
		for _, name := range names {
			values[name] = rapid.Int64Range(-9, 9).Draw(t, name)
		}
		is := arithmetic(t, names, 3)
		want, known := gone(is, values)
		got, ok := workedOut(is, values, names...)
		if ok != known {
			t.Fatalf("%s with %v: known %v, want %v", is, values, ok, known)
		}
		if rat, _ := got.Rat(); ok && rat.Cmp(want) != 0 {
			t.Fatalf("%s with %v = %s, want %s", is, values, got, want)
		}
	})
}

func TestARangeIsTheListWrittenOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := map[string]int64{"asked": rapid.Int64Range(0, 5).Draw(t, "asked")}
		order := []string{"asked"}
		var list, products, conditions []string
		for i := range rapid.IntRange(1, 6).Draw(t, "parts") {
			n, m := fmt.Sprintf("x.%d", i), fmt.Sprintf("y.%d", i)
			values[n], values[m] = rapid.Int64Range(-9, 9).Draw(t, n), rapid.Int64Range(-9, 9).Draw(t, m)
			order = append(order, n)
			list = append(list, n)
			if rapid.Bool().Draw(t, "with the other") { // a part that lacks a name is left out
				order = append(order, m)
				products = append(products, n+" × "+m)
			}
			conditions = append(conditions, n+" ≥ asked")
		}
		all := "(" + strings.Join(list, ", ") + ")"
		for short, long := range map[string]string{
			"min(x.**)": "min" + all, "max(x.**)": "max" + all, "sum(x.**)": strings.Join(list, " + "),
			"mean(x.**)":            fmt.Sprintf("(%s) ÷ %d", strings.Join(list, " + "), len(list)),
			"count(x.**)":           fmt.Sprint(len(list)),
			"count(x.** ≥ asked)":   "count(" + strings.Join(conditions, ", ") + ")",
			"sum(x.** × y.**)":      strings.Join(append([]string{"0"}, products...), " + "),
			"sum(x.**) − min(x.**)": strings.Join(list, " + ") + " − min" + all,
		} {
			a, aok := workedOut(short, values, order...)
			b, bok := workedOut(long, values, order...)
			if !aok || !bok || !a.Equal(b) {
				t.Fatalf("%s = %s, %s = %s with %v", short, a, long, b, values)
			}
		}
	})
}

func TestARangeTakesWholePartsOfNamesOnly(t *testing.T) {
	values := map[string]int64{"a.1.z": 1, "a.two.z": 2, "a..z": 10, "a.z": 20, "b.1.z": 40, "a.1.y": 80, "a.1.2.z": 160, "a.1.zz": 320, "aa.1.z": 640}
	var order []string
	for name := range values {
		order = append(order, name)
	}
	got, ok := workedOut("sum(a.**.z) + 0 × count(a.**.z)", values, order...)
	if !ok || !got.Equal(measure.Whole(3)) {
		t.Errorf("sum = %s, want 3", got)
	}
}

func TestFunctionsGiveWhatTheirNamesSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		num, den := rapid.Int64Range(-999, 999).Draw(t, "num"), rapid.Int64Range(1, 99).Draw(t, "den")
		values := map[string]int64{"a": num, "b": den}
		at := func(is string) int64 {
			r, ok := workedOut(is, values, "a", "b")
			n, whole := r.Floor()
			if m, _ := r.Ceil(); !ok || !whole || m != n {
				t.Fatalf("%s with %v = %s", is, values, r)
			}
			return n
		}
		floor, ceil := at("floor(a ÷ b)"), at("ceil(a ÷ b)")
		if floor*den > num || (floor+1)*den <= num || ceil*den < num || (ceil-1)*den >= num {
			t.Fatalf("%d ÷ %d lies between %d and %d", num, den, floor, ceil)
		}
		if got := at("abs(a)"); got < 0 || got != num && got != -num {
			t.Fatalf("abs(%d) = %d", num, got)
		}
		half := at("round(a ÷ b, 0)") // no further off than a half, and a half goes away from zero
		if off := 2 * (num - half*den); off > den || off < -den || off == den && num > 0 || off == -den && num < 0 {
			t.Fatalf("round(%d ÷ %d) = %d", num, den, half)
		}
		if got, want := at("round(a ÷ b, 2) × 100"), at("round(a × 100 ÷ b, 0)"); got != want {
			t.Fatalf("round(%d ÷ %d, 2) × 100 = %d, want %d", num, den, got, want)
		}
	})
}

func TestComparisonsCountWhereTheyHold(t *testing.T) {
	for _, c := range []struct {
		is   string
		want int64
	}{
		{"count(a < b)", 1}, {"count(a < a)", 0}, {"count(a ≤ a)", 1}, {"count(b ≤ a)", 0}, {"count(b > a)", 1},
		{"count(a > a)", 0}, {"count(a ≥ a)", 1}, {"count(a ≥ b)", 0}, {"count(a = a)", 1}, {"count(a = b)", 0},
		{"count(a ≠ b)", 1}, {"count(a ≠ a)", 0}, {"count(a < b, b < a, a = a)", 2}, {"count(a, b)", 2},
	} {
		got, ok := workedOut(c.is, map[string]int64{"a": 1, "b": 2}, "a", "b")
		if !ok || !got.Equal(measure.Whole(c.want)) {
			t.Errorf("%s = %s, want %d", c.is, got, c.want)
		}
	}
}

func TestWhatCannotBeReadGivesNothing(t *testing.T) {
	for _, is := range []string{"", "a +", "+ a", "a b", "( a", "a )", "a ÷ 0", "unknown + a", "floor(a, b)", "round(a)", "power(a)", "a-b", "1.", "1e3",
		"a * b", "min()", "a < b", "sum(a < b)", "99999999999999999999", strings.Repeat("( ", 99) + "a" + strings.Repeat(" )", 99), "sum(a, )", "min(z.**)", "mean(z.**)"} {
		if got, ok := workedOut(is, map[string]int64{"a": 1, "b": 2}, "a", "b"); ok {
			t.Errorf("%q = %s", is, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) { // and nothing panics
		tokens := rapid.SliceOf(rapid.SampledFrom([]string{"a", "b", "x.*", "x.**", "(", ")", ",", "+", "−", "÷", "min", "count", "round", "≥", "1", "0.5"})).Draw(t, "tokens")
		d := spec.Derivation{Of: "new", Is: strings.Join(tokens, " "), Label: spec.T("new", "新")}
		f := spec.Finding{Inputs: []spec.Input{{Name: "a", Value: spec.Whole(1)}, {Name: "b"}, {Name: "x.1", Value: spec.Whole(2)}}}
		readable := spec.CheckDerivations([]spec.Derivation{d}) == nil
		for _, w := range f.Workings([]spec.Derivation{d}) {
			if w.Of == "new" && !readable {
				t.Fatalf("%q cannot be read and gives %s", d.Is, w.Value)
			}
		}
	})
}
