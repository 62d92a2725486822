package strict

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestMapTellsUnknownAndMissingKeysWithTheirPlace(t *testing.T) {
	m, faults := read(t, lines(
		"县:", "  popluation: 5", "  名称: 丰都", "  nothing: ~", "  extra: [1]",
		"list:", "  - {a: 1, x.y: 2}"))
	county, ok := m.Need("县").Map()
	if !ok {
		t.Fatal("no mapping")
	}
	if county.Get("population") != nil || county.Get("nothing") != nil || county.Need("nothing") != nil || county.Need("area") != nil {
		t.Error("an absent key has a node")
	}
	if !county.Has("nothing") || county.Has("area") {
		t.Error("Has is wrong")
	}
	county.Done()
	for _, item := range m.Need("list").List() {
		one, _ := item.Map()
		one.Done()
	}
	m.Done()
	want := []string{
		"3:3 县.area yaml.missing-key ",
		"3:3 县.popluation yaml.unknown-key popluation",
		"4:3 县.名称 yaml.unknown-key 名称",
		"5:3 县.nothing yaml.missing-key null",
		"6:3 县.extra yaml.unknown-key extra",
		"8:6 list[0].a yaml.unknown-key a",
		`8:12 list[0]["x.y"] yaml.unknown-key x.y`,
	}
	if diff := cmp.Diff(want, told(faults)); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	texts := map[string]string{}
	for _, f := range faults.All() {
		texts[f.Path] = f.Message.EN
	}
	if got, want := texts["县.popluation"], `unknown key "popluation" (nearest: population)`; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
	if got, want := texts["县.名称"], `unknown key "名称" (known: population, nothing, area)`; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
}

func TestLargeMappingsFindEveryKey(t *testing.T) {
	m, faults := read(t, "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9\n")
	for i, key := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		if n, ok := m.Need(key).Int(); !ok || n != i+1 {
			t.Errorf("%s is %d, %v", key, n, ok)
		}
	}
	if m.Get("j") != nil {
		t.Error("found a key that is not there")
	}
	m.Done()
	if faults.Err() != nil {
		t.Error(faults.Err())
	}
}

func TestOpenMappingKeepsTheOrderOfItsKeys(t *testing.T) {
	m, faults := read(t, "v: {丙: 1, 甲: 2, b: 3}\n")
	open, _ := m.Get("v").Map()
	if diff := cmp.Diff([]string{"丙", "甲", "b"}, open.Keys()); diff != "" {
		t.Error(diff)
	}
	open.Done()
	if faults.Err() != nil || open.Node().Path() != "v" || open.Node().Key() != "v" {
		t.Errorf("faults %v, path %q", faults.Err(), open.Node().Path())
	}
}

func TestWrongShapes(t *testing.T) {
	type use = func(*Node) bool
	asMap := func(n *Node) bool { _, ok := n.Map(); return ok }
	asList := func(n *Node) bool { return n.List() != nil }
	asText := func(n *Node) bool { _, ok := n.Text(); return ok }
	asBool := func(n *Node) bool { _, ok := n.Bool(); return ok }
	asInt := func(n *Node) bool { _, ok := n.Int(); return ok }
	asPhrase := func(n *Node) bool { _, ok := n.Bilingual(); return ok }
	for _, tt := range []struct {
		name, value string
		use         use
		want        []string
	}{
		{"value for mapping", "丰都", asMap, []string{"2:4 v yaml.wrong-type 丰都"}},
		{"list for mapping", "[]", asMap, []string{"2:4 v yaml.wrong-type []"}},
		{"mapping for list", "{a: 1}", asList, []string{"2:4 v yaml.wrong-type {a: 1}"}},
		{"value for list", "a", asList, []string{"2:4 v yaml.wrong-type a"}},
		{"list for text", "[a]", asText, []string{"2:4 v yaml.wrong-type [a]"}},
		{"empty text", `""`, asText, []string{"2:4 v yaml.empty-value "}},
		{"blank before", `" a"`, asText, []string{"2:4 v text.blank  a"}},
		{"blank behind", `"a "`, asText, []string{"2:4 v text.blank a "}},
		{"line break behind", `"a\n"`, asText, []string{`2:4 v text.blank a\n`}},
		{"wide blank", `"a` + "\u3000" + `"`, asText, []string{"2:4 v text.blank a\u3000"}},
		{"no-break space", "\u00a0a", asText, []string{"2:4 v text.blank \u00a0a"}},
		{"yes", "yes", asBool, []string{"2:4 v yaml.wrong-type yes"}},
		{"True", "True", asBool, []string{"2:4 v yaml.wrong-type True"}},
		{"quoted true", `"true"`, asBool, []string{"2:4 v yaml.wrong-type true"}},
		{"number", "1", asBool, []string{"2:4 v yaml.wrong-type 1"}},
		{"mapping for number", "{a: 1}", asInt, []string{"2:4 v yaml.wrong-type {a: 1}"}},
		{"part of a day", "1.5", asInt, []string{"2:4 v measure.fraction 1.5"}},
		{"too many days", "2147483648", asInt, []string{"2:4 v measure.range 2147483648"}},
		{"one language", "{zh: 甲}", asPhrase, []string{"2:4 v.en yaml.missing-key "}},
		{"third language", "{zh: 甲, en: a, fr: b}", asPhrase, []string{"2:19 v.fr yaml.unknown-key fr"}},
		{"phrase as text", "甲", asPhrase, []string{"2:4 v yaml.wrong-type 甲"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n, faults := node(t, tt.value)
			ok := tt.use(n)
			if diff := cmp.Diff(tt.want, told(faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if ok && tt.name != "third language" {
				t.Error("ok beside a fault")
			}
		})
	}
}

func TestNullItemsAreFaultsWhereAValueIsWanted(t *testing.T) {
	n, faults := node(t, "[~, null, ]")
	items := n.List()
	if len(items) != 2 || !items[0].IsNull() || items[0].IsScalar() || items[0].Literal() != "" {
		t.Fatalf("items %v", items)
	}
	items[0].Text()
	items[1].Map()
	items[1].Bool()
	want := []string{"2:5 v[0] yaml.empty-value null", "2:8 v[1] yaml.wrong-type null", "2:8 v[1] yaml.wrong-type null"}
	if diff := cmp.Diff(want, told(faults)); diff != "" {
		t.Error(diff)
	}
}

func TestShapesExcludeEachOther(t *testing.T) {
	for written, want := range map[string][4]bool{
		"{a: 1}": {true}, "[a]": {false, true}, "a": {false, false, true}, `""`: {false, false, true}, "~": {false, false, false, true},
	} {
		m, _ := read(t, "v: "+written+"\n")
		n := m.find("v")
		if got := [4]bool{n.IsMap(), n.IsList(), n.IsScalar(), n.IsNull()}; got != want {
			t.Errorf("%s is %v, want %v", written, got, want)
		}
	}
}

func TestBool(t *testing.T) {
	for written, want := range map[string]bool{"true": true, "false": false} {
		n, faults := node(t, written)
		if got, ok := n.Bool(); got != want || !ok || faults.Err() != nil {
			t.Errorf("%s reads %v, %v, %v", written, got, ok, faults.Err())
		}
	}
}

func TestTextKeepsWhatIsWritten(t *testing.T) {
	for written, want := range map[string]string{
		"500230001": "500230001", "0120": "0120", "yes": "yes", "1.50": "1.50", "0x1F": "0x1F", `"null"`: "null",
		"2022-08-02": "2022-08-02", "1_000": "1_000", "12:30": "12:30", "'a''b'": "a'b", "!!str 017": "017",
		"|\n  甲\n  乙": "甲\n乙", ">\n  甲\n  b\n\n": "甲 b", "|-\n  甲": "甲",
	} {
		n, faults := node(t, written)
		got, ok := n.Text()
		if !ok || got != want || n.Literal() != want || faults.Err() != nil {
			t.Errorf("%q reads %q, %v, %v", written, got, ok, faults.Err())
		}
	}
}

func TestAbsentNodesMayBeAskedAnything(t *testing.T) {
	var n *Node
	m, ok := n.Map()
	if ok || m.Get("a") != nil || m.Need("a") != nil || m.Has("a") || m.Keys() != nil || m.Node() != nil || m.Carries() != nil {
		t.Error("an absent mapping has something")
	}
	m.Done()
	n.Fault(CodeValue, "", spec.Text{})
	if n.List() != nil || n.Texts() != nil || n.Path() != "" || n.Line() != 0 || n.Column() != 0 || n.File() != "" || n.Key() != "" ||
		n.Literal() != "" || n.IsMap() || n.IsList() || n.IsScalar() || n.IsNull() || n.Parameters() != nil || n.Carried() != nil || n.Document() != nil {
		t.Error("an absent node has something")
	}
	reads := []bool{}
	add := func(_ any, ok bool) { reads = append(reads, ok) }
	add(n.Text())
	add(n.Bool())
	add(n.Bilingual())
	add(n.People())
	add(n.Count())
	add(n.Int())
	add(n.Year())
	add(n.Date())
	add(n.Period())
	add(n.Decimal())
	add(n.SignedDecimal())
	add(n.Ratio())
	add(n.Quantity())
	add(n.Area())
	add(n.GrossArea())
	add(n.Money())
	add(n.Distance())
	add(n.Duration())
	add(n.Source(spec.Source{}))
	add(Choice(n, spec.ParseStanding))
	for i, ok := range reads {
		if ok {
			t.Errorf("reading %d of an absent node is ok", i)
		}
	}
	figure, ok := Figure(n, spec.Source{}, (*Node).Int)
	if !ok || figure.Known() {
		t.Errorf("an absent figure is %v, %v", figure, ok)
	}
}

func TestTypedValues(t *testing.T) {
	m, faults := read(t, lines(
		"people: 1500", "count: \"7\"", "int: 30", "year: 2025", "date: 2022-08-02", "period: 2021-2025",
		"decimal: 37.960", "signed: -0.50", "ratio: 2/3", "most: 2147483647", "quantity: 1.250",
		"ha: 37.96 ha", "m2: 5平方米", "mu: 3 亩", "km2: 1.5 km2", "gross: 2 公顷",
		"wan: 300 wan-yuan", "yi: 1.5亿元", "yuan: 0.01 元", "km: 2.5 km", "m: 3 米", "h: 24 h", "min: 1.5 分钟", "s: 90 s", "SQ: 1 M2", "standing: ours"))
	type pair struct {
		Got any
		OK  bool
	}
	get := func(key string) *Node { return m.Need(key) }
	two := func(v any, ok bool) pair {
		if s, is := v.(interface{ String() string }); is {
			v = s.String()
		}
		return pair{v, ok}
	}
	got := []pair{
		two(get("people").People()), two(get("count").Count()), two(get("int").Int()), two(get("year").Year()),
		two(get("date").Date()), two(get("period").Period()),
		two(get("quantity").Quantity()),
		two(get("ha").Area()), two(get("m2").Area()), two(get("mu").Area()), two(get("km2").Area()), two(get("gross").GrossArea()),
		two(get("wan").Money()), two(get("yi").Money()), two(get("yuan").Money()),
		two(get("km").Distance()), two(get("m").Distance()), two(get("h").Duration()), two(get("min").Duration()), two(get("s").Duration()),
		two(get("SQ").Area()), two(Choice(get("standing"), spec.ParseStanding)),
	}
	want := []pair{}
	for _, v := range []any{"1500", "7", 30, "2025", "2022-08-02", "2021-2025", "1.25",
		"379600", "5", "2000", "1500000", "20000", "3000000", "150000000", "0.01", "2500", "3", "86400", "90", "90", "1", "ours"} {
		want = append(want, pair{v, true})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	decimal, _ := get("decimal").Decimal()
	signed, _ := get("signed").SignedDecimal()
	ratio, _ := get("ratio").Ratio()
	if measure.DecimalText(decimal) != "37.960" || measure.DecimalText(signed) != "-0.50" || !ratio.Equal(measure.RatioOf(2, 3)) {
		t.Errorf("decimal %v, signed %v, ratio %v", decimal, signed, ratio)
	}
	if n, ok := get("most").Int(); !ok || n != 2147483647 {
		t.Errorf("the largest whole number reads %d, %v", n, ok)
	}
	m.Done()
	if faults.Err() != nil {
		t.Error(faults.Err())
	}
}

func TestValuesInAnyOtherFormAreFaults(t *testing.T) {
	people := func(n *Node) bool { _, ok := n.People(); return ok }
	date := func(n *Node) bool { _, ok := n.Date(); return ok }
	decimal := func(n *Node) bool { _, ok := n.Decimal(); return ok }
	area := func(n *Node) bool { _, ok := n.Area(); return ok }
	money := func(n *Node) bool { _, ok := n.Money(); return ok }
	choice := func(n *Node) bool { _, ok := Choice(n, spec.ParseStanding, standings()...); return ok }
	custom := func(n *Node) bool {
		_, ok := Scalar(n, func(string) (int, error) { return 0, errors.New("no good") })
		return ok
	}
	for _, tt := range []struct {
		value string
		use   func(*Node) bool
		want  string
	}{
		{"1.9", people, "2:4 v measure.fraction 1.9"},
		{"0120", people, "2:4 v measure.leading-zero 0120"},
		{"1_000", people, "2:4 v measure.syntax 1_000"},
		{"-3", people, "2:4 v measure.negative -3"},
		{"1,000", people, "2:4 v measure.syntax 1,000"},
		{"３", people, "2:4 v measure.syntax ３"},
		{"0x1F", people, "2:4 v measure.syntax 0x1F"},
		{"9223372036854775808", people, "2:4 v measure.range 9223372036854775808"},
		{"2022/8/2", date, "2:4 v measure.date 2022/8/2"},
		{"2022-02-30", date, "2:4 v measure.date 2022-02-30"},
		{"1e400000", decimal, "2:4 v measure.syntax 1e400000"},
		{"1e400000 ha", area, "2:4 v measure.syntax 1e400000"},
		{"1e400000", area, "2:4 v measure.syntax 1e400000"},
		{"1E+4ha", area, "2:4 v measure.syntax 1E+4"},
		{"0x1F ha", area, "2:4 v measure.syntax 0x1F"},
		{"1_000 ha", area, "2:4 v measure.syntax 1_000"},
		{"5e ha", area, "2:4 v unit.unknown e ha"},
		{"5 mE2", area, "2:4 v unit.unknown mE2"},
		{"1.2.3 acre", area, "2:4 v measure.syntax 1.2.3"},
		{"37.96", area, "2:4 v unit.missing 37.96"},
		{"37.96 acre", area, "2:4 v unit.unknown acre"},
		{"37.96 元", area, "2:4 v unit.unknown 元"},
		{"37.96  ha", area, "2:4 v unit.unknown  ha"},
		{"37.96 ha ", area, ""},
		{"ha", area, "2:4 v measure.syntax ha"},
		{"-1 ha", area, "2:4 v measure.negative -1"},
		{"1 mu", area, "2:4 v measure.inexact 1"},
		{"1,000 ha", area, "2:4 v measure.syntax 1,000"},
		{"0.001 yuan", money, "2:4 v measure.inexact 0.001"},
		{"our", choice, "2:4 v yaml.unknown-value our"},
		{"x", custom, "2:4 v yaml.value x"},
	} {
		n, faults := node(t, tt.value)
		ok := tt.use(n)
		want := []string{tt.want}
		if tt.want == "" {
			want = []string{}
		}
		if diff := cmp.Diff(want, told(faults)); diff != "" || ok != (tt.want == "") {
			t.Errorf("%s: ok %v, faults (-want +got):\n%s", tt.value, ok, diff)
		}
	}
}

func TestPathsQuoteWhatIsNoWord(t *testing.T) {
	for _, tt := range []struct{ path, key, want string }{
		{"", "a", "a"}, {"a", "名称", "a.名称"}, {"a", "b.c", `a["b.c"]`}, {"", "b c", `["b c"]`}, {"a[0]", "[", `a[0]["["]`},
		{"a", "", `a[""]`}, {"a", "six-haves_1", "a.six-haves_1"}, {"a", `q"`, `a["q\""]`},
	} {
		if got := join(tt.path, tt.key); got != tt.want {
			t.Errorf("join(%q, %q) = %s, want %s", tt.path, tt.key, got, tt.want)
		}
	}
}
