package emergency_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
)

// planText lies beside the checkout where the plan's material is at hand.
const planText = "../shared/domain/plan.zh.txt"

func TestTheTextThatTheLibraryWasWrittenFromHasNotDrifted(t *testing.T) {
	text, err := os.ReadFile(planText)
	if err != nil {
		t.Skip("the text of the plan is not beside this checkout")
	}
	for _, d := range emergency.Fengdu().Drift(string(text)) {
		t.Errorf("%s at %s: %d of %d paragraphs are not in the text; it is carried by %v",
			d.Clause.ID, d.Clause.Place, d.Lost, d.Of, d.Clause.Carriers)
	}
}

func TestAChangedNumberNamesItsRule(t *testing.T) {
	text, err := os.ReadFile(planText)
	if err != nil {
		t.Skip("the text of the plan is not beside this checkout")
	}
	changed := strings.Replace(string(text), "3000人", "5000人", 1)
	var rules []string
	for _, d := range emergency.Fengdu().Drift(changed) {
		if d.Lost < 1 || d.Lost > d.Of {
			t.Errorf("%s: %d of %d", d.Clause.ID, d.Lost, d.Of)
		}
		for _, c := range d.Clause.Carriers {
			rules = append(rules, c.ID)
		}
	}
	if !slices.Contains(rules, "reserves.evacuees") {
		t.Errorf("the rule of the changed number is not named: %v", rules)
	}
	if slices.Contains(rules, "hazards.forest-damage") {
		t.Error("a rule of another paragraph is named")
	}
}

func TestAnEmptyTextDriftsEverywhere(t *testing.T) {
	drifted := emergency.Fengdu().Drift("")
	if len(drifted) != len(emergency.Fengdu().Clauses()) {
		t.Errorf("%d clauses drifted", len(drifted))
	}
	for _, d := range drifted {
		if d.Lost != d.Of {
			t.Errorf("%s: %d of %d", d.Clause.ID, d.Lost, d.Of)
		}
	}
}
