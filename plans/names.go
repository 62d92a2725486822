package plans

import "github.com/county-emergency/emergency/spec"

// name is one member of a closed set: its code, its name in both languages and
// the other ways in which tables write it.
type name struct {
	code    string
	text    spec.Text
	aliases []string
}

// findName returns the place of a code, Chinese name or alias, 0 where there is none.
func findName(table []name, s string) int {
	if s == "" {
		return 0
	}
	for i := range table {
		if s == table[i].code || s == table[i].text.ZH {
			return i
		}
		for _, alias := range table[i].aliases {
			if s == alias {
				return i
			}
		}
	}
	return 0
}

// nameAt returns the member at a place, the empty one outside the table.
func nameAt(table []name, i int) name {
	if i < 0 || i >= len(table) {
		return name{}
	}
	return table[i]
}

// allOf returns the members of a closed set of n in order, the unset zero left out.
func allOf[T ~uint8](n int) []T {
	out := make([]T, 0, n-1)
	for i := 1; i < n; i++ {
		out = append(out, T(i))
	}
	return out
}
