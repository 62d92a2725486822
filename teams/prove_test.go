package teams_test

import (
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// Each form at its edges: the last day that counts, the first that does not.
func TestRequirementsAtTheirEdges(t *testing.T) {
	three, ten := spec.Cite(quantity(3), source("1")), spec.Cite(measure.Count(10), source("1"))
	day := func(n int) measure.Date { return asOf.AddDays(n) }
	exactly := func(n int) spec.Observed[measure.Quantity] { return spec.Exactly(quantity(n)) }
	for _, tt := range []struct {
		name     string
		r        teams.Requirement
		evidence []teams.Evidence
		want     spec.Verdict
	}{
		{"nothing given", teams.Requirement{Form: teams.Exists}, nil, spec.Unknown},
		{"lasts until today", teams.Requirement{Form: teams.Exists}, []teams.Evidence{{Until: day(0)}}, spec.Met},
		{"lasted until yesterday", teams.Requirement{Form: teams.Exists}, []teams.Evidence{{Until: day(-1)}}, spec.Unmet},
		{"known from today", teams.Requirement{Form: teams.Exists}, []teams.Evidence{{On: day(0)}}, spec.Met},
		{"known from tomorrow", teams.Requirement{Form: teams.Exists}, []teams.Evidence{{On: day(1)}}, spec.Unknown},
		{"gone since", teams.Requirement{Form: teams.Exists}, []teams.Evidence{{On: day(-5)}, {On: day(-4), Value: exactly(0)}}, spec.Unmet},
		{"there again", teams.Requirement{Form: teams.Exists}, []teams.Evidence{{On: day(-3)}, {On: day(-4), Value: exactly(0)}}, spec.Met},
		{"both of one day", teams.Requirement{Form: teams.Exists}, []teams.Evidence{{On: day(-4)}, {On: day(-4), Value: exactly(0)}}, spec.Unknown},
		{"three of three", teams.Requirement{Form: teams.CountOf, Least: three}, []teams.Evidence{{Value: exactly(3)}}, spec.Met},
		{"two of three", teams.Requirement{Form: teams.CountOf, Least: three}, []teams.Evidence{{Value: exactly(2)}}, spec.Unmet},
		{"fewer since", teams.Requirement{Form: teams.SizeOf, Least: three}, []teams.Evidence{{On: day(-9), Value: exactly(5)}, {On: day(-1), Value: exactly(2)}}, spec.Unmet},
		{"ten days ago", teams.Requirement{Form: teams.NotOlder, Days: ten}, []teams.Evidence{{On: day(-10)}}, spec.Met},
		{"eleven days ago", teams.Requirement{Form: teams.NotOlder, Days: ten}, []teams.Evidence{{On: day(-11)}}, spec.Unmet},
		{"of no day", teams.Requirement{Form: teams.NotOlder, Days: ten}, []teams.Evidence{{}}, spec.Unknown},
		{"within ten days, today included", teams.Requirement{Form: teams.EveryDays, Days: ten}, []teams.Evidence{{On: day(-9)}}, spec.Met},
		{"ten days back is the eleventh", teams.Requirement{Form: teams.EveryDays, Days: ten}, []teams.Evidence{{On: day(-10)}}, spec.Unmet},
		{"twice on one day is once", teams.Requirement{Form: teams.EveryDays, Least: three, Days: ten}, []teams.Evidence{{On: day(-1)}, {On: day(-1)}, {On: day(-2)}}, spec.Unknown},
		{"too few, and no more", teams.Requirement{Form: teams.EveryDays, Least: three, Days: ten},
			[]teams.Evidence{{On: day(-1)}, {On: day(-9), Until: day(0), Value: exactly(0)}}, spec.Unmet},
		{"too few, and all known but for a day", teams.Requirement{Form: teams.EveryDays, Least: three, Days: ten},
			[]teams.Evidence{{On: day(-1)}, {On: day(-8), Until: day(0), Value: exactly(0)}}, spec.Unknown},
	} {
		tt.r.ID = "r"
		c := list("c", 1, teams.Township)
		c.Items[0].Requirements = []teams.Requirement{tt.r}
		for i := range tt.evidence {
			tt.evidence[i].Checklist, tt.evidence[i].Item, tt.evidence[i].Requirement = "c", "item-0", "r"
		}
		facts, unread := c.Facts(tt.evidence)
		if got := teams.Prove(facts, teams.At(asOf)).Verdict(0); got != tt.want || len(unread) > 0 {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestEvidenceWithoutAPlaceIsTold(t *testing.T) {
	p, r := provisions(), records()
	p.Checklists[0].Items[1].Requirements = []teams.Requirement{{ID: "r", Form: teams.Exists}}
	first := r.Townships[0].ID()
	r.Evidence = []teams.Evidence{
		{Checklist: "none", Unit: first, Item: "item-0"},
		{Checklist: "six-haves", Unit: "nobody", Item: "item-0"},
		{Checklist: "three-haves", Unit: first, Item: "item-0"},
		{Checklist: "six-haves", Unit: first, Item: "item-9"},
		{Checklist: "six-haves", Unit: first, Item: "item-1"},
		{Checklist: "six-haves", Unit: first, Item: "item-0", Requirement: "r"},
		{Checklist: "six-haves", Unit: first, Item: "item-1", Requirement: "r", On: asOf},
	}
	a := teams.Assess(p, r, asOf, spec.Choices{})
	want := []teams.Unread{teams.UnknownChecklist, teams.UnknownUnit, teams.OtherClass, teams.UnknownItem, teams.UnknownItem, teams.UnknownItem}
	if len(a.UnreadEvidence) != len(want) {
		t.Fatalf("%d pieces unread, want %d", len(a.UnreadEvidence), len(want))
	}
	for i, u := range a.UnreadEvidence {
		if u.Why != want[i] {
			t.Errorf("piece %d: %v, want %v", i, u.Why, want[i])
		}
	}
	if a.Checklists[0].Units[0].Sheet.Answer(1) != teams.Present {
		t.Error("the piece with a place proves nothing")
	}
	f := one(t, a.Findings(), "teams.evidence-agrees", "", "")
	if last := f.Inputs[len(f.Inputs)-1]; last.Name != "unread" || last.Value.String() != "6" {
		t.Errorf("%+v", f.Inputs)
	}
}
