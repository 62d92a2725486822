package emergency_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// registerFile holds every permanent id that was ever published, one a line:
// kind, id and what must not change behind it, separated by blanks. An id that
// is given up keeps its line, with "retired" before the kind, for good.
const registerFile = "testdata/register.txt"

// entry is one permanent id. A rule's meaning may change with its revision.
type entry struct {
	revision int
	meaning  string
	retired  bool
}

func meaningOf(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:6])
}

// published returns every permanent id that the library has now.
func published(t *testing.T) map[string]entry {
	t.Helper()
	out := map[string]entry{}
	for _, r := range emergency.Rules() {
		s := r.Source
		out["rule "+r.ID] = entry{revision: r.Revision, meaning: meaningOf(r.Kind.String(), r.Formula.EN, r.Formula.ZH,
			s.Document, s.Number, s.Place, s.Standing.String())}
	}
	for _, r := range emergency.Readings() {
		out["reading "+r.ID] = entry{meaning: "default=" + r.Default}
		for _, o := range r.Options {
			out["option "+spec.Used(r, o.ID)] = entry{}
		}
	}
	for _, f := range libraryFiles(t) {
		if !strings.HasPrefix(f.dir, "examples/") {
			codesIn(f.syntax, out)
		}
	}
	for _, f := range emergency.Fengdu().Assess(nil, measure.Date{}).Findings() {
		if f.Target != "" {
			out["own target/"+f.Target] = entry{}
		}
	}
	ids := regexp.MustCompile(`(?m)(?:^|[\s{,])(?:id|code): *"?([^\s,}"]+)`)
	files, err := fs.Glob(os.DirFS("fengdu"), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile("fengdu/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range ids.FindAllSubmatch(text, -1) {
			out["own "+string(m[1])] = entry{}
		}
	}
	return out
}

// codesIn adds the codes of faults and reasons that a file declares or writes.
func codesIn(file *ast.File, out map[string]entry) {
	code := func(kind string, e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if value, err := strconv.Unquote(lit.Value); err == nil && value != "" {
				out[kind+" "+value] = entry{}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			for _, s := range n.Specs {
				values, ok := s.(*ast.ValueSpec)
				if !ok || n.Tok != token.CONST {
					continue
				}
				for i, name := range values.Names {
					switch {
					case i >= len(values.Values):
					case strings.HasPrefix(name.Name, "Fault"), strings.HasPrefix(name.Name, "Code"):
						code("fault", values.Values[i])
					case strings.HasPrefix(name.Name, "Reason"):
						code("reason", values.Values[i])
					}
				}
			}
		case *ast.CompositeLit:
			kind := ""
			if s, ok := n.Type.(*ast.SelectorExpr); ok {
				kind = map[string]string{"Fault": "fault", "Reason": "reason"}[s.Sel.Name]
			}
			for _, e := range n.Elts {
				if pair, ok := e.(*ast.KeyValueExpr); ok && kind != "" {
					if key, ok := pair.Key.(*ast.Ident); ok && key.Name == "Code" {
						code(kind, pair.Value)
					}
				}
			}
		}
		return true
	})
}

func readRegister(t *testing.T) map[string]entry {
	t.Helper()
	text, err := os.ReadFile(registerFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	out := map[string]entry{}
	for number, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		var e entry
		if words[0] == "retired" {
			e.retired, words = true, words[1:]
		}
		if len(words) < 2 {
			t.Fatalf("%s:%d is no entry: %s", registerFile, number+1, line)
		}
		id := words[0] + " " + words[1]
		for _, word := range words[2:] {
			if n, ok := strings.CutPrefix(word, "revision="); ok {
				if e.revision, err = strconv.Atoi(n); err != nil {
					t.Fatal(err)
				}
			} else {
				e.meaning = word
			}
		}
		if _, twice := out[id]; twice {
			t.Fatalf("%s:%d: %s stands twice", registerFile, number+1, id)
		}
		out[id] = e
	}
	return out
}

// compareIDs holds the ids of now against the register and returns the register
// with what may be added or raised, and what may not be.
func compareIDs(register, now map[string]entry) (next map[string]entry, wrong []string) {
	next = maps.Clone(register)
	for _, id := range slices.Sorted(maps.Keys(now)) {
		is, was := now[id], register[id]
		_, known := register[id]
		switch {
		case !known, is.revision > was.revision && !was.retired:
			next[id] = is
		case was.retired:
			wrong = append(wrong, id+" was retired and may not be used again")
		case is.revision < was.revision:
			wrong = append(wrong, fmt.Sprintf("%s has revision %d, it had %d", id, is.revision, was.revision))
		case is.meaning != was.meaning && is.revision > 0:
			wrong = append(wrong, fmt.Sprintf("%s has another kind, formula or source under the same revision %d: raise Revision by one in the rule, then run with -update", id, is.revision))
		case is.meaning != was.meaning:
			wrong = append(wrong, fmt.Sprintf("%s is now %s, it was %s: if that is meant, write it into %s by hand and into the changelog", id, is.meaning, was.meaning, registerFile))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(register)) {
		if _, there := now[id]; !there && !register[id].retired {
			wrong = append(wrong, fmt.Sprintf("%s has vanished: if that is meant, write \"retired \" before its line in %s", id, registerFile))
		}
	}
	return next, wrong
}

func writeRegister(entries map[string]entry) []byte {
	var b bytes.Buffer
	b.WriteString("# Every permanent id ever published. Lines are added and revisions raised with -update;\n" +
		"# nothing is removed: an id that is given up gets \"retired\" before its kind and is never used again.\n")
	for _, id := range slices.Sorted(maps.Keys(entries)) {
		e := entries[id]
		if e.retired {
			b.WriteString("retired ")
		}
		b.WriteString(id)
		if e.revision > 0 {
			fmt.Fprintf(&b, " revision=%d", e.revision)
		}
		if e.meaning != "" {
			b.WriteString(" " + e.meaning)
		}
		b.WriteString("\n")
	}
	return b.Bytes()
}

func TestPermanentIDsNeitherVanishNorChangeTheirMeaning(t *testing.T) {
	register, now := readRegister(t), published(t)
	next, wrong := compareIDs(register, now)
	for _, line := range wrong {
		t.Error(line)
	}
	if *update {
		if err := os.WriteFile(registerFile, writeRegister(next), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for id, e := range next {
		if was, known := register[id]; !known || was != e {
			t.Errorf("%s is not in %s as it is now: run with -update", id, registerFile)
		}
	}
}

func TestTheRegisterRefusesWhatBreaksAPromise(t *testing.T) {
	before := map[string]entry{
		"rule a.b": {revision: 1, meaning: "m"}, "fault x.y": {}, "rule old.one": {revision: 2, meaning: "m", retired: true},
		"reading a.c": {meaning: "default=x"},
	}
	for name, c := range map[string]struct {
		change func(now map[string]entry)
		wrong  int
	}{
		"nothing":                 {func(map[string]entry) {}, 0},
		"a new id":                {func(now map[string]entry) { now["rule a.d"] = entry{revision: 1} }, 0},
		"a raised revision":       {func(now map[string]entry) { now["rule a.b"] = entry{revision: 2, meaning: "n"} }, 0},
		"another meaning":         {func(now map[string]entry) { now["rule a.b"] = entry{revision: 1, meaning: "n"} }, 1},
		"a lowered revision":      {func(now map[string]entry) { now["rule a.b"] = entry{revision: 0, meaning: "m"} }, 1},
		"a vanished code":         {func(now map[string]entry) { delete(now, "fault x.y") }, 1},
		"a retired id back":       {func(now map[string]entry) { now["rule old.one"] = entry{revision: 3, meaning: "m"} }, 1},
		"another default reading": {func(now map[string]entry) { now["reading a.c"] = entry{meaning: "default=y"} }, 1},
	} {
		now := maps.Clone(before)
		delete(now, "rule old.one")
		c.change(now)
		next, wrong := compareIDs(before, now)
		if len(wrong) != c.wrong {
			t.Errorf("%s: %q", name, wrong)
		}
		for id := range before {
			if _, kept := next[id]; !kept {
				t.Errorf("%s: %s was dropped from the register", name, id)
			}
		}
	}
}
