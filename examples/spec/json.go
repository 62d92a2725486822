package main

import (
	"encoding/json"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

// The JSON form of the specification: every clause with what carries it, every
// rule with its formula, sources, readings and tests.
type jsonPage struct {
	Format  string        `json:"format"`
	Plan    string        `json:"plan"`
	Clauses []jsonClause  `json:"clauses"`
	Unclear []jsonUnclear `json:"unclear"`
	Rules   []jsonRule    `json:"rules"`
}

// jsonUnclear is a group of unclear clauses.
type jsonUnclear struct {
	Number   int           `json:"number"`
	Title    string        `json:"title"`
	Readings []jsonReading `json:"readings,omitempty"`
	Handled  string        `json:"handled,omitempty"`
	Carries  []string      `json:"carries"`
}

type jsonClause struct {
	ID        string        `json:"id"`
	Kind      string        `json:"kind"`
	Place     string        `json:"place"`
	Package   string        `json:"package"`
	Carriers  []jsonCarrier `json:"carriers"`
	Undefined string        `json:"undefined,omitempty"`
}

type jsonCarrier struct {
	Kind    string      `json:"kind"`
	ID      string      `json:"id"`
	Title   string      `json:"title,omitempty"`
	Value   string      `json:"value,omitempty"`
	Members []string    `json:"members,omitempty"`
	Source  *jsonSource `json:"source,omitempty"`
}

type jsonSource struct {
	Document string `json:"document"`
	Number   string `json:"number,omitempty"`
	Place    string `json:"place,omitempty"`
	Standing string `json:"standing"`
}

type jsonRule struct {
	ID          string           `json:"id"`
	Revision    int              `json:"revision"`
	Kind        string           `json:"kind"`
	Title       string           `json:"title"`
	Formula     string           `json:"formula"`
	Derivations []jsonDerivation `json:"derivations,omitempty"`
	Source      *jsonSource      `json:"source"`
	At          place            `json:"at"`
	Carries     []string         `json:"carries,omitempty"`
	Reads       []string         `json:"reads,omitempty"`
	Readings    []jsonReading    `json:"readings,omitempty"`
	Parameters  []jsonParameter  `json:"parameters,omitempty"`
	Beside      string           `json:"beside_parameters,omitempty"` // why there are none, or what else it goes by
	Function    string           `json:"function,omitempty"`
	Example     string           `json:"example,omitempty"`
	Laws        []string         `json:"laws,omitempty"`
}

// jsonDerivation is a value's expression over the names of inputs; "given" is
// the clause's own figure.
type jsonDerivation struct {
	Of    string `json:"of"`
	Is    string `json:"is"`
	When  string `json:"when,omitempty"`
	Label string `json:"label,omitempty"`
	Unit  string `json:"unit,omitempty"`
}

type jsonReading struct {
	ID      string   `json:"id"`
	Default string   `json:"default"`
	Options []string `json:"options"`
}

type jsonParameter struct {
	Path    string      `json:"path"`
	Title   string      `json:"title,omitempty"`
	Value   string      `json:"value,omitempty"` // as written
	Members []string    `json:"members,omitempty"`
	Source  *jsonSource `json:"source"`
}

// asJSON writes the specification for programs, in the format emergency/spec/v1.
func asJSON(p page, lang spec.Lang) string {
	out := jsonPage{Format: "emergency/spec/v1", Plan: p.plan.ID()}
	for _, c := range p.clauses {
		one := jsonClause{ID: c.ID, Kind: c.Kind, Place: c.Place, Package: c.Room, Carriers: []jsonCarrier{}, Undefined: c.Undefined().In(lang)}
		for _, carrier := range c.Carriers {
			if carrier.Kind == emergency.ByDeclaredGap && one.Undefined != "" {
				continue // it stands in undefined
			}
			one.Carriers = append(one.Carriers, jsonCarrier{Kind: carrier.Kind.String(), ID: carrier.ID, Title: carrier.Title.In(lang),
				Value: carrier.Value, Members: membersIn(carrier, lang), Source: sourceOf(carrier.Source)})
		}
		out.Clauses = append(out.Clauses, one)
	}
	for _, u := range p.unclears {
		out.Unclear = append(out.Unclear, jsonUnclear{Number: u.Number, Title: u.Title.In(lang), Readings: readingsJSON(u.Options),
			Handled: u.Handled.In(lang), Carries: u.Carries})
	}
	for _, room := range p.rooms {
		for _, r := range room.rules {
			out.Rules = append(out.Rules, ruleJSON(r, lang))
		}
	}
	data, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return "" // there is nothing in it that JSON cannot hold
	}
	return string(data) + "\n"
}

func ruleJSON(r rule, lang spec.Lang) jsonRule {
	one := jsonRule{ID: r.ID, Revision: r.Revision, Kind: r.Kind.String(), Title: r.Title.In(lang), Formula: r.Formula.In(lang),
		Source: sourceOf(r.Source), At: r.at, Carries: r.Carries, Reads: r.Reads, Function: r.call}
	one.Readings = readingsJSON(r.readings)
	for _, d := range r.Derivations {
		one.Derivations = append(one.Derivations, jsonDerivation{Of: d.Of, Is: d.Is, When: d.When, Label: d.Label.In(lang), Unit: string(d.Unit)})
	}
	for _, p := range r.parameters {
		one.Parameters = append(one.Parameters, jsonParameter{Path: p.ID, Title: p.Title.In(lang), Value: p.Value,
			Members: membersIn(p, lang), Source: sourceOf(p.Source)})
	}
	one.Beside = r.besideParameters(lang)
	if r.function.Example != nil {
		one.Example = r.function.Example.Name
	}
	for _, l := range r.function.Laws {
		one.Laws = append(one.Laws, l.Name)
	}
	return one
}

func readingsJSON(list []spec.Reading) []jsonReading {
	var out []jsonReading
	for _, reading := range list {
		options := make([]string, len(reading.Options))
		for i, o := range reading.Options {
			options[i] = o.ID
		}
		out = append(out, jsonReading{ID: reading.ID, Default: reading.Default, Options: options})
	}
	return out
}

func sourceOf(s spec.Source) *jsonSource {
	if s.IsZero() {
		return nil
	}
	return &jsonSource{Document: s.Document, Number: s.Number, Place: s.Place, Standing: s.Standing.String()}
}
