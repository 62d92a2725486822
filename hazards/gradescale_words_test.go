package hazards_test

import (
	"strings"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

func TestWordsOfScalesAreReadBack(t *testing.T) {
	for _, c := range hazards.Criteria() {
		if got, ok := hazards.ParseCriterion(c.String()); !ok || got != c || c.In(spec.Chinese) == "" || c.In(spec.English) == "" || len(c.Facts()) == 0 {
			t.Errorf("%v read as %v", c, got)
		}
	}
	if _, ok := hazards.ParseCriterion(""); ok || hazards.Criterion(99).String() != "" {
		t.Error("an unset criterion has a name")
	}
	for _, r := range hazards.Responses() {
		for _, word := range []string{r.String(), r.In(spec.Chinese), strings.TrimSuffix(r.In(spec.Chinese), "级")} {
			if got, ok := hazards.ParseResponse(word); !ok || got != r {
				t.Errorf("%q is read as %v", word, got)
			}
		}
	}
	for word, want := range map[string]hazards.Response{"4": hazards.ResponseIV, "一级": hazards.ResponseI, "二级响应": hazards.ResponseII} {
		if got, _ := hazards.ParseResponse(word); got != want {
			t.Errorf("%q is read as %v", word, got)
		}
	}
	for _, text := range []string{"", "M", "10", "6.", ".5", "6.35", "6,3", "-1", "a.b", "M6.x"} {
		if m, err := hazards.ParseMagnitude(text); err == nil {
			t.Errorf("%q is read as %v", text, m)
		}
	}
	if m, err := hazards.ParseMagnitude("M6.3"); err != nil || m.String() != "6.3" || m.Tenths() != 63 {
		t.Errorf("%v, %v", m, err)
	}
	var sizes string
	for _, g := range hazards.Grades() {
		sizes += hazards.GeologicalSize(g).ZH
	}
	if sizes != "小型中型大型特大型" || !hazards.GeologicalSize(0).IsZero() {
		t.Error(sizes)
	}
}

func TestScalesAllocateNothing(t *testing.T) {
	scale := hazards.ForestFireDamage()
	facts := hazards.Facts{Deaths: exactly(2), SeriousInjuries: exactly(1), BurntForest: spec.Exactly(hectares("3"))}
	var got hazards.ScaleRange[hazards.Grade]
	if n := testing.AllocsPerRun(100, func() { got = scale.Bounds(&facts) }); n != 0 || got.Lowest != hazards.Large {
		t.Errorf("%v allocations, %v", n, got)
	}
	table, report := hazards.Order493(), hazards.Incident{Deaths: 3}.Reported()
	if n := testing.AllocsPerRun(100, func() { report = report.AsOf(day("2022-01-01")) }); n != 0 {
		t.Errorf("AsOf: %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { _ = table.Bounds(report) }); n != 0 {
		t.Errorf("Bounds: %v allocations", n)
	}
}

func BenchmarkScaleStep(b *testing.B) {
	scale := hazards.ForestFireDamage()
	facts := hazards.KnownFacts{Deaths: 2, SeriousInjuries: 1, BurntForest: hectares("3")}
	b.ReportAllocs()
	for b.Loop() {
		if scale.Step(&facts) != hazards.Large {
			b.Fatal("another grade")
		}
	}
}

func BenchmarkScaleBounds(b *testing.B) {
	scale := hazards.ForestFireDamage()
	facts := hazards.Facts{Deaths: exactly(2), SeriousInjuries: exactly(1), BurntForest: spec.Exactly(hectares("3"))}
	b.ReportAllocs()
	for b.Loop() {
		if scale.Bounds(&facts).Lowest != hazards.Large {
			b.Fatal("another grade")
		}
	}
}
