package emergency_test

import (
	"errors"
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// From two folders to a report; the zero date is the county's own.
func ExampleAssessFolders() {
	report, err := emergency.AssessFolders(os.DirFS("examples/secondcounty/plan"), os.DirFS("examples/secondcounty/data"), measure.Date{})
	if err != nil {
		fmt.Println(err) // every fault of both folders, one a line
		return
	}
	for _, f := range report.Only("reserves.evacuees").Findings() {
		fmt.Println(report.AsOf(), f.Title.EN+":", f.Verdict)
	}
	// Output: 2027-12-31 Stock covers the emergency resettlement: unmet
}

// TestTwoFoldersAreToldOfTogether breaks both folders, each in its own way.
func TestTwoFoldersAreToldOfTogether(t *testing.T) {
	plan, county := secondCopy(t, secondPlan), secondCopy(t, secondData)
	whole, err := emergency.AssessFolders(plan, county, measure.Date{})
	if err != nil {
		t.Fatal(err)
	}
	p, c := second(t)
	if diff := cmp.Diff(string(p.Assess(c, measure.Date{}).JSON()), string(whole.JSON())); diff != "" {
		t.Errorf("another report (-one by one +from folders):\n%s", diff)
	}
	delete(plan, "plan.yaml")
	county["shelter.csv"] = &fstest.MapFile{}
	for name, one := range map[string]struct {
		plan, county fstest.MapFS
		want         []string
	}{
		"both broken":  {plan, county, []string{"plan.yaml folder.missing-file", "plan.yaml input.not-checked", "shelter.csv folder.unknown-file"}},
		"plan broken":  {plan, secondCopy(t, secondData), []string{"plan.yaml folder.missing-file", "plan.yaml input.not-checked"}},
		"county alone": {secondCopy(t, secondPlan), county, []string{"shelter.csv folder.unknown-file"}},
	} {
		report, err := emergency.AssessFolders(one.plan, one.county, measure.Date{})
		if report != nil {
			t.Errorf("%s: there is a report", name)
		}
		if diff := cmp.Diff(one.want, placesAndCodes(t, err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	_, err = emergency.AssessFolders(os.DirFS("nowhere"), os.DirFS("nowhere either"), measure.Date{})
	if diff := cmp.Diff([]string{"county folder.unreadable", "plan folder.unreadable"}, placesAndCodes(t, err)); diff != "" {
		t.Errorf("folders that are not there (-want +got):\n%s", diff)
	}
}

func placesAndCodes(t *testing.T, err error) []string {
	t.Helper()
	var faults *spec.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("no faults: %v", err)
	}
	var out []string
	for _, f := range faults.All() {
		out = append(out, f.Place()+" "+f.Code)
	}
	return out
}
