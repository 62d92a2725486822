package emergency_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

// overFengdu is the built-in plan under an overlay with one file.
func overFengdu(t *testing.T, file, text string) emergency.FiveYearPlan {
	t.Helper()
	plan, err := emergency.Fengdu().Overlay(fstest.MapFS{
		"plan.yaml": {Data: []byte("format: emergency/plan/v1\nid: amended\n")},
		file:        {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// Another document that changes the hours of relief changes them wherever they
// are read: the plan does not contradict itself for it.
func TestChangedReliefHoursLeaveTheClocksApart(t *testing.T) {
	_, county := fengdu(t)
	plan := overFengdu(t, "reserves.yaml", "format: emergency/plan/v1\nrelief: {within: {value: 12 h, source: {document: 修订（虚构）, place: 第一条, standing: invented}}}\n")
	f := crossFinding(t, plan, county, "clocks-apart")
	if f.Verdict != spec.Met || f.Actual.String() != "3" || f.Required.String() != "3" || !strings.Contains(f.Reason.Text.EN, "affected are met 12 h") {
		t.Errorf("%v %s of %s: %s", f.Verdict, f.Actual, f.Required, f.Reason.Text.EN)
	}
	for _, in := range f.Inputs {
		if in.Name == "hours/relief" && (in.Value.String() != "12" || in.Source.Place != "第一条") {
			t.Errorf("%+v", in)
		}
	}
}

// One document that gives two numbers for the relief contradicts itself, and the
// reason says both.
func TestTwoReliefHoursOfOneDocumentContradict(t *testing.T) {
	folder := fstest.MapFS{}
	for _, name := range []string{"plan.yaml", "reserves.yaml"} {
		data, err := os.ReadFile("fengdu/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if name == "plan.yaml" { // the second of the three limits
			first := strings.Index(text, "- id: relief")
			text = text[:first] + strings.Replace(text[first:], "value: 24 h", "value: 36 h", 1)
		}
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	plan, err := emergency.ReadPlan(folder)
	if err != nil {
		t.Fatal(err)
	}
	f := crossFinding(t, plan, nil, "clocks-apart")
	if f.Verdict != spec.Unmet || !strings.Contains(f.Reason.Text.EN, "are met 36 h; forest fires are put out 24 h; relief within 24 h at another place: they contradict") ||
		!strings.Contains(f.Reason.Text.ZH, "另一处所载救助时限为 24 小时：两处不一致") {
		t.Errorf("%v: %s %s", f.Verdict, f.Reason.Text.EN, f.Reason.Text.ZH)
	}
}

// Two limits in one clause are not apart, whatever their hours.
func TestTwoLimitsOfOneClauseAreNotApart(t *testing.T) {
	plan := changedFengdu(t, "plan.yaml", "within: {value: 24 h, place: 三（三~）5~ 森林火灾防治}", "within: {value: 12 h, place: 一（一）4}")
	f := crossFinding(t, plan, nil, "clocks-apart")
	if f.Verdict != spec.Unmet || f.Actual.String() != "2" || f.Gap.String() != "1" || !strings.HasSuffix(f.Reason.Text.EN, "3 limits in 2 clauses") {
		t.Errorf("%v %s: %s", f.Verdict, f.Actual, f.Reason.Text.EN)
	}
}
