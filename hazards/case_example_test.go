package hazards_test

import (
	"fmt"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The unit's head is told at 22:30. Two people are dead and one may be: the
// grade is open, and yet the first two legs already run.
func ExampleReportLegs() {
	place, _ := hazards.ParseDivisionCode("500230")
	report := hazards.ReportedIncident{Deaths: spec.Between[measure.People](2, 3), Missing: spec.Exactly[measure.People](0),
		SeriousInjuries: spec.Exactly[measure.People](0), DirectLoss: spec.Exactly(measure.Fen(0))}
	table := hazards.Order493()
	told := hazards.MomentOf(measure.DateOf(2024, 7, 10), 22, 30, 0)
	for _, leg := range hazards.ReportLegs(told, table.Bounds(report), place) {
		fmt.Println(leg.To, leg.By, leg.Certain)
	}
	fmt.Println(table.Deciding(report))
	// Output:
	// county 2024-07-10T23:30:00+08:00 true
	// province 2024-07-11T01:30:00+08:00 true
	// [deaths]
}

func ExampleScale_Bounds() {
	scale := hazards.ForestFireDamage()
	burnt, _ := measure.ParseArea("1250000") // m²
	facts := hazards.Facts{BurntForest: spec.Exactly(burnt), Deaths: spec.Exactly[measure.People](0)}
	can := scale.Bounds(&facts)
	fmt.Println(can.Lowest, can.Highest, scale.Deciding(&facts))
	// Output: major extraordinary [serious-injuries]
}

func ExampleScale_Step() {
	scale := hazards.PengshuiReliefResponse()
	level := scale.Step(&hazards.KnownFacts{Deaths: 1, NeedingAid: 1300})
	fmt.Println(level, level.In(spec.Chinese))
	// Output: II Ⅱ级
}

func ExampleNewScale() {
	_, err := hazards.NewScale([]hazards.ScaleStep[hazards.Response]{
		{Step: hazards.ResponseII, Source: clause("附表"), Thresholds: []hazards.Threshold{{Criterion: hazards.ByDeaths, From: 3, Below: 5}}},
		{Step: hazards.ResponseI, Source: clause("附表"), Thresholds: []hazards.Threshold{{Criterion: hazards.ByDeaths, From: 6}}},
	}, true)
	fmt.Println(err)
	// Output: I.deaths: nothing covers 5 to 6 [grades.gap]
}

func ExampleReportedIncident_Counted() {
	report := hazards.Incident{Date: measure.DateOf(2024, 3, 1), Sector: hazards.RoadTransport, Deaths: 2}.Reported()
	report.Updates = []hazards.CasualtyUpdate{
		{On: measure.DateOf(2024, 3, 8), Deaths: spec.Exactly[measure.People](3)},
		{On: measure.DateOf(2024, 3, 9), Deaths: spec.Exactly[measure.People](4)},
	}
	deaths, _ := report.Counted().Deaths.Value()
	fmt.Println(report.WindowCloses(), deaths, len(report.LateUpdates()))
	// Output: 2024-03-08 3 1
}

func ExampleDisaster_Balance() {
	d := hazards.Disaster{MovedInPrecaution: spec.Exactly[measure.People](4090), Affected: spec.Exactly[measure.People](2811),
		Resettled: spec.Exactly[measure.People](100), Concentrated: spec.Exactly[measure.People](40), Dispersed: spec.Exactly[measure.People](50)}
	for _, mismatch := range d.Balance().Mismatches {
		fmt.Println(mismatch.Law+":", mismatch)
	}
	// Output: resettled-parts: resettled 100 = concentrated + dispersed 90
}

func ExampleInvestigationDue() {
	accident := measure.DateOf(2024, 1, 1)
	fmt.Println(hazards.InvestigationDue(accident, 0), hazards.InvestigationDue(accident, 60), hazards.ReplyDue(measure.DateOf(2024, 2, 20), hazards.Large, 0))
	// Output: 2024-03-01 2024-04-30 2024-03-06
}

func ExampleInvestigator() {
	county, _ := hazards.ParseDivisionCode("500230")
	for _, grade := range hazards.Grades() {
		fmt.Print(hazards.Investigator(grade, county), " ")
	}
	fmt.Println()
	// Output: county province province state
}

func ExampleAccidentReport_InTime() {
	told := hazards.MomentOf(measure.DateOf(2024, 1, 1), 8, 0, 0)
	stage := hazards.AccidentReport{To: hazards.CountyAuthority, Told: told, Reported: told.Add(measure.Seconds(3601))}
	fmt.Println(stage.InTime())
	// Output: unmet
}

func ExampleForestFireTriggers() {
	facts := hazards.KnownFacts{SeriousInjuries: 3}.Facts()
	for _, one := range hazards.ForestFireTriggers(&facts, hazards.FireState{Burning: spec.AtLeast(measure.Seconds(5 * 3600))}) {
		if one.Verdict == spec.Met {
			fmt.Println(one.Trigger.To, one.Trigger.ID)
		}
	}
	// Output:
	// province forest-fire-local-casualties
	// province forest-fire-4h
}

func ExampleGeologicalTriggers() {
	facts := hazards.Facts{Threatened: spec.AtLeast[measure.People](600)}
	fmt.Println(hazards.MustReport(hazards.GeologicalTriggers(&facts)))
	// Output: met
}

func ExampleEarthquakeMagnitude() {
	m, _ := hazards.ParseMagnitude("5.2")
	open, dense := hazards.EarthquakeMagnitude(false), hazards.EarthquakeMagnitude(true)
	fmt.Println(open.Step(&hazards.KnownFacts{Magnitude: m}), dense.Step(&hazards.KnownFacts{Magnitude: m}))
	// Output: large major
}

func ExampleGradeTable_CountChanges() {
	report := hazards.Incident{Date: measure.DateOf(2024, 3, 1), Deaths: 2}.Reported()
	report.Updates = []hazards.CasualtyUpdate{{On: measure.DateOf(2024, 3, 20), Deaths: spec.Exactly[measure.People](3)}}
	fmt.Println(hazards.Order493().CountChanges(&report, measure.Date{}))
	// Output: {1 0 1}
}
