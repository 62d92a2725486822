package plans_test

import (
	"fmt"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

// registerOf is a register of a county with so many villages, each with a plan
// that leads up to a master plan through a township.
func registerOf(villages int) plans.Records {
	issued := date(2022, 1, 1)
	r := plans.Records{HasDrills: true, Complete: period(2021, 2025), Contingency: plans.ContingencyRecords{HasPlans: true, HasLinks: true,
		Plans: []plans.Contingency{{ID: "master", Kind: plans.MasterPlan, Issued: issued}}}}
	group := plans.RequiredGroup{Kind: plans.VillagePlan, Known: true}
	for i := range villages {
		code, err := hazards.ParseDivisionCode(fmt.Sprintf("9901%02d%03d%03d", i/100_000%90+1, i/100%999+1, i%100+1))
		if err != nil {
			panic(err)
		}
		id := fmt.Sprint("v", i)
		r.Contingency.Plans = append(r.Contingency.Plans, plans.Contingency{ID: id, Kind: plans.VillagePlan, Division: code, Issued: issued, Filed: spec.Exactly(date(2022, 1, 15))})
		r.Contingency.Links = append(r.Contingency.Links, plans.PlanLink{From: id, Kind: plans.UpwardLink, To: "master"})
		r.Drills = append(r.Drills, plans.Drill{ID: id, Plan: id, Date: date(2022, 6, 1), Kind: plans.CommunityDrill})
		group.Units = append(group.Units, plans.RequiredUnit{Subject: plans.DivisionKey(code)})
	}
	r.Contingency.Required = []plans.RequiredGroup{group}
	return r
}

// One assessment of every village of a county and of a hundred counties: the
// time grows with the plans, not with their square.
func BenchmarkAssessContingency(b *testing.B) {
	p := fengduProvisions()
	p.Contingency = sides(plans.Interface{Kind: plans.VillagePlan, Side: plans.UpwardLink})
	p.Contingency.Clocks = []plans.PlanClock{{Clock: plans.FilingClock, Kinds: []plans.ContingencyKind{plans.VillagePlan}, Limit: spec.Cite[measure.Count](20, inPlan("c"))}}
	for _, n := range []int{338, 33_800} {
		r := registerOf(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				plans.Assess(p, r, date(2023, 1, 1), spec.Choices{})
			}
		})
	}
}

// Every pair of thirty plans that draw on forty teams of ten kinds.
func BenchmarkPairs(b *testing.B) {
	j := plans.JointRecords{HasDraws: true, Pools: []plans.Pool{{ID: "teams", Known: true}}}
	for i := range 30 {
		for k := range 3 {
			j.Draws = append(j.Draws, plans.Draw{ID: fmt.Sprint(i, "-", k), Plan: fmt.Sprint(i), Pool: "teams", Use: fmt.Sprint((i + k) % 10), Amount: whole(2)})
		}
	}
	for i := range 40 {
		j.Resources = append(j.Resources, plans.Resource{ID: fmt.Sprint(i), Pool: "teams", Serves: []string{fmt.Sprint(i % 10), fmt.Sprint((i + 3) % 10)}, Amount: spec.Exactly(whole(1))})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := j.Pairs(); err != nil {
			b.Fatal(err)
		}
	}
}
