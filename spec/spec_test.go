package spec_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestEveryCodedWordReadsBack(t *testing.T) {
	for s := spec.InPlan; s <= spec.Invented; s++ {
		if back, ok := spec.ParseStanding(s.String()); !ok || back != s || s.In(spec.Chinese) == "" || s.In(spec.English) == "" {
			t.Errorf("standing %d: %q does not read back", s, s)
		}
	}
	for f := spec.Ceiling; f <= spec.ByClass; f++ {
		if back, ok := spec.ParseForm(f.String()); !ok || back != f {
			t.Errorf("form %d: %q does not read back", f, f)
		}
	}
	for n := spec.Unstated; n <= spec.Expected; n++ {
		if back, ok := spec.ParseNature(n.String()); !ok || back != n {
			t.Errorf("nature %d: %q does not read back", n, n)
		}
	}
	for _, text := range []string{"", "In-Plan", "ceilings"} {
		if _, ok := spec.ParseStanding(text); ok {
			t.Errorf("standing %q was read", text)
		}
		if _, ok := spec.ParseForm(text); ok {
			t.Errorf("form %q was read", text)
		}
	}
}

func TestOnlyPublishedSourcesAreFirm(t *testing.T) {
	want := map[spec.Standing]bool{0: false, spec.InPlan: true, spec.Statute: true, spec.Standard: true,
		spec.Published: true, spec.Unverified: false, spec.Ours: false, spec.Invented: false}
	got := map[spec.Standing]bool{}
	for s := range want {
		got[s] = s.Firm()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestZeroValuesSayNothing(t *testing.T) {
	var v spec.Verdict
	var o spec.Observed[int64]
	var f spec.Figure[int64]
	var a spec.Amount
	if v != spec.Unknown || o.Known() || f.Known() || a.Known() || a.String() != "" {
		t.Errorf("a zero value claims something: %v %v %v %q", v, o.Known(), f.Known(), a)
	}
	if spec.Exactly(int64(0)).Known() == o.Known() {
		t.Error("a reported zero and an unreported value are the same")
	}
}

func TestWhatWasObservedLaterIsNotKnown(t *testing.T) {
	seen := spec.Exactly(measure.People(3)).Dated(measure.DateOf(2023, 5, 1))
	if _, ok := seen.AsOf(measure.DateOf(2023, 4, 30)).Value(); ok {
		t.Error("known a day before it was observed")
	}
	if _, ok := seen.AsOf(measure.DateOf(2023, 5, 1)).Value(); !ok {
		t.Error("not known on the day it was observed")
	}
}

func TestNotDueSoftensOnlyBeforeTheDeadline(t *testing.T) {
	unmet := spec.Judgement{Verdict: spec.Unmet, Code: spec.ReasonCompared}
	deadline := measure.DateOf(2025, 12, 31)
	for day, want := range map[string]spec.Verdict{"2025-12-30": spec.Unknown, "2025-12-31": spec.Unmet, "2026-01-01": spec.Unmet} {
		asOf, err := measure.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		if got := unmet.UntilDue(deadline, asOf); got.Verdict != want {
			t.Errorf("%s: %v, want %v", day, got.Verdict, want)
		}
	}
	if got := unmet.UntilDue(measure.Date{}, measure.DateOf(2021, 1, 1)); got.Verdict != spec.Unmet {
		t.Errorf("a target without a deadline became %v", got.Verdict)
	}
}

func TestZeroBaseHasNoRateUnlessChosen(t *testing.T) {
	target := spec.Target{Form: spec.Change, Direction: spec.LowerBetter, Change: measure.RatioOf(-9, 100)}
	zero := spec.ExactValue(measure.Whole(0))
	if j := target.Judge(zero, zero); j.Verdict != spec.Unknown || j.Code != spec.ReasonZeroBase {
		t.Errorf("zero against zero: %v %s", j.Verdict, j.Code)
	}
	target.ZeroHolds = true
	if j := target.Judge(zero, zero); j.Verdict != spec.Met {
		t.Errorf("zero stays zero: %v", j.Verdict)
	}
	if j := target.Judge(spec.ExactValue(measure.Whole(1)), zero); j.Verdict != spec.Unmet {
		t.Errorf("one after zero: %v", j.Verdict)
	}
}

func TestEveryFaultOfATargetIsNamed(t *testing.T) {
	codes := func(err error) []string {
		var out []string
		if faults, ok := err.(*spec.Faults); ok {
			for _, f := range faults.All() {
				out = append(out, f.Code)
			}
		}
		return out
	}
	for name, c := range map[string]struct {
		target spec.Target
		want   []string
	}{
		"nothing":      {spec.Target{}, []string{spec.FaultTargetForm}},
		"no limit":     {spec.Target{Form: spec.Ceiling}, []string{spec.FaultTargetLimit}},
		"range turned": {spec.Target{Form: spec.Range, Limit: measure.Whole(3), Upper: measure.Whole(2)}, []string{spec.FaultTargetRange}},
		"change":       {spec.Target{Form: spec.Change, Change: measure.Whole(-2)}, []string{spec.FaultTargetChange, spec.FaultTargetDirection}},
		"one part":     {spec.Target{Form: spec.Both, Parts: []spec.Target{{Form: spec.Zero}}}, []string{spec.FaultTargetParts}},
		"good":         {spec.Target{Form: spec.Floor, Limit: measure.Whole(1)}, nil},
		"fall of all":  {spec.Target{Form: spec.Change, Change: measure.Whole(-1), Direction: spec.LowerBetter}, nil},
	} {
		got := codes(c.target.Validate())
		if name == "change" {
			if len(got) != 2 {
				t.Errorf("%s: %v", name, got)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestFaultLineShowsPlaceMessageAndCode(t *testing.T) {
	f := spec.Fault{File: "stock.csv", Line: 14, Column: 9, Code: "table.thousands", Message: spec.T("12,34 is not a number", "12,34 不是数字")}
	if got, want := f.Error(), "stock.csv:14:9: 12,34 is not a number [table.thousands]"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (spec.Fault{Path: "shelters[3].area", Code: "c", Message: spec.T("m", "m")}).Error(); got != "shelters[3].area: m [c]" {
		t.Errorf("%q", got)
	}
}

func TestShortenedValuesNeitherFloodNorControlTheTerminal(t *testing.T) {
	got := spec.Shorten(strings.Repeat("字", 500) + "x")
	if n := len([]rune(got)); n != 81 {
		t.Errorf("%d characters", n)
	}
	if got := spec.Shorten("a\x1b[31mb\x00\u202e"); strings.ContainsAny(got, "\x1b\x00\u202e") {
		t.Errorf("control characters left in %q", got)
	}
}

func TestMeasureFaultsKeepTheirCodesInBothLanguages(t *testing.T) {
	_, err := measure.ParsePeople("1.9")
	var faults spec.Faults
	faults.AddError(spec.Fault{File: "county.yaml", Line: 3, Column: 7, Code: "other"}, err)
	got := faults.All()[0]
	if got.Code != measure.CodeFraction || got.Value != "1.9" || !strings.Contains(got.Message.ZH, "1.9") {
		t.Errorf("%+v", got)
	}
	for _, code := range measure.Codes() {
		faults.AddError(spec.Fault{}, &measure.Error{Code: code, Value: "v"})
	}
	for _, f := range faults.All() {
		if !f.Message.Complete() || strings.Contains(f.Message.ZH, "无法读取") {
			t.Errorf("%s has no Chinese of its own: %q", f.Code, f.Message.ZH)
		}
	}
}

func TestOfTwoMetConditionsTheTighterIsShown(t *testing.T) {
	ceiling := func(n int64) spec.Target { return spec.Target{Form: spec.Ceiling, Limit: measure.Whole(n)} }
	floor := func(n int64) spec.Target { return spec.Target{Form: spec.Floor, Limit: measure.Whole(n)} }
	actual := spec.ExactValue(measure.Whole(5))
	for name, c := range map[string]struct {
		parts []spec.Target
		want  int64
	}{
		"ceilings":         {[]spec.Target{ceiling(7), ceiling(9)}, 7},
		"ceilings, turned": {[]spec.Target{ceiling(9), ceiling(7)}, 7},
		"floors":           {[]spec.Target{floor(1), floor(3)}, 3},
		"floors, turned":   {[]spec.Target{floor(3), floor(1)}, 3},
		"neither is met":   {[]spec.Target{ceiling(4), ceiling(2)}, 2},
		"one is not met":   {[]spec.Target{ceiling(9), ceiling(2)}, 2},
	} {
		got := spec.Target{Form: spec.Both, Parts: c.parts}.Judge(actual, spec.Value{})
		if !got.Required.Equal(measure.Whole(c.want)) {
			t.Errorf("%s: %v is shown, want %d", name, got.Required, c.want)
		}
	}
}
