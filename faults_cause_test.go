package emergency_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/county-emergency/emergency"
)

// One cause is told once. What cannot be checked because of it is counted in one
// more line and never listed beside it.
func TestACauseStandsAloneAndItsConsequencesAreCounted(t *testing.T) {
	const notChecked = "[input.not-checked]"
	for _, c := range []struct {
		name, dir, file, old, broken string
		want                         []string // code, beside the count
	}{
		{"header of incidents.csv", secondData, "incidents.csv", "编号,", "编码,", []string{"[table.missing-header]", "[table.unknown-header]"}},
		{"a date in incidents.csv", secondData, "incidents.csv", "2023-02-18", "2023-02-30", []string{"[measure.date]"}},
		{"short county code", secondData, "county.yaml", `code: "990101"`, `code: "99010"`, []string{"[division.syntax]"}},
		{"code of a prefecture", secondData, "county.yaml", `code: "990101"`, `code: "9901"`, []string{"[division.outside]"}},
		{"code of another county", secondData, "county.yaml", `code: "990101"`, `code: "990102"`, []string{"[division.outside]"}},
		{"no county code", secondData, "county.yaml", `code: "990101"`, `# none`, []string{"[yaml.missing-key]"}},
		{"no years", secondData, "county.yaml", "period: 2023-2027", "", []string{"[yaml.missing-key]"}},
		{"row of townships.csv", secondData, "townships.csv", "990101101,", "990101101;", []string{"[table.cells]"}},
		{"code in townships.csv", secondData, "townships.csv", "990101101,", "99010110x,", []string{"[division.syntax]"}},
		{"kind in risks.csv", secondData, "risks.csv", "危化品", "危化晶", []string{"[hazards.unknown-risk-kind]"}},
		{"level in teams.csv", secondData, "teams.csv", "county-1,县综合救援队（虚构）,县级", "county-1,县综合救援队（虚构）,县及", []string{"[table.unknown-value]"}},
		{"quotation mark in stock.csv", secondData, "stock.csv", "lot-03,", "\"lot-03,", []string{"[table.quote]"}},
		{"code in stores.csv", secondData, "stores.csv", "county-store,", "county-store;", []string{"[table.cells]"}},
		{"header of shelters.csv", secondData, "shelters.csv", "编号,", "编码,", []string{"[table.missing-header]", "[table.unknown-header]"}},
		{"header of drills.csv", secondData, "drills.csv", "编号,", "编码,", []string{"[table.missing-header]", "[table.unknown-header]"}},
		{"header of drill_shortcomings.csv", secondData, "drill_shortcomings.csv", "问题编号,", "问题编码,", []string{"[table.missing-header]", "[table.unknown-header]"}},
		{"source of the plan", secondPlan, "plan.yaml", "standing: invented", "standing: hearsay", []string{"[yaml.unknown-value]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := secondCopy(t, c.dir)
			damage(t, folder, c.file, c.old, c.broken)
			var err error
			if c.dir == secondPlan {
				_, err = emergency.ReadPlan(folder)
			} else {
				_, err = emergency.ReadCounty(folder)
			}
			got := faultsOf(t, err)
			counted := 0
			for _, one := range got {
				if strings.HasSuffix(one, notChecked) {
					counted++
				}
			}
			if counted != 1 || len(got) != len(c.want)+1 {
				t.Fatalf("%d faults, %d of them counts:\n%s", len(got), counted, err)
			}
			for i, one := range got { // the cause before what was not checked for its sake
				file, _, _ := strings.Cut(one, ":")
				if strings.HasSuffix(one, notChecked) && (i == 0 || !strings.HasPrefix(got[i-1], file+":")) {
					t.Errorf("the cause does not come first:\n%s", err)
				}
			}
			for _, code := range c.want {
				if !strings.Contains(strings.Join(got, "\n"), code) {
					t.Errorf("no %s in %s", code, got)
				}
			}
		})
	}
}

// A sound table whose neighbour is broken is still held against the county's own
// divisions: nothing but the broken reference is left out.
func TestWhatIsNotConcernedIsStillChecked(t *testing.T) {
	folder := secondCopy(t, secondData)
	damage(t, folder, "incidents.csv", "编号,", "编码,")
	damage(t, folder, "shelters.csv", "990101001001", "990101001099")
	damage(t, folder, "incidents.csv", "2022-03-11", "2022-03-32")
	_, err := emergency.ReadCounty(folder)
	got := strings.Join(faultsOf(t, err), "\n")
	for _, want := range []string{"[division.unknown]", "incidents.csv:2 [measure.date]", "[table.missing-header]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// Every table is flooded with rows in which everything is wrong. The list stays
// short, says how many faults it leaves out, and takes little memory.
func TestFloodsOfBadRowsStaySmall(t *testing.T) {
	const rows = 30_000
	for name, file := range secondCopy(t, secondData) {
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			header, _, _ := bytes.Cut(file.Data, []byte("\n"))
			bad := strings.Repeat("x,", bytes.Count(header, []byte(","))) + "x\n"
			flood := append(append([]byte{}, header...), '\n')
			flood = append(flood, strings.Repeat(bad, rows)...)
			folder := secondCopy(t, secondData)
			folder[name] = &fstest.MapFile{Data: flood}
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			_, err := emergency.ReadCounty(folder)
			runtime.ReadMemStats(&after)
			got := faultsOf(t, err)
			all := strings.Join(got, "\n")
			if len(got) > 1100 || !strings.Contains(all, "[input.more-faults]") || !strings.Contains(all, "[input.not-read-on]") {
				t.Errorf("%d faults:\n%.400s", len(got), all)
			}
			if !strings.Contains(err.Error(), fmt.Sprintf("after %d faults the last", 10_000)) {
				t.Error("the count of rows is not told")
			}
			// 30,000 rows of one cell each are what the smallest table has.
			if used := after.TotalAlloc - before.TotalAlloc; used > 60<<20 {
				t.Errorf("%d MB for %d MB", used>>20, len(flood)>>20)
			}
			runtime.KeepAlive(folder)
		})
	}
}
