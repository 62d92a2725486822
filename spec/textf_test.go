package spec_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"pgregory.net/rapid"
)

// The two languages are formatted with fmt, each argument put into the language
// beforehand: the slow way.
func TestTextfFormatsAsFmtDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		args := rapid.SliceOfN(rapid.Custom(drawArgument), 0, 4).Draw(t, "args")
		layout := strings.Join(rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]string{"%s", "%d", "%q", "%v", "%%", " of ", "之", "[1]"}),
			rapid.Custom(func(t *rapid.T) string {
				return fmt.Sprintf("%%[%d]%s", rapid.IntRange(0, 5).Draw(t, "number"), rapid.SampledFrom([]string{"s", "d", "q", "%"}).Draw(t, "verb"))
			}),
			rapid.SampledFrom([]string{"%", "%02d", "%.0s", "%.0[2]s", "%x", "%T", "%[", "%[1", "%[1]", "%[12]d", "%[a]s", "%*d", "%+v", "%w", "%é"}),
		), 0, 6).Draw(t, "layout"), "")
		got := spec.Textf(layout, "中"+layout, args...)
		for lang, want := range map[spec.Lang]string{spec.English: layout, spec.Chinese: "中" + layout} {
			said := make([]any, len(args))
			for i, a := range args {
				if said[i] = a; a != nil {
					if two, ok := a.(interface{ In(spec.Lang) string }); ok {
						said[i] = two.In(lang)
					}
				}
			}
			if want = fmt.Sprintf(want, said...); got.In(lang) != want {
				t.Fatalf("%q with %#v in %s: %q, want %q", layout, args, lang, got.In(lang), want)
			}
		}
	})
}

func drawArgument(t *rapid.T) any {
	n := rapid.Int64().Draw(t, "n")
	return rapid.SampledFrom([]any{
		int(n), n, uint8(n), measure.People(n), measure.Year(n % 10000), measure.RatioOf(n, 7), measure.DateOf(2025, 1, int(n%40)),
		"plain", "100%d", "引“号”\n", "", spec.T("beds", "床位"), spec.Items, spec.InPlan, spec.Subject{Kind: "county", ID: "500230"},
		errors.New("failed"), nil, (*measure.Date)(nil), true, []string{"a", "b"},
	}).Draw(t, "argument")
}

// A phrase of words and whole numbers costs its text and nothing else.
func TestTextfAllocatesItsTextOnly(t *testing.T) {
	words := []any{spec.T("beds", "床位"), "town", 7}
	if n := testing.AllocsPerRun(100, func() { spec.Textf("%[3]d %[1]s in %[2]s", "%[2]s有%[3]d张%[1]s", words...) }); n != 1 {
		t.Errorf("%v allocations", n)
	}
}
