package emergency_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// A report opens with what it comes to: the same verdicts as its totals, each
// binding target that is not met, and how much data is missing.
func TestReportsOpenWithASummary(t *testing.T) {
	for _, of := range []func(testing.TB) (emergency.FiveYearPlan, *emergency.County){fengdu, second} {
		plan, county := of(t)
		whole := plan.Assess(county, measure.Date{})
		for _, report := range []*emergency.Report{whole, whole.Only("teams."), whole.Only("y1")} {
			var all spec.Tally
			for _, total := range report.Totals() {
				all.Merge(total.Count)
			}
			want := []string{
				fmt.Sprintf("Findings: met %d · unmet %d · unknown %d · n/a %d · all %d", all.Met, all.Unmet, all.Unknown, all.NotApplicable, all.Total()),
				fmt.Sprintf("Pieces of data to collect: %d", len(report.Collect())),
			}
			text, page := opening(report.Text(spec.English), "At a glance"), opening(report.Markdown(spec.English), "At a glance")
			for _, line := range want {
				if !strings.Contains(text, line) || !strings.Contains(page, line) {
					t.Errorf("no %q in\n%s\n%s", line, text, page)
				}
			}
			unmet := report.UnmetBinding()
			for _, f := range unmet {
				if !strings.Contains(page, "("+f.Target+")") {
					t.Errorf("%s is not named in\n%s", f.Target, page)
				}
			}
			if got := strings.Count(page, "- unmet:"); got != len(unmet) {
				t.Errorf("%d binding targets named, %d are not met", got, len(unmet))
			}
			if zh := opening(report.Text(spec.Chinese), "概要"); !strings.Contains(zh, fmt.Sprintf("需补充的数据项：%d", len(report.Collect()))) {
				t.Error(zh)
			}
		}
	}
}

// opening returns what stands under the first heading of a report.
func opening(report, heading string) string {
	_, rest, _ := strings.Cut(report, heading)
	rest = strings.TrimLeft(rest, "-\n")
	before, _, _ := strings.Cut(rest, "\n\n")
	return "- " + before
}
