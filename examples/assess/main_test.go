package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"
)

const (
	secondPlan = "../secondcounty/plan"
	secondData = "../secondcounty/data"
)

func noEnvironment(string) string { return "" }

// assess runs the program and returns its exit code and both outputs.
func assess(args ...string) (code int, out, complaint string) {
	var stdout, stderr bytes.Buffer
	code = run(args, noEnvironment, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestReportsAreTheGoldenOnes(t *testing.T) {
	second := []string{"-plan", secondPlan, "-data", secondData}
	for name, args := range map[string][]string{
		"fengdu.zh.txt":             {"-lang", "zh"},
		"fengdu.en.txt":             {"-lang", "en"},
		"fengdu.zh.md":              {"-lang", "zh", "-format", "markdown"},
		"fengdu.en.md":              {"-lang", "en", "-format", "markdown"},
		"fengdu.json":               {"-format", "json"},
		"fengdu.cross.en.txt":       {"-lang", "en", "-rule", "cross."},
		"fengdu.sixhaves.zh.txt":    {"-lang", "zh", "-rule", "six-haves"},
		"second.zh.txt":             append([]string{"-lang", "zh"}, second...),
		"second.en.txt":             append([]string{"-lang", "en"}, second...),
		"second.zh.md":              append([]string{"-lang", "zh", "-format", "markdown"}, second...),
		"second.en.md":              append([]string{"-lang", "en", "-format", "markdown"}, second...),
		"second.json":               append([]string{"-format", "json"}, second...),
		"sensitivity.fengdu.zh.txt": {"-lang", "zh", "-sensitivity"},
		"sensitivity.second.en.txt": append([]string{"-lang", "en", "-sensitivity"}, second...),
		"sensitivity.second.zh.md":  append([]string{"-lang", "zh", "-format", "markdown", "-sensitivity"}, second...),
		"receipt.fengdu.en.txt":     {"-lang", "en", "-receipt"},
		"receipt.second.zh.md":      append([]string{"-lang", "zh", "-format", "markdown", "-receipt"}, second...),
		"receipt.fengdu.json":       {"-format", "json", "-receipt"},
		"receipt.second.json":       append([]string{"-format", "json", "-receipt"}, second...),
		"explain.fengdu.zh.txt":     {"-lang", "zh", "-explain", "teams.office-staffing"},
		"explain.fengdu.en.md":      {"-lang", "en", "-format", "markdown", "-explain", "cross.shelter-stated-capacity"},
		"explain.second.zh.txt":     append([]string{"-lang", "zh", "-explain", "reserve-5000"}, second...),
		"explain.second.en.txt":     append([]string{"-lang", "en", "-explain", "y3"}, second...),
		"explain.second.json":       append([]string{"-format", "json", "-explain", "reserve-5000"}, second...),
	} {
		t.Run(name, func(t *testing.T) {
			code, got, complaint := assess(args...)
			if code != assessed || complaint != "" {
				t.Fatalf("exit %d: %s", code, complaint)
			}
			golden.Same(t, name, got)
		})
	}
}

// columnsOf counts terminal columns the plain way: two for every character
// from the Chinese blocks and full-width forms.
func columnsOf(line string) int {
	n := 0
	for _, r := range line {
		n++
		if r >= 0x2e80 && r <= 0x9fff || r >= 0xff00 && r <= 0xff60 {
			n++
		}
	}
	return n
}

func TestTextFormFits100Columns(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, args := range [][]string{{}, {"-rule", "teams."}, {"-plan", secondPlan, "-data", secondData}} {
			_, out, _ := assess(append([]string{"-lang", lang}, args...)...)
			for i, line := range strings.Split(out, "\n") {
				if n := columnsOf(line); n > 100 {
					t.Errorf("%s %v line %d has %d columns: %s", lang, args, i+1, n, line)
				}
				if strings.TrimRight(line, " ") != line {
					t.Errorf("%s %v line %d ends in blanks", lang, args, i+1)
				}
			}
		}
	}
}

func TestExitCodesSayWhatHappened(t *testing.T) {
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "county.yaml"), []byte("format: emergency/county/v9\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"assessed":       {nil, 0, ""},
		"as of":          {[]string{"-as-of", "2026-01-01"}, 0, ""},
		"no such flag":   {[]string{"-colour"}, 2, "-colour"},
		"an argument":    {[]string{"fengdu"}, 2, `"fengdu" is not a flag`},
		"language":       {[]string{"-lang", "fr"}, 2, `"fr"`},
		"format":         {[]string{"-format", "pdf"}, 2, `"pdf"`},
		"date":           {[]string{"-as-of", "2025-02-30"}, 2, "2025-02-30"},
		"folder":         {[]string{"-data", "no-such-folder"}, 2, "no-such-folder"},
		"rule":           {[]string{"-rule", "nothing."}, 2, `"nothing."`},
		"explain":        {[]string{"-explain", "nothing.at-all"}, 2, `"nothing.at-all" (known: `},
		"faulty data":    {[]string{"-data", broken}, 1, "county.yaml:1:9: "},
		"faulty plan":    {[]string{"-plan", broken}, 1, "plan.yaml"},
		"strict, Fengdu": {[]string{"-strict"}, 0, ""},
		"strict, second": {[]string{"-strict", "-plan", secondPlan, "-data", secondData}, 3, ""},
	} {
		t.Run(name, func(t *testing.T) {
			code, _, complaint := assess(c.args...)
			if code != c.code {
				t.Errorf("exit %d, want %d: %s", code, c.code, complaint)
			}
			if !strings.Contains(complaint, c.says) || (c.says == "" && complaint != "") {
				t.Errorf("says %q, want %q in it", complaint, c.says)
			}
		})
	}
}

func TestLanguageFollowsTheLocale(t *testing.T) {
	for locale, chinese := range map[string]bool{"zh_CN.UTF-8": true, "en_GB.UTF-8": false, "de_DE.UTF-8": false, "": false} {
		var out, complaint bytes.Buffer
		run(nil, func(name string) string {
			if name == "LANG" {
				return locale
			}
			return ""
		}, &out, &complaint)
		if got := strings.Contains(out.String(), "汇总"); got != chinese {
			t.Errorf("LANG=%q: Chinese %v", locale, got)
		}
	}
}

// decoded is the part of the JSON form that the tests below look at.
type decoded struct {
	Format   string
	AsOf     string `json:"as_of"`
	Findings []struct {
		Rule, Target, Kind, Verdict, Reason string
		Actual                              *string
		Missing                             []struct{ Key string }
	}
	Totals map[string]map[string]int
}

func decode(t *testing.T, args ...string) decoded {
	t.Helper()
	_, out, complaint := assess(append(args, "-format", "json")...)
	var d decoded
	if err := json.Unmarshal([]byte(out), &d); err != nil {
		t.Fatalf("%v: %s", err, complaint)
	}
	if d.Format != "emergency/report/v1" || len(d.Findings) == 0 {
		t.Fatalf("format %q, %d findings", d.Format, len(d.Findings))
	}
	return d
}

func TestUnknownAlwaysSaysWhatIsMissing(t *testing.T) {
	d := decode(t)
	if d.AsOf != "2022-08-02" {
		t.Errorf("as of %s", d.AsOf)
	}
	for _, f := range d.Findings {
		if f.Verdict != "unknown" {
			continue
		}
		if len(f.Missing) == 0 && f.Reason != "zero-base" && f.Reason != "not-due" {
			t.Errorf("%s %s is unknown (%s) and names nothing missing", f.Rule, f.Target, f.Reason)
		}
		if f.Actual != nil && *f.Actual == "0" {
			t.Errorf("%s %s is unknown and yet 0", f.Rule, f.Target)
		}
	}
}

func TestSecondCountyHasNoUnknownRuleAndEveryOtherVerdict(t *testing.T) {
	d := decode(t, "-plan", secondPlan, "-data", secondData)
	seen := map[string]int{}
	for _, f := range d.Findings {
		seen[f.Verdict]++
		if f.Verdict == "unknown" {
			t.Errorf("%s %s is unknown: %s", f.Rule, f.Target, f.Reason)
		}
	}
	for _, verdict := range []string{"met", "unmet", "not-applicable"} {
		if seen[verdict] == 0 {
			t.Errorf("no finding is %s", verdict)
		}
	}
}

func TestTotalsCountEveryFindingOnce(t *testing.T) {
	for _, args := range [][]string{nil, {"-plan", secondPlan, "-data", secondData}} {
		d := decode(t, args...)
		want := map[string]map[string]int{"all": {}}
		for _, f := range d.Findings {
			if want[f.Kind] == nil {
				want[f.Kind] = map[string]int{}
			}
			want[f.Kind][f.Verdict]++
			want["all"][f.Verdict]++
		}
		for kind, counts := range d.Totals {
			for verdict, n := range counts {
				if n != want[kind][verdict] {
					t.Errorf("%s %s: %d, want %d", kind, verdict, n, want[kind][verdict])
				}
			}
		}
	}
}

func TestAReceiptIsVerified(t *testing.T) {
	_, receipt, _ := assess("-receipt", "-format", "json")
	file := filepath.Join(t.TempDir(), "receipt.json")
	if err := os.WriteFile(file, []byte(receipt), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := assess("-verify", file, "-lang", "en"); code != assessed || !strings.Contains(out, "confirmed") {
		t.Errorf("exit %d: %s", code, out)
	}
	code, out, _ := assess("-verify", file, "-lang", "en", "-data", secondData)
	if code != faulty || !strings.Contains(out, "county") || !strings.Contains(out, "report itself") {
		t.Errorf("exit %d: %s", code, out)
	}
	if _, _, help := assess("-help"); !strings.Contains(help, "-format json in the form that -verify reads") {
		t.Errorf("the help does not say which form is verified:\n%s", help)
	}
	if code, _, complaint := assess("-verify", secondData+"/county.yaml"); code != misused || complaint == "" {
		t.Errorf("exit %d: %s", code, complaint)
	}
}
