package hazards_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func day(s string) measure.Date {
	d, err := measure.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func someRecords() hazards.Records {
	open := hazards.Incident{ID: "c", Date: day("2022-05-01"), Deaths: 1}.Reported()
	open.DirectLoss = spec.Observed[measure.Money]{}
	late := hazards.Incident{ID: "d", Date: day("2022-06-01"), Deaths: 3}.Reported()
	late.Deaths = late.Deaths.Dated(day("2022-09-01"))
	return hazards.Records{
		Subject: countySubject(), HasIncidents: true, IncidentYears: period("2020-2022"),
		Incidents: []hazards.ReportedIncident{
			hazards.Incident{ID: "before", Date: day("2020-12-31"), Deaths: 30}.Reported(),
			hazards.Incident{ID: "a", Date: day("2021-01-01"), Deaths: 2}.Reported(),
			hazards.Incident{ID: "b", Date: day("2022-08-02"), Deaths: 10}.Reported(),
			open, late,
			hazards.Incident{ID: "after", Date: day("2022-08-03"), Deaths: 30}.Reported(),
		},
	}
}

func TestAccidentsAreCountedUpToTheDate(t *testing.T) {
	a := hazards.Assess(fengduLeads(), someRecords(), day("2022-08-02"), spec.Choices{})
	f := findingOf(t, a.Findings(), hazards.RuleWorkAccidentGrade)
	if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonFigure || f.Actual.String() != "4" || f.Bound != spec.ExactBound {
		t.Errorf("%v %s: %v (%v)", f.Verdict, f.Reason.Code, f.Actual, f.Bound)
	}
	got := map[string]string{}
	for _, in := range f.Inputs {
		got[in.Name] = in.Value.String() + in.Text
	}
	want := map[string]string{"period": "2021-2025", "ordinary": "1", "large": "0", "major": "1", "extraordinary": "0", "unsettled": "2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if want := "4 accidents: 1 ordinary, 0 large, 1 major, 0 extraordinary, 2 not graded yet; no standard judges the count"; f.Reason.Text.EN != want {
		t.Errorf("%q", f.Reason.Text.EN)
	}
	if len(f.Missing) != 1 || f.Missing[0].Key != "incidents.csv" {
		t.Errorf("missing %v", f.Missing)
	}
	if diff := cmp.Diff([]string{"hazards.missing-in-grade=counted"}, f.Readings); diff != "" {
		t.Error(diff)
	}
}

func TestIncompleteYearsMakeALowerBound(t *testing.T) {
	for _, one := range []struct {
		years, asOf string
		bound       spec.Bound
	}{
		{"2021-2022", "2022-08-02", spec.ExactBound},
		{"2022-2022", "2022-08-02", spec.AtLeastBound},
		{"2020-2021", "2022-08-02", spec.AtLeastBound},
		{"2020-2024", "2025-12-31", spec.AtLeastBound},
		{"2021-2025", "2027-12-31", spec.ExactBound},
		{"2021-2025", "", spec.ExactBound},
		{"2021-2024", "", spec.AtLeastBound},
		{"2022-2022", "2021-06-30", spec.AtLeastBound},
		{"2018-2019", "2020-06-30", spec.ExactBound}, // no year of the period has begun
	} {
		r := someRecords()
		r.IncidentYears = period(one.years)
		var asOf measure.Date
		if one.asOf != "" {
			asOf = day(one.asOf)
		}
		f := findingOf(t, hazards.Assess(fengduLeads(), r, asOf, spec.Choices{}).Findings(), hazards.RuleWorkAccidentGrade)
		if f.Bound != one.bound || (one.bound == spec.AtLeastBound) != strings.Contains(f.Reason.Text.ZH, "至少") {
			t.Errorf("%s as of %s: %v, %s", one.years, one.asOf, f.Bound, f.Reason.Text.ZH)
		}
	}
	r := someRecords()
	r.IncidentYears = measure.Period{}
	if a := hazards.Assess(fengduLeads(), r, day("2022-08-02"), spec.Choices{}); a.IncidentsWhole {
		t.Error("years that nobody called complete are complete")
	}
}

func TestOneAccidentThatIsNotGradedIsAskedFor(t *testing.T) {
	r := someRecords()
	r.Incidents = r.Incidents[3:4]
	f := findingOf(t, hazards.Assess(fengduLeads(), r, day("2022-08-02"), spec.Choices{}).Findings(), hazards.RuleWorkAccidentGrade)
	if last := f.Inputs[len(f.Inputs)-1]; last.Name != "unsettled" || last.Value.String() != "1" || len(f.Missing) != 1 {
		t.Errorf("%+v, missing %v", last, f.Missing)
	}
}

func TestNoTableIsUnknownAndAnEmptyOneIsNone(t *testing.T) {
	r := hazards.Records{Subject: countySubject()}
	f := findingOf(t, hazards.Assess(fengduLeads(), r, day("2022-08-02"), spec.Choices{}).Findings(), hazards.RuleWorkAccidentGrade)
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonNoData || f.Actual.Known() || len(f.Missing) != 1 || !f.Missing[0].Who.Complete() {
		t.Errorf("no table: %v %s %q %v", f.Verdict, f.Reason.Code, f.Actual, f.Missing)
	}
	r.HasIncidents, r.IncidentYears = true, period("2021-2025")
	f = findingOf(t, hazards.Assess(fengduLeads(), r, day("2022-08-02"), spec.Choices{}).Findings(), hazards.RuleWorkAccidentGrade)
	if f.Verdict != spec.NotApplicable || f.Actual.String() != "0" || len(f.Missing) != 0 {
		t.Errorf("empty table: %v %q %v", f.Verdict, f.Actual, f.Missing)
	}
}

func TestMissingPeopleCountByTheReading(t *testing.T) {
	r := hazards.Records{Subject: countySubject(), HasIncidents: true,
		Incidents: []hazards.ReportedIncident{hazards.Incident{ID: "a", Date: day("2021-01-01"), Deaths: 2, Missing: 1}.Reported()}}
	for option, want := range map[string]hazards.Grade{"counted": hazards.Large, "not-counted": hazards.Ordinary} {
		a := hazards.Assess(fengduLeads(), r, measure.Date{}, spec.Choices{}.With(hazards.ReadingMissingInGrade, option))
		if certain, _ := a.Grades.Of(want); certain != 1 {
			t.Errorf("%s: %v %v", option, want, certain)
		}
	}
	a := hazards.Assess(fengduLeads(), r, measure.Date{}, spec.Choices{}.With(hazards.ReadingMissingInGrade, "perhaps"))
	f := findingOf(t, a.Findings(), hazards.RuleWorkAccidentGrade)
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonInvalidChoice || len(a.UnitFindings()) != 0 {
		t.Errorf("an unknown option: %v %s", f.Verdict, f.Reason.Code)
	}
}

func TestGeohazardIsLedByTheReading(t *testing.T) {
	p := fengduLeads()
	for option, want := range map[string]string{"combined": "quake", "none": "", "odd": ""} {
		choices := spec.Choices{}.With(hazards.ReadingGeohazardCommand, option)
		if command, ok := p.CommandOf(hazards.Geological, choices); command.ID != want || ok != (want != "") {
			t.Errorf("%s: led by %q", option, command.ID)
		}
	}
	// A plan that names a command for each hazard rests on no reading.
	p.Hazards[1].Command = "quake"
	if _, ok := p.CommandOf(hazards.Geological, spec.Choices{}.With(hazards.ReadingGeohazardCommand, "none")); !ok {
		t.Error("a named command was not found")
	}
}

func TestEachAccidentHasAFinding(t *testing.T) {
	units := hazards.Assess(fengduLeads(), someRecords(), day("2022-08-02"), spec.Choices{}).UnitFindings()
	var got []string
	for _, f := range units {
		keys := ""
		for _, need := range f.Missing {
			keys += " " + need.Key
		}
		got = append(got, f.Subject.String()+" "+f.Verdict.String()+": "+f.Reason.Text.EN+";"+keys)
	}
	want := []string{
		"incident:a n/a: graded ordinary;",
		"incident:b n/a: graded major;",
		"incident:c unknown: at least ordinary and at most extraordinary as far as the facts are known; incidents.csv: c direct_loss",
		"incident:d unknown: at least ordinary and at most extraordinary as far as the facts are known; incidents.csv: d deaths",
	}
	for i := range want {
		want[i] = strings.Replace(want[i], " n/a:", " not-applicable:", 1)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if in := units[2].Inputs[3]; in.Name != "direct_loss" || in.Value.Known() {
		t.Errorf("an unknown loss is printed as %q", in.Value)
	}
	notCounted := spec.Choices{}.With(hazards.ReadingMissingInGrade, "not-counted")
	r := someRecords()
	r.Incidents[3].Missing = spec.Observed[measure.People]{}
	for _, need := range hazards.Assess(fengduLeads(), r, day("2022-08-02"), notCounted).UnitFindings()[2].Missing {
		if strings.HasSuffix(need.Key, " missing") {
			t.Error("a fact that does not count is asked for")
		}
	}
}

func TestEqualInputsGiveEqualFindings(t *testing.T) {
	text := func() string {
		a := hazards.Assess(fengduLeads(), someRecords(), day("2022-08-02"), spec.Choices{})
		out, err := json.Marshal([][]spec.Finding{a.Findings(), a.UnitFindings()})
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if diff := cmp.Diff(text(), text()); diff != "" {
		t.Error(diff)
	}
}

func TestCatalogueIsComplete(t *testing.T) {
	ids := map[string]bool{}
	for _, rule := range hazards.Rules() {
		if ids[rule.ID] || !strings.HasPrefix(rule.ID, "hazards.") || rule.Revision < 1 || rule.Kind == 0 ||
			!rule.Title.Complete() || !rule.Formula.Complete() || !rule.Source.Complete() {
			t.Errorf("rule %+v", rule)
		}
		ids[rule.ID] = true
	}
	for _, reading := range hazards.Readings() {
		if ids[reading.ID] || !reading.Has(reading.Default) || len(reading.Options) < 2 || !reading.Question.Complete() || !reading.Source.Complete() {
			t.Errorf("reading %+v", reading)
		}
		for _, o := range reading.Options {
			if !o.Text.Complete() {
				t.Errorf("option %+v", o)
			}
		}
		ids[reading.ID] = true
	}
	for _, rule := range hazards.Rules() {
		for _, id := range rule.Readings {
			if !ids[id] {
				t.Errorf("%s rests on %s, which is not listed", rule.ID, id)
			}
		}
	}
	for _, one := range hazards.Undefined() {
		if len(one.Carries) == 0 || !one.Reason.Complete() || !one.Source.Complete() {
			t.Errorf("undefined %+v", one)
		}
	}
	for i, f := range hazards.Assess(fengduLeads(), someRecords(), measure.Date{}, spec.Choices{}).Findings() {
		rule := hazards.Rules()[i]
		if f.Rule != rule.ID || f.Kind != rule.Kind || !f.Reason.Text.Complete() || !f.Source.Complete() || f.Subject != countySubject() {
			t.Errorf("finding %d of %s: %+v", i, rule.ID, f)
		}
	}
}

func BenchmarkAssess(b *testing.B) {
	p, r := fengduLeads(), someRecords()
	for len(r.Incidents) < 1000 {
		r.Incidents = append(r.Incidents, r.Incidents...)
	}
	asOf := day("2022-08-02")
	b.ReportAllocs()
	for b.Loop() {
		if hazards.Assess(p, r, asOf, spec.Choices{}).Grades.Accidents == 0 {
			b.Fatal("nothing counted")
		}
	}
}
