package emergency_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// fengduChoosing is Fengdu's folder with a line of readings in its plan.yaml.
func fengduChoosing(t *testing.T, readings string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	names, err := fs.Glob(os.DirFS("fengdu"), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile("fengdu/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "plan.yaml" {
			data = bytes.Replace(data, []byte("\nclocks:"), []byte("\nreadings: "+readings+"\nclocks:"), 1)
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

func decides(p emergency.FiveYearPlan, figure string) emergency.Layer {
	for _, l := range p.Layers() {
		if l.ID == figure {
			return l.Decides
		}
	}
	return 0
}

func TestALayerChosenInPlanYAMLIsTheOneChosenWithWith(t *testing.T) {
	plan, county := fengdu(t)
	written, err := emergency.ReadPlan(fengduChoosing(t, "{layers.relief-within: nation, indicators.yearly-mean: pooled}"))
	if err != nil {
		t.Fatal(err)
	}
	with := plan
	for _, c := range written.Choices() {
		if with, err = with.With(c.Reading, c.Option); err != nil {
			t.Fatal(err)
		}
	}
	if len(written.Choices()) != 2 || decides(written, "relief-within") != emergency.Nation || decides(with, "relief-within") != emergency.Nation {
		t.Fatalf("%v, decided by %v and %v", written.Choices(), decides(written, "relief-within"), decides(with, "relief-within"))
	}
	report := func(p emergency.FiveYearPlan) []byte { return p.Assess(county, measure.Date{}).JSON() }
	if !bytes.Equal(report(written), report(with)) || bytes.Equal(report(written), report(plan)) {
		t.Error("the report of the plan that chooses in plan.yaml is not that of the plan told to")
	}
	if back, err := written.With("layers.relief-within", "county"); err != nil || decides(back, "relief-within") != emergency.CountyLayer {
		t.Errorf("chosen back: %v, %v", decides(back, "relief-within"), err)
	} else if again, err := back.With("layers.relief-within", "nation"); err != nil || !bytes.Equal(report(again), report(written)) {
		t.Errorf("chosen again, the report is another: %v", err)
	}
}

func TestAnOverlayLeavesAChosenLayerAndMayChangeAWrittenOne(t *testing.T) {
	plan, _ := fengdu(t)
	folder := func(file, text string) fstest.MapFS {
		return fstest.MapFS{file: {Data: []byte("format: emergency/plan/v1\n" + text)}}
	}
	other := folder("plans.yaml", "exercise_per_year: {value: 2, source: {document: 示例（虚构）, place: 一, standing: invented}}\n")
	nation, err := plan.With("layers.relief-within", "nation")
	if err != nil {
		t.Fatal(err)
	}
	over, err := nation.Overlay(other)
	if err != nil || decides(over, "relief-within") != emergency.Nation || len(nation.Changes(over)) == 0 {
		t.Errorf("the overlay decides by %v: %v", decides(over, "relief-within"), err)
	}
	for _, f := range over.Files() {
		if f.Name == "overlay 2/plans.yaml" {
			t.Error("a chosen figure counts as an overlay")
		}
	}
	chosen, err := plan.Overlay(folder("plan.yaml", "readings: {layers.relief-within: nation}\n"))
	if err != nil || decides(chosen, "relief-within") != emergency.Nation {
		t.Fatalf("decided by %v: %v", decides(chosen, "relief-within"), err)
	}
	if own, err := chosen.Overlay(folder("plan.yaml", "readings: {layers.relief-within: county}\n")); err != nil ||
		decides(own, "relief-within") != emergency.CountyLayer {
		t.Errorf("a later overlay decides by %v: %v", decides(own, "relief-within"), err)
	}
}

func TestALayerThatIsNotThereIsNamedWithItsLine(t *testing.T) {
	for readings, want := range map[string]string{
		"{layers.relief-within: province}": emergency.FaultUnknownOption,
		"{layers.nothing: nation}":         emergency.FaultUnknownReading,
		"{layers.fixed-share: nation}":     emergency.FaultUnknownReading, // the plan sets none
	} {
		_, err := emergency.ReadPlan(fengduChoosing(t, readings))
		var faults *spec.Faults
		if !errors.As(err, &faults) || faults.Len() != 1 {
			t.Errorf("%s: %v", readings, err)
			continue
		}
		if f := faults.All()[0]; f.Code != want || f.File != "plan.yaml" || f.Line == 0 || f.Path == "" {
			t.Errorf("%s: %+v", readings, f)
		}
	}
}

func TestTheCountysOwnLayerMayBeWrittenToo(t *testing.T) {
	plan, county := fengdu(t)
	own, err := emergency.ReadPlan(fengduChoosing(t, "{layers.relief-within: county}"))
	if err != nil {
		t.Fatal(err)
	}
	if decides(own, "relief-within") != emergency.CountyLayer || len(own.Files()) != len(plan.Files()) {
		t.Errorf("decided by %v, from %v", decides(own, "relief-within"), own.Files())
	}
	if d := plan.Assess(county, measure.Date{}).Diff(own.Assess(county, measure.Date{})); len(d.Changes) != 0 {
		t.Error("the county's own figure, written as chosen, changes verdicts")
	}
}

// What a broken file of layers would have held is not said to be unknown.
func TestABrokenFileOfLayersIsTheOnlyFault(t *testing.T) {
	folder := fengduChoosing(t, "{layers.relief-within: nation}")
	folder["layers.yaml"] = &fstest.MapFile{Data: []byte("format: emergency/plan/v1\nfigures: [{id: relief-within}]\n")}
	_, err := emergency.ReadPlan(folder)
	var faults *spec.Faults
	if !errors.As(err, &faults) {
		t.Fatal(err)
	}
	for _, f := range faults.All() {
		if f.File != "layers.yaml" {
			t.Errorf("%+v", f)
		}
	}
}
