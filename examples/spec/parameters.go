package main

import (
	_ "embed"
	"encoding/csv"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

//go:embed parameters.csv
var parametersCSV string

// parameterWords returns, by path without positions, what a value of the
// plan's files is.
func parameterWords() (map[string]spec.Text, error) {
	rows, err := csv.NewReader(strings.NewReader(parametersCSV)).ReadAll()
	if err != nil {
		return nil, err
	}
	out := map[string]spec.Text{}
	for _, row := range rows[1:] {
		out[row[0]] = spec.T(row[1], row[2])
	}
	return out, nil
}

// position is the position of an item in the path of a parameter.
var position = regexp.MustCompile(`\[[^\]]*\]`)

// parameters returns every value of the plan's files, under a title that says
// what it belongs to and what it is, as "quilts: shelf life (months)" or
// "area for each person (stay: lodging)".
func parameters(plan emergency.FiveYearPlan, terms terms) ([]emergency.Carrier, error) {
	words, err := parameterWords()
	if err != nil {
		return nil, err
	}
	owners, codes := ownersOf(plan, terms)
	var out []emergency.Carrier
	for _, one := range plan.Parameters() {
		title, owner := words[position.ReplaceAllString(one.Path, "[]")], ownerOf(one.Path)
		if name, ok := owners[owner]; ok {
			title = spec.Textf("%s: %s", "%s：%s", name, title)
		} else if code, ok := codes[owner]; ok {
			title = spec.Textf("%s (%s)", "%s（%s）", title, code)
		}
		out = append(out, emergency.Carrier{Kind: emergency.ByParameter, ID: one.Path, Title: title, Value: one.Value, Source: one.Source})
	}
	return out, nil
}

// ownerOf is the path of the mapping that holds a value or a list of values.
func ownerOf(path string) string {
	if strings.HasSuffix(path, "]") {
		path = path[:strings.LastIndex(path, "[")]
	}
	return path[:max(strings.LastIndex(path, "."), strings.LastIndex(path, " "))]
}

// ownersOf returns, by path, what each mapping of the plan's files is about: its
// title, and the codes that tell it from others of its list.
func ownersOf(plan emergency.FiveYearPlan, terms terms) (titles, codes map[string]spec.Text) {
	titles, codes = map[string]spec.Text{}, map[string]spec.Text{}
	items := map[string][]string{} // ids of the items of each list, in order
	var nothing emergency.FiveYearPlan
	for _, leaf := range nothing.Changes(plan) {
		path := counted(leaf.Path, items)
		owner, key := ownerOf(path), lastKey(path)
		switch {
		case key == "zh" || key == "en":
			if name := lastKey(owner); name != "title" && name != "name" {
				continue
			}
			owner = ownerOf(owner)
			if text := titles[owner]; key == "zh" {
				titles[owner] = spec.T(text.EN, leaf.After)
			} else {
				titles[owner] = spec.T(leaf.After, text.ZH)
			}
		case strings.HasSuffix(owner, "]") && slices.Contains([]string{"stay", "class", "strict", "clock", "kinds", "from"}, key):
			pair := spec.T(terms.pairs("", key+": "+leaf.After, "; ", spec.English), terms.pairs("", key+": "+leaf.After, "; ", spec.Chinese))
			if before, ok := codes[owner]; ok {
				pair = spec.Textf("%s; %s", "%s；%s", before, pair)
			}
			codes[owner] = pair
		}
	}
	return titles, codes
}

// counted writes a path with the positions of items instead of their ids, as
// parameters do; items keeps the ids met so far.
func counted(path string, items map[string][]string) string {
	out, rest := "", path
	for {
		before, after, ok := strings.Cut(rest, "[")
		if !ok {
			return out + rest
		}
		id, after, _ := strings.Cut(after, "]")
		list := out + before
		if !slices.Contains(items[list], id) {
			items[list] = append(items[list], id)
		}
		out, rest = list+"["+strconv.Itoa(slices.Index(items[list], id))+"]", after
	}
}
