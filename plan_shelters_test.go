package emergency_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The typed results are those that the report is written from.
func TestSheltersAreThoseOfTheReport(t *testing.T) {
	plan, county := second(t)
	said := map[string]string{}
	for _, f := range plan.Shelters(county, measure.Date{}).Findings() {
		said[f.Rule+f.Target+f.Title.EN] = f.Verdict.String() + " " + f.Actual.String()
	}
	compared := 0
	for _, f := range plan.Assess(county, measure.Date{}).Findings() {
		if want, ok := said[f.Rule+f.Target+f.Title.EN]; ok {
			compared++
			if diff := cmp.Diff(want, f.Verdict.String()+" "+f.Actual.String()); diff != "" {
				t.Errorf("%s: %s", f.Rule, diff)
			}
		}
	}
	if compared != len(said) || compared < 20 {
		t.Errorf("%d of %d findings compared", compared, len(said))
	}
	evacuation := plan.Shelters(county, measure.Date{}).Use.Evacuation
	if evacuation.Verdict != spec.Met || evacuation.Plan.Check(evacuation.Sure) != nil {
		t.Errorf("the invented county's evacuation is %s", evacuation.Verdict)
	}
	if got := emergency.Fengdu().Shelters(nil, measure.DateOf(2022, 8, 2)).Use.Evacuation.Verdict; got != spec.Unknown {
		t.Errorf("nothing known is %s", got)
	}
}

func ExampleFiveYearPlan_Shelters() {
	plan := emergency.Fengdu()
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		fmt.Println(err)
		return
	}
	said := plan.Shelters(county, measure.Date{})
	for _, held := range said.Capacities[:2] {
		people, _ := held.People.Value()
		fmt.Println(held.PerPerson.ID, people, held.PerPerson.Area.Source.Standing)
	}
	fmt.Println("evacuation:", said.Use.Evacuation.Verdict)
	// Output:
	// gb-21734-living 253066 standard
	// gb-51143-temporary 379600 unverified
	// evacuation: unknown
}
