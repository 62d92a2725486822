package emergency_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func secondCounty(t *testing.T, folder fstest.MapFS) (emergency.FiveYearPlan, *emergency.County) {
	t.Helper()
	plan, err := emergency.ReadPlan(secondCopy(t, secondPlan))
	if err != nil {
		t.Fatal(err)
	}
	county, err := emergency.ReadCounty(folder)
	if err != nil {
		t.Fatal(err)
	}
	return plan, county
}

func findingOf(t *testing.T, r *emergency.Report, id string) spec.Finding {
	t.Helper()
	for _, f := range r.Findings() {
		if f.Rule == id || f.Target == id {
			return f
		}
	}
	t.Fatalf("no finding %s", id)
	return spec.Finding{}
}

func TestAnotherCountysRecordsAreNeverOverlooked(t *testing.T) {
	plan, second := secondCounty(t, secondCopy(t, secondData))
	_, fengdu := fengdu(t)
	for _, c := range []struct {
		name    string
		plan    emergency.FiveYearPlan
		county  *emergency.County
		verdict spec.Verdict
		remarks int
	}{
		{"own", plan, second, spec.Met, 0},
		{"own, Fengdu", emergency.Fengdu(), fengdu, spec.Met, 0},
		{"another", plan, fengdu, spec.Unmet, 1},
		{"another, Fengdu's plan", emergency.Fengdu(), second, spec.Unmet, 1},
		{"nobody's", plan, nil, spec.NotApplicable, 0},
		{"no plan", emergency.FiveYearPlan{}, second, spec.NotApplicable, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.plan.Assess(c.county, measure.Date{})
			if f := findingOf(t, r, "cross.same-county"); f.Verdict != c.verdict {
				t.Errorf("%s: %s", f.Verdict, f.Reason.Text.EN)
			}
			if len(r.Remarks()) != c.remarks {
				t.Fatalf("remarks %v", r.Remarks())
			}
			for _, form := range []string{r.Text(spec.English), r.Markdown(spec.English), string(r.JSON())} {
				if strings.Contains(form, "ANOTHER COUNTY") != (c.remarks > 0) {
					t.Errorf("the remark in:\n%.600s", form)
				}
			}
			for _, remark := range r.Remarks() { // it stands before the first finding
				head, _, _ := strings.Cut(r.Text(spec.Chinese), "----")
				if first, _, _ := strings.Cut(remark.ZH, "（"); !strings.Contains(head, first) {
					t.Errorf("%q is not in %q", first, head)
				}
			}
		})
	}
}

func TestYearsOfPlanAndRecordsAreCompared(t *testing.T) {
	folder := secondCopy(t, secondData)
	damage(t, folder, "county.yaml", "period: 2023-2027", "period: 2022-2027")
	plan, county := secondCounty(t, folder)
	if f := findingOf(t, plan.Assess(county, measure.Date{}), "cross.same-years"); f.Verdict != spec.Unmet {
		t.Errorf("%s: %s", f.Verdict, f.Reason.Text.EN)
	}
}

// What a county does not date counts as observed on its folder's own date: one
// day before, it is not known yet, unless the county carries it expressly.
func TestUndatedRecordsAreNotKnownBeforeTheFolder(t *testing.T) {
	dayOf, dayBefore := measure.DateOf(2022, 8, 2), measure.DateOf(2022, 8, 1)
	yaml := "format: emergency/county/v1\ncounty: {code: \"500230\", name: {zh: 丰都县, en: Fengdu County}}\nas_of: 2022-08-02\n" +
		"period: 2021-2025\nsource: {document: 报表, standing: published}\nreserves: {warehouses: 2}\n" +
		"years:\n  - {year: 2021, accident_deaths: 3}\n  - {year: 2020, accident_deaths: 5}\n"
	incidents := "id,date,division,sector,deaths\na,2021-02-03,500230,消防,1\n"
	for _, c := range []struct {
		name, more string
		asOf       measure.Date
		known      bool
	}{
		{"on the day", "", dayOf, true},
		{"the day before", "", dayBefore, false},
		{"carried", "undated: carried-forward\n", dayBefore, true},
		{"said expressly", "undated: folder-date\n", dayBefore, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			county, err := emergency.ReadCounty(fstest.MapFS{"county.yaml": {Data: []byte(yaml + c.more)}, "incidents.csv": {Data: []byte(incidents)}})
			if err != nil {
				t.Fatal(err)
			}
			_, deaths := county.Hazards.Incidents[0].AsOf(c.asOf).Deaths.Value()
			_, stores := county.Reserves.Warehouses.AsOf(c.asOf).Value()
			_, year := county.Indicators.Years[0].AccidentDeaths.AsOf(c.asOf).Value()
			if deaths != c.known || stores != c.known || year != c.known {
				t.Errorf("known: deaths %v, warehouses %v, year %v", deaths, stores, year)
			}
			if !county.Hazards.Incidents[0].Deaths.On().IsZero() {
				t.Error("a date that nobody gave")
			}
			r := emergency.Fengdu().Assess(county, c.asOf)
			remarked := strings.Contains(r.Text(spec.English), "BEFORE THE RECORDS")
			if remarked != !c.known {
				t.Errorf("remarks %v", r.Remarks())
			}
			f := findingOf(t, r, "cross.undated-records")
			if f.Actual.String() != "4" || county.UndatedRecords != 4 {
				t.Errorf("%s undated records: %s", f.Actual, f.Reason.Text.EN)
			}
		})
	}
}

func TestAFoldersDateFarFromItsYearsIsAFault(t *testing.T) {
	for _, c := range []struct {
		asOf string
		want bool
	}{
		{"2016-12-31", true}, {"2017-01-01", false}, {"2033-12-31", false}, {"2034-01-01", true}, {"2202-12-31", true},
	} {
		folder := secondCopy(t, secondData)
		damage(t, folder, "county.yaml", "as_of: 2027-12-31", "as_of: "+c.asOf)
		_, err := emergency.ReadCounty(folder)
		if got := strings.Contains(strings.Join(faultsOf(t, err), "\n"), "[date.outside-period]"); got != c.want {
			t.Errorf("%s: %v", c.asOf, err)
		}
	}
}

func TestSingleUnitsAreCountedApart(t *testing.T) {
	plan, county := secondCounty(t, secondCopy(t, secondData))
	r := plan.Assess(county, measure.Date{}).Only("indicators.stated-against-table")
	units := r.Units("indicators.stated-against-table")
	if len(units) < 10 || len(r.Findings()) != 1 {
		t.Fatalf("%d units, %d findings", len(units), len(r.Findings()))
	}
	var tally spec.Tally
	for _, f := range units {
		tally.Add(f.Verdict)
	}
	if tally.Unmet != 1 || tally.Met != len(units)-1 {
		t.Errorf("%+v", tally)
	}
	text := r.Text(spec.English)
	if !strings.Contains(text, "Single units") || !strings.Contains(text, "counted in the last line alone") {
		t.Errorf("%s", text)
	}
	if !strings.Contains(r.Markdown(spec.Chinese), "单项") || !strings.Contains(string(r.JSON()), `"units"`) {
		t.Error("the forms do not say what they count")
	}
	if whole := plan.Assess(county, measure.Date{}); strings.Contains(whole.Text(spec.English), "Single units") {
		t.Error("a report without units counts some")
	}
}
