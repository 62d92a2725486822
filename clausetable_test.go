package emergency_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/internal/clauses"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// TestEveryClauseIsCarriedAsItsKindAsks holds the carriers of each clause
// against what its kind asks for: a number needs a rule or parameter with that
// very number, a list as many members as the plan prints, a duty, process,
// institution or project an entry of the ledger, a check a rule or reading. A
// clause that the plan leaves open is declared, with the reason.
func TestEveryClauseIsCarriedAsItsKindAsks(t *testing.T) {
	plan := emergency.Fengdu()
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		t.Fatal(err)
	}
	numbers := numbersByRule(plan.Assess(county, measure.Date{}))
	open := 0
	for _, c := range plan.Clauses() {
		if gap := clauseGap(c, numbers); gap != "" {
			t.Errorf("%s (%s, %s): %s", c.ID, c.Kind, c.Room, gap)
		}
		if !c.Undefined().IsZero() {
			open++
		}
	}
	t.Logf("%d clauses, %d of them declared as left open by the plan", len(plan.Clauses()), open)
}

// clauseGap says what is missing to a clause, nothing where it is carried as
// its kind asks or declared as left open by the plan.
func clauseGap(c emergency.Clause, numbers map[string][]string) string {
	if !c.Undefined().IsZero() {
		return ""
	}
	entry, _ := clauses.Find(c.ID)
	has := func(kinds ...emergency.CarrierKind) bool {
		return slices.ContainsFunc(c.Carriers, func(x emergency.Carrier) bool { return slices.Contains(kinds, x.Kind) })
	}
	if len(c.Carriers) == 0 {
		return "nothing carries it"
	}
	numeric := []string{"target", "ratio", "deadline", "baseline", "quantity"}
	if slices.Contains(numeric, c.Kind) && has(emergency.ByDeclaredGap) {
		return "" // a slogan without a number, which also stands in the ledger
	}
	switch c.Kind {
	case "target", "ratio", "deadline", "baseline", "quantity":
		if !has(emergency.ByRule, emergency.ByCrossCheck, emergency.ByParameter) {
			return "no rule or parameter"
		}
		have := carriedNumbers(c, numbers)
		var lost []string
		for _, n := range numbersIn(entry.Figures()...) {
			if !slices.Contains(have, n) {
				lost = append(lost, n)
			}
		}
		if len(lost) > 0 {
			return fmt.Sprintf("no carrier has the numbers %s", strings.Join(lost, ", "))
		}
	case "checklist", "enumeration":
		if !has(emergency.ByRule, emergency.ByCrossCheck, emergency.ByParameter, emergency.ByCatalogue, emergency.ByEntry, emergency.ByReading) {
			return "no catalogue, parameter or rule"
		}
		if lost := membersMissing(c, entry.Figures()); len(lost) > 0 {
			return "no carrier holds " + strings.Join(lost, ", ")
		}
	case "duty", "process", "institution", "project":
		if !has(emergency.ByDuty) {
			return "no entry in the ledger"
		}
	case "cross-check":
		if !has(emergency.ByRule, emergency.ByCrossCheck, emergency.ByReading, emergency.ByDeclaredGap) {
			return "no rule or reading"
		}
	}
	return ""
}

// membersMissing returns the figures of a list that no carrier of its clause
// holds as a member, in a title or as a value. A list of as many members as the
// plan prints words for is whole, even where it words them otherwise.
func membersMissing(c emergency.Clause, figures []string) []string {
	var held strings.Builder
	members := 0
	for _, carrier := range c.Carriers {
		held.WriteString(carrier.Title.ZH + "|" + carrier.Value + "|")
		for _, m := range carrier.Members {
			members++
			held.WriteString(m.ZH + "|")
		}
		if carrier.Kind == emergency.ByEntry { // one of several entries, each a member
			members++
		}
		if carrier.Kind == emergency.ByParameter { // one value, or a list of them
			members += 1 + strings.Count(carrier.Value, ",")
		}
	}
	if members >= len(figures) {
		return nil
	}
	plain := strings.NewReplacer("“", "", "”", "", "《", "", "》", "", "、", "")
	var lost []string
	for _, f := range figures {
		if !strings.Contains(plain.Replace(held.String()), plain.Replace(f)) {
			lost = append(lost, f)
		}
	}
	return lost
}

// carriedNumbers are the numbers of a clause's parameters and of the findings
// of its rules.
func carriedNumbers(c emergency.Clause, byRule map[string][]string) []string {
	var out []string
	parameters := emergency.Fengdu().Parameters()
	for _, carrier := range c.Carriers {
		out = append(out, numbersIn(carrier.Value)...)
		out = append(out, byRule[carrier.ID]...)
		for _, p := range parameters {
			if carrier.Kind == emergency.ByEntry && strings.HasPrefix(p.Path, carrier.ID+".") {
				out = append(out, numbersIn(p.Value)...) // a value of the entry
			}
		}
	}
	return out
}

// numbersByRule gathers what the findings of each rule print of numbers.
func numbersByRule(report *emergency.Report) map[string][]string {
	out := map[string][]string{}
	for _, f := range report.Findings() {
		texts := []string{f.Actual.String(), f.Required.String()}
		for _, in := range f.Inputs {
			texts = append(texts, in.Value.String(), in.Text)
		}
		out[f.Rule] = append(out[f.Rule], numbersIn(texts...)...)
	}
	return out
}

var number = regexp.MustCompile(`\d+(\.\d+)?`)

// numbersIn returns the numbers of texts in plain digits, without leading
// zeros, so that 08 of a date is 8.
func numbersIn(texts ...string) []string {
	var out []string
	for _, text := range texts {
		for _, n := range number.FindAllString(text, -1) {
			n = strings.TrimLeft(n, "0")
			if n == "" || n[0] == '.' {
				n = "0" + n
			}
			out = append(out, n)
		}
	}
	return out
}

func TestClausesAreThoseOfTheList(t *testing.T) {
	all := clauses.All()
	table := emergency.Fengdu().Clauses()
	if len(table) != len(all) {
		t.Fatalf("%d clauses, want %d", len(table), len(all))
	}
	for i, c := range table {
		if c.ID != all[i].ID || c.Place != all[i].Place || c.Kind != all[i].Kind {
			t.Errorf("row %d is %+v, want %+v", i, c, all[i])
		}
		for _, carrier := range c.Carriers {
			if carrier.Kind.String() == "" || carrier.Kind != emergency.ByDeclaredGap && carrier.ID == "" {
				t.Errorf("%s has an incomplete carrier: %+v", c.ID, carrier)
			}
			if carrier.Kind.In(spec.Chinese) == "" || carrier.Kind.In(spec.English) == "" {
				t.Errorf("%v lacks a name", carrier.Kind)
			}
		}
	}
}

func TestEveryCarriedEntryStandsInTheClauseTable(t *testing.T) {
	want := carriedIDs()
	for _, c := range emergency.Fengdu().Clauses() {
		if len(c.Carriers) != len(want[c.ID]) {
			t.Errorf("%s has %d carriers, the list of carried entries %d", c.ID, len(c.Carriers), len(want[c.ID]))
		}
	}
}
