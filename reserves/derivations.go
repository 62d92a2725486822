package reserves

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// form is how much of an item the evacuees need by its kind of norm, and how
// many of them a quantity Q serves.
type form struct{ need, serves string }

// forms are the kinds of norms by the inputs that only they have, those with
// the most inputs first. What is needed per site or responder fails somebody,
// and nobody knows whom, as long as any of it is lacking.
func forms() []form {
	return []form{
		{"ceil(*.members ÷ *.group) × *.norm", "floor(floor(Q ÷ *.norm) × *.group × 100 ÷ *.share)"},
		{"ceil(evacuees ÷ *.group) × *.norm", "floor(Q ÷ *.norm) × *.group"},
		{"*.members × *.for-all-days", "floor(floor(Q ÷ *.for-all-days) × 100 ÷ *.share)"},
		{"*.members × *.norm", "floor(floor(Q ÷ *.norm) × 100 ÷ *.share)"},
		{"*.count × *.each", "evacuees − min(1, max(0, ceil(*.count × *.each − Q)))"},
		{"evacuees × *.for-all-days", "floor(Q ÷ *.for-all-days)"},
		{"evacuees × *.norm", "floor(Q ÷ *.norm)"},
	}
}

// serves are the derivations of the people that a quantity of an item serves.
func serves(of, quantity string) []spec.Derivation {
	var out []spec.Derivation
	for _, f := range forms() {
		out = append(out, spec.Derivation{Of: of, Is: strings.ReplaceAll(f.serves, "Q", quantity)})
	}
	return out
}

// lacks are the derivations of the whole units that the stock lacks.
func lacks(of string) []spec.Derivation {
	var out []spec.Derivation
	for _, f := range forms() {
		out = append(out, spec.Derivation{Of: of, Is: "ceil(" + f.need + " − *.usable)"})
	}
	return out
}

// norms are the derivations of what a norm is multiplied with.
func norms() []spec.Derivation {
	return []spec.Derivation{
		{Of: "*.for-all-days", Is: "*.norm × ceil(support-days ÷ *.period)"},
		{Of: "*.for-all-days", Is: "*.norm × support-days"},
		{Of: "*.members", Is: "ceil(evacuees × *.share ÷ 100)"},
	}
}

func coverageDerivations() []spec.Derivation {
	out := append(norms(), spec.Derivation{Of: "required", Is: "evacuees"})
	for _, f := range forms() {
		out = append(out, spec.Derivation{Of: "*.required", Is: "ceil(" + f.need + ")"})
	}
	out = append(out, lacks("*.short")...)
	out = append(out, serves("*.people", "*.usable")...)
	return append(out,
		spec.Derivation{Of: "purchase", Is: "sum(**.short × **.price)"},
		spec.Derivation{Of: "value", Is: "sum(**.required × **.price)"},
		spec.Derivation{Of: "actual", Is: "min(**.people)"})
}

func purchaseDerivations() []spec.Derivation {
	out := append(norms(), lacks("*.buy")...)
	out = append(out, serves("*.with", "(*.usable + *.buy)")...)
	out = append(out, serves("*.one-less", "(*.usable + *.buy − 1)")...)
	return append(out,
		spec.Derivation{Of: "purchase", Is: "sum(**.buy × **.price)"},
		spec.Derivation{Of: "actual", Is: "purchase"})
}

// tallied are the derivations of a count of units that are met.
func tallied() []spec.Derivation {
	return []spec.Derivation{
		{Of: "judged", Is: "met + unmet + unknown"},
		{Of: "actual", Is: "met"},
		{Of: "required", Is: "judged"},
	}
}
