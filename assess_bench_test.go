package emergency_test

import (
	"os"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
)

const (
	secondPlan = "examples/secondcounty/plan"
	secondData = "examples/secondcounty/data"
)

func second(t testing.TB) (emergency.FiveYearPlan, *emergency.County) {
	t.Helper()
	plan, err := emergency.ReadPlan(os.DirFS(secondPlan))
	if err != nil {
		t.Fatal(err)
	}
	county, err := emergency.ReadCounty(os.DirFS(secondData))
	if err != nil {
		t.Fatal(err)
	}
	return plan, county
}

func fengdu(t testing.TB) (emergency.FiveYearPlan, *emergency.County) {
	t.Helper()
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		t.Fatal(err)
	}
	return emergency.Fengdu(), county
}

func BenchmarkAssessFengdu(b *testing.B) {
	plan, county := fengdu(b)
	b.ReportAllocs()
	for b.Loop() {
		plan.Assess(county, measure.Date{})
	}
}

func BenchmarkAssessSecondCounty(b *testing.B) {
	plan, county := second(b)
	b.ReportAllocs()
	for b.Loop() {
		plan.Assess(county, measure.Date{})
	}
}

func BenchmarkReadCountyFengdu(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := emergency.ReadCounty(emergency.FengduRecords()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTextReportFengdu(b *testing.B) {
	plan, county := fengdu(b)
	report := plan.Assess(county, measure.Date{})
	b.ReportAllocs()
	for b.Loop() {
		_ = report.String()
	}
}
