package strict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

func TestWhatCarriesSaysWhatItIs(t *testing.T) {
	var faults spec.Faults
	root, ok := strict.ReadDocument("plan.yaml", []byte(`format: test/v1
list:
  - id: a
    title: {zh: 甲, en: first}
    place: 一（一）
    form: floor
    limit: 100
    members: [{title: {zh: 子, en: child}, group: 组}, {zh: 丑, en: other}]
    carries: [one, two]
  - name: 乙
    items: [{name: {zh: 项, en: item}}]
    carries: [three]
  - title: 丙
    source: {document: 某标准, number: GB 1, place: "2", standing: standard}
    carries: [four]
  - {title: 丁, source: {place: 一, standing: ours}, carries: [five]}
  - carries: []
`), "test/v1", &faults)
	if !ok {
		t.Fatal(faults.Err())
	}
	m, _ := root.Map()
	for _, n := range m.Get("list").List() {
		entry, _ := n.Map()
		entry.Carries()
	}
	want := []strict.Carried{
		{Path: "list[0]", IDs: []string{"one", "two"}, Title: spec.T("first", "甲"), Place: "一（一）",
			Members: []spec.Text{spec.T("child", "子"), spec.T("other", "丑")}, Values: "form: floor; limit: 100; group: 组"},
		{Path: "list[1]", IDs: []string{"three"}, Title: spec.T("乙", "乙"), Members: []spec.Text{spec.T("item", "项")}},
		{Path: "list[2]", IDs: []string{"four"}, Title: spec.T("丙", "丙"),
			Source: spec.Source{Document: "某标准", Number: "GB 1", Place: "2", Standing: spec.Standard}},
		{Path: "list[3]", IDs: []string{"five"}, Title: spec.T("丁", "丁"), Source: spec.Source{Place: "一", Standing: spec.Ours}},
	}
	if diff := cmp.Diff(want, root.Carried()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
