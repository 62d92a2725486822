package hazards_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

var updateCAP = flag.Bool("update", false, "write the golden messages again")

// goldenCAP are the messages that are held against a schema outside Go.
func goldenCAP() map[string]hazards.CAPAlert {
	out := map[string]hazards.CAPAlert{"every-element.xml": fullAlert()}
	for i, m := range messages(storm()) {
		out[fmt.Sprintf("rainstorm-%d-%s.xml", i+1, strings.ToLower(string(m.Type)))] = m
	}
	plain := rainstorm()
	plain.Event.EN, plain.IssuerName.EN, plain.Advice.EN, plain.Measures.EN, plain.Areas[0].Name.EN = "", "", "", "", ""
	plain.Expires = hazards.Moment{}
	chain, err := hazards.IssueWarning(plain, hazards.ChongqingWarningIssuers())
	if err != nil {
		panic(err)
	}
	out["chinese-only.xml"] = messages(chain)[0]
	return out
}

func TestGoldenMessagesAreWrittenAndReadBack(t *testing.T) {
	files, err := filepath.Glob("testdata/cap/*.xml")
	if err != nil {
		t.Fatal(err)
	}
	golden := goldenCAP()
	if len(files) != len(golden)+1 && !*updateCAP { // and the broken one
		t.Errorf("%d files for %d messages", len(files), len(golden))
	}
	for name, m := range golden {
		t.Run(name, func(t *testing.T) {
			got, err := m.WriteCAP()
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", "cap", name)
			if *updateCAP {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error(diff)
			}
			back, err := hazards.ReadCAP(bytes.NewReader(want))
			if diff := cmp.Diff(m, back); err != nil || diff != "" {
				t.Error(err, diff)
			}
		})
	}
	broken, err := os.ReadFile("testdata/cap/refused.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, err = hazards.ReadCAP(bytes.NewReader(broken))
	want := []string{"5 cap.value Green", "6 cap.order msgType", "12 cap.value Dreadful", "14 cap.element colour"}
	if diff := cmp.Diff(want, capFaults(t, err)); diff != "" {
		t.Error(diff)
	}
}

// capFaults lists faults as line or path, code and value.
func capFaults(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var faults *spec.Faults
	var one spec.Fault
	if errors.As(err, &one) {
		return []string{one.Path + " " + one.Code + " " + one.Value}
	}
	if !errors.As(err, &faults) {
		t.Fatalf("%T: %v", err, err)
	}
	var out []string
	for _, f := range faults.All() {
		if !f.Message.Complete() {
			t.Errorf("%s has no message in both languages", f.Code)
		}
		place := f.Path
		if f.Line > 0 {
			place = fmt.Sprint(f.Line)
		}
		out = append(out, place+" "+f.Code+" "+f.Value)
	}
	return out
}

const capHead = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier><sender>b</sender><sent>2024-07-10T08:30:00+08:00</sent><status>Test</status><msgType>Alert</msgType><scope>Public</scope>`

func TestMessagesAreReadStrictly(t *testing.T) {
	info := func(s string) string {
		return capHead + `<info><category>Met</category><event>e</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty>` + s + `</info></alert>`
	}
	area := func(s string) string { return info(`<area><areaDesc>d</areaDesc>` + s + `</area>`) }
	for _, one := range []struct {
		name, xml string
		want      []string
	}{
		{"good", capHead + `</alert>`, nil},
		{"declaration, comment and byte order mark", "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- c -->" + capHead + "<!-- d --></alert>\n", nil},
		{"another prefix", strings.NewReplacer("xmlns=", "xmlns:cap=", "</", "</cap:", "<", "<cap:", "<cap:/cap:", "</cap:").Replace(capHead + `</alert>`), nil},
		{"place of a schema", strings.Replace(capHead, "><identifier", ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"><identifier`, 1) + `</alert>`, nil},
		{"whole second alert", capHead + `</alert>` + capHead + `</alert>`, []string{"1 cap.count "}},
		{"empty", ``, []string{"1 cap.count "}},
		{"text outside", capHead + `</alert>x`, []string{"1 cap.text x"}},
		{"text inside", capHead + `x</alert>`, []string{"1 cap.text x"}},
		{"unclosed", capHead, []string{"1 cap.xml "}},
		{"document type", `<!DOCTYPE alert>` + capHead + `</alert>`, []string{"1 cap.forbidden DOCTYPE alert"}},
		{"own entity", "<!DOCTYPE a [<!ENTITY e \"x\">]>" + capHead + `<note>&e;</note></alert>`, []string{`1 cap.forbidden DOCTYPE a [<!ENTITY e "x">]`, "1 cap.xml "}},
		{"processing instruction", `<?php x?>` + capHead + `</alert>`, []string{"1 cap.forbidden php"}},
		{"other encoding", `<?xml version="1.0" encoding="gb18030"?>` + capHead + `</alert>`, []string{"1 cap.xml "}},
		{"attribute", strings.Replace(capHead, "<status>", `<status x="1">`, 1) + `</alert>`, []string{"1 cap.forbidden x"}},
		{"other namespace", strings.Replace(capHead, "1.2", "1.1", 1) + `</alert>`, []string{"1 cap.element urn:oasis:names:tc:emergency:cap:1.1", "1 cap.element urn:oasis:names:tc:emergency:cap:1.1",
			"1 cap.element urn:oasis:names:tc:emergency:cap:1.1", "1 cap.element urn:oasis:names:tc:emergency:cap:1.1", "1 cap.element urn:oasis:names:tc:emergency:cap:1.1",
			"1 cap.element urn:oasis:names:tc:emergency:cap:1.1", "1 cap.element urn:oasis:names:tc:emergency:cap:1.1"}},
		{"another root", `<info xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>`, []string{"1 cap.count "}},
		{"unknown element", capHead + `<colour>red</colour></alert>`, []string{"1 cap.element colour"}},
		{"signature", capHead + `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></alert>`, []string{"1 cap.element http://www.w3.org/2000/09/xmldsig#", "1 cap.element Signature"}},
		{"element in a text", capHead + `<note>a<b/></note></alert>`, []string{"1 cap.element b"}},
		{"too deep", capHead + strings.Repeat("<info>", 9) + strings.Repeat("</info>", 9) + `</alert>`, []string{"1 cap.xml info"}},
		{"missing and twice", strings.Replace(capHead, "<sender>b</sender>", "<identifier>c</identifier>", 1) + `</alert>`, []string{"1 cap.count identifier", "1 cap.count sender"}},
		{"out of order", capHead + `<note>n</note><code>c</code></alert>`, []string{"1 cap.order code"}},
		{"empty text", capHead + `<note></note></alert>`, []string{"1 cap.value "}},
		{"identifier with a comma", strings.Replace(capHead, ">a<", ">a,b<", 1) + `</alert>`, []string{"identifier cap.value a,b"}},
		{"sender with a space", strings.Replace(capHead, ">b<", ">a b<", 1) + `</alert>`, []string{"sender cap.value a b"}},
		{"another zone", strings.Replace(capHead, "+08:00", "+00:00", 1) + `</alert>`, []string{"1 cap.value 2024-07-10T08:30:00+00:00"}},
		{"Z", strings.Replace(capHead, "+08:00", "Z", 1) + `</alert>`, []string{"1 cap.value 2024-07-10T08:30:00Z"}},
		{"the form of tables", strings.Replace(capHead, "T08:30:00+08:00", " 08:30", 1) + `</alert>`, []string{"1 cap.value 2024-07-10 08:30"}},
		{"no such day", strings.Replace(capHead, "07-10", "02-30", 1) + `</alert>`, []string{"1 cap.value 2024-02-30T08:30:00+08:00"}},
		{"two values of closed sets", strings.NewReplacer("Test", "test", "Public", "All").Replace(capHead) + `</alert>`, []string{"1 cap.value All", "1 cap.value test"}},
		{"update without reference", strings.Replace(capHead, "Alert<", "Update<", 1) + `</alert>`, []string{"references cap.reference Update"}},
		{"broken reference", capHead + `<references>a,b,2024-07-10T08:30:00+08:00 c,d</references></alert>`, []string{"1 cap.value c,d"}},
		{"private without addresses", strings.Replace(capHead, "Public", "Private", 1) + `</alert>`, []string{"addresses cap.count "}},
		{"restricted without restriction", strings.Replace(capHead, "Public", "Restricted", 1) + `</alert>`, []string{"restriction cap.count "}},
		{"no category, event and certainty", capHead + `<info><urgency>Past</urgency><severity>Minor</severity></info></alert>`, []string{"1 cap.count category", "1 cap.count certainty", "1 cap.count event"}},
		{"a language", info(``), nil},
		{"no language", strings.Replace(info(``), "<category>", "<language>中文</language><category>", 1), []string{"info[0].language cap.value 中文"}},
		{"end at the start", info(`<onset>2024-07-10T08:30:00+08:00</onset><expires>2024-07-10T08:30:00+08:00</expires>`), []string{"info[0].expires cap.dates 2024-07-10T08:30:00+08:00"}},
		{"end at the effect", info(`<effective>2024-07-10T08:30:00+08:00</effective><expires>2024-07-10T08:30:00+08:00</expires>`), []string{"info[0].expires cap.dates 2024-07-10T08:30:00+08:00"}},
		{"language that begins with a digit", strings.Replace(info(``), "<category>", "<language>1a</language><category>", 1), []string{"info[0].language cap.value 1a"}},
		{"language with a region in digits", strings.Replace(info(``), "<category>", "<language>es-419</language><category>", 1), nil},
		{"area without a name", info(`<area></area>`), []string{"1 cap.count areaDesc"}},
		{"end a second later", info(`<effective>2024-07-10T08:30:00+08:00</effective><expires>2024-07-10T08:30:01+08:00</expires>`), nil},
		{"pair without name", info(`<parameter><valueName></valueName><value>v</value></parameter>`), []string{"1 cap.value "}},
		{"pair with two values", info(`<parameter><valueName>n</valueName><value>v</value><value>v</value></parameter>`), []string{"1 cap.count value"}},
		{"resource of 0 bytes", info(`<resource><resourceDesc>r</resourceDesc><mimeType>t</mimeType><size>0</size></resource>`), []string{"1 cap.value 0"}},
		{"resource without type", info(`<resource><resourceDesc>r</resourceDesc></resource>`), []string{"1 cap.count mimeType"}},
		{"triangle", area(`<polygon>1,2 3,4 5,6 1,2</polygon>`), nil},
		{"triangle that is open", area(`<polygon>1,2 3,4 5,6 1,2.0000001</polygon>`), []string{"info[0].area[0].polygon[0] area.polygon "}},
		{"two corners", area(`<polygon>1,2 3,4 1,2</polygon>`), []string{"info[0].area[0].polygon[0] area.polygon "}},
		{"beyond the pole", area(`<polygon>1,2 90.0000001,4 5,6 1,2</polygon>`), []string{"1 cap.value 90.0000001,4"}},
		{"eight decimals", area(`<circle>1.00000001,2 1</circle>`), []string{"1 cap.value 1.00000001,2"}},
		{"circle without radius", area(`<circle>1,2</circle>`), []string{"1 cap.value 1,2"}},
		{"negative radius", area(`<circle>1,2 -1</circle>`), []string{"1 cap.value 1,2 -1"}},
		{"ceiling without altitude", area(`<ceiling>1</ceiling>`), []string{"info[0].area[0].ceiling cap.value 1"}},
		{"altitude in words", area(`<altitude>high</altitude>`), []string{"info[0].area[0].altitude cap.value high"}},
	} {
		t.Run(one.name, func(t *testing.T) {
			a, err := hazards.ReadCAP(strings.NewReader(one.xml))
			if diff := cmp.Diff(one.want, capFaults(t, err)); diff != "" {
				t.Error(diff)
			}
			if (err != nil) != a.Equal(hazards.CAPAlert{}) {
				t.Errorf("message %+v with error %v", a, err)
			}
		})
	}
}

func TestLargeMessagesAreRefused(t *testing.T) {
	room := hazards.MaxCAP - len(capHead) - len(`<note></note></alert>`)
	for size, want := range map[int][]string{room: nil, room + 1: {" cap.size "}} {
		_, err := hazards.ReadCAP(strings.NewReader(capHead + `<note>` + strings.Repeat("x", size) + `</note></alert>`))
		if diff := cmp.Diff(want, capFaults(t, err)); diff != "" {
			t.Error(diff)
		}
	}
	broken := errors.New("the line broke")
	if _, err := hazards.ReadCAP(failing{broken}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestMessagesAreNotWrittenBroken(t *testing.T) {
	for _, one := range []struct {
		name  string
		spoil func(a *hazards.CAPAlert)
		want  string
	}{
		{"control character", func(a *hazards.CAPAlert) { a.Note = "a\x01b" }, `note cap.text a\x01b`},
		{"broken UTF-8", func(a *hazards.CAPAlert) { a.Infos[0].Headline = "a\xff" }, "info[0].headline cap.text a\ufffd"},
		{"unset moment", func(a *hazards.CAPAlert) { a.Sent = hazards.Moment{} }, "sent cap.count "},
		{"no event", func(a *hazards.CAPAlert) { a.Infos[1].Event = "" }, "info[1].event cap.count "},
		{"no category", func(a *hazards.CAPAlert) { a.Infos[1].Categories = nil }, "info[1].category cap.count "},
		{"empty code", func(a *hazards.CAPAlert) { a.Codes[1] = "" }, "code[1] cap.count "},
		{"reference without sender", func(a *hazards.CAPAlert) { a.References[1].Sender = "" }, "references[1] cap.value c"},
		{"unknown urgency", func(a *hazards.CAPAlert) { a.Infos[0].Urgency = "Soon" }, "info[0].urgency cap.value Soon"},
		{"area without name", func(a *hazards.CAPAlert) { a.Infos[0].Areas[0].Description = "" }, "info[0].area[0].areaDesc cap.count "},
		{"negative size", func(a *hazards.CAPAlert) { a.Infos[0].Resources[0].Size = -1 }, "info[0].resource[0].size cap.value -1"},
		{"centre without datum", func(a *hazards.CAPAlert) { a.Infos[0].Areas[0].Circles[0].Centre = hazards.Position{} }, "info[0].area[0].circle[0] position.datum —"},
		{"centre in GCJ-02", func(a *hazards.CAPAlert) {
			a.Infos[0].Areas[0].Circles[0].Centre = point("1", "2", hazards.GCJ02)
		}, "info[0].area[0].circle[0] position.datum 1,2 GCJ-02"},
	} {
		t.Run(one.name, func(t *testing.T) {
			a := fullAlert()
			one.spoil(&a)
			b, err := a.WriteCAP()
			if diff := cmp.Diff([]string{one.want}, capFaults(t, err)); diff != "" || b != nil {
				t.Error(diff, string(b))
			}
		})
	}
}

func FuzzReadCAP(f *testing.F) {
	f.Add([]byte(capHead + `</alert>`)) // short seeds: the fuzzer shrinks each for long
	f.Add([]byte(`<info><category>Met</category><event>e</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty></info>`))
	f.Add([]byte(`<info><category>Met</category><event>e</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty>` +
		`<area><areaDesc>d</areaDesc><polygon>1,2 3,4 5,6 1,2</polygon><circle>1,2 3</circle></area></info>`))
	f.Add([]byte(`<!DOCTYPE a [<!ENTITY b "c">]><!-- d --><?e f?><![CDATA[g]]>&amp;&#x68;`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.HasPrefix(data, []byte("<info>")) { // the rest of a message
			data = append([]byte(capHead), append(data, "</alert>"...)...)
		}
		a, err := hazards.ReadCAP(bytes.NewReader(data))
		if err != nil {
			return
		}
		b, err := a.WriteCAP()
		if err != nil {
			t.Fatalf("%q was read and cannot be written: %v", data, err)
		}
		back, err := hazards.ReadCAP(bytes.NewReader(b))
		if err != nil || !back.Equal(a) {
			t.Fatalf("%q becomes %q: %v", data, b, err)
		}
		if _, err := hazards.ReadWarning([]hazards.CAPAlert{a}, hazards.ChongqingWarningIssuers()); err != nil {
			capFaults(t, err)
		}
	})
}
