package emergency_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
)

// documents are all JSON forms of one county, by the name of their schema. The
// comparison and the impact are with an amended plan of another date, so that
// they have changes of every kind.
func documents(t *testing.T, pair held) map[string][]byte {
	t.Helper()
	date, err := measure.ParseDate("2025-12-31")
	if err != nil {
		t.Fatal(err)
	}
	amended, err := pair.plan.Overlay(fstest.MapFS{"reserves.yaml": {Data: []byte(
		"format: emergency/plan/v1\nevacuees: {people: {value: 9000, source: {document: 修订, place: 一, standing: invented}}}\n")}})
	if err != nil {
		t.Fatal(err)
	}
	before := pair.plan.Assess(pair.county, measure.Date{})
	return map[string][]byte{
		"report.schema.json":      before.JSON(),
		"explanation.schema.json": before.ExplainAll().JSON(),
		"diff.schema.json":        before.Diff(amended.Assess(pair.county, date)).JSON(),
		"sensitivity.schema.json": pair.plan.Sensitivity(pair.county, measure.Date{}).JSON(),
		"impact.schema.json":      pair.plan.Impact(amended, []*emergency.County{pair.county}, measure.Date{}).JSON(),
		"receipt.schema.json":     before.Receipt().JSON(),
	}
}

func TestEveryFormatFollowsItsSchema(t *testing.T) {
	for name, pair := range bothCounties(t) {
		all := documents(t, pair)
		for file := range schemas(t) {
			if all[file] == nil {
				t.Errorf("no document is held against %s", file)
			}
		}
		for file, document := range all {
			for _, fault := range broken(t, file, document) {
				t.Errorf("%s, %s%s", name, file, fault)
			}
		}
	}
}

// Nothing compared, nothing chosen, nothing from files: the empty forms too.
func TestEmptyFormsFollowTheirSchema(t *testing.T) {
	plan, county := fengdu(t)
	report := plan.Assess(county, measure.Date{})
	var none emergency.FiveYearPlan
	bare := none.Assess(&emergency.County{}, measure.Date{})
	for file, list := range map[string][][]byte{
		"report.schema.json":      {bare.JSON(), report.Only("six-haves").JSON()},
		"diff.schema.json":        {emergency.Diff{}.JSON(), report.Diff(report).JSON(), bare.Diff(report).JSON(), report.Diff(bare).JSON()},
		"sensitivity.schema.json": {emergency.Sensitivity{}.JSON()},
		"impact.schema.json":      {emergency.Impact{}.JSON(), plan.Impact(none, nil, measure.Date{}).JSON()},
		"receipt.schema.json":     {bare.Receipt().JSON()},
	} {
		for i, document := range list {
			for _, fault := range broken(t, file, document) {
				t.Errorf("%s, document %d%s", file, i, fault)
			}
		}
	}
}

func TestPrintedJSONFollowsTheSchemaItNames(t *testing.T) {
	files, err := filepath.Glob("examples/*/testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, name := range files {
		document, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var head struct{ Format string }
		if err := json.Unmarshal(document, &head); err != nil {
			t.Fatal(name, err)
		}
		kind := strings.TrimSuffix(strings.TrimPrefix(head.Format, "emergency/"), "/v1")
		seen[kind] = true
		for _, fault := range broken(t, kind+".schema.json", document) {
			t.Errorf("%s%s", name, fault)
		}
	}
	for _, kind := range []string{"report", "explanation", "receipt"} {
		if !seen[kind] {
			t.Errorf("no example prints a %s as JSON", kind)
		}
	}
}

// TestSchemasRefuseWhatIsUnknown puts a key that nothing knows into each kind of
// object of each document.
func TestSchemasRefuseWhatIsUnknown(t *testing.T) {
	plan, county := second(t)
	files := schemas(t)
	for file, document := range documents(t, held{plan, county}) {
		root := decoded(t, document)
		var shapes []string
		eachObject("", root, func(shape string, object map[string]any) {
			if slices.Contains(shapes, shape) {
				return
			}
			shapes = append(shapes, shape)
			object["no_such_key"] = json.Number("1")
			if len(faultsBy(files, file, root)) == 0 {
				t.Errorf("%s takes an unknown key in %s", file, shape)
			}
			delete(object, "no_such_key")
		})
		if len(shapes) < 3 {
			t.Errorf("%s: only %v", file, shapes)
		}
	}
}

// eachObject visits every object; the shape is its path without positions, and
// with the kind of change that lies on the way.
func eachObject(shape string, v any, visit func(string, map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			eachObject(shape+"[]", item, visit)
		}
	case map[string]any:
		if kind, ok := v["kind"].(string); ok && v["because"] != nil {
			shape += fmt.Sprintf("(%s)", kind)
		}
		visit(shape, v)
		for _, key := range sortedKeys(v) {
			eachObject(shape+"."+key, v[key], visit)
		}
	}
}

func sortedKeys(m map[string]any) []string {
	var out []string
	for key := range m {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// A schema that refuses nothing proves nothing: each word of the schemas must bite.
func TestSchemasOfComparisonsRefuseWhatTheyForbid(t *testing.T) {
	plan, county := second(t)
	all := documents(t, held{plan, county})
	for _, c := range []struct{ file, good, bad string }{
		{"diff", `"format": "emergency/diff/v1"`, `"format": "emergency/diff/v2"`},
		{"diff", `"kind": "flipped"`, `"kind": "appeared"`},
		{"diff", `"kind": "moved"`, `"kind": "shaken"`},
		{"diff", `"code": "now-known"`, `"code": "known-now"`},
		{"diff", `"verdict": "unmet"`, `"verdict": "not met"`},
		{"diff", `"as_of": "2`, `"as_of": "about 2`},
		{"diff", `"readings": []`, `"readings": ["shelters.no-option"]`},
		{"diff", `"readings": []`, `"reading": []`},
		{"sensitivity", `"used": "`, `"used": "Not An Option `},
		{"sensitivity", `"option": "`, `"options": "`},
		{"sensitivity", `"question": {`, `"questions": {`},
		{"impact", `"format": "emergency/diff/v1"`, `"format": "emergency/impact/v1"`},
		{"impact", `"path": "reserves.yaml: `, `"path": "reserves: `},
		{"impact", `"newly_unmet": [`, `"unmet": [`},
		{"receipt", `"rules_sha256": "`, `"rules_sha256": "sha256-`},
		{"receipt", `"report_sha256": "`, `"report_sha256": "z`},
		{"receipt", `"library": "`, `"library": "v`},
		{"receipt", `"reading": "`, `"reading": "Not A Reading `},
		{"receipt", `"files": [`, `"file": [`},
	} {
		good := string(all[c.file+".schema.json"])
		bad := strings.Replace(good, c.good, c.bad, 1)
		if bad == good {
			t.Errorf("%s: %s does not occur", c.file, c.good)
		} else if len(broken(t, c.file+".schema.json", []byte(bad))) == 0 {
			t.Errorf("%s takes %s", c.file, c.bad)
		}
	}
}
