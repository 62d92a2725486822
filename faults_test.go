package emergency_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

// secondCopy returns a copy of a folder of the second county that a test may
// damage.
func secondCopy(t testing.TB, dir string) fstest.MapFS {
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

// damage replaces the first occurrence of a text in a file, which must be there,
// and returns its line.
func damage(t testing.TB, folder fstest.MapFS, name, old, broken string) int {
	t.Helper()
	file, ok := folder[name]
	if !ok || !bytes.Contains(file.Data, []byte(old)) {
		t.Fatalf("%s has no %q", name, old)
	}
	folder[name] = &fstest.MapFile{Data: bytes.Replace(file.Data, []byte(old), []byte(broken), 1)}
	before, _, _ := bytes.Cut(file.Data, []byte(old))
	return bytes.Count(before, []byte("\n")) + 1
}

// faultsOf returns the faults of an error as file:line [code].
func faultsOf(t testing.TB, err error) []string {
	t.Helper()
	var faults *spec.Faults
	if err == nil {
		return nil
	}
	if !errors.As(err, &faults) {
		t.Fatalf("%T is no list of faults: %v", err, err)
	}
	var out []string
	for _, f := range faults.All() {
		if f.Code == "" || !f.Message.Complete() || f.File == "" {
			t.Errorf("incomplete fault: %+v", f)
		}
		out = append(out, fmt.Sprintf("%s:%d [%s]", f.File, f.Line, f.Code))
	}
	return out
}

func TestEveryFaultOfACountyIsNamedWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		file, old, broken string
		below             int // lines from the damage to the fault
		want              string
	}{
		"unknown key":        {"county.yaml", "as_of: 2027-12-31", "as_of: 2027-12-31\npopluation: 3", 1, "[yaml.unknown-key]"},
		"missing key":        {"county.yaml", "as_of: 2027-12-31\n", "", -99, "[yaml.missing-key]"},
		"format version":     {"county.yaml", "county/v1", "county/v2", 0, "[yaml.unknown-format]"},
		"wrong type":         {"county.yaml", "county:\n", "county: Fengdu\ncounty_was:\n", 0, "[yaml.wrong-type]"},
		"negative":           {"county.yaml", "planned_population: 182000", "planned_population: -182000", 0, "[measure.negative]"},
		"fraction":           {"county.yaml", "planned_population: 182000", "planned_population: 1.9", 0, "[measure.fraction]"},
		"octal":              {"county.yaml", "planned_population: 182000", "planned_population: 0120", 0, "[measure.leading-zero]"},
		"exponent":           {"county.yaml", "planned_population: 182000", "planned_population: 1e400000", 0, "[measure.syntax]"},
		"forty digits":       {"county.yaml", "planned_population: 182000", "planned_population: " + strings.Repeat("9", 40), 0, "[measure.range]"},
		"second document":    {"county.yaml", "complete:", "---\ncomplete:", -99, "[yaml.second-document]"},
		"alias bomb":         {"county.yaml", "as_of: 2027-12-31", "a: &a [x, x]\nb: &b [*a, *a]\nas_of: 2027-12-31", 1, "[yaml.alias]"},
		"thousands":          {"shelters.csv", `"18,000"`, `"18,00"`, 0, "[table.thousands]"},
		"duplicate id":       {"shelters.csv", "\nS02,", "\nS01,", 1, "[table.duplicate-id]"},
		"unknown division":   {"shelters.csv", "990101001001", "990101001099", 0, "[division.unknown]"},
		"other county":       {"shelters.csv", "990101001001", "500230001001", 0, "[division.outside]"},
		"township elsewhere": {"townships.csv", "990101101", "990201101", 0, "[division.outside]"},
		"date out of period": {"drills.csv", "2023-05-12", "2035-05-12", 0, "[date.outside-period]"},
		"too few cells":      {"parks.csv", "park-1,", "park-1", 0, "[table.cells]"},
		"too many cells":     {"parks.csv", "park-1,", "park-1,,", 0, "[table.cells]"},
		"unknown header":     {"parks.csv", "id,name", "id,name,colour", 0, "[table.unknown-header]"},
		"broken UTF-8":       {"parks.csv", "park-1", "park-\xff\xff\xff", 0, "[text.broken-utf8]"},
		"NUL":                {"parks.csv", "park-1", "park-\x00", 0, "[text.nul]"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := secondCopy(t, secondData)
			want := c.want
			if line := damage(t, folder, c.file, c.old, c.broken) + c.below; line > 0 {
				want = fmt.Sprintf("%s:%d %s", c.file, line, c.want)
			}
			county, err := emergency.ReadCounty(folder)
			got := strings.Join(faultsOf(t, err), "\n")
			if !strings.Contains(got, want) {
				t.Errorf("%q is not in:\n%s\n%v", want, got, err)
			}
			if county != nil {
				t.Error("a county with faults was returned")
			}
		})
	}
}

func TestAllFaultsOfAllFilesAreToldAtOnce(t *testing.T) {
	folder := secondCopy(t, secondData)
	line := damage(t, folder, "county.yaml", "planned_population: 182000", "planned_population: 1.9\n  colour: red")
	damage(t, folder, "drills.csv", "2023-05-12", "2023-13-12")
	damage(t, folder, "shelters.csv", "\nS02,", "\nS01,")
	folder["shelter.csv"] = &fstest.MapFile{Data: []byte("id\n")}
	_, err := emergency.ReadCounty(folder)
	got := strings.Join(faultsOf(t, err), "\n")
	for _, want := range []string{fmt.Sprintf("county.yaml:%d [measure.fraction]", line), fmt.Sprintf("county.yaml:%d [yaml.unknown-key]", line+1),
		"drills.csv:2 [", "shelters.csv:3 [table.duplicate-id]", "shelter.csv:0 [folder.unknown-file]"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in:\n%s", want, got)
		}
	}
}

func TestFaultsOfAPlanAreNamedWithTheirPlace(t *testing.T) {
	for name, c := range map[string]struct{ file, old, broken, want string }{
		"unknown reading": {"plan.yaml", "clocks:", "readings: {no.such: x}\nclocks:", "[reading.unknown]"},
		"unknown option":  {"plan.yaml", "clocks:", "readings: {indicators.yearly-mean: x}\nclocks:", "[reading.unknown-option]"},
		"issue date":      {"plan.yaml", "2023-03-01", "2033-03-01", "[date.outside-period]"},
		"no standing":     {"plan.yaml", "standing: invented", "standing: hearsay", "plan.yaml:13 ["},
		"county format":   {"teams.yaml", "plan/v1", "county/v1", "teams.yaml:1 [yaml.unknown-format]"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := secondCopy(t, secondPlan)
			damage(t, folder, c.file, c.old, c.broken)
			_, err := emergency.ReadPlan(folder)
			if got := strings.Join(faultsOf(t, err), "\n"); !strings.Contains(got, c.want) {
				t.Errorf("%q is not in:\n%s", c.want, got)
			}
		})
	}
	if _, err := emergency.ReadPlan(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is a plan")
	}
	if _, err := emergency.ReadCounty(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is a county")
	}
}

// TestAFolderThatIsNoneIsToldOnce reads a file where a folder must be: nothing of
// it can be read, and that is one fault.
func TestAFolderThatIsNoneIsToldOnce(t *testing.T) {
	file := os.DirFS(secondPlan + "/plan.yaml")
	_, noPlan := emergency.ReadPlan(file)
	_, noCounty := emergency.ReadCounty(file)
	for _, err := range []error{noPlan, noCounty} {
		if faults := new(spec.Faults); !errors.As(err, &faults) || faults.Len() != 1 || faults.All()[0].Code != "folder.unreadable" {
			t.Error(err)
		}
	}
	folder := secondCopy(t, secondPlan)
	folder["plan.yaml"] = &fstest.MapFile{Mode: fs.ModeDir}
	if _, err := emergency.ReadPlan(folder); strings.Contains(fmt.Sprint(err), "file plan.yaml is missing") {
		t.Error(err)
	}
}

// TestAHugeLineCostsLittleMoreThanItself feeds a line of 200 MB. The memory in
// use afterwards and the faults stay small.
func TestAHugeLineCostsLittleMoreThanItself(t *testing.T) {
	const size = 200 << 20
	folder := secondCopy(t, secondData)
	folder["parks.csv"] = &fstest.MapFile{Data: append([]byte("id,name\npark-1,"), bytes.Repeat([]byte("x"), size)...)}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := emergency.ReadCounty(folder)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 8*size {
		t.Errorf("%d MB allocated for %d MB", used>>20, size>>20)
	}
	if got := strings.Join(faultsOf(t, err), "\n"); !strings.Contains(got, "parks.csv:2 [text.long-line]") {
		t.Errorf("no fault of the long line in:\n%.500s", got)
	}
}

// FuzzReadCounty puts any bytes in the place of each file in turn: reading may
// find faults, it may not panic, and without faults the county can be assessed.
func FuzzReadCounty(f *testing.F) {
	base := secondCopy(f, secondData)
	names, err := fs.Glob(base, "*")
	if err != nil {
		f.Fatal(err)
	}
	for i, name := range names {
		f.Add(byte(i), base[name].Data)
	}
	f.Add(byte(0), []byte("format: emergency/county/v1\ncounty: &a [*a]\n"))
	f.Add(byte(slices.Index(names, "distances.csv")), []byte("division,shelter,distance\n990101001001,S01,none\n990101001002,S01,不通\n"))
	plan, _ := second(f)
	f.Fuzz(func(t *testing.T, which byte, data []byte) {
		folder := fstest.MapFS{}
		for name, file := range base {
			folder[name] = file
		}
		folder[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		county, err := emergency.ReadCounty(folder)
		if (county == nil) == (err == nil) {
			t.Fatalf("county %v with error %v", county != nil, err)
		}
		if county != nil && len(plan.Assess(county, county.AsOf).JSON()) == 0 {
			t.Fatal("nothing was found")
		}
	})
}

// FuzzReadPlan does the same for the files of a plan.
func FuzzReadPlan(f *testing.F) {
	base := secondCopy(f, secondPlan)
	names, err := fs.Glob(base, "*")
	if err != nil {
		f.Fatal(err)
	}
	for i, name := range names {
		f.Add(byte(i), base[name].Data)
	}
	_, county := second(f)
	f.Fuzz(func(t *testing.T, which byte, data []byte) {
		folder := fstest.MapFS{}
		for name, file := range base {
			folder[name] = file
		}
		folder[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		plan, err := emergency.ReadPlan(folder)
		if err == nil && plan.Assess(county, county.AsOf).Text(spec.Chinese) == "" {
			t.Fatal("nothing was found")
		}
	})
}
