package hazards_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

func caseRecords() hazards.Records {
	r := hazards.Records{Subject: countySubject(), HasIncidents: true, IncidentYears: period("2021-2025"), HasDisasters: true, DisasterYears: period("2021-2025")}
	raised := hazards.Incident{ID: "raised", Date: day("2022-03-01"), Deaths: 2}.Reported()
	raised.Updates = []hazards.CasualtyUpdate{died("2022-03-31", 3), died("2022-04-01", 10)}
	r.Incidents = []hazards.ReportedIncident{
		hazards.Incident{ID: "before", Date: day("2020-12-31"), Deaths: 30}.Reported(), raised,
		hazards.Incident{ID: "small", Date: day("2022-05-01")}.Reported(),
	}
	stage := func(id string, to hazards.Authority, told, reported string) hazards.AccidentReport {
		return hazards.AccidentReport{Incident: id, To: to, Told: at(told), Reported: at(reported)}
	}
	r.Cases = hazards.CaseRecords{HasReports: true, HasInvestigations: true, HasCasualties: true,
		Reports: []hazards.AccidentReport{
			stage("raised", hazards.CountyAuthority, "2022-03-01 08:00", "2022-03-01 09:00"),
			stage("raised", hazards.PrefectureAuthority, "2022-03-01 09:00", "2022-03-01 10:00"),
			stage("raised", hazards.ProvinceAuthority, "2022-03-01 10:00", "2022-03-01 11:00"),
			stage("small", hazards.CountyAuthority, "2022-05-01 08:00", "2022-05-01 09:00"),
			stage("small", hazards.PrefectureAuthority, "2022-05-01 09:00", "2022-05-01 10:00"),
		},
		Investigations: []hazards.Investigation{
			{Incident: "raised", By: hazards.PrefectureAuthority, Submitted: day("2022-04-20"), Replied: day("2022-05-01")},
			{Incident: "small", By: hazards.UnitConcerned, Submitted: day("2022-06-20"), Replied: day("2022-07-01")},
		}}
	whole := wholeReturn()
	whole.From, whole.To = day("2022-07-10"), day("2022-07-11")
	slide := hazards.Disaster{ID: "slide", From: day("2022-08-02"), Hazard: hazards.Geological, Deaths: exactly(3), Missing: exactly(0),
		DirectLoss: spec.Exactly(wanYuan("10")), Threatened: exactly(500), PossibleLoss: spec.Exactly(wanYuan("10"))}
	later := hazards.Disaster{ID: "later", From: day("2023-01-01"), Hazard: hazards.ForestFire}
	r.Disasters = []hazards.Disaster{whole, slide, later}
	return r
}

func summary(f spec.Finding) string {
	var in []string
	for _, i := range f.Inputs {
		if text := i.Value.String() + i.Text; i.Name != "period" {
			in = append(in, i.Name+" "+text)
		}
	}
	var missing []string
	for _, need := range f.Missing {
		missing = append(missing, need.Key)
	}
	return strings.Join([]string{f.Verdict.String(), f.Reason.Code, f.Bound.String(), f.Actual.String() + f.Comparison.String() + f.Required.String(),
		strings.Join(in, ","), strings.Join(missing, ",")}, "|")
}

func TestCasesAreRolledUp(t *testing.T) {
	p := fengduLeads()
	p.Relief = hazards.PengshuiReliefResponse()
	for _, one := range []struct {
		name   string
		change func(*hazards.Records)
		asOf   string
		rule   string
		want   string
	}{
		{"changes", nil, "2022-12-31", hazards.RuleCasualtyChanges, "not-applicable|figure|exact|2|inside 1,late 1,raised 1|"},
		{"changes so far", nil, "2022-03-30", hazards.RuleCasualtyChanges, "not-applicable|figure|exact|0|inside 0,late 0,raised 0|"},
		{"changes of some years", func(r *hazards.Records) { r.IncidentYears = period("2022-2022") }, "2022-12-31", hazards.RuleCasualtyChanges,
			"not-applicable|figure|at-least|2|inside 1,late 1,raised 1|county.yaml: complete.incidents"},
		{"no changes supplied", func(r *hazards.Records) { r.Cases = hazards.CaseRecords{} }, "2022-12-31", hazards.RuleCasualtyChanges, "unknown|no-data|exact|||casualties.csv"},
		{"nothing supplied", func(r *hazards.Records) { *r = hazards.Records{} }, "2022-12-31", hazards.RuleCasualtyChanges, "unknown|no-data|exact|||incidents.csv,casualties.csv"},
		{"reports", nil, "2022-12-31", hazards.RuleReportDeadline, "met|all-met|exact|5≥5|met 5,unmet 0,unknown 0|"},
		{"a stage not recorded", func(r *hazards.Records) { r.Cases.Reports = r.Cases.Reports[1:] }, "2022-12-31", hazards.RuleReportDeadline, "unknown|partial-data|at-least|4≥5|met 4,unmet 0,unknown 1|accident_reports.csv"},
		{"a stage late", func(r *hazards.Records) { r.Cases.Reports[0].Told = at("2022-03-01 07:59") }, "2022-12-31", hazards.RuleReportDeadline, "unmet|some-unmet|exact|4≥5|met 4,unmet 1,unknown 0|"},
		{"reports of some years", func(r *hazards.Records) { r.IncidentYears = period("2022-2022") }, "2022-12-31", hazards.RuleReportDeadline,
			"unknown|partial-data|exact|5≥5|met 5,unmet 0,unknown 0|county.yaml: complete.incidents"},
		{"no accident", func(r *hazards.Records) { r.Incidents = nil }, "2022-12-31", hazards.RuleReportDeadline, "not-applicable|nothing-to-judge|exact|0|met 0,unmet 0,unknown 0|"},
		{"no reports supplied", func(r *hazards.Records) { r.Cases = hazards.CaseRecords{} }, "2022-12-31", hazards.RuleReportDeadline, "unknown|no-data|exact|||accident_reports.csv"},
		{"investigations", nil, "2022-12-31", hazards.RuleInvestigation, "met|all-met|exact|2≥2|met 2,unmet 0,unknown 0|"},
		{"not recorded", func(r *hazards.Records) { r.Cases.Investigations = r.Cases.Investigations[:1] }, "2022-12-31", hazards.RuleInvestigation, "unknown|partial-data|at-least|1≥2|met 1,unmet 0,unknown 1|investigations.csv"},
		{"too low", func(r *hazards.Records) { r.Cases.Investigations[0].By = hazards.CountyAuthority }, "2022-12-31", hazards.RuleInvestigation, "unmet|some-unmet|exact|1≥2|met 1,unmet 1,unknown 0|"},
		{"before the change", func(r *hazards.Records) { r.Cases.Investigations[0].By = hazards.CountyAuthority }, "2022-03-30", hazards.RuleInvestigation, "met|all-met|exact|1≥1|met 1,unmet 0,unknown 0|"},
		{"balance", nil, "2022-12-31", hazards.RuleDisasterBalance, "unknown|partial-data|at-least|1=2|met 1,unmet 0,unknown 1|disasters.csv: loss_housing, loss_agriculture, loss_industry, loss_infrastructure, loss_public_services, loss_other"},
		{"mismatch", func(r *hazards.Records) { r.Disasters[0].Dispersed = exactly(59) }, "2022-07-31", hazards.RuleDisasterBalance,
			"unmet|disagrees|exact|0=1|2024-07 resettled-parts resettled 100 = concentrated + dispersed 99,met 0,unmet 1,unknown 0|"},
		{"balanced", nil, "2022-07-31", hazards.RuleDisasterBalance, "met|agrees|exact|1=1|met 1,unmet 0,unknown 0|"},
		{"no disaster", nil, "2022-07-09", hazards.RuleDisasterBalance, "not-applicable|nothing-to-judge|exact|0|met 0,unmet 0,unknown 0|"},
		{"no disasters supplied", func(r *hazards.Records) { r.HasDisasters, r.Disasters = false, nil }, "2022-12-31", hazards.RuleDisasterBalance, "unknown|no-data|exact|||disasters.csv"},
		{"grades", nil, "2022-12-31", hazards.RuleDisasterGrade, "not-applicable|figure|exact|2|ordinary 0,large 1,major 0,extraordinary 0,unsettled 0,no-table 1|"},
		{"an open grade", nil, "2023-01-01", hazards.RuleDisasterGrade,
			"not-applicable|figure|exact|3|ordinary 0,large 1,major 0,extraordinary 0,unsettled 1,no-table 1|disasters.csv: burnt_forest, deaths, serious_injuries"},
		{"relief", func(r *hazards.Records) {
			r.Disasters[0].NeedingAid = exactly(1200)
			r.Disasters[0].DroughtNeedingAid = exactly(0)
		}, "2022-07-31", hazards.RuleReliefResponse,
			"not-applicable|figure|exact|1|IV 0,III 0,II 1,I 0,open 0,national 0|"},
		{"relief open", nil, "2022-12-31", hazards.RuleReliefResponse, "not-applicable|figure|at-least|0|IV 0,III 0,II 0,I 0,open 2,national 0|"},
		{"a national level", func(r *hazards.Records) { r.Disasters[1].Deaths = exactly(20) }, "2022-12-31", hazards.RuleReliefResponse,
			"not-applicable|figure|at-least|1|IV 0,III 0,II 0,I 1,open 1,national 1|"},
		{"must report", nil, "2022-12-31", hazards.RuleMustReport, "not-applicable|figure|exact|1|must 1,need-not 1,open 0|"},
		{"may have to be reported", nil, "2023-01-01", hazards.RuleMustReport, "not-applicable|figure|at-least|1|must 1,need-not 1,open 1|"},
	} {
		r := caseRecords()
		if one.change != nil {
			one.change(&r)
		}
		f := findingOf(t, hazards.Assess(p, r, day(one.asOf), spec.Choices{}).Findings(), one.rule)
		if diff := cmp.Diff(one.want, summary(f)); diff != "" {
			t.Errorf("%s: %s", one.name, diff)
		}
		if !f.Reason.Text.Complete() || strings.Contains(f.Reason.Text.EN+f.Reason.Text.ZH, "%!") {
			t.Errorf("%s: %+v", one.name, f.Reason.Text)
		}
	}
	f := findingOf(t, hazards.Assess(fengduLeads(), caseRecords(), day("2022-12-31"), spec.Choices{}).Findings(), hazards.RuleReliefResponse)
	if f.Verdict != spec.Unknown || len(f.Missing) != 1 || f.Missing[0].Key != "plan hazards.yaml: relief_response" {
		t.Errorf("no thresholds: %s", summary(f))
	}
	none := hazards.Assess(hazards.Provisions{}, caseRecords(), day("2022-12-31"), spec.Choices{}).Findings()
	for _, rule := range []string{hazards.RuleReportDeadline, hazards.RuleInvestigation} {
		if f := findingOf(t, none, rule); f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan {
			t.Errorf("no plan: %s", summary(f))
		}
	}
	odd := spec.Choices{}.With(hazards.ReadingMissingInGrade, "perhaps")
	if f := findingOf(t, hazards.Assess(p, caseRecords(), day("2022-12-31"), odd).Findings(), hazards.RuleReportDeadline); f.Reason.Code != spec.ReasonInvalidChoice {
		t.Errorf("an unknown option: %s", summary(f))
	}
}

func TestWeakThresholdsMakeWeakFindings(t *testing.T) {
	p := fengduLeads()
	p.Relief = hazards.PengshuiReliefResponse()
	findings := hazards.Assess(p, caseRecords(), day("2022-12-31"), spec.Choices{}).Findings()
	for rule, want := range map[string]bool{hazards.RuleDisasterBalance: true, hazards.RuleReliefResponse: true, hazards.RuleMustReport: true,
		hazards.RuleInvestigation: false, hazards.RuleDisasterGrade: false} {
		if got := findingOf(t, findings, rule).IsWeak(); got != want {
			t.Errorf("%s: weak %v", rule, got)
		}
	}
}

func TestEachCaseHasAFinding(t *testing.T) {
	r := caseRecords()
	r.Cases.Reports, r.Cases.Investigations = r.Cases.Reports[1:], r.Cases.Investigations[:1]
	r.Disasters[0].Dispersed = exactly(59)
	var got []string
	for _, f := range hazards.Assess(fengduLeads(), r, day("2023-01-01"), spec.Choices{}).UnitFindings() {
		if f.Rule == hazards.RuleWorkAccidentGrade || strings.HasPrefix(f.Rule, "hazards.hidden") {
			continue
		}
		var missing []string
		for _, need := range f.Missing {
			missing = append(missing, need.Key)
		}
		got = append(got, strings.TrimPrefix(f.Rule, "hazards.")+" "+f.Subject.String()+" "+f.Verdict.String()+": "+strings.Join(missing, "; "))
	}
	want := []string{
		"report-deadline incident:raised unknown: accident_reports.csv: raised county",
		"report-deadline incident:small met: ",
		"investigation incident:raised met: ",
		"investigation incident:small unknown: investigations.csv: small",
		"disaster-balance disaster:2024-07 unmet: ",
		"disaster-balance disaster:slide unknown: disasters.csv: slide loss_housing, loss_agriculture, loss_industry, loss_infrastructure, loss_public_services, loss_other",
		"disaster-balance disaster:later not-applicable: ",
		"disaster-grade disaster:slide not-applicable: ",
		"disaster-grade disaster:later unknown: disasters.csv: later burnt_forest; disasters.csv: later deaths; disasters.csv: later serious_injuries",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStagesReportedAfterTheDateAreNotRead(t *testing.T) {
	r := caseRecords()
	r.Cases.Reports[1].Reported = at("2022-03-02 00:30")
	want := []hazards.StageCheck{{To: hazards.CountyAuthority, Verdict: spec.Met}, {To: hazards.PrefectureAuthority}, {To: hazards.ProvinceAuthority, Verdict: spec.Met}}
	a := hazards.Assess(fengduLeads(), r, day("2022-03-01"), spec.Choices{})
	if diff := cmp.Diff(want, a.Cases.Reports[0].Stages); diff != "" {
		t.Error(diff)
	}
	a = hazards.Assess(fengduLeads(), r, day("2022-03-02"), spec.Choices{})
	if got := a.Cases.Reports[0].Stages[1].Verdict; got != spec.Unmet {
		t.Errorf("on the day it was reported: %v", got)
	}
}
