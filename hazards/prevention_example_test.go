package hazards_test

import (
	"fmt"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Of fewer than 20 fires not one may miss the 24 hours of a share of 95 %.
func ExampleMayMiss() {
	share := measure.RatioOf(95, 100)
	for _, fires := range []measure.Count{0, 19, 20, 40} {
		n, _ := hazards.MayMiss(fires, share)
		fmt.Print(n, " ")
	}
	// Output: 0 0 1 2
}

// 0.3 ‰ of 10,000 ha of forest is 3 ha; 1.2 ha have burnt.
func ExampleForestDamageLeft() {
	const ha = 100_000_000 // cm²
	left, ok := hazards.ForestDamageLeft(measure.SquareCentimetres(1.2*ha), measure.SquareCentimetres(10_000*ha), measure.RatioOf(3, 10))
	fmt.Println(left.Hectares().StringFixed(1), ok)
	// Output: 1.8 true
}

func ExampleForestDamageRate() {
	const ha = 100_000_000 // cm²
	rate := hazards.ForestDamageRate(measure.SquareCentimetres(3*ha), measure.SquareCentimetres(10_000*ha))
	fmt.Println(rate.Text(2), rate.AtMost(measure.RatioOf(3, 10)))
	// Output: 0.30 true
}

func ExampleExtinguishedShare() {
	fires := []hazards.FireRecord{
		{Took: spec.Exactly(measure.Seconds(24 * 3600))},
		{Took: spec.Exactly(measure.Seconds(24*3600 + 1))},
		{}, // nobody reported the time
	}
	share, tally := hazards.ExtinguishedShare(fires, measure.Seconds(24*3600))
	fmt.Println(share.Low.Percent(1), share.High.Percent(1), tally.Met, tally.Unmet, tally.Unknown)
	// Output: 33.3 66.7 1 1 1
}

func ExampleInspectionYears() {
	period, _ := measure.PeriodOf(2021, 2022)
	list := []hazards.ForestInspection{{Date: measure.DateOf(2021, 2, 1)}, {Date: measure.DateOf(2022, 2, 1)}, {Date: measure.DateOf(2022, 9, 1)}}
	for _, y := range hazards.InspectionYears(list, 2, period, period, measure.DateOf(2022, 12, 31)) {
		fmt.Println(y.Year, y.Done, y.Shortfall, y.Verdict())
	}
	// Output:
	// 2021 1 1 unmet
	// 2022 2 0 met
}

func ExampleDamageYears() {
	period, _ := measure.PeriodOf(2021, 2022)
	fires := []hazards.FireRecord{{Date: measure.DateOf(2021, 3, 4), Burned: spec.Exactly(measure.SquareCentimetres(5))}}
	for _, y := range hazards.DamageYears(fires, period, period, measure.DateOf(2022, 8, 2)) {
		burnt, _ := y.Burned.Value()
		fmt.Println(y.Year, y.Fires, burnt.SquareCentimetres(), y.Over)
	}
	// Output:
	// 2021 1 5 true
	// 2022 0 0 false
}

func ExampleHiddenDanger_Advance() {
	danger := hazards.HiddenDanger{ID: "h-1", Sector: hazards.FireSafety}
	for _, month := range []int{3, 4, 2} {
		next, err := danger.Advance(measure.DateOf(2022, month, 1))
		fmt.Println(next.Stage(measure.Date{}).In(spec.Chinese), err)
		danger = next
	}
	// Output:
	// 已发现 <nil>
	// 已责令整改 <nil>
	// 已责令整改 2022-02-01 lies before 2022-04-01, the date of the stage before [loop.backwards]
}

func ExampleHiddenDanger_Reorder() {
	day := func(d int) measure.Date { return measure.DateOf(2022, 5, d) }
	danger := hazards.HiddenDanger{Found: day(1), Ordered: day(2), Due: day(9), Rectified: day(8), Rechecked: day(10)}
	again, err := danger.Reorder(day(10), day(20))
	fmt.Println(again.Stage(measure.Date{}), again.Due, err)
	// Output: ordered 2022-05-20 <nil>
}

func ExampleOverdueDangers() {
	day := func(d int) measure.Date { return measure.DateOf(2022, 5, d) }
	dangers := []hazards.HiddenDanger{
		{ID: "due-today", Found: day(1), Ordered: day(2), Due: day(20)},
		{ID: "overdue", Found: day(1), Ordered: day(2), Due: day(19)},
		{ID: "rectified", Found: day(1), Ordered: day(2), Due: day(19), Rectified: day(18)},
	}
	for _, d := range hazards.OverdueDangers(dangers, day(20)) {
		fmt.Println(d.ID)
	}
	// Output: overdue
}

func ExampleEnforcementCase_Advance() {
	var c hazards.EnforcementCase
	for _, month := range []int{3, 4, 6, 6, 7} {
		next, err := c.Advance(measure.DateOf(2022, month, 1))
		if err != nil {
			fmt.Println(err)
			break
		}
		c = next
		fmt.Print(c.Stage(measure.Date{}), " ")
	}
	// Output: diagnosed penalised reinspected closed closed: nothing follows the last stage of 2022-06-01 [loop.closed]
}

func ExampleDutyScheme_Occupied() {
	grids := hazards.DutyScheme{ID: "geo-four-grids"}
	for _, post := range []string{"群测群防员", "片区负责人", "驻守地质队员", "县级技术管理员"} {
		grids.Posts = append(grids.Posts, spec.Member{Title: spec.T(post, post)})
	}
	records := []hazards.PostRecord{
		{Scheme: "geo-four-grids", Object: "site-1", Post: "群测群防员", Assigned: spec.Exactly(true)},
		{Scheme: "geo-four-grids", Object: "site-1", Post: "驻守地质队员", Assigned: spec.Exactly(false)},
	}
	for _, object := range grids.Occupied(nil, records, measure.Date{}) {
		fmt.Println(object.Object, object.Verdict())
		for _, p := range object.Posts {
			fmt.Println(" ", p.Post.Title.ZH, p.Verdict)
		}
	}
	// Output:
	// site-1 unmet
	//   群测群防员 met
	//   片区负责人 unknown
	//   驻守地质队员 unmet
	//   县级技术管理员 unknown
}

func ExampleAlarms() {
	year := hazards.Alarms{Hits: 6, Misses: 2, FalseAlarms: 4}
	fmt.Println(year.Sensitivity().Percent(0), year.Accuracy().Percent(0))
	// Output: 75 60
}

func ExampleMonitoredShare() {
	sites := []hazards.GeohazardSite{{Monitored: spec.Exactly(true)}, {Monitored: spec.Exactly(true)}, {}}
	share := hazards.MonitoredShare(sites, measure.Date{})
	fmt.Println(share.Low.Percent(1), share.High.Percent(1), share.Known())
	// Output: 66.7 100.0 false
}

func ExampleWarnedShare() {
	sites := []hazards.GeohazardSite{{Warned: spec.Exactly(true)}, {Warned: spec.Exactly(false)}}
	fmt.Println(hazards.WarnedShare(sites, measure.Date{}).Low.Percent(0))
	// Output: 50
}

func ExampleRiskTally() {
	var tally hazards.RiskTally
	for _, r := range []hazards.RiskPoint{
		{Hazard: hazards.FloodDrought, Level: hazards.MajorRisk},
		{Hazard: hazards.FloodDrought, Level: hazards.LowRisk},
		{Sector: hazards.Mines, Level: hazards.MajorRisk},
	} {
		tally.Add(r)
	}
	fmt.Println(tally.Points, tally.OfLevel(hazards.MajorRisk), tally.OfHazard(hazards.FloodDrought, hazards.MajorRisk), tally.OfSector(hazards.Mines, hazards.LowRisk))
	// Output: 3 2 1 0
}

func ExampleGeoJSON() {
	at, _ := hazards.ParsePosition("0.5", "0.25", hazards.WGS84)
	out, err := hazards.GeoJSON([]hazards.RiskPoint{{ID: "r-1", Hazard: hazards.Geological, Level: hazards.LargeRisk, Position: at}}, spec.Choices{})
	fmt.Print(string(out), err)
	// Output:
	// {"type":"FeatureCollection","features":[{"type":"Feature","id":"r-1","geometry":{"type":"Point","coordinates":[0.25,0.5]},"properties":{"名称":"","类别":"地质灾害","风险等级":"较大","颜色":"橙","行政区划代码":"","上图":"","入库":""}}]}
	// <nil>
}

func ExamplePrevention_SameDepartments() {
	p := hazards.Prevention{
		Departments:     []hazards.Department{{ID: "transport", Name: spec.T("transport", "交通"), Aliases: []string{"交通运输"}}},
		DepartmentLists: []hazards.DepartmentList{{Names: []string{"交通"}}, {Names: []string{"交通运输"}}},
	}
	fmt.Println(p.SameDepartments())
	// Output: true []
}

func ExampleNationalClass() {
	fmt.Println(hazards.ForestFire.Class().In(spec.Chinese), hazards.Mines.Class().In(spec.Chinese), hazards.NationalClassSource())
	// Output: 自然灾害 事故灾难 突发事件分类与编码 GB/T 35561-2017
}
