package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/internal/clauses"
)

// Drifted is a clause whose paragraphs are not all in a text of the plan any
// more (条款变动), with what the library and the plan's files rest on it.
type Drifted struct {
	Clause Clause
	Lost   int // paragraphs of the clause that the text does not hold
	Of     int // paragraphs that the clause rests on
}

// Drift compares a text of the built-in plan with the one that the library was
// written from, and returns every clause that rests on a changed paragraph, in
// the order of the plan (条款变动检查). Only the SHA-256 of each paragraph is
// kept here, never the text. White space and the order of paragraphs do not
// count; a new paragraph that no clause rests on changes none. Nothing is
// returned where the text is the same.
func (f FiveYearPlan) Drift(text string) []Drifted {
	have := map[string]bool{}
	for _, p := range clauses.Paragraphs(text) {
		have[p.Hash] = true
	}
	var out []Drifted
	for _, c := range f.Clauses() {
		entry, _ := clauses.Find(c.ID)
		hashes := entry.Hashes()
		lost := 0
		for _, h := range hashes {
			if !have[h] {
				lost++
			}
		}
		if lost > 0 {
			out = append(out, Drifted{Clause: c, Lost: lost, Of: len(hashes)})
		}
	}
	return slices.Clip(out)
}
