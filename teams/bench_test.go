package teams_test

import (
	"testing"

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
