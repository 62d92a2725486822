package emergency_test

import (
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The departments of an evaluation add up to the whole, and each target, due
// duty and project of the plan counts once.
func TestAnEvaluationAddsUpByDepartment(t *testing.T) {
	for name, pair := range bothCounties(t) {
		for _, day := range []measure.Date{{}, measure.DateOf(2023, 6, 30), measure.DateOf(2025, 12, 31), measure.DateOf(2027, 12, 31)} {
			e := pair.plan.Assess(pair.county, day).Evaluation()
			var targets, duties, projects spec.Tally
			unmet := 0
			for _, d := range e.Departments {
				targets.Merge(d.Targets)
				duties.Merge(d.Duties)
				projects.Merge(d.Projects)
				unmet += len(d.Unmet)
				if d.Targets.Unmet+d.Duties.Unmet+d.Projects.Unmet != len(d.Unmet) {
					t.Errorf("%s %s: %+v names %d unmet", name, day, d.Bearer.ID, len(d.Unmet))
				}
			}
			if targets != e.Total.Targets || duties != e.Total.Duties || projects != e.Total.Projects || unmet != len(e.Total.Unmet) {
				t.Errorf("%s %s: the departments are not the whole", name, day)
			}
			if projects.Total() == 0 || targets.Total() == 0 {
				t.Errorf("%s %s: %d projects, %d targets", name, day, projects.Total(), targets.Total())
			}
			if all := e.Total.Score.Tally.Total(); all != targets.Total()+duties.Total()+projects.Total() || all > len(pair.plan.Ledger().Duties)+projects.Total() {
				t.Errorf("%s %s: %d things counted", name, day, all)
			}
		}
	}
}

// A target counts with the verdict of its rule, whatever its department says.
func TestATargetIsJudgedByItsRuleNotByItsDepartment(t *testing.T) {
	pair := bothCounties(t)["second"]
	report := pair.plan.Assess(pair.county, measure.Date{})
	want := map[string]spec.Verdict{}
	for _, f := range report.Findings() {
		want[f.Target] = f.Verdict
	}
	got := spec.Tally{}
	for _, id := range []string{"y1", "y4", "y13"} {
		verdict, ok := want[id]
		if !ok {
			t.Fatalf("no finding of %s", id)
		}
		got.Add(verdict)
	}
	if e := report.Evaluation(); e.Total.Targets != got {
		t.Errorf("%+v, the rules say %+v", e.Total.Targets, got)
	}
}

func TestFengdusEvaluationHasItsCalendar(t *testing.T) {
	pair := bothCounties(t)["fengdu"]
	e := pair.plan.Assess(pair.county, measure.DateOf(2024, 1, 1)).Evaluation()
	if len(e.Calendar) != 2 || !e.Calendar[0].IsDue || e.Calendar[1].IsDue || e.Calendar[0].Verdict != spec.Unknown || e.Floor.Source.Standing != spec.Ours {
		t.Errorf("%+v", e.Calendar)
	}
	if e.Total.Score.Given {
		t.Error("a score without answers")
	}
	if !e.Calendar[0].Evaluation.Bears("swco") || !e.Calendar[0].Evaluation.Bears("drco") {
		t.Error("who evaluates")
	}
}
