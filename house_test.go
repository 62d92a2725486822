package emergency_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/county-emergency/emergency"

// house says which packages of the module each package may import. Imports go
// down the floors only; a package that is not listed fails the test.
var house = map[string][]string{
	"measure":          {},
	"spec":             {"measure"},
	"internal/strict":  {"measure", "spec"},
	"internal/clauses": {},
	"internal/render":  {"measure", "spec"},
	"internal/flow":    {},
	"hazards":          {"measure", "spec"},
	"indicators":       {"measure", "spec", "hazards"},
	"reserves":         {"measure", "spec", "hazards", "internal/flow"},
	"shelters":         {"measure", "spec", "hazards", "internal/flow"},
	"teams":            {"measure", "spec", "hazards"},
	"plans":            {"measure", "spec", "hazards", "internal/flow"},
	"internal/read": {"measure", "spec", "internal/strict", "hazards", "indicators", "reserves",
		"shelters", "teams", "plans"},
	".": {"measure", "spec", "internal/strict", "internal/read", "internal/render", "internal/clauses", "hazards", "indicators",
		"reserves", "shelters", "teams", "plans"},
	"examples/assess":     {".", "measure", "spec"},
	"examples/targets":    {".", "spec", "indicators"},
	"examples/spec":       {".", "measure", "spec", "hazards", "indicators", "reserves", "shelters", "plans", "examples/secondcounty"},
	"examples/worklist":   {".", "measure", "spec", "plans"},
	"examples/relief":     {".", "measure", "spec", "hazards", "reserves", "examples/secondcounty"},
	"examples/evacuate":   {".", "measure", "spec", "hazards", "shelters", "examples/secondcounty"},
	"examples/evaluation": {".", "measure", "spec"},
	"examples/amend":      {".", "measure", "spec", "examples/secondcounty"},

	"examples/bench":        {"spec", "internal/flow", "examples/bench/valley"},
	"examples/bench/valley": {},

	"examples/internal/golden":  {},
	"examples/secondcounty":     {},
	"examples/scripts/lacking":  {".", "measure", "spec", "examples/secondcounty"},
	"examples/scripts/headroom": {".", "measure", "spec", "examples/secondcounty"},
	"examples/scripts/purchase": {".", "measure", "spec", "examples/secondcounty"},
}

// outside says which packages of other modules a package may import besides
// the standard library.
var outside = map[string][]string{
	"measure":                  {"github.com/shopspring/decimal"},
	"indicators":               {"github.com/shopspring/decimal"},
	"examples/internal/golden": {"github.com/google/go-cmp/cmp"},
	"internal/strict":          {"github.com/shopspring/decimal", "gopkg.in/yaml.v3", "golang.org/x/text/encoding/simplifiedchinese"},
}

// impure are the parts of the standard library that the library stays clear of:
// clocks, environment, network, randomness and reflection on input.
var impure = []string{"os", "time", "net", "net/http", "math/rand", "math/rand/v2", "os/exec", "syscall", "unsafe", "log", "reflect"}

// file is one Go file of the library that is not a test.
type file struct {
	dir    string
	name   string
	syntax *ast.File
}

func libraryFiles(t *testing.T) []file {
	t.Helper()
	var out []file
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
				return filepath.SkipDir
			}
			if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil && name != "." {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		out = append(out, file{dir: path.Dir(filepath.ToSlash(name)), name: name, syntax: syntax})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d files found", len(out))
	}
	return out
}

func TestImportsGoDownTheFloorsOnly(t *testing.T) {
	for _, f := range libraryFiles(t) {
		allowed, listed := house[f.dir]
		if !listed {
			t.Errorf("%s: the package %s is not in the table", f.name, f.dir)
			continue
		}
		for _, spec := range f.syntax.Imports {
			target, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case target == module:
				target = "."
			case strings.HasPrefix(target, module+"/"):
				target = strings.TrimPrefix(target, module+"/")
			case strings.Contains(strings.Split(target, "/")[0], "."):
				if !slices.Contains(outside[f.dir], target) {
					t.Errorf("%s imports %s from outside", f.name, target)
				}
				continue
			default:
				if !strings.HasPrefix(f.dir, "examples/") && slices.Contains(impure, target) {
					t.Errorf("%s imports %s, which is not pure", f.name, target)
				}
				continue
			}
			if !slices.Contains(allowed, target) {
				t.Errorf("%s: %s may not import %s", f.name, f.dir, target)
			}
		}
	}
}

func TestLibraryHasNoFloatsNoInitAndNoExportedVariables(t *testing.T) {
	for _, f := range libraryFiles(t) {
		if strings.HasPrefix(f.dir, "examples/") {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if n.Name == "float64" || n.Name == "float32" || n.Name == "NewFromFloat" || n.Name == "InexactFloat64" {
					t.Errorf("%s: %s", f.name, n.Name)
				}
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s has an init function", f.name)
				}
			}
			return true
		})
		for _, d := range f.syntax.Decls {
			vars, ok := d.(*ast.GenDecl)
			if !ok || vars.Tok != token.VAR {
				continue
			}
			for _, s := range vars.Specs {
				for _, name := range s.(*ast.ValueSpec).Names {
					if name.IsExported() {
						t.Errorf("%s: exported variable %s", f.name, name.Name)
					}
				}
			}
		}
	}
}

func TestEveryPackageOpensWithItsDoc(t *testing.T) {
	documented := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.PackageClauseOnly)
		if err == nil && syntax.Doc != nil {
			documented[path.Dir(filepath.ToSlash(name))] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir := range house {
		if !documented[dir] {
			t.Errorf("%s has no package doc", dir)
		}
	}
}
