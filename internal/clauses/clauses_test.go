package clauses_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/internal/clauses"
)

// inventory lies beside the checkout where the plan's material is at hand.
const inventory = "../../../shared/domain/inventory.yaml"

func TestEveryClauseIsListedOnce(t *testing.T) {
	all := clauses.All()
	if len(all) != 537 {
		t.Fatalf("%d clauses, want 537", len(all))
	}
	var ids []string
	seen := map[string]bool{}
	for _, c := range all {
		if seen[c.ID] {
			t.Errorf("%s is listed twice", c.ID)
		}
		seen[c.ID] = true
		ids = append(ids, c.ID)
		if c.ID == "" || c.Place == "" || c.Kind == "" || c.Package == "" {
			t.Errorf("incomplete: %+v", c)
		}
		if got, ok := clauses.Find(c.ID); !ok || got != c {
			t.Errorf("Find(%q) = %+v, %v", c.ID, got, ok)
		}
	}
	if _, ok := clauses.Find("no-such-clause"); ok {
		t.Error("found a clause that is not there")
	}

	data, err := os.ReadFile(inventory)
	if err != nil {
		return // the material is not beside this checkout
	}
	var want []string
	for _, line := range strings.Split(string(data), "\n") {
		if id, ok := strings.CutPrefix(line, "- id: "); ok {
			want = append(want, id)
		}
	}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("ids differ from the inventory (-inventory +list):\n%s", diff)
	}
}

func TestCountsPerPackageAndKind(t *testing.T) {
	packages, kinds := map[string]int{}, map[string]int{}
	for _, c := range clauses.All() {
		packages[c.Package]++
		kinds[c.Kind]++
	}
	if diff := cmp.Diff(map[string]int{
		"indicators": 49, "reserves": 52, "teams": 49, "shelters": 25, "plans": 57, "hazards": 130, "assessment": 175,
	}, packages); diff != "" {
		t.Errorf("packages (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{
		"target": 28, "baseline": 18, "quantity": 3, "enumeration": 122, "checklist": 57, "institution": 19,
		"process": 60, "duty": 77, "project": 27, "deadline": 10, "ratio": 4, "cross-check": 65, "discrepancy": 47,
	}, kinds); diff != "" {
		t.Errorf("kinds (-want +got):\n%s", diff)
	}
}

func TestNobodyCanChangeTheList(t *testing.T) {
	first := clauses.All()
	want := first[0]
	first[0].ID = "changed"
	if got := clauses.All()[0]; got != want {
		t.Errorf("the list changed to %+v", got)
	}
}
