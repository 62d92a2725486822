package main

import (
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"strings"
)

// index says where in the source each rule stands, which function computes it,
// and which worked example and laws speak of that function. It is scanned from
// the source by this program's test, which also holds index.json up to date.
type index struct {
	Rules     map[string]place   `json:"rules"`
	Functions map[string]comment `json:"functions"` // by package.Function
}

// place is a line of the source.
type place struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// comment is what the tests say of a function.
type comment struct {
	At      place    `json:"at"`
	Example *example `json:"example,omitempty"`
	Laws    []law    `json:"laws,omitempty"`
}

// example is a worked example, which go test runs.
type example struct {
	Name   string `json:"name"`
	At     place  `json:"at"`
	Code   string `json:"code"`
	Output string `json:"output"`
}

// law is a property that is tested for arbitrary inputs. It is found by its
// name: lines of tests move too often to be kept here.
type law struct {
	Name string `json:"name"`
	File string `json:"file"`
}

//go:embed index.json
var indexJSON []byte

// sourceIndex returns the index; it is our own file, which the test holds
// against the source, so that it cannot be broken.
func sourceIndex() index {
	var out index
	if err := json.Unmarshal(indexJSON, &out); err != nil {
		return index{}
	}
	return out
}

//go:embed calls.csv
var callsCSV string

// calls returns, by rule, the exported function that computes it.
func calls() (map[string]string, error) {
	rows, err := csv.NewReader(strings.NewReader(callsCSV)).ReadAll()
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, row := range rows[1:] {
		out[row[0]] = row[1]
	}
	return out, nil
}
