package emergency

import (
	"testing"

	"github.com/county-emergency/emergency/spec"
)

// Each number of a finding moves it by itself, and the verdict flips it whatever
// the numbers do.
func TestEachNumberOfAFindingMovesIt(t *testing.T) {
	base := spec.Finding{Rule: "a.b", Subject: spec.Subject{Kind: "county"}, Verdict: spec.Unmet,
		Actual: spec.Whole(3), Required: spec.Whole(5), Gap: spec.Whole(2), Comparison: spec.NotBelow}
	for name, c := range map[string]struct {
		change func(*spec.Finding)
		kind   ChangeKind
	}{
		"nothing":            {func(*spec.Finding) {}, 0},
		"actual":             {func(f *spec.Finding) { f.Actual = spec.Whole(4) }, Moved},
		"actual unknown":     {func(f *spec.Finding) { f.Actual = spec.Amount{} }, Moved},
		"required":           {func(f *spec.Finding) { f.Required = spec.Whole(6) }, Moved},
		"gap":                {func(f *spec.Finding) { f.Gap = spec.Whole(1) }, Moved},
		"bound":              {func(f *spec.Finding) { f.Bound = spec.AtLeastBound }, Moved},
		"comparison":         {func(f *spec.Finding) { f.Comparison = spec.Above }, Moved},
		"verdict":            {func(f *spec.Finding) { f.Verdict = spec.Met }, Flipped},
		"another county's":   {func(f *spec.Finding) { f.Subject.ID = "990101" }, 0},
		"printed otherwise":  {func(f *spec.Finding) { f.Title = spec.T("x", "x") }, 0},
		"verdict and number": {func(f *spec.Finding) { f.Verdict, f.Actual = spec.Met, spec.Whole(7) }, Flipped},
	} {
		after := base
		c.change(&after)
		got := changesOf([]spec.Finding{base}, []spec.Finding{after})
		switch {
		case c.kind == 0 && len(got) != 0, c.kind != 0 && (len(got) != 1 || got[0].Kind != c.kind || len(got[0].Because) == 0):
			t.Errorf("%s: %+v", name, got)
		}
	}
	twice := []spec.Finding{base, base}
	if got := changesOf(twice, twice[:1]); len(got) != 1 || got[0].Kind != Vanished {
		t.Errorf("of two alike one goes: %+v", got)
	}
}
