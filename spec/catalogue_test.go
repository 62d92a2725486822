package spec_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func ExampleCatalogue_Verdict() {
	steps := spec.Catalogue{ID: "point-process", Kind: spec.ProcessEntry, Announced: 3, Members: []spec.Member{
		{Title: spec.T("identify", "辨识")}, {Title: spec.T("assess", "评估")}, {Title: spec.T("control", "管控")},
	}}
	answers := []spec.CatalogueAnswer{
		{Catalogue: "point-process", Member: "辨识", State: spec.Met},
		{Catalogue: "point-process", Member: "assess", State: spec.Met},
	}
	fmt.Println(steps.Numeral(), steps.Verdict(answers, measure.Date{}))
	// Output: met unknown
}

func TestEveryCatalogueKindReadsBack(t *testing.T) {
	for _, k := range spec.CatalogueKinds() {
		for _, s := range []string{k.String(), k.In(spec.Chinese)} {
			if back, ok := spec.ParseCatalogueKind(s); !ok || back != k || s == "" || k.In(spec.English) == "" {
				t.Errorf("%d: %q reads back as %d", k, s, back)
			}
		}
		if want := k != spec.EnumerationEntry && k != spec.FigureEntry; k.IsAnswered() != want {
			t.Errorf("%v is answered: %v", k, !want)
		}
	}
	if k, ok := spec.ParseCatalogueKind(""); ok || k != 0 || k.IsAnswered() || k.String() != "" {
		t.Error("nothing was read as a kind")
	}
}

// The verdict of an entry without an answer as a whole is Kleene's conjunction
// of its members, unknown where nobody answered.
func TestACatalogueIsTheConjunctionOfItsMembers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entry := spec.Catalogue{ID: "c", Kind: spec.ChecklistEntry}
		var answers []spec.CatalogueAnswer
		var members []spec.Verdict
		for i := range rapid.IntRange(0, 5).Draw(t, "members") {
			name := fmt.Sprint("m", i)
			entry.Members = append(entry.Members, spec.Member{Title: spec.T(name, name)})
			v := spec.Unknown
			if rapid.Bool().Draw(t, "answered") {
				v = rapid.SampledFrom([]spec.Verdict{spec.Met, spec.Unmet, spec.NotApplicable}).Draw(t, "state")
				answers = append(answers, spec.CatalogueAnswer{Catalogue: "c", Member: name, State: v, On: measure.DateOf(2024, 1, 2)},
					spec.CatalogueAnswer{Catalogue: "other", Member: name, State: spec.Unmet})
			}
			members = append(members, v)
		}
		want := spec.Unknown
		switch {
		case slices.Contains(members, spec.Unmet):
			want = spec.Unmet
		case len(members) == 0 || slices.Contains(members, spec.Unknown):
		case slices.Contains(members, spec.Met):
			want = spec.Met
		default:
			want = spec.NotApplicable
		}
		if got := entry.Verdict(answers, measure.DateOf(2024, 1, 2)); got != want {
			t.Fatalf("%v: %v, want %v", members, got, want)
		}
		before := spec.All(make([]spec.Verdict, len(members))...)
		if got := entry.Verdict(answers, measure.DateOf(2024, 1, 1)); got != before {
			t.Fatalf("a day before the answers: %v", got)
		}
		whole := append(answers, spec.CatalogueAnswer{Catalogue: "c", State: spec.Met})
		if got := entry.Verdict(whole, measure.DateOf(2024, 1, 2)); got != spec.Met {
			t.Fatalf("answered as a whole: %v", got)
		}
	})
}

func TestANumeralComparesOnlyWhatIsThere(t *testing.T) {
	for in, want := range map[[2]int]spec.Verdict{{0, 0}: spec.NotApplicable, {0, 3}: spec.NotApplicable, {4, 0}: spec.NotApplicable,
		{3, 3}: spec.Met, {3, 2}: spec.Unmet, {2, 3}: spec.Unmet} {
		entry := spec.Catalogue{Announced: in[0], Members: make([]spec.Member, in[1])}
		if got := entry.Numeral(); got != want {
			t.Errorf("%v: %v, want %v", in, got, want)
		}
	}
}
