package hazards_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func can(lowest, highest hazards.Grade) hazards.GradeRange {
	return hazards.GradeRange{Lowest: lowest, Highest: highest}
}

func TestLargeAccidentsReachTheMunicipalityWithinTheHour(t *testing.T) {
	told := at("2024-12-31T22:30:00+08:00")
	rule := hazards.ChongqingReport()
	for _, one := range []struct {
		name     string
		can      hazards.GradeRange
		rule     hazards.SoonerReport
		fromUnit bool
		want     string
	}{
		{"ordinary", can(hazards.Ordinary, hazards.Ordinary), rule, false, "county 23:30, province 01:30"},
		{"large", can(hazards.Large, hazards.Large), rule, false, "county 23:30, province 00:30"},
		{"major", can(hazards.Major, hazards.Major), rule, false, "county 23:30, province 00:30, state 02:30"},
		{"open", can(hazards.Ordinary, hazards.Large), rule, false, "county 23:30, province 01:30, province 00:30 ?"},
		{"open, from the unit", can(hazards.Ordinary, hazards.Large), rule, true, "county 23:30, province 01:30, province 23:30 ?"},
		{"large, from the unit", can(hazards.Large, hazards.Large), rule, true, "county 23:30, province 23:30"},
		{"open to major", can(hazards.Ordinary, hazards.Major), rule, false, "county 23:30, province 01:30, province 00:30 ?, state 02:30 ?"},
		{"no rule", can(hazards.Large, hazards.Large), hazards.SoonerReport{}, false, "county 23:30, province 01:30"},
		{"nothing", hazards.GradeRange{}, rule, false, ""},
	} {
		var got []string
		for _, leg := range hazards.ReportLegsSooner(told, one.can, division("500230"), one.rule, one.fromUnit) {
			text := leg.To.String() + " " + leg.By.String()[11:16]
			if !leg.Certain {
				text += " ?"
			}
			got = append(got, text)
			if leg.By == at("2025-01-01T00:30:00+08:00") && (leg.Source.Place != "第二十八条" || leg.Within.Seconds() != 3600) {
				t.Errorf("%s: %v within %v", one.name, leg.Source, leg.Within)
			}
		}
		if strings.Join(got, ", ") != one.want {
			t.Errorf("%s: %s, want %s", one.name, strings.Join(got, ", "), one.want)
		}
	}
}

func TestTheLocalHourIsKeptToTheSecond(t *testing.T) {
	rule := hazards.ChongqingReport()
	stage := func(to hazards.Authority, told, reported string) hazards.AccidentReport {
		return hazards.AccidentReport{Incident: "a", To: to, Told: at("2024-05-01T" + told + "+08:00"), Reported: at("2024-05-01T" + reported + "+08:00")}
	}
	county := stage(hazards.CountyAuthority, "08:00:00", "08:30:00")
	municipality := func(reported string) []hazards.AccidentReport {
		return []hazards.AccidentReport{stage(hazards.ProvinceAuthority, "08:30:00", "12:00:00"), stage(hazards.ProvinceAuthority, "08:30:00", reported), county}
	}
	for _, one := range []struct {
		name     string
		can      hazards.GradeRange
		records  []hazards.AccidentReport
		fromUnit bool
		want     spec.Verdict
	}{
		{"to the second", can(hazards.Large, hazards.Large), municipality("09:30:00"), false, spec.Met},
		{"a second late", can(hazards.Large, hazards.Large), municipality("09:30:01"), false, spec.Unmet},
		{"from the unit", can(hazards.Large, hazards.Large), municipality("09:00:00"), true, spec.Met},
		{"from the unit, late", can(hazards.Large, hazards.Large), municipality("09:00:01"), true, spec.Unmet},
		{"may be ordinary", can(hazards.Ordinary, hazards.Large), municipality("09:30:01"), false, spec.Unknown},
		{"may be ordinary, in time", can(hazards.Ordinary, hazards.Large), municipality("09:30:00"), false, spec.Met},
		{"ordinary", can(hazards.Ordinary, hazards.Ordinary), municipality("11:00:00"), false, spec.NotApplicable},
		{"not recorded", can(hazards.Major, hazards.Major), []hazards.AccidentReport{county}, false, spec.Unknown},
		{"before the county", can(hazards.Major, hazards.Major), municipality("08:29:59"), false, spec.Unknown},
	} {
		if got := rule.Check(one.can, division("500230"), one.records, one.fromUnit); got != one.want {
			t.Errorf("%s: %v, want %v", one.name, got, one.want)
		}
	}
	if got := (hazards.SoonerReport{}).Check(can(hazards.Major, hazards.Major), division("500230"), municipality("12:00:00"), false); got != spec.NotApplicable {
		t.Errorf("no rule: %v", got)
	}
}

func TestTheLocalRuleIsATrigger(t *testing.T) {
	rule := hazards.ChongqingReport()
	for _, one := range []struct {
		lowest, highest hazards.Grade
		want            spec.Verdict
	}{
		{hazards.Ordinary, hazards.Ordinary, spec.Unmet}, {hazards.Ordinary, hazards.Large, spec.Unknown}, {hazards.Large, hazards.Large, spec.Met},
	} {
		got, ok := rule.Trigger(hazards.ScaleRange[hazards.Grade]{Lowest: one.lowest, Highest: one.highest})
		if !ok || got.Verdict != one.want || got.Trigger.To != hazards.ProvinceAuthority || got.Trigger.Within.Value.Seconds() != 3600 {
			t.Errorf("%v to %v: %+v", one.lowest, one.highest, got)
		}
	}
	if _, ok := (hazards.SoonerReport{}).Trigger(hazards.ScaleRange[hazards.Grade]{}); ok {
		t.Error("no rule triggers")
	}
}

// A local rule never makes a deadline later, and a worse possible grade never
// makes any deadline of a stage later.
func TestALocalRuleNeverPutsOff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		told := hazards.MomentOf(measure.DateOf(2024, 5, 1), rapid.IntRange(0, 23).Draw(t, "hour"), 0, 0)
		lowest := hazards.Grade(rapid.IntRange(1, 4).Draw(t, "lowest"))
		highest := hazards.Grade(rapid.IntRange(int(lowest), 4).Draw(t, "highest"))
		place := division(rapid.SampledFrom([]string{"500230", "990101", "429004"}).Draw(t, "place"))
		fromUnit := rapid.Bool().Draw(t, "from unit")
		rule := hazards.SoonerReport{From: hazards.Grade(rapid.IntRange(2, 4).Draw(t, "from")), To: rapid.SampledFrom(hazards.Authorities()[1:]).Draw(t, "to"),
			Within: spec.Cite(measure.Seconds(int64(rapid.IntRange(600, 20000).Draw(t, "within"))), clause("a"))}
		latest := func(legs []hazards.ReportLeg) map[hazards.Authority]hazards.Moment {
			out := map[hazards.Authority]hazards.Moment{}
			for _, leg := range legs {
				if by, ok := out[leg.To]; !ok || leg.By.After(by) {
					out[leg.To] = leg.By
				}
			}
			return out
		}
		before, after := latest(hazards.ReportLegs(told, can(lowest, highest), place)), latest(hazards.ReportLegsSooner(told, can(lowest, highest), place, rule, fromUnit))
		if len(before) != len(after) {
			t.Fatalf("%v became %v", before, after)
		}
		for to, by := range after {
			if by.After(before[to]) {
				t.Fatalf("to the %v: %v became %v", to, before[to], by)
			}
		}
	})
}

// In an assessment the local rule decides with the stages: a large accident that
// kept every stage of two hours and not the local hour is not reported in time.
func TestTheLocalRuleCountsInTheAssessment(t *testing.T) {
	stage := func(to hazards.Authority, told, reported string) hazards.AccidentReport {
		return hazards.AccidentReport{Incident: "a", To: to, Told: at("2024-05-01T" + told + "+08:00"), Reported: at("2024-05-01T" + reported + "+08:00")}
	}
	records := hazards.Records{HasIncidents: true, IncidentYears: period("2021-2025"), HasDisasters: true, DisasterYears: period("2021-2025"),
		Incidents: []hazards.ReportedIncident{hazards.Incident{ID: "a", Place: division("500230"), Date: day("2024-05-01"), Deaths: 3}.Reported()},
		Disasters: []hazards.Disaster{
			{ID: "fire", Hazard: hazards.ForestFire, From: day("2024-05-01"), Deaths: exactly(0), Missing: exactly(0), SeriousInjuries: exactly(0), BurntForest: spec.Exactly(hectares("5"))},
			{ID: "flood", Hazard: hazards.FloodDrought, From: day("2024-05-01"), Deaths: exactly(0), Missing: exactly(0)},
		},
		Cases: hazards.CaseRecords{HasReports: true, Reports: []hazards.AccidentReport{
			stage(hazards.CountyAuthority, "08:00:00", "08:30:00"), stage(hazards.ProvinceAuthority, "08:30:00", "10:00:00")}}}
	for _, one := range []struct {
		name    string
		rule    hazards.SoonerReport
		reports spec.Verdict
		fire    spec.Verdict // a large fire, of which nothing else asks for a report for sure
		flood   spec.Verdict // of any grade, for floods have no table
	}{
		{"without", hazards.SoonerReport{}, spec.Met, spec.Unknown, spec.Unmet},
		{"with", hazards.ChongqingReport(), spec.Unmet, spec.Met, spec.Unknown},
	} {
		p := hazards.Provisions{Period: period("2021-2025"), Sooner: one.rule}
		a := hazards.Assess(p, records, day("2025-12-31"), spec.Choices{})
		if got := a.Cases.Reports[0].Verdict; got != one.reports {
			t.Errorf("%s: reports %v, want %v", one.name, got, one.reports)
		}
		if fire, flood := a.Cases.Disasters[0].MustReport, a.Cases.Disasters[1].MustReport; fire != one.fire || flood != one.flood {
			t.Errorf("%s: fire %v, flood %v", one.name, fire, flood)
		}
		if f := findingOf(t, a.Findings(), hazards.RuleReportDeadline); f.Verdict != one.reports || (inputsOf(f)["sooner-within"] == "1") == one.rule.IsZero() {
			t.Errorf("%s: %v, %v", one.name, f.Verdict, inputsOf(f))
		}
	}
}
