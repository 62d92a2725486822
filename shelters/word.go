package shelters

import "github.com/county-emergency/emergency/spec"

// word is one member of a closed vocabulary: its code, its names, and the other
// ways in which it is written.
type word struct {
	code    string
	text    spec.Text
	aliases []string
}

// wordOf finds a member by its code, either name or an alias; member 0 is the
// unset one and is never found.
func wordOf(words []word, s string) (int, bool) {
	for i := 1; i < len(words) && s != ""; i++ {
		if words[i].code == s || words[i].text.EN == s || words[i].text.ZH == s {
			return i, true
		}
		for _, alias := range words[i].aliases {
			if alias == s {
				return i, true
			}
		}
	}
	return 0, false
}

// wordAt returns the member at a place, the unset one beyond the end.
func wordAt(words []word, i int) word {
	if i >= len(words) {
		return word{}
	}
	return words[i]
}
