package teams_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func quantity(n int) measure.Quantity { return measure.Thousandths(int64(n) * 1000) }

// drawRequirement returns a requirement of any form.
func drawRequirement(t *rapid.T, id string) teams.Requirement {
	r := teams.Requirement{ID: id, Title: spec.T(id, id),
		Form: rapid.SampledFrom([]teams.RequirementForm{teams.Exists, teams.CountOf, teams.SizeOf, teams.EveryDays, teams.NotOlder}).Draw(t, "form")}
	if r.Form == teams.CountOf || r.Form == teams.SizeOf || r.Form == teams.EveryDays {
		r.Least = spec.Cite(quantity(rapid.IntRange(1, 3).Draw(t, "least")), source("1"))
	}
	if r.Form == teams.EveryDays || r.Form == teams.NotOlder {
		r.Days = spec.Cite(measure.Count(rapid.IntRange(1, 8).Draw(t, "days")), source("1"))
	}
	return r
}

// drawList returns a checklist with requirements, and some items without.
func drawList(t *rapid.T) teams.Checklist {
	c := list("c", rapid.IntRange(1, 3).Draw(t, "items"), teams.Township)
	for i := range c.Items {
		for k := range rapid.IntRange(0, 2).Draw(t, "requirements") {
			c.Items[i].Requirements = append(c.Items[i].Requirements, drawRequirement(t, string(rune('a'+k))))
		}
	}
	return c
}

// drawEvidence returns a piece of evidence for an item of the checklist. Days
// are few, so that they meet.
func drawEvidence(t *rapid.T, c teams.Checklist) teams.Evidence {
	item := c.Items[rapid.IntRange(0, len(c.Items)-1).Draw(t, "item")]
	e := teams.Evidence{Checklist: c.ID, Unit: "u", Item: item.ID}
	if n := len(item.Requirements); n > 0 {
		e.Requirement = item.Requirements[rapid.IntRange(0, n-1).Draw(t, "requirement")].ID
	}
	if n := rapid.IntRange(-1, 12).Draw(t, "on"); n >= 0 {
		e.On = epoch.AddDays(n)
	}
	if n := rapid.IntRange(-6, 14).Draw(t, "until"); n >= 0 {
		e.Until = epoch.AddDays(n)
	}
	switch n := rapid.IntRange(-1, 4).Draw(t, "value"); {
	case n == 4:
		e.Value = spec.AtLeast(quantity(2))
	case n >= 0:
		e.Value = spec.Exactly(quantity(n))
	}
	return e
}

func drawEvidences(t *rapid.T, c teams.Checklist) []teams.Evidence {
	var out []teams.Evidence
	for range rapid.IntRange(0, 8).Draw(t, "pieces") {
		out = append(out, drawEvidence(t, c))
	}
	return out
}

func prove(t *rapid.T, c teams.Checklist, evidence []teams.Evidence, asOf measure.Date) teams.Proof {
	facts, unread := c.Facts(evidence)
	if len(unread) > 0 {
		t.Fatalf("unread %v", unread)
	}
	return teams.Prove(facts, teams.At(asOf))
}

func TestAnItemIsProvedByKleenesConjunctionOfItsRequirements(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawList(t)
		evidence := drawEvidences(t, c)
		day := epoch.AddDays(rapid.IntRange(0, 14).Draw(t, "day"))
		p := prove(t, c, evidence, day)
		for i, item := range c.Items {
			requirements := item.Requirements
			if len(requirements) == 0 {
				requirements = []teams.Requirement{{Form: teams.Exists}}
			}
			var verdicts []spec.Verdict
			for _, r := range requirements {
				var mine []teams.Evidence
				for _, e := range evidence {
					if e.Item == item.ID && e.Requirement == r.ID && e.On.Compare(day) <= 0 {
						mine = append(mine, e)
					}
				}
				verdicts = append(verdicts, slowly(r, mine, day))
			}
			if got, want := p.Verdict(i), spec.All(verdicts...); got != want {
				t.Fatalf("item %d is %v, want %v of %v", i, got, want, verdicts)
			}
		}
	})
}

// A piece that fulfils a requirement by itself.
func fulfilling(r teams.Requirement, day measure.Date) spec.Observed[measure.Quantity] {
	if r.Form == teams.CountOf || r.Form == teams.SizeOf {
		return spec.Exactly(r.Least.Value)
	}
	return spec.Observed[measure.Quantity]{}
}

func TestFulfillingEvidenceNeverTurnsMetIntoUnmet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawList(t)
		evidence := drawEvidences(t, c)
		day := epoch.AddDays(rapid.IntRange(0, 14).Draw(t, "day"))
		before := prove(t, c, evidence, day)
		i := rapid.IntRange(0, len(c.Items)-1).Draw(t, "item")
		more := teams.Evidence{Checklist: c.ID, Unit: "u", Item: c.Items[i].ID, On: day.AddDays(-rapid.IntRange(0, 14).Draw(t, "days ago"))}
		if n := len(c.Items[i].Requirements); n > 0 {
			r := c.Items[i].Requirements[rapid.IntRange(0, n-1).Draw(t, "requirement")]
			more.Requirement, more.Value = r.ID, fulfilling(r, day)
		}
		after := prove(t, c, append(evidence[:len(evidence):len(evidence)], more), day)
		for k := range c.Items {
			if before.Verdict(k) == spec.Met && after.Verdict(k) == spec.Unmet {
				t.Fatalf("item %d was met and is unmet after %+v", k, more)
			}
			if k != i && before.Verdict(k) != after.Verdict(k) {
				t.Fatalf("item %d changed by evidence for item %d", k, i)
			}
		}
		// Of the day itself it can only help.
		more.On = day
		today := prove(t, c, append(evidence[:len(evidence):len(evidence)], more), day)
		if before.Verdict(i) == spec.Met && today.Verdict(i) != spec.Met {
			t.Fatalf("met became %v by fulfilling evidence of the day", today.Verdict(i))
		}
	})
}

func TestOrderOfEvidenceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawList(t)
		evidence := drawEvidences(t, c)
		day := epoch.AddDays(rapid.IntRange(0, 14).Draw(t, "day"))
		if a, b := prove(t, c, evidence, day), prove(t, c, rapid.Permutation(evidence).Draw(t, "order"), day); a != b {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}

func TestJoinedAnswersFollowTheRuleItemByItem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawList(t)
		sheet, answers := drawSheet(t, len(c.Items))
		p := prove(t, c, drawEvidences(t, c), epoch.AddDays(14))
		for _, rule := range []teams.EvidenceRule{teams.StatedDecides, teams.EvidenceNeeded} {
			joined := sheet.Combine(p, rule)
			for i, stated := range answers {
				want := stated.Verdict()
				switch {
				case stated == teams.NotAssessed, stated == teams.Present && rule == teams.EvidenceNeeded:
					want = p.Verdict(i)
				}
				if got := joined.Answer(i).Verdict(); got != want {
					t.Fatalf("rule %d, item %d: stated %v, proved %v, joined %v", rule, i, stated, p.Verdict(i), got)
				}
				contradicts := stated == teams.Present && p.Verdict(i) == spec.Unmet || stated == teams.Absent && p.Verdict(i) == spec.Met
				if got := sheet.Contradicted(p)>>i&1 == 1; got != contradicts {
					t.Fatalf("item %d: contradicts %v, want %v", i, got, contradicts)
				}
			}
		}
	})
}
