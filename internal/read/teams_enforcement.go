package read

import (
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// teamsEnforcement reads the two targets on the enforcement force.
func teamsEnforcement(n *strict.Node, c *Context) (e teams.Enforcement) {
	m, ok := n.Map()
	if !ok {
		return e
	}
	e.Equipment = teamsTarget(m.Get("equipment"), c)
	e.Due, _ = strict.Figure(m.Get("equipment_due"), c.Source, (*strict.Node).Date)
	e.Qualified = teamsTarget(m.Get("qualified"), c)
	e.Again, _ = strict.Figure(m.Get("qualified_again_percent"), c.Source, (*strict.Node).Ratio)
	m.Done()
	return e
}

// teamsEnforcementRecords reads what a county reports of its enforcement force.
func teamsEnforcementRecords(n *strict.Node, c *Context) (r teams.EnforcementRecords) {
	m, ok := n.Map()
	if !ok {
		return r
	}
	at := teamsReportedAt(m, c)
	count := func(key string) spec.Observed[measure.Count] {
		return teamsObserve(m.Get(key), (*strict.Node).Count, at)
	}
	people := func(key string) spec.Observed[measure.People] {
		return teamsObserve(m.Get(key), (*strict.Node).People, at)
	}
	r.Units, r.Compliant = count("units"), count("compliant_units")
	r.Officers = people("officers")
	r.WithDegree, r.WithQualification, r.WithExperience = people("with_degree"), people("with_qualification"), people("with_experience")
	r.WithAny, r.WithAll = people("with_any"), people("with_all")
	m.Done()
	return r
}
