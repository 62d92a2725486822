package emergency_test

import (
	"testing"

	"github.com/county-emergency/emergency/spec"
)

// Each number is held against a list of its own: that of the offices says nothing of
// the commands.
func TestOfficesAndCommandsAreHeldAgainstTheirOwnNumber(t *testing.T) {
	for _, c := range []struct {
		old, now string
		verdict  spec.Verdict
		actual   string
	}{
		{"list:", "list:", spec.Met, "2"},
		{"count: {value: 3", "count: {value: 4", spec.Unmet, "1"},
		{"count: {value: 4", "count: {value: 3", spec.Unmet, "1"},
	} {
		f := crossFinding(t, changedSecond(t, "hazards.yaml", c.old, c.now), nil, "offices-and-commands")
		if f.Verdict != c.verdict || f.Actual.String() != c.actual || f.Required.String() != "2" || (f.Gap.Exact().Sign() > 0) != (c.verdict == spec.Unmet) {
			t.Errorf("%q: %v, %s of %s, gap %s", c.now, f.Verdict, f.Actual, f.Required, f.Gap)
		}
	}
}
