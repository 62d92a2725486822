// Package scripts holds programs of one file that each answer one question of a
// county. Its test runs them and compares what they print.
package scripts

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestScriptsAnswerTheirQuestion(t *testing.T) {
	for _, name := range []string{"lacking", "purchase", "headroom"} {
		for _, lang := range []string{"zh", "en"} {
			var out, complain bytes.Buffer
			cmd := exec.Command("go", "run", "./"+name, "-lang", lang)
			cmd.Stdout, cmd.Stderr = &out, &complain
			if err := cmd.Run(); err != nil {
				t.Fatalf("%s: %v\n%s", name, err, complain.String())
			}
			golden := filepath.Join("testdata", name+"."+lang+".txt")
			if *update {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("%s (-golden +now):\n%s", golden, diff)
			}
		}
	}
}
