package indicators

import (
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// derivations says how the numbers of a target on the measurand come about,
// whatever its form and span (计算式). No finding holds them: they are for
// explanations.
func (m Measurand) derivations() []spec.Derivation {
	var d derivations
	for _, q := range m.fractions() {
		d.rate(q, judgedFigure, eachFigure, baseFigure)
	}
	for _, q := range m.fractions() {
		d.ofRates(q)
	}
	if !m.IsRate() {
		d.ofCounts(m.counts())
	}
	d.base()
	d.required(m.Direction(), false)
	d.left(m.IsRate(), !m.IsRate())
	return d.list
}

// midTermDerivations says the same of the milestones of all targets. Rates come
// first: what fits them fits no count.
func midTermDerivations() []spec.Derivation {
	d := derivations{list: []spec.Derivation{
		{Of: "actual", Is: "on-track"}, {Of: "required", Is: "on-track + off-track + open"}, // all together
		{Of: "share", Is: "years-gone ÷ years-in-all"}}}
	for _, m := range Measurands() {
		for _, q := range m.fractions() {
			d.rate(q, judgedFigure, eachFigure, baseFigure, startFigure)
		}
	}
	for _, m := range Measurands() {
		for _, q := range m.fractions() {
			d.ofRates(q)
		}
	}
	d.add("start", "sum(start-rate.**)")
	for _, m := range Measurands() {
		if !m.IsRate() {
			d.ofCounts(m.counts())
			d.add("start", sumOf(m.counts(), startFigure, ""))
		}
	}
	d.base()
	d.required(0, true)
	d.left(true, true)
	return d.list
}

// summaryDerivations says how the numbers come about of the findings that look
// at all targets together.
func summaryDerivations(rule string) []spec.Derivation {
	switch rule {
	case ruleMidTerm:
		return midTermDerivations()
	case ruleAttainment:
		return []spec.Derivation{{Of: "actual", Is: "met ÷ (met + unmet) × 100"}}
	case ruleRevisions:
		return []spec.Derivation{{Of: "actual", Is: "revised"}}
	case ruleConsistency: // not one may be
		return []spec.Derivation{{Of: "actual", Is: "odd"}, {Of: "required", Is: spec.Given}}
	case ruleContradictions: // all together, where not one may be; then a single one
		return []spec.Derivation{{Of: "actual", Is: "apart"}, {Of: "actual", Is: "stated"},
			{Of: "required", Is: "counted"}, {Of: "required", Is: spec.Given}}
	case ruleDeadlines:
		return []spec.Derivation{{Of: "actual", Is: "ahead + passed"}}
	case ruleCatalogue:
		return []spec.Derivation{{Of: "actual", Is: "count(member.**)"}}
	}
	return nil
}

// derivations is a list under construction, each line once.
type derivations struct{ list []spec.Derivation }

func (d *derivations) put(one spec.Derivation) {
	for _, have := range d.list {
		if have.Of == one.Of && have.Is == one.Is && have.When == one.When {
			return
		}
	}
	d.list = append(d.list, one)
}

func (d *derivations) add(of, is string) { d.put(spec.Derivation{Of: of, Is: is}) }

// counts lists the statistics that a count may add up.
func (m Measurand) counts() []string {
	switch m {
	case Reported:
		return []string{"value"}
	case MajorAccidents: // by the reading of its scope
		return []string{StatMajorAccidents.String(), StatLargeAccidents.String()}
	case DisasterDeaths:
		return []string{StatDisasterDeaths.String(), StatDisasterMissing.String()}
	}
	return []string{m.row().numerator.String()}
}

// sumOf adds up statistics of all years, and what is known of others.
func sumOf(statistics []string, of role, suffix string) string {
	parts := make([]string, 0, 2*len(statistics))
	for _, s := range statistics {
		parts = append(parts, string(of)+s+".**")
	}
	if suffix != "" {
		for _, s := range statistics {
			parts = append(parts, string(of)+s+".**"+suffix)
		}
	}
	return "sum(" + strings.Join(parts, ", ") + ")"
}

// ofCounts is the frame of a count: the sum or the mean of its years.
func (d *derivations) ofCounts(statistics []string) {
	all, exact := sumOf(statistics, judgedFigure, ".at_least"), sumOf(statistics, judgedFigure, "")
	d.add("actual", all+" ÷ mean-years")
	d.add("actual", all)
	d.add("actual", sumOf(statistics, judgedFigure, ".at_most"))
	base := sumOf(statistics, baseFigure, "")
	d.add("base", base+" ÷ base-years")
	d.add("base", base)
	for _, strict := range []bool{false, true} {
		d.add("allowed", wholeOf("required × mean-years", 1, strict))
		d.add("allowed", wholeOf("required", 1, strict))
	}
	d.add("so-far", all)
	if statistics[0] == "value" {
		return
	}
	for _, s := range statistics {
		own := s + ".*"
		if s == StatDisasterDeaths.String() {
			both := "(" + own + " + " + StatDisasterMissing.String() + ".*)"
			d.add("turns-at."+own, "required × mean-years − ("+exact+" − "+both+")")
			d.add("turns-at."+own, "required − (actual − "+both+")")
		}
		if s != StatDisasterMissing.String() {
			d.add("turns-at."+own, "required × mean-years − ("+exact+" − "+own+")")
			d.add("turns-at."+own, "required − (actual − "+own+")")
		}
	}
}

// base is how the value comes about that a target is held against.
func (d *derivations) base() {
	d.add("base", "base-stated")
	d.add("base", "sum(wider.**) ÷ mean-years")
	d.add("base", "sum(wider.**)")
	d.add("change", "(actual − base) ÷ base × 100")
}

// required is how the requirement comes about from what the plan prints; of a
// milestone first what the share of the way makes of it.
func (d *derivations) required(direction spec.Direction, milestone bool) {
	signs := []string{"+", "−"}
	switch direction {
	case spec.HigherBetter:
		signs = signs[:1]
	case spec.LowerBetter:
		signs = signs[1:]
	}
	for _, shared := range []bool{true, false} {
		share := ""
		if shared {
			if !milestone {
				continue
			}
			share = " × share"
			for _, start := range []string{"start", "start-stated", "base"} {
				d.add("required", start+" + share × (at-most − "+start+")")
				d.add("required", start+" + share × (at-least − "+start+")")
			}
		}
		d.add("required", "at-most"+share)
		d.add("required", "at-least"+share)
		d.add("required", "base × (1 + asked-change ÷ 100"+share+")")
		for _, sign := range signs {
			d.add("required", "base "+sign+" gain"+share)
			if !milestone {
				d.add("required", "base "+sign+" most-gain")
			}
		}
	}
	d.add("required", "base")
}

// left is how the headroom comes about.
func (d *derivations) left(rates, counts bool) {
	if rates {
		d.add("headroom", "allowed − sum(so-far.**)")
	}
	d.add("headroom", "allowed − so-far")
	if counts {
		d.add("headroom", "allowed − actual")
	}
}

// wholeOf rounds to the whole units that a limit allows; per is how many of
// them are in a unit printed.
func wholeOf(is string, per int64, strict bool) string {
	scaled, back := is, ""
	if per != 1 {
		scaled, back = is+" × "+spec.Whole(per).String(), " ÷ "+spec.Whole(per).String()
	}
	switch {
	case !strict:
		return "floor(" + scaled + ")" + back
	case back == "":
		return "ceil(" + scaled + ") − 1"
	}
	return "(ceil(" + scaled + ") − 1)" + back
}
