package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

var update = flag.Bool("update", false, "write the index and the specification anew")

// golden holds a file against what the code says now.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is not up to date (-file +now); go test ./examples/spec -update writes it anew:\n%.2000s", name, diff)
	}
}

func TestIndexAndSpecificationAreUpToDate(t *testing.T) {
	idx := scan(t)
	data, err := json.MarshalIndent(idx, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "index.json", string(data)+"\n")
	p, err := pageOf(emergency.Fengdu(), idx)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "../../docs/SPECIFICATION.md", markdown(p, spec.English))
	golden(t, "../../docs/SPECIFICATION.zh.md", markdown(p, spec.Chinese))
}

func TestEveryFormHoldsEveryClauseAndRule(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, format := range []string{"markdown", "html", "json"} {
			var out, complain bytes.Buffer
			if code := run([]string{"-lang", lang, "-format", format}, &out, &complain); code != 0 || complain.Len() > 0 {
				t.Fatalf("%s %s: %d %s", lang, format, code, complain.String())
			}
			for _, c := range emergency.Fengdu().Clauses() {
				if !strings.Contains(out.String(), c.ID) {
					t.Errorf("%s %s: the clause %s is missing", lang, format, c.ID)
				}
			}
			for _, r := range emergency.Rules() {
				if !strings.Contains(out.String(), r.ID) {
					t.Errorf("%s %s: the rule %s is missing", lang, format, r.ID)
				}
			}
		}
	}
}

func TestJSONNamesTheCarriersOfEachClause(t *testing.T) {
	var out, complain bytes.Buffer
	if code := run([]string{"-format", "json"}, &out, &complain); code != 0 {
		t.Fatal(code, complain.String())
	}
	var got struct {
		Clauses []struct {
			ID, Kind, Undefined string
			Carriers            []struct{ Kind, ID string }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := emergency.Fengdu().Clauses()
	if len(got.Clauses) != len(want) {
		t.Fatalf("%d clauses, want %d", len(got.Clauses), len(want))
	}
	for i, c := range got.Clauses {
		n := len(want[i].Carriers)
		if c.Undefined != "" {
			n = 0
		}
		if c.ID != want[i].ID || c.Kind != want[i].Kind || len(c.Carriers) != n || c.Undefined != want[i].Undefined().EN {
			t.Errorf("clause %d is %+v, want %+v", i, c, want[i])
		}
	}
}

func TestTheHTMLPageStandsAlone(t *testing.T) {
	var out, complain bytes.Buffer
	if code := run([]string{"-format", "html"}, &out, &complain); code != 0 {
		t.Fatal(code, complain.String())
	}
	text := out.String()
	for _, foreign := range []string{"http://", "https://", "src=", "@import", "ZgotmplZ"} {
		if strings.Contains(text, foreign) {
			t.Errorf("the page holds %q", foreign)
		}
	}
	if !strings.Contains(text, `href="../reserves/rules`) {
		t.Error("no rule links to its source line")
	}
}

func TestWrongUsageIsRefused(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"-format", "pdf"}, {"-no-such-flag"}, {"argument"}} {
		var out, complain bytes.Buffer
		if code := run(args, &out, &complain); code != exitUsage || complain.Len() == 0 || out.Len() > 0 {
			t.Errorf("%v: %d, %q, %q", args, code, out.String(), complain.String())
		}
	}
	var out, complain bytes.Buffer
	if code := run([]string{"-drift", "no-such-file"}, &out, &complain); code != 1 || complain.Len() == 0 {
		t.Errorf("a missing text: %d, %q", code, complain.String())
	}
}

func TestAnotherTextIsToldClauseByClause(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.txt")
	if err := os.WriteFile(file, []byte("另一份文本"), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, complain bytes.Buffer
	if code := run([]string{"-drift", file}, &out, &complain); code != exitDrift {
		t.Fatal(code, complain.String())
	}
	for _, want := range []string{"537 of 537", "target-reserve-3000", "reserves.evacuees"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing from:\n%.500s", want, out.String())
		}
	}
}

func TestEveryRuleNamesTheFunctionThatComputesIt(t *testing.T) {
	byRule, err := calls()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range emergency.Rules() {
		if byRule[r.ID] == "" {
			t.Errorf("calls.csv names no function for %s", r.ID)
		}
	}
}

func TestWorkedExamplesShowWhatTheyPrint(t *testing.T) {
	for name, f := range scan(t).Functions {
		if f.Example != nil && (f.Example.Code == "" || f.Example.Output == "") {
			t.Errorf("the example of %s is shown without what it prints: %+v", name, f.Example)
		}
	}
}

func TestEveryUnclearGroupStandsOnThePage(t *testing.T) {
	for _, format := range []string{"markdown", "html", "json"} {
		var out, complain bytes.Buffer
		if code := run([]string{"-format", format}, &out, &complain); code != 0 {
			t.Fatal(code, complain.String())
		}
		for _, u := range emergency.Unclears() {
			for _, id := range append(slices.Clone(u.Readings), u.Carries...) {
				if !strings.Contains(out.String(), id) {
					t.Errorf("%s: group %d without %s", format, u.Number, id)
				}
			}
		}
	}
}
