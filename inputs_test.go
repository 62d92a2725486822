package emergency_test

import (
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// A number without what it was counted from cannot be checked: each finding of
// the teams, the plans and the cross-checks that has one lists its inputs.
func TestFindingsWithANumberListWhatWentIntoIt(t *testing.T) {
	plan, county := second(t)
	own, records := fengdu(t)
	// The zero date is the records' own.
	reports := []*emergency.Report{plan.Assess(county, measure.Date{}), own.Assess(records, measure.Date{})}
	counted := 0
	for _, report := range reports {
		for _, f := range report.Findings() {
			room, _, _ := strings.Cut(f.Rule, ".")
			if room != "teams" && room != "plans" && room != "cross" {
				continue
			}
			if f.Actual.Known() && len(f.Inputs) == 0 {
				t.Errorf("%s %s of %s is %v and lists no input", f.Rule, f.Target, f.Subject.Name, f.Actual)
			}
			if judged, parts, ok := judgedOf(f); ok {
				counted++
				if !judged.Equal(parts) || !judged.Equal(f.Required) {
					t.Errorf("%s: %v judged, %v by verdict, %v required", f.Rule, judged, parts, f.Required)
				}
			}
		}
	}
	if counted < 15 {
		t.Errorf("%d findings count their units, want 15 and more", counted)
	}
}

// judgedOf returns what was judged and the sum of its verdicts; ok is false for
// a finding that does not count them.
func judgedOf(f spec.Finding) (judged, parts spec.Amount, ok bool) {
	sum := measure.Whole(0)
	for _, in := range f.Inputs {
		switch in.Name {
		case "judged":
			judged, ok = in.Value, true
		case "met", "unmet", "unknown":
			sum = sum.Add(in.Value.Exact())
		}
	}
	return judged, spec.AmountOf(sum, 0), ok
}
