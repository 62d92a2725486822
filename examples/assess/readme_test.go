package main

import (
	"os"
	"strings"
	"testing"
)

// What the README shows of a working paper stands in the working paper.
func TestTheReadmeShowsTheWorkingPaperAsItIs(t *testing.T) {
	for lang, file := range map[string]string{"en": "../../README.md", "zh": "../../README.zh-CN.md"} {
		readme, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		const command = "-explain teams.office-staffing"
		_, after, ok := strings.Cut(string(readme), "-lang "+lang+" "+command)
		_, after, fenced := strings.Cut(after, "```\n")
		shown, _, closed := strings.Cut(after, "```")
		if !ok || !fenced || !closed || strings.Count(shown, "\n") < 4 {
			t.Fatalf("%s shows no working paper", file)
		}
		code, out, _ := assess("-lang", lang, "-explain", "teams.office-staffing")
		if code != 0 {
			t.Fatalf("exit code %d", code)
		}
		for line := range strings.Lines(shown) {
			if !strings.Contains(out, line) {
				t.Errorf("%s shows a line that the program does not print: %s", file, line)
			}
		}
	}
}
