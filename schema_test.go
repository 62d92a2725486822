package emergency_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
)

// schema checks a JSON document against the part of JSON Schema that the files
// of docs/schema use. A word it does not know fails, so that no rule is skipped.
type schema struct {
	file  string                    // the one that is read in
	files map[string]map[string]any // by name, those that are needed
	fails []string
}

// broken returns what is wrong with a document by the schema in a file.
func broken(t *testing.T, file string, document []byte) []string {
	t.Helper()
	return faultsBy(schemas(t), file, decoded(t, document))
}

func faultsBy(files map[string]map[string]any, file string, value any) []string {
	if files[file] == nil {
		return []string{": there is no docs/schema/" + file}
	}
	s := &schema{file: file, files: files}
	s.check("", files[file], value)
	return s.fails
}

func decoded(t *testing.T, document []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(document))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

// schemas returns every schema by the name of its file.
func schemas(t *testing.T) map[string]map[string]any {
	t.Helper()
	names, err := filepath.Glob("docs/schema/*.json")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]any{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var root map[string]any
		if err := json.Unmarshal(text, &root); err != nil {
			t.Fatal(name, err)
		}
		out[filepath.Base(name)] = root
	}
	return out
}

// refer checks a value against a definition, of this file or of another.
func (s *schema) refer(path, ref string, v any) {
	file, name, _ := strings.Cut(ref, "#/$defs/")
	at := s.file
	if file != "" {
		s.file = file
	}
	if rule, ok := s.files[s.file]["$defs"].(map[string]any)[name].(map[string]any); ok {
		s.check(path, rule, v)
	} else {
		s.fail(path, "the schema refers to %s, which is not there", ref)
	}
	s.file = at
}

// fits reports whether a value keeps a rule.
func (s *schema) fits(rule map[string]any, v any) bool {
	trial := schema{file: s.file, files: s.files}
	trial.check("", rule, v)
	return len(trial.fails) == 0
}

func (s *schema) fail(path, format string, args ...any) {
	s.fails = append(s.fails, path+": "+fmt.Sprintf(format, args...))
}

func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	case json.Number:
		if strings.ContainsAny(v.String(), ".eE") {
			return "number"
		}
		return "integer"
	}
	return "?"
}

func (s *schema) check(path string, rule map[string]any, v any) {
	object, _ := v.(map[string]any)
	list, _ := v.([]any)
	for word, want := range rule {
		switch word {
		case "$schema", "$id", "title", "description", "$defs", "properties":
		case "$ref":
			s.refer(path, want.(string), v)
		case "anyOf":
			if !slices.ContainsFunc(want.([]any), func(one any) bool { return s.fits(one.(map[string]any), v) }) {
				s.fail(path, "is none of %d kinds", len(want.([]any)))
			}
		case "type":
			one, several := want.(string)
			if several && one != typeOf(v) {
				s.fail(path, "is %s, not %s", typeOf(v), one)
			} else if !several && !slices.Contains(want.([]any), any(typeOf(v))) {
				s.fail(path, "is %s, not one of %v", typeOf(v), want)
			}
		case "const":
			if v != want {
				s.fail(path, "is %v, not %v", v, want)
			}
		case "enum":
			if !slices.Contains(want.([]any), v) {
				s.fail(path, "%v is none of %v", v, want)
			}
		case "pattern":
			if text, ok := v.(string); ok && !regexp.MustCompile(want.(string)).MatchString(text) {
				s.fail(path, "%q does not match %s", text, want)
			}
		case "minimum":
			if n, ok := v.(json.Number); ok {
				if i, err := n.Int64(); err != nil || float64(i) < want.(float64) {
					s.fail(path, "%s is below %v", n, want)
				}
			}
		case "minItems":
			if float64(len(list)) < want.(float64) {
				s.fail(path, "has %d items", len(list))
			}
		case "items":
			for i, item := range list {
				s.check(fmt.Sprintf("%s[%d]", path, i), want.(map[string]any), item)
			}
		case "required":
			for _, name := range want.([]any) {
				if _, ok := object[name.(string)]; object != nil && !ok {
					s.fail(path, "lacks %v", name)
				}
			}
		case "additionalProperties":
		default:
			s.fail(path, "the checker does not know %q", word)
		}
	}
	properties, _ := rule["properties"].(map[string]any)
	for name, value := range object {
		switch one, known := properties[name].(map[string]any); {
		case known:
			s.check(path+"."+name, one, value)
		case rule["additionalProperties"] == false:
			s.fail(path, "has the unknown key %s", name)
		default:
			if other, ok := rule["additionalProperties"].(map[string]any); ok {
				s.check(path+"."+name, other, value)
			}
		}
	}
}

// A checker that finds nothing proves nothing: each word of the schemas must bite.
func TestSchemasRefuseWhatTheyForbid(t *testing.T) {
	plan, county := fengdu(t)
	good := string(plan.Assess(county, measure.Date{}).ExplainAll().JSON())
	for _, change := range [][2]string{
		{`"format": "emergency/explanation/v1"`, `"format": "emergency/explanation/v2"`},
		{`"kind": "clause"`, `"kind": "clauses"`},
		{`"revision": 1`, `"revision": -1`},
		{`"revision": 1`, `"revision": "1"`},
		{`"rule": "`, `"rule": "Not A Rule `},
		{`"verdict": "unknown"`, `"verdict": "perhaps"`},
		{`"bound": "exact"`, `"bounds": "exact"`},
		{`"as_of": "`, `"as_of": "circa `},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Fatalf("%s does not occur", change[0])
		}
		if len(broken(t, "explanation.schema.json", []byte(bad))) == 0 {
			t.Errorf("the schema takes %s", change[1])
		}
	}
}
