package main

import (
	_ "embed"
	"html/template"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

//go:embed page.html
var pageHTML string

// html writes the specification as one self-contained page that can be
// searched; nothing is fetched from anywhere. Links to the source lines begin
// one folder up, as in docs/.
func html(p page, lang spec.Lang) string {
	in := func(t spec.Text) string { return t.In(lang) }
	t, err := template.New("page").Funcs(template.FuncMap{
		"t":        in,
		"kind":     func(k string) string { return clauseKinds[k].In(lang) },
		"carrier":  func(k emergency.CarrierKind) string { return k.In(lang) },
		"isRule":   func(k emergency.CarrierKind) bool { return k == emergency.ByRule || k == emergency.ByCrossCheck },
		"isGap":    func(k emergency.CarrierKind) bool { return k == emergency.ByDeclaredGap },
		"anchor":   anchor,
		"cite":     func(s spec.Source) string { return cite(s, lang) },
		"verdict":  func(v spec.Verdict) string { return v.In(lang) },
		"ruleKind": func(k spec.Kind) string { return k.In(lang) },
		"working": func(f spec.Finding, r htmlRule) string {
			return working(f, rule{Rule: r.Rule, readings: r.Readings}, lang)
		},
		"derivation": func(d spec.Derivation) []string { return strings.Split(derivation(d, lang), "`") },
		"named":      func(n name) []string { return strings.Split(labelled(n, lang), "`") },
		"odd":        func(i int) bool { return i%2 == 1 },
		"actual":     func(f spec.Finding) string { return number(bounded(f.Bound), f.Actual, f.Unit, lang) },
		"required":   func(f spec.Finding) string { return number(f.Comparison.String(), f.Required, f.Unit, lang) },
		"sentence":   sentence,
		"said":       func(c emergency.Carrier) string { return p.said(c, lang) },
		"none":       func(r htmlRule) string { return rule{none: r.None}.besideParameters(lang) },
		"join":       strings.Join,
	}).Parse(pageHTML)
	if err != nil {
		return err.Error() // a test reads the template
	}
	var b strings.Builder
	if err := t.Execute(&b, htmlPage{page: p, Words: htmlWords(lang, p), Lang: lang2(lang, "en", "zh-CN")}); err != nil {
		return err.Error()
	}
	return b.String()
}

// htmlPage is what the template sees: exported views of the page.
type htmlPage struct {
	page
	Words map[string]string
	Lang  string
}

// Title returns the plan's title.
func (p htmlPage) Title() spec.Text { return p.plan.Title() }

// Number returns the plan's number.
func (p htmlPage) Number() string { return p.plan.Number() }

// Chapters returns the chapters as the template needs them.
func (p htmlPage) Chapters() []htmlChapter {
	var out []htmlChapter
	for _, c := range p.chapters {
		out = append(out, htmlChapter{Title: c.title, Clauses: c.clauses})
	}
	return out
}

// Rooms returns the rules by room.
func (p htmlPage) Rooms() []htmlRoom {
	var out []htmlRoom
	for _, r := range p.rooms {
		one := htmlRoom{Name: r.name}
		for _, x := range r.rules {
			one.Rules = append(one.Rules, htmlRule{Rule: x.Rule, At: x.at, Call: x.call, Function: x.function, Names: x.names,
				Whole: x.function.Example != nil && x.speaksOf(x.function.Example), Parameters: x.parameters, None: x.none, Readings: x.readings, Findings: x.findings})
		}
		out = append(out, one)
	}
	return out
}

// Unclears returns the groups of unclear clauses.
func (p htmlPage) Unclears() []unclear { return p.unclears }

type htmlChapter struct {
	Title   spec.Text
	Clauses []emergency.Clause
}

type htmlRoom struct {
	Name  string
	Rules []htmlRule
}

type htmlRule struct {
	spec.Rule
	At         place
	Call       string
	Names      []name
	Function   comment
	Whole      bool // the worked example is about this rule
	Parameters []emergency.Carrier
	None       []none
	Readings   []spec.Reading
	Findings   []spec.Finding
}
