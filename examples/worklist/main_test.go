package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"
)

const second = "../secondcounty/plan"

func worklist(args ...string) (code int, out, complaint string) {
	var o, c bytes.Buffer
	code = run(args, &o, &c)
	return code, o.String(), c.String()
}

func TestGoldenLists(t *testing.T) {
	for name, args := range map[string][]string{
		"all.en.txt":         nil,
		"all.zh.txt":         {"-lang", "zh"},
		"bureau.2023.zh.txt": {"-lang", "zh", "-bearer", "县应急局", "-year", "2023"},
		"relief.zh.ics":      {"-lang", "zh", "-bearer", "县减灾办", "-format", "ics"},
		"all.en.ics":         {"-format", "ics", "-stamp", "2025-01-02"},
		"second.en.txt":      {"-plan", second},
		"second.zh.ics":      {"-plan", second, "-lang", "zh", "-year", "2025", "-format", "ics"},
	} {
		t.Run(name, func(t *testing.T) {
			code, got, complaint := worklist(args...)
			if code != listed || complaint != "" {
				t.Fatalf("exit %d: %s", code, complaint)
			}
			golden.Same(t, name, got)
		})
	}
}

func TestExitCodes(t *testing.T) {
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "plan.yaml"), []byte("format: emergency/plan/v9\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"help":     {[]string{"-h"}, listed, "-bearer"},
		"bearer":   {[]string{"-bearer", "nobody"}, misused, `"nobody"`},
		"year":     {[]string{"-year", "2031"}, misused, "2021-2025"},
		"no year":  {[]string{"-year", "soon"}, misused, `"soon"`},
		"language": {[]string{"-lang", "fr"}, misused, `"fr"`},
		"form":     {[]string{"-format", "pdf"}, misused, `"pdf"`},
		"stamp":    {[]string{"-stamp", "2025-02-30"}, misused, "2025-02-30"},
		"argument": {[]string{"em"}, misused, `"em" is not a flag`},
		"folder":   {[]string{"-plan", "no-such-folder"}, misused, "no-such-folder"},
		"file":     {[]string{"-plan", filepath.Join(broken, "plan.yaml")}, misused, "plan.yaml\" is not a folder"},
		"faulty":   {[]string{"-plan", broken}, faulty, "plan.yaml:1:9: "},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, complaint := worklist(c.args...)
			if code != c.code || !strings.Contains(complaint, c.says) || out != "" {
				t.Errorf("exit %d, want %d: %s", code, c.code, complaint)
			}
		})
	}
}

// What one bearer's list holds, the whole list holds, whatever name is used.
func TestABearerGoesByEveryName(t *testing.T) {
	_, all, _ := worklist("-lang", "zh")
	_, want, _ := worklist("-lang", "zh", "-bearer", "em")
	for _, name := range []string{"县应急管理局", "县应急局", "应急部门", "emergency management bureau"} {
		if _, got, _ := worklist("-lang", "zh", "-bearer", name); got != want {
			t.Errorf("%s: another list", name)
		}
	}
	for _, line := range strings.Split(want, "\n") {
		if strings.HasPrefix(line, "- ") && !strings.Contains(all, line) {
			t.Errorf("%q is not in the whole list", line)
		}
	}
}
