package main

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

//go:embed rests.csv
var restsCSV string

// rest is a place in the plan's files that a rule rests on, where with is not
// empty only what says it there.
type rest struct{ place, with string }

// restsOn returns, by rule, what it rests on in the plan's files and neither
// its clauses nor its findings lead to.
func restsOn() (map[string][]rest, error) {
	rows, err := csv.NewReader(strings.NewReader(restsCSV)).ReadAll()
	if err != nil {
		return nil, err
	}
	out := map[string][]rest{}
	for _, row := range rows[1:] {
		out[row[0]] = append(out[row[0]], rest{row[1], row[2]})
	}
	return out, nil
}

// names reports whether something of the plan's files is what a rule rests on.
func (r rest) names(c emergency.Carrier) bool {
	return within(c.ID, r.place) && (strings.Contains(c.Value, r.with) || strings.Contains(c.Title.ZH, r.with))
}

// figuresOf returns what a rule takes from the plan's files: the entries and
// values that carry one of its clauses, with the values inside them, what
// rests.csv names, and the values that its findings took as inputs.
func figuresOf(p page, r spec.Rule, findings []spec.Finding, rests []rest) []emergency.Carrier {
	var places []string
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
	used := inputsAmong(p.held, findings)
	var out []emergency.Carrier
	for _, one := range p.held {
		inside := slices.ContainsFunc(places, func(place string) bool { return within(one.ID, place) })
		says := one.Value != "" || len(one.Members) > 0
		if !says && one.Source.IsZero() {
			continue // the values inside say it all
		}
		carries := inside && says && (one.Kind == emergency.ByEntry || one.Kind == emergency.ByParameter)
		if carries || slices.Contains(used, one.ID) || slices.ContainsFunc(rests, func(r rest) bool { return r.names(one) }) {
			out = append(out, one)
		}
	}
	return out
}

// heldBy returns what the plan's files hold, each once: the entries that carry
// a clause, then every value. The clauses' parameters get the same titles.
func heldBy(clauses []emergency.Clause, parameters []emergency.Carrier) []emergency.Carrier {
	var out []emergency.Carrier
	seen, titles := map[string]bool{}, map[string]spec.Text{}
	for _, one := range parameters {
		titles[one.ID] = one.Title
	}
	for _, c := range clauses {
		for i, carrier := range c.Carriers {
			switch carrier.Kind {
			case emergency.ByParameter:
				c.Carriers[i].Title = titles[carrier.ID]
			case emergency.ByEntry, emergency.ByCatalogue, emergency.ByDuty:
				if !seen[carrier.ID] {
					seen[carrier.ID] = true
					out = append(out, carrier)
				}
			}
		}
	}
	return append(out, parameters...)
}

// within reports whether a path is a place or lies inside it.
func within(path, place string) bool {
	rest, ok := strings.CutPrefix(path, place)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// inputsAmong returns the values that findings took as inputs: the only one
// with that number and unit from that place. Where two fit, or an entry holds
// the same number, rests.csv has to say which.
func inputsAmong(held []emergency.Carrier, findings []spec.Finding) []string {
	var out []string
	for _, f := range findings {
		for _, in := range f.Inputs {
			if in.Source.IsZero() || !in.Value.Known() {
				continue
			}
			var fit []emergency.Carrier
			for _, one := range held {
				if in.Source == one.Source && saysNumber(one, in) {
					fit = append(fit, one)
				}
			}
			if len(fit) == 1 && fit[0].Kind == emergency.ByParameter {
				out = append(out, fit[0].ID)
			}
		}
	}
	return out
}

// saysNumber reports whether a parameter is the number of an input, or an entry
// has it among its values.
func saysNumber(c emergency.Carrier, in spec.Input) bool {
	values := []string{c.Value}
	if c.Kind != emergency.ByParameter {
		values = strings.Split(c.Value, "; ")
	}
	return slices.ContainsFunc(values, func(value string) bool {
		if _, after, ok := strings.Cut(value, ": "); ok && c.Kind != emergency.ByParameter {
			value = after
		}
		number, unit, _ := strings.Cut(value, " ")
		if u, ok := units[unit]; ok && u != in.Unit && (u != spec.SquareMetres || in.Unit != spec.SquareMetresPP) {
			return false
		}
		n, err := measure.ParseSignedDecimal(number)
		is, bad := measure.ParseSignedDecimal(in.Value.String())
		return err == nil && bad == nil && n.Equal(is)
	})
}
