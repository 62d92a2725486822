package strict

import (
	"fmt"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/spec"
)

func BenchmarkReadTable(b *testing.B) {
	var text strings.Builder
	text.WriteString("编号,名称,有效面积(公顷),容纳人数,建成日期\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "S%d,丰都县第%d避难场所,1.25,\"6,%03d\",2021-05-01\n", i, i, i%1000)
	}
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var faults spec.Faults
		table, _ := ReadTable("t.csv", data, shelterColumns(), &faults)
		for i := range table.Len() {
			row := table.Row(i)
			row.Cell("id").Text()
			row.Cell("effective_area").Area()
			row.Cell("capacity").People()
			row.Cell("built").Date()
		}
		if faults.Len() > 0 {
			b.Fatal(faults.Err())
		}
	}
}

func BenchmarkReadDocument(b *testing.B) {
	var text strings.Builder
	text.WriteString("format: " + format + "\nshelters:\n")
	for i := range 1000 {
		fmt.Fprintf(&text, "  - id: s%d\n    name: {zh: 避难场所, en: shelter}\n    area: 1.25 ha\n    people: %d\n", i, i)
	}
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var faults spec.Faults
		root, _ := ReadDocument("t.yaml", data, format, &faults)
		m, _ := root.Map()
		for _, item := range m.Need("shelters").List() {
			s, _ := item.Map()
			s.Need("id").Text()
			s.Need("name").Bilingual()
			s.Need("area").Area()
			s.Need("people").People()
			s.Done()
		}
		m.Done()
		if faults.Len() > 0 {
			b.Fatal(faults.Err())
		}
	}
}
