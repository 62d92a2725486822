package reserves_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// computed are the names of the numbers that the rules of the stock compute.
var computed = []string{"for-all-days", "members", "required", "short", "people", "buy", "with", "one-less", "days", "purchase", "value"}

// underived returns the numbers of a finding that the derivations of its rule
// do not give, of those with one of the names.
func underived(f spec.Finding, names ...string) []string {
	rules := reserves.Rules()
	at := slices.IndexFunc(rules, func(r spec.Rule) bool { return r.ID == f.Rule })
	given := map[string]bool{}
	for _, w := range f.Workings(rules[at].Derivations) {
		given[w.Of] = true
	}
	var out []string
	if f.Actual.Known() && !given["actual"] {
		out = append(out, "actual = "+f.Actual.String())
	}
	if f.Required.Known() && !given["required"] {
		out = append(out, "required = "+f.Required.String())
	}
	for _, in := range f.Inputs {
		item, name, _ := strings.Cut(in.Name, ".")
		if name == "" {
			name = in.Name
		}
		if slices.Contains([]string{"people", "short", "buy", "with", "one-less", "days"}, name) && input(f, item+".usable") == "absent" {
			continue // the stock is not known; what is left is sure whatever it is
		}
		if slices.Contains(names, name) && !given[in.Name] {
			out = append(out, in.Name+" = "+in.Value.String())
		}
	}
	return out
}

// Whatever the norms are and however much of the stock is known, an auditor
// gets every number of the stock from the formulas and the inputs.
func TestDerivationsGiveEveryNumberOfTheStock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		for i := range items {
			if kind := rapid.SampledFrom([]reserves.NormKind{0, 0, 0, reserves.PerSite, reserves.PerResponder}).Draw(t, "fixed"); kind != 0 {
				items[i].Norm.Value.Kind = kind
			}
		}
		lots := drawLots(t, items)
		for i := range lots {
			switch q := lots[i].Quantity; rapid.IntRange(0, 9).Draw(t, "known") {
			case 0:
				low, _ := q.Low()
				lots[i].Quantity = spec.AtLeast(low)
			case 1:
				high, _ := q.High()
				lots[i].Quantity = spec.AtMost(high)
			}
		}
		basis := drawBasis(t)
		p := smallPlan()
		p.Evacuees = cited(measure.People(rapid.Int64Range(1, 6000).Draw(t, "evacuees")))
		p.Items = items
		r := smallRecords(0, 100)
		r.Lots, r.Shares = lots, basis.Shares
		r.HouseholdSize, r.SupportDays = spec.Exactly(basis.HouseholdSize), spec.Exactly(basis.SupportDays)
		r.Sites, r.Responders = spec.Exactly(measure.Count(rapid.Int64Range(1, 30).Draw(t, "sites"))), people(rapid.Int64Range(1, 90).Draw(t, "responders"))
		for _, f := range reserves.Assess(p, r, lastDay, spec.Choices{}).Findings() {
			rule := strings.TrimPrefix(f.Rule, "reserves.")
			if !slices.Contains([]string{"evacuees", "sets-in-time", "purchase", "days-of-cover"}, rule) {
				continue
			}
			if lacking := underived(f, computed...); len(lacking) > 0 {
				t.Fatalf("%s: nothing gives %v\n%s", rule, lacking, f.Explain(spec.English))
			}
		}
	})
}

// A bound is worked out from the ends of what is known, whichever it is.
func TestDerivationsGiveBounds(t *testing.T) {
	p := smallPlan()
	p.Items = append(p.Items, item("kit", perPerson(500)))
	for _, c := range []struct {
		quilts, kits spec.Observed[measure.Quantity]
		want         string
	}{
		{spec.AtLeast(units(3)), spec.AtLeast(units(2)), "at-least 3"},
		{spec.AtLeast(units(9)), spec.Exactly(units(3)), "exact 6"},
		{spec.AtMost(units(7)), spec.Exactly(units(4)), "at-most 7"},
		{spec.AtMost(units(7)), spec.AtMost(units(3)), "at-most 6"},
		{spec.AtMost(units(7)), spec.Exactly(units(0)), "exact 0"},
		{spec.Between(units(5), units(8)), spec.AtMost(units(5)), "at-most 8"},
		{spec.Between(units(5), units(8)), spec.AtLeast(units(2)), "at-least 4"},
	} {
		r := smallRecords(0, 100)
		r.Lots = []reserves.Lot{{ID: "1", Item: "quilt", Mode: reserves.Physical, Quantity: c.quilts}, {ID: "2", Item: "kit", Mode: reserves.Physical, Quantity: c.kits}}
		for _, rule := range []string{"evacuees", "sets-in-time"} {
			f := findingOf(t, p, r, lastDay, spec.Choices{}, rule)
			if got := f.Bound.String() + " " + f.Actual.String(); got != c.want {
				t.Errorf("%s: %s, want %s", rule, got, c.want)
			}
			if lacking := underived(f, computed...); len(lacking) > 0 {
				t.Errorf("%s: nothing gives %v\n%s", rule, lacking, f.Explain(spec.English))
			}
		}
	}
}
