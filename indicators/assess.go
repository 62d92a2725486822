package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Assessment is what the indicators of a plan say of a county on a date
// (指标评估结果).
type Assessment struct {
	Subject    spec.Subject
	AsOf       measure.Date
	Indicators []Evaluation // in the order of the plan
	Unset      []Measurand  // what this plan sets no target for

	provisions Provisions
	ledger     *ledger
	options    *options
}

// Assess holds a county's records against every target of a plan on a date
// (评估). Nothing in it fails: what is missing is unknown, and the findings say so.
// Records observed or dated later are not read.
func Assess(p Provisions, r Records, asOf measure.Date, choices spec.Choices) Assessment {
	a := Assessment{Subject: r.Subject, AsOf: asOf, Indicators: make([]Evaluation, 0, len(p.Targets))}
	options := optionsOf(choices)
	ledger := newLedger(&r, asOf, options)
	a.provisions, a.ledger, a.options = p, ledger, options
	var set [numMeasurands]bool
	for _, i := range p.Targets {
		a.Indicators = append(a.Indicators, ledger.evaluate(i, &p, options))
		if i.Measurand.Valid() {
			set[i.Measurand] = true
		}
	}
	for _, m := range Measurands() {
		if !set[m] && m != Reported {
			a.Unset = append(a.Unset, m)
		}
	}
	return a
}

// Findings returns one finding for each target in the order of the plan, then
// one for each measurand that the plan sets no target for, then those that look
// at all targets together (评估结论).
func (a Assessment) Findings() []spec.Finding {
	out := make([]spec.Finding, 0, len(a.Indicators)+len(a.Unset)+7)
	for i := range a.Indicators {
		out = append(out, a.Indicators[i].finding(a.Subject, a.AsOf))
	}
	for _, m := range a.Unset {
		rule := m.rule()
		out = append(out, spec.Finding{
			Rule: rule.ID, Kind: rule.Kind, Title: rule.Title, Subject: a.Subject, Source: rule.Source, Unit: m.Unit(),
			Verdict: spec.NotApplicable,
			Reason: spec.Reason{Code: spec.ReasonNotInPlan,
				Text: spec.Textf("this plan sets no target for %s", "本规划未设%s目标", m)},
		})
	}
	out = append(out, a.midTermFinding(), a.attainmentFinding(), a.revisionsFinding(), a.contradictionsFinding(), a.consistencyFinding(), a.deadlinesFinding())
	return append(out, a.catalogueFindings()...)
}
