package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// Rules returns every rule that the library computes, by room, without running
// anything. Ids are permanent.
func Rules() []spec.Rule {
	return slices.Concat(hazards.Rules(), indicators.Rules(), reserves.Rules(), shelters.Rules(),
		teams.Rules(), plans.Rules(), crossRules())
}

// Readings returns every clause that the library can understand in more than
// one way, with the default of each.
func Readings() []spec.Reading {
	return slices.Concat(hazards.Readings(), indicators.Readings(), reserves.Readings(), shelters.Readings(),
		teams.Readings(), plans.Readings())
}

// Undefined returns every clause that is declared as not computed, and why.
func Undefined() []spec.Undefined {
	return slices.Concat(hazards.Undefined(), indicators.Undefined(), reserves.Undefined(), shelters.Undefined(),
		teams.Undefined(), plans.Undefined())
}

// Carried returns what carries the entries of the plan's inventory: rules,
// readings, declared gaps and everything in the plan's own files.
func (f FiveYearPlan) Carried() []spec.Carried {
	var out []spec.Carried
	add := func(by string, entries []string) {
		if len(entries) > 0 {
			out = append(out, spec.Carried{By: by, Entries: slices.Clone(entries)})
		}
	}
	for _, r := range Rules() {
		add("rule "+r.ID, r.Carries)
	}
	for _, r := range Readings() {
		add("reading "+r.ID, r.Carries)
	}
	for _, u := range Undefined() {
		add("undefined", u.Carries)
	}
	for _, p := range f.content().parameters {
		add(p.Path, p.Carries)
	}
	for _, e := range f.content().entries {
		add(e.by, e.IDs)
	}
	return out
}
