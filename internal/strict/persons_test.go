package strict

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/spec"
)

func TestNumbersOfPersonsAreToldFromOtherNumbers(t *testing.T) {
	for text, masked := range map[string]string{
		"联络员 13800000000": "13*********", "138 0000 0000": "13*********", "138-0000-0000": "13*********", "１３８００００００００": "13*********",
		"(023) 6800 0000": "02*********", "68000000": "68******", "6800000": "68*****",
		"500230190001010000": "50****************", "50023019000101000X": "50****************", "50023019000101000x岗": "50****************",
		"+86 138.0000.0000": "86***********", "防汛办（13800000000）值班": "13*********", "20240710": "20******", "2024-07-10 13800000000": "20*****************",
		"": "", "水库行政责任人": "", "680000": "", "2024-07-10": "", "2024-7-1演练": "", "2021-2025年规划组": "", "1-2-3": "", "渝府发〔2021〕123号": "",
		"119 消防站": "", "24小时降雨量100毫米": "", "3 000 人": "",
	} {
		got, found := personNumber(narrow(text))
		if got != masked || found != (masked != "") {
			t.Errorf("%q: %q, want %q", text, got, masked)
		}
	}
}

// However a number of seven digits or more is written, it is found, and no more
// of it is shown than its first two digits.
func TestANumberOfAPersonIsFoundAndNotShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[3-9][0-9]{6,17}`).Draw(t, "digits") // begins as no year does
		var written strings.Builder
		for i, d := range digits {
			if i > 0 {
				written.WriteString(rapid.SampledFrom([]string{"", "", "", " ", "-", " - "[:2]}).Draw(t, "between"))
			}
			written.WriteRune(d)
		}
		post := rapid.SampledFrom([]string{"", "值班室", "office ", "甲、"}).Draw(t, "before") + written.String() + rapid.SampledFrom([]string{"", "岗", " x"}).Draw(t, "after")
		var faults spec.Faults
		table, _ := ReadTable("t.csv", []byte("id,post\n1,"+post+"\n"), []Column{{Name: "id"}, {Name: "post", Post: true}}, &faults)
		all := faults.All()
		if table.Len() != 1 || len(all) != 1 || all[0].Code != CodePersonNumber || all[0].Line != 2 || all[0].Path != "post" {
			t.Fatalf("%q: %v", post, all)
		}
		for _, said := range []string{all[0].Value, all[0].Message.EN, all[0].Message.ZH} {
			if strings.Contains(said, digits[:3]) || strings.Contains(said, written.String()) {
				t.Fatalf("%q is shown in %q", post, said)
			}
		}
		faults = spec.Faults{}
		if ReadTable("t.csv", []byte("id,post\n1,"+post+"\n"), []Column{{Name: "id"}, {Name: "post"}}, &faults); faults.Len() != 0 {
			t.Fatalf("in another column: %v", faults.All())
		}
	})
}

func TestAllNumbersOfPersonsAreToldWithTheirPlaces(t *testing.T) {
	var faults spec.Faults
	text := "post,id\n"
	for i := range 3 {
		text += "\"岗\n" + strconv.Itoa(13800000000+i) + "\",20240710" + strconv.Itoa(i) + "\n"
	}
	if table, ok := ReadTable("t.csv", []byte(text), []Column{{Name: "id"}, {Name: "post", Post: true}}, &faults); ok || table.Len() != 3 {
		t.Errorf("%v, %d rows", ok, table.Len())
	}
	for i, f := range faults.All() {
		if f.Line != 2+2*i || f.Column != 1 {
			t.Errorf("%+v", f)
		}
	}
	if faults.Len() != 3 {
		t.Errorf("%v", faults.All())
	}
}
