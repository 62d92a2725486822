// Package scripts holds programs of one file that each answer one question of a
// county. Its test runs them and compares what they print.
package scripts

import (
	"bytes"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"
)

// A script stays one that is read at a glance: one file of ten to thirty lines,
// the way gofmt writes them.
func TestScriptsAreTenToThirtyLines(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	if err != nil || len(files) != 3 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		code, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(code, []byte("\n")); n < 10 || n > 30 {
			t.Errorf("%s has %d lines", name, n)
		}
		if formatted, err := format.Source(code); err != nil || !bytes.Equal(formatted, code) {
			t.Errorf("%s is not as gofmt writes it: %v", name, err)
		}
		for i, line := range strings.Split(string(code), "\n") {
			if len(line) > 100 || strings.Contains(line, "; ") && !strings.Contains(line, "//") {
				t.Errorf("%s:%d is crowded: %s", name, i+1, line)
			}
		}
	}
}

func TestScriptsRefuseAnotherLanguage(t *testing.T) {
	for _, name := range []string{"lacking", "purchase", "headroom"} {
		var complain bytes.Buffer
		cmd := exec.Command("go", "run", "./"+name, "-lang", "fr")
		cmd.Stderr = &complain
		if err := cmd.Run(); err == nil || !strings.Contains(complain.String(), "fr") {
			t.Errorf("%s: %v, %q", name, err, complain.String())
		}
	}
}

func TestScriptsAnswerTheirQuestion(t *testing.T) {
	for _, name := range []string{"lacking", "purchase", "headroom"} {
		for _, lang := range []string{"zh", "en"} {
			var out, complain bytes.Buffer
			cmd := exec.Command("go", "run", "./"+name, "-lang", lang)
			cmd.Stdout, cmd.Stderr = &out, &complain
			if err := cmd.Run(); err != nil {
				t.Fatalf("%s: %v\n%s", name, err, complain.String())
			}
			golden.Same(t, name+"."+lang+".txt", out.String())
		}
	}
}
