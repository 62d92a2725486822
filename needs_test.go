package emergency_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestNeedsAreRankedByTheVerdictsTheyCouldSettle(t *testing.T) {
	pairs := bothCounties(t)
	rapid.Check(t, func(t *rapid.T) {
		pair := pairs[rapid.SampledFrom([]string{"fengdu", "second"}).Draw(t, "pair")]
		report := pair.plan.Assess(pair.county, drawDate(t))
		needs := report.Needs()
		seen := map[string]bool{}
		for i, n := range needs {
			if seen[n.Key] {
				t.Fatalf("%s stands twice", n.Key)
			}
			seen[n.Key] = true
			if i > 0 {
				if before := needs[i-1]; before.Alone < n.Alone || before.Alone == n.Alone && before.Among < n.Among {
					t.Fatalf("%s (%d, %d) stands after %s (%d, %d)", n.Key, n.Alone, n.Among, before.Key, before.Alone, before.Among)
				}
			}
			// The counts a second way: need by need over all findings.
			alone, among := 0, 0
			for _, f := range report.Findings() {
				mine, others := 0, 0
				for _, m := range f.Missing {
					if m.Key == n.Key {
						mine++
					} else {
						others++
					}
				}
				if f.Verdict != spec.Unknown || f.Reason.Code == spec.ReasonNotDue || mine == 0 {
					continue
				}
				if others == 0 {
					alone++
				} else {
					among++
				}
			}
			if alone != n.Alone || among != n.Among {
				t.Fatalf("%s: counted %d, %d, said %d, %d", n.Key, alone, among, n.Alone, n.Among)
			}
		}
		for _, f := range report.Findings() {
			for _, m := range f.Missing {
				if !seen[m.Key] {
					t.Fatalf("%s of %s is not asked for", m.Key, f.Rule)
				}
			}
		}
	})
}

func TestEverythingARuleReadsCanBeAskedFor(t *testing.T) {
	for name, pair := range bothCounties(t) {
		for _, r := range emergency.Rules() {
			needs := pair.plan.ReadBy(r.ID)
			if len(needs) < len(r.Reads) {
				t.Errorf("%s: %s reads %d keys, %d are asked for", name, r.ID, len(r.Reads), len(needs))
			}
			for _, n := range needs {
				if n.Key == "" || !n.Question.Complete() || !n.Who.Complete() {
					t.Errorf("%s: %s reads %q, which nobody is asked for: %+v", name, r.ID, n.Key, n.Need)
				}
			}
		}
	}
	if needs := emergency.Fengdu().ReadBy("no.such-rule"); needs != nil {
		t.Errorf("an unknown rule reads %v", needs)
	}
}

// A rule that lacks data of the county says that it reads such data.
func TestWhatIsMissingIsAmongWhatTheRuleReads(t *testing.T) {
	checked := 0
	reads := map[string][]emergency.NeedOf{}
	for name, pair := range bothCounties(t) {
		for _, f := range pair.plan.Assess(pair.county, measure.Date{}).Findings() {
			if _, known := reads[name+f.Rule]; !known {
				reads[name+f.Rule] = pair.plan.ReadBy(f.Rule)
			}
			for _, m := range f.Missing {
				if strings.HasPrefix(m.Key, "plan") {
					continue // asked of the plan, not of the county
				}
				checked++
				file, _, _ := strings.Cut(m.Key, ":")
				if !slices.ContainsFunc(reads[name+f.Rule], func(n emergency.NeedOf) bool { return strings.HasPrefix(n.Key, file) }) {
					t.Errorf("%s: %s lacks %s, which is not among the Reads of the rule", name, f.Rule, m.Key)
				}
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d needs checked", checked)
	}
}
