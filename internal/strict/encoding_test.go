package strict

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/county-emergency/emergency/spec"
)

func gb18030(t interface{ Fatal(...any) }, text string) []byte {
	out, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A character beyond the two-byte set (㎡, 𠀀) takes four bytes in GB18030.
const chineseTable = "编号,名称,有效面积(㎡)\nA1,丰都县㎡广场,1200\nA2,𠀀镇,5\n"

func TestGB18030TablesReadAsUTF8Ones(t *testing.T) {
	var faults spec.Faults
	table, ok := ReadTable("t.csv", gb18030(t, chineseTable), shelterColumns(), &faults)
	if !ok || table.Len() != 2 {
		t.Fatalf("does not read: %v", faults.Err())
	}
	row := table.Row(1)
	name, _ := row.Cell("name").Text()
	area, ok := row.Cell("effective_area").Area()
	if name != "𠀀镇" || !ok || area.String() != "5" {
		t.Errorf("reads %q, %v, %v", name, area, ok)
	}
	row.Cell("name").Fault(CodeCellValue, name, spec.T("a", "b"))
	if diff := cmp.Diff([]string{"3:4 名称 table.unknown-value 𠀀镇"}, told(&faults)); diff != "" {
		t.Error(diff)
	}
}

func TestTextThatIsNeitherUTF8NorGB18030(t *testing.T) {
	gb := string(gb18030(t, "编号,名称\nA1,丰都\n"))
	utf := "编号,名称\nA1,丰都县避难场所\n"
	for name, tt := range map[string]struct{ text, want string }{
		"cut in the middle":          {gb + "\xb7", "1:1  text.broken-utf8 \\xb1"},
		"byte that is no character":  {gb + "\xff\xff", "1:1  text.broken-utf8 \\xb1"},
		"euro of the old code page":  {gb + "\x80", "1:1  text.broken-utf8 \\xb1"},
		"utf-8 with one broken pair": {strings.Replace(utf, "县", "\xd6\xd0", 1), "2:6  text.broken-utf8 \\xd6"},
		"utf-8 cut at the end":       {utf[:len(utf)-2], "2:10  text.broken-utf8 \\xe6"},
		"byte order mark":            {bom + gb, "1:2  text.broken-utf8 \\xb1"},
	} {
		t.Run(name, func(t *testing.T) {
			var faults spec.Faults
			if table, ok := ReadTable("t.csv", []byte(tt.text), shelterColumns(), &faults); ok || table != nil {
				t.Error("a broken table reads")
			}
			if diff := cmp.Diff([]string{tt.want}, told(&faults)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGB18030IsWrittenBackAcrossPieces(t *testing.T) {
	// Longer than the piece that is written back at a time, and off its edge.
	text := "编号\na" + strings.Repeat("丰𠀀a\n", 40_000)
	var faults spec.Faults
	table, ok := ReadTable("t.csv", gb18030(t, text), shelterColumns(), &faults)
	if !ok || table.Len() != 40_000 || table.Row(39_999).Cell("id").Literal() != "丰𠀀a" {
		t.Errorf("%d rows, %v", table.Len(), faults.Err())
	}
}

// 模 is C4 A3 in GB18030, which is also a letter in UTF-8.
func TestGB18030ThatLooksLikeLettersInUTF8(t *testing.T) {
	var faults spec.Faults
	table, ok := ReadTable("t.csv", gb18030(t, "id\n模模模模丰\n"), shelterColumns(), &faults)
	if !ok || table.Row(0).Cell("id").Literal() != "模模模模丰" {
		t.Errorf("reads %q, %v", table.Row(0).Cell("id").Literal(), faults.Err())
	}
}

// Two whole characters of UTF-8 outweigh one broken byte, one does not: that
// text is read as GB18030.
func TestDamagedUTF8IsToldByWeight(t *testing.T) {
	for text, want := range map[string]bool{"id\n丰丰\xb0A\n": false, "id\n丰\xb0A\n": true} {
		var faults spec.Faults
		if _, ok := ReadTable("t.csv", []byte(text), shelterColumns(), &faults); ok != want || (faults.Len() == 0) != want {
			t.Errorf("%q: ok %v, %v", text, ok, faults.Err())
		}
	}
}
