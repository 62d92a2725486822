package strict

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/spec"
)

// codesOf returns the codes of the faults of a document, each once.
func codesOf(f *spec.Faults) string {
	var out []string
	seen := map[string]bool{}
	for _, one := range f.All() {
		if !seen[one.Code] {
			seen[one.Code] = true
			out = append(out, one.Code)
		}
	}
	return strings.Join(out, " ")
}

// Inputs made to exhaust a reader end in a few faults. What keeps them quick is
// what is checked: the limit that refuses them.
func TestHostileDocumentsAreRefused(t *testing.T) {
	head := "format: " + format + "\n"
	var keys strings.Builder
	for i := range 350_000 {
		fmt.Fprintf(&keys, "k%d: [v]\n", i)
	}
	bomb := head + "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'z'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9))
	}
	for _, tt := range []struct{ name, text, want string }{
		{"one endless line", head + "a: " + strings.Repeat("b", 2<<20), CodeLongLine},
		{"a million brackets", strings.Repeat("[", 1_000_000), CodeDepth},
		{"ten thousand brackets", head + "a: " + strings.Repeat("[", 9000) + strings.Repeat("]", 9000), CodeDepth},
		{"brackets on lines", strings.Repeat("[\n", 1_000_001), CodeTooMany},
		{"a million items", head + "a:\n" + strings.Repeat("- b\n", 1_000_000), CodeTooMany},
		{"a third of a million keys", head + keys.String(), CodeTooMany},
		{"a hundred thousand times one key", head + strings.Repeat("a: 1\n", 100_000), CodeMoreFaults + " " + CodeDuplicateKey},
		{"alias bomb", bomb, CodeMoreFaults + " " + CodeAlias},
		{"dashes", strings.Repeat("- ", 1<<19), CodeDepth},
		{"question marks", strings.Repeat("? ", 1<<18), CodeDepth},
		{"directives", strings.Repeat("%TAG !a! x\n", 100_000), CodeMoreFaults + " " + CodeDirective},
		{"nothing but NUL", strings.Repeat("\x00", 1<<20), CodeMoreFaults + " " + CodeNUL},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var faults spec.Faults
			root, ok := ReadDocument("a.yaml", []byte(tt.text), format, &faults)
			if got := codesOf(&faults); ok || got != tt.want {
				t.Errorf("ok %v, codes %q, want %q", ok, got, tt.want)
			}
			if faults.Len() > maxFaults+len(codes) {
				t.Errorf("%d faults", faults.Len())
			}
			m, _ := root.Map()
			m.Done()
		})
	}
}

func TestHostileNumbersAreFaultsOfTheirNode(t *testing.T) {
	for _, text := range []string{"1e400000", strings.Repeat("9", 40), "0." + strings.Repeat("0", 1<<19) + "1", "-5-", ".", "0x" + strings.Repeat("f", 1<<19), ".inf", ".nan"} {
		n, faults := node(t, text)
		if _, ok := n.Decimal(); ok || faults.Len() != 1 || len(faults.All()[0].Value) > 400 {
			t.Errorf("%.20s… reads: %v", text, faults.Len())
		}
		if _, ok := n.Ratio(); ok || faults.Len() != 2 {
			t.Errorf("%.20s… reads as a ratio", text)
		}
		if _, ok := n.Area(); ok || faults.Len() != 3 {
			t.Errorf("%.20s… reads as an area", text)
		}
	}
}

func TestInputsBeyondTheirSizeAreNotLookedAt(t *testing.T) {
	for _, tt := range []struct {
		size int
		read func([]byte, *spec.Faults) bool
	}{
		{MaxDocument + 1, func(b []byte, f *spec.Faults) bool { _, ok := ReadDocument("a", b, format, f); return ok }},
		{MaxTable + 1, func(b []byte, f *spec.Faults) bool { _, ok := ReadTable("a", b, shelterColumns(), f); return ok }},
	} {
		var faults spec.Faults
		data := make([]byte, tt.size) // untouched, so it costs no memory
		if tt.read(data, &faults) || codesOf(&faults) != CodeTooLarge {
			t.Errorf("%d bytes: %v", tt.size, codesOf(&faults))
		}
		faults = spec.Faults{}
		if tt.read(data[:10], &faults) || codesOf(&faults) != CodeNUL {
			t.Errorf("10 bytes: %v", codesOf(&faults))
		}
	}
}

func TestHostileTables(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"one endless line", "id\n" + strings.Repeat("a", 2<<20), CodeLongLine},
		{"one endless cell", "id\n\"" + strings.Repeat("a\n", 1<<20), CodeQuote},
		{"commas", "id\n" + strings.Repeat(",", 1<<19), ""},
		{"rows of commas", "id\n" + strings.Repeat(",,,,\n", 1<<17) + "a\n", CodeMoreFaults + " " + CodeEmptyRow},
		{"unknown headers", strings.Repeat("x,", 1<<18), CodeMoreFaults + " " + CodeMissingHeader + " " + CodeUnknownHeader},
		{"headers on lines", "\"" + strings.Repeat("\nx\",\"", 1<<18) + "\"", CodeMoreFaults + " " + CodeMissingHeader + " " + CodeUnknownHeader},
		{"old lines", "id\r" + strings.Repeat("a\r", 1<<19), ""},
		{"quotation marks", "id\n" + strings.Repeat("a\"\n", 1<<17), CodeMoreFaults + " " + CodeQuote},
		{"one line of doubled marks", "id\n\"" + strings.Repeat(`""`, 1<<18) + "\"\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var faults spec.Faults
			_, ok := ReadTable("a.csv", []byte(tt.text), shelterColumns(), &faults)
			if got := codesOf(&faults); got != tt.want || ok != (tt.want == "") {
				t.Errorf("ok %v, codes %q, want %q", ok, got, tt.want)
			}
		})
	}
}

// TestBlankLinesCostLittle feeds a table that is nothing but blank lines after
// its first row: they are ignored, and not kept.
func TestBlankLinesCostLittle(t *testing.T) {
	const blanks = 20 << 20
	data := append([]byte("id,name,area(m2)\na,b,1\n"), bytes.Repeat([]byte("\n"), blanks)...)
	columns := []Column{{Name: "id"}, {Name: "name"}, {Name: "area"}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var faults spec.Faults
	table, ok := ReadTable("t.csv", data, columns, &faults)
	runtime.ReadMemStats(&after)
	if !ok || table.Len() != 1 || faults.Len() != 0 {
		t.Fatalf("%v, %d rows, %d faults", ok, table.Len(), faults.Len())
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 3*blanks {
		t.Errorf("%d MB for %d MB of blank lines", used>>20, blanks>>20)
	}
	faults = spec.Faults{}
	table, _ = ReadTable("t.csv", append(data, "c,d,2\n"...), columns, &faults)
	table.Finish()
	if all := faults.All(); len(all) != maxOfCode+1 {
		t.Errorf("%d faults of blank lines between rows", len(all))
	}
}
