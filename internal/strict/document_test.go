package strict

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/spec"
)

func TestReadDocumentFaults(t *testing.T) {
	head := "format: " + format + "\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty file", "", []string{"1:1  yaml.empty "}},
		{"comments only", "# 丰都\n", []string{"1:1  yaml.empty "}},
		{"empty document", "---\n", []string{"1:1  yaml.empty "}},
		{"null", "null\n", []string{"1:1  yaml.wrong-type null"}},
		{"single value", "丰都\n", []string{"1:1  yaml.wrong-type 丰都"}},
		{"list", "- 1\n", []string{"1:1  yaml.wrong-type [1]"}},
		{"no format", "county: 丰都\n", []string{"1:1  yaml.missing-format "}},
		{"format not first", "county: 丰都\nformat: " + format + "\n", []string{"1:1  yaml.missing-format "}},
		{"empty mapping", "{}\n", []string{"1:1  yaml.missing-format "}},
		{"other format", "format: emergency/test/v2\n", []string{"1:9 format yaml.unknown-format emergency/test/v2"}},
		{"format is a list", "format: [a]\n", []string{"1:9 format yaml.unknown-format [a]"}},
		{"format null", "format:\n", []string{"1:8 format yaml.unknown-format null"}},
		{"second document", head + "---\nb: 1\n", []string{"2:1  yaml.second-document "}},
		{"second document broken", head + "---\nb: [\n", []string{"4:1  yaml.syntax "}},
		{"directive", "%YAML 1.1\n---\n" + head, []string{"1:1  yaml.directive %YAML 1.1"}},
		{"directive later", head + "...\n%TAG ! x\n", []string{"3:1  yaml.directive %TAG ! x"}},
		{"open bracket", head + "名称: [1, 2\nc: 3\n", []string{"2:1  yaml.syntax 名称: [1, 2"}},
		{"open quotation mark", head + "名称: 'a\n", []string{"2:1  yaml.syntax 名称: 'a"}},
		{"two colons", head + "a: b: c\n", []string{"2:1  yaml.syntax a: b: c"}},
		{"no colon", head + "a: 1\nabc\nd: 1\n", []string{"3:1  yaml.syntax abc"}},
		{"stray bracket", head + "a: 1\n}\n", []string{"3:1  yaml.syntax }"}},
		{"anchor and alias", head + "名称: &a 1\nb: [*a, 2]\n", []string{"2:5 名称 yaml.alias &a", "3:5 b[0] yaml.alias *a"}},
		{"unknown alias", head + "名称: [x, *b]\n", []string{"2:9  yaml.alias *b"}},
		{"alias at the root", "*b\n", []string{"1:1  yaml.alias *b"}},
		{"chinese alias", head + "名称: [x, *乙]\n", []string{"2:1  yaml.syntax 名称: [x, *乙]"}},
		{"merge key", head + "b: {<<: {c: 1}, d: 2}\n", []string{"2:5 b yaml.alias <<"}},
		{"anchor on a key", head + "&a b: 1\n", []string{"2:1  yaml.alias b"}},
		{"tag", head + "名称: !!int \"5\"\n", []string{"2:5 名称 yaml.tag !!int"}},
		{"own tag", head + "a: !x {b: 1}\n", []string{"2:4 a yaml.tag !x"}},
		{"string tag on a list", head + "a: !!str [b]\n", []string{"2:4 a yaml.tag !!str"}},
		{"duplicate key", head + "名称: {甲: 1, 乙: 2, \"甲\": 3}\n", []string{"2:18 名称.甲 yaml.duplicate-key 甲"}},
		{"keys that are no texts", head + "2020: a\ntrue: b\n~: c\n? [d]\n: e\n\"\": f\n\" g\": h\n2020-01-01: i\n",
			[]string{"2:1  yaml.key 2020", "3:1  yaml.key true", "4:1  yaml.key ~", "5:3  yaml.key ", "7:1  yaml.key ", "8:1  yaml.key  g", "9:1  yaml.key 2020-01-01"}},
		{"depth 65", head + "a: " + strings.Repeat("[", 64) + strings.Repeat("]", 64) + "\n",
			[]string{"2:67 a" + strings.Repeat("[0]", 63) + " yaml.depth 65"}},
		{"broken UTF-8", head + "名称: 丰\xe4\xb8都\n", []string{"2:6  text.broken-utf8 \\xe4", "2:7  text.broken-utf8 \\xb8"}},
		{"lowest broken byte", head + "a: \x80\n", []string{"2:4  text.broken-utf8 \\x80"}},
		{"duplicate key in line 1", "{format: " + format + ", a: 1, a: 2}\n", []string{"1:35 a yaml.duplicate-key a"}},
		{"UTF-16", "\xff\xfef\x00", []string{"1:1  text.broken-utf8 \\xff", "1:2  text.broken-utf8 \\xfe", "1:4  text.nul \\x00"}},
		{"NUL", head + "名称: 丰\x00都\n", []string{"2:6  text.nul \\x00"}},
		{"control character", head + "名称: 丰\x1b[31m都\n", []string{"2:6  text.control \\x1b"}},
		{"delete", head + "a: \x7f\n", []string{"2:4  text.control \\x7f"}},
		{"direction", head + "a: \u202eb\n", []string{"2:4  text.control \\u202e"}},
		{"next line", head + "a: b\u0085c: d\n", []string{"2:5  text.control \\u0085"}},
		{"mark inside", head + "a: \ufeffb\n", []string{"2:4  text.control " + spec.Shorten("\ufeff")}},
		{"carriage returns count as lines", "format: " + format + "\r\na: 1\rb: \x00\n", []string{"3:4  text.nul \\x00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var faults spec.Faults
			root, ok := ReadDocument("plan.yaml", []byte(tt.text), format, &faults)
			if diff := cmp.Diff(tt.want, told(&faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if ok {
				t.Error("ok is true beside faults")
			}
			switch faults.All()[0].Code {
			case CodeWrongType, CodeMissingFormat, CodeUnknownFormat, CodeSyntax, CodeEmpty, CodeNUL:
				if root != nil {
					t.Error("there is nothing to read on with, but a root")
				}
			}
			for _, f := range faults.All() {
				if f.File != "plan.yaml" || !f.Message.Complete() {
					t.Errorf("fault without file or text: %+v", f)
				}
			}
			_ = root.Line() // a nil root may be asked anything
		})
	}
}

func TestReadDocumentAccepts(t *testing.T) {
	head := "format: " + format + "\n"
	for name, text := range map[string]string{
		"byte order mark":    "\ufeff" + head,
		"begin and end":      "---\n" + head + "...\n",
		"windows lines":      "format: " + format + "\r\na: 1\r\n",
		"comments":           "# 说明\n" + head + "# 完\n",
		"quoted format":      "format: \"" + format + "\"\n",
		"string tag":         head + "a: !!str 0120\n",
		"depth 64":           head + "a: " + strings.Repeat("[", 63) + strings.Repeat("]", 63) + "\n",
		"yes is a word":      head + "yes: no\n",
		"quoted number key":  head + "\"2020\": 1\n",
		"percent in a value": head + "a: 5%\n",
		"damaged before":     head + "a: \ufffd\n",
		"dash at the end":    head + "a:\n-",
		"tab after a value":  head + "a: 1\t# b\n",
		"longest line":       head + "a: " + strings.Repeat("b", maxLine-3) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			var faults spec.Faults
			root, ok := ReadDocument("plan.yaml", []byte(text), format, &faults)
			if !ok || root == nil || faults.Len() != 0 {
				t.Errorf("ok %v, faults: %v", ok, faults.Err())
			}
		})
	}
}

func TestRefusedPartsReadAsAbsentWithoutAnotherFault(t *testing.T) {
	var faults spec.Faults
	root, ok := ReadDocument("plan.yaml", []byte(lines("format: "+format, "a: !!int 5", "b: {c: 1}", "c: &x 2", "d: *x")), format, &faults)
	if ok || root == nil {
		t.Fatalf("ok %v, root %v", ok, root)
	}
	m, _ := root.Map()
	before := faults.Len()
	a := m.Need("a")
	if _, ok := a.Text(); ok || !m.Has("a") {
		t.Error("a tagged value was read")
	}
	if value, ok := a.Bool(); value || ok || a.List() != nil {
		t.Error("a tagged value was read")
	}
	if _, ok := a.Map(); ok {
		t.Error("a tagged value was read as a mapping")
	}
	if _, ok := m.Need("d").Int(); ok {
		t.Error("an alias was expanded")
	}
	if n, ok := m.Need("c").Int(); !ok || n != 2 {
		t.Errorf("the anchored value reads %d, %v", n, ok)
	}
	m.Get("b")
	m.Done()
	if faults.Len() != before {
		t.Errorf("more faults: %v", told(&faults)[before:])
	}
}

func TestFaultsBeyondTheLimitAreCounted(t *testing.T) {
	text := "format: " + format + "\n" + strings.Repeat("a: 1\n", 1+maxOfCode)
	var faults spec.Faults
	faults.Add(spec.Fault{File: "other.yaml", Code: CodeEmpty, Message: spec.T("a", "b")})
	root, ok := ReadDocument("plan.yaml", []byte(text), format, &faults)
	if ok || faults.Len() != 1+maxOfCode || root.Document().Unlisted() != 0 {
		t.Fatalf("at the limit: ok %v, %d faults, %d unlisted", ok, faults.Len(), root.Document().Unlisted())
	}
	for range 7 {
		root.Fault(CodeDuplicateKey, "x", spec.T("a", "b"))
	}
	if faults.Len() != 2+maxOfCode || root.Document().Unlisted() != 7 {
		t.Fatalf("beyond the limit: %d faults, %d unlisted", faults.Len(), root.Document().Unlisted())
	}
	root.Document().Finish()
	var more []spec.Fault
	for _, f := range faults.All() {
		if f.Code == CodeMoreFaults {
			more = append(more, f)
		}
	}
	if len(more) != 1 || !strings.HasPrefix(more[0].Message.EN, "7 more") || !strings.Contains(more[0].Message.ZH, " 7 ") || faults.Len() != 2+maxOfCode {
		t.Errorf("after Finish: %d faults, %+v", faults.Len(), more)
	}
}

func TestAsManyFaultsAsListedAndAsManyMoreAreNotNone(t *testing.T) {
	var faults spec.Faults
	text := "format: " + format + "\n" + strings.Repeat("a: 1\n", 1+2*maxOfCode)
	root, ok := ReadDocument("plan.yaml", []byte(text), format, &faults)
	if ok || root.Document().Unlisted() != maxOfCode {
		t.Errorf("ok %v, %d unlisted", ok, root.Document().Unlisted())
	}
	root.Document().Finish()
	if got := faults.All()[1]; got.Code != CodeDuplicateKey || !strings.HasPrefix(got.Message.EN, "key") {
		t.Errorf("Finish changed another fault: %v", got)
	}
}

func TestRefusedKeysAreNotKept(t *testing.T) {
	root, _ := ReadDocument("plan.yaml", []byte(lines("format: "+format, "<<: {c: 1}", "&x a: 1", "2020: 2", "b: 3", "b: 4")), format, nil)
	m, _ := root.Map()
	if diff := cmp.Diff([]string{"format", "b"}, m.Keys()); diff != "" {
		t.Error(diff)
	}
	if n, ok := m.Get("b").Int(); !ok || n != 3 {
		t.Errorf("the key that occurs twice reads %d, %v, not as it is written first", n, ok)
	}
}

func TestControlCharacters(t *testing.T) {
	for _, r := range []rune{0x80, 0x85, 0x9f, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xfffe, 0xffff} {
		if !isControl(r) {
			t.Errorf("%U is let through", r)
		}
	}
	for _, r := range []rune{0xa0, '中', 0x200d, 0x2010, 0x2027, 0x202f, 0x2065, 0x206a, 0x3000, 0xfefe, 0xfffd, 0x1f600} {
		if isControl(r) {
			t.Errorf("%U is refused", r)
		}
	}
}

func TestFinishLeavesAShortListAlone(t *testing.T) {
	root, ok := ReadDocument("plan.yaml", []byte("format: "+format+"\na: 1\n"), format, nil)
	if !ok {
		t.Fatal("a document without a list of faults does not read")
	}
	root.Fault(CodeValue, "", spec.T("a", "b"))
	root.Document().Finish()
	if root.Document().Unlisted() != 0 || root.Document().File() != "plan.yaml" {
		t.Errorf("unlisted %d, file %q", root.Document().Unlisted(), root.Document().File())
	}
}
