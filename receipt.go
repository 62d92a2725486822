package emergency

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/internal/render"
	"github.com/county-emergency/emergency/internal/strict"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Version is the version of the library, as receipts state it.
const Version = "0.1.0-dev"

// FileHash is a file with the SHA-256 of its bytes as read, in 64 hexadecimal
// digits, as the command sha256sum prints it (文件摘要).
type FileHash struct{ Name, SHA256 string }

// Receipt says what a report was computed from, so that anybody can compute it
// again and compare (评估回执). Equal inputs give equal receipts, on any machine
// and in whatever order the files were read.
//
// A folder's hash is that of the lines "hash  name\n" of its files in the order
// of their names: sha256sum * | sha256sum, for a folder without other files. A
// county that a service filled from its own database comes from no files; its
// receipt says so and rests on the report's hash alone. The same holds for a
// county changed after it was read: its files are those it was read from, and
// [Receipt.Verify] finds the report to be another.
type Receipt struct {
	Library    string // version
	Plan       Provenance
	County     Provenance
	AsOf       measure.Date
	Readings   []spec.Choice // every reading with the option in force, defaults too
	Rules      string        // hash of the ids and revisions of the rules
	ReportHash string        // hash of the report as JSON
}

// Provenance is a plan or a county with the files it came from (来源文件).
type Provenance struct {
	ID    string
	Hash  string // of all files, empty where there are none
	Files []FileHash
}

// FromFiles reports whether it was read from files.
func (p Provenance) FromFiles() bool { return len(p.Files) > 0 }

func provenance(id string, files []FileHash) Provenance {
	out := Provenance{ID: id, Files: slices.Clone(files)}
	if len(files) == 0 {
		return out
	}
	slices.SortFunc(out.Files, func(a, b FileHash) int { return cmp.Compare(a.Name, b.Name) })
	var lines strings.Builder
	for _, f := range out.Files {
		lines.WriteString(f.SHA256 + "  " + f.Name + "\n")
	}
	out.Hash = strict.Hash([]byte(lines.String()))
	return out
}

// Files returns the files that the plan was read from, overlays included, with
// their hashes, by name.
func (f FiveYearPlan) Files() []FileHash {
	var out []FileHash
	for _, layer := range f.content().layers {
		for _, file := range layer.files {
			out = append(out, FileHash{layer.named(file.name), strict.Hash(file.data)})
		}
	}
	slices.SortFunc(out, func(a, b FileHash) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// Files returns the files that the county was read from with their hashes, by
// name; none where a service filled it.
func (c *County) Files() []FileHash { return slices.Clone(c.files) }

// Receipt returns what the report was computed from. It covers the whole
// report, also where only a part is shown.
func (r *Report) Receipt() Receipt {
	whole := r.Only("")
	out := Receipt{Library: Version, AsOf: r.asOf,
		Plan:       provenance(r.plan.id, FiveYearPlan{r.plan}.Files()),
		County:     provenance(r.code.String(), r.files),
		ReportHash: strict.Hash(whole.JSON())}
	for _, reading := range (FiveYearPlan{r.plan}).Readings() {
		out.Readings = append(out.Readings, spec.Choice{Reading: reading.ID, Option: FiveYearPlan{r.plan}.used(reading)})
	}
	var rules strings.Builder
	for _, rule := range Rules() {
		rules.WriteString(render.RuleLine(rule) + "\n")
	}
	out.Rules = strict.Hash([]byte(rules.String()))
	return out
}

// Hash returns the hash of the receipt as JSON: one line to write under a paper.
func (r Receipt) Hash() string { return strict.Hash(r.JSON()) }

// The codes of what a receipt and its recomputation differ in.
const (
	DiffersLibrary = "library"
	DiffersPlan    = "plan"
	DiffersCounty  = "county"
	DiffersFile    = "file"
	DiffersAsOf    = "as-of"
	DiffersReading = "reading"
	DiffersRules   = "rules"
	DiffersReport  = "report"
)

// Difference is one thing in which a receipt is not confirmed (回执差异).
type Difference struct {
	Code      string // what differs, as DiffersFile
	Name      string // which one
	Want, Got string // in the receipt, and now; empty where there is none
	Text      spec.Text
}

// Verify computes the report again, offline, and returns in what it differs
// from the receipt; nothing, when everything is confirmed. Plan and county are
// those that the receipt is claimed for; the readings in force are the plan's.
func (r Receipt) Verify(plan FiveYearPlan, county *County) []Difference {
	return r.differences(plan.Assess(county, r.AsOf).Receipt())
}

func (r Receipt) differences(now Receipt) []Difference {
	var out []Difference
	differ := func(code, name string, want, got string, what spec.Text) {
		if want == got {
			return
		}
		said := func(s string) spec.Text {
			if s == "" {
				return spec.T("none", "无")
			}
			return spec.T(s, s)
		}
		out = append(out, Difference{Code: code, Name: name, Want: want, Got: got,
			Text: spec.Textf("%s: the receipt says %s, now it is %s", "%s：回执为 %s，现为 %s", what, said(want), said(got))})
	}
	differ(DiffersLibrary, "", r.Library, now.Library, spec.T("version of the library", "库版本"))
	differ(DiffersRules, "", r.Rules, now.Rules, spec.T("rules and their revisions", "规则及其版本"))
	differ(DiffersPlan, "", r.Plan.ID, now.Plan.ID, spec.T("plan", "规划"))
	differ(DiffersCounty, "", r.County.ID, now.County.ID, spec.T("county", "县"))
	for _, side := range []struct {
		kind       spec.Text
		name       string
		then, here Provenance
	}{
		{spec.T("plan", "规划"), DiffersPlan, r.Plan, now.Plan},
		{spec.T("county", "县"), DiffersCounty, r.County, now.County},
	} {
		told := len(out)
		for _, name := range fileNames(side.then.Files, side.here.Files) {
			differ(DiffersFile, side.name+"/"+name, hashOf(side.then.Files, name), hashOf(side.here.Files, name),
				spec.Textf("file %s of the %s", "文件 %s（%s）", name, side.kind))
		}
		if len(out) == told { // the files say nothing: then their common hash has to agree as well
			differ(side.name, "sha256", side.then.Hash, side.here.Hash, spec.Textf("all files of the %s", "%s的全部文件", side.kind))
		}
	}
	differ(DiffersAsOf, "", r.AsOf.String(), now.AsOf.String(), spec.T("date", "评估日期"))
	then, here := map[string]string{}, map[string]string{}
	var names []string
	for _, list := range []struct {
		choices []spec.Choice
		into    map[string]string
	}{{r.Readings, then}, {now.Readings, here}} {
		for _, c := range list.choices {
			list.into[c.Reading] = c.Option
			if !slices.Contains(names, c.Reading) {
				names = append(names, c.Reading)
			}
		}
	}
	for _, name := range names {
		differ(DiffersReading, name, then[name], here[name], spec.Textf("reading %s", "解读 %s", name))
	}
	differ(DiffersReport, "", r.ReportHash, now.ReportHash, spec.T("the report itself", "评估结果"))
	return out
}

func fileNames(lists ...[]FileHash) []string {
	var out []string
	for _, list := range lists {
		for _, f := range list {
			out = append(out, f.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func hashOf(files []FileHash, name string) string {
	for _, f := range files {
		if f.Name == name {
			return f.SHA256
		}
	}
	return ""
}

// Text returns the receipt for a terminal.
func (r Receipt) Text(lang spec.Lang) string { return render.ReceiptText(r.shown(), lang) }

// Markdown returns the receipt as a page.
func (r Receipt) Markdown(lang spec.Lang) string { return render.ReceiptMarkdown(r.shown(), lang) }

// JSON returns the receipt for programs, in the format emergency/receipt/v1;
// docs/schema/receipt.schema.json describes it, [ParseReceipt] reads it back.
func (r Receipt) JSON() []byte { return render.ReceiptJSON(r.shown()) }

func (r Receipt) shown() render.Receipt {
	side := func(p Provenance) render.Provenance {
		out := render.Provenance{ID: p.ID, Hash: p.Hash, Files: []render.FileHash{}}
		for _, f := range p.Files {
			out.Files = append(out.Files, render.FileHash(f))
		}
		return out
	}
	out := render.Receipt{Format: render.ReceiptFormat, Library: r.Library, Rules: r.Rules, Plan: side(r.Plan), County: side(r.County),
		AsOf: r.AsOf, Readings: []render.Choice{}, Report: r.ReportHash}
	for _, c := range r.Readings {
		out.Readings = append(out.Readings, render.Choice(c))
	}
	return out
}

// FaultReceipt is the code of a receipt that cannot be read.
const FaultReceipt = "receipt.syntax"

// ParseReceipt reads a receipt that [Receipt.JSON] wrote. Anything unknown in
// it is an error, a [*spec.Faults].
func ParseReceipt(data []byte) (Receipt, error) {
	var in render.Receipt
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&in)
	if err == nil && in.Format != render.ReceiptFormat {
		err = errors.New("the format is not " + render.ReceiptFormat)
	}
	if _, more := decoder.Token(); err == nil && more != io.EOF {
		err = errors.New("something follows the receipt")
	}
	if err != nil {
		var faults spec.Faults
		faults.Add(spec.Fault{Code: FaultReceipt, Message: spec.Textf("not a receipt: %s", "不是有效回执：%s", spec.Shorten(err.Error()))})
		return Receipt{}, faults.Err()
	}
	side := func(p render.Provenance) Provenance {
		out := Provenance{ID: p.ID, Hash: p.Hash}
		for _, f := range p.Files {
			out.Files = append(out.Files, FileHash(f))
		}
		return out
	}
	out := Receipt{Library: in.Library, Rules: in.Rules, Plan: side(in.Plan), County: side(in.County), AsOf: in.AsOf, ReportHash: in.Report}
	for _, c := range in.Readings {
		out.Readings = append(out.Readings, spec.Choice(c))
	}
	return out, nil
}
