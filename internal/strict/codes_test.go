package strict

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestCodesAreUniqueWellFormedAndExplained(t *testing.T) {
	form := regexp.MustCompile(`^(input|text|yaml|unit|table|folder|overlay)\.[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, c := range Codes() {
		if !form.MatchString(c.Code) || seen[c.Code] || !c.Meaning.Complete() {
			t.Errorf("code %q is malformed, double or without meaning", c.Code)
		}
		seen[c.Code] = true
	}
	Codes()[0].Code = "changed"
	if Codes()[0].Code != CodeTooLarge {
		t.Error("the list can be changed from outside")
	}
}

// Every literal of the package that looks like a code, and every constant
// Code…, must be in the list, and every code of the list must be used.
func TestEveryCodeOfThePackageIsListed(t *testing.T) {
	listed := map[string]bool{}
	for _, c := range Codes() {
		listed[c.Code] = true
	}
	looks := regexp.MustCompile(`^(input|text|yaml|unit|table|folder|overlay)\.[a-z0-9-]+$`)
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	constants, used := map[string]string{}, map[string]int{}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if strings.HasPrefix(name.Name, "Code") && i < len(n.Values) {
						if lit, ok := n.Values[i].(*ast.BasicLit); ok {
							constants[name.Name], _ = strconv.Unquote(lit.Value)
						}
					}
				}
			case *ast.BasicLit:
				text, err := strconv.Unquote(n.Value)
				if n.Kind == token.STRING && err == nil && looks.MatchString(text) && !listed[text] {
					t.Errorf("%s uses code %q, which is not listed", e.Name(), text)
				}
			case *ast.Ident:
				used[n.Name]++
			}
			return true
		})
	}
	for name, code := range constants {
		if !listed[code] || used[name] < 3 { // its declaration, the list, a use
			t.Errorf("%s (%s) is not listed or not used", name, code)
		}
	}
	if len(constants) != len(listed) {
		t.Errorf("%d constants, %d codes listed", len(constants), len(listed))
	}
}

// yaml.v3 and x/text are each known to one file, so that they can be replaced.
func TestOutsidePackagesAreKnownToOneFileEach(t *testing.T) {
	want := map[string]string{"gopkg.in/yaml.v3": "yaml.go", "golang.org/x/text/encoding/simplifiedchinese": "encoding.go"}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range file.Imports {
			path, _ := strconv.Unquote(i.Path.Value)
			if only, ok := want[path]; ok {
				found++
				if e.Name() != only {
					t.Errorf("%s imports %s", e.Name(), path)
				}
			}
		}
	}
	if found != len(want) {
		t.Errorf("%d imports found, want %d", found, len(want))
	}
}
