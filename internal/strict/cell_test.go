package strict

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// cell returns the one cell v of a table whose header is given.
func cell(t *testing.T, header, content string) (Cell, *spec.Faults) {
	t.Helper()
	var faults spec.Faults
	text := "编号,\"" + header + "\"\n一,\"" + content + "\"\n"
	table, ok := ReadTable("t.csv", []byte(text), []Column{{Name: "id", Aliases: []string{"编号"}}, {Name: "v", Units: map[string]string{"顶帐篷": "1", "斤": "no unit"}}}, &faults)
	if !ok {
		t.Fatalf("table does not read: %v", faults.Err())
	}
	return table.Row(0).Cell("v"), &faults
}

// reading is a way to read a cell, shown as text.
type reading func(Cell) (string, bool)

func as[T any](read func(Cell) (T, bool)) reading {
	return func(c Cell) (string, bool) {
		v, ok := read(c)
		return fmt.Sprint(v), ok
	}
}

func TestCellsRead(t *testing.T) {
	people, count, quantity := as(Cell.People), as(Cell.Count), as(Cell.Quantity)
	area, money, date := as(Cell.Area), as(Cell.Money), as(Cell.Date)
	ratio := func(c Cell) (string, bool) {
		r, ok := c.Ratio()
		return r.Text(4), ok
	}
	decimal := func(c Cell) (string, bool) {
		d, ok := c.Decimal()
		return measure.DecimalText(d), ok
	}
	signed := func(c Cell) (string, bool) {
		d, ok := c.SignedDecimal()
		return measure.DecimalText(d), ok
	}
	for _, tt := range []struct {
		header, content string
		read            reading
		want            string
	}{
		{"v", "1500", people, "1500"},
		{"v", " 1500\u3000", people, "1500"},
		{"v", "１５００", people, "1500"},
		{"v", "1,234,567", people, "1234567"},
		{"v", "１，２３４，５６７", people, "1234567"},
		{"v", "1，234", count, "1234"},
		{"v", "123,456", count, "123456"},
		{"v", "0", people, "0"},
		{"v(人)", "12", people, "12"},
		{"v（万人）", "3.2", people, "32000"},
		{"v(万人)", "3.200000", people, "32000"},
		{"v(万人)", "0.0001", people, "1"},
		{"v(万)", "1,234", count, "12340000"},
		{"v(顶帐篷)", "7", count, "7"},
		{"v(个)", "1.25", quantity, "1.25"},
		{"v(万件)", "1.25", quantity, "12500"},
		{"v", "30", as(Cell.Int), "30"},
		{"v", "1,234.50", decimal, "1234.50"},
		{"v", "３７．９６", decimal, "37.96"},
		{"v", "－0.5", signed, "-0.5"},
		{"v", "−1,234", signed, "-1234"},
		{"v", "2025", as(Cell.Year), "2025"},
		{"v", "２０２５", as(Cell.Year), "2025"},
		{"v", "2022-08-02", date, "2022-08-02"},
		{"v", "2022/8/2", date, "2022-08-02"},
		{"v", "2022-8-2", date, "2022-08-02"},
		{"v", "2022年8月12日", date, "2022-08-12"},
		{"v", "２０２２年１２月３１日", date, "2022-12-31"},
		{"v(公顷)", "37.96", area, "379600"},
		{"v(公顷)", "37.96 ha", area, "379600"},
		{"v(公顷)", "37.96公顷", area, "379600"},
		{"v", "37.96 ha", area, "379600"},
		{"v", "１，０００ 平方米", area, "1000"},
		{"v", "1.5km²", area, "1500000"},
		{"v(亩)", "3", as(Cell.GrossArea), "2000"},
		{"v(ha)", "3", as(Cell.GrossArea), "30000"},
		{"v(km2)", "3", as(Cell.GrossArea), "3000000"},
		{"v", "3 m2", as(Cell.GrossArea), "3"},
		{"v(万元)", "1,300.5", money, "13005000"},
		{"v(亿元)", "2", money, "200000000"},
		{"v", "5元", money, "5"},
		{"v(公里)", "2.5", as(Cell.Distance), "2500"},
		{"v", "3 米", as(Cell.Distance), "3"},
		{"v(小时)", "24", as(Cell.Duration), "86400"},
		{"v", "90 s", as(Cell.Duration), "90"},
		{"v(分钟)", "1.5", as(Cell.Duration), "90"},
		{"v", "0.95", ratio, "0.9500"},
		{"v(%)", "95", ratio, "0.9500"},
		{"v(％)", "95.5", ratio, "0.9550"},
		{"v", "95%", ratio, "0.9500"},
		{"v(%)", "１％", ratio, "0.0100"},
		{"v", "2/3", ratio, "0.6667"},
		{"v", "是", as(Cell.Bool), "true"},
		{"v", "false", as(Cell.Bool), "false"},
		{"v", "否", as(Cell.Bool), "false"},
		{"v", "true", as(Cell.Bool), "true"},
		{"v", "　丰都 县 ", as(Cell.Text), "丰都 县"},
		{"v(%)", "丰都", as(Cell.NeedText), "丰都"},
	} {
		c, faults := cell(t, tt.header, tt.content)
		got, ok := tt.read(c)
		if !ok || got != tt.want || faults.Err() != nil {
			t.Errorf("%s %q reads %q, %v, want %q; %v", tt.header, tt.content, got, ok, tt.want, faults.Err())
		}
	}
}

func TestCellFaults(t *testing.T) {
	people, area, decimal, date := as(Cell.People), as(Cell.Area), as(Cell.Decimal), as(Cell.Date)
	for _, tt := range []struct {
		header, content string
		read            reading
		want            string
	}{
		{"v", "12,34", people, "2:3 v table.thousands 12,34"},
		{"v", "1,2345", people, "2:3 v table.thousands 1,2345"},
		{"v", "1234,567", people, "2:3 v table.thousands 1234,567"},
		{"v", "0,123", people, "2:3 v table.thousands 0,123"},
		{"v", ",123", people, "2:3 v table.thousands ,123"},
		{"v", "1,", people, "2:3 v table.thousands 1,"},
		{"v", "1,,234", people, "2:3 v table.thousands 1,,234"},
		{"v", "1,23a", people, "2:3 v table.thousands 1,23a"},
		{"v", "a,234", people, "2:3 v table.thousands a,234"},
		{"v", "1.234,567", decimal, "2:3 v table.thousands 1.234,567"},
		{"v", "1,5", decimal, "2:3 v table.thousands 1,5"},
		{"v(%)", "1,5", as(Cell.Ratio), "2:3 v(%) table.thousands 1,5"},
		{"v(公顷)", "1,5", area, "2:3 v(公顷) table.thousands 1,5"},
		{"v(万人)", "1,5", people, "2:3 v(万人) table.thousands 1,5"},
		{"v", "1.5", people, "2:3 v measure.fraction 1.5"},
		{"v(万人)", "1.23456", people, "2:3 v(万人) measure.fraction 12345.6"},
		{"v(万人)", "x", people, "2:3 v(万人) measure.syntax x"},
		{"v", "-3", people, "2:3 v measure.negative -3"},
		{"v", "0120", people, "2:3 v measure.leading-zero 0120"},
		{"v", "120人", people, "2:3 v measure.syntax 120人"},
		{"v", "1 234", people, "2:3 v measure.syntax 1 234"},
		{"v(公顷)", "5", people, "1:4 v(公顷) unit.unknown 公顷"},
		{"v(公顷)", "5", decimal, "1:4 v(公顷) unit.unknown 公顷"},
		{"v(人)", "5", area, "1:4 v(人) unit.unknown 人"},
		{"v(元)", "5", as(Cell.Ratio), "1:4 v(元) unit.unknown 元"},
		{"v(万)", "5", as(Cell.SignedDecimal), "2:3 v(万) unit.unknown 万"},
		{"v", "1e400000万元", as(Cell.Money), "2:3 v measure.syntax 1e400000"},
		{"v(万元)", "1e400000", as(Cell.Money), "2:3 v(万元) measure.syntax 1e400000"},
		{"v", "0x10 ha", area, "2:3 v measure.syntax 0x10"},
		{"v", "24O00", area, "2:3 v measure.syntax 24O00"},
		{"v", "24O00 ha", area, "2:3 v measure.syntax 24O00"},
		{"v(ha)", "24O", area, "2:3 v(ha) measure.syntax 24O"},
		{"v", "2l0.5 ha", area, "2:3 v measure.syntax 2l0.5"},
		{"v(万元)", "5", as(Cell.SignedDecimal), "1:4 v(万元) unit.unknown 万元"},
		{"v", "5", area, "2:3 v unit.missing 5"},
		{"v", "5 元", area, "2:3 v unit.unknown 元"},
		{"v", "5 尺", area, "2:3 v unit.unknown 尺"},
		{"v(公顷)", "5 亩", area, "2:3 v(公顷) unit.conflict 5 亩"},
		{"v(公顷)", "公顷", area, "2:3 v(公顷) measure.syntax 公顷"},
		{"v(公顷)", "-5", area, "2:3 v(公顷) measure.negative -5"},
		{"v(亩)", "1", area, "2:3 v(亩) measure.inexact 1"},
		{"v(亩)", "1", as(Cell.GrossArea), "2:3 v(亩) measure.inexact 1"},
		{"v(元)", "0.001", as(Cell.Money), "2:3 v(元) measure.inexact 0.001"},
		{"v", "2147483648", as(Cell.Int), "2:3 v measure.range 2147483648"},
		{"v", "22/8/2", date, "2:3 v measure.date 22/8/2"},
		{"v", "2022/8-2", date, "2:3 v measure.date 2022/8-2"},
		{"v", "8/2/2022", date, "2:3 v measure.date 8/2/2022"},
		{"v", "2022/02/30", date, "2:3 v measure.date 2022-02-30"},
		{"v", "2022年8月", date, "2:3 v measure.date 2022年8月"},
		{"v", "2022-8-2日", date, "2:3 v measure.date 2022-8-2日"},
		{"v", "2022/8/002", date, "2:3 v measure.date 2022/8/002"},
		{"v", "2022/8/", date, "2:3 v measure.date 2022/8/"},
		{"v", "45000", date, "2:3 v measure.date 45000"},
		{"v", "25", as(Cell.Year), "2:3 v measure.date 25"},
		{"v", "有", as(Cell.Bool), "2:3 v table.unknown-value 有"},
		{"v", "", as(func(c Cell) (string, bool) { return c.NeedText() }), "2:3 v table.empty-cell "},
		{"v", " ", as(func(c Cell) (measure.People, bool) { return c.Required().People() }), "2:3 v table.empty-cell "},
	} {
		c, faults := cell(t, tt.header, tt.content)
		if _, ok := tt.read(c); ok {
			t.Errorf("%s %q reads", tt.header, tt.content)
		}
		got := told(faults)
		if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
			t.Errorf("%s %q (-want +got):\n%s", tt.header, tt.content, diff)
		}
	}
}

func TestEmptyCellsAreUnknownWithoutAFault(t *testing.T) {
	for _, header := range []string{"v", "v(公顷)", "v(人)"} {
		c, faults := cell(t, header, " ")
		for i, read := range []reading{
			as(Cell.Text), as(Cell.People), as(Cell.Count), as(Cell.Int), as(Cell.Quantity), as(Cell.Decimal), as(Cell.SignedDecimal),
			as(Cell.Date), as(Cell.Year), as(Cell.Bool), as(Cell.Ratio), as(Cell.Area), as(Cell.GrossArea), as(Cell.Money),
			as(Cell.Distance), as(Cell.Duration),
			as(func(c Cell) (int, bool) { return CellValue(c, parseInt) }),
			as(func(c Cell) (spec.Standing, bool) { return CellChoice(c, spec.ParseStanding) }),
		} {
			if _, ok := read(c); ok || faults.Err() != nil {
				t.Errorf("%s: reading %d of an empty cell: %v, %v", header, i, ok, faults.Err())
			}
		}
	}
}

func TestAUnitThatDoesNotFitIsToldOnce(t *testing.T) {
	var faults spec.Faults
	table, _ := ReadTable("t.csv", []byte("id,v(公顷)\na,1\nb,2\n"), []Column{{Name: "id"}, {Name: "v"}}, &faults)
	for i := range table.Len() {
		if n, ok := table.Row(i).Cell("v").People(); ok {
			t.Errorf("row %d reads %d persons from hectares", i, n)
		}
	}
	if diff := cmp.Diff([]string{"1:4 v(公顷) unit.unknown 公顷"}, told(&faults)); diff != "" {
		t.Error(diff)
	}
}

func TestAnUnknownUnitLeavesItsColumnUnread(t *testing.T) {
	var faults spec.Faults
	columns := []Column{{Name: "id"}, {Name: "v", Units: map[string]string{"斤": "no unit"}}}
	table, _ := ReadTable("t.csv", []byte("id,v(斤)\na,1\n"), columns, &faults)
	if _, ok := table.Row(0).Cell("v").Quantity(); ok {
		t.Error("a quantity in an unknown unit was read")
	}
	if diff := cmp.Diff([]string{"1:4 v(斤) unit.unknown 斤"}, told(&faults)); diff != "" {
		t.Error(diff)
	}
}

func TestRequiredCellsOfMissingColumns(t *testing.T) {
	var faults spec.Faults
	columns := []Column{{Name: "id"}, {Name: "must", Required: true}, {Name: "may"}}
	table, _ := ReadTable("t.csv", []byte("id\na\nb\n"), columns, &faults)
	for i := range table.Len() {
		table.Row(i).Cell("must").Required()
	}
	table.Row(1).Cell("may").Required()
	want := []string{"1:1 must table.missing-header ", "3:0 may table.empty-cell "}
	if diff := cmp.Diff(want, told(&faults)); diff != "" {
		t.Error(diff)
	}
}

func TestCellChoiceAndValue(t *testing.T) {
	c, faults := cell(t, "v", "ours")
	standing, ok := CellChoice(c, spec.ParseStanding, standings()...)
	if !ok || standing != spec.Ours {
		t.Errorf("reads %v, %v", standing, ok)
	}
	if _, ok := CellValue(c, func(s string) (int, error) { return 0, fmt.Errorf("%s is no good", s) }); ok {
		t.Error("a failed value is ok")
	}
	if diff := cmp.Diff([]string{"2:3 v table.unknown-value ours"}, told(faults)); diff != "" {
		t.Error(diff)
	}
}

func TestFaultsOfTheFirstColumnNameItsHeader(t *testing.T) {
	var faults spec.Faults
	table, _ := ReadTable("t.csv", []byte("编号\n\"a\"\n"), shelterColumns(), &faults)
	table.Row(0).Cell("id").Count()
	table.Row(0).Fault(CodeCellValue, "b", spec.T("a", "b"))
	if diff := cmp.Diff([]string{"2:1  table.unknown-value b", "2:1 编号 measure.syntax a"}, told(&faults)); diff != "" {
		t.Error(diff)
	}
}
