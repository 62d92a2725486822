package teams_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// enforcement is what the plan asks of the enforcement force, 二（三）2 and 三（六）1.
func enforcement() teams.Enforcement {
	share := func(id string, percent int64) spec.Target {
		return spec.Target{ID: id, Title: spec.T(id, id), Form: spec.Floor, Direction: spec.HigherBetter, Limit: measure.Whole(percent), Unit: spec.Percent,
			Source: spec.Source{Document: "丰都县应急管理“十四五”规划", Place: "三（六）1", Standing: spec.InPlan}}
	}
	e := teams.Enforcement{Equipment: share("enforcement-equipment", 100), Qualified: share("qualified-enforcers", 75),
		Due: spec.Cite(after, spec.Source{Document: "x", Standing: spec.Ours})}
	e.Qualified.Deadline = after
	return e
}

func TestEnforcementAtItsLines(t *testing.T) {
	all := spec.Choices{}.With("teams.enforcer-background", "all")
	type reported = teams.EnforcementRecords
	for _, c := range []struct {
		name, rule string
		r          reported
		choices    spec.Choices
		asOf       measure.Date
		want       spec.Verdict
		code       string
		missing    int
	}{
		{"every unit", "teams.enforcement-equipment", reported{Units: count(30), Compliant: count(30)}, spec.Choices{}, asOf, spec.Met, spec.ReasonCompared, 0},
		{"all but one", "teams.enforcement-equipment", reported{Units: count(30), Compliant: count(29)}, spec.Choices{}, after, spec.Unmet, spec.ReasonCompared, 0},
		{"all but one, not due", "teams.enforcement-equipment", reported{Units: count(30), Compliant: count(29)}, spec.Choices{}, after.AddDays(-1), spec.Unknown, spec.ReasonNotDue, 0},
		{"no unit", "teams.enforcement-equipment", reported{Units: count(0), Compliant: count(0)}, spec.Choices{}, after, spec.NotApplicable, spec.ReasonNothingToDo, 0},
		{"more than all", "teams.enforcement-equipment", reported{Units: count(3), Compliant: count(4)}, spec.Choices{}, after, spec.Unknown, teams.ReasonMoreThanAll, 0},
		{"units alone", "teams.enforcement-equipment", reported{Units: count(3)}, spec.Choices{}, after, spec.Unknown, spec.ReasonNoData, 1},
		{"15 of 20", "teams.qualified-enforcers", reported{Officers: people(20), WithAny: people(15), WithAll: people(3)}, spec.Choices{}, after, spec.Met, spec.ReasonCompared, 0},
		{"14 of 20", "teams.qualified-enforcers", reported{Officers: people(20), WithAny: people(14)}, spec.Choices{}, after, spec.Unmet, spec.ReasonCompared, 0},
		{"all three: 3 of 20", "teams.qualified-enforcers", reported{Officers: people(20), WithAny: people(15), WithAll: people(3)}, all, after, spec.Unmet, spec.ReasonCompared, 0},
		{"degrees alone are enough", "teams.qualified-enforcers", reported{Officers: people(20), WithDegree: people(15)}, spec.Choices{}, after, spec.Met, spec.ReasonCompared, 0},
		{"together too few", "teams.qualified-enforcers", reported{Officers: people(20), WithDegree: people(5), WithQualification: people(5), WithExperience: people(4)}, spec.Choices{}, after, spec.Unmet, spec.ReasonCompared, 0},
		{"perhaps", "teams.qualified-enforcers", reported{Officers: people(20), WithDegree: people(5), WithQualification: people(5), WithExperience: people(5)}, spec.Choices{}, after, spec.Unknown, spec.ReasonPartial, 1},
		{"all three, too few degrees", "teams.qualified-enforcers", reported{Officers: people(20), WithDegree: people(14)}, all, after, spec.Unmet, spec.ReasonCompared, 0},
		{"all three for certain", "teams.qualified-enforcers", reported{Officers: people(20), WithDegree: people(18), WithQualification: people(18), WithExperience: people(19)}, all, after, spec.Met, spec.ReasonCompared, 0},
		{"nobody serves", "teams.qualified-enforcers", reported{Officers: people(0), WithAny: people(0)}, spec.Choices{}, after, spec.NotApplicable, spec.ReasonNothingToDo, 0},
		{"nothing", "teams.qualified-enforcers", reported{}, spec.Choices{}, after, spec.Unknown, spec.ReasonNoData, 2},
		{"another option", "teams.qualified-enforcers", reported{Officers: people(20)}, spec.Choices{}.With("teams.enforcer-background", "x"), after, spec.Unknown, spec.ReasonInvalidChoice, 0},
		{"reported tomorrow", "teams.qualified-enforcers", reported{Officers: people(20).Dated(after.AddDays(1)), WithAny: people(20)}, spec.Choices{}, after, spec.Unknown, spec.ReasonNoData, 1},
	} {
		p, r := provisions(), records()
		p.Enforcement, r.Enforcement = enforcement(), c.r
		f := one(t, teams.Assess(p, r, c.asOf, c.choices).Findings(), c.rule, "", "")
		if f.Verdict != c.want || f.Reason.Code != c.code || len(f.Missing) != c.missing || !f.Reason.Text.Complete() {
			t.Errorf("%s: %v %s, %d missing: %s", c.name, f.Verdict, f.Reason.Code, len(f.Missing), f.Reason.Text.EN)
		}
	}
}

func TestOfficersStillToTrain(t *testing.T) {
	p, r := provisions(), records()
	p.Enforcement = enforcement()
	for _, c := range []struct {
		officers, have, needed, train int
	}{{1, 0, 1, 1}, {2, 1, 2, 1}, {3, 3, 3, 0}, {4, 3, 3, 0}, {10, 7, 8, 1}, {10, 10, 8, 0}, {12, 8, 9, 1}} {
		r.Enforcement = teams.EnforcementRecords{Officers: people(c.officers), WithAny: people(c.have)}
		got := teams.Assess(p, r, after, spec.Choices{}).Qualified
		if got.Needed != measure.People(c.needed) || got.ToTrain != measure.People(c.train) || !got.HasNeeded || !got.HasTrain {
			t.Errorf("%d of %d: %d needed, %d to train", c.have, c.officers, got.Needed, got.ToTrain)
		}
		if (got.ToTrain == 0) != (got.Judgement.Verdict == spec.Met) {
			t.Errorf("%d of %d: %d to train, %v", c.have, c.officers, got.ToTrain, got.Judgement.Verdict)
		}
	}
}

// Training as many officers as are still to train meets the target, one fewer
// does not.
func TestTrainingWhatIsLackingMeetsTheTarget(t *testing.T) {
	p, r := provisions(), records()
	p.Enforcement = enforcement()
	rapid.Check(t, func(t *rapid.T) {
		officers := rapid.IntRange(1, 200).Draw(t, "officers")
		have := rapid.IntRange(0, officers).Draw(t, "have")
		p.Enforcement.Qualified.Limit = measure.RatioOf(rapid.Int64Range(0, 1000).Draw(t, "percent"), 10)
		verdict := func(n int) teams.EnforcementShare {
			r.Enforcement = teams.EnforcementRecords{Officers: people(officers), WithAny: people(n)}
			return teams.Assess(p, r, after, spec.Choices{}).Qualified
		}
		lacking := int(verdict(have).ToTrain)
		if got := verdict(have + lacking).Judgement.Verdict; got != spec.Met {
			t.Fatalf("%d and %d of %d: %v", have, lacking, officers, got)
		}
		if lacking > 0 && verdict(have+lacking-1).Judgement.Verdict != spec.Unmet {
			t.Fatalf("one fewer than %d is enough", lacking)
		}
	})
}

// Whatever three backgrounds each officer really has, the bounds from the three
// numbers contain how many count.
func TestBoundsContainTheQualifiedOfficers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		masks := rapid.SliceOfN(rapid.IntRange(0, 7), 0, 12).Draw(t, "officers")
		var with [3]int
		either, every := 0, 0
		for _, m := range masks {
			for b := range with {
				with[b] += m >> b & 1
			}
			if m > 0 {
				either++
			}
			if m == 7 {
				every++
			}
		}
		r := teams.EnforcementRecords{Officers: people(len(masks)), WithDegree: people(with[0]), WithQualification: people(with[1]), WithExperience: people(with[2])}
		if rapid.Bool().Draw(t, "one is not reported") {
			r.WithQualification = spec.Observed[measure.People]{}
		}
		for basis, truth := range map[teams.QualifiedBasis]int{teams.AnyOfAll: either, teams.AllThree: every} {
			v := teams.QualifiedOfficers(r, basis, asOf)
			if v.Low.Known() && measure.Whole(int64(truth)).Less(v.Low) || v.High.Known() && v.High.Less(measure.Whole(int64(truth))) {
				t.Fatalf("%d outside %v to %v", truth, v.Low, v.High)
			}
		}
	})
}
