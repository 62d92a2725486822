package read

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestFengduWarningsAreIssuedAsTheMunicipalityRules(t *testing.T) {
	c := hazardsContext(t, nil)
	c.Source = spec.Source{Document: "丰都县应急管理“十四五”规划", Number: "丰都府发〔2022〕17号", Standing: spec.InPlan}
	p := hazardsPlanFile(t, c, "../../fengdu/hazards.yaml")
	if diff := cmp.Diff(hazards.ChongqingWarningIssuers(), p.Warnings.Issuers); diff != "" {
		t.Error(diff)
	}
}

func TestSecondCountyWarningsAreRead(t *testing.T) {
	c := hazardsContext(t, nil)
	c.FS = os.DirFS("../../examples/secondcounty/data")
	c.ReadDivisions()
	p := hazardsPlanFile(t, c, "../../examples/secondcounty/plan/hazards.yaml")
	r := hazards.Records{Warnings: c.warningRecords()}
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range hazards.Assess(p, r, measure.DateOf(2027, 12, 31), spec.Choices{}).Findings() {
		switch f.Rule {
		case hazards.RuleWarningIssuer, hazards.RuleWarningsInForce, hazards.RuleWarningLead, hazards.RuleWarningAccuracy, hazards.RuleWarningReach:
			got[f.Rule] = f.Verdict.String() + " " + f.Actual.String()
		}
	}
	// leads 105, 100, 25, 105 and 100 minutes; 5 of 7 came; 755,900 of 795,400 reached, counted apart
	want := map[string]string{hazards.RuleWarningIssuer: "met 8", hazards.RuleWarningsInForce: "not-applicable 1",
		hazards.RuleWarningLead: "not-applicable 87", hazards.RuleWarningAccuracy: "not-applicable 71.43", hazards.RuleWarningReach: "not-applicable 95.03"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWarningTableIsRead(t *testing.T) {
	c := hazardsContext(t, map[string]string{"warnings.csv": "id,level,kind,issuer,issued,area,cancelled,occurred,targeted,reached,observed_on\n" +
		"W1,Ⅲ级,气象,990101,2024-07-10 08:30,990101001；990101002,2024-07-10 18:00,2024-07-10 09:15,\"1,000\",１000,2024-12-31\n" +
		"W2,blue,mines,990000,2024-07-10T08:30:30+08:00,99,,no,,,\n"})
	r := c.warningRecords()
	if err := c.Faults.Err(); err != nil {
		t.Fatal(err)
	}
	if !r.HasWarnings || len(r.Warnings) != 2 {
		t.Fatalf("%+v", r)
	}
	one, two := r.Warnings[0], r.Warnings[1]
	targeted, _ := one.Targeted.Value()
	reached, _ := one.Reached.Value()
	if one.ID != "W1" || one.Level != hazards.WarningIII || one.Hazard != hazards.Meteorological || one.Issuer.String() != "990101" ||
		one.Issued.String() != "2024-07-10T08:30:00+08:00" || !one.Expires.IsZero() || one.Cancelled.Hour() != 18 || len(one.Area) != 2 ||
		one.Outcome != hazards.Happened || one.Occurred.Minute() != 15 || targeted != 1000 || reached != 1000 || one.On != measure.DateOf(2024, 12, 31) {
		t.Errorf("%+v", one)
	}
	if two.Level != hazards.WarningIV || two.Sector != hazards.Mines || two.Hazard != 0 || two.Issued.Second() != 30 || two.Area[0].String() != "99" ||
		two.Outcome != hazards.FalseCry || !two.Occurred.IsZero() || two.Targeted.Known() || two.Reached.Known() {
		t.Errorf("%+v", two)
	}
	c = hazardsContext(t, nil)
	if r := c.warningRecords(); r.HasWarnings || c.Faults.Err() != nil {
		t.Error("no table is one")
	}
}

func TestWarningFaultsHaveTheirPlace(t *testing.T) {
	c := hazardsContext(t, map[string]string{"warnings.csv": "id,level,kind,issuer,issued,expires,cancelled,area,occurred,targeted,reached\n" +
		"A,V,气象,990101,2024-07-10 08:30,,,990101,,,\n" +
		"B,I,瘟疫,990101,2024-07-10 08:30,,,990101,,,\n" +
		"C,I,气象,990102,2024-07-10 08:30,,,990101,,,\n" +
		"D,I,气象,990101,2024-07-10,,,990101,,,\n" +
		"E,I,气象,990101,2016-07-10 08:30,,,990101,,,\n" +
		"F,I,气象,990101,2024-07-10 08:30,2024-07-10 08:30,2024-07-10 08:29,990101,,,\n" +
		"G,I,气象,990101,2024-07-10 08:30,,,990101;99010,,,\n" +
		"H,I,气象,990101,2024-07-10 08:30,,,990102,,,\n" +
		"I,I,气象,990101,2024-07-10 08:30,,,990101,maybe,10,11\n" +
		"I,I,气象,990101,2024-07-10 08:30,,,990101,,,\n" +
		"J,I,气象,990101,2028-01-01 00:00,,,;,,,\n"})
	r := c.warningRecords()
	want := []string{
		"warnings.csv:2:3 table.unknown-value V",
		"warnings.csv:3:5 hazards.unknown-risk-kind 瘟疫",
		"warnings.csv:4:8 division.outside 990102",
		"warnings.csv:5:15 moment.syntax 2024-07-10",
		"warnings.csv:6:15 date.outside-period 2016-07-10",
		"warnings.csv:7:32 date.order 2024-07-10T08:30:00+08:00",
		"warnings.csv:7:49 date.order 2024-07-10T08:29:00+08:00",
		"warnings.csv:8:34 division.syntax 99010",
		"warnings.csv:9:34 division.outside 990102",
		"warnings.csv:10:41 moment.syntax maybe",
		"warnings.csv:10:50 warning.reach 11",
		"warnings.csv:11:1 table.duplicate-id I",
		"warnings.csv:12:15 date.outside-period 2028-01-01",
	}
	if diff := cmp.Diff(want, hazardsFaults(c)); diff != "" {
		t.Error(diff)
	}
	var ids []string
	for _, w := range r.Warnings {
		ids = append(ids, w.ID)
	}
	if diff := cmp.Diff([]string{"F", "I"}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestWarningIssuersAreReadStrictly(t *testing.T) {
	c := hazardsContext(t, nil)
	m := hazardsRoot(t, c, "hazards.yaml", PlanFormat, `warnings:
  issuers:
    - {level: Ⅰ级, issuer: 省级, place: 一}
    - {level: red, issuer: county, place: 一}
    - {level: V, issuer: county, place: 一}
    - {level: II, issuer: township, place: 一}
    - {level: III, issuer: prefecture, place: 一, colour: yellow}
  other: 1
`)
	p := c.warningProvisions(m.Get("warnings"))
	want := []string{
		"hazards.yaml:5:15 hazards.duplicate I",
		"hazards.yaml:6:15 warning.level V",
		"hazards.yaml:7:27 warning.issuer township",
		"hazards.yaml:8:50 yaml.unknown-key colour",
		"hazards.yaml:9:3 yaml.unknown-key other",
	}
	if diff := cmp.Diff(want, hazardsFaults(c)); diff != "" {
		t.Error(diff)
	}
	if len(p.Issuers) != 2 || p.Issuers[0].Issuer != hazards.Province || p.Issuers[1].Issuer != hazards.Prefecture {
		t.Errorf("%+v", p.Issuers)
	}
}
