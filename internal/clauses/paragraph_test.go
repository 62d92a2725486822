package clauses_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/internal/clauses"
)

// planText lies beside the checkout where the plan's material is at hand.
const planText = "../../../shared/domain/plan.zh.txt"

func TestEveryClauseKeepsTheHashOfItsParagraphs(t *testing.T) {
	for _, c := range clauses.All() {
		if len(c.Hashes()) == 0 {
			t.Errorf("%s rests on no paragraph", c.ID)
		}
		for _, h := range c.Hashes() {
			if len(h) != 64 || strings.Trim(h, "0123456789abcdef") != "" {
				t.Errorf("%s: %q is no SHA-256", c.ID, h)
			}
		}
	}
}

func TestEveryHashIsAParagraphOfThePlan(t *testing.T) {
	text, err := os.ReadFile(planText)
	if err != nil {
		t.Skip("the text of the plan is not beside this checkout")
	}
	have := map[string]bool{}
	for _, p := range clauses.Paragraphs(string(text)) {
		have[p.Hash] = true
	}
	for _, c := range clauses.All() {
		for _, h := range c.Hashes() {
			if !have[h] {
				t.Errorf("%s: no paragraph has the hash %s", c.ID, h)
			}
		}
	}
}

func TestARowOfATableIsOneParagraph(t *testing.T) {
	got := clauses.Paragraphs("第一段\n\n\t1\n\t指标\n\t9%\n\n\t2\n \n\t\n尾段")
	lines := make([]int, len(got))
	for i, p := range got {
		lines[i] = p.Line
	}
	if want := []int{1, 3, 7, 10}; !slices.Equal(lines, want) {
		t.Errorf("paragraphs begin at %v, want %v", lines, want)
	}
}

func TestWhiteSpaceChangesNoHash(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[一-龥0-9，。]{1,40}`).Draw(t, "text")
		at := rapid.IntRange(0, len([]rune(text))).Draw(t, "place of the space")
		space := rapid.SampledFrom([]string{" ", "\u3000", "\u00a0", "  "}).Draw(t, "space")
		spaced := string([]rune(text)[:at]) + space + string([]rune(text)[at:])
		a, b := clauses.Paragraphs(text), clauses.Paragraphs(spaced)
		if len(a) != 1 || len(b) != 1 || a[0] != b[0] {
			t.Fatalf("%v and %v", a, b)
		}
		other := clauses.Paragraphs(text + "增")
		if other[0].Hash == a[0].Hash {
			t.Fatal("another text has the same hash")
		}
	})
}
