package emergency_test

import (
	"bytes"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func drawDate(t *rapid.T) measure.Date {
	return measure.DateOf(2019, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, "days"))
}

func TestEqualInputsGiveEqualBytes(t *testing.T) {
	plan, county := fengdu(t)
	other, records := second(t)
	rapid.Check(t, func(t *rapid.T) {
		asOf := drawDate(t)
		held := rapid.SampledFrom([]emergency.FiveYearPlan{plan, other}).Draw(t, "plan")
		against := rapid.SampledFrom([]*emergency.County{county, records}).Draw(t, "county")
		a, b := held.Assess(against, asOf), held.Assess(against, asOf)
		if !bytes.Equal(a.JSON(), b.JSON()) || a.Text(spec.Chinese) != b.Text(spec.Chinese) {
			t.Fatalf("two runs as of %s differ", asOf)
		}
	})
}

func TestGoroutinesMayShareAPlan(t *testing.T) {
	plan, county := second(t)
	want := plan.Assess(county, measure.Date{}).JSON()
	var group sync.WaitGroup
	got := make([][]byte, 8)
	for i := range got {
		group.Go(func() { got[i] = plan.Assess(county, measure.Date{}).JSON() })
	}
	group.Wait()
	for i := range got {
		if !bytes.Equal(got[i], want) {
			t.Errorf("goroutine %d found something else", i)
		}
	}
}

func TestNothingKnownIsNeverMetNorUnmetByTheCounty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, f := range emergency.Fengdu().Assess(nil, drawDate(t)).Findings() {
			if f.Kind == spec.CrossCheckKind || f.Kind == spec.FigureKind || f.Subject.Kind == "plan" {
				continue // the plan is known whatever the county reports
			}
			if f.Verdict == spec.Met || f.Verdict == spec.Unmet {
				t.Fatalf("%s %s is %v of a county of which nothing is known: %s", f.Rule, f.Target, f.Verdict, f.Reason.Text.EN)
			}
		}
	})
}

func TestAPlanThatSetsNothingJudgesNothing(t *testing.T) {
	_, county := second(t)
	for _, f := range (emergency.FiveYearPlan{}).Assess(county, measure.Date{}).Findings() {
		if f.Kind == spec.CrossCheckKind {
			continue // the county's own figures held against each other
		}
		if f.Verdict == spec.Met || f.Verdict == spec.Unmet {
			t.Errorf("%s %s is %v of no plan", f.Rule, f.Target, f.Verdict)
		}
	}
}

func TestChoosingTheDefaultReadingChangesNoFinding(t *testing.T) {
	for name, load := range map[string]func(testing.TB) (emergency.FiveYearPlan, *emergency.County){"fengdu": fengdu, "second": second} {
		plan, county := load(t)
		want := plan.Assess(county, measure.Date{}).JSON()
		chosen := map[string]bool{}
		for _, c := range plan.Choices() {
			chosen[c.Reading] = true
		}
		for _, r := range emergency.Readings() {
			if chosen[r.ID] {
				continue
			}
			same, err := plan.With(r.ID, r.Default)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(same.Assess(county, measure.Date{}).JSON())); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	}
}

func TestEveryOptionOfEveryReadingCanBeAssessed(t *testing.T) {
	for name, load := range map[string]func(testing.TB) (emergency.FiveYearPlan, *emergency.County){"fengdu": fengdu, "second": second} {
		plan, county := load(t)
		for _, r := range emergency.Readings() {
			for _, o := range r.Options {
				other, err := plan.With(r.ID, o.ID)
				if err != nil {
					t.Fatal(err)
				}
				if n := len(other.Assess(county, measure.Date{}).Findings()); n == 0 {
					t.Errorf("%s: nothing found under %s=%s", name, r.ID, o.ID)
				}
			}
		}
		if _, err := plan.With("no.such", "x"); err == nil {
			t.Error("an unknown reading was accepted")
		}
		if _, err := plan.With(emergency.Readings()[0].ID, "no-such-option"); err == nil {
			t.Error("an unknown option was accepted")
		}
	}
}

func TestEveryFindingSaysWhatWhyAndWhere(t *testing.T) {
	rules := map[string]spec.Rule{}
	for _, r := range emergency.Rules() {
		rules[r.ID] = r
	}
	for name, load := range map[string]func(testing.TB) (emergency.FiveYearPlan, *emergency.County){"fengdu": fengdu, "second": second} {
		plan, county := load(t)
		report := plan.Assess(county, measure.Date{})
		for _, f := range append(report.Findings(), report.Units("")...) {
			if _, ok := rules[f.Rule]; !ok {
				t.Errorf("%s: finding of an unlisted rule %q", name, f.Rule)
			}
			if f.Kind == 0 || !f.Title.Complete() || f.Reason.Code == "" || !f.Reason.Text.Complete() || f.Subject.Kind == "" {
				t.Errorf("%s: %s %s lacks kind, title, reason or subject: %+v", name, f.Rule, f.Target, f.Reason)
			}
			if f.Verdict != spec.NotApplicable && !f.Source.Complete() {
				t.Errorf("%s: %s %s has no source", name, f.Rule, f.Target)
			}
			if f.Gap.Known() && f.Gap.Exact().Sign() < 0 {
				t.Errorf("%s: %s %s has a negative gap %s", name, f.Rule, f.Target, f.Gap)
			}
			if f.Verdict == spec.Met && f.Gap.Known() && f.Gap.Exact().Sign() != 0 {
				t.Errorf("%s: %s %s is met with a gap of %s", name, f.Rule, f.Target, f.Gap)
			}
			for _, need := range f.Missing {
				if need.Key == "" || !need.Question.Complete() {
					t.Errorf("%s: %s asks for something without key or question: %+v", name, f.Rule, need)
				}
			}
		}
	}
}
