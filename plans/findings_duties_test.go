package plans_test

import (
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func TestRolledUpDutiesCountWhatIsDue(t *testing.T) {
	p := ledger(duty("a", "em", rhythm(plans.Yearly)), duty("b", "town", plans.Recurrence{Rhythm: plans.ByDate, By: date(2023, 6, 30)}),
		duty("c", "em", rhythm(plans.Continuous)), duty("d", "", rhythm(plans.Regular)), duty("e", "em", rhythm(plans.Undated)))
	done2 := []plans.DutyEvidence{done("a", date(2021, 5, 1)), done("a", date(2022, 5, 1)), done("b", date(2023, 5, 1)), done("c", date(2021, 5, 1))}
	for name, c := range map[string]struct {
		records                plans.Records
		asOf                   measure.Date
		due, standing, overdue spec.Verdict
		actual                 string
	}{
		"nothing is due":  {plans.Records{}, date(2021, 6, 1), spec.NotApplicable, spec.Unknown, spec.NotApplicable, ""},
		"no table":        {plans.Records{}, date(2023, 6, 30), spec.Unknown, spec.Unknown, spec.Unknown, ""},
		"all is done":     {plans.Records{HasEvidence: true, Evidence: done2}, date(2023, 6, 30), spec.Met, spec.Met, spec.Met, "2"},
		"one is not":      {plans.Records{HasEvidence: true, EvidenceComplete: period(2021, 2023), Evidence: done2[:2]}, date(2023, 6, 30), spec.Unmet, spec.Unknown, spec.Unmet, "1"},
		"one is unknown":  {plans.Records{HasEvidence: true, Evidence: done2[:2]}, date(2023, 6, 30), spec.Unknown, spec.Unknown, spec.Unknown, "1"},
		"a year is empty": {plans.Records{HasEvidence: true, EvidenceComplete: period(2021, 2021), Evidence: done2[1:]}, date(2023, 6, 30), spec.Unmet, spec.Met, spec.Unmet, "1"},
	} {
		got := findings(t, p, c.records, c.asOf, spec.Choices{})
		due, standing, overdue := got[plans.RuleDutiesDue], got[plans.RuleDutiesStanding], got[plans.RuleDutiesOverdue]
		if due.Verdict != c.due || standing.Verdict != c.standing || overdue.Verdict != c.overdue || due.Actual.String() != c.actual {
			t.Errorf("%s: due %v (%s), standing %v, overdue %v: %s", name, due.Verdict, due.Actual, standing.Verdict, overdue.Verdict, overdue.Reason.Text.EN)
		}
		for _, f := range []spec.Finding{due, standing, overdue} {
			if f.Verdict == spec.Unknown && len(f.Missing) == 0 || f.Reason.Text.ZH == "" || strings.Contains(f.Reason.Text.EN+f.Reason.Text.ZH, "%!") {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

func TestTheLedgerIsHeldAgainstItself(t *testing.T) {
	assigned := duty("b", "town", rhythm(plans.Yearly))
	assigned.Assigned = true
	p := ledger(duty("a", "em", rhythm(plans.Yearly)), assigned, duty("c", "", rhythm(plans.Yearly)))
	p.Evaluations = []plans.Evaluation{{ID: "mid", Title: spec.T("mid-term", "中期"), By: spec.Cite(date(2023, 12, 31), spec.Source{Document: "ours", Standing: spec.Ours}), Bearers: []string{"em"}}}
	r := plans.Records{HasEvidence: true, Evidence: []plans.DutyEvidence{done("a", date(2021, 2, 1)), {Duty: "b", On: date(2021, 3, 1), State: plans.Done, Hash: strings.Repeat("a", 64)}, done("x", date(2021, 2, 1)), done("mid", date(2023, 11, 1))}}
	got := findings(t, p, r, date(2023, 12, 31), spec.Choices{})
	if f := got[plans.RuleDutyBearers]; f.Verdict != spec.Unmet || f.Actual.String() != "1" || input(t, f, "assigned") != "1" || input(t, f, "nobody") != "1" || input(t, f, "lead-em") != "1" {
		t.Errorf("%+v", f)
	}
	if f := got[plans.RuleDutyEvidence]; f.Verdict != spec.Unmet || f.Actual.String() != "3" || input(t, f, "hashed") != "1" || input(t, f, "strange") != "1" {
		t.Errorf("%+v", f)
	}
	if f := got[plans.RuleBearerNames]; f.Verdict != spec.Met || input(t, f, "names") != "3" {
		t.Errorf("%+v", f)
	}
	if f := got[plans.RuleEvaluations]; f.Verdict != spec.Met || !f.IsWeak() {
		t.Errorf("%+v", f)
	}
	p.Ledger.Bearers[1].Aliases = []string{"县应急局"}
	if f := findings(t, p, r, date(2023, 12, 31), spec.Choices{})[plans.RuleBearerNames]; f.Verdict != spec.Unmet {
		t.Errorf("%+v", f)
	}
}

func TestEvaluationsFollowTheirCalendar(t *testing.T) {
	p := ledger(duty("a", "em", rhythm(plans.Yearly)))
	p.Evaluations = []plans.Evaluation{{ID: "mid", By: spec.Cite(date(2023, 12, 31), inPlan("五"))}, {ID: "final", By: spec.Cite(date(2025, 12, 31), inPlan("五"))}}
	row := func(id string, state plans.EvidenceState) plans.DutyEvidence {
		return plans.DutyEvidence{Duty: id, On: date(2023, 6, 1), State: state}
	}
	for name, c := range map[string]struct {
		rows     []plans.DutyEvidence
		complete measure.Period
		asOf     measure.Date
		want     spec.Verdict
	}{
		"not due":           {nil, measure.Period{}, date(2023, 12, 30), spec.Unknown},
		"due, nobody tells": {nil, measure.Period{}, date(2023, 12, 31), spec.Unknown},
		"due, complete":     {nil, period(2023, 2023), date(2023, 12, 31), spec.Unmet},
		"held":              {[]plans.DutyEvidence{row("mid", plans.Done)}, measure.Period{}, date(2023, 12, 31), spec.Met},
		"held early":        {[]plans.DutyEvidence{row("mid", plans.Done)}, measure.Period{}, date(2023, 7, 1), spec.Met},
		"not held, early":   {[]plans.DutyEvidence{row("mid", plans.NotDone)}, measure.Period{}, date(2023, 7, 1), spec.Unknown},
		"not held":          {[]plans.DutyEvidence{row("mid", plans.NotDone)}, measure.Period{}, date(2024, 1, 1), spec.Unmet},
		"the other is due":  {[]plans.DutyEvidence{row("mid", plans.Done)}, measure.Period{}, date(2025, 12, 31), spec.Unknown},
		"waived":            {[]plans.DutyEvidence{row("mid", plans.Waived)}, measure.Period{}, date(2024, 1, 1), spec.NotApplicable},
	} {
		r := plans.Records{HasEvidence: true, Evidence: c.rows, EvidenceComplete: c.complete}
		if f := findings(t, p, r, c.asOf, spec.Choices{})[plans.RuleEvaluations]; f.Verdict != c.want {
			t.Errorf("%s: %v, want %v: %s", name, f.Verdict, c.want, f.Reason.Text.EN)
		}
	}
}

// A department has a score only where enough of what it leads in is answered.
func TestADepartmentsScoreNeedsItsCoverage(t *testing.T) {
	p := ledger(duty("a", "em", rhythm(plans.Continuous)), duty("b", "em", rhythm(plans.Continuous)), duty("c", "em", rhythm(plans.Continuous)), duty("d", "town", rhythm(plans.Continuous)))
	p.CoverageFloor = spec.Cite(measure.RatioOf(200, 3), spec.Source{Document: "ours", Standing: spec.Ours}) // two of three
	r := plans.Records{HasEvidence: true, Evidence: []plans.DutyEvidence{done("a", date(2021, 2, 1)), {Duty: "b", On: date(2021, 2, 1), State: plans.Lapsed}}}
	a := plans.Assess(p, r, date(2022, 1, 1), spec.Choices{})
	scores := a.DepartmentScores()
	if len(scores) != 2 || !scores[0].Score.Given || scores[0].Score.Met.String() != "50" || scores[1].Score.Given {
		t.Errorf("%+v", scores)
	}
	r.Evidence = r.Evidence[:1]
	if plans.Assess(p, r, date(2022, 1, 1), spec.Choices{}).DepartmentScores()[0].Score.Given {
		t.Error("a score from one answer of three")
	}
	units := 0
	for _, f := range a.UnitFindings() {
		if f.Rule == plans.RuleDepartments {
			units++
		}
		if f.Rule == plans.RuleDutiesStanding && (f.Target == "" || len(f.Inputs) < 3 || f.Verdict == spec.Unknown && len(f.Missing) == 0) {
			t.Errorf("%+v", f)
		}
	}
	if units != 2 {
		t.Errorf("%d departments", units)
	}
}
