package hazards_test

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func warningPlan() hazards.Provisions {
	p := fengduLeads()
	p.Warnings.Issuers = hazards.ChongqingWarningIssuers()
	return p
}

func record(id string, level hazards.WarningLevel, issuer, issued, expires string) hazards.WarningRecord {
	w := hazards.WarningRecord{ID: id, Level: level, Hazard: hazards.FloodDrought, Issuer: division(issuer), Issued: moment(issued)}
	if expires != "" {
		w.Expires = moment(expires)
	}
	return w
}

func withOutcome(w hazards.WarningRecord, occurred string, targeted, reached measure.People) hazards.WarningRecord {
	w.Outcome, w.Targeted, w.Reached = hazards.FalseCry, spec.Exactly(targeted), spec.Exactly(reached)
	if occurred != "" {
		w.Outcome, w.Occurred = hazards.Happened, moment(occurred)
	}
	return w
}

func warningRecords(list ...hazards.WarningRecord) hazards.Records {
	return hazards.Records{Subject: countySubject(), Warnings: hazards.WarningRecords{Warnings: list, HasWarnings: true}}
}

func TestWarningsOfTheCountyAreJudged(t *testing.T) {
	cancelled := record("cancelled", hazards.WarningIV, "500230", "2024-07-31 20:00", "")
	cancelled.Cancelled = moment("2024-08-01T23:59:59+08:00")
	later := record("cancelled later", hazards.WarningIV, "500230", "2024-07-31 20:00", "")
	later.Cancelled = moment("2024-08-02 00:00")
	r := warningRecords(
		withOutcome(record("before the period", hazards.WarningI, "500230", "2020-12-31 23:59", "2021-01-02 00:00"), "", 1, 0),
		withOutcome(record("county III", hazards.WarningIII, "500230", "2024-07-01 08:00", "2024-07-02 08:00"), "2024-07-01 09:30", 100, 90),
		withOutcome(record("county II", hazards.WarningII, "500230", "2024-07-03 08:00", "2024-07-04 08:00"), "2024-07-03 07:30", 100, 60),
		withOutcome(record("municipality II", hazards.WarningII, "500000", "2024-07-05 08:00", "2024-07-06 08:00"), "", 100, 75),
		withOutcome(record("to the end of the day", hazards.WarningI, "500000", "2024-08-01 08:00", "2024-08-01T23:59:59+08:00"), "2024-08-01 08:00", 0, 0),
		withOutcome(record("a second longer", hazards.WarningI, "500000", "2024-08-01 08:00", "2024-08-02 00:00"), "2024-08-01 08:00", 0, 0),
		withOutcome(cancelled, "", 0, 0), withOutcome(later, "", 0, 0),
		record("the next day", hazards.WarningI, "500230", "2024-08-02 00:00", ""),
	)
	a := hazards.Assess(warningPlan(), r, day("2024-08-01"), spec.Choices{})
	f := findingOf(t, a.Findings(), hazards.RuleWarningIssuer)
	if f.Verdict != spec.Unmet || f.Actual.String() != "6" || f.Required.String() != "7" || f.Gap.String() != "1" || f.Source.Document != "重庆市突发事件应对条例" {
		t.Errorf("%v %v of %v: %s", f.Verdict, f.Actual, f.Required, f.Reason.Text.EN)
	}
	f = findingOf(t, a.Findings(), hazards.RuleWarningsInForce)
	if f.Actual.String() != "2" || f.Reason.Text.EN != "2 in force: 1 red, 0 orange, 0 yellow, 1 blue" || f.Verdict != spec.NotApplicable {
		t.Errorf("%v: %s", f.Actual, f.Reason.Text.EN)
	}
	// leads 90, -30, 0 and 0 minutes; 4 of 7 came; 225 of 300
	for rule, want := range map[string]string{hazards.RuleWarningLead: "15", hazards.RuleWarningAccuracy: "57.14", hazards.RuleWarningReach: "75"} {
		if f := findingOf(t, a.Findings(), rule); f.Actual.String() != want || f.Reason.Code != spec.ReasonFigure || len(f.Missing) != 0 {
			t.Errorf("%s: %v, %s", rule, f.Actual, f.Reason.Text.EN)
		}
	}
	units := map[string]spec.Verdict{}
	for _, f := range a.UnitFindings() {
		if f.Rule == hazards.RuleWarningIssuer {
			units[f.Subject.ID] = f.Verdict
		}
	}
	if len(units) != 7 || units["county II"] != spec.Unmet || units["municipality II"] != spec.Met {
		t.Errorf("%v", units)
	}
}

func TestWhatIsNotKnownOfWarningsIsAskedFor(t *testing.T) {
	inForce := record("in force", hazards.WarningIV, "500230", "2024-07-31 20:00", "")
	inForce.Targeted, inForce.Reached = spec.Exactly[measure.People](5), spec.Exactly[measure.People](4)
	reported := withOutcome(record("observed later", hazards.WarningIV, "500230", "2024-07-01 20:00", "2024-07-02 20:00"), "2024-07-01 21:00", 10, 5)
	reported.On = day("2024-09-01")
	over := withOutcome(record("over", hazards.WarningIV, "500230", "2024-07-05 20:00", "2024-07-06 20:00"), "2024-07-05 21:00", 10, 6)
	noMoment := over
	noMoment.ID, noMoment.Occurred = "no moment", hazards.Moment{}
	future := over
	future.ID, future.Occurred = "came later", moment("2024-08-02 00:00")
	noReach := over
	noReach.ID, noReach.Reached = "no reach", spec.Observed[measure.People]{}
	const unknown, value = "unknown", "value"
	for _, one := range []struct {
		name                  string
		records               hazards.Records
		lead, accuracy, reach string
	}{
		{"no table", hazards.Records{Subject: countySubject()}, unknown, unknown, unknown},
		{"none", warningRecords(), "none", "none", "none"},
		{"one in force", warningRecords(inForce), "none", "none", "80"},
		{"in force and over", warningRecords(inForce, over), "60", "100", "66.67"},
		{"observed later", warningRecords(reported), unknown, unknown, unknown},
		{"came without a moment", warningRecords(noMoment), unknown, "100", "60"},
		{"came later", warningRecords(future), unknown, unknown, "60"},
		{"reach unknown", warningRecords(noReach, over), "60", "100", unknown},
		{"nobody aimed at", warningRecords(withOutcome(record("x", hazards.WarningIV, "500230", "2024-07-05 20:00", ""), "", 0, 0)), "none", "0", "none"},
	} {
		t.Run(one.name, func(t *testing.T) {
			a := hazards.Assess(warningPlan(), one.records, day("2024-08-01"), spec.Choices{})
			for rule, want := range map[string]string{hazards.RuleWarningLead: one.lead, hazards.RuleWarningAccuracy: one.accuracy, hazards.RuleWarningReach: one.reach} {
				f := findingOf(t, a.Findings(), rule)
				got := f.Actual.String()
				switch {
				case f.Verdict == spec.Unknown:
					got = unknown
				case f.Reason.Code == spec.ReasonNothingToDo:
					got = "none"
				}
				if got != want || (got == unknown) != (len(f.Missing) == 1) || !f.Reason.Text.Complete() {
					t.Errorf("%s: %s, want %s: %s, missing %v", rule, got, want, f.Reason.Text.EN, f.Missing)
				}
			}
		})
	}
	a := hazards.Assess(fengduLeads(), warningRecords(over), day("2024-08-01"), spec.Choices{})
	if f := findingOf(t, a.Findings(), hazards.RuleWarningIssuer); f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan {
		t.Errorf("%v %s", f.Verdict, f.Reason.Code)
	}
	a = hazards.Assess(warningPlan(), warningRecords(over), measure.Date{}, spec.Choices{})
	if f := findingOf(t, a.Findings(), hazards.RuleWarningsInForce); f.Verdict != spec.Unknown {
		t.Errorf("in force at no date: %v", f.Actual)
	}
	unlevelled := over
	unlevelled.Level = 0
	a = hazards.Assess(warningPlan(), warningRecords(over, unlevelled), day("2024-08-01"), spec.Choices{})
	if f := findingOf(t, a.Findings(), hazards.RuleWarningIssuer); f.Verdict != spec.Unknown || f.Bound != spec.AtLeastBound || len(f.Missing) != 1 {
		t.Errorf("%v %v", f.Verdict, f.Missing)
	}
}

func TestQualityOfWarningsAddsUpInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []hazards.WarningRecord
		var hits, cries, open, openReach int64
		targeted, reached, lead := new(big.Int), new(big.Int), new(big.Int)
		for range rapid.IntRange(0, 6).Draw(t, "warnings") {
			w := record("w", hazards.WarningIV, "500230", "2024-07-05 20:00", "")
			w.Expires = w.Issued.Add(measure.Seconds(3600))
			switch w.Outcome = hazards.WarningOutcome(rapid.IntRange(0, 2).Draw(t, "outcome")); w.Outcome {
			case hazards.Happened:
				n := rapid.Int64Range(-9999, 99999).Draw(t, "lead in seconds")
				w.Occurred = w.Issued.Add(measure.Seconds(n))
				lead.Add(lead, big.NewInt(n))
				hits++
			case hazards.FalseCry:
				cries++
			default:
				open++
			}
			if rapid.Bool().Draw(t, "reach known") {
				aim := rapid.Int64Range(0, 1000).Draw(t, "aimed at")
				got := rapid.Int64Range(0, aim).Draw(t, "reached")
				w.Targeted, w.Reached = spec.Exactly(measure.People(aim)), spec.Exactly(measure.People(got))
				targeted.Add(targeted, big.NewInt(aim))
				reached.Add(reached, big.NewInt(got))
			} else {
				openReach++
			}
			list = append(list, w)
		}
		list = rapid.Permutation(list).Draw(t, "order")
		q, err := hazards.QualityOf(list, period("2021-2025"), day("2024-08-01"))
		if err != nil || int64(q.Hits) != hits || int64(q.FalseCries) != cries || int64(q.OpenOutcomes) != open || int64(q.OpenReach) != openReach || q.OpenLeads != 0 {
			t.Fatalf("%v %+v", err, q)
		}
		check := func(got measure.Ratio, num, den *big.Int) {
			if den.Sign() == 0 {
				if got.Known() {
					t.Fatalf("%v of nothing", got)
				}
				return
			}
			if rat, ok := got.Rat(); !ok || rat.Cmp(new(big.Rat).SetFrac(num, den)) != 0 {
				t.Fatalf("%v, want %v/%v", got, num, den)
			}
		}
		check(q.MeanLead(), lead, big.NewInt(60*hits))
		check(q.Accuracy(), big.NewInt(hits), big.NewInt(hits+cries))
		check(q.Reach(), reached, targeted)
	})
}

func TestWhatHappenedLaterIsNotKnownYet(t *testing.T) {
	w := withOutcome(record("w", hazards.WarningIV, "500230", "2024-07-05 20:00", ""), "2024-07-06 08:00", 10, 5)
	w.Cancelled, w.On = moment("2024-07-07 08:00"), day("2024-07-08")
	for date, want := range map[string][4]bool{"2024-07-05": {}, "2024-07-06": {}, "2024-07-07": {true}, "2024-07-08": {true, true, true, true}} {
		v := w.AsOf(day(date))
		if got := [4]bool{!v.Cancelled.IsZero(), v.Outcome == hazards.Happened, !v.Occurred.IsZero(), v.Reached.Known() && v.Targeted.Known()}; got != want {
			t.Errorf("%s: %v", date, got)
		}
	}
	w.On = measure.Date{}
	if v := w.AsOf(day("2024-07-05")); v.Outcome != 0 || !v.Occurred.IsZero() || !v.Reached.Known() {
		t.Errorf("%+v", v)
	}
	if v := w.AsOf(day("2024-07-06")); v.Outcome != hazards.Happened {
		t.Errorf("%+v", v)
	}
}

func TestSumsOfWarningsBeyondTheRangeAreUnknown(t *testing.T) {
	most := withOutcome(record("w", hazards.WarningIV, "500230", "2024-07-05 20:00", ""), "", 1<<63-1, 1<<63-1)
	if _, err := hazards.QualityOf([]hazards.WarningRecord{most, most}, period("2021-2025"), day("2024-08-01")); err == nil {
		t.Error("a sum beyond 64 bits")
	}
	f := findingOf(t, hazards.Assess(warningPlan(), warningRecords(most, most), day("2024-08-01"), spec.Choices{}).Findings(), hazards.RuleWarningReach)
	if f.Verdict != spec.Unknown || f.Actual.Known() {
		t.Errorf("%v %v", f.Verdict, f.Actual)
	}
}

func TestRulesAboutWarningsAreComplete(t *testing.T) {
	var ids []string
	for _, r := range hazards.Rules() {
		if len(r.Reads) == 1 && r.Reads[0] == "warnings.csv" {
			ids = append(ids, r.ID)
		}
	}
	want := []string{"hazards.warning-issuer", "hazards.warnings-in-force", "hazards.warning-lead", "hazards.warning-accuracy", "hazards.warning-reach"}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Error(diff)
	}
}
