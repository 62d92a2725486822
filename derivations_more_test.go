package emergency_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// heldElsewhere reports whether the lines of a rule are held against findings of
// every form in the room's own tests, which two counties have not.
func heldElsewhere(rule string) bool {
	name, ok := strings.CutPrefix(rule, "indicators.")
	_, measurand := indicators.ParseMeasurand(name)
	return ok && (measurand || name == "mid-term")
}

// moreFindings are findings on the invented county with gaps in its data, for
// the rooms whose values come about in other ways then.
func moreFindings(t *testing.T) []spec.Finding {
	t.Helper()
	plan, data := secondCopy(t, secondPlan), secondCopy(t, secondData)
	damage(t, data, "county.yaml", "forest_fires: 2023-2027", "forest_fires: 2024-2026")
	damage(t, data, "county.yaml", "forest_inspections: 2023-2027", "forest_inspections: 2025-2027")
	var out []spec.Finding
	for _, f := range assessed(t, plan, data, measure.Date{}) {
		if strings.HasPrefix(f.Rule, "hazards.") {
			out = append(out, f)
		}
	}
	return out
}

func assessed(t *testing.T, plan, data fstest.MapFS, asOf measure.Date) []spec.Finding {
	t.Helper()
	p, err := emergency.ReadPlan(plan)
	if err != nil {
		t.Fatal(err)
	}
	c, err := emergency.ReadCounty(data)
	if err != nil {
		t.Fatal(err)
	}
	return everyFinding(p.Assess(c, asOf))
}
