package emergency_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestADiffOfAReportWithItselfIsEmpty(t *testing.T) {
	pairs := bothCounties(t)
	rapid.Check(t, func(t *rapid.T) {
		pair := pairs[rapid.SampledFrom([]string{"fengdu", "second"}).Draw(t, "pair")]
		asOf := drawDate(t)
		report := pair.plan.Assess(pair.county, asOf)
		if d := report.Diff(pair.plan.Assess(pair.county, asOf)); !d.Empty() {
			t.Fatalf("as of %s: %s", asOf, d.Text(spec.English))
		}
	})
}

// What differs one way differs the other way, with the sides changed over.
func TestADiffTurnedRoundNamesTheSameFindings(t *testing.T) {
	plan, county := second(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := plan.Assess(county, drawDate(t)), plan.Assess(county, drawDate(t))
		there, back := a.Diff(b), b.Diff(a)
		if len(there.Changes) != len(back.Changes) || len(there.Of(emergency.Appeared)) != len(back.Of(emergency.Vanished)) {
			t.Fatalf("%d changes there, %d back", len(there.Changes), len(back.Changes))
		}
		flipped := map[string]spec.Verdict{}
		for _, c := range there.Of(emergency.Flipped) {
			flipped[c.Before.Rule+c.Before.Target+c.Before.Subject.String()] = c.After.Verdict
		}
		for _, c := range back.Of(emergency.Flipped) {
			if flipped[c.Before.Rule+c.Before.Target+c.Before.Subject.String()] != c.Before.Verdict {
				t.Fatalf("%s flips one way only", c.Before.Rule)
			}
		}
	})
}

// Found a second way: the verdicts of both reports counted over, one by one.
func TestFlippedVerdictsAreExactlyThoseThatDiffer(t *testing.T) {
	plan, county := second(t)
	early, late := plan.Assess(county, measure.DateOf(2023, 6, 30)), plan.Assess(county, measure.Date{})
	want := 0
	after := late.Findings()
	used := make([]bool, len(after))
	for _, f := range early.Findings() {
		for i, g := range after {
			if !used[i] && f.Rule == g.Rule && f.Target == g.Target && f.Subject == g.Subject {
				used[i] = true
				if f.Verdict != g.Verdict {
					want++
				}
				break
			}
		}
	}
	if got := len(early.Diff(late).Of(emergency.Flipped)); got != want || want == 0 {
		t.Errorf("%d flipped, %d differ", got, want)
	}
}

func TestEveryChangeSaysWhy(t *testing.T) {
	plan, county := second(t)
	changed := *county
	changed.Teams = county.Teams
	d := plan.Assess(county, measure.DateOf(2024, 3, 1)).Diff(plan.Assess(&changed, measure.Date{}))
	if len(d.Changes) < 10 {
		t.Fatalf("only %d changes", len(d.Changes))
	}
	for _, c := range d.Changes {
		if (c.Kind == emergency.Flipped || c.Kind == emergency.Moved) && len(c.Because) == 0 {
			t.Errorf("%s changes without a reason", c.After.Rule)
		}
		for _, why := range c.Because {
			if why.Code == "" || !why.Text.Complete() {
				t.Errorf("%s: an incomplete reason %+v", c.After.Rule, why)
			}
		}
	}
	for _, lang := range []spec.Lang{spec.English, spec.Chinese} {
		for _, line := range strings.Split(d.Text(lang), "\n") {
			if columnsOf(line) > 100 {
				t.Errorf("wider than 100 columns: %s", line)
			}
		}
	}
}

// columnsOf counts terminal columns the plain way.
func columnsOf(line string) int {
	n := 0
	for _, r := range line {
		n++
		if r >= 0x2e80 && r <= 0x9fff || r >= 0xff00 && r <= 0xff60 {
			n++
		}
	}
	return n
}
