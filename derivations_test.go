package emergency_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// derivedFindings are findings of both counties, of a poorer one and of further
// plans: as they are, and under every reading that a derivation asks for.
func derivedFindings(t *testing.T) []spec.Finding {
	t.Helper()
	out := moreFindings(t)
	pairs := bothCounties(t)
	pairs["poor"], pairs["undelivered"] = poor(t), undelivered(t)
	for _, pair := range pairs {
		out = append(out, everyFinding(pair.plan.Assess(pair.county, measure.Date{}))...)
		for _, when := range conditions() {
			reading, option, _ := strings.Cut(when, "=")
			plan, err := pair.plan.With(reading, option)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, everyFinding(plan.Assess(pair.county, measure.Date{}))...)
		}
	}
	return append(out, otherWays(t)...)
}

func conditions() []string {
	var out []string
	for _, r := range emergency.Rules() {
		for _, d := range r.Derivations {
			if d.When != "" && !slices.Contains(out, d.When) {
				out = append(out, d.When)
			}
		}
	}
	return out
}

// An auditor can work out each value from what the explanation lists: the
// formula of the rule, put on the inputs of the finding, gives the value that
// the room computed by its own code.
func TestEveryValueOfAFindingIsWorkedOutAgain(t *testing.T) {
	rules := map[string]spec.Rule{}
	for _, r := range emergency.Rules() {
		rules[r.ID] = r
	}
	told := map[string]bool{}
	for _, f := range derivedFindings(t) {
		derived := map[string]bool{}
		for _, w := range f.Workings(rules[f.Rule].Derivations) {
			derived[w.Of] = true
		}
		lacks := func(name string) {
			if key := f.Rule + " " + name; !told[key] {
				told[key] = true
				t.Errorf("%s of %s: nothing gives %s", f.Rule, f.Subject, name)
			}
		}
		of := map[string]bool{}
		for _, d := range rules[f.Rule].Derivations {
			of[d.Of] = true
			if d.Is == spec.Given {
				derived[d.Of] = true
			}
		}
		if f.Actual.Known() && !derived["actual"] {
			lacks("actual = " + f.Actual.String())
		}
		if f.Required.Known() && !derived["required"] {
			lacks("required = " + f.Required.String())
		}
		for _, in := range f.Inputs {
			if in.Value.Known() && !derived[in.Name] && coveredBy(of, in.Name) {
				lacks(in.Name + " = " + in.Value.String())
			}
		}
	}
}

// coveredBy reports whether some derivation is of a name.
func coveredBy(of map[string]bool, name string) bool {
	for pattern := range of {
		before, after, wild := strings.Cut(pattern, "*")
		if pattern == name || wild && len(name) > len(before)+len(after) && strings.HasPrefix(name, before) &&
			strings.HasSuffix(name, after) && !strings.Contains(name[len(before):len(name)-len(after)], ".") {
			return true
		}
	}
	return false
}

func TestEveryDerivationCanBeReadAndGivesSomething(t *testing.T) {
	fired := map[string]bool{}
	for _, f := range derivedFindings(t) {
		if heldElsewhere(f.Rule) {
			continue
		}
		for i, d := range f.Basis.Derivations {
			if key := f.Rule + d.Of + d.Is; !fired[key] {
				fired[key] = d.Is == spec.Given || gives(f, f.Basis.Derivations, i)
			}
		}
	}
	for _, r := range emergency.Rules() {
		if err := spec.CheckDerivations(r.Derivations); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
		for _, d := range r.Derivations {
			if !fired[r.ID+d.Of+d.Is] && !heldElsewhere(r.ID) {
				t.Errorf("%s: %s = %s gives no value of any county", r.ID, d.Of, d.Is)
			}
		}
	}
}

// gives reports whether a derivation gives a value of a finding, alone among
// those of its name; new names that it rests on are worked out by the others.
func gives(f spec.Finding, all []spec.Derivation, at int) bool {
	one := all[at]
	var with []spec.Derivation
	for i, d := range all {
		if i == at || d.Of != one.Of && !d.Label.IsZero() {
			with = append(with, d)
		}
	}
	of := map[string]bool{one.Of: true}
	for _, w := range f.Workings(with) {
		if coveredBy(of, w.Of) {
			return true
		}
	}
	return false
}
