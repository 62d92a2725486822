package emergency_test

import (
	"regexp"
	"testing"

	"github.com/county-emergency/emergency"
)

// poor is the second county with less: totals that nobody states, figures that
// nobody knows, and stock that is short.
func poor(t testing.TB) held {
	t.Helper()
	folder := secondCopy(t, secondData)
	for _, change := range [][3]string{
		{"county.yaml", "  count: 8\n  temporary: 68500\n", ""},
		{"service_areas.csv", "990101101201,9400,900,40,", "990101101201,9400,,40,"},
		{"service_areas.csv", "990101001001,31000,3200,", "990101001001,31000,30200,"},
		{"shelter_hazards.csv", "S01,地震灾害,否,是,2027-10-20\n", ""},
	} {
		damage(t, folder, change[0], change[1], change[2])
	}
	far := folder["distances.csv"] // nobody has measured the ways from this village
	far.Data = regexp.MustCompile(`(?m)^990101201202,.*\n`).ReplaceAll(far.Data, nil)
	plan, _ := second(t)
	county, err := emergency.ReadCounty(folder)
	if err != nil {
		t.Fatal(err)
	}
	return held{plan, county}
}
