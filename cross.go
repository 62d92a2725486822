package emergency

import (
	"slices"
	"sync"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// builtIn is the title of the built-in plan, as its sources cite it.
const builtIn = "丰都县应急管理“十四五”规划"

// crossCheck holds the plan against itself: a rule and how it is run. A check
// is met when the text agrees with itself and unmet when it does not; one that
// only computes a figure judges nothing.
type crossCheck struct {
	rule spec.Rule
	run  func(p *plan, c *County, f *spec.Finding)
}

// crossChecks are all checks of a plan with itself, in the order of a report,
// listed once; the list is never changed.
var crossChecks = sync.OnceValue(func() []crossCheck {
	return slices.Concat(crossMoney(), crossShelters(), crossReserves(), crossSupplies(), crossTeams(), crossIndicators(), crossHazards(),
		crossContingency(), crossClocks(), crossCounty(), crossInstitutions(), crossLists())
})

func crossRules() []spec.Rule {
	var out []spec.Rule
	for _, check := range crossChecks() {
		out = append(out, check.rule)
	}
	return out
}

// crossFindings runs every check. What this plan does not set is not applicable.
func crossFindings(p *plan, c *County) []spec.Finding {
	checks := crossChecks()
	out := make([]spec.Finding, len(checks))
	for i, check := range checks {
		f := &out[i]
		*f = spec.Finding{Rule: check.rule.ID, Kind: check.rule.Kind, Title: check.rule.Title,
			Subject: spec.Subject{Kind: "plan", ID: p.id, Name: p.county.ZH}, Source: p.source}
		f.Source.Place = ""
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan,
			Text: spec.T("this plan does not set the figures", "本规划未规定相关数值")}
		check.run(p, c, f)
		labelled(p, f)
		f.Lean(f.Source)
		for _, in := range f.Inputs {
			f.Lean(in.Source)
		}
	}
	return out
}

// check builds a rule of the plan's checks with itself.
func check(id string, kind spec.Kind, title, formula spec.Text, place string, carries []string,
	run func(p *plan, c *County, f *spec.Finding)) crossCheck {
	return crossCheck{run: run, rule: spec.Rule{ID: "cross." + id, Revision: 1, Kind: kind, Title: title, Formula: formula,
		Source:  spec.Source{Document: builtIn, Number: "丰都府发〔2022〕17号", Place: place, Standing: spec.InPlan},
		Carries: carries}}
}

// under says which readings a check depends on.
func (c crossCheck) under(readings ...string) crossCheck {
	c.rule.Readings = readings
	return c
}

// from says how the values of a check come about.
func (c crossCheck) from(derivations ...spec.Derivation) crossCheck {
	c.rule.Derivations = derivations
	return c
}

// is derives a value that the finding or one of its inputs states.
func is(of, expression string) spec.Derivation { return spec.Derivation{Of: of, Is: expression} }

// step derives a value that stands nowhere else.
func step(of, expression string, label spec.Text, unit spec.Unit, places int) spec.Derivation {
	return spec.Derivation{Of: of, Is: expression, Label: label, Unit: unit, Places: places}
}

// revised says how often the meaning of a check has changed, and one more.
func (c crossCheck) revised(revision int) crossCheck {
	c.rule.Revision = revision
	return c
}

// asks says which of the county's data a check asks for.
func (c crossCheck) asks(keys ...string) crossCheck {
	c.rule.Reads = keys
	return c
}

// agrees says whether the text agrees with itself.
func agrees(f *spec.Finding, ok bool, text spec.Text) {
	if ok {
		f.Verdict, f.Reason = spec.Met, spec.Reason{Code: spec.ReasonAgrees, Text: text}
		return
	}
	f.Verdict, f.Reason = spec.Unmet, spec.Reason{Code: spec.ReasonDisagrees, Text: text}
}

// figured gives a figure that nothing judges.
func figured(f *spec.Finding, actual spec.Amount, unit spec.Unit, text spec.Text) {
	f.Verdict, f.Reason = spec.NotApplicable, spec.Reason{Code: spec.ReasonFigure, Text: text}
	f.Actual, f.Unit = actual, unit
}

// compared puts two numbers side by side; the gap is what the first lacks.
func compared(f *spec.Finding, actual measure.Ratio, sign spec.Comparison, needed measure.Ratio, places int, unit spec.Unit) {
	f.Actual, f.Comparison, f.Required, f.Unit = spec.AmountAgainst(actual, needed, places), sign, spec.AmountOf(needed, places), unit
	distance := needed.Sub(actual)
	if sign == spec.NotAbove || sign == spec.Below {
		distance = distance.Neg()
	}
	if sign == spec.Equals && distance.Sign() < 0 {
		distance = distance.Neg()
	}
	if distance.Known() && distance.Sign() >= 0 {
		f.Gap = spec.AmountOf(distance, places)
	}
}

// in lists a figure among the inputs and places the finding where it stands.
func in[T any](f *spec.Finding, name string, figure spec.Figure[T], value spec.Amount, unit spec.Unit) {
	f.Inputs = append(f.Inputs, spec.Input{Name: name, Value: value, Unit: unit, Source: figure.Source})
	if f.Source.Place == "" {
		f.Source = figure.Source
	}
}
