package emergency_test

import (
	"errors"
	"fmt"
	"os"
	"testing/fstest"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Fengdu against its own plan: three people do the daily work of six offices.
func ExampleFiveYearPlan_Assess() {
	plan := emergency.Fengdu()
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		fmt.Println(err)
		return
	}
	report := plan.Assess(county, measure.DateOf(2022, 8, 2))
	for _, f := range report.Findings() {
		if f.Rule == "cross.office-staff" {
			fmt.Println(f.Verdict, f.Actual, f.Comparison, f.Required, "gap", f.Gap)
			fmt.Println(f.Reason.Text.EN)
			fmt.Println(f.Source.Place, f.Source.Standing)
		}
	}
	// Output:
	// unmet 3 ≥ 30 gap 27
	// 6 offices × 5 people = 30; 3 are there, 27 are lacking
	// 一（二）4 in-plan
}

// What is not known is asked for, never taken as zero.
func ExampleReport_Needs() {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, need := range emergency.Fengdu().Assess(county, measure.Date{}).Only("teams.enforcement-equipment").Needs() {
		fmt.Println(need.Key, "could settle", need.Alone, "alone,", need.Among, "with others:", need.Question.EN)
	}
	// Output:
	// county.yaml: teams.enforcement.units could settle 0 alone, 1 with others: how many township enforcement units are there
	// county.yaml: teams.enforcement.compliant_units could settle 0 alone, 1 with others: how many of them have their equipment to the standard
}

// An explanation is the calculation as a working paper.
func ExampleReport_Explain() {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		fmt.Println(err)
		return
	}
	paper, err := emergency.Fengdu().Assess(county, measure.Date{}).Explain("cross.money-per-evacuee", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(paper.List[0].Text(spec.English))
	// Output:
	// Forward-point money per evacuee (cross.money-per-evacuee · revision 1)
	// subject: 丰都县 plan:fengdu-2021-2025
	// 1. Basis
	//   formula: money of the forward points / evacuees of the stock target
	//   clause: [丰都县应急管理“十四五”规划 丰都府发〔2022〕17号 附件 项目库 序号4, in the plan]
	// 2. Values and calculation
	//   money of the forward points = 300 × 10,000 yuan [附件 项目库 序号4, in the plan, layer: county]
	//   people a forward point if shared out equally = evacuees of the stock target ÷ forward points = 3000 ÷ 6 = 500 people
	//     evacuees of the stock target = 3000 people [三（五~）2 完善应急物资储备, in the plan, layer: county]
	//     forward points = 6 units [附件 项目库 序号4, in the plan, layer: county]
	//   actual = money of the forward points × 10000 ÷ evacuees of the stock target = 300 × 10000 ÷ 3000 = 1000 yuan
	// 3. Conclusion
	//   1000 yuan each; 500 people a forward point if shared out equally
	//   conclusion: a figure that nothing judges, 1000 yuan
}

// What depends on how an unclear clause is read.
func ExampleFiveYearPlan_Sensitivity() {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range emergency.Fengdu().Sensitivity(county, measure.Date{}).Rows {
		if row.Reading.ID != "teams.team-completed" {
			continue
		}
		for _, c := range row.Flips() {
			fmt.Println(row.Reading.ID, row.Option+":", c.Before.Rule, c.Before.Verdict, "→", c.After.Verdict)
		}
	}
	// Output:
	// teams.team-completed existing: teams.township-establishment unknown → met
}

// All faults of a folder come at once, each with its place and code.
func ExampleReadCounty_faults() {
	_, err := emergency.ReadCounty(fstest.MapFS{
		"county.yaml": {Data: []byte("format: emergency/county/v1\ncounty: {code: \"990101\", name: {zh: 虚构县, en: Invented}}\n" +
			"as_of: 2027-02-30\nperiod: 2023-2027\nsource: {document: 虚构, standing: invented}\npopluation: 3\n")},
		"shelter.csv": {Data: []byte("id\n")},
	})
	var faults *spec.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All() {
			fmt.Println(f.Place(), f.Code, f.Value)
		}
	}
	// Output:
	// county.yaml:3:8 measure.date 2027-02-30
	// county.yaml:6:1 yaml.unknown-key popluation
	// shelter.csv folder.unknown-file shelter.csv
}

// Another county is data alone.
func ExampleReadPlan() {
	plan, err := emergency.ReadPlan(os.DirFS("examples/secondcounty/plan"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plan.Title().EN, plan.Period(), "invented:", plan.Invented())
	// Output: Yunze County emergency management plan, 2023–2027 (invented) 2023-2027 invented: true
}

// Where a clause is unclear a plan may take another reading.
func ExampleFiveYearPlan_With() {
	county, err := emergency.ReadCounty(emergency.FengduRecords())
	if err != nil {
		fmt.Println(err)
		return
	}
	existing, err := emergency.Fengdu().With("teams.team-completed", "existing")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, plan := range []emergency.FiveYearPlan{emergency.Fengdu(), existing} {
		for _, f := range plan.Assess(county, measure.Date{}).Findings() {
			if f.Target == "township-team-coverage" {
				fmt.Printf("%v %q\n", f.Verdict, f.Actual)
			}
		}
	}
	// Output:
	// unknown ""
	// met "100"
}
