package strict

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/spec"
)

// shelterColumns is a table with every kind of column.
func shelterColumns() []Column {
	return []Column{
		{Name: "id", Aliases: []string{"编号"}, Required: true},
		{Name: "name", Aliases: []string{"名称", "避难场所名称"}},
		{Name: "effective_area", Aliases: []string{"有效面积", "有效避难面积"}, Units: map[string]string{"公頃": "ha"}},
		{Name: "capacity", Aliases: []string{"容纳人数"}},
		{Name: "built", Aliases: []string{"建成日期"}},
	}
}

func TestReadTableFaults(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
		rows       int // -1: nothing can be read
	}{
		{"empty file", "", []string{"1:1  table.empty "}, -1},
		{"blanks only", " \n,,\n\u3000\n", []string{"1:1  table.empty "}, -1},
		{"header only", "id\n", nil, 0},
		{"unknown header", "编号,名陈,x\na,b,c\n", []string{"1:4 名陈 table.unknown-header 名陈", "1:7 x table.unknown-header x"}, 1},
		{"unknown header before a bracket", "编号,长度(米)\n", []string{"1:4 长度(米) table.unknown-header 长度(米)"}, 0},
		{"bracket only", "编号,(米)\n", []string{"1:4 (米) table.unknown-header (米)"}, 0},
		{"empty header", "编号,,名称\n", []string{"1:4  table.unknown-header "}, 0},
		{"duplicate header", "编号,名称,\"name\"\na,b,c\n", []string{"1:7 name table.duplicate-header name"}, 1},
		{"missing header", "名称\n甲\n", []string{"1:1 id table.missing-header "}, 1},
		{"unknown unit", "编号,有效面积(尺)\na,5\n", []string{"1:4 有效面积(尺) unit.unknown 尺"}, 1},
		{"too few cells", "编号,名称\na\nb,乙\n", []string{"2:1  table.cells 1"}, 1},
		{"too many cells", "编号,名称\n甲,乙,丙\nb,\n", []string{"2:1  table.cells 3"}, 1},
		{"empty row between", "编号,名称\na,甲\n\n,\nb,乙\n", []string{"3:1  table.empty-row ", "4:1  table.empty-row "}, 2},
		{"empty row before the header", "\n编号\na\n", []string{"1:1  table.empty-row "}, 1},
		{"empty rows behind", "编号,名称\na,甲\n\n,\n , \n", nil, 1},
		{"quotation mark inside", "编号,名称\na,甲\"乙\"\nb,乙\n", []string{`2:4  table.quote "乙"`}, 1},
		{"text behind a quotation mark", "编号,名称\n\"甲\"乙,c\nb,乙\n", []string{"2:4  table.quote 乙,c"}, 1},
		{"blank behind a quotation mark", "编号,名称\n\"甲\" ,c\n", []string{"2:4  table.quote  ,c"}, 0},
		{"open quotation mark", "编号,名称\na,甲\n乙,\"b\nc,d\n", []string{`3:3  table.quote "b`}, 1},
		{"quotation mark behind lines", "编号,名称\n\"a\nb\",甲\"\nc,d\n", []string{`3:5  table.quote "`}, 1},
		{"broken header", "编\"号\na\n", []string{`1:2  table.quote "号`}, -1},
		{"open quotation mark at the start", "\"id\na\n", []string{`1:1  table.quote "id`}, -1},
		{"NUL", "编号\n甲\x00\n", []string{"2:2  text.nul \\x00"}, -1},
		{"broken UTF-8", "编号,名称\n中,\xff\n", []string{"2:3  text.broken-utf8 \\xff"}, -1},
		{"broken UTF-8 with mark", "\ufeffid\n\xb7\xe1\n", []string{"2:1  text.broken-utf8 \\xb7"}, -1},
		{"broken at the end of old lines", "编号中文字\rab\r\n\xff\n", []string{"3:1  text.broken-utf8 \\xff"}, -1},
		{"long line", "id\n" + strings.Repeat("a", maxLine+1) + "\nb\n", []string{"2:1  text.long-line " + strings.Repeat("a", 80)}, -1},
		{"long cell", "id\n\"" + strings.Repeat("ab\n", 400_000) + "\"\nb\n", []string{"2:1  text.long-line " + spec.Shorten(strings.Repeat("ab\n", 80)[:80])}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var faults spec.Faults
			table, ok := ReadTable("shelters.csv", []byte(tt.text), shelterColumns(), &faults)
			want := append([]string{}, tt.want...)
			if diff := cmp.Diff(want, told(&faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if ok != (len(tt.want) == 0) {
				t.Errorf("ok is %v", ok)
			}
			if (table == nil) != (tt.rows < 0) || table.Len() != max(0, tt.rows) {
				t.Errorf("%d rows, want %d", table.Len(), tt.rows)
			}
			for _, f := range faults.All() {
				if f.File != "shelters.csv" || !f.Message.Complete() {
					t.Errorf("fault without file or text: %+v", f)
				}
			}
		})
	}
}

func TestRowsKeepTheirPlace(t *testing.T) {
	text := "\"名称\",编号\r\n\"甲\r\n乙\",a\r\r\nb,丙\n\"\"\"丁\"\"\", d \n"
	// The lone carriage return ends row a; the row after it is empty.
	var faults spec.Faults
	table, ok := ReadTable("t.csv", []byte(text), shelterColumns(), &faults)
	if ok || table.Len() != 3 || !table.Has("id") || table.Has("capacity") || table.Has("nothing") || table.File() != "t.csv" {
		t.Fatalf("ok %v, %d rows, %v", ok, table.Len(), faults.Err())
	}
	type place struct {
		ID, Name             string
		Row, Line, NameLine  int
		NameColumn, IDColumn int
	}
	var got []place
	for i := range table.Len() {
		row := table.Row(i)
		id, name := row.Cell("id"), row.Cell("name")
		got = append(got, place{id.Literal(), name.Literal(), row.Line(), id.Line(), name.Line(), name.place().Column, id.place().Column})
	}
	want := []place{
		{"a", "甲\n乙", 2, 3, 2, 1, 4},
		{"丙", "b", 5, 5, 5, 1, 3},
		{"d", `"丁"`, 6, 6, 6, 1, 9},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"4:1  table.empty-row "}, told(&faults)); diff != "" {
		t.Error(diff)
	}
}

func TestHeadersInEveryForm(t *testing.T) {
	for _, header := range []string{
		"effective_area(ha)", "有效面积(公顷)", "有效面积（公顷）", "有效避难面积 （ha）", " EFFECTIVE_AREA (HA) ",
		"\"有效面积\n(公顷)\"", "ｅｆｆｅｃｔｉｖｅ＿ａｒｅａ（ｈａ）", "有效面积(公頃)", "\ufeff有效面积(公顷)",
	} {
		var faults spec.Faults
		table, ok := ReadTable("t.csv", []byte(header+",id\n37.96,a\n"), shelterColumns(), &faults)
		if !ok {
			t.Errorf("%q: %v", header, faults.Err())
			continue
		}
		area, ok := table.Row(0).Cell("effective_area").Area()
		if !ok || area.SquareCentimetres() != 379_600*10_000 {
			t.Errorf("%q reads %v, %v", header, area, ok)
		}
	}
}

func TestRowsOutsideTheTableAreEmpty(t *testing.T) {
	table, ok := ReadTable("t.csv", []byte("id\na\n"), shelterColumns(), nil)
	if !ok {
		t.Fatal("does not read")
	}
	var none *Table
	for _, row := range []Row{table.Row(-1), table.Row(1), none.Row(0), {}} {
		c := row.Cell("id")
		if _, ok := c.Required().People(); ok || !c.Empty() || row.Line() != 0 || c.Line() != 0 {
			t.Error("a row outside the table has something")
		}
		row.Fault(CodeCells, "", spec.Text{})
		c.Fault(CodeCells, "", spec.Text{})
	}
	none.Finish()
	if none.Len() != 0 || none.Has("id") || none.File() != "" || none.Unlisted() != 0 {
		t.Error("a nil table has something")
	}
}

func TestTableFaultsBeyondTheLimitAreCounted(t *testing.T) {
	var faults spec.Faults
	text := "id,name\n" + strings.Repeat("a,b\n", maxOfCode+3) + strings.Repeat("a\n", 5)
	table, _ := ReadTable("t.csv", []byte(text), shelterColumns(), &faults)
	for i := range table.Len() {
		table.Row(i).Cell("id").Count()
	}
	table.Row(0).Fault(CodeCells, "", spec.T("a", "b"))
	table.Finish()
	// 200 of 203 wrong numbers, all of 6 faults of another kind, and the count.
	if faults.Len() != maxOfCode+6+1 || table.Unlisted() != 3 {
		t.Errorf("%d faults, %d unlisted", faults.Len(), table.Unlisted())
	}
	first := faults.All()[0]
	if first.Code != CodeMoreFaults || first.Value != "measure.syntax" || !strings.HasPrefix(first.Message.EN, "3 more faults measure.syntax") {
		t.Errorf("the first fault is %v", first)
	}
}

// Many kinds of faults fill the list of a file as well: 1,000 of all together.
func TestAFileListsAThousandFaultsOfAllKinds(t *testing.T) {
	var faults spec.Faults
	table, _ := ReadTable("t.csv", []byte("id,name\na,b\n"), shelterColumns(), &faults)
	codes := []string{"a", "b", "c", "d", "e", "f"}
	for _, code := range codes {
		for range maxOfCode {
			table.Row(0).Fault(code, "", spec.T("a", "b"))
		}
	}
	table.Finish()
	if faults.Len() != maxFaults+1 || table.Unlisted() != maxOfCode {
		t.Errorf("%d faults, %d unlisted", faults.Len(), table.Unlisted())
	}
}

func TestRowsAreNotReadOnAfterThousandsOfFaults(t *testing.T) {
	var faults spec.Faults
	table, _ := ReadTable("t.csv", []byte("id,name\n"+strings.Repeat("a,b\n", maxCounted+7)), shelterColumns(), &faults)
	read := 0
	for row := range table.Rows() {
		read++
		row.Cell("id").Count()
	}
	table.Finish()
	if read != maxCounted {
		t.Errorf("%d rows read", read)
	}
	var said []string
	for _, f := range faults.All() {
		if f.Code == CodeNotReadOn || f.Code == CodeMoreFaults {
			said = append(said, f.Message.EN)
		}
	}
	want := []string{"9800 more faults measure.syntax are not listed", "after 10000 faults the last 7 rows were not read"}
	if strings.Join(said, "|") != strings.Join(want, "|") {
		t.Errorf("%q", said)
	}
	if table.Room() != 1024 {
		t.Errorf("room for %d rows", table.Room())
	}
}

// A misspelt header is answered in the language it was written in.
func TestUnknownHeaderNamesTheNearestWord(t *testing.T) {
	for header, want := range map[string]string{
		"efective_area": "nearest: effective_area",
		"有效避难面枳(平方米)":   "nearest: 有效避难面积",
		"capcity (人)":   "nearest: capacity",
		"beds":          "known: id, name, effective_area, capacity, built",
		"(米)":           "known: id, name, effective_area, capacity, built",
	} {
		var faults spec.Faults
		ReadTable("shelters.csv", []byte("编号,"+header+"\n"), shelterColumns(), &faults)
		if got := faults.All()[0].Message.EN; !strings.HasSuffix(got, "("+want+")") {
			t.Errorf("%s: %s, want %s", header, got, want)
		}
	}
}
