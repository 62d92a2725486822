package strict

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/spec"
)

var plan = spec.Source{Document: "规划", Number: "17号", Standing: spec.InPlan}

func TestFiguresAreRecordedInTheOrderRead(t *testing.T) {
	m, faults := read(t, lines(
		"b: {value: 3000, place: 三（五）2, carries: [x-1, x-2]}",
		"a: {value: [1, {c: ~, d: e}], place: 四, source: }",
		"c:", "  value: 72", "  source: {document: 标准, standing: unverified}",
		"d: {value: 5, source: {place: 二, standing: ours}}",
		"list: {carries: [y-1]}"))
	b, okB := Figure(m.Get("b"), plan, (*Node).People)
	_, okA := Figure(m.Get("a"), plan, func(n *Node) (int, bool) { return len(n.List()), true })
	c, okC := Figure(m.Get("c"), plan, (*Node).Int)
	d, okD := Figure(m.Get("d"), plan, (*Node).Int)
	list, _ := m.Get("list").Map()
	if diff := cmp.Diff([]string{"y-1"}, list.Carries()); diff != "" {
		t.Error(diff)
	}
	list.Done()
	m.Done()
	if faults.Err() != nil || !okA || !okB || !okC || !okD {
		t.Fatal(faults.Err())
	}
	atPlan := func(place string) spec.Source {
		s := plan
		s.Place = place
		return s
	}
	ours := atPlan("二")
	ours.Standing = spec.Ours
	if b.Value != 3000 || c.Value != 72 || d.Value != 5 || !b.Known() {
		t.Errorf("values %v, %v, %v", b, c, d)
	}
	if diff := cmp.Diff([]string{"x-1", "x-2"}, b.Carries); diff != "" {
		t.Error(diff)
	}
	want := []Parameter{
		{Path: "b", Value: "3000", Source: atPlan("三（五）2"), Carries: []string{"x-1", "x-2"}, File: "plan.yaml", Line: 2},
		{Path: "a", Value: "[1, {c: null, d: e}]", Source: atPlan("四"), File: "plan.yaml", Line: 3},
		{Path: "c", Value: "72", Source: spec.Source{Document: "标准", Standing: spec.Unverified}, File: "plan.yaml", Line: 5},
		{Path: "d", Value: "5", Source: ours, File: "plan.yaml", Line: 7},
	}
	got := m.Node().Parameters()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("parameters (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Carried{{Path: "list", IDs: []string{"y-1"}}}, m.Node().Carried()); diff != "" {
		t.Error(diff)
	}
	got[0].Carries[0] = "changed"
	m.Node().Carried()[0].IDs[0] = "changed"
	if m.Node().Parameters()[0].Carries[0] != "x-1" || m.Node().Carried()[0].IDs[0] != "y-1" || b.Carries[0] != "x-1" {
		t.Error("the record can be changed from outside")
	}
}

func TestFiguresWithoutASourceAreFaults(t *testing.T) {
	at := plan
	at.Place = "一"
	for _, tt := range []struct {
		name, value string
		def         spec.Source
		want        []string
	}{
		{"bare value", "5", plan, []string{"2:4 v yaml.wrong-type 5"}},
		{"no value", "{place: 一}", plan, []string{"2:4 v.value yaml.missing-key "}},
		{"null value", "{value: , place: 一}", plan, []string{"2:5 v.value yaml.missing-key null"}},
		{"wrong value", "{value: x, place: 一}", plan, []string{"2:12 v.value measure.syntax x"}},
		{"no place", "{value: 5}", plan, []string{"2:4 v.place yaml.missing-key "}},
		{"no source at all", "{value: 5, place: 一}", spec.Source{}, []string{"2:4 v.source yaml.missing-key "}},
		{"place and source", "{value: 5, place: 一, source: {place: 二}}", plan, []string{"2:22 v.place yaml.conflict place"}},
		{"empty place", `{value: 5, place: ""}`, plan, []string{"2:22 v.place yaml.empty-value "}},
		{"unknown key", "{value: 5, place: 一, note: x}", plan, []string{"2:25 v.note yaml.unknown-key note"}},
		{"carried twice", "{value: 5, place: 一, carries: [a, a]}", plan, []string{"2:38 v.carries[1] yaml.duplicate-item a"}},
		{"other document without standing", "{value: 5, source: {document: 标准, number: GB}}", at, []string{"2:23 v.source.standing yaml.missing-key "}},
		{"unknown standing", "{value: 5, source: {standing: hearsay}}", at, []string{"2:34 v.source.standing yaml.unknown-value hearsay"}},
		{"no document", "{value: 5, source: {standing: ours}}", spec.Source{}, []string{"2:23 v.source.document yaml.missing-key "}},
		{"empty document", `{value: 5, source: {document: "", standing: ours}}`, plan, []string{"2:34 v.source.document yaml.empty-value "}},
		{"unknown key in the source", "{value: 5, source: {standing: ours, page: 4}}", at, []string{"2:40 v.source.page yaml.unknown-key page"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n, faults := node(t, tt.value)
			figure, ok := Figure(n, tt.def, (*Node).Int)
			if diff := cmp.Diff(tt.want, told(faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			lenient := tt.name == "unknown key" || tt.name == "carried twice" || tt.name == "unknown key in the source"
			if ok != lenient || figure.Known() != lenient || len(n.Parameters()) == 0 == lenient {
				t.Errorf("ok %v, figure %v, %d parameters", ok, figure, len(n.Parameters()))
			}
		})
	}
}

func TestFigureTakesThePlaceOfTheDefault(t *testing.T) {
	at := plan
	at.Place = "一"
	n, faults := node(t, "{value: 5}")
	figure, ok := Figure(n, at, (*Node).Int)
	if !ok || figure.Source != at || faults.Err() != nil {
		t.Errorf("figure %v, %v, %v", figure, ok, faults.Err())
	}
}

func TestAnotherDocumentInheritsNothing(t *testing.T) {
	at := plan
	at.Place = "一"
	n, faults := node(t, "{document: 标准, standing: standard, number: GB 1}")
	got, ok := n.Source(at)
	want := spec.Source{Document: "标准", Number: "GB 1", Standing: spec.Standard}
	if !ok || got != want || faults.Err() != nil {
		t.Errorf("source %v, %v, %v", got, ok, faults.Err())
	}
}

func TestSourceSaysWhetherItIsComplete(t *testing.T) {
	for value, want := range map[string]bool{
		"{document: 标准}":                     false,
		"{document: 标准, standing: standard}": true,
		"{number: \"\"}":                     false,
		"{number: 18号}":                      true,
		"{place: ' '}":                       false,
		"{standing: [a]}":                    false,
		"{}":                                 true,
	} {
		n, faults := node(t, value)
		if _, ok := n.Source(plan); ok != want || (faults.Len() == 0) != want {
			t.Errorf("%s: ok %v, %v", value, ok, faults.Err())
		}
	}
}

func TestStandingsAreListedForTheMessage(t *testing.T) {
	want := []string{"in-plan", "statute", "standard", "published", "unverified", "ours", "invented"}
	if diff := cmp.Diff(want, standings()); diff != "" {
		t.Error(diff)
	}
}
