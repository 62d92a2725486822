package shelters_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

var planSource = spec.Source{Document: "丰都县应急管理“十四五”规划", Place: "一（一）3", Standing: spec.InPlan}

func day(s string) measure.Date {
	d, err := measure.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func years(s string) measure.Period {
	p, err := measure.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// m2 is an area written in m².
func m2(s string) measure.Area {
	a, err := measure.ParseArea(s)
	if err != nil {
		panic(err)
	}
	return a
}

func place(s string) hazards.DivisionCode {
	c, err := hazards.ParseDivisionCode(s)
	if err != nil {
		panic(err)
	}
	return c
}

// cited is an area per person with a source, for tests.
func cited(area string) spec.Figure[measure.Area] {
	return spec.Cite(m2(area), spec.Source{Document: "test", Standing: spec.Invented})
}

// fengduStated is what Fengdu's plan prints of its shelters.
func fengduStated() shelters.Network {
	return shelters.Network{
		Shelters:      spec.Exactly[measure.Count](25),
		EffectiveArea: spec.Exactly(m2("379600")),
		Temporary:     spec.Exactly[measure.People](253406),
		Lodging:       spec.Exactly[measure.People](96050),
	}
}

func target(id string, limit int64, unit spec.Unit, period, by string) spec.Target {
	return spec.Target{ID: id, Title: spec.T(id, id), Form: spec.Floor, Limit: measure.Whole(limit), Unit: unit,
		Period: years(period), Deadline: day(by), Source: planSource}
}

func fengduProvisions() shelters.Provisions {
	return shelters.Provisions{
		Baseline: shelters.Baseline{
			Shelters:      spec.Cite[measure.Count](25, planSource),
			EffectiveArea: spec.Cite(m2("379600"), planSource),
			Temporary:     spec.Cite[measure.People](253406, planSource),
			Lodging:       spec.Cite[measure.People](96050, planSource),
		},
		PerPerson:  []shelters.PerPerson{shelters.EarthquakeLiving(), shelters.Remembered()[2]},
		FixedShare: shelters.FixedShelterShare(),
		Standards:  []spec.Figure[shelters.Standard]{spec.Cite(shelters.GB55028, planSource), spec.Cite(shelters.GB51143, planSource)},
		New:        target("shelters-new", 5, spec.Shelters, "2021-2025", "2025-12-31"),
		Upgraded:   target("shelters-upgraded", 5, spec.Shelters, "2021-2025", "2025-12-31"),
		Completion: target("shelters-completion", 100, spec.Percent, "2015-2030", "2030-12-31"),
	}
}

func built(id string, status shelters.Status, on string) shelters.Shelter {
	s := shelters.Shelter{
		ID: id, Place: place("500230001"), Status: status,
		EffectiveArea: spec.Exactly(m2("2000")),
		Temporary:     spec.Exactly[measure.People](1000),
		Lodging:       spec.Exactly[measure.People](400),
	}
	if on != "" {
		s.CompletedOn = day(on)
	}
	return s
}

// seen writes what is known of a value.
func seen[T fmt.Stringer](o spec.Observed[T]) string {
	low, hasLow := o.Low()
	high, hasHigh := o.High()
	switch {
	case o.Known():
		return low.String()
	case hasLow && hasHigh:
		return low.String() + ".." + high.String()
	case hasLow:
		return low.String() + ".."
	case hasHigh:
		return ".." + high.String()
	}
	return "?"
}

// totals writes a network in one line: shelters, area, temporary, lodging.
func totals(n shelters.Network) string {
	return strings.Join([]string{seen(n.Shelters), seen(n.EffectiveArea), seen(n.Temporary), seen(n.Lodging)}, " | ")
}

// line writes what a finding says, without its words.
func line(f spec.Finding) string {
	id := f.Rule
	if f.Target != "" {
		id += " " + f.Target
	}
	out := fmt.Sprintf("%s: %s %s", id, f.Verdict, f.Reason.Code)
	if f.Actual.Known() {
		out += fmt.Sprintf(" %s %s %s", f.Bound, f.Actual, f.Unit)
	}
	if f.Comparison != 0 {
		out += fmt.Sprintf(" %s %s", f.Comparison, f.Required)
	}
	if f.Gap.Known() {
		out += fmt.Sprintf(" gap %s", f.Gap)
	}
	for _, n := range f.Missing {
		out += " [" + n.Key + "]"
	}
	return out
}

func lines(findings []spec.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(line(f) + "\n")
	}
	return b.String()
}

func find(t *testing.T, findings []spec.Finding, rule string) spec.Finding {
	t.Helper()
	for _, f := range findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of %s", rule)
	return spec.Finding{}
}
