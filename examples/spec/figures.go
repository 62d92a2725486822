package main

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

//go:embed rests.csv
var restsCSV string

// restsOn returns, by rule, the places in the plan's files that it rests on and
// that neither its clauses nor its findings lead to.
func restsOn() (map[string][]string, error) {
	rows, err := csv.NewReader(strings.NewReader(restsCSV)).ReadAll()
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, row := range rows[1:] {
		out[row[0]] = append(out[row[0]], row[1])
	}
	return out, nil
}

// figuresOf returns what a rule takes from the plan's files: the entries and
// values that carry one of its clauses or that rests.csv names, with the values
// inside them, and the values that its findings took as inputs.
func figuresOf(p page, r spec.Rule, findings []spec.Finding, rests map[string][]string) []emergency.Parameter {
	places := slices.Clone(rests[r.ID])
	for _, c := range p.clauses {
		if !slices.Contains(r.Carries, c.ID) {
			continue
		}
		for _, carrier := range c.Carriers {
			if carrier.Kind == emergency.ByEntry || carrier.Kind == emergency.ByParameter {
				places = append(places, carrier.ID)
			}
		}
	}
	parameters := p.plan.Parameters()
	used := inputsAmong(parameters, findings)
	var out []emergency.Parameter
	for _, one := range slices.Concat(entriesOf(p.clauses), parameters) {
		inside := slices.ContainsFunc(places, func(place string) bool { return within(one.Path, place) })
		if inside || slices.Contains(used, one.Path) {
			out = append(out, one)
		}
	}
	return out
}

// entriesOf returns the entries of the plan's files that say more than a title,
// each once.
func entriesOf(all []emergency.Clause) []emergency.Parameter {
	var out []emergency.Parameter
	seen := map[string]bool{}
	for _, c := range all {
		for _, carrier := range c.Carriers {
			if carrier.Kind == emergency.ByEntry && carrier.Value != "" && !seen[carrier.ID] {
				seen[carrier.ID] = true
				out = append(out, emergency.Parameter{Path: carrier.ID, Value: carrier.Value, Source: carrier.Source})
			}
		}
	}
	return out
}

// within reports whether a path is a place or lies inside it.
func within(path, place string) bool {
	rest, ok := strings.CutPrefix(path, place)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// inputsAmong returns the values that findings took as inputs: the only one
// with that number from that place. Where two fit, rests.csv has to say which.
func inputsAmong(parameters []emergency.Parameter, findings []spec.Finding) []string {
	var out []string
	for _, f := range findings {
		for _, in := range f.Inputs {
			if in.Source.IsZero() || !in.Value.Known() {
				continue
			}
			var fit []string
			for _, one := range parameters {
				number, _, _ := strings.Cut(one.Value, " ")
				if in.Source == one.Source && in.Value.String() == number {
					fit = append(fit, one.Path)
				}
			}
			if len(fit) == 1 {
				out = append(out, fit[0])
			}
		}
	}
	return out
}
