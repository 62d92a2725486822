package spec_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"pgregory.net/rapid"
)

func numbered(name string, n int64) spec.Input {
	return spec.Input{Name: name, Label: spec.T("the "+name, name), Value: spec.Whole(n), Unit: spec.Items}
}

func TestADerivationThatGivesAnotherValueIsNotShown(t *testing.T) {
	f := spec.Finding{Actual: spec.Whole(7), Inputs: []spec.Input{numbered("a", 3), numbered("b", 4)}}
	for _, c := range []struct {
		derivations []spec.Derivation
		want        string
	}{
		{[]spec.Derivation{{Of: "actual", Is: "a + b"}}, "3 + 4"},
		{[]spec.Derivation{{Of: "actual", Is: "a × b"}}, ""},
		{[]spec.Derivation{{Of: "actual", Is: "a × b"}, {Of: "actual", Is: "b + a"}}, "4 + 3"}, // the next one that fits
		{[]spec.Derivation{{Of: "actual", Is: "a + b"}, {Of: "actual", Is: "b + a"}}, "3 + 4"}, // not twice
		{[]spec.Derivation{{Of: "actual", Is: "a + b", When: "r=o"}}, ""},
		{[]spec.Derivation{{Of: "sum", Is: "a + b"}}, ""}, // a new name has to have words
		{[]spec.Derivation{{Of: "actual", Is: "actual + 0"}}, ""},
	} {
		var got []string
		for _, w := range f.Workings(c.derivations) {
			got = append(got, w.Numbers)
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%v: %q, want %q", c.derivations, text, c.want)
		}
	}
	f.Readings = []string{"r=o"}
	if got := f.Workings([]spec.Derivation{{Of: "actual", Is: "a + b", When: "r=o"}}); len(got) != 1 {
		t.Errorf("under its reading the derivation is not shown: %v", got)
	}
}

func TestTheGapIsTheWayToWhatIsRequired(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		actual, required := rapid.Int64Range(-5, 5).Draw(t, "actual"), rapid.Int64Range(-5, 5).Draw(t, "required")
		sign := rapid.SampledFrom([]spec.Comparison{spec.NotAbove, spec.Below, spec.NotBelow, spec.Above, spec.Equals}).Draw(t, "sign")
		var gap int64
		switch sign {
		case spec.NotAbove, spec.Below:
			gap = max(0, actual-required)
		case spec.NotBelow, spec.Above:
			gap = max(0, required-actual)
		default:
			gap = max(actual-required, required-actual)
		}
		f := spec.Finding{Actual: spec.Whole(actual), Required: spec.Whole(required), Comparison: sign, Gap: spec.Whole(gap)}
		if got := f.Workings(nil); gap > 0 && (len(got) != 1 || got[0].Of != "gap") {
			t.Fatalf("%d %s %d, gap %d: %v", actual, sign, required, gap, got)
		}
	})
}

func TestAStarStandsForTheSamePart(t *testing.T) {
	f := spec.Finding{Inputs: []spec.Input{numbered("quilt.norm", 2), numbered("tent.norm", 3), numbered("people", 10),
		numbered("quilt.required", 20), numbered("tent.required", 30), numbered("quilt.mass.norm", 7)}}
	got := f.Workings([]spec.Derivation{
		{Of: "*.required", Is: "people × *.norm"},
		{Of: "*.half", Is: "*.required ÷ 2", Label: spec.T("half of *", "*之半")},
		{Of: "all", Is: "sum(**.half)", Label: spec.T("all", "合计")},
	})
	var lines []string
	for _, w := range got {
		lines = append(lines, fmt.Sprintf("%s = %s = %s %s %s", w.Of, w.Numbers, w.Value, w.Label.ZH, strings.Join(w.Names, ",")))
	}
	want := []string{
		"quilt.required = 10 × 2 = 20 quilt.required people,quilt.norm",
		"tent.required = 10 × 3 = 30 tent.required people,tent.norm",
		"quilt.half = 20 ÷ 2 = 10 quilt之半 quilt.required",
		"tent.half = 30 ÷ 2 = 15 tent之半 tent.required",
		"all = sum(10, 15) = 25 合计 quilt.half,tent.half",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestARoundedNumberSaysSoInAFormula(t *testing.T) {
	third := spec.AmountOf(measure.RatioOf(1, 3), 2)
	f := spec.Finding{Actual: spec.Whole(1), Inputs: []spec.Input{{Name: "a", Value: third}, numbered("b", -3)}}
	got := f.Workings([]spec.Derivation{{Of: "actual", Is: "a × abs(b)"}})
	if len(got) != 1 || got[0].Numbers != "≈0.33 × |(-3)|" {
		t.Errorf("%+v", got)
	}
	f.Actual, f.Unit = third, spec.Items
	if text := f.Explain(spec.English); !strings.Contains(text, "actual ≈ 0.33 items") || !strings.Contains(text, "b = -3") {
		t.Errorf("a rounded value is said to be the value:\n%s", text)
	}
}

func TestALongRangeIsWrittenWithItsEnds(t *testing.T) {
	f := spec.Finding{}
	sum := int64(0)
	for i := range int64(40) {
		f.Inputs = append(f.Inputs, numbered(fmt.Sprintf("x.%d", i), i))
		sum += i
	}
	f.Actual = spec.Whole(sum)
	got := f.Workings([]spec.Derivation{{Of: "actual", Is: "sum(x.**)"}})
	if len(got) != 1 || got[0].Numbers != "sum(0, 1, 2, 3, 4, 5, …, 34, 35, 36, 37, 38, 39)" || len(got[0].Names) != 40 {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsCountedWhateverItsValueIsNotListedAsNumbers(t *testing.T) {
	f := spec.Finding{Actual: spec.Whole(4), Inputs: []spec.Input{numbered("x.1", 7), {Name: "x.2", Text: "no number"}, numbered("twice", 1), numbered("twice", 2)}}
	for is, want := range map[string]string{
		"count(x.**) + count(twice)":      "the x.1, x.2|2 + 2",
		"count(twice) × 2 + count(y.**)":  "(none)|2 × 2 + 0",
		"count(x.** > 6) + 3 + sum(y.**)": "the x.1 > 6|count(7 > 6) + 3 + sum(–)",
	} {
		got := f.Workings([]spec.Derivation{{Of: "actual", Is: is}})
		words, numbers, _ := strings.Cut(want, "|")
		if len(got) != 1 || !strings.Contains(got[0].Formula.EN, words) || got[0].Numbers != numbers {
			t.Errorf("%s: %+v", is, got)
		}
	}
	f.Actual = spec.Whole(2) // alone it needs no second line of numbers
	if got := f.Workings([]spec.Derivation{{Of: "actual", Is: "count(x.**)"}}); len(got) != 1 || got[0].Numbers != "" {
		t.Errorf("%+v", got)
	}
	if got := f.Workings([]spec.Derivation{{Of: "actual", Is: "2"}}); len(got) != 1 || !got[0].Formula.IsZero() {
		t.Errorf("a number is given as a formula: %+v", got)
	}
}

// Whatever the derivations are, circular ones too, each input stands in the
// explanation once.
func TestAnExplanationHoldsEachInputOnce(t *testing.T) {
	names := []string{"a", "b", "c", "d"}
	rapid.Check(t, func(t *rapid.T) {
		f := spec.Finding{Actual: spec.Whole(rapid.Int64Range(0, 3).Draw(t, "actual")), Required: spec.Whole(1)}
		for _, name := range names {
			f.Inputs = append(f.Inputs, numbered(name, rapid.Int64Range(0, 2).Draw(t, name)))
		}
		f.Inputs = append(f.Inputs, numbered("twice", 1), numbered("twice", 1))
		rule := spec.Rule{ID: "room.rule"}
		name := rapid.SampledFrom(append([]string{"actual", "required", "new", "twice"}, names...))
		for range rapid.IntRange(0, 6).Draw(t, "derivations") {
			rule.Derivations = append(rule.Derivations, spec.Derivation{Of: name.Draw(t, "of"), Label: spec.T("new", "新"),
				Is: name.Draw(t, "left") + rapid.SampledFrom([]string{" + ", " × ", " − "}).Draw(t, "sign") + name.Draw(t, "right")})
		}
		times := map[string]int{}
		var walk func(steps []spec.Step)
		walk = func(steps []spec.Step) {
			for _, s := range steps {
				times[s.Name]++
				walk(s.Steps)
			}
		}
		walk(f.Explanation(rule, nil).Steps)
		for _, name := range names {
			if times[name] != 1 {
				t.Fatalf("%s stands %d times: %v", name, times[name], rule.Derivations)
			}
		}
		if times["twice"] != 2 || times["actual"] != 1 || times["required"] != 1 || times["new"] > 1 {
			t.Fatalf("%v: %v", times, rule.Derivations)
		}
	})
}

func TestAFindingExplainsItselfByItsRule(t *testing.T) {
	rule := spec.Rule{ID: "room.rule", Revision: 3, Formula: spec.T("the one and the other", "两者之和"),
		Derivations: []spec.Derivation{{Of: "actual", Is: "a + b"}}}
	f := spec.Finding{Rule: "room.rule", Title: spec.T("title", "标题"), Actual: spec.Whole(7), Unit: spec.Items, Verdict: spec.Met,
		Inputs: []spec.Input{numbered("a", 3), numbered("b", 4)}, Basis: &rule}
	for lang, wants := range map[spec.Lang][]string{
		spec.English: {"revision 3", "the one and the other", "actual = the a + the b = 3 + 4 = 7 items"},
		spec.Chinese: {"第 3 版", "两者之和", "实际 = a + b = 3 + 4 = 7 项"},
	} {
		for _, want := range wants {
			if text := f.Explain(lang); !strings.Contains(text, want) {
				t.Errorf("%q is lacking in\n%s", want, text)
			}
		}
	}
}

// What a value rests on stands indented below it, and what several values rest
// on stands for itself.
func ExampleFinding_Workings() {
	rule := spec.Rule{ID: "reserves.evacuees", Derivations: []spec.Derivation{
		{Of: "*.required", Is: "ceil(people × *.norm)"},
		{Of: "*.people", Is: "floor(*.usable ÷ *.norm)"},
		{Of: "actual", Is: "min(**.people)"},
	}}
	f := spec.Finding{Rule: rule.ID, Title: spec.T("Stock", "储备"), Subject: spec.Subject{Kind: "county", ID: "990101"},
		Actual: spec.Whole(4720), Unit: spec.Persons, Basis: &rule, Inputs: []spec.Input{
			{Name: "people", Label: spec.T("people", "人数"), Value: spec.Whole(5000), Unit: spec.Persons},
			{Name: "quilt.norm", Label: spec.T("quilts a person", "每人棉被"), Value: spec.Whole(1)},
			{Name: "quilt.required", Label: spec.T("quilts required", "需棉被"), Value: spec.Whole(5000)},
			{Name: "quilt.usable", Label: spec.T("quilts", "棉被"), Value: spec.Whole(4720)},
			{Name: "quilt.people", Label: spec.T("served by quilts", "棉被可供"), Value: spec.Whole(4720), Unit: spec.Persons},
			{Name: "tent.people", Label: spec.T("served by tents", "帐篷可供"), Value: spec.Whole(5100), Unit: spec.Persons},
		}}
	for _, w := range f.Workings(rule.Derivations) {
		fmt.Println(w.Label.EN, "=", w.Formula.EN, "=", w.Numbers, "=", w.Value)
	}
	// Output:
	// quilts required = ⌈people × quilts a person⌉ = ⌈5000 × 1⌉ = 5000
	// served by quilts = ⌊quilts ÷ quilts a person⌋ = ⌊4720 ÷ 1⌋ = 4720
	// actual = least of (served by quilts, served by tents) = min(4720, 5100) = 4720
}

func TestDerivationsAreCheckedWithoutNumbers(t *testing.T) {
	for _, c := range []struct {
		d    spec.Derivation
		good bool
	}{
		{spec.Derivation{Of: "actual", Is: "a + b"}, true},
		{spec.Derivation{Of: "required", Is: spec.Given}, true},
		{spec.Derivation{Of: "rate.*", Is: "a.* ÷ b.*", Label: spec.T("rate", "比率")}, true},
		{spec.Derivation{Of: "actual", Is: "a plus b"}, false},
		{spec.Derivation{Of: "actual"}, false},
		{spec.Derivation{Of: "rate.*", Is: "a.* ÷ b.*", Label: spec.T("rate", "")}, false},
	} {
		if err := spec.CheckDerivations([]spec.Derivation{c.d}); (err == nil) != c.good {
			t.Errorf("%+v: %v", c.d, err)
		}
	}
	two := spec.CheckDerivations([]spec.Derivation{{Of: "a"}, {Of: "b"}})
	if faults, ok := two.(*spec.Faults); !ok || len(faults.All()) != 2 || faults.All()[1].Path != "b" || faults.All()[1].Code != spec.FaultDerivation {
		t.Errorf("not every fault is told: %v", two)
	}
}
