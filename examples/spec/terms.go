package main

import (
	_ "embed"
	"encoding/csv"
	"regexp"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/shelters"
	"github.com/county-emergency/emergency/spec"
)

//go:embed terms.csv
var termsCSV string

// term is a key of the plan's files, or with a value one of its codes.
type term struct{ key, value string }

// terms are the keys and codes of the plan's files in words.
type terms map[term]spec.Text

// termsOf reads terms.csv and takes the names that the plan itself gives.
func termsOf(plan emergency.FiveYearPlan) (terms, error) {
	rows, err := csv.NewReader(strings.NewReader(termsCSV)).ReadAll()
	if err != nil {
		return nil, err
	}
	out := terms{}
	for _, row := range rows[1:] {
		out[term{row[0], row[1]}] = spec.T(row[2], row[3])
	}
	var nothing emergency.FiveYearPlan
	for _, leaf := range nothing.Changes(plan) {
		m := titled.FindStringSubmatch(leaf.Path)
		if m == nil {
			continue
		}
		key := term{map[string]string{"offices.list": "office", "catalogues": "same_as"}[m[1]], m[2]}
		text := out[key]
		if m[3] == "zh" {
			text.ZH = leaf.After
		} else {
			text.EN = leaf.After
		}
		out[key] = text
	}
	return out, nil
}

// titled is the path of a name that other entries refer to by id.
var titled = regexp.MustCompile(`: (offices\.list|catalogues)\[([a-z0-9-]+)\]\.(?:name|title)\.(zh|en)$`)

// named are the codes that the library has words for, by the key they stand under.
var named = map[string][]func(string) (spec.Text, bool){
	"kind":       {inWords(spec.ParseCatalogueKind), inWords(plans.ParseContingencyKind)},
	"entry":      {inWords(plans.ParseEntry)},
	"when":       {inWords(plans.ParseRhythm)},
	"every":      {inWords(plans.ParseRhythm)},
	"sector":     {inWords(hazards.ParseSector)},
	"hazard":     {inWords(hazards.ParseNatural)},
	"measurand":  {inWords(indicators.ParseMeasurand)},
	"class":      {inWords(plans.ParseClass), inWords(shelters.ParseClass)},
	"stay":       {inWords(shelters.ParseStay)},
	"clock":      {inWords(plans.ParseClockKind)},
	"kinds":      {inWords(plans.ParseContingencyKind)},
	"nature":     {inWords(plans.ParseNature)},
	"categories": {inWords(reserves.ParseCategory)},
	"tiers":      {inWords(reserves.ParseTier)},
	"standards":  {inWords(shelters.ParseStandard)},
	"norm.kind":  {inWords(reserves.ParseNormKind)},
}

func inWords[T interface{ In(lang spec.Lang) string }](parse func(string) (T, bool)) func(string) (spec.Text, bool) {
	return func(code string) (spec.Text, bool) {
		v, ok := parse(code)
		return spec.T(v.In(spec.English), v.In(spec.Chinese)), ok
	}
}

// units are those of quantities as the plan's files write them.
var units = map[string]spec.Unit{"h": spec.Hours, "ha": spec.Hectares, "m2": spec.SquareMetres, "km": spec.Kilometres, "wan-yuan": spec.WanYuan}

// key is a key in words; ok is false where there are none.
func (t terms) key(key string, lang spec.Lang) (string, bool) {
	text, ok := t[term{key, ""}]
	return text.In(lang), ok
}

// code is a code under a key in words; ok is false where there are none.
func (t terms) code(key, code string, lang spec.Lang) (string, bool) {
	if text, ok := t[term{key, code}]; ok {
		return text.In(lang), true
	}
	for _, in := range named[key] {
		if text, ok := in(code); ok {
			return text.In(lang), true
		}
	}
	return code, false
}

// value is what stands under a key, in words: a list or mapping item by item, a
// quantity with its unit, a code by its name; numbers and texts as they are.
func (t terms) value(key, value string, lang spec.Lang) string {
	if inner, ok := strings.CutPrefix(value, "["); ok {
		items := strings.Split(strings.TrimSuffix(inner, "]"), ", ")
		for i := range items {
			items[i] = t.value(key, items[i], lang)
		}
		return strings.Join(items, lang2(lang, ", ", "、"))
	}
	if inner, ok := strings.CutPrefix(value, "{"); ok {
		return t.pairs(key+".", strings.TrimSuffix(inner, "}"), ", ", lang)
	}
	if value == "true" {
		return lang2(lang, "yes", "是")
	}
	if number, unit, ok := strings.Cut(value, " "); ok {
		if u, known := units[unit]; known {
			return u.After(number, lang)
		} else if text, known := t[term{"unit", unit}]; known {
			return number + " " + text.In(lang)
		}
	}
	text, _ := t.code(key, value, lang)
	return text
}

// pairs are keys with their values, as "kind: process; when: undated", in words.
// Of what holds, the key says it all.
func (t terms) pairs(prefix, values, between string, lang spec.Lang) string {
	var out []string
	for _, pair := range strings.Split(values, between) {
		name, value, _ := strings.Cut(pair, ": ")
		text, _ := t.key(prefix+name, lang)
		if value != "true" {
			text += lang2(lang, ": ", "：") + t.value(prefix+name, value, lang)
		}
		out = append(out, text)
	}
	return strings.Join(out, lang2(lang, "; ", "；"))
}

// says is the value of a carrier in words: a parameter's own, or what an entry
// says of itself.
func (t terms) says(c emergency.Carrier, lang spec.Lang) string {
	switch {
	case c.Value == "":
		return ""
	case c.Kind == emergency.ByParameter:
		return t.value(lastKey(c.ID), c.Value, lang)
	}
	return t.pairs("", c.Value, "; ", lang)
}

// lastKey is the last key of a path, without the position in a list.
func lastKey(path string) string {
	path = path[strings.LastIndexAny(path, ". ")+1:]
	key, _, _ := strings.Cut(path, "[")
	return key
}
