package emergency_test

import (
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

// Every file of a plan may hold catalogues, and they come out in the order of
// the files.
func TestEveryFileOfAPlanHoldsCatalogues(t *testing.T) {
	folder := fstest.MapFS{}
	var want []string
	for _, name := range []string{"plan", "hazards", "indicators", "reserves", "shelters", "teams", "plans"} {
		text := "format: emergency/plan/v1\n"
		if name == "plan" {
			text += "id: x\ntitle: {zh: 甲, en: a}\nsource: {document: 甲, standing: invented}\nperiod: {value: 2026-2030, place: 一}\ncounty: {code: \"990101\", name: {zh: 甲, en: a}}\n"
		}
		text += "catalogues:\n  - {id: of-" + name + ", title: {zh: 五进, en: five}, kind: checklist, announced: 5, place: 一, wanting: [{zh: 成员, en: members}]}\n"
		folder[name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
		want = append(want, "of-"+name)
	}
	plan, err := emergency.ReadPlan(folder)
	if err != nil {
		t.Fatal(err)
	}
	got := plan.Catalogues()
	if len(got) != len(want) {
		t.Fatalf("%d catalogues", len(got))
	}
	for i, c := range got {
		if c.ID != want[i] || c.Kind != spec.ChecklistEntry || c.Announced != 5 || len(c.Wanting) != 1 || c.Source.Place != "一" {
			t.Errorf("%+v", c)
		}
		if one, ok := plan.Catalogue(want[i]); !ok || one.ID != want[i] {
			t.Errorf("%s is not found", want[i])
		}
	}
}

// A set that the plan names has members, or says what is wanting; no id stands
// twice in the whole plan.
func TestNoCatalogueOfFengduIsSilentlyEmpty(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range emergency.Fengdu().Catalogues() {
		if seen[c.ID] {
			t.Errorf("%s stands twice", c.ID)
		}
		seen[c.ID] = true
		if len(c.Members)+len(c.Wanting) == 0 {
			t.Errorf("%s has neither members nor what is wanting", c.ID)
		}
		if c.Source.Place == "" || !c.Title.Complete() {
			t.Errorf("%s has no place or title: %+v", c.ID, c)
		}
	}
	if len(seen) < 80 {
		t.Errorf("only %d catalogues", len(seen))
	}
}
