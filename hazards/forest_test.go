package hazards_test

import (
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// A fire that burnt for at least the limit may have burnt for exactly that, which
// is in time; a second more is not.
func TestBoundsOfAFireDecideWhereTheyCan(t *testing.T) {
	limit := measure.Seconds(24 * 3600)
	for _, one := range []struct {
		took spec.Observed[measure.Duration]
		want spec.Verdict
	}{
		{spec.AtLeast(limit), spec.Unknown},
		{spec.AtLeast(measure.Seconds(24*3600 + 1)), spec.Unmet},
		{spec.AtMost(limit), spec.Met},
		{spec.AtMost(measure.Seconds(24*3600 + 1)), spec.Unknown},
		{spec.Exactly(limit), spec.Met},
		{spec.Observed[measure.Duration]{}, spec.Unknown},
	} {
		if got := (hazards.FireRecord{Took: one.took}).ExtinguishedWithin(limit); got != one.want {
			t.Errorf("%+v: %v, want %v", one.took, got, one.want)
		}
	}
}
