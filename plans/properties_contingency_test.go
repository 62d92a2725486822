package plans_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func drawDay(t *rapid.T, label string) measure.Date {
	return date(2021, 1, 1).AddDays(rapid.IntRange(0, 1825).Draw(t, label))
}

func drawPlans(t *rapid.T) []plans.Contingency {
	var out []plans.Contingency
	for i := range rapid.IntRange(0, 6).Draw(t, "plans") {
		c := hazardPlan(string(rune('a'+i)), rapid.SampledFrom(hazards.Naturals()).Draw(t, "hazard"), measure.Date{})
		if rapid.IntRange(0, 4).Draw(t, "issued?") > 0 {
			c.Issued = drawDay(t, "issued")
		}
		if rapid.Bool().Draw(t, "withdrawn?") && !c.Issued.IsZero() {
			c.Withdrawn = c.Issued.AddDays(rapid.IntRange(0, 900).Draw(t, "withdrawn"))
		}
		switch rapid.IntRange(0, 2).Draw(t, "reviewed?") {
		case 1:
			c.Reviewed = spec.Exactly(measure.Date{})
		case 2:
			c.Reviewed = spec.Exactly(drawDay(t, "reviewed"))
		}
		out = append(out, c)
	}
	return out
}

func TestOneMorePlanInForceNeverTurnsMetIntoUnmet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := drawDay(t, "as of")
		r := plans.ContingencyRecords{HasPlans: true, Plans: drawPlans(t)}
		if rapid.Bool().Draw(t, "whole") {
			r.Whole = []plans.ContingencyKind{plans.SpecialPlan}
		}
		group := hazardGroup(hazards.Naturals()...)
		before := r.Cover(group, asOf)
		r.Plans = append(r.Plans, hazardPlan("new", rapid.SampledFrom(hazards.Naturals()).Draw(t, "new"), asOf))
		after := r.Cover(group, asOf)
		for i := range before.Verdicts {
			if before.Verdicts[i] == spec.Met && after.Verdicts[i] != spec.Met {
				t.Fatalf("%v became %v", before.Verdicts, after.Verdicts)
			}
		}
		if after.Tally.Met < before.Tally.Met || after.Tally.Unmet > before.Tally.Unmet {
			t.Fatalf("%+v became %+v", before.Tally, after.Tally)
		}
		// And a lapse can: withdrawing every plan leaves none in force.
		for i := range r.Plans {
			r.Plans[i].Withdrawn = asOf
		}
		if lapsed := r.Cover(group, asOf); lapsed.Tally.Met != 0 {
			t.Fatalf("%+v", lapsed.Tally)
		}
	})
}

func TestTheCoverOfPartsIsThatOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := drawDay(t, "as of")
		r := plans.ContingencyRecords{HasPlans: true, Plans: drawPlans(t)}
		whole := r.Cover(hazardGroup(hazards.Naturals()...), asOf).Tally
		var sum spec.Tally
		for _, h := range hazards.Naturals() {
			sum.Merge(r.Cover(hazardGroup(h), asOf).Tally)
		}
		if sum != whole {
			t.Fatalf("%+v, want %+v", sum, whole)
		}
	})
}

// drawTree is a register of plans with random links between them.
func drawTree(t *rapid.T) plans.ContingencyRecords {
	var r plans.ContingencyRecords
	kinds := []plans.ContingencyKind{plans.MasterPlan, plans.SpecialPlan, plans.DepartmentPlan, plans.TownshipPlan, plans.VillagePlan}
	n := rapid.IntRange(1, 7).Draw(t, "plans")
	for i := range n {
		r.Plans = append(r.Plans, plans.Contingency{ID: string(rune('a' + i)), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Issued: date(2022, 1, 1)})
	}
	for range rapid.IntRange(0, 10).Draw(t, "links") {
		r.Links = append(r.Links, plans.PlanLink{From: r.Plans[rapid.IntRange(0, n-1).Draw(t, "from")].ID,
			Kind: rapid.SampledFrom(plans.LinkKinds()).Draw(t, "side"),
			To:   string(rune('a' + rapid.IntRange(0, n).Draw(t, "to"))), Outside: rapid.IntRange(0, 5).Draw(t, "outside") == 0})
	}
	return r
}

// A plan is on a circle if and only if it is reached from itself, and an orphan
// if and only if no master plan is: held against the transitive closure.
func TestCirclesAndOrphansAreThoseOfTheTransitiveClosure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawTree(t)
		n := len(r.Plans)
		reach := make([][]bool, n)
		at := map[string]int{}
		for i := range r.Plans {
			reach[i] = make([]bool, n)
			at[r.Plans[i].ID] = i
		}
		for _, l := range r.Links {
			if to, ok := at[l.To]; ok && l.Kind == plans.UpwardLink && !l.Outside {
				reach[at[l.From]][to] = true
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		circular, orphan := map[string]bool{}, map[string]bool{}
		for _, f := range r.TreeOf(plans.ContingencyProvisions{}, date(2023, 1, 1)).Faults {
			switch f.Kind {
			case plans.Circular:
				circular[f.Plan] = true
			case plans.Orphan:
				orphan[f.Plan] = true
			}
		}
		for i, p := range r.Plans {
			toMaster := p.Kind == plans.MasterPlan
			for j := range r.Plans {
				toMaster = toMaster || reach[i][j] && r.Plans[j].Kind == plans.MasterPlan
			}
			if circular[p.ID] != reach[i][i] || orphan[p.ID] == toMaster {
				t.Fatalf("%s: circular %v, orphan %v; reaches itself %v, a master %v", p.ID, circular[p.ID], orphan[p.ID], reach[i][i], toMaster)
			}
		}
	})
}

func TestOneMoreLinkUpNeverMakesAnOrphan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawTree(t)
		before := r.TreeOf(plans.ContingencyProvisions{}, date(2023, 1, 1)).With(plans.Orphan)
		n := len(r.Plans)
		r.Links = append(r.Links, plans.PlanLink{From: r.Plans[rapid.IntRange(0, n-1).Draw(t, "f")].ID, Kind: plans.UpwardLink, To: r.Plans[rapid.IntRange(0, n-1).Draw(t, "t")].ID})
		if after := r.TreeOf(plans.ContingencyProvisions{}, date(2023, 1, 1)).With(plans.Orphan); after > before {
			t.Fatalf("%d orphans, %d before", after, before)
		}
	})
}

func allClocks() plans.ContingencyProvisions {
	kinds := []plans.ContingencyKind{plans.SpecialPlan}
	var p plans.ContingencyProvisions
	for _, k := range plans.ClockKinds() {
		p.Clocks = append(p.Clocks, plans.PlanClock{Clock: k, Kinds: kinds, Limit: spec.Cite[measure.Count](20, inPlan("c"))})
	}
	return p
}

func TestDueDatesAreNeverBeforeTheirStart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := drawDay(t, "as of")
		workday := plans.Calendar{Years: period(2020, 2027)}.Workday()
		r := plans.Records{HasDrills: true, Drills: drawDrills(t), Contingency: plans.ContingencyRecords{HasPlans: true, Plans: drawPlans(t), Workday: workday}}
		for i := range r.Drills {
			r.Drills[i].Plan = string(rune('a' + rapid.IntRange(0, 6).Draw(t, "plan")))
		}
		for _, s := range r.Clocks(allClocks(), asOf) {
			if s.Due.Before(s.Start) || s.Start.After(asOf) {
				t.Fatalf("%+v as of %v", s, asOf)
			}
			if s.Overdue() && !s.Due.Before(asOf) && s.Clock != plans.DrillClock {
				t.Fatalf("overdue before it is due: %+v as of %v", s, asOf)
			}
		}
	})
}

func TestAPassedDrillNeverTurnsMetIntoUnmetAndTimeAloneCan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := drawDay(t, "as of")
		r := plans.Records{HasDrills: true, Complete: drawComplete(t), Drills: drawDrills(t), Contingency: plans.ContingencyRecords{HasPlans: true, Plans: drawPlans(t)}}
		if len(r.Contingency.Plans) == 0 {
			return
		}
		for i := range r.Drills {
			r.Drills[i].Plan = r.Contingency.Plans[rapid.IntRange(0, len(r.Contingency.Plans)-1).Draw(t, "plan")].ID
			r.Drills[i].Passed = spec.Exactly(rapid.Bool().Draw(t, "passed"))
		}
		p := plans.ContingencyProvisions{Clocks: allClocks().Clocks[3:]}
		before := r.Clocks(p, asOf)
		r.Drills = append(r.Drills, plans.Drill{ID: "new", Date: drawDay(t, "new"), Plan: r.Contingency.Plans[0].ID, Passed: spec.Exactly(true)})
		for i, after := range r.Clocks(p, asOf) {
			if before[i].Verdict == spec.Met && after.Verdict != spec.Met {
				t.Fatalf("%+v became %+v", before[i], after)
			}
		}
		for _, s := range r.Clocks(p, asOf.AddYears(50)) {
			if s.Verdict == spec.Met {
				t.Fatalf("still met after fifty years: %+v", s)
			}
		}
	})
}

func TestRecurrencesNeverSkipADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, until := drawDay(t, "from"), drawDay(t, "until")
		months := measure.Count(rapid.IntRange(1, 40).Draw(t, "months"))
		spans := plans.Recurrences(from, until, months)
		if (len(spans) == 0) != until.Before(from) {
			t.Fatalf("%d spans from %v to %v", len(spans), from, until)
		}
		next := from
		for _, s := range spans {
			if s.From != next || s.To.Before(s.From) {
				t.Fatalf("%+v, want from %v", s, next)
			}
			next = s.To.AddDays(1)
		}
		if len(spans) > 0 && !until.Before(next) {
			t.Fatalf("%v is in no span", until)
		}
		// Each day is in exactly one of them.
		for d := from; !d.After(until); d = d.AddDays(17) {
			in := 0
			for _, s := range spans {
				if s.Contains(d) {
					in++
				}
			}
			if in != 1 {
				t.Fatalf("%v is in %d spans", d, in)
			}
		}
	})
}

func TestThereAreNoRecurrencesOfNothing(t *testing.T) {
	from, until := date(2022, 1, 1), date(2023, 1, 1)
	for name, spans := range map[string][]plans.Span{
		"no months":    plans.Recurrences(from, until, 0),
		"negative":     plans.Recurrences(from, until, -1),
		"too many":     plans.Recurrences(from, until, 1201),
		"no first day": plans.Recurrences(measure.Date{}, until, 6),
		"no last day":  plans.Recurrences(from, measure.Date{}, 6),
	} {
		if spans != nil {
			t.Errorf("%s: %v", name, spans)
		}
	}
}
