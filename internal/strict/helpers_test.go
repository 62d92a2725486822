package strict

import (
	"fmt"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/spec"
)

const format = "emergency/test/v1"

// told returns every fault as "line:column path code value", in order.
func told(f *spec.Faults) []string {
	out := []string{}
	for _, one := range f.All() {
		out = append(out, fmt.Sprintf("%d:%d %s %s %s", one.Line, one.Column, one.Path, one.Code, one.Value))
	}
	return out
}

// read reads a document whose format line is line 1 and checks that it is
// sound.
func read(t *testing.T, body string) (*Map, *spec.Faults) {
	t.Helper()
	var faults spec.Faults
	root, ok := ReadDocument("plan.yaml", []byte("format: "+format+"\n"+body), format, &faults)
	if !ok {
		t.Fatalf("document does not read: %v", faults.Err())
	}
	m, ok := root.Map()
	if !ok {
		t.Fatal("the root is no mapping")
	}
	return m, &faults
}

// node reads the value of key v of a document.
func node(t *testing.T, value string) (*Node, *spec.Faults) {
	t.Helper()
	m, faults := read(t, "v: "+value+"\n")
	return m.Get("v"), faults
}

func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }
