package teams_test

import (
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

func sheetOf(items int) teams.Sheet {
	var s teams.Sheet
	for i := range items {
		s = s.With(i, teams.Present)
	}
	return s
}

func BenchmarkSixHavesOfOneTownship(b *testing.B) {
	c, answers := list("six-haves", 6, teams.Township), [6]teams.Answer{1, 1, 1, 1, 3, 1}
	b.ReportAllocs()
	for b.Loop() {
		var s teams.Sheet
		for i, a := range answers {
			s = s.With(i, a)
		}
		if c.Verdict(s) != spec.Met {
			b.Fatal("not met")
		}
	}
}

func BenchmarkThreeHavesOfOneVillage(b *testing.B) {
	c, s := list("three-haves", 3, teams.Village), sheetOf(3)
	b.ReportAllocs()
	for b.Loop() {
		if c.Verdict(s) != spec.Met {
			b.Fatal("not met")
		}
	}
}

// evidenced is the six-haves with a requirement of every form and evidence for
// each.
func evidenced() (teams.Checklist, []teams.Fact) {
	c := list("six-haves", 6, teams.Township)
	three, year := spec.Cite(quantity(3), source("1")), spec.Cite(measure.Count(365), source("1"))
	for i, r := range []teams.Requirement{{Form: teams.Exists}, {Form: teams.CountOf, Least: three}, {Form: teams.SizeOf, Least: three},
		{Form: teams.EveryDays, Least: spec.Cite(quantity(1), source("1")), Days: year}, {Form: teams.NotOlder, Days: year}} {
		r.ID = "r"
		c.Items[i].Requirements = []teams.Requirement{r}
	}
	var pieces []teams.Evidence
	for _, item := range c.Items {
		e := teams.Evidence{Checklist: c.ID, Unit: "u", Item: item.ID, On: asOf.AddDays(-30), Value: spec.Exactly(quantity(3))}
		if len(item.Requirements) > 0 {
			e.Requirement = "r"
		}
		pieces = append(pieces, e)
	}
	facts, _ := c.Facts(pieces)
	return c, facts
}

func BenchmarkSixHavesByEvidence(b *testing.B) {
	c, facts := evidenced()
	now := teams.At(asOf)
	b.ReportAllocs()
	for b.Loop() {
		if p := teams.Prove(facts, now); c.Verdict(teams.Sheet{}.Combine(p, teams.StatedDecides)) != spec.Met {
			b.Fatal("not met")
		}
	}
}

func TestProvingOneUnitAllocatesNothing(t *testing.T) {
	c, facts := evidenced()
	verdict := spec.Unknown
	if n := testing.AllocsPerRun(100, func() {
		verdict = c.Verdict(teams.Sheet{}.Combine(teams.Prove(facts, teams.At(asOf)), teams.EvidenceNeeded))
	}); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
	if verdict != spec.Met {
		t.Errorf("%v, want met", verdict)
	}
	if v := c.Verdict(teams.Sheet{}.Combine(teams.Prove(facts, teams.At(asOf.AddDays(366))), teams.StatedDecides)); v != spec.Unmet {
		t.Errorf("%v a year later, want unmet: the yearly evidence has lapsed", v)
	}
}

func BenchmarkAssessCounty(b *testing.B) {
	p, r := provisions(), records()
	for _, u := range r.Townships {
		r.Answers = append(r.Answers, answersFor(p.Checklists[0], u.ID(), teams.Present)...)
	}
	for _, u := range r.Villages {
		r.Answers = append(r.Answers, answersFor(p.Checklists[1], u.ID(), teams.Present)...)
	}
	b.ReportAllocs()
	for b.Loop() {
		if a := teams.Assess(p, r, asOf, spec.Choices{}); a.Checklists[2].Verdict() != spec.Met {
			b.Fatal("not met")
		}
	}
}

func TestJudgingOneUnitAllocatesNothing(t *testing.T) {
	c, s := list("six-haves", 6, teams.Township), sheetOf(6)
	verdict := spec.Unknown
	if n := testing.AllocsPerRun(100, func() { verdict = c.Verdict(s.With(2, teams.NotApplicable)) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
	if verdict != spec.Met {
		t.Errorf("%v, want met", verdict)
	}
}
