package main

import (
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

func TestNamesOfDerivationsAreLabelled(t *testing.T) {
	report, err := assessed(emergency.Fengdu())
	if err != nil {
		t.Fatal(err)
	}
	both, err := bothReports(report)
	if err != nil {
		t.Fatal(err)
	}
	total, bare := 0, []string{}
	for _, r := range emergency.Rules() {
		labelled := map[string]bool{}
		for _, n := range namesOf(r, both) {
			if !n.Label.Complete() {
				t.Errorf("%s: %s has no label in both languages", r.ID, n.Name)
			}
			if strings.Contains(n.Label.ZH, "虚构") || strings.Contains(n.Label.EN, "invented") {
				t.Errorf("%s: the label of %s names an invented thing: %v", r.ID, n.Name, n.Label)
			}
			labelled[strings.ReplaceAll(n.Name, "**", "*")] = true
		}
		for _, d := range r.Derivations {
			if !d.Label.IsZero() {
				labelled[strings.ReplaceAll(d.Of, "**", "*")] = true
			}
		}
		for _, one := range namesIn(r) {
			total++
			if !labelled[one] {
				bare = append(bare, r.ID+" "+one)
			}
		}
	}
	// some names occur in neither county, such as a bound where all is known
	if len(bare)*4 > total {
		t.Errorf("%d of %d names have no label, the first: %s", len(bare), total, strings.Join(bare[:20], "; "))
	}
}

func TestNamesOfAForestRule(t *testing.T) {
	r := spec.Rule{ID: "room.r", Derivations: []spec.Derivation{{Of: "share.*", Is: "done.* ÷ all × 100", Label: spec.T("share", "比例")},
		{Of: "actual", Is: "min(share.**)"}, {Of: "given", Is: spec.Given}, {Of: "none", Is: "floor(done.** − base.* − met)"}}}
	f := spec.Finding{Rule: "room.r", Inputs: []spec.Input{{Name: "done.2023", Label: spec.T("done (invented) (at least)", "完成（虚构）（至少）")}, {Name: "all", Label: spec.T("all", "全部")}}}
	got := namesOf(r, []spec.Finding{{Rule: "room.other", Inputs: []spec.Input{{Name: "all", Label: spec.T("x", "x")},
		{Name: "base.2023", Label: spec.T("base, 2023", "2023年基数")}, {Name: "met", Label: spec.T("good", "好")}}},
		{Rule: "room.third", Inputs: []spec.Input{{Name: "base.2024", Label: spec.T("base, 2024", "2024年基数")}, {Name: "met", Label: spec.T("fine", "妥")}}}, f})
	if len(got) != 3 || got[2] != (name{"base.*", spec.T("base, 2023", "2023年基数"), true}) || got[0] != (name{"done.*", spec.T("done", "完成"), true}) || got[1] != (name{"all", spec.T("all", "全部"), false}) {
		t.Errorf("%+v", got)
	}
	if said := labelled(got[0], spec.Chinese); said != "`done.*` 如：完成" {
		t.Error(said)
	}
}

func TestNamesOfLawsKeepAbbreviations(t *testing.T) {
	for law, want := range map[string]string{
		"TestMoreStockNeverServesFewer":    "more stock never serves fewer",
		"TestGeoJSONKeepsEveryCoordinate":  "geo JSON keeps every coordinate",
		"TestAReportIsWhole":               "a report is whole",
		"TestOrder493GradesByTheWorstFact": "order493 grades by the worst fact",
	} {
		if got := sentence(law); got != want {
			t.Errorf("%s: %q", law, got)
		}
	}
}
