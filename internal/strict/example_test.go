package strict_test

import (
	"fmt"

	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/spec"
)

// A document with three faults tells all of them at once.
func ExampleReadDocument() {
	const text = `format: emergency/test/v1
county: 丰都县
shelters:
  - {id: a, area: 37.96 ha, people: 1.9}
  - {id: b, area: 5, poeple: 10}
`
	var faults spec.Faults
	root, _ := strict.ReadDocument("county.yaml", []byte(text), "emergency/test/v1", &faults)
	m, _ := root.Map()
	county, _ := m.Need("county").Text()
	for _, item := range m.Need("shelters").List() {
		s, _ := item.Map()
		s.Need("id").Text()
		if area, ok := s.Need("area").Area(); ok {
			fmt.Println(county, area, "m²")
		}
		s.Get("people").People()
		s.Done()
	}
	m.Done()
	fmt.Println(faults.Err())
	// Output:
	// 丰都县 379600 m²
	// county.yaml:4:37: "1.9" is not a whole number [measure.fraction]
	// county.yaml:5:19: "5" has no unit (known: m2, ha, mu, km2) [unit.missing]
	// county.yaml:5:22: unknown key "poeple" (nearest: people) [yaml.unknown-key]
}

// A parameter of a plan carries its source.
func ExampleFigure() {
	const text = `format: emergency/test/v1
evacuees: {value: 3000, place: 三（五）2}
`
	var faults spec.Faults
	root, _ := strict.ReadDocument("plan.yaml", []byte(text), "emergency/test/v1", &faults)
	m, _ := root.Map()
	plan := spec.Source{Document: "县应急管理“十四五”规划", Standing: spec.InPlan}
	evacuees, _ := strict.Figure(m.Need("evacuees"), plan, (*strict.Node).People)
	m.Done()
	fmt.Println(evacuees.Value, evacuees.Source, faults.Err())
	for _, p := range root.Parameters() {
		fmt.Println(p.Path, p.Value, p.Source.Standing)
	}
	// Output:
	// 3000 县应急管理“十四五”规划 三（五）2 <nil>
	// evacuees 3000 in-plan
}

// A table as a spreadsheet saves it: Chinese headers with a unit, full-width
// digits, thousands separators.
func ExampleReadTable() {
	const text = "名称,有效面积（公顷）,容纳人数\n中心广场,１．２,\"6,000\"\n体育场,3.4,\"70,00\"\n"
	columns := []strict.Column{
		{Name: "name", Aliases: []string{"名称"}, Required: true},
		{Name: "effective_area", Aliases: []string{"有效面积"}},
		{Name: "capacity", Aliases: []string{"容纳人数"}},
	}
	var faults spec.Faults
	table, _ := strict.ReadTable("shelters.csv", []byte(text), columns, &faults)
	for i := range table.Len() {
		row := table.Row(i)
		name, _ := row.Cell("name").NeedText()
		area, _ := row.Cell("effective_area").Area()
		capacity, known := row.Cell("capacity").People()
		fmt.Println(name, area, capacity, known)
	}
	fmt.Println(faults.In(spec.Chinese))
	// Output:
	// 中心广场 12000 6000 true
	// 体育场 34000 0 false
	// shelters.csv:3:9: "70,00" 的千分位分隔符 [table.thousands]
}
