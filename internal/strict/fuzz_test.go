package strict

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/spec"
)

// sane checks what holds of the faults of any input.
func sane(t *testing.T, faults *spec.Faults) {
	listed := map[string]bool{}
	for _, c := range Codes() {
		listed[c.Code] = true
	}
	if faults.Len() > maxFaults+len(codes) {
		t.Errorf("%d faults", faults.Len())
	}
	for _, f := range faults.All() {
		if f.File != "f" || !f.Message.Complete() || f.Line < 0 || f.Column < 0 || f.Column > 0 && f.Line == 0 {
			t.Errorf("bad fault %+v", f)
		}
		if !listed[f.Code] && f.Code[:8] != "measure." {
			t.Errorf("code %q is not listed", f.Code)
		}
	}
}

// readAll reads everything in a document in every way that fits.
func readAll(n *Node) {
	switch {
	case n.IsMap():
		m, _ := n.Map()
		m.Carries()
		m.Need("missing")
		for i, key := range m.Keys() {
			if i%2 == 0 {
				Figure(m.Get(key), spec.Source{Document: "a", Place: "b", Standing: spec.InPlan}, (*Node).Ratio)
			}
			readAll(m.Get(key))
		}
		m.Done()
	case n.IsList():
		for _, item := range n.List() {
			readAll(item)
		}
	default:
		n.Text()
		n.Area()
		n.Date()
		n.Duration()
		n.Bool()
		n.Period()
		n.SignedDecimal()
	}
}

func FuzzReadDocument(f *testing.F) {
	head := "format: " + format + "\n"
	for _, seed := range []string{
		"", "---\n", "null", "- 1\n", head, bom + head, head + "---\nb: 1", head + "a: [1, 2", head + "a: &x 1\nb: *x", head + "<<: {a: 1}",
		head + "a: !!int 1", head + "a: 1\na: 2", head + "1: a\n~: b\n? [c]\n: d", head + "a: \xff", head + "a: \x00", head + "a: \u202e",
		"%YAML 1.1\n---\n" + head, head + "a: {value: 5, place: 一, carries: [b, b]}", head + "a: {value: 1/3, source: {document: c, standing: ours}}",
		head + "a: 37.96 ha\nb: 2021-2025\nc: 24 h\nd: |\n  e\n", head + "a: [[[[[{b: [~, '', \" c\"]}]]]]]", head + "a: >\n\n b\n\n  c\n#d\n",
		head + "a: b: c", head + "a:\n\t- b", head + "a: \"\\x\"", head + "? |\n a\n: - b", head + "a: *b", head + "a: @", head + "a: 1 # b\n# c\n\n# d",
		"%TAG ! tag:a,2000:\n---\na: !b c", "a: 'b\n\n c'", "{a: 1, b}", "[a, b]: c", "? a\n", "&a", "*a", "!a", "--- |\n%", "\r", "a:\r- b\r",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var faults, again spec.Faults
		root, ok := ReadDocument("f", data, format, &faults)
		if ok && root == nil || ok != (faults.Len() == 0) {
			t.Errorf("ok %v, %d faults", ok, faults.Len())
		}
		readAll(root)
		sane(t, &faults)
		root, _ = ReadDocument("f", data, format, &again)
		readAll(root)
		if diff := cmp.Diff(told(&faults), told(&again)); diff != "" {
			t.Errorf("two readings differ:\n%s", diff)
		}
	})
}

func FuzzReadTable(f *testing.F) {
	for _, seed := range []string{
		"", "\n", "id\n", "id,名称\na,b\n", bom + "编号,有效面积（公顷）\na,37.96\n", "x,y\n1,2", "id,id\n", "名称\n", "id,有效面积(尺)\na,5\n", "id,名称\na\nb,c,d\n",
		"id\n\n,\na\n", "id\na\"b\n", "id\n\"a\"b\n", "id\n\"a\n", "id\r\n\"a\r\nb\"\r\n", "id,容纳人数\na,\"1,234\"\nb,\"12,34\"\n", "id,容纳人数(万人)\na,１．５\n",
		"id\n\x00", "id\n\xff", string(gb18030(f, chineseTable)), "id,建成日期\na,2022/8/2\n", "id,有效面积\na,5 亩\nb,5\nc,元\n", "id,(\n", "id,()\n", "id,名称()\n", "名称,id\n岗 １３８ 0000-0000,1\n\"x\n50023019000101000X\",2\n", "\"id\"\n\"\"\"\"\n",
	} {
		f.Add([]byte(seed))
	}
	columns := shelterColumns()
	for i := range columns {
		columns[i].Post = columns[i].Name == "name"
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var faults, again spec.Faults
		table, ok := ReadTable("f", data, columns, &faults)
		if ok && table == nil || ok != (faults.Len() == 0) {
			t.Errorf("ok %v, %d faults", ok, faults.Len())
		}
		readCells(table)
		sane(t, &faults)
		table, _ = ReadTable("f", data, columns, &again)
		readCells(table)
		if diff := cmp.Diff(told(&faults), told(&again)); diff != "" {
			t.Errorf("two readings differ:\n%s", diff)
		}
	})
}

func readCells(table *Table) {
	for i := range table.Len() {
		row := table.Row(i)
		row.Cell("id").NeedText()
		row.Cell("name").Ratio()
		row.Cell("name").SignedDecimal()
		row.Cell("effective_area").Required().Area()
		row.Cell("capacity").People()
		row.Cell("capacity").Quantity()
		row.Cell("built").Date()
	}
}
