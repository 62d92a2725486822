package strict

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// drawContent draws what a cell may hold: quotation marks, commas, line breaks
// and Chinese among it, no blanks at its ends.
func drawContent(t *rapid.T, label string) string {
	runes := rapid.SliceOfN(rapid.SampledFrom([]rune("ab,\"\n ；中丰𠀀㎡0１\t")), 0, 8).Draw(t, label)
	return trim(string(runes))
}

// drawRows draws a table of the columns id, name, capacity; id is never empty,
// so that no row is.
func drawRows(t *rapid.T) [][]string {
	n := rapid.IntRange(0, 6).Draw(t, "rows")
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = []string{"x" + drawContent(t, "id"), drawContent(t, "name"), drawContent(t, "capacity")}
		rows[i][0] = trim(rows[i][0])
	}
	return rows
}

func written(rows [][]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.WriteAll(rows) // a strings.Builder never fails
	return b.String()
}

// cells reads a table back by the names of its columns.
func cells(t *rapid.T, data []byte) [][]string {
	var faults spec.Faults
	table, ok := ReadTable("t.csv", data, shelterColumns(), &faults)
	if !ok {
		t.Fatalf("table does not read: %v\n%s", faults.Err(), data)
	}
	out := make([][]string, table.Len())
	for i := range out {
		row := table.Row(i)
		out[i] = []string{row.Cell("id").Literal(), row.Cell("name").Literal(), row.Cell("capacity").Literal()}
	}
	return out
}

var threeHeaders = []string{"id", "名称", "容纳人数"}

func TestTablesReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		got := cells(t, []byte(written(append([][]string{threeHeaders}, rows...))))
		if diff := cmp.Diff(rows, got); diff != "" {
			t.Fatalf("(-written +read):\n%s", diff)
		}
	})
}

func TestColumnOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		order := rapid.Permutation([]int{0, 1, 2}).Draw(t, "order")
		moved := [][]string{}
		for _, row := range append([][]string{threeHeaders}, rows...) {
			moved = append(moved, []string{row[order[0]], row[order[1]], row[order[2]]})
		}
		if diff := cmp.Diff(rows, cells(t, []byte(written(moved)))); diff != "" {
			t.Fatalf("(-written +read):\n%s", diff)
		}
	})
}

func TestEncodingDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := append(drawRows(t), []string{"丰都县避难场所", "", ""})
		text := written(append([][]string{threeHeaders}, rows...))
		want := cells(t, []byte(text))
		for name, data := range map[string][]byte{
			"byte order mark": []byte(bom + text),
			"GB18030":         gb18030(t, text),
			"windows lines":   []byte(strings.ReplaceAll(text, "\n", "\r\n")),
			"no last line":    []byte(strings.TrimSuffix(text, "\n")),
			"empty rows":      []byte(text + "\n,,\n"),
		} {
			if diff := cmp.Diff(want, cells(t, data)); diff != "" {
				t.Fatalf("%s (-plain +%s):\n%s", name, name, diff)
			}
		}
	})
}

// The standard library's reader is the second way of splitting a table.
func TestSplittingAgreesWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom([]rune("a中,,\"\n\n")), 0, 30).Draw(t, "text"))
		r := csv.NewReader(strings.NewReader("id,name\n" + text))
		r.FieldsPerRecord = -1
		records, err := r.ReadAll()
		var faults spec.Faults
		table, _ := ReadTable("t.csv", []byte("id,name\n"+text), shelterColumns(), &faults)
		if quoted := strings.Contains(codesOf(&faults), CodeQuote); quoted != (err != nil) {
			t.Fatalf("%q: %v, the standard library says %v", text, faults.Err(), err)
		}
		if err != nil {
			return
		}
		var want [][]string
		for _, record := range records[1:] {
			if len(record) == 2 && trim(record[0]+record[1]) != "" {
				want = append(want, []string{trim(record[0]), trim(record[1])})
			}
		}
		var got [][]string
		for i := range table.Len() {
			got = append(got, []string{table.Row(i).Cell("id").Literal(), table.Row(i).Cell("name").Literal()})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q (-standard +ours):\n%s", text, diff)
		}
	})
}

func TestPlacesPointAtTheirCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := append(drawRows(t), []string{"z", "y", "x"})
		text := written(append([][]string{threeHeaders}, rows...))
		table, _ := ReadTable("t.csv", []byte(text), shelterColumns(), nil)
		physical := strings.Split(text, "\n")
		for i := range table.Len() {
			for _, column := range []string{"id", "name", "capacity"} {
				c := table.Row(i).Cell(column)
				at := c.place()
				line := []rune(physical[at.Line-1])
				rest := strings.TrimPrefix(string(line[at.Column-1:]), `"`)
				firstLine, _, _ := strings.Cut(strings.ReplaceAll(c.Literal(), `"`, `""`), "\n")
				if !strings.HasPrefix(rest, firstLine) {
					t.Fatalf("%d:%d of %q is %q, the cell is %q", at.Line, at.Column, text, rest, c.Literal())
				}
			}
		}
	})
}

func TestGroupedAndFullWidthDigitsReadAsThePlainNumber(t *testing.T) {
	wide := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ",", "，")
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1<<62).Draw(t, "number")
		plain := strconv.FormatInt(n, 10)
		grouped := plain
		for i := len(plain) - 3; i > 0; i -= 3 {
			grouped = grouped[:i] + "," + grouped[i:]
		}
		for _, text := range []string{plain, grouped, wide.Replace(plain), wide.Replace(grouped)} {
			table, _ := ReadTable("t.csv", []byte("id,容纳人数\na,\""+text+"\"\n"), shelterColumns(), nil)
			if got, ok := table.Row(0).Cell("capacity").People(); !ok || got != measure.People(n) {
				t.Fatalf("%s reads %v, %v", text, got, ok)
			}
		}
		// A separator anywhere else is a fault.
		at := rapid.IntRange(1, len(plain)).Draw(t, "place")
		wrong := plain[:at] + "," + plain[at:]
		if _, ok := ungroup(wrong); ok && wrong != grouped {
			t.Fatalf("%s reads", wrong)
		}
	})
}

func TestKeysAskedForAreNeverUnknownAndOthersAlways(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z县]{1,6}x`), 1, 20, rapid.ID[string]).Draw(t, "keys")
		asked := rapid.SliceOfN(rapid.Bool(), len(keys), len(keys)).Draw(t, "asked")
		var b strings.Builder
		for i, key := range keys {
			fmt.Fprintf(&b, "  %s: %d\n", key, i)
		}
		var faults spec.Faults
		root, ok := ReadDocument("a.yaml", []byte("format: "+format+"\nv:\n"+b.String()), format, &faults)
		if !ok {
			t.Fatal(faults.Err())
		}
		m, _ := root.Map()
		v, _ := m.Need("v").Map()
		var want []string
		for i, key := range keys {
			if !asked[i] {
				want = append(want, fmt.Sprintf("%d:3 v.%s yaml.unknown-key %s", i+3, key, key))
				continue
			}
			if n, ok := v.Need(key).Int(); !ok || n != i {
				t.Fatalf("%s reads %d", key, n)
			}
		}
		v.Done()
		m.Done()
		if diff := cmp.Diff(append([]string{}, want...), told(&faults)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

func TestPlacesAreThoseOfAWalkThroughTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom([]rune("a中\r\n")), 0, 20).Draw(t, "text"))
		runes := []rune(text)
		line, column, offset := 1, 1, 0
		for i, r := range runes {
			if l, c := placeAt(text, offset); l != line || c != column {
				t.Fatalf("byte %d of %q is at %d:%d, want %d:%d", offset, text, l, c, line, column)
			}
			offset += utf8.RuneLen(r)
			column++
			if r == '\n' || r == '\r' && (i+1 == len(runes) || runes[i+1] != '\n') {
				line, column = line+1, 1
			}
		}
		if l, c := placeAt(text, len(text)); l != line || c != column {
			t.Fatalf("the end of %q is at %d:%d, want %d:%d", text, l, c, line, column)
		}
	})
}

func TestDistanceCountsEdits(t *testing.T) {
	// The plain definition by recursion is the second way.
	var slow func(x, y []rune) int
	slow = func(x, y []rune) int {
		if len(x) == 0 || len(y) == 0 {
			return len(x) + len(y)
		}
		a, b := len(x)-1, len(y)-1
		cost := 1
		if x[a] == y[b] {
			cost = 0
		}
		best := min(slow(x[:a], y)+1, slow(x, y[:b])+1, slow(x[:a], y[:b])+cost)
		if a > 0 && b > 0 && x[a] == y[b-1] && x[a-1] == y[b] {
			best = min(best, slow(x[:a-1], y[:b-1])+1)
		}
		return best
	}
	word := rapid.SliceOfN(rapid.SampledFrom([]rune("ab县")), 0, 5)
	rapid.Check(t, func(t *rapid.T) {
		x, y := word.Draw(t, "x"), word.Draw(t, "y")
		if got, want := distance(string(x), string(y)), slow(x, y); got != want || distance(string(y), string(x)) != got {
			t.Fatalf("distance(%q, %q) = %d, want %d", string(x), string(y), got, want)
		}
	})
}

func TestDistanceGivesUpOnLongNames(t *testing.T) {
	if distance("ba", "ab") != 1 || distance("xba", "xab") != 1 || distance("abc", "cab") != 2 {
		t.Error("swapped neighbours are not one edit")
	}
	at, beyond := strings.Repeat("县", 64), strings.Repeat("县", 65)
	if got := distance(at, at[3:]); got != 1 {
		t.Errorf("64 characters are %d from 63", got)
	}
	if got := distance(at[3:]+"x", at); got != 1 {
		t.Errorf("64 characters are %d from 64", got)
	}
	if distance(beyond, beyond) < 64 || distance(at, beyond) < 64 || distance(beyond, at) < 64 {
		t.Error("65 characters are compared")
	}
}

func TestNearestIsCloseOrNothing(t *testing.T) {
	known := []string{"population", "area", "名称", "households"}
	for seen, want := range map[string]string{
		"popluation": "population", "Population": "population", "areas": "area", "are": "area", "名陈": "名称", "xyz": "",
		"": "", strings.Repeat("a", 300): "", strings.Repeat("a", 70): "", "household": "households", "pop": "", "housexxxds": "households", "houxxxxxds": "", "housxxxxds": "",
	} {
		if got := nearest(seen, known); got != want {
			t.Errorf("nearest(%.20q) = %q, want %q", seen, got, want)
		}
	}
	slices.Reverse(known)
	if nearest("aera", known) != "area" || nearest("aera", nil) != "" {
		t.Error("nearest depends on the order")
	}
}
