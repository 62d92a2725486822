package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"
	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/spec"
)

func TestOutputIsTheGoldenOne(t *testing.T) {
	for name, args := range map[string][]string{
		"targets.en.txt": {}, "targets.zh.txt": {"-lang", "zh"},
	} {
		var out, complaint bytes.Buffer
		if code := run(args, &out, &complaint); code != 0 || complaint.Len() > 0 {
			t.Fatalf("%s: exit %d: %s", name, code, complaint.String())
		}
		golden.Same(t, name, out.String())
	}
}

func TestWrongUsageAndFaults(t *testing.T) {
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "plan.yaml"), []byte("format: other\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"one folder": {[]string{"guizhou"}, 0, ""},
		"language":   {[]string{"-lang", "fr"}, 2, `"fr"`},
		"flag":       {[]string{"-x"}, 2, "-x"},
		"no folder":  {[]string{"nowhere"}, 2, "nowhere"},
		"a file":     {[]string{"main.go"}, 2, "not a folder"},
		"faulty":     {[]string{broken}, 1, "plan.yaml:1:9"},
	} {
		var out, complaint bytes.Buffer
		if code := run(c.args, &out, &complaint); code != c.code || !strings.Contains(complaint.String(), c.says) {
			t.Errorf("%s: exit %d, %q", name, code, complaint.String())
		}
	}
}

// The tables of the three papers, retyped: id, form, limits and oddities.
func TestThreePlacesAsPrinted(t *testing.T) {
	got := map[string]string{}
	for _, folder := range []string{"region", "sanming", "guizhou"} {
		plan, err := emergency.ReadPlan(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range plan.Indicators() {
			var odd []string
			for _, o := range i.Oddities() {
				odd = append(odd, o.Code)
			}
			got[i.Target.ID] = strings.TrimSpace(i.Target.Words().EN + " " + strings.Join(odd, " "))
			if i.Target.Source.Standing != spec.Published || i.Target.Direction == 0 {
				t.Errorf("%s: %v %v", i.Target.ID, i.Target.Source.Standing, i.Target.Direction)
			}
		}
	}
	want := map[string]string{
		"r6":  "at most 0.17 人/十万人 " + indicators.OddLooser,
		"r7":  "at most 0.06 人/百万吨 and at least 23 % less than the base " + indicators.OddRounded,
		"r8":  "at least 80 %",
		"r9":  "at most 2607 people and at least 10 % less than the base " + indicators.OddRounded,
		"r10": "at most 357 people and at least 12.5 % less than the base " + indicators.OddCut,
		"r11": "at most 68 accidents and at least 15 % less than the base",
		"r12": "at most 1 accidents and at least 50 % less than the base",
		"s1":  "at least 100 %", "s2": "at most 24 hours",
		"s3": "Shaxi river at least 8 hours; Jinxi river at least 5 hours " + strings.Repeat(indicators.OddWeaker+" ", 3) + indicators.OddWeaker,
		"s4": "at least 80 % " + indicators.OddWeaker + " " + indicators.OddWeaker,
		"s5": "at most 120 km", "s6": "at least 30 minutes", "s7": "at least 90 %", "s8": "at most 1.5 级", "s9": "at most 1 ‰",
		"s10": "at least 30 % less than the base " + indicators.OddNoBase + " " + indicators.OddApprox,
		"s11": "at most 3 ‰", "s12": "at most 3 %",
		"g1": "at most 1.5 %", "g2": "at most 12 hours", "g3": "at least 150 communities more than the base " + indicators.OddNoBase,
		"g4": "2 to 3 pieces more than the base " + indicators.OddNoBase, "g5": "at least 1 people", "g6": "at least 100 %",
		"g7": "rising against the base " + indicators.OddNoBase,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
