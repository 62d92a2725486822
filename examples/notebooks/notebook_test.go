// Package notebooks holds Go notebooks for people who explore a county's
// figures cell by cell, written for the GoNB kernel. Its test is what keeps
// them true: it takes the cells out, compiles and runs them one by one as
// plain Go programs and compares what they print with the outputs stored in the
// notebook.
package notebooks

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "store what the cells print now")

// notebook is the part of the format that is read and written here; everything
// else of the file is kept as it is.
type notebook struct {
	Cells         []cell          `json:"cells"`
	Metadata      json.RawMessage `json:"metadata"`
	NBFormat      int             `json:"nbformat"`
	NBFormatMinor int             `json:"nbformat_minor"`
}

type cell struct {
	Kind     string          `json:"cell_type"`
	ID       string          `json:"id"`
	Metadata json.RawMessage `json:"metadata"`
	Count    *int            `json:"execution_count,omitempty"`
	Source   []string        `json:"source"`
	Outputs  []output        `json:"outputs,omitempty"`
}

type output struct {
	Kind string   `json:"output_type"`
	Name string   `json:"name"`
	Text []string `json:"text"`
}

func TestCellsPrintWhatIsStored(t *testing.T) {
	if testing.Short() {
		t.Skip("each cell is compiled and run")
	}
	names, err := filepath.Glob("*.ipynb")
	if err != nil || len(names) == 0 {
		t.Fatal("no notebook", err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) { runNotebook(t, name) })
	}
}

func runNotebook(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var nb notebook
	if err := json.Unmarshal(data, &nb); err != nil {
		t.Fatal(err)
	}
	var declared declarations
	ran := 0
	for i := range nb.Cells {
		c := &nb.Cells[i]
		if c.Kind != "code" {
			continue
		}
		body, err := declared.add(strings.Join(c.Source, ""))
		if err != nil {
			t.Fatalf("cell %d: %v", i, err)
		}
		if strings.TrimSpace(body) == "" {
			continue
		}
		printed := strings.TrimSuffix(runProgram(t, declared.program(t, body)), "\n")
		ran++
		stored := ""
		for _, o := range c.Outputs {
			stored += strings.Join(o.Text, "")
		}
		if *update {
			c.Outputs = []output{{Kind: "stream", Name: "stdout", Text: strings.SplitAfter(strings.TrimSuffix(printed, "\n"), "\n")}}
			c.Count = &ran
			continue
		}
		if diff := cmp.Diff(stored, printed); diff != "" {
			t.Errorf("cell %d prints something else than is stored (-stored +printed):\n%s", i, diff)
		}
	}
	if ran == 0 {
		t.Error("no cell prints anything")
	}
	if *update {
		var out bytes.Buffer
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if err := e.Encode(nb); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// declarations are what the cells so far declare; as in GoNB they live on from
// cell to cell, while values do not.
type declarations struct {
	imports []string // as written, with a name where one is given
	code    []string
}

// add takes over what a cell declares, which stands above a line that begins
// with %%, and returns its statements, which stand below. Lines for the kernel
// (! and %) are left out.
func (d *declarations) add(source string) (body string, err error) {
	var lines []string
	for _, l := range strings.Split(source, "\n") {
		if !strings.HasPrefix(l, "!") && (!strings.HasPrefix(l, "%") || strings.HasPrefix(l, "%%")) {
			lines = append(lines, l)
		}
	}
	above, below, _ := strings.Cut("\n"+strings.Join(lines, "\n"), "\n%%")
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, "cell.go", "package main\n"+above, parser.ParseComments)
	if err != nil {
		return "", err
	}
	for _, one := range syntax.Imports {
		written := one.Path.Value
		if one.Name != nil {
			written = one.Name.Name + " " + written
		}
		d.imports = append(d.imports, written)
	}
	text := "package main\n" + above
	for _, decl := range syntax.Decls {
		if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			continue
		}
		d.code = append(d.code, text[files.Position(decl.Pos()).Offset:files.Position(decl.End()).Offset])
	}
	return below, nil
}

// program writes a whole program: everything declared and the statements, with
// the imports that are used.
func (d *declarations) program(t *testing.T, body string) string {
	t.Helper()
	code := strings.Join(d.code, "\n\n") + "\n\nfunc main() {\n" + body + "\n}\n"
	syntax, err := parser.ParseFile(token.NewFileSet(), "cell.go", "package main\n"+code, 0)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	ast.Inspect(syntax, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := s.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
	var b strings.Builder
	b.WriteString("package main\n\n")
	for _, written := range d.imports {
		name, _, named := strings.Cut(written, " ")
		if !named {
			unquoted, err := strconv.Unquote(written)
			if err != nil {
				t.Fatal(err)
			}
			name = path.Base(unquoted)
		}
		if used[name] {
			fmt.Fprintf(&b, "import %s\n", written)
		}
	}
	return b.String() + "\n" + code
}

// runProgram compiles and runs a program inside this module.
func runProgram(t *testing.T, program string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, complain bytes.Buffer
	cmd := exec.Command("go", "run", file)
	cmd.Dir, cmd.Stdout, cmd.Stderr = filepath.Join("..", ".."), &out, &complain
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s\n%s", err, complain.String(), program)
	}
	return out.String()
}
