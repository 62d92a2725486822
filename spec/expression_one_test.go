package spec_test

import (
	"testing"

	"github.com/county-emergency/emergency/spec"
)

// A sum over one part is that part: nobody writes the sum of one number.
func TestARangeOfOnePartIsThatPart(t *testing.T) {
	f := spec.Finding{Actual: spec.Whole(6), Inputs: []spec.Input{
		{Name: "done.2025", Label: spec.T("done in 2025", "2025年完成"), Value: spec.Whole(3)},
		{Name: "each", Label: spec.T("each", "每次"), Value: spec.Whole(2)}}}
	for is, want := range map[string]string{
		"sum(done.**) × each":          "3 × 2",
		"sum(done.** × each)":          "(3 × 2)",
		"floor(sum(done.** × each))":   "⌊3 × 2⌋",
		"max(done.**) × mean(each, 2)": "3 × mean(2, 2)",
	} {
		w := f.Workings([]spec.Derivation{{Of: "actual", Is: is}})
		if len(w) != 1 || w[0].Numbers != want {
			t.Errorf("%s: %+v, want %s", is, w, want)
		}
	}
	f.Actual = spec.Whole(3)
	if w := f.Workings([]spec.Derivation{{Of: "actual", Is: "sum(done.**)"}}); len(w) != 1 || w[0].Formula.EN != "done in 2025" || w[0].Numbers != "" {
		t.Errorf("%+v", w)
	}
	f.Actual = spec.Whole(1)
	if w := f.Workings([]spec.Derivation{{Of: "actual", Is: "count(done.** ≥ each)"}}); len(w) != 1 || w[0].Numbers != "count(3 ≥ 2)" {
		t.Errorf("%+v", w)
	}
}
