package emergency

import (
	"slices"
	"strings"
	"sync"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// Assess holds a county against the plan as of a date: records observed later
// are not read, and what is not due yet is not failed. The zero date takes the
// county's own. A nil county is one of which nothing is known. Neither the plan
// nor the county is changed.
func (f FiveYearPlan) Assess(c *County, asOf measure.Date) *Report {
	if c == nil {
		c = &County{}
	}
	if asOf.IsZero() {
		asOf = c.AsOf
	}
	p := f.content()
	teamRecords := c.Teams
	teamRecords.Derived = slices.Concat(teamRecords.Derived, derive(p, c, asOf))
	teamsSaid := teams.Assess(p.teams, teamRecords, asOf, p.choices)
	indicatorsSaid := indicators.Assess(p.indicators, c.Indicators, asOf, p.choices)
	hazardsSaid := hazards.Assess(p.hazards, c.Hazards, asOf, p.choices)
	sheltersSaid := shelters.Assess(p.shelters, c.Shelters, asOf, p.choices)
	plansSaid := plans.Assess(p.plans, p.plansRecords(c, asOf), asOf, p.choices)
	r := &Report{plan: p, asOf: asOf, code: c.Code, name: c.Name, invented: c.Invented, files: c.files, remarks: p.remarks(c, asOf), ledger: plansSaid,
		units: func() []spec.Finding {
			out := slices.Concat(hazardsSaid.UnitFindings(), indicatorsSaid.UnitFindings(), sheltersSaid.UnitFindings(),
				teamsSaid.UnitFindings(), plansSaid.UnitFindings())
			p.complete(out)
			return out
		}}
	r.findings = slices.Concat(
		hazardsSaid.Findings(),
		indicatorsSaid.Findings(),
		reserves.Assess(p.reserves, c.Reserves, asOf, p.choices).Findings(),
		sheltersSaid.Findings(),
		teamsSaid.Findings(),
		plansSaid.Findings(),
		crossFindings(p, c),
	)
	p.complete(r.findings)
	p.markLayers(r.findings)
	return r
}

// complete gives each finding its rule and the plan that it is about.
func (p *plan) complete(findings []spec.Finding) {
	rules := rulesByID()
	for i := range findings {
		p.own(&findings[i])
		findings[i].Basis = rules[findings[i].Rule]
	}
}

// rulesByID is every rule of the library under its id. Nobody changes it.
var rulesByID = sync.OnceValue(func() map[string]*spec.Rule {
	out := map[string]*spec.Rule{}
	for _, r := range Rules() {
		out[r.ID] = &r
	}
	return out
})

// own cites this plan where a rule, written from the built-in plan, names that
// one: what another plan does not place has no place in the built-in plan.
func (p *plan) own(f *spec.Finding) {
	if p.source.Document == builtIn || p.source.IsZero() {
		return
	}
	replace := func(s spec.Source) spec.Source {
		if s.Document != builtIn {
			return s
		}
		if s.Standing == spec.InPlan {
			s.Standing = p.source.Standing
		}
		return spec.Source{Document: p.source.Document, Number: p.source.Number, Standing: s.Standing}
	}
	f.Source = replace(f.Source)
	if !slices.ContainsFunc(f.Weak, func(s spec.Source) bool { return s.Document == builtIn }) {
		return
	}
	weak := f.Weak
	f.Weak = make([]spec.Source, 0, len(weak))
	for _, s := range weak {
		f.Lean(replace(s))
	}
}

// hasPrefix reports whether a rule or target id begins with a prefix.
func hasPrefix(f spec.Finding, prefix string) bool {
	return strings.HasPrefix(f.Rule, prefix) || strings.HasPrefix(f.Target, prefix)
}
