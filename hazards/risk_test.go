package hazards_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

func TestRiskFindingsFollowTheRegister(t *testing.T) {
	yes, no := boolean(true), boolean(false)
	risk := func(level hazards.RiskLevel, on, in, measures spec.Observed[bool], post, due, review string) hazards.RiskPoint {
		r := hazards.RiskPoint{ID: "r", Hazard: hazards.FloodDrought, Level: level, OnMap: on, InRegister: in, Measures: measures, OwnerPost: post}
		if due != "" {
			r.MeasureDue = day(due)
		}
		if review != "" {
			r.NextReview = day(review)
		}
		return r
	}
	r := hazards.PreventionRecords{HasRisks: true, Risks: []hazards.RiskPoint{
		risk(hazards.MajorRisk, yes, yes, yes, "head", "2025-01-01", "2025-12-31"),
		risk(hazards.MajorRisk, yes, no, yes, "", "2025-01-01", "2025-12-30"),
		risk(hazards.LargeRisk, yes, spec.Observed[bool]{}, no, "", "", ""),
	}}
	p := prevention(t)
	expect(t, "map", find(t, p, r, hazards.RuleMapAndRegister), "unmet some-unmet at-least 1 ")
	expect(t, "major", find(t, p, r, hazards.RuleMajorRisks), "unknown partial-data at-least 1 ")
	expect(t, "review", find(t, p, r, hazards.RuleRiskReviews), "unmet some-unmet at-least 1 ")
	f := find(t, p, r, hazards.RuleRiskRegister)
	expect(t, "register", f, "not-applicable figure exact 3 ")
	if in := inputsOf(f); in["major"] != "2" || in["large"] != "1" || in["low"] != "0" || in["hazards-covered"] != "1" || !f.IsWeak() {
		t.Errorf("%v, weak %v", in, f.Weak)
	}
	r.Risks[1].Measures = no
	expect(t, "major without measures", find(t, p, r, hazards.RuleMajorRisks), "unmet some-unmet exact 1 1")
	r.Risks = nil
	expect(t, "empty", find(t, p, r, hazards.RuleMapAndRegister), "not-applicable nothing-to-judge exact  ")
}

func TestDangerFindingsNameTheOverdue(t *testing.T) {
	d := func(id, due string, dates ...string) hazards.HiddenDanger {
		out := hazards.HiddenDanger{ID: id, Sector: hazards.Mines}
		for _, s := range dates {
			var err error
			if out, err = out.Advance(day(s)); err != nil {
				t.Fatal(err)
			}
		}
		if due != "" {
			out.Due = day(due)
		}
		return out
	}
	open := d("open", "2025-12-31", "2025-10-01", "2025-10-02")
	late := d("late", "2025-12-30", "2025-10-01", "2025-10-02")
	done := d("done", "2025-11-01", "2025-10-01", "2025-10-02", "2025-12-01", "2025-12-02", "2025-12-03")
	next := d("next", "", "2026-01-01")
	p := prevention(t)
	r := hazards.PreventionRecords{HasDangers: true, Dangers: []hazards.HiddenDanger{open, late, done, next}}
	f := find(t, p, r, hazards.RuleHiddenDangers)
	expect(t, "loop", f, "unmet some-unmet exact 2 1")
	if in := inputsOf(f); in["ordered"] != "2" || in["cleared"] != "1" || in["found"] != "0" || in["unmet"] != "1" {
		t.Errorf("%v", in)
	}
	records := hazards.Records{Subject: countySubject(), Prevention: r}
	var got []string
	for _, u := range hazards.Assess(p, records, day("2025-12-31"), spec.Choices{}).UnitFindings() {
		if u.Rule == hazards.RuleHiddenDangers {
			got = append(got, u.Subject.String()+" "+says(u)+" "+u.Reason.Text.EN)
		}
	}
	want := []string{"danger:open met compared exact   ordered, in time", "danger:late unmet compared exact 1 1 ordered, 1 day overdue",
		"danger:done met compared exact   cleared, in time"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	r.Dangers = []hazards.HiddenDanger{d("new", "", "2025-12-01")}
	expect(t, "no day set", find(t, p, r, hazards.RuleHiddenDangers), "unknown not-assessed exact  ")

	expect(t, "no major", find(t, p, r, hazards.RuleDoubleReport), "not-applicable nothing-to-judge exact  ")
	r.Dangers[0].Major = true
	expect(t, "silent", find(t, p, r, hazards.RuleDoubleReport), "unknown not-assessed exact  ")
	r.Dangers[0].ToRegulator = boolean(true)
	r.Dangers[0].ToWorkers = boolean(false)
	expect(t, "half", find(t, p, r, hazards.RuleDoubleReport), "unmet some-unmet exact 0 1")
	r.Dangers[0].ToWorkers = boolean(true)
	expect(t, "both", find(t, p, r, hazards.RuleDoubleReport), "met all-met exact 1 0")

	c := hazards.EnforcementCase{ID: "e", Sector: hazards.Mines, Diagnosed: day("2025-11-01"), Due: day("2025-12-30")}
	r = hazards.PreventionRecords{HasCases: true, Cases: []hazards.EnforcementCase{c}}
	expect(t, "case", find(t, p, r, hazards.RuleEnforcementLoop), "unmet some-unmet exact 0 1")
	r.Cases[0].Due = day("2025-12-31")
	expect(t, "case due today", find(t, p, r, hazards.RuleEnforcementLoop), "met all-met exact 1 0")
}

func TestGeoJSONIsTheFormOfTheRFC(t *testing.T) {
	at, err := hazards.ParsePosition("29.8635", "-107.73", hazards.WGS84)
	if err != nil {
		t.Fatal(err)
	}
	points := []hazards.RiskPoint{
		{ID: "r1", Name: "<某坡>", Hazard: hazards.Geological, Level: hazards.MajorRisk, Place: division("500230001000"), Position: at, OnMap: boolean(true), InRegister: boolean(false)},
		{ID: "r2", Sector: hazards.Mines},
	}
	got, err := hazards.GeoJSON(points, spec.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"type":"FeatureCollection","features":[` +
		`{"type":"Feature","id":"r1","geometry":{"type":"Point","coordinates":[-107.73,29.8635]},"properties":{"名称":"<某坡>","类别":"地质灾害","风险等级":"重大","颜色":"红","行政区划代码":"500230001","上图":"是","入库":"否"}},` +
		`{"type":"Feature","id":"r2","geometry":null,"properties":{"名称":"","类别":"矿山","风险等级":"","颜色":"","行政区划代码":"","上图":"","入库":""}}]}` + "\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if !json.Valid(got) {
		t.Error("no JSON")
	}
	if empty, err := hazards.GeoJSON(nil, spec.Choices{}); err != nil || string(empty) != `{"type":"FeatureCollection","features":[]}`+"\n" {
		t.Errorf("%s %v", empty, err)
	}
	shifted, _ := hazards.ParsePosition("29.8", "107.7", hazards.GCJ02)
	points[0].Position, points[1].Position = shifted, shifted
	_, err = hazards.GeoJSON(points, spec.Choices{})
	var faults *spec.Faults
	if !errors.As(err, &faults) || faults.Len() != 2 || faults.All()[1].Path != "points[1].position" || faults.All()[0].Code != hazards.FaultDatum {
		t.Errorf("another datum: %v", err)
	}
}

func TestRiskLevelsAreReadByNameAndColour(t *testing.T) {
	for i, names := range [][]string{{"low", "低", "低风险", "蓝"}, {"general", "一般", "yellow"}, {"large", "较大", "橙色"}, {"major", "重大风险", "红", "red"}} {
		for _, s := range names {
			if got, ok := hazards.ParseRiskLevel(s); !ok || got != hazards.RiskLevels()[i] {
				t.Errorf("%q is read as %v", s, got)
			}
		}
	}
	if _, ok := hazards.ParseRiskLevel("特别重大"); ok {
		t.Error("a fifth level")
	}
	if hazards.RiskLevel(0).String() != "" || hazards.RiskLevel(9).Colour().ZH != "" || hazards.MajorRisk.Colour().ZH != "红" {
		t.Error("colours")
	}
}
