package emergency_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// folderOf is a folder in memory.
func folderOf(files map[string]string) fs.FS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// more is an invented amendment of a plan: more evacuees, a shelter fewer.
const more = `format: emergency/plan/v1
evacuees:
  people: {value: 6000, source: {document: 修订示例（虚构）, standing: invented}}
`

func TestOverlayOfNothingIsTheSame(t *testing.T) {
	for name, pair := range bothCounties(t) {
		for _, over := range []fs.FS{folderOf(nil), folderOf(map[string]string{"README.md": "nothing"})} {
			same, err := pair.plan.Overlay(over)
			if err != nil {
				t.Fatal(err)
			}
			if changes := pair.plan.Changes(same); len(changes) != 0 {
				t.Errorf("%s: %v", name, changes)
			}
			before, after := pair.plan.Assess(pair.county, measure.Date{}), same.Assess(pair.county, measure.Date{})
			if !bytes.Equal(before.JSON(), after.JSON()) || before.Receipt().Hash() != after.Receipt().Hash() {
				t.Errorf("%s: the report or its receipt is another", name)
			}
		}
		// A file that lays nothing over changes no value, though the receipt names it.
		same, err := pair.plan.Overlay(folderOf(map[string]string{"reserves.yaml": "format: emergency/plan/v1\n"}))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(pair.plan.Assess(pair.county, measure.Date{}).JSON(), same.Assess(pair.county, measure.Date{}).JSON()) {
			t.Errorf("%s: an empty file changes the report", name)
		}
	}
	data := os.DirFS(secondData)
	one, err := emergency.ReadCounty(data)
	if err != nil {
		t.Fatal(err)
	}
	two, err := emergency.ReadCountyOver(data, folderOf(nil))
	if err != nil {
		t.Fatal(err)
	}
	plan, _ := second(t)
	if plan.Assess(one, measure.Date{}).Receipt().Hash() != plan.Assess(two, measure.Date{}).Receipt().Hash() {
		t.Error("an empty overlay changes the county")
	}
}

func TestAnOverlayChangesOnlyWhatDiffers(t *testing.T) {
	plan, county := second(t)
	if _, err := plan.Overlay(folderOf(map[string]string{
		"indicators.yaml": "format: emergency/plan/v1\ntargets:\n  - {id: y3, limit: null, range: null, title: {zh: 改, en: changed}}\n"})); err == nil {
		t.Fatal("a target without a limit is taken")
	}
	other, err := plan.Overlay(folderOf(map[string]string{"reserves.yaml": more,
		"indicators.yaml": "format: emergency/plan/v1\ntargets:\n  - {id: y4, remove: true}\n"}))
	if err != nil {
		t.Fatal(err)
	}
	d := plan.Assess(county, measure.Date{}).Diff(other.Assess(county, measure.Date{}))
	for _, c := range d.Changes {
		switch {
		case c.Before.Rule == "reserves.evacuees" && c.After.Required.String() == "6000" && c.After.IsWeak():
		case c.Kind == emergency.Vanished && c.Before.Target == "y4":
		case strings.HasPrefix(c.Before.Rule, "reserves."), strings.HasPrefix(c.Before.Rule, "cross."), strings.HasPrefix(c.Before.Rule, "indicators."), strings.HasPrefix(c.After.Rule, "indicators."):
		default:
			t.Errorf("%v %s changes too", c.Kind, c.Before.Rule)
		}
	}
	values := map[string]emergency.ValueChange{}
	for _, c := range plan.Changes(other) {
		if !strings.Contains(c.Path, "targets[y4]") {
			values[c.Path] = c
		}
	}
	if got := values["reserves.yaml: evacuees.people.value"]; got.Before != "5000" || got.After != "6000" {
		t.Errorf("%v", values)
	}
	// Laid back, everything is as before.
	back, err := other.Overlay(folderOf(map[string]string{
		"reserves.yaml": strings.Replace(more, "6000", "5000", 1),
	}))
	if err != nil {
		t.Fatal(err)
	}
	if f := evacuees(t, back, county); f.Required.String() != "5000" {
		t.Errorf("required %s", f.Required)
	}
	if f := evacuees(t, plan, county); f.Required.String() != "5000" {
		t.Error("the overlay changed its base")
	}
}

func evacuees(t *testing.T, plan emergency.FiveYearPlan, county *emergency.County) spec.Finding {
	t.Helper()
	for _, f := range plan.Assess(county, measure.Date{}).Findings() {
		if f.Rule == "reserves.evacuees" {
			return f
		}
	}
	t.Fatal("no finding")
	return spec.Finding{}
}

func TestAnOverlayKeepsTheReadingsChosen(t *testing.T) {
	plan, _ := second(t)
	chosen, err := plan.With("teams.enforcer-background", "all")
	if err != nil {
		t.Fatal(err)
	}
	other, err := chosen.Overlay(folderOf(map[string]string{"reserves.yaml": more}))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(chosen.Choices(), other.Choices()); diff != "" {
		t.Error(diff)
	}
}

func TestAnOverlayMustSayWhereItsChangesStand(t *testing.T) {
	for name, c := range map[string]struct{ file, text, code, place string }{
		"a figure without source": {"reserves.yaml", "evacuees:\n  people: {value: 4000}\n", "overlay.no-source", "overlay 1/reserves.yaml:3:11"},
		"a target without source": {"indicators.yaml", "targets:\n  - {id: core-1, change_percent: -5}\n", "overlay.no-source", "overlay 1/indicators.yaml:3:5"},
		"nothing to remove":       {"indicators.yaml", "targets:\n  - {id: core-9, remove: true}\n", "overlay.nothing-to-remove", "overlay 1/indicators.yaml:3:5"},
		"an unknown key":          {"reserves.yaml", "evacuee: 3\n", "yaml.unknown-key", "overlay 1/reserves.yaml:2:1"},
		"an unknown file":         {"reserve.yaml", "evacuees: {}\n", "folder.unknown-file", "overlay 1/reserve.yaml"},
		"a broken value":          {"reserves.yaml", "evacuees:\n  people: {value: many, place: 三}\n", "", "overlay 1/reserves.yaml:3:19"},
	} {
		_, err := emergency.Fengdu().Overlay(folderOf(map[string]string{c.file: "format: emergency/plan/v1\n" + c.text}))
		var faults *spec.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		f := faults.All()[0]
		if f.Place() != c.place || c.code != "" && f.Code != c.code {
			t.Errorf("%s: %s", name, f)
		}
	}
}

func TestACountyOverlayIsAWhatIf(t *testing.T) {
	plan, county := second(t)
	other, err := emergency.ReadCountyOver(os.DirFS(secondData), folderOf(map[string]string{
		"teams.csv": "id\n",
	}))
	if err == nil {
		t.Fatalf("a broken table is taken: %v", other.Files())
	}
	text, err := os.ReadFile(secondData + "/drills.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	other, err = emergency.ReadCountyOver(os.DirFS(secondData), folderOf(map[string]string{
		"drills.csv": lines[0], "drill_shortcomings.csv": "id,drill,found\n", "drill_fixes.csv": "shortcoming,step,date\n"}))
	if err != nil {
		t.Fatal(err)
	}
	d := plan.Assess(county, measure.Date{}).Diff(plan.Assess(other, measure.Date{}))
	found := false
	for _, c := range d.Changes {
		found = found || c.Before.Rule == "plans.county-exercise"
	}
	if !found {
		t.Errorf("no drills changes nothing: %s", d.Text(spec.English))
	}
	var names []string
	for _, f := range other.Files() {
		names = append(names, f.Name)
	}
	if !strings.Contains(strings.Join(names, " "), "overlay/drills.csv") || strings.Contains(strings.Join(names, " ")+" ", " drills.csv ") {
		t.Errorf("the files read are %v", names)
	}
}
