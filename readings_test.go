package emergency_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/internal/clauses"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestEveryDiscrepancyIsReadOrHandled(t *testing.T) {
	group := map[string]emergency.Unclear{}
	for i, u := range emergency.Unclears() {
		if u.Number != i+1 || !u.Title.Complete() || len(u.Readings) == 0 && !u.Handled.Complete() || len(u.Carries) == 0 {
			t.Errorf("group %d is incomplete: %+v", i+1, u)
		}
		for _, id := range u.Carries {
			if c, ok := clauses.Find(id); !ok || c.Kind != "discrepancy" || group[id].Number != 0 {
				t.Errorf("group %d names %s, which is no discrepancy or named twice", u.Number, id)
			}
			group[id] = u
		}
		for _, id := range u.Readings {
			if !slices.ContainsFunc(emergency.Readings(), func(r spec.Reading) bool { return r.ID == id }) {
				t.Errorf("group %d names the unknown reading %s", u.Number, id)
			}
		}
	}
	if len(emergency.Unclears()) != 19 {
		t.Errorf("%d groups", len(emergency.Unclears()))
	}
	for _, c := range clauses.All() {
		if c.Kind == "discrepancy" && group[c.ID].Number == 0 {
			t.Errorf("the discrepancy %s is in no group", c.ID)
		}
	}
	for _, r := range emergency.Readings() {
		for _, id := range r.Carries {
			if u, ok := group[id]; ok && !slices.Contains(u.Readings, r.ID) {
				t.Errorf("the reading %s carries %s, but group %d does not name it", r.ID, id, u.Number)
			}
		}
	}
}

func TestAVerdictThatNoReadingTouchesIsConstant(t *testing.T) {
	for name, pair := range bothCounties(t) {
		used := map[string][]string{} // by rule, every reading the rule declares
		for _, r := range emergency.Rules() {
			used[r.ID] = r.Readings
		}
		flips := 0
		for _, row := range pair.plan.Sensitivity(pair.county, measure.Date{}).Rows {
			for _, c := range row.Changes {
				if c.Kind == emergency.Appeared || c.Kind == emergency.Vanished {
					t.Errorf("%s: %s=%s makes a finding come or go", name, row.Reading.ID, row.Option)
				}
				if strings.HasPrefix(row.Reading.ID, "layers.") {
					continue // another figure reaches whatever computes with it
				}
				if !slices.Contains(used[c.Before.Rule], row.Reading.ID) {
					t.Errorf("%s: %s does not list the reading of %s=%s, which changes it", name, c.Before.Rule, row.Reading.ID, row.Option)
				}
			}
			flips += len(row.Flips())
		}
		if flips == 0 {
			t.Errorf("%s: no verdict depends on any reading", name)
		}
	}
}

func TestSensitivityHasEveryOtherOptionOnceAndRestsOnTheChoiceMade(t *testing.T) {
	plan, county := second(t)
	other, err := plan.With("teams.enforcer-background", "all")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []emergency.FiveYearPlan{plan, other} {
		options := 0
		for _, r := range p.Readings() {
			options += len(r.Options) - 1
		}
		table := p.Sensitivity(county, measure.Date{})
		if len(table.Rows) != options {
			t.Errorf("%d rows for %d other options", len(table.Rows), options)
		}
		report := p.Assess(county, measure.Date{})
		for _, row := range table.Rows {
			if row.Used == row.Option {
				t.Errorf("%s is held against itself", row.Reading.ID)
			}
			changed, err := p.With(row.Reading.ID, row.Option)
			if err != nil {
				t.Fatal(err)
			}
			if d := report.Diff(changed.Assess(county, measure.Date{})); len(d.Changes) != len(row.Changes) {
				t.Errorf("%s=%s: %d changes, a comparison finds %d", row.Reading.ID, row.Option, len(row.Changes), len(d.Changes))
			}
		}
	}
}
