package emergency_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// itemColumns are the tables with a column that must hold the code of an item.
var itemColumns = map[string]string{"stock.csv": "物资代码", "supply_norms.csv": "物资代码"}

// TestAMisspeltItemCodeIsNeverStockOfNone misspells each code of each table of
// the second county in turn: no verdict is turned round, and where one is lost
// the row to be put right is named in both languages.
func TestAMisspeltItemCodeIsNeverStockOfNone(t *testing.T) {
	plan, county := second(t)
	end := measure.DateOf(2027, 12, 31)
	truth := plan.Reserves(county, end).Findings()
	lost := map[string]bool{}
	for name, header := range itemColumns {
		rows, err := csv.NewReader(bytes.NewReader(secondCopy(t, secondData)[name].Data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		column := slices.Index(rows[0], header)
		if column < 0 {
			t.Fatalf("%s has no column %s", name, header)
		}
		for i, row := range rows[1:] {
			folder := secondCopy(t, secondData)
			right := strings.Join(row, ",")
			wrong := slices.Clone(row)
			wrong[column] += "x"
			line := damage(t, folder, name, right, strings.Join(wrong, ","))
			if line != i+2 {
				t.Fatalf("%s: row %d is line %d", name, i+2, line)
			}
			told, err := emergency.ReadCounty(folder)
			if err != nil {
				t.Fatal(err)
			}
			en, zh := "row "+strconv.Itoa(line)+" of "+name, name+" 第 "+strconv.Itoa(line)+" 行"
			for k, f := range plan.Reserves(told, end).Findings() {
				was := truth[k]
				switch {
				case f.Rule == "reserves.norms": // counts the norms that rest on nothing
				case f.Verdict != spec.Unknown && f.Verdict != was.Verdict:
					t.Errorf("%s:%d: %s is %v, with the code put right %v", name, line, f.Rule, f.Verdict, was.Verdict)
				case f.Verdict != spec.Unknown && f.Bound == spec.ExactBound && !f.Actual.Equal(was.Actual):
					t.Errorf("%s:%d: %s is %s, with the code put right %s", name, line, f.Rule, f.Actual, was.Actual)
				case f.Verdict == spec.Unknown && was.Verdict != spec.Unknown:
					lost[f.Rule] = true
					if !slices.ContainsFunc(f.Missing, func(n spec.Need) bool {
						return strings.Contains(n.Question.EN, en) && strings.Contains(n.Question.ZH, zh)
					}) {
						t.Errorf("%s:%d: %s does not ask for the code: %v", name, line, f.Rule, f.Missing)
					}
				}
			}
		}
	}
	if !lost["reserves.purchase"] || !lost["reserves.dispatch"] {
		t.Errorf("the codes decide nothing: %v", lost)
	}
}
