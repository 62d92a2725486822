package hazards_test

import (
	"encoding/csv"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Order 493, article 3, each threshold and the number below it: 以上 includes it.
func TestThresholdsBelongToTheHigherGrade(t *testing.T) {
	table := hazards.Order493()
	for _, one := range []struct {
		name     string
		incident hazards.Incident
		want     hazards.Grade
	}{
		{"nobody hurt", hazards.Incident{}, hazards.Ordinary},
		{"2 deaths", hazards.Incident{Deaths: 2}, hazards.Ordinary},
		{"3 deaths", hazards.Incident{Deaths: 3}, hazards.Large},
		{"2 deaths and 1 missing", hazards.Incident{Deaths: 2, Missing: 1}, hazards.Large},
		{"9 deaths", hazards.Incident{Deaths: 9}, hazards.Large},
		{"10 deaths", hazards.Incident{Deaths: 10}, hazards.Major},
		{"29 deaths", hazards.Incident{Deaths: 29}, hazards.Major},
		{"30 deaths", hazards.Incident{Deaths: 30}, hazards.Extraordinary},
		{"9 injured", hazards.Incident{SeriousInjuries: 9}, hazards.Ordinary},
		{"10 injured", hazards.Incident{SeriousInjuries: 10}, hazards.Large},
		{"49 injured", hazards.Incident{SeriousInjuries: 49}, hazards.Large},
		{"50 injured", hazards.Incident{SeriousInjuries: 50}, hazards.Major},
		{"99 injured", hazards.Incident{SeriousInjuries: 99}, hazards.Major},
		{"100 injured", hazards.Incident{SeriousInjuries: 100}, hazards.Extraordinary},
		{"a fen below 10 million", hazards.Incident{DirectLoss: wanYuan("999.999999")}, hazards.Ordinary},
		{"10 million", hazards.Incident{DirectLoss: wanYuan("1000")}, hazards.Large},
		{"a fen below 50 million", hazards.Incident{DirectLoss: wanYuan("4999.999999")}, hazards.Large},
		{"50 million", hazards.Incident{DirectLoss: wanYuan("5000")}, hazards.Major},
		{"a fen below 100 million", hazards.Incident{DirectLoss: wanYuan("9999.999999")}, hazards.Major},
		{"100 million", hazards.Incident{DirectLoss: wanYuan("10000")}, hazards.Extraordinary},
		{"people beyond 64 bits", hazards.Incident{Deaths: 1<<63 - 1, Missing: 1<<63 - 1}, hazards.Extraordinary},
		{"highest of three", hazards.Incident{Deaths: 3, SeriousInjuries: 50, DirectLoss: wanYuan("1")}, hazards.Major},
	} {
		t.Run(one.name, func(t *testing.T) {
			if got := table.Grade(one.incident); got != one.want {
				t.Errorf("graded %v, want %v", got, one.want)
			}
		})
	}
	if got := table.CountingMissing(false).Grade(hazards.Incident{Deaths: 2, Missing: 1}); got != hazards.Ordinary {
		t.Errorf("without missing graded %v", got)
	}
	var none hazards.GradeTable
	if got := none.Grade(hazards.Incident{Deaths: 40}); got != 0 {
		t.Errorf("the zero table graded %v", got)
	}
	if got := none.Bounds(hazards.ReportedIncident{}); got != (hazards.GradeRange{}) || len(none.Rows()) != 0 {
		t.Errorf("the zero table bounds %v, rows %v", got, none.Rows())
	}
}

// Five accidents as public papers print them, with the grade they print
// (testdata/accidents.csv; the papers do not say whether injuries are serious).
func TestPrintedGradesOfRealAccidents(t *testing.T) {
	file, err := os.Open("testdata/accidents.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	people := func(s string) (o spec.Observed[measure.People]) {
		if s == "" {
			return o
		}
		n, err := measure.ParsePeople(s)
		if err != nil {
			t.Fatal(err)
		}
		return spec.Exactly(n)
	}
	table := hazards.Order493()
	for _, row := range rows[1:] {
		r := hazards.ReportedIncident{Deaths: people(row[4]), Missing: people(row[5]), SeriousInjuries: people(row[6])}
		if row[7] != "" {
			r.DirectLoss = spec.Exactly(wanYuan(row[7]))
		}
		want, ok := hazards.ParseGrade(row[3])
		if !ok {
			t.Fatalf("no grade %q", row[3])
		}
		can := table.Bounds(r)
		if can.Lowest != want || can.Highest < want {
			t.Errorf("%s %s: %v to %v, printed %v", row[0], row[2], can.Lowest, can.Highest, want)
		}
		if _, exact := r.Exact(); exact && can.Highest != want {
			t.Errorf("%s: every fact is known and the grade is open to %v", row[0], can.Highest)
		}
	}
}

func TestBoundsOfUnknownFacts(t *testing.T) {
	known := hazards.Incident{Deaths: 1}.Reported()
	noLoss, noMissing, nothing := known, known, hazards.ReportedIncident{}
	noLoss.DirectLoss = spec.Observed[measure.Money]{}
	noMissing.Missing = spec.Observed[measure.People]{}
	noInjuries := known
	noInjuries.SeriousInjuries = spec.AtLeast[measure.People](10)
	upTo := known
	upTo.Missing = spec.AtMost[measure.People](9)
	certain := nothing
	certain.Deaths = spec.AtLeast[measure.People](30)
	table := hazards.Order493()
	for _, one := range []struct {
		name    string
		report  hazards.ReportedIncident
		low, up hazards.Grade
	}{
		{"all known", known, hazards.Ordinary, hazards.Ordinary},
		{"no loss reported", noLoss, hazards.Ordinary, hazards.Extraordinary},
		{"missing not reported", noMissing, hazards.Ordinary, hazards.Extraordinary},
		{"at least 10 injured", noInjuries, hazards.Large, hazards.Extraordinary},
		{"up to 9 missing", upTo, hazards.Ordinary, hazards.Major},
		{"nothing reported", nothing, hazards.Ordinary, hazards.Extraordinary},
		{"at least 30 deaths", certain, hazards.Extraordinary, hazards.Extraordinary},
	} {
		if got := table.Bounds(one.report); got != (hazards.GradeRange{Lowest: one.low, Highest: one.up}) {
			t.Errorf("%s: %v", one.name, got)
		}
	}
	if got := table.CountingMissing(false).Bounds(noMissing); got != (hazards.GradeRange{Lowest: hazards.Ordinary, Highest: hazards.Ordinary}) {
		t.Errorf("missing that do not count leave %v", got)
	}
}

func TestGradeTableRefusesDamagedRows(t *testing.T) {
	for _, one := range []struct {
		name   string
		damage func([]hazards.GradeRow) []hazards.GradeRow
		source spec.Source
		want   []string // path and code
	}{
		{"gap", func(r []hazards.GradeRow) []hazards.GradeRow { r[1].Deaths.From = 4; return r }, clause("a"),
			[]string{"deaths.large grades.gap"}},
		{"overlap", func(r []hazards.GradeRow) []hazards.GradeRow { r[2].SeriousInjuries.From = 49; return r }, clause("a"),
			[]string{"serious_injuries.major grades.overlap"}},
		{"not from zero", func(r []hazards.GradeRow) []hazards.GradeRow { r[0].DirectLoss.From = measure.Fen(1); return r }, clause("a"),
			[]string{"direct_loss.ordinary grades.start"}},
		{"empty band", func(r []hazards.GradeRow) []hazards.GradeRow { r[1].Deaths.Below, r[2].Deaths.From = 3, 3; return r }, clause("a"),
			[]string{"deaths.large grades.empty"}},
		{"end of the highest", func(r []hazards.GradeRow) []hazards.GradeRow { r[3].Deaths.Below = 500; return r }, clause("a"),
			[]string{"deaths.extraordinary grades.end"}},
		{"thresholds that do not rise", func(r []hazards.GradeRow) []hazards.GradeRow { r[1].Deaths.Below, r[2].Deaths.From = 2, 2; return r }, clause("a"),
			[]string{"deaths.large grades.empty"}},
		{"order", func(r []hazards.GradeRow) []hazards.GradeRow { r[0], r[1] = r[1], r[0]; return r }, clause("a"),
			[]string{"rows grades.rows"}},
		{"a row missing", func(r []hazards.GradeRow) []hazards.GradeRow { return r[:3] }, clause("a"),
			[]string{"rows grades.rows"}},
		{"no source, and a gap", func(r []hazards.GradeRow) []hazards.GradeRow { r[3].Deaths.From = 31; return r }, spec.Source{},
			[]string{"deaths.extraordinary grades.gap", "source grades.source"}},
	} {
		t.Run(one.name, func(t *testing.T) {
			table, err := hazards.NewGradeTable(one.damage(hazards.Order493().Rows()), true, one.source)
			var faults *spec.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("error %v", err)
			}
			var got []string
			for _, f := range faults.All() {
				got = append(got, f.Path+" "+f.Code)
				if !f.Message.Complete() || strings.Contains(f.Error(), "%!") {
					t.Errorf("message %q / %q", f.Message.EN, f.Message.ZH)
				}
			}
			if diff := cmp.Diff(one.want, got); diff != "" {
				t.Error(diff)
			}
			if !table.Equal(hazards.GradeTable{}) {
				t.Error("a refused table is not zero")
			}
		})
	}
	again, err := hazards.NewGradeTable(hazards.Order493().Rows(), true, hazards.Order493().Source())
	if err != nil || !again.Equal(hazards.Order493()) {
		t.Errorf("the order's own table: %v", err)
	}
}

func TestGradingAllocatesNothing(t *testing.T) {
	table := hazards.Order493()
	incident := hazards.Incident{Deaths: 2, Missing: 1, DirectLoss: wanYuan("300")}
	report := incident.Reported()
	list := []hazards.ReportedIncident{report, report, report}
	var grade hazards.Grade
	for name, run := range map[string]func(){
		"Grade":          func() { grade = table.Grade(incident) },
		"Order493.Grade": func() { grade = hazards.Order493().Grade(incident) },
		"Bounds":         func() { grade = table.Bounds(report).Lowest },
		"GradeIncidents": func() {
			certain, _ := hazards.GradeIncidents(list, table, measure.Period{}, measure.Date{}).Of(hazards.Large)
			grade = hazards.Grade(certain)
		},
	} {
		if n := testing.AllocsPerRun(100, run); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
	if grade == 0 {
		t.Error("nothing was graded")
	}
}

func BenchmarkGrade(b *testing.B) {
	table := hazards.Order493()
	incident := hazards.Incident{Deaths: 2, Missing: 1, DirectLoss: wanYuan("300")}
	var grade hazards.Grade
	b.ReportAllocs()
	for b.Loop() {
		grade = table.Grade(incident)
	}
	if grade != hazards.Large {
		b.Fatal(grade)
	}
}

func BenchmarkBounds(b *testing.B) {
	table := hazards.Order493()
	report := hazards.Incident{Deaths: 2, Missing: 1, DirectLoss: wanYuan("300")}.Reported()
	b.ReportAllocs()
	for b.Loop() {
		if table.Bounds(report).Lowest != hazards.Large {
			b.Fatal("not large")
		}
	}
}
