package plans_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func TestRulesAreCompleteAndInTheOrderOfTheFindings(t *testing.T) {
	readings := map[string]bool{}
	for _, r := range plans.Readings() {
		readings[r.ID] = true
		if !r.Question.Complete() || !r.Source.Complete() || !r.Has(r.Default) || len(r.Options) < 2 {
			t.Errorf("%s is incomplete", r.ID)
		}
		for _, o := range r.Options {
			if !o.Text.Complete() {
				t.Errorf("%s=%s has one language", r.ID, o.ID)
			}
		}
	}
	carried := map[string]string{}
	carry := func(by string, ids []string) {
		for _, id := range ids {
			if other, ok := carried[id]; ok {
				t.Errorf("%s is carried by %s and %s", id, other, by)
			}
			carried[id] = by
		}
	}
	var rules, found []string
	for _, r := range plans.Rules() {
		rules = append(rules, r.ID)
		carry(r.ID, r.Carries)
		if r.Revision != 1 || r.Kind == 0 || !r.Title.Complete() || !r.Formula.Complete() || !r.Source.Complete() || len(r.Reads) == 0 || !strings.HasPrefix(r.ID, "plans.") {
			t.Errorf("%s is incomplete", r.ID)
		}
		for _, id := range r.Readings {
			if !readings[id] {
				t.Errorf("%s names the reading %s", r.ID, id)
			}
		}
	}
	for _, u := range plans.Undefined() {
		carry(u.Reason.EN, u.Carries)
		if !u.Reason.Complete() || !u.Source.Complete() || len(u.Carries) == 0 {
			t.Errorf("%v is incomplete", u.Carries)
		}
	}
	for _, f := range plans.Assess(plans.Provisions{}, plans.Records{}, date(2025, 12, 31), spec.Choices{}).Findings() {
		found = append(found, f.Rule)
		if f.Verdict != spec.NotApplicable {
			t.Errorf("%s of an empty plan is %v", f.Rule, f.Verdict)
		}
	}
	if diff := cmp.Diff(rules, found); diff != "" {
		t.Error(diff)
	}
}

func TestNobodyCanChangeTheRules(t *testing.T) {
	plans.Rules()[0].Carries[0] = "changed"
	plans.Readings()[0].Options[0].ID = "changed"
	plans.Undefined()[0].Carries[0] = "changed"
	plans.DrillKinds()[0] = 0
	if plans.Rules()[0].Carries[0] == "changed" || plans.Readings()[0].Options[0].ID == "changed" ||
		plans.Undefined()[0].Carries[0] == "changed" || plans.DrillKinds()[0] == 0 {
		t.Error("a list handed out is not a copy")
	}
}

func TestNamesReadBack(t *testing.T) {
	for _, k := range plans.DrillKinds() {
		for _, name := range []string{k.String(), k.In(spec.Chinese)} {
			if got, ok := plans.ParseDrillKind(name); got != k || !ok || name == "" {
				t.Errorf("%q is read as %v", name, got)
			}
		}
	}
	for _, c := range []plans.Class{plans.PlannedClass, plans.ReserveClass} {
		for _, name := range []string{c.String(), c.In(spec.Chinese)} {
			if got, ok := plans.ParseClass(name); got != c || !ok || name == "" {
				t.Errorf("%q is read as %v", name, got)
			}
		}
	}
	for _, n := range []plans.Nature{plans.New, plans.Continued} {
		for _, name := range []string{n.String(), n.In(spec.Chinese)} {
			if got, ok := plans.ParseNature(name); got != n || !ok || name == "" {
				t.Errorf("%q is read as %v", name, got)
			}
		}
	}
	for _, name := range []string{"", "演练", "Planned", "planned "} {
		_, kind := plans.ParseDrillKind(name)
		_, class := plans.ParseClass(name)
		_, nature := plans.ParseNature(name)
		if kind || class || nature {
			t.Errorf("%q was read", name)
		}
	}
	for name, want := range map[string]plans.DrillKind{
		"县级综合演练": plans.CountyComprehensive, "县级综合": plans.CountyComprehensive, "综合演练": plans.CountyComprehensive,
		"县级专项演练": plans.CountySpecial, "县级专项": plans.CountySpecial, "专项演练": plans.CountySpecial,
		"毗邻区县联合演练": plans.NeighbourJoint, "联合演练": plans.NeighbourJoint, "部门演练": plans.Departmental,
		"乡镇（街道）演练": plans.TownshipDrill, "乡镇演练": plans.TownshipDrill, "街道演练": plans.TownshipDrill,
		"村（社区）演练": plans.CommunityDrill, "村演练": plans.CommunityDrill, "社区演练": plans.CommunityDrill,
	} {
		if got, ok := plans.ParseDrillKind(name); got != want || !ok {
			t.Errorf("%q is read as %v", name, got)
		}
	}
	// The zero and whatever lies beyond the last have no name.
	for i := range 256 {
		k, c, n := plans.DrillKind(i), plans.Class(i), plans.Nature(i)
		if named := k.String() + k.In(spec.English); (named != "") != (i >= 1 && i <= 7) {
			t.Errorf("drill kind %d is named %q", i, named)
		}
		if named := c.String() + c.In(spec.English); (named != "") != (i == 1 || i == 2) {
			t.Errorf("class %d is named %q", i, named)
		}
		if named := n.String() + n.In(spec.English); (named != "") != (i == 1 || i == 2) {
			t.Errorf("nature %d is named %q", i, named)
		}
	}
	if got := (plans.Project{}).Timing(); got != "" {
		t.Errorf("no timing is %q", got)
	}
	if (plans.Work{}).Named("") {
		t.Error("an empty name names a work")
	}
}
