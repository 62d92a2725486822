package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// CaseRecords is what a county recorded of how accidents were reported and
// investigated (事故上报和调查记录). A table that was not supplied is unknown.
type CaseRecords struct {
	Reports           []AccidentReport
	HasReports        bool
	Investigations    []Investigation
	HasInvestigations bool
	HasCasualties     bool // the table of later counts was supplied
}

// StageCheck is what a record says of one stage of a report.
type StageCheck struct {
	To      Authority
	Verdict spec.Verdict
}

// ReportCheck is what the records say of the reports of one accident
// (上报时限核查): every stage that its lowest possible grade asks for, and those
// recorded beyond.
type ReportCheck struct {
	Incident string
	Stages   []StageCheck
	Sooner   spec.Verdict // whether it kept the local rule of earlier reports
	Verdict  spec.Verdict
}

// CheckReports holds the recorded stages of one accident against the limits
// (上报时限核查). A stage that must be and is not recorded is unknown; of a stage
// recorded twice the earliest report counts. The clock of a stage starts no
// later than the stage before was received, whatever its record says.
func CheckReports(r *ReportedIncident, table GradeTable, records []AccidentReport) ReportCheck {
	out := ReportCheck{Incident: r.ID, Verdict: spec.NotApplicable}
	must := ReportReaches(table.Bounds(*r).Lowest, r.Place)
	var received Moment // by the authority of the stage before
	for _, to := range AuthoritiesOver(r.Place) {
		stage, recorded := StageCheck{To: to}, false
		var best AccidentReport
		for _, one := range records {
			if one.Incident != r.ID || one.To != to || (recorded && !one.Reported.Before(best.Reported)) {
				continue
			}
			best, recorded = one, true
		}
		if recorded {
			if !received.IsZero() && best.Told.After(received) {
				best.Told = received
			}
			stage.Verdict = best.InTime()
		}
		received = best.Reported
		if recorded || to <= must {
			out.Stages = append(out.Stages, stage)
			out.Verdict = spec.And(out.Verdict, stage.Verdict)
		}
	}
	return out
}

// InvestigationCheck is what the records say of the investigation of one
// accident (事故调查核查).
type InvestigationCheck struct {
	Incident           string
	Recorded           bool // there is a record of it
	Due                measure.Date
	Who, Report, Reply spec.Verdict
	Verdict            spec.Verdict
}

// CheckInvestigation holds the investigation of one accident against its rules,
// as of a date (事故调查核查). An accident without a record is unknown.
func CheckInvestigation(r *ReportedIncident, table GradeTable, records []Investigation, asOf measure.Date) InvestigationCheck {
	out := InvestigationCheck{Incident: r.ID, Due: InvestigationDue(r.Date, 0)}
	at := slices.IndexFunc(records, func(v Investigation) bool { return v.Incident == r.ID })
	if at < 0 {
		return out
	}
	v := records[at]
	out.Recorded, out.Due = true, InvestigationDue(r.Date, v.Extension)
	out.Who, out.Report, out.Reply = v.Check(r, table, asOf)
	out.Verdict = spec.All(out.Who, out.Report, out.Reply)
	return out
}

// CasualtyChanges counts the later counts of casualties (伤亡变化统计).
type CasualtyChanges struct {
	Inside, Late measure.Count // by whether the window was still open
	Raised       measure.Count // accidents whose lowest possible grade the changes inside raised
}

func (c *CasualtyChanges) add(o CasualtyChanges) {
	c.Inside += o.Inside
	c.Late += o.Late
	c.Raised += o.Raised
}

// CountChanges counts the later counts of the casualties of one accident that
// were known on a date (伤亡变化统计). An unset date takes all.
func (t GradeTable) CountChanges(r *ReportedIncident, asOf measure.Date) CasualtyChanges {
	first, all := *r, *r
	first.Updates, all.Updates = nil, knownUpdates(r.Updates, asOf)
	late := measure.Count(len(all.LateUpdates()))
	out := CasualtyChanges{Inside: measure.Count(len(all.Updates)) - late, Late: late}
	if t.Bounds(all.AsOf(asOf)).Lowest > t.Bounds(first.AsOf(asOf)).Lowest {
		out.Raised = 1
	}
	return out
}

// DisasterCheck is what the return of one disaster says (灾情核查): whether its
// numbers agree, its grade where its hazard has a table, the level of the
// relief response by the plan's own thresholds, and whether it must be
// reported past the usual way.
type DisasterCheck struct {
	ID         string
	Hazard     Natural
	Balance    Balance
	HasTable   bool
	Grade      ScaleRange[Grade]
	Deciding   []Criterion // of the grade
	Relief     ScaleRange[Response]
	National   ScaleRange[Response] // by the national thresholds, of this county's numbers alone
	MustReport spec.Verdict
}

// CheckDisaster looks at the return of one disaster (灾情核查). relief is the
// county's own scale of responses; the zero one assigns no level.
func CheckDisaster(d *Disaster, relief Scale[Response]) DisasterCheck {
	facts := d.Facts()
	out := DisasterCheck{ID: d.ID, Hazard: d.Hazard, Balance: d.Balance(), MustReport: MustReport(d.Triggers())}
	out.Relief = relief.Bounds(&facts)
	national := NationalReliefResponse(d.From)
	out.National = national.Bounds(&facts)
	if scale, ok := DamageScale(d.Hazard); ok {
		out.HasTable, out.Grade, out.Deciding = true, scale.Bounds(&facts), scale.Deciding(&facts)
	}
	return out
}

// CaseAssessment is what the records of accidents and disasters say, one by one,
// in the order of the tables (逐起核查).
type CaseAssessment struct {
	Changes        CasualtyChanges
	Reports        []ReportCheck
	Investigations []InvestigationCheck
	Disasters      []DisasterCheck

	DisastersKnown bool // the table was supplied
	DisastersWhole bool // it covers every year of the period up to the date
}

// assessCases checks the accidents and disasters of the period up to the date.
func assessCases(p Provisions, r *Records, table GradeTable, asOf measure.Date, choices spec.Choices) CaseAssessment {
	out := CaseAssessment{DisastersKnown: r.HasDisasters, DisastersWhole: covers(r.DisasterYears, p.Period, asOf)}
	reports, investigations := map[string][]AccidentReport{}, map[string][]Investigation{}
	for _, one := range r.Cases.Reports {
		if !one.Reported.Date().After(asOf) {
			reports[one.Incident] = append(reports[one.Incident], one)
		}
	}
	for _, one := range r.Cases.Investigations {
		investigations[one.Incident] = append(investigations[one.Incident], one)
	}
	for i := range r.Incidents {
		if !counts(&r.Incidents[i], p.Period, asOf) {
			continue
		}
		if len(r.Incidents[i].Updates) > 0 {
			out.Changes.add(table.CountChanges(&r.Incidents[i], asOf))
		}
		if !r.Cases.HasReports && !r.Cases.HasInvestigations {
			continue
		}
		one := r.Incidents[i].AsOf(asOf)
		if r.Cases.HasReports {
			check := CheckReports(&one, table, reports[one.ID])
			check.Sooner = p.Sooner.Check(table.Bounds(one), one.Place, reports[one.ID], choices.Of(soonerClock()) == unitTold)
			check.Verdict = spec.And(check.Verdict, check.Sooner)
			out.Reports = append(out.Reports, check)
		}
		if r.Cases.HasInvestigations {
			out.Investigations = append(out.Investigations, CheckInvestigation(&one, table, investigations[one.ID], asOf))
		}
	}
	for i := range r.Disasters {
		d := &r.Disasters[i]
		if (p.Period.IsZero() || p.Period.Contains(d.From)) && !d.From.After(asOf) {
			known := d.AsOf(asOf)
			check := CheckDisaster(&known, p.Relief)
			can := check.Grade
			if !check.HasTable { // floods, droughts and weather: of any grade
				can = ScaleRange[Grade]{Lowest: Ordinary, Highest: Extraordinary}
			}
			if one, ok := p.Sooner.Trigger(can); ok {
				check.MustReport = spec.Any(check.MustReport, one.Verdict)
			}
			out.Disasters = append(out.Disasters, check)
		}
	}
	return out
}
