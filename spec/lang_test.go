package spec_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/county-emergency/emergency/spec"
)

// A program's -lang flag in one line.
func ExampleLang_UnmarshalText() {
	flags := flag.NewFlagSet("program", flag.ContinueOnError)
	var lang spec.Lang
	flags.TextVar(&lang, "lang", spec.English, "`zh or en`")
	fmt.Println(flags.Parse([]string{"-lang", "zh"}), spec.T("value", "数值").In(lang))
	// Output: <nil> 数值
}

// TestLanguageSurvivesItsText writes both languages and reads them back; what is
// no language changes nothing and is named.
func TestLanguageSurvivesItsText(t *testing.T) {
	for _, lang := range []spec.Lang{spec.English, spec.Chinese} {
		text, err := lang.MarshalText()
		if err != nil || string(text) != lang.String() {
			t.Errorf("%v is written %q, %v", lang, text, err)
		}
		back := spec.English + spec.Chinese - lang // the other one
		if err := back.UnmarshalText(text); err != nil || back != lang {
			t.Errorf("%q is read as %v, %v", text, back, err)
		}
	}
	for _, text := range []string{"", "fr", "ZH", "zh-CN", " en", "中文"} {
		lang := spec.Chinese
		if err := lang.UnmarshalText([]byte(text)); err == nil || !strings.Contains(err.Error(), text) || lang != spec.Chinese {
			t.Errorf("%q is read as %v, %v", text, lang, err)
		}
	}
}

// One value that went into a finding, by its name.
func ExampleFinding_Input() {
	f := spec.Finding{Inputs: []spec.Input{{Name: "people", Value: spec.Whole(3)}, {Name: "norm"}}}
	for _, name := range []string{"people", "norm", "peeple"} {
		in, ok := f.Input(name)
		fmt.Printf("%s %t %t %q\n", name, ok, in.Value.Known(), in.Value)
	}
	// Output:
	// people true true "3"
	// norm true false ""
	// peeple false false ""
}

// TestInputIsTheFirstOfItsName: where two share a name the one that comes first
// in the formula is meant.
func TestInputIsTheFirstOfItsName(t *testing.T) {
	f := spec.Finding{Inputs: []spec.Input{
		{Name: "year", Value: spec.Whole(1)}, {Name: "year", Value: spec.Whole(2)}}}
	if in, ok := f.Input("year"); !ok || in.Value.String() != "1" {
		t.Errorf("got %v, %v", in.Value, ok)
	}
	if in, ok := (spec.Finding{}).Input(""); ok || in.Name != "" {
		t.Errorf("a finding without inputs has %v", in)
	}
}
