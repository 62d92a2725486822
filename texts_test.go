package emergency_test

import (
	"os"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// A verb without its argument, or an argument without a verb, leaves its mark
// in a text; no text of a report may hold one.
func TestNoTextHoldsAFaultOfFormatting(t *testing.T) {
	second, err := emergency.ReadPlan(os.DirFS("examples/secondcounty/plan"))
	if err != nil {
		t.Fatal(err)
	}
	invented, err := emergency.ReadCounty(os.DirFS("examples/secondcounty/data"))
	if err != nil {
		t.Fatal(err)
	}
	fengdu, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		t.Fatal(err)
	}
	texts := 0
	for _, report := range []*emergency.Report{second.Assess(invented, measure.Date{}), emergency.Fengdu().Assess(fengdu, measure.Date{})} {
		for _, f := range append(report.Findings(), report.Units("")...) {
			all := []spec.Text{f.Title, f.Reason.Text}
			for _, in := range f.Inputs {
				all = append(all, in.Label)
			}
			for _, need := range f.Missing {
				all = append(all, need.Question, need.Who)
			}
			for _, text := range all {
				texts++
				for _, s := range []string{text.EN, text.ZH} {
					if strings.Contains(s, "%!") {
						t.Errorf("%s %s: %s", f.Rule, f.Target, s)
					}
				}
			}
		}
	}
	if texts < 1000 {
		t.Errorf("only %d texts", texts)
	}
}
