package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// SoonerReport is a local rule by which an event from a grade on must reach an
// authority sooner than the stages of Order No. 493 bring it there
// (地方提前上报规定). The zero SoonerReport asks for nothing.
type SoonerReport struct {
	From   Grade
	To     Authority
	Within spec.Figure[measure.Duration]
}

// ChongqingReport returns the rule of Chongqing: events graded large and above
// reach the municipality within 1 hour (较大以上突发事件1小时内报市政府). 重庆市突发事件应对条例
// (2012), article 28. From when the hour runs was not seen; the reading
// hazards.sooner-report-clock says it.
func ChongqingReport() SoonerReport {
	return SoonerReport{From: Large, To: ProvinceAuthority, Within: spec.Cite(measure.Seconds(3600),
		spec.Source{Document: "重庆市突发事件应对条例", Number: "2012年", Place: "第二十八条", Standing: spec.Statute})}
}

// IsZero reports whether there is no such rule.
func (s SoonerReport) IsZero() bool { return s.From == 0 || s.To == 0 || !s.Within.Known() }

// Trigger returns what the rule says of an event with such grades
// (提前上报判定). ok is false where there is no rule.
func (s SoonerReport) Trigger(can ScaleRange[Grade]) (one Triggered, ok bool) {
	if s.IsZero() {
		return Triggered{}, false
	}
	return Triggered{Verdict: reaches(can, s.From), Trigger: Trigger{ID: "sooner-report", To: s.To, Within: s.Within, Source: s.Within.Source,
		Text: spec.Textf("graded %s or above", "%s以上", s.From)}}, true
}

// ReportLegsSooner is [ReportLegs] under a local rule whose clock starts where the
// unit was told, or else where the county was (地方提前上报时限). The stage that ends
// at the rule's authority is due by the sooner of both limits where the lowest
// possible grade falls under the rule; where only a higher one does, the sooner
// limit stands beside the usual one and is not certain.
func ReportLegsSooner(told Moment, can GradeRange, place DivisionCode, rule SoonerReport, fromUnit bool) []ReportLeg {
	legs := ReportLegs(told, can, place)
	if rule.IsZero() || can.Highest < rule.From {
		return legs
	}
	start, to := told, present(rule.To, place)
	if !fromUnit && len(legs) > 0 {
		start = legs[0].By
	}
	due := start.Add(rule.Within.Value)
	var out []ReportLeg
	var brought Moment // when the rule has brought the report to its authority
	for _, leg := range legs {
		if !brought.IsZero() { // what goes further falls under the rule as well
			brought = brought.Add(leg.Within)
			leg.By = brought
		}
		if leg.To != to || !due.Before(leg.By) {
			out = append(out, leg)
			continue
		}
		sooner := leg
		sooner.By, sooner.Within, sooner.Source, sooner.Certain = due, rule.Within.Value, rule.Within.Source, can.Lowest >= rule.From
		brought = due
		if !sooner.Certain {
			out = append(out, leg)
		}
		out = append(out, sooner)
	}
	return out
}

// Check says whether the recorded stages of one accident kept the rule
// (提前上报核查): Not applicable where its grade cannot fall under it, Unknown where
// a moment is missing, or where the rule was not kept and a lower grade is
// possible still.
func (s SoonerReport) Check(can GradeRange, place DivisionCode, records []AccidentReport, fromUnit bool) spec.Verdict {
	if s.IsZero() || can.Highest < s.From {
		return spec.NotApplicable
	}
	county := earliest(records, CountyAuthority)
	start := county.Reported
	if fromUnit {
		start = county.Told
	}
	took, ok := start.Until(earliest(records, present(s.To, place)).Reported)
	switch {
	case !ok || took.Sign() < 0:
		return spec.Unknown
	case took.Cmp(s.Within.Value) <= 0:
		return spec.Met
	case can.Lowest < s.From:
		return spec.Unknown
	}
	return spec.Unmet
}

// earliest returns the earliest recorded report to an authority, the zero one
// where there is none.
func earliest(records []AccidentReport, to Authority) (first AccidentReport) {
	for _, one := range records {
		if one.To == to && (first.To == 0 || one.Reported.Before(first.Reported)) {
			first = one
		}
	}
	return first
}

// ReadingSoonerClock is the id of the reading of when the clock of a local rule
// starts. It is permanent.
const ReadingSoonerClock = "hazards.sooner-report-clock"

const (
	countyTold = "county-told"
	unitTold   = "unit-told"
)

func soonerClock() spec.Reading {
	source := ChongqingReport().Within.Source
	source.Standing = spec.Ours
	return spec.Reading{
		ID: ReadingSoonerClock,
		Question: spec.T("From when does the hour run within which a large accident must reach the municipality?",
			"较大以上突发事件报市政府的1小时自何时起算？"),
		Default: countyTold,
		Options: []spec.Option{
			{ID: countyTold, Text: spec.T("from when the county was told", "自县级接报时起")},
			{ID: unitTold, Text: spec.T("from when the head of the unit was told", "自事故单位负责人接报时起")},
		},
		Source: source,
	}
}
