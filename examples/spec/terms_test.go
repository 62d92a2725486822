package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

// coded is how the plan's files write a code.
var coded = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// asIDs are the keys whose codes are permanent ids, which the page writes as such.
var asIDs = map[string]bool{"reading": true, "option": true, "information_system": true}

// items takes a list or a mapping of the plan's files apart.
func items(key, value string) (pairs [][2]string) {
	if inner, ok := strings.CutPrefix(value, "{"); ok {
		for _, pair := range strings.Split(strings.TrimSuffix(inner, "}"), ", ") {
			name, v, _ := strings.Cut(pair, ": ")
			pairs = append(pairs, [2]string{key + "." + name, v})
		}
		return pairs
	}
	for _, one := range strings.Split(strings.Trim(value, "[]"), ", ") {
		pairs = append(pairs, [2]string{key, one})
	}
	return pairs
}

// ofOwners are the keys that tell the items of a list of values apart.
var ofOwners = map[string]bool{"stay": true, "clock": true, "kinds": true, "from": true}

// Each value is called by its own name: no two of the plan share one, but for
// the items of a list of values.
func TestEveryParameterHasANameOfItsOwn(t *testing.T) {
	p := fengduPage(t)
	words, err := parameterWords()
	if err != nil {
		t.Fatal(err)
	}
	used, named := map[string]bool{}, map[string]string{}
	for _, c := range p.held {
		if c.Kind != emergency.ByParameter {
			continue
		}
		path := position.ReplaceAllString(c.ID, "[]")
		used[path] = true
		if !words[path].Complete() {
			t.Errorf("%s has no words in both languages", c.ID)
		}
		file, _, _ := strings.Cut(c.ID, ": ")
		for _, text := range []string{file + c.Title.EN, file + c.Title.ZH} {
			if other := named[text]; other != "" && !strings.HasSuffix(c.ID, "]") {
				t.Errorf("%s and %s are both called %s", other, c.ID, text)
			}
			named[text] = c.ID
		}
	}
	for path := range words {
		if !used[path] {
			t.Errorf("parameters.csv names %s, which is no parameter", path)
		}
	}
}

func TestEveryKeyAndCodeOfThePlansEntriesHasWords(t *testing.T) {
	p := fengduPage(t)
	keys, codes := map[string]bool{}, map[string]bool{}
	say := func(at, key, value string) {
		if value == "true" || asIDs[key] || !coded.MatchString(value) {
			return
		}
		codes[key+" "+value] = true
		for _, lang := range []spec.Lang{spec.English, spec.Chinese} {
			if text, ok := p.terms.code(key, value, lang); !ok || text == "" {
				t.Errorf("%s: the code %s of %s has no words in %s", at, value, key, lang)
			}
		}
	}
	for _, c := range p.held {
		if c.Kind == emergency.ByParameter {
			keys[lastKey(c.ID)] = true
			for _, pair := range items(lastKey(c.ID), c.Value) {
				if _, ok := p.terms.key(pair[0], spec.English); !ok && pair[0] != lastKey(c.ID) {
					t.Errorf("%s: the key %s has no words", c.ID, pair[0])
				}
				say(c.ID, pair[0], pair[1])
			}
			continue
		}
		if c.Value == "" {
			continue
		}
		for _, pair := range strings.Split(c.Value, "; ") {
			key, value, ok := strings.Cut(pair, ": ")
			if text := p.terms[term{key, ""}]; !ok || !text.Complete() {
				t.Errorf("%s: the key %q has no words in both languages", c.ID, key)
			}
			keys[key] = true
			say(c.ID, key, value)
		}
	}
	if len(keys) < 30 || len(codes) < 60 {
		t.Errorf("only %d keys and %d codes", len(keys), len(codes))
	}
	for one := range p.terms { // what no entry holds is dead weight
		if held := keys[one.key] || strings.HasPrefix(one.key, "norm.") || one.key == "unit" || ofOwners[one.key]; !held {
			t.Errorf("no entry has the key %s", one.key)
		}
	}
}

// The Chinese page speaks Chinese where it speaks of the plan's entries.
func TestNoKeyOfThePlansFilesStandsOnThePage(t *testing.T) {
	p := fengduPage(t)
	raw := regexp.MustCompile(`(^|[ （；(;])([a-z_]+): `)
	for _, c := range p.clauses {
		for _, carrier := range c.Carriers {
			zh := p.said(carrier, spec.Chinese)
			if carrier.Kind == emergency.ByReading || carrier.Kind == emergency.ByRule || carrier.Kind == emergency.ByCrossCheck {
				continue
			}
			if m := raw.FindString(zh); m != "" {
				t.Errorf("%s: %q in %s", carrier.ID, m, zh)
			}
			if strings.Contains(zh, ": ") || strings.Contains(zh, "true") {
				t.Errorf("%s: %s", carrier.ID, zh)
			}
		}
	}
}

func TestQuantitiesAndCodesAreWrittenOut(t *testing.T) {
	p := fengduPage(t)
	for _, one := range []struct{ key, value, en, zh string }{
		{"within", "24 h", "24 hours", "24 小时"},
		{"within", "500 m", "500 m", "500 米"},
		{"unit_cost", "50 wan-yuan", "50 × 10,000 yuan", "50 万元"},
		{"two_modes", "true", "yes", "是"},
		{"tiers", "[county-store, village]", "county store, village or community", "县库、村居"},
		{"norm", "{kind: per-group, quantity: 1, group: 3}", "norm: per group; quantity: 1; people per group: 3", "定额方式：每组；数量：1；每组人数：3"},
		{"office", "road-office", "road traffic safety office", "道路交通安全办公室"},
		{"statements", "启动项目", "启动项目", "启动项目"},
		{"limit", "0.3", "0.3", "0.3"},
	} {
		if en, zh := p.terms.value(one.key, one.value, spec.English), p.terms.value(one.key, one.value, spec.Chinese); en != one.en || zh != one.zh {
			t.Errorf("%s %s is %q, %q", one.key, one.value, en, zh)
		}
	}
}
