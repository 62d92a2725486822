package render

import (
	"strconv"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ReceiptFormat names the JSON form of a receipt and its version.
const ReceiptFormat = "emergency/receipt/v1"

// Receipt is what a report was computed from, in its JSON form.
type Receipt struct {
	Format   string       `json:"format"`
	Library  string       `json:"library"`
	Rules    string       `json:"rules_sha256"`
	Plan     Provenance   `json:"plan"`
	County   Provenance   `json:"county"`
	AsOf     measure.Date `json:"as_of"`
	Readings []Choice     `json:"readings"`
	Report   string       `json:"report_sha256"`
}

// Provenance is a plan or a county with the files it came from.
type Provenance struct {
	ID    string     `json:"id"`
	Hash  string     `json:"sha256"` // empty where it came from no files
	Files []FileHash `json:"files"`
}

// FileHash is a file with its hash.
type FileHash struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// Choice is a reading with the option in force.
type Choice struct {
	Reading string `json:"reading"`
	Option  string `json:"option"`
}

// RuleLine is a rule as the hash of all rules takes it.
func RuleLine(r spec.Rule) string { return r.ID + " " + strconv.Itoa(r.Revision) }

var receiptWords = struct{ title, library, rules, plan, county, report, nofiles, readings spec.Text }{
	title:    spec.T("Receipt of an assessment", "评估回执"),
	library:  spec.T("library", "库版本"),
	rules:    spec.T("rules and revisions", "规则及版本"),
	plan:     spec.T("plan", "规划"),
	county:   spec.T("county", "县"),
	report:   spec.T("report", "评估结果"),
	nofiles:  spec.T("not from files: the report's hash alone speaks for it", "数据不来自文件，仅以评估结果摘要为凭"),
	readings: spec.T("readings in force", "采用的解读"),
}

// ReceiptText writes a receipt for a terminal, at most 100 columns wide.
func ReceiptText(r Receipt, lang spec.Lang) string {
	var b strings.Builder
	paragraph(&b, 0, columns, receiptWords.title.In(lang))
	line := func(name spec.Text, value string) { row(&b, 2, []int{20, 77}, name.In(lang), value) }
	line(receiptWords.library, r.Library)
	line(receiptWords.rules, r.Rules)
	line(words.asOf, r.AsOf.String())
	for _, side := range []struct {
		name spec.Text
		of   Provenance
	}{{receiptWords.plan, r.Plan}, {receiptWords.county, r.County}} {
		b.WriteString("\n")
		line(side.name, side.of.ID)
		if len(side.of.Files) == 0 {
			line(spec.Text{}, receiptWords.nofiles.In(lang))
			continue
		}
		line(spec.Text{}, side.of.Hash)
		for _, f := range side.of.Files {
			paragraph(&b, 2, columns, f.SHA256+"  "+f.Name)
		}
	}
	b.WriteString("\n")
	paragraph(&b, 2, columns, receiptWords.readings.In(lang))
	for _, c := range r.Readings {
		paragraph(&b, 4, columns, c.Reading+"="+c.Option)
	}
	b.WriteString("\n")
	line(receiptWords.report, r.Report)
	return b.String()
}

// ReceiptMarkdown writes a receipt as a page.
func ReceiptMarkdown(r Receipt, lang spec.Lang) string {
	var b strings.Builder
	b.WriteString("# " + receiptWords.title.In(lang) + "\n\n- " + receiptWords.library.In(lang) + ": " + r.Library +
		"\n- " + receiptWords.rules.In(lang) + ": `" + r.Rules + "`\n- " + words.asOf.In(lang) + ": " + r.AsOf.String() +
		"\n- " + receiptWords.report.In(lang) + ": `" + r.Report + "`\n")
	for _, side := range []struct {
		name spec.Text
		of   Provenance
	}{{receiptWords.plan, r.Plan}, {receiptWords.county, r.County}} {
		table(&b, side.name.In(lang)+" "+side.of.ID, "SHA-256", side.name.In(lang))
		for _, f := range side.of.Files {
			cells(&b, "`"+f.SHA256+"`", f.Name)
		}
		if len(side.of.Files) == 0 {
			cells(&b, "-", receiptWords.nofiles.In(lang))
		} else {
			cells(&b, "`"+side.of.Hash+"`", words.total.In(lang))
		}
	}
	table(&b, receiptWords.readings.In(lang), sensitivityWords.reading.In(lang), words.option.In(lang))
	for _, c := range r.Readings {
		cells(&b, "`"+c.Reading+"`", c.Option)
	}
	return b.String()
}

// ReceiptJSON writes a receipt for programs.
func ReceiptJSON(r Receipt) []byte { return encode(r) }
