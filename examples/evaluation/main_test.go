package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"
)

func evaluation(args ...string) (code int, out, complaint string) {
	var o, c bytes.Buffer
	code = run(args, &o, &c)
	return code, o.String(), c.String()
}

func TestGoldenSections(t *testing.T) {
	second := []string{"-plan", "../secondcounty/plan", "-data", "../secondcounty/data"}
	for name, args := range map[string][]string{
		"fengdu.en.txt":         nil,
		"fengdu.final.zh.txt":   {"-lang", "zh", "-as-of", "2025-12-31"},
		"second.en.txt":         second,
		"second.midterm.zh.txt": append([]string{"-lang", "zh", "-as-of", "2025-06-30"}, second...),
	} {
		t.Run(name, func(t *testing.T) {
			code, got, complaint := evaluation(args...)
			if code != printed || complaint != "" {
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
		"help":     {[]string{"-h"}, printed, "-as-of"},
		"flag":     {[]string{"-colour"}, misused, "-colour"},
		"language": {[]string{"-lang", "fr"}, misused, `"fr"`},
		"argument": {[]string{"fengdu"}, misused, "fengdu"},
		"date":     {[]string{"-as-of", "2025-02-30"}, misused, "2025-02-30"},
		"plan":     {[]string{"-plan", "no-such-folder"}, misused, "no-such-folder"},
		"data":     {[]string{"-data", "no-such-folder"}, misused, "no-such-folder"},
		"faulty":   {[]string{"-plan", broken}, faulty, "plan.yaml:1:9: "},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, complaint := evaluation(c.args...)
			if code != c.code || !strings.Contains(complaint, c.says) || out != "" {
				t.Errorf("exit %d, want %d: %s", code, c.code, complaint)
			}
		})
	}
}
