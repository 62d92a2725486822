package emergency_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/internal/clauses"
	"github.com/county-emergency/emergency/spec"
)

var update = flag.Bool("update", false, "write the golden files and records anew")

// carriedRecord holds how many clauses were carried last time.
const carriedRecord = "testdata/carried.txt"

// carriedIDs returns each clause that something carries, with its carriers.
func carriedIDs() map[string][]string {
	out := map[string][]string{}
	for _, c := range emergency.Fengdu().Carried() {
		for _, id := range c.Entries {
			out[id] = append(out[id], c.By)
		}
	}
	return out
}

// TestCarriedEntriesNeverFallBelowTheRecord prints how many of the plan's
// clauses are carried, per part of the house, and fails when fewer are than the
// record says. With -update the record rises.
func TestCarriedEntriesNeverFallBelowTheRecord(t *testing.T) {
	carried := carriedIDs()
	have, all := map[string]int{}, map[string]int{}
	var parts []string
	total := 0
	for _, c := range clauses.All() {
		if !slices.Contains(parts, c.Package) {
			parts = append(parts, c.Package)
		}
		all[c.Package]++
		if len(carried[c.ID]) > 0 {
			have[c.Package]++
			total++
		}
	}
	slices.Sort(parts)
	for _, part := range parts {
		t.Logf("%-11s %3d of %3d clauses carried", part, have[part], all[part])
	}
	t.Logf("%-11s %3d of %3d clauses carried", "all", total, len(clauses.All()))
	if *update {
		if err := os.WriteFile(carriedRecord, []byte(fmt.Sprintln(total)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	record, err := os.ReadFile(carriedRecord)
	if err != nil {
		t.Fatal(err)
	}
	before, err := strconv.Atoi(strings.TrimSpace(string(record)))
	if err != nil {
		t.Fatal(err)
	}
	if total < before {
		t.Errorf("%d clauses are carried, %d were", total, before)
	}
	if total > before {
		t.Errorf("%d clauses are carried, the record says %d: run with -update", total, before)
	}
}

func TestOnlyClausesOfTheInventoryAreCarried(t *testing.T) {
	for id, by := range carriedIDs() {
		if _, ok := clauses.Find(id); !ok {
			t.Errorf("%s carries %q, which is no clause", strings.Join(by, ", "), id)
		}
	}
}

func TestEveryRuleAndReadingIsComplete(t *testing.T) {
	seen := map[string]bool{}
	unique := func(id string) {
		if seen[id] {
			t.Errorf("the id %s stands twice", id)
		}
		seen[id] = true
		room, name, ok := strings.Cut(id, ".")
		if !ok || room == "" || name == "" || strings.ToLower(id) != id || strings.ContainsAny(id, " _") {
			t.Errorf("the id %q is not room.name in lower case", id)
		}
	}
	for _, r := range emergency.Rules() {
		unique(r.ID)
		if r.Revision < 1 || r.Kind == 0 || !r.Title.Complete() || !r.Formula.Complete() || !r.Source.Complete() {
			t.Errorf("rule %s lacks a revision, kind, title, formula or source: %+v", r.ID, r)
		}
		for _, reading := range r.Readings {
			if !slices.ContainsFunc(emergency.Readings(), func(x spec.Reading) bool { return x.ID == reading }) {
				t.Errorf("rule %s depends on an unknown reading %s", r.ID, reading)
			}
		}
	}
	for _, r := range emergency.Readings() {
		unique(r.ID)
		if !r.Question.Complete() || !r.Source.Complete() || len(r.Options) < 2 || !r.Has(r.Default) {
			t.Errorf("reading %s lacks a question, source, two options or its default: %+v", r.ID, r)
		}
		for _, o := range r.Options {
			if o.ID == "" || !o.Text.Complete() {
				t.Errorf("reading %s has an incomplete option %q", r.ID, o.ID)
			}
		}
	}
	for _, u := range emergency.Undefined() {
		if len(u.Carries) == 0 || !u.Reason.Complete() {
			t.Errorf("an undefined clause lacks its id or reason: %+v", u)
		}
	}
}

func TestEveryParameterOfThePlanHasItsSource(t *testing.T) {
	parameters := emergency.Fengdu().Parameters()
	if len(parameters) < 20 {
		t.Fatalf("only %d parameters", len(parameters))
	}
	for _, p := range parameters {
		if p.Value == "" || !p.Source.Complete() || (p.Source.Standing == spec.InPlan && p.Source.Place == "") {
			t.Errorf("%s = %q lacks a source or place: %v", p.Path, p.Value, p.Source)
		}
	}
}
