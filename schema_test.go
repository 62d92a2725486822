package emergency_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
)

// schema checks a JSON document against the part of JSON Schema that the files
// of docs/schema use. A word it does not know fails, so that no rule is skipped.
type schema struct {
	root  map[string]any
	fails []string
}

// broken returns what is wrong with a document by the schema in a file.
func broken(t *testing.T, file string, document []byte) []string {
	t.Helper()
	text, err := os.ReadFile("docs/schema/" + file)
	if err != nil {
		t.Fatal(err)
	}
	s := &schema{}
	if err := json.Unmarshal(text, &s.root); err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(document))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	s.check("", s.root, value)
	return s.fails
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
			name := strings.TrimPrefix(want.(string), "#/$defs/")
			s.check(path, s.root["$defs"].(map[string]any)[name].(map[string]any), v)
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

func TestReportsAndExplanationsFollowTheirSchemas(t *testing.T) {
	for name, pair := range bothCounties(t) {
		report := pair.plan.Assess(pair.county, measure.Date{})
		for file, document := range map[string][]byte{
			"report.schema.json":      report.JSON(),
			"explanation.schema.json": report.ExplainAll().JSON(),
		} {
			for _, fault := range broken(t, file, document) {
				t.Errorf("%s, %s%s", name, file, fault)
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
