package hazards_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func ExampleParseWarningLevel() {
	level, ok := hazards.ParseWarningLevel("黄色")
	fmt.Println(level, level.In(spec.Chinese), level.Colour(), level.Severity(), ok)
	// Output: III Ⅲ级 yellow Moderate true
}

// A county may issue the two lower levels.
func ExampleWarningIssuers_Allows() {
	issuers := hazards.ChongqingWarningIssuers()
	fengdu, _ := hazards.ParseDivisionCode("500230")
	fmt.Println(issuers.Allows(fengdu, hazards.WarningIII), issuers.Allows(fengdu, hazards.WarningII))
	// Output: true false
}

func ExampleIssueWarning() {
	w := rainstorm()
	w.Level = hazards.WarningI
	_, err := hazards.IssueWarning(w, hazards.ChongqingWarningIssuers())
	fmt.Println(err)
	// Output: issuer: 990101, a county, may not issue level I [warning.issuer]
}

func ExampleWarningChain_Update() {
	issuers := hazards.ChongqingWarningIssuers()
	chain, err := hazards.IssueWarning(rainstorm(), issuers)
	if err != nil {
		fmt.Println(err)
		return
	}
	next := rainstorm()
	next.ID, next.Replaces = "99010141600000_20240710200000", rainstorm().ID
	next.Issued, next.Starts = moment("2024-07-10 20:00"), hazards.Moment{}
	next.Level = hazards.WarningIV
	chain, err = chain.Update(next, issuers)
	fmt.Println(chain.Changes(), chain.StateAt(moment("2024-07-11 07:59")), chain.StateAt(moment("2024-07-11 08:00")), err)
	// Output: [lowered] in-force expired <nil>
}

func ExampleWarningChain_Cancel() {
	chain, err := hazards.IssueWarning(rainstorm(), hazards.ChongqingWarningIssuers())
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = chain.Cancel(hazards.Cancellation{ID: "x", Issuer: division("990101"), At: moment("2024-07-11 08:00")})
	fmt.Println(err)
	// Output: at: the warning expired at 2024-07-11T08:00:00+08:00 [warning.ended]
}

func ExampleWarning_Lacks() {
	w := rainstorm()
	w.Measures, w.Starts = spec.Text{}, hazards.Moment{}
	for _, content := range w.Lacks() {
		fmt.Println(content, content.In(spec.Chinese))
	}
	// Output:
	// start 起始时间
	// measures 应采取措施
}

func ExampleWarningLevel_ActionGap() {
	all, _ := hazards.WarningII.Actions()
	missing, needsOneMore := hazards.WarningII.ActionGap(all[1:])
	fmt.Println(missing, needsOneMore)
	// Output: [start-plan] true
}

func ExampleWarningLevel_Actions() {
	all, oneOf := hazards.WarningIV.Actions()
	fmt.Println(len(all), len(oneOf), all[4].In(spec.English))
	// Output: 5 0 warn the public and give contact channels
}

func ExampleWarning_Covers() {
	fmt.Println(rainstorm().Covers(division("990101101002")), rainstorm().Covers(division("990101")))
	// Output: true false
}

func ExampleWarning_InForce() {
	fmt.Println(rainstorm().InForce(moment("2024-07-10 08:30")), rainstorm().InForce(moment("2024-07-11 08:00")))
	// Output: true false
}

func ExampleWarnedArea_Touches() {
	area := rainstorm().Areas[0]
	fmt.Println(area.Touches(division("990101")), area.Covers(division("990101")))
	// Output: true false
}

func ExampleQualityOf() {
	storm := hazards.WarningRecord{ID: "w", Level: hazards.WarningIII, Hazard: hazards.Meteorological, Issued: moment("2024-07-10 08:30"),
		Expires: moment("2024-07-10 20:00"), Outcome: hazards.Happened, Occurred: moment("2024-07-10 09:20"),
		Targeted: spec.Exactly[measure.People](4000), Reached: spec.Exactly[measure.People](3800)}
	quiet := hazards.WarningRecord{ID: "v", Issued: moment("2024-08-10 08:30"), Outcome: hazards.FalseCry}
	q, err := hazards.QualityOf([]hazards.WarningRecord{storm, quiet}, period("2021-2025"), day("2024-12-31"))
	fmt.Println(q.MeanLead(), q.Accuracy().Percent(0), q.Reach().Percent(0), q.OpenReach, err)
	// Output: 50 50 95 1 <nil>
}

func ExampleWarningRecord_Lead() {
	w := hazards.WarningRecord{Issued: moment("2024-07-10 08:30"), Outcome: hazards.Happened, Occurred: moment("2024-07-10 08:10")}
	lead, ok := w.Lead()
	fmt.Println(lead.Minutes(), ok)
	// Output: -20 true
}

func ExampleWarningChain_CAPMessages() {
	out, err := storm().CAPMessages(hazards.CAPOptions{Sender: "warning@yunze.invalid"})
	for _, m := range out {
		fmt.Println(m.Type, m.Infos[0].Severity, m.Infos[0].Headline)
	}
	fmt.Println(err)
	// Output:
	// Alert Moderate 云泽县人民政府（虚构）发布暴雨黄色预警［Ⅲ级］
	// Update Severe 某市人民政府（虚构）发布暴雨橙色预警［Ⅱ级］
	// Update Moderate 云泽县人民政府（虚构）发布暴雨黄色预警［Ⅲ级］
	// Cancel Moderate 云泽县人民政府（虚构）发布暴雨黄色预警［Ⅲ级］
	// <nil>
}

func ExampleReadWarning() {
	chain, err := hazards.ReadWarning(messages(storm()), hazards.ChongqingWarningIssuers())
	fmt.Println(chain.Changes(), chain.StateAt(moment("2024-07-11 06:00")), err)
	// Output: [raised lowered] cancelled <nil>
}

func ExampleCAPAlert_WriteCAP() {
	alert := hazards.CAPAlert{Identifier: "99010141600000_20240710083000", Sender: "warning@yunze.invalid", Sent: moment("2024-07-10 08:30"),
		Status: hazards.CAPTest, Type: hazards.CAPIssue, Scope: hazards.CAPPublic, Note: "a < b"}
	b, err := alert.WriteCAP()
	fmt.Printf("%s%v\n", b, err)
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
	//   <identifier>99010141600000_20240710083000</identifier>
	//   <sender>warning@yunze.invalid</sender>
	//   <sent>2024-07-10T08:30:00+08:00</sent>
	//   <status>Test</status>
	//   <msgType>Alert</msgType>
	//   <scope>Public</scope>
	//   <note>a &lt; b</note>
	// </alert>
	// <nil>
}

// Every fault at once, each with its line.
func ExampleReadCAP() {
	_, err := hazards.ReadCAP(strings.NewReader(`<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>a</identifier><sender>b</sender>
<sent>2024-07-10T08:30:00Z</sent>
<status>Green</status><msgType>Alert</msgType></alert>`))
	fmt.Println(err)
	// Output:
	// message:1: scope is missing [cap.count]
	// message:3: "2024-07-10T08:30:00Z" is not a moment as 2024-07-10T08:30:00+08:00 [cap.value]
	// message:4: "Green" is no value of status [cap.value]
}

func ExampleParseMessageID() {
	id, err := hazards.ParseMessageID("14022341600000_20221030174929")
	fmt.Println(id.Division, id.Organ, id.At, err)
	// Output: 140223 416 2022-10-30T17:49:29+08:00 <nil>
}

func ExampleMessageID_Text() {
	fmt.Println(hazards.MessageID{Division: division("500230"), Organ: "416", At: moment("2024-07-10 08:30"), Serial: 2}.Text())
	// Output: 50023041600000_20240710083000_2 true
}

func ExampleParsePosition() {
	p, err := hazards.ParsePosition("29.8635", "107.7309", hazards.CGCS2000)
	fmt.Println(p, err)
	_, err = hazards.ParsePosition("29.8635", "107.7309", 0)
	fmt.Println(err)
	// Output:
	// 29.8635,107.7309 CGCS2000 <nil>
	// coordinates without a datum [position.datum]
}

func ExampleOneDatum() {
	_, err := hazards.OneDatum([]hazards.Position{point("29.8635", "107.7309", hazards.WGS84), point("29.8612", "107.7345", hazards.GCJ02)})
	fmt.Println(err)
	// Output: positions[1]: the datum "GCJ-02" is not that of the others, "WGS 84" [position.datum]
}

func ExamplePosition_OnWGS84() {
	p := point("29.8635", "107.7309", hazards.CGCS2000)
	_, err := p.OnWGS84(spec.Choices{})
	fmt.Println(err)
	fmt.Println(p.OnWGS84(spec.Choices{}.With(hazards.ReadingCGCS2000AsWGS84, "equate")))
	// Output:
	// 29.8635,107.7309 CGCS2000 is not in WGS 84, which the format demands [position.datum]
	// 29.8635,107.7309 WGS 84 <nil>
}

func ExampleMoment_Add() {
	m := hazards.MomentOf(measure.DateOf(2024, 12, 31), 23, 30, 0)
	fmt.Println(m.Add(measure.Seconds(3600)))
	// Output: 2025-01-01T00:30:00+08:00
}

func ExampleMoment_Until() {
	lead, ok := moment("2024-07-10 08:30").Until(moment("2024-07-10 09:15"))
	fmt.Println(lead.Minutes(), ok)
	// Output: 45 true
}

// What is written is read back without loss.
func ExampleCAPAlert_Equal() {
	b, err := fullAlert().WriteCAP()
	if err != nil {
		fmt.Println(err)
		return
	}
	back, err := hazards.ReadCAP(bytes.NewReader(b))
	fmt.Println(back.Equal(fullAlert()), err)
	// Output: true <nil>
}
