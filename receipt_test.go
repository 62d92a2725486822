package emergency_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
)

// shuffled lists a folder in another order each time.
type shuffled struct {
	fs.FS
	order func([]fs.DirEntry)
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	s.order(entries)
	return entries, err
}

// inMemory copies the files of a folder.
func inMemory(t testing.TB, dir string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(dir + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = &fstest.MapFile{Data: data}
	}
	return out
}

func TestReceiptsOfEqualInputsAreEqual(t *testing.T) {
	planFiles, countyFiles := inMemory(t, secondPlan), inMemory(t, secondData)
	read := func(plan, county fs.FS) emergency.Receipt {
		p, err := emergency.ReadPlan(plan)
		if err != nil {
			t.Fatal(err)
		}
		c, err := emergency.ReadCounty(county)
		if err != nil {
			t.Fatal(err)
		}
		return p.Assess(c, measure.Date{}).Receipt()
	}
	want := read(os.DirFS(secondPlan), os.DirFS(secondData)).JSON()
	for turn := range 4 { // folders list their files in another order each time
		order := func(list []fs.DirEntry) {
			slices.Reverse(list)
			for i := range turn {
				j := (i*7 + turn) % len(list)
				list[0], list[j] = list[j], list[0]
			}
		}
		got := read(shuffled{planFiles, order}, shuffled{countyFiles, order}).JSON()
		if !bytes.Equal(got, want) {
			t.Fatalf("another receipt:\n%s", got)
		}
	}
}

func TestReceiptsOfUnequalInputsDiffer(t *testing.T) {
	plan, county := second(t)
	receipt := plan.Assess(county, measure.Date{}).Receipt()
	countyFiles := inMemory(t, secondData)
	names := make([]string, 0, len(countyFiles))
	for name := range countyFiles {
		if strings.HasSuffix(name, ".csv") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		changed := fstest.MapFS{}
		for other, file := range countyFiles {
			changed[other] = file
		}
		changed[name] = &fstest.MapFile{Data: append(slices.Clone(countyFiles[name].Data), '\n')} // one byte, no meaning
		c, err := emergency.ReadCounty(changed)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		now := plan.Assess(c, measure.Date{}).Receipt()
		if now.Hash() == receipt.Hash() {
			t.Errorf("one byte more in %s changes no receipt", name)
		}
		differences := receipt.Verify(plan, c)
		if len(differences) != 1 || differences[0].Code != emergency.DiffersFile || differences[0].Name != "county/"+name {
			t.Errorf("%s: %+v", name, differences)
		}
	}
}

// TestNoByteOfAReceiptIsLeftUnchecked changes one digit of every hash of a receipt,
// the common ones of all files among them: none is confirmed.
func TestNoByteOfAReceiptIsLeftUnchecked(t *testing.T) {
	plan, county := second(t)
	receipt := plan.Assess(county, measure.Date{}).Receipt()
	other := func(hash string) string { return strings.Map(func(r rune) rune { return r ^ 1 }, hash[:1]) + hash[1:] }
	for name, change := range map[string]func(r *emergency.Receipt){
		"rules":           func(r *emergency.Receipt) { r.Rules = other(r.Rules) },
		"plan/sha256":     func(r *emergency.Receipt) { r.Plan.Hash = other(r.Plan.Hash) },
		"county/sha256":   func(r *emergency.Receipt) { r.County.Hash = other(r.County.Hash) },
		"plan/plan.yaml":  func(r *emergency.Receipt) { r.Plan.Files[3].SHA256 = other(r.Plan.Files[3].SHA256) },
		"county/last.csv": func(r *emergency.Receipt) { f := r.County.Files; f[len(f)-1].SHA256 = other(f[len(f)-1].SHA256) },
		"report":          func(r *emergency.Receipt) { r.ReportHash = other(r.ReportHash) },
	} {
		changed := receipt
		changed.Plan.Files, changed.County.Files = slices.Clone(receipt.Plan.Files), slices.Clone(receipt.County.Files)
		change(&changed)
		if d := changed.Verify(plan, county); len(d) != 1 || !d[0].Text.Complete() {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

func TestVerifySaysWhatDiffers(t *testing.T) {
	plan, county := second(t)
	report := plan.Assess(county, measure.Date{})
	receipt := report.Receipt()
	if d := receipt.Verify(plan, county); len(d) != 0 {
		t.Errorf("a true receipt is not confirmed: %+v", d)
	}
	if report.Only("teams.").Receipt().Hash() != receipt.Hash() {
		t.Error("a part of the report has another receipt")
	}
	read, err := emergency.ParseReceipt(receipt.JSON())
	if err != nil || read.Hash() != receipt.Hash() || len(read.Verify(plan, county)) != 0 {
		t.Errorf("read back: %v", err)
	}
	codes := func(d []emergency.Difference) string {
		var out []string
		for _, one := range d {
			if !one.Text.Complete() {
				t.Errorf("%+v says nothing", one)
			}
			if !slices.Contains(out, one.Code) {
				out = append(out, one.Code)
			}
		}
		return strings.Join(out, " ")
	}
	chosen, err := plan.With("teams.enforcer-background", "all")
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(receipt.Verify(chosen, county)); got != "reading report" {
		t.Errorf("another reading: %s", got)
	}
	over, err := plan.Overlay(folderOf(map[string]string{"reserves.yaml": more}))
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(receipt.Verify(over, county)); got != "file report" {
		t.Errorf("an overlay: %s", got)
	}
	own, records := fengdu(t)
	if got := codes(receipt.Verify(own, records)); got != "plan county file reading report" {
		t.Errorf("another plan and county: %s", got)
	}
	changed := *county // as a what-if does
	changed.Shelters = emergency.County{}.Shelters
	if got := codes(receipt.Verify(plan, &changed)); got != "report" {
		t.Errorf("a county changed after it was read: %s", got)
	}
	filled := plan.Assess(&emergency.County{Code: county.Code, Name: county.Name}, measure.DateOf(2025, 1, 1)).Receipt()
	if filled.County.FromFiles() || filled.County.Hash != "" || len(filled.Verify(plan, &emergency.County{Code: county.Code, Name: county.Name})) != 0 {
		t.Errorf("a county from no files: %+v", filled.County)
	}
	read.Library = "0.0.0"
	if got := codes(read.Verify(plan, county)); got != "library" {
		t.Errorf("another version: %s", got)
	}
}

// An auditor needs no library to hash a folder: sha256sum does.
func TestHashesAreThoseOfSha256sum(t *testing.T) {
	plan, county := second(t)
	receipt := plan.Assess(county, measure.Date{}).Receipt()
	var lines strings.Builder
	for _, f := range receipt.County.Files {
		data, err := os.ReadFile(secondData + "/" + f.Name)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if hex.EncodeToString(sum[:]) != f.SHA256 {
			t.Errorf("%s has another hash", f.Name)
		}
		fmt.Fprintf(&lines, "%x  %s\n", sum, f.Name)
	}
	entries, err := os.ReadDir(secondData)
	if err != nil || len(entries) != len(receipt.County.Files) {
		t.Errorf("%d files in the folder, %d in the receipt: %v", len(entries), len(receipt.County.Files), err)
	}
	if sum := sha256.Sum256([]byte(lines.String())); hex.EncodeToString(sum[:]) != receipt.County.Hash {
		t.Error("the folder has another hash")
	}
}

func TestWhatIsNoReceiptIsRefused(t *testing.T) {
	plan, county := second(t)
	good := string(plan.Assess(county, measure.Date{}).Receipt().JSON())
	for _, bad := range []string{"", "{}", "null", good + "{}", strings.Replace(good, "receipt/v1", "receipt/v2", 1),
		strings.Replace(good, `"library"`, `"shelf"`, 1), strings.Replace(good, `"as_of": "2027`, `"as_of": "soon`, 1)} {
		if _, err := emergency.ParseReceipt([]byte(bad)); err == nil {
			t.Errorf("taken: %.60s", bad)
		}
	}
}

func FuzzParseReceipt(f *testing.F) {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(emergency.Fengdu().Assess(county, measure.Date{}).Receipt().JSON())
	f.Add([]byte(`{"format":"emergency/receipt/v1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := emergency.ParseReceipt(data)
		if err != nil {
			return
		}
		again, err := emergency.ParseReceipt(r.JSON())
		if err != nil || again.Hash() != r.Hash() {
			t.Fatalf("not read back: %v", err)
		}
	})
}
