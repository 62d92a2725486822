package plans

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Bearer is a post, an office or a class of units that a plan gives duties to
// (责任主体). Persons are never named.
type Bearer struct {
	ID      string
	Name    spec.Text
	Aliases []string // other ways in which the plan writes the same bearer
	Source  spec.Source
	Carries []string
}

// Named reports whether the bearer goes by a name: its id, its own name in
// either language, or an alias.
func (b Bearer) Named(name string) bool {
	return name != "" && (name == b.ID || name == b.Name.ZH || name == b.Name.EN || slices.Contains(b.Aliases, name))
}

// BearerNamed returns the bearer that goes by a name (责任主体别名).
func BearerNamed(bearers []Bearer, name string) (Bearer, bool) {
	for _, b := range bearers {
		if b.Named(name) {
			return b, true
		}
	}
	return Bearer{}, false
}
