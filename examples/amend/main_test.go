package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/examples/internal/golden"
)

func amend(args ...string) (int, string, string) {
	var out, complain bytes.Buffer
	code := run(args, &out, &complain)
	return code, out.String(), complain.String()
}

func TestImpactsAreTheGoldenOnes(t *testing.T) {
	for name, args := range map[string][]string{
		"impact.zh.txt": {"-lang", "zh"},
		"impact.en.txt": {"-lang", "en"},
		"impact.zh.md":  {"-lang", "zh", "-format", "markdown"},
	} {
		code, got, complaint := amend(args...)
		if code != 0 || complaint != "" {
			t.Fatalf("%s: exit %d: %s", name, code, complaint)
		}
		golden.Same(t, name, got)
		if !strings.Contains(got, "虚构") && !strings.Contains(got, "INVENTED") {
			t.Errorf("%s does not say that the amendment is invented", name)
		}
	}
}

func TestAPlanHeldAgainstItselfHasNoImpact(t *testing.T) {
	code, got, _ := amend("-lang", "en", "-before", "../secondcounty/plan", "-after", "../secondcounty/plan")
	if code != 0 || !strings.Contains(got, "Values changed (0)") || strings.Contains(got, "Verdicts that flip") {
		t.Errorf("exit %d: %s", code, got)
	}
}

func TestExitCodesSayWhatHappened(t *testing.T) {
	empty := t.TempDir()
	for name, c := range map[string]struct {
		args []string
		code int
	}{
		"as of":            {[]string{"-as-of", "2025-12-31", "-format", "json"}, 0},
		"no plan":          {[]string{"-before", empty}, 1},
		"no counties":      {[]string{"-counties", empty + "/none"}, 1},
		"language":         {[]string{"-lang", "fr"}, 2},
		"date":             {[]string{"-as-of", "soon"}, 2},
		"two ways at once": {[]string{"-after", empty, "-overlay", empty}, 2},
		"an argument":      {[]string{"plan"}, 2},
	} {
		if code, _, complaint := amend(c.args...); code != c.code || code != 0 && complaint == "" {
			t.Errorf("%s: exit %d: %s", name, code, complaint)
		}
	}
}

// TestFaultsOfAllCountiesAreToldUnderTheirFolders has two counties at fault in the
// same file: both are told, and which is which.
func TestFaultsOfAllCountiesAreToldUnderTheirFolders(t *testing.T) {
	dir := t.TempDir()
	for _, county := range []string{"east", "west"} {
		if err := os.Mkdir(dir+"/"+county, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	code, _, complaint := amend("-counties", dir)
	for _, want := range []string{"east/county.yaml: ", "west/county.yaml: "} {
		if code != 1 || !strings.Contains(complaint, want) {
			t.Errorf("exit %d, no %q in %q", code, want, complaint)
		}
	}
}
