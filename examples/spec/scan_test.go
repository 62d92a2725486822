package main

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
)

// root is the top of the source, seen from this package.
const root = "../.."

// source is the library's source, parsed.
type source struct {
	files *token.FileSet
	code  map[string][]*ast.File // by folder, files of the library
	tests map[string][]*ast.File // by folder, its tests
}

// rooms are the folders whose rules and functions the index speaks of.
var roomFolders = []string{".", "hazards", "indicators", "reserves", "shelters", "teams", "plans"}

func parseSource(t *testing.T) source {
	t.Helper()
	s := source{files: token.NewFileSet(), code: map[string][]*ast.File{}, tests: map[string][]*ast.File{}}
	for _, dir := range roomFolders {
		names, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil || len(names) == 0 {
			t.Fatal(dir, err)
		}
		for _, name := range names {
			syntax, err := parser.ParseFile(s.files, name, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(name, "_test.go") {
				s.tests[dir] = append(s.tests[dir], syntax)
			} else {
				s.code[dir] = append(s.code[dir], syntax)
			}
		}
	}
	return s
}

// at returns the place of a position, the file seen from the top.
func (s source) at(pos token.Pos) place {
	p := s.files.Position(pos)
	name, _ := filepath.Rel(root, p.Filename)
	return place{File: filepath.ToSlash(name), Line: p.Line}
}

// scan builds the index from the source.
func scan(t *testing.T) index {
	t.Helper()
	s := parseSource(t)
	out := index{Rules: map[string]place{}, Functions: map[string]comment{}}
	for _, r := range emergency.Rules() {
		room, name, _ := strings.Cut(r.ID, ".")
		dir := room
		if !slices.Contains(roomFolders, dir) {
			dir = "."
		}
		at, ok := s.rule(dir, r.ID, name)
		if !ok {
			t.Errorf("no line of the source names the rule %s", r.ID)
		}
		out.Rules[r.ID] = at
	}
	byRule, err := calls()
	if err != nil {
		t.Fatal(err)
	}
	for id, call := range byRule {
		if out.Rules[id].File == "" {
			t.Errorf("calls.csv names the rule %q, which is not there", id)
		}
		if _, done := out.Functions[call]; done {
			continue
		}
		dir, name, _ := strings.Cut(call, ".")
		if dir == "emergency" {
			dir = "."
		}
		c, ok := s.function(dir, name)
		if !ok {
			t.Errorf("calls.csv: %s names %q, which is no exported function", id, call)
			continue
		}
		out.Functions[call] = c
	}
	return out
}

// rule finds where a rule is described: the literal of its id, better the line
// that gives it to a rule.
func (s source) rule(dir, id, name string) (place, bool) {
	var constant string
	var found, best token.Pos
	for _, wanted := range []string{id, name} {
		for _, f := range s.code[dir] {
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.ValueSpec:
					for i, v := range n.Values {
						if literal(v) == wanted && i < len(n.Names) {
							constant = n.Names[i].Name
						}
					}
				case *ast.BasicLit:
					if found == token.NoPos && literal(n) == wanted {
						found = n.Pos()
					}
				}
				return true
			})
		}
		if found != token.NoPos {
			break
		}
	}
	for _, f := range s.code[dir] {
		ast.Inspect(f, func(n ast.Node) bool {
			kv, ok := n.(*ast.KeyValueExpr)
			if !ok || best != token.NoPos {
				return true
			}
			if key, ok := kv.Key.(*ast.Ident); !ok || key.Name != "ID" {
				return true
			}
			if v, ok := kv.Value.(*ast.Ident); literal(kv.Value) == id || ok && constant != "" && v.Name == constant {
				best = kv.Pos()
			}
			return true
		})
	}
	if best == token.NoPos {
		best = found
	}
	if best == token.NoPos {
		return place{}, false
	}
	return s.at(best), true
}

func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return text
}

// function finds an exported function, or a method written Type.Method, with
// its worked example and the laws whose tests call it.
func (s source) function(dir, name string) (comment, bool) {
	var out comment
	receiver, method, isMethod := strings.Cut(name, ".")
	called := name
	if isMethod {
		called = method
	}
	for _, f := range s.code[dir] {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if ok && fn.Name.Name == called && isMethod == (fn.Recv != nil) && (!isMethod || receiverName(fn) == receiver) {
				out.At = s.at(fn.Pos())
			}
		}
	}
	if out.At.File == "" || !ast.IsExported(called) {
		return comment{}, false
	}
	want := "Example" + strings.ReplaceAll(name, ".", "_")
	for _, f := range s.tests[dir] {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || fn.Body == nil {
				continue
			}
			test := fn.Name.Name
			switch {
			case (test == want || strings.HasPrefix(test, want+"_")) && (out.Example == nil || test < out.Example.Name):
				out.Example = s.example(f, fn)
			case strings.HasPrefix(test, "Test") && speaksOf(fn, "Check") && speaksOf(fn, called):
				out.Laws = append(out.Laws, law{Name: test, File: s.at(fn.Pos()).File})
			}
		}
	}
	slices.SortFunc(out.Laws, func(a, b law) int { return strings.Compare(a.Name, b.Name) })
	return out, true
}

func receiverName(fn *ast.FuncDecl) string {
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if generic, ok := t.(*ast.IndexExpr); ok {
		t = generic.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// speaksOf reports whether a test calls a function of that name.
func speaksOf(fn *ast.FuncDecl, name string) bool {
	found := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				found = found || f.Sel.Name == name
			case *ast.Ident:
				found = found || f.Name == name
			}
		}
		return true
	})
	return found
}

// example takes the code of a worked example and what it prints.
func (s source) example(f *ast.File, fn *ast.FuncDecl) *example {
	var code strings.Builder
	if err := format.Node(&code, s.files, fn.Body); err != nil {
		return nil
	}
	body := strings.Split(strings.TrimSuffix(strings.TrimPrefix(code.String(), "{\n"), "\n}"), "\n")
	for i := range body {
		body[i] = strings.TrimPrefix(body[i], "\t")
	}
	out := &example{Name: fn.Name.Name, At: s.at(fn.Pos()), Code: strings.TrimSpace(strings.Join(body, "\n"))}
	for _, group := range f.Comments {
		if group.Pos() > fn.Body.Pos() && group.End() < fn.Body.End() {
			if _, output, ok := strings.Cut(group.Text(), "Output:\n"); ok {
				out.Output = strings.TrimSpace(output)
			}
		}
	}
	return out
}
