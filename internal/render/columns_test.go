package render

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func drawPhrase(t *rapid.T) string {
	return strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "word", " ", "字", "（", "）", "，", "“", "”", "12.5", "《", "》",
		"m²", "longwordlongwordlongword", "。"})).Draw(t, "pieces"), "")
}

func TestWrappedLinesFitAndLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		phrase := drawPhrase(t)
		limit := rapid.IntRange(2, 40).Draw(t, "columns")
		lines := wrap(phrase, limit)
		for _, line := range lines {
			if width(line) > limit {
				t.Fatalf("%q is wider than %d", line, limit)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := bare(strings.Join(lines, "")); got != bare(phrase) {
			t.Fatalf("%q became %q", phrase, got)
		}
	})
}

func TestPaddedCellsHaveTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		phrase := drawPhrase(t)
		columns := rapid.IntRange(0, 60).Draw(t, "columns")
		if got, want := width(pad(phrase, columns)), max(columns, width(phrase)); got != want {
			t.Fatalf("%q is %d wide, want %d", phrase, got, want)
		}
	})
}

func TestChineseTakesTwoColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "六有": 4, "（）": 4, "≥ 3 m²": 6, "１２": 4, "𠮷": 2} {
		if got := width(s); got != want {
			t.Errorf("width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestLinesNeitherEndInAnOpeningNorBeginWithAClosing(t *testing.T) {
	for _, line := range wrap("采用的解读（规划期内建成）新建（避难场所）多少处？“每个专项办公室”的人数", 12) {
		if strings.HasSuffix(line, "（") || strings.HasSuffix(line, "“") || strings.HasPrefix(line, "）") || strings.HasPrefix(line, "？") {
			t.Errorf("bad break: %q", line)
		}
	}
}

func TestCellsOfAMarkdownTableCannotBeBrokenOut(t *testing.T) {
	if got := escape("a|b\n<script>"); got != `a\|b &lt;script&gt;` {
		t.Errorf("%q", got)
	}
}
