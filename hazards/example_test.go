package hazards_test

import (
	"fmt"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Thirty-one deaths in one accident, as at Badong in 2007.
func ExampleGradeTable_Grade() {
	grade := hazards.Order493().Grade(hazards.Incident{Deaths: 31, Missing: 1})
	fmt.Println(grade, grade.In(spec.Chinese))
	// Output: extraordinary 特别重大
}

func ExampleGradeTable_Grade_missing() {
	incident := hazards.Incident{Deaths: 2, Missing: 1}
	table := hazards.Order493()
	fmt.Println(table.Grade(incident), table.CountingMissing(false).Grade(incident))
	// Output: large ordinary
}

// Three deaths are certain, the loss is not reported yet.
func ExampleGradeTable_Bounds() {
	report := hazards.ReportedIncident{
		Deaths:          spec.AtLeast[measure.People](3),
		Missing:         spec.Exactly[measure.People](0),
		SeriousInjuries: spec.Exactly[measure.People](0),
	}
	can := hazards.Order493().Bounds(report)
	_, settled := can.Settled()
	fmt.Println(can.Lowest, can.Highest, settled)
	// Output: large extraordinary false
}

func ExampleNewGradeTable() {
	rows := hazards.Order493().Rows()
	rows[1].Deaths.From = 5 // nobody covers 3 and 4
	_, err := hazards.NewGradeTable(rows, true, spec.Source{Document: "某办法（虚构）", Standing: spec.Invented})
	fmt.Println(err)
	// Output: deaths.large: nothing covers 3 to 5 [grades.gap]
}

func ExampleGradeIncidents() {
	incidents := []hazards.ReportedIncident{
		hazards.Incident{Date: measure.DateOf(2021, 3, 4), Deaths: 1}.Reported(),
		hazards.Incident{Date: measure.DateOf(2022, 5, 6), Deaths: 3}.Reported(),
		{Date: measure.DateOf(2022, 7, 8), Deaths: spec.Exactly[measure.People](1)},
	}
	period, _ := measure.PeriodOf(2021, 2025)
	tally := hazards.GradeIncidents(incidents, hazards.Order493(), period, measure.DateOf(2022, 8, 2))
	certain, possible := tally.Of(hazards.Large)
	fmt.Println(tally.Accidents, certain, possible, tally.Unsettled())
	// Output: 3 1 2 1
}

func ExampleParseDivisionCode() {
	code, err := hazards.ParseDivisionCode("500230001000")
	fmt.Println(code, code.Short(), code.Level(), code.Parent(), code.IsSubdistrict(), err)
	_, err = hazards.ParseDivisionCode("50023")
	fmt.Println(err)
	// Output:
	// 500230001000 500230001 township 500230 true <nil>
	// "50023" is not a division code of 2, 4, 6, 9 or 12 digits [division.syntax]
}

func ExampleDivisionCode_Contains() {
	county, _ := hazards.ParseDivisionCode("500230")
	village, _ := hazards.ParseDivisionCode("500230101200")
	fmt.Println(county.Contains(village), village.Contains(county))
	// Output: true false
}

func ExampleParseNatural() {
	hazard, ok := hazards.ParseNatural("洪旱")
	fmt.Println(hazard, hazard.In(spec.Chinese), ok)
	// Output: flood-drought 水旱灾害 true
}

func ExampleSameHazards() {
	fmt.Println(hazards.SameHazards(
		[]string{"地质", "水文", "气象", "地震", "林业"},
		[]string{"洪旱", "地质", "森林火灾", "地震", "气象灾害"}))
	// Output: true
}

func ExampleParseSector() {
	sector, ok := hazards.ParseSector("道路交通安全")
	fmt.Println(sector, sector.In(spec.Chinese), ok)
	// Output: road-transport 道路运输 true
}

func ExampleParseGrade() {
	grade, ok := hazards.ParseGrade("较大事故")
	fmt.Println(grade, grade > hazards.Ordinary, ok)
	// Output: large true true
}

// The plan names no command for geohazards but one office for them and
// earthquakes together.
func ExampleProvisions_CommandOf() {
	p := fengduLeads()
	command, ok := p.CommandOf(hazards.Geological, spec.Choices{})
	fmt.Println(command.Name.ZH, ok)
	_, ok = p.CommandOf(hazards.Geological, spec.Choices{}.With(hazards.ReadingGeohazardCommand, "none"))
	fmt.Println(ok)
	// Output:
	// 抗震救灾指挥部 true
	// false
}

func ExampleProvisions_OfficeOf() {
	office, ok := fengduLeads().OfficeOf(hazards.Mines)
	fmt.Println(office.Name.ZH, ok)
	// Output: 矿山安全办公室 true
}

func ExampleProvisions_UnledSectors() {
	fmt.Println(fengduLeads().UnledSectors())
	// Output: [hazardous-waste industrial-parks]
}

func ExampleProvisions_UnledHazards() {
	p := fengduLeads()
	fmt.Println(p.UnledHazards(spec.Choices{}), p.UnledHazards(spec.Choices{}.With(hazards.ReadingGeohazardCommand, "none")))
	// Output: [] [geological]
}

func ExampleAssess() {
	records := hazards.Records{Subject: spec.Subject{Kind: "county", ID: "500230", Name: "丰都县"}}
	a := hazards.Assess(fengduLeads(), records, measure.DateOf(2022, 8, 2), spec.Choices{})
	for _, f := range a.Findings()[:1] {
		fmt.Println(f.Rule, f.Verdict, f.Reason.Text.EN)
	}
	// Output:
	// hazards.work-accident-grade unknown the accidents of the county were not supplied
}
