package hazards

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// term is one member of a closed set: its permanent code, its name and the
// other ways in which it is written.
type term struct {
	code    string
	text    spec.Text
	aliases []string
}

// termAt returns a member, and an empty one beyond the set.
func termAt(set []term, i int) term {
	if i >= len(set) {
		return term{}
	}
	return set[i]
}

// findTerm returns the place of the member with a code, name or alias, 0 where
// there is none. The suffixes are left out of what is looked for and of names.
func findTerm(set []term, s string, suffix string) int {
	if s == "" {
		return 0
	}
	bare := strings.TrimSuffix(s, suffix)
	for i, t := range set {
		if i > 0 && (t.code == s || t.text.EN == s || strings.TrimSuffix(t.text.ZH, suffix) == bare || slices.Contains(t.aliases, bare)) {
			return i
		}
	}
	return 0
}
