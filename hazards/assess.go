package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Assessment is what the plan's provisions and the county's records say about
// hazards on a date (评估). The typed results stand in its fields, the words
// come from [Assessment.Findings]. It keeps the slices of provisions and
// records without changing them.
type Assessment struct {
	Subject spec.Subject
	AsOf    measure.Date
	Period  measure.Period

	Grades         GradeTally // accidents of the period up to AsOf
	IncidentsKnown bool       // the table was supplied
	IncidentsWhole bool       // it covers every year of the period up to AsOf

	Cases CaseAssessment // single accidents and disasters of the period up to AsOf

	provisions Provisions
	records    CaseRecords
	prevention PreventionRecords
	warnings   WarningRecords
	incidents  []ReportedIncident
	table      GradeTable
	choices    spec.Choices
}

// Assess holds the records against the provisions (评估). Nothing in it fails: what
// is missing is unknown, and the findings say so.
func Assess(p Provisions, r Records, asOf measure.Date, choices spec.Choices) Assessment {
	table := Order493().CountingMissing(choices.Of(missingInGrade()) != notCounted)
	a := Assessment{
		Subject: r.Subject, AsOf: asOf, Period: p.Period,
		IncidentsKnown: r.HasIncidents, IncidentsWhole: covers(r.IncidentYears, p.Period, asOf),
		provisions: p, prevention: r.Prevention, warnings: r.Warnings, incidents: r.Incidents, table: table, choices: choices,
	}
	if r.HasIncidents {
		a.Grades = GradeIncidents(r.Incidents, table, p.Period, asOf)
	}
	a.records, a.Cases = r.Cases, assessCases(p, &r, table, asOf, choices)
	return a
}

// covers reports whether the complete years of a table include every year of
// the period that has begun on a date.
func covers(complete, period measure.Period, asOf measure.Date) bool {
	if period.IsZero() {
		return false
	}
	last := period.To()
	if !asOf.IsZero() && asOf.Year() < last {
		last = asOf.Year()
	}
	return last < period.From() || (complete.ContainsYear(period.From()) && complete.ContainsYear(last))
}

// Findings returns one finding for each rule, in the order of [Rules]
// (评估结论).
func (a Assessment) Findings() []spec.Finding {
	return slices.Concat([]spec.Finding{a.gradeFinding()}, a.caseFindings(), a.preventionFindings(), a.warningFindings())
}

// finding begins a finding of a rule.
func (a *Assessment) finding(rule spec.Rule) spec.Finding {
	return spec.Finding{Rule: rule.ID, Kind: rule.Kind, Title: rule.Title, Subject: a.Subject, Source: rule.Source}
}

// decide sets verdict and reason.
func decide(f *spec.Finding, verdict spec.Verdict, code string, text spec.Text) {
	f.Verdict, f.Reason = verdict, spec.Reason{Code: code, Text: text}
}

// chosen adds the option of a reading to a finding. It is false, and the
// finding unknown, where the option is not one of the reading's.
func (a *Assessment) chosen(f *spec.Finding, reading spec.Reading) bool {
	option := a.choices.Of(reading)
	f.Readings = append(f.Readings, spec.Used(reading, option))
	if reading.Has(option) {
		return true
	}
	decide(f, spec.Unknown, spec.ReasonInvalidChoice, spec.Textf("%q is no option of the reading %s",
		"%q 不是解读 %s 的选项", spec.Shorten(option), reading.ID))
	return false
}
