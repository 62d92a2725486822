package teams

import "github.com/county-emergency/emergency/spec"

// is derives a value that a finding or one of its inputs states.
func is(of, expression string) spec.Derivation { return spec.Derivation{Of: of, Is: expression} }

// counted derives the numbers of a finding that counts verdicts, and those of a
// single unit by more.
func counted(more ...spec.Derivation) []spec.Derivation {
	return append([]spec.Derivation{is("judged", "met + unmet + unknown"), is("actual", "met"), is("required", "judged")}, more...)
}

// shared derives the numbers of a finding about a share and its target.
func shared(more ...spec.Derivation) []spec.Derivation {
	return append([]spec.Derivation{is("actual", "done ÷ of × 100"), is("required", "target")}, more...)
}
