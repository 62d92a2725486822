package plans_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func ExampleShortcoming_Take() {
	s := plans.Shortcoming{ID: "q1", Found: date(2024, 5, 12), Due: date(2024, 8, 31)}
	s, _ = s.Take(plans.FixStep{Kind: plans.Mended, On: date(2024, 7, 1)})
	fmt.Println(s.State(date(2024, 8, 1)), s.Verdict(date(2024, 8, 31)), s.Verdict(date(2024, 9, 1)))
	s, _ = s.Take(plans.FixStep{Kind: plans.RetestPassed, On: date(2024, 9, 3)})
	fmt.Println(s.State(date(2024, 9, 3)), s.Verdict(date(2024, 9, 3)))
	_, err := s.Take(plans.FixStep{Kind: plans.Mended, On: date(2024, 10, 1)})
	fmt.Println(err)
	// Output:
	// untested not-applicable unmet
	// closed met
	// "q1" is closed: it cannot be mended [plans.fix-order]
}

func ExampleRecurrences() {
	for _, s := range plans.Recurrences(date(2024, 1, 1), date(2025, 1, 31), 6) {
		fmt.Println(s.From, s.To)
	}
	// Output:
	// 2024-01-01 2024-06-30
	// 2024-07-01 2024-12-31
	// 2025-01-01 2025-06-30
}

// The loop goes found → mended → retested; a failed retest sends it back, its
// dates never go backwards, and what is closed stays closed.
func TestTheLoopOfAShortcomingOnlyMovesForward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := plans.Shortcoming{ID: "q", Found: date(2022, 1, 1), Due: date(2023, 1, 1)}
		state, last := "open", s.Found
		take := func(kind plans.FixKind, from, to string) func(*rapid.T) {
			return func(t *rapid.T) {
				on := last.AddDays(rapid.IntRange(-3, 30).Draw(t, "days"))
				before := len(s.Steps)
				next, err := s.Take(plans.FixStep{Kind: kind, On: on})
				legal := state == from && !on.Before(last)
				if legal != (err == nil) {
					t.Fatalf("%v on %v from %s: %v", kind, on, state, err)
				}
				if len(s.Steps) != before {
					t.Fatal("the receiver changed")
				}
				if err != nil {
					var f spec.Fault
					if !errors.As(err, &f) || f.Code == "" || !f.Message.Complete() || len(next.Steps) != before {
						t.Fatalf("%v", err)
					}
					return
				}
				s, state, last = next, to, on
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"mend": take(plans.Mended, "open", "untested"),
			"pass": take(plans.RetestPassed, "untested", "closed"),
			"fail": take(plans.RetestFailed, "untested", "open"),
			"": func(t *rapid.T) {
				if got := s.State(measure.Date{}).String(); got != state {
					t.Fatalf("%s, want %s", got, state)
				}
				again, wrong := s.Replay(s.Steps)
				if wrong.Len() > 0 || len(again.Steps) != len(s.Steps) {
					t.Fatalf("its own steps do not follow: %v", wrong)
				}
				for day := s.Found; !day.After(last); day = day.AddDays(40) {
					if v := s.Verdict(day); v == spec.Met && s.State(day) != plans.Closed {
						t.Fatalf("%v on %v", v, day)
					}
				}
				if v := s.Verdict(date(2030, 1, 1)); (v == spec.Met) != (state == "closed") || v != spec.Met && v != spec.Unmet {
					t.Fatalf("%s is %v", state, v)
				}
			},
		})
	})
}

func TestWhatAShortcomingIsOnADate(t *testing.T) {
	day := func(d int) measure.Date { return date(2024, 5, d) }
	s := plans.Shortcoming{ID: "q", Found: day(10), Due: day(20), Steps: []plans.FixStep{{plans.Mended, day(12)}, {plans.RetestFailed, day(14)}, {plans.Mended, day(16)}, {plans.RetestPassed, day(21)}}}
	for d, want := range map[int]spec.Verdict{9: spec.NotApplicable, 10: spec.NotApplicable, 12: spec.NotApplicable, 14: spec.Unmet, 16: spec.NotApplicable, 20: spec.NotApplicable, 21: spec.Met} {
		if got := s.Verdict(day(d)); got != want {
			t.Errorf("on the %d: %v, want %v", d, got, want)
		}
	}
	s.Steps = s.Steps[:3]
	if got := s.Verdict(day(21)); got != spec.Unmet {
		t.Errorf("overdue: %v", got)
	}
	s.Due = measure.Date{}
	if got := s.Verdict(day(21)); got != spec.Unknown {
		t.Errorf("without a day: %v", got)
	}
}

func halfYearly() plans.DrillProvisions {
	return plans.DrillProvisions{Duties: []plans.DrillDuty{{ID: "half", Title: spec.T("half", "半年"),
		Who: []plans.DrillBody{plans.HighRiskBody}, Every: spec.Cite[measure.Count](6, inPlan("d"))}}}
}

func highRisk(since measure.Date) plans.PlanObject {
	return plans.PlanObject{ID: "e", Name: "enterprise", Kind: plans.EnterprisePlan, HighRisk: spec.Exactly(true), Since: since}
}

func TestHighRiskEnterprisesDrillEachHalfYear(t *testing.T) {
	p := fengduProvisions()
	p.Drills = halfYearly()
	drill := func(y, m int) plans.Drill {
		return plans.Drill{ID: fmt.Sprint(y, m), Date: date(y, m, 15), Kind: plans.EnterpriseDrill, Object: "e"}
	}
	r := plans.Records{HasDrills: true, Complete: period(2021, 2025), Contingency: plans.ContingencyRecords{HasObjects: true, Objects: []plans.PlanObject{highRisk(date(2022, 2, 1))}},
		Drills: []plans.Drill{drill(2022, 8), drill(2023, 2), drill(2023, 12)}}
	body := func(asOf measure.Date, choices spec.Choices) plans.BodyDrills {
		b := plans.Assess(p, r, asOf, choices).Drills.Bodies
		if len(b) != 1 {
			t.Fatalf("%d bodies", len(b))
		}
		return b[0]
	}
	rolling := spec.Choices{}.With(plans.ReadingDrillWindow, plans.RollingWindow)
	// It has been there since February 2022: the first half-year asked for is the second of 2022.
	for asOf, want := range map[measure.Date][3]any{
		date(2022, 12, 30): {0, spec.NotApplicable, spec.Met},
		date(2022, 12, 31): {1, spec.Met, spec.Met},
		date(2023, 12, 31): {3, spec.Met, spec.Met},
		date(2024, 6, 29):  {3, spec.Met, spec.Unmet},
		date(2024, 6, 30):  {4, spec.Unmet, spec.Unmet},
		date(2028, 12, 31): {7, spec.Unmet, spec.Unknown}, // none is asked for after the plan
	} {
		if b := body(asOf, spec.Choices{}); len(b.Spans) != want[0] || b.Verdict != want[1] {
			t.Errorf("%v: %d spans, %v", asOf, len(b.Spans), b.Verdict)
		}
		if b := body(asOf, rolling); b.Verdict != want[2] {
			t.Errorf("%v rolling: %v", asOf, b.Verdict)
		}
	}
	if b := body(date(2022, 7, 31), rolling); b.Verdict != spec.NotApplicable {
		t.Errorf("before a whole cycle: %v", b.Verdict)
	}
	r.Complete = period(2021, 2023)
	if b := body(date(2024, 6, 30), spec.Choices{}); b.Verdict != spec.Unknown {
		t.Errorf("records not complete: %v", b.Verdict)
	}
	r.Complete = period(2021, 2025)
	r.Drills[2].Passed = spec.Exactly(false)
	if b := body(date(2023, 12, 31), spec.Choices{}); b.Verdict != spec.Unmet {
		t.Errorf("a failed drill fulfils: %v", b.Verdict)
	}
}

func TestTownshipsDrillAndWorkSafetyDrillsAreOfPlansAboutSectors(t *testing.T) {
	code, err := hazards.ParseDivisionCode("990101001")
	if err != nil {
		t.Fatal(err)
	}
	p := fengduProvisions()
	p.Drills.Duties = []plans.DrillDuty{{ID: "safety", Who: []plans.DrillBody{plans.CountyBody, plans.TownshipBody}, WorkSafety: true, Every: spec.Cite[measure.Count](24, inPlan("d"))}}
	r := plans.Records{HasDrills: true, Complete: period(2021, 2025), Townships: plans.RequiredGroup{Known: true, Units: []plans.RequiredUnit{{Subject: plans.DivisionKey(code)}}},
		Contingency: plans.ContingencyRecords{Plans: []plans.Contingency{{ID: "mines", Kind: plans.SpecialPlan, Sector: hazards.Mines}, {ID: "flood", Kind: plans.SpecialPlan, Hazard: hazards.FloodDrought}}},
		Drills: []plans.Drill{
			{ID: "1", Date: date(2022, 5, 1), Kind: plans.CountySpecial, Plan: "flood"},
			{ID: "2", Date: date(2022, 6, 1), Kind: plans.TownshipDrill, Plan: "mines", Division: code},
		}}
	got := plans.Assess(p, r, date(2022, 12, 31), spec.Choices{}).Drills.Bodies
	if len(got) != 2 || got[0].Verdict != spec.Unmet || got[1].Verdict != spec.Met {
		t.Errorf("%+v", got)
	}
	// What another township drilled does not count.
	r.Drills[1].Division, err = hazards.ParseDivisionCode("990101002")
	if got := plans.Assess(p, r, date(2022, 12, 31), spec.Choices{}).Drills.Bodies; err != nil || got[1].Verdict != spec.Unmet {
		t.Errorf("%+v %v", got[1], err)
	}
	r.Drills[0].Plan = "mines"
	if got := plans.Assess(p, r, date(2022, 12, 31), spec.Choices{}).Drills.Bodies; got[0].Verdict != spec.Met {
		t.Errorf("%+v", got[0])
	}
}

func TestOneMoreGoodDrillNeverTurnsABodyUnmet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := fengduProvisions()
		p.Drills = halfYearly()
		asOf := drawDay(t, "as of")
		r := plans.Records{HasDrills: true, Complete: drawComplete(t), Drills: drawDrills(t),
			Contingency: plans.ContingencyRecords{HasObjects: true, Objects: []plans.PlanObject{highRisk(drawDay(t, "since"))}}}
		for i := range r.Drills {
			r.Drills[i].Object = "e"
		}
		choices := spec.Choices{}.With(plans.ReadingDrillWindow, rapid.SampledFrom([]string{plans.CalendarWindow, plans.RollingWindow}).Draw(t, "window"))
		before := plans.Assess(p, r, asOf, choices).Drills.Bodies
		r.Drills = append(r.Drills, plans.Drill{ID: "new", Date: drawDay(t, "new"), Object: "e", Kind: plans.EnterpriseDrill})
		after := plans.Assess(p, r, asOf, choices).Drills.Bodies
		if len(before) == 1 && before[0].Verdict == spec.Met && after[0].Verdict != spec.Met {
			t.Fatalf("%v became %v", before[0].Verdict, after[0].Verdict)
		}
		if len(before) == 1 {
			for i, v := range before[0].States {
				if v == spec.Met && after[0].States[i] != spec.Met {
					t.Fatalf("%v became %v", before[0].States, after[0].States)
				}
			}
			if want := spec.All(after[0].States...); len(after[0].States) > 0 && after[0].Verdict != want {
				t.Fatalf("%v, want %v", after[0].Verdict, want)
			}
		}
	})
}

func TestShareOfDoubleBlindDrills(t *testing.T) {
	p := fengduProvisions()
	p.Drills.DoubleBlind = inPlan("b")
	blind := func(list ...spec.Observed[bool]) plans.Records {
		r := plans.Records{HasDrills: true}
		for i, b := range list {
			r.Drills = append(r.Drills, plans.Drill{ID: fmt.Sprint(i), Date: date(2022, 1, 1+i), Kind: plans.CountySpecial, DoubleBlind: b})
		}
		return r
	}
	yes, no, open := spec.Exactly(true), spec.Exactly(false), spec.Observed[bool]{}
	half := spec.Choices{}.With(plans.ReadingDoubleBlind, plans.BlindMajority)
	for _, tt := range []struct {
		name string
		r    plans.Records
		want spec.Verdict
		text string
	}{
		{"more than half", blind(yes, yes, no), spec.Met, "exact 66.67"},
		{"half", blind(yes, no), spec.Unmet, "exact 50"},
		{"more than half whatever the rest", blind(yes, yes, open), spec.Met, "at-least 66.67"},
		{"half at best", blind(yes, no, no, open), spec.Unmet, "at-least 25"},
		{"open", blind(yes, no, open), spec.Unknown, "at-least 33.33"},
		{"none", plans.Records{}, spec.Unknown, "exact "},
	} {
		f := findings(t, p, tt.r, date(2022, 12, 31), half)[plans.RuleDoubleBlind]
		if got := f.Bound.String() + " " + f.Actual.String(); f.Verdict != tt.want || got != tt.text {
			t.Errorf("%s: %v %s", tt.name, f.Verdict, got)
		}
		if len(tt.r.Drills) > 0 {
			if f := findings(t, p, tt.r, date(2022, 12, 31), spec.Choices{})[plans.RuleDoubleBlind]; f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonFigure {
				t.Errorf("%s by default: %v", tt.name, f.Verdict)
			}
		}
	}
}

func TestABoundaryPointIsUnmetOnlyOnceThePeriodIsOver(t *testing.T) {
	p := fengduProvisions()
	p.Drills.Neighbours = inPlan("n")
	r := plans.Records{HasDrills: true, Complete: period(2021, 2025), HasNeighbours: true,
		Neighbours: []plans.BoundaryPoint{{ID: "1", Name: "bridge", Neighbour: "east"}, {ID: "2", Name: "ridge", Neighbour: "west"}},
		Drills:     []plans.Drill{{ID: "j", Date: date(2023, 5, 1), Kind: plans.NeighbourJoint, Partner: "east"}}}
	for asOf, want := range map[measure.Date]spec.Verdict{date(2025, 12, 30): spec.Unknown, date(2025, 12, 31): spec.Unmet} {
		f := findings(t, p, r, asOf, spec.Choices{})[plans.RuleNeighbourDrills]
		if f.Verdict != want || input(t, f, "joint_drills") != "1" {
			t.Errorf("%v: %v", asOf, f.Verdict)
		}
	}
	r.Drills = append(r.Drills, plans.Drill{ID: "k", Date: date(2025, 12, 31), Kind: plans.NeighbourJoint, Partner: "west"})
	if f := findings(t, p, r, date(2025, 12, 31), spec.Choices{})[plans.RuleNeighbourDrills]; f.Verdict != spec.Met {
		t.Errorf("%v", f.Verdict)
	}
	r.HasNeighbours = false
	if f := findings(t, p, r, date(2025, 12, 31), spec.Choices{})[plans.RuleNeighbourDrills]; f.Verdict != spec.Unknown || len(f.Missing) != 1 {
		t.Errorf("%v %v", f.Verdict, f.Missing)
	}
}
