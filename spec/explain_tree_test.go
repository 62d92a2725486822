package spec_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/spec"
)

// outline writes the tree of steps: names with their kinds, those under a step
// in brackets.
func outline(steps []spec.Step) string {
	var out []string
	for _, s := range steps {
		one := fmt.Sprintf("%s:%s", s.Name, s.Kind)
		if len(s.Steps) > 0 {
			one += "(" + outline(s.Steps) + ")"
		}
		out = append(out, one)
	}
	return strings.Join(out, " ")
}

func TestAStepHoldsWhatItAloneIsComputedFrom(t *testing.T) {
	cited := func(name string, n int64) spec.Input {
		in := numbered(name, n)
		in.Source = spec.Source{Document: "plan", Place: "1", Standing: spec.InPlan}
		return in
	}
	inputs := []spec.Input{numbered("shared", 2), numbered("own", 3), numbered("product", 6), numbered("sum", 5), cited("figure", 7),
		cited("derived-figure", 9), numbered("beside", 1)}
	derivations := []spec.Derivation{
		{Of: "product", Is: "shared × own"},
		{Of: "sum", Is: "shared + 3"},
		{Of: "fresh", Is: "sum + 1", Label: spec.T("fresh", "新")},
		{Of: "derived-figure", Is: "figure + 2"},
		{Of: "actual", Is: "product"},
		{Of: "required", Is: "fresh"},
	}
	rule := spec.Rule{ID: "room.rule", Derivations: derivations}
	f := spec.Finding{Title: spec.T("title", "标题"), Inputs: inputs, Actual: spec.Whole(6), Required: spec.Whole(6), Comparison: spec.NotBelow, Basis: &rule}
	for _, s := range f.Explanation(spec.Rule{}, nil).Steps {
		if s.Name == "actual" {
			want := "shared:input product:calculation(own:input) derived-figure:figure(figure:figure) beside:input fresh:calculation(sum:calculation)"
			if got := outline(s.Steps); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		}
		if s.Name == "required" && (s.Formula.EN != "fresh" || len(s.Steps) != 0) {
			t.Errorf("the requirement is %+v", s)
		}
	}
}

func TestDecimalsAreFromNoneToEighteen(t *testing.T) {
	values := map[string]int64{"a": 7, "b": 3, "n": -1}
	for is, known := range map[string]bool{
		"round(a ÷ b, 0)": true, "round(a ÷ b, 18)": true, "round(a ÷ b, 19)": false, "round(a ÷ b, n)": false,
		"root(a, 1, 0)": true, "root(a, 100, 2)": true, "root(a, 101, 2)": false, "root(a, 0, 2)": false, "root(a, n, 2)": false,
		"root(a, 2, 18)": true, "root(a, 2, 19)": false, "root(a, 2, n)": false,
	} {
		if got, ok := workedOut(is, values, "a", "b", "n"); ok != known {
			t.Errorf("%s = %s", is, got)
		}
	}
}
