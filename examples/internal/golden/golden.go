// Package golden holds what the example programs print against stored files.
// Only their tests import it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Same fails the test where a file under testdata is not what was printed. With
// -update it stores what was printed first.
func Same(t testing.TB, name, printed string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(printed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stored, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(stored), "\n"), strings.Split(printed, "\n")); diff != "" {
		t.Errorf("%s is not what is printed now (run with -update after reading it; -stored +printed):\n%s", file, diff)
	}
}
