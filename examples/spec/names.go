package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/examples/secondcounty"
	"github.com/county-emergency/emergency/spec"
)

// name is a name that the derivations of a rule use, with its label: a reader
// who recomputes a value by hand must know what each name stands for.
type name struct {
	Name    string
	Label   spec.Text
	Example bool // the name is a pattern, the label that of one name that fits
}

// bothReports are the findings of Fengdu on its published figures and of the
// invented county, which has values where Fengdu has none. Only the labels of
// the second are shown.
func bothReports(fengdu *emergency.Report) ([]spec.Finding, error) {
	plan, err := emergency.ReadPlan(secondcounty.Plan())
	if err != nil {
		return nil, err
	}
	county, err := emergency.ReadCounty(secondcounty.Data())
	if err != nil {
		return nil, err
	}
	return append(slices.Clip(fengdu.Findings()), plan.Assess(county, county.AsOf).Findings()...), nil
}

var (
	nameInExpression = regexp.MustCompile(`[a-z*][\w./*-]*`)
	inventedMark     = regexp.MustCompile(`（虚构）| \(invented\)`)
	boundMark        = regexp.MustCompile(`（至少）|（至多）| \(at (least|most)\)`)
	digits           = regexp.MustCompile(`\d+`)
	functionWord     = regexp.MustCompile(`\b(floor|ceil|abs|round|root|min|max|sum|mean|count)\(`)
)

// namesOf lists the names of a rule's derivations in their order, as far as a
// finding of the rule has an input of that name and the derivation itself does
// not label it.
func namesOf(r spec.Rule, findings []spec.Finding) []name {
	var out []name
	seen := map[string]bool{}
	for _, d := range r.Derivations {
		if !d.Label.IsZero() {
			seen[strings.ReplaceAll(d.Of, "**", "*")] = true
		}
	}
	for _, one := range namesIn(r) {
		if seen[one] {
			continue
		}
		if label := labelOf(one, r.ID, findings); !label.IsZero() {
			out = append(out, name{one, label, strings.Contains(one, "*")})
		}
	}
	return out
}

// namesIn lists the names in a rule's derivations, each once in order, * for **.
func namesIn(r spec.Rule) []string {
	var out []string
	for _, d := range r.Derivations {
		if d.Is == spec.Given {
			continue
		}
		for _, one := range nameInExpression.FindAllString(d.Of+" "+functionWord.ReplaceAllString(d.Is, "("), -1) {
			one = strings.ReplaceAll(one, "**", "*")
			if verdictNames[one] || strings.Trim(one, "*") == "" || slices.Contains(out, one) {
				continue
			}
			out = append(out, one)
		}
	}
	return out
}

// verdictNames are those that every rule has.
var verdictNames = map[string]bool{"actual": true, "required": true, "gap": true}

// labelOf is the label of the first input of the rule that a name fits. Where
// there is none it is that of the inputs of the other rules of the package, if
// they all agree on it but for a year.
func labelOf(pattern, rule string, findings []spec.Finding) spec.Text {
	fits := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, `.+`) + "$")
	room, _, _ := strings.Cut(rule, ".")
	var elsewhere []spec.Text
	for _, f := range findings {
		if !strings.HasPrefix(f.Rule, room+".") {
			continue
		}
		for _, in := range f.Inputs {
			if !fits.MatchString(in.Name) || in.Label.IsZero() {
				continue
			}
			label := spec.T(plainLabel(in.Label.EN), plainLabel(in.Label.ZH))
			if f.Rule == rule {
				return label
			}
			elsewhere = append(elsewhere, label)
		}
	}
	for _, other := range elsewhere {
		if digits.ReplaceAllString(other.ZH, "") != digits.ReplaceAllString(elsewhere[0].ZH, "") {
			return spec.Text{}
		}
	}
	if len(elsewhere) == 0 {
		return spec.Text{}
	}
	return elsewhere[0]
}

// plainLabel is a label without the marks that one county's numbers gave it.
func plainLabel(s string) string {
	return boundMark.ReplaceAllString(inventedMark.ReplaceAllString(s, ""), "")
}

// labelled writes a name with its label.
func labelled(n name, lang spec.Lang) string {
	out := "`" + n.Name + "` "
	if n.Example {
		out += lang2(lang, "such as ", "如：")
	}
	return out + n.Label.In(lang)
}
